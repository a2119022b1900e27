"""The groups of figures: what one session of a kernel is put through for each."""

import statistics
import time
from dataclasses import dataclass
from typing import Callable

import cells
import hard
import stopchecks
from started import EXIT_SECONDS

TOO_MUCH = 1_000_000


@dataclass
class Group:
    name: str
    rounds: int
    quick_rounds: int
    measure: Callable
    serves: Callable = lambda kernel: True


def start(session, quick):
    ready, ready_cpu = session.ready(), session.cpu_seconds()
    value(session)
    first, first_cpu = time.perf_counter() - session.launched, session.cpu_seconds()
    figures = {"ready_ms": ready, "ready_cpu_ms": ready_cpu, "first_ms": first, "first_cpu_ms": first_cpu}
    figures = {name: seconds * 1e3 for name, seconds in figures.items()}
    gone = session.stop()
    return {**figures, "exit_ms": f"over {EXIT_SECONDS} s" if gone is None else gone * 1e3}


def value(session):
    content, published, seconds = session.run(cells.OF[session.kernel.language]["value"])
    shown = [m["content"]["data"]["text/plain"] for m in published if m["msg_type"] == "execute_result"]
    if shown != ["2"]:
        raise RuntimeError(f"{session.kernel.name} must answer 2, but answers {content} and shows {shown}")
    return seconds


def typing(session, quick):
    typed = cells.OF[session.kernel.language]
    session.ready()
    first, matches = asked(session, "complete_request", typed["member"])
    later = [asked(session, "complete_request", typed[key])[0] for _ in range(5 if quick else 15) for key in ("member", "type")]
    explained = [asked(session, "inspect_request", typed["explain"]) for _ in range(3 if quick else 10)]
    return {
        "first_tab_ms": first,
        "tab_ms": statistics.median(later),
        "tab_found": int(any(typed["member_wanted"] in match for match in matches.get("matches", []))),
        "inspect_ms": statistics.median(ms for ms, _ in explained),
        "inspect_found": int(all(content.get("found") for _, content in explained)),
    }


def asked(session, kind, code):
    begun = time.perf_counter()
    content = session.ask(kind, {"code": code, "cursor_pos": len(code), "detail_level": 0})
    return (time.perf_counter() - begun) * 1e3, content


def running(session, quick):
    typed = cells.OF[session.kernel.language]
    session.ready()
    time.sleep(5)
    figures = {"idle_mb": session.megabytes()}
    trips = []
    for _ in range(30):
        begun = time.perf_counter()
        session.ask("kernel_info_request", {})
        trips.append((time.perf_counter() - begun) * 1e3)
    value(session)
    cpu = session.cpu_seconds()
    values = [value(session) * 1e3 for _ in range(60 if quick else 239)]
    figures.update(info_ms=statistics.median(trips), value_ms=statistics.median(values), value_p95_ms=p95(values))
    figures["value_cpu_ms"] = (session.cpu_seconds() - cpu) / len(values) * 1e3
    time.sleep(2)
    figures["after_cells_mb"] = session.megabytes()
    fours = [session.run(typed["four"])[2] * 1e3 for _ in range(10 if quick else 30)]
    return {**figures, "four_ms": statistics.median(fours)}


def p95(values):
    return sorted(values)[int(len(values) * 0.95)]


def printing(session, quick):
    session.ready()
    value(session)
    lost, rates = 0, []
    for _ in range(3):
        arrived, seconds = printed(session, 10_000)
        lost += 10_000 - arrived
        rates.append(10_000 / seconds)
    return {"lines_per_s": statistics.median(rates), "lines_lost": lost}


def flood(session, quick):
    session.ready()
    value(session)
    arrived, seconds = printed(session, TOO_MUCH)
    return {"flood_lines_per_s": TOO_MUCH / seconds, "flood_lost": TOO_MUCH - arrived, "flood_peak_mb": peak_mb(session)}


def printed(session, lines):
    begun = time.perf_counter()
    request = session.start_cell(cells.OF[session.kernel.language]["lines"].replace("{n}", str(lines)))
    arrived = sum(m["content"]["text"].count("\n") for m in session.published(request) if m["msg_type"] == "stream")
    seconds = time.perf_counter() - begun
    session.answer(request)
    return arrived, seconds


def peak_mb(session):
    with open(f"/proc/{session.process.pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def is_ours(kernel):
    return kernel.name == "temper"


ALL = [
    Group("start", 7, 2, start),
    Group("typing", 3, 1, typing),
    Group("running", 3, 1, running),
    Group("printing", 2, 1, printing),
    Group("flood", 1, 1, flood, is_ours),
    Group("interrupts", 1, 1, hard.interrupts),
    Group("stopchecks", 3, 1, stopchecks.cost, is_ours),
]
