"""The layers of a mail's text: what the sender wrote, what was passed on, what is quoted, what signs it off.

Mail programs mark them with lines of their own; where the article stands is told by those marks and by length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.articles.draft import Stamp
from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.formats.mail.labels import ANSWER, DATE, FROM, MARK, PHONE, SERVICE, SUBJECT
from summarizer.articles.lines import word_count
from summarizer.articles.marks import apart, without_marks
from summarizer.articles.publication import read_stamp
from summarizer.terms import ZoneKind

_LABEL = re.compile(
    r"[ \t>*_]{0,12}(?P<label>[^\W\d_]{1,20})(?:[ \t][^\W\d_]{1,12})?[ \t\u00a0]?\*{0,2}[ \t\u00a0]?[:：]\*{0,2}(?:[ "
    r"\t]*(?P<value>\S.{0,1000}))?\s*"
)
_QUOTED = re.compile(r"[ \t]{0,3}>")
_UNQUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
_RULE = re.compile(r"[ \t]*(?:[_=-]{10,200})[ \t]*")
_LIST_FOOT = re.compile(r"mailing list|listinfo|unsubscribe|google group|@googlegroups", re.IGNORECASE)
_MAX_HEAD, _MIN_HEAD = 9, 2
_MAX_SIGNATURE, _MAX_FOOT = 15, 14
_OWN_WORDS, _FEW_WORDS, _MANY_WORDS = 80, 40, 60
_MAX_LAYERS = 10
_SERVICE_WORDS = 18


@dataclass(slots=True)
class Layers:
    """A mail's text taken apart.

    Attributes:
        text: the article, with what stands beside it set apart as notes.
        title, sender, sent: headers of the message that was passed on; None if none was.
        sent_raw: the date of that message as it was written.
        said: one sentence for each thing that was set aside.
    """

    text: str
    title: str | None = None
    sender: str | None = None
    sent: Stamp | None = None
    sent_raw: str | None = None
    said: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Head:
    start: int
    end: int
    values: dict[str, str]
    marked: bool


def starts_with_headers(text: str) -> bool:
    """A text that was copied out of a mail program: its first lines are headers, in any language that is known."""
    lines = text[:4000].split("\n")
    start = _next_filled(lines, 0)
    if start < len(lines) and (_RULE.fullmatch(lines[start]) or MARK.fullmatch(lines[start][:200])):
        start = _next_filled(lines, start + 1)
    return _block(lines, start) is not None


def layers_of(text: str, *, passed_on: bool = False) -> Layers:
    """The article in a mail's text.

    Args:
        text: the mail's text, one paragraph a line or hard-wrapped; what its format set apart in it stays so.
        passed_on: its subject says that it was forwarded.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    said: list[str] = []
    lines = _without_armour(lines)
    lines, before = _unquoted(lines, said)
    found = Layers(text="", said=said)
    for _ in range(_MAX_LAYERS):
        head = _find_head(lines)
        if head is None:
            break
        above, below = lines[: head.start], lines[head.end :]
        if not _goes_below(above, below, marked=head.marked or passed_on):
            lines = [*above, *_noted(lines[head.start :])]
            said.append("earlier messages below the mail's own text were set aside")
            break
        before += [line for line in above if line.strip()]
        _take_head(head, found)
        lines = below
    lines = _without_ends(lines, said)
    if before:
        said.append("words of the sender above what was passed on were set aside")
    found.text = "\n".join([*lines, *_noted(before)]).strip("\n")
    return found


def _without_armour(lines: list[str]) -> list[str]:
    """The lines between the marks of a signature in the text itself (OpenPGP, RFC 9580).

    Raises:
        UndecodableError: the text is encrypted.
    """
    marks = {line.strip(" ->\r"): at for at, line in enumerate(lines) if line.lstrip(" >").startswith("-----BEGIN PGP ")}
    if "BEGIN PGP MESSAGE" in marks:
        raise UndecodableError("is an encrypted mail; save the decrypted text")
    start, end = marks.get("BEGIN PGP SIGNED MESSAGE"), marks.get("BEGIN PGP SIGNATURE")
    if start is None:
        return lines
    top = next((at for at in range(start + 1, len(lines)) if not lines[at].strip()), start)
    return [line.removeprefix("- ") for line in [*lines[:start], *lines[top + 1 : end]]]


def _words(lines: list[str]) -> int:
    return sum(word_count(line) for line in lines)


def _noted(lines: list[str]) -> list[str]:
    return [apart(without_marks(line).strip(), ZoneKind.NOTE) for line in lines if line.strip()]


def _goes_below(above: list[str], below: list[str], *, marked: bool) -> bool:
    """The article is what was passed on, not what stands above it."""
    own, inner = _words(above), _words(below)
    return inner > 0 and (own < _FEW_WORDS or (marked and own < inner) or (own < _OWN_WORDS and own < inner))


def _take_head(head: _Head, found: Layers) -> None:
    found.title = head.values.get("subject") or found.title
    found.sender = head.values.get("from") or found.sender
    if raw := head.values.get("date"):
        found.sent_raw, found.sent = raw, read_stamp(raw)


def _unquoted(lines: list[str], said: list[str]) -> tuple[list[str], list[str]]:
    """The lines with those of an earlier mail set apart, or, where nearly all is quoted, those alone; and the words around."""
    quoted = [line for line in lines if _QUOTED.match(line)]
    if not quoted:
        return lines, []
    own = [line for line in lines if line.strip() and not _QUOTED.match(line)]
    if _words(own) < _FEW_WORDS and _words(quoted) > max(_MANY_WORDS, 3 * _words(own)):
        said.append("nearly all of the mail is quoted; what it quotes was read as the article")
        return [_UNQUOTE.sub("", line, count=1) for line in quoted], own
    said.append("what the mail quotes of another mail was set aside")
    return [line for at, line in enumerate(lines) for line in _kept_or_noted(lines, at)], []


def _kept_or_noted(lines: list[str], at: int) -> list[str]:
    line = lines[at]
    following = next((after for after in lines[at + 1 : at + 4] if after.strip()), "")
    if _QUOTED.match(line) or (_QUOTED.match(following) and (ANSWER.fullmatch(line) or _ends_answer(lines, at))):
        return _noted([line])
    return [line]


def _ends_answer(lines: list[str], at: int) -> bool:
    """The second half of a line such as "On Monday, Mira Holt wrote:" that was wrapped."""
    return at > 0 and bool(ANSWER.fullmatch(f"{lines[at - 1].strip()} {lines[at].strip()}"))


def _find_head(lines: list[str]) -> _Head | None:
    """The first block of headers of a message that was passed on, with the line above that announces it."""
    for at, line in enumerate(lines):
        if MARK.fullmatch(line[:200]):
            head = _block(lines, _next_filled(lines, at + 1))
            return _Head(at, head.end if head else at + 1, head.values if head else {}, marked=True)
        if ":" in line or "：" in line:
            head = _block(lines, at)
            if head:
                above = _last_filled(lines, at - 1)
                head.start = above if above is not None and _RULE.fullmatch(lines[above]) else at
                return head
    return None


def _next_filled(lines: list[str], at: int) -> int:
    return next((place for place in range(at, min(at + 3, len(lines))) if lines[place].strip(" \t>*")), at)


def _last_filled(lines: list[str], at: int) -> int | None:
    return next((place for place in range(at, max(at - 3, -1), -1) if lines[place].strip()), None)


def _block(lines: list[str], at: int) -> _Head | None:
    """Lines "From: …", "Sent: …", "Subject: …" in a row, in any language that is known; blank lines may stand between."""
    values: dict[str, str] = {}
    place, end, open_name = at, at, ""
    while place < min(len(lines), at + 2 * _MAX_HEAD):
        line = lines[place]
        match = _LABEL.fullmatch(line[:1100]) if line.strip() else None
        if match:
            end = place + 1
            open_name = _fact(match["label"]) or "other" if not match["value"] else ""
            if match["value"] and (name := _fact(match["label"])):
                values.setdefault(name, match["value"].strip(" *_"))
        elif line.strip() and open_name:  # the cells of a table of headers come line by line
            values.setdefault(open_name, line.strip(" *_>\t"))
            open_name, end = "", place + 1
        elif line.strip() and not (values and line[:1] in " \t"):
            break
        place += 1
    known = {"from", "date"} <= values.keys() or {"from", "subject"} <= values.keys()
    if not known or len(values) < _MIN_HEAD or not _is_real(values):
        return None
    return _Head(at, end, values, marked=False)


def _is_real(values: dict[str, str]) -> bool:
    """An address, or a date that can be read, tells headers from a list in an article."""
    dated = any(c.isdigit() for c in values.get("date", ""))
    return "@" in values.get("from", "") or (dated and "subject" in values)


def _fact(label: str) -> str | None:
    folded = label.casefold()
    return "from" if folded in FROM else "date" if folded in DATE else "subject" if folded in SUBJECT else None


def _without_ends(lines: list[str], said: list[str]) -> list[str]:
    """The lines with signatures, list footers and a service's own lines set apart."""
    at = next((place for place, line in enumerate(lines) if line.rstrip("\r") in ("-- ", "--") or PHONE.fullmatch(line)), None)
    if at is not None and len([line for line in lines[at:] if line.strip()]) <= _MAX_SIGNATURE:
        said.append("the mail's signature was set aside")
        lines = [*lines[:at], *_noted([line for line in lines[at:] if line.strip("- \t")])]
    foot = next((place for place in range(max(0, len(lines) - _MAX_FOOT), len(lines)) if _RULE.fullmatch(lines[place])), None)
    if foot is not None and _LIST_FOOT.search("\n".join(lines[foot:])):
        lines = [*lines[:foot], *_noted(lines[foot + 1 :])]
    return [line for kept in lines for line in (_noted([kept]) if _is_service(kept) else [kept])]


def _is_service(line: str) -> bool:
    return len(line) < 200 and word_count(line) < _SERVICE_WORDS and bool(SERVICE.search(line))  # noqa: PLR2004 (a line, not a paragraph)
