#!/usr/bin/env bash
# Compares servers of Hongyan.Load with wrk: all of them run on core 0 at once and take turns, because the machine is faster in one minute
# than in the next: fifteen turns of a second to get warm, five of four seconds that count. Shorter ones would mostly measure 64 new
# connections, and for the slower server more than for the faster. Without profile-guided compilation (DOTNET_TieredPGO=0), which would
# have instrumented code run for minutes where the compiler shares one core with the load. Prints the processor time per request of each and its ratio to the first, the ratio of the
# requests per second, and the 99th percentile of the latency.
#   bench/load/compare.sh /tmp/callbacks.bin bare echo durable
# A turn never repeats a message, so the file bounds the run: 1,200,000 messages are enough for 35,000 a second.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
callbacks=$1; shift
load=artifacts/bin/Hongyan.Load/release/Hongyan.Load
script=bench/load/replay.lua
turns=$(mktemp)
export DOTNET_TieredPGO=0
pids=(); port=5090
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; rm -f "$turns"' EXIT
for kind in "$@"; do
    taskset -c 0 "$load" "$kind" "http://127.0.0.1:$port" > /dev/null & pids+=($!)
    for ((wait = 0; wait < 100; wait++)); do
        (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null && break
        sleep 0.2
    done
    port=$((port + 1))
done

# turn <server> <seconds> <first message>. Who looks at no message may get the same ones again, and uses up more of them than all others.
turn() {
    local kinds=("${@:4}") first=$3
    [[ ${kinds[$1]} != bare ]] || first=0
    taskset -c 1 wrk -t1 -c64 -d"$2s" --latency -s "$script" "http://127.0.0.1:$((5090 + $1))" -- "$callbacks" "$first"
}
ticks() { awk '{ print $14 + $15 }' "/proc/${pids[$1]}/stat"; }

for ((round = 0; round < 15; round++)); do
    for ((i = 0; i < $#; i++)); do
        turn "$i" 1 $((round * 33000)) "$@" > /dev/null
        sleep 0.5
    done
done
for ((round = 0; round < 5; round++)); do
    for ((i = 0; i < $#; i++)); do
        before=$(ticks "$i")
        answer=$(turn "$i" 4 $((500000 + round * 140000)) "$@")
        after=$(ticks "$i")
        printf '%s %s %s %s %s\n' "$i" "$(awk '/requests in/ { print $1 }' <<< "$answer")" $((after - before)) "$(awk '/Non-2xx/ { bad = $NF } END { print bad + 0 }' <<< "$answer")" \
            "$(awk '$1 == "99%" { unit = $2; sub(/[0-9.]+/, "", unit); value = $2 + 0; print unit == "us" ? value / 1000 : unit == "s" ? value * 1000 : value }' <<< "$answer")" >> "$turns"
    done
done

hertz=$(getconf CLK_TCK)
for ((i = 0; i < $#; i++)); do
    kinds=("$@")
    awk -v i="$i" -v kind="${kinds[$i]}" -v hertz="$hertz" '
        { each = $3 * 1e6 / hertz / $2; if ($1 == 0) { first = each; often = $2 } if ($1 == i) { requests += $2; refused += $4; cost[++n] = each; ratio[n] = first / each; speed[n] = $2 / often; slow[n] = $5 } }
        function median(a, n,   j, k, t) { for (j = 1; j <= n; j++) for (k = j + 1; k <= n; k++) if (a[k] < a[j]) { t = a[j]; a[j] = a[k]; a[k] = t } return a[int((n + 1) / 2)] }
        END { printf "%s: %d requests, %d refused, %.1f us of processor time each, %.2f of the first (%.2f by requests per second), p99 %.2f ms\n", kind, requests, refused, median(cost, n), median(ratio, n), median(speed, n), median(slow, n) }' "$turns"
done
