"""`summarizer doctor`: checks, a line each, and what to do where one is not ok."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, replace

import typer

from summarizer.cli import machine_checks as machine
from summarizer.cli.checks import Check, State, fails, ok
from summarizer.cli.configured import trouble
from summarizer.cli.endpoint_checks import of_endpoint
from summarizer.cli.guard import say
from summarizer.cli.talk import on_one_line
from summarizer.configuring import Configuration, Found, settings_from
from summarizer.errors import ConfigError
from summarizer.settings import Settings


@dataclass(frozen=True)
class Wishes:
    """How `doctor` goes about it.

    Attributes:
        send: ask the model a small question.
        wait_s: seconds to wait for each answer.
        as_json: print one JSON object instead of lines.
    """

    send: bool = True
    wait_s: float = 60.0
    as_json: bool = False


def doctor(configuration: Configuration, wishes: Wishes) -> int:
    """Check everything a run needs; the exit code is 0, or that of a run that would stop."""
    checks = asyncio.run(_print_each(configuration, wishes))
    if wishes.as_json:
        typer.echo(json.dumps(_as_json(checks), indent=2, ensure_ascii=False))
    return exit_code(checks)


def exit_code(checks: Sequence[Check]) -> int:
    """0 if a run would do, else 4 if only the endpoint is in the way, else 2."""
    codes = {check.exit_code for check in checks if check.state is State.FAILS}
    return 0 if not codes else 4 if codes == {4} else 2


async def _print_each(configuration: Configuration, wishes: Wishes) -> list[Check]:
    """Make the checks, and print each at once: one may take a while."""
    checks = []
    async for check in _checks(configuration, wishes):
        checks.append(check)
        if not wishes.as_json:
            for line in lines_of(check):
                typer.echo(line)
    return checks


def lines_of(check: Check) -> Iterator[str]:
    """One line that says how it came out, and where it is not ok what to do."""
    told = on_one_line(f"{check.state:8}{check.name:14}{check.found}")
    yield told if not check.advice else f"{told} -> {on_one_line(check.advice)}"


async def _checks(configuration: Configuration, wishes: Wishes) -> AsyncIterator[Check]:
    yield machine.of_settings(configuration, trouble())
    settings, lacking = _settings_of(configuration)
    if machine.is_without_model(settings):
        yield ok("model", "none: articles are read by rules alone; name one with --model, --profile or --base-url")
    else:
        yield machine.of_key(settings, configuration)
        named = configuration.value("model") is not None or configuration.profile is None
        if lacking is not None and named:
            yield fails("endpoint", str(lacking))
        else:
            if wishes.send and named:
                say(f"a small question is sent to {on_one_line(settings.model.model)}, at its price (--no-send: none)")
            reach = settings.model
            async for check in of_endpoint(reach, configuration, named=named, send=wishes.send, wait_s=wishes.wait_s):
                yield check
        if named:
            yield machine.of_prices(settings)
    yield machine.of_store(settings)
    yield machine.of_disk(configuration)
    yield machine.of_browser()
    for check in machine.of_packages():
        yield check


def _settings_of(configuration: Configuration) -> tuple[Settings, ConfigError | None]:
    """The settings, as far as they can be made, and what is in the way of a run with them."""
    try:
        return settings_from(configuration, os.environ), None
    except ConfigError as error:
        # Without model and profile all else can be made, so that it can be looked at.
        found = {name: one for name, one in configuration.found.items() if name != "prices"}
        bare = replace(configuration, profile=None, found={"model": Found("", "", 0), **found})
        made = settings_from(bare, os.environ)
        return made, error


def _as_json(checks: Sequence[Check]) -> dict[str, object]:
    return {
        "exit_code": exit_code(checks),
        "checks": [
            {"name": check.name, "state": str(check.state), "found": check.found, "advice": check.advice or None}
            for check in checks
        ],
    }
