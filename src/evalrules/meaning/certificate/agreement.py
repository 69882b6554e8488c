"""Checks that the parts of one form agree: each speaks of the same cells, rows, classes and awards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from evalrules.meaning.certificate.amount import ZERO, exactly, plus
from evalrules.meaning.certificate.calculation import value_of
from evalrules.meaning.certificate.claim import check_field, check_outcome, row_count, rows_in_scope
from evalrules.meaning.certificate.consequences import CONSIDERED, check_earned_grades
from evalrules.meaning.certificate.expressions import RowKey, gathered_value, row_key
from evalrules.meaning.certificate.finding import Finding
from evalrules.meaning.certificate.forms import check_checked, counted, total_known
from evalrules.meaning.certificate.node import Node, shown
from evalrules.meaning.certificate.phrase import Phrase, listed, neutral
from evalrules.meaning.certificate.rows import NOTHING, Class, cell_value, class_of
from evalrules.meaning.certificate.unit import PURE
from evalrules.meaning.certificate.value import Absent, Fault, Outcome, Quantity, read_outcome, show
from evalrules.meaning.certificate.walk import Part


@dataclass(frozen=True, slots=True)
class Form:
    """The parts of one form that a record holds."""

    rows: Mapping[RowKey, Node]
    whole: bool
    """whether all rows are there, so that a row that is not there is missing"""
    total: Node | None
    subtotals: tuple[Node, ...]
    grade: Node | None
    consequences: tuple[Node, ...]
    checks: tuple[Node, ...]
    derivation: Node | None
    """the record of the whole derivation, which has the sum of the points and every check, due or not"""


def check_form(form: Form, parts: Sequence[Part]) -> Iterator[Finding]:
    """Everything that several parts of a form say is said alike."""
    yield from _check_cells(parts)
    yield from _check_names(parts)
    yield from _check_readings(parts)
    for part in parts:
        yield from _check_part(form, part)
    for checked in form.checks:
        row = form.rows.get(row_key(checked) or ("", 0))
        yield from check_checked(checked, None if row is None else class_of(row))
    earned = [part.node for part in parts if part.node.get_or_none("step") == "earned"]
    yield from check_earned_grades(earned, form.grade, form.consequences)
    if form.whole:
        yield from _check_whole(form)


# Cells and names ----------------------------------------------------------------------------------


def _check_cells(parts: Sequence[Part]) -> Iterator[Finding]:
    """A cell prints, reads and is worth the same wherever it is used, and stands in one place."""
    seen: dict[tuple[object, ...], Node] = {}
    for part in parts:
        if part.node.get_or_none("step") == "found":
            for key in _keys_of(part):
                yield from _check_same(part.node, seen.setdefault(key, part.node))


def _keys_of(part: Part) -> tuple[tuple[object, ...], ...]:
    """By what a cell is known: its place on the form; its field, and the row in a record of many rows."""
    field, address = part.node.node("field"), part.node.text("address")
    record, name = field.text("record"), field.text("en")
    row = part.row if part.row is not None and part.row[0] == record else None
    return ("address", address, record, name), ("row", row, record, name)


def _check_same(step: Node, first: Node) -> Iterator[Finding]:
    for name in ("field", "printed", "address", "kind", "value"):
        if step.get(name) != first.get(name):
            claims = Phrase(f"{name} 与 {first.path} 不同", f"another `{name}` than {first.path}")
            yield Finding(step.at(name), claims, Phrase("同一单元格处处相同", "the same for the same cell"))


def _check_names(parts: Sequence[Part]) -> Iterator[Finding]:
    """A parameter is worth the same wherever it is used, a definition wherever it speaks of the same row."""
    seen: dict[tuple[object, ...], Node] = {}
    for part in parts:
        step = part.node
        if step.get_or_none("step") != "named" or step.get("origin") == "local":
            continue
        supposed = step.path.partition(CONSIDERED)[2].partition("]")[0] if CONSIDERED in step.path else ""
        place = () if step.get("origin") == "parameter" else (part.row, part.is_open, supposed)
        first = seen.setdefault((step.text("name"), *place), step)
        if step.get("value") != first.get("value") or step.get("layer") != first.get("layer"):
            claims = Phrase(f"与 {first.path} 不同", f"another value than {first.path}")
            yield Finding(step.path, claims, Phrase("同一名称处处相同", "the same for the same name"))


def _check_readings(parts: Sequence[Part]) -> Iterator[Finding]:
    """A reading takes one alternative, wherever it is asked."""
    seen: dict[str, Node] = {}
    for part in parts:
        if part.node.get_or_none("step") == "interpreted":
            first = seen.setdefault(part.node.text("reading"), part.node)
            yield from check_field(part.node, "chosen", first.text("chosen"))


# Rows ---------------------------------------------------------------------------------------------


def _check_part(form: Form, part: Part) -> Iterator[Finding]:
    match part.node.get_or_none("step"):
        case "of-class" if part.row is not None and part.row in form.rows:
            yield from _check_of_class(part.node, class_of(form.rows[part.row]))
        case "outside":
            yield from _check_outside(part)
        case "scored":
            yield from _check_scored(form, part)
        case "gathered" if form.whole:
            yield from _check_gathered(form, part.node)


def _check_outside(part: Part) -> Iterator[Finding]:
    """The row outside is the one in which the rows at hand are gathered: where the walk has come back to."""
    if row_key(part.node) != part.row:
        yield Finding(part.node.at("row"), shown(part.node.get("row")), Phrase("外面的那一行", "the row outside"))


def _check_of_class(step: Node, classed: Class) -> Iterator[Finding]:
    yield from check_field(step, "actual", classed.name)
    if classed.fault is not None:
        yield from check_outcome(step, "value", classed.fault)


def _check_scored(form: Form, part: Part) -> Iterator[Finding]:
    """The award that was used is the row's own, as the view has it; a row has none inside its own award."""
    step, key = part.node, row_key(part.node)
    yield from check_field(step, "view", "open" if part.is_open else "judged")
    if key is not None and part.row not in (None, key):
        yield Finding(step.at("row"), shown(key[1]), shown(part.row[1]))
    if part.in_row and isinstance(value_of(step), Fault):
        return
    if key is None:
        yield from check_outcome(step, "value", _known_total(form)) if form.total or form.whole else ()
    elif key in form.rows:
        row = form.rows[key]
        yield from check_field(step, "label", row.text("label"))
        yield from check_outcome(step, "value", seen_award(row, step.text("view")))
    elif form.whole:
        yield Finding(step.at("row"), neutral(f"{key[0]}[{key[1]}]"), Phrase("表中的一行", "a row of the form"))


def _known_total(form: Form) -> Outcome:
    if form.total is None:
        return Fault("row-failed", ())
    awarded = read_outcome(form.total.node("awarded"))
    return total_known(form.total) if isinstance(awarded, Absent) else awarded


def seen_award(row: Node, view: str) -> Outcome:
    """The award of a row: what counts, or what the rules leave open."""
    awarded, admitted = read_outcome(row.node("awarded")), read_outcome(row.node("admitted"))
    if view == "judged" and isinstance(awarded, Quantity):
        return awarded
    return admitted if isinstance(admitted, Quantity) else Fault("row-failed", (row.text("label"),))


def is_in_total(row: Node) -> bool:
    """Whether a row is part of the score: it bears points, and is neither void nor excluded."""
    excluded = row.get("status") == "not-applicable" and isinstance(read_outcome(row.node("awarded")), Absent)
    return row.get("status") not in ("unscored", "void") and not excluded


def _check_gathered(form: Form, step: Node) -> Iterator[Finding]:
    """Exactly the rows in scope were gathered, or asked whether they are in it."""
    record, wanted = step.text_or_none("record"), step.text_or_none("class_wanted")
    if record is not None and record not in {section for section, _ in form.rows}:
        return  # rows that bear no points are no part of the record
    rows = {key: row for key, row in form.rows.items() if _is_gathered(key, row, record)}
    for member in (*step.nodes("members"), *step.nodes("looked_at")):
        row = rows.get(row_key(member) or ("", 0))
        yield from () if row is None else check_field(member, "label", row.text("label"))
    classes = {key: class_of(row) for key, row in rows.items()}
    expected = [key for key in rows if wanted is None or classes[key].name == wanted]
    name = "looked_at" if step.items("looked_at") else "members"
    gathered = [row_key(member) for member in step.nodes(name)]
    if gathered != expected:
        yield Finding(step.at(name), row_count(len(gathered)), rows_in_scope(len(expected)))
    unclassed = wanted is not None and any(each.fault is not None for each in classes.values())
    if unclassed and not isinstance(value_of(step), Fault):
        yield Finding(step.at("value"), show(value_of(step)), Phrase("出错，因为有一行没有类别", "a fault of a class"))
    elif not unclassed:
        yield from check_outcome(step, "value", gathered_value(step))


def _is_gathered(key: RowKey, row: Node, record: str | None) -> bool:
    """Whether a row is among those of a record that count, or among all that are scored."""
    if row.get("status") == "void" or _is_excluded(row):
        return False
    return key[0] == record if record is not None else row.get("status") != "unscored"


def _is_excluded(row: Node) -> bool:
    standings = row.nodes("standings")
    return row.get("status") == "not-applicable" and standings != () and standings[-1].get("treatment") == "EXCLUDED"


# Sums ---------------------------------------------------------------------------------------------


def _check_whole(form: Form) -> Iterator[Finding]:
    counting = [row for row in form.rows.values() if is_in_total(row)]
    if form.derivation is not None:
        points = sum_of([cell_value(row, "maximum_cell") for row in counting])
        yield from check_outcome(form.derivation, "points_total", points)
        cell_value(form.derivation, "claimed_total_cell")
    if form.total is not None:
        faulty = any(row.get("status") == "fault" for row in form.rows.values())
        known = total_known(form.total)
        follows = NOTHING if faulty and not isinstance(known, Fault) else counted(known)
        yield from check_outcome(form.total, "awarded", follows)
    yield from _check_places(form)
    yield from _check_checked_rows(form)
    yield from _check_rules(form)
    yield from _check_steps(form)
    yield from _check_subtotals(form)


def sum_of(outcomes: Sequence[Outcome]) -> Outcome:
    """The numbers among the values, added up; the first fault, if one is one."""
    fault = next((each for each in outcomes if isinstance(each, Fault)), None)
    amounts = [each.amount for each in outcomes if isinstance(each, Quantity)]
    return fault or Quantity(reduce(plus, amounts, exactly(ZERO)), PURE)


def _check_places(form: Form) -> Iterator[Finding]:
    """The rows of a section are numbered from 0, each once."""
    count: dict[str, int] = {}
    for (section, index), row in form.rows.items():
        if index != count.get(section, 0):
            yield Finding(row.at("index"), shown(index), shown(count.get(section, 0)))
        count[section] = count.get(section, 0) + 1


def _check_checked_rows(form: Form) -> Iterator[Finding]:
    """A check of rows is made of every row of its record that counts, once and in order.

    An explanation leaves out the checks that are not due, but makes up no row.
    """
    made: dict[str, list[tuple[Node, RowKey]]] = {}
    for checked in form.checks:
        if (key := row_key(checked)) is not None:
            made.setdefault(checked.text("name"), []).append((checked, key))
    for each in made.values():
        keys = [key for _, key in each]
        strays = [(checked, key) for checked, key in each if key[0] != keys[0][0]]
        yield from (Finding(checked.at("row"), neutral(key[0]), neutral(keys[0][0])) for checked, key in strays)
        counted = [key for key, row in form.rows.items() if _is_gathered(key, row, keys[0][0])]
        expected = counted if form.derivation is not None else [key for key in counted if key in keys]
        if counted and keys != expected:
            wrong = next((checked for checked, key in each if key not in counted), each[-1][0])
            yield Finding(wrong.at("row"), row_count(len(keys)), rows_in_scope(len(expected)))


def _check_steps(form: Form) -> Iterator[Finding]:
    """Rows of a section that are scored by one rule take the same steps, as do those that have a fault."""
    taken: dict[tuple[str, str | None], list[str]] = {}
    for (section, _), row in form.rows.items():
        if row.get("status") not in ("computed", "judged", "undecided", "fault"):
            continue
        faulty = row.get("status") == "fault"
        name, rule = ("open_adjustments", None) if faulty else ("adjustments", row.text_or_none("rule"))
        steps = [step.text("text") for step in row.nodes(name)]
        expected = taken.setdefault((section, rule), steps)
        if steps != expected:
            yield Finding(row.at(name), listed(steps), listed(expected))


def _check_rules(form: Form) -> Iterator[Finding]:
    """The same rules are looked at for every row of a section."""
    asked: dict[str, list[str]] = {}
    for (section, _), row in form.rows.items():
        if not row.items("scopings"):
            continue
        rules = [each.text("rule") for each in row.nodes("scopings")]
        expected = asked.setdefault(section, rules)
        if rules != expected:
            yield Finding(row.at("scopings"), listed(rules), listed(expected))


def _check_subtotals(form: Form) -> Iterator[Finding]:
    """Each row of the score is in one subtotal of each field of its record, and each subtotal adds up its rows."""
    fields: dict[tuple[str, str], list[Node]] = {}
    for subtotal in form.subtotals:
        subtotal.expect_fields("field text rows points awarded admitted claimed")
        yield from _check_sums(form, subtotal)
        field = subtotal.node("field")
        fields.setdefault((field.text("record"), field.text("en")), []).append(subtotal)
    for (record, _), subtotals in fields.items():
        added = sorted(key for subtotal in subtotals for key in _keys(subtotal))
        expected = sorted(key for key, row in form.rows.items() if key[0] == record and is_in_total(row))
        if added != expected:
            yield Finding(subtotals[0].at("rows"), row_count(len(added)), rows_in_scope(len(expected)))


def _keys(subtotal: Node) -> list[RowKey]:
    pairs = (row_key(Node(path, {"row": item})) for path, item in subtotal.items("rows"))
    return [pair for pair in pairs if pair is not None]


def _check_sums(form: Form, subtotal: Node) -> Iterator[Finding]:
    rows = [form.rows[key] for key in _keys(subtotal) if key in form.rows]
    subtotal.text("text")
    yield from check_outcome(subtotal, "points", sum_of([cell_value(row, "maximum_cell") for row in rows]))
    yield from check_outcome(subtotal, "awarded", sum_of([seen_award(row, "judged") for row in rows]))
    yield from check_outcome(subtotal, "admitted", sum_of([seen_award(row, "open") for row in rows]))
    yield from check_outcome(subtotal, "claimed", sum_of([cell_value(row, "claimed_cell") for row in rows]))
