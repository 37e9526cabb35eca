/* SPDX-License-Identifier: MIT */
/* yaml_events.c - a file through libyaml's events, of which nothing is kept. The floor of folding. */
#include <stdbool.h>
#include <stdio.h>

#include <yaml.h>

int main(int argc, char **argv)
{
	FILE *file = argc == 2 ? fopen(argv[1], "re") : NULL;
	yaml_parser_t parser;
	yaml_event_t event;
	long count = 0;

	if (!file || !yaml_parser_initialize(&parser))
		return 2;
	yaml_parser_set_input_file(&parser, file);
	for (bool on = true; on; count++) {
		if (!yaml_parser_parse(&parser, &event))
			return 1;
		on = event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	fclose(file);
	return count > 2 ? 0 : 1;
}
