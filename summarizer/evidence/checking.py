"""Everything that code can check in a bundle, one line each. What fails is told, and the rest is checked all the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.digests import sha256_of
from summarizer.errors import ConfigError
from summarizer.evidence.bundling import FORMAT, MANIFEST, README, REPORT, REVIEW, manifest_of, requests_of, text_name
from summarizer.evidence.checks import Check, Status, held
from summarizer.evidence.container import DamagedBundleError, NoBundleError, Unpacked, packed
from summarizer.evidence.grounding import arguments_in, grounding_checks
from summarizer.evidence.readme import readme_of
from summarizer.evidence.reports import Identity, check_report
from summarizer.reporting import parse_report
from summarizer.review import parse_review
from summarizer.schema import Report, ReviewRecord

LARGEST_MANIFEST = 5_000_000
_DIGEST_DIGITS = 12


def report_in(bundle: Unpacked) -> Report:
    """The report in a bundle, held to its articles.

    Raises:
        NoBundleError: there is none, or a newer version wrote it.
        DamagedBundleError: it cannot be read, or is not of one finding.
    """
    manifest = bundle.members.get(MANIFEST)
    if REPORT not in bundle.members or manifest is None:
        lacking = REPORT if manifest is not None else MANIFEST
        raise NoBundleError("; ".join((f"has no {lacking} that can be read", *bundle.faults[:3])))
    _check_format(manifest)
    try:
        report = parse_report(bundle.members[REPORT], REPORT)
    except ConfigError as error:
        raise DamagedBundleError(str(error)) from None
    if len(report.findings) != 1:
        raise DamagedBundleError(f"its {REPORT} has {len(report.findings)} findings, not one")
    return report


def _check_format(manifest: bytes) -> None:
    if len(manifest) > LARGEST_MANIFEST:
        raise NoBundleError(f"its {MANIFEST} is larger than {LARGEST_MANIFEST // 1_000_000} MB")
    try:
        found = json.loads(manifest)["format"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return  # a manifest that is changed is told as such, with all else
    if isinstance(found, int) and found > FORMAT:
        raise NoBundleError(
            f"was written by a newer version of summarizer (format {found}, this one knows {FORMAT}); update it"
        )


def check_bundle(
    bundle: Unpacked, report: Report, identity: Identity, shipped: Mapping[str, str], version: str
) -> Iterator[Check]:
    """Every check of a bundle.

    Args:
        bundle: what is in it.
        report: `report_in` it.
        identity: makes an article's id.
        shipped: the prompts of this version, by name.
        version: of this program.
    """
    members = bundle.members
    yield from (Check("every member can be read", Status.FAILS, fault) for fault in bundle.faults)
    yield from _of_manifest(members, report)
    yield _of_container(bundle)
    yield from _of_texts(members, report)
    yield from check_report(report, identity)
    yield from _of_prompts(members, report, shipped, version)
    yield from _of_answers(members, report)
    answers = {key: _text(members[name]) for key in requests_of(report) if (name := f"answers/{key}.json") in members}
    yield from grounding_checks(report.findings[0], report.summaries, answers)
    yield from _of_readme(members, report, version)


def _of_manifest(members: Mapping[str, bytes], report: Report) -> Iterator[Check]:
    """The manifest is a function of the other members: each of its lines is held to them, then all of it."""
    listed = _listed(members[MANIFEST])
    for name in sorted({*members, *listed} - {MANIFEST}):
        what = f"member {name[:200]!a}"
        if name not in members:
            yield Check(f"{what} is there", Status.FAILS, "it is missing, or cannot be read")
        elif name not in listed:
            yield Check(f"{what} is listed", Status.FAILS, "the manifest does not know it")
        else:
            digest = sha256_of(members[name])
            yield held(f"{what} has the SHA-256 of the manifest", holds=listed[name] == digest, detail=f"it has {digest}")
    known = _names(report) | {REPORT, README, REVIEW, MANIFEST}
    strange = sorted(name[:100] for name in members if name not in known)
    yield held("no member is there that no bundle has", holds=not strange, detail=", ".join(map(ascii, strange[:5])))
    whole = manifest_of(report, members) == members[MANIFEST]
    yield held("the manifest is the one of these members", holds=whole, detail="it says something else of them")


def _listed(manifest: bytes) -> dict[str, object]:
    """SHA-256 by name, as far as the manifest tells it."""
    try:
        lines = json.loads(manifest)["members"]
        return {str(line["name"]): line["sha256"] for line in lines}
    except (ValueError, LookupError, TypeError, RecursionError):
        return {}


def _names(report: Report) -> set[str]:
    texts = {text_name(number) for number in range(1, len(report.summaries) + 1)}
    kept = {f"{folder}/{key}.json" for folder in ("requests", "answers") for key in requests_of(report)}
    return texts | kept | {f"prompts/{name}.md" for name in report.run.prompts}


def _of_container(bundle: Unpacked) -> Check:
    what = "the file is, byte for byte, the one that is made of these members"
    if packed(bundle.members) == bundle.data:
        return Check(what, Status.HOLDS)
    why = "it was packed by another program, or bytes outside the members were changed"
    return Check(what, Status.OPEN if not bundle.faults else Status.FAILS, why)


def _of_texts(members: Mapping[str, bytes], report: Report) -> Iterator[Check]:
    for number, summary in enumerate(report.summaries, start=1):
        name = text_name(number)
        same = members.get(name) == summary.article.text.encode("utf-8", "surrogatepass")
        yield held(f"{name} is the text in {REPORT}", holds=same, detail="it is another one")


def _of_prompts(members: Mapping[str, bytes], report: Report, shipped: Mapping[str, str], version: str) -> Iterator[Check]:
    for name, digest in sorted(report.run.prompts.items()):
        member = members.get(f"prompts/{name}.md")
        if member is not None:
            same = sha256_of(member)[:_DIGEST_DIGITS] == digest
            yield held(f"prompt {name[:80]!a} is the one that the run used", holds=same, detail="its digest is another one")
        what = f"prompt {name[:80]!a} is the one that summarizer {version} ships"
        known = name in shipped and sha256_of(shipped[name].encode())[:_DIGEST_DIGITS] == digest
        if known or report.run.version != version:
            yield Check(
                what, Status.HOLDS if known else Status.OPEN, "" if known else f"the run was one of {report.run.version!a}"
            )
        else:
            yield Check(what, Status.OPEN, "it is of another version")


def _of_answers(members: Mapping[str, bytes], report: Report) -> Iterator[Check]:
    for key in requests_of(report):
        request, answer = members.get(f"requests/{key}.json"), members.get(f"answers/{key}.json")
        named = f"request {key[:12]}"
        if request is None or answer is None:
            yield Check(f"{named} and its answer are there", Status.OPEN, "they were not at hand when the bundle was made")
            continue
        yield held(
            f"{named} is the one that the report names", holds=sha256_of(request) == key, detail="its SHA-256 is another"
        )
        asked = _object(request)
        yield held(
            f"{named} asks the model of the run", holds=asked.get("model") == report.run.model, detail="it asks another one"
        )
        yield held(f"{named}: its answer can be read", holds=arguments_in(_text(answer)) is not None, detail="it is none")


def _of_readme(members: Mapping[str, bytes], report: Report, version: str) -> Iterator[Check]:
    what = f"{README} says what {REPORT} and {REVIEW} say"
    try:
        review = parse_review(members[REVIEW], REVIEW) if REVIEW in members else ReviewRecord()
    except ConfigError as error:
        yield Check(f"{REVIEW} can be read", Status.FAILS, str(error))
        return
    strangers = [one for one in review.decisions if not one.evidence or one.finding_id != report.findings[0].finding_id]
    if strangers:
        yield Check(f"{REVIEW} is about this finding", Status.OPEN, "decisions in it were made under another id")
    missing = [key for key in requests_of(report) if f"answers/{key}.json" not in members]
    if members.get(README) == readme_of(report, review, missing).encode("utf-8", "surrogatepass"):
        yield Check(what, Status.HOLDS)
    elif report.run.version == version:
        yield Check(what, Status.FAILS, "it says something else")
    else:
        yield Check(what, Status.OPEN, "another version of summarizer wrote it")


def _text(member: bytes) -> str:
    return member.decode("utf-8", "replace")


def _object(member: bytes) -> dict[str, Any]:
    try:
        found = json.loads(_text(member))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
