"""Whom an article retells and credits, through whom its words came, and what its speakers are: only in the article's words.

A model that obeys what an article tells it would let any outlet count as a source and call anybody anything.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.answers import ArticleAnswer
from summarizer.ground.name_tokens import TITLES, NameTokens, Token
from summarizer.ground.names import is_named
from summarizer.ground.ordinary import is_english
from summarizer.schema import Article
from summarizer.text import Span, find_verbatim, words

_GENERIC = frozenset("the a an of for and news agency report reports newspaper press service wire by its".split())
"""Words of an outlet's name that say nothing of which one it is."""
_LINKS = frozenset("a an the of and or for in on at by to from with as his her its their who which that is was s".split())
_CAPITALS = re.compile(r"\b[A-Z][A-Z&]{1,5}\b")
_CAPITAL = re.compile(r"[A-Z]")
_LEAST_INITIALS = 2
_HEAD, _HEAD_CHARS = 3, 800
"""Paragraphs and characters: so near its beginning an article says whose report it retells."""
_LEAST_PARAGRAPH = 40
"""Characters of a paragraph; what is shorter is a heading or a menu."""
_BESIDE = 2
"""Ends of paragraphs up to that of the next one."""
_STOP = re.compile(r"(?<=[^.\s]{3}[.!?])[\"”’)]*\s+(?=\W*[A-Z])")
"""The end of a sentence, rather than of a title or an initial."""


def main_source(answers: Sequence[ArticleAnswer], article: Article) -> str | None:
    """The first report named that the article has words for and that is not its own outlet, which its dateline may name."""
    own = _plain(article.outlet)
    named = (a.main_source for a in answers if a.main_source and _plain(a.main_source) != own)
    return next((name for name in named if has_source(article, name) and not _is_in_passing(article, name)), None)


def credited(answers: Sequence[ArticleAnswer], article: Article) -> tuple[str, ...]:
    """All outlets and reports credited that the article names, each once."""
    return tuple(name for name in _all_credited(answers) if has_source(article, name))


def unfounded_sources(answers: Sequence[ArticleAnswer], article: Article) -> tuple[tuple[str, str], ...]:
    """The others, each with the kind of its claim: "main source" or "credit"."""
    retold = dict.fromkeys(a.main_source for a in answers if a.main_source and _plain(a.main_source) != _plain(article.outlet))
    claimed = [*(("main source", name) for name in retold), *(("credit", name) for name in _all_credited(answers))]
    return tuple(
        (kind, name)
        for kind, name in claimed
        if not has_source(article, name) or (kind == "main source" and _is_in_passing(article, name))
    )


@functools.lru_cache(maxsize=4096)
def has_source(article: Article, name: str) -> bool:
    """The text or the title names this outlet, agency or report: whole, without its filler words, or by its initials.

    The name of the article's own outlet and author credits nobody.
    """
    told = _without_masthead(article)
    if is_named(told, name):
        return True
    core = _core(name)
    return (core != name and is_named(told, core)) or _is_short(name, _whole(told))


# A speaker's role is asked for with each of his statements.
@functools.lru_cache(maxsize=256)
def has_role(article: Article, name: str, role: str) -> bool:
    """The article says of this speaker what the role says.

    Its names stand in the article as names. Its other words stand together in one sentence, and a word of the speaker's
    name in its paragraph or in one beside it. An article that is not English may put them apart.
    """
    told = _without_masthead(article)
    if not is_named(told, role):
        return False
    wanted, own = _descriptive(role), frozenset(_significant(name))
    if not wanted or not is_english(article.language):
        return True
    return _passages(told).hold(wanted, own)


def has_channel(article: Article, name: str, speaker: str, said: Span) -> bool:
    """The article names this outlet beside the words or the speaker: in the same paragraph or in one next to it."""
    told = _without_masthead(article)
    if not has_source(article, name):
        return False
    wanted, own = frozenset(_significant(name)), frozenset(_significant(speaker))
    passages = _passages(told)
    if not is_english(article.language) or not any(passages.places.get(word) for word in wanted):
        return True
    return passages.beside(wanted, own) or bool(wanted & _forms_at(article, _beside(article.text, said)))


def sure_name(article: Article, name: str) -> str:
    """The name without words before it that the article does not say of its bearer ("smuggler Anna Berg")."""
    first = _CAPITAL.search(name)
    told, bare = (name[: first.start()], name[first.start() :]) if first else ("", name)
    return bare if told.strip() and not has_role(article, bare, told) else name


@functools.lru_cache(maxsize=1024)
def _forms_at(article: Article, part: Span) -> frozenset[str]:
    return _forms(part.of(article.text))


def _beside(text: str, said: Span) -> Span:
    """The paragraph around a place, and those next to it."""
    start, end = said.start, said.end
    for _ in range(_BESIDE):
        start = max(0, text.rfind("\n", 0, _before_blank(text, start)))
        end = text.find("\n", end)
        if end < 0:
            return Span(start, len(text))
        end = _behind_blank(text, end)
    return Span(start, end)


def _before_blank(text: str, place: int) -> int:
    while place > 0 and text[place - 1].isspace():
        place -= 1
    return place


def _behind_blank(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _is_in_passing(article: Article, name: str) -> bool:
    """The article names the report once, and not where it would say that it retells it: at its head or at its foot."""
    text = article.text
    lines = [line for line in text.split("\n") if line.strip()]
    paragraphs = [line for line in lines if len(line) >= _LEAST_PARAGRAPH]
    head = "\n".join((paragraphs or lines)[:_HEAD])[:_HEAD_CHARS]
    ends = _without_masthead(article).model_copy(update={"text": "\n".join([head, *lines[-1:]])})
    core = _core(name)
    return len(find_verbatim(core, text)) == 1 and not has_source(ends, name)


def _core(name: str) -> str:
    return " ".join(word for word in name.split() if word.lower() not in _GENERIC) or name


def _all_credited(answers: Sequence[ArticleAnswer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for answer in answers for name in answer.credited if name.strip()))


@functools.lru_cache(maxsize=64)
def _without_masthead(article: Article) -> Article:
    return article.model_copy(update={"outlet": None, "author": None})


def _whole(article: Article) -> str:
    return f"{article.title or ''}\n{article.text}"


def _is_short(name: str, text: str) -> bool:
    """One is the other's initials: "Associated Press" for "AP", "UN" for "United Nations"."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    if len(initials) >= _LEAST_INITIALS and initials in _CAPITALS.findall(text):
        return True
    if not _CAPITALS.fullmatch(name):
        return False
    spelt = r"\s+(?:(?:of|for|the|and|de|la)\s+){0,2}".join(
        rf"{re.escape(letter)}[\w’'-]+" for letter in name if letter.isalpha()
    )
    return re.search(rf"\b{spelt}", text) is not None


def _descriptive(role: str) -> frozenset[str]:
    """The words of a role that are no names."""
    return frozenset(_form(t.low) for t in NameTokens.of(role).tokens if _describes(t))


def _describes(token: Token) -> bool:
    return token.low not in _LINKS and (token.is_small or token.low in TITLES)


def _significant(name: str) -> Iterator[str]:
    tokens = [token for token in NameTokens.of(name).tokens if token.low not in _LINKS]
    names = [token for token in tokens if not token.is_small and token.low not in TITLES]
    return (_form(token.low) for token in names or tokens)


def _form(low: str) -> str:
    return low.rstrip("s") or low


@dataclass(frozen=True)
class _Passages:
    """The sentences of an article and its title, each with its paragraph and those beside it.

    Attributes:
        places: the numbers of the sentences that have a word.
    """

    sentences: tuple[frozenset[str], ...]
    around: tuple[frozenset[str], ...]
    places: dict[str, list[int]]

    def hold(self, wanted: frozenset[str], any_of: frozenset[str]) -> bool:
        """One sentence has all the words, and what stands around it one of the others if there are any."""
        rarest = min((self.places.get(word, []) for word in wanted), key=len)
        return any(wanted <= self.sentences[n] and (not any_of or any_of & self.around[n]) for n in rarest)

    def beside(self, words_of_one: frozenset[str], words_of_other: frozenset[str]) -> bool:
        """A word of the one stands in a paragraph that has a word of the other, or beside such a paragraph."""
        return any(words_of_other & self.around[n] for word in words_of_one for n in self.places.get(word, ()))


@functools.lru_cache(maxsize=64)
def _passages(article: Article) -> _Passages:
    lines = [article.title or "", *(line for line in article.text.split("\n") if line.strip())]
    told = [[_forms(sentence) for sentence in _STOP.split(line)] for line in lines]
    whole = [frozenset(itertools.chain.from_iterable(sentences)) for sentences in told]
    sentences: list[frozenset[str]] = []
    around: list[frozenset[str]] = []
    places: dict[str, list[int]] = {}
    for number, line in enumerate(told):
        beside = frozenset(itertools.chain.from_iterable(whole[max(0, number - 1) : number + 2]))
        for words_of_one in line:
            for word in words_of_one:
                places.setdefault(word, []).append(len(sentences))
            sentences.append(words_of_one)
            around.append(beside)
    return _Passages(tuple(sentences), tuple(around), places)


def _forms(text: str) -> frozenset[str]:
    return frozenset(_form(token.low) for token in NameTokens.of(text).tokens)


def _plain(name: str | None) -> list[str]:
    return [word for word in words(name or "") if word != "the"]
