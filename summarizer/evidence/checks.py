"""What a check says: it holds, it fails, or it could not be made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What came of a check."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"  # it could not be made, and the detail says why; nothing speaks against it


@dataclass(frozen=True)
class Check:
    """One thing that was checked.

    Attributes:
        what: what should hold.
        detail: what was found, or why it could not be checked.
    """

    what: str
    status: Status
    detail: str = ""


def held(what: str, *, holds: bool, detail: str = "") -> Check:
    """A check that could be made; the detail is told where it fails."""
    return Check(what, Status.HOLDS if holds else Status.FAILS, "" if holds else detail)
