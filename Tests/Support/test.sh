#!/bin/bash
# Runs the parts that are named, after one build for all of them, and prints a summary with each part's time.
#
#   Tests/Support/test.sh core envoy …
set -u
cd "$(dirname "$0")/../.." || exit 1

summary=()
failed=0
total=$SECONDS

# note NAME STATUS SECONDS LINE
note() {
  summary+=("$(printf '%-9s %-7s %5d s  %s' "$1" "$([ "$2" = 0 ] && echo ok || echo FAILED)" "$3" "$4")")
  if [ "$2" != 0 ]; then failed=1; fi
}

start=$SECONDS
Tests/Support/install.sh "$@"
note install $? $((SECONDS - start)) ""

start=$SECONDS
swift build --build-tests
note build $? $((SECONDS - start)) ""

if [ $failed = 0 ]; then
  mkdir -p build/tests
  export EPIC_TESTS_BUILT=1
  for part in "$@"; do
    start=$SECONDS
    make -s "test-$part" 2>&1 | tee "build/tests/$part.log"
    note "$part" "${PIPESTATUS[0]}" $((SECONDS - start)) "$(grep -E '^[0-9]+ passed' "build/tests/$part.log" | tail -n 1)"
  done
fi

printf '\n%s\n' "make test, $((SECONDS - total)) s"
printf '%s\n' "${summary[@]}"
exit $failed
