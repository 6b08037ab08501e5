"""One check of `summarizer doctor`: what was found, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARNING = "warning"
    FAILS = "fails"


@dataclass(frozen=True)
class Check:
    """What one check found.

    Attributes:
        name: what was checked.
        state: whether a run would do.
        found: what there is.
        advice: what to do, where it is not ok.
        exit_code: of a run that would stop at it.
    """

    name: str
    state: State
    found: str
    advice: str = ""
    exit_code: int = 0


def ok(name: str, found: str) -> Check:
    """All is well."""
    return Check(name, State.OK, found)


def warning(name: str, found: str, advice: str) -> Check:
    """A run would do, not as it should."""
    return Check(name, State.WARNING, found, advice)


def fails(name: str, found: str, advice: str = "", exit_code: int = 2) -> Check:
    """A run would stop here."""
    return Check(name, State.FAILS, found, advice, exit_code)
