"""The policies of the library are sound: they check, their examples hold, and all they say has a source."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from evalrules.language.policy.basis import Basis
from evalrules.language.policy.definition import Raise
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Problem, Severity
from evalrules.language.source import Source
from evalrules.library.header import read_header
from evalrules.library.shelf import Shelf, shipped
from evalrules.meaning.examples import disagreements
from evalrules.pipeline import check_schema_text, compile_policy

LIBRARY = Path(str(files("evalrules.policies")))
SCHEMAS = sorted((LIBRARY / "schemas").glob("*.rules"))
POLICIES = sorted((LIBRARY / "cn").rglob("*.rules"))
LONGEST = 230
"""Lines that a policy may have and still be read in one sitting."""

every_file = pytest.mark.parametrize("path", [*SCHEMAS, *POLICIES], ids=lambda path: path.stem)
every_policy = pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)


def text_of(path: Path) -> Source:
    return Source(path.name, path.read_text(encoding="utf-8"))


def problems_of(path: Path) -> tuple[Problem, ...]:
    source = text_of(path)
    if read_header(source).token == "SCHEMA":
        return check_schema_text(source, Shelf(shipped()))
    return compile_policy(source, Shelf(shipped())).problems


def policy_at(path: Path) -> CheckedPolicy:
    policy = compile_policy(text_of(path), Shelf(shipped())).policy
    assert policy is not None
    return policy


@every_file
def test_a_file_has_no_errors_and_no_warnings(path: Path) -> None:
    """What remains are notices: questions that the check leaves to a person."""
    grave = [each for each in problems_of(path) if each.severity is not Severity.NOTICE]
    assert [f"{each.span.place} {each.message().zh}" for each in grave] == []


@every_file
def test_a_file_is_called_after_what_it_declares(path: Path) -> None:
    """`yanchi-2022.rules` declares yanchi-2022."""
    assert read_header(text_of(path)).id == path.stem


@every_file
def test_a_file_is_short(path: Path) -> None:
    """A policy fits in one sitting, and its lines in a window, wide characters counted twice."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST
    assert [line for line in lines if len(line) + sum(char >= "\u2e80" for char in line) > 140] == []


@every_policy
def test_the_examples_of_a_policy_hold(path: Path) -> None:
    """What a policy file shows of itself is what it does."""
    failing = [(each.example.title, each.wanted, each.derived) for each in disagreements(policy_at(path))]
    assert failing == []


@every_policy
def test_a_policy_shows_what_it_does(path: Path) -> None:
    """Every policy has an example, whether or not it amends another."""
    assert policy_at(path).examples


@every_policy
def test_every_rule_cites_a_clause_or_rests_on_a_reading(path: Path) -> None:
    """A score can be traced to a text, or to a choice that the policy owns up to."""
    policy = policy_at(path)
    ruled = [(each.name, each.basis) for each in policy.rules]
    ruled += [(each.name, each.basis) for each in policy.withdrawals]
    ruled += [(each.name, each.basis) for each in policy.exemptions]
    ruled += [(each.name, each.basis) for each in policy.checks]
    assert [name for name, basis in ruled if not is_grounded(basis)] == []


@every_policy
def test_every_step_cites_a_clause_or_rests_on_a_reading(path: Path) -> None:
    """Caps and roundings change scores as rules do. A floor needs no source: nothing is less than no points."""
    policy = policy_at(path)
    steps = [step for each in policy.each_row for step in each.adjustments]
    steps += policy.total.adjustments if policy.total else ()
    silent = [step.span.text for step in steps if not isinstance(step, Raise) and not is_grounded(step.basis)]
    assert silent == []


@every_policy
def test_a_reading_says_why(path: Path) -> None:
    """A reading says what it takes the text to mean, and for what reason."""
    assert [each.name for each in policy_at(path).readings if not each.read_as or not each.because] == []


def is_grounded(basis: Basis) -> bool:
    return bool(basis.cites or basis.readings)


def test_an_overlay_leaves_most_of_what_it_amends() -> None:
    """A province that amends the platform's policy writes what differs, and inherits the rest."""
    overlays = [path for path in POLICIES if read_header(text_of(path)).amends]
    assert len(overlays) >= 5
    for path in overlays:
        policy = policy_at(path)
        layers = [each.layer for each in policy.rules]
        layers += [each.layer for each in policy.checks]
        layers += [each.layer for each in policy.parameters]
        assert layers.count(policy.id) < len(layers) / 2, path.stem
