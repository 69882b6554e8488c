"""The formats in which a form can be kept: one row a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from attrs import frozen

from evalrules.language.source import Source
from evalrules.readers.document import Node
from evalrules.readers.problems import FormError, FormProblemKind


@frozen
class Format:
    """A format: its name, how its files end, its reader, and the bytes beyond which it is not read."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Node | None]
    largest: int


# Each reader is imported when it is first needed: a form is in one format, and yaml is an optional package.


def _read_json(source: Source) -> Node | None:
    from evalrules.readers.json_form import document_from_json

    return document_from_json(source)


def _read_toml(source: Source) -> Node | None:
    from evalrules.readers.toml_form import document_from_toml

    return document_from_toml(source)


def _read_yaml(source: Source) -> Node | None:
    try:
        from evalrules.readers.yaml_form import document_from_yaml
    except ModuleNotFoundError as error:
        if error.name != "yaml":
            raise
        raise FormError((FormProblemKind.FORMAT_NOT_INSTALLED.at(source.name, "", "YAML"),)) from None
    return document_from_yaml(source)


# Programs write JSON, people write the other two, whose readers are slow: YAML's takes seconds for its limit.
FORMATS: tuple[Format, ...] = (
    Format("json", (".json",), _read_json, 16 << 20),
    Format("yaml", (".yaml", ".yml"), _read_yaml, 1 << 19),
    Format("toml", (".toml",), _read_toml, 1 << 20),
)


def format_named(name: str) -> Format:
    """The format called `name`; FormError, listing those there are, if there is none."""
    for each in FORMATS:
        if each.name == name.lower():
            return each
    known = ", ".join(each.name for each in FORMATS)
    raise FormError((FormProblemKind.UNKNOWN_FORMAT.at(name, name, known),))


def format_of_file(name: str) -> Format:
    """The format of a file by the ending of its `name`; FormError, listing the endings, if it has none."""
    for each in FORMATS:
        if name.lower().endswith(each.suffixes):
            return each
    known = ", ".join(suffix for each in FORMATS for suffix in each.suffixes)
    raise FormError((FormProblemKind.UNKNOWN_FORMAT.at(name, PurePath(name).suffix, known),))
