"""Everything that can be set besides on the command line, as one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from summarizer.log_format import JSON, OPTION, TEXT, VARIABLE
from summarizer.settings import CALL_DEADLINE_S, DEFAULT_MODEL, IN_FLIGHT, MOST_IN_FLIGHT, NAMED, REQUIRED
from summarizer.terms import RULES, Severity

MODELLING = ("report", "extract", "compare", "evaluate", "doctor")
WRITING = ("report", "compare", "demo")
COMMANDS = ("report", "extract", "compare", "evaluate", "demo", "review", "export", "doctor")
"""Commands that heed settings; each may have a table of its own in a settings file."""


class Kind(StrEnum):
    """What a value may be; the word is that of messages."""

    TEXT = "text"
    VARIABLE = "the name of an environment variable"
    WHOLE = "a whole number"
    NUMBER = "a number"
    MONEY = "an amount of US dollars"
    SWITCH = "true or false"
    PATH = "a path"
    CHOICE = "a choice"


@dataclass(frozen=True)
class Setting:
    """One thing that can be set.

    Attributes:
        name: its key in a settings file.
        kind: what its value may be.
        meaning: for the table in the docs and `config show`.
        default: what counts if nobody says, in words.
        variable: the variable of the environment that sets it.
        option: the option that sets it; None if no command has one.
        commands: the commands that heed it.
        parameter: the name of the option's parameter, where it is not the name of the setting.
        choices: the values of a choice.
        least, most: the bounds of a number.
        guarded: a settings file that came with a folder may not set it, since it decides who gets the articles and the key,
            or which files are read and written.
    """

    name: str
    kind: Kind
    meaning: str
    default: str
    variable: str
    option: str | None
    commands: tuple[str, ...]
    parameter: str = ""
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    guarded: bool = False

    @property
    def taken_as(self) -> str:
        """The name of the parameter by which a command takes it."""
        return self.parameter or self.name


SETTINGS: Mapping[str, Setting] = {
    one.name: one
    for one in (
        Setting(
            "profile",
            Kind.TEXT,
            "Endpoint by name, with what fits it",
            "none",
            "SUMMARIZER_PROFILE",
            "--profile",
            MODELLING,
            guarded=True,
        ),
        Setting(
            "model",
            Kind.TEXT,
            f"Name of the language model; {RULES} for none",
            f"{DEFAULT_MODEL}; {RULES} without key and endpoint",
            "SUMMARIZER_MODEL",
            "--model",
            MODELLING,
        ),
        Setting(
            "base_url",
            Kind.TEXT,
            "Address of the OpenAI-compatible endpoint",
            "https://api.openai.com/v1",
            "OPENAI_BASE_URL",
            "--base-url",
            MODELLING,
            guarded=True,
        ),
        Setting(
            "api_key_env",
            Kind.VARIABLE,
            "Variable of the environment that holds the key; empty for none",
            "OPENAI_API_KEY",
            "SUMMARIZER_API_KEY_ENV",
            None,
            MODELLING,
            guarded=True,
        ),
        Setting(
            "tool_choice",
            Kind.CHOICE,
            "How an answer in form is demanded: by the tool's name, or as required of any tool",
            NAMED,
            "SUMMARIZER_TOOL_CHOICE",
            None,
            MODELLING,
            choices=(NAMED, REQUIRED),
        ),
        Setting(
            "store",
            Kind.PATH,
            "File that keeps every paid answer",
            "answers.sqlite in the user's data folder",
            "SUMMARIZER_STORE",
            "--store",
            MODELLING,
            guarded=True,
        ),
        Setting(
            "prices",
            Kind.PATH,
            "Table of prices that goes before the shipped one",
            "the shipped table",
            "SUMMARIZER_PRICES",
            "--prices",
            MODELLING,
            guarded=True,
        ),
        Setting(
            "deadline",
            Kind.NUMBER,
            "Seconds that one call may wait for the endpoint",
            f"{CALL_DEADLINE_S:g}",
            "SUMMARIZER_DEADLINE",
            "--deadline",
            MODELLING,
            least=1,
        ),
        Setting(
            "in_flight",
            Kind.WHOLE,
            "Calls under way at once",
            str(IN_FLIGHT),
            "SUMMARIZER_IN_FLIGHT",
            "--in-flight",
            MODELLING,
            least=1,
            most=MOST_IN_FLIGHT,
        ),
        Setting(
            "max_cost",
            Kind.MONEY,
            "US dollars that one report may cost",
            "no limit",
            "SUMMARIZER_MAX_COST",
            "--max-cost",
            MODELLING[:-1],
            least=0,
        ),
        Setting(
            "max_tokens",
            Kind.WHOLE,
            "Tokens that one report may take",
            "no limit",
            "SUMMARIZER_MAX_TOKENS",
            "--max-tokens",
            MODELLING[:-1],
            least=1,
        ),
        Setting(
            "ask_above",
            Kind.MONEY,
            "US dollars that a run may be likely to cost before a person at a terminal is asked",
            "5",
            "SUMMARIZER_ASK_ABOVE",
            "--ask-above",
            ("report", "extract", "compare"),
            least=0,
            guarded=True,
        ),
        Setting(
            "fail_on",
            Kind.CHOICE,
            "Exit with 1 from this severity on",
            "never",
            "SUMMARIZER_FAIL_ON",
            "--fail-on",
            ("report", "compare"),
            choices=tuple(Severity),
        ),
        Setting("html", Kind.SWITCH, "Also write the page report.html", "true", "SUMMARIZER_HTML", "--html/--no-html", WRITING),
        Setting(
            "reports",
            Kind.PATH,
            "Folder under which a report's folder goes if --out is not given",
            "reports in the current folder",
            "SUMMARIZER_REPORTS",
            None,
            ("report", "demo", "doctor"),
            guarded=True,
        ),
        Setting(
            "log_format",
            Kind.CHOICE,
            "Form of the talk on stderr",
            TEXT,
            VARIABLE,
            OPTION,
            ("report", "extract", "compare", "evaluate", "demo"),
            parameter="_log_format",
            choices=(TEXT, JSON),
        ),
        Setting(
            "quiet",
            Kind.SWITCH,
            "No talk on stderr but errors",
            "false",
            "SUMMARIZER_QUIET",
            "--quiet",
            ("report", "extract", "compare", "evaluate", "demo", "review", "export"),
        ),
        Setting(
            "reviewer",
            Kind.TEXT,
            "Who decides in a review",
            "git's user.name or the login name",
            "SUMMARIZER_REVIEWER",
            "--by",
            ("review",),
            parameter="by",
        ),
    )
}
