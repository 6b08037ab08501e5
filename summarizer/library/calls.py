"""The functions of the library: report, extract and compare, each to be waited for or awaited."""

from __future__ import annotations

from summarizer.events import Tell
from summarizer.library.carrying_out import awaited, waited_for
from summarizer.library.choosing import Dollars, Limits, Output, Reach, StrPath, settings_of
from summarizer.library.inputs import Extracted, Sources
from summarizer.library.logs import log_event
from summarizer.library.results import Result, Summaries
from summarizer.library.work import Past, comparing, extracting, reporting
from summarizer.settings import CALL_DEADLINE_S, IN_FLIGHT, Settings


def report(
    sources: Sources,
    *,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    replay: StrPath | None = None,
    store: StrPath | None = None,
    out: StrPath | None = None,
    html: bool = True,
    earlier: Past = None,
    afresh: bool = False,
    max_cost: Dollars | None = None,
    max_tokens: int | None = None,
    prices: StrPath | None = None,
    deadline: float = CALL_DEADLINE_S,
    in_flight: int = IN_FLIGHT,
    ask_again: bool = False,
    processes: bool = False,
    settings: Settings | None = None,
    tell: Tell | None = None,
) -> Result:
    """Read articles, extract their statements, compare them: the same as `summarizer report`.

    It may be called from any thread, also from one in which an event loop runs (Jupyter); several calls at once do not
    disturb each other. Ctrl-C, or whatever else ends the waiting, ends the run once what is on its way is kept.

    Args:
        sources: paths of files and folders, and articles in memory (`article_of`).
        model: the language model's name, or "rules" for none; by default the shipped one (`settings.DEFAULT_MODEL`) where
            there is a key, an endpoint or a replay.
        base_url: the OpenAI-compatible endpoint; by default OPENAI_BASE_URL as it is when this is called.
        api_key: its key; by default OPENAI_API_KEY as it is when this is called. It is never logged or stored.
        replay: recorded answers (a cassette, an answer store, or a folder): nothing is sent.
        store: the file that keeps every paid answer; by default the command's, in the user's data folder.
        out: the folder to write into; None writes nothing. What its report rests on is added to.
        html: with the page report.html.
        earlier: an earlier report to add to, by its folder or as a result; by default that of `out`.
        afresh: compare all articles anew all the same.
        max_cost: stop before these articles cost more US dollars than this.
        max_tokens: the same in tokens, in and out together.
        prices: a table of prices (TOML) that goes before the shipped one.
        deadline: seconds that one call may wait for the endpoint, its tries included.
        in_flight: calls under way at once.
        ask_again: ask anew where a kept answer cannot be used.
        processes: share hundreds of articles out to other processes; the main module needs its `__name__` guard then.
        settings: all of that at once, in place of it.
        tell: takes what happens (`summarizer.events`), in a thread of the run; by default it is logged as "summarizer".
            What it raises ends the run.

    Raises:
        ConfigError: nothing can be read or sent with these arguments; nothing was paid.
        BudgetReached: the run may not spend more. Every answer is kept, and a higher limit goes on from there.
        ModelSetupError: the endpoint refuses every call.
        StoreError: the answer store or the disk refuses.
        Failures of single articles or calls do not raise: they are the result's `failures`.
    """
    reach = Reach(model, base_url, api_key, replay, store)
    limits = Limits(max_cost, max_tokens, prices, deadline, in_flight, ask_again, processes)
    chosen = settings_of(reach, Output(out, html, afresh), limits, settings)
    return waited_for(reporting(sources, chosen, earlier), tell or log_event)


async def areport(
    sources: Sources,
    *,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    replay: StrPath | None = None,
    store: StrPath | None = None,
    out: StrPath | None = None,
    html: bool = True,
    earlier: Past = None,
    afresh: bool = False,
    max_cost: Dollars | None = None,
    max_tokens: int | None = None,
    prices: StrPath | None = None,
    deadline: float = CALL_DEADLINE_S,
    in_flight: int = IN_FLIGHT,
    ask_again: bool = False,
    processes: bool = False,
    settings: Settings | None = None,
    tell: Tell | None = None,
) -> Result:
    """The same as `report`, to be awaited: the loop goes on meanwhile.

    Where its task is cancelled, nothing more is sent, and it ends once what is on its way is kept.
    """
    reach = Reach(model, base_url, api_key, replay, store)
    limits = Limits(max_cost, max_tokens, prices, deadline, in_flight, ask_again, processes)
    chosen = settings_of(reach, Output(out, html, afresh), limits, settings)
    return await awaited(reporting(sources, chosen, earlier), tell or log_event)


def extract(
    sources: Sources,
    *,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    replay: StrPath | None = None,
    store: StrPath | None = None,
    max_cost: Dollars | None = None,
    max_tokens: int | None = None,
    prices: StrPath | None = None,
    deadline: float = CALL_DEADLINE_S,
    in_flight: int = IN_FLIGHT,
    ask_again: bool = False,
    processes: bool = False,
    settings: Settings | None = None,
    tell: Tell | None = None,
) -> Summaries:
    """Read articles and extract their statements: the same as `summarizer extract`.

    Arguments and errors are those of `report`. An article that failed is in the list, with its status and no statements.
    """
    reach = Reach(model, base_url, api_key, replay, store)
    limits = Limits(max_cost, max_tokens, prices, deadline, in_flight, ask_again, processes)
    chosen = settings_of(reach, Output(), limits, settings)
    return waited_for(extracting(sources, chosen), tell or log_event)


async def aextract(
    sources: Sources,
    *,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    replay: StrPath | None = None,
    store: StrPath | None = None,
    max_cost: Dollars | None = None,
    max_tokens: int | None = None,
    prices: StrPath | None = None,
    deadline: float = CALL_DEADLINE_S,
    in_flight: int = IN_FLIGHT,
    ask_again: bool = False,
    processes: bool = False,
    settings: Settings | None = None,
    tell: Tell | None = None,
) -> Summaries:
    """The same as `extract`, to be awaited: the loop goes on meanwhile.

    Where its task is cancelled, nothing more is sent, and it ends once what is on its way is kept.
    """
    reach = Reach(model, base_url, api_key, replay, store)
    limits = Limits(max_cost, max_tokens, prices, deadline, in_flight, ask_again, processes)
    chosen = settings_of(reach, Output(), limits, settings)
    return await awaited(extracting(sources, chosen), tell or log_event)


def compare(
    summaries: Extracted,
    *,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    replay: StrPath | None = None,
    store: StrPath | None = None,
    out: StrPath | None = None,
    html: bool = True,
    earlier: Past = None,
    afresh: bool = False,
    max_cost: Dollars | None = None,
    max_tokens: int | None = None,
    prices: StrPath | None = None,
    deadline: float = CALL_DEADLINE_S,
    in_flight: int = IN_FLIGHT,
    ask_again: bool = False,
    settings: Settings | None = None,
    tell: Tell | None = None,
) -> Result:
    """Compare articles whose statements were extracted before: the same as `summarizer compare`.

    Args:
        summaries: what `extract` gave, or the file of JSON lines that the command wrote.

    The other arguments, and the errors, are those of `report`.
    """
    reach = Reach(model, base_url, api_key, replay, store)
    limits = Limits(max_cost, max_tokens, prices, deadline, in_flight, ask_again)
    chosen = settings_of(reach, Output(out, html, afresh), limits, settings)
    return waited_for(comparing(summaries, chosen, earlier), tell or log_event)


async def acompare(
    summaries: Extracted,
    *,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    replay: StrPath | None = None,
    store: StrPath | None = None,
    out: StrPath | None = None,
    html: bool = True,
    earlier: Past = None,
    afresh: bool = False,
    max_cost: Dollars | None = None,
    max_tokens: int | None = None,
    prices: StrPath | None = None,
    deadline: float = CALL_DEADLINE_S,
    in_flight: int = IN_FLIGHT,
    ask_again: bool = False,
    settings: Settings | None = None,
    tell: Tell | None = None,
) -> Result:
    """The same as `compare`, to be awaited: the loop goes on meanwhile.

    Where its task is cancelled, nothing more is sent, and it ends once what is on its way is kept.
    """
    reach = Reach(model, base_url, api_key, replay, store)
    limits = Limits(max_cost, max_tokens, prices, deadline, in_flight, ask_again)
    chosen = settings_of(reach, Output(out, html, afresh), limits, settings)
    return await awaited(comparing(summaries, chosen, earlier), tell or log_event)
