"""All that was asked for, one page after the other, hosts in turn; one that fails never stops the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from summarizer.digests import sha256_of
from summarizer.errors import ConfigError
from summarizer.fetched_pages import FetchedPage
from summarizer.fetching.asking import Answer, Asker
from summarizer.fetching.feeds import addresses_in
from summarizer.fetching.folder import Folder, name_of
from summarizer.fetching.kinds import refuse_foreign, suffix_of
from summarizer.fetching.lists import Wanted
from summarizer.fetching.refusals import Refused
from summarizer.fetching.web_addresses import address_of, shown

_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one address.

    Attributes:
        address: as it may be shown.
        file: where the page lies; None if there is none.
        is_new: it was written in this run.
        reason: why there is no page; empty if there is one.
        notes: what else is to be said of it.
    """

    address: str
    file: Path | None = None
    is_new: bool = False
    reason: str = ""
    notes: tuple[str, ...] = ()


@dataclass
class Outcome:
    """What came of all addresses, in the order in which they were asked for."""

    pages: list[Fetched] = field(default_factory=list)

    @property
    def failed(self) -> list[Fetched]:
        """Those without a page."""
        return [page for page in self.pages if page.reason]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for besides pages.

    Attributes:
        again: pages that are there are fetched anew.
        limit: the most entries of a feed.
    """

    again: bool = False
    limit: int | None = None


_NONE = Wishes()


@dataclass
class _Run:
    asker: Asker
    folder: Folder
    again: bool
    limit: int | None
    outcome: Outcome
    seen: set[str]
    learned: set[httpx2.URL]


def fetch(
    wanted: list[Wanted],
    into: Path,
    asker: Asker,
    tell: Callable[[Fetched], None],
    wishes: Wishes = _NONE,
) -> Outcome:
    """Fetch all that is wanted into a folder.

    Args:
        wanted: addresses of pages and of feeds, whose entries are then fetched too.
        into: the folder; made if there is something to keep.
        asker: who asks.
        tell: is told of each address as soon as it is known what came of it.
        wishes: what else the user asked for.

    Raises:
        ConfigError, StoreError: nothing can be kept there.
    """
    run = _Run(asker, Folder(into), wishes.again, wishes.limit, Outcome(), set(), set())
    left = [(one, url) for one in wanted if (url := _address(run, one, tell)) is not None]
    while left:
        at = min(range(len(left)), key=lambda number: (asker.ready(left[number][1]), number))
        site = left[at][1].copy_with(raw_path=b"/")
        if site not in run.learned:
            run.learned.add(site)
            asker.learn(site)
            continue
        one, url = left.pop(at)
        try:
            found = _page(run, one, url)
        except Refused as refused:
            found = Fetched(_named(one), reason=str(refused))
        if isinstance(found, Fetched):
            run.outcome.pages.append(found)
            tell(found)
        else:
            left += [(entry, link) for entry in found if (link := _address(run, entry, tell)) is not None]
    return run.outcome


def _address(run: _Run, one: Wanted, tell: Callable[[Fetched], None]) -> httpx2.URL | None:
    """The address to ask for; None if it is none, which is told, or was asked for already."""
    try:
        url = address_of(one.address)
    except Refused as refused:
        failed = Fetched(_named(one), reason=str(refused))
        run.outcome.pages.append(failed)
        tell(failed)
        return None
    if str(url) in run.seen:
        return None
    run.seen.add(str(url))
    return url


def _named(one: Wanted) -> str:
    place = f" ({one.place})" if one.place and not one.from_feed else ""
    return shown(one.address[:500]) + place


def _page(run: _Run, one: Wanted, url: httpx2.URL) -> Fetched | list[Wanted]:
    """The page, kept; or what a feed names. Raises Refused."""
    known = run.folder.pages.get(str(url))
    state = run.folder.is_as_fetched(known) if known else None
    if known and state is False and not run.again:
        note = "was changed since it was fetched and is left as it is; --again fetches it anew"
        return Fetched(_named(one), run.folder.path / known.file, notes=(note,))
    answer = run.asker.page(url, _conditions(known) if known and state and not run.again else {}, refuse_foreign)
    if answer.status == _NOT_MODIFIED:
        if known is None:
            raise Refused("says that nothing is new, though nothing was fetched before")
        return Fetched(_named(one), run.folder.path / known.file)
    if not answer.body.strip():
        raise Refused("is empty")
    links = None if one.from_feed else addresses_in(answer.body, str(answer.reached))
    if links is not None:
        if not links:
            raise Refused("is a feed that names no addresses")
        return [Wanted(link, from_feed=True) for link in links[: run.limit]]
    return _kept(run, one, url, answer)


def _conditions(known: FetchedPage) -> dict[str, dict[str, str]]:
    """The headers that make a request one on a condition, for the address alone that named what is in them."""
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {known.reached: {name: value for name, value in told.items() if value and value.isascii() and value.isprintable()}}


def _kept(run: _Run, one: Wanted, url: httpx2.URL, answer: Answer) -> Fetched:
    reached = str(answer.reached)
    if (other := run.folder.by_other_address(reached, str(url))) is not None:
        return Fetched(_named(one), other, notes=("leads to a page that was fetched by another address",))
    page = FetchedPage(
        file=name_of(url, suffix_of(answer.headers, answer.body)),
        asked=str(url),
        reached=reached,
        time=dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        status=answer.status,
        content_type=answer.headers.get("content-type", "")[:500],
        etag=answer.headers.get("etag", "")[:500] or None,
        last_modified=answer.headers.get("last-modified", "")[:100] or None,
        sha256=sha256_of(answer.body),
    )
    before = run.folder.pages.get(page.asked)
    is_same = before is not None and before.sha256 == page.sha256 and run.folder.is_as_fetched(before) is True
    place = run.folder.keep(page, answer.body)
    return Fetched(_named(one), place, is_new=not is_same, notes=answer.notes)


def refuse_nothing(wanted: list[Wanted]) -> None:
    """Raise ConfigError if there is nothing to fetch."""
    if not wanted:
        raise ConfigError("names no address; give addresses, a text file with one a line, or a feed")
