"""Puts forms together: which tables, titles and facts of a document belong to one form, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from attrs import define, evolve, field, frozen

from evalrules.language.policy.form import Cell, Form, FormProblem, FormRow
from evalrules.language.problems import Phrase
from evalrules.readers.grid import Contents, Grid, GridCell, Layout
from evalrules.readers.problems import FormProblemKind
from evalrules.readers.reading import Aside, ReadForm, Reading
from evalrules.readers.recognise import vocabulary as words
from evalrules.readers.recognise.facts import Fact, Title, facts_in, facts_of_title, kind_of_rest, titles_in
from evalrules.readers.recognise.funds import Funds, MoneyUnit, funds_under, unit_said
from evalrules.readers.recognise.heads import Head, heads_in
from evalrules.readers.recognise.indicators import Rows, composed_in_one, rows_under, with_plain_sign
from evalrules.readers.recognise.schemas import SCHEMAS, Fields, schema_of
from evalrules.readers.recognise.words import is_blank, is_number, key, narrow, one_line

_MAIN_LABELS = {"project": "项目名称", "unit": "实施单位", "department": "主管部门", "year": "年度", "place": "地区"}
_STAND_FOR = {"project": "fund", "fund": "project", "department": "unit"}
"""the fact that may stand for another one, on a form that has no place for it itself"""


@frozen(eq=False)
class _Sheet:
    """A grid, with everything that was found in it."""

    grid: Grid
    titles: tuple[Title, ...]
    tables: tuple[Rows | Funds, ...]
    facts: tuple[Fact, ...]
    used: frozenset[GridCell]

    @property
    def has_indicators(self) -> bool:
        return any(isinstance(each, Rows) for each in self.tables)


@define(eq=False)
class _Draft:
    """A form that is being put together."""

    titles: list[Title] = field(factory=list)
    facts: list[Fact] = field(factory=list)
    indicators: list[Rows] = field(factory=list)
    funds: list[Funds] = field(factory=list)
    aside: list[Aside] = field(factory=list)


def reading_from(contents: Contents, name: str) -> Reading:
    """The forms that `contents` prints, and what it prints besides. There may be none."""
    unit = _loose_unit(contents)
    sheets = tuple(_sheet(grid, unit) for grid in contents.grids)
    drafts = _drafts(sheets)
    forms = tuple(_finished(draft, name) for draft in drafts if draft.indicators)
    loose = tuple(chain.from_iterable(draft.aside for draft in drafts if not draft.indicators))
    hidden = (grid for grid in contents.hidden if heads_in(grid))
    problems = tuple(FormProblemKind.HIDDEN_SHEET.at(grid.name, grid.name) for grid in hidden)
    return Reading(name, forms, loose, problems)


# ---- what a grid holds ---------------------------------------------------------------------------


def _loose_unit(contents: Contents) -> MoneyUnit:
    """The unit of money that stands alone, above or beside the tables: 单位：万元."""
    cells = chain.from_iterable(chain.from_iterable(grid.in_rows.values()) for grid in contents.grids)
    return unit_said(cell.text for cell in cells if words.LOOSE_UNIT.fullmatch(cell.text)) or ""


def _sheet(grid: Grid, unit: MoneyUnit) -> _Sheet:
    heads = heads_in(grid)
    titles = tuple(titles_in(grid))
    tables = tuple(_under(head, heads, titles, unit) for head in heads)
    used = frozenset(chain.from_iterable(each.used for each in tables)) | {each.cell for each in titles}
    facts = tuple(facts_in(grid, used))
    told = frozenset(cell for fact in facts for cell in fact.cells)
    return _Sheet(grid, titles, tables, facts, used | told)


def _under(head: Head, heads: tuple[Head, ...], titles: tuple[Title, ...], unit: MoneyUnit) -> Rows | Funds:
    below = [each.top for each in heads if each.top > head.bottom and each.left < head.right and head.left < each.right]
    until = min([*below, *(each.row for each in titles if each.row > head.bottom)], default=head.grid.height)
    if head.subject == "indicators":
        return rows_under(head, until)
    beside = [
        each.right for each in heads if each.subject != "funds" and each.right <= head.left and _abreast(each, head)
    ]
    return funds_under(head, until, unit, max(beside, default=0))


def _abreast(one: Head, other: Head) -> bool:
    """Whether two heads stand beside each other."""
    return one.top <= other.bottom and other.top <= one.bottom


# ---- which of it belongs together ------------------------------------------------------------------


def _drafts(sheets: tuple[_Sheet, ...]) -> tuple[_Draft, ...]:
    """The forms in the order of the document. One ends where, after its indicators, another one begins."""
    drafts = [_Draft()]
    for sheet in sheets:
        if drafts[-1].indicators and sheet.grid.layout is Layout.SHEET and sheet.has_indicators:
            drafts.append(_Draft())
        for _, item in sorted(_items(sheet), key=lambda each: each[0]):
            if drafts[-1].indicators and _begins(item, drafts[-1]):
                drafts.append(_Draft())
            _add(drafts[-1], item)
    return tuple(drafts)


_Item = Title | Fact | Rows | Funds | Aside


def _items(sheet: _Sheet) -> Iterator[tuple[int, _Item]]:
    """Everything in a grid, with the row where it stands."""
    yield from ((each.row, each) for each in sheet.titles)
    yield from ((each.row, each) for each in sheet.facts)
    yield from ((each.head.top, each) for each in sheet.tables)
    for row in sorted(sheet.grid.in_rows):
        for cell in sheet.grid.row(row):
            if cell.row == row and cell not in sheet.used and cell.text.strip():
                kind, known = kind_of_rest(cell, sheet.grid)
                yield row, Aside(kind.name, one_line(cell.text), cell.address, known)


def _begins(item: _Item, draft: _Draft) -> bool:
    """Whether another form begins here: with its title, or with the name of another project."""
    match item:
        case Title():
            return True
        case Fact(field="project" | "fund"):
            return all(each.cell.text != item.cell.text for each in draft.facts if each.field == item.field)
        case _:
            return False


def _add(draft: _Draft, item: _Item) -> None:
    match item:
        case Title():
            draft.titles.append(item)
        case Fact():
            draft.facts.append(item)
        case Rows():
            draft.indicators.append(item)
        case Funds():
            draft.funds.append(item)
        case Aside():
            draft.aside.append(item)


# ---- a form --------------------------------------------------------------------------------------


def _finished(draft: _Draft, name: str) -> ReadForm:
    """The form of a draft, in the terms of its schema."""
    columns = frozenset(chain.from_iterable(each.head.fields for each in draft.indicators))
    money = frozenset(chain.from_iterable(each.head.fields for each in draft.funds))
    title = draft.titles[-1].text if draft.titles else ""
    schema = schema_of(title, columns, money, frozenset(each.field for each in draft.facts))
    fields = SCHEMAS[schema]
    problems: list[FormProblem] = []
    tables: tuple[Rows | Funds, ...] = (*draft.funds, *draft.indicators)
    aside = list(chain.from_iterable(each.aside for each in tables))
    header = _header(draft, fields, problems, aside)
    funds = _rows(_funds(draft, aside), fields.funds, draft.funds, aside)
    rows = _rows(_in_one(draft, fields, "rows"), fields.indicators, draft.indicators, aside)
    parts = _rows(_in_one(draft, fields, "parts"), fields.indicators, draft.indicators, aside)
    total = _total(draft, fields, problems, aside)
    records = {"funds": funds, "indicators": rows, "total": total}
    problems += chain.from_iterable(each.problems for each in tables)
    problems += _problems_of(header.values(), *(row.cells.values() for row in (*funds, *rows, *total)))
    form = Form(
        name, schema, MappingProxyType(header),
        MappingProxyType({record: found for record, found in records.items() if found}),
        tuple(dict.fromkeys(problems)),
    )  # fmt: skip
    first = draft.indicators[0].head
    return ReadForm(
        form, title, first.grid.address_of(first.top, first.left), parts, (*draft.aside, *aside),
        sum(each.unfilled for each in draft.indicators),
    )  # fmt: skip


def _problems_of(*cells: Iterable[Cell]) -> Iterator[FormProblem]:
    return (cell.problem for cell in chain.from_iterable(cells) if cell.problem is not None)


def _in_one(draft: _Draft, fields: Fields, which: str) -> Iterator[FormRow]:
    """The rows, comparator and unit put where the numbers are, unless the schema has columns for them."""
    found = chain.from_iterable(each.rows if which == "rows" else each.parts for each in draft.indicators)
    if "operator" in fields.indicators:
        return (evolve(row, cells=MappingProxyType(with_plain_sign(row.cells))) for row in found)
    return (evolve(row, cells=MappingProxyType(composed_in_one(row.cells))) for row in found)


def _rows(
    rows: Iterable[FormRow], known: frozenset[str], tables: Iterable[Rows | Funds], aside: list[Aside]
) -> tuple[FormRow, ...]:
    """The rows with the cells that the schema knows; the others are kept beside the form."""
    titles = {name: one_line(span.title) for each in tables for name, span in each.head.fields.items()}
    found: list[FormRow] = []
    for row in rows:
        for name, cell in row.cells.items():
            if name not in known and not is_blank(cell.text):
                title = titles.get(name, name)
                aside.append(Aside(Phrase(title, title), one_line(cell.text), cell.address))
        cells = {name: cell for name, cell in row.cells.items() if name in known}
        if cells:
            found.append(evolve(row, cells=MappingProxyType(cells)))
    return tuple(found)


def _funds(draft: _Draft, aside: list[Aside]) -> Iterator[FormRow]:
    """The rows of the funds; where there is no table, the one row that pairs of labels and amounts say."""
    if draft.funds:
        yield from chain.from_iterable(each.rows for each in draft.funds)
        return
    said = {fact.field: fact for fact in draft.facts if fact.field in (*words.MONEY, "rate")}
    if len(said) > 1:
        first = next(iter(said.values())).cell
        cells = {name: _with_money(fact) for name, fact in said.items()}
        aside.append(Aside(words.NAMED_TOTAL.name, "", first.address))
        yield FormRow(MappingProxyType({"source": Cell(words.TOTAL_SOURCE, first.address), **cells}), first.address)


def _with_money(fact: Fact) -> Cell:
    in_yuan = fact.field != "rate" and unit_said([fact.cells[0].text]) == "元" and is_number(fact.cell.text)
    return evolve(fact.cell, text=f"{fact.cell.text}元") if in_yuan else fact.cell


def _total(draft: _Draft, fields: Fields, problems: list[FormProblem], aside: list[Aside]) -> tuple[FormRow, ...]:
    """The row of the total. What a fact says of the score counts where the table says nothing."""
    found: dict[str, Cell] = {}
    for name, cell in chain.from_iterable(each.total.items() for each in draft.indicators):
        if name in found and found[name].text != cell.text:
            problems.append(FormProblemKind.FACT_TWICE.at(cell.address, cell.text, name, found[name].address))
            found[name] = evolve(found[name], problem=problems[-1])
        found.setdefault(name, cell)
    for fact in draft.facts:
        if fact.field == "self_score":
            if "self_score" not in found:
                found["self_score"] = fact.cell
            elif found["self_score"].text != fact.cell.text:
                aside.append(Aside(Phrase("自评总分", "total claimed"), fact.cell.text, fact.cell.address))
    known = {name: cell for name, cell in found.items() if name in fields.total}
    return (FormRow(MappingProxyType(known), next(iter(known.values())).address),) if known else ()


# ---- the header ----------------------------------------------------------------------------------


def _header(draft: _Draft, fields: Fields, problems: list[FormProblem], aside: list[Aside]) -> dict[str, Cell]:
    """The facts at the top of the form. What a cell says counts before what the title says."""
    said: dict[str, list[Fact]] = {}
    for fact in draft.facts:
        if fact.field not in ("self_score", *words.MONEY, "rate") and not is_blank(fact.cell.text):
            said.setdefault(fact.field, []).append(fact)
    titled = [fact for title in reversed(draft.titles) for fact in facts_of_title(title)]
    for fact in titled:
        said.setdefault(fact.field, [fact])
    for name, other in _STAND_FOR.items():
        if name in fields.header and name not in said and other in said and other not in fields.header:
            said[name] = said.pop(other)
    header: dict[str, Cell] = {}
    for name, facts in said.items():
        if name in fields.header:
            header[name] = _agreed(name, facts, aside)
        else:
            aside += (_fact_aside(fact) for fact in facts)
    return header


def _agreed(name: str, facts: list[Fact], aside: list[Aside]) -> Cell:
    """What several places say of one thing: what they agree on, or what stands behind the usual label."""
    texts = {_spelling(name, fact) for fact in facts}
    if len(texts) == 1:
        return facts[0].cell
    usual = [fact for fact in facts if fact.cells and key(fact.cells[0].text) == _MAIN_LABELS.get(name)]
    if len({_spelling(name, fact) for fact in usual}) == 1:
        aside += (_fact_aside(fact) for fact in facts if fact not in usual)
        return usual[0].cell
    first, other = facts[0], next(each for each in facts if each.cell.text != facts[0].cell.text)
    problem = FormProblemKind.FACT_TWICE.at(first.cell.address, first.cell.text, name, other.cell.address)
    return evolve(first.cell, problem=problem)


def _spelling(name: str, fact: Fact) -> str:
    text = re.sub(r"\s+", "", narrow(fact.cell.text))
    found = words.YEAR.search(text) if name == "year" else None
    return found[1] if found else text


def _fact_aside(fact: Fact) -> Aside:
    title = key(fact.cells[0].text.partition("：")[0]) if fact.cells else fact.field
    return Aside(Phrase(title, title), fact.cell.text, fact.cell.address)


def numbered(forms: tuple[ReadForm, ...]) -> str:
    """The forms of a document in one line, for a message."""
    return "；".join(f"{at} {_called(each)}（{each.address}）" for at, each in enumerate(forms, 1))


def _called(form: ReadForm) -> str:
    found: Mapping[str, Cell] = form.form.header
    named = next((found[each].text for each in ("project", "fund", "department", "unit") if each in found), "")
    return named or form.title or form.form.schema
