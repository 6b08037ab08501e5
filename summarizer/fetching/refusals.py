"""Why a page was not fetched."""

from __future__ import annotations


class Refused(Exception):
    """One address gives no page. Its message is a clause that follows the address: "robots.txt forbids it"."""


class OutOfTime(Refused):
    """The time for one page, or for all of them, is over."""
