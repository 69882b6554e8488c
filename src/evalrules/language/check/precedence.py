"""Which rules go before which: the names must be known, and no rule may go before itself, however far round."""

from __future__ import annotations

from collections.abc import Mapping

from evalrules.language.check.findings import Findings
from evalrules.language.check.names import Names
from evalrules.language.check.places import word_span
from evalrules.language.policy.definition import Rule
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Phrase
from evalrules.language.problems.cycle import Cycle
from evalrules.language.problems.rule_of_other_rows import RuleOfOtherRows
from evalrules.language.problems.unknown_rule import UnknownRule
from evalrules.language.syntax import tree


def report_unknown_before(node: tree.RuleDecl, record: str, names: Names, findings: Findings) -> None:
    """Report what stands after `先于` and is no rule of the same rows."""
    mine = names.schema.record_named(record)
    for each in node.before:
        theirs = names.schema.record_named(names.rules.get(each.name, ""))
        if each.name not in names.rules:
            findings.report(UnknownRule(each.span, each.name, tuple(names.rules)))
        elif mine and theirs and mine != theirs:
            there, here = Phrase(theirs.zh, theirs.en), Phrase(mine.zh, mine.en)
            findings.report(RuleOfOtherRows(each.span, each.name, there, here))


def report_mutual(policy: CheckedPolicy, findings: Findings) -> None:
    """Report each circle of rules that go before each other, once."""
    rules = {each.name: each for each in policy.rules}
    settled: set[str] = set()
    for name in rules:
        circle = _circle_from(name, rules, settled)
        if circle:
            findings.report(_cycle(circle))


def _circle_from(start: str, rules: Mapping[str, Rule], settled: set[str]) -> tuple[Rule, ...]:
    """The rules of the first circle that is come to from `start`; nothing if there is none. Settles what it meets."""
    path: dict[str, None] = {}
    stack = [(start, False)]
    while stack:
        name, is_done = stack.pop()
        if is_done:
            path.pop(name)
            settled.add(name)
        elif name in path:
            names = list(path)
            settled.update(names)
            return tuple(rules[each] for each in names[names.index(name) :])
        elif name in rules and name not in settled:
            path[name] = None
            stack += [(name, True), *((each, False) for each in rules[name].before)]
    return ()


def _cycle(rules: tuple[Rule, ...]) -> Cycle:
    following = (*rules[1:], rules[0])
    members = tuple(
        (Phrase(f"规则“{rule.name}”", f"rule `{rule.name}`"), word_span(rule.span, after.name, _nth(rule, after)))
        for rule, after in zip(rules, following, strict=True)
    )
    return Cycle(members[0][1], members)


def _nth(rule: Rule, after: Rule) -> int:
    """Which word of that name: a rule that goes before itself says its name before."""
    return 1 if rule is after else 0
