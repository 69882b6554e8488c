"""Turns conditions into formulas: what must be so for a condition to hold, or not to hold.

A condition that meets a cell it cannot work with neither holds nor fails: it is a fault. So both
formulas of `actual ≥ target` demand that there are two numbers to compare, and the two together do
not make up everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import reduce

from evalrules.language.check.coverage.cells import (
    DATES,
    EMPTY,
    EVERY_STATE,
    GIVEN,
    NUMBERS,
    TEXTS,
    State,
    States,
    cell_of_reading,
    numbers_of_field,
    states_of_field,
    states_of_kind,
    values_of_field,
)
from evalrules.language.check.coverage.formulas import (
    FALSE,
    TRUE,
    All,
    Among,
    Assumed,
    Either,
    Formula,
    InState,
    NotAmong,
    Same,
    Sign,
)
from evalrules.language.check.coverage.names import DEEPEST, Name, Names
from evalrules.language.check.coverage.polynomials import (
    UNIT,
    Algebra,
    Opaque,
    Polynomial,
    cell_name,
    difference,
    scaled,
)
from evalrules.language.policy.expression import (
    Apply,
    Arithmetic,
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
    Use,
)
from evalrules.language.values import Day, Text

_ONE = Fraction(1)
_OPPOSITE: Mapping[ComparisonOperator, ComparisonOperator] = {
    "=": "≠",
    "≠": "=",
    "<": "≥",
    "≥": "<",
    ">": "≤",
    "≤": ">",
}
# In which states a function can work with the cells it is given; all others take numbers.
_TAKEN: Mapping[str, States] = {"days-between": DATES, "length": TEXTS}


class Translator:
    """Translates the conditions of one place, for rows of one class (None: whatever the class)."""

    def __init__(self, algebra: Algebra, class_name: str | None) -> None:
        self.algebra = algebra
        self.names: Names = algebra.names
        self.class_name = class_name
        self._known: dict[tuple[Name, bool], Formula] = {}
        self._under_way: list[Name] = []

    def formula(self, condition: Expression, *, holds: bool) -> Formula:
        """What must be so for `condition` to hold, or not to hold."""
        match condition:
            case Not(operand=operand):
                return self.formula(operand, holds=not holds)
            case Connect():
                return self._connected(condition, holds=holds)
            case Compare(operator=operator, left=left, right=right):
                return self._compared(operator if holds else _OPPOSITE[operator], left, right)
            case IsKind(subject=subject, kind=kind, negated=negated):
                return _in_state(subject, states_of_kind(kind), inside=holds is not negated)
            case IsGiven(subject=subject, given=given):
                return _in_state(subject, GIVEN, inside=holds is given)
            case IsOneOf():
                return self._one_of(condition, holds=holds)
            case IsClass(class_name=name, negated=negated) if self.class_name is not None:
                return TRUE if ((name == self.class_name) is not negated) is holds else FALSE
            case Use():
                return self._named(condition, holds=holds)
            case IsRead(reading=reading, alternative=alternative, negated=negated):
                return self._read_as(reading, alternative, holds=holds is not negated)
            case Choice():
                return self._by_case(condition, lambda value: self.formula(value, holds=holds))
            case _:
                return self._assumed(condition, holds=holds)

    def _assumed(self, condition: Expression, *, holds: bool) -> Formula:
        return Assumed(Opaque(condition, self.names.place), holds)

    def _read_as(self, reading: str, alternative: str, *, holds: bool) -> Formula:
        """A reading is a cell of which all that it can hold is known."""
        every, asked = self.names.readings[reading], frozenset({alternative})
        return Among(cell_name(cell_of_reading(reading)), asked if holds else every - asked, every)

    def _by_case(self, choice: Choice, said: Callable[[Expression], Formula]) -> Formula:
        """What is `said` of the value of the case that holds; where it cannot be told which, nothing is."""
        options: list[Formula] = []
        for at, case in enumerate(choice.cases):
            others = choice.cases[:at] if choice.in_order else (*choice.cases[:at], *choice.cases[at + 1 :])
            failed = [self.formula(each.condition, holds=False) for each in others if each.condition is not None]
            held = [] if case.condition is None else [self.formula(case.condition, holds=True)]
            options.append(All((*held, *failed, said(case.value))))
        return Either(tuple(options))

    def _connected(self, condition: Connect, *, holds: bool) -> Formula:
        """The parts of a chain, each looked at only where those before it leave the answer open."""
        settles = condition.operator == "or"
        *before, last = _chain(condition)
        formula = self.formula(last, holds=holds)
        for part in reversed(before):
            passed = All((self.formula(part, holds=not settles), formula))
            formula = Either((self.formula(part, holds=settles), passed)) if holds is settles else passed
        return formula

    def _named(self, use: Use, *, holds: bool) -> Formula:
        name, value = (use.origin, use.name), self.names.value_of(use)
        if value is None or name in self._under_way or len(self._under_way) >= DEEPEST:
            return self._assumed(use, holds=holds)
        if (name, holds) not in self._known:
            self._under_way.append(name)
            self._known[name, holds] = self.formula(value, holds=holds)
            self._under_way.pop()
        return self._known[name, holds]

    # Comparisons --------------------------------------------------------------------------------

    def _one_of(self, condition: IsOneOf, *, holds: bool) -> Formula:
        """Options are compared one by one, until one is equal."""
        subject = self.names.resolved(condition.subject)
        words = [_text_of(self.names.resolved(option)) for option in condition.options]
        known = frozenset(word for word in words if word is not None)
        if isinstance(subject, Given) and None not in words:
            return _word(subject, known, inside=holds)
        span = condition.span
        equal: list[Expression] = [Compare("=", condition.subject, each, span) for each in condition.options]
        return self.formula(reduce(lambda a, b: Connect("or", a, b, span), equal), holds=holds)

    def _compared(self, operator: ComparisonOperator, left: Expression, right: Expression) -> Formula:
        a, b = self.names.resolved(left), self.names.resolved(right)
        if isinstance(a, Choice):
            return self._by_case(a, lambda value: self._compared(operator, value, b))
        if isinstance(b, Choice):
            return self._by_case(b, lambda value: self._compared(operator, a, value))
        if _text_of(a) is not None or _text_of(b) is not None:
            return self._text_compared(operator, a, b)
        if isinstance(a, Given) and isinstance(b, Given):
            return self._cells_compared(operator, a, b)
        needed = DATES if _is_day(a) or _is_day(b) else NUMBERS
        sizes = self._sizes_compared(operator, a, b, needed)
        if operator != "≠" or not (isinstance(a, Given) or isinstance(b, Given)):
            return sizes
        cell, other = (a, b) if isinstance(a, Given) else (b, a)
        assert isinstance(cell, Given)
        return Either((sizes, All((_in_state(cell, TEXTS), *self._readable(other, needed)))))

    def _text_compared(self, operator: ComparisonOperator, a: Expression, b: Expression) -> Formula:
        words = _text_of(a), _text_of(b)
        if None not in words:
            return TRUE if (words[0] == words[1]) is (operator == "=") else FALSE
        cell, word = (a, words[1]) if words[0] is None else (b, words[0])
        if isinstance(cell, Given) and word is not None:
            return _word(cell, frozenset({word}), inside=operator == "=")
        return self._assumed(Compare("=", a, b, a.span), holds=operator == "=")

    def _cells_compared(self, operator: ComparisonOperator, a: Given, b: Given) -> Formula:
        """Two numbers, two dates or two texts, whichever the cells turn out to hold."""
        options: list[Formula] = []
        possible = states_of_field(a.field) & states_of_field(b.field)
        if possible & NUMBERS:
            options.append(self._sizes_compared(operator, a, b, NUMBERS))
        if possible & DATES:
            options.append(self._sizes_compared(operator, a, b, DATES))
        if operator == "=":
            options.append(_same_text(a, b))
        if operator == "≠":
            options.append(_different_text(a, b))
        return options[0] if len(options) == 1 else Either(tuple(options))

    def _sizes_compared(self, operator: ComparisonOperator, a: Expression, b: Expression, states: States) -> Formula:
        """Two numbers, or two dates, by size; days are whole, so that `after` is a day later at least."""
        polynomial = difference(self.algebra.polynomial(a), self.algebra.polynomial(b))
        signed = _signed(operator, polynomial, whole=states == DATES)
        return All((*self._readable(a, states), *self._readable(b, states), signed))

    def _readable(self, side: Expression, states: States) -> list[Formula]:
        """That all cells that one side of a comparison reads can be read."""
        return [_of_size(cell, needed) for cell, needed in self._read(side, states)]

    def _read(self, side: Expression, states: States) -> Iterator[tuple[Given, States]]:
        """The cells that one side of a comparison reads, and in which states it can."""
        stack = [(side, states)]
        seen: set[Name] = set()
        while stack:
            node, needed = stack.pop(0)
            match node:
                case Given():
                    yield node, needed
                case Arithmetic(left=left, right=right):
                    stack += [(left, NUMBERS), (right, NUMBERS)]
                case IfMissing(subject=subject):
                    yield subject, needed | EMPTY
                case Negate(operand=operand):
                    stack.append((operand, NUMBERS))
                case Apply(function=function, arguments=arguments):
                    inner = _TAKEN.get(function, NUMBERS)
                    stack += [(argument, inner) for argument in arguments]
                case Use(origin=origin, name=name):
                    value = self.names.value_of(node)
                    if value is not None and (origin, name) not in seen:
                        seen.add((origin, name))
                        stack.append((value, needed))
                case _:
                    pass


def _chain(condition: Connect) -> list[Expression]:
    """The parts of `a 或 b 或 c`, however many, from left to right."""
    parts: list[Expression] = []
    node: Expression = condition
    while isinstance(node, Connect) and node.operator == condition.operator:
        parts.append(node.right)
        node = node.left
    return [node, *reversed(parts)]


def _signed(operator: ComparisonOperator, polynomial: Polynomial, *, whole: bool) -> Formula:
    """What `polynomial operator 0` says of signs."""
    opposite = scaled(polynomial, -_ONE)
    match operator:
        case "≥":
            return Sign(polynomial, False)
        case "≤":
            return Sign(opposite, False)
        case ">":
            return _positive(polynomial, whole=whole)
        case "<":
            return _positive(opposite, whole=whole)
        case "=":
            return All((Sign(polynomial, False), Sign(opposite, False)))
        case "≠":
            return Either((_positive(polynomial, whole=whole), _positive(opposite, whole=whole)))


def _positive(polynomial: Polynomial, *, whole: bool) -> Sign:
    return Sign(difference(polynomial, {UNIT: _ONE}), False) if whole else Sign(polynomial, True)


def _in_state(subject: Given, states: States, *, inside: bool = True) -> InState:
    return InState(cell_name(subject.field), states if inside else EVERY_STATE - states)


def _of_size(subject: Given, states: States) -> InState:
    """That a cell holds what has a size: a number or a date, whichever is needed."""
    if not states >= NUMBERS:
        return _in_state(subject, states)
    return _in_state(subject, numbers_of_field(subject.field) | (states - NUMBERS))


def _word(subject: Given, words: frozenset[str], *, inside: bool) -> Formula:
    cell = cell_name(subject.field)
    if inside:
        return All((InState(cell, frozenset({State.TEXT})), Among(cell, words)))
    return All((InState(cell, values_of_field(subject.field)), NotAmong(cell, words)))


def _same_text(a: Given, b: Given) -> Formula:
    return All((_in_state(a, TEXTS), _in_state(b, TEXTS), Same(_pair(a, b), True)))


def _different_text(a: Given, b: Given) -> Formula:
    """At least one is a text; whatever else can be read is another than it, and an empty cell too."""
    one = Either((_in_state(a, TEXTS), _in_state(b, TEXTS)))
    values = [_in_state(each, values_of_field(each.field)) for each in (a, b)]
    return All((*values, one, Same(_pair(a, b), False)))


def _pair(a: Given, b: Given) -> tuple[str, str]:
    first, second = sorted((cell_name(a.field), cell_name(b.field)))
    return first, second


def _text_of(expression: Expression) -> str | None:
    match expression:
        case Constant(value=Text(text=text)):
            return text
        case _:
            return None


def _is_day(expression: Expression) -> bool:
    return isinstance(expression, Constant) and isinstance(expression.value, Day)
