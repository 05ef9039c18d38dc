#!/usr/bin/env bash
# Measures, and writes figures and pictures into docs/performance, or into $FIGURES. Other programs should not run.
#
#   run.sh                       everything below, one after the other; takes an hour or two
#   run.sh build                 what all others need
#   run.sh jmh [REGEX [OPTION…]] JMH's benchmarks, a fork of each in each round; options are JMH's
#   run.sh retained [REQUESTS]   what the heap holds after each tenth of so many requests
#   run.sh load                  load over HTTP, against the same endpoint written by hand
#   run.sh fastapi               load over HTTP, against FastAPI
#   run.sh chart                 tables, into README.md as well, and pictures
#   run.sh smoke                 all of these for seconds, with the default JDK; the figures mean nothing
#
# Settings, by environment: JDKS, by default '17 25'; ROUNDS; ADD=1 keeps the rounds of earlier runs, so that long
# measurements can be cut into short ones; those of load/load.sh and fastapi/compare.sh.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../.ci/jdk.sh"

figures=${FIGURES:-$here/../docs/performance}
mode=$([[ ${ADD:-0} == 1 ]] && echo add || echo replace)
class_path="$here/target/classes:$here/target/lib/*"
work=$here/target/performance
lock=()

build() {
    (cd "$here/.." && mvn -B -ntp -q -pl benchmarks -am package -DskipTests)
}

jmh() {
    local rounds=${ROUNDS:-3} round jdk home
    for ((round = 1; round <= rounds; round++)); do
        for jdk in ${JDKS:-17 25}; do
            home=$(require_jdk "$jdk") || continue
            echo "== JMH, JDK $jdk, round $round of $rounds" >&2
            "$home/bin/java" "${lock[@]}" -cp "$class_path" org.openjdk.jmh.Main "${@:-.*}" \
                -f 1 -prof gc -foe true -rf json -rff "$work/jmh.json" >"$work/jmh.log" || { cat "$work/jmh.log"; exit 1; }
            "$home/bin/java" -cp "$class_path" io.github.depends.benchmarks.report.Recording "$figures/jmh.json" \
                "$([[ $round == 1 ]] && echo "$mode" || echo add)" "$work/jmh.json"
        done
    done
}

load() {
    "$here/load/load.sh" "$figures/load.json" "$mode"
}

retained() {
    local jdk home
    for jdk in ${JDKS:-17 25}; do
        home=$(require_jdk "$jdk") || continue
        echo "== heap, JDK $jdk" >&2
        "$home/bin/java" -Xmx512m -cp "$class_path" io.github.depends.benchmarks.RetainedHeap "$@" >"$work/retained.jsonl"
        "$home/bin/java" -cp "$class_path" io.github.depends.benchmarks.report.Recording "$figures/heap.json" \
            "$mode" "$work/retained.jsonl"
    done
}

fastapi() {
    "$here/fastapi/compare.sh" "$figures/fastapi.json" "$mode"
}

chart() {
    java -Djava.awt.headless=true -cp "$class_path" io.github.depends.benchmarks.report.Report "$figures" |
        tee "$figures/README.md"
}

smoke() {
    figures=$work/smoke
    rm -rf "$figures"
    mkdir -p "$figures"
    JDKS=$(property java java.specification.version)
    export JDKS STARTS=1 ROUNDS=1 DURATION=1 WARMUP=0
    lock=(-Djmh.ignoreLock=true)
    jmh '.*' -wi 0 -i 1 -r 100ms
    retained 1000
    load
    fastapi
    chart >/dev/null
    [[ -s $figures/dispatcher-time.svg ]]
}

mkdir -p "$figures" "$work"
case ${1:-all} in
    all) build && jmh && retained && load && fastapi && chart ;;
    build | jmh | retained | load | fastapi | chart | smoke) "$@" ;;
    *) sed -n 's/^# \{0,1\}//p' "${BASH_SOURCE[0]}" | sed 1d >&2; exit 2 ;;
esac
