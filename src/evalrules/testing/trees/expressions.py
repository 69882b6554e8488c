"""Strategies for expressions, and for the scopes that stand inside them."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from evalrules.language.keywords import TOKEN_OF_WORD
from evalrules.language.syntax import tree
from evalrules.testing.trees.building import NOWHERE, maybe, nodes, short, tuples_of
from evalrules.testing.words import digits, free_names, iso_dates, names_but, plain_names, texts

_ARITHMETIC = ("+", "−", "×", "÷")
_OTHER_OPERATORS = ("=", "≠", "<", "≤", ">", "≥", "and", "or")
_UNITS = ("", "PERCENT", "PER_MILLE", "YUAN", "WAN_YUAN", "YI_YUAN", "PERCENTAGE_POINT", "DAYS")
_OPENING = ("NOT", "FOR", "THIS_ROW", "THIS_FORM")
"""Keywords that may open an expression."""
_KINDS = (
    "TEXT", "NUMBER_KIND", "CEILING", "FLOOR", "STRICT_CEILING", "STRICT_FLOOR", "EXACT", "DATE_KIND", "RANGE",
)  # fmt: skip


def quantities() -> st.SearchStrategy[tree.Number]:
    """`80%`, `13 万元`, `0.5`."""
    return nodes(tree.Number, digits=digits(), unit=st.sampled_from(_UNITS))


def _names() -> st.SearchStrategy[tree.Name]:
    return nodes(tree.Name, name=names_but(*_OPENING))


def _atoms() -> st.SearchStrategy[tree.Expression]:
    return st.one_of(
        quantities(),
        _names(),
        nodes(tree.String, text=texts()),
        nodes(tree.Date, iso=iso_dates()),
        nodes(tree.Outer, of=st.sampled_from(("THIS_ROW", "THIS_FORM")), name=plain_names()),
    )


def _arithmetic(inner: st.SearchStrategy[tree.Expression]) -> st.SearchStrategy[tree.Expression]:
    return st.one_of(
        nodes(tree.Binary, operator=st.sampled_from(_ARITHMETIC), left=inner, right=inner),
        nodes(tree.Negative, operand=inner),
        nodes(tree.IfMissing, subject=inner, default=inner),
        nodes(tree.Call, function=names_but(*_OPENING), arguments=tuples_of(inner, fewest=1)),
        nodes(
            tree.Gathering,
            function=names_but(*_OPENING),
            body=maybe(inner),
            scope=_scopes(inner),
        ),
    )


def _logic(inner: st.SearchStrategy[tree.Expression]) -> st.SearchStrategy[tree.Expression]:
    return st.one_of(
        nodes(tree.Binary, operator=st.sampled_from(_OTHER_OPERATORS), left=inner, right=inner),
        nodes(tree.Negated, operand=inner),
        nodes(tree.Presence, subject=inner, given=st.booleans()),
        nodes(tree.Member, subject=inner, options=tuples_of(inner, fewest=1)),
        _kinds(inner, st.sampled_from(_KINDS), False),
        _kinds(inner, names_but(*_KINDS), True),
    )


def _kinds(
    inner: st.SearchStrategy[tree.Expression], kind: st.SearchStrategy[str], named: bool
) -> st.SearchStrategy[tree.IsKind]:
    return nodes(tree.IsKind, subject=inner, kind=kind, named=st.just(named), negated=st.booleans())


@cache
def expressions() -> st.SearchStrategy[tree.Expression]:
    """Expressions of every kind, nested in every way."""
    nested = st.recursive(_atoms(), lambda inner: _arithmetic(inner) | _logic(inner), max_leaves=6)
    return short(nested)


def band_openings() -> st.SearchStrategy[tree.Expression]:
    """Expressions that open neither with a sign, nor with a bracket, nor with a keyword."""
    name = nodes(tree.Name, name=plain_names())
    more = nodes(tree.Binary, operator=st.sampled_from(_ARITHMETIC), left=name, right=quantities())
    return quantities() | name | more


def _scopes(conditions: st.SearchStrategy[tree.Expression]) -> st.SearchStrategy[tree.Scope]:
    """`对 指标`, `对 正向 指标 中 …`; a record that follows its class stands where keywords may."""
    of_record = nodes(tree.Scope, record=free_names(), class_name=st.none(), condition=maybe(conditions))
    of_class = nodes(tree.Scope, record=plain_names(), class_name=free_names(), condition=maybe(conditions))
    return of_record | of_class


@cache
def rule_scopes() -> st.SearchStrategy[tree.Scope]:
    """Scopes of rules, which `其余` may open."""
    opened = _scopes(expressions())
    return short(opened.filter(lambda each: TOKEN_OF_WORD.get(each.class_name or each.record) != "REST"))


@cache
def scopes() -> st.SearchStrategy[tree.Scope]:
    """Rows of a record, perhaps of one class, perhaps under a condition."""
    return short(_scopes(expressions()))


@cache
def closed_scopes() -> st.SearchStrategy[tree.Scope]:
    """Scopes that an equals sign may follow without becoming part of their condition."""
    given = nodes(tree.Presence, subject=expressions(), given=st.booleans())
    compared = nodes(
        tree.Binary, operator=st.sampled_from(_OTHER_OPERATORS[:6]), left=expressions(), right=expressions()
    )
    return short(_scopes(given | compared))


def names() -> st.SearchStrategy[tree.Name]:
    """Names standing where nothing but a name may."""
    return st.builds(tree.Name, free_names(), st.just(NOWHERE))
