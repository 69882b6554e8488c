"""The formats in which a form can be kept: one row a format.

Some say the form itself, by name (JSON); the others print it, and it has to be found in them (xlsx).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING

from attrs import frozen

from evalrules.language.source import Source
from evalrules.readers.document import Node
from evalrules.readers.problems import FormError, FormProblemKind

if TYPE_CHECKING:
    from evalrules.readers.grid import Contents


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
        raise _not_installed(source.name, "YAML", "yaml") from None
    return document_from_yaml(source)


# Programs write JSON, people write the other two, whose readers are slow: YAML's takes seconds for its limit.
FORMATS: tuple[Format, ...] = (
    Format("json", (".json",), _read_json, 16 << 20),
    Format("yaml", (".yaml", ".yml"), _read_yaml, 1 << 19),
    Format("toml", (".toml",), _read_toml, 1 << 20),
)


@frozen
class PrintedFormat:
    """A format of documents that print forms. `extra` installs the `packages` that its reader needs."""

    name: str
    suffixes: tuple[str, ...]
    reader: Callable[[bytes, str], Contents]
    largest: int
    extra: str = ""
    packages: tuple[str, ...] = ()

    def read(self, data: bytes, name: str) -> Contents:
        """What a document prints. FormError where it is none, or its reader is not installed."""
        try:
            return self.reader(data, name)
        except ModuleNotFoundError as error:
            if error.name not in self.packages:
                raise
            raise _not_installed(name, self.name, self.extra) from None


def _read_xlsx(data: bytes, name: str) -> Contents:
    from evalrules.readers.grids.xlsx import contents_from_xlsx

    return contents_from_xlsx(data, name)


def _read_xls(data: bytes, name: str) -> Contents:
    from evalrules.readers.grids.xls import contents_from_xls

    return contents_from_xls(data, name)


def _read_docx(data: bytes, name: str) -> Contents:
    from evalrules.readers.grids.docx import contents_from_docx

    return contents_from_docx(data, name)


def _read_pdf(data: bytes, name: str) -> Contents:
    from evalrules.readers.grids.pdf import contents_from_pdf

    return contents_from_pdf(data, name)


def _read_html(data: bytes, name: str) -> Contents:
    from evalrules.readers.grids.html import contents_from_html

    return contents_from_html(data, name)


def _read_separated(data: bytes, name: str) -> Contents:
    from evalrules.readers.grids.separated import contents_from_separated

    return contents_from_separated(data, name)


def _read_text(data: bytes, name: str) -> Contents:
    from evalrules.readers.grids.text import contents_from_text

    return contents_from_text(data, name)


PRINTED_FORMATS: tuple[PrintedFormat, ...] = (
    PrintedFormat("xlsx", (".xlsx", ".xlsm"), _read_xlsx, 16 << 20, "xlsx", ("openpyxl",)),
    PrintedFormat("xls", (".xls",), _read_xls, 16 << 20, "xls", ("xlrd",)),
    PrintedFormat("docx", (".docx",), _read_docx, 16 << 20, "docx", ("docx", "lxml")),
    PrintedFormat("pdf", (".pdf",), _read_pdf, 16 << 20, "pdf", ("pdfplumber", "pdfminer")),
    PrintedFormat("html", (".html", ".htm"), _read_html, 4 << 20),
    PrintedFormat("csv", (".csv", ".tsv"), _read_separated, 4 << 20),
    PrintedFormat("txt", (".txt", ".md"), _read_text, 4 << 20),
)


def _not_installed(name: str, format: str, extra: str) -> FormError:
    return FormError((FormProblemKind.FORMAT_NOT_INSTALLED.at(name, "", format, extra),))


def every_format() -> tuple[Format | PrintedFormat, ...]:
    """All formats, those that say the form themselves first."""
    return (*FORMATS, *PRINTED_FORMATS)


def format_named(name: str) -> Format | PrintedFormat:
    """The format called `name`; FormError, listing those there are, if there is none."""
    for each in every_format():
        if each.name == name.lower():
            return each
    known = ", ".join(each.name for each in every_format())
    raise FormError((FormProblemKind.UNKNOWN_FORMAT.at(name, name, known),))


def format_of_file(name: str) -> Format | PrintedFormat:
    """The format of a file by the ending of its `name`; FormError, listing the endings, if it has none."""
    for each in every_format():
        if name.lower().endswith(each.suffixes):
            return each
    known = ", ".join(suffix for each in every_format() for suffix in each.suffixes)
    raise FormError((FormProblemKind.UNKNOWN_FORMAT.at(name, PurePath(name).suffix, known),))
