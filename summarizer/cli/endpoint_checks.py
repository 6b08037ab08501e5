"""Checks of `summarizer doctor` that ask the endpoint."""

from __future__ import annotations

import difflib
from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING

from summarizer.cli.checks import Check, fails, ok, warning
from summarizer.configuring import PROFILES, Configuration
from summarizer.configuring.resolving import is_local
from summarizer.errors import ConfigError, ModelError, ModelSetupError
from summarizer.reporting.phrases import count
from summarizer.settings import DEFAULT_MODEL, NAMED, REQUIRED, ModelSettings

if TYPE_CHECKING:
    from summarizer.llm.probing import Answered, Probe

FAILED = ModelError.exit_code
LEAST_CONTEXT = 16_384
"""Tokens: the instructions, the schema, an article of two thousand words, and an answer of twice its length."""
SHOWN_MODELS = 5


async def of_endpoint(
    reach: ModelSettings, configuration: Configuration, *, named: bool, send: bool, wait_s: float
) -> AsyncIterator[Check]:
    """Whether the endpoint is there, has the model, calls the tool, and reads whole prompts.

    Args:
        reach: how it is reached.
        configuration: what counts; its profile says how the server is started.
        named: a model is named; else the models are only listed.
        send: ask the model; else only look.
        wait_s: seconds to wait for each answer.
    """
    from summarizer.llm.probing import Probe

    try:
        probe = Probe(reach, wait_s)
    except ConfigError as error:
        yield fails("endpoint", str(error))
        return
    async with probe:
        listed: Mapping[str, int | None] | None
        try:
            listed = await probe.models()
            yield ok("endpoint", f"{_address(reach)}, {count(len(listed), 'model')}")
        except ModelError as error:
            yield _of_listing(error, reach, configuration)
            if not _may_lack_a_list(error):
                return
            listed = None
        if listed is not None:
            yield _of_model(reach, listed, named=named)
        if not (send and named):
            yield ok("tool call", "not tried")
            return
        answered = None
        async for check, told in _of_call(probe, configuration):
            answered = told or answered
            yield check
        if answered is not None:
            yield await _of_context(probe, reach, configuration, listed or {})


def _address(reach: ModelSettings) -> str:
    from summarizer.llm import endpoint_name

    return endpoint_name(reach)


def _may_lack_a_list(error: ModelError) -> bool:
    """Some endpoints list no models and answer all the same."""
    said = str(error)
    return "HTTP 404" in said or "HTTP 405" in said or "list of models" in said


def _of_listing(error: ModelError, reach: ModelSettings, configuration: Configuration) -> Check:
    if _may_lack_a_list(error):
        return warning("endpoint", f"{_address(reach)} lists no models ({error})", "the address usually ends in /v1")
    starts = PROFILES[configuration.profile].starts if is_local(configuration) and configuration.profile else ""
    is_there = isinstance(error, ModelSetupError) or "HTTP" in str(error)
    return fails("endpoint", f"{_address(reach)}: {error}", "" if is_there or not starts else f"start it: {starts}", FAILED)


def _of_model(reach: ModelSettings, listed: Mapping[str, int | None], *, named: bool) -> Check:
    names = sorted(listed)
    if not named:
        more = f", and {len(names) - SHOWN_MODELS} more" if len(names) > SHOWN_MODELS else ""
        return fails("model", "none is named", f"give --model NAME; there are {', '.join(names[:SHOWN_MODELS])}{more}")
    if reach.model in listed:
        return ok("model", reach.model)
    near = difflib.get_close_matches(reach.model, names, n=3, cutoff=0.4) or names[:SHOWN_MODELS]
    begins = [name for name in names if name.startswith(reach.model) or reach.model.startswith(name)]
    there = ", ".join(dict.fromkeys([*begins[:3], *near])) or "none at all"
    default = " (the default)" if reach.model == DEFAULT_MODEL else ""
    # Servers of one model answer to any name, and services to names that stand for a dated one: only a question tells.
    return warning("model", f"the endpoint lists no {reach.model}{default}", f"there are {there}; --model NAME names one")


async def _of_call(probe: Probe, configuration: Configuration) -> AsyncIterator[tuple[Check, Answered | None]]:
    """Whether the small question is answered by a tool call, and whether tokens are counted."""
    way = probe.settings.tool_choice
    try:
        answered = await probe.tool_call(way)
    except ModelError as error:
        advice = "a model that is loaded first takes longer: give --wait SECONDS" if "no answer within" in str(error) else ""
        if "tool" in str(error):
            advice = await _other_way(probe)
        yield fails("tool call", str(error), advice, FAILED), None
        return
    if answered.in_form:
        by = f" by {answered.model}" if answered.model and answered.model != probe.settings.model else ""
        yield ok("tool call", f"answered in form{by} after {answered.seconds:.1f} s"), answered
    else:
        starts = PROFILES[configuration.profile].starts if is_local(configuration) and configuration.profile else ""
        advice = "take a model with tool calling" + (f", and start the server so: {starts}" if starts else "")
        advice = await _other_way(probe) or advice
        yield fails("tool call", "the model answered in prose instead of the tool call", advice, FAILED), answered
    if answered.counted:
        yield ok("token counts", "the endpoint counts tokens"), None
    else:
        yield warning("token counts", "the endpoint does not count tokens", "costs and limits are estimated from lengths"), None


async def _other_way(probe: Probe) -> str:
    """What to do if an answer in form comes where it is demanded in the other way; else nothing."""
    other = NAMED if probe.settings.tool_choice == REQUIRED else REQUIRED
    try:
        answered = await probe.tool_call(other)
    except ModelError:
        return ""
    return f'set tool_choice = "{other}" (SUMMARIZER_TOOL_CHOICE={other}): so it answers in form' if answered.in_form else ""


async def _of_context(
    probe: Probe, reach: ModelSettings, configuration: Configuration, listed: Mapping[str, int | None]
) -> Check:
    """Whether a long prompt is read to its end."""
    told = await probe.context() if is_local(configuration) or _is_this_machine(reach) else None
    tokens = told or listed.get(reach.model)
    starts = PROFILES[configuration.profile].starts if is_local(configuration) and configuration.profile else ""
    larger = f"start it with a larger context{f': {starts}' if starts else ''}"
    if tokens is None:
        if is_local(configuration) or _is_this_machine(reach):
            return warning("long prompts", "the server does not say how many tokens it reads at once", larger)
        return ok("long prompts", "left to the endpoint, which rejects what is too long")
    if tokens < LEAST_CONTEXT:
        return warning(
            "long prompts",
            f"the server reads {tokens:,} tokens at once; of longer articles it may cut off a part without a word",
            f"{larger}; {LEAST_CONTEXT:,} is the least for articles of usual length",
        )
    return ok("long prompts", f"{tokens:,} tokens are read at once")


def _is_this_machine(reach: ModelSettings) -> bool:
    from urllib.parse import urlsplit

    return urlsplit(reach.base_url or "").hostname in {"127.0.0.1", "localhost", "::1"}
