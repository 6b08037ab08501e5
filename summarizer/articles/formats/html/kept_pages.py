"""Pages kept by an archive or a browser: the address they were saved from, the day of saving, the keeper's own lines.

What the keepers write is described at https://wiki.archiveteam.org/index.php/Wayback_Machine,
https://github.com/gildas-lormeau/SingleFile/wiki, https://github.com/danny0838/webscrapbook/wiki,
https://www.httrack.com/html/faq.html and
https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537628(v=vs.85)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html as lxml_html

from summarizer.articles.addresses import capture_day, is_keepers, is_keepers_name
from summarizer.articles.fields import web_address
from summarizer.articles.publication import find_dates, read_stamp

__all__ = ["Kept", "drop_toolbars", "is_keepers_own", "kept_page", "original_address", "without_toolbars"]

_HEAD = 60_000
_MAX_BANNER, _MAX_ADDRESSES = 800, 20
_FROM = (
    re.compile(r"<!--\s{0,9}(?:Archive processed by|Page saved with) SingleFile\s{1,9}url:\s{0,9}(?P<address>\S{1,2000})"),
    re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(?P<address>\S{1,2000}?)\s{0,9}-->", re.IGNORECASE),
    re.compile(r"<!--\s{0,9}Saved from (?P<address>https?://\S{1,2000})", re.IGNORECASE),
    re.compile(r"<!--\s{0,9}Mirrored from (?P<address>\S{1,2000}) by HTTrack", re.IGNORECASE),
    re.compile(r"""__wm\.wombat\(\s{0,9}["'](?P<address>[^"'\s]{1,2000})["']"""),
    re.compile(r"""\bid=["']wmtbURL["'] value=["'](?P<address>[^"'\s<>]{1,2000})["']"""),
    re.compile(r"""wbinfo\.url\s{0,9}=\s{0,9}["'](?P<address>[^"'\s]{1,2000})["']"""),
    re.compile(
        r"""<html\b[^<>]{0,1000}?\bdata-scrapbook-source=["'](?P<address>[^"'\s<>]{1,2000})["']""",
        re.IGNORECASE,
    ),
    re.compile(r"""<meta name=["']?savepage-url["']? content=["'](?P<address>[^"'\s<>]{1,2000})["']""", re.IGNORECASE),
)
_DAY = (
    re.compile(r"FILE ARCHIVED ON [\d:]{0,8}\s{0,3}(?P<day>[A-Z][a-z]{2,8} \d\d?, \d{4})"),
    re.compile(r"saved date:\s{0,9}(?P<day>[^\n<>]{8,60})"),
    re.compile(r"by HTTrack[^<>]{0,80}?(?P<day>\d\d? [A-Z][a-z]{2} \d{4})"),
    re.compile(r"""<meta name=["']?savepage-date["']? content=["'](?P<day>[^"'<>]{8,80})["']""", re.IGNORECASE),
    re.compile(r"""data-scrapbook-create=["'](?P<day>\d{8})"""),
    re.compile(r"<!-- ?Saved from \S{1,2000} at (?P<day>\d{4}-\d\d-\d\d)"),
    re.compile(r"snapshot of the (?:web )?page as it appeared on (?P<day>[^.<>]{6,40})", re.IGNORECASE),
    re.compile(r"""wbinfo\.timestamp\s{0,9}=\s{0,9}["'](?P<day>\d{8})"""),
    re.compile(r"""__wm\.wombat\([^)]{1,2000}?["'](?P<day>\d{8})\d{6}["']"""),
)
_SIGNS = (
    "singlefile",
    "saved from",
    "mirrored from",
    "wombat",
    "wmtburl",
    "wbinfo",
    "scrapbook",
    "savepage",
    "file archived",
    "snapshot of",
)
_SCRIPT_DAY = re.compile(r"(?P<month>[A-Z][a-z]{2}) (?P<day>\d\d?) (?P<year>\d{4})")
_INSERTS = (
    ("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"),
    ("<!-- Banner:Start -->", "<!-- Banner:End -->"),
    ("<!-- WB Insert -->", "<!-- End WB Insert -->"),
    ("<!-- BEGIN PYWB BANNER -->", "<!-- END PYWB BANNER -->"),
)
_TOOLBAR_IDS = frozenset(
    """
    wm-ipp-base wm-ipp wm-ipp-print wm-ipp-inside wm-capinfo wm-tb wm-disclaim wm-expand donato wm-toolbar _wb_frame_top_banner
    _wb_plain_banner _wb_capture_info wb_iframe_div ukwa_banner webarchiveinfobox webarchive-banner ait-banner bd_snap_head
    yandex-cache-hdr google-cache-hdr cachebanner cacheheader nli_web_archive_banner singlefile-infobar savepage-pageinfo-bar
    savepage-pageinfo-bar-container gt-nvframe
    """.split()
)
_TODAY_IDS = frozenset({"HEADER", "DIVALREADY", "DIVALREADY2", "DIVSHARE", "FOOTER"})
_TOOLBAR_TAGS = ("sf-infobar", "single-file-infobar", "singlefile-infobar", "scrapbook-toolbar", "wb-banner", "wm-banner")
_SCRAPBOOK_PARTS = frozenset({"infobar", "toolbar", "basic-loader", "infobar-loader", "toolbar-prompt", "notifier"})
_CACHE_BANNER = re.compile(
    r"google.?s cache of|cache von google|version en cache|versión en caché|cached page for|webcache\.google|cc\.bingj\.com"
    r"|the wayback machine - http|сохран[её]нная копия|hours? since last crawl",
    re.IGNORECASE,
)
_VIEW_ORIGINAL = frozenset(
    {"view original", "original", "visit website", "view original article", "open original", "read original",
     "original article", "view original page", "visit site", "view on website", "source"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """What a saved page says about its saving: addresses it was saved from, the first the surest, and days of saving."""

    addresses: tuple[str, ...] = ()
    days: tuple[dt.date, ...] = ()


def original_address(text_or_address: str) -> str | None:
    """The address of the page itself, out of a copy's address, or out of the source or the headers of a saved page.

    None if neither is told. Of a header such as "Snapshot-Content-Location: …" the value is to be given.
    """
    if address := web_address(text_or_address):
        return address
    return next(_saved_from(tuple(filter(_has_sign, (text_or_address[:_HEAD],)))), None)


def without_toolbars(source: str) -> str:
    """The page without what archives insert between two comments of theirs."""
    for begin, end in _INSERTS:
        start = source.find(begin)
        stop = source.find(end, start) if start >= 0 else -1
        if stop >= 0:
            source = source[:start] + source[stop + len(end) :]
    return source


def kept_page(source: str, tree: lxml_html.HtmlElement) -> Kept:
    """What the source and the tree of a page say about where and when it was saved; to be asked before `drop_toolbars`."""
    parts = tuple(filter(_has_sign, (source[:_HEAD], source[max(_HEAD, len(source) - 5000) :])))
    addresses = list(_saved_from(parts))
    marks = list(_own_addresses(tree))
    addresses += [address for mark in marks if mark != (address := web_address(mark)) and address]
    if any(map(is_keepers, marks)) or _is_kept_by_reader(tree):
        addresses += _linked_original(tree)
    if any(_CACHE_BANNER.search(text) for text in _first_texts(tree)):
        addresses += [href for base in tree.iter("base") if (href := web_address(base.get("href")))]
    days = [*_days(parts), *(day for mark in marks if (day := capture_day(mark)))]
    return Kept(tuple(dict.fromkeys(addresses)), tuple(dict.fromkeys(days)))


def drop_toolbars(tree: lxml_html.HtmlElement) -> None:
    """Take the lines that an archive, a cache or a saving program adds to a page out of its tree."""
    today = _is_archive_today(tree)
    for element in tree.xpath("//*[@id or @data-scrapbook-elem]"):
        name = element.get("id") or ""
        ours = name.lower() in _TOOLBAR_IDS or name.endswith("google-cache-hdr") or (today and name in _TODAY_IDS)
        if ours or element.get("data-scrapbook-elem") in _SCRAPBOOK_PARTS:
            _drop(element)
    for element in list(tree.iter(*_TOOLBAR_TAGS)):
        _drop(element)
    for banner in [block for block in _first_blocks(tree) if _CACHE_BANNER.search(_short_text(block))]:
        _drop(banner)


def is_keepers_own(tree: lxml_html.HtmlElement, site: str | None) -> bool:
    """The page's meta tags were written by its keeper, so their dates and author are those of the copy."""
    return bool(site and is_keepers_name(site)) or _is_archive_today(tree)


def _drop(element: lxml_html.HtmlElement) -> None:
    if element.getparent() is not None and element.tag not in ("html", "head", "body"):
        element.drop_tree()


def _has_sign(part: str) -> bool:
    folded = part.lower()
    return any(sign in folded for sign in _SIGNS)


def _saved_from(parts: tuple[str, ...]) -> Iterator[str]:
    for pattern in _FROM:
        for part in parts:
            if match := pattern.search(part):
                found = match["address"].replace("\\/", "/").replace("&amp;", "&")
                if address := web_address(found if "://" in found else f"http://{found}"):
                    yield address


def _days(parts: tuple[str, ...]) -> Iterator[dt.date]:
    for pattern in _DAY:
        for part in parts:
            if (match := pattern.search(part)) and (day := _day_in(match["day"])):
                yield day


def _day_in(text: str) -> dt.date | None:
    """The day in a keeper's words; programs write "Thu Jan 05 2023 13:00:00 GMT+0100", month before day."""
    if match := _SCRIPT_DAY.search(text):
        text = f"{match['day']} {match['month']} {match['year']}"
    stamp = read_stamp(text)
    if stamp:
        return stamp.date
    spans = find_dates(text)
    return spans[0].date if spans else None


def _own_addresses(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Addresses that the page gives as its own, as they are written."""
    for link in tree.xpath(
        "//link[@href][contains(@rel,'canonical') or contains(@rel,'original') or contains(@rel,'bookmark')]"
    )[:_MAX_ADDRESSES]:
        yield _on_the_web(link.get("href"))
    for meta in tree.xpath("//meta[@content][@property='og:url' or @name='og:url' or @name='twitter:url']")[:_MAX_ADDRESSES]:
        yield _on_the_web(meta.get("content"))


def _on_the_web(value: str) -> str:
    """An address; a path that the Wayback Machine has rewritten is one of that archive."""
    return "https://web.archive.org" + value if re.match(r"/web/\d", value) else value


def _is_archive_today(tree: lxml_html.HtmlElement) -> bool:
    hosts = re.compile(r"https?://archive\.(?:today|ph|is|md|li|vn|fo)(?:/|$)", re.IGNORECASE)
    return any(hosts.match(address.strip()) for address in _own_addresses(tree)) or bool(
        tree.xpath("boolean(//*[@id='DIVSHARE']) and boolean(//*[@id='HEADER'])")
    )


def _is_kept_by_reader(tree: lxml_html.HtmlElement) -> bool:
    return _is_archive_today(tree) or bool(tree.xpath("boolean(//a[contains(@class,'reader-domain')])"))


def _linked_original(tree: lxml_html.HtmlElement) -> list[str]:
    """Addresses in a keeper's field "Saved from" or behind its link to the original."""
    fields = tree.xpath("//*[@id='HEADER']//input[@value]/@value | //a[contains(@class,'reader-domain')]/@href")
    links = [a.get("href") for a in tree.xpath("//a[@href]") if _short_text(a).casefold() in _VIEW_ORIGINAL]
    found = (web_address(str(value)) for value in [*fields, *links])
    return [address for address in found if address and not is_keepers(address)]


def _first_blocks(tree: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    """The first blocks of the body, and those one level below: where a cache puts its banner."""
    body = tree.find("body")
    if body is None:
        return []
    top = [child for child in body[:6] if isinstance(child.tag, str)]
    tags = ("div", "table", "p", "center", "header", "section", "pre")
    return [element for element in top if element.tag in tags and not element.xpath("boolean(.//h1)")]


def _first_texts(tree: lxml_html.HtmlElement) -> list[str]:
    return [_short_text(element) for element in _first_blocks(tree)]


def _short_text(element: lxml_html.HtmlElement) -> str:
    """Its text on one line, if that is no longer than a banner's; else nothing."""
    text = ""
    for piece in element.itertext():
        text += piece
        if len(text) > _MAX_BANNER * 2:
            return ""
    text = " ".join(text.split())
    return text if len(text) <= _MAX_BANNER else ""
