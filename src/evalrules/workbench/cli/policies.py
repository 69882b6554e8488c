"""`evalrules policies`: what the library holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from attrs import frozen

from evalrules.language.problems import Phrase
from evalrules.library.choice import policies_on
from evalrules.library.header import Header
from evalrules.library.shelf import Entry, Shelf, shipped
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.streams import hand_over, say, show

_COLUMNS = Phrase("政策 地区 年度 表式 名称", "policy place year form title")
_NONE = Phrase("没有这样的政策", "there is no such policy")


@frozen
class Request:
    """What the arguments ask for."""

    libraries: Sequence[Path]
    place: str
    year: str
    kind: str
    format: Literal["text", "json"]
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "policies",
        "列出政策库中的政策。\nList the policies of the library.",
        "evalrules policies --place 宁夏 --year 2022",
    )
    parser.add_library()
    option = parser.choices.add_argument
    option("--place", default="", help="只列此地区及其下，例如 宁夏/吴忠\nonly of this place and below")
    option("--year", default="", help="只列此年度，和不限年度的\nonly of this year, or of any")
    option("--kind", default="", help="只列适用于此表式的，例如 project\nonly for this form")
    option("--format", choices=("text", "json"), default="text", help="输出格式，默认 text\nwhat to print")
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """List the policies that fit."""
    request = Request(**vars(_parser().parse_args(arguments)))
    entries = policies_on(Shelf((*request.libraries, *shipped())))
    found = sorted(
        (each for each in entries if _fits(each.header, request)),
        key=lambda each: (each.header.place, str(each.header.years), each.header.id),
    )
    if request.format == "json":
        hand_over(_as_json(found))
    elif found:
        show(_as_table(found, request.lang))
    else:
        say(_NONE.in_(request.lang))
    return OK


def _fits(head: Header, request: Request) -> bool:
    below = request.place.strip("/")
    return (
        (not below or f"{head.place}/".startswith(f"{below}/"))
        and (not request.year or head.years.covers(request.year))
        and request.kind in ("", head.applies)
    )


def _as_json(entries: Sequence[Entry]) -> str:
    import json

    listed = [
        {"id": head.id, "title": head.title, "place": head.place, "year": str(head.years), "schema": head.applies}
        for head in (each.header for each in entries)
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def _as_table(entries: Sequence[Entry], lang: Lang) -> str:
    from evalrules.views.compose.saying import text
    from evalrules.views.draw.text import draw_text
    from evalrules.views.page import Column, Page, Table, TableRow

    columns = tuple(Column(title) for title in _COLUMNS.in_(lang).split())
    heads = (each.header for each in entries)
    said = ((head.id, head.place, head.years.name(lang), head.applies, head.title) for head in heads)
    rows = (tuple(cell or "—" for cell in row) for row in said)
    table = Table(columns, tuple(TableRow(tuple(map(text, row))) for row in rows))
    return draw_text(Page("", lang, (table,)))
