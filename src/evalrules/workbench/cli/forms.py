"""The forms that a command is given: files, and folders of them. What cannot be scored is kept with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from evalrules.language.policy.form import Form, FormProblem
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.readers import FormError, read_form
from evalrules.study.difference import LostForm
from evalrules.workbench.api import Lang
from evalrules.workbench.cli.reporting import report_refusal
from evalrules.workbench.folder import is_form
from evalrules.workbench.refusal import no_forms, other_schema


@frozen
class Batch:
    """Forms that were read, and those that were lost; `unread` are the lost ones whose scores nobody knows."""

    forms: tuple[Form, ...]
    lost: tuple[LostForm, ...]
    unread: tuple[str, ...]


def batch_at(given: Sequence[Path], lang: Lang, *policies: CheckedPolicy) -> Batch | None:
    """The forms at the paths, and all in the folders among them and below; None, which is told, if there are none."""
    paths = [path for each in given for path in _at(each)]
    if given and not paths:
        report_refusal(no_forms(", ".join(map(str, given))), lang)
        return None
    return _read_batch(paths, policies)


def _at(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        return sorted(each for each in path.rglob("*") if is_form(each))
    except (OSError, ValueError):  # a name that no system has: reading it will say so
        return [path]


def _read_batch(paths: Sequence[Path], policies: Sequence[CheckedPolicy]) -> Batch:
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
