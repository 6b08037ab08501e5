"""From the raw body of an answer to the one tool call in it. Trusts nothing about the body's shape."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from openai.types.chat import ChatCompletion

from summarizer.errors import AnswerInvalid, ModelRefused
from summarizer.llm.answer_type import json_in

SHOWN = 200
"""Characters of a foreign text that go into a message of ours."""


@dataclass(frozen=True)
class Usage:
    """Tokens of one answer, as the endpoint reported them; None if it did not, or reported nonsense."""

    input_tokens: int | None
    output_tokens: int | None


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


def completion_of(body: dict[str, Any], tool: str, label: str) -> ChatCompletion:
    """The completion for instructor to parse, holding at most one tool call, to the tool that was asked for.

    Where an endpoint puts the JSON into the text instead of a tool call, bare, fenced or between words, the JSON is
    taken as the call: it is held to the same schema, and another paid answer would say the same. Text without
    JSON is left alone; instructor asks once more for the call.

    Raises:
        ModelRefused: the model declined, or a filter held the answer back.
        AnswerInvalid: it was cut off, or it is ambiguous: several calls, or a call to something else.
    """
    choice = body["choices"][0]
    message = choice["message"]
    _check_finished(choice, message, label)
    content = _text_of(message.get("content"))
    calls = _calls(message, label) or _call_in_text(content, tool)
    if len(calls) > 1:
        raise AnswerInvalid(f"{label}: the model made {len(calls)} tool calls where one was asked for")
    if calls and calls[0]["function"]["name"] != tool:
        raise AnswerInvalid(f"{label}: the model called {shown(calls[0]['function']['name'])} instead of {tool}")
    return ChatCompletion.model_validate(
        {
            "id": "answer",
            "object": "chat.completion",
            "created": 0,
            "model": "",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "tool_calls" if calls else "stop",
                    "message": {"role": "assistant", "content": content or None, "tool_calls": calls or None},
                }
            ],
        }
    )


def _check_finished(choice: dict[str, Any], message: dict[str, Any], label: str) -> None:
    if message.get("refusal"):
        raise ModelRefused(f"{label}: the model declined: {shown(str(message['refusal']))}")
    if choice.get("finish_reason") == "content_filter":
        raise ModelRefused(f"{label}: the endpoint's content filter held the answer back")
    if choice.get("finish_reason") == "length":
        raise AnswerInvalid(
            f"{label}: the answer was cut off at the model's output limit; split the article or use another model"
        )


def _calls(message: dict[str, Any], label: str) -> list[dict[str, Any]]:
    """The tool calls of a message in one shape, the older "function_call" included."""
    calls = message.get("tool_calls")
    if not calls and isinstance(message.get("function_call"), dict):
        calls = [{"function": message["function_call"]}]
    if not calls:
        return []
    if not isinstance(calls, list):
        raise AnswerInvalid(f"{label}: the model's tool call cannot be read")
    return [_call(call, number, label) for number, call in enumerate(calls)]


def _call(call: Any, number: int, label: str) -> dict[str, Any]:
    function = call.get("function") if isinstance(call, dict) else None
    if not isinstance(function, dict):
        raise AnswerInvalid(f"{label}: the model's tool call cannot be read")
    arguments = function.get("arguments")
    if not isinstance(arguments, str):  # some endpoints send the object itself
        arguments = "" if arguments is None else json.dumps(arguments, ensure_ascii=False)
    call_id = call.get("id")
    return {
        "id": call_id if isinstance(call_id, str) and call_id else f"call_{number}",
        "type": "function",
        "function": {"name": _encodable(str(function.get("name"))), "arguments": _encodable(arguments)},
    }


def _call_in_text(content: str, tool: str) -> list[dict[str, Any]]:
    arguments = json_in(content)
    try:
        is_object = isinstance(json.loads(arguments, strict=False), dict)
    except (ValueError, RecursionError):
        return []
    function = {"name": tool, "arguments": arguments}
    return [{"id": "call_0", "type": "function", "function": function}] if is_object else []


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
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def shown(text: str) -> str:
    """A foreign text as one short line without control characters."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
