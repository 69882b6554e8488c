"""The formats of documents: each module reads one and yields the same contents, grids of cells with addresses.

Nothing is interpreted here. Packages that read a format are imported by its module alone.
"""

from __future__ import annotations
