"""EPUB books (W3C EPUB 3, IDPF EPUB 2): an article saved as a book is one; of a book of news, each article is one.

Programs that make a book of a newspaper give each article a file of its own, and put menus before and between them.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from functools import cache, partial
from urllib.parse import unquote

from lxml import etree

from summarizer.articles.draft import Dated, Draft, Facts, joined_names
from summarizer.articles.fields import language_tag, person, web_address
from summarizer.articles.files.archives import DamagedError, open_zip, part
from summarizer.articles.files.decoding import decode
from summarizer.articles.formats.html.fragments import fragment_text, read_fragment
from summarizer.articles.formats.inside import Found, Inside
from summarizer.articles.formats.markup.sheets import with_sheets
from summarizer.articles.formats.refusals import NotArticlesError
from summarizer.articles.formats.xml.tree import below, child, children, first_below, own, parsed, parsed_part, words
from summarizer.articles.lines import word_count
from summarizer.articles.marks import apart
from summarizer.articles.publication import read_stamp
from summarizer.terms import ZoneKind

BASIS = "EPUB metadata"
MAX_CHAPTERS = 2000
_CALIBRE = re.compile(
    r"calibre_navbar|calibre_feed|calibre_downloaded|class=\"calibre_?(?:feed|article)|periodical", re.IGNORECASE
)
_NEWS_FILE = re.compile(r"feed_\d{1,4}/article_\d{1,4}/", re.IGNORECASE)
_MENU = re.compile(r"<(?:div|p|ul)[^>]{0,200}calibre_navbar[^>]{0,200}>.{0,2000}?</(?:div|p|ul)>", re.IGNORECASE | re.DOTALL)
_SOURCE = re.compile(
    r"(?:this article was downloaded by .{0,60} from|article saved from|source)\s*:?\s*(?P<url>https?://\S{4,500})",
    re.IGNORECASE,
)
_HEADING = re.compile(r"<h[12]\b[^>]{0,500}>(?P<title>.{1,1000}?)</h[12]\s*>", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]{0,200}>(?P<title>[^<]{1,500})</title\s*>", re.IGNORECASE)
_ISSUE = re.compile(r"(?P<paper>[^\[\](),]{2,100})\s*[\[(,–-][^\[\]]{0,40}\d[^\[\]]{0,40}[\])]?")
_MIN_WORDS, _MENU_SHARE, _HEAD = 25, 0.6, 100_000
_LINK = re.compile(r"<a\b", re.IGNORECASE)
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_NAMES = re.compile(r"(?:^|/)(?:nav|toc|cover|titlepage|title_?page|copyright|colophon)[\w-]{0,20}\.x?html?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A file of the spine.

    Attributes:
        source: its markup, decoded.
        notes: plain sentences on what was left out of its text or set apart in it.
    """

    name: str
    source: str
    text: str
    notes: tuple[str, ...]


def read_epub(data: bytes, inside: Inside) -> Found:
    """The article of a book, or each article of a book of news, in the order of reading.

    Raises:
        DamagedError: broken, protected, or too large.
        NotArticlesError: no chapter has a text.
    """
    with open_zip(data) as archive:
        if "META-INF/rights.xml" in archive.namelist() or "adept" in str(
            part(archive, "META-INF/encryption.xml", inside.budget) or b""
        ):
            raise DamagedError("is a protected EPUB; save a copy without protection")
        package_name, package = _package(archive, inside)
        facts = _facts(package)
        chapters = _chapters(archive, package, posixpath.dirname(package_name), inside)
    texts = [chapter for chapter in chapters if word_count(chapter.text) and not _is_menu(chapter)]
    if not texts:
        raise NotArticlesError("is an EPUB without a text")
    articles = [chapter for chapter in texts if word_count(chapter.text) >= _MIN_WORDS]
    if len(articles) > 1 and _is_news(package, articles):
        return [_article(chapter, facts, f"#{number}") for number, chapter in enumerate(articles, 1)]
    return [_whole(texts, facts)]


def _package(archive: zipfile.ZipFile, inside: Inside) -> tuple[str, etree._Element]:
    container = part(archive, "META-INF/container.xml", inside.budget)
    name = None
    if container:
        name = own(first_below(parsed_part(container, "META-INF/container.xml"), "rootfile"), "full-path")
    name = name or next((entry for entry in archive.namelist() if entry.endswith(".opf")), "")
    source = part(archive, name, inside.budget) if name else None
    if source is None:
        raise DamagedError("is a damaged EPUB (its list of contents is missing); save it again")
    return name, parsed(decode(source).text)


def _chapters(archive: zipfile.ZipFile, package: etree._Element, folder: str, inside: Inside) -> list[_Chapter]:
    """The pages of the spine, in order; lists of contents and what stands outside of the reading order are left out."""
    items = {own(item, "id"): item for item in below(package, "item")}
    found: list[_Chapter] = []

    @cache
    def sheet(folder: str, link: str) -> str | None:
        data = part(archive, posixpath.normpath(posixpath.join(folder, unquote(link))), inside.budget)
        return decode(data).text if data else None

    for reference in list(below(package, "itemref"))[:MAX_CHAPTERS]:
        item = items.get(own(reference, "idref"))
        if item is None or own(reference, "linear") == "no" or "nav" in (own(item, "properties") or "").split():
            continue
        if own(item, "media-type") in _PAGES:
            name = posixpath.normpath(posixpath.join(folder, unquote(own(item, "href") or "").split("#")[0]))
            if not _NAMES.search(name) and (data := part(archive, name, inside.budget)):
                source = _MENU.sub("", decode(data).text)
                fragment = read_fragment(with_sheets(source, partial(sheet, posixpath.dirname(name))))
                found.append(_Chapter(name, source, fragment.text, fragment.notes))
    return found


def _is_menu(chapter: _Chapter) -> bool:
    """Most of its words are links, as in a list of contents."""
    pieces = _LINK.split(chapter.source)[1:]
    links = (piece.partition(">")[2].partition("</a")[0] for piece in pieces)
    return sum(word_count(fragment_text(link)) for link in links) > _MENU_SHARE * word_count(chapter.text)


def _is_news(package: etree._Element, articles: list[_Chapter]) -> bool:
    """It was made of a newspaper or of feeds: its files are named so, or its metadata call it a periodical."""
    said = etree.tostring(package)[:200_000]
    named = sum(bool(_NEWS_FILE.search(chapter.name)) for chapter in articles)
    return named > 1 or b"periodical" in said.lower() or sum(bool(_CALIBRE.search(chapter.source)) for chapter in articles) > 1


def _article(chapter: _Chapter, facts: Facts, label: str) -> Draft:
    page, text = chapter.source[:_HEAD], chapter.text
    match = _HEADING.search(page) or _TITLE.search(page)
    title = " ".join(fragment_text(match["title"]).split()) if match else None
    address = _SOURCE.search(text[-600:])
    own_facts = Facts(title=title, url=web_address(address["url"]) if address else None)
    # The author of the book is the program or the paper, and its date that of the making of the whole.
    common = Facts(outlet=facts.outlet or _paper(facts.title), language=facts.language)
    text = "\n".join(apart(line, ZoneKind.NOTE) if _SOURCE.fullmatch(line.strip()[:700]) else line for line in text.split("\n"))
    return Draft(text=text, facts=own_facts.or_else(common), notes=chapter.notes, label=label)


def _paper(title: str | None) -> str | None:
    """The paper's name in the title of a book of news: "Herald [Wed, 11 May 2022]"."""
    match = _ISSUE.fullmatch(title) if title else None
    return match["paper"].strip() if match else None


def _whole(chapters: list[_Chapter], facts: Facts) -> Draft:
    text = "\n".join(chapter.text for chapter in chapters)
    count = (f"an EPUB of {len(chapters)} chapters was read as one article",) if len(chapters) > 1 else ()
    notes = tuple(dict.fromkeys(note for chapter in chapters for note in chapter.notes))
    address = _SOURCE.search(text[-600:])
    url = web_address(address["url"]) if address else None
    return Draft(text=text, facts=Facts(url=url).or_else(facts), notes=(*count, *notes))


def _facts(package: etree._Element) -> Facts:
    about = child(package, "metadata")
    if about is None:
        return Facts()
    people = [person(words(one)) for one in below(about, "creator") if (own(one, "role") or "aut") == "aut"]
    published = [
        words(one) or "" for one in below(about, "date") if own(one, "event") in (None, "publication", "original-publication")
    ]
    stamps = [stamp for value in published if (stamp := read_stamp(value))]
    publisher = words(first_below(about, "publisher"))
    made_by = publisher is None or re.fullmatch(
        r"calibre|unknown|pocket|instapaper|wallabag|dotepub|epubpress|pandoc", publisher, re.IGNORECASE
    )
    return Facts(
        title=words(first_below(about, "title")),
        outlet=None if made_by else publisher,
        author=joined_names(
            name for name in people if name and not re.fullmatch(r"calibre|unknown|wallabag|various", name, re.IGNORECASE)
        ),
        language=language_tag(words(first_below(about, "language"))),
        url=next((url for one in children(about, "source") if (url := web_address(words(one) or ""))), None),
        updates=() if made_by else tuple(Dated(stamp, BASIS) for stamp in stamps[:1]),
    )
