"""Reads a form: from a file, from bytes, or from a text."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from attrs import evolve

from evalrules.language.decode import decode_utf8, source_from_text
from evalrules.language.policy.form import Form
from evalrules.language.problems import Phrase, Problem
from evalrules.language.source import Source
from evalrules.readers.form import form_from_document
from evalrules.readers.formats import Format, format_named, format_of_file
from evalrules.readers.problems import FormError, FormProblemKind, form_problem_from


def read_form(path: str | PathLike[str]) -> Form:
    """The form in the file at `path`, whose ending (`.json`, `.yaml`, `.yml`, `.toml`) says its format.

    The form takes the file's name. A cell that cannot be read loses no other: it is told among
    `form.problems`. FormError, and no other exception, where the file gives no form at all.
    """
    file = Path(path)
    kind = format_of_file(str(file))
    return evolve(read_form_bytes(_data_of(file, kind), kind.name, str(file)), name=file.name)


def read_form_bytes(data: bytes, format: str, name: str) -> Form:
    """The form in `data`, as it may come from standard input; otherwise as `read_form`.

    `format` is `json`, `yaml` or `toml`; messages call the data `name`.
    """
    kind = format_named(format)
    if len(data) > kind.largest:
        raise FormError((FormProblemKind.FORM_TOO_LARGE.at(name, "", kind.largest),))
    source = decode_utf8(data, name)
    if isinstance(source, Problem):
        raise FormError((form_problem_from(source, f"{name}:{source.span.line}"),))
    return _form_from(source, kind)


def read_form_text(text: str, format: str, name: str) -> Form:
    """The form in `text`; otherwise as `read_form_bytes`."""
    kind = format_named(format)
    if len(text) > kind.largest:
        raise FormError((FormProblemKind.FORM_TOO_LARGE.at(name, "", kind.largest),))
    return _form_from(source_from_text(text, name), kind)


def _data_of(file: Path, kind: Format) -> bytes:
    """What the file holds, or as much of it as shows that it is too large."""
    try:
        with file.open("rb") as opened:
            return opened.read(kind.largest + 1)
    except (
        OSError,
        ValueError,
    ) as error:  # ValueError: a path that no system has, such as one with a zero byte
        raise FormError((FormProblemKind.CANNOT_OPEN.at(str(file), "", _reason(error)),)) from None


def _reason(error: OSError | ValueError) -> Phrase | str:
    match error:
        case FileNotFoundError():
            return Phrase("没有这个文件", "there is no such file")
        case IsADirectoryError():
            return Phrase("它是文件夹", "it is a folder")
        case PermissionError():
            return Phrase("没有读取的权限", "reading it is not permitted")
        case OSError(strerror=str(said)):
            return said
        case _:
            return str(error)


def _form_from(source: Source, kind: Format) -> Form:
    if not source.text.strip():
        raise FormError((FormProblemKind.EMPTY_FORM.at(source.name),))
    return form_from_document(kind.read(source), source.name)
