#!/usr/bin/env bash
# Builds everything and runs every test; needs the .NET 10 SDK only. A test that needs more (a browser, openssl, ffmpeg)
# skips itself where that is missing, and is named at the end. The last line is the sum of all projects:
#   N passed, N failed, N skipped
# Arguments go to `dotnet test`:  ./test.sh --filter-class '*RouterTests'  or  ./test.sh -c Release
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

# The summary is read below, so it has to be in one language on every machine.
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# A test program is over before the runtime has gained by watching it run; without that it takes a fifth less of the processor.
export DOTNET_TieredPGO=0

# One test program at a time: several of them hold the platform's deadlines, which a crowded machine would miss.
options=(--solution Hongyan.slnx --no-ansi --no-progress --max-parallel-test-modules 1)
# A project without a test is a mistake, except where the caller chose tests.
if [[ " $* " == *" --filter"* ]]; then options+=(--ignore-exit-code 8); fi

output=$(mktemp)
trap 'rm -f "$output"' EXIT
dotnet test "${options[@]}" "$@" 2>&1 | tee "$output"
code=${PIPESTATUS[0]}
# Set by .ci/run, which leaves nothing running.
if [[ -n "${HONGYAN_END_COMPILER:-}" ]]; then dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1; fi

number() { awk -v name="$1:" '/^Test run summary:/ { value = "" } $1 == name { value = $2 } END { print value }' "$output"; }
passed=$(number succeeded) failed=$(number failed) skipped=$(number skipped)

say() { printf '\n%s\n' "$1"; }

if grep -q '^skipped ' "$output"; then
    say "Skipped, and why:"
    awk '/^skipped / { name = substr($0, 9); getline; sub(/^ +/, ""); print "  " name ": " $0 }' "$output" | sort
fi
if grep -q '^failed ' "$output"; then
    say "Failed:"
    sed -n 's/^failed /  /p' "$output" | sort
fi

if [[ ! "$passed $failed $skipped" =~ ^[0-9]+\ [0-9]+\ [0-9]+$ ]]; then
    say "FAILED: there is no summary to read: the build failed, or no test could start. See above."
    exit $((code == 0 ? 1 : code))
fi
if ((passed + failed + skipped == 0)); then
    say "FAILED: no test ran."
    code=$((code == 0 ? 8 : code))
elif ((failed > 0)); then
    code=$((code == 0 ? 2 : code))
elif ((code != 0)); then
    say "FAILED: no test failed, but a test program did not end as it should (code $code): it crashed, or it holds no test. See above."
fi

say "$passed passed, $failed failed, $skipped skipped"
exit "$code"
