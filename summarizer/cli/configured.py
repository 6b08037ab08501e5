"""Settings files, variables and profiles on their way to the options of a command."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.main

from summarizer.cli.completing import profiles
from summarizer.cli.talk import begin, say
from summarizer.configuring import SETTINGS, Configuration, configure, find_files
from summarizer.configuring.catalogue import COMMANDS
from summarizer.configuring.profiles import PROFILES
from summarizer.errors import ConfigError
from summarizer.log_format import JSON, OPTION

CONFIG_VARIABLE = "SUMMARIZER_CONFIG"
_CURRENT: ContextVar[Configuration] = ContextVar("configuration", default=Configuration())  # noqa: B039  # it is frozen
_TROUBLE: ContextVar[ConfigError | None] = ContextVar("trouble", default=None)

Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help=f"Endpoint by name: {', '.join(PROFILES)}, or one of your own; none for none.",
        envvar="SUMMARIZER_PROFILE",
        show_envvar=True,
        autocompletion=profiles,
    ),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Settings file, instead of a summarizer.toml in this folder or above it.",
        envvar=CONFIG_VARIABLE,
        show_envvar=True,
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no settings file.")]


def current() -> Configuration:
    """What counts for the command that runs."""
    return _CURRENT.get()


def add_options(commands: Mapping[str, Any]) -> None:
    """Give each command that heeds settings the options that say which count."""
    every, without_model = _shared_options()
    for name in COMMANDS:
        if name in commands:
            known = {parameter.name for parameter in commands[name].params}
            wanted = every if name in SETTINGS["profile"].commands else without_model
            commands[name].params.extend(one for one in wanted if one.name not in known)


def settle(context: Any, command: Any, name: str, arguments: list[str]) -> list[str]:
    """Let settings count for a command that is about to read its arguments; gives the arguments, with those of a profile.

    What a profile on the command line sets is as if it stood there itself. All else becomes what the options fall back on.

    Raises:
        ConfigError: a settings file or a variable holds what it cannot.
    """
    given = stated(context, command, name, arguments)
    if given.get("help"):
        return arguments
    configuration = _read(name, given)
    taken = {parameter.name: parameter for parameter in command.params if parameter.expose_value}
    defaults: dict[str, Any] = {}
    added: list[str] = []
    for setting in SETTINGS.values():
        found = configuration.found.get(setting.name)
        if found is None or setting.taken_as not in taken or setting.name in given:
            continue
        if found.place == 0:
            added.append(f"{setting.option}={found.value}")
        else:
            defaults[setting.taken_as] = found.value if isinstance(found.value, bool) else str(found.value)
    context.default_map = {name: defaults}
    if configuration.value("log_format") == JSON:
        begin((OPTION, JSON), {})
    _tell_of_folder(configuration)
    return [*added, *arguments]


def trouble() -> ConfigError | None:
    """What is wrong with the settings; only `doctor` goes on then, to tell of it."""
    return _TROUBLE.get()


def _read(name: str, given: Mapping[str, Any]) -> Configuration:
    configuration, wrong = Configuration(), None
    try:
        configuration = configuration_for(name, given)
    except ConfigError as error:
        if name != "doctor":
            raise
        wrong = error
    _CURRENT.set(configuration)
    _TROUBLE.set(wrong)
    return configuration


def stated(context: Any, command: Any, name: str, arguments: Sequence[str]) -> dict[str, Any]:
    """What stands on the command line, by the names of settings; of a wrong command as much as can be read."""
    probe = command.context_class(command, info_name=name, parent=context, resilient_parsing=True)
    options, _, _ = command.make_parser(probe).parse_args(list(arguments))
    names = {setting.taken_as: setting.name for setting in SETTINGS.values()}
    special = ("config", "no_config", "help")
    return {names.get(key, key): value for key, value in options.items() if key in names or key in special}


def configuration_for(command: str | None, given: Mapping[str, Any]) -> Configuration:
    """What counts for a command with this on its command line. Raises ConfigError."""
    named = given.get("config") or os.environ.get(CONFIG_VARIABLE) or None
    files = () if given.get("no_config") else find_files(named)
    return configure(command, {name: value for name, value in given.items() if name in SETTINGS}, os.environ, files)


def _tell_of_folder(configuration: Configuration) -> None:
    """Say which settings come from a file that may be a stranger's."""
    names = [name for name, found in configuration.found.items() if not found.is_trusted]
    if names and not configuration.value("quiet"):
        file = next(file for file in configuration.files if not file.is_trusted)
        say(f"{file.shown} sets {', '.join(names)}; --no-config ignores it")


def _shared_options() -> tuple[list[Any], list[Any]]:
    """The options that say which settings count, as the library of the options has them: with the profile and without."""
    made = typer.Typer(add_completion=False)

    @made.command()
    def _options(profile: Profile = None, config: ConfigFile = None, no_config: NoConfig = False) -> None:  # noqa: FBT002  # a flag
        del profile, config, no_config

    options = [one for one in typer.main.get_command(made).params if one.name in {"profile", "config", "no_config"}]
    for one in options:
        one.expose_value = False
    return options, [one for one in options if one.name != "profile"]
