"""A policy that amends none, begun from the form it is for: each section once, in the usual order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from evalrules.language.policy.schema import Field, FieldType, Record, RecordKind, Role, Schema
from evalrules.language.problems.problem import Phrase
from evalrules.views.draft.beginning import Beginning, laid_out

_TITLE = Phrase("〔待填：办法或表格的名称〕", "(to be filled in: the title of the regulation or the form)")
_HEADER = Phrase(
    "{schema}的计分办法，{place} {year} 年度（草稿）\n\n"
    "照办法的原文逐段改写：数、档次、名称以办法为准，标着“待填”的地方都要填。\n"
    "改一处，运行一次 evalrules check {id}.rules；它会指出哪里不对、怎样改。",
    "How {schema} is scored, {place} {year} (a draft)\n\n"
    "Rewrite it section by section after the regulation: numbers, tiers and names are those of the regulation,\n"
    "and everything marked “to be filled in” is to be filled in. After each change run evalrules check {id}.rules.",
)
_SOURCES = Phrase("依据：办法、通知、表下的注", "Sources: regulations, notices, the notes under the form")
_STANDING = Phrase(
    "读过原文的写“官方”，见于表格或系统的写“所见”，只是听说的写“未核实”。",
    "`official`: the text itself was read; `observed`: seen on a form or in a system; `unverified`: reported.",
)
_READINGS = Phrase("解读：原文没有说的，怎样理解，为什么", "Readings: what the text leaves open, how it is read, why")
_PARAMETERS = Phrase("参数：下级和来年可能改的数", "Parameters: numbers that others may change")
_CLASSES = Phrase("分类：每一行属于哪一类", "Classes: which kind of row each one is")
_RULES = Phrase("计分：每一行恰好有一条规则", "Rules: exactly one for each row")
_STEPS = Phrase("每行得分之后的步骤，从上到下依次做", "Steps after each award, from top to bottom")
_TOTALS = Phrase("总分、小计、等级", "Total, subtotals, grades")
_CHECKS = Phrase("校验：表格必须满足的", "Checks: what a form must satisfy")
_EXAMPLES = Phrase(
    "示例：办法里的例题，或手算过的表格；每次 check 都重算一遍",
    "Examples: those of the regulation, or rows worked out by hand; every check works them out again",
)
_NO_POINTS = Phrase(
    "这种表格没有分值一栏，不计分；只写校验。",
    "This form has no points, so nothing is scored: the policy has checks only.",
)
_UNREAD = Phrase("〔待填：办法的全称和文号〕", "(to be filled in: title and number of the regulation)")
_BECAUSE = Phrase("〔待填〕", "(to be filled in)")

_SOURCE = Phrase("办法", "regulation")
_CLAUSE = Phrase("待填", "clause-to-fill-in")
_ROUNDING = Phrase("得分保留两位小数", "two-decimals")
_ROUNDED = Phrase("每行得分四舍五入到 0.01，总分不再舍入", "each award is rounded to 0.01, the total is not rounded")
_CEILING = Phrase("不印符号的以指标值为下限", "a-bare-target-is-a-floor")
_IS_CEILING = Phrase(
    "印 ≤ 或 < 的指标以少为宜，其余数字指标以多为宜",
    "targets printed with ≤ or < are ceilings, all other numbers are floors",
)
_MET, _PARTLY = Phrase("达成下限", "met-from"), Phrase("部分达成下限", "partly-from")
_TIERS = (Phrase("达成", "met"), Phrase("部分达成", "partly-met"), Phrase("未达成", "not-met"))
_QUALITATIVE, _REVERSE, _POSITIVE = (
    Phrase("定性", "qualitative"),
    Phrase("反向", "ceiling-kind"),
    Phrase("正向", "positive"),
)
_OF_CLASS = Phrase("{0}指标", "{0}-rows")
_EXECUTION, _PARTS_OF = Phrase("预算执行率", "execution"), Phrase("分项资金", "parts-of-funds")
_RATE = Phrase("执行率", "execution-rate")
_JUDGED = Phrase("{0}评分", "{0}-judged")
_WHOLE = "年度资金总额"
_NOT_SCORED = Phrase("只考核年度资金总额", "only the whole is assessed")
_GRADES = (Phrase("优", "excellent"), Phrase("良", "good"), Phrase("中", "fair"), Phrase("差", "poor"))
_POINTS_SUM, _SUM = Phrase("分值合计", "sum-of-points"), Phrase("分值之和", "points-in-all")
_REASON_CHECK = Phrase("{0}偏差原因", "{0}-reason")
_NOT_100 = Phrase("各行分值之和是 {分值之和}，不是 100", "the points of all rows make {points-in-all}, not 100")
_NO_REASON = Phrase("没有得满分，也没有说明原因", "less than full points, and no reason is given")
_SHOWN = Phrase("{0}：〔待填：这个例子说明什么〕", "{0}: (to be filled in: what this example shows)")
_MISSING_ACTUAL = Phrase("填写完成值", "actual-given")
_NO_ACTUAL = Phrase("没有填写完成值", "the actual is missing")


def fresh_draft(schema: Schema, beginning: Beginning) -> str:
    """A commented policy for forms of `schema`, with values to be replaced, that passes its check."""
    return _Draft(schema, beginning).text()


@frozen
class _Scored:
    """A part of the form whose rows bear points."""

    record: Record
    points: Field

    def field(self, type_: FieldType) -> Field | None:
        return next((each for each in self.record.fields if each.type is type_), None)

    def money(self, name: str) -> Field | None:
        field = self.record.field_named(name)
        return field if field and field.type is FieldType.MONEY else None

    @property
    def measures(self) -> tuple[Field, Field] | None:
        """The target and the actual, where rows have both."""
        # A form may have an earlier target beside the one that counts, which is called so.
        target = self.record.field_named("target") or self.field(FieldType.TARGET)
        actual = self.record.field_named("actual") or self.field(FieldType.MEASURED)
        return (target, actual) if target and actual and target.type is FieldType.TARGET else None

    @property
    def spending(self) -> tuple[Field, Field] | None:
        """What was spent, and the budget."""
        spent, budget = self.money("executed"), self.money("revised_budget")
        return (spent, budget) if spent and budget else None


@frozen
class _Draft:
    schema: Schema
    beginning: Beginning

    @property
    def scored(self) -> tuple[_Scored, ...]:
        lists = (each for each in self.schema.records if each.kind is RecordKind.LIST)
        return tuple(_Scored(each, points) for each in lists if (points := each.field_for(Role.MAXIMUM)))

    def text(self) -> str:
        b = self.beginning
        schema = self.schema.title_zh if b.lang == "zh" else self.schema.title_en or self.schema.name
        header = b.say(_HEADER).format(schema=schema, place=b.place, year=b.year, id=b.id)
        applies = f"{b.word('APPLIES')} {self.schema.name}"
        parts = [b.remark(Phrase(header, header)), b.head(b.say(_TITLE), applies), *self._sources()]
        parts += [*self._readings(), *self._parameters(), *self._classes(), *self._rules(), *self._ends()]
        return laid_out([*parts, *self._checks(), *self._examples()])

    # ---- words -------------------------------------------------------------------------------------

    def _w(self, token: str) -> str:
        return self.beginning.word(token)

    def _s(self, phrase: Phrase) -> str:
        return self.beginning.say(phrase)

    def _f(self, field: Field) -> str:
        return field.name(self.beginning.lang)

    def _cite(self) -> str:
        return f"[{self._s(_SOURCE)} {self._s(_CLAUSE)}]"

    def _resting(self, reading: Phrase) -> str:
        return f"{self._w('RESTS_ON')} {self._s(reading)}"

    def _section(self, heading: Phrase, declarations: Sequence[str]) -> Iterator[str]:
        if declarations:
            yield self.beginning.divider(heading)
            yield from declarations

    # ---- sections ----------------------------------------------------------------------------------

    def _sources(self) -> Iterator[str]:
        source = f'{self._w("SOURCE")} {self._s(_SOURCE)} {self._w("UNVERIFIED")} "{self._s(_UNREAD)}"'
        yield from self._section(_SOURCES, [self.beginning.remark(_STANDING) + "\n" + source])

    def _readings(self) -> Iterator[str]:
        found = [self._reading(_CEILING, _IS_CEILING)] if self._measured else []
        found += [self._reading(_ROUNDING, _ROUNDED)] if self.scored else []
        yield from self._section(_READINGS, found)

    def _reading(self, name: Phrase, read_as: Phrase) -> str:
        return (
            f"{self._w('READING')} {self._s(name)} {self._cite()}\n"
            f'  {self._w("READ_AS")} "{self._s(read_as)}"\n'
            f'  {self._w("BECAUSE")} "{self._s(_BECAUSE)}"'
        )

    @property
    def _measured(self) -> tuple[_Scored, ...]:
        return tuple(each for each in self.scored if each.measures)

    def _parameters(self) -> Iterator[str]:
        values = ((_MET, "80%"), (_PARTLY, "50%")) if self._measured else ()
        lines = [f"{self._w('PARAMETER')} {self._s(name)} = {value} {self._cite()}" for name, value in values]
        yield from self._section(_PARAMETERS, ["\n".join(lines)] if lines else [])

    def _classes(self) -> Iterator[str]:
        yield from self._section(_CLASSES, [self._classes_of(each) for each in self._measured])

    def _classes_of(self, scored: _Scored) -> str:
        assert scored.measures is not None
        target, is_, when = self._f(scored.measures[0]), self._w("IS"), self._w("WHEN")
        ground = f"{self._cite()} {self._resting(_CEILING)}"
        return "\n  ".join(
            (
                f"{self._w('CLASSES')} {self._name(scored)} {self._w('IN_ORDER')}",
                f"{self._s(_QUALITATIVE)} {when} {target} {is_} {self._w('TEXT')} {self._cite()}",
                f"{self._s(_REVERSE)} {when} {target} {is_} {self._w('CEILING')} {ground}",
                f"{self._s(_POSITIVE)} {self._w('REST')} {ground}",
            )
        )

    def _name(self, scored: _Scored) -> str:
        return scored.record.name(self.beginning.lang)

    # ---- rules -------------------------------------------------------------------------------------

    def _rules(self) -> Iterator[str]:
        if not self.scored:
            yield self.beginning.remark(_NO_POINTS)
        yield from self._section(_RULES, [rule for each in self.scored for rule in self._rules_of(each)])

    def _rules_of(self, scored: _Scored) -> Iterator[str]:
        if scored.measures:
            yield from self._indicator_rules(scored, *scored.measures)
        elif scored.spending and (label := scored.record.field_for(Role.LABEL)):
            yield from self._fund_rules(scored, label, *scored.spending)
        else:
            name = self._s(_JUDGED).format(self._name(scored))
            yield self._rule(name, f"{self._w('FOR')} {self._name(scored)}", self._award(self._any(scored)))

    def _any(self, scored: _Scored) -> str:
        """A choice among all the points of a row."""
        return self._stretch("0", self._f(scored.points), "INCLUDING")

    def _stretch(self, low: str, high: str, end: str) -> str:
        """From `low`, which is included, to `high`, which is or is not."""
        gap = "" if self.beginning.lang == "zh" else " "
        return f"{low}{gap}{self._w('INCLUDING')}{gap}{self._w('TO')} {high}{gap}{self._w(end)}"

    def _row_of(self, name: Phrase, said: str) -> str:
        """A line of tiers or grades: a name, and what it stands for."""
        return f"{self._s(name)}：{said}" if self.beginning.lang == "zh" else f"{self._s(name)}: {said}"

    def _rule(self, name: str, *lines: str) -> str:
        return "\n  ".join((f"{self._w('RULE')} {name} {self._cite()}", *lines))

    def _award(self, formula: str) -> str:
        return f"{self._w('AWARD')} {formula}"

    def _fund_rules(self, scored: _Scored, label: Field, spent: Field, budget: Field) -> Iterator[str]:
        rows = f"{self._w('FOR')} {self._name(scored)} {self._w('WHERE')} {self._f(label)}"
        rate, points = self._s(_RATE), self._f(scored.points)
        yield self._rule(
            self._s(_EXECUTION),
            f'{rows} = "{_WHOLE}"',
            f"{self._w('LET')} {rate} = {self._f(spent)} ÷ {self._f(budget)}",
            self._award(f"{rate} × {points}"),
        )
        none = f'{self._w("UNSCORED")} "{self._s(_NOT_SCORED)}"'
        yield self._rule(self._s(_PARTS_OF), f'{rows} ≠ "{_WHOLE}"', none)

    def _indicator_rules(self, scored: _Scored, target: Field, actual: Field) -> Iterator[str]:
        a, b, points = self._f(target), self._f(actual), self._f(scored.points)
        yield self._ratio_rule(scored, _POSITIVE, f"{b} ≥ {a}", f"{b} ÷ {a} × {points}")
        yield self._ratio_rule(scored, _REVERSE, f"{b} ≤ {a}", f"{a} ÷ {b} × {points}")
        yield self._tier_rule(scored)

    def _of_class(self, kind: Phrase) -> str:
        return self._s(_OF_CLASS).format(self._s(kind))

    def _scope(self, scored: _Scored, kind: Phrase) -> str:
        return f"{self._w('FOR')} {self._s(kind)} {self._name(scored)}"

    def _ratio_rule(self, scored: _Scored, kind: Phrase, met: str, ratio: str) -> str:
        return self._rule(
            self._of_class(kind),
            self._scope(scored, kind),
            f"{self._w('WHEN')} {met} {self._award(self._f(scored.points))}",
            f"{self._w('OTHERWISE')} {self._award(ratio)}",
        )

    def _tier_rule(self, scored: _Scored) -> str:
        met, partly, points = self._s(_MET), self._s(_PARTLY), self._f(scored.points)
        stretches = (
            self._stretch(met, "100%", "INCLUDING"),
            self._stretch(partly, met, "EXCLUDING"),
            self._stretch("0%", partly, "EXCLUDING"),
        )
        tiers = [f"  {self._row_of(name, at)} × {points}" for name, at in zip(_TIERS, stretches, strict=True)]
        return self._rule(
            self._of_class(_QUALITATIVE),
            self._scope(scored, _QUALITATIVE),
            self._award(self._w("BY_TIER")),
            *tiers,
        )

    # ---- after the rules ---------------------------------------------------------------------------

    def _ends(self) -> Iterator[str]:
        if not self.scored:
            return
        yield from self._section(_STEPS, [self._steps(each) for each in self._step_scopes()])
        total = f"{self._w('TOTAL')} {self._sum(self._w('AWARD'))}\n  {self._w('UNROUNDED')} {self._resting(_ROUNDING)}"
        yield from self._section(_TOTALS, [total, *self._subtotals(), self._grades()])

    def _step_scopes(self) -> tuple[tuple[str, Field], ...]:
        """The scopes that take the steps, each with its field of points: one where all call it the same."""
        fields = {self._f(each.points) for each in self.scored}
        if len(fields) == 1:
            return (("", self.scored[0].points),)
        return tuple((f" {self._w('FOR')} {self._name(each)}", each.points) for each in self.scored)

    def _steps(self, scope: tuple[str, Field]) -> str:
        where, points = scope
        return "\n  ".join(
            (
                f"{self._w('EACH_ROW')}{where}",
                f"{self._w('AT_LEAST')} 0 {self._cite()}",
                f"{self._w('AT_MOST')} {self._f(points)} {self._cite()}",
                f"{self._w('HALF_UP')} {self._w('TO')} 0.01 {self._resting(_ROUNDING)}",
            )
        )

    def _sum(self, of: str) -> str:
        return f"合计（{of}）" if self.beginning.lang == "zh" else f"sum({of})"

    def _subtotals(self) -> list[str]:
        levels = [level for each in self.scored if (level := each.record.field_named("level1"))]
        return [f"{self._w('SUBTOTAL')} {self._w('BY')} {self._f(levels[0])}"] if len(levels) == 1 else []

    def _grades(self) -> str:
        stretches = ("≥ 90", self._stretch("80", "90", "EXCLUDING"), self._stretch("60", "80", "EXCLUDING"), "< 60")
        rows = [f"{self._row_of(name, at)} {self._cite()}" for name, at in zip(_GRADES, stretches, strict=True)]
        return "\n  ".join((f"{self._w('GRADE')} {self._w('TOTAL')}", *rows))

    # ---- checks and examples -----------------------------------------------------------------------

    def _checks(self) -> Iterator[str]:
        checks = [self._check_points()] if len(self._step_scopes()) == 1 and self.scored else []
        checks += [check for each in self.scored for check in self._check_reason(each)]
        checks += [] if self.scored else [check for each in self.schema.records for check in self._check_actual(each)]
        yield from self._section(_CHECKS, checks)

    def _check_points(self) -> str:
        name = self._s(_SUM)
        return "\n  ".join(
            (
                f"{self._w('CHECK')} {self._s(_POINTS_SUM)} {self._cite()}",
                f"{self._w('LET')} {name} = {self._sum(self._f(self.scored[0].points))}",
                f"{self._w('REQUIRE')} {name} = 100",
                f'{self._w("OTHERWISE")} {self._w("ERROR")} "{self._s(_NOT_100)}"',
            )
        )

    def _check_reason(self, scored: _Scored) -> Iterator[str]:
        reason = scored.record.field_for(Role.REASON)
        if reason is not None:
            where = f"{self._w('WHERE')} {self._w('AWARD')} < {self._f(scored.points)}"
            rows = f"{self._w('FOR')} {self._name(scored)} {where}"
            yield self._required(self._s(_REASON_CHECK).format(self._name(scored)), rows, reason, _NO_REASON)

    def _check_actual(self, record: Record) -> Iterator[str]:
        """Of a form without points: that each target has its actual."""
        target, actual = record.field_named("target"), record.field_named("actual")
        if target and actual:
            rows = f"{self._w('FOR')} {record.name(self.beginning.lang)} {self._w('WHERE')} {self._f(target)}"
            yield self._required(self._s(_MISSING_ACTUAL), f"{rows} {self._w('GIVEN')}", actual, _NO_ACTUAL)

    def _required(self, name: str, rows: str, field: Field, message: Phrase) -> str:
        return "\n  ".join(
            (
                f"{self._w('CHECK')} {name} {self._cite()}",
                rows,
                f"{self._w('REQUIRE')} {self._f(field)} {self._w('GIVEN')}",
                f'{self._w("OTHERWISE")} {self._w("WARNING")} "{self._s(message)}"',
            )
        )

    def _examples(self) -> Iterator[str]:
        found = [self._example(each) for each in self.scored]
        unscored = [each for each in self.schema.records if each.field_named("target") and each.field_named("actual")]
        found += [] if self.scored else [self._plain_example(each) for each in unscored]
        yield from self._section(_EXAMPLES, found)

    def _titled(self, what: str) -> str:
        return f'{self._w("EXAMPLE")} "{self._s(_SHOWN).format(what)}"'

    def _example(self, scored: _Scored) -> str:
        name = self._name(scored)
        row, expect, under = f"{self._w('ROW')} {name}", self._w("EXPECT"), self._w("UNDER")
        points = f"{self._f(scored.points)} 10"
        if scored.measures:
            a, b = map(self._f, scored.measures)
            rule = self._of_class(_POSITIVE)
            return f"{self._titled(name)}\n  {row} {a} 100% {b} 95% {points} {expect} 9.50 {under} {rule}"
        label = scored.record.field_for(Role.LABEL)
        if scored.spending and label:
            spent, budget = map(self._f, scored.spending)
            cells = f'{self._f(label)} "{_WHOLE}" {budget} 100 {spent} 85 {points}'
            return f"{self._titled(name)}\n  {row} {cells} {expect} 8.50 {under} {self._s(_EXECUTION)}"
        rule, award = self._s(_JUDGED).format(name), self._stretch("0", "10", "INCLUDING")
        return f"{self._titled(name)}\n  {row} {points} {expect} {award} {under} {rule}"

    def _plain_example(self, record: Record) -> str:
        target, actual = record.field_named("target"), record.field_named("actual")
        assert target is not None
        assert actual is not None
        name = record.name(self.beginning.lang)
        return f"{self._titled(name)}\n  {self._w('ROW')} {name} {self._f(target)} 100% {self._f(actual)} 95%"
