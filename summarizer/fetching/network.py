"""Connections to public addresses alone, and to the very address that was checked.

The name is resolved once for each connection; every address it has must be public, and the connection goes to one of
these, while TLS and the Host header keep the name. So a name that is looked up twice and answers differently gains nothing.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore2
import httpx2

from summarizer.fetching.refusals import OutOfTime, Refused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]
_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
_SYSTEM_PORTS, _WEB_PORTS = 1_024, (80, 443)
_MOST_OPEN = 10
_COMPATIBLE = ipaddress.ip_network("::/96")
STEP_S = 20.0
"""Seconds that one connection attempt, or one piece of an answer, may take."""


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a host. Raises OSError, UnicodeError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(address: Address) -> bool:
    """It lies on the open Internet: not this machine, its network, a carrier's, a cloud's, a group's or nobody's.

    An IPv4 address inside an IPv6 one is judged as what it is (mapped, 6to4, Teredo, NAT64).
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if any(address in net for net in (*_NAT64, _COMPATIBLE)):
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if any(one is not None and not is_public(one) for one in inner):
            return False
        if address.ipv4_mapped is not None:
            return True
        if address.is_site_local:
            return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_loopback or address.is_link_local or address.is_unspecified
    )


def checked_addresses(host: str, port: int, resolver: Resolve, *, allow_private: bool) -> list[str]:
    """The addresses of a host, each once.

    Raises:
        Refused: it has none, or one that is not public.
    """
    try:
        found = [ipaddress.ip_address(text) for text in dict.fromkeys(resolver(host, port))]
    except (OSError, UnicodeError, ValueError):
        raise Refused("its host is not known; check the address and the connection") from None
    if not found:
        raise Refused("its host has no address")
    private = [one for one in found if not is_public(one)]
    if private and not allow_private:
        raise Refused(f"its host has the private address {private[0]}; --allow-private fetches from there too")
    return [str(one) for one in found]


class Deadline:
    """The moment at which the work on one page ends; everything that waits asks how long it may."""

    def __init__(self) -> None:
        self._ends = float("inf")

    def start(self, seconds: float) -> None:
        """Begin to count."""
        self._ends = time.monotonic() + seconds

    def is_over(self) -> bool:
        """No time is left."""
        return time.monotonic() >= self._ends

    def left(self) -> float:
        """Seconds that are left. Raises OutOfTime: none."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise OutOfTime("took too long")
        return left


class _Timed(httpcore2.NetworkStream):
    """A connection each of whose steps ends with the deadline, so that a server that drips ends too."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def _within(self, timeout: float | None) -> float:
        return min(self._deadline.left(), STEP_S if timeout is None else timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._within(timeout))
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Checked(httpcore2.NetworkBackend):
    """Connects to checked addresses."""

    def __init__(self, deadline: Deadline, resolver: Resolve, *, allow_private: bool) -> None:
        self._deadline, self._resolver, self._allow_private = deadline, resolver, allow_private
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = checked_addresses(host, port, self._resolver, allow_private=self._allow_private)
        if port < _SYSTEM_PORTS and port not in _WEB_PORTS and not self._allow_private:
            raise Refused(f"names port {port}, where no web server listens; --allow-private asks there too")
        for at, address in enumerate(addresses, start=1):
            within = min(self._deadline.left(), STEP_S if timeout is None else timeout)
            try:
                stream = self._plain.connect_tcp(address, port, within, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if at == len(addresses):
                    raise
            else:
                return _Timed(stream, self._deadline)
        raise httpcore2.ConnectError("no address")  # pragma: no cover  # there is at least one


class _Body(httpx2.SyncByteStream):
    """The bytes of an answer, with the errors of the network given as those of the client."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        with _as_of_client():
            yield from self._stream

    def close(self) -> None:
        self._stream.close()


class CheckedTransport(httpx2.BaseTransport):
    """What a client sends its requests through."""

    def __init__(self, deadline: Deadline, resolver: Resolve = resolve, *, allow_private: bool = False) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(),
            max_connections=_MOST_OPEN,
            network_backend=_Checked(deadline, resolver, allow_private=allow_private),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request and give the head of its answer. Raises Refused, httpx2.TransportError."""
        url = httpcore2.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        with _as_of_client():
            answer = self._pool.handle_request(
                httpcore2.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
            )
        return httpx2.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))

    def close(self) -> None:
        """End all connections."""
        self._pool.close()


@contextlib.contextmanager
def _as_of_client() -> Iterator[None]:
    try:
        yield
    except httpcore2.TimeoutException as error:
        raise httpx2.TimeoutException(str(error)) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
        raise httpx2.TransportError(str(error)) from error
