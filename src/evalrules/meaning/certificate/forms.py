"""Checks what follows from the rows: the total, the grade, the checks of the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evalrules.meaning.certificate.adjustments import check_chain, end_of_chain
from evalrules.meaning.certificate.awards import check_stretches, stretches_fault
from evalrules.meaning.certificate.calculation import points_of, truth_of
from evalrules.meaning.certificate.claim import NO_FAULT, check_field, check_outcome
from evalrules.meaning.certificate.finding import Finding
from evalrules.meaning.certificate.node import MalformedError, Node, as_node, as_text, shown
from evalrules.meaning.certificate.phrase import Phrase, listed, neutral
from evalrules.meaning.certificate.rows import NOTHING, Class, check_scope
from evalrules.meaning.certificate.value import Absent, Fault, Outcome, Quantity, read_outcome, show
from evalrules.meaning.certificate.wording import check_mentions, check_said, conditions_in, names_in

# Total --------------------------------------------------------------------------------------------


def check_total(total: Node) -> Iterator[Finding]:
    """The total is what its expression yields after its steps, with judgements made and with them open."""
    total.expect_fields("award adjustments open_award open_adjustments awarded admitted basis text at")
    yield from check_field(total.node("open_award"), "text", total.node("award").text("text"))
    yield from check_chain(total, "adjustments", points_of(total.node("award")))
    yield from check_chain(total, "open_adjustments", points_of(total.node("open_award")))
    yield from check_outcome(total, "admitted", total_admitted(total))
    known, claimed = total_known(total), read_outcome(total.node("awarded"))
    # No total counts while a row has a fault; whether one has is checked with the rows.
    if not isinstance(claimed, Absent):
        yield from check_outcome(total, "awarded", counted(known))


def total_known(total: Node) -> Outcome:
    """What is known of the total, judgements taken: one number, or a stretch of them."""
    return end_of_chain(total, "adjustments", points_of(total.node("award")))


def total_admitted(total: Node) -> Outcome:
    """What the rules leave of the total before anybody judges."""
    return end_of_chain(total, "open_adjustments", points_of(total.node("open_award")))


def counted(known: Outcome) -> Outcome:
    """The one number that counts; nothing where it is undecided."""
    is_open = isinstance(known, Quantity) and known.amount.number is None
    return NOTHING if is_open else known


# Grade --------------------------------------------------------------------------------------------


def check_graded(graded: Node) -> Iterator[Finding]:
    """The grades are those whose stretches hold the total, or may."""
    graded.expect_fields("subject weighed ceilings grades fault text at")
    subject, named = graded.node("subject"), tuple(_named_stretches(graded))
    stretches = [stretch for _, stretch in named]
    yield from check_mentions(graded, *(name for name, _ in named))
    yield from check_stretches(subject, stretches)
    follows = stretches_fault(subject, stretches)
    open_ = () if follows else tuple(name for name, each in named if each.get("held") is not False)
    yield from check_ceilings(graded, [name for name, _ in named], open_)
    lowered, unsettled = after_ceilings(graded, open_)
    follows = follows or unsettled
    fault = graded.node_or_none("fault")
    if (fault is None) != (follows is None):
        yield Finding(graded.at("fault"), _fault(fault), NO_FAULT if follows is None else show(follows))
    elif fault is not None and follows is not None:
        yield from check_outcome(graded, "fault", follows)
    grades = () if follows else lowered
    if graded.texts("grades") != grades:
        yield Finding(graded.at("grades"), neutral("、".join(graded.texts("grades"))), neutral("、".join(grades)))


def check_ceilings(graded: Node, order: Sequence[str], open_: tuple[str, ...]) -> Iterator[Finding]:
    """Each ceiling begins with the grades that the one before it left, and lowers what lies above it."""
    if not open_ and graded.items("ceilings"):
        yield Finding(graded.at("ceilings"), shown(len(graded.items("ceilings"))), shown(0))
    before = open_
    for step in graded.nodes("ceilings"):
        step.expect_fields("grade condition held before after basis text at")
        grade, condition = step.text("grade"), step.node("condition")
        yield from check_mentions(step, grade, condition.text("text"))
        holds = truth_of(condition)
        yield from check_field(step, "held", None if isinstance(holds, Fault) else holds)
        after = () if isinstance(holds, Fault) else _at_most(grade, before, holds, order)
        for name, follows in (("before", before), ("after", after)):
            if step.texts(name) != follows:
                yield Finding(step.at(name), listed(step.texts(name)), listed(follows))
        before = step.texts("after")


def after_ceilings(graded: Node, open_: tuple[str, ...]) -> tuple[tuple[str, ...], Fault | None]:
    """What the ceilings leave of the grades; or the fault of the one that cannot be settled."""
    for step in graded.nodes("ceilings"):
        holds = truth_of(step.node("condition"))
        if isinstance(holds, Fault):
            return (), holds
        open_ = step.texts("after")
    return open_, None


def _at_most(ceiling: str, grades: tuple[str, ...], holds: bool | None, order: Sequence[str]) -> tuple[str, ...]:
    if holds is False or ceiling not in order:
        return grades
    below = order[order.index(ceiling) :]
    lowered = {name if name in below else ceiling for name in grades}
    kept = set(grades) if holds is None else set()
    return tuple(name for name in order if name in lowered | kept)


def _fault(fault: Node | None) -> Phrase:
    return NO_FAULT if fault is None else show(read_outcome(fault))


def _named_stretches(graded: Node) -> Iterator[tuple[str, Node]]:
    for path, item in graded.items("weighed"):
        if not isinstance(item, list) or len(item) != 2:
            raise MalformedError(path, shown(item), Phrase("等级和它的区间", "a grade and its stretch"))
        yield as_text(item[0], f"{path}[0]"), as_node(item[1], f"{path}[1]")


# Checks -------------------------------------------------------------------------------------------


_SEVERITIES = {"ERROR": ("错误", "error"), "WARNING": ("警告", "warning"), "NOTICE": ("提示", "notice")}


def check_checked(checked: Node, classed: Class | None) -> Iterator[Finding]:
    """A message is due where the requirement fails, or where what is to be reported holds.

    `classed` is the class of the row that was checked, None where the row is not at hand.
    """
    checked.expect_fields(
        "name severity row class_wanted scope in_scope condition required due message basis layer text at"
    )
    in_scope = checked.holds_or_open("in_scope")
    if checked.get("row") is None:
        yield from check_field(checked, "in_scope", True)
        yield from check_field(checked, "class_wanted", None)
        yield from check_field(checked, "scope", None)
    elif classed is not None:
        yield from check_scope(checked, "in_scope", "scope", classed)
    yield from check_mentions(checked, *names_in(checked, "name", "class_wanted"), *conditions_in(checked))
    yield from check_said(checked, "required", checked.holds("required"), ("要求", "require"))
    severity = checked.one_of("severity", tuple(_SEVERITIES))
    yield from check_said(checked, "severity", True, _SEVERITIES[severity])
    condition = checked.node_or_none("condition")
    if (condition is None) != (in_scope is False):
        follows = Phrase("在范围内才有条件", "a condition if and only if the row is in scope")
        yield Finding(checked.at("condition"), shown(checked.get("condition")), follows)
    due = False if condition is None else _due(condition, checked.holds("required"), in_scope)
    yield from check_field(checked, "due", due)
    if due is False and checked.text("message"):
        yield Finding(
            checked.at("message"), shown(checked.text("message")), Phrase("没有消息", "no message, since none is due")
        )


def _due(condition: Node, required: bool, in_scope: bool | None) -> bool | None:
    truth = truth_of(condition)
    if truth is None or isinstance(truth, Fault):
        return None
    due = truth is not required
    return due if in_scope or not due else None
