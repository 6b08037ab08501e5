"""Floors: how good a story's scores must stay. Two measures have a ceiling in the place of a floor."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from summarizer.errors import ConfigError
from summarizer.evaluation.gold import parse_json
from summarizer.evaluation.scores import StoryScore

BELOW_FLOOR = 1
"""Exit code of a run in which a value is worse than its floor."""
CEILINGS = frozenset({"decoys_flagged", "calls_per_article"})
"""The measures that are better when they are lower."""


class StoryFloors(BaseModel):
    """The worst values that one story may have; None is not held.

    A key that is none of these is an error: a misspelt floor would hold nothing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    recall: float | None = Field(default=None, ge=0, le=1)
    precision: float | None = Field(default=None, ge=0, le=1)
    meeting_recall: float | None = Field(default=None, ge=0, le=1)
    figures: float | None = Field(default=None, ge=0, le=1)
    attributions: float | None = Field(default=None, ge=0, le=1)
    decoys_flagged: int | None = Field(default=None, ge=0)
    calls_per_article: float | None = Field(default=None, ge=0)


Floors = Mapping[str, StoryFloors]
"""Floors by the story's name."""
_FLOORS = TypeAdapter(dict[str, StoryFloors])


@dataclass(frozen=True)
class Shortfall:
    """One value that is worse than its floor; None is a value that there is nothing to make of."""

    story: str
    measure: str
    value: float | None
    floor: float

    def __str__(self) -> str:
        side, bound = ("above", "ceiling") if self.measure in CEILINGS else ("below", "floor")
        if self.value is None:
            return f"{self.story}: there is nothing to take {self.measure} of; its {bound} is {self.floor:g}"
        return f"{self.story}: {self.measure} {self.value:g} is {side} its {bound} {self.floor:g}"


def parse_floors(data: bytes, name: str) -> dict[str, StoryFloors]:
    """The floors in these bytes. Raises ConfigError that names the file and the entry."""
    raw = parse_json(data, name)
    try:
        return _FLOORS.validate_python(raw)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise ConfigError(f"{name}: {' '.join(map(str, fault['loc'])) or 'the file'}: {fault['msg']}") from error


def render_floors(floors: Floors) -> str:
    """The floors as JSON, stories in the order of their names."""
    rows = {story: floors[story].model_dump(exclude_none=True) for story in sorted(floors)}
    return json.dumps(rows, indent=2) + "\n"


def shortfalls(scores: Sequence[StoryScore], floors: Floors) -> tuple[Shortfall, ...]:
    """Every value of these stories that is worse than its floor."""
    return tuple(
        shortfall for score in scores if score.story in floors for shortfall in _shortfalls(score, floors[score.story])
    )


def raised(scores: Sequence[StoryScore], floors: Floors, *, lower: bool = False) -> dict[str, StoryFloors]:
    """The floors with those of these stories raised to their values; with `lower`, put at their values."""
    own = {score.story: _raised(score, floors.get(score.story, StoryFloors()), lower=lower) for score in scores}
    return {**floors, **own}


def measured(score: StoryScore) -> StoryFloors:
    """What can be held to a floor, as this run has it."""
    m = score.measures
    return StoryFloors(
        recall=m.recall.value,
        precision=m.precision.value,
        meeting_recall=m.meeting_recall.value,
        figures=m.figures.value,
        attributions=m.attributions.value,
        decoys_flagged=m.decoys_flagged,
        calls_per_article=m.calls_per_article,
    )


def _shortfalls(score: StoryScore, floors: StoryFloors) -> list[Shortfall]:
    values = dict(measured(score))
    return [
        Shortfall(score.story, measure, values[measure], floor)
        for measure, floor in floors
        if floor is not None and _is_worse(measure, values[measure], floor)
    ]


def _is_worse(measure: str, value: float | None, floor: float) -> bool:
    if value is None:
        return True
    return value > floor if measure in CEILINGS else value < floor


def _raised(score: StoryScore, floors: StoryFloors, *, lower: bool) -> StoryFloors:
    values = measured(score)
    if lower:
        return values
    old = dict(floors)
    return StoryFloors(**{measure: _better(measure, value, old[measure]) for measure, value in values})


def _better(measure: str, left: float | None, right: float | None) -> float | None:
    known = [value for value in (left, right) if value is not None]
    if not known:
        return None
    return min(known) if measure in CEILINGS else max(known)
