"""Names of languages: the ISO 639 code behind a tag, a three-letter code or a name, and the scripts a language is written in.

Codes are of two letters where ISO 639-1 has them. The data are those of the Unicode CLDR
(https://www.unicode.org/reports/tr35/), as Babel ships them.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

_TAG = re.compile(r"([a-z]{2,3})(?:[-_.@][a-z0-9._@-]{1,40})?", re.IGNORECASE)
_NO_LANGUAGE = frozenset({"und", "mul", "mis", "zxx", "root"})
_OWN = {"nb": "no", "fil": "tl", "tl": "tl", "jw": "jv"}
"""Where CLDR names the wider or another language than the text is in; Bokmål goes by the code that most pages use."""
_NAMED_IN = ("en", "de", "fr", "es", "pt", "it", "nl", "ru", "pl", "uk", "cs", "sv", "nb", "da", "fi", "tr", "ar", "ja", "zh")
_NAME_CHARS = range(2, 61)


def code_of(value: str) -> str | None:
    """The code of "en-GB", "de_AT", "eng", "English" or "Deutsch"; None if it names no language, or several."""
    codes = {_code_of_one(part.strip()) for part in value[:200].split(",")}
    return codes.pop() if len(codes) == 1 else None


def _code_of_one(value: str) -> str | None:
    tag = _TAG.fullmatch(value)
    if tag:
        return known_code(tag[1].lower())
    return _codes_by_name().get(_folded(value)) if len(value) in _NAME_CHARS else None


def known_code(code: str) -> str | None:
    """The two-letter code of a language if there is one, else its three-letter code; None if it is no language."""
    if code in _NO_LANGUAGE:
        return None
    if code in _OWN:
        return _OWN[code]
    alias = str(get_global("language_aliases").get(code, code)).split("_")[0]
    return _OWN.get(alias, alias) if alias in _english() else None


@cache
def _english() -> frozenset[str]:
    return frozenset(Locale("en").languages)


@cache
def _codes_by_name() -> dict[str, str]:
    """Codes by the names of languages in English and in other languages, the first to claim a name keeps it."""
    found: dict[str, str] = {}
    for locale in _NAMED_IN:
        for code, name in Locale(locale).languages.items():
            known = known_code(code.split("_")[0])
            if known:
                found.setdefault(_folded(name), known)
    return found


def _folded(name: str) -> str:
    return " ".join(re.sub(r"\([^()]{0,40}\)", " ", name).casefold().split())


@cache
def scripts_of(code: str) -> frozenset[str]:
    """ISO 15924 codes of the scripts a language is commonly written in; empty if it is not known."""
    likely = get_global("likely_subtags")
    tags = [str(value) for tag, value in likely.items() if tag == code or tag.startswith(code + "_")]
    if code == "no":
        tags.append("no_Latn_NO")
    return frozenset(tag.split("_")[1] for tag in tags)
