#!/bin/sh
# Builds the storefront and serves one of its nodes; see README.md beside the workspace.
#   BREAK=1   swaps two upstreams after the build, which the table must notice
set -eu
cd "$(dirname "$0")/../../.."
demo=examples/storefront/demo
work=build/demo

Tests/Support/install.sh demo
# The package manager may refuse its copies of packages to anyone but the one who made them: then build as that user.
swift build -c release --product epic
epic=$(swift build -c release --show-bin-path)/epic

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
