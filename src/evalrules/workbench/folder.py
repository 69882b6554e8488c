"""The forms of a folder: each is read, and what cannot be read is said beside the others."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve, frozen

from evalrules.language.policy.form import Form
from evalrules.readers import FormError, read_form
from evalrules.readers.formats import FORMATS
from evalrules.study.difference import LostForm

_SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.suffixes)


def is_form(file: Path) -> bool:
    """Whether a file in a folder is taken for a form: it is called as one. OSError where it cannot be looked at."""
    return file.name.lower().endswith(_SUFFIXES) and file.is_file()


@frozen
class Folder:
    """The forms of a folder by their file names, in the order of the names, and the files that could not be read.

    Only files that lie in the folder itself are looked at, and of these those whose names end as forms' do.
    """

    forms: tuple[Form, ...]
    unread: tuple[LostForm, ...]


def read_folder(path: Path) -> Folder:
    """The forms of the folder `path`. Raises OSError where it is none, or cannot be listed."""
    forms: list[Form] = []
    unread: list[LostForm] = []
    for file in sorted(path.iterdir()):
        if not is_form(file):
            continue
        try:
            forms.append(evolve(read_form(file), name=file.name))
        except FormError as error:
            unread.append(LostForm(file.name, error.problems))
    return Folder(tuple(forms), tuple(unread))
