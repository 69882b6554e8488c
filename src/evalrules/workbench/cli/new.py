"""`evalrules new`: a policy to go on with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from evalrules.language.check import check_schema
from evalrules.language.problems import Phrase
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.library.shelf import SUFFIX, Shelf, shipped
from evalrules.pipeline import compile_policy
from evalrules.views.draft import Beginning, amending_draft, fresh_draft
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.reporting import report_policy_error, report_problems
from evalrules.workbench.cli.streams import hand_over, say
from evalrules.workbench.loading import Located, PolicyError, compiled_by, load_policy
from evalrules.workbench.refusal import (
    Refusal,
    cannot_write,
    file_exists,
    id_taken,
    malformed_id,
    malformed_place,
    malformed_year,
    other_kind,
    unknown_schema,
)

_ID = re.compile(r"[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*")
_YEAR = re.compile(r"(19|20)\d\d")
_PLACE = re.compile(r"[^/\s\"“”\\]+(/[^/\s\"“”\\]+)*")
_DATED = re.compile(r"-(19|20)\d\d$")

_WRITTEN = Phrase(
    "已写入 {file}；检查：evalrules check {file}", "{file} is written; to check it: evalrules check {file}"
)


@frozen
class Request:
    """What the arguments ask for."""

    place: str
    year: str
    kind: str | None
    amends: str | None
    id: str | None
    output: Path | None
    libraries: Sequence[Path]
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "new",
        "起草一份政策：按表式新写，或修订已有的政策。写出的文件检查没有错误，附一条成立的示例。\n"
        "Begin a policy, fresh for a form or amending another. It passes its check and has an example that holds.",
        "evalrules new --place 甘肃/定西 --year 2024 --amends mof-2021 -o dingxi-2024.rules",
    )
    option = parser.choices.add_argument
    option("--place", required=True, help="地区，各级用 / 分开，例如 宁夏/吴忠/盐池\nthe place, its levels parted by /")
    option("--year", required=True, help="年度，四位数\nthe year, four digits")
    option("--kind", help="表式，默认 project；修订时同被修订的政策\nthe form, project by default")
    option("--amends", metavar="ID|FILE", help="修订哪个政策；不写则新写一份\nthe policy to amend; fresh if not given")
    option("--id", help="政策名，小写字母、数字和连字符；不写则由年度取名\nthe name of the policy")
    option(
        "-o",
        dest="output",
        metavar="FILE",
        type=Path,
        help="写入的文件，已有的文件不会被覆盖；不写则写到标准输出\nthe file to write, never over another; "
        "standard output if not given",
    )
    parser.add_library()
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Begin a policy. 0: written, and it passes its check; 1: it could not be written, or has problems."""
    request = Request(**vars(_parser().parse_args(arguments)))
    try:
        text, name = _draft(request)
        problems = _write(text, name, request)
    except PolicyError as error:
        report_policy_error(error, request.lang)
        return ERRORS
    return ERRORS if problems else OK


def _draft(request: Request) -> tuple[str, str]:
    """The text of the policy and its id. Raises PolicyError."""
    shelf = Shelf((*request.libraries, *shipped()))
    _expect(_YEAR.fullmatch(request.year), malformed_year(request.year))
    _expect(_PLACE.fullmatch(request.place), malformed_place(request.place))
    name = request.id or _free_id(request, shelf)
    _expect(_ID.fullmatch(name), malformed_id(name))
    _expect(name not in shelf.policy_ids(), id_taken(name))
    beginning = Beginning(name, request.place, request.year, request.lang)
    if request.amends is None:
        return _fresh(request.kind or "project", beginning, shelf), name
    amended = load_policy(request.amends, request.libraries)
    kind = request.kind or amended.schema.name
    _expect(kind == amended.schema.name, other_kind(kind, amended.id, amended.schema.name))
    return amending_draft(amended, beginning), name


def _expect(met: object, otherwise: Refusal) -> None:
    if not met:
        raise PolicyError(otherwise)


def _fresh(kind: str, beginning: Beginning, shelf: Shelf) -> str:
    source = shelf.schema_source(kind)
    schema = check_schema(parse(source).document, shelf).schema if source else None
    if schema is None:
        raise PolicyError(unknown_schema(kind, shelf.schema_names()))
    return fresh_draft(schema, beginning)


def _free_id(request: Request, shelf: Shelf) -> str:
    """A name that is not taken: that of what is amended, or of the kind of form, with the year."""
    amended = Path(request.amends).stem if request.amends else ""
    stem = f"{_DATED.sub('', amended) or request.kind or 'project'}-{request.year}"
    taken = frozenset(shelf.policy_ids())
    names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)


def _write(text: str, name: str, request: Request) -> bool:
    """Hand the text over, or write the file, and check it; whether there are problems, after telling them."""
    file = request.output
    if file is None:
        hand_over(text.rstrip("\n"))
    else:
        _create(file, text)
        say(_WRITTEN.in_(request.lang).format(file=file))
    folder = file.parent if file else Path()
    shelf = Shelf((*request.libraries, *shipped()), beside=folder if file else None)
    located = Located(Source(file.name if file else name + SUFFIX, text), shelf, folder)
    problems = compiled_by(compile_policy, located).problems
    report_problems(problems, request.lang)
    return bool(problems)


def _create(file: Path, text: str) -> None:
    """Write a file that was not there."""
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        raise PolicyError(file_exists(str(file))) from None
    except (OSError, ValueError) as error:
        raise PolicyError(cannot_write(str(file), error)) from None
