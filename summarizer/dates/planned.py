"""The present tense of plans: "the council votes Thursday", "he faces trial on Monday", "on Sunday, voters head to the polls".

A report tells what happened in the past tense, so that a present one beside a date announces. A headline tells the past in
the present too; there it says nothing.
"""

from __future__ import annotations

import re

_SPACE = r"[^\S\n]+"
_BODY = (
    "parliament|senate|house|congress|council|committee|court|tribunal|jury|board|panel|assembly|cabinet|commission|government|country"
    "|nation|state|city|team|side|club|president|minister|king|queen|pope|bishop|leader|chief|mayor|governor|bank|company|group|union"
    "|bloc|alliance|party|opposition|league|man|woman|suspect|defendant|accused|teenager|boy|girl|[a-z]{2,12}er|[a-z]{2,12}ist"
)
_EVENT = (
    "trial|hearing|inquest|inquiry|case|summit|conference|tournament|festival|ceremony|session|campaign|show|tour|season|delegation"
    "|strike|election|vote|ceasefire|truce|convoy|train|ship|plane|flight|film|movie|series|book|album|match|game|final|interview"
    "|documentary|programme|episode|report|budget|ban|law|rule"
)
_ONE = rf"(?:{_BODY}|{_EVENT}|he|she|it|who|which|that|[A-Z][\w.'\u2019-]{{0,30}})"
_MANY = (
    "(?:MPs|they|we|who|people|police|men|women|talks|(?:law|policy)makers|[a-z]{2,14}(?:ors|ers|ies|ents|ists|ans|als|oys|ats)"
    "|[Tt]eams|[Ss]ides|[Mm]embers|[Cc]ountries|[Uu]nions|[Nn]ations|[A-Z][a-z]{2,14}s)"
)
_OBJECT = r"(?:trial|court|a|an|the|sentencing|parliament|lawmakers|judges|each|[A-Z]\w*)"
# "Faces trial for killing a guard on Sunday".
_NO_CHARGE = r"(?![^.;\n]{0,60}\bfor\b)"
_VERB_OF_ONE = (
    rf"(?:appears|continues)(?!{_SPACE}to\b)|meets|airs|travels|arrives|departs|sits|convenes|reconvenes|reopens|resumes|hosts|visits"
    r"|heads|returns|votes|decides|comes[^\S\n]out|goes[^\S\n]on[^\S\n](?:trial|sale|show)|walks[^\S\n]out"
    rf"|launches|celebrates|marks|elects|chooses|holds|unveils|plays|flies|leaves|hears|faces(?={_SPACE}{_OBJECT}\b{_NO_CHARGE})"
)
_VERB_OF_MANY = (
    rf"(?:appear|continue)(?!{_SPACE}to\b)|vote|meet|head|travel|return|gather|convene|reconvene|play|fly|leave|arrive|resume|reopen"
    r"|decide|choose|elect"
    r"|walk[^\S\n]out|go[^\S\n]on[^\S\n](?:trial|sale|show|strike)"
    rf"|face(?={_SPACE}{_OBJECT}\b{_NO_CHARGE})"
)
_PROGRESSIVE = (
    r"(?:is|are)[^\S\n]+(?:(?:meeting|voting|hearing|holding|travell?ing|visiting|hosting|flying|returning|heading|playing|appearing"
    r"|reopening|launching|celebrating|arriving)|being[^\S\n]+(?:held|played|staged|sworn|buried|launched|opened|released))"
)
_VERB = rf"(?:\b{_ONE}{_SPACE}(?:{_VERB_OF_ONE})|\b{_MANY}{_SPACE}(?:{_VERB_OF_MANY})|{_PROGRESSIVE})\b"
# What a date after these words tells is not the deed: "faces charges over the stabbing on Monday".
_PARTICIPLE = (
    "taken|given|driven|hidden|stolen|written|born|torn|worn|drawn|thrown|shown|known|seen"
    "|cut|shut|put|set|hurt|burnt|spread|cast"
)
_GROUND = rf"{_PARTICIPLE}|over|after|since|about|against|from|following|that|who|which|whose|where|when|amid|despite|but"
_REST = rf"(?:{_SPACE}(?!(?:{_GROUND})\b)[\w'\u2019-]{{1,30}}){{0,5}}"

_BEFORE = re.compile(rf"(?P<verb>{_VERB}){_REST}{_SPACE}$")
_AFTER = re.compile(rf",?{_SPACE}(?:[Tt]he{_SPACE})?(?:(?!(?:{_GROUND})\b)[\w'\u2019-]{{1,30}}{_SPACE}){{0,2}}{_VERB}")
_SUBJECT = re.compile(r"(?:[^\S\n]morning|[^\S\n]afternoon|[^\S\n]evening|[^\S\n]night)?[^\S\n](?:marks|is)\b")
# "Shows Sunday's blast": the day of the blast.
_POSSESSIVE = re.compile("['\u2019]s\\b")
_LONGEST_HEADLINE = 400
_ENDS_SENTENCE = (".", "!", "?", ".”", '."', ".’", ".)", "?”", '?"', ":")


def announced(text: str, before: str, end: int, *, opens: bool) -> int | None:
    """Where the present verb ends whose plan the date that ends at `end` is the time of; None if there is none.

    Args:
        text: The whole text.
        before: The part of its sentence before the date, which the result counts in; 0 for a verb after the date.
        end: One past the date's last code point.
        opens: Whether the date opens its clause, so that the verb follows.
    """
    if not _is_prose(text, end):
        return None
    if opens:
        return 0 if _AFTER.match(text, end) or _SUBJECT.match(text, end) else None
    told = None if _POSSESSIVE.match(text, end) else _BEFORE.search(before)
    return told.end("verb") if told else None


def _is_prose(text: str, end: int) -> bool:
    """The line ends as a sentence does, as a headline does not; a line too long for a headline is prose."""
    line, *more = text[end : end + _LONGEST_HEADLINE].split("\n", 1)
    return (not more and end + _LONGEST_HEADLINE < len(text)) or line.rstrip().endswith(_ENDS_SENTENCE)
