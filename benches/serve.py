#!/usr/bin/env python3
"""Times `teduh serve`: from the start of the program to the first page, and from
the moment a file is saved to the moment the changed page has been fetched, as a
browser does it that waits for the event.

usage: serve.py TEDUH DISTRICT [EDITS]
"""

import pathlib
import re
import socket
import statistics
import subprocess
import sys
import time


def get(port, path):
    """The body of a page; None while nobody answers."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as it:
            it.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
            parts = []
            while part := it.recv(1 << 16):
                parts.append(part)
            return b"".join(parts).decode("utf-8", "replace")
    except ConnectionError:
        return None


def wait(port, version):
    """Listens for the next change; returns the socket that will hear it."""
    it = socket.create_connection(("127.0.0.1", port), timeout=30)
    it.sendall(f"GET {version} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
    heard = b""
    while b": teduh" not in heard:
        heard += it.recv(1 << 12)
    return it


def main():
    teduh, district = sys.argv[1], pathlib.Path(sys.argv[2])
    edits = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    begun = time.perf_counter()
    server = subprocess.Popen(
        [teduh, "serve", "--root", str(district), "--today", "2026-11-24", "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )
    try:
        port = int(re.search(r":(\d+)/", server.stdout.readline()).group(1))
        get(port, "/")
        print(f"start to first page: {(time.perf_counter() - begun) * 1000:.0f} ms (goal 500)")
        for file, page in [("policies/kebijakan-000.md", "kebijakan-kebijakan-000.html"), ("schools/sekolah-00000.yaml", "tentang.html")]:
            times = []
            text = (district / file).read_text(encoding="utf-8")
            for at in range(edits):
                events = re.search(r"EventSource\('([^']+)'", get(port, f"/{page}")).group(1)
                ear = wait(port, events)
                new = text.replace("name: SMP Uji", f"name: SMP Uji Ubah {at}").replace("## Bagian 1", f"## Bagian ubah {at}")
                saved = time.perf_counter()
                (district / file).write_text(new, encoding="utf-8")
                heard = b""
                while b"data: changed" not in heard:
                    heard += ear.recv(1 << 12)
                assert f"ubah {at}" in get(port, f"/{page}").lower(), "an old page"
                times.append((time.perf_counter() - saved) * 1000)
                ear.close()
            (district / file).write_text(text, encoding="utf-8")
            while "ubah" in get(port, f"/{page}").lower():
                time.sleep(0.05)
            print(f"{file} saved to page reloaded: median {statistics.median(times):.0f} ms, most {max(times):.0f} ms of {edits} (goal 100)")
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
