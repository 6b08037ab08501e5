"""Words and numbers that are not what they look like, named for whoever relies on the text: nothing is changed.

A Cyrillic "о" in a Latin name keeps it from being found; a letter O in a number keeps the number from being read. Both
are told with their count and with examples (Unicode TR 39, mixed-script confusables).
"""

from __future__ import annotations

import re

from summarizer.quantities.veiled import veiled_numbers

_MOST_SHOWN = 3
_LONGEST_SHOWN = 40
_LIKE_LATIN = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03b9\u03f3"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u04ae\u04c0\u051a\u051c"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b\u051d\u0501\u0563\u0570\u0578\u057d\u0585"
)
"""Letters of Greek, Cyrillic and Armenian with the shape of a Latin one."""
_LATIN = "A-Za-z\u00c0-\u024f"
_OTHER = "\u0370-\u03ff\u0400-\u052f\u0530-\u058f"
_WORD = re.compile(rf"(?<![^\W_])[{_LATIN}{_OTHER}]++(?![^\W_])")
_IS_LATIN, _IS_OTHER, _IS_ALIKE = (re.compile(f"[{inside}]") for inside in (_LATIN, _OTHER, _LIKE_LATIN))
_LIKE_CYRILLIC = re.compile("[aceiopsxyABCEHIKMOPTXY]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_STYLED = re.compile(r"(?:[\U0001d400-\U0001d7cb\u24b6-\u24e9]|[\U0001f130-\U0001f189]){2,}")
_RINGED_DIGITS = "\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
_RINGED = re.compile(rf"(?<![^\s(“\"'])[{_RINGED_DIGITS}]{{2,}}+(?=\s+[a-z])")


def disguised(text: str) -> tuple[str, ...]:
    """A note for each kind of disguise in the text, with how often and where it is first met; none for most texts."""
    styled, ringed = ([] if text.isascii() else _found(pattern, text) for pattern in (_STYLED, _RINGED))
    groups = (
        (_mixed(text), "word", "mixed of two alphabets whose letters look alike, which no search finds"),
        (styled, "word", "in letters of formulas"),
        (
            [text[start:end] for start, end in veiled_numbers(text)],
            "number",
            "with what only looks like a digit, not read as such",
        ),
        (ringed, "number", "in raised or ringed digits, not read as such"),
    )
    return tuple(_note(*group) for group in groups if group[0])


def _mixed(text: str) -> list[str]:
    return [] if text.isascii() else [word for word in _found(_WORD, text) if _is_mixed(word)]


def _is_mixed(word: str) -> bool:
    """All letters of the other alphabet look Latin, or the few Latin ones look Cyrillic: "kΩ" and "TNFα" are no disguise."""
    latin, other = _IS_LATIN.findall(word), _IS_OTHER.findall(word)
    if not latin or not other:
        return False
    if all(map(_IS_ALIKE.match, other)):
        return True
    return len(latin) < len(other) and all(map(_LIKE_CYRILLIC.match, latin)) and all(map(_CYRILLIC.match, other))


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [match.group() for match in pattern.finditer(text)]


def _note(found: list[str], noun: str, what: str) -> str:
    shown = [f"“{word[:_LONGEST_SHOWN]}”" for word in dict.fromkeys(found)]
    more = " and others" if len(shown) > _MOST_SHOWN else ""
    return f"{len(found)} {noun}{'s' if len(found) > 1 else ''} {what}: {', '.join(shown[:_MOST_SHOWN])}{more}"
