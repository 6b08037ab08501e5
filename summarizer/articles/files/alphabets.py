"""Letters that a language does not write, and marks where no spelling has them: what a wrong charset makes of right letters.

The letters are those of the languages' own words and of the names that their newspapers print.
"""

from __future__ import annotations

import re
import unicodedata

_WESTERN = frozenset("àáâäåæçèéêëíîïñóôöøùúûüœßìò")
_LETTERS = {
    "en": "àáâäåæçèéêëíîïñóôöøúüß", "de": "äöüßéèáàêëçñøåîôâ", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúüªºïöç",
    "pt": "áàâãçéêíóôõúü", "it": "àèéìíîòóùúü", "nl": "äëïöüéèêáíóúàçñ",
    "sv": "åäöéàüø", "da": "æøåéöäü", "no": "æøåéòôóêöäü", "nn": "æøåéòôóêöäü",
    "fi": "äöåšžé", "is": "áðéíóúýþæö", "ga": "áéíóú", "ca": "àçèéíïòóúü", "gl": "áéíñóúü", "eu": "ñüç", "pl": "ąćęłńóśźżéüöä",
    "cs": "áčďéěíňóřšťúůýžöüä", "sk": "áäčďéíĺľňóôŕšťúýžöü", "hu": "áéíóöőúüűä", "ro": "ăâîșțşţéö",
    "tr": "çğıöşüâîûİ", "sl": "čšžćđéö",
    "hr": "čćđšžéö", "bs": "čćđšž", "sr": "čćđšž", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äöõüšž", "sq": "çë",
    "az": "çəğıöşüİ", "ku": "çêîşû",
}  # fmt: skip
_CYRILLIC = {
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ", "sr": "абвгдђежзијклљмнњопрстћуфхцчџш", "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
}  # fmt: skip
_AFTER_LETTER = re.compile(
    r"[^\W\d_][‚„¸´¨¯¹]|(?<![^\W\d_])[^\W\d_]{3,60}[²³]|[^\W\d_]{2}[ªº]|[^\W\d_][¿¡£¥¤§¶±µ¬¦×÷†‡‰™ˆ˜ƒ][^\W\d_]"
)
_APART = re.compile(
    r"(?<![\w.])[ñìïùûæœøåäöüßëç](?![\w.])|[ˆ˜˙˛˝ˇ˘\u2500-\u259f\u2200-\u22ff]|[¿¡](?=[a-z]{1,3}(?![\w!?]))|[^\d\s(–][½¼¾]|[½¼¾](?=[^\W\d])"
)
_ASTRAY = re.compile(r"¤ ?(?=\d)|(?<=\d) ?¤|¦(?=\w)|£(?=[aeiouyáéíóú])|[^\W\d_][‰‘](?!\w)")
_DASHED = re.compile(r"(?<=[a-zà-ÿ])[–—•](?=[a-zà-ÿ’])|(?<=[a-z])[–—](?=[\s,.]|$)|(?<=[a-z] )…(?= [a-z])")
_INNER_MARK = re.compile(r"(?<=[a-zà-ÿ])’(?=[a-zà-ÿ])")
_ENDING_MARK = re.compile(r"(?<=[a-rt-z])’(?!\w)")
_WRITTEN_IN = {
    "cp1252": "en de fr es pt it nl sv da no is fi et".split(),
    "mac_roman": "en de fr es pt it nl sv da no".split(),
    "cp850": "en de fr es pt it nl sv da no".split(),
    "cp1250": "pl cs sk hu ro hr sl sq".split(),
    "iso8859_2": "pl cs sk hu ro hr sl sq".split(),
    "cp1254": ["tr"],
    "cp1257": "lt lv et".split(),
}
"""The languages whose names a charset has the letters for."""
_OF_NAMES = re.compile(r"(?<!\w)\w*[^\W\d_\x00-\x7f]\w*")
_LEVELS = {"zh": ("gb2312", 0xB0, 0xD8), "zh-Hant": ("big5", 0xA4, 0xC9), "ja": ("euc_jp", 0xB0, 0xD0)}
"""Lead bytes of the ideographs in common use: level 1 of GB 2312, of Big5 and of JIS X 0208."""
_PAIR = 2
_IDEOGRAPHS, _KANA, _SPACED = (
    re.compile("[\u4e00-\u9fff]"),
    re.compile("[\u3040-\u30ff]"),
    re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])"),
)
_MAX_SPACED, _MIN_KANA, _MIN_IDEOGRAPHS = 0.15, 0.15, 6
_MIN_OF_NAMES = 3
_THAI_CONSONANTS, _THAI_SIGNS, _THAI_OUT_OF_USE = (
    re.compile("[\u0e01-\u0e2e]"),
    re.compile("[\u0e30-\u0e3a\u0e40-\u0e4e]"),
    re.compile("[\u0e03\u0e05]"),
)
_LEAST_SIGNS = 5
"""For so many consonants there is at least one sign of a vowel or a tone."""
_NOT_GREEK = re.compile(r"[σ](?!\w)|[ΰΐ]|ς(?=\w)")
_NO_COMMA = re.compile(r"[^\W\d_][¬¦¤¨¯µ¶¸¹×÷]")
_NEVER_IN = {
    "ko": _IDEOGRAPHS,
    "el": _NOT_GREEK,
    **dict.fromkeys("ar fa ur ps ckb ug sd he iw yi".split(), _NO_COMMA),
}
_RARE_CAPITAL = re.compile(r"[ÈËÌÏÒÙÛÐÞÝÃÕ](?=[a-z])")
"""In English they begin no word and next to no name, while in other charsets they are common capitals."""
_ELIDING = frozenset({"en", "fr", "it", "ca", "ga", "nl", "uk", "pt", "oc", "mt"})
_NAMES_IN_A = re.compile(r"ã(?=[oeôs]|n[ao]?\b)|õ(?=e)", re.IGNORECASE)
_LIGATURE = re.compile(r"œ(?=[uio])", re.IGNORECASE)


def is_of_names(text: str, codec: str) -> bool:
    """What English has not in this reading are names that one language spells so, each with plain letters as well."""
    words = _OF_NAMES.findall(text)
    if sum(char >= "\x80" for word in words for char in word) < _MIN_OF_NAMES:
        return False
    if not all(any(char < "\x80" and char.isalpha() for char in word) for word in words):
        return False
    if _marks(text) or any(char >= "\x80" and char.isalpha() and _script(char) != "LATIN" for char in text):
        return False
    return any(not _foreign(text, frozenset(_LETTERS[language]), "LATIN") for language in _WRITTEN_IN.get(codec, _LETTERS))


def strays(text: str, language: str | None) -> int:
    """How many characters stand where a text in this language has none; for one in no known language, a Western one."""
    if language in _LEVELS:
        return _rare(text, language)
    if language == "th":
        return _not_thai(text)
    if (never := _NEVER_IN.get(language or "")) is not None:
        return len(never.findall(text))
    script = _CYRILLIC.get(language or "")
    if script is not None:
        return _foreign(text, frozenset(script), "CYRILLIC")
    plain = _LIGATURE.sub("o", _NAMES_IN_A.sub("a", text))
    own = frozenset(_LETTERS[language]) if language in _LETTERS else _WESTERN
    marks = _marks(text)
    if language == "en" or language not in _LETTERS:
        marks += len(_RARE_CAPITAL.findall(text))
    if "‘" not in text:
        marks += len(_ENDING_MARK.findall(text))
    if language is not None and language not in _ELIDING:
        marks += len(_INNER_MARK.findall(text))
    return marks + _foreign(plain, own, "LATIN")


def _marks(text: str) -> int:
    return (
        len(_AFTER_LETTER.findall(text)) + len(_APART.findall(text)) + len(_DASHED.findall(text)) + len(_ASTRAY.findall(text))
    )


def _not_thai(text: str) -> int:
    """All of a text with next to no vowels or tones, which Thai never is without, and letters out of use."""
    consonants, signs = len(_THAI_CONSONANTS.findall(text)), len(_THAI_SIGNS.findall(text))
    return consonants if _LEAST_SIGNS * signs < consonants else len(_THAI_OUT_OF_USE.findall(text))


def _rare(text: str, language: str) -> int:
    """How many ideographs are none of those in common use, beyond the tenth that a text may well have.

    Chinese puts no spaces between its words, and Japanese always has letters of its own beside the ideographs.
    """
    ideographs = _IDEOGRAPHS.findall(text)
    kana = len(_KANA.findall(text))
    if len(_SPACED.findall(text)) > _MAX_SPACED * len(ideographs):
        return len(ideographs)
    if language == "ja" and len(ideographs) >= _MIN_IDEOGRAPHS and kana < _MIN_KANA * (kana + len(ideographs)):
        return len(ideographs)
    codec, first, last = _LEVELS[language]
    codes = [char.encode(codec, "ignore") for char in ideographs]
    rare = sum(len(code) != _PAIR or not first <= code[0] < last for code in codes)
    return max(0, rare - len(ideographs) // 10)


def _foreign(text: str, own: frozenset[str], script: str) -> int:
    """Letters beyond ASCII of this script that are not among a language's own."""
    return sum(
        char >= "\x80" and char.isalpha() and char.lower() not in own and char not in own and _script(char) == script
        for char in text
    )


def _script(char: str) -> str:
    return unicodedata.name(char, "?").split()[0]
