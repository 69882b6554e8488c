"""Finds forms in what a document prints, by the words in it; whatever its format and its layout.

`vocabulary` has the words, `heads` finds the heads of tables, `indicators` and `funds` read the rows under
them, `facts` what stands above and below, and `forms` puts it together.
"""

from __future__ import annotations
