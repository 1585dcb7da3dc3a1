#define _GNU_SOURCE
#include "epic_shims.h"

#include <fcntl.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int epic_exchange_paths(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

void epic_prepare_heap(unsigned long size) {
#ifdef __GLIBC__
  const uintptr_t page = 2ul << 20;
  const size_t first = 1ul << 20;
  if (size > INT32_MAX / 2) size = INT32_MAX / 2;
  /* Tables that grow stay on the heap, and what is freed stays with the process. */
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, (int)size);
  mallopt(M_TOP_PAD, (int)size);
  void *block = malloc(first);
  mallopt(M_TOP_PAD, 4 << 20);
  if (!block) return;
  uintptr_t start = ((uintptr_t)block + page - 1) & ~(page - 1);
  uintptr_t end = (uintptr_t)sbrk(0) & ~(page - 1);
  if (start < end && end - start <= size + page + first) madvise((void *)start, end - start, MADV_HUGEPAGE);
  free(block);
#else
  (void)size;
#endif
}
