"""A filled-in form and the layouts in which a province may print it: cells at their places, some of them merged.

What is printed is the form's own text; a layout decides only the words of the heads and where cells stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, field, frozen

# ---- the form ------------------------------------------------------------------------------------


@frozen
class Value:
    """A target or an actual, in the pieces in which some forms print it: ≥ 36 个."""

    sign: str
    number: str
    unit: str

    @property
    def text(self) -> str:
        return self.sign + self.number + self.unit


@frozen
class Indicator:
    level1: str
    level2: str
    name: str
    target: Value
    actual: Value
    points: str
    score: str
    reason: str = ""


@frozen
class Source:
    name: str
    amounts: tuple[str, str, str]
    points: str
    rate: str
    score: str


@frozen
class Filled:
    """A form that a unit has filled in."""

    facts: Mapping[str, str]
    funds: tuple[Source, ...]
    indicators: tuple[Indicator, ...]
    total: tuple[str, str]


# ---- the layout ----------------------------------------------------------------------------------


@frozen
class Layout:
    """How a form is printed. `names` are the words of the heads, by field."""

    names: Mapping[str, str]
    funds: str = "above"
    """above, below, or beside the indicators"""
    levels: str = "merged"
    """merged cells, repeated on every row, or blank below the first"""
    pieces: bool = False
    """comparator and unit in columns of their own"""
    numbered: bool = False
    """指标1： in front of names"""
    side_label: bool = False
    """a column 绩效指标 to the left of the levels, merged over all rows"""
    two_rows: bool = False
    """a head of two rows: 绩效指标 over the three levels"""
    method: bool = False
    """a merged column 得分计算方法"""
    spare: bool = False
    """rows that nobody has filled in"""
    weights: bool = False
    """the points of a level behind its name"""
    notes: bool = True
    report: bool = False
    """a report before the form"""


@frozen
class Printed:
    """A cell that is printed, at its place."""

    text: str
    row: int
    column: int
    height: int = 1
    width: int = 1


@frozen
class Print:
    """What is printed: paragraphs before the table, its cells, paragraphs behind it."""

    before: tuple[str, ...]
    cells: tuple[Printed, ...]
    after: tuple[str, ...]

    @property
    def height(self) -> int:
        return max(each.row + each.height for each in self.cells)

    @property
    def width(self) -> int:
        return max(each.column + each.width for each in self.cells)


TITLE = "某县本级部门项目支出绩效自评表"
NOTE = "注：1.得分最高不能超过该指标分值上限。"
REPORT = ("一、绩效目标批复下达情况", "年初下达项目预算 10.00 万元，资金到位率 100%。", "二、绩效目标完成情况分析")
METHOD = "完成值达到指标值，记满分；未达到指标值，按B/A或A/B*该指标分值记分。"


@define
class _Sheet:
    cells: list[Printed] = field(factory=list)

    def put(self, text: str, row: int, column: int, height: int = 1, width: int = 1) -> None:
        if text or height > 1 or width > 1:
            self.cells.append(Printed(text, row, column, height, width))


def printed(form: Filled, layout: Layout) -> Print:
    """The form in that layout."""
    sheet = _Sheet()
    columns = _columns(layout)
    left = 1 if layout.side_label else 0
    row = _facts(sheet, form, layout, left + len(columns))
    beside = layout.funds == "beside"
    if layout.funds == "above":
        row = _funds(sheet, form, layout, row, 0)
    if beside:
        _funds(sheet, form, layout, row, left + len(columns) + 1)
    row = _indicators(sheet, form, layout, row, left)
    if layout.funds == "below":
        row = _funds(sheet, form, layout, row, 0)
    after = (NOTE,) if layout.notes else ()
    return Print(REPORT if layout.report else (), tuple(sheet.cells), after)


def _facts(sheet: _Sheet, form: Filled, layout: Layout, width: int) -> int:
    sheet.put(TITLE, 0, 0, 1, width)
    sheet.put(f"（{form.facts['year']}年度）", 1, 0, 1, width)
    sheet.put(layout.names["project"], 2, 0)
    sheet.put(form.facts["project"], 2, 1, 1, width - 1)
    sheet.put(layout.names["department"], 3, 0)
    sheet.put(form.facts["department"], 3, 1, 1, 2)
    sheet.put(layout.names["unit"], 3, 3)
    sheet.put(form.facts["unit"], 3, 4, 1, width - 4)
    return 4


def _funds(sheet: _Sheet, form: Filled, layout: Layout, row: int, left: int) -> int:
    names = layout.names
    heads = ("original_budget", "revised_budget", "executed", "fund_points", "rate", "fund_score")
    sheet.put(f"项目资金（{names['money']}）" if names["money"] else "项目资金", row, left, 1 + len(form.funds), 1)
    for at, each in enumerate(heads):
        sheet.put(names[each], row, left + 2 + at)
    for down, source in enumerate(form.funds, 1):
        cells = (source.name, *source.amounts, source.points, source.rate, source.score)
        for at, text in enumerate(cells):
            sheet.put(text, row + down, left + 1 + at)
    return row + 1 + len(form.funds)


def _columns(layout: Layout) -> tuple[str, ...]:
    target = ("operator", "target", "measured_in", "actual") if layout.pieces else ("target", "actual")
    method = ("method",) if layout.method else ()
    return ("level1", "level2", "name", *target, "points", "self_score", *method, "reason")


def _indicators(sheet: _Sheet, form: Filled, layout: Layout, row: int, left: int) -> int:
    columns = _columns(layout)
    top = row
    if layout.two_rows:
        sheet.put("绩效指标", row, left, 1, 3)
        for at, name in enumerate(columns):
            if at < 3:
                sheet.put(layout.names[name], row + 1, left + at)
            else:
                sheet.put(layout.names[name], row, left + at, 2)
        row += 2
    else:
        for at, name in enumerate(columns):
            sheet.put(layout.names[name], row, left + at)
        row += 1
    rows = list(_rows(form, layout))
    _level_cells(sheet, rows, layout, row, left)
    for down, cells in enumerate(rows):
        for at, name in enumerate(columns):
            if at > 1 and name != "method":
                sheet.put(cells.get(name, ""), row + down, left + at)
    if layout.method:
        sheet.put(METHOD, row, left + columns.index("method"), len(rows))
    if layout.side_label:
        sheet.put("绩效指标", top, 0, row - top + len(rows))
    end = row + len(rows)
    sheet.put("总分", end, 0, 1, left + 3)
    sheet.put(form.total[0], end, left + columns.index("points"))
    sheet.put(form.total[1], end, left + columns.index("self_score"))
    return end + 1


def _rows(form: Filled, layout: Layout) -> Iterator[dict[str, str]]:
    """The rows by column; behind the last one of a level, a row that nobody has filled in."""
    count = 0
    for at, each in enumerate(form.indicators):
        before = form.indicators[at - 1] if at else None
        count = count + 1 if before and before.level2 == each.level2 and before.level1 == each.level1 else 1
        name = f"指标{count}：{each.name}" if layout.numbered else each.name
        cells = {"level1": each.level1, "level2": each.level2, "name": name}
        cells |= {"points": each.points, "self_score": each.score, "reason": each.reason}
        if layout.pieces:
            cells |= {"operator": each.target.sign, "target": each.target.number, "measured_in": each.target.unit}
            cells["actual"] = each.actual.number
        else:
            cells |= {"target": each.target.text, "actual": each.actual.text}
        yield cells
        following = form.indicators[at + 1] if at + 1 < len(form.indicators) else None
        if layout.spare and (following is None or following.level2 != each.level2 or following.level1 != each.level1):
            yield {
                "level1": each.level1,
                "level2": each.level2,
                "name": f"指标{count + 1}：" if layout.numbered else "",
            }


def _level_cells(sheet: _Sheet, rows: list[dict[str, str]], layout: Layout, top: int, left: int) -> None:
    """The two levels: merged over their rows, repeated, or printed once."""
    for at, level in enumerate(("level1", "level2")):
        start = 0
        while start < len(rows):
            group = (rows[start]["level1"], rows[start][level])
            end = start
            while end < len(rows) and (rows[end]["level1"], rows[end][level]) == group:
                end += 1
            text = rows[start][level] + ("（30分）" if layout.weights and not at else "")
            if layout.levels == "merged":
                sheet.put(text, top + start, left + at, end - start)
            else:
                for row in range(start, end if layout.levels == "repeated" else start + 1):
                    sheet.put(text, top + row, left + at)
            start = end


# ---- what must be read -----------------------------------------------------------------------------


def expected(form: Filled, layout: Layout) -> dict[str, list[dict[str, str]]]:
    """The records of the form by their field names, empty cells left out."""
    yuan = layout.names["money"] == "元"
    names = ("original_budget", "revised_budget", "executed")
    funds = [
        _filled({
            "source": source.name.rstrip("："),
            **{name: amount + ("元" if yuan and amount and amount != "—" else "")
               for name, amount in zip(names, source.amounts, strict=True)},
            "points": source.points, "rate": source.rate, "self_score": source.score,
        })
        for source in form.funds
    ]  # fmt: skip
    indicators = [
        _filled({
            "level1": each.level1, "level2": each.level2, "name": each.name,
            "target": each.target.text, "actual": _actual(each, layout),
            "points": each.points, "self_score": each.score, "reason": each.reason,
        })
        for each in form.indicators
    ]  # fmt: skip
    total = [_filled({"points": form.total[0], "self_score": form.total[1]})]
    return {"funds": funds, "indicators": indicators, "total": total, "header": [dict(form.facts)]}


def _actual(row: Indicator, layout: Layout) -> str:
    """The actual; where the unit has a column of its own, it is that of the target."""
    return row.actual.number + row.target.unit if layout.pieces and row.target.unit else row.actual.text


def _filled(cells: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in cells.items() if text}
