"""Keys, models, addresses, proxies and certificates that cannot work."""

from __future__ import annotations

import re
import socket

import pytest
from faults import catalogue
from faults.checks import FAULTY, OTHERS, told
from faults.endpoint import serving
from faults.story import MORE_OUTLETS

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.mark.parametrize(
    ("status", "message", "word"),
    [
        (401, "Incorrect API key provided", "key"),
        (403, "Country not supported", "may not"),
        (404, "The model does not exist", "model"),
    ],
)
def test_a_key_or_model_that_is_refused_ends_the_run_at_once(run, endpoint, status, message, word):
    endpoint.fails_with(catalogue.fails(status, message))
    ran = run("--in-flight", "3", outlets=MORE_OUTLETS)
    assert ran.code == 4
    assert word in ran.err
    assert len(endpoint.asked) <= 3
    assert ran.report is None


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(run, endpoint, status):
    with serving() as elsewhere:
        endpoint.fails_with(catalogue.raw("", status, location=f"{elsewhere.url}/chat/completions"))
        ran = run()
        assert ran.code == 4
        assert "redirect" in ran.err
        assert elsewhere.hits == 0
    assert len(endpoint.asked) <= 4


def test_a_redirect_in_a_circle_costs_no_more_requests(run, endpoint):
    endpoint.fails_with(catalogue.redirects(f"{endpoint.url}/chat/completions"))
    ran = run()
    assert ran.code == 4
    assert len(endpoint.asked) <= 4


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ALL_PROXY", "foo://127.0.0.1:1"),
        ("all_proxy", "socks5://127.0.0.1:1"),
        ("HTTP_PROXY", "http://[::1"),
        ("http_proxy", "http://127.0.0.1:99999"),
        ("SSL_CERT_FILE", "/nonexistent/authorities.pem"),
    ],
)
def test_a_variable_that_cannot_work_is_named_before_the_first_call(run, endpoint, monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    ran = run()
    assert ran.code == 2
    assert variable.lower() in ran.err.lower()
    assert endpoint.hits == 0


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:99999/v1",
        "http://[::1/v1",
        "http://127.0.0.1:80 80/v1",
        "http://127.0.0.1:abc/v1",
        "http://exa mple/v1",
        "ftp://127.0.0.1/v1",
        "file:///etc/hosts",
        "127.0.0.1:8000/v1",
        "http://",
    ],
)
def test_an_address_that_cannot_work_is_named_before_the_first_call(run, address):
    ran = run(base_url=address)
    assert ran.code == 2
    assert re.search("address|port|base-url", ran.err)


def test_a_host_where_nobody_listens_is_named(run):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ran = run(base_url=f"http://127.0.0.1:{port}/v1")
    assert ran.code in {3, 4}
    assert re.search("reach|connect", ran.err)


def test_tls_on_a_plain_port_is_said(run, endpoint):
    ran = run(base_url=endpoint.url.replace("http:", "https:"))
    assert ran.code in {2, 3, 4}
    assert re.search("TLS|SSL|https", ran.err)
    assert endpoint.asked == []


def test_a_plain_request_to_a_tls_port_is_said(run, endpoint):
    endpoint.fails_with(catalogue.LIKE_TLS)
    ran = run()
    assert ran.code in {2, 3, 4}
    assert re.search("TLS|SSL|https", ran.err)


def test_a_key_that_the_endpoint_repeats_is_shown_nowhere(run, endpoint):
    endpoint.fails_with(catalogue.ECHOES_KEY, outlets=[FAULTY])
    ran = run()
    assert ran.code == 3
    told(ran.report, OTHERS)
    assert "002.txt" in ran.err
