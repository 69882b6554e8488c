"""Finds the policy of a form by its place, kind and year, and says which and why."""

from __future__ import annotations

import sys

from evalrules.language.policy.form import Cell, Form
from evalrules.library.choice import Choice, Wanted, choose
from evalrules.library.shelf import Entry, Shelf, shipped
from evalrules.workbench.cli.reporting import complain

_PLACE = ("place", "地区")
_YEAR = ("year", "年度")


def choose_for(form: Form, lang: str) -> str | None:
    """The path of the one policy that fits `form`; None if there is none or more than one, after saying so."""
    wanted = Wanted(form.schema or "project", _said(form, _PLACE), _said(form, _YEAR).removesuffix("年"))
    choice = choose(Shelf(shipped()), wanted)
    if len(choice.fitting) == 1:
        entry = choice.fitting[0]
        print(_because(entry, wanted, lang), file=sys.stderr)
        return str(entry.path)
    complain(_none(choice, lang) if not choice.fitting else _several(choice, lang))
    return None


def _said(form: Form, names: tuple[str, ...]) -> str:
    empty = Cell("", "")
    return next((form.header[name].text for name in names if name in form.header), empty.text).strip()


def _because(entry: Entry, wanted: Wanted, lang: str) -> str:
    head = entry.header
    if lang == "zh":
        where = head.place or "全国"
        return f"政策：{head.id}（{head.title}）——按地区 {where}、表式 {wanted.schema}、年度 {head.year} 选定"
    where = head.place or "everywhere"
    return f"policy: {head.id} ({head.title}), chosen by place {where}, form {wanted.schema}, year {head.year}"


def _listed(entries: tuple[Entry, ...]) -> str:
    return "\n".join(f"  {e.header.id:<24} {e.header.place or '—'}  {e.header.year}  {e.header.title}" for e in entries)


def _none(choice: Choice, lang: str) -> str:
    wanted = choice.wanted
    others = _listed(choice.others)
    if lang == "zh":
        said = f"政策库中没有适用于地区“{wanted.place}”、表式 {wanted.schema}、年度“{wanted.year}”的政策"
        return f"{said}；用 --policy 指定一个" + (f"。同一表式的政策有：\n{others}" if others else "")
    said = f"no policy for place `{wanted.place}`, form `{wanted.schema}`, year `{wanted.year}`"
    return f"{said}; name one with --policy" + (f". For this form there are:\n{others}" if others else "")


def _several(choice: Choice, lang: str) -> str:
    listed = _listed(choice.fitting)
    if lang == "zh":
        return f"有几个政策同样适用，用 --policy 指定一个：\n{listed}"
    return f"several policies fit equally well; name one with --policy:\n{listed}"
