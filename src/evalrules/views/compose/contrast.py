"""What other rules would admit: said of a row whose own score its rule does not yield."""

from __future__ import annotations

from evalrules.language.problems.problem import Phrase
from evalrules.meaning.contrast import Contrast
from evalrules.meaning.derivation import Outcome
from evalrules.views.compose.amounts import show_value
from evalrules.views.compose.saying import number
from evalrules.views.compose.telling import Telling
from evalrules.views.page import Role, WorkedLine

_RULE = Phrase("{rule}", "rule {rule}")
_TIER = Phrase("{rule}“{tier}”", "rule {rule}, tier “{tier}”,")
_WITHIN = Phrase(
    "若按{way}计，可得 {range}，自评 {claimed} 在其中",
    "by {way} it could be {range}, which includes the {claimed} claimed",
)


def contrast_line(contrast: Contrast, claimed: Outcome, telling: Telling) -> WorkedLine:
    """From which other rule the score that was claimed could come."""
    way = telling.say(_TIER if contrast.tier else _RULE, rule=contrast.rule, tier=contrast.tier)
    words = telling.say(
        _WITHIN,
        way=way,
        range=number(show_value(contrast.admitted, telling.lang)),
        claimed=number(show_value(claimed, telling.lang)),
    )
    return WorkedLine(Role.NOTE, words)
