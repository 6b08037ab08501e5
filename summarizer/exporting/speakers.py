"""Who speaks under which names. Names are put together only where that is sure; what is no name is nobody in particular."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.comparison.origins.credits import forms, letters_of, same_source
from summarizer.schema import Attribution, Summary

_LINKS = frozenset("of the for and de la le du des di del della da dos van von der den al el bin ibn".split())
"""Words within a name that begin with a small letter."""
_LEADING = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_TITLES = re.compile(
    r"\A(?:(?:Gen(?:eral)?|Mr|Mrs|Ms|Dr|Prof|Capt(?:ain)?|Col(?:onel)?|Lt|Sgt|Sir|President|Minister)\b\.?\s+)+(?=\S+\s+\S)"
)
"""Before a name of at least two words: of one word nobody can tell whose it is without its title."""
_DESCRIBING = re.compile(r"\A(?:ex-|(?:former|senior|some|several|many|two|three|unnamed|member)\b)", re.IGNORECASE)
"""Begins words that say what somebody is, with a capital where a sentence begins."""
_LONGEST_NAME = 6


@dataclass(frozen=True)
class Speaker:
    """One who is named as speaking.

    Attributes:
        name: as most articles write it; spellings: all ways, in the order of the report.
        said: what the articles attribute to the speaker, with their ids.
    """

    name: str
    spellings: tuple[str, ...]
    said: tuple[tuple[str, Attribution], ...]


def without_article(source: str) -> str:
    """The words without "the" or "a" before them."""
    return _LEADING.sub("", source.strip())


def is_name(words: str, text: str) -> bool:
    """All words begin with a capital, and a single one also where no sentence begins; scripts without capitals: none."""
    parts = [part for part in words.split() if part not in _LINKS]
    if not 0 < len(parts) <= _LONGEST_NAME or _DESCRIBING.match(words):
        return False
    if not all(part[0].isupper() or part[0] == "(" for part in parts):
        return False
    return len(parts) > 1 or re.search(rf"(?<=[\w,;] ){re.escape(parts[0])}\b", text) is not None


def speakers_of(summaries: Sequence[Summary]) -> tuple[Speaker, ...]:
    """Those who are named as speaking, in the order of the report.

    Names are one speaker if they are alike but for filler words and titles ("Gen. Jo Lind", "Jo Lind"), if one is the
    other's initials and no other's ("WSJ"), or if one is the family name of a single person named in full in the same
    article.
    """
    found = list(_named(summaries))
    keys = _keys(found)
    said: dict[str, list[tuple[str, str, Attribution]]] = defaultdict(list)
    for article_id, name, one in found:
        said[keys[article_id, name]].append((article_id, name, one))
    return tuple(_speaker(all_said) for all_said in said.values())


def _speaker(found: Sequence[tuple[str, str, Attribution]]) -> Speaker:
    names = Counter(name for _, name, _ in found)
    full = max(names, key=lambda name: (min(len(name.split()), 2), names[name], -list(names).index(name)))
    return Speaker(full, tuple(names), tuple((article_id, one) for article_id, _, one in found))


def _named(summaries: Iterable[Summary]) -> Iterator[tuple[str, str, Attribution]]:
    for summary in summaries:
        for one in summary.attributions:
            name = " ".join(without_article(one.source).split())
            if is_name(name, summary.article.text):
                yield summary.article.article_id, name, one


def _keys(found: Sequence[tuple[str, str, Attribution]]) -> Mapping[tuple[str, str], str]:
    """For each name in an article what it has in common with the speaker's other names."""
    by_form: dict[str, str] = {}
    plain: dict[str, str] = {}
    for name in dict.fromkeys(name for _, name, _ in found):
        alike = sorted(forms(_TITLES.sub("", name))) or [name]
        known = next((by_form[form] for form in alike if form in by_form), name)
        plain[name] = known
        for form in alike:
            by_form.setdefault(form, known)
    short = _initials(plain, by_form)
    family = _family_names(found)
    return {
        (article_id, name): short.get(plain[full], plain[full])
        for article_id, name, _ in found
        for full in [family.get((article_id, name), name)]
    }


def _initials(plain: Mapping[str, str], by_form: Mapping[str, str]) -> dict[str, str]:
    """For each name that is the initials of one other, that one; initials of several stay their own."""
    longer: dict[str, set[str]] = defaultdict(set)
    for name, key in plain.items():
        other = by_form.get(letters_of(name))
        if other is not None and other != key and same_source(other, name):
            longer[other].add(key)
    return {short: next(iter(keys)) for short, keys in longer.items() if len(keys) == 1}


def _family_names(found: Iterable[tuple[str, str, Attribution]]) -> dict[tuple[str, str], str]:
    """For each single word in an article that ends one full name there, that name."""
    ends: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article_id, name, _ in found:
        words = name.split()
        if len(words) > 1:
            ends[article_id, words[-1]].add(name)
    return {key: next(iter(full)) for key, full in ends.items() if len(full) == 1}
