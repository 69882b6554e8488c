"""Says on standard error what is wrong; results alone go to standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from evalrules.language.policy.form import FormProblem
from evalrules.language.problems import Problem


def complain(words: str) -> None:
    """Say one thing that is wrong."""
    print(f"evalrules: {words}", file=sys.stderr)


def print_problems(problems: Iterable[Problem], lang: str) -> None:
    """The problems of a policy, each with the guilty words under its line."""
    problems = tuple(problems)
    if not problems:
        return
    from evalrules.views.compose.problems import compose_problems
    from evalrules.views.draw.text import draw_text

    print(draw_text(compose_problems(problems, "zh" if lang == "zh" else "en")), file=sys.stderr)


def print_form_problems(problems: Iterable[FormProblem], name: str, lang: str) -> None:
    """The problems of a form, each with its address."""
    for each in problems:
        word = "错误" if lang == "zh" else "error"
        print(f"{word}[{each.code}] {name} {each.address}", file=sys.stderr)
        print(f"  {each.message(lang)}\n  {each.help(lang)}", file=sys.stderr)
