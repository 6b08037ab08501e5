"""What befell people, by the words for it: a number of dead is none of injured or rescued ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.schema import Article
from summarizer.text import Span

_FATES = {
    "killed": r"kill|dead|death|die[sd]?\b|dying|drown|fatal|toll|li(?:fe|ves)\b|bod(?:y|ies)|corpse|perish|martyr|massacr|"
    r"sla(?:in|y|ughter)|shot|gunn|execut|murder|behead|victim|casualt|succumb|lynch|crush|burn|remains|grave|bur(?:y|ied)|"
    r"funeral|mourn|lost|loss|losing|cost|claim|extinct|suicid|starv|stabb|wip|hang|electrocut|suffocat|poison|gassed",
    "injured": r"injur|wound|hurt|maim|hospital|casualt|victim|treat|condition|burn|shot|stabb|critical|serious|toll|surg|"
    r"fractur|broken|broke|bruis|poison|amputat|bleed|scald|concuss|scratch|cut",
    "rescued": r"rescu|sav(?:e|ed|ing)\b|pulled|surviv|pluck|safe|aliv|evacuat|picked|brought|ashore|free|recover|lift|taken",
}
_WORDS = {fate: re.compile(rf"\b(?:{words})", re.IGNORECASE) for fate, words in _FATES.items()}
_SURE = {
    "killed": re.compile(r"\b(?:killed|dead|deaths?|died|drowned)\b", re.IGNORECASE),
    "injured": re.compile(r"\b(?:injured|wounded|hurt)\b", re.IGNORECASE),
    "rescued": re.compile(r"\b(?:rescued?|rescuers?|saved|survived|survivors?)\b", re.IGNORECASE),
}


def other_fate(article: Article, said: str, cited: Sequence[Span]) -> str | None:
    """The fate that the words name where their sentences tell surely of others and have no word at all for this one."""
    text = " ".join(span.of(article.text) for span in cited)
    told = [fate for fate, words in _SURE.items() if words.search(text)]
    if not told:
        return None
    named = [fate for fate, words in _SURE.items() if words.search(said)]
    return next((fate for fate in named if fate not in told and not _WORDS[fate].search(text)), None)
