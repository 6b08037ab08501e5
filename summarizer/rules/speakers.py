"""Who speaks: one name for each speaker of an article, and through whom the words came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.answers import SpeakerAnswer
from summarizer.attributions import AttributionSpan
from summarizer.ground.names import is_named
from summarizer.rules.pronouns import Mention, antecedent, stands_for
from summarizer.schema import Article

PRONOUNS = frozenset("he she it they we i you who which this that these those one".split())
_NOBODY = frozenset({"who", "which", "i", "we"})
"""A relative that takes up nobody; and the writer, whose words are the article's own."""
_REACH = 1200
"""A pronoun means a speaker named within so many characters before it; farther back it is left open."""
_TOLD = re.compile(
    r"\s+(?:the\s+)?(?:[a-z]+\s+){0,3}?(?P<outlet>Reuters|Bloomberg|Xinhua|Interfax|Tass|TASS|Anadolu(?: Agency)?|"
    r"Al[- ]Jazeera|"
    r"Al[- ]Arabiya|Associated Press|The Associated Press|(?!MPs|UN\b|EU\b|NATO|US\b|UK\b|TV\b)[A-Z]{3,5}|"
    r"(?:[A-Z][\w.]*\s+){0,4}(?:News|Agency|Times|Post|Journal|Television|TV|Radio|Press|Guardian|Telegraph|Tribune|Herald|Wire|"
    r"Gazette|Observer|Ledger|Courier|Chronicle))\b(?!\s+[a-z]*\s*(?:is|are|was|were|has|had)\b)"
)
_FULL_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+")
_DATELINE = re.compile(
    r"\A[^\n]{0,80}?\((?P<name>Reuters|AFP|AP|dpa|DPA|Xinhua|Bloomberg|Interfax|TASS|ANSA|EFE|SANA|UPI|IANS|PTI)\)"
)
_DESCRIBED = re.compile(
    r"^(?:an?|the|one|another|its|his|her|their|our|(?:\S+\s){0,2}\S+[’']s)\s(?:.*\s)?[a-z][\w’'-]*$", re.IGNORECASE
)
_OF_ANOTHER = frozenset("by of for from to at in with on about and".split())
"""What such a word joins to a name is not the one named: "a spokesman for Anna Lee"."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s|\n")
_CALLED = re.compile(r"\b(?:himself|herself|themselves|itself) (?:only )?as (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)$")
_TITLE_WORDS = 3
_LEAD = re.compile(
    r"^(?:(?:but|and|while|meanwhile|however|published|both(?=\s+(?:the|an?|his|her|its|their|our)\s)|the)\s+)+(?=[A-Z])",
    re.IGNORECASE,
)


@dataclass
class Speakers:
    """The speakers of one article, numbered as they come."""

    article: Article
    known: dict[str, SpeakerAnswer] = field(default_factory=dict)
    last: Mention | None = None
    rival: Mention | None = None
    _by_last_word: dict[str, list[str]] = field(default_factory=dict)

    def id_of(self, span: AttributionSpan) -> str | None:
        """The speaker's id; None where the text leaves him out or a pronoun means nobody near."""
        if not span.source:
            return None
        start, end = span.source[0]
        written = " ".join(self.article.text[start:end].split())
        pronoun = written.lower() in PRONOUNS
        name = self._pronoun(written, start) if pronoun else self._full(_name(written))
        if name.lower() in _NOBODY or not is_named(self.article, name):
            return None
        if name.lower() not in PRONOUNS:
            self._remember((start, end), name, None if pronoun else written)
        return self._numbered(name, _role(written, name), _via(self.article.text, span))

    def _pronoun(self, written: str, start: int) -> str:
        """The last speaker, if the pronoun agrees with him and nobody else comes in between; else the pronoun itself."""
        text = self.article.text
        if written.lower() in ("who", "which"):
            before = antecedent(text, start)
            return written if before is None else self._full(_name(before))
        if self.last is None or not 0 <= start - self.last.end < _REACH or self._is_doubtful():
            return written
        return self.last.name if stands_for(text, self.last, written, start) else written

    def _remember(self, place: tuple[int, int], name: str, written: str | None) -> None:
        """Keep who spoke last, and who spoke before him."""
        if self.last is not None and self.last.name != name:
            self.rival = self.last
        if written is None and self.last is not None and self.last.name == name:
            written = self.last.written
        self.last = Mention(*place, name, written or name)

    def _is_doubtful(self) -> bool:
        """True if two speakers stand in the sentence in which the last one does: a pronoun may mean either."""
        if self.last is None or self.rival is None or self.rival.end > self.last.end:
            return False
        return _SENTENCE_END.search(self.article.text, self.rival.end, self.last.end) is None

    def _full(self, name: str) -> str:
        """The longest name given before that ends in this one: "Webber" after "Lucas Webber"."""
        wanted = name.lower().removeprefix("the ").split()
        for given in self._by_last_word.get(wanted[-1], ()) if wanted else ():
            words = given.lower().split()
            longer = wanted and name[:1].isupper() and len(wanted) < len(words) and words[-len(wanted) :] == wanted
            if longer and not _OF_ANOTHER.intersection(words[: -len(wanted)]):
                return given
        return name

    def _numbered(self, name: str, role: str | None, via: Sequence[str]) -> str:
        key = f"{name}\x1f{via}"
        if key not in self.known:
            answer = SpeakerAnswer(id=f"p{len(self.known) + 1}", name=name, role=role, via=list(via))
            self.known[key] = answer
            self._by_last_word.setdefault(" ".join(name.lower().split()).rpartition(" ")[2], []).append(name)
        return self.known[key].id


def _name(written: str) -> str:
    """The name in the source, without what is said about it beside a comma."""
    called = _CALLED.search(written)
    if called is not None:
        return called["name"]
    parts = [part.strip(" ;:-–—") for part in re.split(r",| – ", written)]
    if _DESCRIBED.match(parts[0]):
        parts = [part for part in parts[1:] if _FULL_NAME.fullmatch(part)] + parts
    return _LEAD.sub("", parts[0]) or written


def _role(written: str, name: str) -> str | None:
    """What stands behind the comma after the name."""
    rest = written.partition(f"{name},")[2].strip(" ,")
    return rest or None


def _via(text: str, span: AttributionSpan) -> list[str]:
    """The outlet that was told: "told Reuters"."""
    for start, end in span.cue:
        if re.search(r"\b(?:told|tells|telling)\b", text[start:end], re.IGNORECASE):
            match = _TOLD.match(text, end)
            if match:
                return [match["outlet"]]
    return []


def main_source(article: Article) -> str | None:
    """The agency in the dateline: "KABUL (Reuters) -"."""
    match = _DATELINE.match(article.text.lstrip()[:400]) or _dateline_below_title(article.text)
    return match["name"] if match else None


def _dateline_below_title(text: str) -> re.Match[str] | None:
    lines = [line for line in text.split("\n", 8)[:8] if line.strip()]
    return next((m for line in lines[:_TITLE_WORDS] if (m := _DATELINE.match(line))), None)
