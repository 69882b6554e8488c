"""The checks of a form: those that did not pass, those that cannot be decided, and what they ask about."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.problems.problem import Phrase
from evalrules.language.values import Truth
from evalrules.meaning.derivation import Checked, Derivation, RowDerivation, Scored, Step
from evalrules.meaning.fault import Fault
from evalrules.views.compose.row import SEVERITY, check_line, label_of
from evalrules.views.compose.saying import strong
from evalrules.views.compose.statement import statement
from evalrules.views.compose.support import support
from evalrules.views.compose.telling import Telling
from evalrules.views.grounds import steps_of
from evalrules.views.page import Entry, Mark, Steps, Words

CHECKS = Phrase("没有通过的校验（{count}）", "Checks that did not pass ({count})")
OPEN_CHECKS = Phrase("不能断定的校验（{count}）", "Checks that cannot be decided ({count})")

_CHECK = Phrase("{severity} {name}{row}：{message}{support}", "{severity}, {name}{row}: {message}{support}")
_ROW = Phrase("（{row}）", " ({row})")
_SUPPORT = Phrase("  {support}", "  {support}")
_OPEN = Phrase("{name}{row}：{why}", "{name}{row}: {why}")
_NO_SCORE = Phrase("{why}；本行没有算出得分：{message}", "{why}; the row has no score: {message}")
_NO_CLASS = Phrase("本行的类别没有定下来：{message}", "the class of the row is not settled: {message}")
_UNSETTLED = Phrase("现有内容不足以断定", "what the form says does not decide it")


def failed_checks(derivation: Derivation, telling: Telling) -> Iterator[Words]:
    """What the checks that did not pass have to say, and of which row."""
    for check in derivation.checks:
        if check.due:
            yield _failed(check, derivation, telling)


def _failed(check: Checked, derivation: Derivation, telling: Telling) -> Words:
    basis = support(check.basis, telling)
    return telling.say(
        _CHECK,
        severity=strong(SEVERITY[check.severity].in_(telling.lang)),
        name=check.name,
        row=_whose(check, derivation, telling),
        message=check.message,
        support=telling.say(_SUPPORT, support=basis) if basis else (),
    )


def open_checks(derivation: Derivation, telling: Telling) -> Iterator[Words]:
    """Of which row a check cannot be decided, and what leaves it open."""
    for check in derivation.checks:
        if check.due is None:
            whose, why = _whose(check, derivation, telling), _why_open(check, derivation, telling)
            yield telling.say(_OPEN, name=check.name, row=whose, why=why)


def check_entries(derivation: Derivation, telling: Telling) -> Iterator[Entry]:
    """The failed checks of the form as a whole that ask about named quantities, with those worked out."""
    for check in derivation.checks:
        line = check_line(check, telling) if check.due and check.row is None else None
        if line is not None and line.under:
            mark = Mark.FAULT if check.severity == "ERROR" else Mark.OPEN
            yield Entry(check.name, "", (), mark, (Steps((line,)),))


def _row_of(check: Checked, derivation: Derivation) -> RowDerivation | None:
    return next((row for row in derivation.rows if check.row == (row.section, row.index)), None)


def _whose(check: Checked, derivation: Derivation, telling: Telling) -> Words:
    row = _row_of(check, derivation)
    return () if row is None else telling.say(_ROW, row=label_of(row))


def _why_open(check: Checked, derivation: Derivation, telling: Telling) -> Words:
    """The condition that is open or cannot be judged; the scope goes before it, as it is asked first."""
    open_scope = check.scope if check.in_scope is None else None
    if check.in_scope is None and (open_scope is None or _is_decided(open_scope)):
        return _without_class(_row_of(check, derivation), telling)
    step = check.condition if open_scope is None else open_scope
    return telling.say(_UNSETTLED) if step is None else _open(step, _row_of(check, derivation), telling)


def _open(step: Step, row: RowDerivation | None, telling: Telling) -> Words:
    """What leaves the condition open; of the score of a row that has none, why there is none."""
    why = statement(step, telling)
    asks_for_score = any(isinstance(each, Scored) and each.row is not None for each in steps_of(step))
    if row is None or not asks_for_score or not isinstance(row.awarded, Fault):
        return why
    return telling.say(_NO_SCORE, why=why, message=row.awarded.message(telling.lang))


def _is_decided(step: Step) -> bool:
    return isinstance(step.value, Truth) and step.value.value is not None


def _without_class(row: RowDerivation | None, telling: Telling) -> Words:
    fault = row.classed.fault if row is not None and row.classed is not None else None
    return telling.say(_NO_CLASS, message=fault.message(telling.lang)) if fault is not None else telling.say(_UNSETTLED)
