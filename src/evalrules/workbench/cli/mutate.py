"""`evalrules mutate POLICY`: small changes to a policy that its examples do not notice."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.library.header import read_header
from evalrules.library.shelf import Shelf
from evalrules.meaning.examples import Trial
from evalrules.pipeline import compile_examples
from evalrules.study.mutation import Fate, Search, Subject, study_mutants
from evalrules.study.trials import Tried, trials_of
from evalrules.views.mutation import Format, show_study
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.reporting import report_policy_error, report_problems
from evalrules.workbench.cli.streams import hand_over, show
from evalrules.workbench.examples import problems_of
from evalrules.workbench.loading import Located, PolicyError, load_policy, locate

_PATIENCE = 1.0
"""Seconds after which a terminal is told how far the trial has come."""


@frozen
class Request:
    """What the arguments ask for."""

    policy: str
    limit: int | None
    libraries: Sequence[Path]
    format: Format
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "mutate",
        "把政策的一处改动一点，看示例发现不发现；没有发现的，给出能发现它的示例。\n"
        "Change one thing in a policy, and see whether its examples notice; where not, show one that would.",
        "evalrules mutate yanchi-2022",
    )
    parser.operands.add_argument("policy", metavar="POLICY", help="政策名或政策文件\nthe id of a policy, or a file")
    option = parser.choices.add_argument
    option("--limit", metavar="N", type=int, help="最多试多少处改动，均匀地取\nhow many changes to try, spread evenly")
    parser.add_library()
    option("--format", choices=("text", "json"), default="text", help="输出格式，默认 text\nwhat to print")
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Try a policy. 0: every change is noticed; 1: some go unnoticed, or the policy or its examples have errors."""
    parser = _parser()
    request = Request(**vars(parser.parse_args(arguments)))
    if request.limit is not None and request.limit < 1:
        parser.error("argument --limit: 要大于 0 (must be at least 1)")
    try:
        located = locate(request.policy, request.libraries)
        policy = load_policy(request.policy, request.libraries)
    except PolicyError as error:
        report_policy_error(error, request.lang)
        return ERRORS
    tried = tuple(_tried(policy, located))
    failing = tuple(problem for each in tried for problem in problems_of(each))
    if failing:
        report_problems(failing, request.lang)
        return ERRORS
    trials = tuple(each for each in tried if isinstance(each, Trial))
    subject = Subject(located.source, located.shelf, policy, trials)
    study = study_mutants(subject, request.limit, _Progress().tell, _search())
    words = show_study(study, request.format, request.lang)
    show(words) if request.format == "text" else hand_over(words)
    return ERRORS if study.of(Fate.MISSED) else OK


def _tried(policy: CheckedPolicy, located: Located) -> Iterator[Tried]:
    """The examples in the policy's own text, then those of the sets of examples that lie on the shelf or beside it."""
    yield from trials_of(policy, located.folder)
    shelf = Shelf((located.folder, *located.shelf.folders))
    for entry in shelf.entries():
        if entry.header.token == "EXAMPLE_SET" and read_header(entry.text).policy == policy.id:
            compiled = compile_examples(entry.text, located.shelf)
            if compiled.policy is not None:
                yield from trials_of(compiled.policy, entry.path.parent)


def _search() -> Search:
    """A search at random for what the usual candidates do not show, if what it needs is installed."""
    try:
        from evalrules.testing.noticing import form_that_tells
    except ModuleNotFoundError:
        return lambda policy, other: None
    return form_that_tells


@frozen
class _Progress:
    """How far the trial has come, told on a terminal once it takes its time."""

    began: float = field(factory=time.monotonic)

    def tell(self, done: int, every: int) -> None:
        """Say that `done` of `every` mutants are done."""
        if sys.stderr is not None and sys.stderr.isatty() and time.monotonic() - self.began > _PATIENCE:
            sys.stderr.write(f"\r{done}/{every}" + ("\r" if done + 1 == every else ""))
            sys.stderr.flush()
