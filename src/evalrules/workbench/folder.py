"""The forms of a folder: each is read, and what cannot be read is said beside the others."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve, frozen

from evalrules.language.policy.form import Form, FormProblem
from evalrules.readers import FormError, read_form
from evalrules.readers.formats import FORMATS

_SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.suffixes)


@frozen
class Unread:
    """A file that is no form that can be read, and why."""

    name: str
    problems: tuple[FormProblem, ...]


@frozen
class Folder:
    """The forms of a folder by their file names, in the order of the names, and the files that could not be read.

    Only files that lie in the folder itself are looked at, and of these those whose names end as forms' do.
    """

    forms: tuple[Form, ...]
    unread: tuple[Unread, ...]


def read_folder(path: Path) -> Folder:
    """The forms of the folder `path`. Raises OSError where it is none, or cannot be listed."""
    forms: list[Form] = []
    unread: list[Unread] = []
    for file in sorted(path.iterdir()):
        if not file.name.lower().endswith(_SUFFIXES) or not file.is_file():
            continue
        try:
            forms.append(evolve(read_form(file), name=file.name))
        except FormError as error:
            unread.append(Unread(file.name, error.problems))
    return Folder(tuple(forms), tuple(unread))
