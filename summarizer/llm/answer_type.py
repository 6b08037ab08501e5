"""The answer type as instructor needs it: its name, its schema, and how an answer is read."""

from __future__ import annotations

import functools
from typing import Any, ClassVar

from instructor import ResponseSchema
from pydantic import BaseModel, create_model

NAMES = frozenset({"properties", "$defs"})
"""Keys of a JSON schema under which the keys are names of fields and types, and one may be called "title"."""


class Asked(ResponseSchema):
    """What instructor is shown in place of an answer type: its name and schema, and how to read an answer.

    It has no fields of its own. instructor goes through a type's fields six times a call, and wraps a type that is
    not its own kind anew at each call; for a nested type that costs more CPU than the call itself.
    """

    asked_type: ClassVar[type[BaseModel]]

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **_: Any) -> Any:
        """Read what was found usable in an answer; the result is an instance of the type asked for, not of this wrapper.

        Raises:
            ValidationError: it does not fit the type.
        """
        return cls.asked_type.model_validate_json(json_data)

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
