"""The articles are compared, the report is written, and what else there is to say."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.events.base import Event, Level, Named, plural


@dataclass(frozen=True)
class Comparing(Event):
    """The articles are laid side by side."""

    is_lasting = True
    articles: int

    def _words(self, _: Named, /) -> str:
        return f"comparing {self.articles:,} {plural(self.articles, 'article')}"


@dataclass(frozen=True)
class Proposing(Event):
    """Of the tables of statements so many were read, well or not."""

    done: int
    of: int

    def _words(self, _: Named, /) -> str:
        return f"read {self.done:,} of {self.of:,} {plural(self.of, 'table')} of statements"


@dataclass(frozen=True)
class Weighing(Event):
    """Of the calls that weigh passages so many have ended. What is doubted adds calls, so `of` may grow."""

    done: int
    of: int

    def _words(self, _: Named, /) -> str:
        return f"weighed {self.done:,} of {self.of:,} {plural(self.of, 'batch', 'batches')} of passages"


@dataclass(frozen=True)
class Unjudged(Event):
    """A part of the comparison got no answer."""

    level = Level.WARNING
    what: str
    why: str

    def _words(self, _: Named, /) -> str:
        return f"not compared: {self.why if self.why.startswith(self.what) else f'{self.what}: {self.why}'}"


@dataclass(frozen=True)
class Doubted(Event):
    """Something is odd about the answers of the run as a whole."""

    level = Level.WARNING
    text: str

    def _words(self, _: Named, /) -> str:
        return f"warning: {self.text}"


@dataclass(frozen=True)
class StoryBegan(Event):
    """One of several stories is run."""

    is_lasting = True
    story: str

    def _words(self, _: Named, /) -> str:
        return f"story {self.story}"


@dataclass(frozen=True)
class Writing(Event):
    """The report is written into a folder."""

    folder: str

    def _words(self, _: Named, /) -> str:
        return f"writing the report into {self.folder}"


@dataclass(frozen=True)
class Finished(Event):
    """The run is done.

    Attributes:
        summary: what came of it, in a line; sent: requests sent for it.
    """

    is_lasting = True
    summary: str
    sent: int

    def _words(self, _: Named, /) -> str:
        return f"{self.summary}, {self.sent:,} {plural(self.sent, 'request')} sent"


@dataclass(frozen=True)
class Remark(Event):
    """A line about the progress of something that has no event of its own."""

    is_lasting = True
    text: str

    def _words(self, _: Named, /) -> str:
        return self.text


@dataclass(frozen=True)
class Notice(Event):
    """Something that nobody may miss, though nothing failed."""

    level = Level.WARNING
    is_said_when_quiet = True
    text: str

    def _words(self, _: Named, /) -> str:
        return self.text


@dataclass(frozen=True)
class Failed(Event):
    """The command failed, or something beside it did."""

    level = Level.ERROR
    is_said_when_quiet = True
    text: str

    def _words(self, _: Named, /) -> str:
        return self.text
