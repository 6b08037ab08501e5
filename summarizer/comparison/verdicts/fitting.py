"""Does the model's verdict fit what code knows? Where it does not, code has the last word and says why."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.answers import WeighedAnswer
from summarizer.comparison.alone.tallies import CLOCK
from summarizer.comparison.checks.candidates import Candidate
from summarizer.comparison.checks.figures import SAME_MEASURE, apart, measures_alike
from summarizer.comparison.checks.pairs import SAME_SPEAKER
from summarizer.comparison.checks.quoted import NEGATIONS, NUMBERS, differing, is_drift
from summarizer.comparison.checks.wording import runs_in
from summarizer.comparison.meeting.similar import speaker_likeness
from summarizer.comparison.meeting.table import Row
from summarizer.dates import find_dates
from summarizer.schema import Article, Attribution, Figure, Summary
from summarizer.terms import Cause, FindingKind, Verdict
from summarizer.text import find_verbatim
from summarizer.text import words as folded_words

SAME_MATTER = "whether both speak of the same matter"
THE_HOUR = "the hour of each count"
ORDER = re.compile(
    r"\b(?:r[io]sen?|rising|rais\w+|br(?:ing|ought)\w*|climb\w*|gr[eo]wn?|growing|increas\w+|fell|fallen|drop\w*|lowered|"
    r"reduced|(?:up|down) from|"
    r"later|earlier|before|after(?:wards?)?|since|then|now|initial\w*|(?:at )?first|previous\w*|preliminary|provisional|so far|"
    r"until|till|as of|updat\w+|revis\w+|correct\w*|amend\w+|further|more bodies|succumbed|died in (?:a |the )?hospital|"
    r"died (?:of|from) (?:\w+ )?(?:wounds|injuries)|had (?:said|put|been|reported)|(?:was|were) to|will|would|plan\w*|"
    r"expect\w*|due(?! to)|still|yet|already|no longer|again|more(?! than)|another|next|last|yesterday|today|tomorrow|hours?|"
    r"days?|weeks?|months?|years?|dawn|morning|noon|afternoon|dusk|evening|night|midnight|latest|final|ended|began|resumed|"
    r"search\w*|[ap]\.?m)\b",
    re.IGNORECASE,
)
"""Words that can show that one thing comes after another."""


@dataclass(frozen=True)
class Judged:
    """The model's verdict on two statements, with what code needs to weigh it.

    Attributes:
        figures: the two figures it is about, where it is about figures.
        conflicts: what code found that cannot hold on both sides, between these two statements.
    """

    answer: WeighedAnswer
    kind: FindingKind
    left: Row
    right: Row
    figures: tuple[Figure, Figure] | None
    conflicts: Sequence[Candidate]
    summaries: Sequence[Summary]

    @property
    def verdict(self) -> Verdict:
        """What the model says."""
        return Verdict(self.answer.verdict)

    @property
    def articles(self) -> tuple[Article, Article]:
        """Both articles."""
        return self.summaries[self.left.article].article, self.summaries[self.right.article].article

    @property
    def is_of_figures(self) -> bool:
        """Code found two figures that share no value."""
        return any(conflict.kind is FindingKind.QUANTITY for conflict in self.conflicts)


@dataclass(frozen=True)
class Overruled:
    """Another verdict than the model's, why, and what would settle it."""

    verdict: Verdict
    says: str
    settle: str | None = None
    cause: Cause | None = None


def overruled(judged: Judged) -> Overruled | None:
    """The verdict that code puts in place of the model's; None where the model's fits."""
    rules = _FITS.get(judged.verdict, ())
    return next((result for rule in rules if (result := rule(judged)) is not None), None)


def _figures_share_a_value(judged: Judged) -> Overruled | None:
    """No contradiction of figures whose intervals overlap, whoever tells them."""
    if judged.kind is not FindingKind.QUANTITY or judged.is_of_figures:
        return None
    asked = [judged.figures] if judged.figures and measures_alike(*judged.figures) >= SAME_MEASURE else None
    pairs = asked or [(a, b) for a in judged.left.figures for b in judged.right.figures]
    if not pairs or any(_is_open(a) or _is_open(b) or apart(a, b) is not False for a, b in pairs):
        return None
    a, b = pairs[0]
    says = f"“{a.figure}” and “{b.figure}” can both be right: the intervals they mean share values"
    return Overruled(Verdict.DIFFERS, says)


def _is_open(figure: Figure) -> bool:
    """Words in which code reads no number ("many", "a single one")."""
    return figure.vague or (figure.low is None and figure.high is None)


def _quotations(judged: Judged) -> tuple[Attribution, Attribution, str, str] | None:
    left, right = judged.left.attribution, judged.right.attribution
    if judged.kind is not FindingKind.QUOTATION or not (left and right and left.content and right.content):
        return None
    return left, right, left.content, right.content


def _words_run_in(judged: Judged) -> Overruled | None:
    """A quotation that is cut shorter is no other quotation."""
    quoted = _quotations(judged)
    if quoted is None or not runs_in(quoted[2], quoted[3]):
        return None
    return Overruled(Verdict.COMPATIBLE, "the shorter quotation stands word for word in the longer one", cause=Cause.WORDING)


def _words_drifted(judged: Judged) -> Overruled | None:
    """Another tense or form of the same words in a quotation is drift, and no other quotation."""
    quoted = _quotations(judged)
    if quoted is None or not is_drift(quoted[2], quoted[3]):
        return None
    return Overruled(Verdict.COMPATIBLE, drift_note(quoted[2], quoted[3]), cause=Cause.WORDING)


def drift_note(left: str, right: str) -> str:
    """How the two wordings of one quotation differ, where no number, name or negation does."""
    return f"the wording of the quotation drifts, in {differing(left, right)}; no number, name or negation changes"


def _one_day(judged: Judged) -> Overruled | None:
    """No contradiction between two names of one day."""
    left, right = judged.left.claim, judged.right.claim
    if judged.kind is not FindingKind.DATE or not (left.earliest and left.latest and left.when and right.when):
        return None
    if (left.earliest, left.latest) != (right.earliest, right.latest) or left.latest - left.earliest > dt.timedelta(days=1):
        return None
    if any(len(find_dates(c.statement, None)) > 1 or CLOCK.search(f"{c.when} {c.statement}") for c in (left, right)):
        return None
    return Overruled(Verdict.UNSURE, f"“{left.when}” and “{right.when}” are the same day, {left.earliest}", "the hour")


def _not_the_same_matter(judged: Judged) -> Overruled | None:
    """What is not surely about one matter is no contradiction."""
    if judged.answer.same == "yes":
        return None
    doubt = "may not" if judged.answer.same == "unclear" else "do not"
    return Overruled(Verdict.UNSURE, f"by the same reading both {doubt} speak of one matter", SAME_MATTER)


def _order_not_shown(judged: Judged) -> Overruled | None:
    """An update takes two times: words of the texts that show the order, or figures that hold at different times."""
    if _is_shown(judged, ORDER) or _hold_apart(judged):
        return None
    if judged.is_of_figures:
        return _without_order(judged)
    if not judged.conflicts and _is_shown(judged, None):
        return None
    return Overruled(Verdict.UNSURE, "nothing in the texts shows that one is later", THE_HOUR)


def _as_of_not_shown(judged: Judged) -> Overruled | None:
    """What is held to be compatible because each holds at its own time takes what an update takes."""
    return _order_not_shown(judged) if judged.is_of_figures and judged.answer.cause == "as_of" else None


def _without_order(judged: Judged) -> Overruled:
    """Two counts of one thing where the texts show no order: only a later and higher one may have risen."""
    says = "no number fits both, and nothing in the texts shows that one is later"
    if judged.answer.same != "yes" or (_later(judged.articles) and _rose(judged)):
        return Overruled(Verdict.UNSURE, says, THE_HOUR)
    return Overruled(Verdict.CONTRADICT, says)


def _rose(judged: Judged) -> bool:
    """The article published later has the higher figure."""
    if judged.figures is None:
        return True
    early, late = judged.figures
    first, second = judged.articles
    if first.published and second.published and first.published > second.published:
        early, late = late, early
    return early.high is not None and late.low is not None and early.high <= late.low


def _later(articles: tuple[Article, Article]) -> bool:
    """Both dates are known, and they are two days."""
    left, right = articles
    return left.published is not None and right.published is not None and left.published != right.published


def _is_shown(judged: Judged, telling: re.Pattern[str] | None) -> bool:
    """The words that the reading copied stand in one of the articles, and can tell what they are copied for."""
    copied = judged.answer.shown_by or ""
    standing = [(article, part) for article in judged.articles for part in _standing(copied, article.text)]
    if telling is None:
        return bool(standing)
    return any(article.language not in (None, "en") or _tells(part, telling, judged) for article, part in standing)


def _standing(copied: str, text: str) -> list[str]:
    """The copied words as far as they stand in the text: all, or after slips of the copyist the runs between the slips.

    A run counts that is no shorter than a third of the words (one slip in the middle leaves less than half) and than
    `_LEAST_RUN`. A slip in a number or a negation is none: then the copy tells of something else, and shows nothing.
    """
    if not copied or find_verbatim(copied, text):
        return [copied] if copied else []
    words = copied.split()
    if len(words) > _MOST_COPIED:
        return []
    runs: list[list[str]] = [[]]
    for word in words:
        longer = [*runs[-1], word]
        if find_verbatim(" ".join(longer), text):
            runs[-1] = longer
        elif find_verbatim(word, text):
            runs.append([word])
        elif _changes_sense(word):
            return []
        else:
            runs.append([])
    if any(_changes_sense(word) for run in runs if len(run) < _LEAST_RUN for word in run):
        return []
    return [" ".join(run) for run in runs if len(run) >= max(_LEAST_RUN, len(words) / 3)]


def _changes_sense(word: str) -> bool:
    parts = set(folded_words(word))
    return bool(parts & (NEGATIONS | NUMBERS)) or any(character.isdigit() for character in word)


_LEAST_RUN = 4
"""Words: what three words running have in common with a text may be chance."""
_MOST_COPIED = 60
"""Words: evidence is a few words; what is longer is looked up as a whole only."""


def _tells(words: str, telling: re.Pattern[str], judged: Judged) -> bool:
    return bool(telling.search(words) or CLOCK.search(words) or (find_dates(words, None) and not _hold_together(judged)))


def _hold_apart(judged: Judged) -> bool:
    """Both sides tell when they hold, and share no day."""
    return _share_a_day(judged) is False


def _hold_together(judged: Judged) -> bool:
    """Both sides tell when they hold, and share a day: to name it shows no order."""
    return _share_a_day(judged) is True


def _share_a_day(judged: Judged) -> bool | None:
    left, right = judged.figures or (judged.left.claim, judged.right.claim)
    if not (left.earliest and left.latest and right.earliest and right.latest):
        return None
    return left.earliest < right.latest and right.earliest < left.latest


def _scope_not_shown(judged: Judged) -> Overruled | None:
    """Another scope must be shown by the texts, where the same reading holds both for one matter and code for a conflict."""
    if not judged.conflicts or judged.answer.same == "no" or _is_shown(judged, None):
        return None
    return Overruled(Verdict.UNSURE, "nothing in the texts shows that they speak of different things", SAME_MATTER)


def _does_not_round(judged: Judged) -> Overruled | None:
    """Figures that share no value even when rounded are no rounding, nor other words.

    One source cannot have given both; of two counters the reading may know more than code, so it is left open.
    """
    held = judged.verdict is Verdict.DIFFERS or judged.answer.cause in ("rounding", "wording", None)
    if not judged.is_of_figures or not held or judged.answer.same == "no":
        return None
    says = "no number fits both figures, rounding included"
    if judged.answer.same == "yes" and judged.answer.cause == "rounding" and _one_source(judged):
        return Overruled(Verdict.CONTRADICT, says)
    return Overruled(Verdict.UNSURE, says, "whether both count the same")


def _one_source(judged: Judged) -> bool:
    """Both figures are credited to one speaker."""
    left, right = judged.left.attribution, judged.right.attribution
    return left is not None and right is not None and speaker_likeness(left.source, right.source) >= SAME_SPEAKER


_FITS: dict[Verdict, tuple[Callable[[Judged], Overruled | None], ...]] = {
    Verdict.CONTRADICT: (_figures_share_a_value, _words_run_in, _words_drifted, _one_day, _not_the_same_matter),
    Verdict.UPDATE: (_order_not_shown,),
    Verdict.SCOPE: (_scope_not_shown,),
    Verdict.COMPATIBLE: (_does_not_round, _as_of_not_shown),
    Verdict.DIFFERS: (_does_not_round, _words_drifted),
}


def cause_of(judged: Judged, verdict: Verdict) -> Cause | None:
    """Why the difference is none: as the model says, else the commonest of its verdict."""
    if verdict not in _USUAL:
        return None
    of_figures, of_else = _USUAL[verdict]
    given = Cause(judged.answer.cause) if judged.answer.cause else None
    return given or (of_figures if judged.kind is FindingKind.QUANTITY else of_else)


_USUAL = {
    Verdict.UPDATE: (Cause.AS_OF, Cause.AS_OF),
    Verdict.SCOPE: (Cause.COUNTED_WHAT, Cause.EVENT),
    Verdict.COMPATIBLE: (Cause.ROUNDING, Cause.WORDING),
}
