"""The verbs that show an attribution, by how they present it and by what may follow them.

A frame is a set of letters: c a clause or quotation, n a noun phrase, t an infinitive, q a quotation only, w a quotation
or a clause with "that", r a recipient first ("told them"), o an object that the content speaks about ("accused them of").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.attributions.inflection import inflect


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: what kind of attribution it shows, its stance, its frame and its particles."""

    lemma: str
    kind: str
    stance: str
    frame: str
    particles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """An inflected form: "base", "s", "past", "participle" or "ing"; some forms are several at once."""

    verb: Verb
    shapes: frozenset[str]


# kind, stance, frame: lemmas. "a+for" is a verb that shows an attribution only with that particle.
_GROUPS = (
    (
        "speech",
        "neutral",
        "c",
        (
            "say proclaim complain fret bemoan specify clarify remark reply joke quip muse recount lament caution "
            "conclude comment opine chime sigh whisper shout yell scream exclaim declare reiterate concede retort "
            "testify tweet write recall note observe add explain argue assert boast brag chant fume "
            "charge maintain stress emphasize underscore contend insist acknowledge admit point+out confirm predict "
            "announce report disclose reveal mention state hint imply suggest "
            "speculate theorize theorise surmise posit attest affirm reaffirm emphasise stipulate "
            "confess concur counter interject marvel fire+back shoot+back hit+back chime+in "
            "make+clear make+it+clear make+the+case make+plain"
        ),
    ),
    (
        "speech",
        "neutral",
        "n",
        (
            "describe discuss outline detail cite reference blast criticize attack praise mock slam denounce "
            "condemn defend question tout echo highlight applaud dispute propose repeat invoke "
            "chastise ridicule thank welcome hail extol deride downplay scold rip grill illustrate depict "
            "portray lobby+for advocate lay+out spell+out bring+up sum+up single+out shrug+off brush+off brush+aside "
            "play+down bristle+at lambast decry bash express rebuke castigate berate excoriate admonish reprimand "
            "skewer lampoon "
            "impugn malign disparage belittle vilify demonize demonise commend laud salute congratulate criticise berate fault "
            "deplore expose heckle voice denigrate trumpet recite"
        ),
    ),
    (
        "speech",
        "neutral",
        "rct",
        "tell inform remind assure warn advise notify",
    ),
    (
        "speech",
        "neutral",
        "ct",
        "ask wonder offer respond agree answer apologize apologise vow pledge promise swear propose",
    ),
    (
        "speech",
        "neutral",
        "o",
        "call label brand dub describe liken compare refer+to characterize characterise deem pronounce",
    ),
    (
        "speech",
        "neutral",
        "n",
        (
            "call+for call+on talk+about speak+about speak+of refer+to point+to complain+about respond+to warn+about "
            "warn+of warn+against object+to react+to allude+to lash+out+at hit+back+at push+for ask+about ask+for "
            "agree+with disagree+with weigh+in+on comment+on argue+for argue+against talk+of boast+about brag+about "
            "touch+on testify+about apologize+for insist+on agree+to vote+for vote+against rail+against go+after joke+about "
            "write+about caution+against balk+at put+forth make+the+case+for make+the+case+against "
            "come+out+against come+out+for come+out+in+favor+of take+issue+with "
            "weigh+in+with chime+in+with fire+back+at shoot+back+at speak+out+against speak+out+about speculate+about "
            "apologise+for elaborate+on dwell+on expound+on hint+at inquire+about muse+about plead+for press+for "
            "protest+against "
            "quarrel+with reflect+on rant+about swear+by tweet+about wonder+about"
        ),
    ),
    (
        "order",
        "neutral",
        "rct",
        "urge encourage order demand instruct beg implore advise press recommend request",
    ),
    (
        "order",
        "neutral",
        "ct",
        "demand exhort threaten refuse decline",
    ),
    (
        "speech",
        "neutral",
        "q",
        (
            "read put+it sing go+on continue snap growl grumble mutter mumble murmur moan groan wail gush enthuse roar bellow "
            "cry sob thunder holler shriek blurt blurt+out cry+out "
            "shout+out call+out scoff sneer chuckle laugh smile grin deadpan jest tease taunt intone stammer gasp plead tout"
        ),
    ),
    (
        "speech",
        "neutral",
        "w",
        "rule fume figure",
    ),
    (
        "speech",
        "denial",
        "cn",
        "deny reject refute rebut dismiss disavow contradict repudiate",
    ),
    (
        "speech",
        "denial",
        "n",
        "push+back+on push+back+against",
    ),
    (
        "speech",
        "doubt",
        "ct",
        "claim allege purport profess",
    ),
    (
        "speech",
        "doubt",
        "o",
        "accuse",
    ),
    (
        "thought",
        "neutral",
        "ct",
        (
            "believe think know feel understand realize realise recognize recognise assume suspect doubt fear "
            "hope expect worry anticipate guess "
            "suppose imagine decide learn forget remember consider regard view see reckon dream"
        ),
    ),
    (
        "thought",
        "neutral",
        "ct",
        "want wish plan intend prefer love hate seek",
    ),
    (
        "attitude",
        "neutral",
        "n",
        (
            "support oppose endorse favor back admire despise trust resent blame credit appreciate "
            "care+about worry+about think+about hear+about know+about dream+of approve+of disapprove+of side+with "
            "believe+in look+for hope+for prioritize prioritise condone shun balk+at favour"
        ),
    ),
    (
        "evidence",
        "neutral",
        "cn",
        "show indicate suggest find reveal estimate document prove demonstrate reflect conclude determine",
    ),
)


def _verbs() -> Iterator[Verb]:
    for kind, stance, frame, lemmas in _GROUPS:
        for entry in lemmas.split():
            lemma, *particles = entry.split("+")
            yield Verb(lemma, kind, stance, frame, tuple(particles))


def _forms() -> dict[str, tuple[Form, ...]]:
    """Every inflected form and the verbs it can be, those with particles first."""
    table: dict[str, dict[Verb, set[str]]] = {}
    for verb in _verbs():
        for form, shape in inflect(verb.lemma):
            table.setdefault(form, {}).setdefault(verb, set()).add(shape)
    return {
        form: tuple(
            Form(verb, frozenset(shapes)) for verb, shapes in sorted(verbs.items(), key=lambda item: -len(item[0].particles))
        )
        for form, verbs in table.items()
    }


FORMS = _forms()
SHAPES: dict[str, frozenset[str]] = {
    form: frozenset().union(*(reading.shapes for reading in readings)) for form, readings in FORMS.items()
}
