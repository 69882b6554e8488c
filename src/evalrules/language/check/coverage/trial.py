"""Tries conditions on a made-up row, so that no row is shown as an example that is none.

What the language says of cells and operators is said again here, briefly: a value, or None for every
kind of fault. Functions of rows, awards and totals have no value here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce

from attrs import frozen

from evalrules.language.check.coverage.cells import State, cell_of_reading, states_of_kind
from evalrules.language.check.coverage.names import Name, Names
from evalrules.language.check.coverage.polynomials import LONGEST, cell_name
from evalrules.language.node import Node
from evalrules.language.policy.expression import (
    Apply,
    Arithmetic,
    ArithmeticOperator,
    Choice,
    Compare,
    ComparisonOperator,
    Connect,
    Constant,
    Expression,
    Given,
    IfMissing,
    IsClass,
    IsGiven,
    IsKind,
    IsOneOf,
    IsRead,
    Negate,
    Not,
    Scope,
    Use,
)
from evalrules.language.values import (
    DAYS,
    PURE,
    Absent,
    Amount,
    Day,
    Interval,
    Quantity,
    Rounding,
    Text,
    Unit,
    Unread,
    add,
    agree,
    comparable,
    compare,
    difference_unit,
    divide,
    high_of,
    interval,
    is_bare_zero,
    low_of,
    maximum,
    minimum,
    multiply,
    negate,
    product_unit,
    quotient_unit,
    round_amount,
    subtract,
    sum_unit,
)

Value = Quantity | Text | Day | Absent | Unread | bool | None

_ZERO = Fraction(0)
_EMPTY = Absent("")


@frozen(eq=False, repr=False)
class Content(Node):
    """What a made-up cell holds."""

    state: State
    value: Quantity | Text | Day | Absent | Unread


Row = Mapping[str, Content]
"""Cells by name; a cell that is not there is empty."""


class Trial:
    """One row of one class, of which conditions and formulas may be asked."""

    def __init__(self, row: Row, class_name: str | None) -> None:
        self.row = row
        self.class_name = class_name
        self.is_at_a_loss = False
        """whether something was asked that a row alone cannot answer, so that None need not be a fault"""
        self._known: dict[tuple[str, Name], Value] = {}

    def holds(self, condition: Expression, names: Names) -> bool | None:
        """Whether `condition` holds; None where it is a fault or cannot be told."""
        value = self.value(condition, names)
        return value if isinstance(value, bool) else None

    def value(self, node: Expression, names: Names) -> Value:
        """What `node` yields; None where it is a fault or cannot be told."""
        match node:
            case Constant(value=value):
                return value
            case Given():
                return self._content(node).value
            case IfMissing(subject=subject, default=default):
                content = self._content(subject)
                return self.value(default, names) if content.state is State.EMPTY else content.value
            case Use():
                return self._named(node, names)
            case Negate(operand=operand):
                quantity = self._quantity(operand, names)
                return quantity and Quantity(negate(quantity.amount), quantity.unit)
            case Arithmetic():
                return self._arithmetic(node, names)
            case Choice():
                return self._chosen(node, names)
            case Apply(function=function, arguments=arguments):
                return _applied(function, [self.value(each, names) for each in arguments])
            case _:
                return self._truth(node, names)

    def _truth(self, node: Expression, names: Names) -> bool | None:
        match node:
            case Compare(operator=operator, left=left, right=right):
                return _compared(operator, self.value(left, names), self.value(right, names))
            case Not(operand=operand):
                truth = self.holds(operand, names)
                return None if truth is None else not truth
            case Connect(operator=operator, left=left, right=right):
                first = self.holds(left, names)
                return first if first is (operator == "or") or first is None else self.holds(right, names)
            case IsKind(subject=subject, kind=kind, negated=negated):
                return (self._content(subject).state in states_of_kind(kind)) is not negated
            case IsGiven(subject=subject, given=given):
                return (self._content(subject).state is not State.EMPTY) is given
            case IsClass(class_name=name, negated=negated) if self.class_name is not None:
                return (name == self.class_name) is not negated
            case IsOneOf():
                return self._one_of(node, names)
            case IsRead(reading=reading, alternative=alternative, negated=negated) if self._is_read(reading):
                return (self._alternative(reading) == alternative) is not negated
            case _:
                self.is_at_a_loss = True
                return None

    def _is_read(self, reading: str) -> bool:
        return cell_name(cell_of_reading(reading)) in self.row

    def _alternative(self, reading: str) -> str:
        value = self.row[cell_name(cell_of_reading(reading))].value
        return value.text if isinstance(value, Text) else ""

    def _chosen(self, choice: Choice, names: Names) -> Value:
        """The value of the case that holds; None where a condition that matters is a fault or cannot be told."""
        held: list[Expression] = []
        for case in choice.cases:
            truth = not held if case.condition is None else self.holds(case.condition, names)
            if truth is None:
                return None
            held += [case.value] if truth else []
            if held and choice.in_order:
                break
        return self.value(held[0], names) if len(held) == 1 else None

    def _content(self, node: Given) -> Content:
        return self.row.get(cell_name(node.field)) or Content(State.EMPTY, _EMPTY)

    def _quantity(self, node: Expression, names: Names) -> Quantity | None:
        value = self.value(node, names)
        return value if isinstance(value, Quantity) else None

    def _named(self, use: Use, names: Names) -> Value:
        key, meaning = (names.place, (use.origin, use.name)), names.value_of(use)
        if meaning is None or not self._is_in(names.scope_of(use), names):
            self.is_at_a_loss = True
            return None
        if key not in self._known:
            self._known[key] = None  # whatever leads back to itself has no value
            self._known[key] = self.value(meaning, names)
        return self._known[key]

    def _is_in(self, scope: Scope | None, names: Names) -> bool:
        """Whether a definition is made for this row."""
        if scope is None:
            return True
        if scope.class_name not in (None, self.class_name):
            return False
        return scope.condition is None or self.holds(scope.condition, names) is True

    def _arithmetic(self, node: Arithmetic, names: Names) -> Quantity | None:
        a, b = self._quantity(node.left, names), self._quantity(node.right, names)
        if a is None or b is None:
            return None
        if node.operator != "×":
            a, b = agree(a, b)
        combine, unit_of = _OPERATIONS[node.operator]
        unit, amount = unit_of(a.unit, b.unit), combine(a.amount, b.amount)
        return None if unit is None or amount is None or _too_long(amount) else Quantity(amount, unit)

    def _one_of(self, node: IsOneOf, names: Names) -> bool | None:
        subject = self.value(node.subject, names)
        for option in node.options:
            equal = _compared("=", subject, self.value(option, names))
            if equal is not False:
                return equal
        return False


_OPERATIONS: Mapping[
    ArithmeticOperator,
    tuple[Callable[[Amount, Amount], Amount | None], Callable[[Unit, Unit], Unit | None]],
] = {
    "+": (add, sum_unit),
    "−": (subtract, difference_unit),
    "×": (multiply, product_unit),
    "÷": (divide, quotient_unit),
}


def _too_long(amount: Amount) -> bool:
    ends = [end for end in (low_of(amount), high_of(amount)) if end is not None]
    return any(max(end.numerator.bit_length(), end.denominator.bit_length()) > LONGEST for end in ends)


def _compared(operator: ComparisonOperator, a: Value, b: Value) -> bool | None:
    if operator in ("=", "≠") and Text in {type(a), type(b)} <= {Text, Absent, Quantity, Day}:
        return (a == b) is (operator == "=")
    if isinstance(a, Day) and isinstance(b, Day):
        return compare(operator, _ordinals(a), _ordinals(b))
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return None
    a, b = agree(a, b)
    return compare(operator, a.amount, b.amount) if comparable(a.unit, b.unit) else None


def _ordinals(day: Day) -> Amount:
    first, last = Fraction(day.first.toordinal()), Fraction(day.last.toordinal())
    return interval(first, last, True, True) or first


ROUNDINGS = {
    "half-up": Rounding.HALF_UP,
    "truncate": Rounding.DOWN,
    "round-up": Rounding.UP,
    "half-even": Rounding.HALF_EVEN,
}


def _rounded(number: Quantity, unit: Amount, mode: Rounding) -> Quantity | None:
    if isinstance(unit, Interval) or unit <= 0:
        return None
    return Quantity(round_amount(number.amount, unit, mode), number.unit)


def _length(arguments: list[Value]) -> Quantity | None:
    match arguments:
        case [Text(text=text)]:
            return Quantity(Fraction(len("".join(text.split()))), PURE)
        case _:
            return None


def _alike(numbers: list[Quantity]) -> list[Quantity]:
    """The numbers, a bare 0 in the unit of the others."""
    telling = next((each for each in numbers if not is_bare_zero(each)), numbers[0])
    return [agree(each, telling)[0] if is_bare_zero(each) else each for each in numbers]


def _applied(function: str, arguments: list[Value]) -> Quantity | None:
    """The functions of values; None for all others."""
    days = [each for each in arguments if isinstance(each, Day)]
    if function == "days-between" and len(days) == len(arguments) == 2:
        return Quantity(subtract(_ordinals(days[1]), _ordinals(days[0])), DAYS)
    if function == "length":
        return _length(arguments)
    numbers = [each for each in arguments if isinstance(each, Quantity)]
    if not numbers or len(numbers) < len(arguments):
        return None
    numbers = _alike(numbers)
    if not all(comparable(numbers[0].unit, each.unit) for each in numbers):
        return None
    amounts = [each.amount for each in numbers]
    match function:
        case "max":
            return Quantity(reduce(maximum, amounts), numbers[0].unit)
        case "min":
            return Quantity(reduce(minimum, amounts), numbers[0].unit)
        case "half-up" | "truncate" | "round-up" | "half-even" if len(amounts) == 2:
            return _rounded(numbers[0], amounts[1], ROUNDINGS[function])
        case "abs" if not isinstance(amounts[0], Interval):
            return Quantity(abs(amounts[0]), numbers[0].unit)
        case _:
            return None
