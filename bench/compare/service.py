"""One TAP service as its clients meet it: a fresh connection for each request."""

import csv
import http.client
import json
import re
import subprocess
import time
import urllib.parse

from queries import EVERYTHING

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TIMEOUT_SECONDS = 600
POLL_SECONDS = 0.01


class Service:
    def __init__(self, name, base, table):
        self.name, self.base, self.table = name, base.rstrip("/"), table

    def sync(self, adql, response_format, keep=None):
        """One query by curl. Seconds to the first byte and to the last, connecting included, starting curl not."""
        fields = {"REQUEST": "doQuery", "LANG": "ADQL", "FORMAT": response_format, "MAXREC": str(EVERYTHING), "QUERY": adql}
        command = ["curl", "--silent", "--show-error", "--max-time", str(TIMEOUT_SECONDS), "--output", keep or "/dev/null", "--write-out", "%{json}"]
        for field, value in fields.items():
            command += ["--data-urlencode", f"{field}={value}"]
        run = subprocess.run(command + [self.base + "/sync"], capture_output=True, text=True)
        if run.returncode != 0:
            raise RuntimeError(f"{self.name}: {run.stderr.strip()}")
        told = json.loads(run.stdout)
        if told["http_code"] != 200:
            raise RuntimeError(f"{self.name}: HTTP {told['http_code']} for FORMAT={response_format}: {adql}")
        return {"seconds": told["time_total"], "first_byte": told["time_starttransfer"], "bytes": told["size_download"]}

    def rows(self, adql, scratch):
        """The rows of an answer, as CSV counts them."""
        self.sync(adql, "csv", keep=scratch)
        with open(scratch, newline="", encoding="utf-8") as answer:
            if answer.read(1) == "<":
                raise RuntimeError(f"{self.name}: no CSV came for: {adql}")
            answer.seek(0)
            return [row for row in csv.reader(answer)][1:]

    def round_trip(self, adql):
        """Seconds from creating an asynchronous job to the last byte of its result."""
        start = time.perf_counter()
        query = urllib.parse.urlencode({"REQUEST": "doQuery", "LANG": "ADQL", "FORMAT": "votable", "QUERY": adql})
        created, _ = self._request("POST", self.base + "/async", query)
        job = urllib.parse.urljoin(self.base + "/async", created.getheader("Location"))
        # In a second request, as PyVO and TOPCAT do it: not every service runs a job that says PHASE=RUN when it is made.
        self._request("POST", job + "/phase", "PHASE=RUN")
        while (phase := self._request("GET", job + "/phase")[1].decode().strip()) not in ("COMPLETED", "ERROR", "ABORTED"):
            if time.perf_counter() - start > TIMEOUT_SECONDS:
                raise RuntimeError(f"{self.name}: the job stays {phase}")
            time.sleep(POLL_SECONDS)
        result = job + "/results/result"
        answer, body = self._request("GET", result)
        while answer.status in (301, 302, 303, 307):
            result = urllib.parse.urljoin(result, answer.getheader("Location"))
            answer, body = self._request("GET", result)
        seconds = time.perf_counter() - start
        self._request("DELETE", job)
        if phase != "COMPLETED" or answer.status != 200 or not body:
            raise RuntimeError(f"{self.name}: the job ended {phase}, its result HTTP {answer.status}")
        return seconds

    @staticmethod
    def _request(method, url, form=None):
        place = urllib.parse.urlsplit(url)
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=TIMEOUT_SECONDS)
        try:
            connection.request(method, place.path, form, FORM if form else {})
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()


def load(service, bodies_file, script, connections, seconds):
    """wrk with requests from a file, one body a line, in turn. Requests a second, median and 99th percentile of the latency in ms."""
    place = urllib.parse.urlsplit(service.base)
    command = ["wrk", "--threads", "2", "--connections", str(connections), "--duration", f"{seconds}s", "--timeout", "60s", "--latency",
               "--script", script, f"http://{place.netloc}{place.path}/sync", "--", bodies_file]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"^result (\{.*\})$", told, re.MULTILINE)
    if not found:
        raise RuntimeError(f"{service.name}: wrk told no result: {told}")
    return json.loads(found.group(1))


def memory(pid):
    """Resident memory of a process in MB, now and at its peak."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        kilobytes = dict(re.findall(r"^(VmRSS|VmHWM):\s+(\d+) kB", status.read(), re.MULTILINE))
    return {"now_mb": round(int(kilobytes["VmRSS"]) / 1024, 1), "peak_mb": round(int(kilobytes["VmHWM"]) / 1024, 1)}
