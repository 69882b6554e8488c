"""A filled-in form: cells as printed, each with its address."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from evalrules.language.node import Node


@frozen(eq=False, repr=False)
class FormProblem(Node):
    """One thing wrong with a form, told in both languages.

    `address` is a cell (`indicators[3].actual`), a place in a file (`form.json:12:8`) or a file;
    `found` quotes what stands there, shortened, or is empty where nothing does.
    """

    code: str
    address: str
    found: str
    zh: str
    en: str
    zh_help: str
    en_help: str

    def message(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en

    def help(self, lang: str) -> str:
        return self.zh_help if lang == "zh" else self.en_help


@frozen(eq=False, repr=False)
class Cell(Node):
    """A cell as printed, and where it stands (`indicators[3].actual`, `Sheet1!F12`).

    Where `problem` is set, the file does not say what the cell holds: `text` is then only for show,
    and the cell is unreadable, whatever its text looks like. It is not missing either.
    """

    text: str
    address: str
    problem: FormProblem | None = None


@frozen(eq=False, repr=False)
class FormRow(Node):
    """One row of a record: cells by the names that the form uses."""

    cells: Mapping[str, Cell]
    address: str


@frozen(eq=False, repr=False)
class Form(Node):
    """A form as it was read: nothing interpreted, nothing dropped.

    `records` holds lists of rows by record name; `header` the cells that stand once at the top.
    `schema` is empty where the form does not say which schema it follows. `problems` are those that
    leave a form to score, in the order of the form.
    """

    name: str
    schema: str
    header: Mapping[str, Cell]
    records: Mapping[str, tuple[FormRow, ...]]
    problems: tuple[FormProblem, ...] = ()
