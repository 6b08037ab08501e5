"""Characters of an article that a reader would not see: where they stand, and what is shown in their place."""

from __future__ import annotations

import re

from summarizer.characters import CONTROLS, INVISIBLE_KINDS, NONCHARACTERS, SURROGATES

_KEPT = re.compile("[\xad\u200c\u200d\u034f\ufe00-\ufe0f]")
"""They shape the letters beside them, or allow a line to end: an honest text needs them, and none of them moves anything."""
_HIDDEN = re.compile(f"[{''.join(INVISIBLE_KINDS.values())}{CONTROLS}{SURROGATES}{NONCHARACTERS}]")

Mark = tuple[int, int, str]


def hidden_marks(text: str) -> list[Mark]:
    """The runs of such characters: start, end, and the mark that is shown. Offsets are code points."""
    marks: list[Mark] = []
    for match in _HIDDEN.finditer(text):
        if _KEPT.match(match.group()) or match.group() in "\t\n\r":
            continue
        if marks and marks[-1][1] == match.start():
            marks[-1] = (marks[-1][0], match.end(), marks[-1][2])
        else:
            marks.append((match.start(), match.end(), f"U+{ord(match.group()):04X}"))
    return [(start, end, f"⟨{label}{_more(end - start)}⟩") for start, end, label in marks]


def _more(length: int) -> str:
    return f" and {length - 1} more hidden" if length > 1 else ""
