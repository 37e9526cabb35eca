/* SPDX-License-Identifier: MIT */
/* large_digits.c - digits of three by five dots. */
#include "ui/widget/large_digits.h"

struct glyph {
	char letter;
	int columns;
	const char *rows[DIGIT_ROWS];
};

static const struct glyph glyphs[] = {
	{'0', 3, {"###", "# #", "# #", "# #", "###"}},
	{'1', 3, {" # ", "## ", " # ", " # ", "###"}},
	{'2', 3, {"###", "  #", "###", "#  ", "###"}},
	{'3', 3, {"###", "  #", "###", "  #", "###"}},
	{'4', 3, {"# #", "# #", "###", "  #", "  #"}},
	{'5', 3, {"###", "#  ", "###", "  #", "###"}},
	{'6', 3, {"###", "#  ", "###", "# #", "###"}},
	{'7', 3, {"###", "  #", "  #", "  #", "  #"}},
	{'8', 3, {"###", "# #", "###", "# #", "###"}},
	{'9', 3, {"###", "# #", "###", "  #", "###"}},
	{':', 1, {" ", "#", " ", "#", " "}},
	{'+', 3, {"   ", " # ", "###", " # ", "   "}},
	{'-', 3, {"   ", "   ", "###", "   ", "   "}},
};

static const struct glyph *glyph_of(char letter)
{
	for (size_t i = 0; i < sizeof glyphs / sizeof *glyphs; i++)
		if (glyphs[i].letter == letter)
			return &glyphs[i];
	return NULL;
}

int digits_width(const char *text, int dot)
{
	int width = 0;

	for (; *text; text++) {
		const struct glyph *glyph = glyph_of(*text);

		if (glyph)
			width += (width ? dot : 0) + glyph->columns * dot;
	}
	return width;
}

/* A reversed style paints by its background, the others by full blocks. */
static const char *dot_cell(enum style style)
{
	if (style == STYLE_OVER)
		return " ";
	return screen_ascii() ? "#" : "█";
}

static void draw_glyph(const struct glyph *glyph, int row, int column, enum style style, int dot)
{
	for (int y = 0; y < DIGIT_ROWS; y++)
		for (int x = 0; x < glyph->columns; x++)
			if (glyph->rows[y][x] == '#')
				screen_fill(row + y, column + x * dot, dot, style, dot_cell(style));
}

void large_digits_draw(int row, int column, enum style style, const char *text, int dot)
{
	for (; *text; text++) {
		const struct glyph *glyph = glyph_of(*text);

		if (!glyph)
			continue;
		draw_glyph(glyph, row, column, style, dot);
		column += (glyph->columns + 1) * dot;
	}
}
