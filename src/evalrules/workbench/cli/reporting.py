"""Says on standard error what is wrong: with the usage of a policy, with its text, with a form, with a row."""

from __future__ import annotations

from collections.abc import Sequence

from evalrules.language.policy.form import FormProblem
from evalrules.language.problems import Phrase, Problem
from evalrules.workbench.api import Evaluation, Lang
from evalrules.workbench.cli.streams import say
from evalrules.workbench.loading import PolicyError
from evalrules.workbench.refusal import Refusal

MOST_SHOWN = 50
"""Problems of one kind that are told; of more, only how many they are."""

_HEAD = Phrase("错误 {0}：{1}", "error {0}: {1}")
_HELP = Phrase("  建议：{0}", "  help: {0}")
_MORE = Phrase("……另有 {0} 个，不一一列出", "… and {0} more")


def report_policy_error(error: PolicyError, lang: Lang) -> None:
    """Why there is no policy: the problems of its text, then what follows from them."""
    report_problems(error.problems, lang)
    report_refusal(error.refusal, lang)


def report_refusal(refusal: Refusal, lang: Lang) -> None:
    _tell(refusal.code, "", refusal.message.in_(lang), refusal.help.in_(lang), lang)


def report_problems(problems: Sequence[Problem], lang: Lang) -> None:
    """The problems of a policy, each with the guilty words under its line."""
    if not problems:
        return
    from evalrules.views.compose.problems import compose_problems
    from evalrules.views.draw.text import draw_text

    say(draw_text(compose_problems(problems[:MOST_SHOWN], lang)))
    _tell_rest(len(problems), lang)


def report_form_problems(problems: Sequence[FormProblem], form: str, lang: Lang) -> None:
    """The problems of a form, each with its address."""
    for each in problems[:MOST_SHOWN]:
        place = each.address if each.address.startswith(form) else f"{form}  {each.address}"
        _tell(each.code, place, each.message(lang), each.help(lang), lang)
    _tell_rest(len(problems), lang)
