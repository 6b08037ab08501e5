"""What raised or lowered characters mean: a power, an ordinal, cents, part of a fraction, or the mark of a note.

It is decided by the characters around them, so that the same holds for HTML, Markdown and plain text. A raised figure
behind a figure is never joined to it: where nothing speaks for a power, it is taken for the mark of a note.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from summarizer.articles.formats.markup.tree_text import would_join

_UP = str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
_DOWN = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
FROM_UP = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾", "0123456789+-()")
_LABEL = r"(?:\d{1,3}|[ivxIVX]{1,5}|[^\W\d_])"
_MARK = re.compile(
    rf"[\[(]?(?:{_LABEL}|(?:\d{{1,3}}\s?[,;–-]\s?){{1,12}}\d{{1,3}})[\])]|(?:\d{{1,3}}\s?[,;–-]\s?){{1,12}}\d{{1,3}}"
    r"|[\[(][^\[\]()]{1,40}[\])]|[*†‡§¶#‖⁂※]{1,4}\)?|\d{1,3}[,;]|(?:note|nb|fn|n)\s?\d{1,2}|[＊*※注註]\s?\d{1,2}|i{2,3}|i?[vx]i{1,3}|i[vx]|(?:\[[^\[\]]{1,12}\]){2,8}"
)
_NUMBER = re.compile(r"\d{1,3}")
_SIGNED = re.compile(r"\d{0,3}[+\-−–]|[+\-−–]\d{1,3}")
_WORD = re.compile(r"[^\W\d_]{1,40}$")
_POWER_WORDS = frozenset(
    "m km cm mm dm nm µm μm hm ft in mi yd s sec mc kg м км см мм дм с ft² x y z r n c R X Y Z χ σ π e E".split()
)
_CHEMISTRY = frozenset("CO NO SO log ln PM H O N C B T".split())
_TIMES_TEN = re.compile(r"[×x·∙⋅*]\s?10$")
_TEN = re.compile(r"(?<![\d.,'’\u00a0\u202f])(?<!\d )10$")
_TWO = re.compile(r"(?<![\d.,'’\u00a0\u202f])(?<!\d )2$")
_POWERS_OF_TWO = frozenset("8 10 16 20 24 30 31 32 40 50 53 63 64 128 256 512".split())
_CURRENCY = r"[$€£¥₹₽₩₺₴₦₱฿₫₪]"
_PRICE_BEFORE = re.compile(rf"(?:{_CURRENCY}|\b(?:EUR|USD|GBP|CHF|Fr\.?|kr\.?|Rs\.?|R))\s?\d[\d ,.'’]{{0,12}}$")
_PRICE_AFTER = re.compile(rf"\s?(?:{_CURRENCY}|(?:EUR|CHF|kr|zł|Kč|Ft|lei|лв|грн|руб)\b)")
_POINT_PRICE = re.compile(r"(?:[$£¥₹₪]|GBP|USD|CHF|Fr\.?)\s?[\d,'’ ]{1,13}$")
_HOUR = re.compile(r"(?<![\d.,:])(?:[01]?\d|2[0-4])$")
_CLOCK_AFTER = re.compile(r"\s?(?:Uhr|h|heures?|hrs?|uur|час|год)\b")
_FRACTION_AFTER = re.compile(r"\s?[/⁄∕]\s?[\d₀-₉]")
_FRACTION_BEFORE = re.compile(r"\d\s?[/⁄∕]\s?$")
_ORDINALS = frozenset("st nd rd th er re ère ere ème eme ième ieme nde nd ter te ste os as ers res es мый ый ой й я го".split())
_ROMAN = re.compile(r"(?<![^\W\d_])[IVXLCM]{1,8}$")
_LETTER_ORDINALS = {
    "es": "aor", "pt": "ao", "it": "ao", "gl": "ao", "ca": "aornt", "fr": "eo", "nl": "e", "ru": "йяе", "uk": "йяа",
}  # fmt: skip
_SIGNS = {"tm": "™", "sm": "℠", "r": "®", "®": "®", "™": "™", "©": "©"}
_ISOTOPE = re.compile(
    r"(?:H|He|Li|Be|B|C|N|O|Na|P|S|Cl|K|Ca|Co|Kr|Sr|Y|Zr|Mo|Tc|Ru|Sb|Te|I|Xe|Cs|Ba|Ir|Po|Rn|Ra|Th|U|Np|Pu|Am|Cm)(?![^\W\d_])"
)
_LONG = 12
_SHORT = 2
_INDEX = 3
_CENTS = 2
_GOES_ON = frozenset("⁄/⁺⁻⁼ⁿ")
_BETWEEN_MARKS = frozenset(",;–-")
HIGH_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED_DIGITS = re.compile(r"⁽?[⁰¹²³⁴-⁹]{1,4}(?:[,⁻–-][⁰¹²³⁴-⁹]{1,4}){0,8}⁾?")


@dataclass(frozen=True, slots=True)
class Reading:
    """How raised or lowered characters are to be read.

    Attributes:
        text: what stands for them in the running text; empty for the mark of a note.
        is_mark: they are the mark of a note.
        is_doubtful: the other reading was possible too.
    """

    text: str
    is_mark: bool = False
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where raised or lowered characters stand.

    Attributes:
        before, after: the characters of the same paragraph around them.
        is_link: they are a link to a place in the same page, or are said to be the reference of a note.
        labels: labels of notes in the page that nothing else refers to.
        languages: those the page declares or reads as, as ISO 639-1 codes.
    """

    before: str
    after: str
    is_link: bool = False
    labels: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()


_NOTE = Reading("", is_mark=True)
_DOUBTFUL_NOTE = Reading("", is_mark=True, is_doubtful=True)


def raised(content: str, place: Place) -> Reading:
    """What raised characters mean where they stand."""
    content = content.strip().translate(FROM_UP)
    if not content or content in _BETWEEN_MARKS or place.is_link or _MARK.fullmatch(content):
        return _NOTE if content and content not in _BETWEEN_MARKS else Reading("")
    if _NUMBER.fullmatch(content):
        return _raised_number(content, place)
    if _SIGNED.fullmatch(content):
        return Reading(_set_high(content) if any(map(str.isdigit, content)) or _WORD.search(place.before) else content)
    if content.isalpha():
        return _raised_letters(content, place)
    return Reading(_spaced(content, place))


def _raised_number(content: str, place: Place) -> Reading:
    before, after = place.before, place.after
    if _FRACTION_AFTER.match(after):
        return Reading((" " if before[-1:].isdigit() else "") + content)
    if joined := _price_or_time(content, place):
        return Reading(joined + content)
    known = content in place.labels
    if _is_isotope(content, place) or _TIMES_TEN.search(before):
        return Reading(_set_high(content))
    if _TEN.search(before) or (_TWO.search(before) and content in _POWERS_OF_TWO):
        return _DOUBTFUL_NOTE if known else Reading(_set_high(content), is_doubtful=len(content) == 1)
    word = _WORD.search(before)
    if word and word[0] in _POWER_WORDS and content in ("2", "3", "4", "6") and not known:
        return Reading(_set_high(content))
    return _NOTE


def _price_or_time(content: str, place: Place) -> str | None:
    """The sign that stands for the raising of two digits behind a price or an hour; None if it is neither."""
    if len(content) != _CENTS or not place.before[-1:].isdigit():
        return None
    if _HOUR.search(place.before) and content < "60" and _CLOCK_AFTER.match(place.after):
        return ":"
    if _PRICE_BEFORE.search(place.before) or _PRICE_AFTER.match(place.after):
        return "." if _POINT_PRICE.search(place.before) else ","
    return None


def _is_isotope(content: str, place: Place) -> bool:
    """A mass number before the sign of its element, at the start of a word."""
    return len(content) > 1 and not place.before[-1:].isalnum() and bool(_ISOTOPE.match(place.after))


def _raised_letters(content: str, place: Place) -> Reading:
    before, small = place.before, content.casefold()
    if small in _SIGNS and (small != "r" or len(_word_before(before)) > _SHORT):
        return Reading(_SIGNS[small])
    is_roman = _ROMAN.search(before) and (small in _ORDINALS or len(small) == 1)
    if before[-1:].isdigit() or is_roman:
        return _behind_number(content, small, place)
    word = _word_before(before)
    if len(content) == 1 and (len(word) > _SHORT or not word) and not (word and place.after[:1].isalpha()):
        return _NOTE
    if word and len(word) <= _SHORT:
        return Reading({"o": "º", "a": "ª", "n": "ⁿ" if len(word) == 1 and word not in "Nn" else "n"}.get(content, content))
    return Reading(_spaced(content, place))


def _behind_number(content: str, small: str, place: Place) -> Reading:
    if small in _ORDINALS:
        return Reading(content)
    if small == "o" and place.after[:1] in ("C", "F"):
        return Reading("°")
    if len(small) > 1:
        return Reading(_spaced(content, place))
    fits = any(small in _LETTER_ORDINALS.get(language, "") for language in place.languages or ("fr",))
    if content in place.labels or not (fits or small in "oºª" or _ROMAN.search(place.before)):
        return _NOTE
    return Reading({"o": "º", "a": "ª"}.get(small, content))


def lowered(content: str, place: Place) -> Reading:
    """What lowered characters mean where they stand."""
    content = content.strip()
    if not content or place.is_link or (_MARK.fullmatch(content) and not content.isalnum()):
        return _NOTE if content else Reading("")
    before, word = place.before, _word_before(place.before)
    if _FRACTION_BEFORE.search(before):
        return Reading(content)
    if not _NUMBER.fullmatch(content):
        return Reading(content if len(content) <= _INDEX and word else _spaced(content, place))
    if joined := _price_or_time(content, place):
        return Reading(joined + content)
    if word and len(word) > _SHORT and word not in _CHEMISTRY and not re.search(r"[A-Z][a-z]?$", word):
        return _NOTE
    return Reading(_set_low(content))


def raised_digits(text: str, place: Place | None = None) -> tuple[str, list[tuple[str, str]]]:
    """A text without those of its raised digits that are marks of notes, and each of these with the words before it."""
    marks: list[tuple[str, str]] = []
    labels = place.labels if place else frozenset()

    def kept(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 30) : match.start()] or (place.before if place else "")
        after = text[match.end() : match.end() + 10] or (place.after if place else "")
        if not before.strip() or before.endswith("\n") or before[-1] in "⁻⁄/" or after[:1] in _GOES_ON:
            return match[0]
        if (
            not raised(match[0].translate(FROM_UP), Place(before, after, labels=labels)).is_mark
            or _word_before(before) in _CHEMISTRY
        ):
            return match[0]
        marks.append((match[0].translate(FROM_UP), before))
        return " " if would_join(before, after) else ""

    return RAISED_DIGITS.sub(kept, text), marks


def _set_high(content: str) -> str:
    return _plain_digits(content).translate(_UP)


def _set_low(content: str) -> str:
    return _plain_digits(content).translate(_DOWN)


def _plain_digits(content: str) -> str:
    """Digits of any script as 0 to 9: only these have raised and lowered forms."""
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in content)


def _word_before(before: str) -> str:
    found = _WORD.search(before)
    return found[0] if found else ""


def _spaced(content: str, place: Place) -> str:
    """The characters with a space where they would run into a letter or digit beside them."""
    left = " " if place.before[-1:].isalnum() and content[:1].isalnum() else ""
    right = " " if place.after[:1].isalnum() and content[-1:].isalnum() and len(content) > _LONG else ""
    return left + content + right
