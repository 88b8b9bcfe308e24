"""Runs a homeserver for as long as whoever started this lives: when standard input ends, however that happens, so does it."""

import signal
import subprocess
import sys

python, config = sys.argv[1:]
homeserver = subprocess.Popen(
    [python, "-m", "synapse.app.homeserver", "--config-path", config],
    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
)
signal.signal(signal.SIGTERM, lambda *_: sys.stdin.close())
try:
    sys.stdin.read()
except ValueError:
    pass
homeserver.terminate()
try:
    homeserver.wait(timeout=10)
except subprocess.TimeoutExpired:
    homeserver.kill()
    homeserver.wait()
