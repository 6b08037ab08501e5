"""What is left of an item when what does not fit is taken out of it."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from summarizer.llm.salvage import Path

SAYS_BY_ABSENCE = frozenset({"by"})
"""Fields whose absence says something: without its speaker a statement is the article's own."""
_ABSENT: tuple[Any, ...] = (None, [], ())


@dataclass(frozen=True)
class Misfit:
    """What does not fit, and where; `of_object`: it is about the object that the last step of the path is in."""

    path: Path
    why: str
    of_object: bool = False


def value_at(value: Any, path: Path) -> Any:
    """What stands at a place; None if there is nothing."""
    for step in path:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return None
    return value


def without_misfits(item: Any, errors: Iterable[Misfit], name: str, answer_type: type[BaseModel]) -> Any:
    """The item without the nearest list items and optional fields that hold what does not fit; None if it is one of them."""
    removed: set[Path] = set()
    for error in errors:
        path = _removable((name, 0, *error.path[2:]), answer_type, of_object=error.of_object)
        if path is None:
            return None
        removed.add(path[2:])
    made = copy.deepcopy(item)
    for path in sorted(removed, key=_deepest_last, reverse=True):
        if not isinstance(holder := value_at(made, path[:-1]), dict | list):
            return None
        try:
            del holder[path[-1]]  # type: ignore[arg-type]
        except (LookupError, TypeError):
            return None
    return made


def _deepest_last(path: Path) -> list[tuple[bool, int, str]]:
    """Sorts places so that, read backwards, none is moved or gone by the removal of one before it."""
    return [(isinstance(step, str), step if isinstance(step, int) else 0, str(step)) for step in path]


def _removable(path: Path, answer_type: type[BaseModel], *, of_object: bool) -> Path | None:
    """The nearest place at or above this one that the item can be without. None if it is the whole item.

    An unknown field takes its object with it: it may say the opposite of the rest ("negated": true).
    """
    if of_object:
        path = path[:-1]
    while len(path) > 2:  # noqa: PLR2004  the list and the item's place in it
        last = path[-1]
        if isinstance(last, int) or _may_lack(_field_at(path, answer_type), last):
            return path
        path = path[:-1]
    return None


def _may_lack(one: FieldInfo | None, name: str) -> bool:
    """Whether the absence of a field says nothing."""
    return one is not None and name not in SAYS_BY_ABSENCE and not one.is_required() and one.default in _ABSENT


def _field_at(path: Path, answer_type: type[BaseModel]) -> FieldInfo | None:
    """The field that a path ends at."""
    inner: type[BaseModel] | None = answer_type
    found: FieldInfo | None = None
    for step in path:
        if isinstance(step, int):
            continue
        found = inner.model_fields.get(step) if inner is not None else None
        inner = _model_in(found.annotation) if found is not None else None
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for inner in get_args(annotation) if (model := _model_in(inner)) is not None), None)
