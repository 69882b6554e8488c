"""Problems of a policy as a page: what was found, where, what was needed, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evalrules.language.problems.problem import Phrase, Problem, Severity
from evalrules.language.source import Span
from evalrules.views.compose.saying import code, joined, say, shortened, text
from evalrules.views.page import Block, Entry, Excerpt, Lang, Mark, Page, Sentence, Words, plain

_HEAD = Phrase("{severity} {number} {code}：{message}", "{severity} {number} {code}: {message}")
_HELP = Phrase("建议：{help}", "help: {help}")
_FIX = Phrase("可以改为：{words}", "it may be changed to: {words}")
_REMOVE = Phrase("可以删去这里的文字", "the words here may be removed")
_COUNTS = {
    Severity.ERROR: Phrase("{count} 个错误", "errors: {count}"),
    Severity.WARNING: Phrase("{count} 个警告", "warnings: {count}"),
    Severity.NOTICE: Phrase("{count} 个提示", "notices: {count}"),
}
_COMMA = Phrase("，", ", ")
_MOST_RELATED = 8
"""Other places that are shown: a row without a rule concerns every rule there is."""


def compose_problems(problems: Iterable[Problem], lang: Lang = "zh") -> Page:
    """The problems by file and place, and how many there are."""
    ordered = sorted(problems, key=lambda each: (each.span.source.name, each.span.start))
    blocks: list[Block] = [_problem(problem, lang) for problem in ordered]
    if ordered:
        blocks.append(Sentence(_counts(ordered, lang)))
    return Page("", lang, tuple(blocks))


def _problem(problem: Problem, lang: Lang) -> Entry:
    words = say(
        _HEAD,
        lang,
        severity=problem.severity.value.in_(lang),
        number=problem.number,
        code=problem.code,
        message=problem.message().in_(lang),
    )
    mark = Mark.FAULT if problem.severity is Severity.ERROR else Mark.OPEN
    return Entry(plain(words), "", (), mark, (*_excerpts(problem, lang), *_remedies(problem, lang)))


def _remedies(problem: Problem, lang: Lang) -> Iterator[Sentence]:
    """What to do, and the change that may be made as it is."""
    help_ = problem.help().in_(lang)
    yield Sentence(say(_HELP, lang, help=help_))
    fix = problem.fix()
    replacement = shortened(fix.replacement) if fix is not None else ""
    if fix is not None and (not replacement or replacement not in help_):
        yield Sentence(say(_FIX if replacement else _REMOVE, lang, words=code(replacement)))


def _excerpts(problem: Problem, lang: Lang) -> Iterator[Excerpt]:
    """The place that went wrong, and the others it is about, in the order in which they are read."""
    others = [
        _excerpt(span, text(phrase.in_(lang)), is_primary=False) for span, phrase in problem.related()[:_MOST_RELATED]
    ]
    shown = [_excerpt(problem.span, (), is_primary=True), *others]
    name = problem.span.source.name
    yield from sorted(shown, key=lambda each: (not each.place.startswith(name + ":"), each.line))


def _excerpt(span: Span, label: Words, *, is_primary: bool) -> Excerpt:
    """The line on which `span` begins, with as much of the span as lies on it."""
    line = span.source.line_text(span.line)
    start = min(span.column - 1, len(line))
    end = min(start + max(span.end - span.start, 0), len(line))
    return Excerpt(f"{span.place}:{span.column}", span.line, line, start, end, label, is_primary)


def _counts(problems: list[Problem], lang: Lang) -> Words:
    """`2 个错误，1 个警告`."""
    parts: list[Words] = []
    for severity, phrase in _COUNTS.items():
        count = sum(problem.severity is severity for problem in problems)
        if count:
            parts.append(say(phrase, lang, count=str(count)))
    return joined(run for at, part in enumerate(parts) for run in (*(text(_COMMA.in_(lang)) if at else ()), *part))
