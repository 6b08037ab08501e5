"""Why articles are held to be one origin, in words: few reasons one by one, many of them in short. Pure."""

from __future__ import annotations

from collections.abc import Sequence

Basis = str | float
"""A reason in words, or the share of the shorter text that two articles have word for word."""
_MOST_SHARES = 3
_MOST_REASONS = 5


def told(reasons: Sequence[Basis]) -> str:
    """The reasons in their order, each once; "" if there is none."""
    shares = [reason for reason in reasons if isinstance(reason, float)]
    in_words = _many(shares) if len({f"{share:.0%}" for share in shares}) > _MOST_SHARES else ""
    texts = list(dict.fromkeys(_text(reason, in_words) for reason in reasons))
    if len(texts) > _MOST_REASONS + 1:
        texts = [*texts[:_MOST_REASONS], f"and {len(texts) - _MOST_REASONS} more of this kind"]
    return "; ".join(texts)


def _text(reason: Basis, many: str) -> str:
    if isinstance(reason, str):
        return reason
    return many or f"near-identical passages ({reason:.0%} of the shorter text)"


def _many(shares: Sequence[float]) -> str:
    return f"near-identical passages ({min(shares):.0%} to {max(shares):.0%} of the shorter text)"
