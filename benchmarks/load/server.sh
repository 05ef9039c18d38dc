# Sourced: servers and load over loopback HTTP. The servers share one core, the load has another.
# Settings: SERVER_CORE, LOAD_CORE.

benchmarks=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
server_core=${SERVER_CORE:-1}
load_core=${LOAD_CORE:-0}
headers=(-H 'Authorization: Bearer alice' -H 'X-Tenant: acme')
servers=()

stop_servers() {
    local server
    for server in "${servers[@]}"; do
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    done
    servers=()
}
trap stop_servers EXIT

# require TOOL…: ends the script, and says so, where one of these, or what all need, or a second core is missing.
require() {
    local tool
    for tool in taskset curl "$@"; do
        command -v "$tool" >/dev/null || skip "'$tool' is missing"
    done
    taskset -c "$server_core" true 2>/dev/null && taskset -c "$load_core" true 2>/dev/null ||
        skip "cores $server_core and $load_core are not there"
}

skip() {
    echo "== SKIPPED: $1" >&2
    exit
}

# start LOG URL COMMAND…: starts a server and waits until it answers.
start() {
    local log=$1 url=$2 server patience
    shift 2
    taskset -c "$server_core" "$@" >"$log" 2>&1 &
    server=$!
    servers+=("$server")
    for ((patience = 600; patience > 0; patience--)); do
        if ! kill -0 "$server" 2>/dev/null; then
            break
        elif curl -sf -o /dev/null "${headers[@]}" "$url"; then
            return
        fi
        sleep 0.1
    done
    cat "$log" >&2
    return 1
}

# start_application JAVA CLASS PORT OPTION…: starts an application of the benchmarks. Tomcat closes connections after a
# hundred requests unless told otherwise, which would hide what is measured.
start_application() {
    local java=$1 application=$2 port=$3
    shift 3
    start "$work/application-$port.log" "http://localhost:$port/by-hand/nothing" \
        "$java" -Xms512m -Xmx512m -XX:+UseSerialGC -cp "$benchmarks/target/classes:$benchmarks/target/lib/*" \
        "io.github.depends.benchmarks.$application" --server.port="$port" --logging.level.root=warn \
        --spring.main.banner-mode=off --server.tomcat.max-keep-alive-requests=-1 "$@"
}

# same URL URL: checks that both answer the same, and that it is no error.
same() {
    local first second
    first=$(curl -sf "${headers[@]}" "$1")
    second=$(curl -sf "${headers[@]}" "$2")
    if [[ -z $first || $first != "$second" ]]; then
        echo "$1 answers '$first', $2 answers '$second'" >&2
        return 1
    fi
}

# load CONNECTIONS SECONDS URL: prints requests per second and the median and 99th percentile of latency in
# milliseconds. Fails if a request did.
load() {
    local result
    result=$(taskset -c "$load_core" wrk -t1 -c"$1" -d"${2}s" --timeout 60s "${headers[@]}" \
        -s "$benchmarks/load/result.lua" "$3" | sed -n 's/^result //p')
    if [[ ${result##* } != 0 ]]; then
        echo "load on $3: ${result:-no result}" >&2
        return 1
    fi
    echo "${result% *}"
}

# latency CONNECTIONS SECONDS RATE URL: prints the 99th percentile of latency in milliseconds at a rate of requests per
# second. Fails if an answer is not as long as curl's: h2load 1.52 does not tell the status of HTTP/1.
latency() {
    local log=$work/latency.tsv answer data answers
    answer=$(curl -sf "${headers[@]}" "$4")
    rm -f "$log"
    data=$(taskset -c "$load_core" h2load --h1 -t1 -c"$1" -D"$2" --rps="$(($3 / $1))" --log-file="$log" "${headers[@]}" "$4" |
        sed -n 's/^traffic:.*(\([0-9]*\)) data$/\1/p')
    answers=$(wc -l <"$log")
    if ((answers == 0 || data < answers * ${#answer} || data > (answers + $1) * ${#answer})); then
        echo "load on $4: $answers answers have $data bytes, curl's has ${#answer}" >&2
        return 1
    fi
    sort -k3,3n "$log" | awk -v answers="$answers" 'NR == int((answers * 99 + 99) / 100) { print $3 / 1000 }'
}

# measured MEASURE UNIT VALUE NAME VALUE…: prints what was measured in the case of the named values as a line of JSON.
measured() {
    local measure=$1 unit=$2 value=$3 case=
    shift 3
    while (($#)); do
        case+=${case:+, }"\"$1\": \"$2\""
        shift 2
    done
    echo "{\"parameters\": {$case}, \"measure\": \"$measure\", \"unit\": \"$unit\", \"value\": $value}"
}

# record JAVA FILE replace|add RAW NAME=VERSION…: writes a round into a file of figures.
record() {
    "$1" -cp "$benchmarks/target/classes:$benchmarks/target/lib/*" \
        io.github.depends.benchmarks.report.Recording "${@:2}"
}
