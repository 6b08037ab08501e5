"""What makes two requests the same request."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical_json(value: Any) -> str:
    """The one spelling of a JSON value: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def request_key(request: Mapping[str, Any]) -> str:
    """The identity of a request: 64 hex digits over its whole body (model, messages, tools, tool_choice, …).

    Neither the order of keys nor the spelling of characters in the JSON matters, every value does.
    """
    return digest(canonical_json(request))


def digest(text: str) -> str:
    """SHA-256 of a text in hex. A lone surrogate, which JSON can carry and UTF-8 cannot, is hashed too."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
