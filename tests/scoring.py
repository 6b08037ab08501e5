"""Scores a report against a story's hand-made labels (`gold.json`).

A planted difference is found if one finding under an accepted verdict shows a quote of each side, explained if one
under another verdict does. A decoy is flagged if a contradiction that is no planted one shows both its sides.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

EXPLAINED = ("scope", "update", "compatible", "unsure")


@dataclass(frozen=True)
class Score:
    missed: tuple[str, ...]
    explained: tuple[str, ...]
    false_alarms: tuple[str, ...]
    boilerplate: tuple[str, ...]
    figures: float
    attributions: float
    sources: bool


class Labelled:
    """One report and its labels."""

    def __init__(self, report: dict[str, Any], gold: dict[str, Any]) -> None:
        self.report, self.gold = report, gold
        self.names = {a["article_id"]: Path(a["path"]).name for a in report["articles"]}

    def shows(self, finding: dict[str, Any], side: list[str]) -> bool:
        prefix, pattern = side
        return any(
            self.names[s["article_id"]].startswith(prefix) and re.search(pattern, s["quote"], re.IGNORECASE)
            for s in finding["sides"]
        )

    def ways(self, want: dict[str, Any]) -> list[list[list[str]]]:
        return want.get("any_of") or [want["sides"]]

    def shown(self, want: dict[str, Any], verdicts: tuple[str, ...]) -> list[str]:
        """Ids of the findings under these verdicts that show both sides of one of the ways."""
        return [
            f["finding_id"]
            for f in self.report["findings"]
            if f["verdict"] in verdicts and any(all(self.shows(f, s) for s in way) for way in self.ways(want))
        ]

    def items(self, *kinds: str) -> list[tuple[str, dict[str, Any]]]:
        return [(self.names[a["article_id"]], item) for a in self.report["articles"] for kind in kinds for item in a[kind]]

    def score(self) -> Score:
        planted = self.gold["must_flag"]
        found = {w["id"]: self.shown(w, tuple(w.get("accept", ["contradict"]))) for w in planted}
        explained = {w["id"]: self.shown(w, EXPLAINED) for w in planted}
        real = {i for w in planted for i in self.shown(w, ("contradict",))}
        flagged = [f for f in self.report["findings"] if f["verdict"] == "contradict" and f["finding_id"] not in real]
        decoys = [
            d["id"] for d in self.gold["must_not_flag"] if any(all(self.shows(f, s) for s in d["sides"]) for f in flagged)
        ]
        return Score(
            missed=tuple(i for i in found if not found[i] and not explained[i]),
            explained=tuple(i for i in found if not found[i] and explained[i]),
            false_alarms=tuple(decoys),
            boilerplate=tuple(self.boilerplate()),
            figures=self.share(self.gold["figures"], self.has_figure),
            attributions=self.share(self.gold["attributions"], self.has_attribution),
            sources=all(self.one_origin(left, right) for left, right, _ in self.gold["same_source"]),
        )

    def boilerplate(self) -> list[str]:
        every = self.items("claims", "figures", "attributions")
        return [
            f"{prefix} {item['quote'][:60]}"
            for prefix, pattern in self.gold["not_the_article"]
            for name, item in every
            if name.startswith(prefix) and re.search(pattern, item["quote"])
        ]

    def share(self, rows: list[list[Any]], has: Any) -> float:
        return sum(has(row) for row in rows) / len(rows)

    def has_figure(self, row: list[Any]) -> bool:
        return any(n.startswith(row[0]) and re.search(row[1], f["quote"], re.IGNORECASE) for n, f in self.items("figures"))

    def has_attribution(self, row: list[Any]) -> bool:
        return any(
            n.startswith(row[0])
            and re.search(row[1], a["source"], re.IGNORECASE)
            and re.search(row[2], a["quote"], re.IGNORECASE)
            for n, a in self.items("attributions")
        )

    def one_origin(self, left: str, right: str) -> bool:
        groups = [{self.names[i] for i in o["article_ids"]} for o in self.report["origins"]]
        return any(any(n.startswith(left) for n in g) and any(n.startswith(right) for n in g) for g in groups)


def score_story(report: dict[str, Any], gold_path: Path) -> Score:
    """Score one report. The labels are read from the story's own folder."""
    return Labelled(report, json.loads(gold_path.read_text(encoding="utf-8"))).score()
