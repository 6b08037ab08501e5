"""A vault says what the report says, runs nothing that an article says, and leaves what people wrote."""

from __future__ import annotations

import re

import pytest
import yaml
from growth import QUADRUPLED, SHORTEST_S, seconds
from hostile_page import HOSTILE, hostile_report
from hypothesis import example, given
from hypothesis import strategies as st
from large_report import large_report
from markdown_it import MarkdownIt

from summarizer.exporting import Given, files_of
from summarizer.exporting.vault import story_name
from summarizer.exporting.vault.names import LONGEST, named
from summarizer.schema import Report, ReviewRecord
from summarizer.terms import Format

TRICKS = (
    "[[x]]",
    "![[x]]",
    "<% tp.x %>",
    "{{title}}",
    "`$= dv.x`",
    "```dataviewjs",
    "%%{init: {}}%%",
    "a:: b",
    "#tag",
    "x ^id",
    "---",
    "`{=html}`//",
    "\\input{x}",
    "[x](javascript:1)",
    "<script>1</script>",
)


@pytest.fixture(scope="module")
def notes() -> dict[str, str]:
    return {name: str(text) for name, text in files_of(Format.VAULT, hostile_report((*TRICKS, *HOSTILE)), ReviewRecord())}


def _read(note: str) -> str:
    """The note with its properties as a program reads them: on disk some characters are escaped."""
    if not note.startswith("---\n"):
        return ""  # no note: the articles as CSL-JSON
    head, body = note.removeprefix("---\n").split("\n---\n", 1)
    return "\n".join([*yaml.safe_load(head).get("outlets", []), body])


def _targets(text: str) -> list[tuple[str, str]]:
    return re.findall(r"\[\[([^\]|#\\]+)(?:#\^([\w-]+))?", text)


def test_every_link_and_block_of_a_hostile_report_resolves(notes: dict[str, str]) -> None:
    by_own_name = {name.rpartition("/")[2].removesuffix(".md"): text for name, text in notes.items()}
    links = [link for text in map(_read, notes.values()) for link in _targets(text)]
    assert len(links) > 50
    assert [(n, b) for n, b in links if n not in by_own_name or (b and f"\n^{b}\n" not in by_own_name[n])] == []


def test_hostile_words_become_no_html_template_query_or_embed(notes: dict[str, str]) -> None:
    for name, text in notes.items():
        if name.endswith(".md"):
            head, body = text.removeprefix("---\n").split("\n---\n", 1)
            assert yaml.safe_load(head)["type"]
            tokens = [t for block in MarkdownIt().enable("table").parse(body) for t in (block, *(block.children or ()))]
            assert {t.type for t in tokens} & {"html_block", "html_inline", "image", "link_open"} == set(), name
            assert not re.search(r"<%|\{\{|%%|!\[\[|`\$?=|```(?!mermaid\n|\n)", text), name


def test_hostile_words_in_properties_are_neither_html_nor_tex_nor_links(notes: dict[str, str]) -> None:
    heads = [text.split("\n---\n", 1)[0] for name, text in notes.items() if name.endswith(".md")]
    values = [str(value) for head in heads for value in yaml.safe_load(head.removeprefix("---\n")).values()]
    words = [value for value in values if "[[" not in value]
    assert any("< script" in value for value in words)
    assert [value for value in words if re.search(r"<[A-Za-z/!?%]|\\[A-Za-z]|\]\(|\{[{%=]", value)] == []


def test_names_differ_in_more_than_case_and_folder(notes: dict[str, str]) -> None:
    assert len({name.rpartition("/")[2].casefold() for name in notes}) == len(notes)


@given(st.text(max_size=300))
@example("con")
@example("COM1.txt")
@example("... ")
@example("\ud800\u202e")
@example("\u0130" * 200)
def test_every_text_makes_a_name_that_windows_and_links_take(text: str) -> None:
    name = named(text, text)
    assert len(name.encode()) <= LONGEST + 20
    assert not re.search(r"""[\x00-\x1f<>:"/\\|?*#^\[\]]|^[. ]|[. ]$""", name)
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", name)
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", story_name(text))
    assert story_name(text).strip(". ") == story_name(text) != ""


def test_a_note_keeps_its_name_when_other_articles_and_findings_come() -> None:
    report = large_report(9, 20)
    fewer = report.model_copy(update={"summaries": report.summaries[:5], "findings": report.findings[:7]})
    names, before = (
        {name for name, _ in files_of(Format.VAULT, one, ReviewRecord()) if "/Findings/" in name} for one in (report, fewer)
    )
    assert len(before) == 7
    assert before <= names


def test_two_stories_with_the_same_article_have_no_note_of_one_name() -> None:
    here, there = (
        {name.rpartition("/")[2] for name, _ in files_of(Format.VAULT, large_report(5, 9), ReviewRecord(), Given(story=story))}
        for story in ("fire", "flood")
    )
    assert here & there == {"articles.csl.json"}


def test_the_same_report_gives_the_same_bytes() -> None:
    first, second = (list(files_of(Format.VAULT, large_report(9, 20), ReviewRecord())) for _ in range(2))
    assert first == second


def test_four_times_the_findings_take_about_four_times_the_time() -> None:
    small, large = large_report(20, 100), large_report(80, 400)

    def taken(report: Report) -> float:
        return seconds(lambda _: list(files_of(Format.VAULT, report, ReviewRecord())), "")

    assert any(taken(large) <= QUADRUPLED * min(taken(small) for _ in range(2)) + SHORTEST_S for _ in range(3))
