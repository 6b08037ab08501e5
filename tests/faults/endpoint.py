"""An endpoint on loopback that understands the program's requests, and fails where a test wants it to."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from faults.answering import Question, question
from faults.catalogue import Fault, Sent, fails, whole
from llm.faulty_endpoint import Answering, Endpoint, Handler


@dataclass
class Rule:
    """When a fault takes the place of the answer.

    Attributes:
        when: which questions it is for.
        times: how often it does, for each article and kind of question; None is always.
        done: how often it did.
    """

    fault: Fault
    when: Callable[[Question], bool]
    times: int | None
    done: Counter[str] = field(default_factory=Counter)

    def takes(self, asked: Question) -> bool:
        """Whether this question gets the fault; counts it."""
        if not self.when(asked) or (self.times is not None and self.done[asked.outlet] >= self.times):
            return False
        self.done[asked.outlet] += 1
        return True


class StoryEndpoint(Endpoint):
    """Answers every question sensibly but for the rules that a test sets.

    Attributes:
        asked: every question in the order it came.
        paid: how often a completion was sent for one and the same request body.
        bears: calls it bears at once; it answers 429 to more.
        pace_s: seconds that every answer takes.
        most_at_once: the most requests that were under way at one time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rules: list[Rule] = []
        self.asked: list[Question] = []
        self.paid: Counter[str] = Counter()
        self.bears: int | None = None
        self.over: Fault = fails(429, "slow down: too many requests at once")
        self.pace_s = 0.0
        self.most_at_once = 0
        self.refused_for_load = 0
        self.started = time.monotonic()

    def fails_with(
        self,
        fault: Fault,
        *,
        outlets: Iterable[str] | None = None,
        tool: str | None = None,
        times: int | None = None,
        when: Callable[[Question], bool] | None = None,
    ) -> None:
        """Give this instead of the answer: to these articles, to this kind of question, so often for each."""
        names = None if outlets is None else frozenset(outlets)

        def chosen(asked: Question) -> bool:
            fits = (names is None or asked.outlet in names) and (tool is None or asked.tool == tool)
            return fits and (when is None or when(asked))

        self.rules.append(Rule(fault, chosen, times))

    def take(self, body: bytes, headers: dict[str, str], path: str) -> Answering:
        """Note a request and choose what it gets."""
        with contextlib.suppress(ValueError):
            data = json.loads(body)
            asked = question(data, time.monotonic() - self.started)
            with self.lock:
                self.received.append(data)
                self.asked.append(asked)
                rule = next((rule for rule in self.rules if rule.takes(asked)), None)
            return lambda handler: self._answer(handler, asked, rule)
        return lambda handler: handler.send_error(400)

    def _answer(self, handler: Handler, asked: Question, rule: Rule | None) -> None:
        with self._under_way() as others:
            if self.bears is not None and others >= self.bears:
                self.refused_for_load += 1
                self.over(asked).answering(handler)
                return
            sent = whole(asked) if rule is None else rule.fault(asked)
            if self.pace_s:
                time.sleep(self.pace_s)
            complete = False
            try:
                sent.answering(handler)
                complete = True
            finally:  # who hung up meanwhile is charged all the same
                self._note(asked, sent, complete=complete)

    @contextlib.contextmanager
    def _under_way(self) -> Iterator[int]:
        with self.lock:
            others = self.under_way
            self.under_way += 1
            self.most_at_once = max(self.most_at_once, self.under_way)
        try:
            yield others
        finally:
            with self.lock:
                self.under_way -= 1

    def _note(self, asked: Question, sent: Sent, *, complete: bool) -> None:
        if sent.paid:
            with self.lock:
                self.paid[key_of(asked.body)] += 1

    @property
    def per_article(self) -> Counter[str]:
        """Requests for each outlet's article, and for each kind of question about all of them."""
        return Counter(asked.outlet for asked in self.asked)

    @property
    def paid_twice(self) -> int:
        """Completions sent for a request that had one already."""
        return sum(count - 1 for count in self.paid.values())


def key_of(body: dict[str, Any]) -> str:
    """One request body, however its keys are ordered."""
    return json.dumps(body, sort_keys=True)


@contextlib.contextmanager
def serving(endpoint: StoryEndpoint | None = None) -> Iterator[StoryEndpoint]:
    """An endpoint that runs in a thread of its own meanwhile."""
    server = endpoint or StoryEndpoint()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
