"""robots.txt as RFC 9309 has it: which group is for us, and which of its rules is the longest that fits.

Python's own parser takes the first rule that fits, not the longest, and knows no wildcards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

MOST_BYTES = 500_000
_PRODUCT = re.compile(r"[A-Za-z_-]+")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows one program.

    Attributes:
        rules: patterns of paths, and whether they allow.
        delay_s: seconds between two requests; None if it names none.
    """

    rules: tuple[tuple[str, bool], ...] = ()
    delay_s: float | None = None

    def allow(self, path: str) -> bool:
        """Whether a path, with its query, may be asked for: the longest rule that fits says so, "allow" among equals."""
        plain = _one_spelling(path or "/")
        if plain == "/robots.txt":
            return True
        fitting = [(len(pattern), allows) for pattern, allows in self.rules if _fits(pattern, plain)]
        return max(fitting, default=(0, True))[1]


NOTHING_FORBIDDEN = Rules()


def rules_in(data: bytes, product: str) -> Rules:
    """The rules of a robots.txt for the program with this product token, else those for all ("*")."""
    own: list[tuple[str, str]] = []
    general: list[tuple[str, str]] = []
    agents: list[str] = []
    in_rules = found = False
    for name, value in _lines(data):
        if name == "user-agent":
            if in_rules:
                agents, in_rules = [], False
            token = _PRODUCT.match(value)
            agents.append("*" if value.startswith("*") else token[0].lower() if token else "")
            found = found or agents[-1] == product.lower()
        elif name in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            if product.lower() in agents:
                own.append((name, value))
            elif "*" in agents:
                general.append((name, value))
    return _rules(own if found else general)


def _lines(data: bytes) -> list[tuple[str, str]]:
    text = data[:MOST_BYTES].decode("utf-8-sig", "replace")
    pairs = (line.partition("#")[0].partition(":") for line in re.split(r"\r\n|\r|\n", text))
    return [(name.strip().lower(), value.strip()) for name, colon, value in pairs if colon]


def _rules(lines: list[tuple[str, str]]) -> Rules:
    rules = tuple((_one_spelling(value), name == "allow") for name, value in lines if name != "crawl-delay" and value)
    delays = [float(value) for name, value in lines if name == "crawl-delay" and re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", value)]
    return Rules(rules, max(delays, default=None))


def _one_spelling(path: str) -> str:
    """A path with its escapes in one form: unreserved characters bare, all else beyond ASCII as %XX in capitals."""
    return _ESCAPE.sub(_unescaped, quote(path, safe="%/?:@!$&'()*+,;=~[]#"))


def _unescaped(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char in _UNRESERVED else f"%{match[1].upper()}"


def _fits(pattern: str, path: str) -> bool:
    """A pattern fits the beginning of a path; "*" stands for anything, "$" at its end for the path's end. Linear time."""
    is_whole = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not is_whole or path == first
    at = len(first)
    last = others.pop() if is_whole else ""
    for piece in others:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return len(path) - len(last) >= at and path.endswith(last)
