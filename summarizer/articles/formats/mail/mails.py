"""Mail (.eml, a mail saved as text, a mailbox): the article is what was sent or passed on, or what is attached.

A mail says who sent it, which is seldom who published it: the sender is the outlet only where a newsletter bears the
name of its own address. The date of sending stands in where nothing in the text gives the date of publication.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from email.message import Message
from email.utils import parseaddr

from summarizer.articles.draft import Dated, Draft, Facts
from summarizer.articles.fields import unused_date
from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.files.sniffing import bytes_kind
from summarizer.articles.formats.inside import Found, Inside, noted
from summarizer.articles.formats.mail.facts import is_listed, newsletter_outlet, passed_on, subject_title
from summarizer.articles.formats.mail.layers import layers_of, starts_with_headers
from summarizer.articles.formats.mail.mhtml import is_saved_page, read_mhtml
from summarizer.articles.formats.mail.page_parts import BodyText, body_text, page_in
from summarizer.articles.formats.mail.parts import Body, Parts, breaks_off, header, messages_in, parts_of
from summarizer.articles.formats.plain_text import join_wrapped
from summarizer.articles.formats.refusals import BadEntry, NotArticlesError
from summarizer.articles.lines import word_count
from summarizer.articles.marks import apart, without_marks
from summarizer.articles.publication import read_stamp
from summarizer.terms import ZoneKind

_MAX_DEPTH = 3
_FEW_WORDS = 40
_MAX_CHARS, _MAX_LINES = 2_000_000, 50_000
_MIN_SHARE = 0.7
_MORE = re.compile(
    r"(?:read|learn|see) (?:the )?(?:more|full (?:story|article)|on)|continue reading|full story|weiterlesen|"
    r"mehr lesen|zum artikel|lire la suite|"
    r"lire l['’]article|leer más|seguir leyendo|leia mais|leggi (?:tutto|di più)|lees (?:meer|verder)|läs mer|"
    r"czytaj (?:dalej|więcej)|читать далее|"
    r"подробнее|devamını oku|阅读全文|続きを読む|더 ?보기",
    re.IGNORECASE,
)
_CUT = "the mail breaks off before its end"
_NO_OUTLET = "the sender of a mail is not taken for the outlet"
_MIN_TEASERS, _MAX_LINK_WORDS = 3, 6
_ALERTS = re.compile(r"googlealerts-noreply@|@(?:alerts\.)?talkwalker\.", re.IGNORECASE)
_READ = re.compile(r"\.(?:x?html?|docx|odt|pdf|rtf|txt|md|eml|mhtml?|epub|zip|gz|json|xml)$", re.IGNORECASE)


def read_mail(data: bytes, inside: Inside) -> Found:
    """Every article of a mail or a mailbox, or of a page saved as MHTML.

    Raises:
        UndecodableError: it is encrypted, or cannot be read.
        NotArticlesError: it is a digest of links, or has no text and nothing attached.
    """
    messages = messages_in(data)
    if len(messages) == 1:
        return _message(messages[0], inside, 0)
    found: Found = []
    for number, message in enumerate(messages, 1):
        found.extend(_numbered(message, f"#{number}", inside))
    return found


def _numbered(message: Message, label: str, inside: Inside) -> Found:
    try:
        found = _message(message, inside, 0)
    except (UndecodableError, NotArticlesError) as error:
        if inside.budget.left < 0:
            raise
        return [BadEntry(label, str(error))]
    return [replace(entry, label=label + entry.label) for entry in found]


def _message(message: Message, inside: Inside, depth: int) -> Found:
    if is_saved_page(message):
        return [read_mhtml(message)]
    sender = header(message, "from") or ""
    if _ALERTS.search(sender):
        raise NotArticlesError("is a digest of links and teasers, not an article; open its links and save the articles")
    parts = parts_of(message)
    if parts.sealed:
        raise UndecodableError("is an encrypted mail; save the decrypted text")
    attached, passed = _attached(parts, inside, depth)
    own = _own_text(message, parts)
    articles = [entry for entry in attached if isinstance(entry, Draft)]
    if own is None and not attached:
        raise NotArticlesError("is a mail without a text or an attached article")
    notes = [f"attached files passed over as no articles: {passed}"] if passed else []
    if own is None or (articles and word_count(own.text) < _FEW_WORDS):
        if own is not None and own.text.strip():
            notes.append(f"the mail itself says: “{' '.join(own.text.split())[:200]}”")
        return noted(attached, notes)
    return noted([own, *attached], notes)


def _attached(parts: Parts, inside: Inside, depth: int) -> tuple[Found, int]:
    """Articles among the attachments, each under its name, and how many are none."""
    found: Found = []
    passed = parts.passed
    seen: Counter[str] = Counter()
    for name, content in parts.attached:
        seen[name] += 1
        label = "/" + name.replace("/", "_") + (f" ({seen[name]})" if seen[name] > 1 else "")
        try:
            found += _one_attached(name, content, label, inside, depth)
        except NotArticlesError:
            passed += 1
    return found, passed


def _one_attached(name: str, content: bytes | Message, label: str, inside: Inside, depth: int) -> Found:
    if isinstance(content, Message):
        return _attached_mail(content, label, inside, depth)
    if not _READ.search(name) and bytes_kind(content) is None:
        raise NotArticlesError("is a picture, a calendar or the like")
    inside.budget.take(len(content))
    return inside.member(content, name, label)


def _attached_mail(message: Message, label: str, inside: Inside, depth: int) -> Found:
    if depth >= _MAX_DEPTH:
        return [BadEntry(label, "lies too deep in mails within mails; save it on its own")]
    try:
        return [replace(entry, label=label + entry.label) for entry in _message(message, inside, depth + 1)]
    except UndecodableError as error:
        if inside.budget.left < 0:
            raise
        return [BadEntry(label, str(error))]


def _own_text(message: Message, parts: Parts) -> Draft | None:
    """The mail's own article: all its bodies in order, each in the form that holds the whole text."""
    if not parts.bodies:
        return None
    subject = header(message, "subject") or ""
    pages = [page for body in parts.bodies if body.html and (page := page_in(body.html))]
    if len(pages) == 1 and len(parts.bodies) == 1:
        page = pages[0]
        notes, facts = _about(message, None, subject)
        return replace(page, facts=page.facts.or_else(facts), notes=(*parts.bodies[0].notes, *page.notes, *notes))
    cut = breaks_off(message)
    _refuse_long(parts.bodies)
    texts = [_text_of(body, 1.0 if cut else _MIN_SHARE) for body in parts.bodies]
    layers = layers_of("\n\n".join(read.text for read in texts), passed_on=passed_on(subject))
    quoted = [line for read in texts for line in read.aside.split("\n") if line.strip()]
    if not layers.text.strip():
        return None
    text = "\n".join([layers.text, *(apart(line, ZoneKind.NOTE) for line in quoted)])
    inner = Facts(title=layers.title)
    if layers.sent:
        inner = replace(inner, updates=(Dated(layers.sent, "mail header"),))
    notes, facts = _about(message, layers.sender, subject, dated=layers.sent_raw is None)
    if layers.sent_raw and not layers.sent:
        unused = unused_date(layers.sent_raw, "header of the forwarded mail")
        notes += (unused,) if unused else ()
    if quoted:
        notes += ("what the mail quotes, or signs off with, was set aside",)
    given = (*(note for body in parts.bodies for note in body.notes), *(note for read in texts for note in read.notes))
    return Draft(
        text=text,
        facts=inner.or_else(facts),
        notes=(*given, *layers.said, *notes),
        incomplete=_digest(layers.text) or (_CUT if cut else None),
    )


def _refuse_long(bodies: list[Body]) -> None:
    for text in (text for body in bodies for text in (body.html, body.plain) if text):
        if len(text) > _MAX_CHARS or text.count("\n") > _MAX_LINES:
            raise UndecodableError("is a mail with more text than any article; take the article out of it")


def _text_of(body: Body, share: float) -> BodyText:
    """What a body says and sets aside: from the HTML, unless that holds less than a share of the plain form."""
    plain = BodyText(_unwrapped(body) if body.plain is not None else "")
    if body.html is None:
        return plain
    read = body_text(body.html)
    return plain if word_count(read.text) + word_count(read.aside) < share * word_count(plain.text) else read


def _unwrapped(body: Body) -> str:
    text = without_marks(body.plain or "").replace("\r\n", "\n")
    if body.flowed:
        return re.sub(r"(?<=[^\n\-] )\n(?![ >\n])", "", text)
    return join_wrapped(text)[0]


def _about(message: Message, inner_sender: str | None, subject: str, *, dated: bool = True) -> tuple[tuple[str, ...], Facts]:
    """Facts from the headers, and a note that names the sender where that is not the outlet."""
    sender = header(message, "from") or ""
    listed = inner_sender is None and is_listed(message)
    outlet = None if inner_sender is None and passed_on(subject) else newsletter_outlet(inner_sender or sender, listed=listed)
    stamp = read_stamp(header(message, "date") or header(message, "sent") or "") if dated else None
    facts = Facts(
        title=subject_title(message, subject),
        outlet=outlet,
        updates=(Dated(stamp, "mail header"),) if stamp else (),
    )
    shown = inner_sender or " ".join(part for part in parseaddr(sender[:500]) if part) or sender
    notes = (f"sent by {shown[:120]}; {_NO_OUTLET}",) if shown and not outlet else ()
    return notes, facts


def read_copied(text: str) -> Draft | None:
    """A text whose first lines are a mail's headers in the words of a mail program; None if it is another."""
    if len(text) > _MAX_CHARS or not starts_with_headers(text):
        return None
    layers = layers_of(without_marks(text), passed_on=True)
    if not layers.text.strip():
        return None
    updates = (Dated(layers.sent, "mail header"),) if layers.sent else ()
    outlet = newsletter_outlet(layers.sender or "", listed=False)
    notes = (f"sent by {layers.sender[:120]}; {_NO_OUTLET}",) if layers.sender and not outlet else ()
    return Draft(
        text=join_wrapped(layers.text)[0],
        facts=Facts(title=layers.title, outlet=outlet, updates=updates),
        notes=("its first lines are the headers of a mail", *layers.said, *notes),
    )


def _digest(text: str) -> str | None:
    links = sum(bool(_MORE.search(line)) and word_count(line) <= _MAX_LINK_WORDS for line in text.split("\n"))
    return f"the mail is a digest of teasers ({links} links to read on)" if links >= _MIN_TEASERS else None
