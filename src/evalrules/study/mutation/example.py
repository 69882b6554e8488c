"""A form as an example, ready to be put into a policy: what the policy makes of it is what it expects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from evalrules.language.keywords import spelling
from evalrules.language.policy.form import Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Record
from evalrules.language.syntax.print import Lang, quoted
from evalrules.language.values import Amount, Quantity, show_number
from evalrules.meaning.derivation import Derivation, RowDerivation
from evalrules.meaning.examples import award_of
from evalrules.pipeline import score
from evalrules.study.mutation.sight import RowKey, Sight, sight_of

_STATUS = {"not-applicable": "NOT_APPLICABLE", "void": "VOID", "unscored": "UNSCORED", "fault": "FAULT"}


def example_text(policy: CheckedPolicy, other: CheckedPolicy, form: Form, title: str, lang: Lang) -> str:
    """`form` as an example of `policy`: what its rows earn, and whatever else `other` would see otherwise."""
    derivation = score(policy, form)
    return "\n  ".join(_Writer(policy, form, derivation, sight_of(score(other, form)), lang).lines(title))


@frozen
class _Writer:
    policy: CheckedPolicy
    form: Form
    derivation: Derivation
    other: Sight
    lang: Lang

    def word(self, token: str) -> str:
        return spelling(token, self.lang)

    def lines(self, title: str) -> Iterator[str]:
        """The lines of the example, the first with its title."""
        own = sight_of(self.derivation)
        rows = {(each.section, each.index): each for each in self.derivation.rows}
        yield f"{self.word('EXAMPLE')} {quoted(title)}"
        if self.form.header:
            header = next(each for each in self.policy.schema.records if each.kind.value == "HEADER")
            yield self._cells(header, FormRow(self.form.header, ""))
        for record in self.policy.schema.records:
            for at, row in enumerate(self.form.records.get(record.en, ())):
                key = (record.en, at)
                yield self._cells(record, row) + self._expected(rows.get(key)) + self._reports(own, key)
        if own.total != self.other.total and own.rows == self.other.rows:
            yield from self._total(own)
        if own.grades != self.other.grades and len(own.grades) == 1:
            yield f"{self.word('GRADE')} {own.grades[0]}"
        reports = self._reports(own, None)
        if reports:
            yield reports.strip()

    def _cells(self, record: Record, row: FormRow) -> str:
        cells = [(record.field_named(name), cell.text) for name, cell in row.cells.items()]
        printed = (f" {field.name(self.lang)} {_printed(text)}" for field, text in cells if field and text)
        return f"{self.word('ROW')} {record.name(self.lang)}{''.join(printed)}"

    def _expected(self, row: RowDerivation | None) -> str:
        if row is None:
            return ""
        seen = award_of(row)
        special = _STATUS.get(row.status)
        award = self.word(special) if special else self._amount(seen.amount) if isinstance(seen, Quantity) else ""
        under = f" {self.word('UNDER')} {row.rule}" if row.rule and not special else ""
        return f" {self.word('EXPECT')} {award}{under}" if award else ""

    def _amount(self, amount: Amount) -> str:
        if isinstance(amount, Fraction):
            return _number(amount)
        if amount.low is None or amount.high is None:
            return ""
        low, high = self._end(amount.low, amount.low_closed), self._end(amount.high, amount.high_closed)
        return f"{low} {self.word('TO')} {high}" if self.lang == "en" else f"{low}{self.word('TO')} {high}"

    def _end(self, end: Fraction, closed: bool) -> str:
        gap = " " if self.lang == "en" else ""
        return f"{_number(end)}{gap}{self.word('INCLUDING' if closed else 'EXCLUDING')}"

    def _total(self, own: Sight) -> Iterator[str]:
        amount = self._amount(own.total.amount) if isinstance(own.total, Quantity) else ""
        if amount:
            yield f"{self.word('TOTAL')} {amount}"

    def _reports(self, own: Sight, key: RowKey | None) -> str:
        """The checks that only one of the two policies reports, here or of the whole form."""
        here = {each[0] for each in own.reports if each[1] == key}
        there = {each[0] for each in self.other.reports if each[1] == key}
        decided = {each.name for each in self.derivation.checks if each.row == key and each.due is not None}
        due = [f" {self.word('REPORTS')} {name}" for name in sorted(here - there)]
        return "".join([*due, *(f" {self.word('SILENT_ON')} {name}" for name in sorted((there - here) & decided))])


def _printed(text: str) -> str:
    """A cell: numbers as they are, anything else in quotation marks."""
    return text if re.fullmatch(r"[0-9]+(\.[0-9]+)?%?", text) else quoted(text)


def _number(value: Fraction) -> str:
    """A number as an expression: a quotient where its decimals never end."""
    shown = show_number(value)
    return shown if "/" not in shown else f"{value.numerator} ÷ {value.denominator}"
