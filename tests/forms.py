"""The JSON forms: what is wrong with data by the schema of its form, each schema knowing the others."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource


@cache
def validators() -> dict[str, Draft202012Validator]:
    folder = files("styrregler").joinpath("schemas")
    schemas = [
        json.loads(file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".json")
    ]
    registry: Registry[Any] = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in schemas
    )
    for schema in schemas:
        Draft202012Validator.check_schema(schema)
    return {schema["title"]: Draft202012Validator(schema, registry=registry) for schema in schemas}


def faults(data: dict[str, Any]) -> list[str]:
    through_json = json.loads(json.dumps(data))
    return [
        f"{list(error.absolute_path)}: {error.message}"
        for error in validators()[data["format"]].iter_errors(through_json)
    ]
