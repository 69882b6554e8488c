"""Small forms that come close to whatever a policy draws a line at, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, islice, zip_longest
from typing import TypeAlias, TypeVar

from attrs import frozen

from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, FieldType, Record, RecordKind, Role
from evalrules.language.values import show_number
from evalrules.meaning.examples import form_from_example
from evalrules.study.mutation.pools import Pools, pools_of

_Item = TypeVar("_Item")

Cells: TypeAlias = Mapping[str, str]
"""What is printed in a row, by the English names of fields."""

MOST = 600
"""Forms that are tried."""

_WHOLE = Fraction(100)
_TARGETS = (("", ""), ("≥", ""), ("≤", ""), ("=", ""), ("", "%"), ("≥", "%"), ("≤", "%"))
_ALIKE = 3
"""Rows that are put on one form where one is not enough: what is rounded row by row adds up."""


def candidates(policy: CheckedPolicy) -> Iterator[Form]:
    """Forms to try: the author's examples with one cell altered, and rows about every edge, by turns."""
    pools = pools_of(policy)
    drawn = _Drawn(policy, pools)
    sources = (_altered(policy, pools), drawn.single_rows(), drawn.several_rows())
    return islice(_by_turns(sources), MOST)


def _by_turns(sources: Sequence[Iterator[_Item]]) -> Iterator[_Item]:
    """One of each source, then the next of each, so that none waits for the end of another."""
    return (each for turn in zip_longest(*sources) for each in turn if each is not None)


# ---- the author's examples, altered --------------------------------------------------------------


def _altered(policy: CheckedPolicy, pools: Pools) -> Iterator[Form]:
    """Every example with one cell of one row altered."""
    return _by_turns([_alterations(policy, form, pools) for form in _seeds(policy)])


def _seeds(policy: CheckedPolicy) -> Iterator[Form]:
    for example in policy.examples:
        if not example.form_file:
            yield form_from_example(policy, example)


def _alterations(policy: CheckedPolicy, form: Form, pools: Pools) -> Iterator[Form]:
    records = {each.en: each for each in policy.schema.records}
    cells = [
        _cell_altered(form, name, at, field, pools)
        for name, rows in form.records.items()
        for at in range(len(rows))
        for field in records[name].fields
    ]
    return _by_turns(cells)


def _cell_altered(form: Form, name: str, at: int, field: Field, pools: Pools) -> Iterator[Form]:
    rows = form.records[name]
    for text in _texts_for(field, pools):
        cells = {**rows[at].cells, field.en: Cell(text, f"{rows[at].address}.{field.en}")}
        others = (*rows[:at], FormRow(cells, rows[at].address), *rows[at + 1 :])
        yield Form(form.name, form.schema, form.header, {**form.records, name: others})


def _texts_for(field: Field, pools: Pools) -> Sequence[str]:
    """What may be printed in a cell of `field`; the first is that nothing is."""
    numbers = [show_number(each) for each in pools.numbers]
    shares = [show_number(each * _WHOLE) for each in pools.ratios]
    match field.type:
        case FieldType.TEXT:
            own = pools.tiers if Role.TIER in field.roles else pools.texts_of(field)
            return ("", *own, "有")
        case FieldType.MEASURED:
            percents = [f"{each}%" for each in shares]
            return ("", *chain.from_iterable(zip(percents, shares, strict=True)), *numbers, "有")
        case FieldType.TARGET:
            return ("", *(f"{sign}{number}" for number in numbers for sign in ("", "≥", "≤", "=")), "有")
        case FieldType.DATE:
            return ("", "2022-12-31")
        case _:
            return ("", *numbers, *shares)


# ---- rows drawn from nothing but the policy ------------------------------------------------------


@frozen
class _Drawn:
    policy: CheckedPolicy
    pools: Pools

    @property
    def _records(self) -> list[Record]:
        wanted = {rule.scope.record for rule in self.policy.rules} | {
            each.record for each in self.policy.classifications
        }
        lists = [each for each in self.policy.schema.records if each.kind is RecordKind.LIST]
        return [each for each in lists if each.en in wanted]

    def single_rows(self) -> Iterator[Form]:
        """Forms of one row."""
        return _by_turns([self._forms(each) for each in self._records])

    def _forms(self, record: Record) -> Iterator[Form]:
        return (self._form(record, (cells,)) for cells in self._rows(record))

    def several_rows(self) -> Iterator[Form]:
        """Forms of a few rows that are alike."""
        for record in self._records:
            for cells in islice(self._rows(record), MOST // 20):
                yield self._form(record, (cells,) * _ALIKE)

    def _form(self, record: Record, rows: tuple[Cells, ...]) -> Form:
        found = tuple(
            FormRow(
                {name: Cell(text, f"{record.en}[{at}].{name}") for name, text in cells.items()}, f"{record.en}[{at}]"
            )
            for at, cells in enumerate(rows)
        )
        return Form("candidate", self.policy.schema.name, {}, {record.en: found})

    def _rows(self, record: Record) -> Iterator[Cells]:
        points = record.field_for(Role.MAXIMUM)
        for words in self._words(record):
            for measured in self._measured(record):
                base = {**words, **measured}
                yield {**base, **({points.en: "10"} if points else {})}
                if points and not words:
                    yield from ({**base, points.en: text} for text in ("100", "3.335"))

    def _words(self, record: Record) -> Iterator[Cells]:
        """Nothing, then each word that the policy looks for in a field."""
        yield {}
        for field in record.fields:
            for text in self.pools.texts_of(field):
                yield {field.en: text}

    def _measured(self, record: Record) -> Iterator[Cells]:
        """Targets beside actuals, budgets beside what was spent: at every share the policy speaks of."""
        target, actual = record.field_named("target"), record.field_named("actual")
        budget, spent = record.field_named("revised_budget"), record.field_named("executed")
        if target and actual:
            zeros = ({target.en: f"{sign}0", actual.en: text} for sign in ("", "≤", "=") for text in ("0", "1"))
            yield from _by_turns(
                (
                    zeros,
                    self._judged(record, target, actual),
                    self._at_numbers(target, actual),
                    self._at_shares(target, actual),
                )
            )
        elif budget and spent:
            yield from ({budget.en: "100", spent.en: show_number(share * _WHOLE)} for share in self.pools.ratios)
            yield {budget.en: "0", spent.en: "0"}
        else:
            yield {}

    def _at_numbers(self, target: Field, actual: Field) -> Iterator[Cells]:
        return ({target.en: "100", actual.en: show_number(each)} for each in self.pools.numbers)

    def _at_shares(self, target: Field, actual: Field) -> Iterator[Cells]:
        for share in self.pools.ratios:
            for sign, unit in _TARGETS:
                yield {target.en: f"{sign}100{unit}", actual.en: show_number(share * _WHOLE) + unit}

    def _judged(self, record: Record, target: Field, actual: Field) -> Iterator[Cells]:
        """A target in words, with each tier, and with entries about every edge."""
        tier, claimed = record.field_for(Role.TIER), record.field_for(Role.CLAIMED)
        base = {target.en: "按时完成", actual.en: "按时完成"}
        yield base | {actual.en: "5"}
        for name in ("", *self.pools.tiers):
            cells = base | ({tier.en: name} if tier and name else {})
            yield cells
            if claimed:
                yield from (cells | {claimed.en: show_number(share * 10)} for share in self.pools.ratios)


def _row(cells: Cells, address: str) -> FormRow:
    return FormRow({name: Cell(text, f"{address}.{name}") for name, text in cells.items()}, address)
