#!/usr/bin/env bash
# Puts the scenario under load, written with this library and in the ways without, over real Tomcat and loopback HTTP. The
# ways take turns, forwards in one round and backwards in the next. (a) is measured twice a round, which tells what a ratio
# of equal things looks like; it and an endpoint without dependencies also in a second server that lacks the library.
# Usage: load.sh FILE [replace|add], the file of figures; 'add' keeps the rounds of earlier runs.
# Settings, by environment: JDKS, THREADS, ROUNDS, DURATION and WARMUP in seconds, CONNECTIONS, PORT and the one after it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/server.sh"
source "$benchmarks/../.ci/jdk.sh"

file=$1
mode=${2:-replace}
rounds=${ROUNDS:-7}
duration=${DURATION:-3}
warm_up=${WARMUP:-3}
port=${PORT:-18281}
paths=(
    /by-hand/items
    /items
    "/by-hand/items again"
    "/by-hand/items without"
    /by-resolvers/items
    /by-scope/items
    /by-hand/nothing
    "/by-hand/nothing without"
)
backwards=()
for path in "${paths[@]}"; do backwards=("$path" "${backwards[@]}"); done
work=$benchmarks/target/performance
mkdir -p "$work"

url() {
    case $1 in
        *" without") echo "http://localhost:$((port + 1))${1% without}?limit=20" ;;
        *) echo "http://localhost:$port${1% again}?limit=20" ;;
    esac
}

# round THREADS PATH…: prints a round's measurements.
round() {
    local threads=$1 path throughput median p99
    shift
    for path in "$@"; do
        read -r throughput median p99 < <(load "${CONNECTIONS:-16}" "$duration" "$(url "$path")")
        measured throughput req/s "$throughput" benchmark load threads "$threads" path "$path"
        measured p99 ms "$p99" benchmark load threads "$threads" path "$path"
        printf '%8s requests/s, p99 %8s ms  %s\n' "$throughput" "$p99" "$path" >&2
    done
}

# Gives both servers about the same number of requests.
warm_up() {
    local path turn longer
    for turn in 1 2; do
        for path in "${paths[@]}"; do
            longer=$([[ $path == *" without" ]] && echo 3 || echo 1)
            load "${CONNECTIONS:-16}" "$((longer * warm_up))" "$(url "$path")" >/dev/null
        done
    done
}

run() {
    local java=$1 threads=$2 turn virtual
    virtual=--spring.threads.virtual.enabled=$([[ $threads == virtual ]] && echo true || echo false)
    start_application "$java" BenchmarkApplication "$port" "$virtual"
    start_application "$java" WithoutLibrary "$((port + 1))" "$virtual"
    for path in "${paths[@]}"; do
        same "$(url "$path")" "$(url /by-hand/items)"
    done
    ((warm_up == 0)) || warm_up
    for ((turn = 1; turn <= rounds; turn++)); do
        echo "== $threads threads, round $turn of $rounds" >&2
        if ((turn % 2)); then round "$threads" "${paths[@]}"; else round "$threads" "${backwards[@]}"; fi >"$work/load.jsonl"
        record "$java" "$file" "$([[ $turn == 1 ]] && echo "$mode" || echo add)" "$work/load.jsonl" "wrk=$wrk"
    done
    stop_servers
}

require
wrk=$({ wrk -v || true; } 2>&1 | sed -n 's|^wrk \([^ ]*\).*|\1|p')
for jdk in ${JDKS:-17 25}; do
    home=$(find_jdk "$jdk")
    if [[ -z $home ]]; then
        echo "== SKIPPED: no JDK $jdk found; set JAVA_${jdk}_HOME" >&2
        continue
    fi
    for threads in ${THREADS:-platform virtual}; do
        if [[ $threads == virtual && $jdk -lt 21 ]]; then
            continue
        fi
        echo "== JDK $jdk" >&2
        run "$home/bin/java" "$threads"
    done
done
