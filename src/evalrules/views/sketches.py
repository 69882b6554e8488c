"""Examples ready to paste, for what no example of a policy reaches."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.policy import expression as ex
from evalrules.language.policy.definition import Check, Rule
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, Record
from evalrules.language.problems.problem import Phrase
from evalrules.study.example_text import blank_example, example_text, report_of
from evalrules.study.goals import Aim, Goal, Part
from evalrules.study.nodes import nodes_in
from evalrules.study.results import Reached
from evalrules.study.search import Find
from evalrules.views.compose.saying import shortened
from evalrules.views.compose.trials import goal_words
from evalrules.views.page import Lang, plain

_TO_COMPARE = Phrase(
    "# 以下示例记下规则现在算出的结果，粘贴前请对照办法核对。",
    "# These examples record what the rules make of them now: compare them with the regulation before you keep them.",
)
_TO_FILL = Phrase(
    "# 没有找到这样的表格，请填写内容和应得的分。",
    "# No such form was found: fill in the cells and what they must earn.",
)


def sketches(reached: Reached, lang: Lang) -> str:
    """An example for each goal that is not reached: worked out where a form was found, else to be filled in."""
    found = {goal.key for find in reached.finds for goal in find.goals}
    lost = tuple(goal for goal in reached.coverage.missing if goal.key not in found)
    parts = [_TO_COMPARE.in_(lang)] if reached.finds else []
    parts += [_found(reached.policy, find, lang) for find in reached.finds]
    parts += [_blank(reached.policy, owner, goals, lang) for owner, goals in _by_owner(lost)]
    return "\n\n".join(parts)


def _found(policy: CheckedPolicy, find: Find, lang: Lang) -> str:
    reports = [goal for goal in find.goals if goal.part is Part.CHECK]
    shown = tuple(report_of(goal.owner, due=goal.aim is Aim.REPORTED) for goal in reports)
    title = _title(find.goals[0], lang)
    example = example_text(policy, title, find.form, find.derivation, lang, shown)
    return "\n".join([*_comments(find.goals, lang), example.rstrip("\n")])


def _comments(goals: tuple[Goal, ...], lang: Lang) -> Iterator[str]:
    return (f"# {plain(goal_words(goal, lang))}" for goal in goals)


def _title(goal: Goal, lang: Lang) -> str:
    owner = f"{goal.owner} · " if goal.owner and goal.owner != goal.words else ""
    return shortened(f"{owner}{goal.words} · {_AIMED[goal.aim].in_(lang)}")


_AIMED = {
    Aim.APPLIED: Phrase("用到", "applies"),
    Aim.TRUE: Phrase("成立", "holds"),
    Aim.FALSE: Phrase("不成立", "fails"),
    Aim.HELD: Phrase("落入", "reached"),
    Aim.ON_EDGE: Phrase("恰好", "exactly"),
    Aim.BY_EDGE: Phrase("差一点", "just missed"),
    Aim.CHANGED: Phrase("起作用", "with effect"),
    Aim.UNCHANGED: Phrase("不起作用", "without effect"),
    Aim.REPORTED: Phrase("报", "reported"),
    Aim.SILENT: Phrase("不报", "silent"),
}


def _by_owner(goals: tuple[Goal, ...]) -> Iterator[tuple[str, tuple[Goal, ...]]]:
    for owner in dict.fromkeys(goal.owner for goal in goals):
        yield owner, tuple(goal for goal in goals if goal.owner == owner)


def _blank(policy: CheckedPolicy, owner: str, goals: tuple[Goal, ...], lang: Lang) -> str:
    record, fields = _read_by(policy, owner)
    example = blank_example(_title(goals[0], lang), record, fields, lang)
    return "\n".join([*_comments(goals, lang), _TO_FILL.in_(lang), example.rstrip("\n")])


def _read_by(policy: CheckedPolicy, owner: str) -> tuple[Record, tuple[Field, ...]]:
    """The record of the declaration called `owner`, and the fields that it reads; else the first with rows scored."""
    declared: tuple[Rule | Check, ...] = (*policy.rules, *policy.checks)
    named = [each for each in declared if each.name == owner and each.scope is not None]
    element = named[0] if named else policy.rules[0]
    name = element.scope.record if element.scope else None
    record = policy.schema.record_named(name or "") or policy.schema.records[0]
    read = {node.field.en for node in nodes_in(element) if isinstance(node, ex.Given)}
    return record, tuple(field for field in record.fields if field.en in read)
