"""What an explanation is: frozen steps, each with its premises, its words and its value.

A step follows from its premises alone, so it can be re-checked without the engine and without the
policy. Forget the reasons, and a score is left.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs
from attrs import frozen

from evalrules.language.node import Node
from evalrules.language.policy.basis import Basis
from evalrules.language.policy.definition import Counting
from evalrules.language.policy.expression import Origin
from evalrules.language.policy.schema import Field
from evalrules.language.source import Span
from evalrules.language.values import Absent, Day, Quantity, Rounding, Text, Truth, Unread
from evalrules.meaning.fault import Fault

Value: TypeAlias = Quantity | Text | Day | Truth | Absent | Unread
Outcome: TypeAlias = Value | Fault

CellReading: TypeAlias = Literal[
    "text",
    "number",
    "ceiling",
    "floor",
    "strict-ceiling",
    "strict-floor",
    "exact",
    "range",
    "date",
    "absent",
    "unread",
]

# ---- steps of expressions ------------------------------------------------------------------------


@frozen(eq=False, repr=False)
class Stated(Node):
    """The policy states a value."""

    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Found(Node):
    """A cell was read. `printed` is None where the form has no such cell.

    `kind` says how it reads, for `是`: its value alone no longer tells a ceiling from a plain number.
    """

    field: Field
    printed: str | None
    address: str
    kind: CellReading
    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Named(Node):
    """A named quantity was used; `layer` is the policy that says what it is."""

    name: str
    origin: Origin
    layer: str
    premise: Step
    span: Span = attrs.field(eq=False, repr=False)

    @property
    def value(self) -> Outcome:
        return self.premise.value


@frozen(eq=False, repr=False)
class Scored(Node):
    """The award of a row, or the total (`row` None), was used.

    `view` says which of a row's numbers: `judged` with the judgements made, `open` as the rules leave it.
    """

    row: tuple[str, int] | None
    label: str
    view: Literal["judged", "open"]
    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Earned(Node):
    """The grade of the form was used."""

    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Computed(Node):
    """An operator or a function was applied to its operands.

    `operator` is one of `+ − × ÷ = ≠ < ≤ > ≥ and or not negate in given missing if-missing`, `is KIND`,
    `is-not KIND` (a keyword token), or the English name of a function.
    """

    operator: str
    operands: tuple[Step, ...]
    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class OfClass(Node):
    """A row was asked whether it is of a class."""

    class_name: str
    negated: bool
    actual: str | None
    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Interpreted(Node):
    """A reading was asked whether an alternative of it is chosen; `layer` is the policy that chose."""

    reading: str
    alternative: str
    negated: bool
    chosen: str
    layer: str
    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Selected(Node):
    """A quantity given by cases: those that were tried, and the values of those that hold, or may hold.

    In order, none is tried after the first that holds. Where several may hold, `value` is their hull.
    """

    name: str
    in_order: bool
    tried: tuple[Tried, ...]
    outcomes: tuple[Step, ...]
    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Member(Node):
    """A row among those gathered: its place on the form, what the form calls it, and what it yields."""

    row: tuple[str, int]
    label: str
    step: Step


@frozen(eq=False, repr=False)
class Gathered(Node):
    """A function was applied to what each of several rows yields.

    `record` None: of all rows that are scored. `looked_at` holds the rows of the scope that were asked
    for a condition, and the answer: those whose condition does not hold are no members.
    """

    function: str
    record: str | None
    class_wanted: str | None
    members: tuple[Member, ...]
    looked_at: tuple[Member, ...]
    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Outside(Node):
    """Something was asked of the row in which rows are gathered (None: of the form), not of the rows gathered."""

    row: tuple[str, int] | None
    premise: Step
    span: Span = attrs.field(eq=False, repr=False)

    @property
    def value(self) -> Outcome:
        return self.premise.value


@frozen(eq=False, repr=False)
class Cited(Node):
    """A value of another form was used; `form` "": one of this form, inside a gathering of forms."""

    form: str
    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class FormMember(Node):
    """A form of a population: what it is called, and what it yields."""

    form: str
    step: Step


@frozen(eq=False, repr=False)
class Surveyed(Node):
    """A function was applied to what each form of a population yields.

    `own` is what this form yields, where the function needs it; `asked` what else was asked of this form.
    `looked_at` holds the forms that were asked for a condition, and the answer. Other forms are cited.
    """

    function: str
    form: str
    own: Step | None
    asked: tuple[Step, ...]
    looked_at: tuple[FormMember, ...]
    members: tuple[FormMember, ...]
    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


# ---- steps of awards -----------------------------------------------------------------------------


@frozen(eq=False, repr=False)
class Tried(Node):
    """A case was looked at. `condition` None: it was due because no other was (`held` says whether)."""

    condition: Step | None
    held: bool | None
    """None: it cannot be decided on the facts given"""
    basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Chosen(Node):
    """Cases were tried; the outcomes of those that hold, or may hold, make the value (their hull).

    In order, none is tried after the first that holds.
    """

    rule: str
    in_order: bool
    tried: tuple[Tried, ...]
    outcomes: tuple[Step, ...]
    value: Outcome
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Placed(Node):
    """A number was put into the bands that hold it, or may hold it."""

    subject: Step
    stretches: tuple[Weighed, ...]
    outcomes: tuple[Step, ...]
    value: Outcome
    basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Weighed(Node):
    """A band was looked at: its ends (None: unbounded), and whether it holds the number."""

    low: Step | None
    low_closed: bool
    high: Step | None
    high_closed: bool
    rest: bool
    held: bool | None
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class AdmittedBetween(Node):
    """The rule admits any number between two; `tier` and `also` name the tier, if it is one."""

    tier: str
    also: tuple[str, ...]
    low: Step
    low_closed: bool
    high: Step
    high_closed: bool
    value: Outcome
    basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Tiered(Node):
    """Tiers were looked at: all that are still open make the value (their hull)."""

    tier_cell: Found | None
    """the cell in which a person has put the tier, if the form has one"""
    tiers: tuple[AdmittedBetween, ...]
    open: tuple[int, ...]
    value: Outcome
    basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Referred(Node):
    """Another rule said what this row earns: its award, then its own steps."""

    rule: str
    layer: str
    premise: Step
    adjustments: tuple[Adjusted, ...]
    value: Outcome
    basis: Basis
    rule_basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Concluded(Node):
    """An outcome was an expression: its value, as points. Its citations are the case's own."""

    premise: Step
    value: Outcome
    basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Editable(Node):
    """An award was worked out that a person may change: the value is the award, as if nobody did.

    An entry counts where it lies within `admission`, or is the award.
    """

    premise: Concluded
    admission: AdmittedBetween
    value: Outcome
    basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Unstated(Node):
    """The text does not say what is earned here: the value is the fault, with the author's reason."""

    reason: str
    value: Outcome
    basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


AdjustmentKind: TypeAlias = Literal["raise", "cap", "credit", "deduct", "deduct-by-steps", "round", "unrounded"]


@frozen(eq=False, repr=False)
class Adjusted(Node):
    """A step after the award. Operands by kind: a limit; an amount and its cap; excess, size, amount, cap;
    a rounding unit. `applied` False: its scope or its condition does not hold and `value` is `before`;
    None: it cannot be decided, and `value` is the hull of both.
    """

    kind: AdjustmentKind
    before: Outcome
    operands: tuple[Step, ...]
    counting: Counting | None
    mode: Rounding | None
    scope: Step | None
    """what puts the row into the scope of `每行 对 …`, or leaves it out: its class, or else the scope's condition"""
    condition: Step | None
    applied: bool | None
    value: Outcome
    basis: Basis
    layer: str
    span: Span = attrs.field(eq=False, repr=False)


Step: TypeAlias = (
    Stated
    | Found
    | Named
    | Scored
    | Earned
    | Computed
    | OfClass
    | Interpreted
    | Selected
    | Gathered
    | Cited
    | Surveyed
    | Outside
    | Chosen
    | Placed
    | AdmittedBetween
    | Tiered
    | Referred
    | Concluded
    | Editable
    | Unstated
)

# ---- rows and forms ------------------------------------------------------------------------------

Status: TypeAlias = Literal["computed", "judged", "undecided", "not-applicable", "void", "fault", "unscored"]


@frozen(eq=False, repr=False)
class Classed(Node):
    """How a row came to its class: the cases in order, whether each held."""

    name: str | None
    in_order: bool
    tried: tuple[tuple[str, Tried], ...]
    fault: Fault | None
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Scoping(Node):
    """A rule was looked at for a row, and applies, or does not and why.

    It applies where its scope holds, unless it gives way to a rule whose scope holds too.
    """

    rule: str
    before: tuple[str, ...]
    """the rules that give way to it"""
    remaining: bool
    """whether it gives way to every rule that is not for what remains"""
    in_scope: bool | None
    gives_way_to: tuple[str, ...]
    """the rules to which it gives way here: their scopes hold, or may hold"""
    applies: bool | None
    class_wanted: str | None
    class_matches: bool
    condition: Step | None
    """None where the class already excludes the row, or the rule sets no condition"""
    layer: str
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Standing(Node):
    """Whether a row is void, or not applicable: looked at before any rule is."""

    kind: Literal["void", "not-applicable"]
    name: str
    treatment: Literal["FULL_MARKS", "ZERO_MARKS", "EXCLUDED", ""]
    applies: bool | None
    class_wanted: str | None
    condition: Step | None
    basis: Basis
    layer: str
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class RowDerivation(Node):
    """Why a row has its score.

    `admitted` is what the rules leave on the facts given: a number, or an interval where a person
    chooses or a bound leaves it open. `awarded` is the one number that counts, if there is one.
    """

    section: str
    """the record's English name"""
    index: int
    label: str
    path: tuple[str, ...]
    """texts of the row's text fields before its label: 一级指标, 二级指标"""
    status: Status
    classed: Classed | None
    standings: tuple[Standing, ...]
    """the withdrawals and exemptions looked at; the last one is the row's own if it applies"""
    scopings: tuple[Scoping, ...]
    rule: str | None
    layer: str | None
    basis: Basis
    award: Step | None
    adjustments: tuple[Adjusted, ...]
    """the rule's own steps, then those every row takes: from the award, or from the entry of a judged row"""
    open_adjustments: tuple[Adjusted, ...]
    """the same steps from what the rule leaves open, where that is something else: from the admitted stretch
    of a judged row; from the award and what may be entered instead of it; from "any number" where the row has
    a fault (then only those every row takes)"""
    maximum_cell: Found | None
    """the cell of the points the row can earn; None where its record has no such field"""
    claimed_cell: Found | None
    """the cell of the score the unit gave itself"""
    admitted: Outcome
    awarded: Outcome
    """a Quantity with one number; Absent where undecided; or the Fault"""
    judged_tier: str
    """the tier in which an accepted judgement lies; empty if there is none"""
    span: Span | None = attrs.field(eq=False, repr=False)

    @property
    def maximum(self) -> Outcome:
        """The points the row can earn; Absent where there are none."""
        return self.maximum_cell.value if self.maximum_cell else Absent("")

    @property
    def claimed(self) -> Outcome:
        """The score the unit gave itself; Absent where it gave none."""
        return self.claimed_cell.value if self.claimed_cell else Absent("")


@frozen(eq=False, repr=False)
class TotalDerivation(Node):
    """How the rows make the total: once with the judgements made, once with them open."""

    award: Step
    adjustments: tuple[Adjusted, ...]
    open_award: Step
    open_adjustments: tuple[Adjusted, ...]
    awarded: Outcome
    admitted: Outcome
    basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Subtotal(Node):
    """The rows that share a text in one field: points, awards by rule, claims."""

    field: Field
    text: str
    rows: tuple[tuple[str, int], ...]
    """the rows that are added up, each by its record and its number"""
    points: Outcome
    awarded: Outcome
    admitted: Outcome
    claimed: Outcome


@frozen(eq=False, repr=False)
class Lowered(Node):
    """A ceiling was looked at: where its condition holds, grades above `grade` are lowered to it.

    `held` None: it cannot be decided, and `after` has the grades with and without; or it is a fault, and
    `after` has none.
    """

    grade: str
    condition: Step
    held: bool | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Graded(Node):
    """The grades that the total may earn: one, or several where it is undecided."""

    subject: Step
    weighed: tuple[tuple[str, Weighed], ...]
    """each grade, the best first, with its stretch"""
    ceilings: tuple[Lowered, ...]
    grades: tuple[str, ...]
    fault: Fault | None
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Considered(Node):
    """What follows if the grade is `grade` (None: there is none): the decisions tried, and what is due.

    `decisions` are those that are due, or may be; "" is that nothing is decided.
    """

    grade: str | None
    tried: tuple[Tried, ...]
    decisions: tuple[str, ...]
    fault: Fault | None


@frozen(eq=False, repr=False)
class Followed(Node):
    """A consequence of the result: considered under each grade that is possible.

    One decision is due, or ("") none; several are possible where the result is undecided.
    """

    name: str
    considered: tuple[Considered, ...]
    decisions: tuple[str, ...]
    fault: Fault | None
    basis: Basis
    layer: str
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Checked(Node):
    """A check, made of the form (`row` None) or of one row (section and index).

    A row outside the check's scope has `in_scope` False, no condition, and nothing due. `due` says
    whether the message is due; None: it cannot be decided.
    """

    name: str
    severity: Literal["ERROR", "WARNING", "NOTICE"]
    row: tuple[str, int] | None
    class_wanted: str | None
    scope: Step | None
    in_scope: bool | None
    condition: Step | None
    required: bool
    due: bool | None
    message: str
    basis: Basis
    layer: str
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Derivation(Node):
    """Why a form has its score under a policy."""

    policy: str
    policy_hash: str
    form: str
    rows: tuple[RowDerivation, ...]
    total: TotalDerivation | None
    claimed_total_cell: Found | None
    points_total: Outcome
    """the points of the rows that make up the score, added up"""
    subtotals: tuple[Subtotal, ...]
    grade: Graded | None
    consequences: tuple[Followed, ...]
    checks: tuple[Checked, ...]

    @property
    def claimed_total(self) -> Outcome:
        """The total that the unit gave itself; Absent where it gave none."""
        return self.claimed_total_cell.value if self.claimed_total_cell else Absent("")
