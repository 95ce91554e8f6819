#!/usr/bin/env bash
# Times whole builds of a made district beside `cp -r` of the very output, in one
# run, because disks and machines differ more than programs do.
#
# usage: benches/district.sh SCHOOLS PAGES [RUNS]
#
# Prints a line each for: a full build into an empty folder, a build with
# nothing changed, a check, and the copy; wall seconds are medians, the rest is
# of the last run. The work lies on a memory file system where there is one.
set -euo pipefail
cd "$(dirname "$0")/.."

schools=${1:?usage: benches/district.sh SCHOOLS PAGES [RUNS]}
pages=${2:?usage: benches/district.sh SCHOOLS PAGES [RUNS]}
runs=${3:-5}
teduh=${TEDUH:-target/release/teduh}
[ -x "$teduh" ] || cargo build --release

base=/dev/shm
[ -d "$base" ] && [ -w "$base" ] || base=${TMPDIR:-/tmp}
work=$(mktemp -d "$base/teduh-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
python3 benches/make_district.py "$schools" "$pages" "$work/district"

# measure NAME BEFORE COMMAND...: BEFORE is run, untimed, before each run.
measure() {
  local name=$1 before=$2 walls=() last
  shift 2
  for _ in $(seq "$runs"); do
    eval "$before"
    /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >/dev/null 2>&1
    last=$(cat "$work/time")
    walls+=("${last%% *}")
  done
  local wall
  wall=$(printf '%s\n' "${walls[@]}" | sort -n | sed -n "$(((runs + 1) / 2))p")
  read -r _ user system memory <<<"$last"
  printf '%-22s %8.2f s wall  %6.2f s user  %6.2f s system  %7d KiB\n' "$name" "$wall" "$user" "$system" "$memory"
  eval "${name%% *}=$wall"
}

echo "$schools schools x $pages pages, $(nproc) cores, $base, median of $runs"
measure "build" 'rm -rf "$work/out"' "$teduh" build --root "$work/district" --out "$work/out" --today 2026-11-24 --quiet
measure "again (nothing changed)" ':' "$teduh" build --root "$work/district" --out "$work/out" --today 2026-11-24 --quiet
measure "check" ':' "$teduh" check --root "$work/district" --today 2026-11-24 --quiet
measure "copy (cp -r)" 'rm -rf "$work/copy"' cp -r "$work/out" "$work/copy"
files=$(find "$work/out" -type f | wc -l)
bytes=$(du -sb "$work/out" | cut -f1)
awk -v b="$build" -v a="$again" -v c="$copy" -v f="$files" -v n="$bytes" 'BEGIN {
  printf "%d files, %.1f MB; %.0f files/s; build / copy = %.2f; again / build = %.2f\n", f, n / 1e6, f / b, b / c, a / b }'
