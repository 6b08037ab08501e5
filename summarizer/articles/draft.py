"""What one file yields before it becomes an article: its text and what the file says about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.schema.articles import SourceKind


@dataclass(frozen=True, slots=True)
class Stamp:
    """A whole date, with the time of day ("HH:MM", and the UTC offset if known) where one was given."""

    date: dt.date
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication date together with where it was found."""

    stamp: Stamp
    basis: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says about its article, apart from the text.

    Attributes:
        region: ISO 3166 code of the region that the language is declared for.
        dates: publication dates, the most trusted first.
        updates: dates of later updates; they count only where no date of publication is known.
        kept: days on which a copy was saved; the file's name or address may hold them, and they are no publication.
        unclear: dates of publication as written that could be two days until the language tells, each with its basis.
        notes: what could not be used.
        assumed: what had to be assumed about what is used, such as the order of a date in numbers.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    dates: tuple[Dated, ...] = ()
    updates: tuple[Dated, ...] = ()
    kept: tuple[dt.date, ...] = ()
    notes: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    unclear: tuple[tuple[str, str], ...] = ()
    region: str | None = None

    def or_else(self, other: Facts) -> Facts:
        """These facts, with the other's where these say nothing; dates, updates, days of saving and notes of both."""
        return Facts(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            author=self.author or other.author,
            language=self.language or other.language,
            url=self.url or other.url,
            dates=self.dates + other.dates,
            updates=self.updates + other.updates,
            kept=self.kept + other.kept,
            notes=self.notes + other.notes,
            assumed=self.assumed + other.assumed,
            unclear=self.unclear + other.unclear,
            region=self.region if self.language else other.region,
        )


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes that an article was read from: their SHA-256 in hex, and whether they are a file or what one holds."""

    sha256: str
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of one article as its format gave it, before zones are marked.

    Attributes:
        text: its characters; what is set apart in it stands between the marks of `articles.marks`.
        label: what is added to the file's path to name this article: "#2" for the second of a feed, "/ferry.html" for
            a file in an archive, else empty.
        incomplete: why the text is known not to be the whole article; None if nothing speaks for it.
        source: the bytes it was read from; None until they are noted.
    """

    text: str
    facts: Facts = field(default_factory=Facts)
    notes: tuple[str, ...] = ()
    label: str = ""
    incomplete: str | None = None
    source: Source | None = None


def joined_names(values: Iterable[str | None]) -> str | None:
    """Names as one line, without repeats; None if there is none."""
    names = list(dict.fromkeys(value for value in values if value))
    return ", ".join(names) or None
