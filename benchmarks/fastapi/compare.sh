#!/usr/bin/env bash
# Compares this library with FastAPI: the scenario, and diamonds of dependencies. Both servers are up and share one core,
# the load has the other; they take turns, and their order changes with each round.
# Usage: compare.sh FILE [replace|add], the file of figures; 'add' keeps the rounds of earlier runs.
# Settings, by environment: JDKS, PYTHON, ROUNDS, DURATION and WARMUP in seconds, CONNECTIONS, PORT and the one after it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../load/server.sh"
source "$benchmarks/../.ci/jdk.sh"

file=$1
mode=${2:-replace}
rounds=${ROUNDS:-5}
duration=${DURATION:-4}
warm_up=${WARMUP:-4}
port=${PORT:-18283}
levels=(10 12 14 16)
declare -A bases=(["this library"]=http://localhost:$port [FastAPI]=http://localhost:$((port + 1)))
work=$benchmarks/target/performance
mkdir -p "$work"

# Prints the first Python that has FastAPI and uvicorn.
find_python() {
    local python
    for python in "${PYTHON:-}" python3 /usr/bin/python3; do
        if [[ -n $python ]] && "$python" -c 'import fastapi, uvicorn' 2>/dev/null; then
            echo "$python"
            return
        fi
    done
}

# Prints the version of FastAPI, and in a second line what else its figures depend on.
versions() {
    "$1" - <<'PYTHON'
import platform
from importlib.metadata import PackageNotFoundError, version


def known(name):
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"no {name}"


print(version("fastapi"))
names = ("uvicorn", "uvloop", "httptools", "starlette", "pydantic")
print(", ".join([f"Python {platform.python_version()}"] + [known(name) for name in names]))
PYTHON
}

start_fastapi() {
    start "$work/fastapi.log" "${bases[FastAPI]}/items" "$1" -m uvicorn --app-dir "$benchmarks/fastapi" application:app \
        --port $((port + 1)) --log-level warning --no-access-log
}

check_answers() {
    local level
    same "${bases[this library]}/items?limit=20" "${bases[FastAPI]}/items?limit=20"
    for level in "${levels[@]}"; do
        same "${bases[this library]}/diamond/$level" "${bases[FastAPI]}/diamond/$level"
    done
}

warm_up() {
    local server level
    for server in "${!bases[@]}"; do
        load "${CONNECTIONS:-16}" "$((2 * warm_up))" "${bases[$server]}/items?limit=20" >/dev/null
        for level in "${levels[@]}"; do
            load 1 "$warm_up" "${bases[$server]}/diamond/$level" >/dev/null
        done
    done
}

# scenario SERVER: prints what was measured of the scenario.
scenario() {
    local throughput median p99
    read -r throughput median p99 < <(load "${CONNECTIONS:-16}" "$duration" "${bases[$1]}/items?limit=20")
    measured throughput req/s "$throughput" benchmark fastapi fastapi "$fastapi" server "$1"
    measured p99 ms "$p99" benchmark fastapi fastapi "$fastapi" server "$1"
    printf '%8s requests/s, p99 %8s ms  %s\n' "$throughput" "$p99" "$1" >&2
}

# diamond SERVER LEVELS: prints what was measured of one request after the other.
diamond() {
    local throughput median p99
    read -r throughput median p99 < <(load 1 "$duration" "${bases[$1]}/diamond/$2")
    measured time ms "$median" benchmark diamond fastapi "$fastapi" server "$1" levels "$2"
    printf '%8s ms a request, %s levels  %s\n' "$median" "$2" "$1" >&2
}

round() {
    local server level
    for server in "$@"; do scenario "$server"; done
    for level in "${levels[@]}"; do
        for server in "$@"; do diamond "$server" "$level"; done
    done
}

run() {
    local java=$1 turn
    start_application "$java" BenchmarkApplication "$port"
    start_fastapi "$python"
    check_answers
    ((warm_up == 0)) || warm_up
    for ((turn = 1; turn <= rounds; turn++)); do
        echo "== round $turn of $rounds" >&2
        if ((turn % 2)); then round "this library" FastAPI; else round FastAPI "this library"; fi >"$work/fastapi.jsonl"
        record "$java" "$file" "$([[ $turn == 1 ]] && echo "$mode" || echo add)" "$work/fastapi.jsonl" "FastAPI $fastapi=$with"
    done
    stop_servers
}

require wrk
python=$(find_python)
if [[ -z $python ]]; then
    skip "no Python with fastapi and uvicorn found; set PYTHON"
fi
{ read -r fastapi && read -r with; } < <(versions "$python")
for jdk in ${JDKS:-17 25}; do
    home=$(require_jdk "$jdk") || continue
    echo "== JDK $jdk, FastAPI $fastapi, $with" >&2
    run "$home/bin/java"
done
