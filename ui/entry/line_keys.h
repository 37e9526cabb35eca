/* SPDX-License-Identifier: MIT */
/* line_keys.h - keys about the line being typed that are no editing. */
#ifndef UI_LINE_KEYS_H
#define UI_LINE_KEYS_H

#include "ui/state/key_table.h"

extern const struct key_table line_keys;

#endif
