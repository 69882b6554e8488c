"""A medium that is not drawn is not loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

MODULES = {
    "json": "evalrules.views.data",
    "text": "evalrules.views.draw.text",
    "markdown": "evalrules.views.draw.markdown",
    "html": "evalrules.views.draw.html",
    "explain": "evalrules.views.explain",
    "composers": "evalrules.views.compose.explanation",
}
HEAVY = (
    "tabulate",
    "lark",
    "hypothesis",
    "html",
    "evalrules.views.compose",
    "evalrules.views.draw",
    "evalrules.views.page",
)


def loaded_by(module: str) -> set[str]:
    """Which of the heavy modules are loaded when `module` is imported in a fresh process."""
    code = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(HEAVY) & set(run.stdout.split())


@pytest.mark.parametrize(
    ("medium", "expected"),
    [
        ("json", set()),
        ("explain", set()),
        ("text", {"evalrules.views.draw", "evalrules.views.page"}),
        ("markdown", {"evalrules.views.draw", "evalrules.views.page"}),
        ("html", {"evalrules.views.draw", "evalrules.views.page", "html"}),
        ("composers", {"evalrules.views.compose", "evalrules.views.page"}),
    ],
)
def test_only_what_is_needed_is_loaded(medium: str, expected: set[str]) -> None:
    """JSON needs neither pages nor composers nor drawers; text loads tabulate only for a table."""
    assert loaded_by(MODULES[medium]) == expected


def test_a_page_without_tables_needs_no_tabulate() -> None:
    """Problems and single rows are drawn without it."""
    code = (
        "import sys\n"
        "from evalrules.views.draw.text import draw_text\n"
        "from evalrules.views.page import Page, Run, Sentence\n"
        "draw_text(Page('', 'zh', (Sentence((Run('甲'),)),)))\n"
        "print('tabulate' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
