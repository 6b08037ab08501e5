"""The language model is asked, paid and waited for."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.events.base import Event, Level, Named


@dataclass(frozen=True)
class CallBegan(Event):
    """A request was sent.

    Attributes:
        label: what it is about; in_flight: how many are on their way with it.
    """

    level = Level.DEBUG
    label: str
    in_flight: int

    def _words(self, named: Named, /) -> str:
        return f"asked about {named(self.label)}"


@dataclass(frozen=True)
class CallEnded(Event):
    """A request was answered, or given up.

    Attributes:
        label: what it was about; in_flight: how many are still on their way.
    """

    level = Level.DEBUG
    label: str
    in_flight: int

    def _words(self, named: Named, /) -> str:
        return f"call ended about {named(self.label)}"


@dataclass(frozen=True)
class Paid(Event):
    """A request cost so much in this run, whether or not an answer came.

    Attributes:
        model: the name that was asked for.
        is_estimated: the endpoint did not count all of the tokens.
    """

    level = Level.DEBUG
    label: str
    model: str
    input_tokens: int
    output_tokens: int
    is_estimated: bool

    def _words(self, named: Named, /) -> str:
        about = ", estimated" if self.is_estimated else ""
        return f"paid for {named(self.label)}: {self.input_tokens:,} tokens in, {self.output_tokens:,} out{about}"


@dataclass(frozen=True)
class Kept(Event):
    """An answer was there before this run, which pays nothing for it. Tokens are None where they were not counted."""

    level = Level.DEBUG
    label: str
    model: str
    input_tokens: int | None
    output_tokens: int | None

    def _words(self, named: Named, /) -> str:
        return f"an answer kept earlier is used for {named(self.label)}"


@dataclass(frozen=True)
class Waiting(Event):
    """The endpoint takes no more for now, and all calls wait.

    Attributes:
        seconds: how long from here on; until: the time of day of the end.
        why: how it came about, in words; reason: what the endpoint said.
    """

    is_lasting = True
    seconds: float
    until: str
    why: str
    reason: str = ""

    def _words(self, _: Named, /) -> str:
        return f"{self.why}; going on at {self.until}; Ctrl-C is safe, every answer is kept"


@dataclass(frozen=True)
class StillWaiting(Event):
    """The pause of all calls goes on.

    Attributes:
        seconds: what is left of it; left: the same in words; until: the time of day of the end.
    """

    is_lasting = True
    seconds: float
    until: str
    left: str

    def _words(self, _: Named, /) -> str:
        return f"still waiting for the endpoint: {self.left} left, going on at {self.until}"


@dataclass(frozen=True)
class WaitEnded(Event):
    """The pause is over."""

    level = Level.DEBUG

    def _words(self, _: Named, /) -> str:
        return "the endpoint is asked again"


@dataclass(frozen=True)
class WaitingForOther(Event):
    """Another process is asking for the same answer."""

    is_lasting = True
    label: str

    def _words(self, named: Named, /) -> str:
        return f"{named(self.label)}: another run is asking for this answer; waiting for it"


@dataclass(frozen=True)
class Stopping(Event):
    """Somebody asked to stop; answers on their way are waited for."""

    level = Level.WARNING
    under_way: int

    def _words(self, _: Named, /) -> str:
        way = "answer on its way is" if self.under_way == 1 else "answers on their way are"
        return f"stopping: {self.under_way:,} {way} waited for and kept; Ctrl-C again drops what has not come"
