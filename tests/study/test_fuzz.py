"""Claims of a policy are asked of many forms; what breaks them is small, explained, and an example that can be kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.meaning.examples import disagreements
from evalrules.testing.fuzz import Finding, ask_claims
from evalrules.views.counterexamples import counterexample_examples
from evalrules.workbench.cli import main
from tests.study.fixture import POLICY, policy_with

CAPPED = "\n不变量 超支不得满分 [注 2]\n  对 资金 中 全年执行数 > 全年预算数\n  要求 得分 < 分值\n"
MORE = "\n不变量 多做不少得 [注 2]\n  对 指标 中 年度指标值 是 数 且 年度指标值 > 0\n  得分 随 实际完成值 不减\n"
LESS = MORE.replace("多做不少得", "少做不多得").replace("不减", "不增")
OF_FORM = "\n不变量 总分不高 [注 2]\n  要求 总分 < 20\n"


def broken(policy: CheckedPolicy) -> dict[str, Finding]:
    """The author's claims that fail, by name."""
    return {each.name: each for each in ask_claims(policy, 40, 7) if each.counterexample}


def test_claims_that_fail_are_refuted_and_others_are_not() -> None:
    """Of rows, of the form, along a field; each counterexample is an example that parses and holds as it is."""
    policy = policy_with(CAPPED + MORE + LESS + OF_FORM)
    found = broken(policy)
    assert set(found) == {"超支不得满分", "少做不多得", "总分不高"}
    for finding in found.values():
        pasted = policy_with("\n" + counterexample_examples(policy, finding, "zh") + "\n", POLICY)
        assert pasted.examples
        assert disagreements(pasted) == ()
    counterexample = found["超支不得满分"].counterexample
    assert counterexample is not None
    assert [len(rows) for rows in counterexample.form.records.values() if rows] == [1]


def test_the_same_seed_draws_the_same_forms() -> None:
    """Twice asked, the same counterexample."""
    policy = policy_with(CAPPED)
    assert broken(policy) == broken(policy)


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("不变量 甲 [注 2] 对 指标 得分 随 完成 不减\n", "unknown-field"),
        ("不变量 甲 [注 2] 对 指标 要求 得分 < 分数线\n", "unknown-name"),
        ("不变量 甲 [注 2] 对 指标 要求 分值\n", "wrong-type"),
    ],
)
def test_what_a_claim_names_must_be_there(claim: str, code: str) -> None:
    """It is checked like any condition."""
    with pytest.raises(AssertionError):
        policy_with(claim)
    from evalrules.language.source import Source
    from evalrules.library.shelf import Shelf, shipped
    from evalrules.pipeline import compile_policy

    found = compile_policy(Source("p.rules", POLICY + claim), Shelf(shipped())).problems
    assert code in [each.code for each in found]


def test_the_command_says_what_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 where nothing was found, 1 with the worked lines and an example where something was, 2 for wrong usage."""
    path = tmp_path / "small-1.rules"
    path.write_text(POLICY + CAPPED, encoding="utf-8")
    assert main(["fuzz", str(path), "--examples", "10"]) == 1
    shown = capsys.readouterr().out
    assert "不变量“超支不得满分”：不成立" in shown
    assert "不高于 分值 " in shown
    assert '示例 "反例：超支不得满分"' in shown
    path.write_text(POLICY, encoding="utf-8")
    assert main(["fuzz", str(path), "--examples", "2", "--format", "json"]) == 0
    assert main(["fuzz", str(path), "--examples", "0"]) == 2


def test_without_hypothesis_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest of evalrules does not need it."""
    for name in [each for each in sys.modules if each.startswith("evalrules.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    path = tmp_path / "small-1.rules"
    path.write_text(POLICY, encoding="utf-8")
    assert main(["fuzz", str(path)]) == 1
    assert "evalrules[testing]" in capsys.readouterr().err
