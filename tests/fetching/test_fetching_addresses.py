"""Which addresses may be asked for: however they are spelled, and whatever a name is resolved to."""

from __future__ import annotations

import ipaddress
import re

import httpcore2
import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.fetching import Asker, Limits, Refused
from summarizer.fetching.network import CheckedTransport, Deadline, checked_addresses, is_public, resolve
from summarizer.fetching.web_addresses import address_of, shown

PRIVATE = (
    "127.0.0.1 127.255.255.254 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 169.254.169.254 224.0.0.1 "
    "239.1.1.1 240.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 "
    "::ffff:a9fe:a9fe ::127.0.0.1 fe80::1 fe80::1%1 fec0::1 fc00::1 fd00:ec2::254 ff02::1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 "
    "2002:7f00:1:: 2002:a00:1:: 2001:db8::1"
).split()
PUBLIC = "93.184.216.34 8.8.8.8 1.1.1.1 172.32.0.1 100.128.0.1 2606:4700::1111 ::ffff:8.8.8.8 2a00:1450:4001::1".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_on_the_open_internet_is_refused(address):
    assert not is_public(ipaddress.ip_address(address))
    with pytest.raises(Refused, match="private address"):
        checked_addresses("herald.example", 80, lambda *_: [address], allow_private=False)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_on_the_open_internet_is_not_refused(address):
    assert checked_addresses("herald.example", 80, lambda *_: [address], allow_private=False) == [
        str(ipaddress.ip_address(address))
    ]


def test_one_private_address_among_public_ones_is_enough():
    with pytest.raises(Refused, match=r"private address 10\.0\.0\.1"):
        checked_addresses("herald.example", 80, lambda *_: ["8.8.8.8", "10.0.0.1"], allow_private=False)


@given(st.integers(0, 2**32 - 1))
def test_an_ipv4_address_is_judged_alike_however_ipv6_wraps_it(number):
    plain = ipaddress.IPv4Address(number)
    mapped, nat64 = (ipaddress.IPv6Address(prefix + number) for prefix in (0xFFFF << 32, 0x64FF9B << 96))
    assert is_public(mapped) == is_public(plain)
    assert is_public(plain) or not is_public(nat64)


ODD = """http://127.0.0.1/ http://0x7f.1/ http://0x7f000001/ http://2130706433/ http://017700000001/ http://127.1/ http://0/
http://[::1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://127.0.0.1./ http://[0:0:0:0:0:0:0:1]/ http://①27.0.0.1/
http://127。0。0。1/ http://[fe80::1%25lo]/ http://127.0.0.1:80/ HTTP://127.0.0.1/ http://%31%32%37.0.0.1/""".split()


@pytest.mark.parametrize("address", ODD)
def test_no_spelling_of_this_machine_gets_through(address):
    asked = []

    def resolver(host, port):
        asked.append(host)
        return resolve(host, port)

    asker = Asker(Limits(pause_s=0), resolver)
    try:
        with pytest.raises(Refused, match=r"private address|no address|names no host|host is not known"):
            asker.page(address_of(address), {}, lambda _: None)
    finally:
        asker.close()
    assert len(asked) <= 1


BAD = {
    "ftp://herald.example/a": "not ftp",
    "file:///etc/passwd": "not file",
    "javascript:alert(1)": "not javascript",
    "data:text/html,x": "not data",
    "herald.example/a": "names neither",
    "http://": "names no host",
    "http:///a": "names no host",
    "http://a b/": "names no host",
    "http://a..b/": "names no host",
    "http://-a.example/": "names no host",
    "http://herald.example:99999/": "names no host",
    "http://ex\u202eample.com/": "is no address",
    "http://me:secret@herald.example/": "name or password",
    "http://me@herald.example/": "name or password",
    "http://herald.example/" + "a" * 5000: "longer than",
    "http://herald.example/" + "ä" * 1000: "longer than",
}


@pytest.mark.parametrize(("address", "reason"), BAD.items(), ids=[one[:30] for one in BAD])
def test_what_is_no_web_address_is_refused_with_a_reason(address, reason):
    with pytest.raises(Refused, match=reason):
        address_of(address)


@given(st.text(max_size=60) | st.from_regex(r"https?://[\w.:@%\[\]/-]{0,40}"))
def test_any_text_is_an_address_without_login_or_is_refused(text):
    try:
        url = address_of(text)
    except Refused as refused:
        assert str(refused)  # noqa: PT017
        return
    assert url.scheme in ("http", "https")
    assert not url.userinfo
    assert re.fullmatch("[!-~]+", str(url))
    assert str(address_of(str(url))) == str(url)


def test_a_password_is_never_shown():
    assert shown("https://me:secret@herald.example/a@b?x=@") == "https://…@herald.example/a@b?x=@"
    assert "secret" not in shown("https://me:sec@ret:secret@herald.example/")


def test_names_beyond_ascii_are_asked_for_in_their_coded_form():
    assert str(address_of("https://bücher.example/ä?q=ö#s")) == "https://xn--bcher-kva.example/%C3%A4?q=%C3%B6"


class Stream(httpcore2.NetworkStream):
    def __init__(self, told):
        self.told = told

    def start_tls(self, ssl_context, server_hostname=None, timeout=None):
        self.told.append(server_hostname)
        raise httpcore2.ConnectError("far enough")

    def close(self):
        pass


def test_the_connection_goes_to_the_address_that_was_checked_and_tls_keeps_the_name(monkeypatch):
    answers = iter([["93.184.216.34"], ["10.0.0.1"]])
    connected, named = [], []

    def connect(_, host, port, *_rest, **_more):
        connected.append((host, port))
        return Stream(named)

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    transport = CheckedTransport(Deadline(), lambda *_: next(answers))
    with pytest.raises(httpx2.TransportError):
        transport.handle_request(httpx2.Request("GET", "https://herald.example/a"))
    with pytest.raises(Refused, match=r"private address 10\.0\.0\.1"):
        transport.handle_request(httpx2.Request("GET", "https://herald.example/a"))
    transport.close()
    assert connected == [("93.184.216.34", 443)]
    assert named == ["herald.example"]


def test_the_next_address_is_tried_where_one_cannot_be_reached(monkeypatch):
    connected = []

    def connect(_, host, *_rest, **_more):
        connected.append(host)
        raise httpcore2.ConnectError("refused")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    transport = CheckedTransport(Deadline(), lambda *_: ["8.8.8.8", "1.1.1.1", "8.8.8.8"])
    with pytest.raises(httpx2.TransportError):
        transport.handle_request(httpx2.Request("GET", "http://herald.example/a"))
    transport.close()
    assert connected == ["8.8.8.8", "1.1.1.1"]


def test_a_host_that_nobody_knows_is_told():
    def resolver(*_):
        raise OSError("no such host")

    with pytest.raises(Refused, match="host is not known"):
        checked_addresses("herald.example", 80, resolver, allow_private=True)
    with pytest.raises(Refused, match="no address"):
        checked_addresses("herald.example", 80, lambda *_: [], allow_private=True)
