"""From the raw body of an answer to the one tool call in it. Trusts nothing about the body's shape."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError

from summarizer.errors import AnswerCut, AnswerInvalid, ModelRefused
from summarizer.llm.fitting import Fitted, fitted, list_names
from summarizer.llm.salvage import UnfitError, json_in, read_json

PROSE = "it is text, and no call of the tool"
CUT = "cut off at the model's output limit"

_NO_NAME = re.compile(r"[^\w.:/@+ -]", re.ASCII)

MOST_TOKENS = 10_000_000
"""Of one request or answer; no model takes as many, and none takes none, so such a count is of something else."""

SHOWN = 200
"""Characters of a foreign text that go into a message of ours."""


@dataclass(frozen=True)
class Usage:
    """Tokens of one answer, as the endpoint reported them; None if it did not, or reported nonsense."""

    input_tokens: int | None
    output_tokens: int | None


@dataclass(frozen=True)
class Answerer:
    """Which model answered, as the endpoint says: its name, and the fingerprint of the system that ran it."""

    model: str | None
    fingerprint: str | None


@dataclass(frozen=True)
class Call:
    """The tool call of an answer.

    Attributes:
        arguments: its JSON as the model wrote it; None if there is no call.
        cut: the answer broke off at the model's output limit.
    """

    arguments: str | None
    cut: bool = False


def completion_body(text: str) -> dict[str, Any] | None:
    """The body as a JSON object with at least one choice; None if it is anything else."""
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict) or not isinstance(choices := body.get("choices"), list) or not choices:
        return None
    return body if isinstance(choices[0], dict) and isinstance(choices[0].get("message"), dict) else None


def usage_of(body: dict[str, Any]) -> Usage:
    """The token counts in a body."""
    usage = body.get("usage")
    counts = usage if isinstance(usage, dict) else {}
    return Usage(_count(counts.get("prompt_tokens")), _count(counts.get("completion_tokens")))


def answerer_of(body: dict[str, Any]) -> Answerer:
    """Who a body says gave the answer."""
    return Answerer(_named(body.get("model")), _named(body.get("system_fingerprint")))


def call_of(body: dict[str, Any], tool: str, label: str) -> Call:
    """The one call in a body, to the tool that was asked for.

    Where an endpoint puts the JSON into the text instead of a tool call, bare, fenced or between words, the JSON is
    taken as the call: it is held to the same schema, and another paid answer would say the same. Text without
    JSON is left alone.

    Raises:
        ModelRefused: the model declined, or a filter held the answer back.
        AnswerInvalid: it is ambiguous: several calls, or a call to something else.
    """
    choice = body["choices"][0]
    message = choice["message"]
    _check_given(choice, message, label)
    calls = _calls(message, label) or _call_in_text(_text_of(message.get("content")), tool)
    if len(calls) > 1:
        raise AnswerInvalid(f"{label}: the model made {len(calls)} tool calls where one was asked for")
    if calls and calls[0][0] != tool:
        raise AnswerInvalid(f"{label}: the model called {shown(calls[0][0])} instead of {tool}")
    return Call(calls[0][1] if calls else None, cut=choice.get("finish_reason") == "length")


def found_in(body: dict[str, Any], tool: str, answer_type: type[BaseModel], label: str, most: int | None) -> Fitted:
    """What a body answers, sorted into what fits the type and what does not.

    An answer that breaks off is used as far as its items are whole; if none is, there is nothing to use.

    Raises:
        AnswerCut: it broke off at the output limit before its first item was whole.
        ModelRefused, AnswerInvalid: see `call_of`.
    """
    try:
        call = call_of(body, tool, label)
    except RecursionError:
        raise AnswerInvalid(f"{label}: the answer is nested too deeply") from None
    found = Fitted(unread=PROSE) if call.arguments is None else fitted(call.arguments, answer_type, most)
    if call.cut and (found.unread is not None or (found.cut is not None and not found.has_items)):
        raise AnswerCut(
            f"{label}: the answer was {CUT} before its first item was whole; split the article or use another model"
        )
    if call.cut:
        found = replace(found, cut=CUT)
    if found.cut is None:
        return found
    if not found.has_items and not call.cut:
        return Fitted(unread=found.cut)
    # What would have come after the end is no mistake to be named.
    return replace(found, faults=tuple(fault for fault in found.faults if fault.value is not None))


def usable_json(found: Fitted, answer_type: type[BaseModel]) -> str | None:
    """What can be used of an answer, as JSON of its type; None if nothing."""
    if found.unread is not None or not (found.fits or found.has_items or (found.fields and not found.lists)):
        return None
    data = found.data()
    if found.has_items or found.cut is not None:
        data = {**{name: [] for name in list_names(answer_type) if answer_type.model_fields[name].is_required()}, **data}
    text = json.dumps(data)
    try:
        answer_type.model_validate_json(text)
    except ValidationError:
        return None
    return text


def completion_with(arguments: str, tool: str) -> ChatCompletion:
    """A completion for instructor to parse: one call to the tool."""
    call = {"id": "call_0", "type": "function", "function": {"name": tool, "arguments": arguments}}
    message = {"role": "assistant", "content": None, "tool_calls": [call]}
    choice = {"index": 0, "finish_reason": "tool_calls", "message": message}
    return ChatCompletion.model_validate(
        {"id": "answer", "object": "chat.completion", "created": 0, "model": "", "choices": [choice]}
    )


def _check_given(choice: dict[str, Any], message: dict[str, Any], label: str) -> None:
    if message.get("refusal"):
        raise ModelRefused(f"{label}: the model declined: {shown(str(message['refusal']))}")
    if choice.get("finish_reason") == "content_filter":
        raise ModelRefused(f"{label}: the endpoint's content filter held the answer back")


def _calls(message: dict[str, Any], label: str) -> list[tuple[str, str]]:
    """Name and arguments of each tool call of a message, the older "function_call" included."""
    calls = message.get("tool_calls")
    if not calls and isinstance(message.get("function_call"), dict):
        calls = [{"function": message["function_call"]}]
    if not calls:
        return []
    if not isinstance(calls, list):
        raise AnswerInvalid(f"{label}: the model's tool call cannot be read")
    return [_call(call, label) for call in calls]


def _call(call: Any, label: str) -> tuple[str, str]:
    function = call.get("function") if isinstance(call, dict) else None
    if not isinstance(function, dict):
        raise AnswerInvalid(f"{label}: the model's tool call cannot be read")
    arguments = function.get("arguments")
    if not isinstance(arguments, str):  # some endpoints send the object itself
        arguments = "" if arguments is None else json.dumps(arguments, ensure_ascii=False)
    return _encodable(str(function.get("name"))), _encodable(arguments)


def _call_in_text(content: str, tool: str) -> list[tuple[str, str]]:
    arguments = json_in(content)
    try:
        is_object = arguments.startswith("{") and isinstance(read_json(arguments).value, dict)
    except UnfitError:
        return []
    return [(tool, arguments)] if is_object else []


def _text_of(content: Any) -> str:
    """The text of a message, which may come in parts."""
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict)]
        return _encodable("".join(part for part in parts if isinstance(part, str)))
    return _encodable(content) if isinstance(content, str) else ""


def _encodable(text: str) -> str:
    """The text with "?" for each half of a surrogate pair: JSON can carry those, a request cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MOST_TOKENS else None


def _named(value: Any) -> str | None:
    """A name that an endpoint gives, as one word of the signs that names of models are made of."""
    return _NO_NAME.sub("?", shown(value)) if isinstance(value, str) and shown(value) else None


def shown(text: str) -> str:
    """A foreign text as one short line without control characters."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
