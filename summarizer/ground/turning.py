"""Words that turn the meaning of what stands beside them: denial, doubt, condition, and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.attributions.inflection import inflect
from summarizer.attributions.verbs import FORMS

NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor nowhere without hardly scarcely barely cannot cant dont doesnt didnt isnt "
    "arent wasnt werent hasnt havent hadnt wont wouldnt couldnt shouldnt mustnt neednt aint t n't".split()
)
"""The letter "t" is what stands behind the apostrophe of "didn't"."""
_VERBS = (
    "deny refute rebut reject dismiss dispute disavow contradict repudiate disprove debunk discredit retract recant "
    "fabricate invent fake falsify lie mislead doubt question challenge contest "
    "allege claim purport profess suspect rumour rumor speculate accuse "
    "believe think fear hope expect assume guess suppose imagine reckon presume pretend dream wish "
    "seem appear threaten fail refuse forget verify corroborate confirm prove substantiate "
    "say tell insist maintain assert contend argue state declare announce warn vow promise swear testify count tally joke jest"
)
_IRREGULAR = (
    "withdrawn lying lain lied told said thought swore sworn forgot forgotten misled denial denials retraction puts "
    "pretence pretense"
)
_JUDGEMENTS = (
    "false falsely falsehood falsehoods untrue untruth untruths lie lies wrong wrongly incorrect incorrectly inaccurate "
    "inaccurately mistaken mistakenly mistake error erroneous erroneously misleading misreported misquoted misunderstood fake "
    "hoax bogus myth myths fiction fictional fictitious nonsense rubbish rumour rumours rumor rumors baseless unfounded "
    "groundless unsubstantiated unsupported unproven unverified unconfirmed uncorroborated implausible impossible exaggerated "
    "overstated understated invention fabrication forgery forged propaganda disinformation misinformation satire parody "
    "contrary opposite far instead lack lacks lacked lacking unable absent unless "
    "correction corrections corrected apologised apologized apologise apologize apology amended revised actual actually "
    "true truth correct really dubious questionable disputed contested"
)
_DOUBTS = (
    "may might could would should perhaps maybe possibly probably presumably conceivably likely unlikely apparently seemingly "
    "allegedly alleged reportedly supposedly supposed ostensibly purportedly purported unclear unknown uncertain "
    "hypothetical hypothetically potential potentially almost nearly reported reports reporting reportage according per "
    "account accounts version versions allegation allegations accusation accusations claimed suspicion belief "
    "whether evidence proof"
)
_CONDITIONS = "if unless whether provided providing assuming supposing suppose lest imagine otherwise"
_POINTING = (
    "it this that these those such so which either neither claim claims charge charges allegation allegations accusation "
    "accusations account accounts report reports story stories version versions rumour rumours rumor rumors statement "
    "statements figure figures toll number numbers count counts suggestion suggestions idea assertion assertions news "
    "description descriptions contention them they both all either"
)
_SPEECH_LETTERS = frozenset("cw")
_NO_TURN = frozenset(
    "note notes noted recall recalls recalled record write writing written read state states report sigh "
    "detail details chimed rule rules ruled add observe mention offer shout".split()
)
"""Forms that are as often nouns, or that tell no more than that somebody spoke at another time."""


def _inflected() -> Iterator[str]:
    for lemma in _VERBS.split():
        yield from (form for form, _ in inflect(lemma))


def _spoken() -> Iterator[str]:
    """The inflected forms of the verbs of saying; the bare form is too often a noun."""
    for word, forms in FORMS.items():
        for form in forms:
            if form.verb.kind == "speech" and _SPEECH_LETTERS & set(form.verb.frame) and form.shapes - {"base"}:
                yield word


CONDITIONS = frozenset(_CONDITIONS.split())
OPENING_CONDITIONS = CONDITIONS | {"were", "had", "should"}
"""At the head of a clause: "Were the dam to burst", "Had they fired"."""
DENIALS_AND_SPEECH = (
    frozenset(_inflected()) | frozenset(_spoken()) | frozenset(f"{_IRREGULAR} {_JUDGEMENTS} {_DOUBTS}".split())
) - _NO_TURN
POINTING = frozenset(_POINTING.split())
TURNING = NEGATIONS | DENIALS_AND_SPEECH | CONDITIONS
TURNING_PHRASE = re.compile(
    r"\b(?:made[- ]up(?!\s+of)|mak(?:es?|ing)\s+up(?!\s+of)|rul(?:e|es|ed|ing)\s+out|short\s+of|anything\s+but|so-called|"
    r"in\s+theory|on\s+paper|at\s+odds|other\s+way|yet\s+to|remains?\s+to\s+be|out\s+of\s+the\s+question)\b",
    re.IGNORECASE,
)
"""What turns a meaning in more words than one."""

TAKEN_BACK = frozenset(
    "withdrawn withdrew retracted recanted corrected apologised apologized denied denies deny denying rejected rejects refuted "
    "dismissed disputed false untrue fake hoax lie lied".split()
)
"""What makes a statement void, told before it: "The army has withdrawn its claim; the bridge, it had said, was mined"."""
