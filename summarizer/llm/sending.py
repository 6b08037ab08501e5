"""The one place that sends requests, and the one owner of retries, deadlines and limits."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx2
from openai import APIConnectionError, APIStatusError, AsyncOpenAI, OpenAIError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception

from summarizer.errors import ModelError, ModelRefused, ModelSetupError, ModelUnavailable, SummarizerError
from summarizer.events import CallBegan, CallEnded, Tell, ignore
from summarizer.llm.client import client_for, watched
from summarizer.llm.clock import Clock
from summarizer.llm.connections import fault_of_connection
from summarizer.llm.faults import Refusal, TransientError, fault_of_answer, fault_of_refusal, refusal_of
from summarizer.llm.gate import LATER, Call, Gate
from summarizer.llm.patience import CONNECT_S, Patience, Wait
from summarizer.llm.pausing import spoken
from summarizer.llm.preflight import Route, check_settings, endpoint_name, key_of, route_of
from summarizer.llm.secrecy import Secret
from summarizer.settings import ModelSettings

if TYPE_CHECKING:
    from summarizer.llm.budget import Purse

__all__ = ["Clock", "Sender", "Sent", "check_settings", "endpoint_name"]

FIRST_BACKOFF_S, LONGEST_BACKOFF_S = 0.5, 8.0
GIVEN_UP_IN_A_ROW = 4
"""After so many calls in a row that exhausted their retries, each further call gets a single try."""
UNREACHED = {
    "connect": "no connection to the endpoint",
    "tls": "no answer in TLS (if this port does not speak it, write http:// in --base-url)",
}


@dataclass(frozen=True)
class Sent:
    """The raw body of an answer, and the HTTP requests it took."""

    text: str
    requests: int


@dataclass
class Sender:
    """Sends requests to one endpoint, each with its retries and deadline, as the gate in front of it lets them through.

    Attributes:
        tell: takes what happens: calls and pauses.
        sent: HTTP requests sent so far.
        perhaps_paid: those among them that got no answer and may be charged for all the same: the deadline passed while the
            endpoint had the request, or the connection broke off.

    Raises:
        ConfigError: on construction, see `check_settings`.
    """

    settings: ModelSettings
    clock: Clock
    tell: Tell = ignore
    sent: int = 0
    perhaps_paid: int = 0
    _given_up: int = 0
    _has_answered: bool = False
    _gate: Gate = field(init=False)
    _patience: Patience = field(init=False)
    _secret: Secret = field(init=False)
    _route: Route | None = field(init=False)

    def __post_init__(self) -> None:
        self._route = route_of(self.settings) if self.settings.replay is None else None
        self._gate = Gate(self.settings.in_flight, self.clock, self.tell)
        self._patience = Patience(self.settings.deadline_s)
        self._secret = Secret(key_of(self.settings))

    @property
    def under_way(self) -> int:
        """Requests that are at the endpoint and not answered yet."""
        return self._gate.under_way

    async def close(self) -> None:
        """Close the connections and end a pause."""
        await self._gate.close()
        self._patience.close()
        if "_client" in self.__dict__:
            await self._client.close()

    def stop(self, error: SummarizerError) -> None:
        """Send nothing more: every further call raises this error, and so does at once every call that waits to send.

        What is under way is waited for, and its answer is returned to whoever asked.
        """
        self._gate.stop(error)

    async def send(self, request: dict[str, Any], label: str, *, most: int | None = None, purse: Purse | None = None) -> Sent:
        """Send one request and return the raw body of its answer, which is a completion.

        The deadline counts only what the call waits for the endpoint: not for its turn, not in a pause that the endpoint
        asked for, and not while this process is busy with something else.

        Args:
            request: the body.
            label: names the article in errors.
            most: HTTP requests that may be sent for it; by default as many as for a whole question.
            purse: pays for it; it is opened only when the request is about to go out, so that it knows what all before it
                have cost.

        Raises:
            BudgetReached: the purse is empty.
            ModelError: see `Model.ask`; after a ModelSetupError nothing more is sent, and each call raises it.
            SummarizerError: what `stop` was called with.
        """
        call = Call(self.settings.most_requests if most is None else most, label, purse=purse)
        if call.left < 1:
            raise ModelUnavailable(f"{label}: all requests that a question may take were sent. {LATER}")
        wait = Wait(self.settings.deadline_s)
        try:
            return Sent(await self._until_answered(request, call, wait), call.sent)
        except TransientError as fault:
            raise self._gave_up(call, fault, label) from None
        except ModelSetupError:
            raise
        except ModelError as error:
            raise type(error)(f"{label}: {error}") from None

    async def _until_answered(self, request: dict[str, Any], call: Call, wait: Wait) -> str:
        """Turn after turn: a call whose fault concerns all gives up its turn, and waits for the next with all others."""
        while True:
            try:
                async with self._gate.turn(call):
                    text = await self._paid_for(request, call, wait)
                if text is None:
                    continue
            except TransientError as fault:
                if not fault.concerns_all or not self._has_tries(call):
                    raise
            else:
                self._given_up = 0
                return text

    async def _paid_for(self, request: dict[str, Any], call: Call, wait: Wait) -> str | None:
        """The body of the answer; None if the endpoint asked all to wait while this call waited for its money."""
        if call.purse is None:
            return await self._in_turn(request, call, wait)
        async with call.purse:
            self._gate.check()
            if self._gate.is_paused:
                return None
            text = await self._in_turn(request, call, wait)
            call.purse.answered(text)
        return text

    async def _in_turn(self, request: dict[str, Any], call: Call, wait: Wait) -> str:
        def has_time(state: RetryCallState) -> bool:
            return self._has_tries(call) and wait.waited_s + state.upcoming_sleep < wait.deadline_s

        async def rest(seconds: float) -> None:
            wait.waited_s += seconds
            await self._gate.rest(seconds)

        retrying = AsyncRetrying(
            sleep=rest,
            wait=lambda _: self._backoff(call),
            stop=lambda state: not has_time(state),
            retry=retry_if_exception(lambda fault: isinstance(fault, TransientError) and not fault.concerns_all),
            reraise=True,
        )
        text: str = await retrying(self._tried, request, call, wait)
        self._gate.answered()
        return text

    async def _tried(self, request: dict[str, Any], call: Call, wait: Wait) -> str:
        """One try, of whose failure those hear whom it concerns before the turn ends, or the next call would be sent."""
        try:
            if call.purse is not None:
                call.purse.check()
            return await self._try(request, call, wait)
        except asyncio.CancelledError:
            if wait.sent:
                self._lost(call)
            raise
        except TransientError as fault:
            if fault.is_perhaps_paid:
                self._lost(call)
            if fault.concerns_all:
                self._gate.asked_to_wait(call, fault)
            raise
        except ModelSetupError as error:
            self.stop(error)
            raise

    def _lost(self, call: Call) -> None:
        """A try got no answer and may be charged for all the same."""
        self.perhaps_paid += 1
        if call.purse is not None:
            call.purse.lost()

    def _has_tries(self, call: Call) -> bool:
        return call.left > 0 and self._given_up < GIVEN_UP_IN_A_ROW

    def _backoff(self, call: Call) -> float:
        backoff = min(LONGEST_BACKOFF_S, FIRST_BACKOFF_S * 2.0 ** (call.sent - 1))
        return backoff * (1 - self.clock.chance() / 4)

    async def _try(self, request: dict[str, Any], call: Call, wait: Wait) -> str:
        # What is raised here must not hang on an exception of the libraries: those hold the request with its headers.
        outcome: str | TransientError | ModelError
        try:
            with self._counted(call):
                async with self._patience.waiting(wait):
                    watched.set(wait)
                    outcome = await self._post(request)
        except TimeoutError:
            outcome = self._too_late(wait)
        if isinstance(outcome, str):
            return outcome
        raise outcome

    @contextmanager
    def _counted(self, call: Call) -> Iterator[None]:
        call.left -= 1
        call.sent += 1
        self.sent += 1
        self._gate.under_way += 1
        try:
            self.tell(CallBegan(call.label, self.under_way))
            yield
        finally:
            self._gate.under_way -= 1
            self.tell(CallEnded(call.label, self.under_way))

    async def _post(self, request: dict[str, Any]) -> str | TransientError | ModelError:
        """The body of the answer, or why there is none."""
        try:
            # The body goes out as it was looked up, not as the SDK would rewrite it.
            response = await self._client.post("/chat/completions", body=request, cast_to=httpx2.Response)
        except UnicodeEncodeError as error:
            return _unsendable(error)
        except APIStatusError as error:
            return self._refused(error.response)
        except APIConnectionError as error:
            proxy = self._route.proxy_setting if self._route else None
            return fault_of_connection(error.__cause__, self._secret, proxy, has_answered=self._has_answered)
        except OpenAIError as error:
            return ModelSetupError(f"the request cannot be sent: {self._secret.strike_parts(str(error))}")
        self._has_answered = True
        text = self._secret.strike(response.content.decode("utf-8", "replace"))
        fault = fault_of_answer(text, self._secret)
        if isinstance(fault, Refusal):
            return fault_of_refusal(fault, response.headers, self.clock.wall())
        return text if fault is None else fault

    def _refused(self, response: httpx2.Response) -> TransientError | ModelError:
        self._has_answered = True
        refusal = refusal_of(response.status_code, response.text, self._secret)
        return fault_of_refusal(refusal, response.headers, self.clock.wall())

    @functools.cached_property
    def _client(self) -> AsyncOpenAI:
        """Made with the first request: a replay sends none."""
        return client_for(self._route or route_of(self.settings), key_of(self.settings), self.settings.in_flight)

    def _too_late(self, wait: Wait) -> TransientError | ModelError:
        """What it means that a try was not answered in time; an endpoint that was never reached ends the run."""
        if wait.sent:
            return TransientError(f"no answer within {wait.deadline_s:.0f} s", is_perhaps_paid=True)
        why = f"{UNREACHED[wait.phase]} within {min(CONNECT_S, wait.deadline_s):.0f} s"
        if self._has_answered or not wait.is_unconnected:
            return TransientError(why)
        self.stop(ModelUnavailable(f"{why}; check --base-url and the network. {LATER}"))
        return ModelUnavailable(f"{why}; check --base-url and the network. {LATER}")

    def _gave_up(self, call: Call, fault: TransientError, label: str) -> ModelUnavailable:
        self._given_up += 1
        asked = f"; it asks to wait {spoken(fault.wait_s)}" if fault.wait_s else ""
        tries = "1 try" if call.sent == 1 else f"{call.sent} tries"
        return ModelUnavailable(f"{label}: {fault}{asked} ({tries} at {endpoint_name(self.settings)}). {LATER}")


def _unsendable(error: UnicodeEncodeError) -> ModelError:
    if error.encoding.replace("-", "") == "utf8":
        return ModelRefused("the text holds half of a surrogate pair, which cannot be sent; clean the article")
    return ModelSetupError("a header cannot be sent: OPENAI_CUSTOM_HEADERS or another OPENAI_ variable is not plain ASCII")
