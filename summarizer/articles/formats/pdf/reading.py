"""A PDF as a draft: characters with places become lines in reading order, and those become paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from summarizer.articles.cleaning import clean_characters, visible_line
from summarizer.articles.draft import Draft, Facts
from summarizer.articles.extent import LONGEST_TEXT
from summarizer.articles.formats.pdf.bidi import base_letters
from summarizer.articles.formats.pdf.headings import further_headings
from summarizer.articles.formats.pdf.heads import without_heads
from summarizer.articles.formats.pdf.hyphens import Hyphens, Joiner
from summarizer.articles.formats.pdf.initials import settle_initials
from summarizer.articles.formats.pdf.jumps import without_jumps
from summarizer.articles.formats.pdf.layout import body_size, level_sizes, page_of, rows_of
from summarizer.articles.formats.pdf.lexicon import word_list
from summarizer.articles.formats.pdf.lines import Lines, Part, add_page
from summarizer.articles.formats.pdf.notes import mark_notes
from summarizer.articles.formats.pdf.page_facts import facts_of_heads, title_of
from summarizer.articles.formats.pdf.paragraphs import Paragraph, paragraphs_of
from summarizer.articles.formats.pdf.process import Document, Parse, PdfError, parsed
from summarizer.articles.formats.pdf.raised import Raised, settle_raised
from summarizer.articles.language import language_of
from summarizer.articles.lines import title_key
from summarizer.articles.marks import apart, without_marks
from summarizer.terms import ZoneKind

_MOST_LOST = 0.05
_SAMPLE = 20_000
_TOP = 20
_LINE_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""A font may say that one of its signs is a line end; on the page it is one sign in a line."""
_NOTE = "read from a PDF: line breaks inside paragraphs and hyphens at line ends were joined"


def read_pdf(data: bytes, parse: Parse = parsed) -> Draft:
    """A PDF as a draft: columns in order, heads and feet and notes apart, lines joined to paragraphs.

    Args:
        data: the file.
        parse: what finds the words on its pages.

    Raises:
        PdfError: encrypted, broken, too long, without a text layer, or with letters that the file gives no meaning.
    """
    document = parse(data)
    _refuse_unreadable(document)
    pages = [page_of(page) for page in document.pages]
    body = body_size(chain.from_iterable(page.runs for page in pages))
    level_sizes(pages, body)
    body = body_size(chain.from_iterable(page.runs for page in pages))
    raised = Raised()
    for page in pages:
        settle_raised(page, raised)
        settle_initials(page, body)
        page.rows = rows_of(page.runs, rtl=page.rtl)
    heads = without_heads(pages)
    lines = Lines([])
    for index, page in enumerate(pages):
        add_page(lines, page, index, body)
    lines.lines, jumps = without_jumps(lines.lines, body)
    footnotes = mark_notes(lines.lines, body, [page.height for page in pages])
    paragraphs = paragraphs_of(lines.lines, body)
    texts, hyphens = _texts(paragraphs)
    further = further_headings(paragraphs, texts, body)
    title = title_of(paragraphs, texts, body) or _own_title(document, texts)
    return Draft(
        text=_text(paragraphs, texts),
        facts=Facts(title=title).or_else(facts_of_heads(heads, title)),
        notes=(
            _NOTE,
            *_losses(document),
            *_left_out(len(heads) + jumps, raised.marks, footnotes),
            *_doubts(lines, hyphens, further),
        ),
    )


def _refuse_unreadable(document: Document) -> None:
    chars = document.total("chars") - document.total("hidden")
    if not chars:
        raise PdfError("has no text layer (a scan?); run OCR on it first")
    if chars > LONGEST_TEXT:
        raise PdfError(f"is a PDF with {chars:,} letters, more text than any article; take out the pages of the article")
    if document.total("lost") > _MOST_LOST * chars:
        raise PdfError("is a PDF whose letters cannot be read (its fonts do not say which they are); run OCR on it first")


def _texts(paragraphs: Sequence[Paragraph]) -> tuple[list[str], Hyphens]:
    """Each paragraph as one line of text."""
    lines = _cleaned([line.text for line in chain.from_iterable(paragraphs)])
    for line, text in zip(chain.from_iterable(paragraphs), lines, strict=True):
        line.text = text
    language = language_of("\n".join(lines)[:_SAMPLE])
    joiner = Joiner(lines, language, word_list(language))
    return [joiner.joined([line.text for line in paragraph if line.text] or [""]) for paragraph in paragraphs], joiner.count


def _cleaned(lines: Sequence[str]) -> list[str]:
    """The lines without invisible characters; a soft hyphen is a hyphen where the page shows it."""
    if not lines:
        return []
    drawn = "\n".join(_LINE_ENDS.sub(" ", line) for line in lines)
    text, _ = clean_characters(drawn.replace("\u00ad", "\u2010"))
    return [line.strip() for line in base_letters(without_marks(text)).split("\n")]


def _text(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> str:
    shown = (
        apart(text, ZoneKind.NOTE) if paragraph[0].part is Part.NOTE else text
        for paragraph, text in zip(paragraphs, texts, strict=True)
        if text
    )
    return "\n".join(shown)


def _own_title(document: Document, texts: Sequence[str]) -> str | None:
    """The document's own title only if it stands at the top of the text: many programs write a file name there."""
    title = visible_line(document.title)
    top = title_key("\n".join(texts[:_TOP])[:600])
    return title if title and top.startswith(title_key(title)) else None


def _losses(document: Document) -> Iterator[str]:
    if hidden := document.total("hidden"):
        yield f"{hidden} characters that the page does not show (white, tiny or outside of it) were left out"
    if lost := document.total("lost"):
        yield f"{lost} characters are shown as \ufffd, for the file does not say which letters they are"


def _left_out(heads: int, marks: int, footnotes: int) -> Iterator[str]:
    if heads:
        yield f"{heads} lines that repeat on the pages (heads, page numbers), tell of the printing or name a page were left out"
    if marks:
        yield f"{marks} marks of notes, set small above the line, were left out of the text"
    if footnotes:
        yield f"{footnotes} notes at the foot of a page were set apart from the text"


def _doubts(lines: Lines, hyphens: Hyphens, further: int) -> Iterator[str]:
    if further:
        yield f"the pages have {further} more headings with text of their own; save each article by itself if they are several"
    if hyphens.undecided:
        yield f"{hyphens.undecided} hyphens at line ends were kept, for nothing shows whether they belong to the word"
    if lines.doubtful:
        yield f"the order of {lines.doubtful} columns is uncertain; compare with the page before you rely on it"
