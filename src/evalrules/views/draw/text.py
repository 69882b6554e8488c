"""A page as plain text, for a terminal or a file: no colours, no escape codes, columns that align."""

from __future__ import annotations

from typing import assert_never

from evalrules.views.draw.excerpt import draw_excerpt
from evalrules.views.draw.wrap import pad, wrap
from evalrules.views.page import (
    Block,
    Entry,
    Excerpt,
    Figure,
    Figures,
    Fold,
    Heading,
    Page,
    Points,
    Sentence,
    Steps,
    Table,
    TableRow,
    WorkedLine,
    display_width,
    plain,
)

WIDTH = 110
"""cells a line takes at most, where nobody says otherwise"""

_GAP = "    "


def draw_text(page: Page, width: int = WIDTH) -> str:
    """`page` as lines of at most `width` cells, where its words allow."""
    title = wrap(page.title, width) if page.title else []
    paragraphs = ["\n".join(title)] if title else []
    for block in page.blocks:
        lines = _block(block, width)
        if lines:
            paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


def _block(block: Block, width: int) -> list[str]:
    match block:
        case Heading():
            return _heading(block)
        case Sentence():
            return wrap(plain(block.words), width)
        case Points():
            return [line for words in block.items for line in wrap("· " + plain(words), width, hanging=2)]
        case Figures():
            return wrap(_GAP.join(map(_figure, block.items)), width)
        case Table():
            return _table(block, width)
        case Steps():
            return [line for each in block.lines for line in _worked(each, width, indent=2)]
        case Entry():
            return _entry(block, width)
        case Fold():
            return _fold(block, width)
        case Excerpt():
            return draw_excerpt(block)
        case _:
            assert_never(block)


def _heading(heading: Heading) -> list[str]:
    text = plain(heading.words)
    return [text, "=" * display_width(text)]


def _figure(figure: Figure) -> str:
    return f"{figure.name} {plain(figure.value)}"


# Rows ---------------------------------------------------------------------------------------------

_NAME, _CONTEXT = 18, 40


def _entry(entry: Entry, width: int) -> list[str]:
    """The row's own line, then how its numbers came about."""
    figures = _GAP.join(map(_figure, entry.figures))
    name = pad(entry.name, _NAME) + _GAP + pad(entry.context, _CONTEXT) if entry.context else entry.name
    head = [f"{name}{_GAP}{figures}".rstrip()]
    if display_width(head[0]) > width:
        name = f"{entry.name}{_GAP}{entry.context}" if entry.context else entry.name
        head = wrap(name, width, 2)
        head += ["  " + line for line in wrap(figures, width - 2)] if figures else []
    return [*head, *(line for block in entry.blocks for line in _inside(block, width))]


def _inside(block: Block, width: int) -> list[str]:
    """A block that belongs to a row: set in, except for worked lines, which are so already."""
    if isinstance(block, Steps | Fold):
        return _block(block, width)
    return ["  " + line for line in _block(block, width - 2)]


def _fold(fold: Fold, width: int) -> list[str]:
    summary = ["  " + line for line in wrap(plain(fold.summary), width - 2)]
    return [*summary, *("  " + line for block in fold.blocks for line in _inside(block, width - 2))]


def _worked(line: WorkedLine, width: int, indent: int) -> list[str]:
    """A worked line, what it rests on behind it or, where there is no room, below it."""
    blank = " " * indent
    support = "  ".join(filter(None, (plain(line.basis), line.place)))
    words = blank + plain(line.words)
    together = f"{words}{_GAP}  {support}" if support else words
    if display_width(together) <= width:
        lines = [together]
    else:
        lines = [blank + each for each in wrap(plain(line.words), width - indent, 4)]
        lines += [f"{blank}    {each}" for each in wrap(support, width - indent - 4)] if support else []
    return [*lines, *(inner for each in line.under for inner in _worked(each, width, indent + 2))]


# Tables -------------------------------------------------------------------------------------------

_COLUMN_GAP = 2
_COMFORTABLE, _NARROWEST = 18, 10


def _table(table: Table, width: int) -> list[str]:
    """The table in aligned columns; those that wrap give way, the widest first, until it fits."""
    if not table.rows:
        return []
    # tabulate takes as long to import as everything else together, so a page without tables does without.
    import tabulate

    widths = _fitted_widths(table, width)
    body: list[list[str] | str] = [[column.title for column in table.columns], tabulate.SEPARATING_LINE]
    kinds = ("sum", *(row.kind for row in table.rows))
    for row, kind_before in zip(table.rows, kinds, strict=False):
        if row.kind == "sum" and kind_before != "sum":
            body.append(tabulate.SEPARATING_LINE)
        body.append(_cells(row, widths))
    # The titles are a row among others: as headers they would make every column two cells wider.
    drawn = tabulate.tabulate(
        body,
        tablefmt="simple",
        colalign=[column.align for column in table.columns],
        disable_numparse=True,
        preserve_whitespace=True,
    )
    caption = wrap(table.caption, width) if table.caption else []
    return [*caption, *(line.rstrip() for line in drawn.splitlines())]


def _cells(row: TableRow, widths: list[int]) -> list[str]:
    indent = "  " if row.kind == "entry" else ""
    first, *rest = (
        wrap(plain(cell), width - (len(indent) if at == 0 else 0))
        for at, (cell, width) in enumerate(zip(row.cells, widths, strict=True))
    )
    return ["\n".join(indent + line for line in first), *("\n".join(lines) for lines in rest)]


def _fitted_widths(table: Table, width: int) -> list[int]:
    """The width of each column: its widest cell, less what wrapping columns must give up.

    The last column gives way first, until it is no longer comfortable to read; then the one before it.
    """
    widths = [max(map(display_width, cells)) for cells in _columns_of(table)]
    excess = sum(widths) + _COLUMN_GAP * (len(widths) - 1) - width
    for least in (_COMFORTABLE, _NARROWEST):
        for at in reversed(range(len(widths))):
            column = table.columns[at]
            spare = widths[at] - max(least, display_width(column.title)) if column.wraps else 0
            given = max(min(spare, excess), 0)
            widths[at] -= given
            excess -= given
    return widths


def _columns_of(table: Table) -> list[list[str]]:
    """The cells of each column, title first, the first column's entries set in."""
    columns = [[column.title] for column in table.columns]
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            indent = "  " if at == 0 and row.kind == "entry" else ""
            columns[at].append(indent + plain(cell))
    return columns
