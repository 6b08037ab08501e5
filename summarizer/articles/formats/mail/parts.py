"""The parts of a mail (MIME, RFC 2045 to 2047): its bodies, each as HTML and as plain text, and what is attached.

The standard library's older policy is used: its headers are plain strings, and no header can make it fail or run long.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from email.errors import CloseBoundaryNotFoundDefect
from email.header import decode_header
from email.message import Message

from summarizer.articles.cleaning import visible_line
from summarizer.articles.files.decoding import UndecodableError, decode
from summarizer.articles.files.mail_heads import counted, opening_line, starts_at_boundary

_BLANK = b"\xef\xbb\xbf\x00 \t\r\n"
_HEAD = 20_000
_MAX_HEADER = 2000
MAX_MESSAGES = 2000
_MAX_DEPTH, _MAX_PARTS = 20, 500
_MAX_LINES, _MAX_BOUNDARIES = 1_500_000, 50_000
_SPLIT = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{1,300}\d\d:\d\d[^\n]{0,60}\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:)")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_FIRST_BOUNDARY = re.compile(rb"--([^\s<>]{4,72})")
_BODIES = ("text/html", "application/xhtml+xml", "text/plain", "text/enriched", "text/watch-html")
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(slots=True)
class Body:
    """One stretch of a mail's own text, in the forms it was sent in.

    Attributes:
        flowed: lines of the plain text that end in a space go on in the next (RFC 3676).
        notes: how its bytes were read, where that is worth a word.
    """

    html: str | None = None
    plain: str | None = None
    flowed: bool = False
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Parts:
    """What a mail consists of.

    Attributes:
        attached: files by name; an attached mail comes as its message.
        passed: how many parts are pictures, calendars, signatures.
        sealed: it is encrypted.
    """

    bodies: list[Body] = field(default_factory=list)
    attached: list[tuple[str, bytes | Message]] = field(default_factory=list)
    passed: int = 0
    sealed: bool = False
    seen: int = 0


def messages_in(data: bytes) -> list[Message]:
    """The mails of a file: one, or those of a mailbox (RFC 4155) in order.

    Raises:
        UndecodableError: it has more lines or parts than can be read in good time.
    """
    data = data.lstrip(_BLANK)
    if data.count(b"\n") > _MAX_LINES or data.count(b"\n--") > _MAX_BOUNDARIES:
        raise UndecodableError("is a mail of more lines or parts than any; save its text instead")
    starts = [match.start() for match in _SPLIT.finditer(data)]
    if len(starts) > MAX_MESSAGES:
        raise UndecodableError(f"is a mailbox of more than {MAX_MESSAGES:,} mails; split it by story")
    if len(starts) > 1:
        ends = [*starts[1:], len(data)]
        return [_message(data[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [_message(data)]


def _message(data: bytes) -> Message:
    head = data[:_HEAD].decode("latin-1")
    if starts_at_boundary(head) and (boundary := _FIRST_BOUNDARY.match(data)):
        top = b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="' + boundary[1].replace(b'"', b"") + b'"\n\n'
        return email.message_from_bytes(top + data)
    start = opening_line(head)
    if count := counted(head):
        data = data[: start + count]
    if data.startswith((b"From ", b">From ")):
        data = _QUOTED_FROM.sub(rb"\1", data)
    return email.message_from_bytes(data[start:] if start else data)


def header(message: Message, name: str) -> str | None:
    """A header's value as one line, its encoded words (RFC 2047) and raw bytes read; None if it is not there."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name), None)
    return None if raw is None else decoded_words(str(raw)[:_MAX_HEADER], charset_of(message))


def decoded_words(value: str, charset: str | None = None) -> str | None:
    """A header's value with its encoded words read, each in its own charset, and bare bytes as UTF-8, else in this one."""
    if "=?" not in value:
        return visible_line(_word(value.encode("utf-8", "surrogateescape"), charset))
    try:
        pieces = decode_header(value)
    except (ValueError, LookupError):
        return visible_line(value)
    return visible_line("".join(_word(piece, own) if isinstance(piece, bytes) else piece for piece, own in pieces))


def _word(piece: bytes, charset: str | None) -> str:
    for codec in ("utf-8", charset or "cp1252"):
        try:
            return piece.decode(codec)
        except (LookupError, ValueError):
            continue
    return piece.decode("cp1252", "replace")


def content(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding (quoted-printable, base64, uuencode) undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def charset_of(part: Message) -> str | None:
    """The charset that a part declares; None without one, or with one that says nothing."""
    try:
        name = part.get_content_charset()
    except (ValueError, LookupError):
        return None
    return None if name in (None, "us-ascii", "ascii", "unknown-8bit", "binary", "8bit") else name


def file_name(part: Message) -> str | None:
    """The name that a part is to be saved under."""
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError):
        return None
    return decoded_words(name[:_MAX_HEADER]) if name else None


def parts_of(message: Message) -> Parts:
    """All bodies and attachments of a mail, in order."""
    parts = Parts()
    _walk(message, parts, 0)
    return parts


def breaks_off(message: Message) -> bool:
    """The line that ends its parts is missing: the file was cut short."""
    return any(isinstance(defect, CloseBoundaryNotFoundDefect) for part in message.walk() for defect in part.defects)


def inner_parts(part: Message) -> list[Message]:
    """The parts that a part consists of; none if it is a single one."""
    payload = part.get_payload() if part.is_multipart() else None
    return [inner for inner in payload if isinstance(inner, Message)] if isinstance(payload, list) else []


def _walk(part: Message, into: Parts, depth: int) -> None:
    into.seen += 1
    kind = part.get_content_type()
    children = inner_parts(part)
    if depth > _MAX_DEPTH or into.seen > _MAX_PARTS:
        into.passed += 1
    elif kind in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime") and "signed" not in str(
        part["content-type"]
    ):
        into.sealed = True
    elif kind.startswith("message/") and children:
        into.attached.append((file_name(part) or header(children[0], "subject") or "message", children[0]))
    elif kind == "multipart/alternative" and children:
        _alternatives(children, into, depth)
    elif children:
        for child in _ordered(part, children):
            _walk(child, into, depth + 1)
    else:
        _leaf(part, kind, into)


def _ordered(part: Message, children: list[Message]) -> Iterable[Message]:
    """Of a page and its pictures, only the page and what is to be saved on its own."""
    if part.get_content_type() != "multipart/related":
        return children
    start = main_part(part, children)
    return [child for child in children if child is start or child.get_content_disposition() == "attachment"]


def main_part(part: Message, children: list[Message]) -> Message | None:
    """The part that a multipart/related names as its start (RFC 2387), else its first page, else its first part."""
    start = str(part.get_param("start") or "").strip("<> ")
    named = [child for child in children if start and str(child.get("content-id", "")).strip("<> ") == start]
    pages = [child for child in children if child.get_content_type() in _HTML or child.is_multipart()]
    return next(iter([*named, *pages, *children]), None)


def _alternatives(children: list[Message], into: Parts, depth: int) -> None:
    """One body in several forms."""
    inner = Parts(seen=into.seen)
    for child in children:
        _walk(child, inner, depth + 1)
    pages = [body.html for body in inner.bodies if body.html is not None]
    plains = [body for body in inner.bodies if body.plain is not None]
    if pages or plains:
        body = Body(html="\n".join(pages) or None, notes=tuple(note for one in inner.bodies for note in one.notes))
        if plains:
            body.plain, body.flowed = plains[0].plain, plains[0].flowed
        into.bodies.append(body)
    into.attached += inner.attached
    into.passed += inner.passed
    into.seen, into.sealed = inner.seen, into.sealed or inner.sealed


def _leaf(part: Message, kind: str, into: Parts) -> None:
    name = file_name(part)
    if part.get_content_disposition() == "attachment" or (name and (kind not in _BODIES or into.bodies)):
        into.attached.append((name or "attachment", content(part)))
    elif kind in _BODIES:
        decoded = decode(content(part), declared=charset_of(part))
        notes = (decoded.note,) if decoded.note else ()
        if kind in _HTML:
            into.bodies.append(Body(html=decoded.text, notes=notes))
        else:
            flowed = str(part.get_param("format") or "").lower() == "flowed"
            into.bodies.append(Body(plain=decoded.text, flowed=flowed, notes=notes))
    else:
        into.passed += 1
