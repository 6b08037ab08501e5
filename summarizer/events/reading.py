"""Files become articles, and articles statements."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.events.base import Event, Level, Named, listed, plural, without


@dataclass(frozen=True)
class Started(Event):
    """The run begins with these paths; nothing is read yet."""

    is_lasting = True
    paths: tuple[str, ...]

    def _words(self, named: Named, /) -> str:
        return f"starting: {listed([path if path != '-' else 'standard input' for path in self.paths], named)}"


@dataclass(frozen=True)
class FilesFound(Event):
    """So many files are about to be read."""

    files: int

    def _words(self, _: Named, /) -> str:
        return f"{self.files:,} {plural(self.files, 'file')} found"


@dataclass(frozen=True)
class FileRead(Event):
    """One more file was looked at, whatever came of it."""

    done: int
    of: int

    def _words(self, _: Named, /) -> str:
        return f"read {self.done:,} of {self.of:,} {plural(self.of, 'file')}"


@dataclass(frozen=True)
class LeftOut(Event):
    """A file could not be used."""

    level = Level.WARNING
    path: str
    why: str

    def _words(self, named: Named, /) -> str:
        return f"left out: {named(self.path)}: {without(self.why, self.path, named)}"


@dataclass(frozen=True)
class FilesPassedOver(Event):
    """Files that nobody could take for articles."""

    is_lasting = True
    what: str

    def _words(self, _: Named, /) -> str:
        return f"passed over: {self.what}"


@dataclass(frozen=True)
class ExtractionBegan(Event):
    """The statements of so many articles are about to be extracted.

    Attributes:
        by_rules: no model is asked.
    """

    articles: int
    by_rules: bool

    def _words(self, _: Named, /) -> str:
        how = " by rules" if self.by_rules else ""
        return f"extracting the statements of {self.articles:,} {plural(self.articles, 'article')}{how}"


@dataclass(frozen=True)
class Extracted(Event):
    """An article was extracted.

    Attributes:
        statements: how many it gave; by_rules: how many of them rules found; missing: answers that its text does not have.
        done, of: articles so far, failed ones included, and all of them.
    """

    path: str
    statements: int
    by_rules: int
    missing: int
    done: int
    of: int

    def _words(self, named: Named, /) -> str:
        rules = f", {self.by_rules:,} of them by rules" if self.by_rules else ""
        missing = f", {self.missing:,} not found in the text" if self.missing else ""
        return f"extracted {named(self.path)}: {self.statements:,} {plural(self.statements, 'statement')}{rules}{missing}"


@dataclass(frozen=True)
class NotExtracted(Event):
    """An article got no answer."""

    level = Level.WARNING
    path: str
    why: str
    done: int
    of: int

    def _words(self, named: Named, /) -> str:
        return f"no answer: {named(self.path)}: {without(self.why, self.path, named)}"


@dataclass(frozen=True)
class ReadInPart(Event):
    """The model has not read the whole of an article."""

    level = Level.WARNING
    path: str
    why: str

    def _words(self, named: Named, /) -> str:
        return f"not read whole: {named(self.path)}: {without(self.why, self.path, named)}"


@dataclass(frozen=True)
class Split(Event):
    """An article is too long to be asked about in one piece."""

    is_lasting = True
    path: str

    def _words(self, named: Named, /) -> str:
        return f"{named(self.path)}: too long for the model in one piece; asked about in several"
