"""Characters that no reader sees: one closed set, by kind, for everything that reads, prints or escapes text.

The invisible ones are all of Default_Ignorable_Code_Point (Unicode 17, DerivedCoreProperties.txt), the format controls
beyond it that have no shape of their own (interlinear annotation, Egyptian hieroglyphs), and the object placeholder.
"""

from __future__ import annotations

import functools
import re
import unicodedata

INVISIBLE_KINDS: dict[str, str] = {
    "zero-width": "\u034f\u180e\u200b-\u200d\u2060\ufeff",
    "direction": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "tag": "\U000e0000-\U000e007f",
    "variation": "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef",
    "soft hyphen": "\u00ad",
    "filler": "\u115f\u1160\u17b4\u17b5\u3164\uffa0",
    "operator": "\u2061-\u2064",
    "format": (
        "\u2065\u206a-\u206f\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U00013430-\U0001343f"
        "\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
    ),
}
"""What is written without a trace on the page: the kind, and its characters as the inside of a class of a pattern."""
INVISIBLE = "".join(INVISIBLE_KINDS.values())
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x9f"
"""C0 and C1 (ISO 6429), but for white space."""
PRIVATE_USE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
SURROGATES = "\ud800-\udfff"
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(0x10000 * plane + 0xFFFE)}{chr(0x10000 * plane + 0xFFFF)}" for plane in range(17)
)
UNSAFE = (
    r"\x7f-\x9f\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters that JSON and TOML allow as they are, though they change what is shown or end a line: the inside of a class."""
BRAILLE_BLANK = "\u2800"
"""Shown as a blank, and no white space to a program."""
_RESERVED = re.compile("[\U0001f000-\U0001faff\U00020000-\U0003fffd]")
"""Pictures and Chinese characters that a newer Unicode may have assigned (Extended_Pictographic, planes 2 and 3)."""
_KINDS = tuple(
    (kind, re.compile(f"[{inside}]"))
    for kind, inside in (
        *INVISIBLE_KINDS.items(),
        ("control", CONTROLS),
        ("private-use", PRIVATE_USE),
        ("surrogate", SURROGATES),
        ("unassigned", NONCHARACTERS),
    )
)


@functools.lru_cache(maxsize=4096)
def kind_of(char: str) -> str | None:
    """The kind of a character that has no shape or no meaning of its own; None for all that is written to be read.

    The kinds: those of INVISIBLE_KINDS, and "control", "private-use", "surrogate", "unassigned".
    """
    found = next((kind for kind, pattern in _KINDS if pattern.match(char)), None)
    if found is None and unicodedata.category(char) == "Cn" and not _RESERVED.match(char):
        return "unassigned"
    return found
