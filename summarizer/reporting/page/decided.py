"""What reviewers decided about a finding, in words."""

from __future__ import annotations

from markupsafe import Markup

from summarizer.reporting.page.html import element
from summarizer.reporting.reviewed import told_of
from summarizer.review import FindingState


def decided(state: FindingState) -> Markup:
    """Every decision on a finding, and what changed since where it no longer fits; an empty block if there is none."""
    lines = [element("li", told_of(one), dir="auto") for one in state.decisions]
    head, status = _head(state), status_of(state)
    return element("div", head, element("ul", *lines) if lines else None, class_="decided", data_state=status)


def status_of(state: FindingState) -> str:
    """The state in a word: "open", "stale", "disputed", or the ruling that holds."""
    if state.is_stale:
        return "stale"
    if state.is_disputed:
        return "disputed"
    return state.ruling.value if state.ruling else "open"


def _head(state: FindingState) -> Markup | None:
    if state.is_stale:
        because = f" ({state.stale_because})" if state.stale_because else ""
        return element("p", f"Decided on other evidence{because}: decide again.", class_="state", dir="auto")
    if state.is_disputed:
        return element("p", "The reviewers disagree, so it counts as undecided.", class_="state")
    return None
