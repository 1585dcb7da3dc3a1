/* The functions that instrumented code calls. No other part of the fuzzing library is linked. */
#include "epic_coverage.h"

#include <string.h>

static uint8_t *first;
static uint8_t *end;

/* The lowest stack that instrumented code has seen; nothing reads it. */
_Thread_local uintptr_t __sancov_lowest_stack = UINTPTR_MAX;

/* Every file of code calls this with the same section, which the linker has joined. */
void __sanitizer_cov_8bit_counters_init(uint8_t *start, uint8_t *stop) {
  if (!first || start < first) first = start;
  if (stop > end) end = stop;
}

void __sanitizer_cov_pcs_init(const uintptr_t *start, const uintptr_t *stop) {
  (void)start;
  (void)stop;
}

void __sanitizer_cov_trace_pc_indir(uintptr_t callee) { (void)callee; }

/* Operands of comparisons: words of the language come from its tables instead. */
#define COMPARISON(name, type)                                                                                         \
  void __sanitizer_cov_trace_##name(type left, type right) {                                                          \
    (void)left;                                                                                                        \
    (void)right;                                                                                                       \
  }
COMPARISON(cmp1, uint8_t)
COMPARISON(cmp2, uint16_t)
COMPARISON(cmp4, uint32_t)
COMPARISON(cmp8, uint64_t)
COMPARISON(const_cmp1, uint8_t)
COMPARISON(const_cmp2, uint16_t)
COMPARISON(const_cmp4, uint32_t)
COMPARISON(const_cmp8, uint64_t)

void __sanitizer_cov_trace_switch(uint64_t value, uint64_t *cases) {
  (void)value;
  (void)cases;
}

void __sanitizer_cov_trace_div4(uint32_t value) { (void)value; }
void __sanitizer_cov_trace_div8(uint64_t value) { (void)value; }
void __sanitizer_cov_trace_gep(uintptr_t index) { (void)index; }

size_t epic_coverage_edges(void) { return (size_t)(end - first); }

void epic_coverage_clear(void) {
  if (end > first) memset(first, 0, (size_t)(end - first));
}

static uint8_t bit(uint8_t turns) {
  if (turns < 4) return (uint8_t)(1u << (turns - 1));
  if (turns < 8) return 1u << 3;
  if (turns < 16) return 1u << 4;
  if (turns < 32) return 1u << 5;
  return turns < 128 ? 1u << 6 : 1u << 7;
}

size_t epic_coverage_fold(uint8_t *seen, size_t count) {
  size_t fresh = 0;
  if (count > epic_coverage_edges()) count = epic_coverage_edges();
  size_t index = 0;
  while (index < count) {
    uint64_t word;
    /* Most edges are not taken: eight at a time are passed over. */
    if (index + 8 <= count) {
      memcpy(&word, first + index, 8);
      if (word == 0) {
        index += 8;
        continue;
      }
    }
    if (first[index]) {
      uint8_t turn = bit(first[index]);
      if (!(seen[index] & turn)) {
        seen[index] |= turn;
        fresh++;
      }
    }
    index++;
  }
  return fresh;
}
