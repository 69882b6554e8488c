"""Which numbers a formula can yield, whatever the form says: an interval, and the step they lie on.

The answer is never too small. It may be too large, since operands are taken as independent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import reduce
from math import gcd

from attrs import frozen

from evalrules.language.check.coverage.names import DEEPEST, Name, Names
from evalrules.language.check.coverage.polynomials import LONGEST
from evalrules.language.check.coverage.trial import ROUNDINGS
from evalrules.language.node import Node
from evalrules.language.policy import definition as d
from evalrules.language.policy.expression import (
    Apply,
    Arithmetic,
    Choice,
    Constant,
    Expression,
    Gather,
    Given,
    IfMissing,
    Negate,
    Outer,
    RowAward,
    Survey,
    TotalAward,
    Use,
)
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, FieldType
from evalrules.language.values import (
    Amount,
    Interval,
    Quantity,
    Rounding,
    add,
    divide,
    high_of,
    hull,
    interval,
    low_of,
    maximum,
    minimum,
    multiply,
    negate,
    round_amount,
    subtract,
)

_ZERO = Fraction(0)
ANY: Amount = Interval(None, None, False, False)
NOT_NEGATIVE: Amount = Interval(_ZERO, None, True, False)
_POSITIVE: Amount = Interval(_ZERO, None, False, False)


@frozen(eq=False, repr=False)
class Reach(Node):
    """Numbers that lie in `amount`, and are multiples of `step`, where that is known.

    A step of 0 is known of nothing but 0, and fits any other.
    """

    amount: Amount
    step: Fraction | None = None


_ANYTHING = Reach(ANY)
_Key = Name | str


class Bounds:
    """What is known beforehand of the numbers of one policy, with the names in force at one place."""

    def __init__(self, policy: CheckedPolicy, names: Names) -> None:
        self.policy = policy
        self.names = names
        self._known: dict[_Key, Reach] = {}
        self._under_way: list[_Key] = []
        self._ruled: dict[str, Reach | None] = {}

    def within(self, rule: d.Rule) -> Bounds:
        """The same, with the local quantities of `rule` in force."""
        there = Bounds(self.policy, self.names.within(rule.name, rule.locals))
        there._under_way, there._ruled = self._under_way, self._ruled
        return there

    def amount(self, expression: Expression) -> Amount:
        """The numbers that `expression` can yield."""
        return self.reach(expression).amount

    def reach(self, expression: Expression) -> Reach:
        """The numbers that `expression` can yield, and their step."""
        match expression:
            case Constant(value=Quantity(amount=Fraction() as number)):
                return Reach(number, abs(number))
            case Given(field=field):
                return Reach(amount_of_field(field))
            case Outer(operand=operand):
                return self.reach(operand)
            case IfMissing(subject=subject, default=default):
                return _joined(self.reach(subject), self.reach(default))
            case Negate(operand=operand):
                inner = self.reach(operand)
                return Reach(negate(inner.amount), inner.step)
            case Arithmetic():
                return _short(self._arithmetic(expression))
            case Use():
                return self._named(expression)
            case Apply():
                return self._applied(expression)
            case Choice(cases=cases):
                return _either(self.reach(each.value) for each in cases) or _ANYTHING
            case Survey(function="count"):
                return Reach(NOT_NEGATIVE, Fraction(1))
            case Gather():
                return self._gathered(expression)
            case RowAward():
                return self._once("award", lambda: _award_reach(self))
            case TotalAward():
                return self._once("total", lambda: _total_reach(self))
            case _:
                return _ANYTHING

    def _arithmetic(self, node: Arithmetic) -> Reach:
        left, right = self.reach(node.left), self.reach(node.right)
        match node.operator:
            case "+":
                return Reach(add(left.amount, right.amount), _common(left.step, right.step))
            case "−":
                return Reach(subtract(left.amount, right.amount), _common(left.step, right.step))
            case "×":
                known = left.step is not None and right.step is not None
                step = left.step * right.step if known else None  # type: ignore[operator]
                return Reach(multiply(left.amount, right.amount), step)
            case "÷":
                return Reach(_quotient(left.amount, right.amount))

    def _named(self, use: Use) -> Reach:
        value = self.names.value_of(use)
        return _ANYTHING if value is None else self._once((use.origin, use.name), lambda: self.reach(value))

    def _once(self, key: _Key, find: Callable[[], Reach]) -> Reach:
        """What `find` finds, looked up once; a name that leads back to itself may be anything."""
        if key not in self._known:
            if key in self._under_way or len(self._under_way) >= DEEPEST:
                return _ANYTHING
            self._under_way.append(key)
            self._known[key] = find()
            self._under_way.pop()
        return self._known[key]

    def ruled(self, rule: d.Rule) -> Reach | None:
        """What `rule` can award; None where it only ever says that a row bears no points."""
        key = f"rule {rule.name}"
        if rule.name not in self._ruled:
            if key in self._under_way or len(self._under_way) >= DEEPEST:
                return _ANYTHING
            self._under_way.append(key)
            there = self.within(rule)
            before = _either(_outcome_reach(case.outcome, there) for case in rule.cases)
            self._ruled[rule.name] = before and adjusted(before, rule.adjustments, there)
            self._under_way.pop()
        return self._ruled[rule.name]

    def _applied(self, node: Apply) -> Reach:
        each = [self.reach(argument) for argument in node.arguments]
        step = _common_of(one.step for one in each)
        amounts = [one.amount for one in each]
        match node.function:
            case "max" if amounts:
                return Reach(reduce(maximum, amounts), step)
            case "min" if amounts:
                return Reach(reduce(minimum, amounts), step)
            case _ if node.function in ROUNDINGS and len(amounts) == 2:
                return _rounded(amounts[0], amounts[1], ROUNDINGS[node.function])
            case "length":
                return Reach(NOT_NEGATIVE, Fraction(1))
            case "abs" if len(amounts) == 1:
                return Reach(maximum(maximum(amounts[0], negate(amounts[0])), _ZERO), step)
            case _:
                return _ANYTHING

    def _gathered(self, node: Gather) -> Reach:
        if node.function == "count":
            return Reach(NOT_NEGATIVE, Fraction(1))
        if node.body is None:
            return _ANYTHING
        each = self.reach(node.body)
        match node.function:
            case "max" | "min":
                return each
            case "mean":
                return Reach(each.amount)
            case "sum":
                return Reach(_sum_of_any_many(each.amount), each.step)
            case _:
                return _ANYTHING


def amount_of_field(field: Field) -> Amount:
    """The numbers that a cell may hold: points are never negative, all others may be."""
    return NOT_NEGATIVE if field.type is FieldType.POINTS else ANY


def _short(reach: Reach) -> Reach:
    """`reach`, unless its numbers have become too long to go on with."""
    ends = (low_of(reach.amount), high_of(reach.amount), reach.step)
    numbers = [each for each in ends if each is not None]
    if any(max(n.numerator.bit_length(), n.denominator.bit_length()) > LONGEST for n in numbers):
        return _ANYTHING
    return reach


def _common(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    """The widest step of which both are multiples."""
    if a is None or b is None:
        return None
    top = gcd(a.numerator * b.denominator, b.numerator * a.denominator)
    return Fraction(top, a.denominator * b.denominator)


def _common_of(steps: Iterable[Fraction | None]) -> Fraction | None:
    common: Fraction | None = _ZERO
    for step in steps:
        common = _common(common, step)
    return common


def _quotient(a: Amount, b: Amount) -> Amount:
    """All quotients; a divisor of 0 has none, so that its two sides are looked at one by one."""
    sides = [_part(b, above=True), _part(b, above=False)]
    quotients = [divide(a, side) for side in sides if side is not None]
    found = [each for each in quotients if each is not None]
    return reduce(hull, found) if found else ANY


def _part(b: Amount, *, above: bool) -> Amount | None:
    """The numbers of `b` above 0, or below it; None if there are none."""
    if not above:
        below = _part(negate(b), above=True)
        return None if below is None else negate(below)
    if isinstance(b, Fraction):
        return b if b > 0 else None
    if b.low is not None and (b.low > 0 or (b.low == 0 and not b.low_closed)):
        return b
    return interval(_ZERO, b.high, False, b.high_closed) if b.high is None or b.high > 0 else None


def _sum_of_any_many(each: Amount) -> Amount:
    """The sums of no, one or more numbers of `each`."""
    low, high = low_of(each), high_of(each)
    if each == _ZERO:
        return _ZERO
    if low is not None and low >= 0:
        return NOT_NEGATIVE
    return negate(NOT_NEGATIVE) if high is not None and high <= 0 else ANY


# Awards -------------------------------------------------------------------------------------------


def _total_reach(bounds: Bounds) -> Reach:
    """What the total can be, after its steps."""
    total = bounds.policy.total
    if total is None:
        return _ANYTHING
    return adjusted(bounds.reach(total.value), total.adjustments, bounds)


def _award_reach(bounds: Bounds) -> Reach:
    """What a row can earn, after the steps that every row takes, or where it is exempt.

    What a person chooses is checked against the rounded ends, and not rounded itself.
    """
    policy = bounds.policy
    reach = _either(bounds.ruled(rule) for rule in policy.rules) or _ANYTHING
    for each in policy.each_row:
        after = adjusted(reach, each.adjustments, bounds)
        reach = after if each.scope is None else _joined(reach, after)
    if any(_leaves_a_choice(case.outcome) for rule in policy.rules for case in rule.cases):
        reach = Reach(reach.amount)
    exempt = _either(_treated(exemption.treatment) for exemption in policy.exemptions)
    return reach if exempt is None else _joined(reach, exempt)


def _leaves_a_choice(outcome: d.Outcome) -> bool:
    if isinstance(outcome, d.AwardByBand):
        return any(isinstance(band.award, d.Admission) for band in outcome.bands)
    return isinstance(outcome, d.AwardWithin | d.AwardEditable | d.AwardByTier)


def _treated(treatment: str) -> Reach | None:
    match treatment:
        case "FULL_MARKS":
            return Reach(NOT_NEGATIVE)
        case "ZERO_MARKS":
            return Reach(_ZERO, _ZERO)
        case _:
            return None


def _outcome_reach(outcome: d.Outcome, bounds: Bounds) -> Reach | None:
    match outcome:
        case d.AwardExactly(award=award):
            return bounds.reach(award)
        case d.AwardWithin(admission=admission):
            return _admitted(admission, bounds)
        case d.AwardEditable(award=award, admission=admission):
            return _joined(bounds.reach(award), _admitted(admission, bounds))
        case d.AwardByTier(tiers=tiers):
            return _either(_admitted(tier.admission, bounds) for tier in tiers)
        case d.AwardByBand(bands=bands):
            return _either(_band_reach(band.award, bounds) for band in bands)
        case d.AwardAs(rule=name):
            other = next((each for each in bounds.policy.rules if each.name == name), None)
            return _ANYTHING if other is None else bounds.ruled(other)
        case d.AwardNothing() | d.AwardUnstated():
            return None


def _band_reach(award: Expression | d.Admission | d.AwardUnstated, bounds: Bounds) -> Reach | None:
    match award:
        case d.Admission():
            return _admitted(award, bounds)
        case d.AwardUnstated():
            return None
        case _:
            return bounds.reach(award)


def _admitted(admission: d.Admission, bounds: Bounds) -> Reach:
    """What a person may choose: any number between the ends, on no step."""
    return Reach(hull(bounds.amount(admission.low.value), bounds.amount(admission.high.value)))


def _joined(a: Reach, b: Reach) -> Reach:
    return Reach(hull(a.amount, b.amount), _common(a.step, b.step))


def _either(reaches: Iterable[Reach | None]) -> Reach | None:
    known = [each for each in reaches if each is not None]
    return reduce(_joined, known) if known else None


# Steps after an award -----------------------------------------------------------------------------


def adjusted(reach: Reach, adjustments: Iterable[d.Adjustment], bounds: Bounds) -> Reach:
    """What becomes of `reach` in the steps of an award, one after the other."""
    for adjustment in adjustments:
        after = _short(_after(adjustment, reach, bounds))
        conditional = not isinstance(adjustment, d.LeaveUnrounded) and adjustment.condition is not None
        reach = _joined(reach, after) if conditional else after
    return reach


def _after(adjustment: d.Adjustment, reach: Reach, bounds: Bounds) -> Reach:
    match adjustment:
        case d.Raise(limit=limit):
            least = bounds.reach(limit)
            return Reach(maximum(reach.amount, least.amount), _common(reach.step, least.step))
        case d.Cap(limit=limit):
            most = bounds.reach(limit)
            return Reach(minimum(reach.amount, most.amount), _common(reach.step, most.step))
        case d.Credit(amount=amount, up_to=up_to):
            change = _change(bounds.reach(amount), up_to, bounds)
            return Reach(add(reach.amount, change.amount), _common(reach.step, change.step))
        case d.Deduct(amount=amount, up_to=up_to):
            change = _change(bounds.reach(amount), up_to, bounds)
            return Reach(subtract(reach.amount, change.amount), _common(reach.step, change.step))
        case d.DeductBySteps(up_to=up_to):
            change = _change(Reach(NOT_NEGATIVE), up_to, bounds)
            return Reach(subtract(reach.amount, change.amount))
        case d.Round(mode=mode, unit=unit):
            return _rounded(reach.amount, bounds.amount(unit), mode)
        case d.LeaveUnrounded():
            return reach


def _rounded(amount: Amount, unit: Amount, mode: Rounding) -> Reach:
    if isinstance(unit, Fraction) and unit > 0:
        return Reach(round_amount(amount, unit, mode), unit)
    return _ANYTHING


def _change(change: Reach, up_to: Expression | None, bounds: Bounds) -> Reach:
    """What is added or taken: never below 0, never above its own cap."""
    amount = maximum(change.amount, _ZERO)
    if up_to is None:
        return Reach(amount, change.step)
    most = bounds.reach(up_to)
    return Reach(minimum(amount, most.amount), _common(change.step, most.step))
