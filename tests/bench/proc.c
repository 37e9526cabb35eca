/* SPDX-License-Identifier: MIT */
/* proc.c - what the system says of a process that runs. */
#include "bench/proc.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int64_t proc_processor(pid_t pid)
{
	struct timespec t;
	clockid_t clock;

	if (clock_getcpuclockid(pid, &clock) || clock_gettime(clock, &t) < 0)
		return 0;
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* What follows the name in a file of lines `name: value`, in `out`; false when it is not there. */
static bool read_value(const char *path, const char *name, char *out, size_t size)
{
	FILE *file = fopen(path, "re");
	size_t len = strlen(name);
	char line[512];
	bool found = false;

	while (file && !found && fgets(line, sizeof line, file)) {
		if (strncmp(line, name, len) != 0)
			continue;
		const char *at = line + len;
		at += strspn(at, ":\t ");
		snprintf(out, size, "%.*s", (int)strcspn(at, "\n"), at);
		found = true;
	}
	if (file)
		fclose(file);
	return found;
}

static long read_number(const char *path, const char *name)
{
	char value[64];

	return read_value(path, name, value, sizeof value) ? strtol(value, NULL, 10) : 0;
}

typedef long (*of_thread)(const char *path);

static long sleeps_of(const char *path)
{
	return read_number(path, "voluntary_ctxt_switches:");
}

static long wakefulness_of(const char *path)
{
	char state[32];

	return read_value(path, "State:", state, sizeof state) && state[0] != 'S';
}

static long sum_threads(pid_t pid, of_thread figure)
{
	char path[320];
	long sum = 0;

	snprintf(path, sizeof path, "/proc/%ld/task", (long)pid);
	DIR *dir = opendir(path);
	for (const struct dirent *e = dir ? readdir(dir) : NULL; e; e = readdir(dir)) {
		if (e->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "/proc/%ld/task/%s/status", (long)pid, e->d_name);
		sum += figure(path);
	}
	if (dir)
		closedir(dir);
	return sum;
}

long proc_sleeps(pid_t pid)
{
	return sum_threads(pid, sleeps_of);
}

bool proc_asleep(pid_t pid)
{
	return sum_threads(pid, wakefulness_of) == 0;
}

const char *proc_model(void)
{
	static char name[128];

	if (!read_value("/proc/cpuinfo", "model name", name, sizeof name))
		snprintf(name, sizeof name, "a processor without a name");
	for (char *at = name; *at; at++)
		if (*at == '"' || *at == '\\')
			*at = ' ';
	return name;
}
