"""The whole thing: text → tree → checked policy; form → facts; policy × facts → derivation."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from evalrules import __version__
from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Problem
from evalrules.language.source import Source
from evalrules.library.cache import keep, key_of, recall
from evalrules.library.shelf import Shelf
from evalrules.meaning.derivation import Derivation
from evalrules.meaning.derive import derive, derive_in, population_of
from evalrules.meaning.facts import facts_from_form
from evalrules.meaning.functions import SIGNATURES


@frozen
class Compiled:
    """A policy or none, and the problems of its text. No policy only if one of them is an error."""

    policy: CheckedPolicy | None
    problems: tuple[Problem, ...]


def compile_policy(source: Source, shelf: Shelf) -> Compiled:
    """Parse and check `source`, with what it rests on taken from `shelf`."""
    from evalrules.language.check import check_policy
    from evalrules.language.problems import Severity
    from evalrules.language.syntax.parse import parse

    parsed = parse(source)
    checked = check_policy(parsed.document, shelf, SIGNATURES)
    problems = (*parsed.problems, *checked.problems)
    sound = all(problem.severity is not Severity.ERROR for problem in problems)
    return Compiled(checked.policy if sound else None, problems)


def compile_examples(source: Source, shelf: Shelf) -> Compiled:
    """The policy of which `source` holds examples, taken from `shelf`, with these in place of its own."""
    from evalrules.language.check import check_examples
    from evalrules.language.syntax.parse import parse

    parsed = parse(source)
    checked = check_examples(parsed.document, shelf, SIGNATURES)
    return Compiled(checked.policy if not parsed.problems else None, (*parsed.problems, *checked.problems))


def check_schema_text(source: Source, shelf: Shelf) -> tuple[Problem, ...]:
    """What is wrong with a file that declares a form; those that it extends are taken from `shelf`."""
    from evalrules.language.check import check_schema
    from evalrules.language.syntax.parse import parse

    parsed = parse(source)
    return (*parsed.problems, *check_schema(parsed.document, shelf).problems)


def recall_or_compile(source: Source, shelf: Shelf) -> Compiled:
    """The policy of `source`: as it was compiled before if none of its texts has changed."""
    key = key_of(shelf.texts_behind(source), __version__)
    policy = recall(key)
    if policy is not None:
        return Compiled(policy, ())
    compiled = compile_policy(source, shelf)
    if compiled.policy is not None:
        keep(key, compiled.policy)
    return compiled


def score(policy: CheckedPolicy, form: Form) -> Derivation:
    """Score `form` by `policy`, with all reasons."""
    return derive(policy, facts_from_form(form, policy.schema))


def score_together(
    policy: CheckedPolicy, forms: Sequence[Form], unread: tuple[str, ...] = ()
) -> tuple[Derivation, ...]:
    """Score `forms`, each beside the others; `unread` names those that could not be read. One form is no population."""
    if len(forms) == 1 and not unread:
        return (score(policy, forms[0]),)
    facts = [facts_from_form(form, policy.schema) for form in forms]
    return tuple(derive_in(world) for world in population_of(policy, facts, unread))
