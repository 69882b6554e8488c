"""A derivation as a page: the conclusion first, then the table, then each row worked out."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems.problem import Phrase
from evalrules.meaning.contrast import Contrast
from evalrules.meaning.derivation import Derivation, RowDerivation
from evalrules.views.compose.checks import check_entries
from evalrules.views.compose.conclusion import about_sources, conclusion
from evalrules.views.compose.overview import overview
from evalrules.views.compose.row import needs_attention, row_entry
from evalrules.views.compose.saying import code, shortened
from evalrules.views.compose.telling import Detail, Telling
from evalrules.views.compose.telling_apart import told_apart
from evalrules.views.compose.total import total_entry
from evalrules.views.page import Block, Entry, Heading, Lang, Page, Sentence
from evalrules.views.scores import form_places

_UNDER = Phrase(
    "表格 {form}，按政策 {policy} 计分（指纹 {hash}）。", "Form {form}, scored by policy {policy} (hash {hash})."
)
_LAYERS = Phrase("政策由上而下：{layers}。", " Its layers from the top: {layers}.")
_WORKED = Phrase("逐行计算", "Worked row by row")
_WORKED_BRIEFLY = Phrase("需要过目的各行", "Rows that need attention")
_SHORT_HASH = 12


def compose_explanation(
    derivation: Derivation,
    policy: CheckedPolicy,
    lang: Lang = "zh",
    detail: Detail = "brief",
    contrasts: tuple[Contrast, ...] = (),
) -> Page:
    """How a form came by its score: all of it, or what a person must act on."""
    telling = Telling(policy, lang, detail, form_places(derivation))
    derivation = told_apart(derivation, telling)
    blocks: list[Block] = [_under(derivation, telling)]
    blocks += conclusion(derivation, telling)
    blocks += overview(derivation, telling)
    entries = tuple(_entries(derivation, telling, contrasts))
    if entries:
        blocks += [Heading(telling.say(_WORKED if telling.in_full else _WORKED_BRIEFLY)), *entries]
    return Page(policy.title, lang, tuple(blocks))


def compose_rows(
    rows: tuple[RowDerivation, ...],
    derivation: Derivation,
    policy: CheckedPolicy,
    lang: Lang = "zh",
    detail: Detail = "brief",
    contrasts: tuple[Contrast, ...] = (),
) -> Page:
    """How some rows came by their scores, and nothing else."""
    telling = Telling(policy, lang, detail, form_places(derivation))
    keys = {(row.section, row.index) for row in rows}
    derivation = told_apart(derivation, telling)
    rows = tuple(row for row in derivation.rows if (row.section, row.index) in keys)
    entries = (row_entry(row, derivation, telling, contrasts) for row in rows)
    sources = about_sources(evolve(derivation, rows=rows), telling)
    return Page(policy.title, lang, (_under(derivation, telling), *entries, *sources))


def _under(derivation: Derivation, telling: Telling) -> Sentence:
    """Which form, which policy."""
    words = telling.say(
        _UNDER,
        form=code(shortened(derivation.form)),
        policy=code(derivation.policy),
        hash=derivation.policy_hash[:_SHORT_HASH],
    )
    layers = telling.policy.layers
    if len(layers) > 1:
        words += telling.say(_LAYERS, layers=code(" → ".join(layers)))
    return Sentence(words)


def _entries(derivation: Derivation, telling: Telling, contrasts: tuple[Contrast, ...]) -> Iterator[Entry]:
    for row in derivation.rows:
        if telling.in_full or needs_attention(row, derivation):
            yield row_entry(row, derivation, telling, contrasts)
    total = total_entry(derivation, telling)
    if total is not None:
        yield total
    yield from check_entries(derivation, telling)
