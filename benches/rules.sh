#!/usr/bin/env bash
# What judging costs: `check` on a made district of 1,000 schools, 200 services
# and 60 texts, and on the starter content.
#
# usage: benches/rules.sh [RUNS]
#
# Prints a line each, of the quickest run: wall seconds, processor seconds, peak
# memory. The made district is the upper bound of what all rules together cost,
# since reading, linking and compiling pages are in it too.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-5}
teduh=${TEDUH:-target/release/teduh}
[ -x "$teduh" ] || cargo build --release

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 benches/make_district.py 1000 60 "$work/district"

# measure NAME FOLDER
measure() {
  local lines=""
  for _ in $(seq "$runs"); do
    # What it finds does not matter here.
    /usr/bin/time -q -o "$work/time" -f '%e %U %S %M' \
      "$teduh" check --root "$2" --today 2026-11-24 --quiet >/dev/null 2>&1 || true
    lines+="$(cat "$work/time")"$'\n'
  done
  local wall user system memory
  read -r wall user system memory < <(printf '%s' "$lines" | sort -n | head -1)
  printf '%-40s %6.2f s wall  %6.2f s user  %6.2f s system  %7d KiB\n' "$1" "$wall" "$user" "$system" "$memory"
}

echo "$(nproc) cores, quickest of $runs"
measure "1,000 schools, 200 services, 60 texts" "$work/district"
measure "the starter content" content
