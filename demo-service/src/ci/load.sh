#!/usr/bin/env bash
# Reads and writes with 32 clients at once, invalid, unauthorized and impatient requests among them, then asks the
# metrics whether every connection of the pool has come back.
# Usage: load.sh [base URL] [requests of each kind]
set -euo pipefail

base=${1:-http://localhost:8080}
count=${2:-300}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pool() {
    curl -sf "$base/actuator/prometheus" | awk -v metric="hikaricp_connections_$1{" 'index($0, metric) == 1 { print $2 }'
}

# Prints how often each status was answered; 000 is a request whose client did not wait.
load() {
    curl -s -Z --parallel-max 32 -o /dev/null -w '%{http_code}\n' "$@" 2>/dev/null || true
}

name=load$RANDOM$RANDOM
token=$(curl -sf "$base/api/users" -H 'Content-Type: application/json' \
    -d "{\"user\": {\"username\": \"$name\", \"email\": \"$name@example.org\", \"password\": \"correct horse\"}}" |
    sed 's/.*"token":"\([^"]*\)".*/\1/')
article='{"article": {"title": "Load", "description": "d", "body": "b", "tagList": ["load"]}}'
user=(-H "Authorization: Token $token" -H 'Content-Type: application/json')

before=$(pool acquire_seconds_count)
{
    load "$base/api/articles?offset=[1-$count]" &
    load "${user[@]}" -d "$article" "$base/api/articles?n=[1-$((count / 10))]" &
    load "${user[@]}" "$base/api/articles/feed?offset=[1-$count]" &
    load "$base/api/articles?limit=0&offset=[1-$count]" &
    load "$base/api/user?n=[1-$count]" &
    load -m 0.005 "$base/api/articles?limit=100&offset=[1-$count]" &
    peak=0
    while [[ $(jobs -rp | wc -l) -gt 0 ]]; do
        now=$(pool active)
        ((${now%.*} > peak)) && peak=${now%.*}
    done
    echo "$peak" >"$work/peak"
} >"$work/answers"

for ((patience = 100; patience > 0; patience--)); do
    active=$(pool active)
    [[ ${active%.*} == 0 ]] && break
    sleep 0.1
done
echo "answers by status:"
sort "$work/answers" | uniq -c
echo "connections: $(pool max | cut -d. -f1) in the pool, $(<"$work/peak") in use at once as far as seen," \
    "taken $(awk -v a="$before" -v b="$(pool acquire_seconds_count)" 'BEGIN { print b - a }') times," \
    "${active%.*} in use now, $(pool timeout_total | cut -d. -f1) timed out"
[[ ${active%.*} == 0 ]]
