"""The architecture, stated. When it changes, this is the file to edit; the tests beside it enforce it."""

from __future__ import annotations

from attrs import frozen


@frozen
class Layer:
    """A package or module directly inside `evalrules`.

    Where `inside` is given, the layer's own parts are ordered too: a part imports only the parts
    named before it. Where it is empty, the parts may import each other, in any order but not in a circle.
    """

    name: str
    inside: tuple[str, ...] = ()


@frozen
class Strangers:
    """Two places that do not meet: nothing in `importer` imports anything in `imported`."""

    importer: str
    imported: str
    reason: str


@frozen
class Exempt:
    """A name in a module to which a rule does not apply, and why."""

    module: str
    name: str
    reason: str


PACKAGE = "evalrules"

# A module imports only what stands above it. Alphabetical order, pipeline order and import order agree.
LAYERS: tuple[Layer, ...] = (
    Layer("grammars"),
    Layer(
        "language",
        ("node", "source", "values", "problems", "decode", "keywords", "syntax", "formatting", "policy", "check"),
    ),
    Layer("library"),
    # The certificate stands before `derive`, so it cannot borrow what it is there to check.
    Layer(
        "meaning",
        (
            "fault",
            "derivation",
            "certificate",
            "facts",
            "functions",
            "derive",
            "record",
            "examples",
            "contrast",
            "columns",
            "proof",
        ),
    ),
    Layer("pipeline"),
    Layer("policies"),
    Layer("readers"),
    # What a policy is asked by those who write it.
    Layer("study"),
    Layer("testing"),
    Layer("views"),
    Layer("workbench"),
    Layer("__main__"),
)

# Two parts that the order alone would allow to meet, and why they do not.
STRANGERS: tuple[Strangers, ...] = (
    Strangers("evalrules.language.policy", "evalrules.language.syntax", "a policy holds no syntax"),
    Strangers("evalrules.meaning", "evalrules.language.syntax", "explanations quote the author through spans"),
)

# Each third-party package lives in one folder, so replacing it is a local act.
OWNERS: dict[str, str] = {
    "attrs": "evalrules",
    "docx": "evalrules.readers",
    "hypothesis": "evalrules.testing",
    "lark": "evalrules.language.syntax",
    "openpyxl": "evalrules.readers",
    "pdfplumber": "evalrules.readers",
    "pygments": "evalrules.workbench.editors",
    "tabulate": "evalrules.views.draw",
    "xlrd": "evalrules.readers",
    "yaml": "evalrules.readers",
}

# Where an import may wait until it is needed: a process that does not need it should not pay for it.
# The package itself stands for its `__init__` alone.
LATE_IMPORTS: dict[str, str] = {
    "evalrules": "public names are looked up when first used, so that `import evalrules` stays cheap",
    "evalrules.pipeline": "a policy that has not changed needs neither parser nor checker",
    "evalrules.language.syntax": "lark is needed only to make the tables or to parse a changed policy",
    "evalrules.readers": "each file format is needed only for files of that format",
    "evalrules.views": "a medium is needed only when something is drawn in it",
    "evalrules.workbench": "each command imports what it needs",
}

# A pure layer is a function of its arguments: it reads no file, no clock, no environment, and says nothing.
PURE: tuple[str, ...] = ("evalrules.language", "evalrules.meaning", "evalrules.study")

# What a pure module may nevertheless do.
IMPURE: tuple[Exempt, ...] = (
    Exempt("evalrules.language.syntax.generate", "read_text", "reads the grammar for `make tables`"),
    Exempt("evalrules.language.syntax.generate", "write_text", "writes the tables for `make tables`"),
    Exempt("evalrules.language.syntax.parse", "read_text", "the tables are part of the package, not an input"),
)

# The functions that are longer than sixty lines.
LONG: tuple[Exempt, ...] = ()

# Names that say nothing about what lies behind them.
EMPTY_NAMES = frozenset({"common", "core", "helper", "helpers", "misc", "util", "utils"})
