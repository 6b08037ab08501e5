"""The answer type as instructor needs it, and what is said to the model when its answer does not fit."""

from __future__ import annotations

import functools
import json
import re
from typing import Any, ClassVar

from instructor import ResponseSchema
from instructor.core import ResponseParsingError
from pydantic import BaseModel, ValidationError, create_model

MOST_ERRORS = 8
"""Errors named in one re-ask; a model that got more wrong than this has not understood the first of them."""
NAMES = frozenset({"properties", "$defs"})
"""Keys of a JSON schema under which the keys are names of fields and types, and one may be called "title"."""
FENCE = re.compile(r"\s*```[a-zA-Z]*\s*\n(.*?)\n?\s*```\s*", re.DOTALL)


class UnfitError(ResponseParsingError):
    """An answer that does not fit its type. instructor sends the message back to the model, once.

    pydantic's own message would do that too, but it names pydantic's version in a link, and then every
    recorded re-ask would be lost with the next version.
    """


class Asked(ResponseSchema):
    """What instructor is shown in place of an answer type: its name and schema, and how to read an answer.

    It has no fields of its own. instructor goes through a type's fields six times a call, and wraps a type that is
    not its own kind anew at each call; for a nested type that costs more CPU than the call itself.
    """

    asked_type: ClassVar[type[BaseModel]]

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **_: Any) -> Any:
        """Read an answer; the result is an instance of the type asked for, not of this wrapper.

        Raises:
            UnfitError: it is not JSON, names a key twice, or does not fit the type.
        """
        data = _unambiguous(json_in(str(json_data)))
        try:
            # Through JSON again, for pydantic refuses lone surrogates there, and reads enums and dates.
            return cls.asked_type.model_validate_json(json.dumps(data))
        except ValidationError as error:
            raise UnfitError(_short(error)) from None

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:
        """The schema without the titles that pydantic makes from field names: the model pays for each word of it."""
        schema = cls.asked_type.model_json_schema(*args, **options)
        return {**_untitled(schema), "title": cls.__name__}


@functools.cache
def asked_as(answer_type: type[BaseModel]) -> type[Asked]:
    """The one stand-in for an answer type."""
    wrapped = create_model(answer_type.__name__, __base__=Asked, __doc__=answer_type.__doc__)
    wrapped.asked_type = answer_type
    return wrapped


def _untitled(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_untitled(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key != "title"}
    return {key: _untitled_names(value) if key in NAMES else _untitled(value) for key, value in kept.items()}


def _untitled_names(schemas: dict[str, Any]) -> dict[str, Any]:
    return {name: _untitled(schema) for name, schema in schemas.items()}


def json_in(text: str) -> str:
    """The JSON in a text: without a Markdown fence or words around it, if there are any; else the text itself."""
    fenced = FENCE.fullmatch(text)
    bare = fenced.group(1) if fenced else text.strip()
    if bare.startswith(("{", "[")):
        return bare
    start, end = bare.find("{"), bare.rfind("}")
    return bare[start : end + 1] if 0 <= start < end else bare


def _unambiguous(text: str) -> Any:
    try:
        # Not strict: models put line breaks into strings as they are.
        return json.loads(text, object_pairs_hook=_single_keys, parse_constant=_no_constant, strict=False)
    except json.JSONDecodeError as error:
        raise UnfitError(f"not valid JSON: {error.msg} at character {error.pos}") from None
    except RecursionError:
        raise UnfitError("not valid JSON: nested too deeply") from None
    except UnfitError:
        raise
    except ValueError:  # an integer of more digits than Python reads
        raise UnfitError("not valid JSON: a number with too many digits") from None


def _single_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    single = dict(pairs)
    if len(single) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise UnfitError(f'the key "{twice[:60]}" stands twice in one object')
    return single


def _no_constant(name: str) -> None:
    raise UnfitError(f"{name} is not a JSON number")


def _short(error: ValidationError) -> str:
    """One line per error: where, and what is expected. Without the input, which the model has in front of it."""
    errors = error.errors(include_url=False, include_input=False, include_context=False)
    lines = [f"{'.'.join(map(str, one['loc'])) or 'answer'}: {one['msg']}" for one in errors[:MOST_ERRORS]]
    if len(errors) > MOST_ERRORS:
        lines.append(f"and {len(errors) - MOST_ERRORS} more")
    return "\n".join(lines)
