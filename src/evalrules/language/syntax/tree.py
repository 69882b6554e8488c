"""What was written, before anything is resolved: names are still strings.

Every node carries the span it was read from, outside equality, so that two texts that say the
same are the same tree. Keywords do not appear: `规则` and `rule` leave no trace.
"""

from __future__ import annotations

from typing import Literal as OneOf
from typing import TypeAlias

from attrs import field, frozen

from evalrules.language.node import Node
from evalrules.language.source import Source, Span

Operator: TypeAlias = OneOf["+", "−", "×", "÷", "=", "≠", "<", "≤", ">", "≥", "and", "or"]

# ---- expressions ---------------------------------------------------------------------------------


@frozen(eq=False, repr=False)
class Number(Node):
    """`80%`, `13 万元`, `1 个百分点`: digits as written, and the token of the unit or ""."""

    digits: str
    unit: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class String(Node):
    """`"年度资金总额"`."""

    text: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Date(Node):
    """`2022-12-31` or `2022年12月31日`, as ISO text."""

    iso: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Name(Node):
    """A field, class, parameter, local quantity or function, not yet resolved."""

    name: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Negative(Node):
    """`−x`."""

    operand: Expression
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Negated(Node):
    """`非 x`."""

    operand: Expression
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Binary(Node):
    """Arithmetic, comparison, and/or."""

    operator: Operator
    left: Expression
    right: Expression
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class IsKind(Node):
    """`年度指标值 是 文字`: the kind of a cell, or the class of a row; `kind` is a token or a name."""

    subject: Expression
    kind: str
    named: bool
    negated: bool
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Presence(Node):
    """`偏差原因 已填` or `未填`."""

    subject: Expression
    given: bool
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class IfMissing(Node):
    """`其他资金 未填作 0`: what the cell holds, or what stands for it where the cell is empty."""

    subject: Expression
    default: Expression
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Member(Node):
    """`一级指标 属于 ("产出指标", "效益指标")`."""

    subject: Expression
    options: tuple[Expression, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Call(Node):
    """A function of values: `最大（a，b）`."""

    function: str
    arguments: tuple[Expression, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Gathering(Node):
    """A function of rows: `合计（得分 对 指标 中 …）`; without a body, the rows themselves are counted."""

    function: str
    body: Expression | None
    scope: Scope
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Outer(Node):
    """`本行 三级指标`, `本表 总得分`, inside a gathering: what `name` is where the gathering stands."""

    of: OneOf["THIS_ROW", "THIS_FORM"]
    name: str
    span: Span = field(eq=False, repr=False)


Expression: TypeAlias = (
    Number
    | String
    | Date
    | Name
    | Negative
    | Negated
    | Binary
    | IsKind
    | Presence
    | IfMissing
    | Member
    | Call
    | Gathering
    | Outer
)

# ---- parts of declarations -----------------------------------------------------------------------


@frozen(eq=False, repr=False)
class Cite(Node):
    """`[注 3]`: a declared source and the place in it."""

    source: str
    clause: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Notes(Node):
    """The citations and readings that a declaration rests on."""

    cites: tuple[Cite, ...] = ()
    readings: tuple[Name, ...] = ()


@frozen(eq=False, repr=False)
class Scope(Node):
    """`对 正向 指标 中 条件`: rows of a record, of a class if one is named."""

    record: str
    class_name: str | None
    condition: Expression | None
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ValueCase(Node):
    """`当 地区类别 = "中部"，取 40%`; `condition` is None for `否则`."""

    condition: Expression | None
    value: Expression
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Choice(Node):
    """A quantity given by cases instead of one formula."""

    in_order: bool
    cases: tuple[ValueCase, ...]
    span: Span = field(eq=False, repr=False)


Quantity: TypeAlias = Expression | Choice


@frozen(eq=False, repr=False)
class Let(Node):
    """`其中 执行率 = …`."""

    name: str
    value: Quantity
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Bound(Node):
    """One end of a stretch; `closed` is None where the text does not say 含 or 不含."""

    value: Expression
    closed: bool | None
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Admitted(Node):
    """`80%（含）至 100%（含） × 分值`: any number in between may be given; factors multiply both ends."""

    low: Bound
    high: Bound
    factors: tuple[Expression, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class From(Node):
    """`≥ 90%`, `< 60%`, `= 0`."""

    operator: OneOf["=", "<", "≤", ">", "≥"]
    value: Expression
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Between(Node):
    """`80%（含）至 90%（不含）`."""

    low: Bound
    high: Bound
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Rest(Node):
    """`其余`."""

    span: Span = field(eq=False, repr=False)


Stretch: TypeAlias = From | Between | Rest


@frozen(eq=False, repr=False)
class Tier(Node):
    """One tier of a judgement: its name, other names for it, what it admits."""

    name: str
    also: tuple[str, ...]
    admitted: Admitted
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Unstated(Node):
    """`未规定 "…"`: the text does not say what is earned. The notes stand behind the reason, in a band too."""

    reason: str
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Band(Node):
    """One band of a table: where it applies, and what it awards."""

    stretch: Stretch
    award: Expression | Admitted | Unstated
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Exact(Node):
    """`得分 分值`."""

    award: Expression
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Admit(Node):
    """`得分 50%（含）至 80%（不含） × 分值`."""

    admitted: Admitted
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Editable(Node):
    """`得分 分值 可改为 0（含）至 分值（含）`: worked out, and a person may enter another number."""

    award: Expression
    admitted: Admitted
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class SameAs(Node):
    """`得分 同 定量正向`."""

    rule: str
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ByTier(Node):
    """`得分 按档 …`."""

    tiers: tuple[Tier, ...]
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ByBand(Node):
    """`得分 分段 执行率 …`."""

    subject: Expression
    bands: tuple[Band, ...]
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Unscored(Node):
    """`不计分`: the row bears no points."""

    reason: str
    notes: Notes
    span: Span = field(eq=False, repr=False)


Outcome: TypeAlias = Exact | Admit | Editable | SameAs | ByTier | ByBand | Unscored | Unstated


@frozen(eq=False, repr=False)
class Case(Node):
    """`当 条件 得分 …`; `condition` is None for `否则` and for a rule with a single outcome."""

    condition: Expression | None
    otherwise: bool
    outcome: Outcome
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class BySteps(Node):
    """`每 1 个百分点 扣 0.5 按整步`: how far, how much, and how a broken step counts."""

    size: Expression
    amount: Expression
    counting: OneOf["WHOLE_STEPS", "STARTED_STEPS", "PRO_RATA"]
    span: Span = field(eq=False, repr=False)


StepKind: TypeAlias = OneOf["AT_LEAST", "AT_MOST", "BONUS", "DEDUCT", "UNROUNDED"]
RoundingToken: TypeAlias = OneOf["HALF_UP", "TRUNCATE", "ROUND_UP", "HALF_EVEN"]


@frozen(eq=False, repr=False)
class Step(Node):
    """One step after the award: a floor, a cap, a bonus, a deduction or a rounding."""

    kind: StepKind | RoundingToken
    operand: Expression | None
    by_steps: BySteps | None
    up_to: Expression | None
    condition: Expression | None
    notes: Notes
    span: Span = field(eq=False, repr=False)


# ---- declarations --------------------------------------------------------------------------------


@frozen(eq=False, repr=False)
class Head(Node):
    """One line of a head: `名称 "…"`, `年度 2022`; `token` says which.

    `年度 2021 至 2023` has two values; `年度 2021 起` has a second one that is empty.
    """

    token: str
    values: tuple[str, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class SchemaDecl(Node):
    """`表式 project`: a kind of form."""

    name: str
    head: tuple[Head, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class FieldDecl(Node):
    """`年初预算数 original_budget 金额 万元`."""

    zh: str
    en: str
    type: str
    unit: str
    roles: tuple[str, ...]
    also: tuple[str, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class FieldNaming(Node):
    """`分值 又名 "权重"`, `分值 改称 权重`: further names of a field that an extended form declares.

    `renamed` is the name that it goes by now, "" if it keeps its own.
    """

    name: str
    renamed: str
    also: tuple[str, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class RecordDecl(Node):
    """`多行 指标 indicators …`: a part of a form and its fields."""

    kind: OneOf["HEADER", "SINGLE", "LIST"]
    zh: str
    en: str
    fields: tuple[FieldDecl | FieldNaming, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class PolicyDecl(Node):
    """`政策 yanchi-2022 …`: the head of a policy."""

    name: str
    head: tuple[Head, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class SourceDecl(Node):
    """`依据 注 官方 "…"`: a document that rules are taken from."""

    name: str
    standing: OneOf["OFFICIAL", "OBSERVED", "UNVERIFIED"]
    title: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Alternative(Node):
    """`可选 按整步 读作 "…"`: one of the ways in which a text may be read."""

    name: str
    read_as: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ReadingDecl(Node):
    """`解读 …`: what the text leaves open, how it is read, why.

    One that names alternatives has `chosen`, and its `read_as` is empty; any other has neither.
    """

    name: str
    notes: Notes
    wording: str
    read_as: str
    alternatives: tuple[Alternative, ...]
    chosen: Name | None
    because: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ParameterDecl(Node):
    """`参数 满分线 = 90%`."""

    name: str
    value: Expression
    notes: Notes
    final: bool
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class DefinitionDecl(Node):
    """`定义 完成率 对 指标 = …`: a quantity with a name."""

    name: str
    notes: Notes
    final: bool
    scope: Scope | None
    value: Quantity
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ClassCase(Node):
    """`反向 当 …`; `condition` is None for `其余`."""

    name: str
    condition: Expression | None
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ClassificationDecl(Node):
    """`分类 指标 …`: the classes of a record."""

    record: str
    in_order: bool
    final: bool
    cases: tuple[ClassCase, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class VoidDecl(Node):
    """`作废 … 对 …`: rows that are withdrawn."""

    name: str
    notes: Notes
    final: bool
    scope: Scope
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class NotApplicableDecl(Node):
    """`不适用 … 对 … 不计入`: rows that are not assessed."""

    name: str
    notes: Notes
    final: bool
    scope: Scope
    treatment: OneOf["FULL_MARKS", "ZERO_MARKS", "EXCLUDED"]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class RuleDecl(Node):
    """`规则 …`: how the rows in its scope are scored.

    `before`: the rules that give way to it. `remaining`: `对 其余 …`, the rows that no other rule takes.
    """

    name: str
    before: tuple[Name, ...]
    notes: Notes
    final: bool
    remaining: bool
    scope: Scope
    lets: tuple[Let, ...]
    in_order: bool
    cases: tuple[Case, ...]
    steps: tuple[Step, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class EachRowDecl(Node):
    """`每行 …`: steps that every row takes after its rule."""

    final: bool
    scope: Scope | None
    steps: tuple[Step, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class TotalDecl(Node):
    """`总分 合计（得分） …`."""

    value: Expression
    notes: Notes
    final: bool
    steps: tuple[Step, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class SubtotalDecl(Node):
    """`小计 按 一级指标`."""

    field_name: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class GradeRow(Node):
    """`优： ≥ 90`."""

    name: str
    stretch: Stretch
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Ceiling(Node):
    """`不高于 良 当 …`, after the rows of a table of grades: no better than that one where the condition holds."""

    grade: str
    condition: Expression
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class GradeDecl(Node):
    """`等级 总分 …`."""

    subject: Expression
    final: bool
    rows: tuple[GradeRow, ...]
    ceilings: tuple[Ceiling, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Decision(Node):
    """`当 …，定为 "…"`; `condition` is None for `否则` and for a consequence with a single decision."""

    condition: Expression | None
    otherwise: bool
    decision: str
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ConsequenceDecl(Node):
    """`结果应用 …`: what follows from the grade or the total."""

    name: str
    notes: Notes
    lets: tuple[Let, ...]
    decisions: tuple[Decision, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class CheckDecl(Node):
    """`negative` is true for `要求 … 否则`, whose message is due when the condition fails."""

    name: str
    notes: Notes
    final: bool
    scope: Scope | None
    lets: tuple[Let, ...]
    condition: Expression
    required: bool
    severity: OneOf["ERROR", "WARNING", "NOTICE"]
    message: str
    message_span: Span = field(eq=False, repr=False)
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class InvariantDecl(Node):
    """`不变量 …`: a claim about the policy. Either `condition` is to hold, or the award to go `along` a field."""

    name: str
    notes: Notes
    scope: Scope | None
    condition: Expression | None
    along: str
    rising: bool
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Entry(Node):
    """One cell of an example: the field, and the text as it would be printed on a form."""

    field_name: str
    printed: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Expected(Node):
    """What an example expects: a number, an admitted stretch, or a word such as `不适用`."""

    value: Expression | Admitted | OneOf["NOT_APPLICABLE", "VOID", "FAULT", "UNSCORED"]
    rule: str | None
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Reported(Node):
    """`应报 偏差原因`, `不报 偏差原因`: a check whose message is due, or is not."""

    check: str
    due: bool
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ExampleRow(Node):
    """`行 指标 … 应得 … 应报 …`."""

    record: str
    entries: tuple[Entry, ...]
    expected: Expected | None
    reported: tuple[Reported, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class OtherRow(Node):
    """`行 指标 …`, of another form."""

    record: str
    entries: tuple[Entry, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class OtherForm(Node):
    """`另表 "乙县" 行 …`: a form beside that of the example."""

    title: str
    rows: tuple[OtherRow, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ExampleDecl(Node):
    """`示例 "…" …`: rows, or the rows of a file (`form_file`, else ""), and what must come of them."""

    title: str
    form_file: str
    rows: tuple[ExampleRow, ...]
    total: Expected | None
    grade: str | None
    reported: tuple[Reported, ...]
    others: tuple[OtherForm, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ExampleSetDecl(Node):
    """`示例集 yanchi-2022-edges 政策 yanchi-2022`: the head of a file of examples."""

    name: str
    head: tuple[Head, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Removal(Node):
    """`删除 规则 定性三档`."""

    kind: str
    name: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Setting(Node):
    """`设 过完成 = 130%`; of a reading, `设 步数怎样数 = 按比例 理由 "…"`."""

    name: str
    value: Expression
    notes: Notes
    because: str
    span: Span = field(eq=False, repr=False)


Plain: TypeAlias = (
    SchemaDecl
    | RecordDecl
    | PolicyDecl
    | SourceDecl
    | ReadingDecl
    | ParameterDecl
    | DefinitionDecl
    | ClassificationDecl
    | VoidDecl
    | NotApplicableDecl
    | RuleDecl
    | EachRowDecl
    | TotalDecl
    | SubtotalDecl
    | GradeDecl
    | ConsequenceDecl
    | CheckDecl
    | ExampleDecl
    | ExampleSetDecl
    | InvariantDecl
)

Final: TypeAlias = (
    ParameterDecl
    | DefinitionDecl
    | ClassificationDecl
    | VoidDecl
    | NotApplicableDecl
    | RuleDecl
    | EachRowDecl
    | TotalDecl
    | GradeDecl
    | CheckDecl
)
"""Declarations that may be marked 不得改动: then the layers above must leave them as they are."""


@frozen(eq=False, repr=False)
class Amendment(Node):
    """`新增 规则 …`, `替换 规则 …`."""

    verb: OneOf["ADD", "REPLACE"]
    declaration: Plain
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class EdgeSetting(Node):
    """`设 规则 执行率 80% = 85%`, `设 等级 90 = 88`: another number for an edge of bands; no rule means the grades."""

    rule: str
    before: Expression
    after: Expression
    notes: Notes
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class TierNaming(Node):
    """`又名 档次 达成预期指标 "完成"`: further words for a tier."""

    name: str
    also: tuple[str, ...]
    span: Span = field(eq=False, repr=False)


Declaration: TypeAlias = Plain | Amendment | Removal | Setting | EdgeSetting | TierNaming


@frozen(eq=False, repr=False)
class Comment(Node):
    """A comment or a blank line, kept beside the tree for the formatter."""

    text: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Document(Node):
    """A file of declarations, as written."""

    source: Source = field(eq=False, repr=False)
    declarations: tuple[Declaration, ...]
    comments: tuple[Comment, ...] = field(eq=False, default=())
