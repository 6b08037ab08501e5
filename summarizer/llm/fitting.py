"""Holds the JSON of an answer against its type, item by item, so that one item that does not fit costs no other."""

from __future__ import annotations

import copy
import functools
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, get_origin

from pydantic import BaseModel, ValidationError

from summarizer.llm.pruning import Misfit, value_at, without_misfits
from summarizer.llm.salvage import Broken, Path, UnfitError, broken_in, json_in, read_json

LARGEST_ITEM = 20_000
"""Characters of one item as JSON. Real ones have some hundred; a larger one is noise that every later step would pay for."""
DEEPEST = 40
"""Levels of one item; each later step would need as many of the stack."""
MOST_REASONS = 8
"""Reasons told of one answer; a model that got more wrong than this has not understood the first of them."""


@dataclass(frozen=True)
class Slot:
    """One item of a list in its place.

    Attributes:
        value: as the model gave it.
        why: what does not fit, a line each; empty if it fits.
        pruned: the same without what does not fit; None if it is nothing without that.
    """

    value: Any
    why: tuple[str, ...] = ()
    pruned: Any = None

    @property
    def usable(self) -> Any:
        """What can be used of it; None if nothing."""
        return self.pruned if self.why else self.value


@dataclass(frozen=True)
class Fault:
    """What does not fit beside the items: a list that is missing or none, a field of another type, one that nobody knows."""

    name: str
    why: str
    value: Any = None


@dataclass(frozen=True)
class Fitted:
    """An answer, sorted into what fits its type and what does not.

    Attributes:
        lists: the items of each list; fields: all else that fits.
        faults: what does not fit and is no item.
        beyond: what was left out because there is too much of it, a line each.
        unread: why there is nothing to sort; None if there is.
        cut: why the reading ends before the answer does; None if it was read whole.
    """

    lists: dict[str, tuple[Slot, ...]] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    beyond: tuple[str, ...] = ()
    unread: str | None = None
    cut: str | None = None

    @property
    def fits(self) -> bool:
        """Nothing in it has to be asked for again."""
        return self.unread is None and not self.faults and not any(slot.why for _, slot in self.slots())

    @property
    def has_items(self) -> bool:
        """At least one item of a list can be used."""
        return any(slot.usable is not None for _, slot in self.slots())

    def slots(self) -> Iterator[tuple[str, Slot]]:
        """All items with the name of their list."""
        return ((name, slot) for name, slots in self.lists.items() for slot in slots)

    def data(self) -> dict[str, Any]:
        """What can be used, as the type takes it."""
        usable = {name: [slot.usable for slot in slots if slot.usable is not None] for name, slots in self.lists.items()}
        return {**self.fields, **usable}

    def reasons(self) -> list[str]:
        """What does not fit, a line each, with its place in the answer."""
        if self.unread is not None:
            return [self.unread]
        at_items = [
            f"{name}.{place}{'.' if not why.startswith(':') else ''}{why}"
            for name, slots in self.lists.items()
            for place, slot in enumerate(slots)
            for why in slot.why
        ]
        return [f"{fault.name}: {fault.why}" for fault in self.faults] + at_items


def in_few_words(reasons: list[str]) -> str:
    """The first reasons, a line each, and how many more there are."""
    more = [f"and {len(reasons) - MOST_REASONS} more"] if len(reasons) > MOST_REASONS else []
    return "\n".join([*reasons[:MOST_REASONS], *more])


def fitted(text: str, answer_type: type[BaseModel], most: int | None = None) -> Fitted:
    """Sort an answer's JSON by its type. No more than `most` items of each list are looked at."""
    try:
        reading = read_json(json_in(text))
    except UnfitError as error:
        return Fitted(unread=str(error))
    if not isinstance(reading.value, dict):
        return Fitted(unread="answer: Input should be an object")
    data, beyond = _bounded(reading.value, list_names(answer_type), most, sized=len(text) > LARGEST_ITEM)
    return replace(_sorted(data, answer_type), beyond=tuple(beyond), cut=reading.cut)


@functools.cache
def list_names(answer_type: type[BaseModel]) -> frozenset[str]:
    """The names of the type's lists."""
    return frozenset(name for name, one in answer_type.model_fields.items() if get_origin(one.annotation) is list)


def _bounded(data: dict[str, Any], lists: frozenset[str], most: int | None, *, sized: bool) -> tuple[dict[str, Any], list[str]]:
    """The data without what is beyond the limits, and a line on each list that had more items than may be."""
    kept, beyond = dict(data), []
    for name, value in data.items():
        if name not in lists or not isinstance(value, list):
            kept[name] = _in_bounds(value, sized=sized)
            continue
        kept[name] = [_in_bounds(item, sized=sized) for item in value[:most]]
        if len(kept[name]) < len(value):
            beyond.append(f"{name}: {len(value) - len(kept[name]):,} beyond the first {len(kept[name]):,}")
    return kept, beyond


def _in_bounds(value: Any, *, sized: bool) -> Any:
    """The value, unless it is nested more deeply or, if its size is asked for, longer than any real item."""
    waiting = [(1, value)]
    while waiting:
        depth, one = waiting.pop()
        if depth > DEEPEST:
            return Broken("nested too deeply")
        if isinstance(one, dict | list):
            waiting += [(depth + 1, inner) for inner in (one.values() if isinstance(one, dict) else one)]
    if sized and len(_dumped(value)) > LARGEST_ITEM:
        return Broken(f"is longer than {LARGEST_ITEM:,} characters")
    return value


def _dumped(data: Any) -> str:
    return json.dumps(data, default=lambda _: None)


def _sorted(data: dict[str, Any], answer_type: type[BaseModel]) -> Fitted:
    """Each item with what is wrong with it, found by holding the whole against the type."""
    lists = list_names(answer_type)
    by_item: dict[tuple[str, int], list[Misfit]] = defaultdict(list)
    faults: dict[str, Fault] = {}
    for error in _errors(data, answer_type):
        name = str(error.path[0]) if error.path else "answer"
        place = error.path[1] if len(error.path) > 1 else None
        if name in lists and isinstance(place, int) and isinstance(data.get(name), list) and place < len(data[name]):
            by_item[name, place].append(error)
        else:
            faults.setdefault(name, Fault(name, error.why, data.get(name)))
    known = {name: data[name] for name in data if name not in faults}
    return Fitted(
        lists={
            name: tuple(_slot(item, by_item.get((name, place), ()), name, answer_type) for place, item in enumerate(value))
            for name, value in known.items()
            if name in lists
        },
        fields={name: value for name, value in known.items() if name not in lists},
        faults=tuple(faults.values()),
    )


def _errors(data: dict[str, Any], answer_type: type[BaseModel]) -> Iterator[Misfit]:
    """All that does not fit: what cannot be read, and what pydantic finds. Raises nothing."""
    broken = list(broken_in(data))
    yield from (Misfit(path, why) for path, why in broken)
    whole = _without([path for path, _ in broken], data)
    try:
        # Through JSON again: pydantic reads enums and dates there.
        answer_type.model_validate_json(_dumped(whole))
    except ValidationError as error:
        unreadable = {path for path, _ in broken}
        for one in error.errors(include_url=False, include_input=False, include_context=False):
            path = tuple(one["loc"])
            if path not in unreadable:
                yield Misfit(path, one["msg"], of_object=one["type"] in {"missing", "extra_forbidden"})


def _without(paths: Iterable[Path], data: dict[str, Any]) -> dict[str, Any]:
    """The data with null in some places."""
    paths = list(paths)
    made = copy.deepcopy(data) if paths else data
    for path in paths:
        value_at(made, path[:-1])[path[-1]] = None
    return made


def _slot(item: Any, errors: Iterable[Misfit], name: str, answer_type: type[BaseModel]) -> Slot:
    errors = list(errors)
    if not errors:
        return Slot(item)
    why = tuple(f"{'.'.join(map(str, error.path[2:]))}: {error.why}" for error in errors)
    pruned = without_misfits(item, errors, name, answer_type)
    if pruned is not None and any(True for _ in _item_errors(pruned, name, answer_type)):
        pruned = None
    return Slot(item, why, pruned)


def _item_errors(item: Any, name: str, answer_type: type[BaseModel]) -> Iterator[Misfit]:
    """What does not fit in one item of a list; what the rest of the answer lacks is not its fault."""
    return (error for error in _errors({name: [item]}, answer_type) if error.path[:2] == (name, 0) or not error.path)
