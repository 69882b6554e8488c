"""Says on standard error what is wrong: with the usage of a policy, with its text, with a form, with a row."""

from __future__ import annotations

from collections.abc import Sequence

from evalrules.language.policy.form import FormProblem
from evalrules.language.problems import Phrase, Problem
from evalrules.language.values.value import Reason
from evalrules.meaning.fault import Fault, FaultKind
from evalrules.workbench.api import Evaluation, Lang
from evalrules.workbench.cli.streams import say
from evalrules.workbench.loading import PolicyError
from evalrules.workbench.refusal import Refusal

MOST_SHOWN = 20
"""Problems of one kind that are told; of more, only how many they are."""

_LONGEST = 300
"""Characters of a line."""

_HEAD = Phrase("错误 {0}：{1}", "error {0}: {1}")
_HELP = Phrase("  建议：{0}", "  help: {0}")
_MORE = Phrase("……另有 {0} 个，不一一列出", "… and {0} more")


def report_policy_error(error: PolicyError, lang: Lang) -> None:
    """Why there is no policy: the problems of its text, then what follows from them."""
    report_problems(error.problems, lang)
    report_refusal(error.refusal, lang)


def report_refusal(refusal: Refusal, lang: Lang) -> None:
    """Why a command does nothing."""
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


def report_faults(evaluation: Evaluation, form: str, lang: Lang) -> bool:
    """The rows that have no score, the total if it has none by its own fault, and the form's errors.

    Returns whether there are any. What only follows from another row's fault is not told again.
    """
    rows = [row for row in evaluation.derivation.rows if row.status == "fault"]
    faults = [(f"{form}  {row.section}[{row.index}]  {row.label}", row.awarded) for row in rows]
    total = evaluation.derivation.total
    if total is not None:
        faults.append((form, total.awarded))
    roots = [(place, fault) for place, fault in faults if isinstance(fault, Fault) and not _follows(fault)]
    for place, fault in roots[:MOST_SHOWN]:
        _tell(fault.kind.code, place, fault.message(lang), fault.help(lang), lang)
    _tell_rest(len(roots), lang)
    return bool(rows or roots)


def _follows(fault: Fault) -> bool:
    """Whether the fault only says that something was lost that has been told already: a row, or a cell."""
    lost_cell = fault.kind is FaultKind.UNREADABLE_CELL and Reason.NOT_A_CELL.zh in fault.details
    return lost_cell or fault.kind is FaultKind.ROW_FAILED


def report_failed_checks(evaluation: Evaluation, form: str, lang: Lang) -> bool:
    """The checks that the policy calls errors, and that the form fails. Returns whether there are any."""
    failed = [check for check in evaluation.checks if check.due and check.severity == "ERROR"]
    labels = {(row.section, row.index): row.label for row in evaluation.derivation.rows}
    for check in failed[:MOST_SHOWN]:
        place = f"{form}  {check.row[0]}[{check.row[1]}]  {labels.get(check.row, '')}".rstrip() if check.row else form
        _tell(check.name, place, check.message, "", lang)
    _tell_rest(len(failed), lang)
    return bool(failed)


def _tell(code: str, place: str, message: str, help: str, lang: Lang) -> None:
    """One thing that is wrong, laid out as the problems of a policy are."""
    lines = [_abridged(line) for line in _HEAD.in_(lang).format(code, message).split("\n")]
    lines += [f"     {_abridged(place)}"] if place else []
    lines += [_HELP.in_(lang).format(help)] if help else []
    say("\n".join(lines))


def _abridged(line: str) -> str:
    """`line` without its middle, where it quotes more than anybody reads."""
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST // 2]}……{line[-_LONGEST // 2 :]}"


def _tell_rest(count: int, lang: Lang) -> None:
    if count > MOST_SHOWN:
        say(_MORE.in_(lang).format(count - MOST_SHOWN))
