"""Endpoints by name: where each is, which variable holds its key, and what fits it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import ConfigError
from summarizer.settings import DEFAULT_MODEL, REQUIRED

FREE = Path(__file__).parent / "free.toml"
"""A table of prices in which every model costs nothing."""
NONE = "none"
"""The name that stands for no profile, whatever a settings file says."""
AZURE_ENDPOINT = "AZURE_OPENAI_ENDPOINT"
AZURE_PATH = "/openai/v1"
LOCAL_DEADLINE_S = 900.0
"""Seconds: a machine without a graphics card reads some thirty tokens of a prompt a second."""


@dataclass(frozen=True)
class Profile:
    """An endpoint by name.

    Attributes:
        values: the settings that it stands for.
        serves: what a model is called there, for who has to name one.
        starts: how its server is started, in a few words; empty for a service.
        is_local: it runs on the user's own machine.
    """

    values: Mapping[str, Any]
    serves: str
    starts: str = ""

    @property
    def is_local(self) -> bool:
        """Whether the user runs the server."""
        return bool(self.starts)


def _local(port: int, in_flight: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "base_url": f"http://127.0.0.1:{port}/v1",
        "api_key_env": "",
        "prices": str(FREE),
        "in_flight": in_flight,
        "deadline": LOCAL_DEADLINE_S,
        **more,
    }


PROFILES: Mapping[str, Profile] = {
    "openai": Profile(
        {"base_url": "https://api.openai.com/v1", "api_key_env": "OPENAI_API_KEY", "model": DEFAULT_MODEL}, "such as gpt-5.1"
    ),
    "azure": Profile(
        {"base_url": AZURE_ENDPOINT, "api_key_env": "AZURE_OPENAI_API_KEY"}, "the name of your deployment, not of the model"
    ),
    "ollama": Profile(_local(11434), "as `ollama list` shows it", "OLLAMA_CONTEXT_LENGTH=32768 ollama serve"),
    "vllm": Profile(
        _local(8000, 8),
        "the name given to `vllm serve`",
        "vllm serve MODEL --max-model-len 32768",
    ),
    "llamacpp": Profile(
        _local(8080, tool_choice=REQUIRED),
        "any name: the server has one model",
        "llama-server -m MODEL.gguf --jinja --ctx-size 32768 --parallel 1",
    ),
    "lmstudio": Profile(
        _local(1234, tool_choice=REQUIRED),
        "as `lms ls` shows it",
        "lms server start, and lms load MODEL --context-length 32768",
    ),
    "openrouter": Profile(
        {"base_url": "https://openrouter.ai/api/v1", "api_key_env": "OPENROUTER_API_KEY"},
        "with its maker, such as openai/gpt-5.1",
    ),
}
KEY_VARIABLES = tuple(str(one.values["api_key_env"]) for one in PROFILES.values() if one.values["api_key_env"])
"""The variables in which keys of the shipped profiles stand."""
SETTABLE = ("base_url", "api_key_env", "model", "prices", "deadline", "in_flight", "tool_choice")
"""The settings of which a profile may be made."""


def values_of(name: str, own: Mapping[str, Mapping[str, Any]], environment: Mapping[str, str]) -> dict[str, Any]:
    """What a profile sets.

    Args:
        name: of a shipped profile, or of one of the user's own, which goes before a shipped one of that name.
        own: the user's own.
        environment: where Azure's address stands.

    Raises:
        ConfigError: there is no such profile, or it lacks its address.
    """
    if name not in PROFILES and name not in own:
        near = difflib.get_close_matches(name, [*PROFILES, *own], n=1)
        meant = f"did you mean {near[0]}? There" if near else "there"
        raise ConfigError(f"there is no profile {name[:40]!r}; {meant} are {', '.join(sorted({*PROFILES, *own}))}, and {NONE}")
    values = {**(PROFILES[name].values if name in PROFILES else {"api_key_env": ""}), **own.get(name, {})}
    if values.get("base_url") == AZURE_ENDPOINT:
        values["base_url"] = _azure(environment)
    return values


def _azure(environment: Mapping[str, str]) -> str:
    """The address of an Azure OpenAI resource, whose API takes no dated version and the key as others do."""
    resource = environment.get(AZURE_ENDPOINT, "").strip().rstrip("/")
    if not resource:
        raise ConfigError(f"profile azure: set {AZURE_ENDPOINT} to https://RESOURCE.openai.azure.com, or give --base-url")
    return resource if resource.endswith(AZURE_PATH) else f"{resource}{AZURE_PATH}"
