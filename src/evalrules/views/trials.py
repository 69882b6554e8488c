"""Trials as plain data: what `test --format json` prints."""

from __future__ import annotations

from collections.abc import Sequence

from evalrules.language.problems.problem import Phrase
from evalrules.study.goals import Goal, Part
from evalrules.study.results import Reached, TriedFile
from evalrules.study.trials import Tried, Untried
from evalrules.views.compose.trials import percent
from evalrules.views.page import Lang


def trials_data(files: Sequence[TriedFile], reached: Sequence[Reached], lang: Lang) -> dict[str, object]:
    """The files with their examples, the policies with what is reached of them."""
    return {
        "files": [_file(each, lang) for each in files],
        "policies": [_policy(each) for each in reached],
    }


def _file(tested: TriedFile, lang: Lang) -> dict[str, object]:
    return {
        "file": tested.name,
        "policy": tested.policy.id,
        "examples": [_example(each, lang) for each in tested.tried],
    }


def _example(tried: Tried, lang: Lang) -> dict[str, object]:
    example = tried.example
    named: dict[str, object] = {"title": example.title, "line": example.span.line}
    if isinstance(tried, Untried):
        return {**named, "holds": False, "unread": tried.reason.in_(lang), "disagreements": []}
    found = [
        {"line": each.span.line, "expected": _said(each.wanted, lang), "derived": _said(each.derived, lang)}
        for each in tried.disagreements
    ]
    return {**named, "holds": not found, "unread": None, "disagreements": found}


def _said(phrase: Phrase, lang: Lang) -> str:
    return phrase.in_(lang)


def _policy(reached: Reached) -> dict[str, object]:
    coverage = reached.coverage
    parts = {part.value: coverage.of(part) for part in Part}
    return {
        "policy": reached.policy.id,
        "coverage": percent(coverage.share),
        "goals": len(coverage.goals),
        "reached": len(coverage.goals) - len(coverage.missing),
        "parts": {
            name: {"goals": len(each.goals), "reached": len(each.goals) - len(each.missing)}
            for name, each in parts.items()
        },
        "missing": [_goal(goal) for goal in coverage.missing],
    }


def _goal(goal: Goal) -> dict[str, object]:
    return {
        "part": goal.part.value,
        "aim": goal.aim.value,
        "owner": goal.owner,
        "words": goal.words,
        "line": goal.span.line,
    }
