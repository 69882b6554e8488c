"""Medians of interleaved runs: every candidate is run once a round, so that a slow moment hits all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence

Run = Callable[[], object]


def medians(candidates: Mapping[str, Run], rounds: int) -> dict[str, float]:
    """Seconds a run of each candidate takes: the median over `rounds`, in each of which all are run."""
    samples: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, run in candidates.items():
            start = time.perf_counter()
            run()
            samples[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in samples.items()}


def report(title: str, seconds: Mapping[str, float], baseline: str, aims: Mapping[str, str]) -> str:
    """A table of ratios to `baseline`, with the aim beside each that has one."""
    lines = [title]
    for name, value in seconds.items():
        aim = f"   aim {aims[name]}" if name in aims else ""
        lines.append(f"  {name:<44} {value * 1000:9.3f} ms   {value / seconds[baseline]:7.2f} ×{aim}")
    return "\n".join(lines)


def repeated(run: Run, times: int) -> Run:
    """`run`, so many times over: for runs too short to time one by one."""

    def many() -> None:
        for _ in range(times):
            run()

    return many


def per_run(seconds: Mapping[str, float], times: Sequence[int]) -> dict[str, float]:
    """Seconds of one run where each candidate was repeated so many times."""
    return {name: value / count for (name, value), count in zip(seconds.items(), times, strict=True)}
