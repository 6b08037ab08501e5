"""The settings of one run, built once by the command line. Nothing is read at import."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFAULT_MODEL = "gpt-5.1"
IN_FLIGHT = 16
CALL_DEADLINE_S = 300.0


@dataclass(frozen=True)
class ModelSettings:
    """How to reach the language model.

    Attributes:
        model: its name as the endpoint knows it.
        base_url: the OpenAI-compatible endpoint; None is the SDK's own default.
        api_key: the key; an endpoint without keys gets a placeholder.
        deadline_s: wall-clock seconds that one call may take, all its retries included.
        in_flight: calls under way at once.
        retries: tries after the first for faults that may pass (network, rate limit, server).
        replay: recorded answers; with them nothing is ever sent.
    """

    model: str = DEFAULT_MODEL
    base_url: str | None = None
    api_key: str | None = None
    deadline_s: float = CALL_DEADLINE_S
    in_flight: int = IN_FLIGHT
    retries: int = 4
    replay: Path | None = None


@dataclass(frozen=True)
class Settings:
    """Everything a run depends on besides the articles.

    Attributes:
        out: the folder for report.md and report.json; None if none is written.
        store: the SQLite file that keeps every paid answer.
    """

    model: ModelSettings
    store: Path
    out: Path | None = None


def shipped(name: str) -> Path:
    """The folder of a kind of shipped file, such as "prompts": in the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "shipped" / name
    return installed if installed.is_dir() else package.parent / name
