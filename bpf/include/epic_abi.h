/* Layouts shared by the packet programs and by Swift: map keys, map values and limits. */
#ifndef EPIC_ABI_H
#define EPIC_ABI_H

#include <linux/types.h>

#endif
