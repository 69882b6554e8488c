"""Examples that do not hold, as problems of the file that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Problem
from evalrules.language.problems.example_fails import ExampleFails
from evalrules.language.problems.form_unread import FormUnread
from evalrules.language.source import Span
from evalrules.study.trials import Tried, Untried, trials_of


def failing_examples(policy: CheckedPolicy, folder: Path | None = None) -> tuple[Problem, ...]:
    """A problem for each expectation that the policy does not bear out, at the expectation.

    The forms that examples name lie in `folder` or below.
    """
    return tuple(problem for tried in trials_of(policy, folder) for problem in problems_of(tried))


def problems_of(tried: Tried) -> Iterator[Problem]:
    """What is wrong with one example."""
    example = tried.example
    if isinstance(tried, Untried):
        start = example.span.start + example.span.text.index(example.form_file)
        span = Span(example.span.source, start, start + len(example.form_file))
        yield FormUnread(span, example.form_file, tried.reason)
        return
    for each in tried.disagreements:
        yield ExampleFails(each.span, example.title, each.wanted, each.derived)
