"""Makes up rows from facts: a content for every cell that the facts are about.

Facts that do not contradict each other need not be facts of any row: a product is taken as a number of
its own, and units are not looked at. So what is made up here is tried before anybody is shown it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import islice, product

from evalrules.language.check.coverage.cells import State
from evalrules.language.check.coverage.facts import Facts, words_left
from evalrules.language.check.coverage.ground import Ground
from evalrules.language.check.coverage.inequalities import Inequality, solve, within
from evalrules.language.check.coverage.polynomials import Atom, Monomial, Opaque, cell_name
from evalrules.language.check.coverage.stretches import Piece, above, below
from evalrules.language.check.coverage.trial import Content, Row, Trial
from evalrules.language.check.coverage.walking import cells_read
from evalrules.language.policy.schema import Field, FieldType
from evalrules.language.values import (
    DAYS,
    PERCENT,
    POINT,
    PURE,
    UNSTATED,
    WAN_YUAN,
    YUAN,
    Absent,
    Day,
    Interval,
    Quantity,
    Reason,
    Text,
    Unit,
    Unread,
)

MOST_ROWS = 64
"""How many rows are made up from one set of facts."""

_ONE, _HUNDRED = Fraction(1), Fraction(100)
_PERIODS = tuple(
    Piece(below(Fraction(first.toordinal())), above(Fraction(last.toordinal())))
    for first, last in ((date(2020, 1, 1), date(2040, 12, 31)), (date.min, date.max))
)
_SAMPLES = tuple(Fraction(each) for each in (100, 1, 10, 2, Fraction(1, 2), 0, -1))
_OTHER_WORD = "其他"
_INDICATOR = (FieldType.TARGET, FieldType.MEASURED)
_UNITS = (UNSTATED, PERCENT, YUAN, POINT, DAYS)


def rows_from(facts: Facts, ground: Ground) -> Iterator[Row]:
    """Rows of which `facts` may be true, the plainest first."""
    states = _states(facts, ground)
    units = _UNITS if any(ground.cells[cell].type in _INDICATOR for cell in states) else (PURE,)
    for words in _words(facts, states):
        for numbers in _numbers(facts, states, ground):
            for unit in units:
                row = {
                    cell: _content(state, words.get(cell, ""), numbers.get(cell, _HUNDRED), ground.cells[cell], unit)
                    for cell, state in states.items()
                }
                known = {cell: content for cell, content in row.items() if content is not None}
                if len(known) == len(row):
                    yield known


def _states(facts: Facts, ground: Ground) -> Mapping[str, State]:
    """The likeliest state of each cell that the facts are about, in the order of the form."""
    concerned = {*facts.states, *facts.among, *facts.barred, *_cells_in(facts.atoms, ground)}
    concerned |= {cell for pair in facts.pairs for cell in pair}
    concerned |= _cells_in(facts.assumed, ground)
    found: dict[str, State] = {}
    for cell in ground.cells:
        if cell in concerned:
            possible = facts.states_of(cell, ground)
            found[cell] = next(state for state in State if state in possible)
    return found


def _cells_in(atoms: Iterable[Atom], ground: Ground) -> frozenset[str]:
    found: set[str] = set()
    for atom in atoms:
        if isinstance(atom, Opaque):
            read = cells_read(atom.expression, ground.names_in(atom.place))
            found |= {cell_name(each.field) for each in read}
        else:
            found.add(atom)
    return frozenset(found)


# Numbers ------------------------------------------------------------------------------------------


def _numbers(facts: Facts, states: Mapping[str, State], ground: Ground) -> Iterator[Mapping[str, Fraction]]:
    """Numbers for the cells in the system of `facts`; days of our time first, then any."""
    days = [cell for cell, state in states.items() if state is State.DATE]
    for period in _PERIODS if days else _PERIODS[:1]:
        dated = [each for cell in days for each in within(frozenset({(cell, 1)}), period)]
        yield from _solutions(ground.known_of((*facts.system, *dated)), ground)


def _solutions(system: list[Inequality], ground: Ground) -> Iterator[Mapping[str, Fraction]]:
    """Numbers under which `system` holds; cells that stand in products are chosen first."""
    loose = solve(system)
    if loose is None:
        return
    tied = [cell for cell in ground.cells if cell in _tied(system, ground)]
    samples = list(dict.fromkeys((*loose.values(), *_SAMPLES)))
    for combination in islice(product(samples, repeat=len(tied)), MOST_ROWS):
        chosen = dict(zip(tied, combination, strict=True))
        fixed = _with_chosen(system, chosen, ground)
        solution = None if fixed is None else solve(fixed)
        if solution is not None:
            found = {atom: number for monomial, number in solution.items() for atom, _ in monomial}
            yield {**{cell: number for cell, number in found.items() if isinstance(cell, str)}, **chosen}


def _tied(system: Iterable[Inequality], ground: Ground) -> frozenset[str]:
    """Cells whose numbers must be chosen for the system to become one of cells alone."""
    found: set[str] = set()
    for monomial in {monomial: None for each in system for monomial in each.terms}:
        unknown = [atom for atom, _ in monomial if isinstance(atom, Opaque)]
        found |= _cells_in(unknown, ground)
        powers = sorted((atom, power) for atom, power in monomial if isinstance(atom, str))
        free = next((atom for atom, power in powers if power == 1), None)
        if len(monomial) > 1 or free is None:
            found |= {atom for atom, _ in powers if atom != free or unknown}
    return frozenset(found)


def _with_chosen(
    system: Iterable[Inequality], chosen: Mapping[str, Fraction], ground: Ground
) -> list[Inequality] | None:
    """`system` with numbers for some cells; None where a product has no value then."""
    result = []
    for each in system:
        terms: dict[Monomial, Fraction] = {}
        constant = each.constant
        for monomial, factor in each.terms.items():
            split = _split(monomial, chosen, ground)
            if split is None:
                return None
            number, rest = split
            if rest:
                terms[rest] = terms.get(rest, Fraction(0)) + factor * number
            else:
                constant += factor * number
        result.append(Inequality({m: k for m, k in terms.items() if k}, constant, each.strict))
    return result


def _split(monomial: Monomial, chosen: Mapping[str, Fraction], ground: Ground) -> tuple[Fraction, Monomial] | None:
    """The known and the unknown factor of `monomial`; None where one of them has no value."""
    number, rest = _ONE, set()
    for atom, power in monomial:
        value = _value_of(atom, chosen, ground) if isinstance(atom, Opaque) else chosen.get(atom)
        if value is None:
            if isinstance(atom, Opaque):
                return None
            rest.add((atom, power))
        elif value == 0 and power < 0:
            return None
        else:
            number *= value**power
    return number, frozenset(rest)


def _value_of(atom: Opaque, chosen: Mapping[str, Fraction], ground: Ground) -> Fraction | None:
    row = {
        cell: Content(State.PLAIN, Quantity(number, _field_unit(ground.cells[cell], UNSTATED)))
        for cell, number in chosen.items()
    }
    value = Trial(row, None).value(atom.expression, ground.names_in(atom.place))
    if isinstance(value, Quantity) and isinstance(value.amount, Fraction):
        return value.amount
    return None


# Contents -----------------------------------------------------------------------------------------


def _content(state: State, word: str, number: Fraction, field: Field, unit: Unit) -> Content | None:
    """What a cell holds; None where it cannot hold its number."""
    match state:
        case State.EMPTY:
            return Content(state, Absent(""))
        case State.TEXT:
            return Content(state, Text(word))
        case State.DATE:
            return _day(number)
        case State.RANGE if field.type is FieldType.TARGET:
            return Content(state, Unread("90%至95%", Reason.NO_SINGLE_NUMBER))
        case _:
            return Content(state, _quantity(number, state, field, _field_unit(field, unit)))


def _field_unit(field: Field, unit: Unit) -> Unit:
    """The unit of numbers in `field`: its own, or for an indicator the one that is being tried."""
    if field.type in _INDICATOR:
        return unit
    return (field.unit or WAN_YUAN) if field.type is FieldType.MONEY else PURE


def _quantity(number: Fraction, state: State, field: Field, unit: Unit) -> Quantity:
    """A target names its number; an actual printed with a comparator is bounded by it."""
    match State.PLAIN if field.type is FieldType.TARGET else state:
        case State.CEILING | State.STRICT_CEILING:
            return Quantity(Interval(None, number, False, state is State.CEILING), unit)
        case State.FLOOR | State.STRICT_FLOOR:
            return Quantity(Interval(number, None, state is State.FLOOR, False), unit)
        case State.RANGE:
            return Quantity(Interval(number, number + unit.scale, True, True), unit)
        case _:
            return Quantity(number, unit)


def _day(number: Fraction) -> Content | None:
    if number.denominator != 1 or not _PERIODS[-1].holds(number):
        return None
    day = date.fromordinal(int(number))
    return Content(State.DATE, Day(day, day))


def _words(facts: Facts, states: Mapping[str, State]) -> Iterator[Mapping[str, str]]:
    """Texts for the cells that hold one."""
    cells = [cell for cell, state in states.items() if state is State.TEXT]
    choices = product(*(_words_for(cell, facts) for cell in cells))
    for combination in islice(choices, MOST_ROWS):
        words = dict(zip(cells, combination, strict=True))
        if all((words.get(a) == words.get(b)) is same for (a, b), same in facts.pairs.items()):
            yield words


def _words_for(cell: str, facts: Facts) -> list[str]:
    """A few of the texts that the cell may hold; where any will do, one that another cell may hold too."""
    left = words_left(facts, cell)
    if left is not None:
        return sorted(left)
    barred = facts.barred.get(cell, frozenset())
    partners = {other for pair in facts.pairs if cell in pair for other in pair if other != cell}
    shared = sorted({word for other in partners for word in facts.among.get(other, ())})
    more = [f"{_OTHER_WORD}{n}" for n in range(1, len(barred) + 2)]
    return [word for word in (_OTHER_WORD, *more, *shared) if word not in barred]
