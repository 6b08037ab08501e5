"""Completion in shells: the scripts are those of the library of the options, the words come from `completing`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import typer

from summarizer.cli.guard import printable, say
from summarizer.errors import ConfigError, StoreError

PROGRAM = "summarizer"
VARIABLE = "_SUMMARIZER_COMPLETE"


class Shell(StrEnum):
    """The shells for which there is a script."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def complete() -> None:
    """Answer a shell that asks what may follow. The process has no other purpose, and somebody waits at each Tab."""
    from typer import _completion_classes, core

    from summarizer.cli.app import app

    # What stands on the line already is neither read nor checked, and help is plain text: the library would load pydantic
    # for the one and rich for the other.
    setattr(core._TyperParameter, "process_value", lambda _self, _context, value: value)  # noqa: B010, SLF001
    setattr(_completion_classes, "_sanitize_help_text", str)  # noqa: B010
    _completion_classes.completion_init()
    app(prog_name=PROGRAM)


def print_completion(shell: Shell) -> int:
    """Print the script of a shell."""
    typer.echo(script_of(shell))
    return 0


def script_of(shell: Shell) -> str:
    """The script by which a shell asks for completions."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell)


def install_completion(shell: Shell) -> int:
    """Put the script into the folder from which the shell loads such scripts; print its path.

    No start-up file of the shell is changed. A script that is there and is not the same is left as it is.

    Raises:
        ConfigError: another script is there, or the shell has no such folder.
        StoreError: it cannot be written.
    """
    path = place_of(shell)
    text = script_of(shell) + "\n"
    try:
        if path.is_file() and path.read_text(encoding="utf-8") != text:
            raise ConfigError(f"{path} is there already and is not this script; take it away first")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path} cannot be written ({getattr(error, 'strerror', None) or 'it is no text'})") from None
    typer.echo(printable(str(path)))
    say(
        "open a new shell to use it"
        + ("; ~/.zfunc has to be in fpath before compinit in ~/.zshrc" if shell is Shell.ZSH else "")
    )
    return 0


def place_of(shell: Shell) -> Path:
    """Where a shell looks for such scripts by itself. Raises ConfigError if it looks nowhere."""
    import os

    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    match shell:
        case Shell.BASH:
            return data / "bash-completion" / "completions" / PROGRAM
        case Shell.ZSH:
            return home / ".zfunc" / f"_{PROGRAM}"
        case Shell.FISH:
            return config / "fish" / "completions" / f"{PROGRAM}.fish"
        case Shell.POWERSHELL:
            raise ConfigError(
                "powershell loads no folder of scripts: add the output of `summarizer completion powershell` to $PROFILE"
            )
