"""What a review says of its keys."""

from __future__ import annotations

from summarizer.cli.reviewing.blocks import keys
from summarizer.reporting.reviewed import REASONS
from summarizer.terms import DismissalReason

KEYS = keys("c confirm", "d dismiss", "u unsure", "n note", "s skip", "b back", "? all keys", "q quit")
ENDED = keys("Enter on", "b back", "z undo", "g go to", "? all keys", "q quit")
BACK = keys("any key: back")
REASON_KEYS = {str(number): reason for number, reason in enumerate(DismissalReason, start=1)}

HELP = (
    "c   confirm: it is a real difference",
    "d   dismiss: then a number says why",
    "u   unsure: looked at, and it cannot be told",
    "n   note: one line or several, an empty one ends it; the decision stays as it is",
    "z   undo: back to what you decided last, as it was before",
    "x   take back what you decided or noted here",
    "s, j, Enter, →   skip to the next one",
    "b, k, ←   back to the one before",
    "g   go to a number, as in report.md",
    "Space, ↓, ↑   scroll a finding that is longer than the window",
    "m   further passages on the same question, on and off",
    "a   more of both articles around the quotes, on and off",
    "o   where both articles lie",
    "q   quit; every decision is kept the moment it is made",
)

REASONS_ASKED = keys(
    "Dismissed, because:",
    *(f"{key} {REASONS[reason]}" for key, reason in REASON_KEYS.items()),
    "(any other key: not dismissed)",
)
