"""What `summarizer config` prints and writes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import typer

from summarizer.cli.configured import configuration_for
from summarizer.cli.guard import printable, say
from summarizer.configuring import SETTINGS, Configuration, Setting, user_file
from summarizer.configuring.files import candidates
from summarizer.configuring.places import NAME
from summarizer.configuring.profiles import FREE, KEY_VARIABLES, PROFILES
from summarizer.configuring.resolving import DEFAULT, relevant
from summarizer.configuring.starting import first_file
from summarizer.errors import ConfigError, StoreError


def show(command: str | None, given: Mapping[str, Any], *, as_json: bool) -> int:
    """Print every setting, its value and where it came from."""
    configuration = configuration_for(command, given)
    rows = list(rows_of(configuration, command, os.environ))
    if as_json:
        typer.echo(json.dumps(_as_json(configuration, rows), indent=2, ensure_ascii=False))
        return 0
    widest = max(len(name) for name, _, _ in rows)
    values = min(max(len(value) for _, value, _ in rows), 48)
    for name, value, origin in rows:
        typer.echo(printable(f"{name:{widest}}  {value:{values}}  {origin}".rstrip()))
    return 0


def rows_of(
    configuration: Configuration, command: str | None, environment: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Each setting, its value in words, and where that came from. Of keys only whether they are set."""
    for setting in relevant(command):
        found = configuration.found.get(setting.name)
        if found is None:
            yield setting.name, f"({_default(setting, configuration)})", DEFAULT
        else:
            yield setting.name, _shown(setting.name, found.value), found.origin
    named = configuration.value("api_key_env")
    variables = [variable for variable in dict.fromkeys([named, *KEY_VARIABLES]) if variable]
    for variable in variables:
        yield f"key {variable}", "set" if environment.get(variable) else "not set", "env" if environment.get(variable) else ""


def paths() -> int:
    """Print where settings files are looked for, and which of them are there."""
    for path in candidates():
        typer.echo(printable(f"{path}{'' if path.is_file() else '  (not there)'}"))
    return 0


def begin_file(profile: str | None, *, is_own: bool) -> int:
    """Write a first settings file, never over one that is there; print its path."""
    path = user_file() if is_own else Path(NAME)
    text = first_file(profile, is_own=is_own)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError:
        raise ConfigError(f"{path} is there already and is left as it is; change it, or take it away first") from None
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error.strerror})") from None
    typer.echo(printable(str(path)))
    if profile is not None and "model" not in PROFILES[profile].values:
        say(f"name the model in it: {PROFILES[profile].serves}; then `summarizer doctor` tries it")
    return 0


def _as_json(configuration: Configuration, rows: list[tuple[str, str, str]]) -> dict[str, Any]:
    settings = {
        name: {"value": configuration.value(name) if name != "base_url" else value or None, "from": origin}
        for name, value, origin in rows
        if name in SETTINGS
    }
    for name, one in settings.items():
        if name == "base_url" and one["from"] == DEFAULT:
            one["value"] = None
    keys = {name.removeprefix("key "): value == "set" for name, value, _ in rows if name.startswith("key ")}
    return {
        "profile": configuration.profile,
        "files": [str(file.path.absolute()) for file in configuration.files],
        "settings": settings,
        "keys": keys,
    }


def _default(setting: Setting, configuration: Configuration) -> str:
    """What counts if nobody says; there is no default model behind an endpoint that has others."""
    address = configuration.found.get("base_url")
    if setting.name == "model" and address is not None and address.from_profile:
        return f"none: profile {configuration.profile} needs one"
    return setting.default


def _shown(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    if value == str(FREE):
        return "(every model costs nothing)"
    if name == "api_key_env" and not value:
        return "(no key is sent)"
    return without_credentials(str(value)) if name == "base_url" else str(value)


def without_credentials(address: str) -> str:
    """An address without what may be a user name, a password or a key in its query."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "(no address)"
    shown = parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()
    return shown if "@" not in shown else "(no address)"
