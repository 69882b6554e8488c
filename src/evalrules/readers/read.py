"""Reads a form, or a document with forms: from a file, from bytes, or from a text.

What it takes to find a form in a document is imported when there is a document: JSON does without.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from evalrules.language.decode import decode_utf8, source_from_text
from evalrules.language.policy.form import Form
from evalrules.language.problems import Phrase, Problem
from evalrules.language.source import Source
from evalrules.readers.form import form_from_document
from evalrules.readers.formats import Format, PrintedFormat, format_named, format_of_file
from evalrules.readers.problems import FormError, FormProblemKind, form_problem_from

if TYPE_CHECKING:
    from evalrules.readers.reading import ReadForm, Reading


def read_form(path: str | PathLike[str], number: int | None = None) -> Form:
    """The form in the file at `path`, whose ending (`.json`, `.xlsx`, `.docx`, …) says its format.

    Where a document holds several forms, `number` says which one, counted from 1. The form takes the file's
    name. A cell that cannot be read loses no other: it is told among `form.problems`. FormError, and no other
    exception, where the file gives no form at all, or several and no number.
    """
    file = Path(path)
    kind = format_of_file(str(file))
    return evolve(_form_of(_data_of(file, kind), kind, str(file), number), name=file.name)


def read_form_bytes(data: bytes, format: str, name: str, number: int | None = None) -> Form:
    """The form in `data`, as it may come from standard input; otherwise as `read_form`.

    `format` is `json`, `xlsx` or another of those known; messages call the data `name`.
    """
    return _form_of(data, format_named(format), name, number)


def read_form_text(text: str, format: str, name: str) -> Form:
    """The form in `text`; otherwise as `read_form_bytes`."""
    kind = format_named(format)
    if isinstance(kind, PrintedFormat):
        return _form_of(text.encode("utf-8", "replace"), kind, name, None)
    if len(text) > kind.largest:
        raise FormError((FormProblemKind.FORM_TOO_LARGE.at(name, "", kind.largest),))
    return _form_from(source_from_text(text, name), kind)


def read_document(path: str | PathLike[str]) -> Reading:
    """Everything that the file at `path` says: its forms, and what stands beside them. FormError if it has none."""
    file = Path(path)
    kind = format_of_file(str(file))
    return _reading_of(_data_of(file, kind), kind, str(file), file.name)


def read_document_bytes(data: bytes, format: str, name: str) -> Reading:
    """Everything that `data` says; otherwise as `read_document`."""
    return _reading_of(data, format_named(format), name, name)


def _form_of(data: bytes, kind: Format | PrintedFormat, name: str, number: int | None) -> Form:
    if isinstance(kind, PrintedFormat):
        reading = _reading_of(data, kind, name, name)
        form = chosen_form(reading, number).form
        return evolve(form, problems=(*form.problems, *reading.problems)) if reading.problems else form
    if number not in (None, 1):
        raise FormError((FormProblemKind.NO_SUCH_FORM.at(name, "", number or 0, 1),))
    return _form_of_bytes(data, kind, name)


def _form_of_bytes(data: bytes, kind: Format, name: str) -> Form:
    _refuse_size(data, kind, name)
    source = decode_utf8(data, name)
    if isinstance(source, Problem):
        raise FormError((form_problem_from(source, f"{name}:{source.span.line}"),))
    return _form_from(source, kind)


def chosen_form(reading: Reading, number: int | None) -> ReadForm:
    """The form with that number, or the only one. FormError if there is no such one, or no number and several."""
    from evalrules.readers.recognise.forms import numbered

    forms = reading.forms
    if number is None and len(forms) > 1:
        raise FormError((FormProblemKind.SEVERAL_FORMS.at(reading.name, "", len(forms), numbered(forms)),))
    if number is not None and not 1 <= number <= len(forms):
        raise FormError((FormProblemKind.NO_SUCH_FORM.at(reading.name, "", number, len(forms)),))
    return forms[(number or 1) - 1]


def _reading_of(data: bytes, kind: Format | PrintedFormat, name: str, called: str) -> Reading:
    from evalrules.readers.reading import ReadForm, Reading
    from evalrules.readers.recognise.forms import reading_from

    if not isinstance(kind, PrintedFormat):
        form = evolve(_form_of_bytes(data, kind, name), name=called)
        return Reading(called, (ReadForm(form, "", "", (), (), 0),))
    _refuse_size(data, kind, name)
    if not data.strip():
        raise FormError((FormProblemKind.EMPTY_FORM.at(name),))
    reading = reading_from(kind.read(data, name), called)
    if not reading.forms:
        raise FormError((FormProblemKind.NO_FORM_FOUND.at(name), *reading.problems))
    return reading


def _refuse_size(data: bytes, kind: Format | PrintedFormat, name: str) -> None:
    if len(data) > kind.largest:
        raise FormError((FormProblemKind.FORM_TOO_LARGE.at(name, "", kind.largest),))


def _data_of(file: Path, kind: Format | PrintedFormat) -> bytes:
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
