"""Which language a text is in: a small decision by script and by the commonest words, None where unsure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SAMPLE_CHARS = 6000
_MIN_WORDS = 20
_MIN_SHARE = 0.12
_LEAD = 1.4
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "en": "the of and to in that is was for on with as by at from said has have be not are were which an it this they their",
    "fr": "le la les des et un une du en est que qui dans pour sur par avec au ce il ne pas plus sont ont été selon",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus nach wurde",
    "es": "el la de que y los del se las por un para con no una su al lo como más pero sus ha fue este según",
    "pt": "o a de que e do da em um para é com não uma os no se na por mais as dos foi ao das segundo",
    "it": "il di che la e un è per una in sono del con non della le dei si da gli nel alla ha più secondo",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door werd naar heeft",
    "sv": "och att det i en som är av för på med den till inte har om ett var de från",
    "da": "og i at det er en til af på som med for de den har ikke der et var om fra",
    "pl": "w i na z do że się nie jest o od po za przez jak dla oraz są został",
    "cs": "a v se na je že do s z o k ve byl jsou podle po by za které aby ale také",
    "hu": "a az és hogy nem is egy meg volt de már csak szerint ki el még után között",
    "tr": "ve bir bu da için ile olarak de daha olan çok gibi sonra kadar en ne göre",
    "id": "yang dan di itu dengan untuk dari dalam tidak ini pada akan juga ke oleh mengatakan",
}
_STOP_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = {
    "GREEK": "el", "HEBREW": "he", "THAI": "th", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "ARMENIAN": "hy",
    "GEORGIAN": "ka", "BENGALI": "bn", "TAMIL": "ta",
}  # fmt: skip


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None if it is too short or fits none plainly."""
    sample = text[:_SAMPLE_CHARS]
    letters = [c for c in sample if c.isalpha()]
    if len(letters) < 3 * _MIN_WORDS:
        return None
    scripts = Counter(unicodedata.name(c, "?").split()[0].split("-")[0] for c in letters)
    script, count = scripts.most_common(1)[0]
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * len(letters):
        return "ja"
    if count < 0.6 * len(letters):
        return None
    if script == "LATIN":
        return _by_words(sample)
    return _by_letters(script, set(letters))


def _by_letters(script: str, letters: set[str]) -> str | None:
    if script == "CYRILLIC":
        if letters & set("іїєґ"):
            return "uk" if letters & set("їєґ") else None
        return "ru" if letters & set("ыэ") else None
    if script == "ARABIC":
        if letters & set("ٹڈڑے"):
            return "ur"
        if letters & set("ښځڅټډړڼ"):
            return "ps"
        return "fa" if letters & set("پچژگ") else "ar"
    return "zh" if script == "CJK" else _SCRIPTS.get(script)


def _by_words(text: str) -> str | None:
    words = Counter(word.casefold() for word in _WORD.findall(text))
    total = sum(words.values())
    if total < _MIN_WORDS:
        return None
    shares = sorted(((sum(words[w] for w in known) / total, code) for code, known in _STOP_WORDS.items()), reverse=True)
    (best, code), (second, _) = shares[0], shares[1]
    return code if best >= _MIN_SHARE and best >= _LEAD * second else None
