"""A page as Markdown (GitHub's): for records, tickets and reports that are read as text or rendered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from evalrules.views.draw.excerpt import draw_excerpt
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
    Role,
    Run,
    Sentence,
    Steps,
    Table,
    Tone,
    Words,
    WorkedLine,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&])")
# What makes a list or a heading of a line that begins with it.
_AT_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def draw_markdown(page: Page) -> str:
    """`page` as Markdown. What a form or a policy says is escaped and stays words."""
    title = [f"# {_escaped(page.title)}"] if page.title else []
    return "\n\n".join([*title, *(_block(block) for block in page.blocks)])


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"## {_inline(block.words)}"
        case Sentence():
            return _line(block.words)
        case Points():
            return "\n".join(f"- {_line(words)}" for words in block.items)
        case Figures():
            return _figures(block.items)
        case Table():
            return _table(block)
        case Steps():
            return "\n".join(_worked(block.lines, 0))
        case Entry():
            return _entry(block)
        case Fold():
            return _fold(block)
        case Excerpt():
            return _fenced(draw_excerpt(block))
        case _:
            assert_never(block)


# Words --------------------------------------------------------------------------------------------


def _inline(words: Words) -> str:
    return "".join(map(_run, words))


def _line(words: Words) -> str:
    """Words at the beginning of a line, where some signs would start a list."""
    return _AT_START.sub(r"\1\\\2", _inline(words))


def _run(run: Run) -> str:
    match run.tone:
        case Tone.CODE:
            return _code(run.text)
        case Tone.STRONG if run.text[:1].isalnum() and run.text[-1:].isalnum():
            # Asterisks beside punctuation are not emphasis in CommonMark, so such words go without.
            return f"**{_escaped(run.text)}**"
        case _:
            return _escaped(run.text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _code(text: str) -> str:
    """A code span, fenced by more backticks than the text has in a row."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence, gap = "`" * (longest + 1), " " if "`" in text else ""
    return f"{fence}{gap}{text}{gap}{fence}"


# Blocks -------------------------------------------------------------------------------------------


def _figures(figures: Iterable[Figure]) -> str:
    return " · ".join(f"{_escaped(each.name)} {_inline(each.value)}" for each in figures)


def _table(table: Table) -> str:
    """A pipe table; the names of groups and the sums are set in bold."""
    rows = [[_escaped(column.title) for column in table.columns]]
    rows.append([":--" if column.align == "left" else "--:" for column in table.columns])
    for row in table.rows:
        cells = [_cell(words) for words in row.cells]
        rows.append(cells if row.kind == "entry" else [_bold(cells[0]), *cells[1:]])
    drawn = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
    return f"{_escaped(table.caption)}\n\n{drawn}" if table.caption else drawn


def _cell(words: Words) -> str:
    """A pipe ends a cell even inside a code span, unless it is escaped."""
    return "".join(_run(run).replace("|", "\\|") if run.tone is Tone.CODE else _run(run) for run in words)


def _bold(cell: str) -> str:
    return f"**{cell}**" if cell[:1].isalnum() and cell[-1:].isalnum() else cell


def _worked(lines: Iterable[WorkedLine], depth: int) -> list[str]:
    drawn = []
    for line in lines:
        words = _line(line.words)
        shown = f"*{words}*" if line.role is Role.NOT_TAKEN and _can_lean(words) else words
        place = f" {_code(line.place)}" if line.place else ""
        basis = f" — {_inline(line.basis)}" if line.basis else ""
        drawn.append(f"{'  ' * depth}- {shown}{basis}{place}")
        drawn += _worked(line.under, depth + 1)
    return drawn


def _can_lean(words: str) -> bool:
    """Whether asterisks around the words are read as emphasis, whatever is inside."""
    return "*" not in words and words[:1].isalnum()


def _entry(entry: Entry) -> str:
    head = [f"### {_escaped(entry.name)}"]
    facts = [_escaped(entry.context)] if entry.context else []
    facts += [_figures(entry.figures)] if entry.figures else []
    head += ["  \n".join(facts)] if facts else []
    return "\n\n".join([*head, *(_block(block) for block in entry.blocks)])


def _fold(fold: Fold) -> str:
    inner = "\n\n".join(_block(block) for block in fold.blocks)
    return f"<details>\n<summary>{_inline(fold.summary)}</summary>\n\n{inner}\n\n</details>"


def _fenced(lines: list[str]) -> str:
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(longest + 1, 3)
    return "\n".join([f"{fence}text", *lines, fence])
