"""What follows from the result, in sentences: what is decided, or may be, and on what grounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evalrules.language.problems.problem import Phrase
from evalrules.meaning.derivation import Computed, Derivation, Earned, Followed, Step, Tried
from evalrules.views.compose.formula import workings
from evalrules.views.compose.saying import SEMICOLON, listed, strong, text
from evalrules.views.compose.statement import statement
from evalrules.views.compose.support import support
from evalrules.views.compose.telling import Telling
from evalrules.views.page import Role, Words, WorkedLine

_DECIDED = Phrase("{name}：{decision}{why}{support}", "{name}: {decision}{why}{support}")
_POSSIBLE = Phrase(
    "{name}：可能是 {decisions}，要等等级或总分定下来{support}",
    "{name}: may be {decisions}, once the grade or the total is settled{support}",
)
_FAULT = Phrase("{name}：没有定下来（{message}）", "{name}: not settled ({message})")
_NOTHING = Phrase("不作决定", "nothing")
_WHY = Phrase("（{facts}）", " ({facts})")
_SUPPORT = Phrase("  {support}", "  {support}")
_OR = Phrase(" 或 ", " or ")


def consequence_words(derivation: Derivation, telling: Telling) -> Iterator[Words]:
    """A sentence for each consequence of which something follows, or may."""
    for followed in derivation.consequences:
        if followed.fault is not None:
            yield telling.say(_FAULT, name=strong(followed.name), message=followed.fault.message(telling.lang))
        elif any(followed.decisions):
            yield _followed(followed, telling)


def consequence_lines(derivation: Derivation, telling: Telling) -> Iterator[WorkedLine]:
    """What a consequence was decided from, worked out, and then the consequence; nothing if it only asks the grade."""
    for followed in derivation.consequences:
        conditions = (each.condition for each in _due(followed) if each.condition is not None)
        lines = tuple(workings(conditions, telling))
        if lines and followed.fault is None and any(followed.decisions):
            yield from lines
            yield WorkedLine(Role.CONCLUSION, _followed(followed, telling), (), followed.span.place)


def _due(followed: Followed) -> list[Tried]:
    """The decisions that are due, or may be."""
    return [each for considered in followed.considered for each in considered.tried if each.held is not False]


def _followed(followed: Followed, telling: Telling) -> Words:
    due = _due(followed)
    bases = listed(dict.fromkeys(_support(each, followed, telling) for each in due), telling.lang, SEMICOLON)
    basis = telling.say(_SUPPORT, support=bases) if bases else ()
    if len(followed.decisions) > 1:
        decisions = listed((_decision(each, telling) for each in followed.decisions), telling.lang, _OR)
        return telling.say(_POSSIBLE, name=strong(followed.name), decisions=decisions, support=basis)
    facts = listed(dict.fromkeys(_facts(due, telling)), telling.lang)
    return telling.say(
        _DECIDED,
        name=strong(followed.name),
        decision=_decision(followed.decisions[0], telling),
        why=telling.say(_WHY, facts=facts) if facts else (),
        support=basis,
    )


def _facts(due: Iterable[Tried], telling: Telling) -> Iterator[Words]:
    """What was found, unless it only says which grade it is: that stands above."""
    for each in due:
        condition = each.condition
        asks_grade = isinstance(condition, Computed) and condition.operator == "=" and _is_grade(condition.operands[0])
        if condition is not None and not asks_grade:
            yield statement(condition, telling)


def _is_grade(step: Step) -> bool:
    return isinstance(step, Earned)


def _support(tried: Tried, followed: Followed, telling: Telling) -> Words:
    own = tried.basis
    return support(own if own.cites or own.readings else followed.basis, telling)


def _decision(decision: str, telling: Telling) -> Words:
    return strong(decision) if decision else text(telling.say(_NOTHING)[0].text)
