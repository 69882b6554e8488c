"""Forms near to a given one: one cell other, printed so that it lies on a number that matters to the policy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from attrs import evolve, frozen

from evalrules.language.policy import expression as ex
from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, FieldType, Record, RecordKind, Role
from evalrules.language.values import parse_value, show_number
from evalrules.study.nodes import nodes_in
from evalrules.study.vocabulary import Vocabulary, numbers_of, vocabulary_of

_TARGETS = ("100", "≥100", "≤10", "=0", "=50", "≥90%", "按时完成", "2022-12-31", "")
_USUAL = (Fraction(1), Fraction(1, 2), Fraction(2), Fraction(0), Fraction(12, 10))
_JUST = Fraction(1, 10000)
_MOST_RATIO = 3
_ASKED = frozenset({Role.MAXIMUM, Role.CLAIMED, Role.TIER})
"""Roles of cells that matter though no expression reads them."""
_FILLED = {
    FieldType.TEXT: "",
    FieldType.NUMBER: "1",
    FieldType.POINTS: "",
    FieldType.MONEY: "100",
    FieldType.DATE: "2022-06-30",
    FieldType.TARGET: "100",
    FieldType.MEASURED: "90",
}


@frozen
class Matter:
    """What matters to a policy: the texts that it looks for by field, the numbers that it states, the cells it reads.

    A field is given by the English names of its record ("": any that is scored) and of itself.
    """

    policy: CheckedPolicy
    vocabulary: Vocabulary
    numbers: tuple[Fraction, ...]
    read: frozenset[tuple[str, str]]


def matter_of(policy: CheckedPolicy) -> Matter:
    """What matters to `policy`."""
    amounts = (each.amount for each in numbers_of(policy))
    numbers = tuple(dict.fromkeys(each for each in amounts if isinstance(each, Fraction)))
    read = frozenset((each.field.record, each.field.en) for each in nodes_in(policy) if isinstance(each, ex.Given))
    return Matter(policy, vocabulary_of(policy), numbers, read)


def plain_forms(matter: Matter) -> Iterator[Form]:
    """For each part of the form with rows, a form of one ordinary row."""
    for record in matter.policy.schema.records:
        if record.kind is RecordKind.LIST:
            cells = {field.en: _filled(field, record, matter) for field in record.fields}
            yield _of_cells(matter.policy, record, {name: text for name, text in cells.items() if text})


def _filled(field: Field, record: Record, matter: Matter) -> str:
    """What an ordinary row has there; of a measure without a target, such as a rate, a share if it matters at all."""
    if Role.MAXIMUM in field.roles:
        return "10"
    if field.type is FieldType.MEASURED and not any(each.type is FieldType.TARGET for each in record.fields):
        return "90%" if _is_read(field, record, matter) else ""
    return _FILLED[field.type]


def _is_read(field: Field, record: Record, matter: Matter) -> bool:
    """Whether the policy reads the cell: what it does not read says nothing in an example."""
    return (record.en, field.en) in matter.read or ("", field.en) in matter.read


def _of_cells(policy: CheckedPolicy, record: Record, cells: Mapping[str, str]) -> Form:
    address = f"{record.en}[0]"
    row = FormRow({name: Cell(text, f"{address}.{name}") for name, text in cells.items()}, address)
    return Form("candidate", policy.schema.name, {}, {record.en: (row,)})


def neighbours(form: Form, matter: Matter) -> Iterator[Form]:
    """Every form that differs from `form` in one cell of one row."""
    for record in matter.policy.schema.records:
        for name in dict.fromkeys((record.zh, record.en)):
            for index, row in enumerate(form.records.get(name, ())):
                for cells in _altered(row, record, matter):
                    yield _with_row(form, name, index, evolve(row, cells=cells))


def _with_row(form: Form, name: str, index: int, row: FormRow) -> Form:
    rows = form.records[name]
    return evolve(form, records={**form.records, name: (*rows[:index], row, *rows[index + 1 :])})


def _altered(row: FormRow, record: Record, matter: Matter) -> Iterator[Mapping[str, Cell]]:
    names = {field.en: name for name in row.cells if (field := record.field_named(name))}
    texts = {en: row.cells[name].text for en, name in names.items()}
    for field in record.fields:
        if not _ASKED.intersection(field.roles) and not _is_read(field, record, matter):
            continue
        name = names.get(field.en, field.en)
        others = {each.en: texts.get(each.en, "") for each in record.fields if each is not field}
        for text in dict.fromkeys(texts_for(field, record, others, matter)):
            if text != texts.get(field.en, ""):
                yield {**row.cells, name: Cell(text, f"{row.address}.{name}")}


# ---- the texts of a cell -------------------------------------------------------------------------


def texts_for(field: Field, record: Record, others: Mapping[str, str], matter: Matter) -> Iterator[str]:
    """What may be printed for `field` beside the `others` of its row (by English names), and matters to the policy."""
    words = matter.vocabulary.get((record.en, field.en), ())
    match field.type:
        case FieldType.TEXT:
            yield from (*words, "", "文字")
        case FieldType.TARGET:
            yield from (*words, *_TARGETS)
        case FieldType.MEASURED:
            yield from words
            yield from _beside(_of_type(FieldType.TARGET, record, others), matter)
            if not any(each.type is FieldType.TARGET for each in record.fields):
                yield from (_percent(each + small) for each in matter.numbers for small in (0, -_JUST, _JUST))
            yield from ("完成", "")
        case FieldType.MONEY:
            yield from _beside(_of_type(FieldType.MONEY, record, others), matter)
            yield from ("0", "")
        case FieldType.POINTS | FieldType.NUMBER:
            yield from _points(field, record, others, matter)
        case FieldType.DATE:
            yield from ("2022-06-30", "2022-12-31", "")


def _of_type(kind: FieldType, record: Record, others: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(others[each.en] for each in record.fields if each.type is kind and others.get(each.en)))


def _beside(printed: tuple[str, ...], matter: Matter) -> Iterator[str]:
    """Numbers that stand in a ratio that matters to one that is printed, and that only just do not."""
    for each in printed:
        value = parse_value(each)
        if value.number is None:
            continue
        for ratio in (*_USUAL, *(each for each in matter.numbers if abs(each) <= _MOST_RATIO)):
            for share in (ratio, ratio - _JUST, ratio + _JUST):
                yield _decimal(value.number * share) + value.unit


def _points(field: Field, record: Record, others: Mapping[str, str], matter: Matter) -> Iterator[str]:
    """Points of a row, or a number of points out of them."""
    if Role.MAXIMUM in field.roles:
        yield from ("10", "3.33", "100", *(_decimal(each) for each in matter.numbers if each > 1))
        return
    maximum = next(
        (others[each.en] for each in record.fields if Role.MAXIMUM in each.roles and others.get(each.en)), ""
    )
    value = parse_value(maximum)
    for share in (Fraction(0), Fraction(1, 5), Fraction(1), Fraction(11, 10), *matter.numbers):
        if value.number is not None and share <= 2:
            yield _decimal(value.number * share)
    yield from (_decimal(each) for each in matter.numbers)
    yield ""


def _percent(number: Fraction) -> str:
    return f"{_decimal(number * 100)}%" if abs(number) <= 2 else _decimal(number)


def _decimal(number: Fraction) -> str:
    """`number` as a form prints it, to six places."""
    return show_number(Fraction(round(number * 10**6), 10**6))
