"""Checks what was worked out over the forms of a population: other forms are cited, the rest follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from evalrules.meaning.certificate.amount import Amount, above, below, exactly
from evalrules.meaning.certificate.calculation import asked, function_value, quantity_of, truth_of, value_of, words_of
from evalrules.meaning.certificate.claim import check_outcome, operand_count
from evalrules.meaning.certificate.expressions import WORDS
from evalrules.meaning.certificate.finding import Finding
from evalrules.meaning.certificate.node import MalformedError, Node, shown
from evalrules.meaning.certificate.phrase import Phrase, listed
from evalrules.meaning.certificate.unit import PURE
from evalrules.meaning.certificate.value import Fault, Outcome, Quantity
from evalrules.meaning.certificate.wording import OUTSIDE, check_function, plain

_RANKS = {"rank": ">", "rank-from-least": "<"}
_ALONE = ("needs-forms", "forms-unread")


def check_cited(step: Node) -> Iterator[Finding]:
    """A value of another form is taken on trust; one of this form is checked where it was asked for."""
    step.expect_fields("step form" + WORDS)
    step.text("form")
    value_of(step)
    yield from ()


def check_surveyed(step: Node) -> Iterator[Finding]:
    """A function of forms has the value that follows from what each form yields."""
    step.expect_fields("step function form own asked looked_at members" + WORDS)
    yield from check_function(step, step.text("function"), of_record=True)
    value = value_of(step)
    if isinstance(value, Fault) and value.code in _ALONE:
        named = [name for name in ("asked", "looked_at", "members") if step.items(name)]
        yield from (Finding(step.at(name), shown(True), Phrase("没有其他各表", "no other forms")) for name in named)
        return
    yield from _check_forms(step)
    yield from _check_answers(step)
    yield from check_outcome(step, "value", _value(step))


def _check_forms(step: Node) -> Iterator[Finding]:
    """Where forms were asked for a condition, the members are those for which it holds; none comes twice."""
    looked_at, members = step.nodes("looked_at"), step.nodes("members")
    for each in (*looked_at, *members):
        each.expect_fields("form yields")
    names = [each.text("form") for each in members]
    inside = [each.text("form") for each in looked_at if truth_of(each.node("yields")) is True]
    if len(set(names)) != len(names) or (looked_at and names != inside):
        yield Finding(step.at("members"), listed(names), listed(inside or sorted(set(names))))


def _check_answers(step: Node) -> Iterator[Finding]:
    """What a form was compared with is what was asked of this form."""
    known = [(plain(words_of(each)), each.get("value")) for each in step.nodes("asked")]
    for each in (*step.nodes("looked_at"), *step.nodes("members")):
        for cited in _cited_in(each.node("yields")):
            form, words = cited.text("form"), _unprefixed(plain(words_of(cited)))
            if form == "" and (words, cited.get("value")) not in known:
                yield Finding(cited.at("value"), shown(words), Phrase("本表所问的", "what was asked of this form"))
            if form not in ("", each.text("form")):
                yield Finding(cited.at("form"), shown(form), shown(each.text("form")))


def _unprefixed(words: str) -> str:
    said = next((words.removeprefix(each) for each in OUTSIDE if words.startswith(each)), words)
    return plain(said)


def _cited_in(step: Node) -> Iterator[Node]:
    if step.get("step") == "cited":
        yield step
    elif "of" in step.fields:
        for each in step.nodes("of"):
            yield from _cited_in(each)


def _value(step: Node) -> Outcome:
    members = step.nodes("members")
    fault = _first_fault(step.nodes("looked_at"), members)
    function, own = step.text("function"), step.node_or_none("own")
    if (own is not None) is not (function in _RANKS):
        raise MalformedError(step.at("own"), operand_count(own is not None), operand_count(function in _RANKS))
    if fault is not None:
        return fault
    if own is not None:
        return _rank(step, own, [each for each in members if each.text("form") != step.text("form")])
    value = function_value(function, [each.node("yields") for each in members], words_of(step))
    if value is None:
        raise MalformedError(step.at("function"), shown(function), Phrase("语言中的函数", "a function of the language"))
    return value


def _first_fault(looked_at: Sequence[Node], members: Sequence[Node]) -> Fault | None:
    """The form that does not say whether it is in scope, else the one that yields no number."""
    for each in looked_at:
        truth = truth_of(each.node("yields"))
        if truth is None or isinstance(truth, Fault):
            return Fault("form-failed", (each.text("form"),))
    for each in members:
        if isinstance(quantity_of(each.node("yields")), Fault):
            return Fault("form-failed", (each.text("form"),))
    return None


def _rank(step: Node, own: Node, others: Sequence[Node]) -> Outcome:
    """One more than the forms before this one; where that is open, from the least to the most."""
    value = quantity_of(own)
    if isinstance(value, Fault):
        return value
    answers = [asked(_RANKS[step.text("function")], each.node("yields"), own) for each in others]
    if any(isinstance(each, Fault) for each in answers):
        return Fault("units-differ", (words_of(step),))
    holds = [getattr(each, "holds", None) for each in answers]
    first = Fraction(1 + holds.count(True))
    last = first + holds.count(None)
    amount = exactly(first) if first == last else Amount(below(first), above(last))
    return Quantity(amount, PURE)
