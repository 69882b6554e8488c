"""The TextMate grammar of the language, as VS Code and many other editors read it.

A TextMate grammar knows no context: it colours a field called 得分 as it colours the keyword. The language server
and the Pygments lexer know better, because they ask the parser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from evalrules.workbench.editors.classes import Kind, spellings

Json: TypeAlias = "str | int | Sequence[Json] | Mapping[str, Json]"
Rule: TypeAlias = "dict[str, Json]"

SCOPE = "source.evalrules"

_SCOPES = {
    Kind.DECLARATION: "keyword.declaration.evalrules",
    Kind.CLAUSE: "keyword.control.evalrules",
    Kind.OPERATOR: "keyword.operator.word.evalrules",
    Kind.TYPE: "support.type.evalrules",
    Kind.UNIT: "keyword.other.unit.evalrules",
}
_NAME = r"[^\W\d]\w*(?:-\w+)*"
_BEFORE, _BEHIND = r"(?<![\w-])", r"(?![\w-])"
_QUOTES = (('"', '"'), ("“", "”"), ("「", "」"))
_CITES = (r"\[", r"\]"), ("【", "】"), ("［", "］")


def grammar() -> Rule:
    """The whole grammar."""
    order = ("comment", "cite", "string", "mark", "date", "declaration", "number", "function", "keyword", "operator")
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "evalrules",
        "scopeName": SCOPE,
        "fileTypes": ["rules"],
        "patterns": [{"include": f"#{name}"} for name in order],
        "repository": {
            "comment": _match("comment.line.number-sign.evalrules", "[#＃].*$"),
            "cite": {"patterns": [_match("markup.underline.link.evalrules", rf"{a}[^{b}\n]*{b}") for a, b in _CITES]},
            "string": {"patterns": [_string(*quotes) for quotes in _QUOTES]},
            "placeholder": _match("variable.other.placeholder.evalrules", r"\{[^{}\n]*\}"),
            "mark": _match("keyword.other.mark.evalrules", r"[（(]\s*(?:不含|含|incl|excl)\s*[)）]"),
            "date": _match("constant.numeric.date.evalrules", r"\d{4}(?:-\d{1,2}-\d{1,2}|年\d{1,2}月\d{1,2}日)"),
            "declaration": _declaration(),
            "number": _number(),
            "function": _match("entity.name.function.evalrules", rf"{_BEFORE}{_NAME}(?=[(（])"),
            "keyword": {"patterns": [_match(_SCOPES[kind], _any_of(kind)) for kind in _SCOPES]},
            "operator": _match("keyword.operator.evalrules", r"[≤≥≦≧≠=＝<＜>＞!+＋\-−－×*＊÷/／%％‰]"),
        },
    }


def _match(name: str, pattern: str) -> Rule:
    return {"name": name, "match": pattern}


def _any_of(kind: Kind) -> str:
    return f"{_BEFORE}(?:{'|'.join(map(re.escape, spellings(kind)))}){_BEHIND}"


def _string(opening: str, closing: str) -> Rule:
    """A text in quotation marks, with what a message fills in; only straight ones know a backslash."""
    patterns: list[Json] = [{"include": "#placeholder"}]
    if opening == closing:
        patterns.append(_match("constant.character.escape.evalrules", r"\\."))
    return {"name": "string.quoted.evalrules", "begin": opening, "end": f"{closing}|$", "patterns": patterns}


def _declaration() -> Rule:
    """A declaration at the margin: its words, then its name."""
    words = "|".join(map(re.escape, spellings(Kind.DECLARATION)))
    return {
        "match": rf"^((?:(?:{words})\s+)*(?:{words})){_BEHIND}(?:\s+({_NAME}))?",
        "captures": {
            "1": {"name": _SCOPES[Kind.DECLARATION]},
            "2": {"name": "entity.name.type.evalrules"},
        },
    }


def _number() -> Rule:
    units = "|".join(map(re.escape, spellings(Kind.UNIT)))
    return {
        "match": rf"{_BEFORE}(\d+(?:[.．]\d+)?)(?:\s*({units}){_BEHIND})?",
        "captures": {
            "1": {"name": "constant.numeric.evalrules"},
            "2": {"name": _SCOPES[Kind.UNIT]},
        },
    }
