"""How a row came to its rule: its class, whether it counts at all, and the rules that were looked at."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.problems.problem import Phrase
from evalrules.meaning.derivation import Classed, RowDerivation, Scoping, Standing, Tried
from evalrules.views.compose.saying import listed, text
from evalrules.views.compose.statement import statement
from evalrules.views.compose.support import support
from evalrules.views.compose.telling import Telling
from evalrules.views.page import Role, Words, WorkedLine

# Classes ------------------------------------------------------------------------------------------

_CLASS = Phrase("类别：属“{name}”", "class: “{name}”")
_NO_CLASS = Phrase("类别：没有定下来，{message}", "class: not settled, {message}")
_IN_CLASS = Phrase("属“{name}”：{why}", "of class “{name}”: {why}")
_REST = Phrase("属“{name}”：不属以上各类", "of class “{name}”: none of the above")
_OUT_OF_CLASS = Phrase("不属“{name}”：{why}", "not of class “{name}”: {why}")
_CLASS_OPEN = Phrase("是否属“{name}”未定：{why}", "whether of class “{name}” is undecided: {why}")


def class_lines(classed: Classed, telling: Telling) -> Iterator[WorkedLine]:
    """The class of the row, and what was asked to find it."""
    if classed.fault is not None:
        words = telling.say(_NO_CLASS, message=classed.fault.message(telling.lang))
    else:
        words = telling.say(_CLASS, name=classed.name or "")
    asked = tuple(_class_case(name, tried, telling) for name, tried in classed.tried)
    yield WorkedLine(Role.PREMISE, words, (), classed.span.place, asked)


def _class_case(name: str, tried: Tried, telling: Telling) -> WorkedLine:
    if tried.condition is None:
        phrase, why = (_REST if tried.held else _OUT_OF_CLASS), telling.say(_SETTLED)
    else:
        phrase = _IN_CLASS if tried.held else _CLASS_OPEN if tried.held is None else _OUT_OF_CLASS
        why = statement(tried.condition, telling)
    role = Role.NOT_TAKEN if tried.held is False else Role.PREMISE
    basis = support(tried.basis, telling) if tried.held is not False else ()
    return WorkedLine(role, telling.say(phrase, name=name, why=why), basis, tried.span.place)


_SETTLED = Phrase("已属另一类", "it is of another class already")

# Void and not applicable --------------------------------------------------------------------------

_VOID = Phrase("本行作废：{name}{why}", "the row is void: {name}{why}")
_NOT_APPLICABLE = Phrase("本行不适用：{name}{why}，{then}", "the row is not applicable: {name}{why}, {then}")
_WHY = Phrase("（{why}）", " ({why})")
_NOT_SETTLED = Phrase("“{name}”是否适用于本行未定{why}", "whether “{name}” concerns the row is undecided{why}")
_DOES_NOT_CONCERN = Phrase("“{name}”与本行无关{why}", "“{name}” does not concern the row{why}")
_TREATMENTS = {
    "FULL_MARKS": Phrase("记满分", "full points"),
    "ZERO_MARKS": Phrase("记零分", "no points"),
    "EXCLUDED": Phrase("不计入总分", "left out of the total"),
}
_GIVES_WAY = Phrase(
    "本行也在“{rules}”的范围内，那条规则先于它", "“{rules}” has the row in its scope too, and goes before it"
)
_REMAINING = Phrase(
    "它只管其余的行，本行在“{rules}”的范围内", "it is for the rows that remain, and “{rules}” has this one in its scope"
)
_CLASS_WANTED = Phrase("本行不属“{name}”", "the row is not of class “{name}”")


def standing_line(standing: Standing, telling: Telling) -> WorkedLine:
    """Whether the row is void or not applicable, and what follows."""
    why = _why(standing, telling)
    if standing.applies is None:
        words = telling.say(_NOT_SETTLED, name=standing.name, why=why)
    elif not standing.applies:
        words = telling.say(_DOES_NOT_CONCERN, name=standing.name, why=why)
    elif standing.kind == "void":
        words = telling.say(_VOID, name=standing.name, why=why)
    else:
        then = telling.say(_TREATMENTS[standing.treatment]) if standing.treatment else ()
        words = telling.say(_NOT_APPLICABLE, name=standing.name, why=why, then=then)
    role = Role.NOT_TAKEN if standing.applies is False else Role.PREMISE
    return WorkedLine(role, words, support(standing.basis, telling), standing.span.place)


def _why(looked_at: Standing | Scoping, telling: Telling) -> Words:
    if isinstance(looked_at, Scoping) and looked_at.gives_way_to:
        rules = listed(map(text, looked_at.gives_way_to), telling.lang)
        return telling.say(_WHY, why=telling.say(_REMAINING if looked_at.remaining else _GIVES_WAY, rules=rules))
    if looked_at.condition is not None:
        return telling.say(_WHY, why=statement(looked_at.condition, telling))
    if looked_at.class_wanted is not None and looked_at.applies is False:
        return telling.say(_WHY, why=telling.say(_CLASS_WANTED, name=looked_at.class_wanted))
    return ()


# Rules --------------------------------------------------------------------------------------------

_APPLIES = Phrase("规则“{rule}”适用{why}", "rule “{rule}” applies{why}")
_APPLIES_NOT = Phrase("规则“{rule}”不适用{why}", "rule “{rule}” does not apply{why}")
_APPLIES_OPEN = Phrase("规则“{rule}”是否适用未定{why}", "whether rule “{rule}” applies is undecided{why}")


def scoping_line(scoping: Scoping, telling: Telling) -> WorkedLine:
    """Whether a rule applies to the row, and why."""
    phrases = {True: _APPLIES, False: _APPLIES_NOT, None: _APPLIES_OPEN}
    words = telling.say(phrases[scoping.applies], rule=scoping.rule, why=_why(scoping, telling))
    role = Role.NOT_TAKEN if scoping.applies is False else Role.PREMISE
    return WorkedLine(role, words, (), scoping.span.place)


def selecting_lines(row: RowDerivation, telling: Telling) -> Iterator[WorkedLine]:
    """What was looked at before a rule was applied; that a row is void or not applicable is said before."""
    if row.classed is not None:
        yield from class_lines(row.classed, telling)
    yield from (standing_line(each, telling) for each in row.standings if each.applies is False)
    yield from (scoping_line(each, telling) for each in row.scopings)
