"""Scores small forms by small policies, so that a test can look at how the result is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from attrs import frozen

from evalrules.language.check import check_policy
from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Severity
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.meaning.contrast import Contrast, contrasts
from evalrules.meaning.derivation import Derivation
from evalrules.meaning.derive import derive
from evalrules.meaning.facts import facts_from_form
from evalrules.meaning.functions import SIGNATURES
from evalrules.readers import read_form
from evalrules.views.compose.explanation import compose_explanation, compose_rows
from evalrules.views.compose.telling import Detail
from evalrules.views.draw.text import draw_text
from evalrules.views.page import Lang, Page
from evalrules.views.selection import rows_named

SHIPPED = Path(str(files("evalrules.policies")))
EXAMPLES = Path(__file__).parents[2] / "examples"

HEAD = """\
政策 p-1
  名称 "试行办法"
  适用 project
  语言版本 1
依据 办法 官方 "试行办法"
"""
# What every policy needs; rules that speak of it themselves do without.
FILLERS = {
    "规则 资金": "规则 资金 [办法 第9条] 对 资金 得分 分值\n",
    "每行": "每行 四舍五入 至 0.01 [办法 第8条]\n",
    "总分": "总分 合计（得分） 不舍入 [办法 第8条]\n",
}

Cells = Mapping[str, str]


@frozen
class Texts:
    """Policies by name, and the schema that the project ships."""

    policies: Mapping[str, str]

    def schema_source(self, name: str) -> Source | None:
        path = SHIPPED / "schemas" / f"{name}.rules"
        return Source(path.name, path.read_text(encoding="utf-8")) if path.exists() else None

    def policy_source(self, id: str) -> Source | None:
        return Source(f"{id}.rules", self.policies[id]) if id in self.policies else None

    def policy_ids(self) -> Iterable[str]:
        return self.policies

    def schema_names(self) -> Iterable[str]:
        return ("project",)


@frozen
class Scene:
    """A form, scored."""

    policy: CheckedPolicy
    derivation: Derivation
    contrasts: tuple[Contrast, ...]

    def page(self, lang: Lang = "zh", detail: Detail = "brief") -> Page:
        """The whole explanation."""
        return compose_explanation(self.derivation, self.policy, lang, detail, self.contrasts)

    def told(self, lang: Lang = "zh", detail: Detail = "brief") -> str:
        """The whole explanation, on lines that are not broken."""
        return draw_text(self.page(lang, detail), width=10_000)

    def row(self, name: str, lang: Lang = "zh", detail: Detail = "brief") -> str:
        """How one row is told."""
        rows = rows_named(self.derivation, name, self.policy.schema)
        page = compose_rows(rows, self.derivation, self.policy, lang, detail, self.contrasts)
        return draw_text(page, width=10_000).partition("\n\n")[2].partition("\n\n")[2]


def policy_from(text: str, others: Mapping[str, str] | None = None) -> CheckedPolicy:
    """The policy that `text` declares; it must be free of errors."""
    parsed = parse(Source("p-1.rules", text))
    checked = check_policy(parsed.document, Texts(others or {}), SIGNATURES)
    problems = (*parsed.problems, *checked.problems)
    errors = [(p.span.place, p.message().zh) for p in problems if p.severity is Severity.ERROR]
    assert not errors, errors
    assert checked.policy is not None
    return checked.policy


def scene(policy: CheckedPolicy, form: Form) -> Scene:
    facts = facts_from_form(form, policy.schema)
    derivation = derive(policy, facts)
    return Scene(policy, derivation, contrasts(policy, facts, derivation.rows))


def scored(rules: str, *indicators: Cells, total: Cells | None = None) -> Scene:
    """A form of indicators, scored by the declarations `rules`; what every policy needs is filled in."""
    lines = rules.splitlines()
    rest = "".join(text for word, text in FILLERS.items() if not any(line.startswith(word) for line in lines))
    return scene(policy_from(f"{HEAD}{rules}\n{rest}"), form_of(*indicators, total=total))


def form_of(*indicators: Cells, total: Cells | None = None) -> Form:
    records = {"indicators": tuple(_row(cells, f"indicators[{at}]") for at, cells in enumerate(indicators))}
    if total is not None:
        records["total"] = (_row(total, "total"),)
    return Form("form.json", "project", {}, records)


def _row(cells: Cells, address: str) -> FormRow:
    return FormRow({name: Cell(text, f"{address}.{name}") for name, text in cells.items()}, address)


@cache
def yanchi() -> Scene:
    """盐池县's published form of 2022, scored by the policy of the library."""
    path = SHIPPED / "cn" / "ningxia" / "yanchi" / "yanchi-2022.rules"
    parsed = parse(Source(path.name, path.read_text(encoding="utf-8")))
    checked = check_policy(parsed.document, Texts({}), SIGNATURES)
    assert checked.policy is not None
    return scene(checked.policy, read_form(EXAMPLES / "yanchi-2022" / "form.json"))
