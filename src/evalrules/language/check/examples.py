"""Checks the examples of a policy: what they fill in exists, what they expect is stated outright."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.check.declarations import DeclarationChecker
from evalrules.language.check.places import word_span
from evalrules.language.check.stretches import admission
from evalrules.language.check.types import POINTS, Typed
from evalrules.language.policy import definition as defined
from evalrules.language.policy.schema import Record
from evalrules.language.problems import Phrase
from evalrules.language.problems.check_of_other_rows import CheckOfOtherRows
from evalrules.language.problems.duplicate_name import DuplicateName
from evalrules.language.problems.form_out_of_reach import FormOutOfReach
from evalrules.language.problems.unknown_check import UnknownCheck
from evalrules.language.problems.unknown_field import UnknownField
from evalrules.language.problems.unknown_grade import UnknownGrade
from evalrules.language.problems.unknown_record import UnknownRecord
from evalrules.language.problems.unknown_rule import UnknownRule
from evalrules.language.source import Span
from evalrules.language.syntax import tree


def example(
    node: tree.ExampleDecl, grades: tuple[str, ...], layer: str, checker: DeclarationChecker
) -> defined.Example:
    """The rows of an example and what is expected of them; `grades` are those that the policy gives."""
    rows = tuple(row for each in node.rows for row in _row(each, checker))
    total = _expected(node.total, checker) if node.total else None
    if node.grade is not None and node.grade not in grades:
        checker.findings.report(UnknownGrade(word_span(node.span, node.grade, -1), node.grade, grades))
    file = _form_file(node, checker)
    reports = _reports(node.reported, "", checker)
    others = tuple(_other(each, checker) for each in node.others)
    return defined.Example(node.title, file, rows, total, node.grade, reports, others, layer, node.span)


def _other(node: tree.OtherForm, checker: DeclarationChecker) -> defined.OtherForm:
    """A form beside that of the example."""
    rows: list[tuple[str, tuple[defined.Entry, ...]]] = []
    for row in node.rows:
        record = checker.names.schema.record_named(row.record)
        if record is None:
            span = word_span(row.span, row.record)
            checker.findings.report(UnknownRecord(span, row.record, checker.names.record_names()))
        else:
            rows.append((record.en, tuple(_entries(row, record, checker))))
    return defined.OtherForm(node.title, tuple(rows))


def _form_file(node: tree.ExampleDecl, checker: DeclarationChecker) -> str:
    """The path of the form of an example: one that stays in the folder of the text, and below."""
    path = node.form_file
    if path and _strays(path):
        checker.findings.report(FormOutOfReach(word_span(node.span, path), path))
    return path


def _strays(path: str) -> bool:
    levels = path.split("/")
    return "\\" in path or ":" in path or "\0" in path or any(level in ("", ".", "..") for level in levels)


def _reports(
    nodes: tuple[tree.Reported, ...], record: str, checker: DeclarationChecker
) -> tuple[defined.ExpectedReport, ...]:
    """What is expected of checks, after a row of `record` (as written), or ("") of the form as a whole."""
    return tuple(_report(each, record, checker) for each in nodes)


def _report(node: tree.Reported, record: str, checker: DeclarationChecker) -> defined.ExpectedReport:
    names = checker.names
    span = word_span(node.span, node.check, -1)
    if node.check not in names.checks:
        checker.findings.report(UnknownCheck(span, node.check, tuple(names.checks)))
    elif (meant := names.checks[node.check]) and record:
        one, other = names.schema.record_named(record), names.schema.record_named(meant)
        if one is not None and other is not None and one is not other:
            checker.findings.report(CheckOfOtherRows(span, node.check, other.zh, one.zh))
    return defined.ExpectedReport(node.check, node.due, node.span)


def _row(node: tree.ExampleRow, checker: DeclarationChecker) -> Iterator[defined.ExampleRow]:
    record = checker.names.schema.record_named(node.record)
    expected = _expected(node.expected, checker) if node.expected else None
    if record is None:
        span = word_span(node.span, node.record)
        checker.findings.report(UnknownRecord(span, node.record, checker.names.record_names()))
    else:
        reports = _reports(node.reported, node.record, checker)
        yield defined.ExampleRow(record.en, tuple(_entries(node, record, checker)), expected, reports, node.span)


def _entries(
    node: tree.ExampleRow | tree.OtherRow, record: Record, checker: DeclarationChecker
) -> Iterator[defined.Entry]:
    """The cells of a row, each of a field that the record has, and given once."""
    first: dict[str, Span] = {}
    for entry in node.entries:
        span = word_span(entry.span, entry.field_name)
        field = record.field_named(entry.field_name)
        if field is None:
            known = tuple(name for each in record.fields for name in (each.zh, *each.also, each.en))
            checker.findings.report(UnknownField(span, entry.field_name, known))
            continue
        if field.en in first:
            what = Phrase(f"字段“{field.zh}”", f"field `{field.en}`")
            checker.findings.report(DuplicateName(span, what, first[field.en]))
        first.setdefault(field.en, span)
        yield defined.Entry(field.en, entry.printed)


def _expected(node: tree.Expected, checker: DeclarationChecker) -> defined.ExpectedAward:
    if node.rule is not None and node.rule not in checker.names.rules:
        span = word_span(node.span, node.rule, -1)
        checker.findings.report(UnknownRule(span, node.rule, tuple(checker.names.rules)))
    if isinstance(node.value, str):
        return defined.ExpectedAward(node.value, node.rule, node.span)
    if isinstance(node.value, tree.Admitted):
        admitted = admission(node.value, checker.form)
        for end in (admitted.low, admitted.high):
            checker.constant(Typed(end.value, POINTS))
        return defined.ExpectedAward(admitted, node.rule, node.span)
    award = checker.constant(checker.form.points(node.value))
    return defined.ExpectedAward(award.expression, node.rule, node.span)
