"""A wire that many outlets print is one origin, however they dress it up; its cost grows with the copies, not their pairs."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence

import pytest
from builders import article
from growth import grows_with_its_text

from summarizer.comparison import Comparison, compare
from summarizer.comparison.origins.bases import told
from summarizer.comparison.origins.finding import find_origins
from summarizer.comparison.origins.retellings import find_retellings
from summarizer.ground import ground, number_sentences
from summarizer.rules import answer
from summarizer.schema import Origin, Summary, Zone
from summarizer.terms import ArticleStatus, FindingKind, Verdict, ZoneKind

WIRE = """TORVIK - At least 12 people were killed and 40 injured on Monday when a ferry capsized off Torvik, officials said.

The ferry Margit Lund left the harbour of Halbro at 6.40 a.m. with 210 passengers and crew on board, the port authority
said. It turned over some two kilometres from the shore in waves of four metres.

"We heard a bang and then the water came from everywhere," Nils Ekeby, a passenger, told reporters at the hospital. He
said that the crew had handed out life jackets only after the lights went out.

Interior Minister Anna Berg said that 12 bodies had been recovered and that 9 people were still missing. "Every hour
counts," Berg said. She denied that the ferry had been overloaded.
"""
OTHER_WIRE = """HALBRO - The ferry that sank off Torvik had failed an inspection in May, documents seen by reporters show.

Inspectors found 14 faults, among them two pumps that did not work, the documents show. The owner was told to mend them
within 60 days. "Nobody ever came back to look," said Ida Kvam, who worked at the Maritime Office until June.
"""
STATEMENT = (
    'The Interior Ministry said: "The rescue work goes on through the night with eleven boats and two helicopters. '
    'No one should travel to the harbour of Torvik until the police have opened the road again."'
)
OWN_WORDS = "quick near house field window bright river stone paper table garden winter summer morning people voice".split()


def printed(text: str, number: int, *, published: str = "2024-10-14", zones: tuple[Zone, ...] = ()) -> Summary:
    made = article(text, outlet=f"Outlet {number}", published=published, zones=zones)
    numbered = number_sentences(made.model_copy(update={"article_id": f"a{number}", "path": f"{number:04}.txt"}))
    return ground(numbered, [answer(numbered)])


def unread(text: str, number: int, *, zones: tuple[Zone, ...] = ()) -> Summary:
    made = article(text, outlet=f"Outlet {number}", zones=zones)
    return Summary(article=made.model_copy(update={"article_id": f"a{number}"}), status=ArticleStatus.EXTRACTED)


def words(number: int, count: int = 16) -> str:
    chance = random.Random(number)
    return f"{' '.join(chance.choice(OWN_WORDS) for _ in range(count)).capitalize()}."


def as_it_is(number: int) -> str:
    return WIRE


def other_first_paragraph(number: int) -> str:
    return "\n\n".join([words(number, 30), *WIRE.split("\n\n")[1:]])


def other_last_paragraph(number: int) -> str:
    return "\n\n".join([*WIRE.split("\n\n")[:-1], words(number, 30)])


def cut_off(number: int) -> str:
    return WIRE[: len(WIRE) * (4 + number % 4) // 8]


def other_quotation_marks(number: int) -> str:
    opened, closed = (("„", "“"), ("«", "»"), ("“", "”"))[number % 3]
    return WIRE.replace('"We', f"{opened}We").replace('where,"', f"where,{closed}")


def other_white_space(number: int) -> str:
    return WIRE.replace(" ", " " * (1 + number % 3)).replace("everywhere", "every\u00adwhere")


def house_style(number: int) -> str:
    chance = random.Random(number)
    return " ".join(chance.choice(OWN_WORDS) if chance.random() < 0.05 else word for word in WIRE.split(" "))


DRESSES = (
    *(as_it_is, other_first_paragraph, other_last_paragraph, cut_off, other_quotation_marks, other_white_space),
    house_style,
)


def sizes(origins: Sequence[Origin]) -> list[int]:
    return sorted((len(origin.article_ids) for origin in origins), reverse=True)


def compared(summaries: Sequence[Summary]) -> Comparison:
    return asyncio.run(compare(summaries, None))


@pytest.mark.parametrize("copies", [2, 50, 51, 120])
@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
def test_copies_of_one_wire_are_one_origin(dress: Callable[[int], str], copies: int) -> None:
    assert sizes(find_origins([unread(dress(number), number) for number in range(copies)])) == [copies]


def test_copies_under_titles_of_their_own_are_one_origin() -> None:
    titles = [words(number) for number in range(60)]
    copies = [
        unread(f"{title}\n\n{WIRE}", number, zones=(Zone(start=0, end=len(title), kind=ZoneKind.TITLE),))
        for number, title in enumerate(titles)
    ]

    assert sizes(find_origins(copies)) == [60]


def test_two_wires_stay_two_origins() -> None:
    assert sizes(find_origins([unread((WIRE, OTHER_WIRE)[number % 2], number) for number in range(120)])) == [60, 60]


@pytest.mark.parametrize("reports", [4, 60])
def test_a_statement_that_all_quote_does_not_make_own_reports_one_origin(reports: int) -> None:
    own = ["\n\n".join([words(2 * n), STATEMENT, words(2 * n + 1), words(n + 500)]) for n in range(reports)]
    wires = [f"{WIRE}\n\n{STATEMENT}" for _ in range(reports)]

    origins = find_origins([unread(text, number) for number, text in enumerate([*own, *wires])])

    assert sizes(origins) == [reports, *[1] * reports]


def test_an_article_is_no_second_source_for_itself() -> None:
    (origin,) = find_origins([unread(WIRE, 1), unread(WIRE, 2)])

    assert "near-identical passages (100%" in origin.basis


def test_the_odd_toll_among_many_copies_is_found_and_the_copies_contradict_nobody() -> None:
    odd = WIRE.replace("12 people", "19 people").replace("12 bodies", "19 bodies")

    made = compared([*(printed(WIRE, number) for number in range(70)), printed(odd, 99)])

    assert sizes(made.origins) == [71]
    assert made.findings
    for finding in made.findings:
        assert {"a99"} < {side.article_id for side in finding.sides}
    assert all(finding.origins == 1 for finding in made.findings)


@pytest.mark.parametrize("copies", [5, 60])
def test_an_updated_wire_conflicts_with_its_first_version_and_is_no_contradiction(copies: int) -> None:
    later = WIRE.replace("12 people", "15 people").replace("12 bodies", "15 bodies")
    first = [printed(WIRE, number) for number in range(copies)]
    second = [printed(later, 100 + number, published="2024-10-15") for number in range(copies)]

    made = compared([*first, *second])

    assert sizes(made.origins) == [2 * copies]
    assert made.findings
    assert not [finding for finding in made.findings if finding.verdict is Verdict.CONTRADICT]
    (toll,) = [finding for finding in made.findings if finding.kind is FindingKind.QUANTITY]
    assert {side.value.split()[-2] for side in toll.sides[:2]} == {"12", "15"}


def test_time_grows_with_the_copies() -> None:
    copies = [unread(house_style(number), number) for number in range(400)]

    def origins_of(text: str) -> object:
        summaries = copies[: len(text)]
        return find_retellings(summaries, find_origins(summaries))

    assert grows_with_its_text(origins_of, "x", 100)


def test_many_reasons_are_told_in_short() -> None:
    assert told([0.981, 0.98, 0.5]) == (
        "near-identical passages (98% of the shorter text); near-identical passages (50% of the shorter text)"
    )
    assert told([0.4, "A retells B", 0.5, 0.6, 0.7]) == (
        "near-identical passages (40% to 70% of the shorter text); A retells B"
    )
    assert told([f"{number} retells B" for number in range(200)]).endswith("4 retells B; and 195 more of this kind")
    assert told([]) == ""
