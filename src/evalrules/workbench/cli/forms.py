"""The forms that a command is given: files, and folders of them. What cannot be scored is kept with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from evalrules.language.policy.form import Form, FormProblem
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.readers import FormError, read_form
from evalrules.readers.formats import FORMATS
from evalrules.study.difference import LostForm
from evalrules.workbench.refusal import other_schema


@frozen
class Batch:
    """Forms that were read, and those that were lost; `unread` are the lost ones whose scores nobody knows."""

    forms: tuple[Form, ...]
    lost: tuple[LostForm, ...]
    unread: tuple[str, ...]


def forms_at(given: Iterable[Path]) -> list[Path]:
    """The forms at the paths, and all forms in the folders among them and below."""
    return [path for each in given for path in _at(each)]


def _at(path: Path) -> list[Path]:
    suffixes = tuple(suffix for each in FORMATS for suffix in each.suffixes)
    try:
        if not path.is_dir():
            return [path]
        return sorted(each for each in path.rglob("*") if each.name.lower().endswith(suffixes) and each.is_file())
    except (OSError, ValueError):  # a name that no system has: reading it will say so
        return [path]


def read_batch(paths: Sequence[Path], *policies: CheckedPolicy) -> Batch:
    """The forms at `paths`, each under its path; lost is what cannot be read, or scored by one of `policies`."""
    forms: list[Form] = []
    lost: list[LostForm] = []
    unread: list[str] = []
    for path in paths:
        try:
            form = evolve(read_form(path), name=str(path))
        except FormError as error:
            lost.append(LostForm(str(path), error.problems))
            unread.append(str(path))
            continue
        problem = _of_other_schema(form, policies)
        lost += [LostForm(str(path), (problem,))] if problem else []
        forms += [] if problem else [form]
    return Batch(tuple(forms), tuple(lost), tuple(unread))


def _of_other_schema(form: Form, policies: Iterable[CheckedPolicy]) -> FormProblem | None:
    """Why a form cannot be scored by all policies: it follows another schema than one of them."""
    for policy in policies:
        if form.schema not in ("", policy.schema.name):
            refusal = other_schema(form.schema, policy.id, policy.schema.name)
            return FormProblem(refusal.code, "schema", form.schema, *refusal.message, *refusal.help)
    return None
