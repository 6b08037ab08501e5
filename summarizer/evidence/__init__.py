"""The evidence for a finding in one file, and what can be checked of it and of a report. Pure.

bundling    a finding, its articles, answers, prompts and decisions as the members of a bundle
readme      the same for a person, in Markdown
container   members as the bytes of a zip file that are always the same, and back, within limits
checks      what a check says
checking    everything that can be checked in a bundle;  grounding  whether the answers lead to the quotes
reports     everything that can be checked in a report, and against the articles' own files
"""

from summarizer.evidence.bundling import Bundle, Kept, bundle_of, chosen_finding, members_of, requests_of
from summarizer.evidence.checking import check_bundle, report_in
from summarizer.evidence.checks import Check, Status
from summarizer.evidence.container import DamagedBundleError, NoBundleError, packed, unpacked
from summarizer.evidence.reports import check_report, held_against

__all__ = [
    "Bundle",
    "Check",
    "DamagedBundleError",
    "Kept",
    "NoBundleError",
    "Status",
    "bundle_of",
    "check_bundle",
    "check_report",
    "chosen_finding",
    "held_against",
    "members_of",
    "packed",
    "report_in",
    "requests_of",
    "unpacked",
]
