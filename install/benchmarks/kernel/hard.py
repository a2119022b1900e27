"""Interrupts cells that are hard to stop."""

import time

import cells
from started import Dead, Slow, Started

RUNNING_SECONDS = 2.5
PATIENCE_SECONDS = 12
SOON_MS = 100
BURNING = 0.1
CALM_SECONDS = 6


def interrupts(session, quick):
    """How many of ten stop, how soon, what they leave running, and whether the session's variables are still there."""
    typed = cells.OF[session.kernel.language]
    figures = {"hard_stopped": 0, "hard_in_100_ms": 0, "hard_burning": 0, "hard_kept": 0}
    of_own = session
    fresh(session, typed)
    try:
        for name, code in typed["hard"].items():
            ms = stopped_after(session, code)
            figures[f"hard: {name}, ms"] = "not in 12 s" if ms is None else ms
            if ms is None:
                figures["hard_burning"] += burning(session)
                session = replaced(session, of_own)
                fresh(session, typed)
                continue
            figures["hard_stopped"] += 1
            figures["hard_in_100_ms"] += ms <= SOON_MS
            figures["hard_burning"] += burning(session)
            figures["hard_kept"] += kept(session, typed)
    finally:
        if session is not of_own:
            session.kill()
    return figures


def fresh(session, typed):
    session.ready()
    session.run(typed["keep"])


def replaced(session, of_own):
    if session is not of_own:
        session.kill()
    return Started(of_own.kernel)


def stopped_after(session, code):
    """Milliseconds from the interrupt to the cell's answer; None when there is none."""
    request = session.start_cell(code)
    time.sleep(RUNNING_SECONDS)
    begun = time.perf_counter()
    session.interrupt()
    try:
        session.answer(request, seconds=PATIENCE_SECONDS)
        return (time.perf_counter() - begun) * 1e3
    except (Slow, Dead):
        return None


def burning(session):
    """1 when the kernel, which has nothing to do, never comes to rest. (What it just ran may still be compiled or collected.)"""
    for _ in range(CALM_SECONDS):
        before = session.cpu_seconds()
        time.sleep(1)
        if session.cpu_seconds() - before < BURNING:
            return 0
    return 1


def kept(session, typed):
    try:
        _, published, _ = session.run(typed["kept"], PATIENCE_SECONDS)
    except (Slow, Dead):
        return 0
    return int(any(m["content"].get("data", {}).get("text/plain") == "42" for m in published))
