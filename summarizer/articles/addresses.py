"""Web addresses: a page's own address out of that of a copy, and which hosts never are an outlet.

A copy's address carries the original in its path (Wayback Machine, archive.today, AMP caches), in its query (caches,
translators, redirects), or in its host (translate.goog, library proxies).
"""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urljoin, urlsplit

_MAX_STEPS = 6
_MAX_LENGTH = 4000
_KEEPERS = frozenset(
    """
    archive.org archive.today archive.ph archive.is archive.md archive.li archive.vn archive.fo perma.cc perma-archives.org
    ghostarchive.org webcitation.org archive-it.org arquivo.pt webarchive.org.uk webarchive.nationalarchives.gov.uk
    webarchive.loc.gov megalodon.jp conifer.rhizome.org mementoweb.org freezepage.com vefsafn.is webarchiv.cz
    googleusercontent.com cc.bingj.com bingj.com yandexwebcache.net translate.goog translatetheweb.com microsofttranslator.com
    translate.yandex.com translate.yandex.ru ampproject.org bing-amp.com 12ft.io outline.com r.jina.ai txtify.it smry.ai
    removepaywalls.com removepaywall.com freedium.cfd
    feedburner.com flipboard.com getpocket.com instapaper.com feedly.com inoreader.com newsblur.com theoldreader.com
    apple.news smartnews.com t.co bit.ly lnkd.in ow.ly buff.ly tinyurl.com l.facebook.com lm.facebook.com raindrop.io
    omnivore.app readwise.io wallabag.it evernote.com zotero.org nexis.com lexisnexis.com factiva.com proquest.com
    pressreader.com cloudfront.net akamaized.net akamaihd.net fastly.net amazonaws.com azureedge.net windows.net
    googleapis.com b-cdn.net netdna-cdn.com cloudflare-ipfs.com dropbox.com dropboxusercontent.com sharepoint.com
    icloud.com localhost
    """.split()
)
_KEEPER_NAMES = frozenset(
    """
    wayback-machine the-wayback-machine internet-archive the-internet-archive internet-archive-wayback-machine archive-today
    webpage-archive archiveis archive google-news google-cache google-translate google pocket instapaper feedly flipboard
    perma ghostarchive singlefile zotero pressreader lexisnexis nexis-uni factiva proquest feedburner
    """.split()
)
_GOOGLE = re.compile(
    r"(?:www|news|translate|feedproxy|docs|drive|amp|webcache)\.google(?:\.[a-z]{2,3}){1,2}|google(?:\.[a-z]{2,3}){1,2}"
)
_NUMERIC_HOST = re.compile(r"[\d.]+|.*:.*")
_HOST = re.compile(r"(?:[a-z0-9_-]{1,63}\.){1,8}[a-z]{2,24}")
_IN_PATH = re.compile(r"/(?P<address>https?:/{1,2}(?=[^/\s]).*)", re.IGNORECASE | re.DOTALL)
_IN_PATH_CODED = re.compile(r"/(?P<address>https?%3a(?:%2f){1,2}.*)", re.IGNORECASE | re.DOTALL)
_CAPTURE = re.compile(
    r"/(?P<stamp>\d{4,14})\*?(?:[a-z]{2}_)?/(?P<address>(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?::\d+)?(?:/.*)?)",
    re.IGNORECASE | re.DOTALL,
)
_AMP = re.compile(
    r"/(?:amp|[acvri]|wp/s?)/(?P<safe>s/)?(?P<address>(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:/.*)?)", re.IGNORECASE | re.DOTALL
)
_STAMP = re.compile(
    r"/(?:\w{1,20}/){0,3}?(?P<y>(?:19|20)\d\d)[./-]?(?P<m>\d\d)[./-]?(?P<d>\d\d)[\d./:-]{0,12}(?:[a-z]{2}_)?(?:/|$)"
)
_PROXY = re.compile(r"(?P<name>.+?)\.(?:[\w-]*(?:ezproxy|libproxy|webproxy)[\w-]*|proxy|idm\.oclc)\.[\w.-]+")
_TARGETS = (
    "url",
    "u",
    "q",
    "target",
    "dest",
    "destination",
    "to",
    "link",
    "href",
    "qurl",
    "rurl",
    "goto",
    "redirect",
    "out",
    "text",
)
_PASSING = re.compile(
    r"/(?:url|u|r|out|go|goto|away|link|links|l|click|track|redir|redirect|share|sharer|login|translate|translate_c|search|viewer|proxy"
    r"|newest|save|timegate|\w{0,20}cache\w{0,20})(?:\.\w{2,5}|/.{0,80})?",
    re.IGNORECASE,
)
_TRACKING = re.compile(r"utm_|_x_tr_|fbclid|gclid|ref|cmp|cid|mc_|amp|smid|output|share|source|via", re.IGNORECASE)
_SCRIPTED = re.compile(r"/?|.*\.(?:php\d?|aspx?|jsp|cgi|do)", re.IGNORECASE)
_PREFIXES = ("www.", "amp.", "m.", "mobile.")
_NUMBERED = re.compile(r"w\d\.|www\d\.")
_AMP_TAIL = re.compile(r"(?:/amp|\.amp|\.amp\.html?|/amp\.html?|/index\.(?:html?|php)|\.html?)$", re.IGNORECASE)


def original_address(address: str) -> str:
    """The address of the page itself if this is one of a copy, a proxy or a redirect to it; else the address as it is."""
    for _ in range(_MAX_STEPS if len(address) <= _MAX_LENGTH else 0):
        inner = _inner(address)
        if inner is None or inner == address:
            break
        address = inner
    return address


def whole_address(value: str, base: str | None = None) -> str:
    """A value with its scheme and host: those of a base, or of the copied page that a rewritten path holds."""
    value = value.strip()
    if value.startswith("//"):
        return "https:" + value
    if not value.startswith("/"):
        return value
    if inner := _IN_PATH.search(value):
        return re.sub(r"^(https?):/+", r"\1://", inner["address"], flags=re.IGNORECASE)
    return urljoin(base, value) if base else value


def is_keepers(address: str) -> bool:
    """The address lies with one who keeps, passes on or stores other people's pages (or nowhere on the Web)."""
    parts = _split(address)
    return parts is None or _keeps(_host(parts))


def is_keepers_name(name: str) -> bool:
    """The name is that of an archive, a cache or a reader ("archive.today", "Wayback Machine"), which is no outlet."""
    plain = re.sub(r"[\W_]+", "-", name.casefold()).strip("-")
    return plain in _KEEPER_NAMES or (_HOST.fullmatch(name.strip().lower()) is not None and _keeps(name.strip().lower()))


def outlet_host(address: str | None) -> str | None:
    """The host to name an outlet by if it has no name, without "www."; None for a host that only keeps others' pages."""
    parts = _split(original_address(address)) if address else None
    host = _host(parts) if parts else ""
    return None if not host or _keeps(host) else _NUMBERED.sub("", host.removeprefix("www."), count=1)


def page_key(address: str) -> str | None:
    """What two addresses of one page have in common: no scheme, "www.", AMP marks, last slash, tracking or fragment."""
    parts = _split(original_address(address))
    host = _host(parts) if parts else ""
    if not parts or not host:
        return None
    for prefix in _PREFIXES:
        host = host.removeprefix(prefix)
    path = _AMP_TAIL.sub("", re.sub(r"^/amp(?=/)", "", unquote(parts.path).rstrip("/"))).rstrip("/").casefold()
    if not _SCRIPTED.fullmatch(parts.path):
        return host + path
    kept = sorted((k, v) for k, v in parse_qsl(parts.query[:500]) if not _TRACKING.match(k))
    return host + path + ("?" + urlencode(kept) if kept else "")


def capture_day(address: str) -> dt.date | None:
    """The day of saving that an archive writes into an address; None if it is no copy's address."""
    parts = _split(address)
    if parts is None or not (_keeps(_host(parts)) or _IN_PATH.search(parts.path)):
        return None
    match = _STAMP.match(parts.path.partition("/http")[0] + "/")
    if not match:
        return None
    try:
        return dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address[:_MAX_LENGTH].strip())
    except ValueError:
        return None
    return parts if parts.hostname else None


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").rstrip(".").lower()


def _keeps(host: str) -> bool:
    labels = host.split(".")
    tails = {".".join(labels[i:]) for i in range(len(labels))}
    return not _KEEPERS.isdisjoint(tails) or bool(_GOOGLE.fullmatch(host) or _NUMERIC_HOST.fullmatch(host)) or "." not in host


def _inner(address: str) -> str | None:
    """The address one layer down; None if there is none."""
    if address.lower().startswith(("about:reader?", "read://", "view-source:")):
        return _reader_address(address)
    parts = _split(address)
    if parts is None:
        return None
    found = _in_path(parts) or _in_host(parts) or _in_query(parts)
    return found if found and (inner := _split(found)) and _HOST.fullmatch(_host(inner)) else None


def _reader_address(address: str) -> str | None:
    if address.lower().startswith("view-source:"):
        return address[len("view-source:") :]
    values = dict(parse_qsl(address.partition("?")[2]))
    return values.get("url")


def _in_path(parts: SplitResult) -> str | None:
    query = "?" + parts.query if parts.query else ""
    if match := _IN_PATH.search(parts.path):
        return re.sub(r"^(https?):/+", r"\1://", match["address"], flags=re.IGNORECASE) + query
    if match := _IN_PATH_CODED.search(parts.path):
        return unquote(match["address"])
    host = _host(parts)
    amp = _AMP.match(parts.path) if host.endswith(("ampproject.org", "bing-amp.com")) or _GOOGLE.fullmatch(host) else None
    if amp:
        return ("https://" if amp["safe"] else "http://") + amp["address"] + query
    capture = _CAPTURE.search(parts.path)
    if capture and (_keeps(host) or len(capture["stamp"]) == len("20230105123456")):
        return "http://" + capture["address"] + query
    return None


def _in_host(parts: SplitResult) -> str | None:
    host = _host(parts)
    if host.endswith(".translate.goog"):
        query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not k.startswith("_x_tr_")])
        return f"https://{_decoded(host.removesuffix('.translate.goog'))}{parts.path}" + ("?" + query if query else "")
    if match := _PROXY.fullmatch(host):
        name = match["name"] if "." in match["name"] else _decoded(match["name"])
        return f"https://{name}{parts.path}" + ("?" + parts.query if parts.query else "") if "." in name else None
    return None


def _decoded(label: str) -> str:
    """A host written as one label: "-" stands for a dot, "--" for a hyphen."""
    return label.replace("--", "\0").replace("-", ".").replace("\0", "-")


def _in_query(parts: SplitResult) -> str | None:
    if not (_keeps(_host(parts)) or _PASSING.fullmatch(parts.path)):
        return None
    values = {name.lower(): value for name, value in parse_qsl(parts.query[:_MAX_LENGTH])}
    for name in _TARGETS:
        value = values.get(name, "")
        cached = re.fullmatch(r"cache:(?:[\w-]{6,20}:)?(?P<address>\S+)(?:\s.*)?", value)
        value = cached["address"] if cached else value
        if re.match(r"https?://", value, re.IGNORECASE):
            return value
        if cached and _HOST.match(value.lower()):
            return "http://" + value
    return None
