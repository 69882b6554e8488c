"""What the examples of a policy do not notice, in any medium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from evalrules.language.problems.problem import Phrase
from evalrules.meaning.record import Json, Record
from evalrules.study.mutation import Fate, Study, Verdict, example_text
from evalrules.views.page import Lang

Format: TypeAlias = Literal["text", "json"]

_SCORE = Phrase(
    "{id}：{total} 处改动，发现了 {caught} 处（示例 {examples} 处，检查 {check} 处）",
    "{id}: {caught} of {total} changes are noticed ({examples} by examples, {check} by the check)",
)
_LEFT = Phrase("另有 {left} 处改动因 --limit 没有试", "{left} more changes were not tried, for --limit")
_MISSED = Phrase("没有发现的改动（{count}）", "Changes that go unnoticed ({count})")
_ALIKE = Phrase(
    "没有发现，也没有找到能发现它的表格；可能和原来意思相同，请自己看一看（{count}）",
    "Unnoticed, and no form was found that would notice; they may say the same: please look ({count})",
)
_NONE = Phrase("没有漏掉的改动", "no change goes unnoticed")
_CHANGE = Phrase("{number}. {place} {kind}", "{number}. {place} {kind}")
_WAS, _IS = Phrase("原来", "was"), Phrase("改成", "now")
_NOTHING_LEFT = Phrase("（整行去掉）", "(left out)")
_WOULD = Phrase("能发现它的示例，可以直接粘贴：", "an example that would notice it, to be pasted as it is:")
_EXAMPLE = Phrase("{place}：{kind}", "{place}: {kind}")


def show_study(study: Study, format: Format, lang: Lang) -> str:
    """The score, then each change that goes unnoticed with an example that would notice it."""
    if format == "json":
        import json

        return json.dumps(study_data(study, lang), ensure_ascii=False, indent=2)
    return "\n".join(_lines(study, lang))


def _lines(study: Study, lang: Lang) -> Iterator[str]:
    """Lines as they are, however long: what is to be pasted is not wrapped."""
    counts = {"examples": len(study.of(Fate.NOTICED)), "check": len(study.of(Fate.REFUSED))}
    yield _SCORE.in_(lang).format(id=study.policy.id, total=study.total, caught=study.caught, **counts)
    if study.left:
        yield _LEFT.in_(lang).format(left=study.left)
    missed, alike = study.of(Fate.MISSED), study.of(Fate.ALIKE)
    if not missed and not alike:
        yield _NONE.in_(lang)
    for heading, those in ((_MISSED, missed), (_ALIKE, alike)):
        if those:
            yield from ("", heading.in_(lang).format(count=len(those)))
        for number, verdict in enumerate(those, 1):
            yield from _verdict(number, verdict, study, lang)


def _verdict(number: int, verdict: Verdict, study: Study, lang: Lang) -> Iterator[str]:
    mutant = verdict.mutant
    yield ""
    yield _CHANGE.in_(lang).format(number=number, place=mutant.place, kind=mutant.kind.value.in_(lang))
    for before, after in mutant.lines:
        yield f"   {_WAS.in_(lang)}  {before}"
        yield f"   {_IS.in_(lang)}  {after or _NOTHING_LEFT.in_(lang)}"
    pasted = _example(verdict, study, lang)
    if pasted:
        yield from (f"   {_WOULD.in_(lang)}", "", pasted)


def _example(verdict: Verdict, study: Study, lang: Lang) -> str:
    """The example that would notice; "" where no form is known."""
    if verdict.form is None or verdict.policy is None:
        return ""
    mutant = verdict.mutant
    title = _EXAMPLE.in_(lang).format(place=mutant.place, kind=mutant.kind.value.in_(lang))
    return example_text(study.policy, verdict.policy, verdict.form, title, lang)


def study_data(study: Study, lang: Lang) -> Record:
    """The study as plain data; nothing is left out."""
    return {
        "policy": {"id": study.policy.id, "hash": study.policy.hash},
        "caught": study.caught,
        "total": study.total,
        "not_tried": study.left,
        "mutants": [_mutant(each, study, lang) for each in study.verdicts],
    }


def _mutant(verdict: Verdict, study: Study, lang: Lang) -> Json:
    lines: Json = [{"before": before, "after": after} for before, after in verdict.mutant.lines]
    return {
        "kind": verdict.mutant.kind.name.lower().replace("_", "-"),
        "place": verdict.mutant.place,
        "lines": lines,
        "fate": verdict.fate.value,
        "by": verdict.by.in_(lang) or None,
        "example": _example(verdict, study, lang) or None,
    }
