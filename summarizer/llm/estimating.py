"""What one answer cost: as the endpoint counted it, else as its lengths suggest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from summarizer.llm.reading import Usage, completion_body, usage_of
from summarizer.spending import Spent

CHARACTERS_A_TOKEN = 4
"""Of English text. Counts are rounded up: a budget that holds by estimate may hold early, not late."""
LARGEST_READ = 1_000_000
"""Characters of an answer in which its count is looked for. Real ones have some ten thousand, and this is done before an
answer is kept, while everything waits."""


def spent_on(run: str, request: Mapping[str, Any], response: str) -> Spent:
    """What a run spent on the answer to a request.

    A count that is missing or cannot be true is estimated.
    """
    usage, answer = _counts(response)
    return Spent(
        run=run,
        model=str(request.get("model", "")),
        input_tokens=tokens_of(json.dumps(request, ensure_ascii=False)) if usage.input_tokens is None else usage.input_tokens,
        output_tokens=tokens_of(answer) if usage.output_tokens is None else usage.output_tokens,
        estimated=usage.input_tokens is None or usage.output_tokens is None,
    )


def tokens_of(text: str) -> int:
    """About how many tokens a text is, from its length. What is not English has fewer characters to a token: bytes count."""
    return -(-len(text.encode("utf-8", "replace")) // CHARACTERS_A_TOKEN)


def _counts(response: str) -> tuple[Usage, str]:
    """What the endpoint counted, and what the model wrote, without what the endpoint puts around it."""
    body = completion_body(response) if len(response) <= LARGEST_READ else None
    if body is None:
        return Usage(None, None), response
    try:
        return usage_of(body), json.dumps(body["choices"], ensure_ascii=False)
    except RecursionError:
        return usage_of(body), response
