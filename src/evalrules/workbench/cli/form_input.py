"""The arguments of the commands that take a form: which file, in which format, and which of its forms."""

from __future__ import annotations

import argparse
import sys

from attrs import evolve

from evalrules.language.policy.form import Form
from evalrules.language.problems import Phrase
from evalrules.readers import read_document, read_document_bytes, read_form, read_form_bytes
from evalrules.readers.formats import PrintedFormat, every_format, format_named, format_of_file
from evalrules.readers.read import chosen_form
from evalrules.workbench.api import Lang
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.streams import say

_STRANGE = Phrase(
    "表上另有 {0} 处文字没有读懂，是否要紧请看：evalrules read {1}",
    "{0} texts beside the form were not understood; see whether they matter: evalrules read {1}",
)

STDIN = "-"
LARGEST = 16 << 20
"""Bytes that are taken from standard input, and one more: the reader then says that it is too much."""


def add_input(parser: Parser) -> None:
    """`FORM`, `--form N`, `--input-format`."""
    parser.operands.add_argument(
        "form",
        metavar="FORM",
        help="表格：.xlsx .xls .docx .pdf .html .csv .tsv .txt，或 .json .yaml .toml；- 为标准输入\n"
        "the form, in one of these formats; - is standard input",
    )
    parser.choices.add_argument(
        "--form",
        metavar="N",
        dest="number",
        type=_number,
        help="文件里有几张表时，第几张\nwhich form, where the file holds several",
    )
    parser.choices.add_argument(
        "--input-format",
        choices=tuple(each.name for each in every_format()),
        default="json",
        help="标准输入的格式，默认 json\nthe format of standard input",
    )


def read_one(form: str, number: int | None, input_format: str, lang: Lang) -> Form:
    """The form that is asked for, after saying if its file holds texts that were not understood. Raises FormError."""
    kind = format_named(input_format) if form == STDIN else format_of_file(form)
    if not isinstance(kind, PrintedFormat):
        return read_form_bytes(_standard_input(), input_format, "stdin") if form == STDIN else read_form(form, number)
    reading = read_document_bytes(_standard_input(), input_format, "stdin") if form == STDIN else read_document(form)
    read = chosen_form(reading, number)
    if strange := sum(not each.known for each in read.aside):
        say(_STRANGE.in_(lang).format(strange, name_of(form)))
    return evolve(read.form, problems=(*read.form.problems, *reading.problems))


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(LARGEST + 1) if sys.stdin is not None else b""


def name_of(form: str) -> str:
    """What messages call the form."""
    return "stdin" if form == STDIN else form


def _number(said: str) -> int:
    if said.isascii() and said.isdigit() and 0 < int(said[:9]) < 10**6:
        return int(said)
    raise argparse.ArgumentTypeError(f"{said}: 须是 1、2、3…… (a number from 1)")
