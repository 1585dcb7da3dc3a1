/* Calls that the C library hides behind feature macros and that Swift therefore cannot see. */
#ifndef EPIC_SHIMS_H
#define EPIC_SHIMS_H

/* Exchanges two paths of one file system in one step: renameat2(2) with RENAME_EXCHANGE. 0, or -1 with errno set. */
int epic_exchange_paths(const char *first, const char *second);

#endif
