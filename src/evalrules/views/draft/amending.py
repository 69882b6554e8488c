"""A policy that amends another, begun from what it amends: every way of amending, shown with real names."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.policy.definition import Check, Parameter, Rule
from evalrules.language.policy.expression import Use
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems.problem import Phrase
from evalrules.language.source import Span
from evalrules.language.syntax.print import quoted
from evalrules.study.rewriting import nodes_in
from evalrules.views.draft.beginning import Beginning, laid_out, switched_off

_HEADER = Phrase(
    "{place} {year} 年度：修订 {amended}（草稿）\n\n"
    "只写和 {amended} 不同的地方；没有写到的，一律照旧。\n"
    "下面每一段以“#|”开头的是一种修订的写法，用的是 {amended} 里真实的名称：\n"
    "去掉“#|”就生效，再照办法改；用不着的删去。改一处，运行一次 evalrules check {id}.rules。",
    "{place} {year}: amends {amended} (a draft)\n\n"
    "Write only what is different from {amended}; what is not mentioned stays as it is.\n"
    "Each block that begins with “#|” shows one way of amending, with real names of {amended}:\n"
    "take the “#|” away to put it in force, then change it; delete what you do not need.\n"
    "After each change run evalrules check {id}.rules.",
)
_TITLE = Phrase("{title}（{place} {year} 年度修订）", "{title} ({place} {year})")
_SOURCE = Phrase(
    "依据：写明修订出自哪份文件（用到它才写，下面各段都引用它）", "The source of what is amended, cited below"
)
_SET = Phrase("设：改一个参数。{amended} 的参数：{names}", "`set` changes a parameter. Those of {amended}: {names}")
_REPLACE = Phrase(
    "替换：整条重写一条规则。{amended} 的规则：{names}", "`replace` rewrites a rule. Those of {amended}: {names}"
)
_ADD = Phrase("新增：多一条校验", "`add` adds a check")
_REMOVE = Phrase(
    "删除：去掉一条校验。{amended} 的校验：{names}", "`remove` takes a check away. Those of {amended}: {names}"
)
_EXAMPLE = Phrase(
    "示例：修订不继承示例。下面是 {amended} 的一条，照旧成立；改了规则，就改成新办法的例题。",
    "Examples are not inherited. This one is from {amended} and still holds; change it with the rules.",
)
_NO_EXAMPLE = Phrase(
    "示例：{amended} 没有示例可以借用；请写一条算过的。",
    "{amended} has no example to start from; write one that you worked out.",
)
_NEW, _CLAUSE = Phrase("新办法", "new-regulation"), Phrase("待填", "clause-to-fill-in")
_UNREAD = Phrase("〔待填：新办法的全称和文号〕", "(to be filled in: title and number of the new regulation)")
_CHECK, _MESSAGE = (
    Phrase("总分达到满分", "full-total"),
    Phrase("总分是 {总分}，请核对", "the total is {total}: look again"),
)
_BETWEEN = Phrase("、", ", ")


def amending_draft(amended: CheckedPolicy, beginning: Beginning) -> str:
    """A policy over `amended` that changes nothing yet, passes its check, and shows each way of amending."""
    return laid_out(_parts(amended, beginning))


def _parts(amended: CheckedPolicy, b: Beginning) -> Iterator[str]:
    slots = {"amended": amended.id, "place": b.place, "year": b.year, "id": b.id, "title": amended.title}
    yield b.remark(_filled(_HEADER, **slots))
    yield b.head(b.say(_filled(_TITLE, **slots)), f"{b.word('AMENDS')} {amended.id}")
    yield b.divider(_SOURCE)
    yield switched_off(f'{b.word("SOURCE")} {b.say(_NEW)} {b.word("UNVERIFIED")} "{b.say(_UNREAD)}"')
    yield from _ways(amended, b)
    yield from _example(amended, b)


def _filled(phrase: Phrase, **slots: str) -> Phrase:
    return Phrase(phrase.zh.format(**slots), phrase.en.format(**slots))


def _cite(b: Beginning) -> str:
    return f"[{b.say(_NEW)} {b.say(_CLAUSE)}]"


def _ways(amended: CheckedPolicy, b: Beginning) -> Iterator[str]:
    used = {each.name for each in nodes_in(_rules_of(amended)) if isinstance(each, Use)}
    parameter = next((each for each in amended.parameters if not each.final and each.name in used), None)
    if parameter is not None:
        yield b.remark(_names(_SET, amended, amended.parameters, b))
        value = " ".join(parameter.value.span.text.split())
        yield switched_off(f"{b.word('SET')} {parameter.name} = {value} {_cite(b)}")
    rule = next((each for each in amended.rules if not each.final), None)
    if rule is not None:
        yield b.remark(_names(_REPLACE, amended, amended.rules, b))
        yield switched_off(f"{b.word('REPLACE')} {declaration_text(rule.span)}")
    yield b.remark(_ADD)
    yield switched_off(_added_check(amended, b))
    # A check that the example below expects cannot go while the example stays.
    free = [each.name for each in amended.checks if each.name not in _example_text(amended)]
    if free:
        yield b.remark(_names(_REMOVE, amended, amended.checks, b))
        yield switched_off(f"{b.word('REMOVE')} {b.word('CHECK')} {free[-1]}")


def _rules_of(policy: CheckedPolicy) -> tuple[object, ...]:
    """All in which a parameter may be used."""
    return (policy.definitions, policy.classifications, policy.rules, policy.each_row, policy.grading, policy.checks)


def _names(
    phrase: Phrase,
    amended: CheckedPolicy,
    those: tuple[Parameter, ...] | tuple[Rule, ...] | tuple[Check, ...],
    b: Beginning,
) -> Phrase:
    return _filled(phrase, amended=amended.id, names=b.say(_BETWEEN).join(each.name for each in those))


def _added_check(amended: CheckedPolicy, b: Beginning) -> str:
    total = b.word("TOTAL")
    condition = f"{total} > 100" if amended.total else "1 > 2"
    message = b.say(_MESSAGE) if amended.total else b.say(_CHECK)
    lines = (
        f"{b.word('ADD')} {b.word('CHECK')} {b.say(_CHECK)} {_cite(b)}",
        f"{b.word('WHEN')} {condition} {b.word('NOTICE')} {quoted(message)}",
    )
    return "\n  ".join(lines)


def _example(amended: CheckedPolicy, b: Beginning) -> Iterator[str]:
    example = _example_text(amended)
    yield b.divider(_filled(_EXAMPLE if example else _NO_EXAMPLE, amended=amended.id))
    yield example


def _example_text(amended: CheckedPolicy) -> str:
    """The first example of `amended` that needs no form beside it, as it was written; "" if there is none."""
    return next((declaration_text(each.span) for each in amended.examples if not each.form_file), "")


def declaration_text(span: Span) -> str:
    """A declaration as it was written, with the citations at its end, up to the next one, without comments."""
    source = span.source
    lines = [source.text[span.start :].split("\n", 1)[0].rstrip()]
    for number in range(span.line + 1, len(source.line_starts) + 1):
        line = source.line_text(number)
        if line.strip() and not line[0].isspace():
            break
        if line.strip() and not line.lstrip().startswith(("#", "＃")):
            lines.append(line.rstrip())
    return "\n".join(lines)
