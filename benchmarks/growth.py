"""How calls, tokens and the pairs of statements looked at grow with the number of articles.

    python benchmarks/growth.py [--articles 5 20 100] [--recall-rows 40] [--doubting]

Stories are generated: outlets tell the facts of one running story in their own words, with figures that differ here and
there. Extraction is by rules; a stand-in for the model counts the calls and the tokens (four characters each) of the
real comparison requests, proposes every two rows of its table that differ in nothing but the number, and calls every pair
it weighs a contradiction; with `--doubting` it is sure of none, so that all are weighed a second time as far as there is
room. So the calls of the comparison are counted at their worst. The last lines give the exponent of growth between the
first and the last story, and between the last two: 1.0 is linear.

Recall of meeting: with tables of `--recall-rows` rows the stories are cut into many; the share of the planted pairs
(one fact told with two figures) that still stand in one table tells how much the cut loses.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.answers import ProposalAnswer, ProposalsAnswer, SameWord, WeighedAnswer, WeighingAnswer
from summarizer.comparison import Judge, compare
from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.meeting.neighbours import Meeting
from summarizer.comparison.meeting.table import Row
from summarizer.ground import ground, number_sentences
from summarizer.rules import answer
from summarizer.schema import Article, Summary

PLACES = "Torvik Halbro Sandvig Ostmark Lund Varn Ekeby Norrick Fjelde Brandal Kvam Rosvik".split()
WHOM = "miners nurses sailors farmers soldiers pupils drivers clerks fishermen guards".split()
DONE = "killed injured rescued arrested evacuated".split()
FACTS_AN_ARTICLE = 18
CHARACTERS_A_TOKEN = 4
MOST_PROPOSALS = 40


@dataclass
class Spent:
    """What a comparison asked for."""

    calls: int = 0
    tokens: int = 0
    weighed: int = 0

    def add(self, values: dict[str, str]) -> None:
        """Count one request."""
        self.calls += 1
        self.tokens += len(json.dumps(values)) // CHARACTERS_A_TOKEN


def story(articles: int) -> list[Summary]:
    """A story whose facts grow with the number of its articles, as a running story's do."""
    chance = random.Random(articles)
    facts = [(place, whom, done, 10 + chance.randrange(80)) for place in PLACES for whom in WHOM for done in DONE]
    chance.shuffle(facts)
    known = facts[: max(30, 4 * articles)]
    return [_summary(n, chance.sample(known, FACTS_AN_ARTICLE), chance) for n in range(articles)]


def _summary(number: int, facts: Sequence[tuple[str, str, str, int]], chance: random.Random) -> Summary:
    sentences = []
    for place, whom, done, count in facts:
        # One in ten is told otherwise.
        told = count + 7 if chance.random() < 0.1 else count
        sentences.append(f"In {place}, {told} {whom} were {done} on 14 October 2024, officials said.")
    text = "\n\n".join(sentences)
    made = Article(article_id=f"a{number}", path=f"{number}.txt", outlet=f"Outlet {number}", text=text, language="en")
    numbered = number_sentences(made)
    return ground(numbered, [answer(numbered)])


def judge(spent: Spent, *, doubting: bool) -> Judge:
    """Counts what it is asked, proposes what differs in the number alone, and contradicts whatever it weighs."""

    async def propose(values: dict[str, str], _: str) -> ProposalsAnswer:
        spent.add(values)
        return ProposalsAnswer(proposals=list(_proposals(values["table"]))[:MOST_PROPOSALS])

    async def weigh(values: dict[str, str], _: str) -> WeighingAnswer:
        spent.add(values)
        ids = re.findall(r"^(p\d+)\. ", values["pairs"], re.MULTILINE)
        spent.weighed += len(ids)
        return WeighingAnswer(pairs=[_contradiction(name, doubting=doubting) for name in ids])

    return Judge(propose, weigh)


def _proposals(table: str) -> Iterator[ProposalAnswer]:
    """Rows of different articles whose statements differ in the number alone; one proposal a fact."""
    rows: dict[str, dict[str, str]] = {}
    for line in table.splitlines():
        row_id, statement = line.split(" | ")[:2]
        fact, told = re.sub(r"\d+ ", "", statement, count=1), re.search(r"\d+ ", statement)
        rows.setdefault(fact, {}).setdefault(told.group() if told else "", row_id)
    for fact, by_figure in rows.items():
        ids = list(by_figure.values())
        if len(ids) > 1:
            yield ProposalAnswer(question=f"How many: {fact}", left=ids[0], right=ids[1], others=ids[2:8], kind="quantity")


def _contradiction(name: str, *, doubting: bool) -> WeighedAnswer:
    same: SameWord = "unclear" if doubting else "yes"
    return WeighedAnswer(id=name, why="They differ.", same=same, verdict="contradict", matter="amount")


def measured(articles: int, recall_rows: int, *, doubting: bool) -> dict[str, float]:
    """Calls, tokens and pairs of one story, and the recall of meeting when it is cut small."""
    summaries, spent = story(articles), Spent()
    begun = time.process_time()
    made = asyncio.run(compare(summaries, judge(spent, doubting=doubting)))
    seconds = time.process_time() - begun
    whole = Story.of(summaries)
    looked_at = sum(1 for _ in whole.meeting.pairs())
    extraction = sum(len(s.article.text) // CHARACTERS_A_TOKEN for s in summaries)
    return {
        "articles": articles,
        "rows": len(whole.rows),
        "tables": made.meeting.tables,
        "questions": made.weighing.questions,
        "left_out": made.weighing.left_out,
        "weighed": spent.weighed,
        "calls": articles + spent.calls,
        "tokens": extraction + spent.tokens,
        "pairs": looked_at,
        "of_all": looked_at / made.meeting.pairs,
        "seconds": seconds,
        "recall_small": recall(whole, recall_rows),
    }


def recall(whole: Story, table_rows: int) -> float:
    """Share of the facts told with two figures of which two such statements stand in one small table."""
    by_fact: dict[str, list[Row]] = {}
    for row in whole.rows:
        by_fact.setdefault(re.sub(r"\d+ ", "", row.claim.statement), []).append(row)
    planted = {
        frozenset((a.index, b.index)): fact for fact, rows in by_fact.items() for a in rows for b in rows if _differ(a, b)
    }
    small = [frozenset(row.index for row in table) for table in Meeting(whole.rows, whole.names, table_rows).tables()]
    met = {fact for pair, fact in planted.items() if any(pair <= table for table in small)}
    return len(met) / max(1, len(set(planted.values())))


def _differ(left: Row, right: Row) -> bool:
    return left.article != right.article and left.claim.statement != right.claim.statement


def exponent(low: dict[str, float], high: dict[str, float], key: str) -> float:
    """Growth between two stories: 1.0 is linear in the number of articles."""
    return math.log(high[key] / low[key]) / math.log(high["articles"] / low["articles"])


def main() -> None:
    """Measure and print one line a story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[5, 20, 100])
    parser.add_argument("--recall-rows", type=int, default=40)
    parser.add_argument("--doubting", action="store_true", help="every verdict is doubted, and so weighed a second time")
    args = parser.parse_args()
    results = [measured(articles, args.recall_rows, doubting=args.doubting) for articles in args.articles]
    for r in results:
        each = r["articles"]
        print(
            f"{each:4.0f} articles {r['rows']:5.0f} statements {r['tables']:3.0f} tables: {r['calls'] / each:.2f} calls, "
            f"{r['tokens'] / each:,.0f} tokens, {r['pairs'] / each:,.0f} pairs an article ({r['of_all']:.1%} of all); "
            f"{r['questions']:.0f} questions, {r['left_out']:.0f} left out, {r['weighed']:.0f} pairs weighed; "
            f"{r['seconds']:.1f} s of CPU; recall of meeting in tables of {args.recall_rows} rows: {r['recall_small']:.1%}"
        )
    for key in ("calls", "tokens", "pairs"):
        last_two = f"{exponent(results[-2], results[-1], key):.2f}" if len(results) > 1 else "-"
        print(f"exponent of {key}: {exponent(results[0], results[-1], key):.2f} overall, {last_two} between the last two")


if __name__ == "__main__":
    main()
