"""The commands about settings: what counts, whether it works, and completion."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from summarizer.cli import configuration
from summarizer.cli.app import app
from summarizer.cli.completing import profiles
from summarizer.cli.configured import ConfigFile, NoConfig, Profile, current, stated
from summarizer.cli.guard import guard
from summarizer.cli.shells import Shell, install_completion, print_completion
from summarizer.configuring.catalogue import COMMANDS
from summarizer.errors import ConfigError

config = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Settings: what counts, where from, a first file.")
app.add_typer(config, name="config")


@config.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def show(
    context: typer.Context,
    command: Annotated[
        str | None, typer.Argument(metavar="[COMMAND]", help="Only what this command heeds; its options may follow.")
    ] = None,
    profile: Profile = None,
    config_file: ConfigFile = None,
    no_config: NoConfig = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
) -> None:
    """Print every setting, its value, and whether a flag, a variable, a file, a profile or the default gave it."""

    def work() -> int:
        given: dict[str, Any] = {"config": config_file, "no_config": no_config}
        if command is not None and command not in COMMANDS:
            raise ConfigError(f"{command[:40]!r} heeds no settings; there are {', '.join(COMMANDS)}")
        root = context.find_root()
        known: Any = root.command
        name = command or "report"
        given |= stated(root, known.commands[name], name, context.args)
        if profile is not None and context.get_parameter_source("profile").name == "COMMANDLINE":  # type: ignore[union-attr]
            given["profile"] = profile
        return configuration.show(command, given, as_json=as_json)

    guard(work)


@config.command()
def path() -> None:
    """Print where settings files are looked for, the nearest first."""
    guard(configuration.paths)


@config.command()
def init(
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="NAME", help="Endpoint that it sets.", autocompletion=profiles)
    ] = None,
    own: Annotated[bool, typer.Option("--user", help="Your own file, for all folders, instead of one in this folder.")] = False,
) -> None:
    """Write a first settings file with comments, never over one that is there; prints its path."""
    guard(lambda: configuration.begin_file(profile, is_own=own))


@app.command()
def doctor(
    model: Annotated[str | None, typer.Option("--model", help="Name of the language model.", envvar="SUMMARIZER_MODEL")] = None,
    base_url: Annotated[
        str | None, typer.Option("--base-url", help="OpenAI-compatible endpoint.", envvar="OPENAI_BASE_URL")
    ] = None,
    send: Annotated[bool, typer.Option("--send/--no-send", help="Ask the model two small questions; else only look.")] = True,
    wait: Annotated[float, typer.Option("--wait", min=1, max=3600, help="Seconds to wait for each answer.")] = 60.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of lines.")] = False,
) -> None:
    """Check settings, key, endpoint, model, store and machine, a line each, and say what to do."""
    del model, base_url  # they count already, among the settings
    from summarizer.cli import examining

    guard(lambda: examining.doctor(current(), examining.Wishes(send=send, wait_s=wait, as_json=as_json)))


@app.command()
def completion(
    shell: Annotated[Shell, typer.Argument(help="The shell.")],
    install: Annotated[bool, typer.Option("--install", help="Put the script where the shell finds it, and say where.")] = False,
) -> None:
    """Print the script by which a shell completes commands, options, stories, profiles and report folders."""
    guard(lambda: install_completion(shell) if install else print_completion(shell))
