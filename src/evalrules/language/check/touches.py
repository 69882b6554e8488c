"""Small changes of what a layer below declares: one edge of its bands, other words for its tiers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias, TypeVar

from attrs import evolve

from evalrules.language.syntax import tree

Banded: TypeAlias = tree.RuleDecl | tree.GradeDecl
"""Declarations that have bands or tiers, and so edges."""
_Entry = TypeVar("_Entry", tree.Band, tree.Tier, tree.GradeRow)


def edges_of(node: Banded) -> Iterator[tree.Expression]:
    """The edges of the bands and tiers of `node`, in order."""
    if isinstance(node, tree.GradeDecl):
        for row in node.rows:
            yield from _of_stretch(row.stretch)
        return
    for case in node.cases:
        match case.outcome:
            case tree.ByBand(bands=bands):
                for band in bands:
                    yield from _of_stretch(band.stretch)
            case tree.ByTier(tiers=tiers):
                for tier in tiers:
                    yield from (tier.admitted.low.value, tier.admitted.high.value)
            case _:
                pass


def _of_stretch(stretch: tree.Stretch) -> Iterator[tree.Expression]:
    match stretch:
        case tree.From():
            yield stretch.value
        case tree.Between():
            yield from (stretch.low.value, stretch.high.value)
        case tree.Rest():
            pass


def with_edge(node: Banded, setting: tree.EdgeSetting) -> Banded:
    """`node` with every edge that reads as `setting` says moved; what has moved cites its clauses too."""
    if isinstance(node, tree.GradeDecl):
        rows = tuple(_cited(row, evolve(row, stretch=_moved(row.stretch, setting)), setting) for row in node.rows)
        return evolve(node, rows=rows)
    return _with_outcomes(node, lambda outcome: _with_edges(outcome, setting))


def _with_outcomes(node: tree.RuleDecl, change: Callable[[tree.Outcome], tree.Outcome]) -> tree.RuleDecl:
    return evolve(node, cases=tuple(evolve(each, outcome=change(each.outcome)) for each in node.cases))


def _with_edges(outcome: tree.Outcome, setting: tree.EdgeSetting) -> tree.Outcome:
    match outcome:
        case tree.ByBand(bands=bands):
            moved = tuple(_cited(each, evolve(each, stretch=_moved(each.stretch, setting)), setting) for each in bands)
            return evolve(outcome, bands=moved)
        case tree.ByTier(tiers=tiers):
            found = ((each, evolve(each, admitted=_admitted(each.admitted, setting))) for each in tiers)
            return evolve(outcome, tiers=tuple(_cited(old, new, setting) for old, new in found))
        case _:
            return outcome


def _moved(stretch: tree.Stretch, setting: tree.EdgeSetting) -> tree.Stretch:
    match stretch:
        case tree.From() if stretch.value == setting.before:
            return evolve(stretch, value=setting.after)
        case tree.Between():
            return evolve(stretch, low=_bound(stretch.low, setting), high=_bound(stretch.high, setting))
        case _:
            return stretch


def _admitted(node: tree.Admitted, setting: tree.EdgeSetting) -> tree.Admitted:
    return evolve(node, low=_bound(node.low, setting), high=_bound(node.high, setting))


def _bound(bound: tree.Bound, setting: tree.EdgeSetting) -> tree.Bound:
    """`bound`, moved if it is the one; that it is included or not does not change."""
    return evolve(bound, value=setting.after) if bound.value == setting.before else bound


def _cited(before: _Entry, after: _Entry, setting: tree.EdgeSetting) -> _Entry:
    if before == after:
        return before
    cites = (*after.notes.cites, *setting.notes.cites)
    return evolve(after, notes=tree.Notes(cites, (*after.notes.readings, *setting.notes.readings)))


def tiers_of(node: tree.RuleDecl) -> tuple[str, ...]:
    """The names of the tiers of a rule."""
    by_tier = [case.outcome for case in node.cases if isinstance(case.outcome, tree.ByTier)]
    return tuple(tier.name for outcome in by_tier for tier in outcome.tiers)


def with_words(node: tree.RuleDecl, naming: tree.TierNaming) -> tree.RuleDecl:
    """`node` with further words for the tier that `naming` names."""
    return _with_outcomes(node, lambda outcome: _named(outcome, naming))


def _named(outcome: tree.Outcome, naming: tree.TierNaming) -> tree.Outcome:
    if not isinstance(outcome, tree.ByTier):
        return outcome
    meant = [each.name == naming.name for each in outcome.tiers]
    words = ((*each.also, *naming.also) if it else each.also for it, each in zip(meant, outcome.tiers, strict=True))
    return evolve(
        outcome, tiers=tuple(evolve(each, also=also) for each, also in zip(outcome.tiers, words, strict=True))
    )
