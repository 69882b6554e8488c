"""Checks an explanation as a whole: the numbers that people read agree with the derivations beneath them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from evalrules.meaning.certificate.agreement import sum_of
from evalrules.meaning.certificate.amount import Amount, show_number
from evalrules.meaning.certificate.calculation import value_of
from evalrules.meaning.certificate.claim import check_field, row_count, rows_in_scope
from evalrules.meaning.certificate.finding import Finding, Premise
from evalrules.meaning.certificate.node import MalformedError, Node, as_node, shown
from evalrules.meaning.certificate.phrase import Phrase, neutral
from evalrules.meaning.certificate.rows import NOTHING, cell_value
from evalrules.meaning.certificate.value import MOST_DIGITS, Fault, Outcome, Quantity, read_outcome

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+|/[1-9][0-9]*)?")


def check_document(document: Node) -> Iterator[Finding]:
    """Every flat field of an explanation is the one that its derivation has."""
    yield from check_field(document.node("versions"), "trace", "1")
    for row in document.nodes("rows"):
        yield from _check_row(row)
    for row in document.nodes("unscored"):
        yield from _check_key(row)
        yield from check_field(row, "rule", row.node("derivation").text("rule"))
        yield from check_field(row.node("derivation"), "status", "unscored")
    yield from _check_total(document)
    yield from _check_grade(document)
    for subtotal in document.nodes("subtotals"):
        yield from _check_subtotal(subtotal)
    for each in document.nodes("consequences"):
        yield from _check_consequence(each)
    for check in document.nodes("checks"):
        yield from _check_check(check)


# Numbers ------------------------------------------------------------------------------------------


def _number_at(node: Node, name: str) -> Fraction | None:
    """A score as it is shown: a decimal or a fraction, exact either way; None where it is undecided."""
    text = node.text_or_none(name)
    if text is None:
        return None
    if len(text) > MOST_DIGITS or not _NUMBER.fullmatch(text):
        raise MalformedError(node.at(name), shown(text), Phrase("数，如 9.50 或 20/3", "a number like 9.50 or 20/3"))
    return Fraction(text)


def _exact(outcome: Outcome) -> Fraction | None:
    return outcome.amount.number if isinstance(outcome, Quantity) else None


def _number(number: Fraction | None) -> Phrase:
    return shown(None) if number is None else neutral(show_number(number))


def _check_number(node: Node, name: str, follows: Fraction | None) -> Iterator[Finding]:
    claimed = _number_at(node, name)
    if claimed != follows:
        yield Finding(node.at(name), _number(claimed), _number(follows))


def _check_ends(node: Node, outcome: Outcome) -> Iterator[Finding]:
    amount = outcome.amount if isinstance(outcome, Quantity) else None
    yield from _check_number(node, "lowest", _end_of(amount, "low"))
    yield from _check_number(node, "highest", _end_of(amount, "high"))
    yield from check_field(node, "lowest_included", amount is not None and amount.low.side < 0)
    yield from check_field(node, "highest_included", amount is not None and amount.high.side > 0)


def _end_of(amount: Amount | None, name: str) -> Fraction | None:
    if amount is None:
        return None
    cut = amount.low if name == "low" else amount.high
    return None if cut.beyond else cut.at


def _check_fault(node: Node, awarded: Outcome) -> Iterator[Finding]:
    fault = node.node_or_none("fault")
    claimed = None if fault is None else fault.text("code")
    follows = awarded.code if isinstance(awarded, Fault) else None
    if claimed != follows:
        yield Finding(node.at("fault"), shown(claimed), shown(follows))


def _check_difference(node: Node, awarded: Outcome, claimed: Outcome) -> Iterator[Finding]:
    by_rule, by_unit = _exact(awarded), _exact(claimed)
    size = None if by_rule is None or by_unit is None else by_rule - by_unit
    yield from _check_number(node, "difference", size)


# Rows ---------------------------------------------------------------------------------------------


def _check_key(flat: Node) -> Iterator[Finding]:
    row = flat.node("derivation")
    yield from check_field(flat, "section", row.text("section"))
    yield from check_field(flat, "index", row.whole("index"))
    yield from check_field(flat, "name", row.text("label"))
    if flat.texts("path") != row.texts("path"):
        yield Finding(flat.at("path"), neutral("/".join(flat.texts("path"))), neutral("/".join(row.texts("path"))))


def _check_row(flat: Node) -> Iterator[Finding]:
    row = flat.node("derivation")
    yield from _check_key(flat)
    classed = row.node_or_none("classed")
    yield from check_field(flat, "class", None if classed is None else classed.text_or_none("name"))
    for name in ("rule", "layer", "status"):
        yield from check_field(flat, name, row.text_or_none(name))
    yield from check_field(flat, "tier", row.text("judged_tier") or None)
    awarded, admitted = read_outcome(row.node("awarded")), read_outcome(row.node("admitted"))
    claimed = cell_value(row, "claimed_cell")
    yield from _check_number(flat, "points", _exact(cell_value(row, "maximum_cell")))
    yield from _check_number(flat, "awarded", _exact(awarded))
    yield from _check_ends(flat, admitted if isinstance(admitted, Quantity) else awarded)
    yield from _check_number(flat, "self_score", _exact(claimed))
    yield from _check_difference(flat, awarded, claimed)
    yield from _check_fault(flat, awarded)


# The form -----------------------------------------------------------------------------------------


def _check_total(document: Node) -> Iterator[Finding]:
    flat = document.node("total")
    total = flat.node_or_none("derivation")
    awarded = NOTHING if total is None else read_outcome(total.node("awarded"))
    admitted = NOTHING if total is None else read_outcome(total.node("admitted"))
    yield from _check_number(flat, "awarded", _exact(awarded))
    yield from _check_ends(flat, admitted)
    yield from _check_fault(flat, awarded)
    if "self_score_cell" in flat.fields:
        cell = flat.node_or_none("self_score_cell")
        yield from _check_number(flat, "self_score", None if cell is None else _exact(value_of(cell, "found")))
    by_rule, by_unit = _exact(awarded), _number_at(flat, "self_score")
    size = None if total is None or by_rule is None or by_unit is None else by_rule - by_unit
    yield from _check_number(flat, "difference", size)


def check_points(document: Node, rows: Sequence[Node]) -> Iterator[Finding]:
    """The points of the form are those of the rows that make up its score."""
    points = sum_of([cell_value(row, "maximum_cell") for row in rows])
    yield from _check_number(document.node("total"), "points", _exact(points))


def _check_grade(document: Node) -> Iterator[Finding]:
    grades = document.texts("grades")
    graded = document.get_or_none("grade_derivation")
    if graded is not None:
        follows = as_node(graded, document.at("grade_derivation")).texts("grades")
        if grades != follows:
            yield Finding(document.at("grades"), neutral(" ".join(grades)), neutral(" ".join(follows)))
    yield from check_field(document, "grade", grades[0] if len(grades) == 1 else None)


def _check_subtotal(flat: Node) -> Iterator[Finding]:
    if "derivation" not in flat.fields:
        return
    subtotal = flat.node("derivation")
    field = subtotal.node("field")
    yield from check_field(flat, "section", field.text("record"))
    yield from check_field(flat, "field", field.text("en"))
    yield from check_field(flat, "text", subtotal.text("text"))
    for name, cell in (("points", "points"), ("awarded", "awarded"), ("self_score", "claimed")):
        yield from _check_number(flat, name, _exact(read_outcome(subtotal.node(cell))))
    yield from _check_ends(flat, read_outcome(subtotal.node("admitted")))


def _check_consequence(flat: Node) -> Iterator[Finding]:
    followed = flat.node("derivation")
    for name in ("name", "layer"):
        yield from check_field(flat, name, followed.text(name))
    decisions = [each or None for each in followed.texts("decisions")]
    claimed = [each for _, each in flat.items("decisions")]
    if claimed != decisions:
        yield Finding(flat.at("decisions"), neutral(str(claimed)), neutral(str(decisions)))
    yield from check_field(flat, "decision", decisions[0] if len(decisions) == 1 else None)
    fault, follows = flat.node_or_none("fault"), followed.node_or_none("fault")
    code = None if follows is None else follows.text("fault")
    if (None if fault is None else fault.text("code")) != code:
        yield Finding(flat.at("fault"), shown(None if fault is None else fault.text("code")), shown(code))


def _check_check(flat: Node) -> Iterator[Finding]:
    if "derivations" not in flat.fields:
        return
    checked = flat.nodes("derivations")
    for each in checked:
        for name in ("name", "message"):
            yield from check_field(flat, name, each.text(name))
        yield from check_field(flat, "severity", each.text("severity").lower())
        yield from check_field(flat, "due", each.holds_or_open("due"))
    keys = [each.get("row") for each in checked if each.get("row") is not None]
    rows = [[row.text("section"), row.whole("index")] for row in flat.nodes("rows")]
    if rows != [key for key in keys if key in rows] or not checked:
        yield Finding(flat.at("rows"), row_count(len(rows)), rows_in_scope(len(keys)))


_BARE = Phrase("真（没有附推导）", "true, without a derivation")


def unsupported(document: Node) -> Iterator[Premise]:
    """What a document says without a derivation beneath it."""
    if document.texts("grades") and document.get_or_none("grade_derivation") is None:
        yield Premise(document.at("grades"), " ".join(document.texts("grades")), _BARE)
    if document.node("total").get("self_score") is not None and "self_score_cell" not in document.node("total").fields:
        yield Premise(document.node("total").at("self_score"), document.node("total").text("self_score"), _BARE)
    for subtotal in document.nodes("subtotals"):
        if "derivation" not in subtotal.fields:
            yield Premise(subtotal.path, subtotal.text("text"), _BARE)
    for check in document.nodes("checks"):
        if "derivations" not in check.fields:
            yield Premise(check.path, check.text("message"), _BARE)
