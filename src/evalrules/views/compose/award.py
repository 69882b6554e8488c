"""The award of a row, worked line by line: one function a kind of step, with its words above it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from evalrules.language.policy.basis import Basis
from evalrules.language.policy.definition import AwardAs, AwardExactly, Case
from evalrules.language.policy.definition import Outcome as DeclaredOutcome
from evalrules.language.policy.expression import Given
from evalrules.language.policy.schema import Role as FieldRole
from evalrules.language.problems.problem import Phrase
from evalrules.language.values import Absent, Text
from evalrules.meaning.derivation import (
    AdmittedBetween,
    Chosen,
    Classed,
    Concluded,
    Editable,
    Found,
    Named,
    OfClass,
    Placed,
    Referred,
    Stated,
    Step,
    Tiered,
    Tried,
    Unstated,
    Weighed,
)
from evalrules.meaning.fault import Fault
from evalrules.views.compose.adjustment import adjustment_lines
from evalrules.views.compose.amounts import show_value
from evalrules.views.compose.formula import formula
from evalrules.views.compose.saying import code, listed, number, shortened, text
from evalrules.views.compose.statement import operand, statement
from evalrules.views.compose.support import support
from evalrules.views.compose.telling import Telling
from evalrules.views.page import Role, Words, WorkedLine


@frozen
class Ruling:
    """The rule whose words are being worked out, what it rests on, and the class of the row."""

    rule: str
    basis: Basis
    classed: Classed | None

    def basis_for(self, own: Basis) -> Basis:
        """What a step cites itself, else what its rule cites."""
        return own if own.cites or own.readings else self.basis


def award_lines(step: Step, ruling: Ruling, telling: Telling) -> Iterator[WorkedLine]:
    """How the award came about: what was decided, then what was calculated."""
    match step:
        case Chosen():
            yield from _chosen(step, ruling, telling)
        case Referred():
            yield from _referred(step, ruling, telling)
        case Concluded():
            yield _concluded(step, ruling, telling)
        case Tiered():
            yield from _tiered(step, ruling, telling)
        case Editable():
            yield from _editable(step, ruling, telling)
        case AdmittedBetween():
            yield _admitted(step, ruling, telling)
        case Placed():
            yield from _placed(step, ruling, telling)
        case Unstated():
            yield _unstated(step, ruling, telling)
        case Stated(value=Absent()):
            yield _nothing(step, ruling, telling)
        case _:
            yield WorkedLine(Role.CONCLUSION, formula(_award(telling), step, telling))


# A number -----------------------------------------------------------------------------------------

_AWARD = Phrase("得分", "award")
_NOTHING = Phrase("不计分：{reason}", "not scored: {reason}")
_UNSTATED = Phrase("得分未规定：{reason}", "the award is not stated: {reason}")


def _award(telling: Telling) -> Words:
    return telling.say(_AWARD)


def _concluded(step: Concluded, ruling: Ruling, telling: Telling) -> WorkedLine:
    words = formula(_award(telling), step.premise, telling, step.value)
    basis = support(ruling.basis_for(step.basis), telling, ruling.rule)
    return WorkedLine(Role.CONCLUSION, words, basis, step.premise.span.place)


def _nothing(step: Stated, ruling: Ruling, telling: Telling) -> WorkedLine:
    reason = step.value.why if isinstance(step.value, Absent) else ""
    basis = support(ruling.basis, telling, ruling.rule)
    return WorkedLine(Role.NOTE, telling.say(_NOTHING, reason=reason), basis, step.span.place)


def _unstated(step: Unstated, ruling: Ruling, telling: Telling) -> WorkedLine:
    basis = support(ruling.basis_for(step.basis), telling, ruling.rule)
    return WorkedLine(Role.NOTE, telling.say(_UNSTATED, reason=step.reason), basis, step.span.place)


# Cases --------------------------------------------------------------------------------------------

_SO = Phrase("{fact}，{so}", "{fact}: {so}")
_FULL = Phrase("记满分", "full points")
_NOT_FULL = Phrase("不记满分", "not full points")
_NOT_SO = Phrase("不按“{words}”计", "not “{words}”")
_OPEN_CASE = Phrase("未定：{fact}", "undecided: {fact}")
_OPEN_REST = Phrase("其余情形也不能排除", "nor is the remaining case ruled out")
_NOT_TAKEN = Phrase("未适用：{case}（{why}）", "not taken: {case} ({why})")


def _chosen(step: Chosen, ruling: Ruling, telling: Telling) -> Iterator[WorkedLine]:
    """What decided the case, the outcome, and at the end the cases that were not taken."""
    cases = _cases_of(step, telling)
    rest_is_due = any(tried.condition is None and tried.held for tried in step.tried)
    passed_over: list[WorkedLine] = []
    for tried, case in zip(step.tried, cases, strict=True):
        if tried.condition is None or tried.held is None:
            continue
        if tried.held:
            yield from _held(tried.condition, case, telling)
        elif rest_is_due:
            yield _failed(tried, tried.condition, case, telling)
        else:
            passed_over.append(_passed_over(tried, tried.condition, case, ruling, telling))
    yield from _outcomes(step, ruling, telling)
    yield from passed_over


def _outcomes(step: Chosen, ruling: Ruling, telling: Telling) -> Iterator[WorkedLine]:
    """The outcome of the case that holds; of cases that may hold, each below its own condition."""
    possible = [tried for tried in step.tried if tried.held is None]
    if len(possible) != len(step.outcomes):
        for outcome in step.outcomes:
            yield from award_lines(outcome, ruling, telling)
        return
    for tried, outcome in zip(possible, step.outcomes, strict=True):
        fact = statement(tried.condition, telling) if tried.condition else telling.say(_OPEN_REST)
        under = tuple(award_lines(outcome, ruling, telling))
        yield WorkedLine(Role.PREMISE, telling.say(_OPEN_CASE, fact=fact), (), tried.span.place, under)


def _cases_of(step: Chosen, telling: Telling) -> tuple[Case | None, ...]:
    """The cases as the policy declares them, beside those that were tried."""
    rule = telling.rule_named(step.rule)
    if rule is None or len(rule.cases) < len(step.tried):
        return (None,) * len(step.tried)
    return rule.cases[: len(step.tried)]


def _held(condition: Step, case: Case | None, telling: Telling) -> Iterator[WorkedLine]:
    """The condition of the case that holds; of which class the row is, is said elsewhere."""
    if not isinstance(condition, OfClass):
        fact = statement(condition, telling)
        words = telling.say(_SO, fact=fact, so=telling.say(_FULL)) if _gives_full_points(case) else fact
        yield WorkedLine(Role.PREMISE, words)


def _failed(tried: Tried, condition: Step, case: Case | None, telling: Telling) -> WorkedLine:
    """A condition that does not hold, so that what remains is due."""
    fact = statement(condition, telling)
    if _gives_full_points(case):
        so = telling.say(_NOT_FULL)
    else:
        so = telling.say(_NOT_SO, words=_outcome_words(tried, case))
    return WorkedLine(Role.PREMISE, telling.say(_SO, fact=fact, so=so), support(tried.basis, telling))


def _passed_over(tried: Tried, condition: Step, case: Case | None, ruling: Ruling, telling: Telling) -> WorkedLine:
    """A case that does not apply, and why: for one of another class, what kept the row out of it."""
    why = statement(condition, telling)
    if isinstance(condition, OfClass) and not condition.negated:
        why = why_not_of_class(condition.class_name, ruling.classed, telling) or why
    words = telling.say(_NOT_TAKEN, case=_outcome_words(tried, case), why=why)
    return WorkedLine(Role.NOT_TAKEN, words, (), tried.span.place if telling.in_full else "")


def why_not_of_class(name: str, classed: Classed | None, telling: Telling) -> Words:
    """The fact that keeps a row out of a class; nothing if no condition of that class was looked at."""
    for each, tried in classed.tried if classed is not None else ():
        if each == name and tried.condition is not None and tried.held is False:
            return statement(tried.condition, telling)
    return ()


def _gives_full_points(case: Case | None) -> bool:
    match case:
        case Case(outcome=AwardExactly(award=Given(field=field))):
            return FieldRole.MAXIMUM in field.roles
        case _:
            return False


def _outcome_words(tried: Tried, case: Case | None) -> Words:
    """What a case would have led to: the rule it refers to, else its own words."""
    outcome: DeclaredOutcome | None = case.outcome if case is not None else None
    match outcome:
        case AwardAs(rule=rule):
            return text(rule)
        case AwardExactly(award=award):
            return code(shortened(award.span.text))
        case None:
            return code(shortened(tried.span.text))
        case _:
            return code(shortened(outcome.span.text))


# Another rule -------------------------------------------------------------------------------------

_REFERRED = Phrase("按规则“{rule}”计分", "scored as rule “{rule}” says")
_REFERRED_FOR = Phrase("本行属“{name}”，按规则“{rule}”计分", "a row of class “{name}”, scored as rule “{rule}” says")


def _referred(step: Referred, ruling: Ruling, telling: Telling) -> Iterator[WorkedLine]:
    name = ruling.classed.name if ruling.classed is not None else None
    if name is None:
        words = telling.say(_REFERRED, rule=step.rule)
    else:
        words = telling.say(_REFERRED_FOR, name=name, rule=step.rule)
    basis = support(ruling.basis_for(step.basis), telling, ruling.rule)
    yield WorkedLine(Role.PREMISE, words, basis, step.span.place)
    inner = Ruling(step.rule, step.rule_basis, ruling.classed)
    yield from award_lines(step.premise, inner, telling)
    yield from adjustment_lines(step.adjustments, telling)


# Discretion ---------------------------------------------------------------------------------------

_TIER_STATED = Phrase("表中写明的档次是 {tier}", "the form states tier {tier}")
_NO_TIER = Phrase("未注明档次，由人认定", "no tier is stated: a person decides")
_TIER = Phrase("{tier}：可得 {range}", "{tier}: {range}")
_TIER_CLOSED = Phrase("未适用：{tier}，{range}", "not taken: {tier}, {range}")
_ADMITTED = Phrase("可得 {range}，由人认定", "{range}: a person decides")


def _tiered(step: Tiered, ruling: Ruling, telling: Telling) -> Iterator[WorkedLine]:
    """Which tier was stated, and what each tier admits."""
    basis = support(ruling.basis_for(step.basis), telling, ruling.rule)
    cell = step.tier_cell
    if cell is not None and isinstance(cell.value, Text):
        head = telling.say(_TIER_STATED, tier=show_value(cell.value, telling.lang))
    else:
        head = telling.say(_NO_TIER)
    tiers = tuple(_tier(each, at in step.open, telling) for at, each in enumerate(step.tiers))
    yield WorkedLine(Role.PREMISE, head, basis, step.span.place, tiers)


def _tier(tier: AdmittedBetween, is_open: bool, telling: Telling) -> WorkedLine:
    phrase = _TIER if is_open else _TIER_CLOSED
    words = telling.say(phrase, tier=tier.tier, range=_range(tier, telling))
    role = Role.PREMISE if is_open else Role.NOT_TAKEN
    return WorkedLine(role, words, support(tier.basis, telling), tier.span.place if telling.in_full else "")


def _range(step: AdmittedBetween, telling: Telling) -> Words:
    return number(show_value(step.value, telling.lang))


_MAY_CHANGE = Phrase("可由人改为 {range}；不改，按照算的得分", "a person may enter {range} instead; else this counts")


def _editable(step: Editable, ruling: Ruling, telling: Telling) -> Iterator[WorkedLine]:
    """The award as it is worked out, and what may be entered instead."""
    yield _concluded(step.premise, ruling, telling)
    words = telling.say(_MAY_CHANGE, range=_range(step.admission, telling))
    yield WorkedLine(Role.NOTE, words, (), step.admission.span.place)


def _admitted(step: AdmittedBetween, ruling: Ruling, telling: Telling) -> WorkedLine:
    basis = support(ruling.basis_for(step.basis), telling, ruling.rule)
    return WorkedLine(Role.PREMISE, telling.say(_ADMITTED, range=_range(step, telling)), basis, step.span.place)


# Bands --------------------------------------------------------------------------------------------

_IN_BAND = Phrase("{subject}，在“{band}”一段内", "{subject}, in band “{band}”")
_IF_IN_BAND = Phrase("若在“{band}”一段内", "if in band “{band}”")
_IN_NO_BAND = Phrase("{subject}，不在任何一段内", "{subject}, in no band")
_SEVERAL_BANDS = Phrase("{subject}，可能在不止一段内", "{subject}, possibly in more than one band")
_OTHER_BANDS = Phrase("未适用：{bands}", "not taken: {bands}")


def _placed(step: Placed, ruling: Ruling, telling: Telling) -> Iterator[WorkedLine]:
    """The number, the band that holds it, its award; in full, the other bands."""
    basis = support(ruling.basis_for(step.basis), telling, ruling.rule)
    yield WorkedLine(Role.PREMISE, _band_fact(step, telling), basis, step.span.place)
    yield from _band_awards(step, ruling, telling)
    others = [each for each in step.stretches if each.held is False]
    if others and telling.in_full and not isinstance(step.value, Fault):
        bands = listed((code(_band_words(each)) for each in others), telling.lang)
        yield WorkedLine(Role.NOT_TAKEN, telling.say(_OTHER_BANDS, bands=bands))


def _band_fact(step: Placed, telling: Telling) -> Words:
    """The number, worked out if it is not a cell, and where it lies."""
    is_cell = isinstance(step.subject, Found | Named)
    subject = operand(step.subject, telling) if is_cell else formula((), step.subject, telling)
    if isinstance(step.subject.value, Fault):
        return subject
    held = [each for each in step.stretches if each.held is not False]
    if len(held) == 1:
        return telling.say(_IN_BAND, subject=subject, band=code(_band_words(held[0])))
    return telling.say(_SEVERAL_BANDS if held else _IN_NO_BAND, subject=subject)


def _band_awards(step: Placed, ruling: Ruling, telling: Telling) -> Iterator[WorkedLine]:
    """The award of the band; of several that are possible, each below its own band."""
    possible = [each for each in step.stretches if each.held is not False]
    for weighed, outcome in zip(possible, step.outcomes, strict=False):
        lines = tuple(award_lines(outcome, ruling, telling))
        if len(step.outcomes) == 1:
            yield from lines
        else:
            words = telling.say(_IF_IN_BAND, band=code(_band_words(weighed)))
            yield WorkedLine(Role.PREMISE, words, (), weighed.span.place, lines)


def _band_words(weighed: Weighed) -> str:
    return shortened(weighed.span.text)
