"""One page asked for as a guest asks: by name, where robots.txt allows it, one request a host at a time, with a pause."""

from __future__ import annotations

import contextlib
import email.utils
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx2

from summarizer import __version__
from summarizer.fetching.bodies import ACCEPTED, body_of
from summarizer.fetching.network import STEP_S, CheckedTransport, Deadline, Resolve, resolve
from summarizer.fetching.refusals import OutOfTime, Refused
from summarizer.fetching.robots import MOST_BYTES, NOTHING_FORBIDDEN, Rules, rules_in
from summarizer.fetching.web_addresses import joined

PRODUCT = "summarizer"
USER_AGENT = f"{PRODUCT}/{__version__} (fetches single pages that its user names; keeps to robots.txt)"
MOST_REDIRECTS = 8
LONGEST_DELAY_S = 30.0
"""Of a robots.txt that asks for a longer pause, so much is kept."""
LONGEST_WAIT_S = 60.0
"""A server that asks to come back later than this is not waited for."""
_OK, _NOT_MODIFIED = 200, 304
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_ACCEPT = "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, application/xml;q=0.8, */*;q=0.1"
_REASONS = {
    401: "asks for a login (401)",
    402: "asks for payment (402)",
    403: "is refused by the server (403)",
    404: "is not there (404)",
    410: "is gone for good (410)",
    429: "was asked for too often (429)",
    451: "is withheld for legal reasons (451)",
    503: "is not available now (503)",
}
_BY_HAND = frozenset({401, 402, 403})
_CLIENT_ERRORS, _SERVER_ERRORS = range(400, 500), range(500, 600)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked of servers, and how much is taken from them.

    Attributes:
        most_bytes: of one page, its compression undone.
        page_s: seconds for one page, its redirects included and without the pauses.
        all_s: seconds for all pages.
        pause_s: seconds between two requests to one host.
        allow_private: addresses of this machine and its network may be asked too.
        longest_wait_s: the longest Retry-After that is waited for.
    """

    most_bytes: int = 10_000_000
    page_s: float = 30.0
    all_s: float = 1_800.0
    pause_s: float = 1.0
    allow_private: bool = False
    longest_wait_s: float = LONGEST_WAIT_S


@dataclass(frozen=True, slots=True)
class Answer:
    """What came for one address.

    Attributes:
        reached: the address that answered.
        status: 200, or 304 where nothing is new.
        headers: of the answer, names in small letters.
        body: its bytes, empty for 304.
        notes: what somebody should know of the way there (https to http).
    """

    reached: httpx2.URL
    status: int
    headers: Mapping[str, str]
    body: bytes
    notes: tuple[str, ...] = ()


@dataclass
class _Host:
    """What is known of one host: when it may be asked again, and what of its robots.txt is known, by scheme and port."""

    ready: float = 0.0
    refused_until: float = 0.0
    robots: dict[str, Rules | Refused] = field(default_factory=dict)
    delay_s: float = 0.0


class Asker:
    """Asks for pages, one after the other.

    Args:
        limits: see there.
        resolver: gives the addresses of a host.
        sleep: waits so many seconds.
    """

    def __init__(self, limits: Limits, resolver: Resolve = resolve, sleep: Callable[[float], None] = time.sleep) -> None:
        self._limits, self._sleep = limits, sleep
        self._deadline = Deadline()
        self._ends = time.monotonic() + limits.all_s
        self._hosts: dict[str, _Host] = {}
        self._left = limits.page_s
        transport = CheckedTransport(self._deadline, resolver, allow_private=limits.allow_private)
        # Neither proxies nor a netrc of the environment: a proxy would resolve names itself, unchecked.
        self._client = httpx2.Client(transport=transport, trust_env=False, follow_redirects=False, timeout=STEP_S)

    def close(self) -> None:
        """End all connections."""
        self._client.close()

    def ready(self, url: httpx2.URL) -> float:
        """When the host of an address may be asked next, on the monotonic clock."""
        return self._host(url).ready

    def learn(self, url: httpx2.URL) -> None:
        """Ask for the robots.txt of a site ahead, so that the pause behind it can be spent on other hosts."""
        self._left = self._limits.page_s
        with contextlib.suppress(Refused):  # told for each page that it keeps from being asked for
            self._robots(url)

    def page(
        self, url: httpx2.URL, known: Mapping[str, Mapping[str, str]], check: Callable[[Mapping[str, str]], None]
    ) -> Answer:
        """The page at an address, after all redirects.

        Args:
            url: where to begin.
            known: headers of a request on a condition (If-None-Match), by the address that they are for.
            check: raises Refused for the headers of an answer whose body is not wanted.

        Raises:
            Refused: there is none, or it may not be had.
        """
        seen: set[str] = set()
        notes: list[str] = []
        self._left = self._limits.page_s
        while True:
            if str(url) in seen:
                raise Refused("redirects in a circle")
            seen.add(str(url))
            if len(seen) > MOST_REDIRECTS + 1:
                raise Refused(f"redirects more than {MOST_REDIRECTS} times")
            if not self._robots(url).allow(url.raw_path.decode("ascii", "replace")):
                raise Refused("its robots.txt forbids it")
            answer = self._patiently(url, known.get(str(url), {}), check)
            if answer.status not in _REDIRECTS:
                return Answer(answer.reached, answer.status, answer.headers, answer.body, tuple(notes))
            target = joined(url, answer.headers.get("location", "") or "about:nowhere")
            if url.scheme == "https" and target.scheme == "http":
                notes.append("was redirected from https to http, where anybody on the way can change it")
            url = target

    def _host(self, url: httpx2.URL) -> _Host:
        return self._hosts.setdefault(url.raw_host.decode("ascii").rstrip("."), _Host())

    def _patiently(self, url: httpx2.URL, known: Mapping[str, str], check: Callable[[Mapping[str, str]], None]) -> Answer:
        """The answer, asked for once more where the server says when."""
        host = self._host(url)
        for attempt in (1, 2):
            if host.refused_until > time.monotonic():
                raise Refused("its server asked for a longer rest; run the same command later")
            answer = self._once(url, known, check)
            if answer.status not in _BUSY:
                break
            wait = _seconds(answer.headers.get("retry-after", ""))
            if wait is None:
                break
            if wait > self._limits.longest_wait_s:
                host.refused_until = time.monotonic() + wait
                raise Refused(f"{_REASONS[answer.status]}; the server asks to come back in {wait:.0f} s")
            host.ready = max(host.ready, time.monotonic() + wait)
            if attempt == 2:  # noqa: PLR2004 (the last)
                break
        if answer.status not in _REDIRECTS and answer.status not in (_OK, _NOT_MODIFIED):
            raise Refused(_reason(answer.status))
        return answer

    def _once(
        self,
        url: httpx2.URL,
        known: Mapping[str, str],
        check: Callable[[Mapping[str, str]], None],
        most: int | None = None,
    ) -> Answer:
        """One request, after the pause that the host is due."""
        self._wait(url)
        began = time.monotonic()
        self._deadline.start(min(self._left, self._ends - began))
        try:
            headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED, **known}
            # A request of its own, since the client would add cookies and headers of earlier answers.
            with self._client.stream("GET", url, headers=headers) as answer:
                self._client.cookies.clear()
                told = {name.lower(): value for name, value in answer.headers.items()}
                body = b""
                if answer.status_code == _OK:
                    check(told)
                    body = body_of(answer, most or self._limits.most_bytes, self._deadline, cut=most is not None)
                return Answer(url, answer.status_code, told, body)
        except (OutOfTime, httpx2.TimeoutException):
            raise self._late() from None
        except httpx2.HTTPError as error:
            raise Refused(_fault(error)) from None
        finally:
            ended = time.monotonic()
            self._left -= ended - began
            host = self._host(url)
            host.ready = max(host.ready, ended + max(self._limits.pause_s, host.delay_s))

    def _late(self) -> Refused:
        """What is said of an answer that did not come in time."""
        if time.monotonic() >= self._ends:
            return OutOfTime("was not here when the time for all pages was over (--within); the same command goes on")
        if self._deadline.is_over():
            return Refused(f"took longer than {self._limits.page_s:g} s (--deadline sets the limit)")
        return Refused("did not answer in time; try again")

    def _wait(self, url: httpx2.URL) -> None:
        now = time.monotonic()
        wait = self._host(url).ready - now
        if now + max(wait, 0) >= self._ends:
            raise OutOfTime("was not asked for: the time for all pages is over (--within); the same command goes on")
        if wait > 0:
            self._sleep(wait)

    def _robots(self, url: httpx2.URL) -> Rules:
        """What the site allows; its robots.txt is asked for once."""
        host = self._host(url)
        site = f"{url.scheme}:{url.port}"
        if site not in host.robots:
            try:
                host.robots[site] = self._asked_robots(url)
            except OutOfTime:
                raise
            except Refused as refused:
                host.robots[site] = refused
            if isinstance(rules := host.robots[site], Rules):
                host.delay_s = min(rules.delay_s or 0.0, LONGEST_DELAY_S)
                host.ready = max(host.ready, host.ready - self._limits.pause_s + host.delay_s)
        found = host.robots[site]
        if isinstance(found, Refused):
            raise found
        return found

    def _asked_robots(self, url: httpx2.URL) -> Rules:
        """RFC 9309, 2.3.1: not there is leave, a server in trouble is none. Raises Refused: it cannot be had."""
        place = url.copy_with(raw_path=b"/robots.txt")
        for _ in range(6):
            answer = self._once(place, {}, lambda _: None, MOST_BYTES)
            if answer.status == _OK:
                return rules_in(answer.body, PRODUCT)
            if answer.status in _CLIENT_ERRORS and answer.status not in _BUSY:
                return NOTHING_FORBIDDEN
            if answer.status not in _REDIRECTS:
                raise Refused(f"its robots.txt cannot be had ({answer.status}), so nothing is asked for; try again later")
            place = joined(place, answer.headers.get("location", "") or "about:nowhere")
        return NOTHING_FORBIDDEN


def _seconds(header: str) -> float | None:
    """What a Retry-After asks for, in seconds or as a date; None if it says nothing that can be read."""
    if header.strip().isascii() and header.strip().isdigit():
        return float(header.strip()[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(header).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def _reason(status: int) -> str:
    said = _REASONS.get(status)
    if said is None:
        whose = "an error of the server" if status in _SERVER_ERRORS else "no page"
        said = f"gave {whose} ({status})"
    return f"{said}; open it in a browser and save the page" if status in _BY_HAND else said


def _fault(error: httpx2.HTTPError) -> str:
    said = " ".join(str(error).split())[:150]
    if "CERTIFICATE_VERIFY_FAILED" in said:
        return "its certificate cannot be trusted"
    return f"the connection failed{f' ({said})' if said else ''}; try again"
