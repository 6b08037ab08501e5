"""What a failed request means: worth another try, or which error of ours. Pure; sends nothing."""

from __future__ import annotations

import email.utils
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from summarizer.errors import AnswerInvalid, AnswerNotRecorded, ModelError, ModelRefused, ModelSetupError
from summarizer.llm.reading import completion_body, shown

TRANSIENT_STATUSES = frozenset({408, 409, 425, 429})
NO_MONEY = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
FILTERED = frozenset({"content_filter", "content_policy_violation"})
TOO_LONG = frozenset({"context_length_exceeded", "string_above_max_length", "request_too_large"})
OK, MOVED, PAYMENT_REQUIRED, BAD_REQUEST, TOO_LARGE, SERVER_ERROR = 200, 300, 402, 400, 413, 500


class TransientError(Exception):
    """A failure that may pass. Never leaves this package.

    Attributes:
        wait_s: how long the endpoint asks to wait; None if it does not say.
    """

    def __init__(self, why: str, wait_s: float | None = None) -> None:
        super().__init__(why)
        self.wait_s = wait_s


class BodyTooLargeError(Exception):
    """An answer larger than any real one: a broken endpoint, or a decompression bomb."""


@dataclass(frozen=True)
class Refusal:
    """What the endpoint said instead of an answer.

    Attributes:
        status: the HTTP status; of an error inside a 200 body, the status it names.
        codes: its machine-readable code, type and parameter.
        message: its words, shortened to one line.
    """

    status: int
    codes: frozenset[str]
    message: str


def fault_of_refusal(refusal: Refusal, headers: Mapping[str, str], now: float) -> TransientError | ModelError:
    """What an HTTP status other than success means. `now` is the wall clock in seconds, for Retry-After dates."""
    said = f"HTTP {refusal.status}: {refusal.message}"
    if refusal.codes & NO_MONEY or refusal.status == PAYMENT_REQUIRED:
        return ModelSetupError(f"the account has no quota left ({said}). Top it up and run again; answers so far are kept")
    if refusal.status in TRANSIENT_STATUSES or refusal.status >= SERVER_ERROR:
        return TransientError(said, wait_asked(headers, now))
    if refusal.codes & FILTERED:
        return ModelRefused(f"the endpoint's content filter rejected the request ({said})")
    if refusal.codes & TOO_LONG or refusal.status == TOO_LARGE:
        return ModelRefused(f"the request is too long for the model ({said}); split the article or use another model")
    if advice := _setup_advice(refusal):
        return ModelSetupError(f"{advice} ({said})")
    return ModelRefused(f"the endpoint rejected the request ({said})")


def _setup_advice(refusal: Refusal) -> str | None:
    """What to change if every request of the run would fail alike; None if it is about this one request."""
    if refusal.status < BAD_REQUEST:
        return "the endpoint redirects elsewhere, which is not followed; give its final address with --base-url"
    by_status = {
        401: "the endpoint does not accept the key; set OPENAI_API_KEY to a valid one, or --base-url to its endpoint",
        403: "the key may not use this model or endpoint; check OPENAI_API_KEY, --model and --base-url",
        404: "the endpoint does not know this model or address; check --model and --base-url",
        405: "this address takes no chat completions; check --base-url (it usually ends in /v1)",
    }
    if refusal.status in by_status:
        return by_status[refusal.status]
    words = " ".join([refusal.message, *refusal.codes]).lower()
    if "tool" in words or "function call" in words:
        return "this model or endpoint has no tool calling, which is needed; use another --model"
    return None


def refusal_of(status: int, text: str) -> Refusal:
    """What the endpoint said, from the body of its answer: OpenAI's error object, or the body itself."""
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        body = None
    error = body.get("error") if isinstance(body, dict) else None
    if isinstance(error, dict):
        codes = frozenset(str(error[name]) for name in ("code", "type", "param") if error.get(name))
        return Refusal(status, codes, shown(str(error.get("message") or "no reason given")))
    return Refusal(status, frozenset(), shown(str(error or text)) or "no reason given")


def fault_of_answer(text: str) -> Refusal | TransientError | None:
    """What is wrong with the body of a 200; None if it is a completion that can be kept."""
    if completion_body(text) is not None:
        return None
    refusal = refusal_of(OK, text)
    named = [int(code) for code in refusal.codes if code.isdecimal() and code.isascii() and len(code) == len("400")]
    if named and named[0] >= BAD_REQUEST:  # some gateways put the real status into the body
        return Refusal(named[0], refusal.codes, refusal.message)
    return TransientError(f"the endpoint sent no completion: {refusal.message}")


def fault_of_connection(cause: BaseException | None) -> TransientError | ModelError:
    """What a request that got no answer means.

    The SDK wraps whatever goes wrong while sending, so only network errors count as such here.
    """
    if isinstance(cause, BodyTooLargeError):
        return AnswerInvalid(str(cause))
    if isinstance(cause, httpx2.UnsupportedProtocol | httpx2.InvalidURL | httpx2.LocalProtocolError):
        return ModelSetupError("the request cannot be sent to this address; check --base-url and OPENAI_API_KEY")
    if isinstance(cause, httpx2.TimeoutException):
        return TransientError("the endpoint did not answer in time")
    if isinstance(cause, httpx2.HTTPError):
        return TransientError(f"the endpoint cannot be reached: {shown(str(cause)) or type(cause).__name__}")
    # vcrpy replays below the HTTP client in tests and is known here by name only.
    if type(cause).__name__ == "CannotOverwriteExistingCassetteException":
        return AnswerNotRecorded(f"no recorded answer to this request: {shown(str(cause))}")
    return ModelSetupError(f"the request cannot be sent: {type(cause).__name__}: {shown(str(cause))}")


def wait_asked(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that the endpoint asks to wait: Retry-After-Ms, or Retry-After in seconds or as a date (RFC 9110).

    None if it does not ask, or asks for something that is no time to wait (negative, not a number, infinite).
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    if value is None or (seconds := _number(value)) is not None:
        return seconds if value is not None else None
    try:
        wait = email.utils.parsedate_to_datetime(value).timestamp() - now
    except (ValueError, OverflowError):
        return None
    return max(0.0, wait)


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) and number >= 0 else None
