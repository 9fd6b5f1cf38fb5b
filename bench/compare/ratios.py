#!/usr/bin/python3
"""Prints the results of a comparison as a Markdown table: query, the peer's figure, ours, their ratio, the target.

    python3 ratios.py results.json [--peer NAME] [--ours NAME]

Takes {service: {label: measurement}}. A measurement is {"median": seconds, ...}, with "ttfb" for the seconds to the first byte and "rows";
or a load, {"rps": requests per second}, itself or as "median" of several; or an asynchronous job, {"total": {"median": seconds}};
or a text that says what failed. Names that begin with _ are no services. Ratios above 1 are in our favour.
"""

import argparse
import fnmatch
import json
import os

TARGETS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "targets.tsv")
FIRST_BYTE_FROM_SECONDS = 0.5
"""Below this an answer's first byte says no more than its last."""


def read_targets(path=TARGETS):
    with open(path, encoding="utf-8") as lines:
        pairs = [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [(pattern, float(ratio)) for pattern, ratio in pairs]


def figures(measurement):
    """Suffix of the label -> (value, whether it is a rate); empty for what failed."""
    if not isinstance(measurement, dict):
        return {}
    inner = measurement.get("median")
    if isinstance(inner, dict) or "rps" in measurement:
        return {"": ((inner or measurement)["rps"], True)}
    if "total" in measurement:
        return {"": (measurement["total"]["median"], False)}
    if inner is None:
        return {}
    found = {"": (inner, False)}
    if "ttfb" in measurement and inner >= FIRST_BYTE_FROM_SECONDS:
        found[", first byte"] = (measurement["ttfb"], False)
    return found


def written(figure):
    if figure is None:
        return "failed"
    value, is_rate = figure
    return f"{value:,.1f} /s" if is_rate else f"{value * 1000:,.1f}"


def rows_of(label, peer, ours):
    theirs, mine = figures(peer), figures(ours)
    if ", first byte" in theirs and isinstance(ours, dict) and "ttfb" in ours:
        mine[", first byte"] = (ours["ttfb"], False)
    suffixes = [suffix for suffix in theirs if suffix in mine] or [""]
    for suffix in suffixes:
        yield label + suffix + doubts(peer, ours), theirs.get(suffix), mine.get(suffix)


def doubts(peer, ours):
    """What makes two measurements hard to compare; empty where nothing does."""
    if not (isinstance(peer, dict) and isinstance(ours, dict)):
        return ""
    rows = [m.get("rows") for m in (peer, ours)]
    if None not in rows and rows[0] != rows[1]:
        return f" (rows differ: {rows[0]} and {rows[1]})"
    errors = [m["median"].get("errors", 0) if isinstance(m.get("median"), dict) else 0 for m in (peer, ours)]
    return f" (errors: {errors[0]} and {errors[1]})" if any(errors) else ""


def ratio_of(peer, ours):
    if peer is None or ours is None:
        return None
    return ours[0] / peer[0] if ours[1] else peer[0] / ours[0]


def verdict(label, ratio, targets):
    target = next((wanted for pattern, wanted in targets if fnmatch.fnmatchcase(label, pattern)), None)
    if target is None or ratio is None:
        return ""
    return f"{target:g}, {'met' if ratio >= target else 'missed'}"


def table(results, peer, ours, targets):
    lines = [f"| query | {peer} ms | {ours} ms | ratio | target |", "|---|--:|--:|--:|---|"]
    for label, measurement in results[ours].items():
        if label not in results[peer]:
            continue
        for name, theirs, mine in rows_of(label, results[peer][label], measurement):
            ratio = ratio_of(theirs, mine)
            lines.append(f"| {name} | {written(theirs)} | {written(mine)} | {'' if ratio is None else f'{ratio:.1f}'} | {verdict(name, ratio, targets)} |")
    memory = [f"{name.strip('_')}: {process} {json.dumps(figure)}" for name, entry in results.items() if name.startswith("_") for process, figure in entry.items()]
    return "\n".join(lines + ([""] + memory if memory else []))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("results")
    arguments.add_argument("--peer", help="name of the peer; by default the first service that isn't ours")
    arguments.add_argument("--ours", default="ours")
    given = arguments.parse_args()
    with open(given.results, encoding="utf-8") as file:
        results = json.load(file)
    services = [name for name in results if not name.startswith("_")]
    others = [name for name in services if name != given.ours]
    if given.ours not in services or (given.peer or not others) and given.peer not in services:
        arguments.error(f"the results hold the services {', '.join(services)}; name two of them with --peer and --ours")
    print(table(results, given.peer or others[0], given.ours, read_targets()))


if __name__ == "__main__":
    main()
