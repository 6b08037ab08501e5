"""What a failed request means: worth another try, or which error of ours. Pure; sends nothing."""

from __future__ import annotations

import email.utils
import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.errors import ModelError, ModelRefused, ModelSetupError, RequestTooLong
from summarizer.llm.reading import completion_body, shown
from summarizer.llm.secrecy import Secret

TRANSIENT_STATUSES = frozenset({408, 409, 425, 429})
NO_MONEY = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
FILTERED = frozenset({"content_filter", "content_policy_violation"})
TOO_LONG = frozenset({"context_length_exceeded", "string_above_max_length", "request_too_large"})
OK, BAD_REQUEST, PAYMENT_REQUIRED, TOO_LARGE, TOO_MANY, SERVER_ERROR = 200, 400, 402, 413, 429, 500
LONG_WORDS = re.compile(
    r"\b(?:context|model|prompt|input|tokens?|sequence)\W(?:[^.]{0,60}\W)?(?:length|window|size|long(?:er)?|limit)\b|"
    r"\b(?:maximum|max|exceed\w*)\W(?:[^.]{0,60}\W)?(?:context|tokens?|(?:prompt|model|input|sequence) length)\b|"
    r"\btoo (?:long|many tokens)\b|\brequest too large\b|\breduce the (?:length|number|size) of\b|"
    r"\btokens?\b[^.]{0,40}\bmust be <",
    re.IGNORECASE,
)
"""How endpoints that name no code say that a request is too long."""
SPEAKS_TLS = "this port of the endpoint speaks TLS, not plain HTTP: write https:// instead of http:// in --base-url"


class TransientError(Exception):
    """A failure that may pass. Never leaves this package.

    Attributes:
        wait_s: how long the endpoint asks to wait; None if it does not say.
        is_limit: it was rejected for the endpoint's rate limit.
        is_perhaps_paid: the endpoint may have answered and charged for it all the same.
    """

    def __init__(self, why: str, wait_s: float | None = None, *, is_limit: bool = False, is_perhaps_paid: bool = False) -> None:
        super().__init__(why)
        self.wait_s = wait_s
        self.is_limit = is_limit
        self.is_perhaps_paid = is_perhaps_paid

    @property
    def concerns_all(self) -> bool:
        """It is about the account or the endpoint, so that every other call has to wait as well."""
        return self.is_limit or self.wait_s is not None


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
        return TransientError(said, wait_asked(headers, now), is_limit=refusal.status == TOO_MANY)
    if refusal.codes & FILTERED:
        return ModelRefused(f"the endpoint's content filter rejected the request ({said})")
    if _is_too_long(refusal):
        return RequestTooLong(f"the request is too long for the model ({said}); split the article or use another model")
    if advice := _setup_advice(refusal):
        return ModelSetupError(f"{advice} ({said})")
    return ModelRefused(f"the endpoint rejected the request ({said})")


def _is_too_long(refusal: Refusal) -> bool:
    says_so = refusal.status == BAD_REQUEST and LONG_WORDS.search(refusal.message) is not None
    return bool(refusal.codes & TOO_LONG) or refusal.status == TOO_LARGE or says_so


def _setup_advice(refusal: Refusal) -> str | None:
    """What to change if every request of the run would fail alike; None if it is about this one request."""
    if refusal.status < BAD_REQUEST:
        return "the endpoint redirects elsewhere, which is not followed; give its final address with --base-url"
    by_status = {
        401: (
            "the endpoint does not accept the key; set OPENAI_API_KEY (or the variable of your profile) to a valid one, "
            "or --base-url to its endpoint"
        ),
        403: "the key may not use this model or endpoint; check OPENAI_API_KEY, --model and --base-url",
        404: "the endpoint does not know this model or address; check --model and --base-url",
        405: "this address takes no chat completions; check --base-url (it usually ends in /v1)",
    }
    if refusal.status in by_status:
        return by_status[refusal.status]
    words = " ".join([refusal.message, *refusal.codes]).lower()
    if "http request was sent to https" in words or "client sent an http request to an https server" in words:
        return SPEAKS_TLS
    if "tool_choice" in words and "required" in words:
        return (
            "this endpoint takes no tool by its name; use --profile lmstudio or llamacpp, "
            'or set tool_choice = "required" (SUMMARIZER_TOOL_CHOICE=required)'
        )
    if "tool" in words or "function call" in words:
        return "this model or endpoint has no tool calling, which is needed; use another --model"
    return None


def refusal_of(status: int, text: str, secret: Secret) -> Refusal:
    """What the endpoint said, from the body of its answer: OpenAI's error object, or the body itself. Without the key."""
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        body = None
    error = body.get("error") if isinstance(body, dict) else None
    if isinstance(error, dict):
        codes = frozenset(str(error[name]) for name in ("code", "type", "param") if error.get(name))
        return Refusal(status, codes, shown(secret.strike_parts(str(error.get("message") or "no reason given"))))
    return Refusal(status, frozenset(), shown(secret.strike_parts(str(error or text))) or "no reason given")


def fault_of_answer(text: str, secret: Secret) -> Refusal | TransientError | None:
    """What is wrong with the body of a 200; None if it is a completion that can be kept."""
    if completion_body(text) is not None:
        return None
    refusal = refusal_of(OK, text, secret)
    named = [int(code) for code in refusal.codes if code.isdecimal() and code.isascii() and len(code) == len("400")]
    if named and named[0] >= BAD_REQUEST:  # some gateways put the real status into the body
        return Refusal(named[0], refusal.codes, refusal.message)
    is_cut_off = text.lstrip().startswith("{") and '"choices"' in text and not _is_json(text)
    return TransientError(f"the endpoint sent no completion: {refusal.message}", is_perhaps_paid=is_cut_off)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


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
