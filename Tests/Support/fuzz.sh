#!/bin/sh
# Sends corrupted inputs through the release build; the last line is `N passed, N failed, N skipped`.
#
#   Tests/Support/fuzz.sh COUNT
set -u
if .build-fuzz/release/epic-dev fuzz --count "$1"; then
  echo "1 passed, 0 failed, 0 skipped"
else
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi
