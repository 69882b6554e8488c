"""Builds tree nodes as the parser reduces rules: one method a rule or alias of the grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar, cast

from attrs import evolve, frozen

from evalrules.language.source import Source, Span
from evalrules.language.syntax import tree
from evalrules.language.syntax.lexer import Word

Child = object
_Node = TypeVar("_Node")

_OPERATORS = {
    "PLUS": "+", "MINUS": "−", "TIMES": "×", "DIVIDE": "÷", "EQ": "=", "NE": "≠",
    "LT": "<", "LE": "≤", "GT": ">", "GE": "≥", "OR": "or", "AND": "and",
}  # fmt: skip
_CLAUSE = re.compile(r"(\S+)\s*(.*)", re.DOTALL)


def _all(kind: type[_Node] | tuple[type[_Node], ...], children: Sequence[Child]) -> tuple[_Node, ...]:
    return tuple(child for child in children if isinstance(child, kind))


@frozen
class _Parts:
    """Parts of a declaration that stand together and make no node of their own."""

    parts: tuple[Child, ...]
    span: Span


class TreeBuilder:
    """Makes the nodes of one source. Lark calls the method named after the rule it has reduced."""

    def __init__(self, source: Source) -> None:
        self.origin = source

    def span(self, children: Sequence[Child]) -> Span:
        """From the first word or node among `children` to the last."""
        starts = [_start(child) for child in children if _placed(child)]
        ends = [_end(child) for child in children if _placed(child)]
        return Span(self.origin, starts[0], ends[-1])

    def word_span(self, word: Word) -> Span:
        return Span(self.origin, word.start, word.end)

    # ---- expressions -----------------------------------------------------------------------------

    def number(self, c: list[Child]) -> tree.Number:
        digits, unit = cast("tuple[Word, Word | None]", c)
        return tree.Number(digits.text, unit.type if unit else "", self.span(c))

    def unit(self, c: list[Child]) -> Word:
        return cast(Word, c[0])

    mark = rounding = money_unit = verb = kind = severity = unit

    def string(self, c: list[Child]) -> tree.String:
        return tree.String(cast(Word, c[0]).text, self.span(c))

    def date(self, c: list[Child]) -> tree.Date:
        return tree.Date(cast(Word, c[0]).text, self.span(c))

    def name(self, c: list[Child]) -> tree.Name:
        return tree.Name(cast(Word, c[0]).text, self.span(c))

    def group(self, c: list[Child]) -> tree.Expression:
        """What the brackets hold. Those around an operation are part of its words, so that it is quoted with them."""
        inner = cast(tree.Expression, c[1])
        return evolve(inner, span=self.span(c)) if isinstance(inner, tree.Binary) else inner

    def negative(self, c: list[Child]) -> tree.Negative:
        return tree.Negative(cast(tree.Expression, c[1]), self.span(c))

    def negated(self, c: list[Child]) -> tree.Negated:
        return tree.Negated(cast(tree.Expression, c[1]), self.span(c))

    def binary(self, c: list[Child]) -> tree.Binary:
        left, sign, right = cast("tuple[tree.Expression, Word, tree.Expression]", c)
        operator = cast(tree.Operator, _OPERATORS[sign.type])
        return tree.Binary(operator, left, right, self.span(c))

    def is_kind(self, c: list[Child]) -> tree.IsKind:
        subject, verb, kind = cast("tuple[tree.Expression, Word, Word]", c)
        named = kind.type == "NAME"
        word = kind.text if named else kind.type
        return tree.IsKind(subject, word, named, verb.type == "IS_NOT", self.span(c))

    def presence(self, c: list[Child]) -> tree.Presence:
        subject, verb = cast("tuple[tree.Expression, Word]", c)
        return tree.Presence(subject, verb.type == "GIVEN", self.span(c))

    def if_missing(self, c: list[Child]) -> tree.IfMissing:
        subject, _, default = cast("tuple[tree.Expression, Word, tree.Expression]", c)
        return tree.IfMissing(subject, default, self.span(c))

    def member(self, c: list[Child]) -> tree.Member:
        subject, *rest = c
        options = tuple(cast(tree.Expression, each) for each in rest if not isinstance(each, Word))
        return tree.Member(cast(tree.Expression, subject), options, self.span(c))

    def call(self, c: list[Child]) -> tree.Call | tree.Gathering:
        function = cast(Word, c[0]).text
        inside = cast("tuple[tree.Expression, ...] | list[Child]", c[2])
        if isinstance(inside, tuple):
            return tree.Call(function, inside, self.span(c))
        body, scope = cast("tuple[tree.Expression | None, tree.Scope]", inside)
        return tree.Gathering(function, body, scope, self.span(c))

    def outer(self, c: list[Child]) -> tree.Outer:
        of, name = cast("tuple[Word, Word]", c)
        return tree.Outer(of.type, name.text, self.span(c))  # type: ignore[arg-type]

    def values(self, c: list[Child]) -> tuple[tree.Expression, ...]:
        return tuple(cast(tree.Expression, each) for each in c if not isinstance(each, Word))

    def gathered(self, c: list[Child]) -> list[Child]:
        return c

    # ---- parts -----------------------------------------------------------------------------------

    def notes(self, c: list[Child]) -> tree.Notes:
        words = cast("list[Word]", c)
        cites = tuple(self._cite(word) for word in words if word.type == "CITE")
        readings = tuple(tree.Name(word.text, self.word_span(word)) for word in words if word.type == "NAME")
        return tree.Notes(cites, readings)

    def _cite(self, word: Word) -> tree.Cite:
        match = _CLAUSE.match(word.text)
        source, clause = match.groups() if match else ("", "")
        return tree.Cite(source, clause.strip(), self.word_span(word))

    def scope(self, c: list[Child]) -> tree.Scope:
        _, first, second, _, condition = c
        names = [cast(Word, name).text for name in (first, second) if name]
        class_name = names[0] if len(names) == 2 else None
        return tree.Scope(names[-1], class_name, cast("tree.Expression | None", condition), self.span(c))

    def remaining(self, c: list[Child]) -> tuple[tree.Scope]:
        """The scope of a rule for what other rules leave; the bracket tells it from any other scope."""
        return (evolve(self.scope([c[0], *c[2:4], None, c[-1]]), span=self.span(c)),)

    def let(self, c: list[Child]) -> tree.Let:
        return tree.Let(cast(Word, c[1]).text, cast(tree.Expression, c[3]), self.span(c))

    def let_by_cases(self, c: list[Child]) -> tree.Let:
        """A quantity whose cases are still to come."""
        choice = tree.Choice(c[2] is not None, (), self.span(c[-1:] if c[2] else c))
        return tree.Let(cast(Word, c[1]).text, choice, self.span(c))

    def value_case(self, c: list[Child]) -> tree.ValueCase:
        guard, _, value, notes = cast("tuple[list[Child], Word, tree.Expression, tree.Notes]", c)
        otherwise = cast(Word, guard[0]).type == "OTHERWISE"
        condition = None if otherwise else cast(tree.Expression, guard[1])
        return tree.ValueCase(condition, value, notes, self.span([*guard, *c[1:]]))

    def _quantities(self, c: Sequence[Child]) -> tuple[tree.Let, ...]:
        """The local quantities, each with the cases that stand behind it."""
        lets: list[tree.Let] = []
        for child in _all((tree.Let, tree.ValueCase), c):
            if isinstance(child, tree.Let):
                lets.append(child)
            else:
                lets[-1] = self._with_case(lets[-1], cast(tree.ValueCase, child))
        return tuple(lets)

    def _with_case(self, let: tree.Let, case: tree.ValueCase) -> tree.Let:
        choice = cast(tree.Choice, let.value)
        span = self.span([choice if choice.cases or choice.in_order else case, case])
        by_cases = evolve(choice, cases=(*choice.cases, case), span=span)
        return evolve(let, value=by_cases, span=self.span([let, case]))

    def _bound(self, value: Child, mark: Child) -> tree.Bound:
        closed = None if mark is None else cast(Word, mark).type == "INCLUDING"
        return tree.Bound(cast(tree.Expression, value), closed, self.span([value, mark]))

    def admitted(self, c: list[Child]) -> tree.Admitted:
        low, low_mark, _, high, high_mark, *rest = c
        factors = tuple(cast(tree.Expression, each) for each in rest if not isinstance(each, Word))
        return tree.Admitted(self._bound(low, low_mark), self._bound(high, high_mark), factors, self.span(c))

    def stretch_from(self, c: list[Child]) -> tree.From:
        sign, value = cast("tuple[Word, tree.Expression]", c)
        return tree.From(_OPERATORS[sign.type], value, self.span(c))  # type: ignore[arg-type]

    def stretch_between(self, c: list[Child]) -> tree.Between:
        low, low_mark, _, high, high_mark = c
        return tree.Between(self._bound(low, low_mark), self._bound(high, high_mark), self.span(c))

    def stretch_rest(self, c: list[Child]) -> tree.Rest:
        return tree.Rest(self.span(c))

    def also(self, c: list[Child]) -> tuple[str, ...]:
        return tuple(word.text for word in cast("list[Word]", c) if word.type == "STRING")

    def tier(self, c: list[Child]) -> tree.Tier:
        name, also, _, admitted, notes = cast("tuple[Word, tuple[str, ...] | None, Word, tree.Admitted, tree.Notes]", c)
        return tree.Tier(name.text, also or (), admitted, notes, self.span(c))

    def band_exact(self, c: list[Child]) -> tree.Band:
        stretch, _, award, notes = cast("tuple[tree.Stretch, Word, tree.Expression, tree.Notes]", c)
        return tree.Band(stretch, award, notes, self.span(c))

    band_admit = band_exact

    def band_unstated(self, c: list[Child]) -> tree.Band:
        """The notes behind the reason are those of what is not stated; the band has none beside them."""
        stretch, _, *unstated = c
        return tree.Band(cast(tree.Stretch, stretch), self.unstated(unstated), tree.Notes(), self.span(c))

    def exact(self, c: list[Child]) -> tree.Exact:
        return tree.Exact(cast(tree.Expression, c[1]), cast(tree.Notes, c[2]), self.span(c))

    def admit(self, c: list[Child]) -> tree.Admit:
        return tree.Admit(cast(tree.Admitted, c[1]), cast(tree.Notes, c[2]), self.span(c))

    def editable(self, c: list[Child]) -> tree.Editable:
        _, award, _, _, admitted, notes = c
        return tree.Editable(
            cast(tree.Expression, award), cast(tree.Admitted, admitted), cast(tree.Notes, notes), self.span(c)
        )

    def same(self, c: list[Child]) -> tree.SameAs:
        return tree.SameAs(cast(Word, c[2]).text, cast(tree.Notes, c[3]), self.span(c))

    def by_tier(self, c: list[Child]) -> tree.ByTier:
        return tree.ByTier(_all(tree.Tier, c), cast(tree.Notes, c[2]), self.span(c))

    def by_band(self, c: list[Child]) -> tree.ByBand:
        subject, notes = cast(tree.Expression, c[2]), cast(tree.Notes, c[3])
        return tree.ByBand(subject, _all(tree.Band, c), notes, self.span(c))

    def unscored(self, c: list[Child]) -> tree.Unscored:
        reason = cast("Word | None", c[1])
        return tree.Unscored(reason.text if reason else "", cast(tree.Notes, c[2]), self.span(c))

    def unstated(self, c: list[Child]) -> tree.Unstated:
        return tree.Unstated(cast(Word, c[1]).text, cast(tree.Notes, c[2]), self.span(c))

    def guard(self, c: list[Child]) -> list[Child]:
        return c

    def case(self, c: list[Child]) -> tree.Case:
        guard, outcome = cast("tuple[list[Child] | None, tree.Outcome]", c)
        if guard is None:
            return tree.Case(None, False, outcome, self.span([outcome]))
        otherwise = cast(Word, guard[0]).type == "OTHERWISE"
        condition = None if otherwise else cast(tree.Expression, guard[1])
        return tree.Case(condition, otherwise, outcome, self.span([*guard, outcome]))

    # ---- steps -----------------------------------------------------------------------------------

    def by_steps(self, c: list[Child]) -> tree.BySteps:
        _, size, _, amount, counting = cast("tuple[Word, tree.Expression, Word, tree.Expression, Word]", c)
        return tree.BySteps(size, amount, counting.type, self.span(c))  # type: ignore[arg-type]

    def up_to(self, c: list[Child]) -> tree.Expression:
        return cast(tree.Expression, c[1])

    condition = up_to

    def _step(self, c: list[Child], kind: Child, operand: Child, steps: Child, up_to: Child, when: Child) -> tree.Step:
        return tree.Step(
            cast(Word, kind).type,  # type: ignore[arg-type]
            cast("tree.Expression | None", operand),
            cast("tree.BySteps | None", steps),
            cast("tree.Expression | None", up_to),
            cast("tree.Expression | None", when),
            cast(tree.Notes, c[-1]),
            self.span(c),
        )

    def at_least(self, c: list[Child]) -> tree.Step:
        return self._step(c, c[0], c[1], None, None, c[2])

    at_most = at_least

    def bonus(self, c: list[Child]) -> tree.Step:
        return self._step(c, c[0], c[1], None, c[2], c[3])

    def deduct(self, c: list[Child]) -> tree.Step:
        return self._step(c, c[0], c[1], c[2], c[3], c[4])

    def round(self, c: list[Child]) -> tree.Step:
        return self._step(c, c[0], c[2], None, None, c[3])

    def unrounded(self, c: list[Child]) -> tree.Step:
        return self._step(c, c[0], None, None, None, None)

    # ---- declarations ----------------------------------------------------------------------------

    def head_title(self, c: list[Child]) -> tree.Head:
        words = [cast(Word, each) for each in c if each]
        return tree.Head(words[0].type, tuple(word.text for word in words[1:]), self.span(c))

    head_word = head_text = head_title

    def head_years(self, c: list[Child]) -> tree.Head:
        words = [cast(Word, each) for each in c if each]
        years = tuple("" if word.type == "ONWARD" else word.text for word in words[1:] if word.type != "TO")
        return tree.Head(words[0].type, years, self.span(c))

    def schema(self, c: list[Child]) -> tree.SchemaDecl:
        return tree.SchemaDecl(cast(Word, c[1]).text, _all(tree.Head, c), self.span(c))

    def role(self, c: list[Child]) -> Word:
        return cast(Word, c[0])._replace(type="role:" + cast(Word, c[0]).type)

    def field_type(self, c: list[Child]) -> list[Child]:
        return c

    def field_decl(self, c: list[Child]) -> tree.FieldDecl:
        zh, en, field_type, *rest = c
        kind, unit = [*cast("list[Word]", field_type), None][:2]
        roles = tuple(word.type.removeprefix("role:") for word in _all(Word, rest))
        also = cast("tuple[str, ...] | None", rest[-1]) or ()
        assert kind is not None
        return tree.FieldDecl(
            cast(Word, zh).text,
            cast(Word, en).text,
            kind.type,
            unit.type if unit else "",
            roles,
            also,
            self.span([zh, en, kind, unit, *_all(Word, rest)]),
        )

    def field_also(self, c: list[Child]) -> tree.FieldNaming:
        name, also = cast("tuple[Word, tuple[str, ...]]", c)
        return tree.FieldNaming(name.text, "", also, self.span(c))

    def field_renamed(self, c: list[Child]) -> tree.FieldNaming:
        name, _, renamed, also = cast("tuple[Word, Word, Word, tuple[str, ...] | None]", c)
        return tree.FieldNaming(name.text, renamed.text, also or (), self.span(c))

    def record(self, c: list[Child]) -> tree.RecordDecl:
        kind, zh, en = cast("list[Word]", c[:3])
        fields = _all((tree.FieldDecl, tree.FieldNaming), c)
        return tree.RecordDecl(kind.type, zh.text, en.text, fields, self.span(c))  # type: ignore[arg-type]

    def policy(self, c: list[Child]) -> tree.PolicyDecl:
        return tree.PolicyDecl(cast(Word, c[1]).text, _all(tree.Head, c), self.span(c))

    def source(self, c: list[Child]) -> tree.SourceDecl:
        _, name, standing, title = cast("list[Word]", c)
        return tree.SourceDecl(name.text, standing.type, title.text, self.span(c))  # type: ignore[arg-type]

    def reading(self, c: list[Child]) -> tree.ReadingDecl:
        wording = cast("Word | None", c[4])
        return tree.ReadingDecl(
            cast(Word, c[1]).text,
            cast(tree.Notes, c[2]),
            wording.text if wording else "",
            cast(Word, c[6]).text,
            (),
            None,
            cast(Word, c[8]).text,
            self.span(c),
        )

    def alternative(self, c: list[Child]) -> tree.Alternative:
        return tree.Alternative(cast(Word, c[1]).text, cast(Word, c[3]).text, self.span(c))

    def open_reading(self, c: list[Child]) -> tree.ReadingDecl:
        wording, chosen = cast("tuple[Word | None, Word]", (c[4], c[-3]))
        return tree.ReadingDecl(
            cast(Word, c[1]).text,
            cast(tree.Notes, c[2]),
            wording.text if wording else "",
            "",
            _all(tree.Alternative, c),
            tree.Name(chosen.text, self.word_span(chosen)),
            cast(Word, c[-1]).text,
            self.span(c),
        )

    def parameter(self, c: list[Child]) -> tree.ParameterDecl:
        _, name, before, _, value, after, final = c
        return tree.ParameterDecl(
            cast(Word, name).text,
            cast(tree.Expression, value),
            _joined(before, after),
            final is not None,
            self.span(c),
        )

    def definition(self, c: list[Child]) -> tree.DefinitionDecl:
        _, name, before, final, scope, _, value, after = c
        return tree.DefinitionDecl(
            cast(Word, name).text,
            _joined(before, after),
            final is not None,
            cast("tree.Scope | None", scope),
            cast(tree.Expression, value),
            self.span(c),
        )

    def definition_by_cases(self, c: list[Child]) -> tree.DefinitionDecl:
        _, name, notes, final, scope, in_order, *_ = c
        cases = _all(tree.ValueCase, c)
        return tree.DefinitionDecl(
            cast(Word, name).text,
            cast(tree.Notes, notes),
            final is not None,
            cast("tree.Scope | None", scope),
            tree.Choice(in_order is not None, cases, self.span([in_order, *cases])),
            self.span(c),
        )

    def class_when(self, c: list[Child]) -> tree.ClassCase:
        name, _, condition, notes = cast("tuple[Word, Word, tree.Expression, tree.Notes]", c)
        return tree.ClassCase(name.text, condition, notes, self.span(c))

    def class_rest(self, c: list[Child]) -> tree.ClassCase:
        return tree.ClassCase(cast(Word, c[0]).text, None, cast(tree.Notes, c[2]), self.span(c))

    def classification(self, c: list[Child]) -> tree.ClassificationDecl:
        cases = _all(tree.ClassCase, c)
        return tree.ClassificationDecl(cast(Word, c[1]).text, c[2] is not None, c[3] is not None, cases, self.span(c))

    def void(self, c: list[Child]) -> tree.VoidDecl:
        _, name, notes, final, scope = cast("tuple[Word, Word, tree.Notes, Word | None, tree.Scope]", c)
        return tree.VoidDecl(name.text, notes, final is not None, scope, self.span(c))

    def not_applicable(self, c: list[Child]) -> tree.NotApplicableDecl:
        _, name, notes, final, scope, treatment = cast(
            "tuple[Word, Word, tree.Notes, Word | None, tree.Scope, Word]", c
        )
        return tree.NotApplicableDecl(
            name.text,
            notes,
            final is not None,
            scope,
            treatment.type,  # type: ignore[arg-type]
            self.span(c),
        )

    def before(self, c: list[Child]) -> tuple[tree.Name, ...]:
        return tuple(self.name([word]) for word in cast("list[Word]", c) if word.type == "NAME")

    def rule(self, c: list[Child]) -> tree.RuleDecl:
        _, name, before, notes, final, where, *rest = c
        remaining = isinstance(where, tuple)
        scope = cast(tree.Scope, where[0] if isinstance(where, tuple) else where)
        return tree.RuleDecl(
            cast(Word, name).text,
            cast("tuple[tree.Name, ...] | None", before) or (),
            cast(tree.Notes, notes),
            final is not None,
            remaining,
            scope,
            self._quantities(rest),
            any(word.type == "IN_ORDER" for word in _all(Word, rest)),
            _all(tree.Case, rest),
            _all(tree.Step, rest),
            self.span([c[0], *rest]),
        )

    def each_row(self, c: list[Child]) -> tree.EachRowDecl:
        scope = cast("tree.Scope | None", c[2])
        return tree.EachRowDecl(c[1] is not None, scope, _all(tree.Step, c), self.span(c))

    def total(self, c: list[Child]) -> tree.TotalDecl:
        value, notes = cast(tree.Expression, c[1]), cast(tree.Notes, c[2])
        return tree.TotalDecl(value, notes, c[3] is not None, _all(tree.Step, c), self.span(c))

    def subtotal(self, c: list[Child]) -> tree.SubtotalDecl:
        return tree.SubtotalDecl(cast(Word, c[2]).text, self.span(c))

    def grade_row(self, c: list[Child]) -> tree.GradeRow:
        name, _, stretch, notes = cast("tuple[Word, Word, tree.Stretch, tree.Notes]", c)
        return tree.GradeRow(name.text, stretch, notes, self.span(c))

    def grade(self, c: list[Child]) -> tree.GradeDecl:
        rows, ceilings = _all(tree.GradeRow, c), _all(tree.Ceiling, c)
        return tree.GradeDecl(cast(tree.Expression, c[1]), c[2] is not None, rows, ceilings, self.span(c))

    def ceiling(self, c: list[Child]) -> tree.Ceiling:
        _, name, _, condition, notes = cast("tuple[Word, Word, Word, tree.Expression, tree.Notes]", c)
        return tree.Ceiling(name.text, condition, notes, self.span(c))

    def decision(self, c: list[Child]) -> tree.Decision:
        guard, _, text, notes = cast("tuple[list[Child] | None, Word, Word, tree.Notes]", c)
        otherwise = guard is not None and cast(Word, guard[0]).type == "OTHERWISE"
        condition = cast(tree.Expression, guard[1]) if guard and not otherwise else None
        return tree.Decision(condition, otherwise, text.text, notes, self.span([*(guard or []), *c[1:]]))

    def consequence(self, c: list[Child]) -> tree.ConsequenceDecl:
        name, notes = cast("tuple[Word, tree.Notes]", c[1:3])
        return tree.ConsequenceDecl(name.text, notes, self._quantities(c), _all(tree.Decision, c), self.span(c))

    def require(self, c: list[Child]) -> list[Child]:
        return [c[1], True, c[4], c[5]]

    def report(self, c: list[Child]) -> list[Child]:
        return [c[1], False, c[3], c[4]]

    def check(self, c: list[Child]) -> tree.CheckDecl:
        condition, required, severity, message = cast("tuple[tree.Expression, bool, Word, Word]", c[-1])
        return tree.CheckDecl(
            cast(Word, c[1]).text,
            cast(tree.Notes, c[2]),
            c[3] is not None,
            cast("tree.Scope | None", c[4]),
            self._quantities(c),
            condition,
            required,
            severity.type,  # type: ignore[arg-type]
            message.text,
            self.word_span(message),
            self.span([*c[:-1], message]),
        )

    def invariant_holds(self, c: list[Child]) -> tree.InvariantDecl:
        name, notes, scope = cast("tuple[Word, tree.Notes, tree.Scope | None]", c[1:4])
        return tree.InvariantDecl(name.text, notes, scope, cast(tree.Expression, c[5]), "", False, self.span(c))

    def invariant_monotone(self, c: list[Child]) -> tree.InvariantDecl:
        name, notes, scope = cast("tuple[Word, tree.Notes, tree.Scope]", c[1:4])
        along, direction = cast("tuple[Word, Word]", c[6:8])
        rising = direction.type == "NONDECREASING"
        return tree.InvariantDecl(name.text, notes, scope, None, along.text, rising, self.span(c))

    def printed(self, c: list[Child]) -> Word:
        """The cell as an author wrote it: a string's content, or digits with sign and unit."""
        words = [cast(Word, each) for each in c if each]
        text = "".join(word.text for word in words)
        return Word("STRING", text, words[0].start, words[-1].end)

    def entry(self, c: list[Child]) -> tree.Entry:
        name, printed = cast("tuple[Word, Word]", c)
        return tree.Entry(name.text, printed.text, self.span(c))

    def expected_exact(self, c: list[Child]) -> Child:
        return c[0]

    expected_admitted = expected_exact

    def expected_word(self, c: list[Child]) -> Child:
        return c[0]

    def _expected(self, value: Child, rule: Word | None, span: Span) -> tree.Expected:
        what = value.type if isinstance(value, Word) else value
        return tree.Expected(what, rule.text if rule else None, span)  # type: ignore[arg-type]

    def expectation(self, c: list[Child]) -> tree.Expected:
        return self._expected(c[1], cast("Word | None", c[3]), self.span(c))

    def expected_total(self, c: list[Child]) -> tree.Expected:
        return self._expected(c[1], None, self.span(c))

    def expected_grade(self, c: list[Child]) -> Word:
        return cast(Word, c[1])

    def example_row(self, c: list[Child]) -> tree.ExampleRow:
        expected = next(iter(_all(tree.Expected, c)), None)
        name = cast(Word, c[1]).text
        return tree.ExampleRow(name, _all(tree.Entry, c), expected, _all(tree.Reported, c), self.span(c))

    def reported(self, c: list[Child]) -> tree.Reported:
        verb, name = cast("tuple[Word, Word]", c)
        return tree.Reported(name.text, verb.type == "REPORTS", self.span(c))

    def of_form(self, c: list[Child]) -> _Parts:
        """What is expected of the form as a whole: a total, a grade (a word), messages."""
        return _Parts(tuple(each for each in c if each is not None), self.span(c))

    on_file = of_form

    def example(self, c: list[Child]) -> tree.ExampleDecl:
        on_file = cast("_Parts | None", c[2])
        of_form = next(iter(_all(_Parts, c[3:])), None)
        file, whole = on_file.parts if on_file else (), of_form.parts if of_form else ()
        grade = next(iter(_all(Word, whole)), None)
        return tree.ExampleDecl(
            cast(Word, c[1]).text,
            cast(Word, file[1]).text if file else "",
            _all(tree.ExampleRow, c),
            next(iter(_all(tree.Expected, whole)), None),
            grade.text if grade else None,
            _all(tree.Reported, (*file, *whole)),
            _all(tree.OtherForm, c),
            self.span(c),
        )

    def other_row(self, c: list[Child]) -> tree.OtherRow:
        return tree.OtherRow(cast(Word, c[1]).text, _all(tree.Entry, c), self.span(c))

    def other_form(self, c: list[Child]) -> tree.OtherForm:
        return tree.OtherForm(cast(Word, c[1]).text, _all(tree.OtherRow, c), self.span(c))

    def example_set(self, c: list[Child]) -> tree.ExampleSetDecl:
        return tree.ExampleSetDecl(cast(Word, c[1]).text, _all(tree.Head, c), self.span(c))

    # ---- amendments ------------------------------------------------------------------------------

    def amendment(self, c: list[Child]) -> tree.Amendment:
        verb, plain = cast("tuple[Word, tree.Plain]", c)
        return tree.Amendment(verb.type, plain, self.span(c))  # type: ignore[arg-type]

    def removable(self, c: list[Child]) -> Word:
        return cast(Word, c[0])

    def removal(self, c: list[Child]) -> tree.Removal:
        kind, name = cast("tuple[Word, Word | None]", c[1:])
        return tree.Removal(kind.type, name.text if name else "", self.span(c))

    def edge_setting(self, c: list[Child]) -> tree.EdgeSetting:
        rule, before, after = c[2], c[-4], c[-2]
        return tree.EdgeSetting(
            rule.text if isinstance(rule, Word) else "",
            cast(tree.Expression, before),
            cast(tree.Expression, after),
            cast(tree.Notes, c[-1]),
            self.span(c),
        )

    def tier_naming(self, c: list[Child]) -> tree.TierNaming:
        words = cast("list[Word]", c)
        return tree.TierNaming(
            words[2].text, tuple(each.text for each in words[3:] if each.type == "STRING"), self.span(c)
        )

    def setting(self, c: list[Child]) -> tree.Setting:
        _, name, _, value, notes, _, because = c
        reason = cast("Word | None", because)
        return tree.Setting(
            cast(Word, name).text,
            cast(tree.Expression, value),
            cast(tree.Notes, notes),
            reason.text if reason else "",
            self.span(c),
        )


def _joined(before: Child, after: Child) -> tree.Notes:
    """Notes that may stand before a formula, behind it, or both."""
    first, second = cast(tree.Notes, before), cast(tree.Notes, after)
    return tree.Notes((*first.cites, *second.cites), (*first.readings, *second.readings))


def _placed(child: Child) -> bool:
    return isinstance(child, Word) or isinstance(getattr(child, "span", None), Span)


def _start(child: Child) -> int:
    return child.start if isinstance(child, Word) else cast(tree.Name, child).span.start


def _end(child: Child) -> int:
    return child.end if isinstance(child, Word) else cast(tree.Name, child).span.end
