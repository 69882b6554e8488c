"""A program that uses the library as a stranger would. It is type-checked and run by `test_api.py`."""

from __future__ import annotations

import sys
from fractions import Fraction

import evalrules
from evalrules import Evaluation, Form, FormProblem, IndicatorValue, Policy, RowScore, TotalScore


def score(path: str) -> Evaluation:
    """The evaluation of a form by the policy of 盐池县."""
    policy: Policy = evalrules.load("yanchi-2022")
    form: Form = evalrules.read_form(path)
    return policy.evaluate(form)


def satisfaction(evaluation: Evaluation) -> RowScore:
    """The row about the public's satisfaction."""
    (row,) = (row for row in evaluation.rows if row.name == "群众满意度")
    return row


def main(path: str) -> str:
    """What is to be printed."""
    try:
        evaluation = score(path)
    except (evalrules.PolicyError, evalrules.FormError) as error:
        return str(error)
    problems: tuple[FormProblem, ...] = evaluation.problems
    total: TotalScore = evaluation.total
    awarded: Fraction | None = total.awarded
    row = satisfaction(evaluation)
    grade: str | None = evaluation.grade
    value: IndicatorValue = evalrules.parse_value("≥90%")
    words: str = evaluation.explain(row=row.name, detail="full", format="text", lang="en")
    assert words
    assert value.number == Fraction(90)
    assert not problems
    assert grade is None
    return f"{evaluation.derivation.policy} {awarded} {total.self_score} {row.status} {row.awarded}"


if __name__ == "__main__":
    print(main(sys.argv[1]))
