"""Tries the examples of a policy, reading the forms that some of them name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from attrs import frozen

from evalrules.language.policy.definition import Example
from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Phrase
from evalrules.meaning.examples import Trial, form_from_example, try_example
from evalrules.readers import FormError, read_form


@frozen
class Untried:
    """An example that could not be tried, because its form cannot be had."""

    example: Example
    reason: Phrase


Tried: TypeAlias = Trial | Untried


def trials_of(policy: CheckedPolicy, folder: Path | None) -> tuple[Tried, ...]:
    """Every example of `policy`, tried. The forms that they name lie in `folder` or below; None: there is none."""
    return tuple(_tried(policy, folder))


def _tried(policy: CheckedPolicy, folder: Path | None) -> Iterator[Tried]:
    for example in policy.examples:
        form = _form_of(policy, example, folder)
        yield Untried(example, form) if isinstance(form, Phrase) else try_example(policy, example, form)


def _form_of(policy: CheckedPolicy, example: Example, folder: Path | None) -> Form | Phrase:
    """The form of `example`, or why there is none."""
    if not example.form_file:
        return form_from_example(policy, example)
    if folder is None:
        return Phrase("没有可以找它的文件夹", "there is no folder in which to look for it")
    return _form_in(folder, example.form_file, policy.schema.name)


def _form_in(folder: Path, name: str, schema: str) -> Form | Phrase:
    # A link may lead elsewhere although the path does not.
    path = folder / name
    if not _within(path, folder):
        return Phrase("它不在这个文件夹之内", "it lies outside this folder")
    try:
        form = read_form(path)
    except FormError as error:
        first = error.problems[0]
        return Phrase(first.zh, first.en)
    if form.schema not in ("", schema):
        return Phrase(f"它的表式是 {form.schema}，不是 {schema}", f"it follows schema `{form.schema}`, not `{schema}`")
    return form


def _within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, a name that no system has
        return False
