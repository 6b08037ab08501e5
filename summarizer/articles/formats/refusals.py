"""What cannot be used of a file: entries that are no articles, and files that hold none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadEntry:
    """One entry that is no usable article: its label ("#3") and what is wrong."""

    label: str
    reason: str


class NotArticlesError(ValueError):
    """The file can be read and holds no article (labels, settings, a list of addresses)."""


class SavedReportError(NotArticlesError):
    """The file is a report of this program."""


class BrokenJsonError(ValueError):
    """The text is not JSON, or not JSON that can be read."""
