"""What depends on what: the order of definitions, and circles, which have no order."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from attrs import frozen

from evalrules.language.check.findings import Findings
from evalrules.language.check.levels import (
    MOST_COMPUTED,
    PER_REFERENCE,
    computed_levels,
    local_levels,
)
from evalrules.language.check.places import word_span
from evalrules.language.check.sequence import after_needs
from evalrules.language.check.walk import children, expressions_in
from evalrules.language.keywords import ROW_OF_TOKEN
from evalrules.language.policy import definition as defined
from evalrules.language.policy import expression as ex
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Phrase
from evalrules.language.problems.cycle import Cycle
from evalrules.language.problems.too_many_levels import TooManyLevels
from evalrules.language.source import Span

Kind: TypeAlias = Literal[
    "PARAMETER",
    "DEFINE",
    "CLASSES",
    "VOID",
    "NOT_APPLICABLE",
    "RULE",
    "EACH_ROW",
    "TOTAL",
    "GRADE",
    "CONSEQUENCE",
    "CHECK",
]


Element: TypeAlias = (
    defined.Parameter
    | defined.Definition
    | defined.Classification
    | defined.Withdrawal
    | defined.Exemption
    | defined.Rule
    | defined.EachRow
    | defined.Total
    | defined.Grading
    | defined.Consequence
    | defined.Check
)


_WITH_LOCALS = defined.Rule | defined.Check | defined.Consequence


class Vertex(NamedTuple):
    """Something that is worked out: a definition, the class of a row, a rule's award, the total."""

    kind: Kind
    name: str


class Reference(NamedTuple):
    """That one thing needs another, and where it says so."""

    needed: Vertex
    span: Span


@frozen
class Part:
    """A part of a policy: what it needs, how many levels its own formulas have, where it stands."""

    needs: tuple[Reference, ...]
    levels: int
    span: Span


Graph: TypeAlias = Mapping[Vertex, Part]


class _At(NamedTuple):
    """Where a formula stands: at rows of a record, in a rule's own award, within rows around it."""

    record: str | None
    own: Vertex | None = None
    around: _At | None = None


def graph_of(policy: CheckedPolicy) -> Graph:
    """What each part of `policy` needs."""
    return dict(_Grapher(policy).parts())


class _Grapher:
    """Finds what each part of one policy needs."""

    def __init__(self, policy: CheckedPolicy) -> None:
        self.policy = policy

    def parts(self) -> Iterator[tuple[Vertex, Part]]:
        policy = self.policy
        for parameter in policy.parameters:
            yield Vertex("PARAMETER", parameter.name), self._part(parameter, None)
        for definition in policy.definitions:
            yield Vertex("DEFINE", definition.name), self._scoped(definition, definition.scope)
        for classes in policy.classifications:
            yield Vertex("CLASSES", classes.record), self._part(classes, classes.record)
        for withdrawal in policy.withdrawals:
            yield Vertex("VOID", withdrawal.name), self._scoped(withdrawal, withdrawal.scope)
        for exemption in policy.exemptions:
            yield Vertex("NOT_APPLICABLE", exemption.name), self._scoped(exemption, exemption.scope)
        for rule in policy.rules:
            yield Vertex("RULE", rule.name), self._rule(rule)
        for at, each in enumerate(policy.each_row):
            yield Vertex("EACH_ROW", str(at)), self._scoped(each, each.scope)
        if policy.total is not None:
            yield Vertex("TOTAL", ""), self._part(policy.total, None)
        if policy.grading is not None:
            yield Vertex("GRADE", ""), self._part(policy.grading, None)
        for consequence in policy.consequences:
            yield Vertex("CONSEQUENCE", consequence.name), self._part(consequence, None)
        for check in policy.checks:
            yield Vertex("CHECK", check.name), self._scoped(check, check.scope)

    def _part(
        self, element: Element, record: str | None, more: tuple[Reference, ...] = (), own: Vertex | None = None
    ) -> Part:
        """What the formulas of `element` need at rows of `record`, and `more`."""
        locals_ = local_levels(element.locals) if isinstance(element, _WITH_LOCALS) else {}
        expressions = tuple(expressions_in(element))
        found = tuple(reference for each in expressions for reference in self._asked(each, _At(record, own)))
        deepest = max((computed_levels(each, locals_) for each in expressions), default=0)
        return Part((*more, *found), deepest, element.span)

    def _scoped(self, element: Element, scope: ex.Scope | None) -> Part:
        if scope is None:
            return self._part(element, None)
        return self._part(element, scope.record, self._of_class(scope))

    def _rule(self, rule: defined.Rule) -> Part:
        same = (case.outcome for case in rule.cases if isinstance(case.outcome, defined.AwardAs))
        references = tuple(Reference(Vertex("RULE", each.rule), each.span) for each in same)
        standings = self._standings(rule.scope.record, rule.scope.span)
        more = (*references, *self._of_class(rule.scope), *standings)
        return self._part(rule, rule.scope.record, more, Vertex("RULE", rule.name))

    def _of_class(self, scope: ex.Scope) -> tuple[Reference, ...]:
        if scope.class_name is None or scope.record is None:
            return ()
        return (Reference(Vertex("CLASSES", scope.record), scope.span),)

    def _standings(self, record: str | None, span: Span) -> tuple[Reference, ...]:
        """What decides whether rows of `record` (None: all) are part of the form."""
        policy = self.policy
        nodes = [Vertex("VOID", each.name) for each in policy.withdrawals if _meets(each.scope, record)]
        nodes += [Vertex("NOT_APPLICABLE", each.name) for each in policy.exemptions if _meets(each.scope, record)]
        return tuple(Reference(node, span) for node in nodes)

    def _asked(self, node: ex.Expression, at: _At) -> Iterator[Reference]:
        match node:
            case ex.Use(origin=ex.Origin.PARAMETER):
                yield Reference(Vertex("PARAMETER", node.name), node.span)
            case ex.Use(origin=ex.Origin.DEFINITION):
                yield Reference(Vertex("DEFINE", node.name), node.span)
            case ex.TotalAward():
                yield Reference(Vertex("TOTAL", ""), node.span)
            case ex.GradeAward():
                yield Reference(Vertex("GRADE", ""), node.span)
            case ex.IsClass() if at.record is not None:
                yield Reference(Vertex("CLASSES", at.record), node.span)
            case ex.RowAward():
                nodes = [at.own] if at.own else self._awarding(at.record, None)
                yield from (Reference(each, node.span) for each in nodes)
            case ex.Gather():
                yield from self._gathered(node, at)
            case ex.Survey():
                for child in children(node):
                    yield from self._asked(child, _At(None, None, at))
            case ex.Outer(operand=operand) if at.around is not None:
                yield from self._asked(operand, at.around)
            case _:
                for child in children(node):
                    yield from self._asked(child, at)

    def _gathered(self, node: ex.Gather, at: _At) -> Iterator[Reference]:
        scope = node.scope
        yield from self._of_class(scope)
        yield from self._standings(scope.record, scope.span)
        for child in children(node):
            if isinstance(child, ex.RowAward):
                nodes = self._awarding(scope.record, scope.class_name)
                yield from (Reference(each, child.span) for each in nodes)
            else:
                yield from self._asked(child, _At(scope.record, None, at))

    def _awarding(self, record: str | None, class_name: str | None) -> list[Vertex]:
        """What may award to a row of `record` (None: any) and, if one is named, of a class."""
        rules = [each for each in self.policy.rules if _meets(each.scope, record)]
        fitting = [each for each in rules if class_name is None or each.scope.class_name in (None, class_name)]
        steps = enumerate(self.policy.each_row)
        return [
            *(Vertex("RULE", each.name) for each in fitting),
            *(Vertex("EACH_ROW", str(at)) for at, each in steps if not each.scope or _meets(each.scope, record)),
        ]


def _meets(scope: ex.Scope, record: str | None) -> bool:
    return record is None or scope.record == record


# ---- order and circles ---------------------------------------------------------------------------


def in_order(graph: Graph) -> tuple[Vertex, ...]:
    """The nodes, each after what it needs. Members of a circle come in some order."""
    return after_needs(graph, lambda node: (each.needed for each in graph[node].needs if each.needed in graph))


def report_circles(policy: CheckedPolicy, graph: Graph, findings: Findings) -> None:
    """Report each circle in `graph` once, with all its members; of circles that meet, the first."""
    left = dict.fromkeys(_without_order(graph))
    for node in tuple(left):
        circle = _shortest_circle(node, graph, left) if node in left else ()
        if circle:
            findings.report(_cycle(node, circle, policy))
        for each in circle:
            left.pop(each.needed, None)


def _without_order(graph: Graph) -> tuple[Vertex, ...]:
    """The nodes that are left when all that needs nothing unsettled is settled: circles, and what needs them."""
    waiting = {node: {each.needed for each in part.needs if each.needed in graph} for node, part in graph.items()}
    needing: dict[Vertex, list[Vertex]] = {}
    for node, needed in waiting.items():
        for each in needed:
            needing.setdefault(each, []).append(node)
    settled = [node for node, needed in waiting.items() if not needed]
    for node in settled:
        del waiting[node]
        for each in needing.get(node, ()):
            waiting[each].discard(node)
            if not waiting[each]:
                settled.append(each)
    return tuple(waiting)


def _shortest_circle(start: Vertex, graph: Graph, among: Container[Vertex]) -> list[Reference]:
    """The references that lead from `start` back to it by nodes of `among`, as few as can be; or none."""
    came: dict[Vertex, tuple[Vertex, Reference]] = {}
    queue = [start]
    for node in queue:
        for reference in graph[node].needs:
            if reference.needed in among and reference.needed not in came:
                came[reference.needed] = (node, reference)
                queue.append(reference.needed)
    return _way_back(start, came)


def _way_back(start: Vertex, came: Mapping[Vertex, tuple[Vertex, Reference]]) -> list[Reference]:
    """The references from `start` to itself, read backwards from how each node was come to."""
    way: list[Reference] = []
    node = start
    while node in came:
        node, reference = came[node]
        way.append(reference)
        if node == start:
            return way[::-1]
    return []


def report_depth(policy: CheckedPolicy, graph: Graph, findings: Findings) -> None:
    """Report each part that takes too many levels to work out, though what it needs does not."""
    total: dict[Vertex, int] = {}
    for node in in_order(graph):
        part = graph[node]
        deepest = max((total.get(each.needed, 0) for each in part.needs), default=0)
        total[node] = part.levels + deepest + (PER_REFERENCE if part.needs else 0)
        if total[node] > MOST_COMPUTED >= deepest:
            span = word_span(part.span, node.name)
            findings.report(TooManyLevels(span, _described(node, policy), MOST_COMPUTED))


def _cycle(start: Vertex, circle: Iterable[Reference], policy: CheckedPolicy) -> Cycle:
    members: list[tuple[Phrase, Span]] = []
    node = start
    for reference in circle:
        members.append((_described(node, policy), reference.span))
        node = reference.needed
    return Cycle(members[0][1], tuple(members))


def _described(node: Vertex, policy: CheckedPolicy) -> Phrase:
    word = ROW_OF_TOKEN[node.kind]
    if node.kind in ("TOTAL", "EACH_ROW", "GRADE"):
        return Phrase(word.zh, f"`{word.en}`")
    record = policy.schema.record_named(node.name) if node.kind == "CLASSES" else None
    zh, en = (record.zh, record.en) if record else (node.name, node.name)
    return Phrase(f"{word.zh}“{zh}”", f"{word.en} `{en}`")
