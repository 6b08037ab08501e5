"""Views of the database that answer the usual questions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """A view: `select` is for one report; {report} is where that column goes, {same} and {own} where it joins."""

    name: str
    says: str
    select: str

    def sql(self, *, several: bool) -> str:
        """What makes it, for one report or for several in one database."""
        marks = {"{report}": "s.report, ", "{same}": "report, ", "{own}": "i.report = s.report and "}
        select = self.select
        for mark, words in marks.items():
            select = select.replace(mark, words if several else "")
        return f"create view {self.name} as\n{select}"


VIEWS = (
    View(
        "contradictions",
        "Contradictions that reviewers did not dismiss, with both quotes, the graver first.",
        """select {report}s.number, s.severity, s.question, s.why, s.left_outlet, s.left_date, s.left_quote, s.right_outlet,
  s.right_date, s.right_quote, s.origins, s.ruling, s.finding_id
from findings s
where s.verdict = 'contradict' and s.ruling is not 'dismissed'
order by case s.severity when 'high' then 0 when 'medium' then 1 else 2 end, s.number""",
    ),
    View(
        "figures_by_measure",
        "The figures of every measure side by side, the measures whose figures differ first.",
        """select {report}s.measure, m.location, m.differ, s.outlet, s.date, s.figure, s.low, s.high, s.unit,
  s.speaker, s.as_of, s.differs, s.quote, s.address
from measure_figures s join measures m using ({same}measure_number)
order by m.differ desc, {report}s.measure_number, s.low, s.row_number""",
    ),
    View(
        "speakers",
        "Who says how much, in how many articles.",
        """select {report}s.speaker, count(*) as statements, count(distinct s.article_id) as articles,
  sum(s.direct) as in_own_words, group_concat(distinct s.outlet) as outlets
from attributions s
group by {report}s.speaker
order by statements desc, s.speaker""",
    ),
    View(
        "outlets",
        "How many sides of contradictions each article has, and how much of it was read.",
        """select {report}s.outlet, s.date, s.title, s.claims, s.figures, s.checkable, s.covered, s.status,
  (select count(distinct finding_id) from sides i where {own}i.article_id = s.article_id and i.verdict = 'contradict')
    as contradictions,
  s.article_id
from articles s
order by s.date, s.outlet""",
    ),
)
