"""Whatever text stands in a report, its page has the elements of a page of harmless text, and the text is only text."""

from __future__ import annotations

import functools
import itertools
import json
import re
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement
from report.page.page_reading import data_of, page_text, parsed
from report.report_factory import ferry
from report.report_of_text import everywhere

from summarizer.reporting import page
from summarizer.reporting.escape import visible
from summarizer.reporting.page.direction import direction, language_code
from summarizer.reporting.page.hidden import hidden_marks
from summarizer.reporting.page.html import data_block, element, shown, text

HARMLESS = "Lorem"
TEXTS = st.text(st.one_of(st.sampled_from("<>&\"'/!-=`\u2028\u2029\u202e\u2066\x00"), st.characters()), min_size=1, max_size=20)
SHAPING = "\u200c\u200d"


def shape(page: HtmlElement) -> list[str]:
    """The elements of the parts that hold words of others, but for the charts, whose lines follow what is read from figures."""
    parts = page.xpath("//header//* | //section[@id='findings']//* | //section[@id='articles']//* | //section[@id='checks']//*")
    return [one.tag for one in parts]


@functools.cache
def harmless() -> list[str]:
    return shape(parsed(everywhere(HARMLESS)))


@settings(max_examples=40)
@given(TEXTS)
@example("</script><script>x()</script>")
@example("<!--<script>")
@example("]]>")
@example('" onfocus="x()" autofocus="')
@example("\u202egnp.exe\u2066")
@example("\ud800")
def test_no_text_makes_or_ends_an_element(words: str) -> None:
    if not any(char.isalnum() for char in words):
        words += "x"
    page = parsed(everywhere(words))

    assert [one for one in page.xpath("//script") if one.get("type") is None] != []
    assert len(page.xpath("//script")) == 4
    assert {name for one in page.iter() if isinstance(one.tag, str) for name in one.attrib if name.startswith("on")} == set()
    assert set(shape(page)) <= set(harmless())


@given(TEXTS)
def test_a_block_of_data_gives_back_the_very_text(words: str) -> None:
    block = str(data_block("b", {words: [words]}))
    inside = block[block.index(">") + 1 : block.rindex("</script>")]

    assert not re.search("[<>&\u2028\u2029\u202e]", inside)
    assert json.loads(inside) == {words: [words]}


@given(TEXTS)
def test_text_and_attributes_hold_the_visible_words(words: str) -> None:
    assert "<" not in str(text(words))
    made = element("p", words, title=words)
    assert made.count("<") == 2
    assert str(made).count('"') == 2
    assert not set(shown(words)) & set("\u202e\u2066\x00\u2028")


def test_joiners_that_spell_a_word_stay_and_others_go() -> None:
    assert shown("می\u200cخواهم") == "می\u200cخواهم"
    assert shown("👩\u200d🚒") == "👩\u200d🚒"
    assert shown("a\u200cb\u200d") == visible("a\u200cb\u200d") == "ab"


@given(st.text(st.one_of(st.sampled_from("a\u202e\u200b\u200c\u2066\x07\ufeff\U000e0041\n\t"), st.characters()), max_size=30))
def test_hidden_characters_are_marked_where_they_stand(words: str) -> None:
    marks = hidden_marks(words)

    assert all(start < end and label.startswith("⟨U+") for start, end, label in marks)
    assert all(earlier[1] < later[0] for earlier, later in itertools.pairwise(marks))
    left = "".join(char for place, char in enumerate(words) if not any(start <= place < end for start, end, _ in marks))
    assert not set(left) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\u200b\ufeff\x07\U000e0041")


def test_a_run_of_hidden_characters_is_one_mark() -> None:
    assert hidden_marks("a\u202e\u2066b\u00adc") == [(1, 3, "⟨U+202E and 1 more hidden⟩")]
    assert hidden_marks("a\tb\r\nc") == []


def test_a_text_with_hidden_characters_keeps_its_offsets() -> None:
    made = ferry()
    article = made.summaries[0].article
    steered = article.model_copy(update={"text": f"{article.text}\n\u202eend \U0001f600\u202c"})
    summary = made.summaries[0].model_copy(update={"article": steered})
    page = parsed(made.model_copy(update={"summaries": (summary, *made.summaries[1:])}))
    kept = data_of(page, "report-data")["articles"][0]

    assert kept["text"] == steered.text
    assert [steered.text[start:end] for start, end, _ in kept["hidden"]] == ["\u202e", "\u202c"]
    assert "\u202e" not in page_text(made)


def test_a_text_runs_as_most_of_its_letters_do() -> None:
    assert direction("Jon Falk said so") == "ltr"
    assert direction("Jon Falk قال إن الطريق مغلق") == "rtl"
    assert direction("«دیروز» he said, and then nothing more") == "ltr"
    assert direction("12 – 14") == direction("") == "auto"


def test_only_a_code_of_a_language_is_told_as_one() -> None:
    assert language_code("pt-BR") == "pt-BR"
    assert [language_code(one) for one in (None, "", "toString", "//evil.example", "x y")] == [None] * 5


def test_no_other_module_makes_markup_of_words() -> None:
    folder = Path(page.__file__).parent
    modules = [file for file in folder.glob("*.py") if file.name != "html.py"]

    assert len(modules) > 10
    assert [file.name for file in modules if re.search(r"Markup\([^)]|\)\.(format|join)\(", _markup_lines(file))] == []


def _markup_lines(file: Path) -> str:
    return "\n".join(line for line in file.read_text(encoding="utf-8").split("\n") if "Markup(" in line)
