"""Why a row has no score, a cell no reading, a file no form: the sentences and their codes."""

from __future__ import annotations

from evalrules.language.values import Reason
from evalrules.meaning.fault import FaultKind
from evalrules.readers.problems import FormProblemKind
from tests.docs.made.markdown import blanks, code, said, table

_HEAD = ("代码 · code", "说 · message", "建议 · help")


def fault_table() -> str:
    """The kinds of fault."""
    return table(_HEAD, [_row(kind.code, *kind.value) for kind in FaultKind])


def form_problem_table() -> str:
    """What can be wrong with a file that should hold a form."""
    return table(_HEAD, [_row(kind.code, *kind.value) for kind in FormProblemKind])


def reason_table() -> str:
    """Why a cell cannot be read as a number or a date."""
    return table(("原因", "reason"), [(said(reason.zh), said(reason.en)) for reason in Reason])


def _row(name: str, zh: str, en: str, zh_help: str, en_help: str) -> tuple[str, str, str]:
    return code(name), f"{blanks(zh)}<br>{blanks(en)}", f"{blanks(zh_help)}<br>{blanks(en_help)}"
