"""A finding with everything that it rests on, as the members of a bundle.

    README.md             the evidence for a person, and how to check it by hand
    manifest.json         the size and SHA-256 of every other member, and which answers are missing
    report.json           the report cut down to this finding, in the report's own format
    review.toml           what people decided about it, if anybody did
    articles/1.txt        the text of each of its articles, as it was read; in the order of report.json
    requests/KEY.json     what the model was asked; KEY is the SHA-256 of this very file
    answers/KEY.json      what came back, as it came over the wire
    prompts/NAME.md       the prompts of the run, where this version still ships them

Unpacked, it is a report folder of one finding: `summarizer view` and `review` open it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from summarizer.digests import sha256_of
from summarizer.errors import ConfigError
from summarizer.evidence.readme import readme_of
from summarizer.reporting import render_json
from summarizer.review import as_read, render_review
from summarizer.review.evidence import Grounds
from summarizer.schema import Finding, Report, ReviewRecord, Summary

FORMAT = 1
README, MANIFEST, REPORT, REVIEW = "README.md", "manifest.json", "report.json", "review.toml"


@dataclass(frozen=True)
class Kept:
    """A request as it was sent, in its one spelling, and the answer as it came."""

    request: str
    response: str


@dataclass(frozen=True)
class Bundle:
    """One finding with what it rests on.

    Attributes:
        report: cut down to the finding.
        review: the decisions on it.
        kept: requests and answers by the SHA-256 of the request; missing: those that could not be found.
        prompts: instructions and question of each prompt, by its name.
    """

    report: Report
    review: ReviewRecord = field(default_factory=ReviewRecord)
    kept: Mapping[str, Kept] = field(default_factory=dict)
    prompts: Mapping[str, str] = field(default_factory=dict)

    @property
    def finding(self) -> Finding:
        """The finding that it is about."""
        return self.report.findings[0]

    @property
    def missing(self) -> tuple[str, ...]:
        """The requests to which no answer is at hand."""
        return tuple(key for key in requests_of(self.report) if key not in self.kept)


def chosen_finding(report: Report, named: str) -> Finding:
    """The finding of this number, of this id, or whose id alone begins so. Raises ConfigError."""
    numbered = as_read(report)
    if named.isascii() and named.isdecimal():
        number = int(named[:10])
        if 1 <= number <= len(numbered):
            return numbered[number - 1]
    found = [finding for finding in numbered if finding.finding_id == named]
    found = found or [finding for finding in numbered if named and finding.finding_id.startswith(named)]
    if len(found) == 1:
        return found[0]
    if not numbered:
        raise ConfigError("the report has no findings")
    if found:
        raise ConfigError(f"{named!r} begins the ids of {len(found)} findings; give more of it")
    raise ConfigError(f"there is no finding {named!r}; give its id, or its number from 1 to {len(numbered)}")


def bundle_of(
    report: Report, finding: Finding, review: ReviewRecord, kept: Mapping[str, Kept], prompts: Mapping[str, str]
) -> Bundle:
    """The bundle of one finding of a report, of what is at hand what it rests on.

    Args:
        report: the whole report.
        finding: one of its findings.
        review: the decisions on all of them.
        kept: answers by the SHA-256 of their requests; those of other findings may be among them.
        prompts: text of the prompts by name, where it is the one that the run used.
    """
    small = _cut_down(report, finding)
    own = {key: kept[key] for key in requests_of(small) if key in kept}
    return Bundle(small, _decisions_on(report, finding, review), own, dict(prompts))


def _cut_down(report: Report, finding: Finding) -> Report:
    """The report with this finding alone, and with its articles."""
    ids = list(dict.fromkeys(side.article_id for side in finding.sides))
    by_id = {summary.article.article_id: summary for summary in report.summaries}
    origins = (one.model_copy(update={"article_ids": _of(one.article_ids, ids)}) for one in report.origins)
    return Report(
        run=report.run,
        summaries=tuple(by_id[one] for one in ids),
        findings=(finding,),
        origins=tuple(one for one in origins if one.article_ids),
        failures=(),
    )


def _of(every: Iterable[str], ids: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset(ids)
    return tuple(one for one in every if one in wanted)


def _decisions_on(report: Report, finding: Finding, review: ReviewRecord) -> ReviewRecord:
    """The decisions that belong to a finding, those that its evidence has outrun among them."""
    grounds = Grounds(report)
    homes = ((one, grounds.home(one)) for one in review.decisions if not one.is_taken_back)
    return ReviewRecord(decisions=tuple(one for one, home in homes if home and home.finding_id == finding.finding_id))


def requests_of(report: Report) -> tuple[str, ...]:
    """The SHA-256 of every request that a report rests on, each once, those of the articles first."""
    of_articles = (key for summary in report.summaries for key in summary.requests)
    of_findings = (key for finding in report.findings for key in finding.requests)
    return tuple(dict.fromkeys((*of_articles, *of_findings)))


def members_of(bundle: Bundle) -> dict[str, bytes]:
    """What stands in a bundle, by name. The same bundle gives the same bytes."""
    texts: dict[str, str] = {
        REPORT: render_json(bundle.report),
        README: readme_of(bundle.report, bundle.review, bundle.missing),
    }
    if bundle.review.decisions:
        texts[REVIEW] = render_review(bundle.review)
    texts |= {text_name(number): one.article.text for number, one in enumerate(bundle.report.summaries, start=1)}
    for key, kept in bundle.kept.items():
        texts |= {f"requests/{key}.json": kept.request, f"answers/{key}.json": kept.response}
    texts |= {f"prompts/{name}.md": text for name, text in bundle.prompts.items()}
    members = {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}
    return members | {MANIFEST: manifest_of(bundle.report, members)}


def text_name(number: int) -> str:
    """The member that holds the text of an article, by its place in report.json from 1."""
    return f"articles/{number}.txt"


def manifest_of(report: Report, members: Mapping[str, bytes]) -> bytes:
    """The manifest of these members: a function of them alone, so that it can be made again and laid beside the one given."""
    answered = [key for key in requests_of(report) if f"answers/{key}.json" in members]
    manifest = {
        "format": FORMAT,
        "program": report.run.program,
        "version": report.run.version,
        "finding_id": report.findings[0].finding_id,
        "articles": [_sources(number, one) for number, one in enumerate(report.summaries, start=1)],
        "missing_answers": [key for key in requests_of(report) if key not in answered],
        "members": [
            {"name": name, "size": len(content), "sha256": sha256_of(content)}
            for name, content in sorted(members.items())
            if name != MANIFEST
        ],
    }
    return (json.dumps(manifest, indent=1) + "\n").encode("ascii")


def _sources(number: int, summary: Summary) -> dict[str, object]:
    article = summary.article
    return {
        "text": text_name(number),
        "article_id": article.article_id,
        "path": article.path,
        "source_kind": article.source_kind,
        "source_sha256": article.source_sha256,
        "text_sha256": article.text_sha256,
    }
