"""What running heads and type sizes say about an article: newspaper, date, title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Dated, Facts, Stamp
from summarizer.articles.formats.pdf.heads import Head, is_print_line
from summarizer.articles.formats.pdf.lines import Part
from summarizer.articles.formats.pdf.paragraphs import Paragraph
from summarizer.articles.lines import lines_of, title_key
from summarizer.articles.publication import find_dates
from summarizer.articles.zoning.masthead import masthead_name

_TITLE_SIZE = 1.15
_TITLE_CHARS = 8
_MOST_TITLE = 300
_MOST_BEFORE = 400
_MOST_NAME_WORDS = 6
_PARTS = re.compile(r"\s{2,}|,\s|\s[|·•–—]\s|\s*[|·•]\s*")
_PAGE_COUNT = re.compile(r"^\W*\d{1,4}\W+|\W+\d{1,4}\W*$")
_DECORATION = " \t|·•–—-,;:()"
_WEEKDAY = re.compile(
    r"(?:\b|^)(?:\w{2,7}day|\w{3,10}tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|"
    r"viernes|s[áa]bado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|\w{5,7}-feira|\w{4,7}dag|"
    r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela)[,.]?$",
    re.IGNORECASE,
)
_SHORT_CAPS = 4


def facts_of_heads(heads: Sequence[Head], title: str | None) -> Facts:
    """The newspaper and the day that running heads name together, but not the day of printing."""
    for head in heads:
        if is_print_line(head.text):
            continue
        dates = find_dates(head.text)
        name = _name(head.text, title)
        if name is None or len({span.date for span in dates}) > 1:
            continue
        basis = "page head" if head.above else "page foot"
        if dates:
            return Facts(outlet=name, dates=(Dated(Stamp(dates[0].date), basis),))
        if masthead_name(lines_of(name)[0]):
            return Facts(outlet=name)
    return Facts()


def _name(text: str, title: str | None) -> str | None:
    """The one name in a running head that has neither date nor page number; None if there are several or none."""
    dates = find_dates(text)
    for span in reversed(dates):
        text = _WEEKDAY.sub("", text[: span.start].rstrip(" ,")) + "  " + text[span.end :]
    parts = [_PAGE_COUNT.sub("", part).strip(_DECORATION) for part in _PARTS.split(text)]
    names = [part for part in parts if part and any(char.isalpha() for char in part)]
    known = [found for name in names if (found := masthead_name(lines_of(name)[0]))]
    if len(known) == 1:
        return known[0]
    if len(names) != 1 or not dates:
        return None
    name = names[0]
    words = name.split()
    if (
        any(char.isdigit() for char in name)
        or not 1 < len(words) <= _MOST_NAME_WORDS
        or title_key(name) == title_key(title or "")
    ):
        return None
    return visible_line(_in_title_case(words) if name.isupper() else name)


def _in_title_case(words: Sequence[str]) -> str:
    return " ".join(word if len(word) < _SHORT_CAPS else word.capitalize() for word in words)


def title_of(paragraphs: Sequence[Paragraph], texts: Sequence[str], body: float) -> str | None:
    """The largest text at the head of the first page; None if none is larger than the article's own type."""
    found: tuple[float, str] | None = None
    before = 0
    first_page = min((paragraph[0].page for paragraph in paragraphs), default=0)
    for paragraph, text in zip(paragraphs, texts, strict=True):
        line = paragraph[0]
        if line.page != first_page or before > _MOST_BEFORE:
            break
        if line.part is Part.TEXT and abs(line.size - body) < 0.06 * body:
            before += len(text)
        is_title = line.size >= _TITLE_SIZE * body and _TITLE_CHARS <= len(text) <= _MOST_TITLE
        if (
            is_title
            and line.part is not Part.CELLS
            and not masthead_name(lines_of(text)[0])
            and (found is None or line.size > found[0])
        ):
            found = (line.size, text)
    return visible_line(found[1]) if found else None
