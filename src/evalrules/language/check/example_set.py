"""Checks a file of examples: the policy they are of is had by name, and nothing else is declared."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from evalrules.language.check.declarations import DeclarationChecker
from evalrules.language.check.declared import names_of
from evalrules.language.check.examples import example
from evalrules.language.check.findings import Findings
from evalrules.language.check.heads import Heading, head_of, misplaced_in_form, read_head, require_line
from evalrules.language.check.layers import Pile
from evalrules.language.check.library import Library
from evalrules.language.check.places import lost_words
from evalrules.language.check.policy import Checked, check_policy
from evalrules.language.check.stack import layer_of, stack_under
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.signature import Signature
from evalrules.language.problems import Phrase, Severity
from evalrules.language.problems.amended_policy_broken import AmendedPolicyBroken
from evalrules.language.problems.unknown_policy import UnknownPolicy
from evalrules.language.syntax import tree
from evalrules.language.syntax.parse import parse


def check_examples(document: tree.Document, library: Library, signatures: Mapping[str, Signature]) -> Checked:
    """The policy whose examples `document` holds, with these examples in place of its own.

    Total: whatever is wrong with the text is among the problems, and then there is no policy.
    """
    findings = Findings(lost_words(document))
    head = head_of(document, tree.ExampleSetDecl, findings)
    policy = _filled(document, read_head(head, findings), library, signatures, findings) if head else None
    sound = not findings.has_errors and not findings.lost
    return Checked(policy if sound else None, tuple(findings.problems))


def _filled(
    document: tree.Document,
    heading: Heading,
    library: Library,
    signatures: Mapping[str, Signature],
    findings: Findings,
) -> CheckedPolicy | None:
    for each in document.declarations:
        if not isinstance(each, tree.ExampleDecl | tree.PolicyDecl | tree.SchemaDecl | tree.ExampleSetDecl):
            findings.report(misplaced_in_form(each))
    require_line(heading, "POLICY", findings)
    name = heading.value("POLICY")
    below = _policy_below(heading, library, signatures, findings) if name else None
    if below is None:
        return None
    policy, pile = below
    checker = DeclarationChecker(names_of(policy.schema, pile.entries, signatures), findings)
    grades = tuple(each.name for each in policy.grading.grades) if policy.grading else ()
    nodes = (each for each in document.declarations if isinstance(each, tree.ExampleDecl))
    return evolve(policy, examples=tuple(example(each, grades, heading.name, checker) for each in nodes))


def _policy_below(
    heading: Heading, library: Library, signatures: Mapping[str, Signature], findings: Findings
) -> tuple[CheckedPolicy, Pile] | None:
    """The policy that `heading` names and the declarations it is made of; where it cannot be had, why."""
    name, span = heading.value("POLICY"), heading.value_span("POLICY")
    source = library.policy_source(name)
    if source is None:
        findings.report(UnknownPolicy(span, name, tuple(library.policy_ids())))
        return None
    parsed = parse(source)
    checked = check_policy(parsed.document, library, signatures)
    errors = [each for each in (*parsed.problems, *checked.problems) if each.severity is Severity.ERROR]
    if checked.policy is None or errors:
        what = Phrase(f"政策 {name} ", f"policy `{name}`")
        findings.report(AmendedPolicyBroken(span, what, len(errors), errors[0].span))
        return None
    return checked.policy, _pile_of(parsed.document, checked.policy, library)


def _pile_of(document: tree.Document, policy: CheckedPolicy, library: Library) -> Pile:
    """The declarations of a policy that has passed its check: what is found on the way was found before."""
    pile, unheard = Pile(), Findings()
    top = layer_of(document, unheard)
    for layer in stack_under(top, library) if top else ():
        pile.lay(layer.document, layer.heading.name, policy.schema, unheard)
    return pile
