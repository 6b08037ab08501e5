"""Articles that count as one source in one report and not in the other."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.changes.pairing import Pairing
from summarizer.changes.records import OriginChange
from summarizer.schema import Origin, Report

Groups = Mapping[str, tuple[frozenset[str], Origin]]
"""By article of the new report: those of both reports that share its origin, and that origin."""


def origin_changes(old: Report, new: Report, pairing: Pairing) -> tuple[OriginChange, ...]:
    """The articles that both reports have, where they are put together in another way."""
    common = {right.article.article_id for _, right in pairing.pairs}
    before = _groups(old, {left.article.article_id: right.article.article_id for left, right in pairing.pairs})
    after = _groups(new, {one: one for one in common})
    changes = []
    seen: set[str] = set()
    for article_id in (right.article.article_id for _, right in pairing.pairs):
        if article_id in seen or _together(before, article_id) == _together(after, article_id):
            continue
        cluster = _cluster(article_id, before, after)
        seen |= cluster
        changes.append(OriginChange(old=_origins(before, cluster), new=_origins(after, cluster)))
    return tuple(changes)


def _groups(report: Report, ids: Mapping[str, str]) -> Groups:
    found: dict[str, tuple[frozenset[str], Origin]] = {}
    for origin in report.origins:
        members = frozenset(ids[one] for one in origin.article_ids if one in ids)
        found |= dict.fromkeys(members, (members, origin))
    return found


def _together(groups: Groups, article_id: str) -> frozenset[str]:
    return groups[article_id][0] if article_id in groups else frozenset({article_id})


def _cluster(article_id: str, before: Groups, after: Groups) -> set[str]:
    """All articles that hang together with this one in either report."""
    cluster, found = {article_id}, {article_id}
    while found:
        found = {two for one in found for groups in (before, after) for two in _together(groups, one)} - cluster
        cluster |= found
    return cluster


def _origins(groups: Groups, cluster: set[str]) -> tuple[Origin, ...]:
    origins = {groups[one][1].origin_id: groups[one][1] for one in cluster if one in groups}
    return tuple(origins[one] for one in sorted(origins))
