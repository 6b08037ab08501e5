"""The key stands in no message, answer, file or exception, however an endpoint writes it."""

from __future__ import annotations

import asyncio
import base64
import html
import json
import traceback
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llm.faulty_endpoint import Endpoint, Handler, StoppedClock, completion, error, says

from summarizer.errors import ModelError
from summarizer.llm.secrecy import Secret
from summarizer.llm.sending import Sender
from summarizer.settings import ModelSettings

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

KEY = "sk-proj-CANARYab12_Zq/w+Kx90-Vm7Ts34"
PART = 10
"""So many characters of the key in a row must not show."""


def base64_after(count: int) -> str:
    return base64.b64encode(bytes(range(count)) + KEY.encode() + b"tail").decode()


def unescaped(text: str) -> str:
    return "".join(f"\\u{ord(char):04x}" for char in text)


WRITINGS: dict[str, Callable[[], str]] = {
    "plain": lambda: KEY,
    "as a header": lambda: f"Authorization: Bearer {KEY}",
    "percent-encoded": lambda: quote(KEY, safe=""),
    "percent-encoded whole": lambda: "".join(f"%{ord(char):02X}" for char in KEY),
    "hexadecimal": lambda: KEY.encode().hex(),
    "entities": lambda: "".join(f"&#{ord(char)};" for char in KEY),
    "named entities": lambda: html.escape(KEY).replace("/", "&sol;"),
    "base64": lambda: base64.b64encode(KEY.encode()).decode(),
    "base64 of the header": lambda: base64.b64encode(f"Bearer {KEY}".encode()).decode(),
    "base64 at another offset": lambda: base64_after(1),
    "base64 at a third offset": lambda: base64_after(2),
    "base64 for addresses": lambda: base64.urlsafe_b64encode(KEY.encode()).decode(),
    "upper case": KEY.upper,
    "over two lines": lambda: f"{KEY[:15]}\n{KEY[15:]}",
    "in groups": lambda: " ".join(KEY[at : at + 4] for at in range(0, len(KEY), 4)),
    "with hyphens": lambda: "-".join(KEY),
    "with zero-width spaces": lambda: "\u200b".join(KEY),
    "in two parts": lambda: f"{KEY[:18]} and then {KEY[18:]}",
    "without its end": lambda: KEY[:-5],
    "without its beginning": lambda: KEY[8:],
}


def shows(text: str) -> bool:
    """A longer part of the key stands in the text, in plain or in an encoding that anybody undoes."""
    squeezed = "".join(char for char in text if char.isalnum() or char in "-_/+")
    return any(KEY[at : at + PART] in each for each in (text, squeezed) for at in range(len(KEY) - PART + 1))


def send(endpoint: Endpoint, stopped: StoppedClock) -> str:
    """Send one request; the answer, or all that an error tells about itself."""

    async def run() -> str:
        sender = Sender(ModelSettings(model="m", base_url=endpoint.url, api_key=KEY), stopped.clock())
        try:
            return (await sender.send({"messages": []}, "a.txt")).text
        finally:
            await sender.close()

    try:
        return asyncio.run(run())
    except ModelError as caught:
        return "".join(traceback.format_exception(caught)) + _behind(caught)


def _behind(error_: BaseException) -> str:
    """Every exception that hangs on this one, with all of its arguments and attributes."""
    seen, waiting = [], [error_]
    while waiting:
        each = waiting.pop()
        seen.append(f"{each!r} {each.args!r} {vars(each)!r}")
        waiting += [other for other in (each.__cause__, each.__context__) if other is not None]
    return "\n".join(seen)


@pytest.mark.parametrize("status", [400, 401, 429, 500])
@pytest.mark.parametrize("writing", WRITINGS.values(), ids=WRITINGS.keys())
def test_key_in_an_error(writing: Callable[[], str], status: int, endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [error(status, f"cannot use {writing()} here")]
    told = send(endpoint, stopped)
    assert not shows(told)
    assert "***" in told


@pytest.mark.parametrize("writing", ["plain", "as a header", "percent-encoded", "base64", "over two lines", "in groups"])
def test_key_in_a_page(writing: str, endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [says(f"<html>your key: {WRITINGS[writing]()}</html>", 502)]
    assert not shows(send(endpoint, stopped))


@pytest.mark.parametrize("backslashes", [1, 2, 4])
def test_key_escaped_in_an_error(backslashes: int, endpoint: Endpoint, stopped: StoppedClock) -> None:
    written = unescaped(KEY).replace("\\", "\\" * backslashes)
    endpoint.script = [says(f'{{"error": {{"message": "cannot use {written}"}}}}', 500)]
    assert not shows(send(endpoint, stopped))


def told_in_headers(handler: Handler) -> None:
    handler.send_response(302)
    handler.send_header("location", f"/login?key={KEY}")
    handler.send_header("x-key", KEY)
    handler.send_header("retry-after", KEY)
    handler.send_header("content-length", "0")
    handler.end_headers()


def told_in_a_broken_header(handler: Handler) -> None:
    handler.wfile.write(f"HTTP/1.1 200 OK\r\nbad header {KEY}\r\n\r\n".encode())
    handler.close_connection = True


def told_in_the_status_line(handler: Handler) -> None:
    handler.wfile.write(f"HTTP/1.1 5x0 {KEY}\r\n\r\n".encode())
    handler.close_connection = True


@pytest.mark.parametrize("told", [told_in_headers, told_in_a_broken_header, told_in_the_status_line])
def test_key_outside_of_the_body(told: Callable[[Handler], None], endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [told]
    assert not shows(send(endpoint, stopped))


@pytest.mark.parametrize("written", [KEY, unescaped(KEY), base64.b64encode(KEY.encode()).decode(), quote(KEY, safe="")])
def test_key_in_an_answer_is_neither_kept_nor_read(written: str, endpoint: Endpoint, stopped: StoppedClock) -> None:
    arguments = json.dumps({"title": "WRITTEN"}).replace("WRITTEN", written)
    endpoint.script = [says(completion(arguments))]
    text = send(endpoint, stopped)
    title = json.loads(json.loads(text)["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"])["title"]
    assert not shows(title)
    assert not shows(base64.b64decode(title + "===", validate=False).decode("latin-1"))


@settings(max_examples=200)
@given(text=st.text() | st.text("sk-proj0123%\\u&#;=*", max_size=60))
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert Secret(KEY).strike(text) == text


@settings(max_examples=200)
@given(before=st.text(max_size=20), after=st.text(max_size=20))
def test_key_is_struck_wherever_it_stands(before: str, after: str) -> None:
    assert KEY not in Secret(KEY).strike(f"{before}{KEY}{after}")


@pytest.mark.parametrize("key", [None, "", "none", "Ferry", "x" * 15])
def test_short_key_is_no_secret(key: Any) -> None:
    assert Secret(key).strike_parts("none of xxxxxxxxxxxxxxxxxxxx Ferry") == "none of xxxxxxxxxxxxxxxxxxxx Ferry"
