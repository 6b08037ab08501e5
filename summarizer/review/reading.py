"""Reads review.toml, also one that people have changed by hand: whatever cannot be kept is an error that names its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.errors import ConfigError
from summarizer.review.merging import judgement_of, merged
from summarizer.review.toml_lines import Lines
from summarizer.review.writing import FORMAT
from summarizer.schema import DecidedOn, Decision, ReviewRecord

_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)\Z")
_NAMES = {"finding_id": "finding", "decisions": "decision"}
"""Keys of the file that have another name in the records."""
_TIME = "must be a time, as in 2026-01-31T12:00:00Z"
_SAID = {
    "extra_forbidden": "is no key of this file; remove it or mend its name",
    "missing": "is missing; write it, or remove what it belongs to",
    "datetime_from_date_parsing": _TIME,
    "datetime_parsing": _TIME,
    "datetime_type": _TIME,
}
"""Faults in words for whoever changes the file, by pydantic's names of them."""


class _Head(BaseModel):
    """The file without its decisions, which are read one by one so that each fault has its line."""

    model_config = ConfigDict(extra="forbid")

    format: int
    reviewed_at: Any = None
    seen: tuple[str, ...] = ()
    decision: tuple[dict[str, Any], ...] = ()


def parse_review(data: bytes, name: str) -> ReviewRecord:
    """The decisions in these bytes; of two by one person on one finding the newer.

    Args:
        data: a file of `render_review`, whoever wrote or changed it.
        name: of the file, for messages.

    Raises:
        ConfigError: it is no such file, or something in it would be lost; names the line and what to do.
    """
    text = _decoded(data, name)
    loaded = _toml(text, name)
    lines = Lines(text)
    if "format" not in loaded:
        raise _bad(name, 1, f"format: is missing; write format = {FORMAT} there, or remove the file if it holds no decisions")
    if loaded["format"] != FORMAT:
        raise _bad(name, lines.of("format"), _other_format(loaded["format"]))
    try:
        head = _Head.model_validate(loaded)
        review = ReviewRecord(seen=head.seen, reviewed_at=head.reviewed_at)
    except ValidationError as error:
        field, what = _first_fault(error)
        raise _bad(name, lines.of(field.partition(".")[0]), f"{field}: {what}") from None
    decisions = tuple(_decision(raw, number, lines, name) for number, raw in enumerate(head.decision))
    _check_times(decisions, lines, name)
    return merged(review.model_copy(update={"decisions": decisions}))


def _check_times(decisions: Sequence[Decision], lines: Lines, name: str) -> None:
    """Of two decisions of one person on one finding the times tell which counts."""
    earlier: dict[tuple[object, ...], Decision] = {}
    for number, one in enumerate(decisions):
        first = earlier.setdefault((one.finding_id, one.by, one.at), one)
        if judgement_of(first) != judgement_of(one):
            what = f"decision {number + 1}: {one.by} decides otherwise on {one.finding_id} above, at the very same time"
            raise _bad(name, lines.of("at", number), f'{what}; remove one of them, or give the one that counts a later "at"')


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _bad(name, line, "is not UTF-8; save the file in that encoding") from None
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        raise _bad(name, line, "a merge stopped here; keep the decisions of both sides and remove its marks")
    return text


def _toml(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ConfigError(f"{name}: is nested too deeply for a file of decisions") from None
    except ValueError as error:
        at = _AT_LINE.search(str(error))
        line = int(at.group(1)) if at else text.count("\n") + 1
        raise _bad(name, line, f"is not TOML ({_AT_LINE.sub('', str(error))}); mend the line or restore the file") from None


def _other_format(found: object) -> str:
    if isinstance(found, int) and found > FORMAT:
        return f"was written by a newer version of summarizer (format {found}, this one knows {FORMAT}); update summarizer"
    return f"format must be {FORMAT}"


def _decision(raw: dict[str, Any], number: int, lines: Lines, name: str) -> Decision:
    if "finding_id" in raw:
        raise _bad(name, lines.of("finding_id", number), f'decision {number + 1}: there is no key finding_id; write "finding"')
    fields = {("finding_id" if key == "finding" else key): value for key, value in raw.items()}
    given = fields.get("evidence", [])
    if isinstance(given, list):
        fields["evidence"] = tuple(_place(place, number, which, lines, name) for which, place in enumerate(given))
    try:
        return Decision.model_validate(fields)
    except ValidationError as error:
        field, what = _first_fault(error)
        raise _bad(name, lines.of(field, number), f"decision {number + 1}: {field}: {what}") from None


def _place(raw: object, number: int, which: int, lines: Lines, name: str) -> DecidedOn:
    try:
        return DecidedOn.model_validate(raw)
    except ValidationError as error:
        field, what = _first_fault(error)
        where = f"decision {number + 1}, evidence {which + 1}"
        raise _bad(name, lines.of(field, number, which), f"{where}: {field}: {what}") from None


def _first_fault(error: ValidationError) -> tuple[str, str]:
    """The key that is wrong, as the file names it, and what is wrong with it, without its value."""
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(_NAMES.get(str(part), str(part)) for part in fault["loc"])
    return where or "reason", _SAID.get(fault["type"], fault["msg"].removeprefix("Value error, "))


def _bad(name: str, line: int, what: str) -> ConfigError:
    return ConfigError(f"{name}, line {line}: {' '.join(what.split())}")
