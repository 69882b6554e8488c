"""The difference between two policies in any medium."""

from __future__ import annotations

from typing import Literal, TypeAlias

from evalrules.language.problems.problem import Phrase
from evalrules.study.difference import Difference, Weight
from evalrules.views.page import Lang, Page, Sentence

Format: TypeAlias = Literal["text", "json", "markdown"]

_TITLE = Phrase("{old} → {new}", "{old} → {new}")
_SAME = Phrase(
    "两个政策说的完全相同（注释、排版、关键词用哪种语言写都不算改动）",
    "the two policies say the same (comments, layout and the language of keywords are no change)",
)
_COUNT = Phrase(
    "共 {all} 处改动，其中 {meaning} 处可能影响计分、等级或校验",
    "{all} changes, {meaning} of which can move a score, a grade or a check",
)


def show_difference(difference: Difference, format: Format, lang: Lang) -> str:
    """The changes in words, then what they do to the forms that were given."""
    match format:
        case "json":
            import json

            from evalrules.views.difference_data import difference_data

            return json.dumps(difference_data(difference, lang), ensure_ascii=False, indent=2)
        case "markdown":
            from evalrules.views.draw.markdown import draw_markdown

            return draw_markdown(compose_difference(difference, lang))
        case "text":
            from evalrules.views.draw.text import draw_text

            return draw_text(compose_difference(difference, lang))


def compose_difference(difference: Difference, lang: Lang) -> Page:
    """One page: how much changed, each change, each form whose score moved."""
    from evalrules.views.compose.change import changes_by_weight
    from evalrules.views.compose.saying import say
    from evalrules.views.compose.shift import forms_said

    title = _TITLE.in_(lang).format(old=difference.old.id, new=difference.new.id)
    if not difference.changes:
        said = Sentence(say(_SAME, lang))
    else:
        meaning = sum(each.weight is Weight.MEANING for each in difference.changes)
        said = Sentence(say(_COUNT, lang, all=str(len(difference.changes)), meaning=str(meaning)))
    return Page(title, lang, (said, *changes_by_weight(difference.changes, lang), *forms_said(difference, lang)))
