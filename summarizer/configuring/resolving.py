"""Which of several values of a setting counts, and where it came from.

From the top: the command line, the environment, the settings files from the nearest on, defaults. What a profile sets comes
right after what is set one by one at the place where the profile is named: a profile on the command line goes before the
environment, one in a file does not. In a file, a command's own table goes before the top.

Who names another address at a higher place than the profile's leaves that profile: neither its key, nor its prices, nor what
else fits only its endpoint goes with another one. A server on the user's own machine may well have another port there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarizer.configuring.catalogue import SETTINGS, Kind, Setting
from summarizer.configuring.files import SettingsFile
from summarizer.configuring.profiles import NONE, PROFILES, values_of
from summarizer.configuring.values import is_on_this_machine, read

TIED = ("api_key_env", "prices", "tool_choice", "deadline", "in_flight")
"""What a profile sets for its own endpoint alone."""
LIMITS = ("max_cost", "max_tokens")
DEFAULT = "default"


@dataclass(frozen=True)
class Found:
    """A value of a setting.

    Attributes:
        value: the value, of the setting's kind; paths are absolute where a file names them.
        origin: where it came from, for people: "flag --model", "env OPENAI_BASE_URL", "summarizer.toml:3", "profile ollama".
        place: 0 for the command line, 1 for the environment, then the files.
        from_profile: a profile sets it.
        is_trusted: it is the user's own word.
    """

    value: Any
    origin: str
    place: int
    from_profile: bool = False
    is_trusted: bool = True


@dataclass(frozen=True)
class Configuration:
    """What counts for one command.

    Attributes:
        found: the settings that somebody has set.
        profile: the profile that counts; None if there is none.
        profile_place: where it was named.
        files: the settings files that were read.
    """

    found: Mapping[str, Found] = field(default_factory=dict)
    profile: str | None = None
    profile_place: int = 0
    files: tuple[SettingsFile, ...] = ()

    def value(self, name: str) -> Any:
        """The value of a setting; None if nobody has set it."""
        found = self.found.get(name)
        return None if found is None else found.value

    def origin(self, name: str) -> str:
        """Where the value of a setting came from."""
        found = self.found.get(name)
        return DEFAULT if found is None else found.origin


def configure(
    command: str | None = None,
    given: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
    files: Sequence[SettingsFile] = (),
) -> Configuration:
    """What counts for a command.

    Args:
        command: whose settings are wanted; None is any.
        given: what stands on the command line, by the names of settings.
        environment: the variables.
        files: the settings files, the nearest first.

    Raises:
        ConfigError: a variable holds what its setting cannot be, or there is no such profile.
    """
    variables = environment or {}
    places = list(_places(command, given or {}, variables, files))
    named = next((found["profile"] for found in places if "profile" in found), None)
    own = {name: values for file in reversed(files) for name, values in file.profiles.items()}
    profile = None if named is None or named.value == NONE else str(named.value)
    if named is not None and profile is not None:
        set_by = values_of(profile, own, variables)
        places.insert(_after(places, named.place), _of_profile(profile, set_by, named, files))
    found: dict[str, Found] = {}
    for values in places:
        for name, one in values.items():
            found.setdefault(name, one)
    if named is not None:
        found["profile"] = named
    configuration = _without_what_is_left(found, places, profile, named)
    return Configuration(_bounded(configuration, places), profile, named.place if named else 0, tuple(files))


def relevant(command: str | None) -> list[Setting]:
    """The settings that a command heeds."""
    return [one for one in SETTINGS.values() if command is None or command in one.commands]


def _places(
    command: str | None, given: Mapping[str, Any], environment: Mapping[str, str], files: Sequence[SettingsFile]
) -> Iterator[dict[str, Found]]:
    heeded = {one.name: one for one in relevant(command)}
    yield {name: Found(value, f"flag {_option(name)}", 0) for name, value in given.items()}
    yield {
        name: Found(read(one, text, one.variable), f"env {one.variable}", 1)
        for name, one in heeded.items()
        if (text := environment.get(one.variable, ""))
    }
    for place, file in enumerate(files, start=2):
        for table in (command or "", ""):
            values = file.commands.get(table, {}) if table else file.top
            yield {
                name: Found(_absolute(heeded[name], value, file), file.at(table, name), place, is_trusted=file.is_trusted)
                for name, value in values.items()
                if name in heeded
            }


def _option(name: str) -> str:
    return SETTINGS[name].option or f"--{name.replace('_', '-')}"


def _absolute(setting: Setting, value: Any, file: SettingsFile) -> Any:
    """A path in a file is meant from the file's own folder."""
    return str(file.path.parent.absolute() / Path(value).expanduser()) if setting.kind is Kind.PATH else value


def _after(places: Sequence[Mapping[str, Found]], place: int) -> int:
    """Where to put what a profile sets: behind all that is set one by one at the place where it is named."""
    behind = [index for index, values in enumerate(places) if any(one.place <= place for one in values.values())]
    return max(behind, default=-1) + 1


def _of_profile(name: str, values: Mapping[str, Any], named: Found, files: Sequence[SettingsFile]) -> dict[str, Found]:
    where = next((file for file in files if name in file.profiles), None)
    return {
        key: Found(
            _absolute(SETTINGS[key], value, where) if where is not None and key in where.profiles[name] else value,
            f"profile {name}",
            named.place,
            from_profile=True,
            is_trusted=True,
        )
        for key, value in values.items()
    }


def _without_what_is_left(
    found: dict[str, Found], places: Sequence[Mapping[str, Found]], profile: str | None, named: Found | None
) -> dict[str, Found]:
    """The settings without those of a profile that is left, and without a key for an address that the user did not give."""
    address = found.get("base_url")
    if (
        address is not None
        and profile is not None
        and named is not None
        and not address.from_profile
        and address.place < named.place
        and not _is_the_same_elsewhere(profile, address)
    ):
        for name in (*TIED, "model"):
            if name in found and found[name].from_profile:
                lower = (values[name] for values in places if name in values and not values[name].from_profile)
                instead = next(lower, None)
                del found[name]
                if instead is not None:
                    found[name] = instead
    if address is not None and not address.is_trusted:
        found["api_key_env"] = Found("", f"none goes to the address of {address.origin}", address.place)
    return found


def _is_the_same_elsewhere(profile: str, address: Found) -> bool:
    """The server of a profile for the user's own machine, there under another address."""
    return profile in PROFILES and PROFILES[profile].is_local and is_on_this_machine(str(address.value))


def _bounded(found: dict[str, Found], places: Sequence[Mapping[str, Found]]) -> dict[str, Found]:
    """The settings with the limits that hold: a file that came with a folder may lower those of the user, never raise them."""
    for name in LIMITS:
        if name in found and not found[name].is_trusted:
            every = [values[name] for values in places if name in values]
            found[name] = min(every, key=lambda one: Decimal(str(one.value)))
    return found


def is_local(configuration: Configuration) -> bool:
    """The profile that counts is one of a server on the user's own machine."""
    return configuration.profile in PROFILES and PROFILES[str(configuration.profile)].is_local
