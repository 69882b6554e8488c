"""Finds the policy of a form by its place, kind and year, and says which and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve, frozen

from evalrules.language.policy.form import Form
from evalrules.library.choice import Choice, Wanted, choose, policies_on
from evalrules.library.shelf import Entry, Shelf, shipped
from evalrules.workbench.api import Lang
from evalrules.workbench.cli.streams import say
from evalrules.workbench.loading import PolicyError
from evalrules.workbench.refusal import ambiguous_policy, no_policy

# What a form calls its place and its year, before any schema says so.
_PLACE = ("place", "地区")
_YEAR = ("year", "年度")

_KINDS_OF_PLACE = re.compile("省|市|县|区|旗|州|盟|(?:[一-龥]+族)*自治[区州县]")
"""what a title says behind the name of a place, and a path leaves out"""


def choose_for(form: Form, libraries: Sequence[Path], lang: Lang) -> Path:
    """The file of the one policy that fits `form`, after saying why that one. Raises PolicyError."""
    shelf = Shelf((*libraries, *shipped()))
    wanted = wanted_by(form)
    choice = choose(shelf, evolve(wanted, place=_path_of(wanted.place, shelf)))
    if len(choice.fitting) != 1:
        raise PolicyError(ambiguous_policy(choice) if choice.fitting else no_policy(choice))
    say(_because(choice, choice.fitting[0], lang))
    return choice.fitting[0].path


def _path_of(place: str, shelf: Shelf) -> str:
    """The path of a place that a title names by its last part: 盐池县 is 宁夏/吴忠/盐池, if a policy is from there.

    `place` as it stands where it is a path itself, or where it may be several places or none.
    """
    if "/" in place or not place:
        return place
    places = {
        each.header.place for each in policies_on(shelf) if _is_called(each.header.place.rpartition("/")[2], place)
    }
    return places.pop() if len(places) == 1 else place


def _is_called(name: str, place: str) -> bool:
    rest = place.removeprefix(name)
    return bool(name) and rest != place and _KINDS_OF_PLACE.fullmatch(rest) is not None


def wanted_by(form: Form) -> Wanted:
    """What `form` says of itself, in the spelling of policies: 2022年度 is 2022, ／ is /."""
    place = "/".join(part.strip() for part in re.split("[/／]", _said(form, _PLACE)))
    year = _said(form, _YEAR)
    dated = re.fullmatch(r"(\d{4})\s*年?度?", year)
    return Wanted(form.schema, place, str(int(dated[1])) if dated else year)


def _said(form: Form, names: tuple[str, ...]) -> str:
    """What the form's header says under `names`; "" where that is nothing or unreadable."""
    cells = [form.header[name] for name in names if name in form.header]
    # Where it says two things it says neither; put together they are shown, and fit no policy.
    return " ≠ ".join(dict.fromkeys(cell.text.strip() for cell in cells if cell.problem is None))


def _because(choice: Choice, entry: Entry, lang: Lang) -> str:
    """Which policy was chosen and by what; where the form says something else, also that."""
    head, wanted, said = entry.header, choice.wanted, _SAID[lang]
    return said.chosen.format(
        id=head.id,
        title=head.title,
        place=said.reached(head.place, wanted.place),
        schema=said.reached(head.applies, wanted.schema),
        year=said.reached(head.years.name(lang), wanted.year),
    ) + said.others(choice, lang)


@frozen
class _Saying:
    """The sentences about a choice, in one language."""

    chosen: str
    any: str
    remark: str
    blank: str
    local: str
    between: str

    def reached(self, found: str, wanted: str) -> str:
        """What the policy says, and what the form says where it says something else."""
        return (found or self.any) + ("" if found == wanted else self.remark.format(wanted or self.blank))

    def others(self, choice: Choice, lang: Lang) -> str:
        """The policies of the form's own place, where one of a wider place was chosen."""
        listed = self.between.join(f"{each.header.id} ({each.header.years.name(lang)})" for each in choice.local)
        return self.local.format(listed) if listed else ""


_SAID = {
    "zh": _Saying(
        "政策：{id}（{title}）——按地区 {place}、表式 {schema}、年度 {year} 选定",
        "不限",
        "（表格：{}）",
        "未填",
        "；本地区其他年度的政策：{}，可用 --policy 指定",
        "、",
    ),
    "en": _Saying(
        "policy: {id} ({title}), chosen by place {place}, form {schema}, year {year}",
        "any",
        " (the form: {})",
        "not given",
        "; for other years of this place: {}, to be named with --policy",
        ", ",
    ),
}
