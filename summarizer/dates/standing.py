"""Whether an ordinal stands for a day of the month ("on the 5th.") or counts the noun after it ("on the 5th floor")."""

from __future__ import annotations

from summarizer.dates.words import GAP

_FUNCTION_WORDS = (
    "a|an|the|and|or|but|nor|so|yet|in|on|at|by|to|from|for|with|without|near|outside|inside|over|during|after|before|until|till|since"
    "|when|while|where|which|who|that|as|because|if|than|then|there|last|next|he|she|it|they|we|I|you|his|her|their|its|our|my|this|these"
    "|is|was|were|are|will|would|has|had|have|can|could|may|might|should|must|did|does|saw|brought|came|went|also|again"
)
# What may follow a word that no noun goes on with: the end, a mark, a word of grammar, or a past tense.
STANDS_ALONE = (
    r"(?=[^\S\n]{0,2}(?:[.,;:!?)\]\"'\u2019\u201d\u2013\u2014\n]|$)"
    rf"|{GAP}(?:(?:{_FUNCTION_WORDS})\b|[a-z]{{2,15}}ed\b))"
)
