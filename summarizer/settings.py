"""The settings of one run, built once by the command line. Nothing is read at import."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from summarizer.spending import Allowance

DEFAULT_MODEL = "gpt-5.1"
IN_FLIGHT = 16
CALL_DEADLINE_S = 300.0
MOST_REQUESTS = 3
MOST_IN_FLIGHT = 1000
KEY_VARIABLE = "OPENAI_API_KEY"
NAMED, REQUIRED = "named", "required"
"""How an answer in form is demanded."""


@dataclass(frozen=True)
class ModelSettings:
    """How to reach the language model.

    Attributes:
        model: its name as the endpoint knows it.
        base_url: the OpenAI-compatible endpoint; None is the SDK's own default.
        api_key: the key; an endpoint without keys gets a placeholder.
        key_variable: the variable of the environment that holds the key if it is not given; empty if none is to be sent.
        tool_choice: how an answer in form is demanded: "named", by the name of the one tool, or "required", for endpoints
            that know no names there and reject or ignore them (LM Studio, llama.cpp); there is one tool, so it means the same.
        deadline_s: seconds that one call may wait for the endpoint, all its tries included.
        in_flight: calls under way at once.
        most_requests: HTTP requests that one question may cost, all its tries and its re-ask included.
        ask_again: ask anew where a kept answer cannot be used.
        allowance: what the run may spend; None is no limit.
        replay: recorded answers; with them nothing is ever sent.
        prices: the user's own table of prices; None is the shipped one alone.
    """

    model: str = DEFAULT_MODEL
    base_url: str | None = None
    api_key: str | None = None
    key_variable: str = KEY_VARIABLE
    tool_choice: str = NAMED
    deadline_s: float = CALL_DEADLINE_S
    in_flight: int = IN_FLIGHT
    most_requests: int = MOST_REQUESTS
    ask_again: bool = False
    allowance: Allowance | None = None
    replay: Path | None = None
    prices: Path | None = None


@dataclass(frozen=True)
class Settings:
    """Everything a run depends on besides the articles.

    Attributes:
        out: the folder for report.md, report.html and report.json; None if none is written.
        store: the SQLite file that keeps every paid answer.
        html: write the page beside them.
        afresh: compare all articles anew, whatever the report rests on that the folder holds.
        vault: the folder for the report as linked notes; None if none are written.
        processes: many articles may be shared out to other processes. Where those cannot be forked they import the main
            module of the program anew, which one without the guard `if __name__ == "__main__"` does not stand.
    """

    model: ModelSettings
    store: Path
    out: Path | None = None
    html: bool = True
    afresh: bool = False
    vault: Path | None = None
    processes: bool = True


def shipped(name: str) -> Path:
    """The folder of a kind of shipped file, such as "prompts": in the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "shipped" / name
    return installed if installed.is_dir() else package.parent / name
