"""The findings as tasks for Label Studio (https://labelstud.io), and what people label there as decisions.

A task shows both articles around the quote. Offsets of its predictions are code points of the text that the task gives,
which is a part of the article: `left_offset` and `right_offset` say where in the article it begins.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from summarizer.naming import names_of
from summarizer.review.deciding import SHARPEST, articles_of
from summarizer.review.numbering import as_read
from summarizer.schema import Article, Finding, Report, Side
from summarizer.terms import DismissalReason, Ruling

CONTEXT = 600
"""Characters of the article before and after the quote."""
QUOTE, DECISIVE = "quote", "decisive words"
SIDES = ("left", "right")

_SIDE = """\
    <View style="flex: 1">
      <Header value="${side}_title" size="4"/>
      <Labels name="{side}_words" toName="{side}">
        <Label value="quote" background="#d8c400"/>
        <Label value="decisive words" background="#d06a00"/>
      </Labels>
      <Text name="{side}" value="${side}_text"/>
    </View>
"""
_CONFIG = """\
<View>
  <Header value="$question" size="3"/>
  <Header value="$why" size="5"/>
  <View style="display: flex; gap: 2em">
{sides}  </View>
  <Choices name="review_verdict" toName="left" choice="single-radio" required="true">
{rulings}  </Choices>
  <Choices name="review_reason" toName="left" choice="single-radio" visibleWhen="choice-selected" \
whenTagName="review_verdict" whenChoiceValue="dismissed">
{reasons}  </Choices>
  <TextArea name="review_note" toName="left" rows="3" maxSubmissions="1" editable="true"/>
</View>
"""


def label_studio_config() -> str:
    """The labelling interface, to be pasted into a project's settings."""
    return _CONFIG.format(
        sides="".join(_SIDE.replace("{side}", side) for side in SIDES),
        rulings=_choices(Ruling),
        reasons=_choices(DismissalReason),
    )


def label_studio_tasks(report: Report) -> str:
    """One task a finding, as JSON to be imported into the project; its quotes and decisive words are marked beforehand."""
    articles = articles_of(report)
    names = names_of(list(articles.values()))
    tasks = [_task(finding, number, report, articles, names) for number, finding in enumerate(as_read(report), start=1)]
    return json.dumps(tasks, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode() + "\n"


def _choices(values: type[Ruling | DismissalReason]) -> str:
    return "".join(f'    <Choice value="{value}"/>\n' for value in values)


def _task(
    finding: Finding, number: int, report: Report, articles: Mapping[str, Article], names: Mapping[str, str]
) -> dict[str, Any]:
    data: dict[str, Any] = {
        "finding_id": finding.finding_id,
        "number": number,
        "question": finding.question,
        "why": finding.why,
        "verdict": finding.verdict,
        "kind": finding.kind,
        "severity": finding.severity,
    }
    marks = []
    for which, side in zip(SIDES, finding.sides[:SHARPEST], strict=True):
        text = articles[side.article_id].text
        offset = max(0, side.start - CONTEXT)
        data |= {
            f"{which}_title": names[side.article_id],
            f"{which}_text": text[offset : side.end + CONTEXT],
            f"{which}_offset": offset,
            f"{which}_quote": side.quote,
        }
        marks += _marks(which, side, offset, text)
    return {"data": data, "predictions": [{"model_version": f"{report.run.program} {report.run.version}", "result": marks}]}


def _marks(which: str, side: Side, offset: int, text: str) -> list[dict[str, Any]]:
    places = {QUOTE: (side.start, side.end), DECISIVE: (side.anchor_start, side.anchor_end)}
    return [
        {
            "id": f"{which}-{label.split()[0]}",
            "from_name": f"{which}_words",
            "to_name": which,
            "type": "labels",
            "value": {"start": start - offset, "end": end - offset, "text": text[start:end], "labels": [label]},
        }
        for label, (start, end) in places.items()
        if start < end
    ]
