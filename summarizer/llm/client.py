"""The HTTP client and the SDK's client on top of it: no retries, redirects, timers or settings of their own."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

import httpx2
from openai import AsyncOpenAI

from summarizer.llm.connections import BodyTooLargeError
from summarizer.llm.patience import Wait
from summarizer.llm.preflight import Route

PLACEHOLDER_KEY = "no-key-needed"
LARGEST_BODY = 16 * 1024 * 1024
"""Bytes of one decoded answer. Real ones have some ten thousand."""

watched: ContextVar[Wait | None] = ContextVar("watched", default=None)
"""Who wants to know how far the request that is being sent has got."""


class CappedClient(httpx2.AsyncClient):
    """An HTTP client that stops reading a body, after decompression, at a limit."""

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send a request and read its answer.

        Raises:
            BodyTooLargeError: the answer is larger than any completion.
        """
        if (wait := watched.get()) is not None:
            request.extensions = {**request.extensions, "trace": wait.trace}
        response = await super().send(request, **{**options, "stream": True})
        try:
            body = await _read(response)
        finally:
            await response.aclose()
        # The body is decoded by now, so the headers must not say otherwise.
        gone = {b"content-encoding", b"content-length", b"transfer-encoding"}
        headers = [(name, value) for name, value in response.headers.raw if name.lower() not in gone]
        return httpx2.Response(response.status_code, headers=headers, content=body, request=request)


async def _read(response: httpx2.Response) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise BodyTooLargeError(f"the endpoint sent more than {LARGEST_BODY // 1024 // 1024} MB for one answer")
    return bytes(body)


def client_for(route: Route, key: str | None, connections: int) -> AsyncOpenAI:
    """A client for this route.

    It has no timers: a timer of the event loop also runs while the loop is busy, see `patience`. What the environment says
    about proxies and certificates is in the route already.
    """
    limits = httpx2.Limits(max_connections=connections, max_keepalive_connections=connections)
    http = CappedClient(
        timeout=None, limits=limits, follow_redirects=False, verify=route.trusted, proxy=route.proxy, trust_env=False
    )
    return AsyncOpenAI(api_key=key or PLACEHOLDER_KEY, base_url=route.base_url, max_retries=0, timeout=None, http_client=http)
