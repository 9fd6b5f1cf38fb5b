#!/usr/bin/python3
"""Measures two TAP services that hold the same rows, side by side over HTTP, and prints what became of it as a table of ratios.

    python3 compare.py --peer http://127.0.0.1:8190/tap --peer-table koa.koa_hires --ours http://127.0.0.1:8080/TAP --ours-table koa_hires

Run 1 of both services, run 2 of both, and so on, so that a busy minute of the machine hits both. Needs curl; wrk for the load.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import urllib.parse

import queries
import ratios
import service

HERE = os.path.dirname(os.path.abspath(__file__))
WARM_UPS = 2
CONNECTIONS = 16
LOAD_SECONDS = 10
LOAD_RUNS = 3
CONES = 400
PARTS = ("plain", "dump", "async", "load")


def tell(*words):
    print(*words, file=sys.stderr, flush=True)


def interleaved(services, runs, ask):
    """Asks every service in turn, again and again; the answers of each without the warm-ups. A service that fails once is left out."""
    answers, failed = {s.name: [] for s in services}, {}
    for run in range(WARM_UPS + runs):
        for s in services:
            if s.name in failed:
                continue
            try:
                answer = ask(s)
            except (RuntimeError, OSError) as error:
                failed[s.name] = str(error)
                tell(error)
                continue
            if run >= WARM_UPS:
                answers[s.name].append(answer)
    return {name: failed.get(name) or found for name, found in answers.items()}


def spread(values):
    return {"n": len(values), "median": statistics.median(values), "min": min(values), "max": max(values)}


def time_queries(services, results, label, adql_of, response_format, runs, scratch):
    rows = {}
    for s in services:
        try:
            rows[s.name] = len(s.rows(adql_of(s.table), scratch))
        except (RuntimeError, OSError) as error:
            tell(error)
    for name, answers in interleaved(services, runs, lambda s: s.sync(adql_of(s.table), response_format)).items():
        if isinstance(answers, str):
            results[name][label] = "ERR " + answers
            continue
        results[name][label] = spread([a["seconds"] for a in answers]) | {
            "ttfb": statistics.median(a["first_byte"] for a in answers), "bytes": answers[-1]["bytes"], "rows": rows.get(name)}
        tell(f"{name:8} {label:48} {results[name][label]['median'] * 1000:10.1f} ms  {rows.get(name)} rows")


def plain(services, results, runs, scratch):
    for label in queries.plain("t"):
        for response_format in ("votable", "csv"):
            time_queries(services, results, f"{label}/{response_format}", lambda table: queries.plain(table)[label], response_format, runs, scratch)


def dump(services, results, runs, scratch):
    for response_format in queries.DUMP_FORMATS:
        time_queries(services, results, f"dump/{response_format}", queries.dump, response_format, max(3, runs // 2), scratch)


def asynchronous(services, results, runs, scratch):
    for name, seconds in interleaved(services, runs, lambda s: s.round_trip(queries.cone(s.table, 150.0, 20.0))).items():
        results[name]["async cone"] = "ERR " + seconds if isinstance(seconds, str) else spread(seconds)
        tell(f"{name:8} async cone {results[name]['async cone']}")


def load(services, results, runs, scratch):
    if not shutil.which("wrk"):
        tell("The load is left out: wrk is not installed.")
        return
    centres = random.Random(1).sample(services[0].rows(queries.positions(services[0].table), scratch), CONES)
    for response_format in ("votable", "csv"):
        bodies = {}
        for s in services:
            bodies[s.name] = f"{scratch}.{s.name}"
            with open(bodies[s.name], "w", encoding="ascii") as file:
                for ra, dec in centres:
                    form = {"REQUEST": "doQuery", "LANG": "ADQL", "FORMAT": response_format, "QUERY": queries.cone(s.table, ra, dec)}
                    file.write(urllib.parse.urlencode(form) + "\n")
        found = {s.name: [] for s in services}
        for _ in range(LOAD_RUNS):
            for s in services:
                found[s.name].append(service.load(s, bodies[s.name], os.path.join(HERE, "load.lua"), CONNECTIONS, LOAD_SECONDS))
        for name, loads in found.items():
            loads.sort(key=lambda one: one["rps"])
            results[name][f"{CONNECTIONS} connections, cones/{response_format}"] = {"runs": loads, "median": loads[len(loads) // 2]}
            tell(f"{name:8} {CONNECTIONS} connections/{response_format} {loads}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--peer", required=True, help="URL of the peer's TAP service")
    arguments.add_argument("--peer-table", default="koa_hires")
    arguments.add_argument("--ours", default="http://127.0.0.1:8080/TAP")
    arguments.add_argument("--ours-table", default="koa_hires")
    arguments.add_argument("--pid", type=int, help="process of our server, to tell its memory")
    arguments.add_argument("--runs", type=int, default=9)
    arguments.add_argument("--parts", default=",".join(PARTS), help="some of " + ",".join(PARTS))
    arguments.add_argument("--out", default="results.json")
    given = arguments.parse_args()
    if unknown := set(given.parts.split(",")) - set(PARTS):
        arguments.error(f"no such part: {', '.join(sorted(unknown))}")

    services = [service.Service("peer", given.peer, given.peer_table), service.Service("ours", given.ours, given.ours_table)]
    results = {s.name: {} for s in services}
    if given.pid:
        results["_memory_before"] = {"ours": service.memory(given.pid)}
    measures = dict(zip(PARTS, (plain, dump, asynchronous, load)))
    with tempfile.TemporaryDirectory() as folder:
        for part in PARTS:
            if part in given.parts.split(","):
                measures[part](services, results, given.runs, os.path.join(folder, "answer"))
    if given.pid:
        results["_memory_after"] = {"ours": service.memory(given.pid)}
    with open(given.out, "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1)
    print(ratios.table(results, "peer", "ours", ratios.read_targets()))


if __name__ == "__main__":
    main()
