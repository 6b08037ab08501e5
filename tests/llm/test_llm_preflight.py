"""Settings and surroundings that cannot work are named before the first request, and those that can are left alone."""

from __future__ import annotations

import asyncio
import base64
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llm.faulty_endpoint import CANARY, Endpoint, StoppedClock, completion, says

from summarizer.errors import ConfigError
from summarizer.llm import check_settings
from summarizer.llm.preflight import route_of
from summarizer.llm.sending import Sender
from summarizer.settings import ModelSettings

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

LOCAL = "http://127.0.0.1:1/v1"
PEM = f"-----BEGIN CERTIFICATE-----\n{base64.b64encode(b'nothing').decode()}\n-----END CERTIFICATE-----\n"


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


def refused(base_url: str | None = LOCAL, key: str | None = CANARY) -> str:
    """The one line that names what cannot work."""
    with pytest.raises(ConfigError) as caught:
        check_settings(ModelSettings(base_url=base_url, api_key=key))
    line = str(caught.value)
    assert "\n" not in line
    assert CANARY not in line
    assert caught.value.__cause__ is None
    return line


BAD_ADDRESSES = [
    ("http://host:99999/v1", "port is a number from 1 to 65535"),
    ("http://host:0/v1", "port is a number"),
    ("http://host:-1/v1", "port is a number"),
    ("http://host:eighty/v1", "port is a number"),
    ("http://host:8٣/v1", "port is a number"),
    ("http://host:80 80/v1", "space"),
    ("http://my host/v1", "space"),
    ("http://host/my path", "space"),
    ("http://host\t/v1", "space or a control character"),
    ("http://ho\x1b[31mst/v1", "control character"),
    ("http://host\u2028/v1", "space or a control character"),
    ("http://ho\u200bst/v1", "control character"),
    ("http://[::1", "square bracket is left open"),
    ("http://::1]/v1", "bracket"),
    ("http://[v1.x]/v1", "host name cannot be read"),
    ("http://999.1.1.1/v1", "host name cannot be read"),
    ("http://ｈost/v1", "host name cannot be read"),
    ("http:///v1", "no host"),
    ("http://", "no host"),
    ("http:/host/v1", "http:// or https://"),
    ("http://:8080/v1", "no host"),
    ("host:8000/v1", "http:// or https://"),
    ("//host/v1", "http:// or https://"),
    ("ftp://host/v1", "http:// or https://"),
    ("file:///etc/passwd", "http:// or https://"),
    (f"http://user:{CANARY}@host/v1", "OPENAI_API_KEY"),
    ("http://user@host/v1", "user name or password"),
    (f"https://host/v1?key={CANARY}", "query"),
    ("https://host/v1?", "query"),
    ("https://host/v1#part", "query"),
    (f"http://{'a' * 300}/v1", "1 to 63 characters"),
    (f"http://{'a.' * 150}b/v1", "1 to 63 characters"),
    ("http://a..b/v1", "1 to 63 characters"),
    (f"http://{'ü' * 70}.example/v1", "host name cannot be read"),
    ("http://host%20name/v1", "characters that no host has"),
]


@pytest.mark.parametrize(("address", "words"), BAD_ADDRESSES, ids=[ascii(address)[:40] for address, _ in BAD_ADDRESSES])
def test_address_that_cannot_work(address: str, words: str) -> None:
    line = refused(address)
    assert "--base-url" in line
    assert "OPENAI_BASE_URL" in line
    assert words in line


def test_address_in_the_environment_is_checked_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://[::1")
    assert "bracket" in refused(None)


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8000/v1",
        "HTTPS://API.Example/v1/",
        "http://[::1]:80/v1",
        "http://bücher.example/v1",
        "http://xn--bcher-kva.example/v1",
        "http://my_host/v1",
        "http://host./v1",
        "http://127.0.0.1",
        f"http://{'a' * 63}.example/v1",
        "http://host/a/path/of%20many/parts",
    ],
)
def test_address_that_works(address: str) -> None:
    check_settings(ModelSettings(base_url=address))


@settings(max_examples=100)
@given(text=st.text(max_size=30) | st.from_regex(r"https?://[a-z0-9.:\[\]@%/?# -]{0,30}", fullmatch=True))
def test_any_address_is_taken_or_refused(text: str) -> None:
    said = ""
    try:
        check_settings(ModelSettings(base_url=text, api_key=CANARY))
    except ConfigError as error:
        said = str(error)
    assert "\n" not in said


@pytest.mark.parametrize("name", ["ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy"])
@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("foo://x", "foo://"),
        ("socks5://127.0.0.1:1", "socksio"),
        ("socks5h://user:pass-word@127.0.0.1:1", "socksio"),
        ("socks4://127.0.0.1:1", "socks4://"),
        ("http://", "no host"),
        ("http://:3128", "no host"),
        ("http://proxy:99999", "port is a number"),
        ("proxy:port", "port is a number"),
        ("http://pro xy:1", "space"),
        ("http://[::1", "bracket"),
        (f"http://{'a' * 64}:1", "1 to 63"),
    ],
    ids=str,
)
def test_proxy_that_cannot_work(name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    line = refused()
    assert line.startswith(name)
    assert words in line
    assert "pass-word" not in line


@pytest.mark.parametrize(
    ("variables", "address"),
    [
        ({"HTTPS_PROXY": "foo://x"}, LOCAL),
        ({"HTTP_PROXY": "foo://x"}, "https://api.example/v1"),
        ({"FTP_PROXY": "foo://x"}, LOCAL),
        ({"ALL_PROXY": "foo://x", "NO_PROXY": "*"}, LOCAL),
        ({"ALL_PROXY": "foo://x", "no_proxy": "example, 127.0.0.1"}, LOCAL),
        ({"ALL_PROXY": "foo://x", "NO_PROXY": "127.0.0.0/8"}, LOCAL),
        ({"ALL_PROXY": "foo://x", "NO_PROXY": "127.0.0.1:1"}, LOCAL),
        ({"ALL_PROXY": "foo://x", "NO_PROXY": "::1"}, "http://[::1]:8000/v1"),
        ({"ALL_PROXY": "foo://x", "NO_PROXY": "[::1]"}, "http://[::1]:8000/v1"),
        ({"ALL_PROXY": "foo://x", "NO_PROXY": ".example"}, "http://api.example/v1"),
        ({"ALL_PROXY": "foo://x", "NO_PROXY": "*.Example"}, "http://api.example/v1"),
        ({"ALL_PROXY": "foo://x", "NO_PROXY": "https://api.example:443"}, "https://api.example/v1"),
        ({"ALL_PROXY": ""}, LOCAL),
        ({"HTTP_PROXY": "proxy.example:3128"}, LOCAL),
        ({"HTTP_PROXY": "http://user:word@proxy.example:3128/"}, LOCAL),
    ],
    ids=str,
)
def test_proxy_that_is_not_used_or_works(variables: dict[str, str], address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    check_settings(ModelSettings(base_url=address))


@pytest.mark.parametrize("no_proxy", ["example.org", "27.0.0.1", "10.0.0.0/8", "127.0.0.1:2", "", "/8", "[", ","])
def test_proxy_is_used_where_no_proxy_names_something_else(no_proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example:1")
    monkeypatch.setenv("NO_PROXY", no_proxy)
    route = route_of(ModelSettings(base_url=LOCAL))
    assert route.proxy is not None
    assert route.proxy_setting == "ALL_PROXY"


def test_requests_go_through_the_proxy(endpoint: Endpoint, stopped: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", endpoint.url.removesuffix("/v1"))
    endpoint.script = [says(completion({}))]
    sender = Sender(ModelSettings(model="m", base_url="http://model.example/v1"), stopped.clock())

    async def run() -> None:
        await sender.send({"messages": []}, "a")
        await sender.close()

    asyncio.run(run())
    assert endpoint.received[0].path == "http://model.example/v1/chat/completions"


@pytest.mark.parametrize("address", [LOCAL, "https://api.example/v1"])
@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "text", "broken"])
def test_certificates_that_cannot_be_used(kind: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ca.pem"
    if kind == "folder":
        path.mkdir()
    elif kind != "missing":
        path.write_text({"empty": "", "text": "no certificate", "broken": PEM}[kind])
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    line = refused(address)
    assert line.startswith("SSL_CERT_FILE names a file")
    assert "PEM" in line


def test_folder_of_certificates_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "missing"))
    assert refused().startswith("SSL_CERT_DIR names no folder")
    monkeypatch.setenv("SSL_CERT_DIR", f"{tmp_path / 'missing'}{os.pathsep}{tmp_path}")
    check_settings(ModelSettings(base_url=LOCAL))


def test_certificates_are_read_anew_when_the_file_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    refused()
    monkeypatch.delenv("SSL_CERT_FILE")
    check_settings(ModelSettings(base_url=LOCAL))


def test_variables_that_the_client_does_not_read_do_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "missing"))
    monkeypatch.setenv("CURL_CA_BUNDLE", str(tmp_path / "missing"))
    check_settings(ModelSettings(base_url=LOCAL))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPENAI_ORG_ID", "org\nx"),
        ("OPENAI_PROJECT_ID", "ü"),
        ("OPENAI_CUSTOM_HEADERS", "a: b\rc"),
        ("OPENAI_CUSTOM_HEADERS", "a: é"),
    ],
)
def test_account_names_and_headers_that_cannot_be_sent(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert name in refused()


def test_headers_of_ones_own_can_be_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "x-team: news\nx-run: 1")
    check_settings(ModelSettings(base_url=LOCAL))


def test_replay_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "foo://x")
    monkeypatch.setenv("SSL_CERT_FILE", "/missing")
    check_settings(ModelSettings(base_url="http://[::1", replay=Path("x")))


@pytest.mark.parametrize(
    "variables",
    [
        {"ALL_PROXY": "foo://x"},
        {"SSL_CERT_FILE": "/missing/ca.pem"},
        {"OPENAI_BASE_URL": f"http://{CANARY}@127.0.0.1:1/v1"},
    ],
    ids=str,
)
def test_the_command_says_so_in_one_line(variables: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry sank off the coast on Tuesday and 12 people died, officials said.")
    given_: dict[str, Any] = {"OPENAI_BASE_URL": LOCAL, "OPENAI_API_KEY": CANARY, **variables}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "SSL_"))}
    ran = subprocess.run(
        [sys.executable, "-m", "summarizer", "extract", str(tmp_path / "a.txt")],
        env={**kept, "SUMMARIZER_STORE": str(tmp_path / "a.sqlite"), **given_},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stdout == ""
    started, said = ran.stderr.splitlines()
    assert started == "starting: a.txt"
    assert said.startswith("error: ")
    assert CANARY not in ran.stderr
    assert not (tmp_path / "a.sqlite").exists()
