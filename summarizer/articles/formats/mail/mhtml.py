"""Pages saved as MHTML (RFC 2557) by browsers and Word: the page is the main part, its address the place it was saved from.

The Date header of such a file is the moment of saving and says nothing of the article.
"""

from __future__ import annotations

from dataclasses import replace
from email.message import Message
from urllib.parse import urljoin

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.fields import web_address
from summarizer.articles.files.decoding import UndecodableError, decode
from summarizer.articles.formats.html.fragments import read_html
from summarizer.articles.formats.mail.parts import breaks_off, charset_of, content, header, inner_parts, main_part
from summarizer.articles.formats.markup.sheets import with_sheets

_PAGES = ("text/html", "application/xhtml+xml")
_POSTED = ("to", "cc", "received", "delivered-to", "return-path", "message-id", "in-reply-to", "list-id")
_SAVED_BY = "saved by"
_MIN_CHARS = 200


def is_saved_page(message: Message) -> bool:
    """It was written by a browser to a file, not sent: it has a page and no recipient."""
    if message.get("snapshot-content-location") or _SAVED_BY in str(message.get("from", "")).lower():
        return True
    if any(message.get(name) for name in _POSTED):
        return False
    kind = message.get_content_type()
    return kind in _PAGES or (kind == "multipart/related" and not message.get("from")) or bool(message.get("content-location"))


def read_mhtml(message: Message) -> Draft:
    """The page of an MHTML file, with its style sheets; frames and pictures in it are not read.

    Raises:
        UndecodableError: no part of it is a page.
    """
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES and not part.is_multipart()]
    if not pages:
        raise UndecodableError("is a saved web archive without a page in it; save the page again")
    main = _main(message, pages)
    sheets = _sheets(message)
    draft = _page(main, sheets)
    notes: tuple[str, ...] = ()
    if len(draft.text) < _MIN_CHARS and len(pages) > 1:
        frames = [_page(part, sheets) for part in pages if part is not main]
        longest = max(frames, key=lambda frame: len(frame.text))
        if len(longest.text) > max(_MIN_CHARS, 3 * len(draft.text)):
            draft, notes = longest, ("the page itself has hardly any text; that of its largest frame was read",)
    cut = breaks_off(message)
    title = header(message, "subject")
    facts = Facts(url=_address(message, main)).or_else(draft.facts).or_else(Facts(title=title))
    why = "the file breaks off before the end of the page" if cut and pages[-1] is main else None
    return replace(draft, facts=facts, notes=(*draft.notes, *notes), incomplete=draft.incomplete or why)


def _main(message: Message, pages: list[Message]) -> Message:
    """The part that the headers name as the page: by its id, else by its address, else the first."""
    top = inner_parts(message)
    named = main_part(message, top) if top and message.get_param("start") else None
    if named is not None and named in pages:
        return named
    address = str(message.get("snapshot-content-location") or message.get("content-location") or "").strip()
    return next((part for part in pages if address and str(part.get("content-location", "")).strip() == address), pages[0])


def _sheets(message: Message) -> dict[str, Message]:
    """The style sheets by their addresses and ids. Chrome keeps those that stood in the page itself as parts as well."""
    found: dict[str, Message] = {}
    for part in message.walk():
        if part.get_content_type() == "text/css":
            found["".join(str(part.get("content-location", "")).split())] = part
            found["cid:" + str(part.get("content-id", "")).strip("<> \r\n\t")] = part
    return found


def _page(part: Message, sheets: dict[str, Message]) -> Draft:
    decoded = decode(content(part), declared=charset_of(part))
    address = str(part.get("content-location", "")).strip()

    def sheet(link: str) -> str | None:
        kept = sheets.get(link) or sheets.get(_joined(address, link))
        return decode(content(kept), declared=charset_of(kept)).text if kept is not None else None

    draft = read_html(with_sheets(decoded.text, sheet))
    return replace(draft, notes=((decoded.note,) if decoded.note else ()) + draft.notes)


def _joined(address: str, link: str) -> str:
    try:
        return urljoin(address, link)
    except ValueError:
        return link


def _address(message: Message, main: Message) -> str | None:
    values = (message.get("snapshot-content-location"), main.get("content-location"), message.get("content-location"))
    return next((address for value in values if value and (address := web_address("".join(str(value).split())))), None)
