"""What an endpoint can do instead of answering: each a function from the question to what is sent.

`Sent.paid` says whether the provider charges for it: a completion, whatever is in it.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from faults.answering import Question, sensible
from llm.faulty_endpoint import Answering, Handler, completion, error, hang, says


@dataclass(frozen=True)
class Sent:
    """What goes over the wire, and whether it is a completion that is charged for."""

    answering: Answering
    paid: bool = False


Fault = Callable[[Question], Sent]


def always(answering: Answering) -> Fault:
    """The same for every question; not charged for."""
    return lambda _: Sent(answering)


def fails(status: int, message: str = "no", code: str | None = None, **headers: str) -> Fault:
    """An error in OpenAI's form."""
    return always(error(status, message, code, **headers))


def raw(body: Any, status: int = 200, **headers: str) -> Fault:
    """Any body at all."""
    return always(says(body, status, **headers))


def whole(asked: Question, **changed: Any) -> Sent:
    """The sensible answer, with some of its completion's keys changed; None leaves a key out."""
    body = _named(completion(sensible(asked), name=asked.tool, usage=_usage(asked)), asked)
    body.update(changed)
    return Sent(says({key: value for key, value in body.items() if value is not None}), paid=True)


def _named(body: dict[str, Any], asked: Question) -> dict[str, Any]:
    return {**body, "model": asked.body.get("model")}


def _usage(asked: Question) -> dict[str, int]:
    sent, back = len(json.dumps(asked.body)) // 4, len(json.dumps(sensible(asked))) // 4
    return {"prompt_tokens": sent, "completion_tokens": back, "total_tokens": sent + back}


def with_key(name: str, value: Any) -> Fault:
    """The sensible answer with another value of one of its completion's keys; None leaves it out."""
    return lambda asked: whole(asked, **{name: value})


def calling(arguments: Callable[[dict[str, Any]], Any], **options: Any) -> Fault:
    """The sensible answer with its arguments rewritten, as an object or as the text itself."""

    def fault(asked: Question) -> Sent:
        chosen = {"name": asked.tool, "usage": _usage(asked), **options}
        return Sent(says(_named(completion(arguments(sensible(asked)), **chosen), asked)), paid=True)

    return fault


def messaging(message: Callable[[dict[str, Any], str], dict[str, Any]], finish: str = "stop") -> Fault:
    """A message of the test's own, made of the sensible answer and the tool's name."""

    def fault(asked: Question) -> Sent:
        body = completion(message=message(sensible(asked), asked.tool), finish=finish, usage=_usage(asked))
        return Sent(says(_named(body, asked)), paid=True)

    return fault


def counting(usage: Any) -> Fault:
    """The sensible answer with another account of its tokens."""

    def fault(asked: Question) -> Sent:
        body = _named(completion(sensible(asked), name=asked.tool), asked)
        return Sent(says({**body, "usage": usage}), paid=True)

    return fault


def cut_off(share: float) -> Fault:
    """An answer that ends at the output limit, after a share of its characters."""
    return calling(lambda answer: (text := json.dumps(answer))[: int(len(text) * share)], finish="length")


def refuses(words: str = "I cannot help with that.") -> Fault:
    """The model declines."""
    return messaging(lambda *_: {"role": "assistant", "content": None, "refusal": words})


def filtered() -> Fault:
    """A filter held the answer back."""
    return messaging(lambda *_: {"role": "assistant", "content": None}, finish="content_filter")


def fenced(asked: Question) -> Sent:
    """The JSON stands in the text, between Markdown's marks."""
    return messaging(lambda answer, _: {"role": "assistant", "content": f"```json\n{json.dumps(answer)}\n```"})(asked)


def in_prose(asked: Question) -> Sent:
    """The JSON stands in the text, between words."""
    content = "Here is what I found:\n\n{}\n\nTell me if you need more."
    return messaging(lambda answer, _: {"role": "assistant", "content": content.format(json.dumps(answer))})(asked)


def two_calls(asked: Question) -> Sent:
    """Two tool calls where one was asked for."""

    def message(answer: dict[str, Any], tool: str) -> dict[str, Any]:
        function = {"name": tool, "arguments": json.dumps(answer)}
        calls = [{"id": f"c{n}", "type": "function", "function": function} for n in range(2)]
        return {"role": "assistant", "content": None, "tool_calls": calls}

    return messaging(message, finish="tool_calls")(asked)


def resets(handler: Handler) -> None:
    """Close the connection with a reset, without a byte."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


def cuts_body(handler: Handler) -> None:
    """Announce more than is sent."""
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"id": "x", "choices": [')
    handler.close_connection = True


def drips(handler: Handler) -> None:
    """One byte at a time, without end."""
    _chunked(handler)
    while not handler.server.released.wait(0.1):
        handler.wfile.write(b"1\r\n \r\n")
        handler.wfile.flush()


def endless(handler: Handler) -> None:
    """A body that never ends, as fast as it is read."""
    _chunked(handler)
    block = b" " * 65536
    while not handler.server.released.is_set():
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(block), block))


def _chunked(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("transfer-encoding", "chunked")
    handler.end_headers()


def bomb(megabytes: int = 64) -> Fault:
    """A small body that unpacks to a large one."""
    packed = gzip.compress(b" " * (megabytes * 1024 * 1024), 1)
    return raw(packed, content_encoding="gzip")


def redirects(to: str) -> Fault:
    """Elsewhere, please."""
    return raw("", 307, location=to)


def like_tls(handler: Handler) -> None:
    """What a TLS port says to plain HTTP."""
    with contextlib.suppress(OSError):
        handler.connection.sendall(b"\x15\x03\x01\x00\x02\x02\x46")
    handler.close_connection = True


def slow(seconds: float) -> Fault:
    """The sensible answer, late."""

    def fault(asked: Question) -> Sent:
        sent = whole(asked)

        def later(handler: Handler) -> None:
            time.sleep(seconds)
            sent.answering(handler)

        return Sent(later, paid=True)

    return fault


def damaged_item(change: Callable[[dict[str, Any]], None], place: int = 1) -> Fault:
    """The sensible answer with one item changed for the worse."""

    def rewritten(answer: dict[str, Any]) -> dict[str, Any]:
        items = answer[next(key for key in ("statements", "proposals", "pairs") if key in answer)]
        if items:
            change(items[min(place, len(items) - 1)])
        return answer

    return calling(rewritten)


def wrong_type(item: dict[str, Any]) -> None:
    """A list becomes a word."""
    name = next(key for key in ("sents", "question", "why") if key in item)
    item[name] = {"is": "none of it"}


def extra_key(item: dict[str, Any]) -> None:
    """A field that nobody asked for."""
    item["confidence"] = 0.9


def missing_key(item: dict[str, Any]) -> None:
    """A field that has to be there is not."""
    del item[next(key for key in ("anchor", "left", "verdict") if key in item)]


def flood(claims: int) -> Fault:
    """An answer of very many statements, all about what the article says."""

    def many(answer: dict[str, Any]) -> dict[str, Any]:
        known = answer.get("statements") or []
        return {**answer, "statements": [dict(known[n % len(known)]) for n in range(claims)]} if known else answer

    return calling(many)


def echoes_key(handler: Handler) -> None:
    """An error that repeats the key it was sent."""
    sent = handler.headers.get("authorization", "")
    error(400, f"cannot read the request with {sent}; key {sent.removeprefix('Bearer ')}")(handler)


def same_for_all(asked: Question) -> Sent:
    """The same statement for every article; sensible answers to all else."""
    if asked.tool != "ArticleAnswer":
        return whole(asked)
    same = {"statements": [{"sents": [1], "anchor": "a ferry sank there", "statement": "A ferry sank."}]}
    return calling(lambda _: same)(asked)


def empty(asked: Question) -> Sent:
    """Nothing found, anywhere."""
    nothing = {"ArticleAnswer": {"statements": []}, "ProposalsAnswer": {"proposals": []}, "WeighingAnswer": {"pairs": []}}
    return calling(lambda _: nothing[asked.tool])(asked)


HANGS: Fault = always(hang)
RESETS: Fault = always(resets)
CUT_BODY: Fault = always(cuts_body)
DRIPS: Fault = always(drips)
ENDLESS: Fault = always(endless)
LIKE_TLS: Fault = always(like_tls)
ECHOES_KEY: Fault = always(echoes_key)
