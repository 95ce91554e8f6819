#!/usr/bin/env bash
# What it costs to build teduh itself: a clean build of each set of features, and
# how large the program is. Prints a Markdown table. Takes half an hour; nothing
# of the usual target folder is used or changed.
#
# usage: benches/build-cost.sh [FEATURES ...]
#
# FEATURES are cargo's: `none`, `default`, or names joined by commas. Arguments
# after `--` go to cargo, such as `--config 'profile.release.opt-level=2'`.
set -euo pipefail
cd "$(dirname "$0")/.."

sets=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  sets+=("$1")
  shift
done
[ $# -eq 0 ] || shift
[ ${#sets[@]} -gt 0 ] || sets=(none minify default)
target=$(mktemp -d "${TMPDIR:-/tmp}/teduh-build-cost.XXXXXX")
trap 'rm -rf "$target"' EXIT
cargo fetch --locked --quiet

echo "$(nproc) cores, $(rustc --version)"
echo
echo '| features | wall s | CPU s | crates | MB stripped |'
echo '|---|---|---|---|---|'
for set in "${sets[@]}"; do
  case $set in
    none) flags=(--no-default-features) ;;
    default) flags=() ;;
    *) flags=(--no-default-features --features "$set") ;;
  esac
  rm -rf "$target"
  /usr/bin/time -o "$target.time" -f '%e %U %S' \
    cargo build --release --locked --quiet --target-dir "$target" "${flags[@]}" "$@"
  read -r wall user system <"$target.time"
  rm -f "$target.time"
  crates=$(cargo tree --locked -e normal,build --prefix none "${flags[@]}" | sort -u | grep -vc '(\*)')
  awk -v s="$set" -v w="$wall" -v u="$user" -v y="$system" -v c="$crates" -v b="$(stat -c %s "$target/release/teduh")" \
    'BEGIN { printf "| %s | %.0f | %.0f | %d | %.1f |\n", s, w, u + y, c, b / 1e6 }'
done
