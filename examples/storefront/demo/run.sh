#!/bin/sh
# Builds the storefront and serves one of its nodes; see README.md beside the workspace.
#   BREAK=1        swaps two upstreams after the build, which the table must notice
#   EPIC=PROGRAM   takes this program and builds none
set -eu
cd "$(dirname "$0")/../../.."
demo=examples/storefront/demo
work=build/demo

Tests/Support/install.sh demo
epic=${EPIC:-}
if [ -z "$epic" ]; then
  epic=.build/release/epic
  # Asking the package manager takes as long as the demo itself; that nothing changed can be seen without it.
  if [ ! -x $epic ] || [ -n "$(find Package.swift Sources bpf docs/diagnostics -newer $epic -print -quit)" ]; then
    # Where git refuses the copies of packages because somebody else made them, this has to be run as that user.
    swift build -c release --product epic
  fi
  epic=$PWD/$epic
fi

mkdir -p $work
rm -rf $work/workspace
cp -R examples/storefront $work/workspace
"$epic" build -o $work/out $work/workspace
if [ "${BREAK:-0}" = 1 ]; then
  build/tools/venv/bin/python $demo/swap.py $work/out
fi
exec unshare --user --map-root-user --net --mount \
  build/tools/venv/bin/python $demo/main.py \
  --epic "$epic" --envoy build/tools/bin/envoy --out $work/out --work $work/run
