/* Embedded files. */
#include "assets.h"
int epic_assets_count(void) { return 0; }
