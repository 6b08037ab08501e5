"""The labels of a story: which differences were planted, what only looks like one, and what else must be read.

A place is named by the beginning of a file's name and a regular expression that is searched in the quotations of that
file; all but those of `not_the_article` are searched without case. Unknown keys are for the people who write labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import from_json

from summarizer.errors import ConfigError
from summarizer.terms import FindingKind, Verdict


def _any_case(pattern: object) -> object:
    return _compiled(pattern, re.IGNORECASE)


def _same_case(pattern: object) -> object:
    return _compiled(pattern, re.NOFLAG)


def _compiled(pattern: object, flags: re.RegexFlag) -> object:
    if not isinstance(pattern, str):
        return pattern
    try:
        return re.compile(pattern, flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"{pattern!r} is no regular expression ({error})") from error


def _first_two(row: object) -> object:
    return row[:2] if isinstance(row, list) else row


def _first_three(row: object) -> object:
    return row[:3] if isinstance(row, list) else row


Prefix = Annotated[str, Field(min_length=1)]
AnyCase = Annotated[re.Pattern[str], BeforeValidator(_any_case)]
SameCase = Annotated[re.Pattern[str], BeforeValidator(_same_case)]


class Place(NamedTuple):
    """Quotations of one article: the beginning of its file's name, and what the quotation holds."""

    prefix: Prefix
    pattern: AnyCase


class Alien(NamedTuple):
    """What stands in a file and is not its article: a sidebar, a caption, spam."""

    prefix: Prefix
    pattern: SameCase


class Saying(NamedTuple):
    """Who says what in one article."""

    prefix: Prefix
    source: AnyCase
    words: AnyCase


class Kin(NamedTuple):
    """Two articles that go back to one report, by the beginnings of their files' names."""

    left: Prefix
    right: Prefix


Pair = tuple[Place, Place]
"""Two places that differ, or look as if they did."""


class Label(BaseModel):
    """Base of what labels say: frozen; keys that mean nothing here are left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Decoy(Label):
    """What looks like a difference and is none.

    Attributes:
        sides: the two places; any_of: several pairs of places, of which one is enough. It goes before `sides`.
    """

    id: str
    sides: Pair | None = None
    any_of: tuple[Pair, ...] = ()

    @model_validator(mode="after")
    def _has_sides(self) -> Self:
        if not self.ways:
            raise ValueError('needs "sides" (two places) or "any_of" (pairs of places)')
        return self

    @property
    def ways(self) -> tuple[Pair, ...]:
        """The pairs of places, of which one is enough."""
        return self.any_of or ((self.sides,) if self.sides else ())


class Planted(Decoy):
    """A difference that is there.

    Attributes:
        accept: the verdicts that are right about it.
    """

    kind: FindingKind
    accept: tuple[Verdict, ...] = Field(default=(Verdict.CONTRADICT,), min_length=1)


class Gold(Label):
    """All labels of one story.

    Attributes:
        must_flag: the planted differences; must_not_flag: the decoys.
        also_true: real contradictions that nobody planted: right if reported, not missed if not.
        same_source: articles that must be counted as one origin.
        not_the_article: what no item may be quoted from.
        figures, attributions: what must be among the extracted items.
    """

    must_flag: tuple[Planted, ...]
    must_not_flag: tuple[Decoy, ...]
    also_true: tuple[Planted, ...] = ()
    same_source: tuple[Annotated[Kin, BeforeValidator(_first_two)], ...] = ()
    not_the_article: tuple[Annotated[Alien, BeforeValidator(_first_two)], ...] = ()
    figures: tuple[Annotated[Place, BeforeValidator(_first_two)], ...] = ()
    attributions: tuple[Annotated[Saying, BeforeValidator(_first_three)], ...] = ()

    def prefixes(self) -> Iterator[tuple[str, str]]:
        """Every beginning of a file's name, behind the entry that it stands in."""
        for field in ("must_flag", "must_not_flag", "also_true"):
            for label in getattr(self, field):
                yield from ((f"{field} {label.id}", place.prefix) for pair in label.ways for place in pair)
        for position, kin in enumerate(self.same_source):
            yield from ((f"same_source[{position}]", prefix) for prefix in kin)
        for field in ("not_the_article", "figures", "attributions"):
            yield from ((f"{field}[{position}]", row.prefix) for position, row in enumerate(getattr(self, field)))


def parse_gold(data: bytes, name: str) -> Gold:
    """The labels in these bytes. Raises ConfigError that names the file and the entry."""
    raw = parse_json(data, name)
    try:
        gold = Gold.model_validate(raw)
    except ValidationError as error:
        raise ConfigError(f"{name}: {_first_fault(error, raw)}") from error
    for field in ("must_flag", "must_not_flag", "also_true"):
        _refuse_twins([label.id for label in getattr(gold, field)], f"{name}: {field}")
    return gold


def parse_json(data: bytes, name: str) -> Any:
    """What the JSON in these bytes says. Raises ConfigError."""
    try:
        return from_json(data.removeprefix(b"\xef\xbb\xbf"), allow_inf_nan=False)
    except ValueError as error:
        raise ConfigError(f"{name}: is not JSON ({error})") from error


def _refuse_twins(ids: list[str], where: str) -> None:
    for label_id in ids:
        if ids.count(label_id) > 1:
            raise ConfigError(f"{where}: {label_id!r} is the id of two entries")


def _first_fault(error: ValidationError, raw: Any) -> str:
    """Where the first fault is, what it is, and how many there are besides."""
    faults = error.errors(include_url=False, include_input=False, include_context=False)
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return f"{_entry(faults[0]['loc'], raw)}: {faults[0]['msg'].removeprefix('Value error, ')}{more}"


def _entry(loc: tuple[int | str, ...], raw: Any) -> str:
    """A place in the labels as a person would name it: `must_flag[3] (toll): sides[0][1]`."""
    if len(loc) < 2:  # noqa: PLR2004  a list, and the entry in it
        return "".join(map(str, loc)) or "the file"
    entry = raw[loc[0]][loc[1]]
    named = f" ({entry['id']})" if isinstance(entry, dict) and isinstance(entry.get("id"), str) else ""
    deeper = "".join(f"[{part}]" if isinstance(part, int) else f" {part}" for part in loc[2:])
    return f"{loc[0]}[{loc[1]}]{named}{deeper}"
