#!/usr/bin/python3
"""Reads the FITS headers of a folder with astropy, cfitsio and the archive, the same files in the same run; prints files per second and processor time per file.

    python3 headers.py FOLDER --ours dotnet ../Archive.Bench/bin/Release/net10.0/Archive.Bench.dll headers

astropy opens each file and parses all values of its header. cfitsio, where its header files and a C compiler are installed, reads keyword, value and comment card by
card; and, as "by name", asks each value by its keyword as programs do that want to know what a header says. The archive's cards are found and judged, its texts are
those and all values and comments as strings, its rows are rows of koa_hires. The readers take turns, round by round, so that what else the machine does in a minute
meets all of them; a ratio is the median of those of the rounds.
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


class Archive:
    """Our headers verb, which measures one round a request."""

    WARM_UP_SECONDS = 4

    def __init__(self, command, folder):
        self._process = subprocess.Popen([*command, folder, "--on-request"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def rate(self, way, threads):
        """Files per second and microseconds of processor per file of one round."""
        self._process.stdin.write(f"{way} {threads}\n")
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit("The headers verb ended; what it said stands above.")
        return tuple(float(number) for number in answer.split())

    def warm_up(self, way, threads):
        """Until the runtime has compiled its way once more, for speed."""
        start = time.perf_counter()
        while time.perf_counter() - start < self.WARM_UP_SECONDS:
            self.rate(way, threads)

    def close(self):
        self._process.stdin.close()
        self._process.wait()


def ratio(found, peer):
    """The median of the rounds' ratios, written."""
    times = statistics.median(rate / other for (rate, _), (other, _) in zip(found, peer))
    return f"{times:,.1f}" if times >= 1 else f"{times:.1g}"


def report(rates, files, cores, rounds):
    print(f"{files} files, {cores} cores, median of {rounds} rounds\n")
    print("| reader | on | files/s | µs of processor per file | times cfitsio's rate | times astropy's |\n|---|--:|--:|--:|--:|--:|")
    for (reader, on), found in rates.items():
        rate, used = (statistics.median(numbers) for numbers in zip(*found))
        by = [ratio(found, rates[peer, on]) if (peer, on) in rates else "" for peer in ("cfitsio", "astropy")]
        print(f"| {reader} | {on} | {rate:,.0f} | {used:,.1f} | {by[0]} | {by[1]} |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder")
    arguments.add_argument("--rounds", type=int, default=11, help="in each, every reader has its turn")
    arguments.add_argument("--astropy-files", type=int, default=200, help="how many of the files the slow readers read")
    arguments.add_argument("--ours", nargs=argparse.REMAINDER, default=[], help="command of our headers verb, without the folder; last option")
    given = arguments.parse_args()
    paths = sorted(os.path.join(folder, name) for folder, _, names in os.walk(given.folder) for name in names)
    if not paths:
        arguments.error(f"there are no files in {given.folder}")

    cores = os.cpu_count()
    few = paths[: given.astropy_files]
    rates = {}
    with tempfile.TemporaryDirectory() as folder:
        readers = {"astropy": lambda on: astropy_rate(few, on)}
        if cfitsio := compile_cfitsio(folder):
            readers["cfitsio"] = lambda on: cfitsio_rate(cfitsio, paths, on, "cards")
            readers["cfitsio by name"] = lambda on: cfitsio_rate(cfitsio, few, on, "names")
        if given.ours:
            archive = Archive(given.ours, given.folder)
            for way in ("cards", "texts", "rows"):
                readers[f"archive, {way}"] = lambda on, way=way: archive.rate(way, on)
                archive.warm_up(way, cores)
        for _ in range(given.rounds):
            for on in sorted({1, cores}):
                for reader, rate in readers.items():
                    rates.setdefault((reader, on), []).append(rate(on))
        if given.ours:
            archive.close()

    report(rates, len(paths), cores, given.rounds)


if __name__ == "__main__":
    main()
