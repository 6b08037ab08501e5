"""Reads what people labelled in Label Studio: its exports JSON (a task with its annotations) and JSON-MIN (a flat record)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from summarizer.errors import ConfigError
from summarizer.review.deciding import Judgement
from summarizer.review.taking import Taken
from summarizer.terms import DismissalReason, Ruling

VERDICT, REASON, NOTE = "review_verdict", "review_reason", "review_note"
_SHOWN = ("verdict", "left_quote", "right_quote")


class _Shape(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Result(_Shape):
    from_name: str
    value: dict[str, Any] = Field(default_factory=dict)


class _Annotation(_Shape):
    completed_by: int | str | dict[str, Any] | None = None
    result: tuple[_Result, ...] = ()
    was_cancelled: bool | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None


class _Data(_Shape):
    finding_id: str
    verdict: str | None = None
    left_quote: str | None = None
    right_quote: str | None = None


class _Task(_Shape):
    data: _Data
    annotations: tuple[_Annotation, ...] = ()


class _Flat(_Data):
    annotator: int | str | dict[str, Any] | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    review_verdict: Any = None
    review_reason: Any = None
    review_note: Any = None

    def nested(self) -> _Task:
        """The same as a task with one annotation."""
        given = {name: getattr(self, name) for name in (VERDICT, REASON, NOTE)}
        result = tuple(_Result(from_name=name, value={"given": value}) for name, value in given.items() if value)
        times = {"created_at": self.created_at, "updated_at": self.updated_at}
        annotation = _Annotation(completed_by=self.annotator, result=result, **times)
        return _Task(data=_Data(**{key: getattr(self, key) for key in _Data.model_fields}), annotations=(annotation,))


_TASK, _FLAT = TypeAdapter(_Task), TypeAdapter(_Flat)


def parse_label_studio(loaded: object, name: str) -> tuple[Taken, ...]:
    """What each annotation says, in the order of the file. Raises ConfigError.

    Args:
        loaded: the export's JSON.
        name: of the file, for messages.
    """
    if not isinstance(loaded, list):
        raise ConfigError(f"{name}: is no export of Label Studio; export the project as JSON")
    tasks = [_task(task, number, name) for number, task in enumerate(loaded, start=1)]
    people = {_key(annotation) for task in tasks for annotation in task.annotations}
    return tuple(
        taken
        for number, task in enumerate(tasks, start=1)
        for annotation in task.annotations
        for taken in _taken(task, annotation, f"task {number}", name, are_several=len(people) > 1)
    )


def _task(loaded: object, number: int, name: str) -> _Task:
    try:
        if isinstance(loaded, dict) and "data" not in loaded:
            return _FLAT.validate_python(loaded).nested()
        return _TASK.validate_python(loaded)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part) for part in fault["loc"]) or "it"
        raise ConfigError(f"{name}: task {number}: {where}: {fault['msg']}; export the project as JSON") from None


def _taken(task: _Task, annotation: _Annotation, where: str, name: str, *, are_several: bool) -> Iterator[Taken]:
    if annotation.was_cancelled:
        return
    rulings, reasons, notes = (_given(annotation, key) for key in (VERDICT, REASON, NOTE))
    if not (rulings or reasons or notes):
        return
    try:
        ruling = Ruling(_single(rulings)) if rulings else None
        reason = DismissalReason(_single(reasons)) if reasons and ruling is Ruling.DISMISSED else None
    except ValueError as error:
        raise ConfigError(f"{name}: {where}: {error}; label it again") from None
    if reasons and ruling is None:
        raise ConfigError(f"{name}: {where}: has a reason and no {VERDICT}; label it again")
    shown = {key: value for key in _SHOWN if (value := getattr(task.data, key))}
    at = annotation.updated_at or annotation.created_at
    judgement = Judgement(ruling, reason, "\n".join(notes) or None)
    person = _person(annotation, are_several=are_several)
    yield Taken(where, task.data.finding_id, judgement, person, shown, at if at and at.tzinfo else None)


def _given(annotation: _Annotation, key: str) -> list[str]:
    """What was chosen or written under a name, in whichever form the export gives it."""
    found: list[str] = []
    for result in annotation.result:
        if result.from_name == key:
            for value in result.value.values():
                found += _texts(value)
    return [text.strip() for text in found if text.strip()]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    return [text for inner in value for text in _texts(inner)] if isinstance(value, list) else []


def _single(given: Sequence[str]) -> str:
    if len(set(given)) > 1:
        raise ValueError(f"has {len(set(given))} choices where one is meant")
    return given[0].casefold()


def _key(annotation: _Annotation) -> str:
    who = annotation.completed_by
    return str(who.get("id", who.get("email"))) if isinstance(who, dict) else str(who)


def _person(annotation: _Annotation, *, are_several: bool) -> str | None:
    """The person's address or name; a bare number only where there are several people. None where it does not matter."""
    who = annotation.completed_by
    if isinstance(who, dict):
        named = [str(who[key]) for key in ("email", "username", "first_name") if who.get(key)]
        if named:
            return named[0]
    if isinstance(who, str) and who.strip() and not who.isdigit():
        return who.strip()
    return f"Label Studio user {_key(annotation)}" if are_several else None
