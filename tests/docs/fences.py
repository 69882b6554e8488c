"""What each kind of fence means: a function a tag, which says what the fence should hold now."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from doctest import DocTestParser, Example
from types import MappingProxyType

from evalrules.language.problems import Problem, Severity
from evalrules.language.source import Source
from evalrules.library.shelf import Shelf, shipped
from evalrules.readers import read_form
from evalrules.views.compose.problems import compose_problems
from evalrules.views.draw.text import draw_text
from tests.docs.desk import Desk, RefusedError, declarations_in, expect_no_problems, head_of
from tests.docs.frame import LEFT_OUT, framed
from tests.docs.page import Fence, Page

Meaning = Callable[[Fence, Desk], str]
"""From a fence and the desk to what the fence should hold; RefusedError where it cannot be right."""

FRAGMENT = "fragment.rules"
_GUILTY = re.compile(r"#\s*(?:错误|error)[:：]\s*(?P<code>[\w-]+)")


def should_hold(fence: Fence, desk: Desk) -> str:
    """What `fence` should hold now. Runs it, with whatever that does to the desk."""
    if fence.tag not in TAGS:
        raise RefusedError(f"`{fence.tag}` is no tag of a fence; there are {', '.join(TAGS)}")
    return TAGS[fence.tag](fence, desk)


def outdated(page: Page, desk: Desk) -> tuple[dict[int, str], list[str]]:
    """The fences that should hold something else, by line, and what is wrong with the others."""
    bodies: dict[int, str] = {}
    refused: list[str] = []
    for fence in page.fences:
        try:
            body = _without_trailing_blanks(should_hold(fence, desk))
        except RefusedError as error:
            refused.append(f"{page.path}:{fence.line}: {error}")
            continue
        if body != fence.text:
            bodies[fence.line] = body
    try:
        desk.close()
    except RefusedError as error:
        refused.append(f"{page.path}: the policy of the page has problems\n{error}")
    return bodies, refused


def _without_trailing_blanks(text: str) -> str:
    """Blanks at the end of a line cannot be seen on a page, so a page does not have them."""
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


# ---- policies ------------------------------------------------------------------------------------


def _rules(fence: Fence, desk: Desk) -> str:
    """A policy, or more of one; or, by its first word, something else that is written in the language."""
    code, library = fence.option("error"), fence.option("from")
    match fence.words:
        case []:
            desk.declare(fence.text)
        case ["whole"]:
            return desk.text
        case ["fragment"]:
            found = desk.check(Source(FRAGMENT, framed(fence.text)))
            expect_no_problems(each for each in found if each.code not in LEFT_OUT)
        case [_] if code:
            desk.problems = (_the_problem(code, fence.text, desk),)
        case [_] if library:
            _expect_in_library(library, fence.text)
        case _:
            raise RefusedError(f"rules are not `{' '.join(fence.words)}`")
    return fence.text


def _the_problem(code: str, text: str, desk: Desk) -> Problem:
    """The one problem of a text, or of a fragment, that weighs as much as the one expected."""
    whole = head_of(text) in ("POLICY", "SCHEMA")
    found = desk.check(Source(FRAGMENT, text if whole else framed(text)))
    wanted = [each for each in found if each.code == code]
    others = [each for each in found if each.code != code and each.code not in LEFT_OUT]
    if wanted and wanted[0].severity is Severity.ERROR:
        others = [each for each in others if each.severity is Severity.ERROR]
    if len(wanted) != 1 or others:
        raise RefusedError(f"expected one problem, {code}, and found {[each.code for each in found]}")
    _expect_marked(wanted[0], text)
    return wanted[0]


def _expect_marked(problem: Problem, text: str) -> None:
    """Where a comment names a problem, the problem lies on that line."""
    for line, words in enumerate(text.splitlines(), 1):
        marked = _GUILTY.search(words)
        if marked and (marked["code"] != problem.code or line != problem.span.line):
            raise RefusedError(f"{problem.code} lies on line {problem.span.line} of the fence, not on line {line}")


def _expect_in_library(id: str, text: str) -> None:
    """The declarations of `text` stand in a policy of the library, word for word."""
    source = Shelf(shipped()).policy_source(id)
    if source is None:
        raise RefusedError(f"the library has no policy {id}")
    for _, declaration in declarations_in(text):
        if declaration.rstrip() not in source.text:
            raise RefusedError(f"{id} has another wording of\n{declaration}")


def _problem(fence: Fence, desk: Desk) -> str:
    """The problem of the fence before, as `check` prints it; in Chinese unless the tag says `en`."""
    if not desk.problems:
        raise RefusedError("no fence before this one has a problem")
    shown = draw_text(compose_problems(desk.problems, "en" if fence.words == ("en",) else "zh"))
    return shown.rpartition("\n\n")[0] + "\n"


# ---- commands, forms, Python ---------------------------------------------------------------------


def _console(fence: Fence, desk: Desk) -> str:
    """Commands behind `$`, each with what it prints."""
    commands = [line[2:] for line in fence.text.splitlines() if line.startswith("$ ")]
    if not fence.text.startswith("$ "):
        raise RefusedError("a console fence begins with a command: `$ evalrules …`")
    return "".join(f"$ {command}\n{desk.run(command)}" for command in commands)


def _file(fence: Fence, desk: Desk) -> str:
    """A form that is put on the desk under the name behind the tag, and can be read."""
    match fence.words:
        case []:
            _expect_json(fence)
        case [name]:
            desk.write(name, fence.text)
            expect_sound_form(desk, name)
        case _:
            raise RefusedError(f"a {fence.tag} fence has one name")
    return fence.text


def _expect_json(fence: Fence) -> None:
    if fence.tag == "json":
        try:
            json.loads(fence.text)
        except ValueError as error:
            raise RefusedError(f"not JSON: {error}") from error


def expect_sound_form(desk: Desk, name: str) -> None:
    """The file holds a form that can be read without a problem."""
    form = read_form(desk.folder / name)
    if form.problems:
        raise RefusedError("\n".join(f"{each.address}: {each.zh}" for each in form.problems))


def _python(fence: Fence, desk: Desk) -> str:
    """Statements behind `>>>`, each with what it prints; without `>>>`, statements that run."""
    examples = DocTestParser().get_examples(fence.text)
    if not examples:
        exec(compile(fence.text, f"fence at line {fence.line}", "exec"), desk.names)
        return fence.text
    return "".join(_prompted(each) + _printed(each, desk) for each in examples)


def _prompted(example: Example) -> str:
    first, *more = example.source.splitlines()
    return "".join([f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in more)])


def _printed(example: Example, desk: Desk) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        try:
            exec(compile(example.source, "fence", "single"), desk.names)
        except Exception as error:  # noqa: BLE001 - a page may show any exception
            return f"Traceback (most recent call last):\n    ...\n{type(error).__name__}: {error}\n"
    return out.getvalue()


def _shown(fence: Fence, desk: Desk) -> str:
    """Shown, not run: what is typed into a shell, drawings, other people's texts."""
    return fence.text


TAGS: Mapping[str, Meaning] = MappingProxyType(
    {
        "rules": _rules,
        "problem": _problem,
        "console": _console,
        "python": _python,
        "json": _file,
        "yaml": _file,
        "toml": _file,
        "txt": _file,
        "sh": _shown,
        "text": _shown,
    }
)
