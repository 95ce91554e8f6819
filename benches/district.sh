#!/usr/bin/env bash
# Times whole builds of a made district beside `cp -r` of the very output and
# every peer found on PATH, in one run, because disks and machines differ more
# than programs do. Prints a Markdown table.
#
# usage: benches/district.sh SCHOOLS PAGES [RUNS]
#
# TEDUH names another program to time. Peers are timed up to 8,000 pages;
# PEERS=always and PEERS=never say otherwise, HUGO and MDBOOK name their
# programs. The work lies on the memory file system where there is one; DISK=
# names a folder on a disk to build into as well.
set -euo pipefail
cd "$(dirname "$0")/.."

schools=${1:?usage: benches/district.sh SCHOOLS PAGES [RUNS]}
pages=${2:?usage: benches/district.sh SCHOOLS PAGES [RUNS]}
runs=${3:-5}
teduh=${TEDUH:-${CARGO_TARGET_DIR:-target}/release/teduh}
[ -x "$teduh" ] || cargo build --release
hugo=${HUGO:-$(command -v hugo || true)}
mdbook=${MDBOOK:-$(command -v mdbook || true)}

base=/dev/shm
[ -d "$base" ] && [ -w "$base" ] || base=${TMPDIR:-/tmp}
work=$(mktemp -d "$base/teduh-bench.XXXXXX")
disk=""
trap 'rm -rf "$work" ${disk:+"$disk"}' EXIT
district=$work/district
export PYTHONDONTWRITEBYTECODE=1
python3 benches/make_district.py "$schools" "$pages" "$district"

copy=""
# measure NAME OUT BEFORE COMMAND...: BEFORE is run, untimed, before each run.
# Prints a row; the wall time of the row is left in `wall`.
measure() {
  local name=$1 out=$2 before=$3 walls=() user system memory count rate ratio
  shift 3
  for _ in $(seq "$runs"); do
    eval "$before"
    if ! /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/said" 2>&1; then
      echo "$name failed:" >&2
      tail -n 5 "$work/said" >&2
      exit 1
    fi
    walls+=("$(cut -d' ' -f1 "$work/time")")
  done
  wall=$(printf '%s\n' "${walls[@]}" | sort -n | sed -n "$(((runs + 1) / 2))p")
  read -r _ user system memory <"$work/time"
  count=$(find "$out" -name '*.html' | wc -l)
  rate=$(awk -v n="$count" -v s="$wall" 'BEGIN { printf "%.0f", n / (s > 0 ? s : 0.01) }')
  ratio=$(awk -v c="${copy:-$wall}" -v s="$wall" 'BEGIN { printf "%.2f", s / (c > 0 ? c : 0.01) }')
  printf '| %s | %.2f | %.2f | %.0f | %s | %s |\n' \
    "$name" "$wall" "$(awk -v u="$user" -v s="$system" 'BEGIN { print u + s }')" \
    "$((memory / 1024))" "$rate" "$ratio"
}

build() { echo "$teduh build --root $district --today 2026-11-24 --quiet --out $1"; }
edit_school() { sed -i "s/ruang [0-9]*/ruang $RANDOM/" "$district/schools/sekolah-00000.yaml"; }
edit_number() { sed -i "s/0000-000-[0-9]*/0000-000-$((RANDOM % 9000 + 1000))/" "$district/services/layanan-000.yaml"; }
edit_policy() { sed -i "s/^summary: .*/summary: Contoh $RANDOM untuk mengukur./" "$district/policies/kebijakan-000.md"; }

$(build "$work/out") >/dev/null 2>&1
files=$(find "$work/out" -type f | wc -l)
bytes=$(du -sb "$work/out" | cut -f1)
echo "**$schools schools x $pages pages** ($files files, $((bytes / 1000000)) MB with what every site has besides them), $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $base, median of $runs, $("$teduh" --version), $(uname -r)"
echo
echo '| | wall s | CPU s | MiB | pages/s | to the copy |'
echo '|---|---|---|---|---|---|'
measure '`cp -r` of the output' "$work/copy" 'rm -rf "$work/copy"' cp -r "$work/out" "$work/copy"
copy=$wall
rm -rf "$work/copy"
measure 'build into an empty folder' "$work/out" 'rm -rf "$work/out"' $(build "$work/out")
full=$wall
measure 'again, nothing changed' "$work/out" : $(build "$work/out")
again=$wall
measure 'again, one school changed' "$work/out" edit_school $(build "$work/out")
measure 'again, a national number changed' "$work/out" edit_number $(build "$work/out")
measure 'again, one policy changed' "$work/out" edit_policy $(build "$work/out")
measure 'again, every byte compared (`--verify`)' "$work/out" : $(build "$work/out") --verify
measure '`check`' "$work/out" : "$teduh" check --root "$district" --today 2026-11-24 --quiet

if [ -n "${DISK:-}" ]; then
  disk=$(mktemp -d "$DISK/teduh-bench.XXXXXX")
  measure "\`cp -r\` onto $DISK" "$disk/copy" 'rm -rf "$disk/copy"' cp -r "$work/out" "$disk/copy"
  measure "build onto $DISK" "$disk/out" 'rm -rf "$disk/out"' $(build "$disk/out")
fi

peers=${PEERS:-auto}
if [ "$peers" = always ] || { [ "$peers" = auto ] && [ $((schools * pages)) -le 8000 ]; }; then
  rm -rf "$work/out"
  python3 benches/make_peers.py "$schools" "$pages" "$work/peers"
  if [ -n "$hugo" ]; then
    measure "Hugo ($("$hugo" version | sed 's/^hugo v\([0-9.]*\).*/\1/')), one site, parts cached" "$work/peer" 'rm -rf "$work/peer"' \
      "$hugo" --quiet --noBuildLock --minify --source "$work/peers/hugo" --destination "$work/peer"
  fi
  if [ -n "$mdbook" ]; then
    measure "$("$mdbook" --version), a book a school, joined beforehand" "$work/peer" 'rm -rf "$work/peer"' \
      bash -c 'for it in "$2"/mdbook/*/; do "$1" build "$it" --dest-dir "$3/$(basename "$it")"; done' - "$mdbook" "$work/peers" "$work/peer"
  fi
fi
echo
awk -v a="$again" -v f="$full" -v c="$copy" 'BEGIN {
  printf "build / copy = %.2f (goal 1.3); nothing changed / build = %.2f (goal 0.25)\n", f / c, a / f }'
