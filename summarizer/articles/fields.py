"""Names under which files give an article's facts: front matter, header lines, JSON feeds, schema.org, ninjs."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from summarizer.articles.addresses import is_keepers, is_keepers_name, original_address
from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Dated, Facts, Stamp, joined_names
from summarizer.articles.publication import is_ambiguous, month_only, read_stamp

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "headlines", "head"),
    "outlet": (
        "outlet", "source", "publication", "publisher", "newspaper", "site", "site_name", "sitename", "website", "provider",
        "infosources", "copyrightholder",
    ),
    "author": ("author", "authors", "byline", "by", "creator", "writer"),
    "published": (
        "published", "published_at", "publishedat", "date_published", "datepublished", "date_publish", "published_date",
        "publication_date", "publish_date", "published_time", "pubdate", "pub_date", "date", "versioncreated", "firstcreated",
    ),
    "language": ("language", "lang", "inlanguage", "locale"),
    "url": ("url", "link", "permalink", "canonical", "canonical_url", "source_url", "external_url", "uri", "id"),
}  # fmt: skip
_FACT_OF = {name: fact for fact, names in NAMES.items() for name in names}
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{2,8})*", re.IGNORECASE)
_BY = re.compile(
    r"^(?:(?:written )?by\s*:?\s+|(?:text|texte|texto|testo|текст|автор|autore?|author|auteur|von|par|por|di|door)\s*:\s*)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[<(]?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}[>)]?")
_ACCOUNT = re.compile(r"\w{0,12}admin\d{0,4}|administrator|webmaster|editor|staff|user|root|guest|superuser|redakteur|redactor")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.(?=[\w-]{1,63}\.)|(?:about:reader|read://|view-source:)\S*https?)\S+", re.IGNORECASE)
_EPOCH = range(10**8, 4 * 10**9)
_DAY_DIGITS, _MILLISECOND_DIGITS = 8, 13
_MAX_ADDRESS = 2000
_MAX_DEPTH = 3


def fact_named(name: str) -> str | None:
    """Which fact a field's name stands for ("Byline" is the author); None if it is none of ours."""
    return _FACT_OF.get(re.sub(r"[\s-]+", "_", name.strip().casefold()))


def facts_of(mapping: Mapping[str, Any], basis: str) -> Facts:
    """Facts of one article out of named fields; `basis` says where the fields stand ("front matter")."""
    folded = {str(key).strip().casefold().replace("-", "_").replace(" ", "_"): value for key, value in mapping.items()}
    found = {fact: [folded[name] for name in names if name in folded] for fact, names in NAMES.items()}
    dates, notes = _dates(found["published"], basis)
    return Facts(
        title=_first(found["title"]),
        outlet=outlet_name(_first(found["outlet"])),
        author=person(_first(found["author"])),
        language=language_tag(_first(found["language"])),
        url=best_address([*found["url"], *found["outlet"]]),
        dates=dates[:1],
        notes=notes,
    )


def language_tag(value: str | None) -> str | None:
    """The language of a tag such as "en-GB" or "de_AT", in small letters."""
    match = _LANGUAGE.fullmatch(value.strip()) if value else None
    return match[1].lower() if match else None


def web_address(value: object) -> str | None:
    """A value as the http address of at most 2,000 characters of the page itself; None if it is something else.

    The address of an archived copy, an AMP cache, a translator or a redirect gives that of the page it was made of.
    """
    plain = value.strip().strip("<>") if isinstance(value, str) and len(value) <= _MAX_ADDRESS else ""
    if not _ADDRESS.fullmatch(plain):
        return None
    address = original_address(f"http://{plain}" if plain.lower().startswith("www.") else plain)
    return visible_line(address, _MAX_ADDRESS) if _WEB.fullmatch(address) else None


def best_address(values: Iterable[object]) -> str | None:
    """The first address among the values that is not with a keeper of others' pages, else the first at all."""
    addresses = [address for value in values if (address := web_address(value))]
    return next((address for address in addresses if not is_keepers(address)), next(iter(addresses), None))


def outlet_name(name: str | None) -> str | None:
    """A name that can be an outlet's: no address and none of an archive, a cache or a reader."""
    return None if not name or _ADDRESS.fullmatch(name) or is_keepers_name(name) else name


def person(name: str | None) -> str | None:
    """An author's name without "By"; None for an account such as "admin" or an address."""
    plain = _MAIL.sub("", _BY.sub("", name)).strip() if name else ""
    return None if _ACCOUNT.fullmatch(plain.casefold()) or web_address(plain) or is_keepers_name(plain) else plain or None


def _first(values: list[Any]) -> str | None:
    return next((name for value in values if (name := name_in(value))), None)


def name_in(value: object, depth: int = 0) -> str | None:
    """A name out of a string, a list of names, or an object with a name ({"name": …}, {"value": …})."""
    if isinstance(value, str):
        return visible_line(html.unescape(value[:2000]))
    if depth > _MAX_DEPTH:
        return None
    if isinstance(value, list):
        return joined_names(name_in(item, depth + 1) for item in value[:20])
    if isinstance(value, Mapping):
        return next((n for key in ("name", "title", "value") if (n := name_in(value.get(key), depth + 1))), None)
    return None


def _dates(values: list[Any], basis: str) -> tuple[tuple[Dated, ...], tuple[str, ...]]:
    dates: list[Dated] = []
    notes: list[str] = []
    for value in values:
        if stamp := stamp_in(value):
            dates.append(Dated(stamp, basis))
        elif isinstance(value, str) and (note := unused_date(value, basis)):
            notes.append(note)
    return tuple(dates), tuple(notes) if not dates else ()


def unused_date(value: str, basis: str) -> str | None:
    """Why a value that speaks of a date gives no publication date; None if it speaks of none."""
    if is_ambiguous(value):
        return f"the {basis} gives the date “{visible_line(value, 60)}”, which can be read as two different days; not used"
    if month := month_only(value):
        return f"the {basis} gives only the month {month}; not used as the date of publication"
    return None


def stamp_in(value: object) -> Stamp | None:
    """A date out of a string, or out of a count of seconds or milliseconds since 1970 (then in UTC)."""
    if isinstance(value, str) and not value.strip().isdigit():
        return read_stamp(value)
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
