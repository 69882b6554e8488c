"""Checks what follows from the result: the decision that is due under each grade that is possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evalrules.meaning.certificate.calculation import truth_of, value_of
from evalrules.meaning.certificate.claim import NO_FAULT, check_field, check_outcome
from evalrules.meaning.certificate.finding import Finding
from evalrules.meaning.certificate.node import Node, shown
from evalrules.meaning.certificate.phrase import listed
from evalrules.meaning.certificate.value import Fault, Text, read_outcome, show
from evalrules.meaning.certificate.wording import check_mentions, conditions_in

CONSIDERED = ".considered["


def check_followed(followed: Node) -> Iterator[Finding]:
    """Every decision that is due, or may be, under one of the grades; none while one of them has a fault."""
    followed.expect_fields("name considered decisions fault basis layer text at")
    yield from check_mentions(followed, followed.text("name"))
    considered = followed.nodes("considered")
    found: set[str] = set()
    for each in considered:
        yield from _check_considered(each, followed.text("name"))
        found |= set(each.texts("decisions"))
    faults = [each.node("fault") for each in considered if each.get("fault") is not None]
    yield from _check_fault(followed, read_outcome(faults[0]) if faults else None)
    claimed = followed.texts("decisions")
    follows = set() if faults else found
    if set(claimed) != follows or len(claimed) != len(follows):
        yield Finding(followed.at("decisions"), listed(claimed), listed(sorted(follows)))


def _check_fault(node: Node, follows: object) -> Iterator[Finding]:
    fault = node.node_or_none("fault")
    if (fault is None) != (follows is None):
        claimed = NO_FAULT if fault is None else show(read_outcome(fault))
        yield Finding(node.at("fault"), claimed, show(follows) if isinstance(follows, Fault) else NO_FAULT)
    elif fault is not None and isinstance(follows, Fault):
        yield from check_outcome(node, "fault", follows)


def _check_considered(node: Node, name: str) -> Iterator[Finding]:
    """One decision is due, the rest where no other is; a condition with a fault counts where none holds."""
    node.expect_fields("grade tried decisions fault")
    tried = node.nodes("tried")
    answers = [truth_of(each.node("condition")) for each in tried if each.get("condition") is not None]
    certain, open_ = answers.count(True), None in answers
    faults = [each for each in answers if isinstance(each, Fault)]
    fault = Fault("several-cases", (name,)) if certain > 1 else faults[0] if faults and not certain else None
    rest = None if fault else False if certain else None if open_ else True
    for each in tried:
        yield from _check_tried(each, rest)
    yield from _check_fault(node, fault)
    due = () if fault else _due(tried, certain, rest)
    if due is not None and not _are(node.texts("decisions"), due):
        yield Finding(node.at("decisions"), listed(node.texts("decisions")), listed(due))


def _check_tried(tried: Node, rest: bool | None) -> Iterator[Finding]:
    tried.expect_fields("condition held basis text at")
    condition = tried.node_or_none("condition")
    answer = rest if condition is None else truth_of(condition)
    yield from check_field(tried, "held", False if isinstance(answer, Fault) else answer)
    yield from check_mentions(tried, *conditions_in(tried))


def _due(tried: Sequence[Node], certain: int, rest: bool | None) -> tuple[str, ...]:
    """The words of what is due, or may be; "" for nothing."""
    if certain:
        return tuple(each.text("text") for each in tried if each.get("held") is True)
    if rest is True:
        last = [each.text("text") for each in tried if each.get("condition") is None]
        return tuple(last) or ("",)
    has_rest = any(each.get("condition") is None for each in tried)
    possible = [each.text("text") for each in tried if each.get("held") is None]
    return (*possible, *(() if has_rest else ("",)))


def _are(decisions: Sequence[str], due: Sequence[str]) -> bool:
    """Whether each decision stands in quotation marks in words that are due, and each of these has one."""
    said = [[words for words in due if _says(words, decision)] for decision in decisions]
    return all(said) and all(any(_says(words, each) for each in decisions) for words in due)


def _says(words: str, decision: str) -> bool:
    return decision in words and decision != "" if words else decision == ""


def check_earned_grades(earned: Sequence[Node], graded: Node | None, followed: Sequence[Node]) -> Iterator[Finding]:
    """The grade that was used is the one that the form has; under a consequence, the one that is considered."""
    supposed = [(each.path + ".", each.text_or_none("grade")) for node in followed for each in node.nodes("considered")]
    grades = () if graded is None else graded.texts("grades")
    known = grades[0] if len(grades) == 1 else None
    for step in earned:
        grade = next((each for path, each in supposed if step.path.startswith(path)), known)
        value = value_of(step)
        claimed = value.text if isinstance(value, Text) else None
        if graded is not None and claimed != grade:
            yield Finding(step.at("value"), show(value), shown(grade))
    for node in followed:
        if graded is not None:
            names = [each.text_or_none("grade") for each in node.nodes("considered")]
            if [each for each in names if each is not None] != [*grades] or len(names) != max(len(grades), 1):
                yield Finding(node.at("considered"), listed(map(str, names)), listed(grades))
