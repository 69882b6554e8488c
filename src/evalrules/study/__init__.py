"""Studies of a policy for its authors: its examples tried, what changed between two, what examples do not notice.

A study computes and says nothing: `views` puts it into words, `workbench` prints them.
"""

from __future__ import annotations
