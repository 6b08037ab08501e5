"""Checks of `summarizer doctor` that send nothing: settings, key, prices, store, disk, browser, packages."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import os
import platform
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from summarizer.cli.checks import Check, fails, ok, warning
from summarizer.cli.viewing import has_display
from summarizer.configuring import Configuration, reports_folder
from summarizer.configuring.resolving import is_local
from summarizer.errors import ConfigError, StoreError
from summarizer.settings import Settings
from summarizer.spending import TABLE, known_price
from summarizer.terms import RULES

PACKAGES = ("openai", "instructor", "pydantic", "trafilatura", "pypdfium2", "lxml")
EXTRAS = {"pyarrow": "parquet"}
"""Packages that only some commands need, and what for."""
LEAST_PYTHON = (3, 11)
LEAST_ROOM = 100_000_000
"""Bytes: a report on a thousand articles, and as many answers."""
OLD_PRICES = dt.timedelta(days=270)
SHORTEST_KEY = 16


def of_settings(configuration: Configuration, trouble: ConfigError | None) -> Check:
    """The settings files, and the profile."""
    if trouble is not None:
        return fails("settings", str(trouble), "correct it; --no-config ignores settings files")
    files = ", ".join(file.shown for file in configuration.files) or "no settings file"
    profile = f", profile {configuration.profile}" if configuration.profile else ""
    return ok("settings", f"{files}{profile}")


def of_key(settings: Settings, configuration: Configuration) -> Check:
    """Whether a key is set, and has the shape of one. Its value is never shown."""
    reach = settings.model
    variable, key = reach.key_variable, (reach.api_key or "").strip()
    if not variable:
        return ok("key", "none is sent to this endpoint")
    if not key:
        address = configuration.found.get("base_url")
        if reach.base_url is None or (address is not None and address.from_profile):
            return fails(
                "key", f"{variable} is not set", f"export {variable}=…, or name an endpoint with --profile or --base-url"
            )
        return warning("key", f"{variable} is not set", "right for an endpoint that wants none")
    if not (key.isascii() and key.isprintable() and " " not in key):
        return fails("key", f"{variable} holds characters that no key has", "look for stray quotes, spaces or line ends")
    if len(key) < SHORTEST_KEY and not is_local(configuration):
        return warning("key", f"{variable} is set, {len(key)} characters", "keys of services are longer: is it whole?")
    return ok("key", f"{variable} is set")


def of_prices(settings: Settings) -> Check:
    """Whether the price of the model is known, and how old it is."""
    try:
        price = known_price(settings.model.model, settings.model.prices)
    except ConfigError as error:
        return fails("prices", str(error))
    if price is None:
        return warning(
            "prices",
            f"no table has {settings.model.model}; costs are counted at the dearest price known",
            "give its price in a table of your own: prices = FILE, or --prices FILE",
        )
    as_of = tomllib.loads(TABLE.read_text(encoding="utf-8"))["as_of"]
    found = f"{price.input:g} and {price.output:g} dollars a million tokens in and out ({price.basis})"
    if str(as_of) in price.basis and dt.date.today() - as_of > OLD_PRICES:  # noqa: DTZ011  # a day more or less does not matter
        return warning("prices", found, "that is old: compare it with the endpoint's own page, and give --prices FILE")
    return ok("prices", found)


def of_store(settings: Settings) -> Check:
    """Whether paid answers can be kept, and how many are."""
    from summarizer.store import AnswerStore

    path = settings.store
    try:
        if not path.exists():
            folder = next(parent for parent in path.absolute().parents if parent.exists())
            if not os.access(folder, os.W_OK):
                return fails("store", f"{path} cannot be made: {folder} is not writable", "name another file with --store", 5)
            return ok("store", f"{path} will be made by the first run")
        with AnswerStore(path) as store:
            return ok("store", f"{path}, {len(store):,} answers, {path.stat().st_size / 1e6:,.1f} MB")
    except StoreError as error:
        return fails("store", str(error), exit_code=StoreError.exit_code)
    except OSError as error:
        return fails("store", f"{path}: {error.strerror}", "name another file with --store", StoreError.exit_code)


def of_disk(configuration: Configuration) -> Check:
    """Whether reports can be written."""
    folder = reports_folder(configuration).absolute()
    there = next((parent for parent in (folder, *folder.parents) if parent.is_dir()), Path(folder.anchor))
    if not os.access(there, os.W_OK):
        return fails("reports", f"{there} is not writable", "set reports = FOLDER, or give --out", StoreError.exit_code)
    free = shutil.disk_usage(there).free
    found = f"{folder}, {free / 1e9:,.1f} GB free"
    return ok("reports", found) if free >= LEAST_ROOM else warning("reports", found, "make room: a large story needs 100 MB")


def of_browser() -> Check:
    """Whether `summarizer view` can open a page."""
    import webbrowser

    if not has_display(os.environ):
        return warning("browser", "no display here", "`summarizer view --print` says where the page lies; copy it over")
    try:
        webbrowser.get(os.environ.get("SUMMARIZER_BROWSER"))
    except webbrowser.Error:
        return warning("browser", "none is found", "SUMMARIZER_BROWSER=PATH names one for `summarizer view`")
    return ok("browser", "found")


def of_packages() -> Iterator[Check]:
    """Python, the packages that matter, and what is not installed."""
    version = platform.python_version()
    if sys.version_info < LEAST_PYTHON:
        yield fails("python", version, "summarizer needs Python 3.11 or newer")
    else:
        yield ok("python", f"{version} on {platform.system()} {platform.machine()}")
    yield _packages()
    missing = [f"{purpose} ({name})" for name, purpose in EXTRAS.items() if _version(name) is None]
    yield ok("extras", f"not installed: {', '.join(missing)}" if missing else f"all there: {', '.join(EXTRAS.values())}")


def _packages() -> Check:
    wanted = {}
    for line in importlib.metadata.requires("summarizer") or [] if _version("summarizer") else []:
        name, equals, version = line.partition(";")[0].strip().partition("==")
        wanted[name.lower()] = version if equals else None
    there = {name: _version(name) for name in PACKAGES}
    shown = ", ".join(f"{name} {version or 'missing'}" for name, version in there.items())
    if missing := [name for name, version in there.items() if version is None]:
        return fails("packages", shown, f"install again: {', '.join(missing)} is missing")
    others = [name for name, version in there.items() if wanted.get(name) not in (None, version)]
    if others:
        other = ", ".join(f"{name} {wanted[name]}" for name in others)
        return warning("packages", shown, f"tested with {other}; install summarizer into an environment of its own")
    return ok("packages", shown)


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def is_without_model(settings: Settings) -> bool:
    """No language model would be asked."""
    return settings.model.model == RULES
