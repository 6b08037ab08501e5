"""By lines: whose name a line gives, and which lines that begin with "By" are headlines.

A by line holds names and what stands beside names. Where a line could also be the text's only headline, more is asked
of it: full names, none of whose words the paragraphs use as a common word or speak of as a place.
"""

from __future__ import annotations

import re

from summarizer.articles.calendar_names import MONTHS, WEEKDAYS
from summarizer.articles.draft import Facts
from summarizer.articles.fields import person
from summarizer.articles.lines import Line
from summarizer.articles.publication import find_dates
from summarizer.articles.zoning.by_words import AUTHOR, BY
from summarizer.articles.zoning.capitals import CAPITAL
from summarizer.articles.zoning.masthead import OUTLET
from summarizer.articles.zoning.names import ROLE, Names, is_agency, is_common, is_spoken_of, is_staff, names_in
from summarizer.articles.zoning.signatures import people_in
from summarizer.articles.zoning.surroundings import Surroundings
from summarizer.articles.zoning.told_dates import dates_told

_MAX_CHARS, _MAX_WORDS, _MAX_SIGNED_WORDS = 300, 24, 18
_BY = re.compile(
    rf"(?:(?i:{BY})(?P<mark>\s*[:：]\s*|\s+)|(?i:{AUTHOR})(?P<label>\s*[:：／]\s*))(?P<names>\S.*)"
    rf"|(?P<outlet>[A-Z][^.!?]{{2,50}}), by (?P<more>[A-Z].*)"
)
_DESK = re.compile(
    r"[（(【\[]?\s?(?:(?P<house>[^\W\d_]{2,10})\s)?(?:본지\s)?(?P<korean>[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3})\s?(?:기자|특파원|객원기자|인턴기자)\s?[）)】\]]?(?:\s*[\w.+-]{1,40}@[\w.-]{1,60})?"
    r"|[（(【\[](?:本报|本報|新华社)?(?:记者|記者|通讯员)[\s:：]?(?P<chinese>[\u3400-\u9fff\u3040-\u30ff・\s、]{2,24}?)[）)】\]]"
    r"|(?:(?:本报|本報|本网|新华社)(?:记者|記者|通讯员)\s?|(?:记者|記者|通讯员)[\s:：]\s?)(?P<reporter>[\u3400-\u9fff]{2,4}(?:[\s、，][\u3400-\u9fff]{2,4}){0,4})"
    r"|(?P<japanese>[\u3400-\u9fff\u3040-\u30ff]{2,8})\s?(?:記者)|(?P<text>[\u3400-\u9fff]{2,4})\s?[/／]\s?文|文\s?[/／]\s?(?P<after>[\u3400-\u9fff]{2,4})"
)
_VERBAL = re.compile(r".{3,}(?:ed|ing)$|.{3,}[^s]s$")
_EDITING = re.compile(r"\s*[;|]\s*(?:editing|additional reporting|writing|translation)\s+by\b.*$", re.IGNORECASE)
_SMALL_TAIL = re.compile(r",\s(?=[^\W\d_A-Z])[a-zà-ÿ]{1,20}\s[^\W\d_]")
"""Several words behind a comma that begin in small letters and name no role: a sentence goes on there."""
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,40}\.[\w.-]{2,20}|(?<!\w)@\w{2,30}")
_PLACED = re.compile(
    rf"[^\d,:;.!?–—]{{3,60}}?\s(?:in|à|en|em|a|в|у|w)\s(?:the\s)?[{CAPITAL}][^\s,:;.!?]{{1,20}}"
    rf"(?:[\s,]{{1,2}}(?:of\s|de\s|la\s)?[{CAPITAL}][^\s,:;.!?]{{1,20}}){{0,2}}"
)


def byline(line: Line, around: Surroundings, *, strict: bool) -> Facts | None:
    """Author and date of a by line; None if the line is none.

    Args:
        line: a line of the top.
        around: what the paragraphs tell.
        strict: the line could be the headline as well.
    """
    text = line.text.strip("*_ ")
    if line.words > _MAX_WORDS or len(text) > _MAX_CHARS:
        return None
    if match := _DESK.fullmatch(text):
        return Facts(author=_names_of_desk(match))
    match = _BY.fullmatch(text)
    if not match:
        return None
    stretch = _EDITING.sub("", match["names"] or match["more"])
    names = None if strict and _SMALL_TAIL.search(ROLE.sub("", stretch)) else names_in(stretch, around)
    has_colon = bool(match["label"] or (match["mark"] and match["mark"].strip()))
    if names is None or _ends_as_sentence(text):
        return None
    if not _is_trusted(names, around, strict=strict, has_colon=has_colon):
        return None
    told = dates_told(line.text, "byline", around.custom) if find_dates(line.text, around.custom) else Facts()
    author = None if all(map(is_staff, names.listed)) else person(names.text)
    return Facts(author=author, dates=told.dates, updates=told.updates, notes=told.notes, assumed=told.assumed)


def _ends_as_sentence(text: str) -> bool:
    """It ends with a full stop that belongs to no initial or abbreviation such as "Jr."."""
    return bool(re.search(r"(?:[^\W\d_]{3,}(?<!Inc)(?<!Esq)\.|[。।۔])$", text))


def signed(line: Line, around: Surroundings) -> Facts | None:
    """The author of a line below the headline that names a person and no "by".

    It gives a place ("Mira Holt in Port Halden"), an outlet ("MIRA HOLT | Halden Courier") or an address beside the name.
    """
    if line.words > _MAX_SIGNED_WORDS or line.ends_sentence or len(line.text) > _MAX_CHARS or line.text[0] in "-–—":
        return None
    head, bar, tail = (part.strip() for part in re.sub(r"\s*[|·•]\s*", "\0", line.text, count=1).partition("\0"))
    outlet = OUTLET.fullmatch(tail) if bar else None
    if not (outlet or _MAIL.search(line.text) or _PLACED.fullmatch(line.text)):
        return None
    names = names_in(head if outlet else line.text, around)
    if not names or not names.are_full or any(is_common(name, around) for name in names.listed):
        return None
    if not (outlet or _MAIL.search(line.text)) and any(_has_common_stem(name, around) for name in names.listed):
        return None
    return Facts(author=names.text, outlet=tail if outlet else None)


def alone(line: Line, around: Surroundings, *, beside_date: bool) -> Facts | None:
    """The author of a line that holds names and nothing else, nor a "by".

    Args:
        line: a line below the headline.
        around: what the paragraphs tell.
        beside_date: a date line or the like stands above or below it; else more is asked of the names.
    """
    if line.words > _MAX_SIGNED_WORDS or line.ends_sentence or len(line.text) > _MAX_CHARS:
        return None
    names = people_in(line.text.strip("*_ "), around)
    if not names or not (beside_date or not any(_has_common_stem(name, around) for name in names.listed)):
        return None
    return Facts(author=names.text)


def _has_common_stem(name: str, around: Surroundings) -> bool:
    """A word of it is a form of one that the paragraphs use, or ends as verbs do in headlines: "Cranes Banned in Torhamn"."""
    words = [word.casefold() for word in name.split()]
    return any(word[:-1] in around.common or _VERBAL.search(word) for word in words)


def _names_of_desk(match: re.Match[str]) -> str:
    return ", ".join(
        re.split(r"[\s、，·,]+", next(value for key, value in match.groupdict().items() if value and key != "house").strip())
    )


def _is_trusted(names: Names, around: Surroundings, *, strict: bool, has_colon: bool) -> bool:
    """The names are enough to take the line for a by line."""
    if has_colon:
        return not any(around.holds(name) and len(name.split()) == 1 for name in names.listed) or not strict
    if strict:
        return names.are_full and not any(is_spoken_of(name, around) and not is_agency(name) for name in names.listed)
    if names.are_full:
        return not any(all(around.holds(word) for word in name.split()) for name in names.listed)
    return not any(is_common(name, around) or name.casefold() in (WEEKDAYS | MONTHS) for name in names.listed)
