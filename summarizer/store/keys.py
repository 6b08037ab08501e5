"""What makes two requests the same request."""

from __future__ import annotations

from summarizer.digests import canonical_json, request_key
from summarizer.digests import sha256_of_text as digest

__all__ = ["canonical_json", "digest", "request_key"]
