#!/usr/bin/python3
"""Reads the FITS headers of a folder with astropy, cfitsio and the archive, the same files in the same run; prints files per second and processor time per file.

    python3 headers.py FOLDER --ours dotnet ../Archive.Bench/bin/Release/net10.0/Archive.Bench.dll headers

astropy opens each file and parses all values of its header. cfitsio, where its header files and a C compiler are installed, reads keyword, value and comment card by
card; and, as "by name", asks each value by its keyword as programs do that want to know what a header says. The archive's cards are found and judged, its texts are
those and all values and comments as strings, its rows are rows of koa_hires.
"""

import argparse
import multiprocessing
import os
import statistics
import subprocess
import tempfile
import time
import warnings

from astropy.io import fits


def read(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return len(list(fits.getheader(path).values()))


def compile_cfitsio(folder):
    """The reader in C; None where it can't be compiled."""
    program = os.path.join(folder, "cfitsio_headers")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cfitsio_headers.c")
    try:
        subprocess.run(["cc", "-O2", source, "-lcfitsio", "-o", program], check=True, capture_output=True, text=True)
        return program
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"cfitsio is left out: {getattr(error, 'stderr', None) or error}".strip())
        return None


def cfitsio_rate(program, paths, processes, way):
    """Files per second and microseconds of processor per file."""
    told = subprocess.run([program, str(processes), way], input="\n".join(paths), capture_output=True, text=True, check=True).stdout
    return tuple(float(number) for number in told.split())


def astropy_rate(paths, processes):
    """Files per second and, of one process, microseconds of processor per file; the processes are up before the clock starts."""
    if processes == 1:
        start, used = time.perf_counter(), time.process_time()
        for path in paths:
            read(path)
        return len(paths) / (time.perf_counter() - start), (time.process_time() - used) / len(paths) * 1e6
    with multiprocessing.Pool(processes) as pool:
        pool.map(read, paths[: 10 * processes])
        start = time.perf_counter()
        pool.map(read, paths, chunksize=20)
        return len(paths) / (time.perf_counter() - start), float("nan")


def our_rates(command, folder):
    """What the headers verb tells: label -> number."""
    told = subprocess.run([*command, folder], capture_output=True, text=True, check=True).stdout
    return {label: float(number) for label, number in (line.split("\t") for line in told.splitlines())}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--astropy-files", type=int, default=500, help="how many of the files the slow readers read")
    arguments.add_argument("--ours", nargs=argparse.REMAINDER, default=[], help="command of our headers verb, without the folder; last option")
    given = arguments.parse_args()
    paths = sorted(os.path.join(folder, name) for folder, _, names in os.walk(given.folder) for name in names)
    if not paths:
        arguments.error(f"there are no files in {given.folder}")

    cores = os.cpu_count()
    rates = {}
    with tempfile.TemporaryDirectory() as folder:
        cfitsio = compile_cfitsio(folder)
        for _ in range(given.rounds):
            for processes in sorted({1, cores}):
                on = f"{processes} process{'es' if processes > 1 else ''}"
                rates.setdefault(f"astropy, {on}", []).append(astropy_rate(paths[: given.astropy_files], processes))
                if cfitsio:
                    rates.setdefault(f"cfitsio, {on}", []).append(cfitsio_rate(cfitsio, paths, processes, "cards"))
            if cfitsio:
                rates.setdefault("cfitsio by name, 1 process", []).append(cfitsio_rate(cfitsio, paths[: given.astropy_files], 1, "names"))
            if given.ours:
                told = our_rates(given.ours, given.folder)
                for label, number in told.items():
                    if label.startswith("files/s, "):
                        way = label.removeprefix("files/s, ")
                        rates.setdefault("archive, " + way, []).append((number, told[f"µs of processor, {way}"]))

    print(f"{len(paths)} files, {cores} cores, median of {given.rounds} rounds\n\n| reader | files/s | µs of processor per file |\n|---|--:|--:|")
    for label, found in rates.items():
        print(f"| {label} | {statistics.median(rate for rate, _ in found):,.0f} | {statistics.median(used for _, used in found):,.1f} |")


if __name__ == "__main__":
    main()
