"""Sets figures side by side, and against what is asked of Temper."""

BOUNDS = [
    # figure, times which kernel's, plus, the least or the most, what is said of it
    ("ready_ms", "ipykernel", 1, 0, "most"),
    ("first_ms", "ipykernel", 2, 0, "most"),
    ("first_ms", "java", 0.45, 0, "most"),
    ("info_ms", "ipykernel", 1, 2, "most"),
    ("value_ms", "java", 0.5, 0, "most"),
    ("four_ms", "java", 0.5, 0, "most"),
    ("lines_lost", None, 0, 0, "most"),
    ("lines_per_s", None, 0, 50_000, "least"),
    ("flood_lost", None, 0, 0, "most"),
    ("first_tab_ms", None, 0, 1000, "most"),
    ("tab_ms", None, 0, 100, "most"),
    ("inspect_ms", None, 0, 100, "most"),
    ("hard_in_100_ms", None, 0, 9, "least"),
    ("hard_burning", None, 0, 0, "most"),
    ("stops_ordinary_max", None, 0, 1.15, "most"),
    ("stops_array_max", None, 0, 1.10, "most"),
    ("idle_mb", None, 0, 160, "most"),
    ("after_cells_mb", None, 0, 260, "most"),
    ("exit_ms", None, 0, 2000, "most"),
]
OTHER_JAVA = ("ijava", "jjava", "rapaio", "kotlin")


def table(figures):
    """A row for each figure, a column for each kernel, and Temper's figure as a multiple of each peer's."""
    peers = [name for name in figures if name != "temper"]
    names = list(dict.fromkeys(figure for measured in figures.values() for figure in measured))
    rows = [["", "temper", *peers, *(f"/{name}" for name in peers)]]
    for figure in names:
        ours = figures["temper"].get(figure)
        theirs = [figures[name].get(figure) for name in peers]
        rows.append([figure, text(ours), *map(text, theirs), *(ratio(ours, one) for one in theirs)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        " | ".join(cell.ljust(width) if at == 0 else cell.rjust(width) for at, (cell, width) in enumerate(zip(row, widths)))
        for row in rows
    )


def verdicts(figures):
    """For each bound, whether it is held; one whose peer is missing cannot be judged."""
    lines = []
    for figure, peer, times, plus, side in BOUNDS:
        ours = figures["temper"].get(figure)
        if not isinstance(ours, (int, float)):
            continue
        theirs = fastest(figures, figure, peer)
        words = f"{figure} must be at {side} {plus:g}" if peer is None else f"{figure} must be at {side} {times:g} x {peer}"
        words += f" + {plus:g}" if peer and plus else ""
        if theirs is None:
            lines.append(f"?    {words}: not measured here")
            continue
        bound = times * theirs + plus
        held = ours <= bound if side == "most" else ours >= bound
        lines.append(f"{'ok  ' if held else 'FAIL'} {words}: {text(ours)} against {text(bound)}")
    return "\n".join(lines)


def fastest(figures, figure, peer):
    if peer is None:
        return 0
    names = OTHER_JAVA if peer == "java" else (peer,)
    return min((v for n in names if isinstance(v := figures.get(n, {}).get(figure), (int, float))), default=None)


def ratio(ours, theirs):
    numbers = isinstance(ours, (int, float)) and isinstance(theirs, (int, float)) and theirs
    return f"{ours / theirs:.2f}" if numbers else ""


def text(value):
    if value is None:
        return ""
    return value if isinstance(value, str) else f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
