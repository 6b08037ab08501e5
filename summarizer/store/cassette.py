"""Recorded answers as YAML that a person can read and review.

A vcrpy cassette holds JSON inside strings, and tool calls hold JSON inside that JSON. Here both are opened as
YAML structures under a marked key that says how the JSON was spelled, so that the text can be put together again:

    body:
      json:                      # compact, as the openai SDK sends it
        model: standin
        messages: [...]

`serialize` and `deserialize` are vcrpy's serializer interface: register this module as a serializer. Texts
written in one of the four known spellings come back byte for byte, other JSON comes back equal in value, and
whatever is not JSON, or would not survive (double keys, lone surrogates), stays the string it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import yaml

from summarizer.errors import StoreError
from summarizer.store.keys import digest, request_key

SPELLINGS: dict[str, dict[str, Any]] = {
    "json": {"ensure_ascii": False, "separators": (",", ":")},
    "json spaced": {"ensure_ascii": False},
    "json ascii": {},
    "json compact ascii": {"separators": (",", ":")},
}
"""The marked keys, and the `json.dumps` arguments that each stands for."""
LOOSE = "json loose"
"""The marked key of JSON in any other spelling; written back as "json"."""
OPENED_INSIDE = "arguments"
"""The key of a tool call whose string is JSON as well."""
DEEPEST = 100
"""Levels of JSON that are opened; real bodies have about ten, and YAML readers give up at some hundred."""

try:
    _Loader: Any = yaml.CSafeLoader
    _BaseDumper: Any = yaml.CSafeDumper
except AttributeError:  # PyYAML without libyaml: the same result, slower
    _Loader = yaml.SafeLoader
    _BaseDumper = yaml.SafeDumper


class _Dumper(_BaseDumper):  # type: ignore[misc]  # its base is chosen at run time, see above
    """Writes texts of several lines as blocks, and never an alias."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # PyYAML's signature
        return True


def _text(dumper: Any, value: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


def dump_cassette(cassette: dict[str, Any]) -> str:
    """A cassette as vcrpy holds it, as readable YAML; interactions in the order of their request keys.

    Interactions with the same request stay in the order they were recorded in.
    """
    opened = [_open_interaction(interaction) for interaction in cassette.get("interactions", [])]
    opened.sort(key=lambda interaction: _sort_key(interaction["request"].get("body")))
    return _to_yaml({**cassette, "interactions": opened})


def load_cassette(text: str) -> dict[str, Any]:
    """A cassette as vcrpy holds it, with bodies as strings, from readable YAML or from vcrpy's own.

    Raises:
        StoreError: it is not YAML, or not a cassette.
    """
    try:
        cassette = _from_yaml(text)
    except yaml.YAMLError as error:
        raise StoreError(f"this is not a cassette: not YAML ({str(error).splitlines()[0]})") from error
    except RecursionError:
        raise StoreError("this is not a cassette: nested too deeply") from None
    if not isinstance(cassette, dict) or not isinstance(cassette.get("interactions"), list):
        raise StoreError("this is not a cassette: no list of interactions")
    try:
        closed = [_close_interaction(interaction) for interaction in cassette["interactions"]]
    except (KeyError, TypeError, AttributeError) as error:
        raise StoreError("this is not a cassette: an interaction lacks its request or response") from error
    return {**cassette, "interactions": closed}


serialize = dump_cassette
deserialize = load_cassette


def _open_interaction(interaction: dict[str, Any]) -> dict[str, Any]:
    request, response = dict(interaction["request"]), dict(interaction["response"])
    request["body"] = _opened(request.get("body"))
    body = response.get("body")
    if isinstance(body, dict) and isinstance(body.get("string"), str | bytes):
        text = _opened(body["string"])
        response["body"] = text if isinstance(text, dict) else {"string": text}
    return {**interaction, "request": request, "response": response}


def _close_interaction(interaction: dict[str, Any]) -> dict[str, Any]:
    request, response = dict(interaction["request"]), dict(interaction["response"])
    request["body"] = _closed(request.get("body"))
    body = response.get("body")
    if _marked(body):
        response["body"] = {"string": _closed(body)}
    return {**interaction, "request": request, "response": response}


def _opened(body: Any) -> Any:
    """A JSON text as a structure under its marked key; anything else as it is."""
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    if not isinstance(text, str) or (isinstance(body, bytes) and text.encode() != body):
        return body
    opened = _open_text(text, _open_arguments)
    return opened if opened is not None and _survives(opened, text) else text


def _open_text(text: str, inside: Callable[[Any], Any]) -> dict[str, Any] | None:
    try:
        data = json.loads(text, object_pairs_hook=_single_keys, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict | list) or _is_deep(data):
        return None
    spelled = [name for name, arguments in SPELLINGS.items() if json.dumps(data, **arguments) == text]
    return {spelled[0] if spelled else LOOSE: inside(data)}


def _is_deep(data: Any) -> bool:
    level = [data]
    for _ in range(DEEPEST):
        level = [child for item in level for child in _children(item)]
        if not level:
            return False
    return True


def _children(item: Any) -> Iterable[Any]:
    if isinstance(item, dict):
        return item.values()
    return item if isinstance(item, list) else ()


def _open_arguments(value: Any) -> Any:
    if isinstance(value, list):
        return [_open_arguments(item) for item in value]
    if isinstance(value, dict):
        return {key: _open_argument(key, item) for key, item in value.items()}
    return value


def _open_argument(key: str, item: Any) -> Any:
    if key == OPENED_INSIDE and isinstance(item, str):
        opened = _open_text(item, lambda data: data)
        # Only what comes back byte for byte: these are the model's own words, and part of a re-ask's key.
        return item if opened is None or LOOSE in opened else opened
    return _open_arguments(item)


def _closed(value: Any) -> Any:
    """A structure under its marked key as JSON text again; anything else as it is."""
    if not _marked(value):
        return value
    ((name, data),) = value.items()
    return json.dumps(_close_arguments(data), **SPELLINGS.get(name, SPELLINGS["json"]))


def _close_arguments(value: Any) -> Any:
    if isinstance(value, list):
        return [_close_arguments(item) for item in value]
    if isinstance(value, dict):
        return {key: _close_argument(key, item) for key, item in value.items()}
    return value


def _close_argument(key: str, item: Any) -> Any:
    if key == OPENED_INSIDE and _marked(item):
        ((name, data),) = item.items()
        return json.dumps(data, **SPELLINGS.get(name, SPELLINGS["json"]))
    return _close_arguments(item)


def _marked(value: Any) -> bool:
    return isinstance(value, dict) and len(value) == 1 and next(iter(value)) in {*SPELLINGS, LOOSE}


def _survives(opened: dict[str, Any], text: str) -> bool:
    """Whether the text comes back through YAML: byte for byte, or equal in value if its spelling is unknown."""
    try:
        back = _closed(_from_yaml(_to_yaml(opened)))
    except (yaml.YAMLError, UnicodeError, RecursionError):
        return False
    return bool(json.loads(back) == json.loads(text)) if LOOSE in opened else bool(back == text)


def _from_yaml(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # noqa: S506  # _Loader is one of the two safe loaders


def _to_yaml(value: Any) -> str:
    text: str = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**6)
    return text


def _sort_key(body: Any) -> str:
    text = _closed(body)
    if _marked(body):
        return request_key(json.loads(text))
    return digest(repr(text))


def _single_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
