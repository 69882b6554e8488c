"""`evalrules read FILE`: what a document says, as far as it was understood, every value with its address."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Literal

from attrs import evolve, frozen

from evalrules.readers import FormError, read_document, read_document_bytes
from evalrules.readers.read import chosen_form
from evalrules.readers.reading import Reading
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.form_input import LARGEST, STDIN, add_input, name_of
from evalrules.workbench.cli.reporting import report_form_problems
from evalrules.workbench.cli.streams import hand_over, show


@frozen
class Request:
    """What the arguments ask for."""

    form: str
    number: int | None
    input_format: str
    format: Literal["text", "json"]
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "read",
        "读一个文件里的自评表，列出读懂了什么、每一格在哪里、什么没有读懂。\n"
        "Read the forms in a file, and say what was understood, where each value stands, and what was not.",
        "evalrules read 自评表.xlsx",
    )
    add_input(parser)
    parser.choices.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="输出格式，默认 text；json 可以直接交给 explain\nwhat to print; explain takes the JSON",
    )
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Say what a document says. 0: all of it was understood; 1: something was not, or there is no form."""
    request = Request(**vars(_parser().parse_args(arguments)))
    try:
        reading = _read(request)
    except FormError as error:
        report_form_problems(error.problems, name_of(request.form), request.lang)
        return ERRORS
    if request.format == "json":
        from evalrules.readers.form_json import json_from_reading

        hand_over(json_from_reading(reading))
    else:
        from evalrules.views.compose.reading import compose_reading
        from evalrules.views.draw.text import draw_text

        show(draw_text(compose_reading(reading, request.lang)))
    return ERRORS if reading.problems or any(each.form.problems for each in reading.forms) else OK


def _read(request: Request) -> Reading:
    if request.form == STDIN:
        data = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin is not None else b""
        reading = read_document_bytes(data, request.input_format, name_of(request.form))
    else:
        reading = read_document(request.form)
    return reading if request.number is None else evolve(reading, forms=(chosen_form(reading, request.number),))
