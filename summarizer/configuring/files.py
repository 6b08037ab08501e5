"""Settings files: which are read, and what is held to be wrong in them.

Read are the nearest summarizer.toml of the current folder and those above it, up to the root of the repository or the home
folder (outside both, the current folder alone), and the user's own. Never one beside the articles that are named: what lies in
their folders is data.

A file that came with a folder may be a stranger's. It may set what harms nobody; what decides who gets the articles and the
key, and which files are read and written, it may set only once the user has said that he trusts it: by naming it with --config,
or by naming its folder in `trusted_folders` of his own file.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer.configuring.catalogue import COMMANDS, SETTINGS
from summarizer.configuring.places import NAME, user_file
from summarizer.configuring.profiles import NONE, PROFILES, SETTABLE
from summarizer.configuring.values import checked, is_on_this_machine
from summarizer.errors import ConfigError

TRUSTED = "trusted_folders"
PROFILES_TABLE = "profiles"
REPOSITORIES = (".git", ".hg")
LARGEST = 1_000_000
"""Bytes of a settings file. Real ones have some hundred."""
_HEADER = re.compile(r"\s*\[\s*([^\[\]#]+?)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*["']?([\w.-]+)["']?\s*=""")
_SECRET = re.compile(r"(?:.*_)?(?:api_?key|key|token|secret|password|bearer|credentials?)", re.IGNORECASE)


@dataclass(frozen=True)
class SettingsFile:
    """A settings file that was read and holds nothing unknown.

    Attributes:
        path: where it lies.
        is_trusted: the user's own, or one that he named.
        top: the settings of all commands.
        commands: those of single commands.
        profiles: the user's own profiles.
        lines: the line of each key, by the table it stands in ("" at the top) and its name.
        shown: its path, as short as it is clear, for messages.
    """

    path: Path
    is_trusted: bool
    top: Mapping[str, Any] = field(default_factory=dict)
    commands: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    profiles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)
    shown: str = NAME

    def at(self, table: str, key: str) -> str:
        """Where a setting stands: the file, and the line if it is known."""
        line = self.lines.get((table, key))
        return self.shown if line is None else f"{self.shown}:{line}"


def find_files(named: str | Path | None = None, start: Path | None = None) -> tuple[SettingsFile, ...]:
    """The settings files that count, the nearest first.

    Args:
        named: a file that the user names: it takes the place of one that would be found, and is trusted.
        start: where to look; default: the current folder.

    Raises:
        ConfigError: one cannot be read, or holds what no settings file holds.
    """
    own, trusted = _users()
    if named is not None:
        return (read_file(Path(named).expanduser(), is_trusted=True), *own)
    found = next((path for folder in _folders(start or Path.cwd()) if (path := folder / NAME).is_file()), None)
    if found is None or (own and found.samefile(own[0].path)):
        return own
    return (read_file(found, is_trusted=found.parent.resolve() in trusted), *own)


def candidates(start: Path | None = None) -> Iterator[Path]:
    """The paths at which a settings file would be read, the nearest first."""
    for folder in _folders(start or Path.cwd()):
        yield folder / NAME
    yield user_file()


def read_file(path: Path, *, is_trusted: bool, is_own: bool = False) -> SettingsFile:
    """Read and check a settings file. Raises ConfigError in one line that names the file, the key and the nearest right one."""
    shown = _shown(path)
    text = _text(path, shown)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise ConfigError(f'{shown}: is no TOML: {why}; a line is such as model = "gpt-5.1"') from None
    file = SettingsFile(path, is_trusted, lines=_lines(text), shown=shown)
    top = {key: value for key, value in data.items() if key not in (*COMMANDS, PROFILES_TABLE, TRUSTED)}
    if TRUSTED in data and not is_own:
        raise ConfigError(f"{file.at('', TRUSTED)}: {TRUSTED} belongs into your own file, {user_file()}")
    commands = {name: _table(file, name, data[name]) for name in COMMANDS if name in data}
    profiles = _table(file, PROFILES_TABLE, data.get(PROFILES_TABLE, {}))
    return SettingsFile(
        path,
        is_trusted,
        _settings(file, "", top),
        {name: _settings(file, name, table, command=name) for name, table in commands.items()},
        {name: _profile(file, name, table) for name, table in profiles.items()},
        file.lines,
        shown,
    )


def _users() -> tuple[tuple[SettingsFile, ...], frozenset[Path]]:
    """The user's own file, if there is one, and the folders that it trusts."""
    path = user_file()
    if not path.is_file():
        return (), frozenset()
    file = read_file(path, is_trusted=True, is_own=True)
    folders = tomllib.loads(_text(path, file.shown)).get(TRUSTED, [])
    if not isinstance(folders, list) or not all(isinstance(folder, str) for folder in folders):
        raise ConfigError(f'{file.at("", TRUSTED)}: {TRUSTED} is a list of folders, such as ["~/stories/ferry"]')
    return (file,), frozenset(Path(folder).expanduser().resolve() for folder in folders)


def _folders(start: Path) -> Iterator[Path]:
    """The folder, and those above it up to the root of the repository or the home folder, if one of them is above it."""
    start = start.resolve()
    above = (start, *start.parents)
    home = Path.home().resolve()
    last = next((folder for folder in above if folder == home or any((folder / mark).exists() for mark in REPOSITORIES)), start)
    for folder in above:
        yield folder
        if folder == last:
            return


def _text(path: Path, shown: str) -> str:
    try:
        if not path.is_file():
            raise ConfigError(f"{shown}: there is no such file; `summarizer config init` writes one")
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        raise ConfigError(f"{shown}: cannot be read ({error.strerror}); --no-config ignores settings files") from None
    if len(raw) > LARGEST:
        raise ConfigError(f"{shown}: is larger than any settings file")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ConfigError(f"{shown}: is not UTF-8 text") from None


def _shown(path: Path) -> str:
    absolute = path.absolute()
    for base, before in ((Path.cwd(), ""), (Path.home(), "~/")):
        if absolute.is_relative_to(base):
            return f"{before}{absolute.relative_to(base)}"
    return str(absolute)


def _lines(text: str) -> dict[tuple[str, str], int]:
    """The line of each key; only to be shown, so that a key inside a text of several lines does no harm."""
    found: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = header[1].replace('"', "").replace(" ", "")
        elif key := _KEY.match(line):
            found.setdefault((table, key[1]), number)
    return found


def _table(file: SettingsFile, name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{file.at('', name)}: {name} is a table: write [{name}] on a line of its own")
    return value


def _settings(file: SettingsFile, table: str, values: Mapping[str, Any], command: str = "") -> dict[str, Any]:
    """The settings of one table, each known and of its kind."""
    checked_values: dict[str, Any] = {}
    for key, value in values.items():
        where = file.at(table, key)
        _refuse_unknown(where, table, key, command)
        setting = SETTINGS[key]
        checked_values[key] = checked(setting, value, where)
        if not file.is_trusted:
            _refuse_guarded(file, where, key, value)
    return checked_values


def _refuse_unknown(where: str, table: str, key: str, command: str) -> None:
    within = f" in [{table}]" if table else ""
    known = [name for name, one in SETTINGS.items() if not command or command in one.commands]
    if key in known:
        return
    if _SECRET.fullmatch(key):
        raise ConfigError(
            f"{where}: {key}{within}: a key does not belong into a file; name the variable that holds it: "
            'api_key_env = "OPENAI_API_KEY"'
        )
    if key in SETTINGS:
        raise ConfigError(f"{where}: {key}{within}: `summarizer {command}` has no such setting; it has {', '.join(known)}")
    tables = () if table else (*COMMANDS, PROFILES_TABLE)
    near = difflib.get_close_matches(key.lower().replace("-", "_"), [*known, *tables], n=1, cutoff=0.5)
    advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    raise ConfigError(f"{where}: unknown setting {key[:40]}{within}; {advice}")


def _refuse_guarded(file: SettingsFile, where: str, key: str, value: Any) -> None:
    """An untrusted file sets no address but one on this machine, to which no key goes, and no path out of its folder.

    Neither does it name a profile of a service: the articles may be meant for another one, or for none.
    """
    if key == "base_url" and is_on_this_machine(value):
        return
    if key == "reports" and _is_below(file.path.parent / value, file.path.parent):
        return
    if key == "profile" and value in PROFILES and PROFILES[value].is_local:
        return
    if SETTINGS[key].guarded:
        raise ConfigError(
            f"{where}: {key} counts only in a file that you trust, and this one came with the folder: give it as an option, "
            f"or name the file with --config, or its folder in {TRUSTED} of {user_file()}; --no-config ignores it"
        )


def _is_below(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def _profile(file: SettingsFile, name: str, values: Any) -> dict[str, Any]:
    """One of the user's own profiles."""
    table = f"{PROFILES_TABLE}.{name}"
    values = _table(file, table, values)
    if name == NONE:
        raise ConfigError(f"{file.shown}: [{table}]: {NONE} stands for no profile; give it another name")
    if not file.is_trusted:
        raise ConfigError(
            f"{file.shown}: [{table}] counts only in a file that you trust, and this one came with the folder: name it with "
            f"--config, or its folder in {TRUSTED} of {user_file()}; --no-config ignores it"
        )
    for key in values:
        if key not in SETTABLE:
            _refuse_unknown(file.at(table, key), table, key, "")
            raise ConfigError(f"{file.at(table, key)}: {key} is not part of a profile; one has {', '.join(SETTABLE)}")
    return _settings(file, table, values)
