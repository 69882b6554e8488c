"""Policies that place forms among each other do so group by group."""

from __future__ import annotations

from attrs import evolve

from evalrules import load
from evalrules.language.policy.form import Form
from evalrules.language.values import show_quantity
from evalrules.testing.forms import form_from_cells
from evalrules.workbench.population import evaluate_together


def test_yunnan_ranks_counties_lifted_from_poverty_and_others_apart() -> None:
    """`按照脱贫县和其他县分别排序`: a county's place is among those of its own group; equals share it."""
    counties = (("脱贫县", "80"), ("脱贫县", "90"), ("其他县", "85"), ("脱贫县", "90"), ("其他县", "70"))
    forms = [
        form_from_cells(
            "fund", {"group": group}, {"indicators": ({"name": "成效", "points": "100", "self_score": score},)}
        )
        for group, score in counties
    ]
    placed = evaluate_together(load("yunnan-2022").checked, [_named(each, at) for at, each in enumerate(forms)])
    places = [show_quantity(place) for each in placed for _, place in each.ranks]  # type: ignore[arg-type]
    assert places == ["3", "1", "1", "1", "2"]


def _named(form: Form, at: int) -> Form:
    return evolve(form, name=f"县{at}")
