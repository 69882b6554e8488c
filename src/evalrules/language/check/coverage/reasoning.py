"""Whether some row meets several demands at once: no row can, this row does, or it cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import islice

from attrs import frozen

from evalrules.language.check.coverage.conditions import Translator
from evalrules.language.check.coverage.facts import Facts
from evalrules.language.check.coverage.formulas import FALSE, TRUE, Either, Formula, complement
from evalrules.language.check.coverage.ground import Ground
from evalrules.language.check.coverage.polynomials import Opaque
from evalrules.language.check.coverage.search import Effort, GivenUp, branches
from evalrules.language.check.coverage.trial import Row, Trial
from evalrules.language.check.coverage.witnesses import rows_from
from evalrules.language.node import Node
from evalrules.language.policy.expression import Expression
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Phrase

MOST_BRANCHES = 16
"""How many sets of facts are tried for a row."""

_MOST_QUOTED = 3
_STEPS_OF_TRIAL = 5
"""How many steps of a search trying one row is worth."""


class Answer(Enum):
    """What is demanded of a condition."""

    YES = "it holds"
    NO = "it does not hold"
    NOT_YES = "it does not hold, or is a fault"
    KNOWN = "it holds or does not hold, and is no fault"


@frozen(eq=False, repr=False)
class Demand:
    """A condition, with the names of its place, and what is demanded of it. None is always so."""

    condition: Expression | None
    answer: Answer
    place: str
    formula: Formula

    def is_met(self, row: Row, class_name: str | None, ground: Ground) -> bool:
        """Whether the row meets it, for certain."""
        if self.condition is None:
            return self.answer in (Answer.YES, Answer.KNOWN)
        trial = Trial(row, class_name)
        holds = trial.holds(self.condition, ground.names_in(self.place))
        match self.answer:
            case Answer.YES:
                return holds is True
            case Answer.NO:
                return holds is False
            case Answer.NOT_YES:
                return holds is False or (holds is None and not trial.is_at_a_loss)
            case Answer.KNOWN:
                return holds is not None


@frozen(eq=False, repr=False)
class Impossible(Node):
    """No row on which all conditions can be evaluated meets the demands."""


@frozen(eq=False, repr=False)
class Found:
    """This row meets them; `sender` is the rule that sends it to another, if one does."""

    row: Row
    class_name: str | None
    sender: str = ""


@frozen(eq=False, repr=False)
class Unclear(Node):
    """Nothing contradicts such a row, and none could be made up; `reason` says what stood in the way."""

    reason: Phrase


Verdict = Impossible | Found | Unclear

IMPOSSIBLE = Impossible()
TOO_LONG = Phrase("条件的组合太多", "there are too many combinations of conditions")
_NO_NUMBERS = Phrase(
    "条件中有相乘、相除的单元格，试不出满足它们的数",
    "the conditions multiply or divide cells, and no numbers that fit could be found",
)


class Reasoner:
    """Answers questions about the rows of one policy's forms."""

    def __init__(self, policy: CheckedPolicy) -> None:
        self.ground = Ground(policy)
        self.effort = Effort()
        self._translators: dict[tuple[str, str | None], Translator] = {}

    def demand(self, condition: Expression | None, answer: Answer, class_name: str | None, place: str = "") -> Demand:
        """What is demanded of `condition`, for rows of a class, with the names of `place`."""
        if condition is None:
            return Demand(None, answer, place, TRUE if answer in (Answer.YES, Answer.KNOWN) else FALSE)
        key = (place, class_name)
        if key not in self._translators:
            self._translators[key] = Translator(self.ground.algebra_in(place), class_name)
        return Demand(condition, answer, place, _formula(condition, answer, self._translators[key]))

    def is_impossible(self, demands: Iterable[Demand]) -> bool:
        """Whether it is certain that no row meets all `demands`."""
        return next(self._branches(demands), None) is None

    def verdict(self, demands: Sequence[Demand], class_name: str | None) -> Verdict:
        """Whether a row of the class can meet all `demands`."""
        reason: Phrase | None = None
        for facts in islice(self._branches(demands), MOST_BRANCHES):
            if isinstance(facts, GivenUp):
                return Unclear(reason or TOO_LONG)
            for row in rows_from(facts, self.ground):
                if all(each.is_met(row, class_name, self.ground) for each in demands):
                    return Found(row, class_name)
                if not self.effort.spend(_STEPS_OF_TRIAL):
                    break
            reason = reason or _in_the_way(facts)
        return IMPOSSIBLE if reason is None else Unclear(reason)

    def _branches(self, demands: Iterable[Demand]) -> Iterator[Facts | GivenUp]:
        self.effort.begin()
        return branches((each.formula for each in demands), self.ground, self.effort)


def _formula(condition: Expression, answer: Answer, translator: Translator) -> Formula:
    match answer:
        case Answer.YES:
            return translator.formula(condition, holds=True)
        case Answer.NO:
            return translator.formula(condition, holds=False)
        case Answer.NOT_YES:
            return complement(translator.formula(condition, holds=True))
        case Answer.KNOWN:
            holds, fails = (translator.formula(condition, holds=each) for each in (True, False))
            return Either((holds, fails))


def _in_the_way(facts: Facts) -> Phrase:
    """What is not looked into, in the author's words."""
    unknown = [*facts.assumed, *(atom for atom in facts.atoms if isinstance(atom, Opaque))]
    quoted = sorted({each.expression.span.text for each in unknown})[:_MOST_QUOTED]
    if not quoted:
        return _NO_NUMBERS
    zh, en = "”“".join(quoted), "`, `".join(quoted)
    return Phrase(f"不能推断“{zh}”", f"nothing can be concluded about `{en}`")
