"""What a worked line rests on, in words: clauses and readings. How sure a source is, its own section says."""

from __future__ import annotations

from evalrules.language.policy.basis import Basis
from evalrules.language.problems.problem import Phrase
from evalrules.views.compose.saying import SEMICOLON, listed, text
from evalrules.views.compose.telling import Telling
from evalrules.views.page import Words

_PER = Phrase("依据 {clauses}", "per {clauses}")
_PER_RULE = Phrase("规则 {rule}", "rule {rule}")
_PER_CLAUSE_OF_RULE = Phrase("依据 {clauses}（{rule}）", "per {clauses} ({rule})")
_READING = Phrase("据解读“{names}”", "by reading “{names}”")


def support(basis: Basis, telling: Telling, rule: str = "") -> Words:
    """The clauses and readings of `basis`, and the name of the rule that cites them, if it is given."""
    parts: list[Words] = []
    clauses = listed((text(each.text) for each in basis.cites), telling.lang, SEMICOLON)
    if clauses:
        parts.append(telling.say(_PER_CLAUSE_OF_RULE if rule else _PER, clauses=clauses, rule=rule))
    elif rule:
        parts.append(telling.say(_PER_RULE, rule=rule))
    if basis.readings:
        names = listed(map(text, basis.readings), telling.lang)
        parts.append(telling.say(_READING, names=names))
    return listed(parts, telling.lang, SEMICOLON)
