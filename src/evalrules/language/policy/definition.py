"""What a checked policy is made of: sources, readings, classes, rules, steps, checks, examples."""

from __future__ import annotations

from enum import Enum
from typing import Literal, TypeAlias

from attrs import evolve, field, frozen

from evalrules.language.node import Node
from evalrules.language.policy.basis import Basis
from evalrules.language.policy.expression import Expression, Scope
from evalrules.language.policy.schema import Field
from evalrules.language.source import Span
from evalrules.language.values import Rounding


class Standing(Enum):
    """How sure a source is."""

    OFFICIAL = "OFFICIAL"
    """read on the issuing body's own page"""
    OBSERVED = "OBSERVED"
    """seen in use: on a form, in a deployed system"""
    UNVERIFIED = "UNVERIFIED"
    """reported; the text itself was not read"""


@frozen(eq=False, repr=False)
class SourceText(Node):
    """A document that rules are taken from."""

    name: str
    standing: Standing
    title: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Alternative(Node):
    """One of the ways in which a text may be read."""

    name: str
    read_as: str


@frozen(eq=False, repr=False)
class Reading(Node):
    """What the text leaves open, how this policy reads it, and why.

    An open reading names the alternatives that the text allows: `chosen` is the name of the one that
    this policy takes, and `read_as` says it in words. Any other reading has no alternatives.
    """

    name: str
    basis: Basis
    wording: str
    read_as: str
    because: str
    alternatives: tuple[Alternative, ...]
    chosen: str
    layer: str
    span: Span = field(eq=False, repr=False)

    @property
    def is_open(self) -> bool:
        return bool(self.alternatives)

    def taken(self, alternative: str) -> Reading:
        """The same reading, another of its alternatives being chosen."""
        words = {each.name: each.read_as for each in self.alternatives}
        return evolve(self, chosen=alternative, read_as=words[alternative])


@frozen(eq=False, repr=False)
class Parameter(Node):
    """A number, text or date with a name, so that a layer below can change it."""

    name: str
    value: Expression
    basis: Basis
    final: bool
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Definition(Node):
    """A quantity of the form, or of each row of a record, with a name."""

    name: str
    scope: Scope | None
    value: Expression
    basis: Basis
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ClassCase(Node):
    """A class and when a row is of it; `condition` is None for the rest."""

    name: str
    condition: Expression | None
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Classification(Node):
    """The classes of a record. Exactly one case applies, unless `in_order`: then the first that does."""

    record: str
    in_order: bool
    cases: tuple[ClassCase, ...]
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class End(Node):
    """An end of a stretch of numbers."""

    value: Expression
    closed: bool


@frozen(eq=False, repr=False)
class Stretch(Node):
    """Numbers from `low` to `high`; None is unbounded. Both None: whatever no other stretch holds."""

    low: End | None
    high: End | None
    span: Span = field(eq=False, repr=False)

    @property
    def is_rest(self) -> bool:
        return self.low is None and self.high is None


@frozen(eq=False, repr=False)
class Admission(Node):
    """Numbers from which a person may choose: both ends are awards."""

    low: End
    high: End
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Tier(Node):
    """A tier of a judgement: its names, and the awards it admits."""

    name: str
    also: tuple[str, ...]
    admission: Admission
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class AwardUnstated(Node):
    """The text does not say what is earned: nothing is awarded or admitted, and the row has a fault."""

    reason: str
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Band(Node):
    """A band of a table: where it applies, and its award."""

    stretch: Stretch
    award: Expression | Admission | AwardUnstated
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class AwardExactly(Node):
    """One number."""

    award: Expression
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class AwardWithin(Node):
    """Any number of an admission; a person chooses."""

    admission: Admission
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class AwardEditable(Node):
    """One number, unless a person enters another one that the admission holds."""

    award: Expression
    admission: Admission
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class AwardByTier(Node):
    """Any number of the tier that a person has chosen; of all tiers while none is chosen."""

    tiers: tuple[Tier, ...]
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class AwardByBand(Node):
    """The award of the band into which `subject` falls."""

    subject: Expression
    bands: tuple[Band, ...]
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class AwardAs(Node):
    """What another rule awards to this row."""

    rule: str
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class AwardNothing(Node):
    """The row bears no points and is not part of the score."""

    reason: str
    basis: Basis
    span: Span = field(eq=False, repr=False)


Outcome: TypeAlias = (
    AwardExactly | AwardWithin | AwardEditable | AwardByTier | AwardByBand | AwardAs | AwardNothing | AwardUnstated
)


@frozen(eq=False, repr=False)
class Case(Node):
    """An outcome and when it is due; `condition` None means: when no other case is."""

    condition: Expression | None
    outcome: Outcome
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Local(Node):
    """A quantity with a name inside one rule or check."""

    name: str
    value: Expression
    span: Span = field(eq=False, repr=False)


class Counting(Enum):
    """How a broken step counts."""

    WHOLE = "WHOLE_STEPS"
    STARTED = "STARTED_STEPS"
    PRO_RATA = "PRO_RATA"


@frozen(eq=False, repr=False)
class Raise(Node):
    """`不低于`: at least `limit`."""

    limit: Expression
    condition: Expression | None
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Cap(Node):
    """`不高于`: at most `limit`."""

    limit: Expression
    condition: Expression | None
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Credit(Node):
    """`加分`: more by `amount`, by no more than `up_to`."""

    amount: Expression
    up_to: Expression | None
    condition: Expression | None
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Deduct(Node):
    """`扣分`: less by `amount`, by no more than `up_to`."""

    amount: Expression
    up_to: Expression | None
    condition: Expression | None
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class DeductBySteps(Node):
    """`扣分 超出 每 步长 扣 数额`: as many times `amount` as there are steps in a positive `excess`."""

    excess: Expression
    size: Expression
    amount: Expression
    counting: Counting
    up_to: Expression | None
    condition: Expression | None
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Round(Node):
    """To the nearest multiple of `unit`, by `mode`."""

    mode: Rounding
    unit: Expression
    condition: Expression | None
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class LeaveUnrounded(Node):
    """The policy says that nothing is rounded here."""

    basis: Basis
    span: Span = field(eq=False, repr=False)


Adjustment: TypeAlias = Raise | Cap | Credit | Deduct | DeductBySteps | Round | LeaveUnrounded


@frozen(eq=False, repr=False)
class Rule(Node):
    """How the rows in its scope are scored.

    Where its scope and that of a rule in `before` both hold, it is the one that applies. `remaining`: it
    applies to those rows of its scope alone that are in the scope of no rule which is not remaining.
    Exactly one case holds, unless `in_order`: then it is the first that does.
    """

    name: str
    before: tuple[str, ...]
    remaining: bool
    scope: Scope
    locals: tuple[Local, ...]
    in_order: bool
    cases: tuple[Case, ...]
    adjustments: tuple[Adjustment, ...]
    basis: Basis
    final: bool
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Withdrawal(Node):
    """Rows that are void: they are not part of the form any more."""

    name: str
    scope: Scope
    basis: Basis
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Exemption(Node):
    """Rows to which the assessment does not apply, and what follows from that."""

    name: str
    scope: Scope
    treatment: Literal["FULL_MARKS", "ZERO_MARKS", "EXCLUDED"]
    basis: Basis
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class EachRow(Node):
    """Steps that every scored row takes after its rule, or every row in `scope`."""

    scope: Scope | None
    adjustments: tuple[Adjustment, ...]
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Total(Node):
    """How rows make a total, and the steps it takes."""

    value: Expression
    adjustments: tuple[Adjustment, ...]
    basis: Basis
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Grade(Node):
    """A grade and the numbers that earn it."""

    name: str
    stretch: Stretch
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class GradeCeiling(Node):
    """Where `condition` holds, the grade is no better than `grade`."""

    grade: str
    condition: Expression
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Grading(Node):
    """The grades of a form, the best first, and the ceilings that lower them, in written order."""

    subject: Expression
    grades: tuple[Grade, ...]
    ceilings: tuple[GradeCeiling, ...]
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Decision(Node):
    """What is decided and when; `condition` None means: when nothing else is."""

    condition: Expression | None
    decision: str
    basis: Basis
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Consequence(Node):
    """What follows from a form's result: one decision at most."""

    name: str
    locals: tuple[Local, ...]
    decisions: tuple[Decision, ...]
    basis: Basis
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Check(Node):
    """Something a form must satisfy, or something to report. `scope` None: once for the form."""

    name: str
    scope: Scope | None
    locals: tuple[Local, ...]
    condition: Expression
    required: bool
    severity: Literal["ERROR", "WARNING", "NOTICE"]
    message: tuple[str | Expression, ...]
    basis: Basis
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Holds(Node):
    """A claim that something holds, of every row in scope or of the form."""

    condition: Expression


@frozen(eq=False, repr=False)
class Monotone(Node):
    """A claim that a greater number in a field never earns less (`rising`), or never more."""

    along: Field
    rising: bool


@frozen(eq=False, repr=False)
class Invariant(Node):
    """What the policy claims of itself, whatever the form. It scores nothing: a fuzzer asks it."""

    name: str
    scope: Scope | None
    claim: Holds | Monotone
    basis: Basis
    layer: str
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Entry(Node):
    """A cell of an example, as printed."""

    field: str
    printed: str


@frozen(eq=False, repr=False)
class ExpectedAward(Node):
    """What an example expects of a row or of the total."""

    award: Expression | Admission | Literal["NOT_APPLICABLE", "VOID", "FAULT", "UNSCORED"]
    rule: str | None
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ExpectedReport(Node):
    """What an example expects of a check: that its message is due, or that it is not."""

    check: str
    due: bool
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ExampleRow(Node):
    """A row of an example: its record, its cells, what it must earn, which checks report it.

    Where the example is a form in a file, the cells tell which row of the file is meant.
    """

    record: str
    entries: tuple[Entry, ...]
    expected: ExpectedAward | None
    reports: tuple[ExpectedReport, ...]
    span: Span = field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class OtherForm(Node):
    """A form beside that of an example: what it is called, and its rows."""

    title: str
    rows: tuple[tuple[str, tuple[Entry, ...]], ...]
    """each the English name of its record, and its cells"""


@frozen(eq=False, repr=False)
class Example(Node):
    """A form, and what the policy must make of it: the rows given here, or those of a file."""

    title: str
    form_file: str
    """the path of the form, from the folder of the text; empty where the rows are the form"""
    rows: tuple[ExampleRow, ...]
    total: ExpectedAward | None
    grade: str | None
    reports: tuple[ExpectedReport, ...]
    """of a check of the form; of a check of rows, that some row is reported, or that none is"""
    others: tuple[OtherForm, ...]
    layer: str
    span: Span = field(eq=False, repr=False)
