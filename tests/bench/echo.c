/* SPDX-License-Identifier: MIT */
/* echo.c - the least a curses program does for a key: shows it. The floor of the bench. */
#include <locale.h>

#include <curses.h>

enum { CONTROL_U = 'U' & 31 };

static void prompt(void)
{
	mvaddstr(LINES - 3, 0, "> ");
	clrtoeol();
	refresh();
}

int main(void)
{
	setlocale(LC_ALL, "");
	if (!initscr())
		return 1;
	raw();
	noecho();
	prompt();
	for (int key = getch(); key != ERR; key = getch()) {
		if (key == CONTROL_U) {
			prompt();
			continue;
		}
		addch((chtype)key);
		refresh();
	}
	endwin();
	return 0;
}
