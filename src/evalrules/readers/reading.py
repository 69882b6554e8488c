"""What was read of a document: its forms, with every address, and what stands beside them."""

from __future__ import annotations

from attrs import frozen

from evalrules.language.policy.form import Form, FormProblem, FormRow
from evalrules.language.problems import Phrase


@frozen(eq=False)
class Aside:
    """A text that a document prints and no field of the form takes up: what it is, and where it stands."""

    what: Phrase
    text: str
    address: str
    known: bool = True
    """False where it is not known what it is: a person should look at it"""


@frozen(eq=False)
class ReadForm:
    """A form of a document. `form.problems` tells what on it could not be read.

    `parts` are rows that say what the row above consists of (其中……) and that have no points of their own.
    `unfilled` counts the rows that the form keeps for indicators and nobody filled in.
    """

    form: Form
    title: str
    address: str
    parts: tuple[FormRow, ...]
    aside: tuple[Aside, ...]
    unfilled: int


@frozen(eq=False)
class Reading:
    """A document: its forms in their order. `aside` and `problems` belong to none of them."""

    name: str
    forms: tuple[ReadForm, ...]
    aside: tuple[Aside, ...] = ()
    problems: tuple[FormProblem, ...] = ()
