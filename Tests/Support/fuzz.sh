#!/bin/sh
# Replays the corpus, sends guided inputs for a time and corrupted inputs through the release build, and types the example
# character by character; the last line is `N passed, N failed, N skipped`.
#
#   Tests/Support/fuzz.sh COUNT SECONDS      SECONDS of CPU
set -u
tool=.build-fuzz/release/epic-dev
passed=0
failed=0

# run NAME WORD...
run() {
  name=$1
  shift
  start=$(date +%s)
  if "$tool" "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  echo "$name: $(($(date +%s) - start)) s"
}

rm -rf build/fuzz
run replay guide replay
run guided guide --seconds "$2"
run corrupted fuzz --count "$1"
run prefixes prefixes
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" = 0 ]
