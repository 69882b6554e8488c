"""Looks into a zipped document before any library does: its size when unpacked, its parts, its XML.

The libraries that read workbooks and documents unpack what they are given, resolve what is declared in it,
and make an object of every place that a merged cell covers. So the limits are kept here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from evalrules.language.problems import Phrase
from evalrules.readers.problems import FormError, FormProblemKind

LARGEST_UNPACKED = 64 << 20
MOST_PARTS = 2_000
DEEPEST = 200

_XML = (".xml", ".rels", ".vml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARATION = Phrase("文档类型或实体声明", "a document type or an entity declaration")
_OUTSIDE = Phrase("名称指向包外的部分", "a part whose name leads out of the file")
_DEEP = Phrase("嵌套过深的 XML", "XML that is nested too deeply")

Seen = Callable[[str, dict[str, str]], None]
"""What is called with each element of a part: its name without prefix, and its attributes."""


def refuse_unsafe(data: bytes, name: str, kind: str, watch: Callable[[str], Seen | None]) -> None:
    """Looks at every part of a zipped document, and at its XML; FormError where it is none, or unsafe.

    `watch` is asked for each part whether it wants to see its elements; it may raise FormError too.
    """
    if data.startswith(_OLE):
        raise FormError((FormProblemKind.ENCRYPTED_FILE.at(name),))
    try:
        with ZipFile(io.BytesIO(data)) as package:
            _refuse_sizes(package.infolist(), name)
            for part in package.infolist():
                if part.filename.lower().endswith(_XML):
                    _look(package.read(part), part.filename, name, kind, watch(part.filename))
    except FormError:
        raise
    except (BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, KeyError):
        raise damaged(name, kind) from None


def damaged(name: str, kind: str) -> FormError:
    """That the file called `name` is no sound file of its kind. What a library says of it nobody would understand."""
    return FormError((FormProblemKind.DAMAGED_FILE.at(name, "", kind),))


def _refuse_sizes(parts: list[ZipInfo], name: str) -> None:
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
        raise FormError((FormProblemKind.UNPACKED_TOO_LARGE.at(name, "", LARGEST_UNPACKED),))
    for part in parts:
        if part.flag_bits & 1:
            raise FormError((FormProblemKind.ENCRYPTED_FILE.at(name),))
        if part.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", part.filename):
            raise FormError((FormProblemKind.UNSAFE_FILE.at(name, "", _OUTSIDE),))


def _look(data: bytes, part: str, name: str, kind: str, seen: Seen | None) -> None:
    """Reads one part for what it declares and how deep it is, and shows its elements to `seen`."""
    parser = expat.ParserCreate()
    depth = 0

    def refuse(*_: object) -> None:
        raise FormError((FormProblemKind.UNSAFE_FILE.at(f"{name}  {part}", "", _DECLARATION),))

    def opened(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise FormError((FormProblemKind.UNSAFE_FILE.at(f"{name}  {part}", "", _DEEP),))
        if seen:
            seen(tag.rpartition(":")[2], attributes)

    def closed(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise damaged(f"{name}  {part}", kind) from None
