"""Finds the policy of a form by its place, kind and year, and says which and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from evalrules.language.policy.form import Form
from evalrules.library.choice import Choice, Wanted, choose
from evalrules.library.shelf import Entry, Shelf, shipped
from evalrules.workbench.api import Lang
from evalrules.workbench.cli.streams import say
from evalrules.workbench.loading import PolicyError
from evalrules.workbench.refusal import ambiguous_policy, no_policy

# What a form calls its place and its year, before any schema says so.
_PLACE = ("place", "地区")
_YEAR = ("year", "年度")


def choose_for(form: Form, libraries: Sequence[Path], lang: Lang) -> Path:
    """The file of the one policy that fits `form`, after saying why that one. Raises PolicyError."""
    choice = choose(Shelf((*libraries, *shipped())), wanted_by(form))
    if len(choice.fitting) != 1:
        raise PolicyError(ambiguous_policy(choice) if choice.fitting else no_policy(choice))
    say(_because(choice, choice.fitting[0], lang))
    return choice.fitting[0].path


def wanted_by(form: Form) -> Wanted:
    """What `form` says of itself, in the spelling of policies: 2022年度 is 2022, ／ is /."""
    place = "/".join(part.strip() for part in re.split("[/／]", _said(form, _PLACE)))
    year = _said(form, _YEAR)
    dated = re.fullmatch(r"(\d{4})\s*年?度?", year)
    return Wanted(form.schema, place, str(int(dated[1])) if dated else year)


def _said(form: Form, names: tuple[str, ...]) -> str:
    """What the form's header says under one of `names`; "" where that is nothing, unreadable or two things."""
    cells = [form.header[name] for name in names if name in form.header]
    said = {cell.text.strip() for cell in cells if cell.problem is None}
    return said.pop() if len(said) == 1 else ""


def _because(choice: Choice, entry: Entry, lang: Lang) -> str:
    head, wanted = entry.header, choice.wanted
    if lang == "zh":
        where = _reached(head.place or "不限", wanted.place, "（表格：{}）")
        kind = head.applies if wanted.schema else f"{head.applies}（表格未写）"
        year = head.year or "不限"
        return f"政策：{head.id}（{head.title}）——按地区 {where}、表式 {kind}、年度 {year} 选定"
    where = _reached(head.place or "any", wanted.place, " (the form: {})")
    kind = head.applies if wanted.schema else f"{head.applies} (the form does not say)"
    return f"policy: {head.id} ({head.title}), chosen by place {where}, form {kind}, year {head.year or 'any'}"


def _reached(found: str, wanted: str, remark: str) -> str:
    """The place of the policy, and that of the form where it is another one."""
    return found if found == wanted or not wanted else found + remark.format(wanted)
