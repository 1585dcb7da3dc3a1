/* What the compiler's edge counters say, in a build that has them (`make fuzz`); elsewhere there are none. */
#ifndef EPIC_COVERAGE_H
#define EPIC_COVERAGE_H

#include <stddef.h>
#include <stdint.h>

/* Number of edges that are counted; 0 in a build without counters. */
size_t epic_coverage_edges(void);

/* Sets every counter to zero. */
void epic_coverage_clear(void);

/* Adds what was counted since then to `seen`, a byte an edge of `count` edges, whose bits stand for 1, 2, 3, 4–7, 8–15,
   16–31, 32–127 and more turns. Gives the number of bits that are new. */
size_t epic_coverage_fold(uint8_t *seen, size_t count);

#endif
