"""Schemas and policies → the text of a policy that its author goes on with. Each draft passes its check."""

from __future__ import annotations

from evalrules.views.draft.amending import amending_draft
from evalrules.views.draft.beginning import Beginning
from evalrules.views.draft.fresh import fresh_draft

__all__ = ["Beginning", "amending_draft", "fresh_draft"]
