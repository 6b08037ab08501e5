"""A story of some outlets, one of which counts other dead than the rest, and whether a report tells it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

OUTLETS = ("North Wire", "East Courier", "West Herald", "Isle Mirror")
MORE_OUTLETS = (
    *OUTLETS,
    "Lake Times",
    "Fen Argus",
    "Moor Post",
    "Bay Record",
    "Hill Globe",
    "Vale Echo",
    "Dale Sun",
    "Cape Star",
)
OPENINGS = (
    "The ferry Sunna went down off the port of Lorn on Monday.",
    "A ferry sank close to Lorn on Monday in heavy seas.",
    "In a gale on Monday the Sunna capsized near the pier of Lorn.",
    "Lorn mourns after the loss of the ferry Sunna on Monday.",
)
MIDDLES = (
    "Divers searched the hull for {n} hours.",
    "The owner, Brandt Lines, has {n} ships.",
    "The port was closed for {n} days.",
    "Some {n} boats took part in the search.",
)
ENDINGS = (
    "The harbour master of Lorn said the search would go on.",
    "Families waited at the pier through the night.",
    "The ministry said an inquiry would begin.",
    "Schools in Lorn stayed closed.",
)
TOLD, TOLD_OTHERWISE = 12, 30


def article(outlet: str, number: int, dead: int = TOLD, more: str = "") -> str:
    """One outlet's report: four sentences of its own. The first outlet says "at least", which fits any higher toll."""
    way = number % len(OPENINGS)
    said = (f"At least {dead} people were killed, the coast guard said.", f"The coast guard said {dead} people were killed.")
    lines = [OPENINGS[way], said[0 if number == 0 else 1], MIDDLES[way].format(n=number + 3), ENDINGS[way]]
    head = f"Title: Ferry {number} lost\nOutlet: {outlet}\nDate: 2024-03-05\n\n"
    return head + " ".join(lines) + (f"\n\n{more}" if more else "") + "\n"


def write_story(folder: Path, outlets: tuple[str, ...] = OUTLETS, more: dict[str, str] | None = None) -> Path:
    """Write a text file for each outlet; the second one tells the other toll. `more` adds paragraphs to an outlet's."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, outlet in enumerate(outlets):
        dead = TOLD_OTHERWISE if number == 1 else TOLD
        text = article(outlet, number, dead, (more or {}).get(outlet, ""))
        (folder / f"{number:03d}.txt").write_text(text, encoding="utf-8")
    return folder


def filler(characters: int) -> str:
    """So many characters of sentences with a number each, every one another."""
    out: list[str] = []
    length = 0
    while length < characters:
        number = len(out) + 40
        line = f"Pier {number} of the old port was built by {number + 1} workers in one winter."
        out.append(line + ("\n\n" if number % 6 == 0 else " "))
        length += len(out[-1])
    return "".join(out)


def extracted(report: dict[str, Any]) -> set[str]:
    """The outlets whose articles were extracted."""
    return {a["outlet"] for a in report["articles"] if a["status"] == "extracted"}


def conflict_told(report: dict[str, Any]) -> bool:
    """Whether the two tolls are reported as a contradiction, each with a quote of its own."""
    wanted = {str(TOLD), str(TOLD_OTHERWISE)}
    for finding in report["findings"]:
        quoted = " ".join(side["quote"] for side in finding["sides"])
        if finding["verdict"] == "contradict" and all(f" {n} people" in f" {quoted}" for n in wanted):
            return True
    return False


def read_report(folder: Path) -> dict[str, Any] | None:
    """The report that a run wrote; None if it wrote none."""
    path = folder / "report.json"
    report: dict[str, Any] | None = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    return report
