"""The functions of the language: names, what they take, what they yield, their laws."""

from __future__ import annotations

from evalrules.language.policy.signature import Signature, Takes
from evalrules.language.values import unit_name
from evalrules.meaning.functions import FUNCTIONS
from tests.docs.made.markdown import code, table

_KINDS = {
    Takes.NUMBER: ("数", "numbers"),
    Takes.DAY: ("日期", "dates"),
    Takes.TEXT: ("文字", "texts"),
    None: ("", ""),
}


def function_table() -> str:
    """A row a function."""
    rows = [
        (
            code(signature.zh),
            code(signature.en),
            _of_values(signature),
            _of_rows(signature),
            _unit(signature),
            "; ".join(function.laws),
        )
        for function in FUNCTIONS.values()
        for signature in [function.signature]
    ]
    head = ("函数", "English", "几个值 · of values", "各行 · of rows", "单位 · unit", "laws")
    return table(head, rows)


def _unit(signature: Signature) -> str:
    if signature.result is None:
        return "与所给的相同 · that of its arguments"
    return unit_name(signature.result) or "没有单位 · none"


def _of_values(signature: Signature) -> str:
    use = signature.of_values
    if use is None:
        return "–"
    zh, en = _KINDS[use.takes]
    most = "" if use.most == use.fewest else "–" + str(use.most) if use.most else "+"
    return f"{use.fewest}{most} {zh} · {en}"


def _of_rows(signature: Signature) -> str:
    use = signature.of_rows
    if use is None:
        return "–"
    zh, en = _KINDS[use.takes]
    example = "对 部分" if use.takes is None else "… 对 部分"
    return code(f"{signature.zh}（{example}）") + (f" {zh} · {en}" if zh else "")
