"""What reading bytes as text gives, and how it fails."""

from __future__ import annotations

from dataclasses import dataclass


class UndecodableError(ValueError):
    """No reading of the bytes as text is good enough to be trusted."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the charset it was read with, and a note if that was not plain UTF-8."""

    text: str
    charset: str
    note: str | None = None
