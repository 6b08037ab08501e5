"""Where the user's own files lie, as the system has it."""

from __future__ import annotations

from pathlib import Path

NAME = "summarizer.toml"


def user_file() -> Path:
    """Where the user's own settings file lies, whether or not it is there."""
    from platformdirs import user_config_path

    return user_config_path("summarizer") / NAME


def default_store() -> Path:
    """Where paid answers are kept if nobody says."""
    from platformdirs import user_data_path

    return user_data_path("summarizer") / "answers.sqlite"
