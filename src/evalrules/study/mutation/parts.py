"""Mutants of what a policy consists of: steps, cases, checks, classes, exemptions, roundings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from evalrules.language.keywords import spelling
from evalrules.language.node import Node
from evalrules.language.source import Span
from evalrules.language.syntax import tree
from evalrules.language.values import show_number
from evalrules.study.mutation.figures import ROUNDINGS
from evalrules.study.mutation.mutant import Edit, Kind, Mutant
from evalrules.study.mutation.written import Written, part, whole_span

_TREATMENTS = ("FULL_MARKS", "ZERO_MARKS", "EXCLUDED")
_COUNTINGS = ("WHOLE_STEPS", "STARTED_STEPS", "PRO_RATA")
_COMMON_ROUNDINGS = ("HALF_UP", "TRUNCATE", "ROUND_UP")


def _word_in(span: Span, token: str) -> tuple[Span, str] | None:
    """Where `token` was written last in `span`, and in which language."""
    for lang in ("zh", "en"):
        word = spelling(token, lang)
        at = span.text.rfind(word)
        if at >= 0:
            return part(span, at, at + len(word)), lang
    return None


def _other_words(span: Span, token: str, others: tuple[str, ...], kind: Kind) -> Iterator[Mutant]:
    found = _word_in(span, token)
    if found is not None:
        place, lang = found
        yield from (Mutant(kind, (Edit(place, spelling(each, lang)),)) for each in others if each != token)


def _without(node: Node, kind: Kind) -> Mutant:
    return Mutant(kind, (Edit(whole_span(node), ""),))


# ---- steps ---------------------------------------------------------------------------------------


def steps(written: Written) -> Iterator[Mutant]:
    """A floor, a cap, a bonus, a deduction or a rounding left out; a limit left out of one that has it."""
    node, parent = written.node, written.parent
    if not isinstance(node, tree.Step) or node.kind == "UNROUNDED":
        return
    if node.kind in ROUNDINGS:
        found = _word_in(node.span, node.kind)
        if node.condition is None and found is not None:
            yield Mutant(Kind.STEP, (Edit(node.span, spelling("UNROUNDED", found[1])),))
    elif len(getattr(parent, "steps", ())) > 1 or isinstance(parent, tree.RuleDecl):
        yield _without(node, Kind.STEP)
    if node.up_to is not None:
        found = _word_in(Span(node.span.source, node.span.start, node.up_to.span.start), "UP_TO")
        if found is not None:
            yield Mutant(Kind.LIMIT, (Edit(Span(node.span.source, found[0].start, node.up_to.span.end), ""),))


def countings(written: Written) -> Iterator[Mutant]:
    """Whole steps, started steps, pro rata: each for each other."""
    node = written.node
    if isinstance(node, tree.BySteps):
        yield from _other_words(node.span, node.counting, _COUNTINGS, Kind.COUNTING)


def roundings(written: Written) -> Iterator[Mutant]:
    """To ten times the unit and a tenth of it; by another mode."""
    node = written.node
    if not isinstance(node, tree.Step) or node.kind not in ROUNDINGS:
        return
    yield from _other_words(node.span, node.kind, _COMMON_ROUNDINGS, Kind.ROUNDING_MODE)
    unit = node.operand
    if isinstance(unit, tree.Number):
        span = part(unit.span, 0, len(unit.digits))
        for factor in (Fraction(10), Fraction(1, 10)):
            yield Mutant(Kind.ROUNDING_UNIT, (Edit(span, show_number(Fraction(unit.digits) * factor)),))


def exchanged_roundings(written: Written) -> Iterator[Mutant]:
    """The rounding of every row for that of the total: which of the two is rounded is what forms differ in."""
    document = written.node
    if not isinstance(document, tree.Document):
        return
    bodies = [each.declaration if isinstance(each, tree.Amendment) else each for each in document.declarations]
    rows = [_last_rounding(each.steps) for each in bodies if isinstance(each, tree.EachRowDecl)]
    totals = [_last_rounding(each.steps) for each in bodies if isinstance(each, tree.TotalDecl)]
    for row in filter(None, rows):
        for total in filter(None, totals):
            if row.span.text != total.span.text:
                edits = (Edit(row.span, total.span.text), Edit(total.span, row.span.text))
                yield Mutant(Kind.ROUNDING_PLACE, edits)


def _last_rounding(those: tuple[tree.Step, ...]) -> tree.Step | None:
    rounds = [each for each in those if each.kind in (*ROUNDINGS, "UNROUNDED")]
    return rounds[-1] if rounds else None


# ---- cases, checks, classes ----------------------------------------------------------------------


def cases(written: Written) -> Iterator[Mutant]:
    """A case of several left out."""
    node, parent = written.node, written.parent
    if isinstance(node, tree.Case) and isinstance(parent, tree.RuleDecl) and len(parent.cases) > 1:
        yield _without(node, Kind.CASE)


def declarations(written: Written) -> Iterator[Mutant]:
    """A check, a withdrawal or an exemption left out; with it the examples' mention of the check."""
    node, parent = written.node, written.parent
    whole = parent if isinstance(parent, tree.Amendment) else node
    if isinstance(node, tree.CheckDecl):
        yield _without(whole, Kind.CHECK)
    elif isinstance(node, tree.VoidDecl | tree.NotApplicableDecl):
        yield _without(whole, Kind.STANDING)


def treatments(written: Written) -> Iterator[Mutant]:
    """Full marks, zero marks, excluded: each for each other."""
    node = written.node
    if isinstance(node, tree.NotApplicableDecl):
        yield from _other_words(node.span, node.treatment, _TREATMENTS, Kind.TREATMENT)


def classes(written: Written) -> Iterator[Mutant]:
    """The names of two neighbouring classes exchanged."""
    node = written.node
    if not isinstance(node, tree.ClassificationDecl):
        return
    for one, other in pairwise(node.cases):
        first, second = (part(each.span, 0, len(each.name)) for each in (one, other))
        if (first.text, second.text) == (one.name, other.name):
            yield Mutant(Kind.CLASSES, (Edit(first, other.name), Edit(second, one.name)))
