"""One article of an export: what its database says about it, and its text, as a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Dated, Draft, Facts, joined_names
from summarizer.articles.fields import language_tag, person, unused_date, web_address
from summarizer.articles.formats.exports.labels import Role, role_of
from summarizer.articles.formats.refusals import BadEntry
from summarizer.articles.lines import word_count
from summarizer.articles.marks import apart
from summarizer.articles.publication import find_dates, is_ambiguous, read_stamp
from summarizer.articles.zoning.names import names_in
from summarizer.articles.zoning.surroundings import Surroundings
from summarizer.terms import ZoneKind

BASIS = "header of the export"
_MIN_SHARE, _MIN_MISSING = 0.5, 20
_MAX_LISTED = 12
_CHARACTERS = re.compile(r"字|글자")
_NUMBER = re.compile(r"\d{1,3}(?:[.,\u00a0 ]\d{3})+|\d{1,6}")
_SURNAME_FIRST = re.compile(
    r"(?P<last>[^\W\d_][\w’'-]{1,30}(?: [\w’'-]{2,30})?), (?P<first>[^\W\d_][\w.’'-]{0,20}(?: [\w.’'-]{1,20})?)"
)
_ROLE = re.compile(
    r"\b(?:staff|correspondent|editor|reporter|writer|desk|agency|news|redaktion|korrespondent)\b", re.IGNORECASE
)
_BY = re.compile(r"^(?:Von|Par|Por|Di|Door|Av|De notre)\s+(?=\S+\s+\S)", re.IGNORECASE)
_COUNTED = re.compile(
    r"^[\s*_#]*(?:(?:article|artikel|artículo|source|quelle|text|document|outlet|paper|from)\s*\d{0,3}\s*[:.)]|\d{1,3}[.)])\s+",
    re.IGNORECASE,
)
_OF_DATE = re.compile(r"\s(?:vom|du|del|dated|of|van|av|från|от|z|dnia)\s*$", re.IGNORECASE)
_EDITION = re.compile(r"\s+-\s+[^-]{0,60}\b(?:edition|ausgabe|édition|edición|editie)\b.*", re.IGNORECASE)
_NOTHING = re.compile(
    r"\W*(?:(?:full ?text |abstract )?(?:none|not) available|n/?a|none|null|keine|nicht verfügbar|non disponible|no disponible|"
    r"non disponibile|niet beschikbaar)\W*",
    re.IGNORECASE,
)


@dataclass
class Record:
    """What was read of one article.

    Attributes:
        text: its running text; empty if the export gives none.
        abstract: a summary, used where there is no text.
        corrections: what the outlet corrected afterwards.
        words: how long the database says it is, as printed ("143 words").
        labelled: facts that a label gave.
        left_out: names of the database's own lines that are no part of the article.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    words: str | None = None
    text: str = ""
    abstract: str = ""
    corrections: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    labelled: set[str] = field(default_factory=set)

    def draft(self, label: str) -> Draft | BadEntry:
        """The record as a draft; an entry that cannot be used if it has no text at all."""
        text = self.text.strip()
        incomplete = shortfall(text, self.words)
        if not has_text(text):
            text, incomplete = self.abstract.strip(), "the export gives only a summary of it"
            self.left_out = [name for name in self.left_out if role_of(name) is not Role.ABSTRACT]
        if not has_text(text):
            return BadEntry(label, f"{_named(self.title)}has no text in this export; export it again with the full text")
        corrections = "".join(f"\n\n{apart(' '.join(note.split()), ZoneKind.NOTE)}" for note in self.corrections)
        return Draft(text + corrections + "\n", self.facts(), (*self.notes, *self._losses()), label, incomplete)

    def facts(self) -> Facts:
        """What the database says, in the form of facts; dates of loading or updating are not among it."""
        stamp = read_stamp(self.date) if self.date else None
        is_unclear = bool(self.date and not stamp and is_ambiguous(self.date))
        note = unused_date(self.date, BASIS) if self.date and not stamp and not is_unclear else None
        return Facts(
            title=visible_line(self.title.strip("*_# ")) if self.title else None,
            outlet=outlet_name(self.outlet) if self.outlet else None,
            author=_author(self.author) if self.author else None,
            language=_language(self.language),
            url=web_address(self.url),
            dates=(Dated(stamp, BASIS),) if stamp else (),
            notes=(note,) if note else (),
            unclear=((self.date, BASIS),) if self.date and is_unclear else (),
        )

    def _losses(self) -> Iterable[str]:
        names = list(dict.fromkeys(name for name in self.left_out if name))
        if names:
            more = f" and {len(names) - _MAX_LISTED} more" if len(names) > _MAX_LISTED else ""
            yield f"lines of the export that are not the article were left out: {', '.join(names[:_MAX_LISTED])}{more}"


def has_text(text: str) -> bool:
    """It holds letters or digits, and says more than that nothing is available."""
    return any(c.isalnum() for c in text) and not (len(text) < 60 and _NOTHING.fullmatch(text))  # noqa: PLR2004


def outlet_name(text: str) -> str | None:
    """An outlet without the edition, date, page or place of publication behind it."""
    text = _COUNTED.sub("", text, count=1)
    spans = find_dates(text[:300])
    cut = text[: spans[0].start] if spans else text
    cut = _EDITION.sub("", re.split(r"[;\[|]", cut, maxsplit=1)[0])
    cut = _OF_DATE.sub("", cut) if spans else cut
    return visible_line(cut.strip(" \t\u00a0,.;:·-–—(*_#"))


def cited(value: str) -> tuple[str | None, str | None]:
    """Outlet and date of a line such as "Harbour Post; Port Nyman [Port Nyman]. 04 Mar 2021: A.3."."""
    spans = find_dates(value[:300])
    return outlet_name(value), value[spans[0].start : spans[0].end] if spans else None


def _named(title: str | None) -> str:
    return f"“{visible_line(title, 80)}” " if title else ""


def _language(value: str | None) -> str | None:
    return language_tag(re.split(r"[;,/(]", value, maxsplit=1)[0].strip()) if value else None


def _author(value: str) -> str | None:
    names = [name for part in value.split(";") if (name := _turned(part.strip()))]
    found = ((name, names_in(name, Surroundings())) for name in map(_without_by, names))
    return joined_names(person(named.text if named else name) for name, named in found)


def _without_by(name: str) -> str:
    """A byline of three words or more without "Von", "Par" or "Por" before the name."""
    return _BY.sub("", name)


def _turned(name: str) -> str:
    """A name with its surname last."""
    match = _SURNAME_FIRST.fullmatch(name)
    if not match or _ROLE.search(match["first"]) or (" " in match["first"] and " " in match["last"]):
        return name
    return f"{match['first']} {match['last']}"


def shortfall(text: str, words: str | None) -> str | None:
    """Why a text cannot be the whole article by the length that is given of it, such as "143 words"; None if it can."""
    match = _NUMBER.search(words) if words else None
    if not match or not words:
        return None
    told = int(re.sub(r"\D", "", match[0]))
    here = sum(c.isalnum() for c in text) if _CHARACTERS.search(words) else word_count(text)
    if here >= _MIN_SHARE * told or told - here < _MIN_MISSING:
        return None
    return f"the export counts {told:,} words, the text here has {here:,}"
