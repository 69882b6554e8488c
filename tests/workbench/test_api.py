"""The library as a program uses it: the public names, exact, frozen, typed, and safe between threads."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest
from attrs.exceptions import FrozenInstanceError

import evalrules
from evalrules import Evaluation, FormError, Policy
from evalrules.readers import read_form_text
from tests.workbench.conftest import EXAMPLE, form_text, policy_text, put

ROOT = Path(__file__).parents[2]
CLIENT = Path(__file__).with_name("client.py")


@pytest.fixture
def policy() -> Policy:
    return evalrules.load("yanchi-2022")


@pytest.fixture
def evaluation(policy: Policy) -> Evaluation:
    return policy.evaluate(evalrules.read_form(EXAMPLE))


def fractions(*numbers: str) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, numbers))


def test_the_founding_form_has_its_scores(evaluation: Evaluation) -> None:
    """99.50 by the rules against the 96 on the form; two rows rest on judgements, so 79.50 is possible."""
    total = evaluation.total
    assert (total.awarded, total.self_score, total.points) == fractions("99.5", "96", "100")
    assert (total.lowest, total.highest) == fractions("79.5", "99.5")
    by_name = {row.name: row for row in evaluation.rows}
    satisfaction = by_name["群众满意度"]
    assert (satisfaction.awarded, satisfaction.self_score, satisfaction.points) == fractions("9.5", "6", "10")
    assert (satisfaction.status, satisfaction.rule) == ("computed", "满意度")
    judged = [row for row in evaluation.rows if row.status == "judged"]
    assert [(row.awarded, row.lowest, row.highest) for row in judged] == [fractions("10", "0", "10")] * 2


def test_what_is_due_is_told(evaluation: Evaluation) -> None:
    """One check speaks, the others are silent; the policy has no grades; the form has no problems."""
    assert [check.name for check in evaluation.checks] == ["目标不可计算"]
    assert evaluation.grade is None
    assert evaluation.problems == ()


def test_the_derivation_belongs_to_the_scores(evaluation: Evaluation) -> None:
    derivation = evaluation.derivation
    assert derivation.policy == "yanchi-2022"
    assert [row.derivation for row in evaluation.rows] == [row for row in derivation.rows if row.status != "unscored"]


def test_an_explanation_is_a_text(evaluation: Evaluation) -> None:
    """In each medium and language, of the whole form or of a row; LookupError where no one row is meant."""
    assert "9.50" in evaluation.explain(row="群众满意度")
    assert "by rule" in evaluation.explain(lang="en", format="markdown", detail="full")
    for name in ("nosuch", "", "维护"):
        with pytest.raises(LookupError):
            evaluation.explain(row=name)


def test_values_are_read_in_public() -> None:
    value = evalrules.parse_value("≥90%")
    assert (value.comparator, value.number, value.unit, value.text) == ("≥", Fraction(90), "%", "≥90%")
    assert [evalrules.parse_value(text).kind.name for text in ("≥90%", "36", "按时完成")] == ["bound", "number", "text"]


def test_everything_is_frozen(policy: Policy, evaluation: Evaluation) -> None:
    form = evalrules.read_form(EXAMPLE)
    for thing, name in (
        (policy, "checked"),
        (evaluation, "derivation"),
        (evaluation.rows[0], "awarded"),
        (evaluation.total, "awarded"),
        (form, "schema"),
    ):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, name, None)
    with pytest.raises(TypeError):
        form.header["year"] = form.header["place"]  # type: ignore[index]


def test_a_form_of_another_schema_is_a_problem(policy: Policy) -> None:
    """It is scored as it reads, since `evaluate` never raises; that it is another form is the first problem."""
    evaluation = policy.evaluate(read_form_text(form_text(), "json", "form.json"))
    assert evaluation.problems[0].code == "other-schema"
    assert evaluation.problems[0].address == "schema"


def test_threads_share_a_policy(policy: Policy, evaluation: Evaluation) -> None:
    """Many at once get what one gets alone: policy, form and evaluation hold nothing that changes."""
    form = evalrules.read_form(EXAMPLE)
    expected = evaluation.explain(format="json")
    together = threading.Barrier(8)

    def work(number: int) -> set[str]:
        together.wait()
        mine = policy if number % 2 else evalrules.load("yanchi-2022")
        return {mine.evaluate(form).explain(format="json") for _ in range(2)} | {evaluation.explain(format="json")}

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(work, range(8)))
    assert results == [{expected}] * 8


def test_loading_one_policy_changes_no_other(library: Path) -> None:
    """There is no state that is everybody's: a namesake in a folder of one's own is loaded only by its path."""
    shipped = evalrules.load("yanchi-2022").title
    put(library / "schemas" / "yanchi-2022.rules", policy_text("yanchi-2022"))
    assert evalrules.load(library / "schemas" / "yanchi-2022.rules").title == "yanchi-2022 办法"
    assert evalrules.load("yanchi-2022").title == shipped


def test_what_cannot_be_had_is_told_by_an_exception_of_ours() -> None:
    """PolicyError and FormError say in both languages what is wrong and what to do."""
    with pytest.raises(evalrules.PolicyError) as no_policy:
        evalrules.load("yanchi-2023")
    assert str(no_policy.value) == (
        "没有名为“yanchi-2023”的政策 (there is no policy called `yanchi-2023`)\n"
        "是否想用“yanchi-2022”？ (did you mean `yanchi-2022`?)"
    )
    with pytest.raises(FormError, match="没有这个文件"):
        evalrules.read_form("nosuch.json")


def test_public_names_are_there_and_no_others() -> None:
    """Each is fetched when it is first asked for."""
    for name in evalrules.__all__:
        assert getattr(evalrules, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'nosuch'"):
        evalrules.nosuch  # noqa: B018


def test_a_client_is_checked_by_its_types() -> None:
    """A small program that uses the public names passes mypy at its strictest, and runs."""
    # In the project's folder, mypy finds what it has worked out when it checked the project itself.
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", str(CLIENT)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    ran = subprocess.run(
        [sys.executable, str(CLIENT), str(EXAMPLE)], capture_output=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stdout) == (0, "yanchi-2022 199/2 96 computed 19/2\n"), ran.stderr
