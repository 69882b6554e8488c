"""Turns files into forms: what is printed in the cells, and where each cell stands.

A form may be said by name: a reader makes a document of one format (`json_form`, `yaml_form`, `toml_form`),
and `form` makes a form of any document. Or it is printed: a reader in `grids` yields the cells of one format,
and `recognise` finds the forms in them by their words. `formats` lists the formats. No value is interpreted
here, and nothing is guessed.
"""

from __future__ import annotations

from evalrules.readers.problems import FormError
from evalrules.readers.read import read_document, read_document_bytes, read_form, read_form_bytes, read_form_text

__all__ = ["FormError", "read_document", "read_document_bytes", "read_form", "read_form_bytes", "read_form_text"]
