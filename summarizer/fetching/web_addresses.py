"""Addresses: which may be asked for, and how they are shown."""

from __future__ import annotations

import re

import httpx2

from summarizer.fetching.refusals import Refused

LONGEST = 4_000
_HOST = re.compile(
    r"(?=.{1,253}\.?$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*\.?|(?=[^:]*:)[0-9a-f:.]{2,45}"
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,30}:", re.IGNORECASE)
_LOGIN = re.compile(r"(?<=//)[^/?#]*@")
_MOST_PORT = 65_535


def is_address(text: str) -> bool:
    """It says itself that it is an address of some scheme, good or bad."""
    return bool(re.match(r"[a-z][a-z0-9+.-]{1,30}://", text, re.IGNORECASE))


def shown(address: object) -> str:
    """An address as it may be printed and written: without a name and password in it."""
    return _LOGIN.sub("…@", str(address))


def address_of(text: str) -> httpx2.URL:
    """An address that may be asked for, in its one spelling, without fragment.

    Raises:
        Refused: it is none, not of http or https, or holds a password.
    """
    if len(text) > LONGEST:
        raise Refused(f"is longer than {LONGEST:,} characters")
    try:
        url = httpx2.URL(text.strip())
    except (httpx2.InvalidURL, ValueError):
        raise Refused("is no address; check its spelling") from None
    return checked(url)


def checked(url: httpx2.URL) -> httpx2.URL:
    """The address without fragment. Raises Refused as `address_of` does."""
    if url.scheme not in ("http", "https"):
        named = f"not {url.scheme}" if _SCHEME.match(f"{url.scheme}:") else "and this names neither"
        raise Refused(f"only http and https are fetched, {named}")
    if url.userinfo or "@" in url.netloc.decode("ascii", "replace"):
        raise Refused("holds a name or password, which is never sent; take it out of the address")
    host = url.raw_host.decode("ascii", "replace").lower()
    if not _HOST.fullmatch(host) or (url.port or 1) > _MOST_PORT:
        raise Refused("names no host that can be asked; check its spelling")
    if len(str(url)) > LONGEST:
        raise Refused(f"is longer than {LONGEST:,} characters")
    return url.copy_with(fragment=None)


def joined(url: httpx2.URL, location: str) -> httpx2.URL:
    """Where a redirect leads. Raises Refused."""
    try:
        return checked(url.join(location[: LONGEST + 1]))
    except (httpx2.InvalidURL, ValueError):
        raise Refused("redirects to something that is no address") from None
    except Refused as refused:
        raise Refused(f"redirects to {shown(location)[:200]}: {refused}") from None
