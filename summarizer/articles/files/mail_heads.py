"""How a text shows that it is a mail: the block of headers at its very top (RFC 5322), or the line that parts a mailbox.

A text that quotes headers has words before them; a text with hand-written lines such as "Date:" and "Source:" names no
header that a mail program writes.
"""

from __future__ import annotations

import re

_MAILBOX = re.compile(r">?From \S{1,200}\s[^\n]{0,80}\d\d:\d\d[^\n]{0,40}\r?\n")
_WEB_ANSWER = re.compile(r"HTTP/[\d.]{1,4} \d{3}\b[^\n]{0,200}\r?\n")
_COUNTED = re.compile(r"(?P<count>\d{1,9})[ \t]{0,10}\r?\n(?=[A-Za-z][A-Za-z0-9-]{1,60}:)")
_BOUNDARY = re.compile(r"--[^\s<>]{4,72}[ \t]*\r?\nContent-(?:Type|Transfer-Encoding|Location|ID)[ \t]*:", re.IGNORECASE)
_HEADER = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,60})[ \t]{0,3}:(?=[ \t\r\n])[^\n]*\r?\n?(?:[ \t]+[^ \t\r\n][^\n]*\r?\n?)*"
)
_PROGRAM = frozenset(
    {
        "mime-version", "content-type", "content-transfer-encoding", "content-disposition", "content-location", "received",
        "message-id", "return-path", "delivered-to", "x-mailer", "user-agent", "dkim-signature", "authentication-results",
        "snapshot-content-location", "list-unsubscribe", "list-id", "in-reply-to", "x-received", "arc-seal",
        "thread-topic", "thread-index", "reply-to", "envelope-to", "x-originating-ip", "x-ms-has-attach", "x-priority",
        "x-spam-status", "x-gmail-labels", "x-mozilla-status", "x-uid", "x-apparently-to",
    }
)  # fmt: skip
_HAND = frozenset({"from", "to", "cc", "bcc", "subject", "date", "sent"})
_CONTENT = re.compile(r"content-type[ \t]*:\s*(?:text|multipart|message)/", re.IGNORECASE)
_MAX_HEADERS = 200
_MIN_HAND = 3


def is_mail_head(text: str) -> bool:
    """The text starts with a mail's headers, a mailbox line, a mail's boundary, or a web server's status line.

    Args:
        text: the start of the file, 20,000 characters at most, without a byte order mark and without blank lines.
    """
    if _BOUNDARY.match(text):
        return True
    start = opening_line(text)
    names = header_names(text[start:])
    if start and not counted(text):
        return bool(names)
    programs = len(names & _PROGRAM)
    if programs > 1 or (programs and (names & _HAND or _CONTENT.match(text))):
        return True
    return len(names & _HAND) >= _MIN_HAND and "subject" in names and "from" in names


def opening_line(text: str) -> int:
    """How many characters the line above the headers takes: a mailbox's, a web server's, Apple Mail's count; else 0."""
    match = _MAILBOX.match(text) or _WEB_ANSWER.match(text) or _COUNTED.match(text)
    return match.end() if match else 0


def counted(text: str) -> int | None:
    """How many bytes the mail below the first line has, as Apple Mail (.emlx) writes it; None if nothing is said."""
    match = _COUNTED.match(text)
    return int(match["count"]) if match else None


def header_names(text: str) -> frozenset[str]:
    """Names of the headers in an unbroken block at the top, in small letters."""
    names: list[str] = []
    position = 0
    while len(names) < _MAX_HEADERS and (match := _HEADER.match(text, position)):
        names.append(match["name"].lower())
        position = match.end()
    return frozenset(names)


def starts_at_boundary(text: str) -> bool:
    """The headers above the first part of the mail are missing."""
    return bool(_BOUNDARY.match(text))
