"""`evalrules check FILE…`: what is wrong with policy and schema files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from evalrules.language.problems import Problem, Severity
from evalrules.workbench.api import PolicyError, find_source
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.reporting import complain, print_problems


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="evalrules check",
        description="检查政策文件，并运行其中的示例。 Check policy files, and run their examples.",
        epilog="例 example: evalrules check policies/cn/ningxia/yanchi/yanchi-2022.rules",
    )
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="政策文件或政策名 a policy file, or the id of a policy"
    )
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言 language of the messages")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Check every file. 0: no errors; 1: there are."""
    options = _parser().parse_args(arguments)
    found = [_check(name, options.lang) for name in options.files]
    return ERRORS if any(found) else OK


def _check(name: str, lang: str) -> bool:
    """Whether `name` has errors, after saying which."""
    try:
        problems = _problems_of(name)
    except PolicyError as error:
        complain(str(error))
        return True
    print_problems(problems, lang)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    others = len(problems) - errors
    print(
        f"{name}：{errors} 个错误，{others} 个警告或提示"
        if lang == "zh"
        else f"{name}: {errors} errors, {others} others"
    )
    return bool(errors)


def _problems_of(name: str) -> tuple[Problem, ...]:
    from evalrules.library.header import read_header
    from evalrules.pipeline import check_schema_text, compile_policy
    from evalrules.workbench.examples import failing_examples

    shelf, source = find_source(name)
    if isinstance(source, Problem):
        return (source,)
    if read_header(source).token == "SCHEMA":
        return check_schema_text(source)
    compiled = compile_policy(source, shelf)
    failing = failing_examples(compiled.policy) if compiled.policy else ()
    return (*compiled.problems, *failing)
