"""Checks a policy, with the policies it amends and the form it scores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import evolve, frozen

from evalrules.language.check.assembly import assemble
from evalrules.language.check.coverage import coverage_problems
from evalrules.language.check.findings import Findings
from evalrules.language.check.layers import Pile
from evalrules.language.check.library import Library
from evalrules.language.check.order import Graph, Vertex, graph_of, in_order, report_circles, report_depth
from evalrules.language.check.percentages import forgotten_percent_signs
from evalrules.language.check.places import lost_words
from evalrules.language.check.precedence import report_mutual
from evalrules.language.check.stack import (
    Layer,
    layer_of,
    report_broken,
    schema_of,
    stack_under,
)
from evalrules.language.check.structure import namesakes, omissions, unasked, uncited, unused
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.signature import Signature
from evalrules.language.problems import Problem, Severity
from evalrules.language.problems.amendment_breaks import AmendmentBreaks
from evalrules.language.syntax import tree

Proof: TypeAlias = Callable[[CheckedPolicy], tuple[Problem, ...]]
"""What is asked of a policy that has no other errors."""


@frozen
class Checked:
    """A checked policy or none, and what is wrong with its text. No policy only if a problem is an error.

    The exception: a document of which declarations are missing, because they could not be parsed,
    yields no policy either; its problems are the parser's.
    """

    policy: CheckedPolicy | None
    problems: tuple[Problem, ...]


def check_policy(document: tree.Document, library: Library, signatures: Mapping[str, Signature]) -> Checked:
    """Check the policy that `document` declares. Total: whatever is wrong is among the problems.

    A policy that amends another is checked as the two laid over each other, once the other has passed
    its own check. Errors that only the amendment causes are reported where it names what it amends.
    Whether bands close and exactly one rule applies is asked only of a policy without other errors.
    """
    return _checked(document, library, signatures, coverage_problems)


def resolve_policy(document: tree.Document, library: Library, signatures: Mapping[str, Signature]) -> Checked:
    """Check all but coverage: names, types, units, layers, structure. Gaps and overlaps are not looked for."""
    return _checked(document, library, signatures, lambda _: ())


def _checked(document: tree.Document, library: Library, signatures: Mapping[str, Signature], proof: Proof) -> Checked:
    findings = Findings(lost_words(document))
    top = layer_of(document, findings)
    policy = _laid(top, library, signatures, proof) if top else None
    problems = _seen_from(top, findings.problems) if top else findings.problems
    sound = not findings.has_errors and not findings.lost
    return Checked(policy if sound else None, tuple(problems))


def _laid(top: Layer, library: Library, signatures: Mapping[str, Signature], proof: Proof) -> CheckedPolicy | None:
    """The policy that `top` makes of what it amends; none where something below has errors."""
    pile = Pile()
    policy = None
    for layer in stack_under(top, library):
        schema = schema_of(layer, library)
        if schema is not None:
            pile.lay(layer.document, layer.heading.name, schema, layer.findings)
            policy = assemble(pile, layer.heading, schema, signatures, layer.findings)
            policy = _as_a_whole(policy, pile, layer)
            if not layer.findings.has_errors and not layer.findings.lost:
                layer.findings.report(*proof(policy))
        if layer.findings.has_errors and layer.document is not top.document:
            report_broken(layer.heading.name, layer.findings, top)
            return None
    return policy


def _as_a_whole(policy: CheckedPolicy, pile: Pile, layer: Layer) -> CheckedPolicy:
    """`policy` with its definitions in order, its parts checked against each other."""
    findings = layer.findings
    graph = graph_of(policy)
    findings.report(*namesakes(pile.entries))
    report_circles(policy, graph, findings)
    report_mutual(policy, findings)
    if not findings.has_errors:
        report_depth(policy, graph, findings)
    if not findings.lost:
        findings.report(*omissions(policy, layer.heading))
    findings.report(*_own(uncited(policy), layer))
    if not findings.has_errors:
        findings.report(*_own(forgotten_percent_signs(policy), layer))
    if not findings.has_errors and not findings.lost:
        findings.report(*_own(unused(pile.entries, findings), layer))
        findings.report(*_own(unasked(policy, findings), layer))
    return _ordered(policy, graph)


def _own(problems: Iterable[Problem], layer: Layer) -> Iterator[Problem]:
    """Those of `problems` that lie in the layer's own text: warnings below are not this layer's affair."""
    return (each for each in problems if each.span.source == layer.document.source)


def _ordered(policy: CheckedPolicy, graph: Graph) -> CheckedPolicy:
    """`policy` with each parameter and definition after those it needs."""
    place = {node: at for at, node in enumerate(in_order(graph))}
    return evolve(
        policy,
        parameters=tuple(sorted(policy.parameters, key=lambda each: place[Vertex("PARAMETER", each.name)])),
        definitions=tuple(sorted(policy.definitions, key=lambda each: place[Vertex("DEFINE", each.name)])),
    )


def _seen_from(top: Layer, problems: list[Problem]) -> list[Problem]:
    """`problems` as they concern `top`: errors in a text below, which passed by itself, are its doing."""
    here = top.document.source
    own = [each for each in problems if each.span.source == here]
    others = [each for each in problems if each.span.source != here and each.severity is Severity.ERROR]
    span = top.heading.value_span("AMENDS")
    for source in dict.fromkeys(each.span.source for each in others):
        effects = tuple(each for each in others if each.span.source == source)
        own.append(AmendmentBreaks(span, source.name, effects))
    return own
