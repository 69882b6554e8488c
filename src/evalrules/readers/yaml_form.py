"""Reads YAML. A scalar stays the text that was written, be it 9.50, 否, no or 2022-12-31."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.reader import ReaderError

from evalrules.language.problems import Phrase
from evalrules.language.source import Source
from evalrules.readers.document import (
    DEEPEST,
    Entry,
    Node,
    branch,
    cell,
    item_address,
    name_address,
    sequence,
    too_deep,
)
from evalrules.readers.malformed import malformed
from evalrules.readers.problems import FormError, FormProblemKind

_EMPTY = ("", "~", "null", "Null", "NULL")
_WIDE_COLON = re.compile(r"""^ *+(?:- ++)*+[^\s:"'：]++(：)""", re.MULTILINE)
_QUOTE = Phrase(
    "直接写出内容；它若是内容，用引号括起来", "write the content out; if this is the content, put it in quotes"
)
_APART = Phrase("一个文件只放一张表", "keep one form to a file")


def document_from_yaml(source: Source) -> Node | None:
    """What `source` says; None if it says nothing, or `null`."""
    composer = _Composer(source)
    try:
        return composer.document()
    except ReaderError as error:
        at = error.position
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = mark.index if mark else composer.at
    except (ValueError, OverflowError):  # an escape such as "\UFFFFFFFF", which is no character
        at = composer.at
    raise FormError((malformed(source, _slip(source, at), "YAML"),))


def _slip(source: Source, at: int) -> int:
    """The place to point at: a name that ends in a full-width colon is found out on the next line."""
    before = source.line_starts[max(0, source.line_of(at) - 2)]
    found = _WIDE_COLON.search(source.text, before, at)
    return found.start(1) if found else at


class _Composer:
    """Makes a document of the events of one file.

    PyYAML's own composer would follow aliases, by which a small file grows beyond any memory, and its
    constructor would make a truth value of 否; the events still say what is written.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.at = 0
        self.events: Iterator[Event] = iter(())

    def document(self) -> Node | None:
        """The only document of the file."""
        self.events = yaml.parse(self.source.text, Loader=yaml.SafeLoader)
        documents: list[Node | None] = []
        while event := self._next():
            if isinstance(event, DocumentStartEvent):
                if documents:
                    raise self._unsupported("---", Phrase("第二个文档", "second document"), _APART)
                documents.append(self._node(self._next(), "", 1))
        return documents[0] if documents else None

    def _next(self) -> Event | None:
        event = next(self.events, None)
        if event and event.end_mark:
            self.at = event.end_mark.index
        return event

    def _node(self, event: Event | None, address: str, depth: int) -> Node | None:
        self._refuse_extras(event)
        if isinstance(event, ScalarEvent):
            plain = event.style is None
            return None if plain and event.value in _EMPTY else cell(event.value, address)
        if depth > DEEPEST:
            raise too_deep(self._place())
        if isinstance(event, SequenceStartEvent):
            return sequence(self._items(address, depth), address)
        return branch(self._entries(address, depth), address)

    def _items(self, address: str, depth: int) -> Iterator[Node | None]:
        index = 0
        while not isinstance(event := self._next(), SequenceEndEvent):
            yield self._node(event, item_address(address, index), depth + 1)
            index += 1

    def _entries(self, address: str, depth: int) -> Iterator[Entry]:
        while not isinstance(event := self._next(), MappingEndEvent):
            self._refuse_extras(event)
            if not isinstance(event, ScalarEvent):
                raise self._unsupported("?", Phrase("复合名称", "compound name"))
            name, told = event.value, self._next()
            self._refuse_wide_colon(event, told)
            yield Entry(name, self._node(told, name_address(address, name), depth + 1))

    def _refuse_wide_colon(self, name: ScalarEvent, told: Event | None) -> None:
        """`{三级指标：养护里程}` is a name without a content to YAML, and a slip to everybody else."""
        silent = isinstance(told, ScalarEvent) and told.style is None and not told.value
        if silent and name.style is None and "：" in name.value:
            start = name.start_mark.index if name.start_mark else self.at
            at = start + name.value.index("：")
            raise FormError((malformed(self.source, at, "YAML"),))

    def _refuse_extras(self, event: Event | None) -> None:
        match event:
            case AliasEvent(anchor=name):
                raise self._unsupported(f"*{name}", Phrase("引用", "alias"))
            case NodeEvent(anchor=str(name)):
                raise self._unsupported(f"&{name}", Phrase("锚点", "anchor"))
            case ScalarEvent(tag=str(tag)) | CollectionStartEvent(tag=str(tag)):
                raise self._unsupported(tag, Phrase("类型标签", "tag"))
            case _:
                return

    def _unsupported(self, found: str, feature: Phrase, remedy: Phrase = _QUOTE) -> FormError:
        return FormError((FormProblemKind.UNSUPPORTED_YAML.at(self._place(), found, feature, remedy),))

    def _place(self) -> str:
        return f"{self.source.name}:{self.source.line_of(self.at)}"
