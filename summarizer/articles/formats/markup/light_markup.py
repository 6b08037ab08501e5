"""Plain text and Markdown: struck-out words, notes and their marks, inline HTML and character references in them.

GitHub Flavored Markdown (strikethrough, footnotes), Pandoc's Markdown (`^2^`, `~2~`, `^[note]`), CriticMarkup, and the
text that word processors export, with comments under labels such as [a].
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from summarizer.articles.formats.markup.linked_notes import pull_linked
from summarizer.articles.formats.markup.meaning import overlaid
from summarizer.articles.formats.markup.note_marks import Notes, bracket_marks
from summarizer.articles.formats.markup.raised import Place, lowered, raised, raised_digits
from summarizer.articles.formats.markup.stand_ins import StandIns
from summarizer.articles.formats.markup.tree_text import would_join
from summarizer.articles.marks import apart
from summarizer.terms import ZoneKind

_SIGNS = re.compile("[~<&\\[^{《\u0305\u0334-\u0338\u20d2-\u20e5¹²³⁰⁴-⁹]")
"""One of these stands in all light markup: most texts hold none, and need not be searched for each kind."""
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[\^([^\[\]\s]{1,60})\]:[ \t]*(.*(?:\n(?:[ \t]{2,}\S.*|[ \t]*\n[ \t]{4,}\S.*)){0,40})", re.MULTILINE
)
_REFERENCE = re.compile(r"[ \t]?\[\^[^\[\]\s]{1,60}\]")
_INLINE_NOTE = re.compile(r"\^\[([^\[\]\n]{1,500})\]")
_LABELLED = re.compile(
    r"^[ \t]{0,3}(?:\[(\d{1,3}|[a-z]{1,2})\]:?|([¹²³⁰⁴-⁹]{1,3}))[ \t]{0,3}(\S.*)$"
    r"((?:\n(?![ \t]{0,3}[\[¹²³⁰⁴-⁹])[^\n]*\S[^\n]*){0,20})",
    re.MULTILINE,
)
_CLINGING = re.compile(
    r"(?<=[^\s\[\]])(?:\[(?:\d{1,3}|[a-z]{1,2})\](?![(:])|[¹²³⁰⁴-⁹]{1,3})|(?<=\[[a-z]\])\[[a-z]{1,2}\](?![(:])|(?<=\[\d\])\[\d{1,3}\](?![(:])"
)
_READING = re.compile(
    r"[|｜]([^|｜《》\n]{1,30})《[^《》\n]{1,40}》|(?<=[\u3005\u3400-\u4dbf\u4e00-\u9fff])()《[\u3041-\u309f\u30a0-\u30ff]{1,30}》"
    r"|\{([\u3005\u3400-\u4dbf\u4e00-\u9fff]{1,20})(?:\|[\u3041-\u309f\u30a0-\u30ff]{1,20}){1,20}\}"
)
_STRUCK_TAG = re.compile(r"<(del|s|strike)(?:\s[^<>]{0,300})?>((?:(?!</?\1\b)[\s\S]){0,5000}?)</\1\s{0,3}>", re.IGNORECASE)
_SCRIPT_TAG = re.compile(r"<(sup|sub)(?:\s[^<>]{0,300})?>((?:(?!</?\1\b)[^\n]){0,300}?)</\1\s{0,3}>", re.IGNORECASE)
_READING_TAG = re.compile(r"<(rt|rp|rtc)(?:\s[^<>]{0,300})?>([^<>\n]{0,200})</\1\s{0,3}>", re.IGNORECASE)
_INLINE_TAG = re.compile(
    r"</?(?:ins|mark|u|b|i|em|strong|small|big|span|font|ruby|rb|a|abbr|time|code|kbd|bdi|wbr)(?:\s[^<>]{0,1000})?/?>",
    re.IGNORECASE,
)
_BREAK_TAG = re.compile(r"[ \t]*<br\s{0,3}/?>[ \t]*\n?", re.IGNORECASE)
_TAG_LEFT = re.compile(r"<[^<>]{1,300}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_STRUCK_CODE = re.compile(r"\[(s|del|strike)\](?:(?=([^\[\]\n]{1,3000}))\2)\[/\1\]", re.IGNORECASE)
_STRUCK_ROLE = re.compile(r"\[\.?line-through\]#([^#\n]{1,3000})#")
_TRACKED = re.compile(
    r"\[([^\[\]]{0,3000})\]\{\.(comment-start|comment-end|deletion|insertion|paragraph-deletion|paragraph-insertion)\b[^{}\n]{0,300}\}"
)
_STRUCK = re.compile(r"(?<![~\\])~~(?=[^\s~])([^~\n]{1,3000}?)(?<=\S)~~(?!~)")
_STRUCK_ONCE = re.compile(r"(?<![\w~\\])~(?=[^\s~\d])([^~\n]{1,300}?)(?<=\S)~(?![\w~])|(?<![\w~\\])~(\d[^~\s]{0,20})~(?![\w~])")
_LOWERED = re.compile(r"(?<=[^\W_])~([^\s~]{1,6})~")
_RAISED = re.compile(r"(?<=[^\s^\\])\^([^\s^\[\]]{1,10})\^")
_CRITIC = re.compile(r"\{(--|\+\+|>>|~~|==)([^{}]{0,3000}?)(--|\+\+|<<|~~|==)\}")


@dataclass(slots=True)
class LightText:
    """A text with its light markup read.

    Attributes:
        notes: the words of its notes and comments, to stand below it.
        said: plain sentences on what was done.
    """

    text: str
    notes: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def with_notes(self) -> str:
        """The text with the notes set apart below it."""
        lines = [apart(line, ZoneKind.NOTE) for note in self.notes for line in note.split("\n") if line.strip()]
        return "\n".join([self.text.rstrip("\n"), *lines, ""]) if lines else self.text


def pull_notes(text: str) -> LightText:
    """Take notes on lines of their own out of a text: definitions ([^1]: …), and lines whose label clings to a word above."""
    linked = Notes()
    text = pull_linked(text, linked)
    light = LightText(text, notes=linked.bodies, said=list(linked.said()))
    if not _SIGNS.search(text):
        return light
    first: dict[str, int] = {}
    for mark in _CLINGING.finditer(text):
        first.setdefault(mark[0], mark.start())
    letters: set[str] = set()

    def defined(match: re.Match[str]) -> str:
        light.notes.append(" ".join(f"{match[1]}. {match[2]}".split()))
        return ""

    def labelled(match: re.Match[str]) -> str:
        label = f"[{match[1]}]" if match[1] else match[2]
        if first.get(label, len(text)) > match.start():
            return match[0]
        if match[1] and match[1].isalpha():
            letters.add(label)
        # A comment, under a letter, goes on in the lines below it, for comments stand at the end.
        goes_on = "" if label in letters else match[4]
        light.notes.append(match[0].removesuffix(goes_on).strip())
        return goes_on

    light.text = _DEFINITION.sub(defined, _LABELLED.sub(labelled, text))
    if letters:
        light.text = _CLINGING.sub(lambda match: "" if match[0] in letters else match[0], light.text)
        light.said.append(f"marks of comments or notes were left out of the running text: {', '.join(sorted(letters))}")
    return light


def read_light(light: LightText, *, is_markdown: bool) -> LightText:
    """Read what is struck out, raised, or written as a character reference in a text."""
    if not _SIGNS.search(light.text):
        return light
    signs, notes = StandIns(light.text), Notes()
    text, readings = _READING.subn(lambda match: match[1] or match[3] or "", light.text)
    text, struck = _struck(text, signs)
    text, entities = _without_tags(text, notes)
    text = _cut_all(_REFERENCE, text, notes)
    if is_markdown:
        light.notes.extend(match[1] for match in _INLINE_NOTE.finditer(text))
        text = _INLINE_NOTE.sub("", text)
        text = _RAISED.sub(lambda match: _read_script(match, match[1], notes, is_raised=True), text)
        text = _LOWERED.sub(lambda match: _read_script(match, match[1], notes, is_raised=False), text)
    text, marks = raised_digits(text)
    notes.marks.extend(marks)
    light.text = signs.settled(text)
    if struck:
        light.said.append(
            f"{struck} struck-out passages were set apart as withdrawn"
            if struck > 1
            else "1 struck-out passage was set apart as withdrawn"
        )
    if readings:
        light.said.append(f"{readings:,} readings were left out that stand behind characters")
    if entities:
        light.said.append(f"{entities} character references such as &nbsp; were read as the characters they stand for")
    light.said.extend(notes.said())
    return light


def _struck(text: str, signs: StandIns) -> tuple[str, int]:
    """The text with struck-out words wrapped, and how many passages there are."""
    total = 0
    text = _CRITIC.sub(lambda match: _criticised(match, signs), text)
    text = _TRACKED.sub(lambda match: _tracked(match, signs), text)
    for pattern in (_STRUCK_TAG, _STRUCK_CODE, _STRUCK_ROLE, _STRUCK, _STRUCK_ONCE):
        text, count = pattern.subn(lambda match: signs.wrapped(_TAG_LEFT.sub("", match[match.lastindex or 0])), text)
        total += count
    text, count = overlaid(text, signs.wrapped)
    return text, total + count


def _criticised(match: re.Match[str], signs: StandIns) -> str:
    """An edit in CriticMarkup as it reads when it is accepted; what it takes away is withdrawn, a comment is a note."""
    sign, words = match[1], match[2]
    if sign == "--":
        return signs.wrapped(words)
    if sign == "~~":
        old, _, new = words.partition("~>")
        return signs.wrapped(old) + new
    return apart(words, ZoneKind.NOTE) if sign == ">>" else words


def _tracked(match: re.Match[str], signs: StandIns) -> str:
    """A tracked change or comment as Pandoc writes it: bracketed words with their kind behind them."""
    words, kind = match[1], match[2]
    if kind == "deletion":
        return signs.wrapped(words)
    if kind == "comment-start":
        return apart(words, ZoneKind.NOTE) if words.strip() else ""
    return words


def _without_tags(text: str, notes: Notes) -> tuple[str, int]:
    if "<" in text:
        text = _SCRIPT_TAG.sub(lambda m: _read_script(m, _TAG_LEFT.sub("", m[2]), notes, is_raised=m[1].lower() == "sup"), text)
        if "</" in text or "<br" in text.lower():
            text = _INLINE_TAG.sub("", _BREAK_TAG.sub("\n", _READING_TAG.sub("", text)))
    found = sum(html.unescape(match[0]) != match[0] for match in _ENTITY.finditer(text))
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text), found


def _read_script(match: re.Match[str], content: str, notes: Notes, *, is_raised: bool) -> str:
    before, after = match.string[max(0, match.start() - 60) : match.start()], match.string[match.end() : match.end() + 20]
    place = Place(before.rpartition("\n")[2], after.partition("\n")[0])
    reading = (raised if is_raised else lowered)(content, place)
    if reading.is_mark:
        notes.marks.append((content, place.before))
        return " " if would_join(before, after) else ""
    if reading.is_doubtful:
        notes.powers.append((content, place.before))
    return reading.text


def _cut_all(pattern: re.Pattern[str], text: str, notes: Notes) -> str:
    def cut(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 60) : match.start()]
        notes.marks.append((match[0].strip(), before))
        return " " if would_join(before, text[match.end() : match.end() + 1]) else ""

    return pattern.sub(cut, text)


def cut_bracket_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without labels such as [1] that cling to a word, and what is to be said of it."""
    notes = Notes()
    if "[" not in text:
        return text, ()
    return bracket_marks(text, notes.marks), notes.said()
