"""What was read of a document, for a person who looks whether it was read right: every value with its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evalrules.language.policy.form import Cell, FormProblem, FormRow
from evalrules.language.problems import Phrase
from evalrules.readers.reading import Aside, ReadForm, Reading
from evalrules.views.compose.saying import code, number, strong, text
from evalrules.views.page import Block, Column, Entry, Figure, Heading, Lang, Mark, Page, Sentence, Table, TableRow

_TITLE = Phrase("{0} 的读取结果", "What {0} says")
_FORM = Phrase("表 {0}：{1}", "Form {0}: {1}")
_STANDS = Phrase("表式 {0}，表头在 {1}", "schema {0}, its head at {1}")
_SAID = Phrase("表式 {0}", "schema {0}")
_FACTS = Phrase("表头各项", "Facts")
_TOTAL = Phrase("总计", "Total")
_FUNDS = Phrase("资金", "Funds")
_ROWS = Phrase("指标", "Indicators")
_PARTS = Phrase("其中项（属于上面一行，不单独计分）", "Parts of the row above, without points of their own")
_UNFILLED = Phrase("没有填写的指标行：{0}", "rows for indicators that nobody filled in: {0}")
_UNREAD = Phrase("没有读懂的", "What was not understood")
_ASIDE = Phrase("表上另有、不参加计分的", "What else the document says, and no score depends on")
_LOOSE = Phrase("不属于任何一张表的", "What belongs to no form")
_ITEM = Phrase("项目", "item")
_CONTENT = Phrase("内容", "content")
_ADDRESS = Phrase("位置", "address")
_KIND = Phrase("是什么", "what it is")
_WHY = Phrase("原因", "why")
_NOTHING_UNREAD = Phrase("没有读不懂的单元格。", "Every cell was understood.")
_NONE = Phrase("没有找到自评表。", "No form was found.")

_RECORDS: Mapping[str, Phrase] = {"funds": _FUNDS, "indicators": _ROWS, "total": _TOTAL}

_FIELDS: Mapping[str, Phrase] = {
    "project": Phrase("项目名称", "project"),
    "fund": Phrase("专项资金名称", "fund"),
    "department": Phrase("主管部门", "department"),
    "unit": Phrase("实施单位", "unit"),
    "year": Phrase("年度", "year"),
    "place": Phrase("地区", "place"),
    "form_code": Phrase("报表编号", "form code"),
    "source": Phrase("资金来源", "source"),
    "original_budget": Phrase("年初预算数", "original budget"),
    "revised_budget": Phrase("全年预算数", "revised budget"),
    "executed": Phrase("全年执行数", "executed"),
    "executed_other": Phrase("其他资金执行数", "executed, other funds"),
    "rate": Phrase("执行率", "rate"),
    "goal": Phrase("目标", "goal"),
    "level1": Phrase("一级指标", "level 1"),
    "level2": Phrase("二级指标", "level 2"),
    "name": Phrase("三级指标", "indicator"),
    "operator": Phrase("指标性质", "comparator"),
    "original_target": Phrase("年初指标值", "original target"),
    "target": Phrase("年度指标值", "target"),
    "measured_in": Phrase("度量单位", "unit"),
    "actual": Phrase("实际完成值", "actual"),
    "criterion": Phrase("评分标准", "criterion"),
    "points": Phrase("分值", "points"),
    "set_weight": Phrase("设定权重", "set weight"),
    "self_score": Phrase("自评得分", "self score"),
    "review_score": Phrase("复核得分", "review score"),
    "deduction": Phrase("扣减", "deduction"),
    "tier": Phrase("档次", "tier"),
    "aggregation": Phrase("汇总方式", "aggregation"),
    "class": Phrase("类别", "class"),
    "reason": Phrase("偏差原因", "reason"),
    "adjustment_reason": Phrase("调整说明", "adjustment"),
    "score_basis": Phrase("评分说明", "score basis"),
    "not_applicable": Phrase("不适用说明", "not applicable"),
}

_IN_CONTEXT = frozenset({"name", "source", "goal", "level1", "level2"})
_NAMELESS = Phrase("（没有名称）", "(no name)")
_LONGEST = 60


def compose_reading(reading: Reading, lang: Lang) -> Page:
    """Every form of a document, its cells with their addresses; then what was not understood, and what is left."""
    blocks: list[Block] = []
    for at, each in enumerate(reading.forms, 1):
        blocks += _form(each, at, lang)
    if not reading.forms:
        blocks.append(Sentence(text(_NONE.in_(lang))))
    problems = (*(each for form in reading.forms for each in form.form.problems), *reading.problems)
    blocks += _unread(problems, lang)
    blocks += _aside(_LOOSE, reading.aside, lang)
    return Page(_TITLE.in_(lang).format(reading.name), lang, tuple(blocks))


def _form(read: ReadForm, at: int, lang: Lang) -> Iterator[Block]:
    form = read.form
    named = next((form.header[each].text for each in ("project", "fund", "department") if each in form.header), "")
    yield Heading(strong(_FORM.in_(lang).format(at, named or read.title or form.name)))
    stands = (
        _STANDS.in_(lang).format(form.schema, read.address) if read.address else _SAID.in_(lang).format(form.schema)
    )
    yield Sentence(text(f"{read.title}  {stands}" if read.title else stands))
    if form.header:
        rows = tuple(_row(_field(name, lang), cell.text, cell.address) for name, cell in form.header.items())
        yield Table(_columns((_ITEM, _CONTENT, _ADDRESS), lang), rows, _FACTS.in_(lang))
    for record, found in form.records.items():
        yield from _entries(_RECORDS.get(record, Phrase(record, record)), found, lang)
    if read.parts:
        yield from _entries(_PARTS, read.parts, lang)
    if read.unfilled:
        yield Sentence(text(_UNFILLED.in_(lang).format(read.unfilled)))
    yield from _aside(_ASIDE, read.aside, lang)


def _entries(title: Phrase, rows: tuple[FormRow, ...], lang: Lang) -> Iterator[Block]:
    """Rows: what each is called, the table it stands in, its cells with their places in that table."""
    yield Sentence(strong(title.in_(lang)))
    for row in rows:
        filled = {name: cell for name, cell in row.cells.items() if cell.text}
        label = next((filled[name] for name in ("name", "source") if name in filled), None)
        levels = [filled[name].text for name in ("goal", "level1", "level2") if name in filled]
        where = _table_of(row.address)
        context = " / ".join(map(_short, levels)) + (f"  {where}" if where else "")
        figures = tuple(_figure(name, cell, lang) for name, cell in filled.items() if name not in _IN_CONTEXT)
        named = _short(label.text) if label else (title if title is _TOTAL else _NAMELESS).in_(lang)
        mark = Mark.FAULT if any(cell.problem for cell in filled.values()) else Mark.AGREES
        yield Entry(named, context.strip(), figures, mark, ())


def _figure(name: str, cell: Cell, lang: Lang) -> Figure:
    """A cell as printed, with its place; one that cannot be read is marked."""
    shown = _short(cell.text) + ("？" if cell.problem else "")
    place = _place_of(cell.address)
    return Figure(_field(name, lang), (*number(shown), *(code(f" [{place}]") if place else ())))


def _table_of(address: str) -> str:
    """The part of an address that the cells of a row share: `Sheet1`, `表 2 第 5 行`."""
    if "!" in address:
        return address.partition("!")[0]
    return address.partition(" 第 ")[0] if address.count(" 第 ") == 1 else address.rpartition(" 第 ")[0]


def _place_of(address: str) -> str:
    """The rest of it: `F12`, `第3列`. An address that is a place in a JSON says nothing new."""
    if "!" in address:
        return address.partition("!")[2]
    return address[len(_table_of(address)) :].replace(" ", "")


def _unread(problems: tuple[FormProblem, ...], lang: Lang) -> Iterator[Block]:
    if not problems:
        yield Sentence(text(_NOTHING_UNREAD.in_(lang)))
        return
    rows = tuple(_row(each.address, each.found, each.message(lang)) for each in problems)
    yield Table(_columns((_ADDRESS, _CONTENT, _WHY), lang), rows, _UNREAD.in_(lang))


def _aside(title: Phrase, found: tuple[Aside, ...], lang: Lang) -> Iterator[Block]:
    if found:
        ordered = sorted(found, key=lambda each: each.known)
        rows = tuple(_row(each.what.in_(lang), _short(each.text), each.address) for each in ordered)
        yield Table(_columns((_KIND, _CONTENT, _ADDRESS), lang), rows, title.in_(lang))


def _columns(titles: tuple[Phrase, ...], lang: Lang) -> tuple[Column, ...]:
    return tuple(Column(title.in_(lang), wraps=True) for title in titles)


def _row(*cells: str) -> TableRow:
    return TableRow(tuple(text(_short(each)) for each in cells))


def _field(name: str, lang: Lang) -> str:
    found = _FIELDS.get(name)
    return found.in_(lang) if found else name


def _short(said: str) -> str:
    line = " ".join(said.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
