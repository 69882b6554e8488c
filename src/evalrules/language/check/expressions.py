"""Checks expressions: names resolved, types and units fitted, every problem reported once."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never, cast

from attrs import evolve

from evalrules.language.check import functions, literals, operators
from evalrules.language.check.findings import Findings, Used
from evalrules.language.check.names import FORMS, Meaning, Place
from evalrules.language.check.naming import classed_parts, problem_with_name
from evalrules.language.check.operators import Verdict
from evalrules.language.check.places import word_span
from evalrules.language.check.slips import slip_in_comparison, slip_in_option
from evalrules.language.check.types import (
    TEXT,
    TRUTH,
    UNKNOWN,
    Type,
    Typed,
    type_of_constant,
    type_of_field,
)
from evalrules.language.check.walk import parts
from evalrules.language.keywords import ROW_OF_TOKEN
from evalrules.language.policy import expression as ex
from evalrules.language.policy.schema import Record
from evalrules.language.policy.signature import Signature
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.no_form_around import NoFormAround
from evalrules.language.problems.no_row_around import NoRowAround
from evalrules.language.problems.not_a_cell import NotACell
from evalrules.language.problems.row_needed import RowNeeded
from evalrules.language.problems.rows_of_forms import RowsOfForms
from evalrules.language.problems.unknown_alternative import UnknownAlternative
from evalrules.language.problems.unknown_class import UnknownClass
from evalrules.language.problems.unknown_function import UnknownFunction
from evalrules.language.problems.unknown_grade import UnknownGrade
from evalrules.language.problems.unknown_kind import UnknownKind
from evalrules.language.problems.unknown_record import UnknownRecord
from evalrules.language.source import Span
from evalrules.language.syntax import tree
from evalrules.language.values import Text

_USED: dict[object, Used] = {
    ex.Origin.PARAMETER: "parameter",
    ex.Origin.DEFINITION: "definition",
    ex.Origin.LOCAL: "local",
}


class ExpressionChecker:
    """Checks the expressions that stand at one place. Never raises: what has a problem is of no known type."""

    def __init__(self, place: Place, findings: Findings) -> None:
        self.place = place
        self.findings = findings

    # ---- what an expression is needed as -----------------------------------------------------------

    def number(self, node: tree.Expression) -> Typed:
        return self._needed(node, operators.need_number)

    def points(self, node: tree.Expression) -> Typed:
        return self._needed(node, operators.need_points)

    def positive(self, node: tree.Expression) -> Typed:
        return self._needed(node, operators.need_positive)

    def value(self, node: tree.Expression) -> Typed:
        return self._needed(node, operators.need_value)

    def condition(self, node: tree.Expression) -> ex.Expression:
        return self._needed(node, operators.need_condition).expression

    def _needed(self, node: tree.Expression, need: Callable[[Typed], Verdict]) -> Typed:
        found = self.typed(node)
        return Typed(found.expression, self._settled(need(found)))

    def _settled(self, verdict: Verdict) -> Type:
        """The type of a verdict; a problem is reported and leaves none."""
        if isinstance(verdict, Problem):
            self.findings.report(verdict)
            return UNKNOWN
        return verdict

    def _failed(self, span: Span, *problems: Problem) -> Typed:
        self.findings.report(*problems)
        return Typed(ex.Constant(Text(""), span), UNKNOWN)

    # ---- one method a kind of node -----------------------------------------------------------------

    def typed(self, node: tree.Expression) -> Typed:
        """`node` with its names resolved, and its type."""
        match node:
            case tree.Number():
                return self._literal(literals.number(node), node.span)
            case tree.Date():
                return self._literal(literals.day(node), node.span)
            case tree.String():
                return Typed(ex.Constant(Text(node.text), node.span), TEXT)
            case tree.Name():
                return self.named(node.name, node.span)
            case tree.Negative():
                operand = self.number(node.operand)
                return Typed(ex.Negate(operand.expression, node.span), operand.type)
            case tree.Negated():
                return Typed(ex.Not(self.condition(node.operand), node.span), TRUTH)
            case tree.Binary():
                return self._binary(node)
            case tree.IsKind():
                return self._asked(node)
            case tree.Presence():
                return self._presence(node)
            case tree.Member():
                return self._member(node)
            case tree.IfMissing():
                return self._if_missing(node)
            case tree.Call():
                return self._call(node)
            case tree.Gathering():
                return self._gathering(node)
            case tree.Outer():
                return self._outer(node)
            case _:
                assert_never(node)

    def _literal(self, found: ex.Constant | Problem, span: Span) -> Typed:
        if isinstance(found, Problem):
            return self._failed(span, found)
        return Typed(found, type_of_constant(found.value))

    def named(self, name: str, span: Span) -> Typed:
        """What `name` stands for at this place."""
        meanings = self.place.meanings(name)
        outer = None if meanings else self._local_around(name, span)
        if outer is not None:
            return outer
        if len(meanings) != 1:
            return self._failed(span, problem_with_name(name, span, meanings, self.place))
        self._use(name, meanings[0])
        return Typed(meanings[0].expression(name, span), meanings[0].type)

    def _local_around(self, name: str, span: Span) -> Typed | None:
        """A local quantity of the place in which rows are gathered: it speaks of the row there."""
        around = self.place.around
        if around is None:
            return None
        there = ExpressionChecker(around, self.findings)
        is_local = name in dict(around.locals)
        found = there.named(name, span) if is_local else there._local_around(name, span)
        return found and Typed(ex.Outer(found.expression, span), found.type)

    def _outer(self, node: tree.Outer) -> Typed:
        """`本行 F`: what F is at the row in which the gathering stands."""
        around = self.place.around
        name_span = word_span(node.span, node.name, -1)
        if node.of == "THIS_FORM":
            return self._of_this_form(node, name_span)
        if around is None or around.row is None:
            return self._failed(node.span, NoRowAround(node.span, node.name))
        found = ExpressionChecker(around, self.findings).named(node.name, name_span)
        return Typed(ex.Outer(found.expression, node.span), found.type)

    def _of_this_form(self, node: tree.Outer, name_span: Span) -> Typed:
        """`本表 X`: what X is for the form whose result is worked out, among the forms gathered."""
        if not self.place.is_of_forms:
            return self._failed(node.span, NoFormAround(node.span, node.name))
        found = ExpressionChecker(Place(self.place.names), self.findings).named(node.name, name_span)
        return Typed(ex.Outer(found.expression, node.span), found.type)

    def _use(self, name: str, meaning: Meaning) -> None:
        kind = _USED.get(meaning.stands_for)
        if kind:
            self.findings.use(kind, f"{self.place.owner}/{name}" if kind == "local" else name)

    # ---- operators ---------------------------------------------------------------------------------

    def _binary(self, node: tree.Binary) -> Typed:
        match node.operator:
            case "and" | "or":
                left, right = self.condition(node.left), self.condition(node.right)
                return Typed(ex.Connect(node.operator, left, right, node.span), TRUTH)
            case "+" | "−" | "×" | "÷":
                a, b = self.typed(node.left), self.typed(node.right)
                type_, problems = operators.arithmetic(node.operator, a, b, node.span)
                self.findings.report(*problems)
                return Typed(ex.Arithmetic(node.operator, a.expression, b.expression, node.span), type_)
            case _:
                slip = slip_in_comparison(node, self.place)
                if slip is not None:
                    return self._failed(node.span, slip)
                a, b = self.typed(node.left), self.typed(node.right)
                self._settled(operators.comparison(node.operator, a, b, node.span))
                self._know_grades(a, b)
                return Typed(ex.Compare(node.operator, a.expression, b.expression, node.span), TRUTH)

    def _know_grades(self, a: Typed, b: Typed) -> None:
        """A text that the grade is compared with is one of the grades."""
        grades = self.place.names.grades
        for grade, text in ((a.expression, b.expression), (b.expression, a.expression)):
            match grade, text:
                case ex.GradeAward(), ex.Constant(value=Text(text=name)) if name not in grades:
                    self.findings.report(UnknownGrade(text.span, name, grades))

    def _member(self, node: tree.Member) -> Typed:
        slips = [slip for each in node.options if (slip := slip_in_option(node.subject, each, self.place))]
        if slips:
            return self._failed(node.span, *slips)
        subject = self.value(node.subject)
        options = tuple(self.typed(each) for each in node.options)
        for option in options:
            self._settled(operators.comparison("=", subject, option, node.span))
            self._know_grades(subject, option)
        listed = tuple(each.expression for each in options)
        return Typed(ex.IsOneOf(subject.expression, listed, node.span), TRUTH)

    # ---- questions to a cell or a row --------------------------------------------------------------

    def _cell(self, node: tree.Expression, asked: str) -> ex.Given | None:
        subject = self.typed(node)
        if self.place.is_of_forms and subject.type != UNKNOWN:
            self.findings.report(RowsOfForms(subject.span))
            return None
        if isinstance(subject.expression, ex.Given):
            return subject.expression
        if subject.type != UNKNOWN:
            self.findings.report(NotACell(subject.span, asked))
        return None

    def _presence(self, node: tree.Presence) -> Typed:
        subject = self._cell(node.subject, "已填" if node.given else "未填")
        if subject is None:
            return self._failed(node.span)
        return Typed(ex.IsGiven(subject, node.given, node.span), TRUTH)

    def _asked(self, node: tree.IsKind) -> Typed:
        """What `是` asks for: the class of a row, the alternative of a reading, or the kind of a cell."""
        if self._asks_row(node):
            return self._is_class(node)
        subject = node.subject
        name = subject.name if isinstance(subject, tree.Name) else ""
        if name in self.place.names.readings and not self.place.meanings(name):
            return self._is_read(node, name)
        return self._is_kind(node)

    def _is_read(self, node: tree.IsKind, reading: str) -> Typed:
        """An alternative may be called by any word, a keyword too: so it is taken as it stands."""
        alternative = node.kind if node.named else node.span.text.split()[-1]
        known = self.place.names.readings[reading]
        self.findings.use("reading", reading)
        self.findings.use("alternative", f"{reading}/{alternative}")
        if alternative not in known:
            span = word_span(node.span, alternative, -1)
            return self._failed(node.span, UnknownAlternative(span, alternative, known))
        return Typed(ex.IsRead(reading, alternative, node.negated, node.span), TRUTH)

    def _if_missing(self, node: tree.IfMissing) -> Typed:
        """A cell, and a value of its kind for where it is empty."""
        subject, default = self._cell(node.subject, "未填作"), self.typed(node.default)
        if subject is None:
            return self._failed(node.span)
        held = Typed(subject, type_of_field(subject.field))
        self._settled(operators.comparison("=", held, default, node.span))
        return Typed(ex.IfMissing(subject, default.expression, node.span), held.type)

    def _is_kind(self, node: tree.IsKind) -> Typed:
        subject = self._cell(node.subject, "不是" if node.negated else "是")
        if subject is None:
            return self._failed(node.span)
        if node.named:
            return self._failed(node.span, self._unknown_kind(node))
        return Typed(ex.IsKind(subject, ex.CellKind(node.kind), node.negated, node.span), TRUTH)

    def _unknown_kind(self, node: tree.IsKind) -> UnknownKind:
        record = self.place.row.record if self.place.row else None
        is_class = record is not None and node.kind in self.place.names.classes.get(record.en, ())
        row_name = record.zh if record and is_class else ""
        return UnknownKind(word_span(node.span, node.kind, -1), node.subject.span, node.kind, row_name)

    def _asks_row(self, node: tree.IsKind) -> bool:
        """Whether the question is to a row: its subject is the name of a part of the form, and of no field."""
        subject = node.subject
        if not isinstance(subject, tree.Name) or self.place.meanings(subject.name):
            return False
        return self.place.names.schema.record_named(subject.name) is not None

    def _class_asked(self, node: tree.IsKind, record: Record) -> str:
        """The class that a question to a row names: a kind of cell asked of a row is a class of that name."""
        if node.named:
            return node.kind
        spellings = ROW_OF_TOKEN[node.kind][1:]
        classes = self.place.names.classes.get(record.en, ())
        return next((each for each in spellings if each in classes), spellings[0])

    def _is_class(self, node: tree.IsKind) -> Typed:
        subject = cast(tree.Name, node.subject)
        record = self.place.names.schema.record_named(subject.name)
        assert record is not None  # that is what made it a question to a row
        if self.place.row is None or self.place.row.record != record:
            what = Phrase(f"“{subject.name}”的分类", f"the class of `{subject.name}`")
            return self._failed(node.span, RowNeeded(subject.span, what, Phrase(record.zh, record.en)))
        asked = self._class_asked(node, record)
        if not self.has_class(record, asked, word_span(node.span, asked, -1)):
            return self._failed(node.span)
        return Typed(ex.IsClass(asked, node.negated, node.span), TRUTH)

    def has_class(self, record: Record, name: str, span: Span) -> bool:
        """Whether rows of `record` may be of class `name`; it is reported where they may not."""
        classes = self.place.names.classes.get(record.en, ())
        if name not in classes:
            self.findings.report(UnknownClass(span, name, classes))
        return name in classes

    # ---- functions and scopes ----------------------------------------------------------------------

    def _call(self, node: tree.Call) -> Typed:
        signature = self._signature(node.function, node.span)
        if signature is None:
            return self._failed(node.span)
        if functions.gathers_alone(signature, len(node.arguments)):
            return self._gather_all(signature, node)
        arguments = tuple(self.typed(each) for each in node.arguments)
        type_, problems = functions.applied(signature, arguments, node.span)
        self.findings.report(*problems)
        values = tuple(each.expression for each in arguments)
        return Typed(ex.Apply(signature.en, values, node.span), type_)

    def _signature(self, name: str, span: Span) -> Signature | None:
        known = self.place.names.functions
        if name not in known:
            self.findings.report(UnknownFunction(word_span(span, name), name, tuple(known)))
        return known.get(name)

    def _gather_all(self, signature: Signature, node: tree.Call) -> Typed:
        """`合计（得分）` where no row is at hand: over all rows that are scored."""
        if self.place.row is not None:
            return self._failed(node.span, functions.misused(signature, node.span))
        there = ExpressionChecker(self.place.at_rows(None), self.findings)
        body = there.typed(node.arguments[0])
        if body.type != UNKNOWN and not functions.is_of_rows(tuple(parts(body.expression))):
            return self._failed(node.span, functions.misused(signature, node.span))
        return self._gathered(signature, body, ex.Scope(None, None, None, node.span), node.span)

    def _gathering(self, node: tree.Gathering) -> Typed:
        signature = self._signature(node.function, node.span)
        if self.place.is_of_forms:
            return self._failed(node.span, RowsOfForms(node.span))
        if node.scope.record in FORMS and self.place.names.schema.record_named(node.scope.record) is None:
            return self._survey(node, signature)
        scope, there = self.scope(node.scope)
        inside = ExpressionChecker(there, self.findings) if there else None
        body = inside.typed(node.body) if inside and node.body else None
        if signature is None or scope is None:
            return self._failed(node.span)
        return self._gathered(signature, body, scope, node.span)

    def _survey(self, node: tree.Gathering, signature: Signature | None) -> Typed:
        """A function of the forms of a population: names are those of each form, `本表` is the form at hand."""
        inside = ExpressionChecker(self.place.at_forms(), self.findings)
        if node.scope.class_name is not None:
            span = word_span(node.scope.span, node.scope.class_name)
            self.findings.report(UnknownClass(span, node.scope.class_name, ()))
        asked = node.scope.condition
        condition = inside.condition(asked) if asked is not None else None
        body = inside.typed(node.body) if node.body else None
        if signature is None:
            return self._failed(node.span)
        used = evolve(signature, of_rows=signature.of_forms or signature.of_rows)
        type_, problems = functions.gathered(used, body, node.span)
        self.findings.report(*problems)
        inner = body.expression if body else None
        return Typed(ex.Survey(signature.en, inner, condition, node.scope.span, node.span), type_)

    def _gathered(self, signature: Signature, body: Typed | None, scope: ex.Scope, span: Span) -> Typed:
        type_, problems = functions.gathered(signature, body, span)
        self.findings.report(*problems)
        inner = body.expression if body else None
        return Typed(ex.Gather(signature.en, inner, scope, span), type_)

    def scope(self, node: tree.Scope) -> tuple[ex.Scope | None, Place | None]:
        """The rows that `node` speaks of, and the place at one of them; nothing where its part is unknown."""
        names = self.place.names
        record = names.schema.record_named(node.record)
        if record is None:
            nth = 1 if node.class_name == node.record else 0
            span = word_span(node.span, node.record, nth)
            known = classed_parts(node.record, names) or names.record_names()
            self.findings.report(UnknownRecord(span, node.record, known))
            return None, None
        if node.class_name is not None:
            self.has_class(record, node.class_name, word_span(node.span, node.class_name))
        there = self.place.at_rows(record)
        condition = None
        if node.condition is not None:
            condition = ExpressionChecker(there, self.findings).condition(node.condition)
        return ex.Scope(record.en, node.class_name, condition, node.span), there
