"""The library as other tools see it: load a policy, read a form, evaluate, ask for reasons.

Everything is frozen and may be shared between threads.
"""

from __future__ import annotations

from fractions import Fraction
from os import PathLike
from typing import TYPE_CHECKING, Literal

from attrs import evolve, field, frozen

from evalrules.language.policy.form import Form, FormProblem
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.values import Quantity, high_of, low_of
from evalrules.meaning.derivation import Checked, Derivation, Outcome, RowDerivation, Status
from evalrules.meaning.derive import derive
from evalrules.meaning.facts import Facts, facts_from_form
from evalrules.workbench.loading import load_policy
from evalrules.workbench.refusal import other_schema

if TYPE_CHECKING:
    from evalrules.meaning.contrast import Contrast

Format = Literal["text", "json", "markdown", "html"]
Detail = Literal["brief", "full"]
Lang = Literal["zh", "en"]


@frozen
class RowScore:
    """A row of an evaluation. Numbers are exact; None where the rules do not give one.

    `lowest` and `highest` are what the rule admits on the facts given, before anybody judges.
    """

    section: str
    index: int
    name: str
    status: Status
    rule: str | None
    points: Fraction | None
    awarded: Fraction | None
    lowest: Fraction | None
    highest: Fraction | None
    self_score: Fraction | None
    derivation: RowDerivation = field(repr=False)


@frozen
class TotalScore:
    """The total of an evaluation; `awarded` is None while something in it is undecided."""

    points: Fraction | None
    awarded: Fraction | None
    lowest: Fraction | None
    highest: Fraction | None
    self_score: Fraction | None


@frozen
class Evaluation:
    """What a policy makes of a form."""

    policy: CheckedPolicy = field(repr=False)
    facts: Facts = field(repr=False)
    derivation: Derivation = field(repr=False)

    @property
    def problems(self) -> tuple[FormProblem, ...]:
        """What is wrong with the form itself: unknown fields, cells that could not be read in."""
        return self.facts.problems

    @property
    def rows(self) -> tuple[RowScore, ...]:
        """The scored rows, in the order of the form."""
        return tuple(row_score(row) for row in self.derivation.rows if row.status != "unscored")

    @property
    def total(self) -> TotalScore:
        total = self.derivation.total
        awarded, admitted = (total.awarded, total.admitted) if total else (None, None)
        return TotalScore(
            exact(self.derivation.points_total),
            exact(awarded),
            lowest(admitted),
            highest(admitted),
            exact(self.derivation.claimed_total),
        )

    @property
    def grade(self) -> str | None:
        """The grade, if the policy has grades and the total decides it."""
        grade = self.derivation.grade
        return grade.grades[0] if grade and len(grade.grades) == 1 else None

    @property
    def checks(self) -> tuple[Checked, ...]:
        """The checks whose message is due, or cannot be decided."""
        return tuple(check for check in self.derivation.checks if check.due is not False)

    def explain(
        self,
        *,
        row: str | None = None,
        detail: Detail = "brief",
        format: Format = "text",
        lang: Lang = "zh",
    ) -> str:
        """Say how the score came about. Raises LookupError if no row, or more than one, is called `row`."""
        from evalrules.views.explain import explain

        return explain(
            self.policy,
            self.derivation,
            row=row,
            detail=detail,
            format=format,
            lang=lang,
            contrasts=() if format == "json" else self._contrasts(),
        )

    def _contrasts(self) -> tuple[Contrast, ...]:
        """Which other rules would yield what the form claims: said to people, no part of the derivation."""
        from evalrules.meaning.contrast import contrasts

        return contrasts(self.policy, self.facts, self.derivation.rows)


@frozen
class Policy:
    """A checked policy, ready to score forms."""

    checked: CheckedPolicy = field(repr=False)

    @property
    def id(self) -> str:
        return self.checked.id

    @property
    def title(self) -> str:
        return self.checked.title

    def evaluate(self, form: Form) -> Evaluation:
        """Score `form`. Never raises: what is wrong with a form is a fault of the rows it concerns."""
        return evaluate(self.checked, form)


def load(id_or_path: str | PathLike[str]) -> Policy:
    """The policy called `id_or_path` in the library, or in a file. Raises PolicyError, which says why not.

    A string that holds a slash or ends in `.rules` is a path. Policies beside a file are found by it.
    """
    return Policy(load_policy(id_or_path))


def evaluate(policy: CheckedPolicy, form: Form) -> Evaluation:
    """Score `form` by `policy`, with all reasons. A form of another schema is a problem, and scored as it reads."""
    facts = facts_for(policy, form)
    return Evaluation(policy, facts, derive(policy, facts))


def facts_for(policy: CheckedPolicy, form: Form) -> Facts:
    """What `form` says in the terms of the policy's schema; that it follows another one is a problem of it."""
    facts = facts_from_form(form, policy.schema)
    if form.schema not in ("", policy.schema.name):
        return evolve(facts, problems=(_other_schema(policy, form), *facts.problems))
    return facts


def _other_schema(policy: CheckedPolicy, form: Form) -> FormProblem:
    refusal = other_schema(form.schema, policy.id, policy.schema.name)
    return FormProblem(refusal.code, "schema", form.schema, *refusal.message, *refusal.help)


def exact(outcome: Outcome | None) -> Fraction | None:
    """The one number of `outcome`, if it has one."""
    amount = outcome.amount if isinstance(outcome, Quantity) else None
    return amount if isinstance(amount, Fraction) else None


def lowest(outcome: Outcome | None) -> Fraction | None:
    """The least that `outcome` may be; None where it has no least number."""
    return low_of(outcome.amount) if isinstance(outcome, Quantity) else None


def highest(outcome: Outcome | None) -> Fraction | None:
    """The most that `outcome` may be."""
    return high_of(outcome.amount) if isinstance(outcome, Quantity) else None


def row_score(row: RowDerivation) -> RowScore:
    """The numbers of a row, without the reasons."""
    return RowScore(
        section=row.section,
        index=row.index,
        name=row.label,
        status=row.status,
        rule=row.rule,
        points=exact(row.maximum),
        awarded=exact(row.awarded),
        lowest=lowest(row.admitted),
        highest=highest(row.admitted),
        self_score=exact(row.claimed),
        derivation=row,
    )
