"""SHA-256 (FIPS 180-4) in hex, small letters, as `sha256sum` prints it: of bytes, texts, requests; and ids made of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any


def sha256_of(data: bytes) -> str:
    """The digest of bytes: 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def sha256_of_text(text: str) -> str:
    """The digest of a text as UTF-8. A lone surrogate, which JSON can carry and UTF-8 cannot, is hashed too."""
    return sha256_of(text.encode("utf-8", "surrogatepass"))


def finding_id(items: Sequence[str], kind: str) -> str:
    """An "f" and 12 hex digits over the ids of the items that a finding rests on, and its kind."""
    return f"f{sha256_of_text(chr(0x1F).join([*items, kind]))[:12]}"


def canonical_json(value: Any) -> str:
    """The one spelling of a JSON value: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def request_key(request: Mapping[str, Any]) -> str:
    """The identity of a request: 64 hex digits over its whole body (model, messages, tools, tool_choice, …).

    Neither the order of keys nor the spelling of characters in the JSON matters, every value does.
    """
    return sha256_of_text(canonical_json(request))
