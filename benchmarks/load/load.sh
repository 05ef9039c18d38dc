#!/usr/bin/env bash
# Puts the scenario under load, written with this library and by hand (a), over real Tomcat and loopback HTTP: as fast as the
# server can, for its throughput, and at a rate that leaves it idle half of the time, for the latency. Each way has a server
# of its own, as an application has, and (a) is in an application that lacks the library: Spring caches converters by the
# annotations of a parameter, and in one server all ways but the first would compare theirs with those of the first, which is
# worth ten percent. The ways take turns, forwards in one round and backwards in the next; then the servers are started anew,
# since a virtual machine compiles the same code a little differently each time. (a) has two servers, which tells what a ratio
# of equal things looks like, and a third in an application that has the library but does not use it there.
# Usage: load.sh FILE [replace|add], the file of figures; 'add' keeps the rounds of earlier runs.
# Settings, by environment: JDKS, THREADS, STARTS, ROUNDS after each, DURATION and WARMUP in seconds, CONNECTIONS, RATE
# in requests per second, PORT and those after it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/server.sh"
source "$benchmarks/../.ci/jdk.sh"

file=$1
mode=${2:-replace}
starts=${STARTS:-8}
rounds=${ROUNDS:-4}
duration=${DURATION:-2}
warm_up=${WARMUP:-25}
rate=${RATE:-20000}
port=${PORT:-18281}
paths=(
    "/by-hand/items without"
    "/items with"
    "/by-hand/items without again"
    "/by-hand/items with"
    "/by-hand/nothing with"
    "/by-hand/nothing without"
)
backwards=()
declare -A urls=()
for path in "${paths[@]}"; do
    backwards=("$path" "${backwards[@]}")
    urls[$path]="http://localhost:$((port + ${#urls[@]}))${path%% *}?limit=20"
done
work=$benchmarks/target/performance
mkdir -p "$work"

# round THREADS PATH…: prints a round's measurements.
round() {
    local threads=$1 path throughput median full p99
    shift
    for path in "$@"; do
        read -r throughput median full < <(load "${CONNECTIONS:-16}" "$duration" "${urls[$path]}")
        p99=$(latency "${CONNECTIONS:-16}" "$duration" "$rate" "${urls[$path]}")
        measured throughput req/s "$throughput" benchmark load threads "$threads" path "$path"
        measured "p99 at full load" ms "$full" benchmark load threads "$threads" path "$path"
        measured p99 ms "$p99" benchmark load threads "$threads" path "$path"
        printf '%8s requests/s, p99 %8s ms, at %s requests/s %8s ms  %s\n' "$throughput" "$full" "$rate" "$p99" "$path" >&2
    done
}

# start_all JAVA OPTION: starts a server for each way, and checks that all answer the same.
start_all() {
    local path url application at=$port
    for path in "${paths[@]}"; do
        url=${urls[$path]}
        application=$([[ $path == *" without"* ]] && echo WithoutLibrary || echo WithLibrary)
        start_application "$1" "$application" "$((at++))" "$2"
        same "$url" "${urls[${paths[0]}]}"
    done
}

# Asks for little, and lends the servers the other core as well, so that the compiler keeps up: a server of one core under
# full load is not warm after half a minute. The two rounds after that are not measured.
warm_up() {
    local path
    confine "$server_core,$load_core"
    for path in "${paths[@]}"; do
        load 2 "$warm_up" "${urls[$path]}" >/dev/null
    done
    confine "$server_core"
    round "$1" "${paths[@]}" "${backwards[@]}" >/dev/null
}

# confine CORES: lets the servers run there only.
confine() {
    local server
    for server in "${servers[@]}"; do
        taskset -acp "$1" "$server" >/dev/null
    done
}

run() {
    local java=$1 threads=$2 kept=$mode begin turn virtual
    virtual=--spring.threads.virtual.enabled=$([[ $threads == virtual ]] && echo true || echo false)
    for ((begin = 1; begin <= starts; begin++)); do
        start_all "$java" "$virtual"
        ((warm_up == 0)) || warm_up "$threads"
        for ((turn = 1; turn <= rounds; turn++)); do
            echo "== $threads threads, start $begin of $starts, round $turn of $rounds" >&2
            if ((turn % 2)); then round "$threads" "${paths[@]}"; else round "$threads" "${backwards[@]}"; fi >"$work/load.jsonl"
            record "$java" "$file" "$kept" "$work/load.jsonl" "wrk=$wrk" "h2load=$h2load"
            kept=add
        done
        stop_servers
    done
}

require wrk h2load
wrk=$({ wrk -v || true; } 2>&1 | sed -n 's|^wrk \([^ ]*\).*|\1|p')
h2load=$(h2load --version | sed 's|^h2load nghttp2/||')
for jdk in ${JDKS:-17 25}; do
    home=$(require_jdk "$jdk") || continue
    for threads in ${THREADS:-platform virtual}; do
        if [[ $threads == virtual && $jdk -lt 21 ]]; then
            continue
        fi
        echo "== JDK $jdk" >&2
        run "$home/bin/java" "$threads"
    done
done
