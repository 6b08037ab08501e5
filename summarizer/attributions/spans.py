"""The records of this package."""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[int, int]
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as token ranges of one sentence; `waits` if its content is the quotation that comes next."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    kind: str
    stance: str
    negated: bool = False
    waits: bool = False
    supposed: bool = False


@dataclass(frozen=True, slots=True)
class AttributionSpan:
    """Somebody said, thought or wanted something.

    Each place is a half-open pair of code point offsets; a role that is split ("…," he said, "…") has several.

    Attributes:
        source: Who; empty where the text leaves it out ("Asked about the deal, …").
        cue: The words that show it: "said", "according to", a colon.
        content: What. Quotation marks belong to it, a comma or full stop outside them does not.
        direct: True if a quotation makes up the content or part of it.
        stance: How the cue presents the content: "neutral", "denial" (denied, rejected) or "doubt" (claimed, alleged).
        kind: "speech", "order", "thought", "attitude" or "evidence" (a poll shows, documents reveal).
        anonymous: True if the source is not named ("officials", "a source close to the talks").
        negated: True if the text does not tell that it was said: "did not say", "nobody said", "if he says so",
            "would say", "declined to say".
        supposed: True if it is told only as something that somebody would, might or is to say.
    """

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]
    direct: bool = False
    stance: str = "neutral"
    kind: str = "speech"
    anonymous: bool = False
    negated: bool = False
    supposed: bool = False

    @property
    def denial(self) -> bool:
        """True if the cue presents the content as denied."""
        return self.stance == "denial"

    @property
    def doubt(self) -> bool:
        """True if the cue keeps a distance from the content."""
        return self.stance == "doubt"
