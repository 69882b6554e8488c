"""`evalrules policies`: what the library holds."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from evalrules.library.choice import applies_to
from evalrules.library.shelf import Entry, Shelf, shipped
from evalrules.workbench.cli import OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="evalrules policies", description="列出政策库。 List the policies of the library."
    )
    parser.add_argument("--place", default="", help="地区 only of this place or below, e.g. 宁夏")
    parser.add_argument("--year", default="", help="年度 only of this year")
    parser.add_argument("--kind", default="", help="表式 only for this form")
    return parser


def run(arguments: Sequence[str]) -> int:
    """List the policies that fit."""
    options = _parser().parse_args(arguments)
    shelf = Shelf(shipped())
    for entry in shelf.entries():
        if entry.header.token == "POLICY" and _fits(entry, shelf, options):
            head = entry.header
            print("\t".join((head.id, head.place or "—", head.year or "—", applies_to(shelf, entry), head.title)))
    return OK


def _fits(entry: Entry, shelf: Shelf, options: argparse.Namespace) -> bool:
    head = entry.header
    return (
        head.place.startswith(options.place)
        and options.year in ("", head.year)
        and options.kind in ("", applies_to(shelf, entry))
    )
