"""Checks declarations one by one: each becomes a part of the checked policy."""

from __future__ import annotations

from attrs import frozen

from evalrules.language.check import operators
from evalrules.language.check.adjustments import adjustments
from evalrules.language.check.choices import quantity_of
from evalrules.language.check.expressions import ExpressionChecker
from evalrules.language.check.findings import Findings
from evalrules.language.check.layers import Layered
from evalrules.language.check.messages import message
from evalrules.language.check.names import Names, Place
from evalrules.language.check.notes import basis
from evalrules.language.check.outcomes import cases, misplaced, ordered
from evalrules.language.check.places import word_span
from evalrules.language.check.precedence import report_unknown_before
from evalrules.language.check.stretches import check_rests, stretch
from evalrules.language.check.types import Typed
from evalrules.language.check.walk import varying_part
from evalrules.language.node import Node
from evalrules.language.policy import definition as defined
from evalrules.language.policy.basis import Basis
from evalrules.language.policy.schema import Field
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.ambiguous_name import AmbiguousName
from evalrules.language.problems.duplicate_name import DuplicateName
from evalrules.language.problems.not_constant import NotConstant
from evalrules.language.problems.unit_changed import UnitChanged
from evalrules.language.problems.unknown_alternative import UnknownAlternative
from evalrules.language.problems.unknown_field import UnknownField
from evalrules.language.problems.unknown_grade import UnknownGrade
from evalrules.language.problems.unknown_record import UnknownRecord
from evalrules.language.source import Span
from evalrules.language.syntax import tree

Element = (
    defined.SourceText
    | defined.Reading
    | defined.Parameter
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
    | defined.Invariant
    | Field
)


@frozen(eq=False, repr=False)
class DeclarationChecker(Node):
    """Checks one declaration after another. What has no part of the form to speak of yields nothing."""

    names: Names
    findings: Findings

    @property
    def form(self) -> ExpressionChecker:
        """For what stands at no row."""
        return ExpressionChecker(Place(self.names), self.findings)

    def element(self, entry: Layered) -> Element | None:
        """What `entry` declares."""
        node, layer = entry.declaration, entry.layer
        match node:
            case tree.SourceDecl():
                return defined.SourceText(node.name, defined.Standing(node.standing), node.title, node.span)
            case tree.ReadingDecl():
                return self._reading(node, layer)
            case tree.ParameterDecl():
                return self._parameter(node, entry)
            case tree.DefinitionDecl():
                return self._definition(node, layer)
            case tree.ClassificationDecl():
                return self._classification(node, layer)
            case tree.VoidDecl() | tree.NotApplicableDecl():
                return self._standing(node, layer)
            case tree.RuleDecl():
                return self._rule(node, layer)
            case tree.EachRowDecl():
                return self._each_row(node, layer)
            case tree.TotalDecl():
                return self._total(node, layer)
            case tree.SubtotalDecl():
                return self._subtotal(node)
            case tree.GradeDecl():
                return self._grading(node, layer)
            case tree.ConsequenceDecl():
                return self._consequence(node, layer)
            case tree.CheckDecl():
                return self._check(node, layer)
            case tree.InvariantDecl():
                return self._invariant(node, layer)
            case _:
                return None

    def _basis(self, notes: tree.Notes) -> Basis:
        return basis(notes, self.names, self.findings)

    def _reading(self, node: tree.ReadingDecl, layer: str) -> defined.Reading:
        notes = self._basis(node.notes)
        self._report_repeated(Phrase("可选读法", "alternative"), [(each.name, each.span) for each in node.alternatives])
        words = {each.name: each.read_as for each in node.alternatives}
        chosen = node.chosen.name if node.chosen else ""
        if node.chosen is not None and chosen not in words:
            self.findings.report(UnknownAlternative(node.chosen.span, chosen, tuple(words)))
        return defined.Reading(
            name=node.name,
            basis=notes,
            wording=node.wording,
            read_as=words.get(chosen, node.read_as),
            because=node.because,
            alternatives=tuple(defined.Alternative(each.name, each.read_as) for each in node.alternatives),
            chosen=chosen,
            layer=layer,
            span=node.span,
        )

    # ---- quantities and classes --------------------------------------------------------------------

    def _parameter(self, node: tree.ParameterDecl, entry: Layered) -> defined.Parameter:
        notes = self._basis(node.notes)
        value = self.constant(self.form.value(node.value))
        if entry.before is not None:
            self._fits_before(value, node.value, entry.before)
        return defined.Parameter(node.name, value.expression, notes, node.final, entry.layer, node.span)

    def constant(self, value: Typed) -> Typed:
        """`value`, of which no part may depend on the form."""
        part = varying_part(value.expression)
        if part is not None:
            self.findings.report(NotConstant(part.span, part.span.text))
            return operators.nothing_known(value)
        return value

    def _fits_before(self, value: Typed, written: tree.Expression, before: tree.ParameterDecl) -> None:
        """What a parameter is set to must be comparable with what it was, and is best written in the same unit."""
        old = ExpressionChecker(Place(self.names), Findings()).typed(before.value)
        verdict = operators.comparison("=", value, old, value.span)
        if isinstance(verdict, Problem):
            self.findings.report(verdict)
        elif None not in (units := (_unit(written), _unit(before.value))) and units[0] != units[1]:
            self.findings.report(UnitChanged(value.span, before.value.span))

    def _definition(self, node: tree.DefinitionDecl, layer: str) -> defined.Definition | None:
        notes = self._basis(node.notes)
        if node.scope is None:
            value = quantity_of(node.name, node.value, self.form).expression
            return defined.Definition(node.name, None, value, notes, layer, node.span)
        scope, there = self.form.scope(node.scope)
        if scope is None or there is None:
            return None
        value = quantity_of(node.name, node.value, ExpressionChecker(there, self.findings)).expression
        return defined.Definition(node.name, scope, value, notes, layer, node.span)

    def _classification(self, node: tree.ClassificationDecl, layer: str) -> defined.Classification | None:
        record = self.names.schema.record_named(node.record)
        if record is None:
            span = word_span(node.span, node.record)
            self.findings.report(UnknownRecord(span, node.record, self.names.record_names()))
            return None
        at = ExpressionChecker(Place(self.names).at_rows(record), self.findings)
        check_rests([_last_word(each.span) if each.condition is None else None for each in node.cases], self.findings)
        self._report_repeated(Phrase("分类", "class"), [(each.name, each.span) for each in node.cases])
        found = tuple(
            defined.ClassCase(
                each.name,
                at.condition(each.condition) if each.condition else None,
                self._basis(each.notes),
                each.span,
            )
            for each in node.cases
        )
        return defined.Classification(record.en, node.in_order, found, layer, node.span)

    def _report_repeated(self, noun: Phrase, named: list[tuple[str, Span]]) -> None:
        """Report names that stand twice in one list; each with the entry that it names."""
        first: dict[str, Span] = {}
        for name, span in named:
            place = word_span(span, name)
            if name in first:
                what = Phrase(f"{noun.zh}“{name}”", f"{noun.en} `{name}`")
                self.findings.report(DuplicateName(place, what, first[name]))
            first.setdefault(name, place)

    # ---- rules -------------------------------------------------------------------------------------

    def _rule(self, node: tree.RuleDecl, layer: str) -> defined.Rule | None:
        notes = self._basis(node.notes)
        scope, there = self.form.scope(node.scope)
        if scope is None or there is None:
            return None
        locals_, at = self._locals(node.lets, there, node.name)
        found = cases(node.cases, at)
        steps = adjustments(node.steps, at)
        report_unknown_before(node, scope.record or "", self.names, self.findings)
        return defined.Rule(
            name=node.name,
            before=tuple(each.name for each in node.before),
            remaining=node.remaining,
            scope=scope,
            locals=locals_,
            in_order=node.in_order,
            cases=found,
            adjustments=steps,
            basis=notes,
            final=node.final,
            layer=layer,
            span=node.span,
        )

    def _locals(
        self, lets: tuple[tree.Let, ...], place: Place, owner: str
    ) -> tuple[tuple[defined.Local, ...], ExpressionChecker]:
        """The local quantities, each seeing those before it, and a checker for what sees them all."""
        self._report_repeated(Phrase("其中的量", "local quantity"), [(each.name, each.span) for each in lets])
        place = Place(place.names, place.row, (), owner)
        found: list[defined.Local] = []
        for each in lets:
            value = quantity_of(each.name, each.value, ExpressionChecker(place, self.findings))
            found.append(defined.Local(each.name, value.expression, each.span))
            place = place.with_local(each.name, value.type)
        return tuple(found), ExpressionChecker(place, self.findings)

    def _standing(
        self, node: tree.VoidDecl | tree.NotApplicableDecl, layer: str
    ) -> defined.Withdrawal | defined.Exemption | None:
        scope, _ = self.form.scope(node.scope)
        notes = self._basis(node.notes)
        if scope is None:
            return None
        if isinstance(node, tree.VoidDecl):
            return defined.Withdrawal(node.name, scope, notes, layer, node.span)
        return defined.Exemption(node.name, scope, node.treatment, notes, layer, node.span)

    def _each_row(self, node: tree.EachRowDecl, layer: str) -> defined.EachRow | None:
        if node.scope is None:
            at = ExpressionChecker(Place(self.names).at_rows(None), self.findings)
            return defined.EachRow(None, adjustments(node.steps, at), layer, node.span)
        scope, there = self.form.scope(node.scope)
        if scope is None or there is None:
            return None
        at = ExpressionChecker(there, self.findings)
        return defined.EachRow(scope, adjustments(node.steps, at), layer, node.span)

    # ---- totals and grades -------------------------------------------------------------------------

    def _total(self, node: tree.TotalDecl, layer: str) -> defined.Total:
        notes = self._basis(node.notes)
        value = self.form.points(node.value).expression
        return defined.Total(value, adjustments(node.steps, self.form), notes, layer, node.span)

    def _subtotal(self, node: tree.SubtotalDecl) -> Field | None:
        """The field by which rows are grouped: one that rows of one scored part have."""
        span = word_span(node.span, node.field_name, -1)
        owners = [each for each in self.names.scored if each.field_named(node.field_name)]
        if len(owners) > 1:
            first, second = (Phrase(f"“{each.zh}”的字段", f"a field of `{each.en}`") for each in owners[:2])
            self.findings.report(AmbiguousName(span, node.field_name, first, second))
        if not owners:
            known = tuple(field.zh for record in self.names.scored for field in record.fields)
            self.findings.report(UnknownField(span, node.field_name, known))
        return owners[0].field_named(node.field_name) if owners else None

    def _grading(self, node: tree.GradeDecl, layer: str) -> defined.Grading:
        subject = ordered(self.form.typed(node.subject), self.form)
        rests = [row.stretch.span if isinstance(row.stretch, tree.Rest) else None for row in node.rows]
        check_rests(rests, self.findings)
        self._report_repeated(Phrase("等级", "grade"), [(row.name, row.span) for row in node.rows])
        rows = tuple(
            defined.Grade(row.name, stretch(row.stretch, subject, self.form), self._basis(row.notes), row.span)
            for row in node.rows
        )
        ceilings = tuple(self._ceiling(each) for each in node.ceilings)
        return defined.Grading(subject.expression, rows, ceilings, layer, node.span)

    def _ceiling(self, node: tree.Ceiling) -> defined.GradeCeiling:
        grades = self.names.grades
        if node.grade not in grades:
            self.findings.report(UnknownGrade(word_span(node.span, node.grade), node.grade, grades))
        condition = self.form.condition(node.condition)
        return defined.GradeCeiling(node.grade, condition, self._basis(node.notes), node.span)

    def _consequence(self, node: tree.ConsequenceDecl, layer: str) -> defined.Consequence:
        notes = self._basis(node.notes)
        locals_, at = self._locals(node.lets, Place(self.names), node.name)
        self.findings.report(*misplaced(node.decisions))
        decisions = tuple(
            defined.Decision(
                at.condition(each.condition) if each.condition else None,
                each.decision,
                self._basis(each.notes),
                each.span,
            )
            for each in node.decisions
        )
        return defined.Consequence(node.name, locals_, decisions, notes, layer, node.span)

    # ---- checks ------------------------------------------------------------------------------------

    def _check(self, node: tree.CheckDecl, layer: str) -> defined.Check | None:
        notes = self._basis(node.notes)
        scope, there = self.form.scope(node.scope) if node.scope else (None, Place(self.names))
        if there is None:
            return None
        locals_, at = self._locals(node.lets, there, node.name)
        condition = at.condition(node.condition)
        return defined.Check(
            name=node.name,
            scope=scope,
            locals=locals_,
            condition=condition,
            required=node.required,
            severity=node.severity,
            message=message(node.message_span, at),
            basis=notes,
            layer=layer,
            span=node.span,
        )

    def _invariant(self, node: tree.InvariantDecl, layer: str) -> defined.Invariant | None:
        notes = self._basis(node.notes)
        scope, there = self.form.scope(node.scope) if node.scope else (None, Place(self.names))
        if there is None:
            return None
        claim = self._claim(node, there)
        return defined.Invariant(node.name, scope, claim, notes, layer, node.span) if claim else None

    def _claim(self, node: tree.InvariantDecl, there: Place) -> defined.Holds | defined.Monotone | None:
        if node.condition is not None:
            return defined.Holds(ExpressionChecker(there, self.findings).condition(node.condition))
        field = there.row.field_named(node.along) if there.row else None
        if field is None:
            known = tuple(
                dict.fromkeys(each.zh for row in (there.row,) if row for r in row.records for each in r.fields)
            )
            self.findings.report(UnknownField(word_span(node.span, node.along, -1), node.along, known))
            return None
        return defined.Monotone(field, node.rising)


def _unit(written: tree.Expression) -> str | None:
    """The unit of a number that is written out; None of any other formula, and of 0, which needs none."""
    if isinstance(written, tree.Negative):
        return _unit(written.operand)
    if not isinstance(written, tree.Number) or not written.digits.strip("0."):
        return None
    return written.unit


def _last_word(span: Span) -> Span:
    return word_span(span, span.text.split()[-1], -1)
