#!/usr/bin/env bash
# Runs the README's curl blocks against a freshly started demo and compares each answer with the JSON block below it,
# white space, tokens and times aside.
# Usage: readme-curl.sh [base URL] [README]
set -euo pipefail

base=${1:-http://localhost:8080}
readme=${2:-$(dirname "${BASH_SOURCE[0]}")/../../../README.md}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# 1.sh, 2.sh … hold the blocks of commands, 1.json … the answers, where there are any.
awk -v work="$work" '
    /^```/ && block { if (block == "sh" && text ~ /curl/) { step++; print text > (work "/" step ".sh"); told = 1 }
                      else { if (block == "json" && told) print text > (work "/" step ".json"); told = 0 }
                      block = ""; next }
    /^```/          { block = substr($0, 4); if (block == "") block = "text"; text = ""; next }
    block           { text = text $0 "\n" }
' "$readme"

comparable() {
    tr -d '\n' | sed -E '
        s/([][{},:]) +/\1/g
        s/ +([]}])/\1/g
        s/"token":"[^"]+"/"token":"…"/g
        s/"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{3}Z"/"…"/g'
}

passed=0
failed=0
for ((step = 1; ; step++)); do
    [[ -f $work/$step.sh ]] || break
    commands=$(sed "s#localhost:8080#${base#http://}#g" "$work/$step.sh")
    eval "$commands" >"$work/answer"
    [[ -f $work/$step.json ]] || continue
    if diff <(comparable <"$work/$step.json") <(comparable <"$work/answer"); then
        passed=$((passed + 1))
    else
        echo "^ the README's answer, and the real one, to: $(cat "$work/$step.sh")"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[[ $failed == 0 && $passed -gt 0 ]]
