"""Compiled policies, kept under the hash of the texts they were made of.

The folder is the user's own (mode 0700) and holds data, never code. An entry that cannot be read, that
was damaged, or that another version wrote is as good as none: the policy is compiled again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Source
from evalrules.library.codec import LAYOUT, decode, encode

MOST_KEPT = 64
"""Entries that are kept; then the oldest goes. Every change of a policy makes a new one."""


def key_of(texts: tuple[Source, ...], version: str) -> str:
    """The name of the compiled policy made of `texts` by this `version` of evalrules."""
    digest = sha256()
    for part in (version, LAYOUT, *(part for text in texts for part in (text.name, text.text))):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def folder() -> Path | None:
    """Where compiled policies are kept: `EVALRULES_CACHE`, else the user's cache folder; None if there is none."""
    given = os.environ.get("EVALRULES_CACHE")
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path("~/.cache").expanduser()) / "evalrules"
    except RuntimeError:  # a user without a home
        return None


def recall(key: str) -> CheckedPolicy | None:
    """The policy kept under `key`, if there is one, sound, and written by this user."""
    place = folder()
    try:
        if place is None or not _is_private(place):
            return None
        seal, _, body = (place / f"{key}.json").read_text(encoding="utf-8").partition("\n")
        return decode(body) if seal == _seal(key, body) else None
    except (OSError, ValueError):
        return None


def keep(key: str, policy: CheckedPolicy) -> None:
    """Keep `policy` under `key`. A folder that cannot be written is no error: the next run compiles again."""
    place = folder()
    if place is None:
        return
    with suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_private(place):
            body = encode(policy)
            _write(place / f"{key}.json", f"{_seal(key, body)}\n{body}")
            _forget_oldest(place)


def _seal(key: str, body: str) -> str:
    """What an entry begins with: it is whole, and it is kept under its own name."""
    return sha256(f"{key}\n{body}".encode()).hexdigest()


def _write(path: Path, text: str) -> None:
    """Write a file that appears under its name only when it is complete, whoever else writes it too."""
    unfinished = path.with_suffix(f".{os.urandom(8).hex()}.part")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="")
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def _forget_oldest(place: Path) -> None:
    # The folder may be one that holds other files too: only what is called like an entry is one.
    entries = sorted(place.glob("[0-9a-f]" * 64 + ".json"), key=lambda path: path.stat().st_mtime_ns)
    for path in entries[: -MOST_KEPT or None]:
        path.unlink(missing_ok=True)


def _is_private(place: Path) -> bool:
    """Whether nobody but this user may write to `place`."""
    if not hasattr(os, "getuid"):
        return True
    status = place.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022
