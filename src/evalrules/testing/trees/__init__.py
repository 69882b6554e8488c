"""Strategies for syntax trees of every kind of node.

They are well formed: printing one and parsing the text gives the same tree. Of the trees that the classes
allow, this leaves out those that no text spells: a name that is a keyword where it stands, a factor that
the end before it would swallow, a band that opens with a sign or a bracket and so would carry on the
expression before it.
"""

from __future__ import annotations

from evalrules.testing.trees.declarations import declarations, documents
from evalrules.testing.trees.expressions import expressions

__all__ = ["declarations", "documents", "expressions"]
