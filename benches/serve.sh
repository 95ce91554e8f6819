#!/usr/bin/env bash
# Times `teduh serve` in a made district: its start, and an edit to the reloaded
# page.
#
# usage: benches/serve.sh SCHOOLS PAGES [EDITS]
set -euo pipefail
cd "$(dirname "$0")/.."

teduh=${TEDUH:-${CARGO_TARGET_DIR:-target}/release/teduh}
[ -x "$teduh" ] || cargo build --release
work=$(mktemp -d "${TMPDIR:-/tmp}/teduh-serve.XXXXXX")
trap 'rm -rf "$work"' EXIT
export PYTHONDONTWRITEBYTECODE=1
python3 benches/make_district.py "${1:-1000}" "${2:-40}" "$work/district"
echo "serve, ${1:-1000} schools x ${2:-40} pages, $(nproc) cores"
python3 benches/serve.py "$teduh" "$work/district" "${3:-15}"
