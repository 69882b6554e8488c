"""Looks for a form on which a policy breaks a law of the language, or a claim of its author."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import cast

from attrs import evolve, frozen
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from evalrules.language.policy import expression as ex
from evalrules.language.policy.definition import Cap, Holds, Invariant, Monotone
from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, FieldType, Record, RecordKind, Role
from evalrules.language.values import parse_value, show_number
from evalrules.pipeline import score
from evalrules.study.candidates import Matter, matter_of, texts_for
from evalrules.study.claims import Step, asked_of, broken_in, goes_along, is_in_scope
from evalrules.testing import laws
from evalrules.testing.cells import cells_of
from evalrules.testing.forms import form_from_cells
from evalrules.testing.kit import LAWS, any_form_for

_HUGE = ("999999999999999", "1e999999999", "-1", "—", "≥90%", "80%-90%")


@frozen
class Counterexample:
    """A form on which a claim fails, as small as one was found; `others` are forms that it is compared with."""

    form: Form
    others: tuple[Form, ...]
    why: str


@frozen
class Finding:
    """A claim, and the form on which it fails; None: none was found."""

    name: str
    invariant: Invariant | None
    """the author's claim; None: a law of the language"""
    counterexample: Counterexample | None


_Ask = Callable[[object], Counterexample | None]


def fuzz(policy: CheckedPolicy, examples: int, seed: int) -> tuple[Finding, ...]:
    """Every law of the language and every claim of `policy`, each asked of `examples` forms; `seed` says which."""
    return (*_findings(policy, examples, seed), *ask_claims(policy, examples, seed))


def ask_claims(policy: CheckedPolicy, examples: int, seed: int) -> tuple[Finding, ...]:
    """Every claim of the author, and no law of the language, as `fuzz` asks them."""
    forms = any_form_for(policy) | telling_forms(policy)
    return tuple(_asked(policy, each, forms, examples, seed) for each in policy.invariants)


def _findings(policy: CheckedPolicy, examples: int, seed: int) -> Iterator[Finding]:
    forms = any_form_for(policy) | telling_forms(policy)
    for law in LAWS:
        arguments = st.tuples(*law.asked_with)
        ask = _law(law.holds, policy)
        yield Finding(law.holds.__name__, None, _search(st.tuples(forms, arguments), ask, examples, seed))
    yield Finding("law_one_rule", None, _search(forms, _one_rule(policy), examples, seed))
    if _promises_caps(policy):
        ask = _law(laws.law_award_within_points, policy)
        yield Finding(
            "law_award_within_points", None, _search(st.tuples(telling_forms(policy), st.just(())), ask, examples, seed)
        )


def _asked(
    policy: CheckedPolicy, invariant: Invariant, forms: st.SearchStrategy[Form], examples: int, seed: int
) -> Finding:
    asked, claim = asked_of(policy, invariant), invariant.claim
    match claim:
        case Holds():
            ask = _holds(asked)
            found = _search(forms, ask, examples, seed)
            found = _pruned(found, ask) if found else None
        case Monotone():
            found = _search(steps_for(policy, claim), _monotone(policy, asked, claim), examples, seed)
    return Finding(invariant.name, invariant, found)


def _search(strategy: st.SearchStrategy[object], ask: _Ask, examples: int, seed: int) -> Counterexample | None:
    """The smallest counterexample among what `strategy` draws, if there is one."""
    found: list[Counterexample] = []

    @seeded(seed)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
        print_blob=False,
        report_multiple_bugs=False,
    )
    @given(strategy)
    def hold(drawn: object) -> None:
        counterexample = ask(drawn)
        if counterexample is not None:
            found.append(counterexample)
            raise AssertionError

    try:
        hold()
    except AssertionError:  # hypothesis ends with the smallest
        return found[-1]
    return None


# ---- what is asked -------------------------------------------------------------------------------


def _law(law: Callable[..., None], policy: CheckedPolicy) -> _Ask:
    def ask(drawn: object) -> Counterexample | None:
        form, arguments = cast("tuple[Form, tuple[object, ...]]", drawn)
        try:
            law(policy, form, *arguments)
        except AssertionError as broken:
            return Counterexample(form, (), str(broken))
        return None

    return ask


def _one_rule(policy: CheckedPolicy) -> _Ask:
    """Every row comes under one rule, is void or not applicable, or has a fault that says why not."""

    def ask(drawn: object) -> Counterexample | None:
        assert isinstance(drawn, Form)
        for row in score(policy, drawn).rows:
            if row.rule is None and row.status not in ("void", "not-applicable", "fault"):
                return Counterexample(drawn, (), f"{row.label}: {row.status}")
        return None

    return ask


def _holds(asked: CheckedPolicy) -> _Ask:
    def ask(drawn: object) -> Counterexample | None:
        assert isinstance(drawn, Form)
        broken = broken_in(asked, drawn)[1]
        return Counterexample(drawn, (), "") if broken else None

    return ask


def _monotone(policy: CheckedPolicy, asked: CheckedPolicy, claim: Monotone) -> _Ask:
    def ask(drawn: object) -> Counterexample | None:
        if not isinstance(drawn, Step) or not is_in_scope(asked, drawn) or goes_along(policy, claim, drawn):
            return None
        return Counterexample(drawn.less, (drawn.more,), "")

    return ask


def _promises_caps(policy: CheckedPolicy) -> bool:
    """Whether every row ends with a cap at its points."""
    return any(
        isinstance(step, Cap)
        and step.condition is None
        and isinstance(step.limit, ex.Given)
        and Role.MAXIMUM in step.limit.field.roles
        for each in policy.each_row
        if each.scope is None
        for step in each.adjustments
    )


# ---- forms ---------------------------------------------------------------------------------------


@st.composite
def telling_forms(draw: st.DrawFn, policy: CheckedPolicy) -> Form:
    """Forms whose cells are those that matter to `policy`: its words, its edges and what lies beside them."""
    matter = matter_of(policy)
    header: Mapping[str, str] = {}
    records: dict[str, list[Mapping[str, str]]] = {}
    for record in policy.schema.records:
        if record.kind is RecordKind.HEADER:
            header = draw(_row(record, matter))
            continue
        most = 1 if record.kind is RecordKind.SINGLE else 2
        records[record.en] = draw(st.lists(_row(record, matter), max_size=most))
    return form_from_cells(policy.schema.name, header, records)


@st.composite
def _row(draw: st.DrawFn, record: Record, matter: Matter) -> Mapping[str, str]:
    cells: dict[str, str] = {}
    for field in record.fields:
        telling = tuple(dict.fromkeys(texts_for(field, record, cells, matter)))
        if telling and draw(st.integers(0, 19)) != 19:
            text = draw(st.sampled_from(("", *telling)))
        else:
            text = draw(st.sampled_from(_HUGE) | cells_of(field.type).filter(_fits_a_line))
        if text:
            cells[field.en] = text
    return cells


def _fits_a_line(text: str) -> bool:
    return text.isprintable()


@st.composite
def steps_for(draw: st.DrawFn, policy: CheckedPolicy, claim: Monotone) -> Step | None:
    """A row, and the same row with a greater number in the field of the claim; None where its cell holds no number."""
    record = policy.schema.record_named(claim.along.record)
    assert record is not None
    cells = dict(draw(_row(record, matter_of(policy))))
    unit = next((parse_value(cells[each.en]).unit for each in record.fields if _is_target(each, cells)), "")
    low = draw(st.sampled_from([Fraction(each) for each in (0, 1, 50, 90, 100)]))
    high = low + draw(st.sampled_from([Fraction(1, 100), Fraction(1), Fraction(10), Fraction(100)]))
    less, more = (
        form_from_cells(policy.schema.name, {}, {record.en: [{**cells, claim.along.en: show_number(number) + unit}]})
        for number in (low, high)
    )
    return Step(less, more, record.en, 0)


def _is_target(field: Field, cells: Mapping[str, str]) -> bool:
    return field.type is FieldType.TARGET and field.en in cells


# ---- what a counterexample does not need ---------------------------------------------------------


def _pruned(found: Counterexample, again: Callable[[Form], Counterexample | None]) -> Counterexample:
    """`found` without the rows and the cells that it does without."""
    smaller = True
    while smaller:
        smaller = False
        for form in _without_one(found.form):
            still = again(form)
            if still is not None:
                found, smaller = still, True
                break
    return found


def _without_one(form: Form) -> Iterator[Form]:
    if form.header:
        yield evolve(form, header={})
    for name, rows in form.records.items():
        for at, row in enumerate(rows):
            yield evolve(form, records={**form.records, name: (*rows[:at], *rows[at + 1 :])})
            for cell in row.cells:
                fewer = evolve(row, cells={key: each for key, each in row.cells.items() if key != cell})
                yield evolve(form, records={**form.records, name: (*rows[:at], fewer, *rows[at + 1 :])})
