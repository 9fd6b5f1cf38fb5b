#!/usr/bin/python3
"""Reads the FITS headers of a folder with astropy and with the archive, the same files in the same run; prints files per second.

    python3 headers.py FOLDER --ours dotnet ../Archive.Bench/bin/Release/net10.0/Archive.Bench.dll headers

astropy opens each file and parses all values of its header; the archive does that and makes a row of koa_hires of them.
"""

import argparse
import multiprocessing
import os
import statistics
import subprocess
import time
import warnings

from astropy.io import fits


def read(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return len(list(fits.getheader(path).values()))


def astropy_rate(paths, processes):
    """Files per second; the processes are up before the clock starts."""
    if processes == 1:
        start = time.perf_counter()
        for path in paths:
            read(path)
        return len(paths) / (time.perf_counter() - start)
    with multiprocessing.Pool(processes) as pool:
        pool.map(read, paths[: 10 * processes])
        start = time.perf_counter()
        pool.map(read, paths, chunksize=20)
        return len(paths) / (time.perf_counter() - start)


def our_rates(command, folder):
    """What the headers verb tells: label -> number."""
    told = subprocess.run([*command, folder], capture_output=True, text=True, check=True).stdout
    return {label: float(number) for label, number in (line.split("\t") for line in told.splitlines())}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--ours", nargs=argparse.REMAINDER, default=[], help="command of our headers verb, without the folder; last option")
    given = arguments.parse_args()
    paths = sorted(os.path.join(folder, name) for folder, _, names in os.walk(given.folder) for name in names)
    if not paths:
        arguments.error(f"there are no files in {given.folder}")

    cores = os.cpu_count()
    rates = {}
    for _ in range(given.rounds):
        for processes in sorted({1, cores}):
            rates.setdefault(f"astropy, {processes} process{'es' if processes > 1 else ''}", []).append(astropy_rate(paths, processes))
        if given.ours:
            for label, number in our_rates(given.ours, given.folder).items():
                if label.startswith("files/s, "):
                    rates.setdefault("archive, " + label.removeprefix("files/s, "), []).append(number)

    base = statistics.median(next(iter(rates.values())))
    print(f"{len(paths)} files, {cores} cores, median of {given.rounds} rounds\n\n| reader | files/s | times astropy |\n|---|--:|--:|")
    for label, found in rates.items():
        print(f"| {label} | {statistics.median(found):,.0f} | {statistics.median(found) / base:.1f} |")


if __name__ == "__main__":
    main()
