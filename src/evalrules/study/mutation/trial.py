"""Tries every mutant of a policy: does its check refuse it, do examples notice it, would some form?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum

from attrs import evolve, field, frozen

from evalrules.language.check import resolve_policy
from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Phrase, Problem, Severity
from evalrules.language.source import Source, Span
from evalrules.language.syntax.parse import parse
from evalrules.library.shelf import Shelf
from evalrules.meaning.derivation import Adjusted, Checked, Derivation
from evalrules.meaning.derive import derive
from evalrules.meaning.examples import Trial, check_example, try_example
from evalrules.meaning.facts import Facts, facts_from_form
from evalrules.meaning.functions import SIGNATURES
from evalrules.pipeline import compile_policy
from evalrules.study.mutation.candidates import candidates
from evalrules.study.mutation.example import example_text
from evalrules.study.mutation.mutant import Mutant
from evalrules.study.mutation.mutants import mutants_of
from evalrules.study.mutation.sight import Sight, is_plain, sight_of
from evalrules.study.rewriting import nodes_in

_MOST_TRIED = 250
"""Candidates that are tried on one mutant."""


_NOTHING = Phrase("", "")


class Fate(Enum):
    """What became of a mutant."""

    REFUSED = "refused"
    """its text does not pass the check"""
    NOTICED = "noticed"
    """an example does not hold any more"""
    MISSED = "missed"
    """no example notices it, and a form is known that would"""
    ALIKE = "alike"
    """no example notices it, and no form was found that would: perhaps it says the same"""


@frozen
class Verdict:
    """A mutant and what became of it: `by` is the problem or the example; `form` would notice a missed one."""

    mutant: Mutant
    fate: Fate
    by: Phrase = _NOTHING
    form: Form | None = None
    policy: CheckedPolicy | None = None


@frozen
class Study:
    """The mutants of a policy that were tried, in the order of its text; `left` were not, for there is a limit."""

    policy: CheckedPolicy = field(repr=False)
    verdicts: tuple[Verdict, ...]
    left: int = 0

    def of(self, fate: Fate) -> tuple[Verdict, ...]:
        return tuple(each for each in self.verdicts if each.fate is fate)

    @property
    def caught(self) -> int:
        """Mutants that cannot go unnoticed."""
        return len(self.of(Fate.REFUSED)) + len(self.of(Fate.NOTICED))

    @property
    def total(self) -> int:
        """Mutants that are known to say something else."""
        return self.caught + len(self.of(Fate.MISSED))


Search = Callable[[CheckedPolicy, CheckedPolicy], Form | None]
"""Looks further for a form on which two policies differ, where the usual candidates show none."""


@frozen
class Subject:
    """What is studied: the text of a policy, what it rests on, what it says, and examples that hold of it."""

    source: Source
    shelf: Shelf
    policy: CheckedPolicy
    trials: Sequence[Trial]


def study_mutants(
    subject: Subject,
    most: int | None = None,
    progress: Callable[[int, int], None] = lambda done, all: None,
    search: Search = lambda policy, other: None,
) -> Study:
    """Try the mutants of a policy. `most` is how many at most, spread over the text."""
    every = mutants_of(subject.source)
    chosen = _spread(every, most)
    bench = _Bench(subject, _Bank(subject.policy, subject.source), search)
    verdicts: list[Verdict] = []
    for at, mutant in enumerate(chosen):
        progress(at, len(chosen))
        verdict = bench.verdict(mutant)
        verdicts += [verdict] if verdict is not None else []
    return Study(subject.policy, tuple(verdicts), len(every) - len(chosen))


def _spread(mutants: tuple[Mutant, ...], most: int | None) -> tuple[Mutant, ...]:
    if most is None or most >= len(mutants):
        return mutants
    return tuple(mutants[at * len(mutants) // most] for at in range(most))


@frozen
class _Candidate:
    """A form that may notice something: what the policy makes of it, and where in the text it got that from."""

    form: Form
    facts: Facts
    sight: Sight
    places: frozenset[tuple[int, int, bool]]
    """stretches of the text from which it was got, and whether what they say made no difference here"""

    def nearness(self, mutant: Mutant) -> tuple[int, bool] | None:
        """The length of the shortest stretch that was needed here and is changed, and whether it was idle."""
        # What is taken away ends with its citations, which belong to no stretch: where it begins is enough.
        begins = [edit.span.start for edit in mutant.edits]
        found = ((end - start, idle) for start, end, idle in self.places for at in begins if start <= at < end)
        return min(found, default=None)


class _Bank:
    """The candidates of a policy, worked out once, when they are first needed."""

    def __init__(self, policy: CheckedPolicy, source: Source) -> None:
        self.policy = policy
        self.source = source
        self._known: tuple[_Candidate, ...] | None = None

    def near(self, mutant: Mutant) -> list[_Candidate]:
        """The candidates whose reasons have to do with the change, the nearest first.

        What a derivation does not mention cannot matter: the others need not be tried.
        """
        if self._known is None:
            self._known = tuple(map(self._candidate, candidates(self.policy)))
        ranked = [(near, not is_plain(each.sight), len(each.sight.rows), at) for at, each in enumerate(self._known)
                  if (near := each.nearness(mutant)) is not None]  # fmt: skip
        return [self._known[at] for *_, at in sorted(ranked)[:_MOST_TRIED]]

    def _candidate(self, form: Form) -> _Candidate:
        facts = facts_from_form(form, self.policy.schema)
        derivation = derive(self.policy, facts)
        return _Candidate(form, facts, sight_of(derivation), frozenset(self._places(derivation)))

    def _places(self, derivation: Derivation) -> Iterator[tuple[int, int, bool]]:
        for node in nodes_in(derivation):
            span = getattr(node, "span", None)
            if isinstance(span, Span) and span.source == self.source:
                yield span.start, span.end, _is_idle(node)


def _is_idle(node: object) -> bool:
    """Whether a step left the award as it was, or a check had nothing to report."""
    match node:
        case Adjusted():
            return node.before == node.value
        case Checked():
            return node.due is not True
        case _:
            return False


@frozen
class _Bench:
    subject: Subject
    bank: _Bank
    search: Search

    def verdict(self, mutant: Mutant) -> Verdict | None:
        """What becomes of `mutant`; None where it is the same policy in other words."""
        parsed = parse(mutant.source)
        checked = resolve_policy(parsed.document, self.subject.shelf, SIGNATURES)
        other = checked.policy
        if other is None or parsed.problems:
            return Verdict(mutant, Fate.REFUSED, _first((*parsed.problems, *checked.problems)))
        if _says(other) == _says(self.subject.policy):
            return None
        for trial in self.subject.trials:
            if try_example(other, trial.example, trial.form).disagreements:
                return Verdict(mutant, Fate.NOTICED, Phrase(trial.example.title, trial.example.title))
        return self._unnoticed(mutant, other)

    def _unnoticed(self, mutant: Mutant, other: CheckedPolicy) -> Verdict:
        compiled = compile_policy(mutant.source, self.subject.shelf)
        if compiled.policy is None:
            return Verdict(mutant, Fate.REFUSED, _first(compiled.problems))
        form = next((each for each in self._telling(mutant, other) if self._can_be_pasted(each, other)), None)
        return Verdict(mutant, Fate.MISSED if form else Fate.ALIKE, form=form, policy=other)

    def _telling(self, mutant: Mutant, other: CheckedPolicy) -> Iterator[Form]:
        """Forms of which examples of the two policies would expect something else."""
        for each in self.bank.near(mutant):
            if sight_of(derive(other, each.facts)) != each.sight:
                yield each.form
        form = self.search(self.subject.policy, other)
        if form is not None:
            yield form

    def _can_be_pasted(self, form: Form, other: CheckedPolicy) -> bool:
        """Whether `form`, written as an example, holds of the policy and not of the other."""
        source, policy = self.subject.source, self.subject.policy
        pasted = Source(source.name, f"{source.text}\n\n{example_text(policy, other, form, 'x', 'zh')}\n")
        checked = resolve_policy(parse(pasted).document, self.subject.shelf, SIGNATURES).policy
        if checked is None:
            return False
        example = checked.examples[-1]
        return not check_example(policy, example) and bool(check_example(other, example))


def _first(problems: Sequence[Problem]) -> Phrase:
    errors = [each for each in problems if each.severity is Severity.ERROR]
    return errors[0].message() if errors else _NOTHING


def _says(policy: CheckedPolicy) -> CheckedPolicy:
    """`policy` without the texts that it was read from."""
    return evolve(policy, texts=(), examples=(), invariants=())
