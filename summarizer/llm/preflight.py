"""Whether requests can be sent at all with these settings and this environment: found out before the first one.

What the HTTP client would raise late, and in its own words, is named here by the option or variable that causes it.
"""

from __future__ import annotations

import functools
import importlib.util
import ipaddress
import os
import ssl
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx2

from summarizer.errors import ConfigError
from summarizer.settings import KEY_VARIABLE, ModelSettings

DEFAULT_BASE_URL = "https://api.openai.com/v1"
ADDRESS = "--base-url (or OPENAI_BASE_URL)"
SUCH_AS = "give an address such as http://localhost:8000/v1"
LONGEST_LABEL, LONGEST_HOST = 63, 253
"""Characters of one part of a host name, and of the whole (RFC 1035)."""
HIGHEST_PORT = 65535
PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")
SHOWN = 40
"""Characters of a setting that a message repeats."""


@dataclass(frozen=True)
class Route:
    """How the endpoint is reached.

    Attributes:
        base_url: its address.
        trusted: the certificates that are trusted.
        proxy: the address of the proxy on the way; None if there is none.
        proxy_setting: the variable that sets it.
    """

    base_url: str
    trusted: ssl.SSLContext
    proxy: httpx2.Proxy | None = None
    proxy_setting: str | None = None


def check_settings(settings: ModelSettings) -> None:
    """Make sure that requests can be sent at all, before the first one.

    Raises:
        ConfigError: there is neither a key nor an endpoint, one of them is malformed, or a proxy or certificates that the
            environment names cannot be used. A replay needs none of them.
    """
    if settings.replay is None:
        route_of(settings)


def route_of(settings: ModelSettings) -> Route:
    """How the endpoint is reached. Raises ConfigError, see `check_settings`."""
    key, base_url = key_of(settings), _base_url(settings)
    if key is None and base_url is None:
        raise ConfigError(
            "no API key: set OPENAI_API_KEY, or name an endpoint that needs none with --base-url. "
            "`summarizer demo` shows recorded answers and needs neither"
        )
    if key is not None and not (key.isascii() and key.isprintable() and " " not in key):
        raise ConfigError(
            "the API key holds characters that no key has; "
            f"check {settings.key_variable or KEY_VARIABLE} for stray quotes or text"
        )
    for name in ("OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_CUSTOM_HEADERS"):
        value = os.environ.get(name, "")
        lines = value.split("\n") if name == "OPENAI_CUSTOM_HEADERS" else [value]
        if not (value.isascii() and all(line.isprintable() for line in lines)):
            raise ConfigError(f"{name} holds characters that cannot be sent; correct it or unset it")
    url = _address(base_url or DEFAULT_BASE_URL)
    setting, proxy = _proxy(url)
    return Route(base_url or DEFAULT_BASE_URL, _certificates(), proxy, setting)


def endpoint_name(settings: ModelSettings) -> str:
    """The endpoint's address without credentials, query or closing slash: what answers are kept under.

    Raises ConfigError if it is no address.
    """
    try:
        parts = urlsplit(_base_url(settings) or DEFAULT_BASE_URL)
    except ValueError:
        raise ConfigError(f"{ADDRESS} is no address; {SUCH_AS}") from None
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), "", ""))


def key_of(settings: ModelSettings) -> str | None:
    """The key to send; None if there is none."""
    kept = os.environ.get(settings.key_variable) if settings.key_variable else None
    return (settings.api_key or kept or "").strip() or None


def _base_url(settings: ModelSettings) -> str | None:
    return (settings.base_url or os.environ.get("OPENAI_BASE_URL") or "").strip() or None


def _address(base_url: str) -> httpx2.URL:
    """The endpoint's address, read as the client reads it. Nothing of a user name, password or query is repeated."""
    if not base_url.lower().startswith(("http://", "https://")):
        raise ConfigError(f"{ADDRESS} has to begin with http:// or https://; {SUCH_AS}")
    url = _url(base_url, ADDRESS, SUCH_AS)
    if url.userinfo:
        raise ConfigError(f"{ADDRESS} holds a user name or password; leave them out, the key belongs into OPENAI_API_KEY")
    if url.query or url.fragment or "?" in base_url or "#" in base_url:
        raise ConfigError(f'{ADDRESS} ends in a query; leave out what follows the "?" or "#", paths are added to the address')
    return url


def _url(text: str, setting: str, advice: str) -> httpx2.URL:
    """An address whose host and port can be connected to. Raises ConfigError that names the setting."""
    if any(char.isspace() or not char.isprintable() for char in text):
        raise ConfigError(f"{setting} holds a space or a control character; {advice}")
    try:
        parts = urlsplit(text)
        port = parts.port
        url = httpx2.URL(text)
    except (ValueError, httpx2.InvalidURL):
        raise ConfigError(f"{setting} is no address: {_flaw(text)}; {advice}") from None
    if not url.host or not parts.hostname:
        raise ConfigError(f"{setting} names no host; {advice}")
    if port is not None and not 0 < port <= HIGHEST_PORT:
        raise ConfigError(f"{setting} is no address: a port is a number from 1 to {HIGHEST_PORT}; {advice}")
    _check_host(url.raw_host.decode("ascii").removesuffix("."), setting, advice)
    return url


def _flaw(text: str) -> str:
    """What is wrong with an address that cannot be read, as far as it shows."""
    host = text.partition("://")[2].partition("/")[0].rpartition("@")[2]
    if host.count("[") != host.count("]"):
        return "a square bracket is left open"
    port = host.rpartition("]")[2].rpartition(":")[2] if ":" in host.rpartition("]")[2] else ""
    if port and not (port.isascii() and port.isdigit() and 0 < int(port) <= HIGHEST_PORT):
        return f"a port is a number from 1 to {HIGHEST_PORT}"
    return "its host name cannot be read"


def _check_host(host: str, setting: str, advice: str) -> None:
    if ":" in host:
        return
    if len(host) > LONGEST_HOST or any(not 0 < len(label) <= LONGEST_LABEL for label in host.split(".")):
        raise ConfigError(
            f"{setting} has a host name that cannot be: each part between dots has 1 to {LONGEST_LABEL} characters; {advice}"
        )
    if "%" in host:
        raise ConfigError(f"{setting} has a host name with characters that no host has; {advice}")


def _proxy(url: httpx2.URL) -> tuple[str | None, httpx2.Proxy | None]:
    """The proxy on the way to an address, as the environment has it, and the variable that says so."""
    proxies = urllib.request.getproxies()
    scheme = next((name for name in (url.scheme, "all") if proxies.get(name)), None)
    if scheme is None or _is_exempt(url, proxies.get("no", "")):
        return None, None
    setting = _variable(scheme)
    advice = "give an address such as http://host:8080, or unset it, or name the endpoint's host in NO_PROXY"
    value = proxies[scheme].strip()
    proxy = _url(value if "://" in value else f"http://{value}", setting, advice)
    if proxy.scheme not in PROXY_SCHEMES:
        raise ConfigError(f"{setting} names a proxy of an unknown kind, {proxy.scheme[:SHOWN]}://; {advice}")
    if proxy.scheme.startswith("socks") and importlib.util.find_spec("socksio") is None:
        raise ConfigError(f"{setting} names a SOCKS proxy, which needs the package socksio: install it, or {advice}")
    return setting, httpx2.Proxy(proxy)


def _variable(scheme: str) -> str:
    lower = f"{scheme}_proxy"
    present = [name for name in (lower, lower.upper()) if os.environ.get(name)]
    return present[0] if present else "the system's proxy setting"


def _is_exempt(url: httpx2.URL, no_proxy: str) -> bool:
    """Whether NO_PROXY names this host: by its name, a domain that ends it, its address, or a network it is in."""
    entries = [entry.strip().rpartition("://")[2].lower() for entry in no_proxy.split(",")]
    port = url.port or (443 if url.scheme == "https" else 80)
    return any(entry == "*" or _names(entry, url.host.lower(), port) or _is_in(url.host, entry) for entry in entries)


def _names(entry: str, host: str, port: int) -> bool:
    name = entry.removesuffix(f":{port}").removeprefix("*").removeprefix(".")
    return bool(name) and (host == name or host.endswith(f".{name}"))


def _is_in(host: str, network: str) -> bool:
    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(network.strip("[]").replace("]/", "/"), strict=False)
    except ValueError:  # a name, not an address
        return False


def _certificates() -> ssl.SSLContext:
    """What is trusted, from the variables that the HTTP client honours. Raises ConfigError that names the variable."""
    file, folder = os.environ.get("SSL_CERT_FILE") or None, os.environ.get("SSL_CERT_DIR") or None
    advice = "give a file of certificates in PEM form, or unset it"
    if file is None and folder is not None and not any(Path(part).is_dir() for part in folder.split(os.pathsep)):
        raise ConfigError("SSL_CERT_DIR names no folder; correct it or unset it")
    try:
        return _trusted(file, folder, Path(file).stat().st_mtime_ns if file else 0)
    except ssl.SSLError:
        raise ConfigError(f"SSL_CERT_FILE names a file without certificates; {advice}") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no path"
        raise ConfigError(f"SSL_CERT_FILE names a file that cannot be read ({reason}); {advice}") from None


@functools.lru_cache(maxsize=1)
def _trusted(file: str | None, folder: str | None, changed: int) -> ssl.SSLContext:
    """One for a process: to read all authorities takes longer than most requests to prepare."""
    del file, folder, changed  # the client reads the variables itself; here they are the key
    return httpx2.create_ssl_context()
