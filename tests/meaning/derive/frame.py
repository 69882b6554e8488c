"""Small policies over the `project` form, and what they make of small forms, in few words."""

from __future__ import annotations

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.values import Absent, Quantity, Truth, show_quantity
from evalrules.meaning.derivation import Derivation, Outcome, RowDerivation
from evalrules.meaning.fault import Fault
from evalrules.pipeline import score
from evalrules.testing.forms import form_from_cells
from evalrules.testing.policies import policy_from_text

HEAD = """\
政策 small
  名称 "小政策" 适用 project 年度 2022 语言版本 1
依据 表 官方 "表"
"""
UNROUNDED = "每行\n  不舍入\n"
LIMITED = "每行\n  不低于 0\n  不高于 分值\n  不舍入\n"
SUM = "总分 合计（得分）\n  不舍入\n"

Cells = dict[str, str]


def policy(declarations: str, each_row: str = UNROUNDED, total: str = SUM) -> CheckedPolicy:
    """The policy of `declarations`, which rounds nothing and adds up its rows unless it is told otherwise."""
    return policy_from_text("\n".join([HEAD, declarations, each_row, total]))


def rule(body: str, each_row: str = UNROUNDED) -> CheckedPolicy:
    """A policy of one rule, for all rows of 指标."""
    return policy(f"规则 甲 [表]\n  对 指标\n{body}", each_row)


def scored(policy: CheckedPolicy, *indicators: Cells, **records: Cells) -> Derivation:
    """What `policy` makes of a form with these rows of 指标, and one row of each other record that is named."""
    rows = {"indicators": indicators, **{name: (cells,) for name, cells in records.items()}}
    return score(policy, form_from_cells("project", {}, rows))


def row_of(policy: CheckedPolicy, **cells: str) -> RowDerivation:
    """What `policy` makes of one row of 指标; it bears 10 points unless it is told otherwise."""
    return scored(policy, {"points": "10", **cells}).rows[0]


def earned(policy: CheckedPolicy, **cells: str) -> str:
    """What that row earns: a number, a stretch, or the code of a fault."""
    row = row_of(policy, **cells)
    return shown(row.admitted if isinstance(row.awarded, Absent) else row.awarded)


def shown(outcome: Outcome) -> str:
    """A number or a stretch of numbers, the code of a fault, an answer, or — for nothing."""
    match outcome:
        case Quantity():
            return show_quantity(outcome)
        case Fault():
            return outcome.kind.code
        case Truth(value=value):
            return {True: "yes", False: "no", None: "open"}[value]
        case _:
            return "—"
