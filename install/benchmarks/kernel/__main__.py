"""Measures the kernel from outside, beside the kernels that are installed in another Python environment.

python -m kernel --java HOME --temper KERNELSPEC [--peers ENVIRONMENT] [--quick] [--only GROUP]...

Every kernel is started in turn, in an order that changes with the round, and speaks over its sockets as JupyterLab does.
Wall times hold on a quiet machine; processor times hardly move with load. The last line is JSON: figure to number.
"""

import argparse
import json
import os
import statistics
import sys
from pathlib import Path

import groups
import report
from installed import found
from started import Dead, Slow, Started


def main():
    arguments = parse()
    kernels = found(Path(arguments.temper), arguments.peers and Path(arguments.peers), Path(arguments.java))
    say(f"Java: {arguments.java}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    for kernel in kernels:
        say(f"  {kernel.name}: {kernel.folder}" if kernel.folder else f"  {kernel.name}: not installed")
    present = [kernel for kernel in kernels if kernel.folder]
    figures = {kernel.name: {} for kernel in present}
    for group in groups.ALL:
        if arguments.only and group.name not in arguments.only:
            continue
        rounds = group.quick_rounds if arguments.quick else group.rounds
        seen = {kernel.name: [] for kernel in present}
        for turn in range(rounds):
            for kernel in present if turn % 2 == 0 else reversed(present):
                if group.serves(kernel):
                    seen[kernel.name].append(one(group, kernel, arguments.quick))
                    say(f"  {group.name} {turn + 1}/{rounds} {kernel.name}: {short(seen[kernel.name][-1])}")
        for name, measured in seen.items():
            figures[name].update(middle(measured))
    print(report.table(figures))
    print(report.verdicts(figures))
    print(json.dumps({f"{name}.{figure}": value for name, all in figures.items() for figure, value in all.items()}))


def parse():
    parser = argparse.ArgumentParser(prog="bench kernel", description=__doc__.splitlines()[0])
    parser.add_argument("--java", required=True, help="the JDK that the Java kernels run on")
    parser.add_argument("--temper", required=True, help="the folder of Temper's kernelspec")
    parser.add_argument("--peers", help="the Python environment whose kernels are measured beside it")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: for a look, not for a claim")
    parser.add_argument("--only", action="append", choices=[group.name for group in groups.ALL])
    return parser.parse_args()


def one(group, kernel, quick):
    """What one session of a kernel shows; a kernel that falls silent has that said in place of its figures."""
    session = Started(kernel)
    try:
        return group.measure(session, quick)
    except (Slow, Dead) as e:
        return {f"{group.name}_failed": str(e)}
    finally:
        session.kill()


def middle(measured):
    """The median of each number over the rounds; of what is no number, all that was seen."""
    figures = {}
    for name in dict.fromkeys(key for values in measured for key in values):
        values = [values[name] for values in measured if name in values]
        numbers = [value for value in values if isinstance(value, (int, float))]
        figures[name] = round(statistics.median(numbers), 2) if numbers else "; ".join(dict.fromkeys(values))
    return figures


def short(values):
    return ", ".join(f"{name} {value:.0f}" if isinstance(value, float) else f"{name} {value}" for name, value in values.items())


def say(line):
    print(line, file=sys.stderr, flush=True)


main()
