"""Raw answers: each is looked up first, else paid for once, and kept before it is read."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from summarizer.errors import AnswerNotRecorded, ModelSetupError, ModelUnavailable, StoreError, SummarizerError
from summarizer.events import Paid, Tell
from summarizer.llm.budget import Budget, Purse
from summarizer.llm.claiming import Claims
from summarizer.llm.reply import Ledger
from summarizer.llm.sending import Clock, Sender, endpoint_name
from summarizer.llm.silence import silent
from summarizer.settings import ModelSettings
from summarizer.spending import Spent

if TYPE_CHECKING:
    from summarizer.llm.model import AnswerBook


class RawAnswers:
    """The raw answers of one endpoint in one run, from the book or from the endpoint.

    Attributes:
        endpoint: its address without credentials, as answers are kept under it.
        sender: sends what is not in the book.

    Raises:
        ConfigError: on construction, if there is neither a key nor an endpoint, or the key is malformed.
    """

    def __init__(self, settings: ModelSettings, book: AnswerBook, clock: Clock, tell: Tell, run: str) -> None:
        self.settings = settings
        self.endpoint = endpoint_name(settings)
        self.sender = Sender(settings, clock, tell=tell)
        self._book = book
        self._tell = tell
        self._run = run
        self._claims = Claims(book, self.endpoint, clock, tell)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._budget = Budget(settings.allowance, book.spent(run), lambda: book.spent(run))
        self._paid: set[str] = set()
        self._paying: set[asyncio.Task[str]] = set()
        self._stopped_by: SummarizerError | None = None

    @property
    def is_idle(self) -> bool:
        """Nothing is looked up, asked for, or kept."""
        return not self._paying

    def stop(self, error: SummarizerError) -> None:
        """Send nothing more: every further request raises this error. What is on its way is finished and kept."""
        self._stopped_by = error
        self.sender.stop(error)

    async def close(self, error: BaseException | None) -> None:
        """Finish and keep what is on its way, unless the run was cancelled, and close the connections.

        Args:
            error: what ends the run, if it does not end well.
        """
        if error is not None:
            self.stop(error if isinstance(error, SummarizerError) else ModelSetupError("the run has ended"))
        if isinstance(error, asyncio.CancelledError | KeyboardInterrupt):
            for task in self._paying:
                task.cancel()
        try:
            await asyncio.gather(*self._paying, return_exceptions=True)
        finally:
            with silent():
                await _to_its_end(self.sender.close())

    async def text(self, request: dict[str, Any], ledger: Ledger) -> str:
        """The raw answer, from the book or else from the endpoint.

        It is fetched and kept even if whoever waits for it gives up, for it is paid for.

        Raises:
            ModelError, StoreError: see `Model.ask`.
        """
        task = asyncio.ensure_future(self._found_or_sent(request, ledger))
        self._paying.add(task)
        task.add_done_callback(self._paying.discard)
        return await asyncio.shield(task)

    async def _found_or_sent(self, request: dict[str, Any], ledger: Ledger) -> str:
        key = hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
        async with self._turn(key):
            known = self._book.find(self.endpoint, request)
            if known is not None and (not ledger.anew or key in self._paid):
                ledger.from_book = ledger.is_kept = key not in self._paid
                return known
            if self.settings.replay is not None:
                raise AnswerNotRecorded("no recorded answer to this request, and a replay never asks a model")
            ledger.from_book = ledger.is_kept = False

            def kept() -> str | None:
                if self._stopped_by is not None:
                    raise type(self._stopped_by)(*self._stopped_by.args)
                found = self._book.find(self.endpoint, request)
                return found if found != known else None

            async with self._claims.held(request, kept, ledger.label) as theirs:
                if theirs is not None:
                    ledger.is_kept = True
                    return theirs
                text = await self._sent(request, key, ledger)
                if known is not None:
                    ledger.replaced.append((request, known))
                return text

    def put_back(self, ledger: Ledger) -> None:
        """Keep the answers again in whose place this question put others; those stay with what was superseded."""
        for request, text in ledger.replaced:
            self._book.keep(self.endpoint, request, text, instead=True)

    async def _sent(self, request: dict[str, Any], key: str, ledger: Ledger) -> str:
        """The raw answer of the endpoint: the one place where an answer is paid for. It is kept before it is read."""
        left = self.settings.most_requests - ledger.sent
        if left < 1:
            raise ModelUnavailable(f"{ledger.label}: one question may cost {self.settings.most_requests} requests, and it has")
        purse = Purse(self._budget, self._run, request, lambda spent: self._charge(request, spent, ledger.label))
        try:
            sent = await self.sender.send(request, ledger.label, most=left, purse=purse)
        except ModelSetupError as error:
            self.stop(error)
            raise
        ledger.sent += sent.requests
        self._keep(request, sent.text, purse.spent, instead=ledger.anew)
        if purse.spent is not None:
            self._tell_paid(purse.spent, ledger.label)
        self._paid.add(key)
        if ledger.anew:
            return sent.text
        # Another process may have kept its answer first; a later run will read that one, so this run does too.
        return self._book.find(self.endpoint, request) or sent.text

    def _tell_paid(self, spent: Spent, label: str) -> None:
        self._tell(Paid(label, spent.model, spent.input_tokens, spent.output_tokens, spent.estimated))

    def _charge(self, request: dict[str, Any], spent: Spent, label: str) -> None:
        self._tell_paid(spent, label)
        try:
            self._book.charge(self.endpoint, request, spent)
        except StoreError as error:
            self.stop(error)
            raise

    def _keep(self, request: dict[str, Any], text: str, spent: Spent | None, *, instead: bool) -> None:
        try:
            self._book.keep(self.endpoint, request, text, spent=spent, instead=instead)
        except StoreError as error:
            self.stop(error)  # what cannot be kept must not be paid for
            raise

    @asynccontextmanager
    async def _turn(self, key: str) -> AsyncIterator[None]:
        """One at a time for the same request: whoever comes second finds the first one's answer in the book."""
        lock = self._turns.get(key)
        if lock is None:
            lock = self._turns[key] = asyncio.Lock()
        async with lock:
            yield


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Do this even if whoever waits is cancelled meanwhile: connections that are half closed stay open for good."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
