"""盐池's explanation, whole, in every language and medium: a change of wording is read here.

`pytest --rewrite` writes the files anew; reading the difference is the review.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from attrs import evolve

from evalrules.views.compose.explanation import compose_explanation
from evalrules.views.compose.telling import Detail
from evalrules.views.draw.html import draw_html
from evalrules.views.draw.markdown import draw_markdown
from evalrules.views.draw.text import draw_text
from evalrules.views.page import Lang
from tests.views.scoring import yanchi

GOLDEN = Path(__file__).parents[1] / "golden" / "explanation"
MEDIA = {"txt": draw_text, "md": draw_markdown, "html": draw_html}


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("detail", get_args(Detail))
@pytest.mark.parametrize("lang", get_args(Lang))
def test_the_explanation_is_as_it_was(lang: Lang, detail: Detail, medium: str, rewrite: bool) -> None:
    """Every word, number and blank."""
    drawn = explained(lang, detail, medium)
    path = GOLDEN / f"yanchi-2022.{detail}.{lang}.{medium}"
    if rewrite:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def explained(lang: Lang, detail: Detail, medium: str) -> str:
    """The page without what changes with every comment in the policy: its hash, and the style sheet."""
    scene = yanchi()
    derivation = evolve(scene.derivation, policy_hash="0" * 64)
    drawn = MEDIA[medium](compose_explanation(derivation, scene.policy, lang, detail, scene.contrasts))
    return re.sub(r"(?s)<style>.*?</style>", "<style></style>", drawn) + "\n"
