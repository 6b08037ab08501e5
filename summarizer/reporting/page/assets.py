"""The styles and the script that are shipped with the page, and the policy that lets these run and nothing else."""

from __future__ import annotations

import base64
import functools
import hashlib
from pathlib import Path

FOLDER = Path(__file__).parent
STYLES = ("page.css", "findings.css", "reader.css", "charts.css", "print.css")
SCRIPTS = (
    *("dom.js", "letters.js", "words.js", "data.js", "toml.js", "decisions.js", "address.js", "dialogs.js"),
    *("filters.js", "articles.js", "desk.js", "margins.js", "judging.js", "keys.js", "page.js"),
)
"""In the order in which they are put together: one function body, so that no name of theirs is global."""


@functools.cache
def style() -> str:
    """All styles."""
    return "\n".join(_read(name) for name in STYLES)


@functools.cache
def script() -> str:
    """The whole script."""
    body = "\n".join(_read(name) for name in SCRIPTS)
    return f"(() => {{\n'use strict';\n{body}\n}})();\n"


@functools.cache
def early_script() -> str:
    """What runs before the page is read."""
    return _read("early.js")


def policy() -> str:
    """A Content Security Policy (level 3): no network, no form, no script or style but those of this page."""
    return (
        f"default-src 'none'; script-src '{_hash(early_script())}' '{_hash(script())}'; style-src '{_hash(style())}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _hash(code: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"
