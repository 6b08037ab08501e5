"""An endpoint that cannot be talked to: the protocol, the certificate, the name or the port is named plainly."""

from __future__ import annotations

import asyncio
import socket
import ssl
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from llm.faulty_endpoint import CANARY, Endpoint, StoppedClock, completion, error, says

from summarizer.errors import ModelError, ModelSetupError, ModelUnavailable
from summarizer.llm.connections import fault_of_connection
from summarizer.llm.faults import TransientError
from summarizer.llm.secrecy import Secret
from summarizer.llm.sending import Sender, Sent
from summarizer.settings import ModelSettings

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

CERTIFICATES = Path(__file__).parent / "certificates"
"""Signed by their own key, which is beside them without its armour and opens nothing else: for this machine until 2126, for it
until 2021, and for another host."""
ARMOUR = "-----{} PRIVATE KEY-----"
OK = says(completion({"title": "Ferry"}))


def send(url: str, stopped: StoppedClock, **settings: Any) -> Sent:
    """Send one request; an error must have nothing of the libraries behind it."""
    chosen = {"model": "m", "base_url": url, "api_key": CANARY, **settings}

    async def run() -> Sent:
        sender = Sender(ModelSettings(**chosen), stopped.clock())
        try:
            return await sender.send({"messages": []}, "a.txt")
        finally:
            await sender.close()

    return asyncio.run(run())


def refused(kind: type[ModelError], words: str, url: str, stopped: StoppedClock) -> str:
    """Send one request that cannot work; what is said about it, with nothing of the libraries behind it."""
    with pytest.raises(kind, match=words) as caught:
        send(url, stopped)
    assert caught.value.__cause__ is None
    assert "ExceptionGroup" not in str(caught.value)
    assert CANARY not in str(caught.value)
    return str(caught.value)


@contextmanager
def speaking_tls(endpoint: Endpoint, certificate: str) -> Iterator[str]:
    """The endpoint behind a certificate; its address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder) / "key.pem"
        body = (CERTIFICATES / "key.txt").read_text(encoding="ascii").strip()
        key.write_text("\n".join([ARMOUR.format("BEGIN"), body, ARMOUR.format("END"), ""]), encoding="ascii")
        context.load_cert_chain(CERTIFICATES / f"{certificate}.pem", key)
    plain = endpoint.socket
    endpoint.socket = context.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)
    try:
        yield endpoint.url.replace("http://", "https://")
    finally:
        endpoint.socket.close()


def trust(certificate: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / f"{certificate}.pem"))


def test_trusted_certificate(endpoint: Endpoint, stopped: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    trust("valid", monkeypatch)
    endpoint.script = [OK]
    with speaking_tls(endpoint, "valid") as url:
        assert send(url, stopped).requests == 1


@pytest.mark.parametrize(
    ("served", "trusted", "words"),
    [
        ("valid", "other", "is self-signed; set SSL_CERT_FILE"),
        ("expired", "expired", "has expired"),
        ("other", "other", "is for another host"),
    ],
)
def test_certificate_that_cannot_be_trusted(
    served: str, trusted: str, words: str, *, endpoint: Endpoint, stopped: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust(trusted, monkeypatch)
    endpoint.script = [OK]
    with speaking_tls(endpoint, served) as url:
        refused(ModelSetupError, words, url, stopped)
    assert (endpoint.hits, stopped.slept) == (0, [])


def test_tls_to_a_port_that_does_not_speak_it(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [OK]
    refused(ModelSetupError, "write http:// instead of https://", endpoint.url.replace("http://", "https://"), stopped)
    assert stopped.slept == []


def serving(answer: Callable[[socket.socket], None]) -> tuple[socket.socket, str]:
    """A server of raw bytes; the listening socket and its address."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)
                answer(connection)

    threading.Thread(target=serve, daemon=True).start()
    return listening, f"127.0.0.1:{listening.getsockname()[1]}/v1"


@pytest.mark.parametrize(
    "bytes_sent", [b"\x15\x03\x01\x00\x02\x02\x46", b"\x15\x03\x03\x00\x02\x02\x32", b"\x16\x03\x03\x00\x02"]
)
def test_plain_text_to_a_port_that_speaks_tls(bytes_sent: bytes, stopped: StoppedClock) -> None:
    listening, address = serving(lambda connection: connection.sendall(bytes_sent))
    with listening:
        refused(ModelSetupError, "write https:// instead of http://", f"http://{address}", stopped)
    assert stopped.slept == []


def test_odd_bytes_from_an_endpoint_that_answered_before_are_no_reason_to_stop(stopped: StoppedClock) -> None:
    cause = httpx2.RemoteProtocolError("illegal request line")
    assert isinstance(fault_of_connection(cause, Secret(None)), ModelSetupError)
    assert isinstance(fault_of_connection(cause, Secret(None), has_answered=True), TransientError)


@pytest.mark.parametrize(
    "page",
    [
        "<html><h1>400 Bad Request</h1><center>The plain HTTP request was sent to HTTPS port</center></html>",
        "Client sent an HTTP request to an HTTPS server.",
    ],
)
def test_plain_text_to_a_port_that_says_it_speaks_tls(page: str, endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [says(page, 400)]
    refused(ModelSetupError, "write https:// instead of http://", endpoint.url, stopped)
    assert endpoint.hits == 1


def test_plain_text_to_a_real_tls_port(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [OK]
    with speaking_tls(endpoint, "valid"):
        refused(ModelError, r"https://|broke off", endpoint.url, stopped)


def test_server_that_closes_without_a_word_may_want_tls(stopped: StoppedClock) -> None:
    listening, address = serving(lambda _: None)
    with listening:
        refused(ModelUnavailable, r"broke off.*3 tries", f"http://{address}", stopped)


def test_nothing_listens(stopped: StoppedClock) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        refused(ModelUnavailable, "connection refused", url, stopped)


def test_unknown_host(stopped: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    refused(ModelUnavailable, "host name is not known", "http://no-such-host.invalid/v1", stopped)


def test_proxy_that_is_not_there_is_named(stopped: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{taken.getsockname()[1]}")
        refused(ModelUnavailable, r"connection refused.*by way of the proxy in ALL_PROXY", "http://model.example/v1", stopped)


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [(407, ModelSetupError, "user name and a password"), (502, ModelUnavailable, "cannot be reached")],
)
def test_proxy_that_refuses_to_connect(
    status: int, kind: type[ModelError], words: str, stopped: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply = f"HTTP/1.1 {status} No\r\ncontent-length: 0\r\n\r\n".encode()
    listening, address = serving(lambda connection: connection.sendall(reply))
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:proxy-word@{address.removesuffix('/v1')}")
    with listening:
        said = refused(kind, words, "https://model.example/v1", stopped)
    assert "proxy-word" not in said
    assert "HTTPS_PROXY" in said


def test_groups_of_exceptions_never_reach_the_user() -> None:
    group = ExceptionGroup("unhandled errors in a TaskGroup", [ExceptionGroup("inner", [OverflowError("port")])])
    fault = fault_of_connection(group, Secret(None))
    assert str(fault) == "the request cannot be sent: OverflowError: port"


def test_a_group_with_a_refusal_inside_is_a_refusal() -> None:
    cause = httpx2.ConnectError("All connection attempts failed")
    cause.__cause__ = ExceptionGroup("many", [OSError("unreachable"), ConnectionRefusedError(111, "refused")])
    fault = fault_of_connection(cause, Secret(None))
    assert isinstance(fault, TransientError)
    assert "connection refused" in str(fault)


def test_causes_that_go_round_in_circles_end() -> None:
    left, right = httpx2.ReadError("left"), OSError("right")
    left.__cause__, right.__cause__ = right, left
    assert isinstance(fault_of_connection(left, Secret(None)), TransientError)


def test_odd_headers_are_a_broken_answer(stopped: StoppedClock) -> None:
    reply = f"HTTP/1.1 200 OK\r\nx-echo: {CANARY}\r\nbad header {CANARY}\r\n\r\n".encode()
    listening, address = serving(lambda connection: connection.sendall(reply))
    with listening:
        refused(ModelUnavailable, "3 tries", f"http://{address}", stopped)


def test_error_after_tls_is_told_as_usual(endpoint: Endpoint, stopped: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    trust("valid", monkeypatch)
    endpoint.script = [error(404, "no such model")]
    with speaking_tls(endpoint, "valid") as url:
        refused(ModelSetupError, "no such model", url, stopped)
