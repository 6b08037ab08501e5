"""Characters: what a reader cannot see does not reach the text, and is counted by kind.

Zero-width and direction marks, tags, fillers and controls can hide or reorder words and take numbers apart. Kept are the
two joiners where spelling needs them (between letters of Arabic, Indic and Mongolian scripts) and what joins or styles
pictures; so none of them stands beside a digit or inside a Latin word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from summarizer.characters import BRAILLE_BLANK, INVISIBLE_KINDS, kind_of

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_STYLE = re.compile("\x1b\\[[0-9;:?]{0,30}[A-Za-z]")
"""How a terminal is told to write in bold or red (ECMA-48): its digits are no figure of the text."""
_JOINERS = "\u200c\u200d"
_PICTURE_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0e\ufe0f"
_KEPT_STYLES = frozenset(_EMOJI_STYLE)
"""What stays of them stands behind a picture."""
_MONGOLIAN_FORMS = "\u180b\u180c\u180d\u180e\u180f"
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_REPLACEMENT = "\ufffd"
_OWN_MARKS = frozenset(map(chr, range(0xFDD0, 0xFDF0)))
"""Noncharacters in which the readers wrap what they set apart; a file's own are taken out when it is decoded."""
_JOINING = re.compile(
    "[\u0600-\u07ff\u0840-\u086f\u0870-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\u1900-\u194f\u1a20-\u1aaf"
    "\u1b00-\u1c4f\ua840-\ua87f\ua8e0-\ua8ff\ua980-\ua9ff\uaa60-\uaaff\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefe"
    "\U00010ac0-\U00010aff\U00011000-\U00011fff]"
)
"""Scripts whose spelling uses joiners: Arabic and its kin, those of India and beyond, Mongolian."""
_MONGOLIAN = re.compile("[\u1820-\u18aa]")
_PICTURE = re.compile(
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u23ff\u2440-\u245f\u2500-\u27ff\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
"""Signs and pictures, of which some have two shapes (Emoji_Presentation)."""


def clean_characters(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with line feeds as its only line ends and no invisible characters, and notes that count what was taken out.

    Ligatures that are one character (U+FB00 to U+FB06) become their letters, a lone surrogate becomes U+FFFD, and a
    blank of Braille a space. Private-use and unassigned characters go with the invisible ones: no reader knows them.
    """
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    text = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text)
    counts: Counter[str] = Counter()
    if "\x1b" in text:
        text, counts["control"] = _STYLE.subn("", text)
    suspects = [char for char in set(text) - _OWN_MARKS if kind_of(char) or char == BRAILLE_BLANK]
    if suspects:
        text = _without(text, suspects, counts)
    return text, tuple(_notes(counts))


def visible_line(text: str, limit: int = 500) -> str | None:
    """A title or a name as one clean line; None if nothing is left of it."""
    cleaned, _ = clean_characters(text[: limit * 4])
    return " ".join(cleaned.split())[:limit].strip() or None


def replacement_share(text: str) -> float:
    """Share of characters that could not be decoded, 0 to 1."""
    return text.count(_REPLACEMENT) / len(text) if text else 0.0


def _without(text: str, suspects: list[str], counts: Counter[str]) -> str:
    pieces, position = [], 0
    for run in re.finditer(f"[{''.join(map(re.escape, sorted(suspects)))}]+", text):
        pieces.append(text[position : run.start()])
        pieces.append(
            _cleaned(run.group(), text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1], counts)
        )
        position = run.end()
    return "".join(pieces) + text[position:]


def _cleaned(run: str, before: str, after: str, counts: Counter[str]) -> str:
    """What stays of a run of suspects between two characters that are none; each is held against what stays before it."""
    kept, last = [], before
    for char in run:
        if char == BRAILLE_BLANK and not (before.isdecimal() and after.isdecimal()):
            last = " "
        elif _is_needed(char, last, after):
            last = char
        else:
            kind = kind_of(char) or "filler"
            counts[kind] += 1
            if kind != "surrogate":
                continue
            last = _REPLACEMENT
        kept.append(last)
    return "".join(kept)


def _is_needed(char: str, before: str, after: str) -> bool:
    """A script or a picture is written with it."""
    if char in _JOINERS and _is_joining(before) and _is_joining(after):
        return True
    if char == _PICTURE_JOINER and (_PICTURE.match(before) or before in _KEPT_STYLES) and _PICTURE.match(after):
        return True
    if char in _EMOJI_STYLE:
        return _PICTURE.match(before) is not None
    return char in _MONGOLIAN_FORMS and _MONGOLIAN.match(before) is not None


def _is_joining(char: str) -> bool:
    """A letter or mark of a script whose spelling uses joiners; no digit of it."""
    return _JOINING.match(char) is not None and unicodedata.category(char)[0] in "LM"


def _notes(counts: Counter[str]) -> list[str]:
    """One note for all invisible kinds together, which names them, and one for each other kind."""
    invisible = {kind: counts[kind] for kind in INVISIBLE_KINDS if counts[kind]}
    notes = [f"{counts['control']} control characters removed"] if counts["control"] else []
    if invisible:
        told = ", ".join(f"{count} {kind}" for kind, count in invisible.items())
        notes.append(f"{sum(invisible.values())} invisible characters removed ({told})")
    if counts["surrogate"]:
        notes.append(f"{counts['surrogate']} lone surrogates shown as \ufffd")
    notes += [f"{counts[kind]} {kind} characters removed" for kind in ("private-use", "unassigned") if counts[kind]]
    return notes
