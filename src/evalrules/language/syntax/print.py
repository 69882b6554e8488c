"""Prints a tree as text that parses back to the same tree, with keywords in either language."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias, assert_never

from evalrules.language.keywords import TOKEN_OF_WORD, spelling
from evalrules.language.syntax import tree
from evalrules.language.syntax.lexer import WORD_SHAPE

Lang: TypeAlias = Literal["zh", "en"]

# How tightly an operator binds; an operand that binds less tightly stands in brackets.
_BINDING = {
    "or": 1, "and": 2, "not": 3,
    "=": 4, "≠": 4, "<": 4, "≤": 4, ">": 4, "≥": 4, "predicate": 4,
    "+": 5, "−": 5, "×": 6, "÷": 6, "negative": 7, "if missing": 8, "atom": 9,
}  # fmt: skip
_SIGNS = {"PERCENT": "%", "PER_MILLE": "‰"}

# Keywords that may stand where a number may begin, so that a field of that name needs brackets there.
_AWARDS = frozenset({"SAME", "BY_TIER", "BY_BAND"})
_BANDS = frozenset({"UNSTATED"})
_STRETCHES = frozenset({"REST"})
_EXPECTATIONS = frozenset({"NOT_APPLICABLE", "VOID", "FAULT", "UNSCORED"})
_FIRST_WORD = re.compile(WORD_SHAPE)


class Printer:
    """Prints trees in one keyword language."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang

    def word(self, token: str) -> str:
        """A keyword as this language spells it."""
        return spelling(token, self.lang)

    # ---- expressions -----------------------------------------------------------------------------

    def expression(self, node: tree.Expression, at_least: int = 0) -> str:
        """`node`, in brackets if it binds less tightly than `at_least`."""
        binding, text = self._bound(node)
        return text if binding >= at_least else f"({text})"

    def opening(self, node: tree.Expression, keywords: frozenset[str] = frozenset()) -> str:
        """A sum for a place where `keywords` may stand: in brackets if it opens with one of them."""
        text = self.expression(node, _BINDING["+"])
        first = _FIRST_WORD.match(text)
        return f"({text})" if first and TOKEN_OF_WORD.get(first[0]) in keywords else text

    def _bound(self, node: tree.Expression) -> tuple[int, str]:
        match node:
            case tree.Binary():
                return self._binary(node)
            case tree.Negated():
                return _BINDING["not"], f"{self.word('NOT')} {self.expression(node.operand, _BINDING['not'])}"
            case tree.Negative():
                inner = self.expression(node.operand, _BINDING["negative"])
                return _BINDING["negative"], f"−{inner}"
            case tree.IfMissing(subject=subject, default=default):
                sides = (self.expression(each, _BINDING["atom"]) for each in (subject, default))
                return _BINDING["if missing"], f" {self.word('IF_MISSING')} ".join(sides)
            case tree.IsKind() | tree.Presence() | tree.Member():
                return _BINDING["predicate"], self._predicate(node)
            case _:
                return _BINDING["atom"], self._atom(node)

    def _binary(self, node: tree.Binary) -> tuple[int, str]:
        """Operators group to the left; a comparison has no comparison inside."""
        binding = _BINDING[node.operator]
        compares = binding == _BINDING["="]
        left = self.expression(node.left, binding + 1 if compares else binding)
        right = self.expression(node.right, binding + 1)
        sign = self.word(node.operator.upper()) if node.operator in ("and", "or") else node.operator
        return binding, f"{left} {sign} {right}"

    def _predicate(self, node: tree.IsKind | tree.Presence | tree.Member) -> str:
        subject = self.expression(node.subject, _BINDING["+"])
        match node:
            case tree.IsKind():
                kind = node.kind if node.named else self.word(node.kind)
                return f"{subject} {self.word('IS_NOT' if node.negated else 'IS')} {kind}"
            case tree.Presence():
                return f"{subject} {self.word('GIVEN' if node.given else 'MISSING')}"
            case tree.Member():
                return f"{subject} {self.word('IN')} ({self._list(node.options)})"

    def _list(self, nodes: tuple[tree.Expression, ...]) -> str:
        return ", ".join(self.expression(each) for each in nodes)

    def _atom(self, node: tree.Expression) -> str:
        match node:
            case tree.Number():
                return self._number(node)
            case tree.String(text=text):
                return quoted(text)
            case tree.Date(iso=iso):
                return iso
            case tree.Name(name=name):
                return name
            case tree.Call():
                return f"{node.function}({self._list(node.arguments)})"
            case tree.Gathering():
                body = f"{self.expression(node.body)} " if node.body else ""
                return f"{node.function}({body}{self.scope(node.scope)})"
            case tree.Outer():
                return f"{self.word(node.of)} {node.name}"
            case _:
                raise AssertionError(f"{type(node).__name__} is no atom")

    def _number(self, node: tree.Number) -> str:
        if not node.unit:
            return node.digits
        sign = _SIGNS.get(node.unit)
        return node.digits + sign if sign else f"{node.digits} {self.word(node.unit)}"

    # ---- parts -----------------------------------------------------------------------------------

    def scope(self, scope: tree.Scope) -> str:
        names = f"{scope.class_name} {scope.record}" if scope.class_name else scope.record
        where = f" {self.word('WHERE')} {self.expression(scope.condition)}" if scope.condition else ""
        return f"{self.word('FOR')} {names}{where}"

    def notes(self, notes: tree.Notes) -> str:
        """Citations and readings, with a space before each."""
        cites = "".join(f" [{_cite(each)}]" for each in notes.cites)
        return cites + "".join(f" {self.word('RESTS_ON')} {each.name}" for each in notes.readings)

    def _mark(self, closed: bool | None) -> str:
        return "" if closed is None else " " + self.word("INCLUDING" if closed else "EXCLUDING")

    def _ends(self, node: tree.Admitted | tree.Between, keywords: frozenset[str]) -> str:
        low = self.opening(node.low.value, keywords) + self._mark(node.low.closed)
        high = self.opening(node.high.value) + self._mark(node.high.closed)
        return f"{low} {self.word('TO')} {high}"

    def admitted(self, node: tree.Admitted, keywords: frozenset[str] = frozenset()) -> str:
        """`80% （含） 至 100% （含） × 分值`."""
        ends = self._ends(node, keywords)
        return ends + "".join(f" × {self.expression(each, _BINDING['negative'])}" for each in node.factors)

    def stretch(self, node: tree.Stretch) -> str:
        match node:
            case tree.From():
                return f"{node.operator} {self.expression(node.value, _BINDING['+'])}"
            case tree.Between():
                return self._ends(node, _STRETCHES)
            case tree.Rest():
                return self.word("REST")
            case _:
                assert_never(node)

    def award(self, node: tree.Expression | tree.Admitted, keywords: frozenset[str] = frozenset()) -> str:
        """An award, exact or admitted, for a place where `keywords` may stand."""
        return self.admitted(node, keywords) if isinstance(node, tree.Admitted) else self.opening(node, keywords)

    def _also(self, names: tuple[str, ...]) -> str:
        return f" {self.word('ALSO')} {', '.join(map(quoted, names))}" if names else ""

    def outcome(self, node: tree.Outcome) -> str:
        """An outcome; tiers and bands stand on lines of their own."""
        award, notes = self.word("AWARD"), self.notes(node.notes)
        match node:
            case tree.Exact():
                return f"{award} {self.award(node.award, _AWARDS)}{notes}"
            case tree.Admit():
                return f"{award} {self.award(node.admitted, _AWARDS)}{notes}"
            case tree.Editable():
                computed = self.award(node.award, _AWARDS)
                return f"{award} {computed} {self.word('EDITABLE')} {self.admitted(node.admitted)}{notes}"
            case tree.SameAs():
                return f"{award} {self.word('SAME')} {node.rule}{notes}"
            case tree.Unscored():
                reason = f" {quoted(node.reason)}" if node.reason else ""
                return f"{self.word('UNSCORED')}{reason}{notes}"
            case tree.Unstated():
                return f"{self.word('UNSTATED')} {quoted(node.reason)}{notes}"
            case tree.ByTier():
                lines = [f"\n    {self._tier(tier)}" for tier in node.tiers]
                return f"{award} {self.word('BY_TIER')}{notes}{''.join(lines)}"
            case tree.ByBand():
                subject = self.expression(node.subject, _BINDING["+"])
                lines = [f"\n    {self._band(band)}" for band in node.bands]
                return f"{award} {self.word('BY_BAND')} {subject}{notes}{''.join(lines)}"
            case _:
                assert_never(node)

    def _tier(self, tier: tree.Tier) -> str:
        return f"{tier.name}{self._also(tier.also)}: {self.admitted(tier.admitted)}{self.notes(tier.notes)}"

    def _band(self, band: tree.Band) -> str:
        if isinstance(band.award, tree.Unstated):
            return f"{self.stretch(band.stretch)}: {self.outcome(band.award)}"
        return f"{self.stretch(band.stretch)}: {self.award(band.award, _BANDS)}{self.notes(band.notes)}"

    def case(self, case: tree.Case) -> str:
        outcome = self.outcome(case.outcome)
        if case.otherwise:
            return f"{self.word('OTHERWISE')} {outcome}"
        if case.condition is None:
            return outcome
        return f"{self.word('WHEN')} {self.expression(case.condition)} {outcome}"

    def step(self, step: tree.Step) -> str:
        """`四舍五入 至 0.01`, `扣分 … 每 … 扣 … 按整步 最多 …`."""
        parts = [self.word(step.kind)]
        if step.operand is not None:
            rounds = step.kind in ("HALF_UP", "TRUNCATE", "ROUND_UP", "HALF_EVEN")
            parts += [self.word("TO")] if rounds else []
            parts.append(self.expression(step.operand, _BINDING["+"]))
        if step.by_steps is not None:
            parts += self._by_steps(step.by_steps)
        if step.up_to is not None:
            parts += [self.word("UP_TO"), self.expression(step.up_to, _BINDING["+"])]
        if step.condition is not None:
            parts += [self.word("WHEN"), self.expression(step.condition)]
        return " ".join(parts) + self.notes(step.notes)

    def _by_steps(self, steps: tree.BySteps) -> list[str]:
        size = self.expression(steps.size, _BINDING["+"])
        amount = self.expression(steps.amount, _BINDING["+"])
        return [self.word("PER"), size, self.word("TAKE"), amount, self.word(steps.counting)]

    def let(self, let: tree.Let) -> str:
        return f"{self.word('LET')} {let.name}{self.quantity(let.value)}"

    def quantity(self, node: tree.Quantity) -> str:
        """What a name stands for: ` = ` and a formula, or cases on lines of their own."""
        if not isinstance(node, tree.Choice):
            return f" = {self.expression(node)}"
        order = f" {self.word('IN_ORDER')}" if node.in_order else ""
        return order + "".join(f"\n    {self._value_case(each)}" for each in node.cases)

    def _value_case(self, case: tree.ValueCase) -> str:
        condition = case.condition
        guard = self.word("OTHERWISE") if condition is None else f"{self.word('WHEN')} {self.expression(condition)}"
        return f"{guard} {self.word('USE')} {self.expression(case.value)}{self.notes(case.notes)}"

    # ---- declarations ----------------------------------------------------------------------------

    def declaration(self, node: tree.Declaration) -> str:
        """A declaration: its first line at the margin, the rest indented."""
        match node:
            case tree.Amendment():
                return f"{self.word(node.verb)} {self.plain(node.declaration)}"
            case tree.Removal():
                return f"{self.word('REMOVE')} {self.word(node.kind)} {node.name}".rstrip()
            case tree.EdgeSetting():
                where = f"{self.word('RULE')} {node.rule}" if node.rule else self.word("GRADE")
                before, after = (self.expression(each, _BINDING["+"]) for each in (node.before, node.after))
                return f"{self.word('SET')} {where} {before} = {after}{self.notes(node.notes)}"
            case tree.TierNaming():
                return f"{self.word('ALSO')} {self.word('TIER')} {node.name} {', '.join(map(quoted, node.also))}"
            case tree.Setting():
                value = self.expression(node.value)
                because = f" {self.word('BECAUSE')} {quoted(node.because)}" if node.because else ""
                return f"{self.word('SET')} {node.name} = {value}{self.notes(node.notes)}{because}"
            case _:
                return self.plain(node)

    def plain(self, node: tree.Plain) -> str:
        """A declaration without a verb: the words of its first line, then its other lines."""
        first, lines = self._lines(node)
        return "\n".join([first, *(f"  {line}" for line in lines)])

    def _lines(self, node: tree.Plain) -> tuple[str, list[str]]:
        match node:
            case tree.SchemaDecl() | tree.PolicyDecl():
                token = "SCHEMA" if isinstance(node, tree.SchemaDecl) else "POLICY"
                return f"{self.word(token)} {node.name}", [self._head(each) for each in node.head]
            case tree.RecordDecl():
                return f"{self.word(node.kind)} {node.zh} {node.en}", [self._field(each) for each in node.fields]
            case tree.SourceDecl():
                standing = self.word(node.standing)
                return f"{self.word('SOURCE')} {node.name} {standing} {quoted(node.title)}", []
            case tree.ReadingDecl():
                return self._reading(node)
            case tree.ParameterDecl() | tree.DefinitionDecl():
                return self._quantity(node), []
            case tree.ClassificationDecl():
                order = f" {self.word('IN_ORDER')}" if node.in_order else ""
                first = f"{self.word('CLASSES')} {node.record}{order}{self._final(node)}"
                return first, [self._class_case(each) for each in node.cases]
            case tree.VoidDecl():
                first = f"{self.word('VOID')} {node.name}{self.notes(node.notes)}{self._final(node)}"
                return first, [self.scope(node.scope)]
            case tree.NotApplicableDecl():
                first = f"{self.word('NOT_APPLICABLE')} {node.name}{self.notes(node.notes)}{self._final(node)}"
                return first, [self.scope(node.scope), self.word(node.treatment)]
            case tree.RuleDecl():
                return self._rule(node)
            case tree.EachRowDecl() | tree.TotalDecl() | tree.SubtotalDecl() | tree.GradeDecl():
                return self._summary(node)
            case tree.ConsequenceDecl():
                return self._consequence(node)
            case tree.CheckDecl():
                return self._check(node)
            case tree.InvariantDecl():
                return self._invariant(node)
            case tree.ExampleDecl():
                return self._example(node)
            case tree.ExampleSetDecl():
                return f"{self.word('EXAMPLE_SET')} {node.name}", [self._head(each) for each in node.head]
            case _:
                assert_never(node)

    def _head(self, head: tree.Head) -> str:
        if head.token == "YEAR":
            return " ".join((self.word("YEAR"), *self._years(head.values)))
        texts = head.token in ("TITLE", "PLACE")
        values = (quoted(each) if texts else each for each in head.values)
        return " ".join((self.word(head.token), *values))

    def _years(self, years: tuple[str, ...]) -> tuple[str, ...]:
        if len(years) == 1:
            return years
        first, last = years
        return (first, self.word("TO"), last) if last else (first, self.word("ONWARD"))

    def _field(self, node: tree.FieldDecl | tree.FieldNaming) -> str:
        if isinstance(node, tree.FieldNaming):
            renamed = f" {self.word('RENAMED')} {node.renamed}" if node.renamed else ""
            return node.name + renamed + self._also(node.also)
        unit = (self.word(node.unit),) if node.unit else ()
        roles = (self.word(role) for role in node.roles)
        return " ".join((node.zh, node.en, self.word(node.type), *unit, *roles)) + self._also(node.also)

    def _reading(self, node: tree.ReadingDecl) -> tuple[str, list[str]]:
        lines = [f"{self.word('WORDING')} {quoted(node.wording)}"] if node.wording else []
        lines += [self._alternative(each) for each in node.alternatives]
        if node.chosen is not None:
            lines.append(f"{self.word('USE')} {node.chosen.name}")
        else:
            lines.append(f"{self.word('READ_AS')} {quoted(node.read_as)}")
        lines.append(f"{self.word('BECAUSE')} {quoted(node.because)}")
        return f"{self.word('READING')} {node.name}{self.notes(node.notes)}", lines

    def _alternative(self, node: tree.Alternative) -> str:
        return f"{self.word('OPTION')} {node.name} {self.word('READ_AS')} {quoted(node.read_as)}"

    def _quantity(self, node: tree.ParameterDecl | tree.DefinitionDecl) -> str:
        value, notes = self.quantity(node.value), self.notes(node.notes)
        if isinstance(node, tree.ParameterDecl):
            return f"{self.word('PARAMETER')} {node.name}{value}{notes}{self._final(node)}"
        scope = f" {self.scope(node.scope)}" if node.scope else ""
        return f"{self.word('DEFINE')} {node.name}{notes}{self._final(node)}{scope}{value}"

    def _final(self, node: tree.Final) -> str:
        """`不得改动`, with a space before it, where a declaration is final."""
        return f" {self.word('FINAL')}" if node.final else ""

    def _class_case(self, case: tree.ClassCase) -> str:
        condition = case.condition
        when = f"{self.word('WHEN')} {self.expression(condition)}" if condition else self.word("REST")
        return f"{case.name} {when}{self.notes(case.notes)}"

    def _rule(self, node: tree.RuleDecl) -> tuple[str, list[str]]:
        lines = [self._rule_scope(node)]
        lines += [self.let(each) for each in node.lets]
        lines += [self.word("IN_ORDER")] if node.in_order else []
        lines += [self.case(each) for each in node.cases]
        lines += [self.step(each) for each in node.steps]
        names = ", ".join(each.name for each in node.before)
        before = f" {self.word('BEFORE')} {names}" if names else ""
        return f"{self.word('RULE')} {node.name}{before}{self.notes(node.notes)}{self._final(node)}", lines

    def _rule_scope(self, node: tree.RuleDecl) -> str:
        """The scope; of a rule for what other rules leave, with the word for it behind the first one."""
        scope = self.scope(node.scope)
        if not node.remaining:
            return scope
        first = self.word("FOR")
        return f"{first} {self.word('REST')}{scope.removeprefix(first)}"

    def _summary(
        self, node: tree.EachRowDecl | tree.TotalDecl | tree.SubtotalDecl | tree.GradeDecl
    ) -> tuple[str, list[str]]:
        match node:
            case tree.EachRowDecl():
                scope = f" {self.scope(node.scope)}" if node.scope else ""
                return f"{self.word('EACH_ROW')}{self._final(node)}{scope}", [self.step(each) for each in node.steps]
            case tree.TotalDecl():
                value = self.expression(node.value, _BINDING["+"])
                steps = [self.step(each) for each in node.steps]
                return f"{self.word('TOTAL')} {value}{self.notes(node.notes)}{self._final(node)}", steps
            case tree.SubtotalDecl():
                return f"{self.word('SUBTOTAL')} {self.word('BY')} {node.field_name}", []
            case tree.GradeDecl():
                subject = self.expression(node.subject, _BINDING["+"])
                rows = [f"{row.name}: {self.stretch(row.stretch)}{self.notes(row.notes)}" for row in node.rows]
                return f"{self.word('GRADE')} {subject}{self._final(node)}", [*rows, *map(self._ceiling, node.ceilings)]

    def _ceiling(self, node: tree.Ceiling) -> str:
        condition = f"{self.word('WHEN')} {self.expression(node.condition)}"
        return f"{self.word('AT_MOST')} {node.grade} {condition}{self.notes(node.notes)}"

    def _consequence(self, node: tree.ConsequenceDecl) -> tuple[str, list[str]]:
        lines = [self.let(each) for each in node.lets]
        lines += [self._decision(each) for each in node.decisions]
        return f"{self.word('CONSEQUENCE')} {node.name}{self.notes(node.notes)}", lines

    def _decision(self, node: tree.Decision) -> str:
        guard = f"{self.word('WHEN')} {self.expression(node.condition)} " if node.condition else ""
        guard = f"{self.word('OTHERWISE')} " if node.otherwise else guard
        return f"{guard}{self.word('DECIDE')} {quoted(node.decision)}{self.notes(node.notes)}"

    def _check(self, node: tree.CheckDecl) -> tuple[str, list[str]]:
        severity, message = self.word(node.severity), quoted(node.message)
        condition = self.expression(node.condition)
        lines = [self.scope(node.scope)] if node.scope else []
        lines += [self.let(each) for each in node.lets]
        if node.required:
            lines.append(f"{self.word('REQUIRE')} {condition}")
            lines.append(f"{self.word('OTHERWISE')} {severity} {message}")
        else:
            lines.append(f"{self.word('WHEN')} {condition} {severity} {message}")
        return f"{self.word('CHECK')} {node.name}{self.notes(node.notes)}{self._final(node)}", lines

    def _invariant(self, node: tree.InvariantDecl) -> tuple[str, list[str]]:
        lines = [self.scope(node.scope)] if node.scope else []
        if node.condition is not None:
            lines.append(f"{self.word('REQUIRE')} {self.expression(node.condition)}")
        else:
            direction = self.word("NONDECREASING" if node.rising else "NONINCREASING")
            lines.append(f"{self.word('AWARD')} {self.word('ALONG')} {node.along} {direction}")
        return f"{self.word('INVARIANT')} {node.name}{self.notes(node.notes)}", lines

    def _example(self, node: tree.ExampleDecl) -> tuple[str, list[str]]:
        reported = [self._reported(each) for each in node.reported]
        whole = [f"{self.word('TOTAL')} {self._expected(node.total)}"] if node.total else []
        whole += [f"{self.word('GRADE')} {node.grade}"] if node.grade else []
        lines = [f"{self.word('FORM_FILE')} {quoted(node.form_file)}"] if node.form_file else []
        lines += reported if not whole else []
        lines += [self._example_row(row) for row in node.rows]
        lines += [*whole, *reported] if whole else []
        for other in node.others:
            lines.append(f"{self.word('OTHER_FORM')} {quoted(other.title)}")
            lines += [f"  {self.word('ROW')} {row.record}{_entries(row.entries)}" for row in other.rows]
        return f"{self.word('EXAMPLE')} {quoted(node.title)}", lines

    def _reported(self, reported: tree.Reported) -> str:
        return f"{self.word('REPORTS' if reported.due else 'SILENT_ON')} {reported.check}"

    def _example_row(self, row: tree.ExampleRow) -> str:
        entries = _entries(row.entries)
        expected = ""
        if row.expected is not None:
            under = f" {self.word('UNDER')} {row.expected.rule}" if row.expected.rule else ""
            expected = f" {self.word('EXPECT')} {self._expected(row.expected)}{under}"
        reported = "".join(f" {self._reported(each)}" for each in row.reported)
        return f"{self.word('ROW')} {row.record}{entries}{expected}{reported}"

    def _expected(self, expected: tree.Expected) -> str:
        if isinstance(expected.value, str):
            return self.word(expected.value)
        return self.award(expected.value, _EXPECTATIONS)


def quoted(text: str) -> str:
    """`text` in quotation marks that it does not contain, or with the marks escaped."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "”" not in text and "“" not in text:
        return f"“{text}”"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _entries(entries: tuple[tree.Entry, ...]) -> str:
    return "".join(f" {each.field_name} {quoted(each.printed)}" for each in entries)


def _cite(cite: tree.Cite) -> str:
    return f"{cite.source} {cite.clause}".strip()


def print_document(document: tree.Document, lang: Lang) -> str:
    """`document` as text, declarations apart by a blank line. Comments are not part of a tree."""
    printer = Printer(lang)
    return "\n\n".join(printer.declaration(each) for each in document.declarations) + "\n"
