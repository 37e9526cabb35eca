/* SPDX-License-Identifier: MIT */
/* empty.c - an empty screen of curses, as soon as it can be there. The floor of starting. */
#include <locale.h>

#include <curses.h>

int main(void)
{
	setlocale(LC_ALL, "");
	if (!initscr())
		return 1;
	raw();
	noecho();
	refresh();
	getch();
	endwin();
	return 0;
}
