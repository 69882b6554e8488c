"""Counterexamples: the form explained, and written as an example ready to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalrules.language.policy.definition import Monotone
from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems.problem import Phrase
from evalrules.pipeline import score
from evalrules.study.claims import asked_of, broken_in
from evalrules.study.example_text import example_text
from evalrules.views.compose.explanation import compose_rows
from evalrules.views.draw.text import draw_text
from evalrules.views.explain import explain
from evalrules.views.page import Lang

if TYPE_CHECKING:
    from evalrules.testing.fuzz import Finding

_LAWS = {
    "law_scoring_is_total": Phrase("任何表格都能计分", "every form is scored"),
    "law_scoring_twice_is_scoring_once": Phrase("同一张表总得同样的分", "one form has one score"),
    "law_silence": Phrase("说明没有提到的内容不影响得分", "what is not mentioned does not matter"),
    "law_certificate": Phrase("每一步都可以独立复核", "every step can be verified"),
    "law_row_order": Phrase("行的先后不影响得分", "the order of rows does not matter"),
    "law_steps_are_idempotent": Phrase("上限、下限、舍入再做一次不变", "caps, floors and roundings are idempotent"),
    "law_judgements_lie_within": Phrase("认定的得分在准予之内", "judgements lie within what is admitted"),
    "law_bounds_hold_their_numbers": Phrase("印作范围的实绩包括其中各数的得分", "bounds hold their numbers"),
    "law_one_rule": Phrase("每行恰有一条规则，或说明为什么没有", "each row has one rule, or a reason why not"),
    "law_award_within_points": Phrase("得分在 0 至分值之间", "awards lie between 0 and the points"),
}
_INVARIANT = Phrase("不变量“{0}”", "invariant “{0}”")
_AS_IT_IS = Phrase(
    "# 规则现在使这个示例成立；改正规则之后，应得的分也要改。",
    "# The rules bear this example out as they are: once they are corrected, so must be what it expects.",
)
_COUNTEREXAMPLE = Phrase("反例：{0}", "counterexample: {0}")
_GREATER = Phrase("反例：{0}，数更大的", "counterexample: {0}, the greater number")


def finding_name(finding: Finding, lang: Lang) -> str:
    """What was claimed."""
    if finding.invariant is None:
        return _LAWS[finding.name].in_(lang)
    return _INVARIANT.in_(lang).format(finding.name)


def counterexample_text(policy: CheckedPolicy, finding: Finding, lang: Lang) -> str:
    """Why the claim fails on the form, worked out, and the form as an example."""
    found = finding.counterexample
    assert found is not None
    worked = [_worked(policy, finding, form, lang) for form in (found.form, *found.others)]
    why = [found.why] if found.why else []
    return "\n\n".join([*why, *worked, _AS_IT_IS.in_(lang) + "\n" + counterexample_examples(policy, finding, lang)])


def counterexample_examples(policy: CheckedPolicy, finding: Finding, lang: Lang) -> str:
    """The forms of a counterexample as examples of what the policy makes of them."""
    found = finding.counterexample
    assert found is not None
    titles = (_COUNTEREXAMPLE, _GREATER)
    forms = zip(titles, (found.form, *found.others), strict=False)
    return "\n".join(
        example_text(policy, title.in_(lang).format(finding.name), form, score(policy, form), lang)
        for title, form in forms
    ).rstrip("\n")


def _worked(policy: CheckedPolicy, finding: Finding, form: Form, lang: Lang) -> str:
    """The rows for which the claim fails; of a claim about the form, the whole form."""
    derivation = score(policy, form)
    if finding.invariant is not None:
        if isinstance(finding.invariant.claim, Monotone):
            return draw_text(compose_rows(derivation.rows, derivation, policy, lang))
        keys = {each.row for each in broken_in(asked_of(policy, finding.invariant), form)[1]}
        rows = tuple(row for row in derivation.rows if (row.section, row.index) in keys)
        if rows:
            return draw_text(compose_rows(rows, derivation, policy, lang))
    return explain(policy, derivation, lang=lang)


def finding_data(policy: CheckedPolicy, finding: Finding, lang: Lang) -> dict[str, object]:
    """A claim as plain data: its name, whether it holds, and the examples that break it."""
    broken = finding.counterexample is not None
    return {
        "name": finding.name,
        "claim": finding_name(finding, lang),
        "invariant": finding.invariant is not None,
        "holds": not broken,
        "example": counterexample_examples(policy, finding, lang) if broken else None,
    }
