"""Runs the checks of a script against a service and prints a line for each: its name, a tab, and ok or what went wrong.

A script defines functions that take the service's URL and raise where the client isn't at home with the answer, and ends with
``checks.run(globals())``. Its first line of output is ``missing`` where the client isn't installed.
"""
import sys
import traceback
import warnings


def run(names):
    warnings.filterwarnings("ignore")
    module = names["__name__"]
    for name, check in list(names.items()):
        if not callable(check) or getattr(check, "__module__", None) != module or name.startswith("_"):
            continue
        try:
            check(sys.argv[1])
            outcome = "ok"
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            outcome = f"line {place.lineno} of {place.filename.rsplit('/', 1)[-1]}: {type(error).__name__}: {error}"
        print(f"\n@{name}\t{' '.join(outcome.split())}", flush=True)


def missing():
    print("missing")
    sys.exit()
