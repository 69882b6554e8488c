"""Strategies for what rules award, and for the steps that follow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st

from evalrules.language.syntax import tree
from evalrules.testing.trees.building import maybe, nodes, tuples_of
from evalrules.testing.trees.expressions import band_openings, expressions, names
from evalrules.testing.words import free_names, plain_names, texts

_COMPARISONS = ("=", "<", "≤", ">", "≥")
_ROUNDINGS = ("HALF_UP", "TRUNCATE", "ROUND_UP", "HALF_EVEN")
_NOTHING = st.none()


@st.composite
def cites(draw: st.DrawFn) -> tree.Cite:
    """`[注 3]`: a clause only where there is a source."""
    source = draw(st.just("") | free_names() | st.sampled_from(["财预〔2020〕10号", "注"]))
    clause = draw(st.sampled_from(["", "3", "第 3 条", "表 2、表 4", "“注”"])) if source else ""
    return draw(nodes(tree.Cite, source=st.just(source), clause=st.just(clause)))


@cache
def notes() -> st.SearchStrategy[tree.Notes]:
    """Citations and readings, most often none."""
    some = st.builds(tree.Notes, tuples_of(cites(), most=2), tuples_of(names(), most=2))
    return st.just(tree.Notes()) | some


# ---- stretches -----------------------------------------------------------------------------------


def _bounds(
    values: st.SearchStrategy[tree.Expression], closed: Sequence[bool | None] = (True, False, None)
) -> st.SearchStrategy[tree.Bound]:
    return nodes(tree.Bound, value=values, closed=st.sampled_from(closed))


@st.composite
def admissions(draw: st.DrawFn) -> tree.Admitted:
    """`80%（含）至 100%（含） × 分值`; without a mark before them, factors would belong to the upper end."""
    factors = draw(tuples_of(expressions(), most=2))
    high = _bounds(expressions(), (True, False) if factors else (True, False, None))
    return draw(nodes(tree.Admitted, low=_bounds(expressions()), high=high, factors=st.just(factors)))


def _open_ended() -> st.SearchStrategy[tree.From]:
    return nodes(tree.From, operator=st.sampled_from(_COMPARISONS), value=expressions())


def _stretches(openings: st.SearchStrategy[tree.Expression]) -> st.SearchStrategy[tree.Stretch]:
    between = nodes(tree.Between, low=_bounds(openings), high=_bounds(expressions()))
    return st.one_of(_open_ended(), between, nodes(tree.Rest))


@cache
def stretches() -> st.SearchStrategy[tree.Stretch]:
    """Stretches behind a colon, where they may open in any way."""
    return _stretches(expressions())


def _tiers() -> st.SearchStrategy[tree.Tier]:
    also = tuples_of(texts(), most=2)
    return nodes(tree.Tier, name=plain_names(), also=also, admitted=admissions(), notes=notes())


def _bands() -> st.SearchStrategy[tree.Band]:
    award = expressions() | admissions()
    said = nodes(tree.Band, stretch=_stretches(band_openings()), award=award, notes=notes())
    return said | nodes(tree.Band, stretch=_stretches(band_openings()), award=_unstated(), notes=st.just(tree.Notes()))


def _unstated() -> st.SearchStrategy[tree.Unstated]:
    return nodes(tree.Unstated, reason=texts(), notes=notes())


# ---- outcomes and cases --------------------------------------------------------------------------


@cache
def outcomes() -> st.SearchStrategy[tree.Outcome]:
    """What a case of a rule may say, of every kind."""
    return st.one_of(
        nodes(tree.Exact, award=expressions(), notes=notes()),
        nodes(tree.Admit, admitted=admissions(), notes=notes()),
        nodes(tree.Editable, award=expressions(), admitted=admissions(), notes=notes()),
        nodes(tree.SameAs, rule=free_names(), notes=notes()),
        nodes(tree.ByTier, tiers=tuples_of(_tiers(), fewest=1), notes=notes()),
        nodes(tree.ByBand, subject=expressions(), bands=tuples_of(_bands(), fewest=1), notes=notes()),
        nodes(tree.Unscored, reason=texts(), notes=notes()),
        _unstated(),
    )


@cache
def cases() -> st.SearchStrategy[tree.Case]:
    """`当 … 得分 …`, `否则 得分 …`, or an outcome alone."""
    guarded = nodes(tree.Case, condition=expressions(), otherwise=st.just(False), outcome=outcomes())
    unguarded = nodes(tree.Case, condition=_NOTHING, otherwise=st.booleans(), outcome=outcomes())
    return guarded | unguarded


@cache
def choices() -> st.SearchStrategy[tree.Choice]:
    """Quantities given by cases: `当 …，取 …  否则，取 …`."""
    case = nodes(tree.ValueCase, condition=maybe(expressions()), value=expressions(), notes=notes())
    return nodes(tree.Choice, in_order=st.booleans(), cases=tuples_of(case, fewest=1))


# ---- steps ---------------------------------------------------------------------------------------


def _step(
    kinds: Sequence[str],
    operand: st.SearchStrategy[object],
    by_steps: st.SearchStrategy[object] = _NOTHING,
    up_to: st.SearchStrategy[object] = _NOTHING,
    condition: st.SearchStrategy[object] | None = None,
) -> st.SearchStrategy[tree.Step]:
    return nodes(
        tree.Step,
        kind=st.sampled_from(kinds),
        operand=operand,
        by_steps=by_steps,
        up_to=up_to,
        condition=maybe(expressions()) if condition is None else condition,
        notes=notes(),
    )


def _by_steps() -> st.SearchStrategy[tree.BySteps]:
    counting = st.sampled_from(("WHOLE_STEPS", "STARTED_STEPS", "PRO_RATA"))
    return nodes(tree.BySteps, size=expressions(), amount=expressions(), counting=counting)


@cache
def steps() -> st.SearchStrategy[tree.Step]:
    """Steps after an award, of every kind."""
    limit = maybe(expressions())
    return st.one_of(
        _step(("AT_LEAST", "AT_MOST"), expressions()),
        _step(("BONUS",), expressions(), up_to=limit),
        _step(("DEDUCT",), expressions(), maybe(_by_steps()), limit),
        _step(_ROUNDINGS, expressions()),
        _step(("UNROUNDED",), _NOTHING, condition=_NOTHING),
    )
