/* Files of the repository that the compiler carries. */
#ifndef EPIC_ASSETS_H
#define EPIC_ASSETS_H

struct epic_asset {
  /* Path in the repository. */
  const char *name;
  const unsigned char *bytes;
  unsigned long count;
};

/* Number of files. */
unsigned long epic_asset_count(void);

/* The file at a position, in order of names; a null pointer behind the last one. */
const struct epic_asset *epic_asset_at(unsigned long position);

#endif
