"""An entry of a file with several articles that cannot be used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadEntry:
    """One entry that is no usable article: its label ("#3") and what is wrong."""

    label: str
    reason: str
