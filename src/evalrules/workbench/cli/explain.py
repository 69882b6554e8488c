"""`evalrules explain FORM`: how the form came by its score."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.readers import FormError, read_form
from evalrules.workbench.api import Evaluation, PolicyError, compile_named, evaluate
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.reporting import complain, print_form_problems, print_problems


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="evalrules explain",
        description="说明一张自评表按政策应得多少分，每一分从何而来。 Say how a form came by its score.",
        epilog="例 example: evalrules explain form.json --row 群众满意度 --detail full",
    )
    parser.add_argument("form", metavar="FORM", help="表格 the form: .json .yaml .toml")
    parser.add_argument("--policy", metavar="ID|FILE", help="政策 the policy; 不写则按表格的地区、表式、年度查找")
    parser.add_argument("--row", metavar="NAME", help="只说明一行 explain one row only")
    parser.add_argument("--detail", choices=("brief", "full"), default="brief", help="详略 how much to say")
    parser.add_argument("--format", choices=("text", "json", "markdown", "html"), default="text", help="格式")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言 language of the explanation")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Explain one form. 0: scored; 1: the form or the policy has errors."""
    options = _parser().parse_args(arguments)
    try:
        form = read_form(options.form)
    except FormError as error:
        print_form_problems(error.problems, options.form, options.lang)
        return ERRORS
    policy = _policy(form, options.policy, options.lang)
    if policy is None or not _fits(policy, form, options.lang):
        return ERRORS
    return _show(evaluate(policy, form), options)


def _policy(form: Form, named: str | None, lang: str) -> CheckedPolicy | None:
    """The policy to score by; None if there is none, after saying why."""
    try:
        id_or_path = named or _found(form, lang)
        if id_or_path is None:
            return None
        compiled = compile_named(id_or_path, cached=True)
    except PolicyError as error:
        complain(str(error))
        return None
    print_problems(compiled.problems, lang)
    return compiled.policy


def _found(form: Form, lang: str) -> str | None:
    from evalrules.workbench.cli.choosing import choose_for

    return choose_for(form, lang)


def _fits(policy: CheckedPolicy, form: Form, lang: str) -> bool:
    if not form.schema or form.schema == policy.schema.name:
        return True
    complain(
        f"表格的表式是 {form.schema}，政策 {policy.id} 适用于 {policy.schema.name}"
        if lang == "zh"
        else f"the form follows schema `{form.schema}`, policy `{policy.id}` applies to `{policy.schema.name}`"
    )
    return False


def _show(evaluation: Evaluation, options: argparse.Namespace) -> int:
    try:
        words = evaluation.explain(row=options.row, detail=options.detail, format=options.format, lang=options.lang)
    except LookupError as error:
        complain(str(error.args[0]))
        return ERRORS
    print(words)
    print_form_problems(evaluation.problems, options.form, options.lang)
    faulty = evaluation.problems or any(row.status == "fault" for row in evaluation.derivation.rows)
    return ERRORS if faulty else OK
