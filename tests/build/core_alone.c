/* SPDX-License-Identifier: MIT */
/* core_alone.c - links every object of src/ and nothing of curses; and says that none came in. */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <stdio.h>

int main(void)
{
	void *self = dlopen(NULL, RTLD_LAZY);

	if (!self || dlsym(self, "initscr")) {
		fputs("the core library brings curses in\n", stderr);
		return 1;
	}
	dlclose(self);
	return 0;
}
