"""Whether a statement says the opposite of its sentences, or says of one person what they say of another."""

from __future__ import annotations

import re

from summarizer.answers import StatementAnswer
from summarizer.ground.evidence import Evidence
from summarizer.ground.turning import NEGATIONS
from summarizer.ground.voices import is_denied, words_of_lines
from summarizer.schema import Article

_WORD = re.compile(r"[^\W\d_]+")
_FULL_NAME = re.compile(r"(?!(?:The|An?|In|On|At|For|But|And|After|Before|When) )[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
_PLAIN = frozenset("not never no nobody nothing cannot n't".split())
_AS_GOOD_AS = re.compile(
    r"\b(?:un|in|im|il|ir|dis|non)[a-z]{3,}|less\b|\b(?:den(?:y|ie[ds]|ying)|den\w+|refus|reject|fail|lack|absen|stop|"
    r"prevent|avoid|ban|bar|block|halt|declin|ignor|miss|lost|los[et]|clos|end|cancel|postpon|dismiss|drop|withdr|withh|"
    r"rul|few|little|rare|hard|only|but|yet|still|too|instead|rather|far from|empty|free of|false|wrong|doubt|contrary|"
    r"stay|remain|keep|kept|wait|leave|left|quit|abandon|spared|innocent|acquit|unharm|safe|alone|dead|died|death)",
    re.IGNORECASE,
)
"""Words that say a negation in another way: "did not survive" is "died"."""


def is_turned_round(article: Article, given: StatementAnswer, evidence: Evidence) -> bool:
    """The decisive words are negated or denied and the statement is not at all, or it is where nothing it rests on is."""
    statement, cited = given.statement or "", " ".join(span.of(article.text) for span in evidence.cited)
    plainly = given.stance == "asserted" and not (_negates(statement) or _AS_GOOD_AS.search(statement))
    if _negates(evidence.anchor.of(article.text)) or (given.by is not None and is_denied(article, evidence.anchor)):
        return plainly
    return _says_plainly(statement) and not (_negates(cited) or _AS_GOOD_AS.search(cited))


def is_about_another(article: Article, statement: str, evidence: Evidence) -> bool:
    """It begins with a person's name that its paragraphs do not have, and passes over the one that its sentence begins with."""
    said, told = _FULL_NAME.match(statement), _FULL_NAME.match(evidence.sentence.of(article.text))
    if said is None or told is None:
        return False
    subject = _words(said.group())
    if any(subject & words_of_lines(article, span) for span in evidence.cited):
        return False
    return _words(told.group()).isdisjoint(_words(statement))


def _negates(text: str) -> bool:
    return not NEGATIONS.isdisjoint(_words(text))


def _says_plainly(text: str) -> bool:
    return not _PLAIN.isdisjoint(_words(text))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))
