"""Hand-made files with several articles one below the other, told apart by what stands above each.

An article may itself hold a rule, a table of dates, or another paper's headline. So a file is divided only where the first
article begins with its own head at the top and the others have one of the same kind; in doubt it stays whole.
"""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.articles.draft import Draft
from summarizer.articles.fields import web_address
from summarizer.articles.formats.exports.heads import RULE, Head, HeadKind, find_heads, is_headline, is_pure_date
from summarizer.articles.formats.exports.labelled import read_labelled
from summarizer.articles.formats.plain_text import join_wrapped, split_front_matter
from summarizer.articles.formats.refusals import BadEntry
from summarizer.articles.lines import lines_of, word_count

_MIN_PARTED_WORDS, _MIN_WORDS = 6, 12
_REVIEW = re.compile(
    r"\b(?:press|media) (?:review|round-?up|digest)|presseschau|pressestimmen|revue de (?:la )?presse|rassegna stampa|"
    r"revista de prensa|persoverzicht|what the papers say|обзор прессы",
    re.IGNORECASE,
)
"""An article that quotes one paper after the other."""
_MAX_HEADS, _MAX_RULE, _SECTION_LINES = 3000, 200, 8


def read_collection(lines: list[str]) -> tuple[list[Draft | BadEntry] | None, str | None]:
    """The articles of a hand-made file, None if it is to be read as one; and then why it may hold several, if it may."""
    heads = find_heads(lines)
    certain = certain_heads(lines, heads)
    if not certain:
        return None, _doubt(lines, heads)
    edges = zip(certain, [*(head.start for head in certain[1:]), len(lines)], strict=True)
    drafts = [_read(lines, head, end, f"#{number}") for number, (head, end) in enumerate(edges, 1)]
    above = lines[: certain[0].start]
    if not _filled(above):
        return drafts, None
    first = Draft("\n".join(above).strip("\n") + "\n", label="#1")
    return [first, *(replace(draft, label=f"#{number}") for number, draft in enumerate(drafts, 2))], None


def _doubt(lines: list[str], heads: list[Head]) -> str | None:
    count = max(len(_of_one_kind(heads)), _dated_sections(lines))
    if count < 2:  # noqa: PLR2004
        return None
    return (
        f"looks like several articles in one file ({count} beginnings), but that is not certain; read as one: "
        "if they are several, save each in a file of its own"
    )


def _dated_sections(lines: list[str]) -> int:
    """How many stretches between rules begin with a headline and a date, in either order."""
    rules = [number for number, line in enumerate(lines) if line and len(line) < _MAX_RULE and RULE.fullmatch(line)]
    starts = [0, *(number + 1 for number in rules[:_MAX_HEADS])]
    return sum(_is_dated_section(lines[start : start + _SECTION_LINES]) for start in starts) if rules else 0


def _is_dated_section(lines: list[str]) -> bool:
    top = [line for line in lines if line.strip()][:3]
    dated = [number for number, line in enumerate(top) if is_pure_date(line)]
    return bool(dated) and any(is_headline(line) for number, line in enumerate(top) if number not in dated)


def certain_heads(lines: list[str], heads: list[Head]) -> list[Head]:
    """Those heads at which the file can be divided with certainty; empty if it cannot."""
    fronts = [head for head in heads if head.kind is HeadKind.FRONT]
    if len(heads) > _MAX_HEADS:
        return []
    if fronts and (len(fronts) > 1 or _words(lines[: fronts[0].start]) > _MIN_WORDS):
        return fronts
    if len(heads) < 2 or any(_filled(lines[: heads[0].start])):  # noqa: PLR2004
        return _below_title(lines, heads)
    return _alike(lines, heads)


def _below_title(lines: list[str], heads: list[Head]) -> list[Head]:
    """The heads with the headline above each, if the first stands below a headline at the top; else none."""
    above = [line for line in _filled(lines[: heads[0].start]) if not web_address(line)] if heads else []
    if len(heads) < 2 or len(above) != 1 or not is_headline(above[0]):  # noqa: PLR2004
        return []
    raised = [head for head in (_raised(lines, head) for head in heads) if head]
    return _alike(lines, raised) if len(raised) == len(heads) else []


def _raised(lines: list[str], head: Head) -> Head | None:
    """The head with the headline above it; None if there is none that stands apart."""
    number, url = head.start - 1, head.record.url
    while number > 0 and head.start - number < 4 and (not lines[number].strip() or web_address(lines[number])):  # noqa: PLR2004
        url = web_address(lines[number]) or url
        number -= 1
    if number < 0 or not is_headline(lines[number]):
        return None
    if number > 0 and lines[number - 1].strip() and not RULE.fullmatch(lines[number - 1]):
        return None
    record = replace(head.record, title=lines[number].strip(), url=url)
    parted = number == 0 or not any(line.strip() and not RULE.fullmatch(line) for line in lines[max(0, number - 2) : number])
    return replace(head, start=number, record=record, parted=parted)


def _alike(lines: list[str], heads: list[Head]) -> list[Head]:
    """The heads of the first one's kind, each with text below; those without a rule above only if none has one."""
    first, *others = _of_one_kind(heads)
    if any(_REVIEW.search(text) for text in (first.record.outlet or "", first.record.title or "")):
        return []
    if any(head.parted for head in others):
        others = [head for head in others if head.parted]
    kept = [first, *others]
    ends = [*(head.start for head in kept[1:]), len(lines)]
    for head, end in zip(kept, ends, strict=True):
        needed = _MIN_PARTED_WORDS if head.parted and (head is not first or any(one.parted for one in others)) else _MIN_WORDS
        if head.kind is HeadKind.LABELS:
            needed = _MIN_PARTED_WORDS
        if _words(lines[head.end : end]) < needed:
            return []
    return kept if others else []


def _of_one_kind(heads: list[Head]) -> list[Head]:
    """The first head and those like it: labelled ones must begin with the same label or say as much."""
    alike = [head for head in heads if head.kind is heads[0].kind]
    if not alike:
        return []
    if alike[0].kind is not HeadKind.LABELS:
        length = alike[0].end - alike[0].start
        return [head for head in alike if head.parted or head.end - head.start == length]
    return [alike[0], *(head for head in alike[1:] if head.first == alike[0].first or head.roles >= alike[0].roles)]


def _filled(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip() and not RULE.fullmatch(line)]


def _words(lines: list[str]) -> int:
    return sum(word_count(line) for line in lines)


def _read(lines: list[str], head: Head, end: int, label: str) -> Draft | BadEntry:
    part = _without_rules(lines[head.start : end])
    if head.kind is HeadKind.FRONT:
        return _read_front(part, label)
    if head.kind is HeadKind.LABELS:
        return read_labelled(part).draft(label)
    return _read_named(head, _without_rules(lines[head.end : end]), label)


def _read_front(part: list[str], label: str) -> Draft | BadEntry:
    facts, below = split_front_matter("\n".join(part) + "\n")
    text, note = join_wrapped(below)
    if not text.strip():
        return BadEntry(label, "has no text below its header")
    return Draft(text, facts, (note,) if note else (), label)


def _read_named(head: Head, body: list[str], label: str) -> Draft | BadEntry:
    """An article below a newspaper's name and a date; its headline is the first line where none stands above."""
    record = replace(head.record)
    first = next((number for number, line in enumerate(body) if line.strip()), len(body))
    if record.title is None and is_headline("".join(body[first : first + 1])) and any(map(_runs, body[first + 1 :])):
        record.title, body = body[first].strip(), body[first + 1 :]
    record.text = join_wrapped("\n".join(body).strip("\n"))[0]
    return record.draft(label)


def _runs(line: str) -> bool:
    return any(one.is_running for one in lines_of(line))


def _without_rules(lines: list[str]) -> list[str]:
    """The lines without blank ones and rules at both ends; the rule of a front matter stays."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and (not lines[end - 1].strip() or RULE.fullmatch(lines[end - 1])):
        end -= 1
    return lines[start:end]
