"""Why a name stands for nothing, or for more than one thing, and what was probably meant."""

from __future__ import annotations

from evalrules.language.check.kindred import kindred
from evalrules.language.check.names import AWARD, Meaning, Names, Place
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.ambiguous_name import AmbiguousName
from evalrules.language.problems.comparison_in_words import ComparisonInWords
from evalrules.language.problems.minus_without_spaces import MinusWithoutSpaces
from evalrules.language.problems.row_needed import RowNeeded
from evalrules.language.problems.unknown_name import UnknownName
from evalrules.language.source import Span
from evalrules.language.syntax.slips import compared_in


def problem_with_name(name: str, span: Span, meanings: tuple[Meaning, ...], place: Place) -> Problem:
    """The problem of a name that has not exactly one meaning at `place`."""
    if meanings:
        return AmbiguousName(span, name, meanings[0].described, meanings[1].described)
    compared = compared_in(name)
    if compared and _known(compared[0], place):
        return ComparisonInWords(span, name, compared[1])
    joined = difference(name, place)
    if joined:
        return MinusWithoutSpaces(span, name, joined)
    if place.around is not None and place.around.row and place.around.meanings(name):
        return UnknownName(span, name, place.visible(), (), _of_the_row_around(name))
    owner = place.owner_of(name)
    if owner is not None:
        what = Phrase(f"“{name}”", f"`{name}`")
        return RowNeeded(span, what, Phrase(owner.zh, owner.en))
    return UnknownName(span, name, place.visible(), kindred(name, place), _elsewhere(name, place))


def _of_the_row_around(name: str) -> Phrase:
    return Phrase(
        f"“{name}”是外面那一行的，不是所汇总的行的；写：本行 {name}",
        f"`{name}` is of the row outside, not of the rows gathered; write `this-row {name}`",
    )


def difference(name: str, place: Place) -> tuple[str, ...]:
    """The known names and numbers that hyphens join in `name`; empty if it is not made of such."""
    head, hyphen, rest = name.partition("-")
    while hyphen:
        if _known(head, place):
            after = (rest,) if _known(rest, place) else difference(rest, place)
            if after:
                return (head, *after)
        more, hyphen, rest = rest.partition("-")
        head = f"{head}-{more}"
    return ()


def _known(word: str, place: Place) -> bool:
    return word.isdigit() or bool(place.meanings(word)) or place.owner_of(word) is not None


def _elsewhere(name: str, place: Place) -> Phrase | None:
    """What `name` is, in another place or as another kind of thing than a quantity."""
    names = place.names
    row = place.row.record if place.row else None
    for record_en, classes in names.classes.items():
        record = names.schema.record_named(record_en)
        if name in classes and record is not None:
            subject = (row or record).zh
            return Phrase(
                f"“{name}”是“{record.zh}”的分类，写：{subject} 是 {name}",
                f"`{name}` is a class of `{record.en}`; write `{(row or record).en} is {name}`",
            )
    if name in names.functions:
        return Phrase(f"“{name}”是函数，后面要写括号", f"`{name}` is a function and needs brackets")
    if names.schema.record_named(name):
        return Phrase(
            f"“{name}”是表式的一部分，不是数；写它的字段，或 个数（对 {name}）",
            f"`{name}` is a part of the form and no quantity; name one of its fields, or `count(for {name})`",
        )
    if name in names.rules:
        return Phrase(
            f"“{name}”是规则；引用它的得分，写：得分 同 {name}", f"`{name}` is a rule; write `award same-as {name}`"
        )
    if name in AWARD:
        return Phrase("得分是各行的，这里没有行", "an award belongs to a row, and there is none here")
    return None


def classed_parts(name: str, names: Names) -> tuple[str, ...]:
    """`定量 指标` where 定量指标 or 定量 was written: parts of the form with the class that `name` says."""
    records = ((each, names.classes.get(each.en, ())) for each in names.schema.records)
    return tuple(
        f"{kind} {record.zh}" for record, kinds in records for kind in kinds if name in (kind, kind + record.zh)
    )
