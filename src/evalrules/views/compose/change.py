"""Changes of a policy in sentences: which declaration, which part of it, from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evalrules.language.keywords import ROW_OF_TOKEN, spelling
from evalrules.language.problems.problem import Phrase
from evalrules.study.difference import Change, Part, Weight
from evalrules.views.compose.saying import code, joined, say, shortened, strong, text
from evalrules.views.page import Block, Heading, Lang, Points, Words

_MOST_QUOTED = 160

SECTIONS: dict[str, str] = {
    "id": "POLICY",
    "title": "TITLE",
    "place": "PLACE",
    "year": "YEAR",
    "language": "LANGUAGE",
    "schema": "APPLIES",
    "layers": "AMENDS",
    "sources": "SOURCE",
    "readings": "READING",
    "parameters": "PARAMETER",
    "definitions": "DEFINE",
    "classifications": "CLASSES",
    "withdrawals": "VOID",
    "exemptions": "NOT_APPLICABLE",
    "rules": "RULE",
    "each_row": "EACH_ROW",
    "total": "TOTAL",
    "subtotals": "SUBTOTAL",
    "grading": "GRADE",
    "consequences": "CONSEQUENCE",
    "checks": "CHECK",
    "invariants": "INVARIANT",
    "examples": "EXAMPLE",
}
"""The keyword that begins each section of a policy."""

# What the fields of a checked policy are called in a sentence. "" is passed over: it tells the reader nothing.
PARTS: dict[str, Phrase] = {
    "adjustments": Phrase("评分后的步骤", "the steps after the award"),
    "admission": Phrase("可以给的分", "what may be given"),
    "alternatives": Phrase("可选的读法", "the alternatives"),
    "along": Phrase("随之增减的栏目", "the field it goes along with"),
    "also": Phrase("其他名称", "other names"),
    "award": Phrase("得分", "the award"),
    "bands": Phrase("分段", "the bands"),
    "basis": Phrase("依据", "the basis"),
    "because": Phrase("理由", "the reason"),
    "before": Phrase("让位于它的规则", "the rules that give way to it"),
    "cases": Phrase("各种情形", "the cases"),
    "ceilings": Phrase("等级的限制", "the ceilings of grades"),
    "chosen": Phrase("所取的读法", "the alternative taken"),
    "claim": Phrase("所说的话", "the claim"),
    "condition": Phrase("条件", "the condition"),
    "decision": Phrase("", ""),
    "decisions": Phrase("各种结果", "what follows"),
    "final": Phrase("“不得改动”", "`final`"),
    "grade": Phrase("应得等级", "the grade expected"),
    "grades": Phrase("各等级", "the grades"),
    "in_order": Phrase("“依次”", "`in-order`"),
    "locals": Phrase("其中的量", "the local quantities"),
    "message": Phrase("提示的话", "the message"),
    "name": Phrase("名称", "the name"),
    "outcome": Phrase("", ""),
    "read_as": Phrase("读作", "how it is read"),
    "reason": Phrase("说明", "the reason given"),
    "record": Phrase("所属部分", "the part of the form"),
    "records": Phrase("表格各部分", "the parts of the form"),
    "fields": Phrase("栏目", "the fields"),
    "remaining": Phrase("“其余”", "`else`"),
    "required": Phrase("要求或禁止", "whether it is required"),
    "rising": Phrase("随增不减还是随增不增", "whether it rises"),
    "rows": Phrase("各行", "the rows"),
    "rule": Phrase("比照的规则", "the rule that is followed"),
    "scope": Phrase("适用范围", "the rows it is for"),
    "severity": Phrase("轻重", "the severity"),
    "standing": Phrase("可靠程度", "the standing"),
    "stretch": Phrase("范围", "the range"),
    "subject": Phrase("所看的数", "the number that is looked at"),
    "tiers": Phrase("各档", "the tiers"),
    "title": Phrase("名称", "the title"),
    "total": Phrase("应得总分", "the total expected"),
    "treatment": Phrase("处理办法", "the treatment"),
    "value": Phrase("", ""),
    "wording": Phrase("原文", "the wording"),
}

_ONE_OF: dict[str, Phrase] = {
    "bands": Phrase("“{words}”一段", "band `{words}`"),
    "cases": Phrase("“当 {words}”一支", "case `{words}`"),
    "grades": Phrase("{words}", "{words}"),
    "locals": Phrase("其中的“{words}”", "local quantity `{words}`"),
    "tiers": Phrase("“{words}”一档", "tier `{words}`"),
}
_CLASS = Phrase("“{words}”一类", "class `{words}`")
_OTHERWISE = Phrase("“否则”一支", "the case `otherwise`")
_STEP = Phrase("一步", "a step")
_REST = Phrase("“其余”", "`else`")
_SOME = Phrase("{part}中的“{words}”", "`{words}` of {part}")
# Inside these, a formula is the whole of what is said: no further step is named.
_SILENT = frozenset({"End", "Admission", "Stretch"})

_FROM_TO = Phrase("{what}由“{old}”改为“{new}”", "{what} changes from “{old}” to “{new}”")
_BECOMES = Phrase("{what}：{old} → {new}", "{what}: {old} → {new}")
_ADDED = Phrase("新增{what}：{new}", "{what} is added: {new}")
_ADDED_NAMED = Phrase("新增{what}", "{what} is added")
_REMOVED = Phrase("删去{what}：{old}", "{what} is removed: {old}")
_REMOVED_NAMED = Phrase("删去{what}", "{what} is removed")
_RENAMED = Phrase("{what}只改了名称，现在叫“{new}”", "{what} is only renamed: it is now called “{new}”")
_REORDERED = Phrase("{what}的次序由“{old}”改为“{new}”", "{what}: the order changes from “{old}” to “{new}”")
_OF = Phrase("{whole}：{part}", "{whole}: {part}")
_BETWEEN = Phrase("，", ", ")

_GROUPS = {
    Weight.MEANING: Phrase("影响计分、等级或校验的改动", "Changes that can move a score, a grade or a check"),
    Weight.BASIS: Phrase("只改依据和解读", "Changes of sources, citations and readings only"),
    Weight.NAME: Phrase("只改名称", "Only names"),
    Weight.WORDING: Phrase("只改说给人看的话", "Only words said to people"),
    Weight.EXAMPLE: Phrase("示例和不变量", "Examples and invariants"),
}


def changes_by_weight(changes: Iterable[Change], lang: Lang) -> Iterator[Block]:
    """The changes as sentences, what can move a score first."""
    listed = tuple(changes)
    for weight, heading in _GROUPS.items():
        same = [each for each in listed if each.weight is weight]
        if same:
            yield Heading(
                text(f"{heading.in_(lang)}（{len(same)}）" if lang == "zh" else f"{heading.en} ({len(same)})")
            )
            yield Points(tuple(change_said(each, lang) for each in same))


def change_said(change: Change, lang: Lang) -> Words:
    """One change in a sentence."""
    declared = declaration_said(change, lang)
    where = parts_said(change.path, lang) if change.section != "examples" else ()
    if change.path and change.path[-1].field == "adjustments" and change.kind in ("added", "removed"):
        where = joined((*where, *text(_BETWEEN.in_(lang) if where else ""), *text(_STEP.in_(lang))))
    what = say(_OF, lang, whole=declared, part=where) if where else declared
    old, new = _value(change.old, lang), _value(change.new, lang)
    match change.kind:
        case "renamed":
            return say(_RENAMED, lang, what=what, new=code(change.new))
        case "reordered":
            return say(_REORDERED, lang, what=what, old=old, new=new)
        case "added" if where:
            return say(_OF, lang, whole=declared, part=say(_ADDED, lang, what=where, new=new))
        case "added":
            return _whole(_ADDED, _ADDED_NAMED, what, change.new, change, lang)
        case "removed" if where:
            return say(_OF, lang, whole=declared, part=say(_REMOVED, lang, what=where, old=old))
        case "removed":
            return _whole(_REMOVED, _REMOVED_NAMED, what, change.old, change, lang)
        case "changed":
            plain = change.section in ("parameters", *_HEADS) and "basis" not in [each.field for each in change.path]
            return say(_BECOMES if plain else _FROM_TO, lang, what=what, old=old, new=new)


_HEADS = ("id", "title", "place", "year", "language", "schema", "layers")


def _whole(full: Phrase, brief: Phrase, what: Words, words: str, change: Change, lang: Lang) -> Words:
    """A declaration that came or went, with what it says after its name; of an example the name is enough."""
    body = words.partition(change.name)[2].lstrip(" =＝") if change.name else words
    if change.section == "examples" or not body:
        return say(brief, lang, what=what)
    return say(full, lang, what=what, old=code(shortened(body, _MOST_QUOTED)), new=code(shortened(body, _MOST_QUOTED)))


def _value(words: str, lang: Lang) -> Words:
    """The author's words; a word of the language in the language of the reader."""
    if words in ("True", "False"):
        return text({"True": Phrase("有", "yes"), "False": Phrase("没有", "no")}[words].in_(lang))
    return text(spelling(words, lang)) if words in ROW_OF_TOKEN else code(shortened(words, _MOST_QUOTED))


def declaration_said(change: Change, lang: Lang) -> Words:
    """`规则 定量正向`."""
    token = SECTIONS.get(change.section)
    kind = spelling(token, lang) if token else change.section
    if change.section == "each_row" and change.name:
        return joined((*text(kind + " "), *code(shortened(change.name, 40))))
    return joined((*text(kind), *(strong(f" {change.name}") if change.name else ())))


def parts_said(path: Sequence[Part], lang: Lang) -> Words:
    """`否则一支，得分`: the way down from the declaration, as far as it tells the reader something."""
    said = [words for part in path if (words := _part(part, lang))]
    return joined(run for at, words in enumerate(said) for run in (*(text(_BETWEEN.in_(lang)) if at else ()), *words))


def _part(part: Part, lang: Lang) -> Words:
    if part.owner in _SILENT:
        return ()
    name = PARTS.get(part.field, Phrase(part.field, part.field)).in_(lang)
    if not part.words and part.alone:
        return () if part.field == "cases" else text(name)
    if part.field == "cases":
        return _case(part, lang)
    if part.field == "adjustments":
        return ()
    if not part.words:
        return text(_REST.in_(lang)) if part.field == "bands" else text(name)
    phrase = _ONE_OF.get(part.field)
    words = text(shortened(part.words))
    return say(phrase, lang, words=words) if phrase else say(_SOME, lang, part=name, words=words)


def _case(part: Part, lang: Lang) -> Words:
    is_class = part.owner == "Classification"
    if not part.words:
        return text((_REST if is_class else _OTHERWISE).in_(lang))
    return say(_CLASS if is_class else _ONE_OF["cases"], lang, words=text(shortened(part.words)))
