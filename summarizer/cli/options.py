"""What the commands can be told, and the settings it makes."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.completing import ABOUT_STORIES, report_folders, stories
from summarizer.cli.configured import current
from summarizer.configuring import building, reports_folder
from summarizer.configuring.building import reached
from summarizer.configuring.places import default_store
from summarizer.log_format import JSON, OPTION, TEXT, VARIABLE
from summarizer.settings import DEFAULT_MODEL, MOST_IN_FLIGHT, Settings
from summarizer.terms import RULES, Severity, Verdict


class Exported(StrEnum):
    """What decisions can be written as."""

    CSV = "csv"
    LABEL_STUDIO = "labelstudio"
    GOLD = "gold"


class LogFormat(StrEnum):
    """How a command talks; it is heeded before the options are read, see `summarizer.log_format`."""

    TEXT = TEXT
    JSON = JSON


DEFAULT_ASK_ABOVE = "5"
STORIES = tuple(ABOUT_STORIES)
"""The stories that are shipped with labels and recorded answers."""

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Articles (.txt .md .html .pdf .json .jsonl), folders of them, or - for standard input."
    ),
]
Golds = Annotated[
    list[str],
    typer.Argument(
        metavar="GOLD",
        help=f"Labels beside their articles (a gold.json or its folder), or a shipped story: {', '.join(STORIES)} "
        "(its recorded answers, unless a model is named here; write ./NAME for a folder of that name).",
        autocompletion=stories,
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option(
        "--model",
        help=f"Name of the language model, or {RULES} for none; default: {DEFAULT_MODEL}, or {RULES} without key and endpoint.",
        envvar="SUMMARIZER_MODEL",
    ),
]
BaseUrl = Annotated[
    str | None, typer.Option("--base-url", help="OpenAI-compatible endpoint.", envvar="OPENAI_BASE_URL", show_envvar=True)
]
Replay = Annotated[
    Path | None, typer.Option("--replay", help="Recorded answers (a cassette, an answer store, or a folder): nothing is sent.")
]
Store = Annotated[
    Path | None,
    typer.Option(
        "--store", help="File that keeps every paid answer; default: in the user's data folder.", envvar="SUMMARIZER_STORE"
    ),
]
Deadline = Annotated[
    float,
    typer.Option(
        "--deadline",
        min=1,
        help="Seconds that one call may wait for the endpoint, its tries included.",
        envvar="SUMMARIZER_DEADLINE",
    ),
]
MaxCost = Annotated[
    str | None,
    typer.Option(
        "--max-cost",
        metavar="USD",
        help="Stop before a report costs more US dollars than this; answers are kept, a higher limit goes on from there.",
        envvar="SUMMARIZER_MAX_COST",
    ),
]
MaxTokens = Annotated[
    int | None,
    typer.Option(
        "--max-tokens",
        min=1,
        help="Stop before a report takes more tokens, in and out together.",
        envvar="SUMMARIZER_MAX_TOKENS",
    ),
]
Prices = Annotated[
    Path | None,
    typer.Option(
        "--prices",
        help="Table of prices (TOML) that goes before the shipped one.",
        envvar="SUMMARIZER_PRICES",
        show_envvar=True,
    ),
]
InFlight = Annotated[
    int,
    typer.Option("--in-flight", min=1, max=MOST_IN_FLIGHT, help="Calls under way at once.", envvar="SUMMARIZER_IN_FLIGHT"),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print what would be sent and what it would cost; sends and writes nothing.")
]
ForecastJson = Annotated[bool, typer.Option("--json", help="With --dry-run: print one JSON object instead of a table.")]
AskAbove = Annotated[
    str,
    typer.Option(
        "--ask-above",
        metavar="USD",
        help="At a terminal, ask before a run that is likely to cost more US dollars than this.",
        envvar="SUMMARIZER_ASK_ABOVE",
        show_envvar=True,
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask whether a run may cost what it is likely to.")]
AskAgain = Annotated[
    bool, typer.Option("--ask-again", help="Ask anew where a kept answer cannot be used: refused, cut off or not fitting.")
]
Afresh = Annotated[
    bool,
    typer.Option("--afresh", help="Compare all articles anew, instead of adding what is new to the report in the folder."),
]
FailOn = Annotated[
    Severity | None,
    typer.Option(
        "--fail-on", help="Exit with 1 if there is a contradiction of this severity or above.", envvar="SUMMARIZER_FAIL_ON"
    ),
]
FloorsFile = Annotated[
    Path | None, typer.Option("--floors", help="File of floors (JSON): exit with 1 if a share is worse than its floor.")
]
ReportFolder = Annotated[
    Path,
    typer.Argument(metavar="DIR", help="Folder of a report, or its report.md or report.html.", autocompletion=report_folders),
]
Verdicts = Annotated[list[Verdict] | None, typer.Option("--verdict", help="Only findings of this verdict; may be repeated.")]
Severities = Annotated[
    list[Severity] | None, typer.Option("--severity", help="Only findings of this severity; may be repeated.")
]
TakenFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--import",
        metavar="FILE",
        help="Take over decisions: another review.toml, a CSV or a Label Studio export; may be repeated.",
    ),
]
Html = Annotated[
    bool,
    typer.Option(
        "--html/--no-html", help="Also write the page report.html, to read and to decide on.", envvar="SUMMARIZER_HTML"
    ),
]
Talk = Annotated[
    LogFormat,
    typer.Option(
        OPTION,
        help="Form of the talk on stderr: lines, or one JSON object an event.",
        envvar=VARIABLE,
        show_envvar=True,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No talk on stderr but errors.", envvar="SUMMARIZER_QUIET")]


def settings_of(
    model: str | None,
    base_url: str | None,
    replay: Path | None,
    store: Path | None,
    deadline: float,
    in_flight: int,
    out: Path | None,
    *,
    ask_again: bool = False,
    html: bool = True,
) -> Settings:
    """The settings that the options, the environment, profiles and settings files make. Raises ConfigError."""
    reach = reached(
        current(),
        os.environ,
        model=model,
        base_url=base_url,
        replay=replay,
        deadline_s=deadline,
        in_flight=in_flight,
        ask_again=ask_again,
    )
    return Settings(reach, store=store or default_store(), out=out, html=html)


limited = building.limited
"""The settings with what the run may spend, and what that costs. Raises ConfigError."""


def default_out(path: str) -> Path:
    """Where the report of these articles goes if nobody says: NAME in the folder of reports."""
    name = "stdin" if path == "-" else Path(path).resolve().stem
    return reports_folder(current()) / (name or "report")
