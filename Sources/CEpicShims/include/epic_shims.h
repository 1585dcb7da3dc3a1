/* Calls that the C library hides behind feature macros and that Swift therefore cannot see. */
#ifndef EPIC_SHIMS_H
#define EPIC_SHIMS_H

/* Exchanges two paths of one file system in one step: renameat2(2) with RENAME_EXCHANGE. 0, or -1 with errno set. */
int epic_exchange_paths(const char *first, const char *second);

/* Readies the heap of a process that will soon fill a good part of `size` bytes and end: the addresses are taken at once,
   and the kernel may back them with large pages. Only what is written takes memory. Does nothing where the C library or the
   kernel knows no such thing. */
void epic_prepare_heap(unsigned long size);

#endif
