"""Examples ready to paste, for what no example of a policy reaches."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems.problem import Phrase
from evalrules.study.example_text import example_text, report_of
from evalrules.study.goals import Aim, Goal, Part
from evalrules.study.results import Reached
from evalrules.study.search import Find
from evalrules.views.compose.saying import shortened
from evalrules.views.compose.trials import goal_words
from evalrules.views.page import Lang, plain

_TO_COMPARE = Phrase(
    "# 以下示例记下规则现在算出的结果，粘贴前请对照办法核对。",
    "# These examples record what the rules make of them now: compare them with the regulation before you keep them.",
)


def sketches(reached: Reached, lang: Lang) -> str:
    """An example for each form that was found, worked out; nothing of goals for which no form was found."""
    if not reached.finds:
        return ""
    return "\n\n".join([_TO_COMPARE.in_(lang), *(_found(reached.policy, find, lang) for find in reached.finds)])


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
