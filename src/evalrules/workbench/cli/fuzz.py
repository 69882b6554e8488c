"""`evalrules fuzz POLICY`: look for a form on which the policy breaks a law, or a claim of its author."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Phrase
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.reporting import report_policy_error, report_refusal
from evalrules.workbench.cli.streams import hand_over, show
from evalrules.workbench.loading import PolicyError, load_policy
from evalrules.workbench.refusal import testing_not_installed

if TYPE_CHECKING:
    from evalrules.testing.fuzz import Finding

_MOST = 100_000


@frozen
class Request:
    """What the arguments ask for."""

    policy: str
    libraries: Sequence[Path]
    examples: int
    seed: int
    format: Literal["text", "json"]
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "fuzz",
        "找出违反语言的规律、或违反政策自己写的不变量的表格。\n"
        "Look for a form on which the policy breaks a law of the language, or an invariant that it claims.",
        "evalrules fuzz yanchi-2022 --examples 500 --seed 1",
    )
    parser.operands.add_argument("policy", metavar="POLICY", help="政策名或政策文件\nthe policy, by its id or its file")
    parser.add_library()
    option = parser.choices.add_argument
    option(
        "--examples",
        metavar="N",
        type=_count,
        default=100,
        help="每条规律试多少张表，默认 100\nforms that each claim is asked of, 100 by default",
    )
    option(
        "--seed",
        metavar="N",
        type=int,
        default=0,
        help="同一个数总是试同样的表，默认 0\nthe same number, the same forms",
    )
    option("--format", choices=("text", "json"), default="text", help="输出格式，默认 text\nwhat to print")
    parser.add_general()
    return parser


def _count(words: str) -> int:
    if not words.isascii() or not words.isdigit() or not 1 <= int(words) <= _MOST:
        raise ArgumentTypeError(f"{words!r}: 要写 1 至 {_MOST} 的整数 (a whole number from 1 to {_MOST} is needed)")
    return int(words)


def run(arguments: Sequence[str]) -> int:
    """Ask every claim. 0: no counterexample was found; 1: there is one, or the policy has errors."""
    request = Request(**vars(_parser().parse_args(arguments)))
    try:
        policy = load_policy(request.policy, request.libraries)
    except PolicyError as error:
        report_policy_error(error, request.lang)
        return ERRORS
    try:
        from evalrules.testing.fuzz import fuzz
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        report_refusal(testing_not_installed(), request.lang)
        return ERRORS
    findings = fuzz(policy, request.examples, request.seed)
    _print(policy, findings, request)
    return ERRORS if any(each.counterexample for each in findings) else OK


_HELD = Phrase("{0}：试了 {1} 张表，没有反例", "{0}: no counterexample in {1} forms")
_BROKEN = Phrase("{0}：不成立", "{0}: does not hold")


def _print(policy: CheckedPolicy, findings: Sequence[Finding], request: Request) -> None:
    from evalrules.views.counterexamples import counterexample_text, finding_data, finding_name

    if request.format == "json":
        import json

        found = [finding_data(policy, each, request.lang) for each in findings]
        hand_over(json.dumps({"policy": policy.id, "claims": found}, ensure_ascii=False, indent=2))
        return
    for each in findings:
        phrase = _BROKEN if each.counterexample else _HELD
        show(phrase.in_(request.lang).format(finding_name(each, request.lang), request.examples))
        if each.counterexample:
            show(counterexample_text(policy, each, request.lang))
