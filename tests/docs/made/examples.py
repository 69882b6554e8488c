"""The examples in the descriptions of problems, and what checking them finds."""

from __future__ import annotations

import inspect
import pkgutil
from functools import cache
from importlib import import_module
from textwrap import dedent

import evalrules.language.problems
from evalrules.language.check import check_policy, check_schema
from evalrules.language.decode import decode
from evalrules.language.problems import Problem
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.meaning.functions import SIGNATURES
from evalrules.workbench.examples import failing_examples
from tests.language.check.frame import LIBRARY, framed

NAME = "p-1.rules"

# What an example holds too much of to be written out: what it says instead, and what is meant.
STAND_INS = {
    "{terms}": ("1 + 1 + 1 + …", " + ".join("1" * 150)),
    "{brackets}": ("（（（（… 1 …））））", "（" * 80 + "1" + "）" * 80),
    "{mebibytes}": ("# … 四兆字节的注释 · four mebibytes of comments …\n", "# " + "很" * 3_000_000 + "\n"),
    "{gb18030}": ("", ""),
}


@cache
def problem_classes() -> tuple[type[Problem], ...]:
    """Every kind of problem, by number."""
    found: dict[str, type[Problem]] = {}
    for module in pkgutil.iter_modules(evalrules.language.problems.__path__):
        for each in vars(import_module(f"evalrules.language.problems.{module.name}")).values():
            if isinstance(each, type) and issubclass(each, Problem) and "number" in vars(each):
                found[each.number] = each
    return tuple(kind for _, kind in sorted(found.items(), key=lambda item: (item[0][1:], item[0])))


def summary(kind: type[Problem]) -> str:
    """The sentence with which the description begins."""
    return _description(kind).split("\n\n")[0].replace("\n", " ")


def example(kind: type[Problem], heading: str) -> str:
    """The example under `heading`, Failing or Fixed, with its stand-ins."""
    after = _description(kind).split(f"{heading}:\n", 1)[1]
    return dedent(after.split("\nFixed:", 1)[0]).strip("\n") + "\n"


def shown(text: str) -> str:
    """An example as it can be printed."""
    for name, (said, _) in STAND_INS.items():
        text = text.replace(name, said)
    return text


def problems_of(text: str) -> tuple[Problem, ...]:
    """What is wrong with an example in its frame."""
    encoding = "gb18030" if "{gb18030}" in text else "utf-8"
    for name, (_, meant) in STAND_INS.items():
        text = text.replace(name, meant)
    source = decode(framed(text).encode(encoding), NAME)
    return (source,) if isinstance(source, Problem) else _checked(source)


def _checked(source: Source) -> tuple[Problem, ...]:
    if source.text.startswith("表式"):
        return check_schema(parse(source).document, LIBRARY).problems
    parsed = parse(source)
    checked = check_policy(parsed.document, LIBRARY, SIGNATURES)
    failing = failing_examples(checked.policy) if checked.policy else ()
    return (*parsed.problems, *checked.problems, *failing)


def _description(kind: type[Problem]) -> str:
    return inspect.getdoc(kind) or ""
