"""Which words a language has, by the word lists of simplemma (https://github.com/adbar/simplemma)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

_CODES = {"no": "nb", "hr": "hbs", "sr": "hbs", "bs": "hbs", "sh": "hbs"}
_LISTED = frozenset(
    "ast bg ca cs cy da de el en eo es et fi fr ga gd gl gv hbs hu hy id is it ka la lb lt lv mk ms nb nl nn pl pt ro ru se sk "
    "sl sq sv sw tl tr uk".split()
)

Known = Callable[[str], bool]


def word_list(language: str | None) -> Known | None:
    """A test whether a word stands in the list of a language; None if there is no list of it.

    The list of a language is read at the first word that is looked up in it, which takes up to two seconds.
    """
    code = _CODES.get(language or "", (language or "").split("-")[0])
    if code not in _LISTED:
        return None
    return lambda word: len(word) > 1 and _is_listed(word, code)


@lru_cache(maxsize=20_000)
def _is_listed(word: str, code: str) -> bool:
    return bool(import_module("simplemma").is_known(word, lang=code, low_memory=True))
