"""A first settings file: what most people set, the rest as comments."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.configuring.catalogue import COMMANDS, SETTINGS, Kind, Setting
from summarizer.configuring.profiles import AZURE_ENDPOINT, NONE, PROFILES
from summarizer.errors import ConfigError

EXAMPLES = {
    "model": '"gpt-5.1"',
    "max_cost": "2.50",
    "ask_above": "5",
    "max_tokens": "500000",
    "fail_on": '"high"',
    "reviewer": '"Ann Lind"',
}


def first_file(profile: str | None = None, *, is_own: bool = True) -> str:
    """The text of a settings file.

    Args:
        profile: the profile that it sets; None for none.
        is_own: it becomes the user's own file; else one of a folder, which may not set everything.

    Raises:
        ConfigError: there is no such profile.
    """
    if profile is not None and profile not in PROFILES:
        raise ConfigError(f"there is no profile {profile[:40]!r} to begin with; there are {', '.join(PROFILES)}")
    if profile is not None and not is_own and not PROFILES[profile].is_local:
        raise ConfigError(f"profile {profile} counts only in your own file: add --user")
    return "\n".join([*_head(), *_endpoint(profile), *_others(profile, is_own=is_own), *_tables(is_own=is_own), ""])


def _head() -> Iterator[str]:
    yield "# Settings of summarizer. `summarizer config show` says what counts and where it came from."
    yield "# Options of the command line and variables of the environment go before what stands here."
    yield ""


def _endpoint(profile: str | None) -> Iterator[str]:
    if profile is None:
        yield f'# profile = "ollama"          # {", ".join(PROFILES)}; {NONE} for none'
        yield '# model = "gpt-5.1"'
        return
    chosen = PROFILES[profile]
    yield f'profile = "{profile}"'
    if model := chosen.values.get("model"):
        yield f'# model = "{model}"'
    else:
        yield f'# model = "NAME"           # {chosen.serves}; has to be set, here or with --model'
    if variable := chosen.values["api_key_env"]:
        yield f"# The key is taken from the variable {variable}; it never stands in a file."
    if chosen.values["base_url"] == AZURE_ENDPOINT:
        yield f"# The address is taken from the variable {AZURE_ENDPOINT} (https://RESOURCE.openai.azure.com)."
    if chosen.is_local:
        yield f"# The server is started with: {chosen.starts}"


def _others(profile: str | None, *, is_own: bool) -> Iterator[str]:
    yield ""
    for setting in SETTINGS.values():
        if setting.name in {"profile", "model"} or (setting.guarded and setting.name != "reports" and not is_own):
            continue
        value = PROFILES[profile].values.get(setting.name) if profile else None
        yield f"# {setting.name} = {_example(setting, value)}".ljust(30) + f" # {setting.meaning}; default: {setting.default}"


def _example(setting: Setting, of_profile: object) -> str:
    if setting.kind in (Kind.NUMBER, Kind.WHOLE) and of_profile is not None:
        return f"{of_profile:g}"
    if setting.name in EXAMPLES:
        return EXAMPLES[setting.name]
    if setting.kind in (Kind.NUMBER, Kind.WHOLE, Kind.SWITCH):
        return setting.default
    if setting.choices:
        return f'"{setting.choices[0]}"'
    return {"api_key_env": '"OPENAI_API_KEY"', "base_url": '"http://127.0.0.1:8000/v1"'}.get(setting.name, f'"{setting.name}"')


def _tables(*, is_own: bool) -> Iterator[str]:
    yield ""
    yield f"# Settings of one command alone stand in a table of its name: {', '.join(COMMANDS)}."
    yield "# [report]"
    yield '# fail_on = "high"'
    if is_own:
        yield ""
        yield "# Endpoints of your own; --profile desk then means them."
        yield "# [profiles.desk]"
        yield '# base_url = "https://models.example.org/v1"'
        yield '# api_key_env = "DESK_API_KEY"'
        yield '# model = "NAME"'
