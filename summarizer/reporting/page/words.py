"""The page's words for the closed vocabularies."""

from __future__ import annotations

from summarizer.terms import Verdict

GROUPS = {
    Verdict.CONTRADICT: "Where they disagree",
    Verdict.DIFFERS: "Told differently",
    Verdict.UNSURE: "Cannot be told",
    Verdict.UPDATE: "Explained: each was right at its own time",
    Verdict.SCOPE: "Explained: about another place, group, period, event or definition",
    Verdict.COMPATIBLE: "Explained: both can be right",
    Verdict.AGREE: "What they agree on",
}
"""The headings under which findings stand, in the order in which they are read."""

SIGNS = {
    Verdict.CONTRADICT: "≠",
    Verdict.DIFFERS: "≈",
    Verdict.UNSURE: "?",
    Verdict.UPDATE: "→",
    Verdict.SCOPE: "⊂",
    Verdict.COMPATIBLE: "∼",
    Verdict.AGREE: "=",
}
"""Beside the word, for a reader who skims."""

VERBS = {
    Verdict.CONTRADICT: "contradicted by",
    Verdict.DIFFERS: "told differently by",
    Verdict.UNSURE: "may be disputed by",
    Verdict.UPDATE: "explained, an update:",
    Verdict.SCOPE: "explained, another scope:",
    Verdict.COMPATIBLE: "explained, compatible:",
    Verdict.AGREE: "confirmed by",
}
"""What other articles make of a sentence; their names follow."""
