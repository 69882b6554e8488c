"""Puts fragments of a policy into a frame in which nothing else is wrong, and checks them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from attrs import frozen

from evalrules.language.check import Checked, check_policy, check_schema, resolve_policy
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Problem
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.meaning.functions import SIGNATURES

PROJECT = files("evalrules.policies").joinpath("schemas/project.rules").read_text(encoding="utf-8")

HEAD = """\
政策 p-1
  适用 project
  语言版本 1
"""
WHOLE = ("政策", "表式", "依据")
"""What a text that is a file of its own begins with."""

# What every policy needs, and the words of a fragment that already has it.
FILLERS: Mapping[str, str] = {
    "依据 注 ": '依据 注 官方 "表下注"',
    "每行 ": "每行 四舍五入 至 0.01 [注 1]",
    "总分 合计": "总分 合计（得分） 不舍入 [注 1]",
}
RULES: Mapping[str, str] = {
    "指标": "规则 指标得分 [注 1] 对 指标 得分 分值",
    "资金": "规则 资金得分 [注 1] 对 资金 得分 分值",
}

BASE = """\
政策 base-1
  名称 "平台通用规则"
  适用 project
  语言版本 1
依据 注 官方 "表下注"
参数 过完成 = 120% [注 3]
参数 满分线 = 95 [注 3] 不得改动
规则 指标得分 [注 1]
  对 指标
  当 实际完成值 ≥ 年度指标值 得分 分值
  否则 得分 实际完成值 ÷ 年度指标值 × 分值
规则 资金得分 [注 2] 不得改动
  对 资金
  得分 全年执行数 ÷ 全年预算数 × 分值
每行 四舍五入 至 0.01 [注 1]
总分 合计（得分） 不舍入 [注 1]
校验 过完成 [注 3]
  对 指标
  当 实际完成值 > 年度指标值 × 过完成 警告 "{指标名称} 完成值偏离目标较大"
校验 满分 [注 3]
  当 总分 ≥ 满分线 提示 "总分不低于 {满分线}"
示例 "完成一半"
  行 指标 年度指标值 10 实际完成值 5 分值 10 应得 5
"""
BROKEN = HEAD.replace("p-1", "broken-1") + "参数 甲 = 乙\n参数 丙 = 丁\n"
TIERS = """\
政策 tiers-1
  适用 project
  语言版本 1
依据 注 官方 "表下注"
规则 定性 [注 2]
  对 指标
  得分 按档
    达成："80%" 至 100%（含） × 分值
    部分达成：50%（含）至 80%（不含） × 分值
    未达成：0（含）至 50%（不含） × 分值
规则 资金得分 [注 1]
  对 资金
  得分 分段 全年执行数 ÷ 全年预算数
    ≥ 90%：分值
    60%（含）至 90%（不含）：分值 × 50%
    其余：0
每行 四舍五入 至 0.01 [注 1]
总分 合计（得分） 不舍入 [注 1]
等级 总分
  优： ≥ 90
  良：80（含）至 90（不含）
  差： < 80
""".replace('"80%" 至', "80%（含）至")
LOOPS = {
    "loop-1": "政策 loop-1\n  修订 loop-2\n  语言版本 1\n",
    "loop-2": "政策 loop-2\n  修订 loop-1\n  语言版本 1\n",
}


@frozen
class Texts:
    """A library of texts by name."""

    schemas: Mapping[str, str]
    policies: Mapping[str, str]

    def schema_source(self, name: str) -> Source | None:
        return Source(f"{name}.rules", self.schemas[name]) if name in self.schemas else None

    def policy_source(self, id: str) -> Source | None:
        return Source(f"{id}.rules", self.policies[id]) if id in self.policies else None

    def policy_ids(self) -> tuple[str, ...]:
        return tuple(self.policies)

    def schema_names(self) -> tuple[str, ...]:
        return tuple(self.schemas)


LIBRARY = Texts({"project": PROJECT}, {"base-1": BASE, "broken-1": BROKEN, "tiers-1": TIERS, **LOOPS})


def framed(fragment: str) -> str:
    """A whole file around `fragment`, unless it is one already."""
    if fragment.startswith(WHOLE):
        return fragment
    squeezed = " ".join(fragment.split())
    fillers = [text for words, text in FILLERS.items() if words not in squeezed]
    rules = [text for part, text in RULES.items() if part not in _ruled(squeezed)]
    return "\n".join([HEAD + fragment.rstrip(), *fillers, *rules, ""])


def _ruled(squeezed: str) -> set[str]:
    """The parts of the form for which a fragment has rules."""
    scopes = [rule.partition("对 ")[2].split()[:2] for rule in squeezed.split("规则 ")[1:]]
    return {word for scope in scopes for word in scope}


def check(fragment: str, library: Texts = LIBRARY) -> Checked:
    """What checking `fragment` in its frame finds, the parser's problems first."""
    return check_file(framed(fragment), library)


def check_file(text: str, library: Texts = LIBRARY) -> Checked:
    """What checking a whole file finds, the parser's problems first."""
    parsed = parse(Source("p-1.rules", text))
    if text.startswith("表式"):
        schema = check_schema(parsed.document, library)
        return Checked(None, (*parsed.problems, *schema.problems))
    checked = check_policy(parsed.document, library, SIGNATURES)
    return Checked(checked.policy, (*parsed.problems, *checked.problems))


def problems_in(fragment: str) -> list[tuple[str, str]]:
    """The code of each problem of `fragment`, and the text that it underlines."""
    return [(each.code, each.span.text) for each in check(fragment).problems]


def problem_in(fragment: str, library: Texts = LIBRARY) -> Problem:
    """The one problem of `fragment`."""
    checked = check(fragment, library)
    assert len(checked.problems) == 1, [each.message().zh for each in checked.problems]
    return checked.problems[0]


def policy_of(fragment: str, library: Texts = LIBRARY) -> CheckedPolicy:
    """The policy that `fragment` makes in its frame, whether or not its rules and bands cover everything."""
    parsed = parse(Source("p-1.rules", framed(fragment)))
    checked = resolve_policy(parsed.document, library, SIGNATURES)
    assert checked.policy is not None, [(each.span.place, each.message().zh) for each in checked.problems]
    return checked.policy
