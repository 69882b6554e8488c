"""As much of JSON Schema as the published schema uses; any other keyword is an error."""

from __future__ import annotations

from collections.abc import Iterator

SILENT = {"$defs", "$schema", "description", "title"}
TYPES = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    type(None): "null",
    list: "array",
    dict: "object",
}


class Validator:
    """Finds where a value is not what a schema allows."""

    def __init__(self, schema: dict[str, object]) -> None:
        self.root = schema

    def violations(self, value: object) -> list[str]:
        """Each violation with its place; none if `value` is valid."""
        return list(self.within(value, self.root, "form"))

    def within(self, value: object, schema: object, at: str) -> Iterator[str]:
        assert isinstance(schema, dict)
        for keyword, wanted in schema.items():
            if keyword == "additionalProperties":
                yield from self.strangers(value, schema, at)
            elif keyword not in SILENT:
                yield from self.against(keyword, wanted, value, at)

    def against(self, keyword: str, wanted: object, value: object, at: str) -> Iterator[str]:
        match keyword, wanted, value:
            case "$ref", str(), _:
                yield from self.within(value, self.resolved(wanted), at)
            case "type", str() | list(), _:
                if TYPES[type(value)] not in wanted:
                    yield f"{at}: a {TYPES[type(value)]} is not a {wanted}"
            case "const", _, _:
                if value != wanted:
                    yield f"{at}: {value!r} is not {wanted!r}"
            case "oneOf", list(), _:
                if sum(not list(self.within(value, each, at)) for each in wanted) != 1:
                    yield f"{at}: not exactly one of {wanted} holds"
            case "maxLength" | "maxItems", int(limit), str(text) | list(text):
                if len(text) > limit and isinstance(text, str) == (keyword == "maxLength"):
                    yield f"{at}: longer than {limit}"
            case "items", _, list():
                for index, item in enumerate(value):
                    yield from self.within(item, wanted, f"{at}[{index}]")
            case "properties", dict(), dict():
                for name in wanted.keys() & value.keys():
                    yield from self.within(value[name], wanted[name], f"{at}.{name}")
            case "required", list(), dict():
                yield from (f"{at}: {name} is missing" for name in wanted if name not in value)
            case (("maxLength" | "maxItems" | "items" | "properties" | "required"), _, _):
                return  # said of another type of value
            case _:
                raise AssertionError(f"the validator does not know {keyword!r}: {wanted!r}")

    def strangers(self, value: object, schema: dict[str, object], at: str) -> Iterator[str]:
        known = schema["properties"]
        assert schema["additionalProperties"] is False
        assert isinstance(known, dict)
        if isinstance(value, dict):
            yield from (f"{at}: {name} is unknown" for name in value if name not in known)

    def resolved(self, reference: str) -> object:
        part: object = self.root
        for step in reference.removeprefix("#/").split("/"):
            assert isinstance(part, dict)
            part = part[step]
        return part
