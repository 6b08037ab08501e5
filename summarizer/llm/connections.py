"""What a request means that got no answer: nothing there, another protocol, a certificate, a connection that broke. Pure."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from typing import TypeVar

import httpx2

from summarizer.errors import AnswerInvalid, AnswerNotRecorded, ModelError, ModelSetupError
from summarizer.llm.faults import SPEAKS_TLS, TransientError
from summarizer.llm.reading import shown
from summarizer.llm.secrecy import Secret

E = TypeVar("E", bound=BaseException)

NO_TLS = "this port of the endpoint does not speak TLS: write http:// instead of https:// in --base-url, or give another port"
NOT_TLS = frozenset(
    {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"}
)
"""OpenSSL's reasons where the other side answers in plain text."""
NO_HTTP = "illegal request line"
"""What the HTTP parser says where an answer begins with a byte that is no text, as each record of TLS does."""
SELF_SIGNED, EXPIRED, NOT_YET_VALID, OTHER_HOST = frozenset({18, 19}), 10, 9, frozenset({62, 64})
"""Codes of OpenSSL's X509_V_ERR_…"""
PROXY_WANTS_USER = "407"


class BodyTooLargeError(Exception):
    """An answer larger than any real one: a broken endpoint, or a decompression bomb."""


def fault_of_connection(
    cause: BaseException | None, secret: Secret, proxy: str | None = None, *, has_answered: bool = False
) -> TransientError | ModelError:
    """What a request that got no answer means.

    The SDK wraps whatever goes wrong while sending, so only network errors count as such here.

    Args:
        cause: what the SDK's error was raised from.
        secret: is struck out of foreign words.
        proxy: the name of the variable that sets the proxy on the way, if there is one.
        has_answered: the endpoint answered another request before, so that its address and protocol are right.
    """
    if isinstance(cause, BodyTooLargeError):
        return AnswerInvalid(str(cause))
    advice = _setup_advice(cause) or (None if has_answered else _protocol_advice(cause))
    if advice:
        return ModelSetupError(f"{advice}{_by(proxy)}")
    if isinstance(cause, httpx2.HTTPError):
        return _passing(cause, secret, proxy)
    # vcrpy replays below the HTTP client in tests and is known here by name only.
    if type(cause).__name__ == "CannotOverwriteExistingCassetteException":
        return AnswerNotRecorded(f"no recorded answer to this request: {shown(secret.strike_parts(str(cause)))}")
    leaf = next((error for error in _chain(cause) if not isinstance(error, BaseExceptionGroup)), cause)
    return ModelSetupError(f"the request cannot be sent: {type(leaf).__name__}: {shown(secret.strike_parts(str(leaf)))}")


def _setup_advice(cause: BaseException | None) -> str | None:
    """What to change where every request would fail alike; None if another try may succeed."""
    if certificate := _found(cause, ssl.SSLCertVerificationError):
        return _about_certificate(certificate)
    if isinstance(cause, httpx2.ProxyError) and PROXY_WANTS_USER in str(cause):
        return "the proxy asks for a user name and a password; write them into its address"
    if isinstance(cause, httpx2.UnsupportedProtocol | httpx2.InvalidURL | httpx2.LocalProtocolError | UnicodeError):
        return "the request cannot be sent to this address; check --base-url and OPENAI_API_KEY"
    return None


def _protocol_advice(cause: BaseException | None) -> str | None:
    """What to change where the other side speaks another protocol than the address says."""
    if (tls := _found(cause, ssl.SSLError)) and tls.reason in NOT_TLS:
        return NO_TLS
    return SPEAKS_TLS if isinstance(cause, httpx2.RemoteProtocolError) and NO_HTTP in str(cause) else None


def _about_certificate(error: ssl.SSLCertVerificationError) -> str:
    code = error.verify_code
    if code == EXPIRED:
        return "the endpoint's certificate has expired; it has to be renewed there, or the clock of this machine is wrong"
    if code == NOT_YET_VALID:
        return "the endpoint's certificate is not valid yet; the clock of this machine may be wrong"
    if code in OTHER_HOST:
        return "the endpoint's certificate is for another host; check --base-url"
    kind = "is self-signed" if code in SELF_SIGNED else "is from an authority that this machine does not trust"
    return f"the endpoint's certificate {kind}; set SSL_CERT_FILE to a file with the certificates to trust"


def _passing(cause: httpx2.HTTPError, secret: Secret, proxy: str | None) -> TransientError:
    """A failure of the network that another try may not meet."""
    if _found(cause, socket.gaierror):
        return TransientError(f"the endpoint's host name is not known here; check --base-url and the network{_by(proxy)}")
    if _found(cause, ConnectionRefusedError):
        return TransientError(f"nothing listens at the endpoint's address (connection refused); check --base-url{_by(proxy)}")
    said = shown(secret.strike_parts(str(cause))) or type(cause).__name__
    if isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.PoolTimeout | httpx2.ProxyError):
        return TransientError(f"the endpoint cannot be reached: {said}{_by(proxy)}")
    return TransientError(f"the connection broke off before the answer was there: {said}", is_perhaps_paid=True)


def _by(proxy: str | None) -> str:
    return f" (by way of the proxy in {proxy})" if proxy else ""


def _found(cause: BaseException | None, kind: type[E]) -> E | None:
    return next((error for error in _chain(cause) if isinstance(error, kind)), None)


def _chain(error: BaseException | None, seen: frozenset[int] = frozenset()) -> Iterator[BaseException]:
    """An exception, what it groups, and what it came from."""
    if error is None or id(error) in seen:
        return
    yield error
    seen |= {id(error)}
    for grouped in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _chain(grouped, seen)
    yield from _chain(error.__cause__ or error.__context__, seen)
