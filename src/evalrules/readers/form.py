"""Makes a form of a document: the one place that knows what the parts of a form file are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve

from evalrules.language.policy.form import Cell, Form, FormProblem, FormRow
from evalrules.language.problems import Phrase
from evalrules.readers.document import MOST_ROWS, Branch, Node, Sequence, item_address, too_many_rows
from evalrules.readers.problems import FormError, FormProblemKind, excerpt

SCHEMA_NAMES = ("schema", "表式")
ORIGIN_NAMES = ("origin", "出处")
"""The part of a form that says where it was read from: the addresses of its cells, and what was not understood."""

_BOTH = Phrase("（schema 和 表式 是同一个名称）", " (schema and 表式 are one name)")


def form_from_document(document: Node | None, name: str) -> Form:
    """The form that `document` says: cells are its header, lists its records, branches records of one row.

    Names stay as written; only the schema knows what 三级指标 names. FormError where the document is
    no object, where its schema is not a text, or where it has rows beyond the limit.
    """
    if not isinstance(document, Branch):
        raise FormError((FormProblemKind.NOT_AN_OBJECT.at(name, _shown(document), _noun(document)),))
    if sum(len(node.items) for _, node in document.entries if isinstance(node, Sequence)) > MOST_ROWS:
        raise too_many_rows(name)
    schema = _schema_of(document)
    header: dict[str, Cell] = {}
    records: dict[str, tuple[FormRow, ...]] = {}
    problems: list[FormProblem] = []
    for part, node in document.entries:
        if part in SCHEMA_NAMES or (part in ORIGIN_NAMES and isinstance(node, Branch)):
            continue
        match node:
            case Cell():
                header[part] = _cell(node, problems)
            case Branch():
                records[part] = (_row(node, problems),)
            case Sequence():
                records[part] = _rows(node, part, problems)
    form = Form(name, schema, MappingProxyType(header), MappingProxyType(records), tuple(problems))
    origin = next((node for part, node in document.entries if part in ORIGIN_NAMES), None)
    return _as_at_origin(form, origin) if isinstance(origin, Branch) else form


# ---- where the form was read from ------------------------------------------------------------------


def _as_at_origin(form: Form, origin: Branch) -> Form:
    """The form with the addresses that its cells have in the file it was read from, and what was not read there."""
    parts = dict(origin.entries)
    addresses = {name: cell.text for name, cell in _cells_of(parts.get("addresses")).items() if cell.text}
    unread = parts.get("unread")
    told = (
        tuple(_unread(item) for item in unread.items if isinstance(item, Branch))
        if isinstance(unread, Sequence)
        else ()
    )
    return evolve(
        form,
        header=MappingProxyType({name: _moved(cell, addresses) for name, cell in form.header.items()}),
        records=MappingProxyType({
            record: tuple(_moved_row(row, addresses) for row in rows) for record, rows in form.records.items()
        }),
        problems=(*form.problems, *told),
    )  # fmt: skip


def _cells_of(node: Node | None) -> dict[str, Cell]:
    entries = node.entries if isinstance(node, Branch) else ()
    return {name: part for name, part in entries if isinstance(part, Cell)}


def _moved(cell: Cell, addresses: Mapping[str, str]) -> Cell:
    return evolve(cell, address=addresses.get(cell.address, cell.address))


def _moved_row(row: FormRow, addresses: Mapping[str, str]) -> FormRow:
    cells = {name: _moved(cell, addresses) for name, cell in row.cells.items()}
    return FormRow(MappingProxyType(cells), addresses.get(row.address, row.address))


def _unread(item: Branch) -> FormProblem:
    said = {name: cell.text for name, cell in _cells_of(item).items()}
    why = Phrase(said.get("reason", "—"), said.get("reason_en", said.get("reason", "—")))
    return FormProblemKind.UNREAD_AT_ORIGIN.at(said.get("address", item.address), said.get("text", ""), why)


def _schema_of(document: Branch) -> str:
    """The name of the form's schema, or "" where the form does not say."""
    found = [(name, node) for name, node in document.entries if name in SCHEMA_NAMES]
    if not found:
        return ""
    if len(found) > 1:
        name, node = found[-1]
        raise FormError((FormProblemKind.DUPLICATE_KEY.at(node.address, name, _BOTH),))
    problems: list[FormProblem] = []
    cell = _cell(found[0][1], problems)
    if problems:
        raise FormError(tuple(problems))
    return cell.text.strip()


def _rows(node: Sequence, record: str, problems: list[FormProblem]) -> tuple[FormRow, ...]:
    """The rows of a record. What is not a row keeps its place as a row without cells."""
    rows: list[FormRow] = []
    for index, item in enumerate(node.items):
        if isinstance(item, Branch):
            rows.append(_row(item, problems))
        else:
            address = item_address(node.address, index)
            problems.append(FormProblemKind.NOT_A_ROW.at(address, _shown(item), _noun(item), excerpt(record)))
            rows.append(FormRow(MappingProxyType({}), address))
    return tuple(rows)


def _row(node: Branch, problems: list[FormProblem]) -> FormRow:
    cells = {name: _cell(part, problems) for name, part in node.entries}
    return FormRow(MappingProxyType(cells), node.address)


def _cell(node: Node, problems: list[FormProblem]) -> Cell:
    """The cell; where something larger stands, a cell that cannot be read."""
    cell = node if isinstance(node, Cell) else Cell(_shown(node), node.address, _not_a_cell(node))
    if cell.problem:
        problems.append(cell.problem)
    return cell


def _not_a_cell(node: Node) -> FormProblem:
    return FormProblemKind.NOT_A_CELL.at(node.address, _shown(node), _noun(node))


def _shown(node: Node | None) -> str:
    match node:
        case None:
            return ""
        case Cell(text):
            return text
        case Branch():
            return "{…}"
        case Sequence():
            return "[…]"


def _noun(node: Node | None) -> Phrase:
    match node:
        case None:
            return Phrase("空", "empty")
        case Cell():
            return Phrase("一个单元格", "a single cell")
        case Branch():
            return Phrase("一组名称和内容", "an object")
        case Sequence():
            return Phrase("一个列表", "a list")
