"""What the program depends on: in ranges that others can live with, and in exact versions that are tested."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
RANGES = [Requirement(line) for line in PROJECT["dependencies"]]
OPTIONAL = [Requirement(line) for lines in EXTRAS.values() for line in lines]
PINS = [
    Requirement(line)
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PINNED = {canonicalize_name(pin.name): pin for pin in PINS}
FORMATTER = "ruff"
"""Every release of it writes some lines otherwise."""


@pytest.mark.parametrize("wanted", [*RANGES, *OPTIONAL], ids=str)
def test_a_dependency_is_a_range_with_two_ends(wanted: Requirement) -> None:
    operators = {one.operator for one in wanted.specifier}

    assert operators == ({"=="} if wanted.name == FORMATTER else {">=", "<"})


@pytest.mark.parametrize("wanted", [*RANGES, *OPTIONAL], ids=str)
def test_the_tested_version_lies_in_the_range(wanted: Requirement) -> None:
    pin = PINNED[canonicalize_name(wanted.name)]

    assert wanted.specifier.contains(_version(pin))


def test_constraints_are_exact_sorted_and_each_is_there_once() -> None:
    names = [pin.name.lower() for pin in PINS]

    assert [str(pin) for pin in PINS if [one.operator for one in pin.specifier] != ["=="]] == []
    assert names == sorted(names)
    assert len(names) == len(PINNED)


def test_the_constraints_hold_the_whole_closure() -> None:
    closure = set(_closure([*RANGES, *(Requirement(line) for line in EXTRAS["dev"])], set()))

    assert len(closure) > len(RANGES) + len(EXTRAS["dev"])
    assert sorted(closure - PINNED.keys()) == []


def test_what_is_imported_is_a_dependency_of_its_own() -> None:
    declared = {canonicalize_name(wanted.name) for wanted in [*RANGES, *(Requirement(line) for line in EXTRAS["parquet"])]}
    modules = {name for file in (ROOT / "summarizer").rglob("*.py") for name in _imported(file)}
    homes = metadata.packages_distributions()
    of_others = {name: {canonicalize_name(home) for home in homes.get(name, [name])} for name in modules}

    assert {"pydantic", "openai", "lxml"} <= modules
    assert {name: homes for name, homes in of_others.items() if not homes & declared and name != "pydantic_core"} == {}


def _version(pin: Requirement) -> str:
    (only,) = pin.specifier
    return only.version


def _closure(wanted: list[Requirement], seen: set[str]) -> Iterator[str]:
    """The names of all packages that are installed for these."""
    for one in wanted:
        name = canonicalize_name(one.name)
        if not _applies(one, frozenset()) or name in seen:
            continue
        seen.add(name)
        yield name
        needed = [Requirement(line) for line in metadata.requires(one.name) or []]
        yield from _closure([need for need in needed if _applies(need, one.extras)], seen)


def _applies(wanted: Requirement, extras: set[str] | frozenset[str]) -> bool:
    if wanted.marker is None:
        return True
    return any(wanted.marker.evaluate({**default_environment(), "extra": extra}) for extra in {"", *extras})


def _imported(file: Path) -> Iterator[str]:
    """The packages of others that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module]
        tops = {name.partition(".")[0] for name in names}
        yield from tops - sys.stdlib_module_names - {"summarizer"}
