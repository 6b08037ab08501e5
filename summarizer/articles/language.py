"""Which language a text is in: by the Compact Language Detector 2, None where it is not sure.

The detector knows some 160 languages by their runs of four letters and tells neighbours apart (Bokmål from Danish, Tatar
from Russian, Galician from Portuguese); it says itself when it is not sure. https://github.com/CLD2Owners/cld2
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

try:
    import pycld2
except ImportError:  # it has no wheel for some machines and Pythons: there it is never sure
    pycld2 = None

from summarizer.articles.language_codes import known_code, scripts_of

_SAMPLE_CHARS = 8_000
_WEIGHED_CHARS = 2_000
"""So many characters hold more letters than any decision asks for."""
_NEVER_CHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
"""The last two of each plane of Unicode, which the detector takes for broken bytes."""
_UNREADABLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NEVER_CHARACTERS}]")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_MIN_WEIGHT = 100
_ROMANIAN = str.maketrans("șțȘȚ", "şţŞŢ")
"""The detector learnt from texts that wrote these letters with a cedilla."""
_MIN_BYTES = 65
_PLAIN_BYTES = 90
_MIN_PERCENT = 60
_MIN_SCORE = 480
"""Texts in a language that the detector does not know score below this as a neighbour of it."""
_MIN_LETTERS = 30
_MIN_SCRIPT_SHARE = 0.7
_INVENTED = frozenset({"zzp", "zze", "zzb", "zzh", "tlh", "xx"})
"""Codes of the detector for pig Latin, Klingon and the like."""
_ONE_LATIN = frozenset({"hr", "bs", "sr", "sh", "cnr"})
"""Written alike in Latin letters; a text of some sentences does not show which it is."""
_FAMILIES = (
    frozenset({"no", "nb", "nn"}),
    frozenset({"zh", "yue", "wuu", "nan", "lzh", "hak", "gan"}),
    frozenset({"ar", "arz", "apc", "ary", "acm", "ajp", "aeb", "arq"}),
    frozenset({"fa", "prs"}),
    _ONE_LATIN,
    frozenset({"ms", "id"}),
    frozenset({"ku", "ckb", "kmr", "sdh"}),
    frozenset({"de", "gsw", "bar", "nds", "als"}),
    frozenset({"ur", "pnb", "pa"}),
    frozenset({"tl", "fil"}),
    frozenset({"az", "azb"}),
    frozenset({"en", "sco"}),
    frozenset({"ro", "mo"}),
    frozenset({"es", "ast", "an", "ext"}),
    frozenset({"hi", "bho", "bh", "mai", "sa"}),
)
"""Languages that a label may well name instead of each other."""
_CLOSE = (
    frozenset({"no", "nn", "da", "sv"}),
    frozenset({"es", "gl", "pt", "ca", "oc", "an", "ast", "it"}),
    frozenset({"ru", "uk", "be", "bg", "mk", "sr"}),
    frozenset({"hr", "bs", "sr", "sh", "sl"}),
    frozenset({"cs", "sk", "pl"}),
    frozenset({"id", "ms", "jv", "su"}),
    frozenset({"nl", "af", "fy"}),
    frozenset({"tr", "az", "tk", "uz"}),
    frozenset({"tt", "ba", "kk", "ky"}),
    frozenset({"fa", "ps", "ckb", "ur"}),
    frozenset({"hi", "mr", "ne"}),
    frozenset({"zu", "xh", "ss", "nr"}),
)
"""Languages so close that one sentence can be nearly the same in two of them."""
_FEW_BYTES = 300
_CLOSE_BYTES, _FAR_BYTES = 200, 200
_WELL_KNOWN = frozenset("en fr de es pt it nl sv da no fi pl cs sk hu ro bg ru uk el tr ar he fa hi id vi th zh ja ko".split())
"""Languages that the detector finds wherever a text of some sentences is in them, in the one script they have."""
_SENTENCE = re.compile(r"[.!?。।\u06d4\n]+")
_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "HANGUL": "Hang", "CJK": "Hani",
    "HIRAGANA": "Kana", "KATAKANA": "Kana", "THAI": "Thai", "GEORGIAN": "Geor", "ARMENIAN": "Armn", "DEVANAGARI": "Deva",
    "BENGALI": "Beng", "TAMIL": "Taml", "TELUGU": "Telu", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "KANNADA": "Knda",
    "MALAYALAM": "Mlym", "SINHALA": "Sinh", "ETHIOPIC": "Ethi", "KHMER": "Khmr", "LAO": "Laoo", "MYANMAR": "Mymr",
    "TIBETAN": "Tibt", "ORIYA": "Orya", "THAANA": "Thaa", "BOPOMOFO": "Bopo",
}  # fmt: skip
_WRITTEN_WITH = {
    "Jpan": {"Hani", "Kana"}, "Kore": {"Hang", "Hani"}, "Hans": {"Hani"}, "Hant": {"Hani"}, "Hanb": {"Hani", "Bopo"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """What a detector saw.

    Attributes:
        code: the code of the language.
        bytes: how many bytes of the text's letters, in UTF-8, speak for it.
        alone: no other language is written so much alike that the text could as well be in it.
    """

    code: str
    bytes: int
    alone: bool


def language_of(text: str) -> str | None:
    """The ISO 639 code of a text's language (two letters where there are), or None if it is short or fits none plainly."""
    seen = seen_in(text)
    return seen.code if seen and seen.alone and seen.bytes >= _MIN_BYTES else None


def seen_in(text: str) -> Seen | None:
    """The language that most of a text is surely in, however short it is; None if there is none."""
    sample = _UNREADABLE.sub(" ", text[:_SAMPLE_CHARS])
    script = script_of(sample[:_WEIGHED_CHARS])
    code, share = _detected(sample, script)
    if code is None:
        return None
    weight = len(_letters(sample[:_WEIGHED_CHARS]).encode()) * share // 100
    torn = weight < _FEW_BYTES and _is_torn(code, sample, script)
    return Seen(code, weight, not torn and not (code in _ONE_LATIN and script == "Latn"))


def weighed(text: str) -> tuple[str | None, int]:
    """The language of a text that may be a few words, and the detector's score for it; none and 0 if it is not sure."""
    sample = _UNREADABLE.sub(" ", text[:_SAMPLE_CHARS]).translate(_ROMANIAN)
    if pycld2 is None:
        return None, 0
    sure, _, details = pycld2.detect(sample.encode(), isPlainText=True, bestEffort=True)[:3]
    _, name, percent, score = details[0]
    return (name, int(score)) if sure and percent >= _MIN_PERCENT and score >= _MIN_WEIGHT else (None, 0)


def _detected(sample: str, script: str | None) -> tuple[str | None, int]:
    """The code that the detector is sure of, and the share of the text in percent that it holds for."""
    if pycld2 is None:
        return None, 0
    sure, _, details = pycld2.detect(sample.encode(), isPlainText=True)[:3]
    _, name, percent, score = details[0]
    if not sure or percent < _MIN_PERCENT or score < _MIN_SCORE:
        return None, 0
    return _own_code(name, script), percent


def _is_torn(code: str, sample: str, script: str | None) -> bool:
    """As many sentences look like a close language as like this one."""
    votes = Counter(_detected(sentence, script)[0] for sentence in _SENTENCE.split(sample))
    return any(votes[other] >= votes[code] for other in _akin(code) if votes[other])


def _akin(code: str) -> frozenset[str]:
    """Languages close to one, without it."""
    return frozenset().union(*(family for family in _CLOSE if code in family)) - {code}


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def _own_code(name: str, script: str | None) -> str | None:
    base = name.partition("-")[0].lower()
    if base in _INVENTED:
        return None
    return "ckb" if base == "ku" and script == "Arab" else known_code(base)


def script_of(text: str) -> str | None:
    """The ISO 15924 code of the script that most of a text's letters are of; None if they are few or mixed."""
    letters = _letters(text[:_SAMPLE_CHARS])
    if len(letters) < _MIN_LETTERS:
        return None
    scripts: Counter[str] = Counter()
    for char, times in Counter(letters).items():
        scripts[_script(char)] += times
    script, count = scripts.most_common(1)[0]
    if scripts["Kana"] + scripts["Hani"] > count:
        script, count = "Hani", scripts["Kana"] + scripts["Hani"]
    return script if script != "?" and count >= _MIN_SCRIPT_SHARE * len(letters) else None


@lru_cache(maxsize=8192)
def _script(char: str) -> str:
    return _SCRIPTS.get(unicodedata.name(char, "?").split()[0].split("-")[0], "?")


def checked_language(declared: str | None, text: str) -> tuple[str | None, tuple[str, ...]]:
    """The language of a text whose file names one, and a note where what the file says is overruled.

    The text wins where it is plainly in another language or in letters that the named one is not written in; where the
    detector is not sure, or the two are forms of one language, what the file says stands.
    """
    if declared is None:
        return language_of(text), ()
    seen = seen_in(text)
    foreign = _is_foreign(script_of(text), declared)
    other = seen and seen.code != declared and not _one_family(seen.code, declared)
    told = other and seen and seen.bytes >= _least_bytes(seen.code, declared)
    if not (foreign or told or (seen is None and _is_far(text, declared))):
        return declared, ()
    found = seen.code if seen and seen.alone and other else None
    named = f"the text is in {found}; taken as {found}" if found else "the text is not in that language; left open"
    return found, (f"its language is given as “{declared}”, {named}",)


def _is_foreign(script: str | None, code: str) -> bool:
    """The letters are of a script that the language is not written in."""
    known = scripts_of(code)
    return bool(script and known) and script not in _in_parts(known)


def _is_far(text: str, declared: str) -> bool:
    """Nothing in a text looks like the language, which the detector knows well, and most of it looks like one far from it."""
    sample = _UNREADABLE.sub(" ", text[:_SAMPLE_CHARS])
    if pycld2 is None or declared not in _WELL_KNOWN or len(_letters(sample).encode()) < _FAR_BYTES:
        return False
    details = pycld2.detect(sample.encode(), isPlainText=True, bestEffort=True)[2]
    codes = {code.partition("-")[0].lower() for _, code, percent, _ in details if percent}
    nearest, percent = details[0][1].partition("-")[0].lower(), details[0][2]
    akin = {declared, *_akin(declared), *(code for family in _FAMILIES if declared in family for code in family)}
    return percent >= _MIN_PERCENT and nearest != "un" and codes.isdisjoint(akin)


def _in_parts(scripts: Iterable[str]) -> set[str]:
    return set().union(*(_WRITTEN_WITH.get(script, {script}) for script in scripts))


def _least_bytes(found: str, declared: str) -> int:
    """How many bytes of letters must speak for one language before a label that names the other is overruled."""
    return _CLOSE_BYTES if declared in _akin(found) else _PLAIN_BYTES


def _one_family(left: str, right: str) -> bool:
    return any(left in family and right in family for family in _FAMILIES)
