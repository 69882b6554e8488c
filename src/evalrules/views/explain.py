"""An explanation in any medium: the one place where composers and drawers meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.meaning.derivation import Derivation, RowDerivation
from evalrules.views.selection import rows_named, why_not_one

if TYPE_CHECKING:
    from evalrules.meaning.contrast import Contrast
    from evalrules.views.page import Lang, Page

Format: TypeAlias = Literal["text", "json", "markdown", "html"]
Detail: TypeAlias = Literal["brief", "full"]


def explain(  # noqa: PLR0913 - one argument for each option of the command
    policy: CheckedPolicy,
    derivation: Derivation,
    *,
    row: str | None = None,
    detail: Detail = "brief",
    format: Format = "text",
    lang: Lang = "zh",
    contrasts: tuple[Contrast, ...] = (),
) -> str:
    """How a form, or its row called `row`, came by its score. LookupError if no one row is called so.

    `contrasts` says of rows whose claim their rule does not yield which other rules would.
    """
    rows = None if row is None else _the_row(derivation, row, policy, lang)
    if format == "json":
        return _json(policy, derivation, rows)
    return _drawn(_page(derivation, policy, lang, detail, contrasts, rows), format)


def _the_row(derivation: Derivation, name: str, policy: CheckedPolicy, lang: Lang) -> tuple[RowDerivation, ...]:
    problem = why_not_one(derivation, name, policy.schema)
    if problem is not None:
        raise LookupError(problem.in_(lang))
    return rows_named(derivation, name, policy.schema)


def _json(policy: CheckedPolicy, derivation: Derivation, rows: tuple[RowDerivation, ...] | None) -> str:
    import json

    from evalrules.views.data import derivation_data

    return json.dumps(derivation_data(derivation, policy, rows), ensure_ascii=False, indent=2)


def _page(
    derivation: Derivation,
    policy: CheckedPolicy,
    lang: Lang,
    detail: Detail,
    contrasts: tuple[Contrast, ...],
    rows: tuple[RowDerivation, ...] | None,
) -> Page:
    from evalrules.views.compose.explanation import compose_explanation, compose_rows

    if rows is None:
        return compose_explanation(derivation, policy, lang, detail, contrasts)
    return compose_rows(rows, derivation, policy, lang, detail, contrasts)


def _drawn(page: Page, medium: Literal["text", "markdown", "html"]) -> str:
    """The page in one medium; the others are not even loaded."""
    match medium:
        case "text":
            from evalrules.views.draw.text import draw_text

            return draw_text(page)
        case "markdown":
            from evalrules.views.draw.markdown import draw_markdown

            return draw_markdown(page)
        case "html":
            from evalrules.views.draw.html import draw_html

            return draw_html(page)
