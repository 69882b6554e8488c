"""A page as one HTML file: nothing to load, nothing to run, readable on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import assert_never

from evalrules.views.draw.excerpt import shown_parts
from evalrules.views.page import (
    Block,
    Column,
    Entry,
    Excerpt,
    Figure,
    Figures,
    Fold,
    Heading,
    Mark,
    Page,
    Points,
    Run,
    Sentence,
    Steps,
    Table,
    TableRow,
    Tone,
    Words,
    WorkedLine,
)

_STYLE = Path(__file__).with_name("worksheet.css")
_LANG = {"zh": "zh-CN", "en": "en"}
# Says to the browser what is true anyway: the page fetches nothing and runs nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def draw_html(page: Page) -> str:
    """`page` as a complete document. Every word of a form or a policy is escaped."""
    style = _STYLE.read_text(encoding="utf-8").strip()
    title = f"<header>\n<h1>{escape(page.title)}</h1>\n</header>\n" if page.title else ""
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{_LANG[page.lang]}">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(page.title)}</title>\n"
        f"<style>\n{style}\n</style>\n"
        "</head>\n"
        "<body>\n<main>\n"
        f"{title}{_sections(page.blocks)}\n"
        "</main>\n</body>\n</html>"
    )


def _sections(blocks: tuple[Block, ...]) -> str:
    """A section for each heading and what follows it."""
    sections: list[list[str]] = [[]]
    for block in blocks:
        if isinstance(block, Heading):
            sections.append([])
        sections[-1].append(_block(block))
    return "\n".join("<section>\n" + "\n".join(each) + "\n</section>" for each in sections if each)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h2>{_inline(block.words)}</h2>"
        case Sentence():
            return f"<p>{_inline(block.words)}</p>"
        case Points():
            items = "\n".join(f"<li>{_inline(words)}</li>" for words in block.items)
            return f'<ul class="points">\n{items}\n</ul>'
        case Figures():
            return f'<dl class="figures">\n{_figures(block.items)}\n</dl>'
        case Table():
            return _table(block)
        case Steps():
            return _steps(block.lines)
        case Entry():
            return _entry(block)
        case Fold():
            return _fold(block)
        case Excerpt():
            return _excerpt(block)
        case _:
            assert_never(block)


# Words --------------------------------------------------------------------------------------------


def _inline(words: Words) -> str:
    return "".join(map(_run, words))


def _run(run: Run) -> str:
    text = escape(run.text)
    match run.tone:
        case Tone.PLAIN:
            return text
        case Tone.STRONG:
            return f"<strong>{text}</strong>"
        case Tone.NUMBER:
            return f'<span class="number">{text}</span>'
        case Tone.CODE:
            return f"<code>{text}</code>"
        case _:
            assert_never(run.tone)


# Blocks -------------------------------------------------------------------------------------------


def _figures(figures: Iterable[Figure]) -> str:
    return "\n".join(f"<div><dt>{escape(each.name)}</dt><dd>{_inline(each.value)}</dd></div>" for each in figures)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col"{_align(column)}>{escape(column.title)}</th>' for column in table.columns)
    body = "\n".join(_row(row, table.columns) for row in table.rows)
    caption = f"<caption>{escape(table.caption)}</caption>\n" if table.caption else ""
    return (
        f'<div class="scroll">\n<table>\n{caption}'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"
    )


def _align(column: Column) -> str:
    return ' class="right"' if column.align == "right" else ""


def _row(row: TableRow, columns: tuple[Column, ...]) -> str:
    if row.kind == "group":
        name = _inline(row.cells[0])
        return f'<tr class="group"><th scope="rowgroup" colspan="{len(columns)}">{name}</th></tr>'
    first, *rest = row.cells
    cells = "".join(f"<td{_align(column)}>{_inline(cell)}</td>" for cell, column in zip(rest, columns[1:], strict=True))
    return f'<tr class="{row.kind}"><th scope="row">{_inline(first)}</th>{cells}</tr>'


def _steps(lines: Iterable[WorkedLine]) -> str:
    return '<ol class="steps">\n' + "\n".join(map(_worked, lines)) + "\n</ol>"


def _worked(line: WorkedLine) -> str:
    """The words, and beside them what they rest on."""
    basis = _inline(line.basis)
    place = f"<code>{escape(line.place)}</code>" if line.place else ""
    support = f'<span class="support">{" ".join(filter(None, (basis, place)))}</span>' if basis or place else ""
    under = f"\n{_steps(line.under)}\n" if line.under else ""
    words = f'<div class="line"><span class="words">{_inline(line.words)}</span>{support}</div>'
    return f'<li class="{line.role.value}">{words}{under}</li>'


def _entry(entry: Entry) -> str:
    """A row that folds; one that somebody must look at is open."""
    is_open = "" if entry.mark in (Mark.AGREES, Mark.OUTSIDE) else " open"
    context = f'<span class="context">{escape(entry.context)}</span>' if entry.context else ""
    figures = "".join(map(_figure, entry.figures))
    blocks = "\n".join(map(_block, entry.blocks))
    return (
        f'<details class="entry {entry.mark.value}"{is_open}>\n'
        f'<summary><span class="name">{escape(entry.name)}</span>{context}{figures}</summary>\n'
        f"{blocks}\n</details>"
    )


def _figure(figure: Figure) -> str:
    """A number beside the name of a row, where only words may stand and no list."""
    return f'<span class="figure"><span class="key">{escape(figure.name)}</span> {_inline(figure.value)}</span>'


def _fold(fold: Fold) -> str:
    blocks = "\n".join(map(_block, fold.blocks))
    return f'<details class="fold">\n<summary>{_inline(fold.summary)}</summary>\n{blocks}\n</details>'


def _excerpt(excerpt: Excerpt) -> str:
    before, stretch, behind = (escape(part) for part in shown_parts(excerpt))
    kind = "primary" if excerpt.is_primary else "related"
    label = f'<span class="label">{_inline(excerpt.label)}</span>' if excerpt.label else ""
    return (
        f'<figure class="excerpt {kind}">\n<figcaption>{escape(excerpt.place)}</figcaption>\n'
        f"<pre><b>{excerpt.line}</b> {before}<mark>{stretch or ' '}</mark>{behind}</pre>\n{label}\n</figure>"
    )
