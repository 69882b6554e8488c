"""Finds what a policy rests on: the policies it amends, down to the bottom, and the form it scores."""

from __future__ import annotations

from attrs import evolve, frozen

from evalrules.language.check.extension import broken
from evalrules.language.check.findings import Findings
from evalrules.language.check.heads import Heading, head_of, read_head, require_line
from evalrules.language.check.library import Library
from evalrules.language.check.places import lost_words
from evalrules.language.check.schema import check_schema
from evalrules.language.node import Node
from evalrules.language.policy.schema import Schema
from evalrules.language.problems import Phrase, Severity
from evalrules.language.problems.cyclic_amendment import CyclicAmendment
from evalrules.language.problems.unknown_policy import UnknownPolicy
from evalrules.language.problems.unknown_schema import UnknownSchema
from evalrules.language.syntax import tree
from evalrules.language.syntax.parse import parse


@frozen(eq=False, repr=False)
class Layer(Node):
    """A policy in a stack of policies, and what is found while it is checked.

    `heading` has the lines of all heads from the bottom up to this one, the upper ones prevailing.
    """

    document: tree.Document
    heading: Heading
    findings: Findings


def layer_of(document: tree.Document, findings: Findings) -> Layer | None:
    """The policy that `document` declares; nothing, and a problem, where it declares none."""
    head = head_of(document, tree.PolicyDecl, findings)
    return Layer(document, read_head(head, findings), findings) if head else None


def stack_under(top: Layer, library: Library) -> tuple[Layer, ...]:
    """`top` and all that it amends, the bottom first; empty where one of them cannot be had."""
    stack = [top]
    while amended := stack[-1].heading.value("AMENDS"):
        names = [layer.heading.name for layer in stack]
        if amended in names:
            chain = tuple(names[names.index(amended) :])
            top.findings.report(CyclicAmendment(top.heading.value_span("AMENDS"), chain))
            return ()
        below = _amended(amended, stack[-1], top, library)
        if below is None:
            return ()
        stack.append(below)
    return _with_joined_headings(stack[::-1])


def _amended(name: str, above: Layer, top: Layer, library: Library) -> Layer | None:
    """The policy `name`, which `above` amends; where it cannot be had, `top` is told why."""
    source = library.policy_source(name)
    if source is None:
        span = above.heading.value_span("AMENDS")
        above.findings.report(UnknownPolicy(span, name, tuple(library.policy_ids())))
        if above is not top:
            report_broken(above.heading.name, above.findings, top)
        return None
    parsed = parse(source)
    findings = Findings(lost_words(parsed.document))
    findings.report(*parsed.problems)
    below = layer_of(parsed.document, findings)
    if below is None:
        report_broken(name, findings, top)
    return below


def report_broken(name: str, findings: Findings, top: Layer) -> None:
    """Tell `top` that the policy `name`, on which it rests, has problems of its own."""
    what = Phrase(f"政策 {name} ", f"policy `{name}`")
    top.findings.report(broken(what, top.heading.value_span("AMENDS"), findings.problems))


def _with_joined_headings(stack: list[Layer]) -> tuple[Layer, ...]:
    """The layers, each with the lines that it inherits from below; what it amends is its own."""
    lines: dict[str, tree.Head] = {}
    joined: list[Layer] = []
    for layer in stack:
        lines = {**lines, **layer.heading.lines}
        joined.append(evolve(layer, heading=evolve(layer.heading, lines=lines)))
    return tuple(joined)


def schema_of(layer: Layer, library: Library) -> Schema | None:
    """The form that a policy scores; where there is none, it is told why."""
    require_line(layer.heading, "APPLIES", layer.findings)
    name = layer.heading.value("APPLIES")
    if not name:
        return None
    span = layer.heading.value_span("APPLIES")
    source = library.schema_source(name)
    if source is None:
        layer.findings.report(UnknownSchema(span, name, tuple(library.schema_names())))
        return None
    parsed = parse(source)
    checked = check_schema(parsed.document, library)
    problems = (*parsed.problems, *checked.problems)
    if any(each.severity is Severity.ERROR for each in problems):
        layer.findings.report(broken(Phrase(f"表式 {name} ", f"form `{name}`"), span, problems))
    return checked.schema
