"""Names under which files give an article's facts: front matter, header lines, JSON feeds, schema.org, ninjs."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from summarizer.articles.addresses import is_keepers, is_keepers_name, original_address
from summarizer.articles.cleaning import visible_line
from summarizer.articles.day_orders import region_of
from summarizer.articles.draft import Dated, Facts, Stamp, joined_names
from summarizer.articles.language_codes import code_of
from summarizer.articles.numeric_dates import Custom
from summarizer.articles.publication import is_ambiguous, month_only, read_stamp

NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        "title", "headline", "headlines", "head", "web_title", "article_title", "news_title", "full_title", "heading",
        "titel", "titre", "titulo", "título", "titolo", "标题",
    ),
    "outlet": (
        "outlet", "outlet_name", "source_name", "name_source", "source_title", "source_hostname", "media_name",
        "publication_name",
        "publication_title", "newspaper_name", "publisher_name", "source", "publication", "publisher", "newspaper", "site",
        "site_name", "sitename", "website", "provider", "infosources", "copyrightholder", "medium", "journal",
        "container_title", "zeitung", "quelle", "source_domain", "domain", "domain_name", "hostname", "site_full",
        "source_url",
    ),
    "author": (
        "author", "authors", "byline", "authors_byline", "by", "creator", "writer", "author_name", "dc_creator", "reporter",
        "journalist",
        "autor", "auteur", "autore",
    ),
    "published": (
        "date_time_pub", "published", "published_at", "date_published", "date_publish", "published_date", "publication_date",
        "publish_date", "published_time", "published_on", "publication_time", "publish_time", "article_published_time",
        "web_publication_date", "first_published", "first_publication_date", "first_published_at", "pub_date",
        "publish_datetime_utc", "display_date", "release_date", "issued", "date_issued", "date", "date_gmt", "post_date",
        "datum", "fecha", "erschienen",
    ),
    "created": ("first_created", "created", "created_at", "date_created", "creation_date", "_created"),
    "version": ("version_created",),
    "found": (
        "date_time", "seen_date", "found", "found_at", "date_found", "discovered", "discover_date", "crawled", "crawled_at",
        "crawl_date", "indexed_at", "collect_date", "timestamp",
    ),
    "language": ("language", "lang", "in_language", "locale", "language_code", "sprache", "langue", "idioma"),
    "url": (
        "url", "link", "permalink", "canonical", "canonical_url", "article_url", "web_url", "page_url", "resolved_url",
        "expanded_url", "source_url", "external_url", "uri", "id", "guid", "source",
    ),
}  # fmt: skip
"""The most trusted name of each fact first. When a thing was modified is none of them."""
_LATER = {"created": "date of creation", "version": "date of this version", "found": "date on which the service found it"}
_SQUEEZE = re.compile(r"[\W_]+")
_PLACES = {fact: tuple(_SQUEEZE.sub("", name) for name in names) for fact, names in NAMES.items()}
_FACT_OF = {name: fact for fact, names in reversed(_PLACES.items()) if fact not in _LATER for name in names}
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?:)?(?://)?(?P<host>(?:[\w-]{1,63}\.){1,8}[a-z]{2,20})(?::\d{1,5})?(?:[/?#]\S{0,2000})?", re.IGNORECASE
)
_BESIDE_ADDRESS = re.compile(
    r"\[?(?P<name>[^\s\[\]()<>:/][^\[\]()<>:/]{0,80}[^\s\[\]()<>,;:/–—-])\]?(?:\s?[,;:–—-])?\s?[(<\[]?(?P<address>https?://[^\s()<>\[\]]{3,2000})[)>\]]?"
)
_ID = re.compile(r"\d{1,40}|[a-z0-9]+(?:[-_:][a-z0-9]+){1,20}|[0-9a-f-]{20,64}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_LISTED = re.compile(r"\s*\[\s*(?P<quote>['\"]).{0,3000}(?P=quote)\s*\]\s*", re.DOTALL)
_QUOTED = re.compile(r"'([^']{1,200})'|\"([^\"]{1,200})\"")
_NAME_KEYS = (
    "name",
    "title",
    "value",
    "main",
    "rendered",
    "original",
    "full_name",
    "fullname",
    "display_name",
    "displayname",
    "code",
    "#text",
    "attributes",
    "data",
)
_DATE_KEYS = ("$date", "date", "value", "iso", "raw", "datetime", "#text", "date-parts")
_DATE_PARTS = 3
_BY = re.compile(
    r"^(?:(?:written )?by\s*:?\s+|(?:text|texte|texto|testo|текст|автор|autore?|author|auteur|von|par|por|di|door)\s*:\s*)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[<(]?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}[>)]?")
_ACCOUNT = re.compile(r"\w{0,12}admin\d{0,4}|administrator|webmaster|editor|staff|user|root|guest|superuser|redakteur|redactor")
_WEB_ADDRESS = re.compile(
    r"(?:https?://|www\.(?=[\w-]{1,63}\.)|(?:about:reader|read://|view-source:)\S*https?)\S+", re.IGNORECASE
)
_EPOCH = range(10**8, 4 * 10**9)
_DAY_DIGITS, _MILLISECOND_DIGITS = 8, 13
_MAX_ADDRESS = 2000
_MAX_DEPTH = 3


def fact_named(name: str) -> str | None:
    """Which fact a field's name stands for ("Byline" is the author); None if it is none of ours."""
    return _FACT_OF.get(squeezed(name))


@lru_cache(maxsize=8192)
def squeezed(name: str) -> str:
    """A field's name as it is compared: "publishedAt", "published_at" and "Published at" are one."""
    return _SQUEEZE.sub("", name.casefold())


def facts_of(mapping: Mapping[str, Any], basis: str) -> Facts:
    """Facts of one article out of named fields; `basis` says where the fields stand ("front matter")."""
    folded = {squeezed(str(key)): value for key, value in mapping.items()}
    found = {fact: [folded[name] for name in names if name in folded] for fact, names in _PLACES.items()}
    dates, notes, unclear = _dates(found["published"], basis)
    language = next((tag for value in found["language"] if language_tag(tag := name_in(value))), None)
    later = {fact: [Dated(s, _LATER[fact]) for value in found[fact] if (s := stamp_in(value))] for fact in _LATER}
    return Facts(
        title=_first(found["title"]),
        outlet=outlet_in(found["outlet"]),
        author=person(_first(found["author"])),
        language=language_tag(language),
        region=region_of(language),
        url=best_address([*found["url"], *found["outlet"], *_addresses_beside(found["outlet"])]),
        dates=(*dates, *later["created"])[:1],
        updates=(*later["version"], *later["found"])[:1],
        notes=notes,
        unclear=unclear,
    )


def outlet_in(values: list[Any]) -> str | None:
    """The first value that names an outlet; where all are addresses or ids, the host of the first address, or the first id."""
    names = [_without_address(name) for value in values if (name := name_in(value))]
    names = [name for name in names if not is_keepers_name(name)]
    spoken = next((name for name in names if not _ADDRESS.fullmatch(name) and not _ID.fullmatch(name)), None)
    hosts = (host_of(web_address(name) or name) for name in names)
    host = next((host for host in hosts if host and not is_keepers(f"https://{host}/")), None)
    return spoken or host or next((name for name in names if outlet_name(name) and not host_of(name)), None)


def _without_address(name: str) -> str:
    """The name out of "The Record (https://…)", "The Record, https://…" or "[The Record](https://…)"."""
    match = _BESIDE_ADDRESS.fullmatch(name)
    return match["name"] if match else name


def _addresses_beside(values: list[Any]) -> list[str]:
    """The addresses that stand behind names."""
    matches = (_BESIDE_ADDRESS.fullmatch(name) for value in values if (name := name_in(value)))
    return [match["address"] for match in matches if match]


def host_of(address: str) -> str | None:
    """The host of an address or a bare host name, without "www."; None if it is neither."""
    match = _ADDRESS.fullmatch(address)
    return match["host"].casefold().removeprefix("www.") if match else None


def language_tag(value: str | None) -> str | None:
    """The language of a tag ("en-GB", "de_AT"), a three-letter code or a name; None if it names none that is known."""
    return code_of(value.strip()) if value else None


def web_address(value: object) -> str | None:
    """A value as the http address of at most 2,000 characters of the page itself; None if it is something else.

    The address of an archived copy, an AMP cache, a translator or a redirect gives that of the page it was made of.
    """
    plain = value.strip().strip("<>") if isinstance(value, str) and len(value) <= _MAX_ADDRESS else ""
    if not _WEB_ADDRESS.fullmatch(plain):
        return None
    address = original_address(f"http://{plain}" if plain.lower().startswith("www.") else plain)
    return visible_line(address, _MAX_ADDRESS) if _WEB.fullmatch(address) else None


def best_address(values: Iterable[object]) -> str | None:
    """The first address among the values that is not with a keeper of others' pages, else the first at all."""
    addresses = [address for value in values if (address := web_address(value))]
    return next((address for address in addresses if not is_keepers(address)), next(iter(addresses), None))


def outlet_name(name: str | None) -> str | None:
    """A name that can be an outlet's: no address and none of an archive, a cache or a reader."""
    return None if not name or _WEB_ADDRESS.fullmatch(name) or is_keepers_name(name) else name


def person(name: str | None) -> str | None:
    """An author's name without "By"; None for an account such as "admin" or an address."""
    plain = _MAIL.sub("", _BY.sub("", name)).strip() if name else ""
    return None if _ACCOUNT.fullmatch(plain.casefold()) or web_address(plain) or is_keepers_name(plain) else plain or None


def _first(values: list[Any]) -> str | None:
    return next((name for value in values if (name := name_in(value))), None)


def name_in(value: object, depth: int = 0) -> str | None:
    """A name out of a string, a list of names, or an object with a name ({"name": …}, {"value": …})."""
    if isinstance(value, str):
        if _LISTED.fullmatch(value[:4000]):
            return joined_names(visible_line(single or double) for single, double in _QUOTED.findall(value[:4000]))
        return visible_line(html.unescape(_TAG.sub("", value[:2000])))
    if depth > _MAX_DEPTH:
        return None
    if isinstance(value, list):
        return joined_names(name_in(item, depth + 1) for item in value[:20])
    if isinstance(value, Mapping):
        return next((n for key in _NAME_KEYS if (n := name_in(value.get(key), depth + 1))), None)
    return None


def _dates(values: list[Any], basis: str) -> tuple[tuple[Dated, ...], tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Dates, what could not be used of the values, and those that could be two days."""
    dates: list[Dated] = []
    notes: list[str] = []
    unclear: list[tuple[str, str]] = []
    for value in values:
        if stamp := stamp_in(value):
            dates.append(Dated(stamp, basis))
        elif isinstance(value, str) and is_ambiguous(value):
            unclear.append((value, basis))
        elif isinstance(value, str) and (note := unused_date(value, basis)):
            notes.append(note)
    return (tuple(dates), (), ()) if dates else ((), tuple(notes), tuple(unclear))


def unused_date(value: str, basis: str) -> str | None:
    """Why a value that speaks of a date gives no publication date; None if it speaks of none."""
    if is_ambiguous(value):
        return f"the {basis} gives the date “{visible_line(value, 60)}”, which can be read as two different days; not used"
    if month := month_only(value):
        return f"the {basis} gives only the month {month}; not used as the date of publication"
    return None


def read_by_custom(value: str, basis: str, custom: Custom) -> str:
    """What is said of a date that only the custom of its language, or of the dates beside it, made clear."""
    order = "day" if custom.day_first else "month"
    return (
        f"the {basis} gives the date “{visible_line(value, 60)}”, read with the {order} first as the language or the dates"
        " beside it have it"
    )


def stamp_in(value: object) -> Stamp | None:
    """A date out of a string, a count of seconds or milliseconds since 1970 (then in UTC), or an object that holds one."""
    if isinstance(value, str) and not value.strip().isdigit():
        return read_stamp(value)
    if isinstance(value, Mapping | list):
        return _nested_stamp(value)
    number = str(value).strip()
    if not number.isascii() or not number.isdigit() or len(number) > _MILLISECOND_DIGITS:
        return None
    if len(number) == _DAY_DIGITS:
        return read_stamp(number)
    seconds = int(number) // 1000 if len(number) == _MILLISECOND_DIGITS else int(number)
    if seconds not in _EPOCH:
        return None
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    return Stamp(moment.date(), f"{moment:%H:%M}+00:00")


def _nested_stamp(value: Mapping[str, Any] | list[Any]) -> Stamp | None:
    """A date out of {"$date": …}, {"value": …} or CSL's {"date-parts": [[2021, 3, 4]]}."""
    if isinstance(value, Mapping):
        inside = next((value[key] for key in _DATE_KEYS if key in value), None)
        inside = inside["$numberLong"] if isinstance(inside, Mapping) and "$numberLong" in inside else inside
        return stamp_in(inside) if isinstance(inside, str | int | list) else None
    if len(value) == 1 and isinstance(value[0], str):
        return stamp_in(value[0])
    parts = value[0] if value and isinstance(value[0], list) else value
    if len(parts) != _DATE_PARTS or not all(str(part).isdigit() for part in parts):
        return None
    year, month, day = (str(part) for part in parts)
    return read_stamp(f"{year}-{month.zfill(2)}-{day.zfill(2)}")
