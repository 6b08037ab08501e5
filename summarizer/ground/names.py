"""Names: whether a speaker is named in the article, and which names of a statement are not."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.ground.name_tokens import PARTICLES, TITLES, NameTokens, Token, is_alike, is_body, plain_letters
from summarizer.ground.ordinary import is_english, is_ordinary
from summarizer.ground.peoples import words_of_country
from summarizer.schema import Article
from summarizer.text import find_verbatim

_FUNCTION = frozenset(
    "a an the of and or for in on at by to from with as his her its their our my your who whom that which he she it they we i "
    "one some is was are were be been has had not no s".split()
)
_LINKS = frozenset({"the", "of", "and", "for"})
_SURNAMES_TOO = frozenset({"he", "she", "to", "my", "you", "so"})
"""Function words that are surnames where another capitalised word follows: "He Bo"."""
_NAME = re.compile(r"[^\W\d_][\w’'-]+")
_PART = re.compile(r"\w+")
_BEFORE_HEAD = re.compile(r"[.!?“\"'‘(]\s?")
_LONGEST_BEFORE = 2
_SHORT_WORD = 2
"""Words of so few letters ("of", "a", initials) say nothing about who is meant."""
_SHORT_NAME = 4
"""A name of capitals only, so long at most, may be another word in small letters: "IS", "WHO"."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0eff]")
_NOUNS_CAPITAL = frozenset({"de", "lb"})


# A speaker is asked for with each of his statements.
@functools.lru_cache(maxsize=512)
def is_named(article: Article, name: str) -> bool:
    """The name stands in the article, its title or its outlet as one name, not as words of several.

    Titles, initials and particles may differ. What is no name but a description ("the port authority") is held to its
    words: each of them stands somewhere.
    """
    tokens = _tokens(article)
    parts = list(_without_titles(NameTokens.of(name).tokens))
    if not parts:
        return _stands_as_title(article, name)
    if _UNSPACED.search(name):
        return all(find_verbatim(chunk, _whole_text(article)) for chunk in re.findall(r"\w+", name))
    links = [_is_function(token, after) for token, after in zip(parts, [*parts[1:], None], strict=True)]
    if all(links):
        return all(tokens.has(token.low) for token in parts)
    return all(_is_one_name(run, tokens, article.language) for run in _runs(parts, tokens))


def _is_function(token: Token, after: Token | None) -> bool:
    """The word only links others; "IS" and the "He" of "He Bo" do not."""
    if token.low not in _FUNCTION or (len(token.text) > 1 and token.text.isupper() and token.low not in _LINKS):
        return False
    is_surname = token.low in _SURNAMES_TOO and not token.is_small and after is not None and not after.is_small
    return not is_surname


def _without_titles(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens but for capitalised titles, each of which begins a name of its own."""
    begins = False
    for token in tokens:
        if token.low in TITLES and not token.is_small:
            begins = True
            continue
        yield replace(token, is_joined=False) if begins else token
        begins = False


def _stands_as_title(article: Article, name: str) -> bool:
    """Whoever is only called by a title ("Dr") is called so in the article."""
    return bool(name.strip()) and bool(find_verbatim(name, _whole_text(article)))


def _whole_text(article: Article) -> str:
    return "\n".join(filter(None, [article.text, article.title, article.outlet, article.author]))


@functools.lru_cache(maxsize=64)
def _tokens(article: Article) -> NameTokens:
    return NameTokens.of(_whole_text(article))


def _runs(parts: Sequence[Token], tokens: NameTokens) -> Iterator[list[Token]]:
    """The pieces that must each stand together: names whole, every other word alone."""
    run: list[Token] = []
    for token, after in zip(parts, [*parts[1:], None], strict=True):
        is_particle = token.low in PARTICLES and (token.is_small or bool(run))
        links = _is_function(token, after) or (is_particle and after is not None and after.is_joined)
        is_name = not (token.is_small or links or is_particle) and tokens.is_name(token.low)
        if run and token.is_joined and is_particle:
            continue
        if run and (not is_name or not token.is_joined):
            yield run
            run = []
        if is_name:
            run.append(token)
        elif not links:
            yield [token]
    if run:
        yield run


def _is_one_name(run: Sequence[Token], tokens: NameTokens, language: str | None) -> bool:
    words = [token.low for token in run]
    inflects = not is_english(language)
    if len(words) == 1:
        return _stands_alone(run[0], tokens, inflects=inflects)
    short = [word for i, word in enumerate(words) if len(word) > 1 or i in {0, len(words) - 1}]
    if any(tokens.holds(w, inflects=inflects, loosely=language in _NOUNS_CAPITAL) for w in (words, short)):
        return True
    if any(tokens.is_small_too(word) for word in words) and tokens.holds_in_any_order(words):
        return True
    if is_body(words) and tokens.holds_in_any_order(words, of_body=True):
        return True
    pairs = ([word, words[-1]] for word in words[:-1])
    return len(words) > len("ab") and all(tokens.holds(pair, inflects=inflects) for pair in pairs)


def _stands_alone(token: Token, tokens: NameTokens, *, inflects: bool) -> bool:
    if token.is_small and len(token.low) <= _SHORT_WORD and not token.low.isdecimal():
        return True
    if token.text.isupper() and 1 < len(token.text) <= _SHORT_NAME:
        return tokens.has_capitals(token.text)
    return tokens.has(token.low) or (inflects and any(is_alike(token.low, word) for word in tokens.capital))


def foreign_names(article: Article, statement: str) -> tuple[str, ...]:
    """Names in the statement that stand nowhere in the article: the model's own knowledge, or a slip.

    A capitalised word is taken for a name, but at the head of a sentence only if it is no ordinary word.
    """
    known = _tokens(article)
    found: list[str] = []
    heads: list[str] = []
    for match in _NAME.finditer(statement):
        parts = [] if match.group().islower() else [p for p in _PART.findall(match.group()) if _may_be_foreign(p, known)]
        if not parts:
            heads = []
            continue
        if not _is_at_head(statement, match.start()):
            found.extend([*heads, *parts])
            heads = []
            continue
        ordinary = not is_english(article.language) or all(is_ordinary(part, known.capital) for part in parts)
        heads = parts if ordinary else []
        found.extend([] if ordinary else parts)
    return tuple(dict.fromkeys(found))


def _is_at_head(statement: str, place: int) -> bool:
    """A sentence or a quotation begins at the place."""
    before = statement[max(0, place - _LONGEST_BEFORE) : place]
    return not before or _BEFORE_HEAD.fullmatch(before[-1:]) is not None or _BEFORE_HEAD.fullmatch(before) is not None


def _may_be_foreign(part: str, known: NameTokens) -> bool:
    """A capitalised word that the article does not have; two letters are a name only in mixed case ("Xi")."""
    long_enough = len(part) > _SHORT_WORD or (len(part) == _SHORT_WORD and part[1].islower())
    if not (long_enough and part[0].isupper()):
        return False
    low = plain_letters(part)
    return not known.has(low) and low not in _NO_NAME and not _is_of_named_country(low, known)


def _is_of_named_country(low: str, known: NameTokens) -> bool:
    """The article names the country of the people, or the people of the country."""
    return any(word in known.capital or (word.isupper() and known.has_capitals(word)) for word in words_of_country(low))


_MONTHS = frozenset(
    itertools.chain.from_iterable(
        (f"{day:%B}".lower(), f"{day:%b}".lower()) for day in (dt.date(2000, m, 1) for m in range(1, 13))
    )
)
_NO_NAME = _MONTHS | TITLES | _FUNCTION
