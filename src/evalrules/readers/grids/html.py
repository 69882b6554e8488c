"""Reads web pages: tables as a browser forms them, and the text between them.

A page is taken to pieces by one pattern, in time that grows with its length and no faster, whatever is left open
in it: the parser of the standard library takes hours over a megabyte of `<`. The rules by which pieces become
tables (end tags that are left out, cells that cover several rows) are those of the HTML standard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from attrs import define, field

from evalrules.readers.grid import MOST_CELLS, Contents, Grid, GridCell, prose, table, too_many_cells
from evalrules.readers.grids.encoding import decoded
from evalrules.readers.problems import FormError, FormProblemKind

DEEPEST = 32
"""tables inside tables"""

MOST_TOKENS = 400_000
"""tags and texts of a page"""

_UNSEEN = frozenset({"script", "style", "template", "title", "noscript"})
_NAMES = (
    "address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section ul"
)
_BLOCKS = frozenset(_NAMES.split())
_TOKEN = re.compile(
    r"(?P<words>[^<]++|<(?![a-zA-Z/!?])[^<]*+)|<!--(?:(?!-->).)*+(?:-->)?|<[!?][^>]*+>?"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/<>]*+)(?P<attributes>(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+)>|(?P<stray><)",
    re.DOTALL,
)
_SPAN = re.compile(r"(rowspan|colspan)\s*=\s*[\"']?\s*(\d{1,9})", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]+)", re.IGNORECASE)
_WIDEST = 1000


@define
class _Cell:
    height: int
    width: int
    words: list[str] = field(factory=list)


@define
class _Table:
    """A table that is being read. `rows` are as written, before cells are spread over their places."""

    rows: list[list[_Cell]] = field(factory=list)
    cell: _Cell | None = None
    grids: list[Grid] = field(factory=list)
    """tables that stand inside its cells"""


def contents_from_html(data: bytes, name: str) -> Contents:
    """What a page shows."""
    found = _CHARSET.search(data[:4096])
    text = decoded(data, name, found[1].decode("ascii") if found else "")
    page = _Page(name)
    _tell(page, text)
    return Contents(tuple(page.finish()))


def _tell(page: _Page, text: str) -> None:
    """Takes `text` to pieces, from its beginning to its end, each character once."""
    at, tokens = 0, 0
    while token := _TOKEN.match(text, at):
        at, tokens = token.end(), tokens + 1
        if tokens > MOST_TOKENS:
            raise too_many_cells(page.name)
        name = (token["name"] or "").lower()
        if token["words"] or token["stray"]:
            page.hear(unescape(token["words"] or token["stray"]))
        elif name and token["end"]:
            page.close(name)
        elif name in _UNSEEN:
            closing = re.compile(rf"</{name}\b[^<>]*>?", re.IGNORECASE).search(text, at)
            at = closing.end() if closing else len(text)
        elif name:
            page.open_tag(name, token["attributes"])


class _Page:
    """Collects paragraphs and tables while a page is gone through."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.done: list[Grid] = []
        self.open: list[_Table] = []
        self.words: list[str] = []
        self.paragraphs: list[tuple[str, str]] = []
        self.counted = 0
        self.tables = 0
        self.cells = 0

    def open_tag(self, tag: str, attributes: str) -> None:
        """A start tag."""
        if tag == "table":
            self._open_table()
        elif tag in ("tr", "thead", "tbody", "tfoot") and self.open:
            self.open[-1].cell = None
            self.open[-1].rows += [[]] if tag == "tr" else []
        elif tag in ("td", "th") and self.open:
            self._open_cell({name.lower(): value for name, value in _SPAN.findall(attributes)})
        elif tag == "br" or tag in _BLOCKS:
            self._break()

    def close(self, tag: str) -> None:
        """An end tag."""
        if tag == "table" and self.open:
            self._close_table()
        elif tag in ("td", "th", "tr") and self.open:
            self.open[-1].cell = None
        elif tag in _BLOCKS:
            self._break()

    def hear(self, words: str) -> None:
        """Text between tags."""
        if not self.open:
            self.words.append(words)
        elif self.open[-1].cell is not None:
            self.open[-1].cell.words.append(re.sub(r"[ \t\r\n\f]+", " ", words))

    # ---- tables and paragraphs -------------------------------------------------------------------

    def finish(self) -> Iterator[Grid]:
        """What the page showed, once it has been read to its end."""
        while self.open:
            self._close_table()
        self._end_prose()
        yield from self.done

    def _open_table(self) -> None:
        if len(self.open) >= DEEPEST:
            raise FormError((FormProblemKind.FORM_TOO_DEEP.at(self.name, "", DEEPEST),))
        if not self.open:
            self._end_prose()
        self.open.append(_Table())

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise too_many_cells(self.name)
        current = self.open[-1]
        current.rows = current.rows or [[]]
        current.cell = _Cell(_span(attributes.get("rowspan"), 65534), max(1, _span(attributes.get("colspan"), _WIDEST)))
        current.rows[-1].append(current.cell)

    def _close_table(self) -> None:
        closed = self.open.pop()
        self.tables += 1
        grid = table(f"表 {self.tables}", _formed(closed.rows, self.name))
        target = self.open[-1].grids if self.open else self.done
        target.extend((grid, *closed.grids))

    def _break(self) -> None:
        if self.open:
            if self.open[-1].cell is not None:
                self.open[-1].cell.words.append("\n")
            return
        text = " ".join("".join(self.words).split())
        self.words = []
        if text:
            self.counted += 1
            self.paragraphs.append((f"第 {self.counted} 段", text))

    def _end_prose(self) -> None:
        self._break()
        self.done.append(prose(self.paragraphs))
        self.paragraphs = []


def _span(said: str | None, most: int) -> int:
    return min(int(said), most) if said else 1


def _formed(rows: list[list[_Cell]], name: str) -> Iterator[GridCell]:
    """The cells at their places: each goes to the first place of its row that no cell from above covers."""
    below: dict[int, int] = {}  # by column, how many further rows a cell from above covers
    spent = 0
    for row, cells in enumerate(rows):
        column, started = 0, dict[int, int]()
        for cell in cells:
            while below.get(column, 0):
                column += 1
            height = cell.height or len(rows) - row
            spent += cell.width
            if spent > MOST_CELLS:
                raise too_many_cells(name)
            text = "\n".join(" ".join(line.split()) for line in "".join(cell.words).split("\n")).strip()
            yield GridCell(text, row, column, "", height, cell.width)
            started.update((column + at, height) for at in range(cell.width))
            column += cell.width
        below = {at: left - 1 for at, left in (below | started).items() if left > 1}
