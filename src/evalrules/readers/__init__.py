"""Turns files into forms: what is printed in the cells, and where each cell stands.

A reader makes a document of one format (`json_form`, `yaml_form`, `toml_form`); `form` makes a form of any
document; `formats` lists the formats. Nothing is interpreted here, and nothing is guessed.
"""

from __future__ import annotations

from evalrules.readers.problems import FormError
from evalrules.readers.read import read_form, read_form_bytes, read_form_text

__all__ = ["FormError", "read_form", "read_form_bytes", "read_form_text"]
