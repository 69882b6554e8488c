"""Compiled policies, kept under the hash of the texts they were made of.

The folder is the user's own (mode 0700) and holds data, never code. An entry that cannot be read, or
that was written by another version, is as good as none: the policy is compiled again.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Source
from evalrules.library.codec import decode, encode


def key_of(texts: tuple[Source, ...], version: str) -> str:
    """The name of the compiled policy made of `texts` by this `version` of evalrules."""
    digest = sha256(version.encode())
    for text in texts:
        for part in (text.name, text.text):
            data = part.encode()
            digest.update(len(data).to_bytes(8, "big"))
            digest.update(data)
    return digest.hexdigest()


def folder() -> Path:
    """Where compiled policies are kept: `EVALRULES_CACHE`, else the user's cache folder."""
    given = os.environ.get("EVALRULES_CACHE")
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path("~/.cache").expanduser()) / "evalrules"


def recall(key: str) -> CheckedPolicy | None:
    """The policy kept under `key`, if there is one that this user wrote."""
    path = folder() / f"{key}.json"
    try:
        if not _is_private(path.parent):
            return None
        return decode(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def keep(key: str, policy: CheckedPolicy) -> None:
    """Keep `policy` under `key`. A folder that cannot be written is no error: the next run compiles again."""
    place = folder()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(place):
            return
        unfinished = place / f"{key}.{os.getpid()}.part"
        unfinished.write_text(encode(policy), encoding="utf-8")
        unfinished.replace(place / f"{key}.json")
    except OSError:
        return


def _is_private(place: Path) -> bool:
    """Whether nobody but this user may write to `place`."""
    if not hasattr(os, "getuid"):
        return True
    status = place.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022
