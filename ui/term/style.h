/* SPDX-License-Identifier: MIT */
/* style.h - the styles of text, a row of styles.def each. */
#ifndef UI_STYLE_H
#define UI_STYLE_H

/* The meaning of a text, never its colour: styles.def maps each to attributes that also read
 * without colour. */
enum style {
#define STYLE(ident, foreground, attributes, help) STYLE_##ident,
#include "ui/term/styles.def"
#undef STYLE
	STYLES
};

#endif
