"""What adding an article to a finished story costs, and what it finds that a comparison of the whole would find.

    python benchmarks/adding.py [--articles 5 20 60] [--added 1] [--stories 5] [--rules]

Stories are generated: outlets tell facts of one running story, each in one of several wordings, with counts, places, causes
and denials that differ here and there. A stand-in for the model knows which statement answers which question and how. It
proposes every pair of its table that answers one question differently, at most thirty of them, as a model is asked to, and
weighs every pair by what it knows. The last articles are added to the story of the others, then the whole is compared at
once. With `--rules` nobody judges but code, on the toll story of `growth.py`.

Printed for each size, as means over the stories: calls of the added articles beside their extraction; of the planted
differences between an added article and one before, the share of which a table of the addition shows both sides (`shown`),
the share told as a contradiction, by a finding that holds both sides, after the addition and in the whole; findings before
that keep id, verdict and first two sides, after both; contradictions whose two sides answer two questions (`false`), or
that lay side by side the same two answers as another one (`told again`), after both.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from growth import story as tolls

from summarizer.answers import (
    ArticleAnswer,
    FigureAnswer,
    ProposalAnswer,
    ProposalsAnswer,
    StatementAnswer,
    WeighedAnswer,
    WeighingAnswer,
)
from summarizer.comparison import Comparison, Judge, compare
from summarizer.ground import ground, number_sentences
from summarizer.schema import Article, Finding, Summary
from summarizer.terms import Verdict

TOWNS = "Torvik Halbro Sandvig Ostmark Lundby Varnes Ekeby Norrick Fjelde Brandal Kvamme Rosvik Elvdal Sundby Harstad".split()
WHAT = "bridge mill tunnel ferry depot chapel market tower harbour school".split()
SYLLABLES = "ba del fin gor hal jen kor lum mar nis pol rem sun tor vel".split()
CAUSES = ("a gas leak", "a bomb", "a short circuit", "arson", "a lightning strike")
WHO = ("the army", "the rebels", "a militia", "the police", "smugglers")
COUNTS = (
    "{n} people were killed at the {name} {what} on {road} road in {town} on {day} March.",
    "Officials put the number of dead of {day} March at the {name} {what} on {road} road, {town}, at {n}.",
    "{n} bodies were counted in the ruins of the {name} {what}, near {road} road in {town}, after {day} March.",
    "Rescuers on {road} road said that {n} people had died at the {name} {what} of {town} on {day} March.",
    "The toll of {day} March at the {name} {what} in {town} stands at {n} killed, most of them on {road} road.",
)
BLAMED = (
    "The fire of {day} March at the {name} {what} on {road} road in {town} was caused by {cause}.",
    "Investigators say {cause} started the blaze that destroyed the {name} {what} of {town}, on {road} road, on {day} March.",
    "In {town}, {cause} was behind the fire of {day} March at the {name} {what} on {road} road, the mayor said.",
    "It was {cause} that on {day} March set the {name} {what} alight, which stands on {road} road near {town}.",
)
HELD = (
    "The {name} {what} on {road} road in {town} is held by {who} since {day} March.",
    "On {day} March {who} took control of the {name} {what} in {town}, on {road} road.",
    "Witnesses on {road} road saw {who} at the gates of the {name} {what} in {town}, which they run since {day} March.",
    "Since {day} March {who} have been in charge of the {name} {what}, on {road} road in {town}.",
)
FACTS_AN_ARTICLE = 22
DIFFERENT = 0.12
"""Share of the facts of an article that it tells otherwise than most."""
MOST_PROPOSALS = 30
CONTRADICTION = "contradict"


@dataclass(frozen=True)
class Fact:
    """One question: what it is about, its usual answer, and the ways to word one."""

    number: int
    place: dict[str, str]
    usual: str
    others: tuple[str, ...]
    wordings: tuple[str, ...]

    def told(self, answer: str, chance: random.Random) -> str:
        """A sentence that gives this answer."""
        told = chance.choice(self.wordings).format(**self.place, n=answer, cause=answer, who=answer)
        return told[:1].upper() + told[1:]


@dataclass
class Truth:
    """What the stand-in knows, and what it was asked.

    Attributes:
        answers: for each sentence its fact and its answer.
    """

    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    calls: int = 0
    tables: list[str] = field(default_factory=list)

    def of_line(self, line: str) -> tuple[int, str] | None:
        """The fact and the answer of a line of a table or of a pair."""
        return next((self.answers[cell] for cell in line.split(" | ") if cell in self.answers), None)


def facts(count: int, chance: random.Random) -> list[Fact]:
    """So many different questions, three about each place: its dead, what caused it, who holds it."""
    return [fact for number in range(0, count, 3) for fact in _facts(number, chance)]


def _facts(number: int, chance: random.Random) -> Iterator[Fact]:
    name, road = ("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
    day = str(1 + chance.randrange(28))
    place = {"name": name, "road": road, "day": day, "town": chance.choice(TOWNS), "what": chance.choice(WHAT)}
    low = 10 + chance.randrange(80)
    tolls_told = tuple(str(low + 7 * n) for n in range(4))
    for more, (wordings, answers) in enumerate(((COUNTS, tolls_told), (BLAMED, CAUSES), (HELD, WHO))):
        usual, *others = chance.sample(answers, len(answers))
        yield Fact(number + more, place, usual, tuple(others), wordings)


def summaries_of(articles: int, seed: int, truth: Truth) -> list[Summary]:
    """A story whose facts grow with the number of its articles."""
    chance = random.Random(seed * 1000 + articles)
    known = facts(max(40, 4 * articles), chance)
    return [_summary(number, chance.sample(known, FACTS_AN_ARTICLE), chance, truth) for number in range(articles)]


def _summary(number: int, told: Sequence[Fact], chance: random.Random, truth: Truth) -> Summary:
    sentences, statements = [], []
    for place, fact in enumerate(told, start=1):
        answer = chance.choice(fact.others) if chance.random() < DIFFERENT else fact.usual
        sentence = fact.told(answer, chance)
        truth.answers[sentence] = (fact.number, answer)
        figures = [FigureAnswer(figure=answer, measure="people killed", where=fact.place["town"])] if answer.isdigit() else []
        anchor = " ".join(sentence.split()[:5])
        statements.append(StatementAnswer(sents=[place], anchor=anchor, statement=sentence, figures=figures))
        sentences.append(sentence)
    text = "\n\n".join(sentences)
    article = Article(article_id=f"a{number:012x}", path=f"{number}.txt", outlet=f"Outlet {number}", text=text, language="en")
    return ground(number_sentences(article), [ArticleAnswer(statements=statements)])


def judge(truth: Truth) -> Judge:
    """Proposes and weighs by what it knows, and counts."""

    def reader(wanted: Callable[[dict[str, str], str], bool]) -> Callable[[dict[str, str], str], object]:
        async def propose(values: dict[str, str], _: str) -> ProposalsAnswer:
            truth.calls += 1
            truth.tables.append(values["table"])
            return ProposalsAnswer(proposals=list(_proposals(values, truth, wanted))[:MOST_PROPOSALS])

        return propose

    async def weigh(values: dict[str, str], _: str) -> WeighingAnswer:
        truth.calls += 1
        return WeighingAnswer(pairs=[_verdict(block, truth) for block in values["pairs"].split("\n\n")])

    def touches(values: dict[str, str], row: str) -> bool:
        return row.partition(".")[0] in values["added"].split(" and ")

    return Judge(reader(lambda *_: True), weigh, reader(touches))  # type: ignore[arg-type]


def _proposals(values: dict[str, str], truth: Truth, wanted: Callable[[dict[str, str], str], bool]) -> Iterator[ProposalAnswer]:
    """One proposal for each question that two articles answer differently; where it is known what, the wanted row first."""
    rows: dict[int, list[tuple[str, str]]] = {}
    for line in values["table"].splitlines():
        if (known := truth.of_line(line)) is not None:
            rows.setdefault(known[0], []).append((line.split(" | ")[0], known[1]))
    for fact, told in rows.items():
        pairs = [(a, b) for a in told for b in told if a[1] != b[1] and wanted(values, a[0])]
        if pairs:
            (left, _), (right, _) = pairs[0]
            others = [row for row, _ in told if row not in (left, right)][:4]
            kind = "quantity" if told[0][1].isdigit() else "fact"
            yield ProposalAnswer(question=f"What of fact {fact}?", left=left, right=right, others=others, kind=kind)


def _verdict(block: str, truth: Truth) -> WeighedAnswer:
    name = block.partition(".")[0]
    left, right = (truth.of_line(line) for line in re.findall(r"^- (.+)$", block, re.MULTILINE))
    given = {"id": name, "why": "They differ.", "same": "yes", "matter": "casualties"}
    if left is None or right is None or left[0] != right[0]:
        return WeighedAnswer.model_validate({**given, "same": "no", "verdict": "scope", "cause": "event"})
    verdict = "compatible" if left[1] == right[1] else CONTRADICTION
    return WeighedAnswer.model_validate({**given, "verdict": verdict})


@dataclass
class Sums:
    """What is counted over the stories of one size."""

    counts: dict[str, float] = field(default_factory=dict)

    def add(self, **counts: float) -> None:
        """Count."""
        for name, count in counts.items():
            self.counts[name] = self.counts.get(name, 0) + count

    def share(self, part: str, whole: str) -> str:
        """As a percentage, with the numbers."""
        a, b = self.counts.get(part, 0), self.counts.get(whole, 0)
        return f"{a / b:.1%} ({a:.0f} of {b:.0f})" if b else "-"


def measure(articles: int, added: int, seed: int, sums: Sums) -> None:
    """One story: with the last articles added, and as a whole."""
    truth = Truth()
    summaries = summaries_of(articles + added, seed, truth)
    before = asyncio.run(compare(summaries[:articles], judge(truth)))
    spent, tables = truth.calls, len(truth.tables)
    begun = time.process_time()
    after = asyncio.run(compare(summaries, judge(truth), [added]))
    seconds = time.process_time() - begun
    calls, shown = truth.calls - 2 * spent, truth.tables[tables * 2 :]
    whole = asyncio.run(compare(summaries, judge(truth)))
    planted = list(_planted(summaries, articles, truth))
    sums.add(
        stories=1,
        calls=calls,
        seconds=seconds,
        planted=len(planted),
        shown=sum(any(_shows(table, pair, truth) for table in shown) for pair in planted),
        told=sum(_tells(after, pair, truth) for pair in planted),
        told_whole=sum(_tells(whole, pair, truth) for pair in planted),
        before=len(before.findings),
        kept=sum(_kept(finding, after) for finding in before.findings),
        kept_whole=sum(_kept(finding, whole) for finding in before.findings),
        told_false=_false(after, truth),
        told_false_whole=_false(whole, truth),
        again=_again(after, truth),
        again_whole=_again(whole, truth),
        findings=len(after.findings),
        findings_whole=len(whole.findings),
    )


Planted = tuple[str, int, str]
"""An added article's sentence, its fact and its answer, where an article before gives another."""


def _planted(summaries: Sequence[Summary], since: int, truth: Truth) -> Iterator[Planted]:
    before = {truth.answers[c.statement] for one in summaries[:since] for c in one.claims}
    for summary in summaries[since:]:
        for claim in summary.claims:
            fact, answer = truth.answers[claim.statement]
            if any(other[0] == fact and other[1] != answer for other in before):
                yield claim.statement, fact, answer


def _shows(table: str, planted: Planted, truth: Truth) -> bool:
    known = [truth.of_line(line) for line in table.splitlines()]
    sentence, fact, answer = planted
    return sentence in table and any(one and one[0] == fact and one[1] != answer for one in known)


def _tells(made: Comparison, planted: Planted, truth: Truth) -> bool:
    """A contradiction holds the added sentence and one with another answer."""
    sentence, fact, answer = planted
    for finding in made.findings:
        told = {truth.answers.get(side.statement) for side in finding.sides}
        statements = {side.statement for side in finding.sides}
        other = any(one and one[0] == fact and one[1] != answer for one in told)
        if finding.verdict is Verdict.CONTRADICT and sentence in statements and other:
            return True
    return False


def _kept(finding: Finding, made: Comparison) -> bool:
    same = next((one for one in made.findings if one.finding_id == finding.finding_id), None)
    return same is not None and same.verdict is finding.verdict and _first_two(same) == _first_two(finding)


def _first_two(finding: Finding) -> list[str]:
    return [side.item_id for side in finding.sides[:2]]


def _false(made: Comparison, truth: Truth) -> int:
    """Contradictions whose first two sides answer two questions."""
    return sum(
        len({truth.answers[side.statement][0] for side in finding.sides[:2]}) > 1
        for finding in made.findings
        if finding.verdict is Verdict.CONTRADICT
    )


def _again(made: Comparison, truth: Truth) -> int:
    """Contradictions that lay side by side the same two answers to a question as another one."""
    told = [
        frozenset(truth.answers[side.statement] for side in finding.sides[:2])
        for finding in made.findings
        if finding.verdict is Verdict.CONTRADICT
    ]
    return len(told) - len(set(told))


def by_rules(articles: int, added: int, sums: Sums) -> None:
    """What code alone tells of a story of tolls, added to and as a whole: pairs of items that one finding holds."""
    summaries = tolls(articles + added)
    before = asyncio.run(compare(summaries[:articles], None))
    after, whole = (asyncio.run(compare(summaries, None, parts)) for parts in ([added], ()))
    ours, theirs = (set(_told(made.findings)) for made in (after, whole))
    sums.add(
        stories=1,
        before=len(before.findings),
        kept=sum(_kept(finding, after) for finding in before.findings),
        kept_whole=sum(_kept(finding, whole) for finding in before.findings),
        findings=len(after.findings),
        findings_whole=len(whole.findings),
        both=len(ours & theirs),
        ours=len(ours),
        theirs=len(theirs),
    )


def _told(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """Each item with the verdict of a finding that it is a side of."""
    return ((side.item_id, finding.verdict) for finding in findings for side in finding.sides)


def main() -> None:
    """Measure and print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[5, 20, 60])
    parser.add_argument("--added", type=int, default=1)
    parser.add_argument("--stories", type=int, default=5)
    parser.add_argument("--rules", action="store_true")
    args = parser.parse_args()
    for articles in args.articles:
        sums = Sums()
        for seed in range(1 if args.rules else args.stories):
            by_rules(articles, args.added, sums) if args.rules else measure(articles, args.added, seed, sums)
        print(f"{articles} + {args.added} articles: ", end="")
        share, counts = sums.share, sums.counts
        kept = share("kept", "before")
        print(f"findings before kept {kept}, whole {share('kept_whole', 'before')}, ", end="")
        print(f"{counts['findings']:.0f} after, {counts['findings_whole']:.0f} in the whole; ", end="")
        if args.rules:
            print(f"sides told in both {share('both', 'theirs')} of the whole, {share('both', 'ours')} of what is told after")
            continue
        print(
            f"{counts['calls'] / counts['stories']:.1f} calls, {counts['seconds'] / counts['stories']:.1f} s of CPU; "
            f"shown {share('shown', 'planted')}, told {share('told', 'planted')}, whole {share('told_whole', 'planted')}; "
            f"false {counts['told_false']:.0f} and {counts['told_false_whole']:.0f}, "
            f"told again {counts['again']:.0f} and {counts['again_whole']:.0f}"
        )


if __name__ == "__main__":
    main()
