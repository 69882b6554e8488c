"""Reads the message of a check: text, and what its placeholders are filled with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evalrules.language.check.expressions import ExpressionChecker
from evalrules.language.policy.expression import Expression
from evalrules.language.problems.unknown_placeholder import UnknownPlaceholder
from evalrules.language.source import Span

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def message(span: Span, at: ExpressionChecker) -> tuple[str | Expression, ...]:
    """The parts of the message that is quoted at `span`, in order; empty text is left out."""
    return tuple(part for part in _parts(span, at) if part != "")


def _parts(span: Span, at: ExpressionChecker) -> Iterator[str | Expression]:
    quoted = span.text
    end = 1
    for match in _PLACEHOLDER.finditer(quoted, 1, len(quoted) - 1):
        yield _plain(quoted[end : match.start()], quoted)
        end = match.end()
        yield _filled(match, span, at)
    yield _plain(quoted[end:-1], quoted)


def _plain(text: str, quoted: str) -> str:
    """Text as it is meant: a backslash hides the sign behind it, between straight quotes."""
    return re.sub(r"\\(.)", r"\1", text) if quoted[0] == '"' else text


def _filled(match: re.Match[str], span: Span, at: ExpressionChecker) -> str | Expression:
    name = match[1].strip()
    start = span.start + match.start()
    inside = Span(span.source, start + 1, span.start + match.end() - 1)
    if not at.place.meanings(name):
        outside = Span(span.source, start, span.start + match.end())
        at.findings.report(UnknownPlaceholder(outside, name, at.place.visible()))
        return ""
    return at.named(name, inside).expression
