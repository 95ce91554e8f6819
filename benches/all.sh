#!/usr/bin/env bash
# Every figure of docs/performance.md and docs/scale.md, as Markdown to paste.
# Takes about ten minutes; needs 12 GB of memory file system for the largest
# district, which LARGE=never leaves out.
#
# usage: benches/all.sh
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release

benches/district.sh 100 40 5
echo
benches/district.sh 1000 40 5
echo
if [ "${LARGE:-auto}" != never ]; then
  benches/district.sh 10000 40 1
  echo
fi
benches/serve.sh 1000 40
