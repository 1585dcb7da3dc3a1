#include "assets.h"

#include "assets+Generated.h"

unsigned long epic_asset_count(void) { return sizeof assets / sizeof assets[0] - 1; }

const struct epic_asset *epic_asset_at(unsigned long position) {
  return position < epic_asset_count() ? &assets[position] : 0;
}
