"""Checks a row: its standing, its class, its one rule, its award and adjustments, the number that counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evalrules.meaning.certificate.adjustments import check_chain, end_of_chain
from evalrules.meaning.certificate.amount import EVERYTHING, ZERO, exactly
from evalrules.meaning.certificate.awards import editable_in, open_value
from evalrules.meaning.certificate.calculation import truth_of, value_of, words_of
from evalrules.meaning.certificate.claim import NO_FAULT, agrees, check_field, check_outcome
from evalrules.meaning.certificate.finding import Finding
from evalrules.meaning.certificate.node import MalformedError, Node, as_node, as_text, shown
from evalrules.meaning.certificate.phrase import Phrase, listed, neutral, quoted
from evalrules.meaning.certificate.unit import PURE
from evalrules.meaning.certificate.value import (
    Absent,
    Fault,
    Outcome,
    Quantity,
    Text,
    Unread,
    read_outcome,
    show,
)
from evalrules.meaning.certificate.wording import (
    IN_ORDER,
    check_mentions,
    check_precedence,
    check_said,
    conditions_in,
    names_in,
)

NOTHING = Absent("")
ANY_NUMBER = Quantity(EVERYTHING, PURE)

ROW_FIELDS = (
    "section index label path status classed standings scopings rule layer basis award "
    "adjustments open_adjustments maximum_cell claimed_cell admitted awarded judged_tier text at"
)


def check_row(row: Node) -> Iterator[Finding]:
    """Every part of a row follows from the parts before it."""
    row.expect_fields(ROW_FIELDS)
    row.texts("path")
    for name in ("maximum_cell", "claimed_cell"):
        if row.get(name) is not None:
            yield from check_field(row.node(name).node("field"), "record", row.text("section"))
    classed = class_of(row)
    if row.get("classed") is not None:
        yield from _check_classed(row.node("classed"))
    yield from _check_standings(row, classed)
    yield from _check_scopings(row, classed)
    yield from _check_score(row, _score_of(row, classed))


# Class --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Class:
    """The class of a row, or the fault of there being none."""

    name: str | None
    fault: Fault | None


def class_of(row: Node) -> Class:
    """The class that the row records; a record without classes has none."""
    classed = row.node_or_none("classed")
    if classed is None:
        return Class(None, Fault("no-class", ()))
    return Class(classed.text_or_none("name"), _fault_in(classed))


def _fault_in(node: Node) -> Fault | None:
    fault = node.node_or_none("fault")
    outcome = None if fault is None else read_outcome(fault)
    if outcome is not None and not isinstance(outcome, Fault):
        raise MalformedError(node.at("fault"), show(outcome), Phrase("出错的原因", "a fault"))
    return outcome


def _check_classed(classed: Node) -> Iterator[Finding]:
    """One class holds; the first that does, where they are looked at in order."""
    classed.expect_fields("name in_order tried fault text at")
    follows, looked_at = _class_that_holds(classed)
    if looked_at != len(classed.items("tried")):
        yield Finding(classed.at("tried"), _case_count(len(classed.items("tried"))), _case_count(looked_at))
    yield from check_field(classed, "name", follows.name)
    claimed = _fault_in(classed)
    if (claimed is None) != (follows.fault is None) or (
        claimed and follows.fault and not agrees(claimed, follows.fault)
    ):
        yield Finding(classed.at("fault"), _shown(claimed), _shown(follows.fault))
    yield from check_said(classed, "in_order", classed.holds("in_order"), IN_ORDER)
    yield from _check_cases(classed)


def _shown(fault: Fault | None) -> Phrase:
    return NO_FAULT if fault is None else show(fault)


def _case_count(count: int) -> Phrase:
    return Phrase(f"{count} 种情形", f"{count} cases")


def _cases(classed: Node) -> Iterator[tuple[str, Node]]:
    """The classes that were tried, each with its case."""
    for path, item in classed.items("tried"):
        if not isinstance(item, list) or len(item) != 2:
            raise MalformedError(path, shown(item), Phrase("类别和它的情形", "a class and its case"))
        yield as_text(item[0], f"{path}[0]"), as_node(item[1], f"{path}[1]")


def _class_that_holds(classed: Node) -> tuple[Class, int]:
    """The class that follows from the cases, and how many of them needed to be looked at."""
    held: list[str] = []
    count = 0
    for name, case in _cases(classed):
        count += 1
        condition = case.node_or_none("condition")
        truth = not held if condition is None else truth_of(condition)
        if isinstance(truth, Fault):
            return Class(None, truth), count
        if truth is None:
            return Class(None, Fault("condition-undecided", ())), count
        held += [name] if truth else []
        if held and classed.holds("in_order"):
            break
    if len(held) == 1:
        return Class(held[0], None), count
    return Class(None, Fault("several-classes" if held else "no-class", ())), count


def _check_cases(classed: Node) -> Iterator[Finding]:
    """Each case holds as its condition does; the rest where none before it does."""
    held = False
    for name, case in _cases(classed):
        case.expect_fields("condition held basis text at")
        condition = case.node_or_none("condition")
        truth = not held if condition is None else truth_of(condition)
        yield from check_field(case, "held", None if isinstance(truth, Fault) else truth)
        yield from check_mentions(case, name, *conditions_in(case))
        held = held or truth is True


# Scope --------------------------------------------------------------------------------------------


def scope_holds(wanted: str | None, condition: Node | None, classed: Class) -> bool | None:
    """Whether a row of this class, with this condition, is in a scope; None where it cannot be said."""
    if wanted is not None and classed.fault is None and classed.name != wanted:
        return False
    truth = True if condition is None else truth_of(condition)
    if truth is False:
        return False
    if isinstance(truth, Fault) or (wanted is not None and classed.fault is not None):
        return None
    return truth


def check_scope(node: Node, answer: str, condition: str, classed: Class) -> Iterator[Finding]:
    """The fields `answer` and `condition` say whether a row is in a scope; its class is asked first."""
    wanted, asked = node.text_or_none("class_wanted"), node.node_or_none(condition)
    yield from check_field(node, answer, scope_holds(wanted, asked, classed))
    if asked is not None and wanted is not None and classed.fault is None and classed.name != wanted:
        yield Finding(
            node.at(condition), shown(asked.fields), Phrase("空，因为类别不符", "nothing: the class is another")
        )


def _check_standings(row: Node, classed: Class) -> Iterator[Finding]:
    """Withdrawals and exemptions are looked at until one applies."""
    standings = row.nodes("standings")
    for standing in standings:
        standing.expect_fields("kind name treatment applies class_wanted condition basis layer text at")
        yield from check_scope(standing, "applies", "condition", classed)
        if standing.get("applies") is True and standing is not standings[-1]:
            last = Phrase("其后不再有", "nothing looked at after it")
            yield Finding(standing.at("applies"), neutral("true"), last)
        yield from _check_treatment(standing)
        yield from check_mentions(standing, *names_in(standing, "name", "class_wanted"), *conditions_in(standing))


_VOID = ("作废", "void")
_TREATMENTS = {
    "FULL_MARKS": ("记满分", "full-marks"),
    "ZERO_MARKS": ("记零分", "zero-marks"),
    "EXCLUDED": ("不计入", "excluded"),
}


def _check_treatment(standing: Node) -> Iterator[Finding]:
    """A row is void, or its exemption has the treatment that its words say."""
    void = standing.one_of("kind", ("void", "not-applicable")) == "void"
    treatment = standing.one_of("treatment", ("",) if void else tuple(_TREATMENTS))
    yield from check_said(standing, "kind", True, _VOID if void else ("不适用", "not-applicable"))
    if treatment:
        yield from check_said(standing, "treatment", True, _TREATMENTS[treatment])


def _check_scopings(row: Node, classed: Class) -> Iterator[Finding]:
    scopings = row.nodes("scopings")
    for scoping in scopings:
        scoping.expect_fields(SCOPING_FIELDS)
        wanted = scoping.text_or_none("class_wanted")
        yield from check_field(scoping, "class_matches", wanted is None or wanted == classed.name)
        yield from check_scope(scoping, "in_scope", "condition", classed)
        yield from _check_order(scoping, scopings)
        yield from check_mentions(scoping, *names_in(scoping, "rule", "class_wanted"), *conditions_in(scoping))


SCOPING_FIELDS = (
    "rule before remaining in_scope gives_way_to applies class_wanted class_matches condition layer text at"
)


def _check_order(scoping: Node, scopings: Sequence[Node]) -> Iterator[Finding]:
    """A rule whose scope holds applies, unless it gives way to one whose scope holds too."""
    yield from check_precedence(scoping)
    holds = scoping.holds_or_open("in_scope")
    rivals = [each for each in scopings if _goes_before(each, scoping)] if holds is not False else []
    above = [each for each in rivals if each.holds_or_open("in_scope") is not False]
    names = [each.text("rule") for each in above]
    if list(scoping.texts("gives_way_to")) != names:
        yield Finding(scoping.at("gives_way_to"), listed(scoping.texts("gives_way_to")), listed(names))
    certain = any(each.holds_or_open("in_scope") for each in above)
    yield from check_field(scoping, "applies", False if certain else None if above else holds)


def _goes_before(one: Node, other: Node) -> bool:
    named = other.text("rule") in one.texts("before")
    return named or (other.holds("remaining") and not one.holds("remaining"))


# Score --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Score:
    """What a row must claim, and what its two chains of adjustments begin with (None: it has none)."""

    status: str
    rule: str | None = None
    layer: str | None = None
    before: Outcome | None = None
    open_before: Outcome | None = None
    awarded: Outcome = NOTHING
    admitted: Outcome = NOTHING
    judged_tier: str = ""


def _check_score(row: Node, follows: Score) -> Iterator[Finding]:
    yield from check_field(row, "status", follows.status)
    yield from check_field(row, "rule", follows.rule)
    yield from check_field(row, "layer", follows.layer)
    yield from check_outcome(row, "awarded", follows.awarded)
    yield from check_outcome(row, "admitted", follows.admitted)
    yield from check_field(row, "judged_tier", follows.judged_tier)
    for name, before in (("adjustments", follows.before), ("open_adjustments", follows.open_before)):
        if before is not None:
            yield from check_chain(row, name, before)
    yield from _check_unused(row, follows)


def _check_unused(row: Node, follows: Score) -> Iterator[Finding]:
    """Nothing is recorded that has no part in the score; what is left to a person takes the same steps twice."""
    unused = {
        "award": follows.rule is None and row.get("award") is not None,
        "adjustments": follows.before is None and row.items("adjustments"),
        "open_adjustments": follows.open_before is None and row.items("open_adjustments"),
        "scopings": _is_settled(row) and row.items("scopings"),
    }
    for name, there in unused.items():
        if there:
            yield Finding(
                row.at(name), shown(row.get(name)), Phrase("空，因为该行用不到", "nothing: the row needs none")
            )
    if follows.status != "fault" and follows.open_before is not None:
        taken, open_ = ([words_of(step) for step in row.nodes(f"{name}adjustments")] for name in ("", "open_"))
        yield from () if taken == open_ else [Finding(row.at("open_adjustments"), listed(open_), listed(taken))]


def _is_settled(row: Node) -> bool:
    """Whether no rule was looked at, since the row is void or exempt, or perhaps is."""
    standings = row.nodes("standings")
    return any(each.get("applies") is None for each in standings) or (
        standings != () and standings[-1].get("applies") is True
    )


def _score_of(row: Node, classed: Class) -> Score:
    standings = row.nodes("standings")
    if standings and standings[-1].get("applies") is True:
        return _settled(row, standings[-1])
    unsettled = next((each for each in standings if each.get("applies") is None), None)
    if unsettled is not None:
        return _faulty(row, _why_open(unsettled, "name", Class(None, None)), Score("fault"))
    scoping = _the_rule(row.nodes("scopings"), classed)
    if isinstance(scoping, Fault):
        return _faulty(row, scoping, Score("fault"))
    ruled = Score("fault", scoping.text("rule"), scoping.text("layer"))
    award = row.node("award")
    if award.get("step") != "chosen" or award.get("rule") != ruled.rule:
        raise MalformedError(award.path, shown(award.get("rule")), neutral(quoted(scoping.text("rule"))))
    if _awards_nothing(award):
        return replace(ruled, status="unscored")
    return _scored(row, award, ruled)


def _settled(row: Node, standing: Node) -> Score:
    """A row that is void or not applicable; full marks need points that can be used."""
    status, layer = standing.one_of("kind", ("void", "not-applicable")), standing.text("layer")
    match standing.text("treatment"):
        case "FULL_MARKS":
            fault = _fault_of_points(row)
            if fault is not None:
                return _faulty(row, fault, Score("fault", layer=layer))
            counts = cell_value(row, "maximum_cell")
        case "ZERO_MARKS":
            counts = Quantity(exactly(ZERO), PURE)
        case _:
            counts = NOTHING
    return Score(status, layer=layer, awarded=counts, admitted=counts)


def cell_value(row: Node, name: str) -> Outcome:
    """The value of a cell of the row; nothing where its record has no such cell."""
    cell = row.node_or_none(name)
    return NOTHING if cell is None else value_of(cell, "found")


def _the_rule(scopings: Sequence[Node], classed: Class) -> Node | Fault:
    """The one rule that applies, or why none does."""
    certain = [each for each in scopings if each.get("applies") is True]
    open_ = [each for each in scopings if each.get("applies") is None and each.get("in_scope") is None]
    if len(certain) > 1:
        return Fault("several-rules", ("、".join(each.text("rule") for each in certain),))
    if not open_:
        return certain[0] if certain else Fault("no-rule", ())
    return _why_open(open_[0], "rule", classed)


def _why_open(scope: Node, name: str, classed: Class) -> Fault:
    """Why it cannot be said whether a row is in the scope of a rule, or of a withdrawal or exemption."""
    condition = scope.node_or_none("condition")
    value = None if condition is None else value_of(condition)
    if isinstance(value, Fault):
        return value
    by_class = classed.fault if scope.get("class_wanted") is not None else None
    return by_class or Fault("rule-undecided", (scope.text(name),))


def _awards_nothing(award: Node) -> bool:
    """Whether the one case that holds says that the row bears no points."""
    held = [case for case in award.nodes("tried") if case.get("held") is True]
    outcomes = award.nodes("outcomes")
    is_stated = [each.get("step") == "stated" and isinstance(value_of(each), Absent) for each in outcomes]
    return len(held) == 1 and is_stated == [True]


def _faulty(row: Node, fault: Fault, score: Score) -> Score:
    """A row with a fault may still earn whatever the steps that every row takes leave of any number."""
    admitted = end_of_chain(row, "open_adjustments", ANY_NUMBER)
    return replace(score, status="fault", open_before=ANY_NUMBER, awarded=fault, admitted=admitted)


def _scored(row: Node, award: Node, score: Score) -> Score:
    value = value_of(award)
    fault = _fault_of_points(row) or (value if isinstance(value, Fault) else None)
    if fault is not None:
        return _faulty(row, fault, score)
    discretion, claim = _discretion_in(award), cell_value(row, "claimed_cell")
    editable = editable_in(award)
    if editable is not None:
        return _edited(row, claim, award, editable, score)
    if discretion is not None and _is_open(value) and _lies_in(claim, value) and row.get("status") != "fault":
        return _judged(row, claim, value, replace(score, judged_tier=_tier_of(discretion, claim)))
    score, admitted = replace(score, before=value), end_of_chain(row, "adjustments", value)
    if isinstance(admitted, Fault):
        return _faulty(row, admitted, score)
    if isinstance(admitted, Quantity) and not _is_open(admitted):
        return replace(score, status="computed", awarded=admitted, admitted=admitted)
    return replace(score, status="undecided", admitted=admitted)


def _judged(row: Node, claim: Outcome, value: Outcome, score: Score) -> Score:
    """The entry of a person takes the place of the award; no step after it may fail."""
    awarded = end_of_chain(row, "adjustments", claim)
    admitted = end_of_chain(row, "open_adjustments", value)
    for outcome in (admitted, awarded):
        if isinstance(outcome, Fault):
            return _faulty(row, outcome, replace(score, before=claim, judged_tier=""))
    return replace(score, status="judged", before=claim, open_before=value, awarded=awarded, admitted=admitted)


def _edited(row: Node, claim: Outcome, award: Node, editable: Node, score: Score) -> Score:
    """The entry of a person counts where it is the award, or lies within what may be entered instead."""
    value, within = value_of(award), value_of(editable.node("admission"))
    lawful = _lies_in(claim, within) or (_lies_in(claim, value) and not _is_open(value))
    before, open_before = claim if lawful else value, open_value(award)
    awarded = end_of_chain(row, "adjustments", before)
    admitted = end_of_chain(row, "open_adjustments", open_before)
    for outcome in (admitted, awarded):
        if isinstance(outcome, Fault):
            return _faulty(row, outcome, replace(score, before=before))
    score = replace(score, before=before, open_before=open_before, admitted=admitted)
    if _is_open(awarded):
        return replace(score, status="undecided")
    return replace(score, status="judged" if lawful else "computed", awarded=awarded)


def _is_open(outcome: Outcome) -> bool:
    return isinstance(outcome, Quantity) and outcome.amount.number is None


def _fault_of_points(row: Node) -> Fault | None:
    """Why the points that the row can earn cannot be used; a record without points needs none."""
    if row.get("maximum_cell") is None:
        return None
    match cell_value(row, "maximum_cell"):
        case Quantity(amount) if amount.number is not None:
            return Fault("points-negative", (str(amount.number),)) if amount.number < 0 else None
        case Unread(text) | Text(text):
            return Fault("points-unreadable", (text,))
        case _:
            return Fault("points-missing", ())


def _discretion_in(step: Node) -> Node | None:
    """The step in which a rule leaves the number to a person."""
    match step.get("step"):
        case "chosen" | "placed":
            outcomes = step.nodes("outcomes")
            return _discretion_in(outcomes[0]) if len(outcomes) == 1 else None
        case "referred":
            return _discretion_in(step.node("premise"))
        case "tiered" | "admitted-between":
            return step
        case _:
            return None


def _lies_in(claim: Outcome, admitted: Outcome) -> bool:
    if not isinstance(claim, Quantity) or not isinstance(admitted, Quantity):
        return False
    return claim.amount.number is not None and admitted.amount.holds(claim.amount.number)


def _tier_of(discretion: Node, claim: Outcome) -> str:
    if discretion.get("step") != "tiered":
        return ""
    tiers = discretion.nodes("tiers")
    for at in discretion.wholes("open"):
        if at in range(len(tiers)) and _lies_in(claim, value_of(tiers[at])):
            return tiers[at].text("tier")
    return ""
