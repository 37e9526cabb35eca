/* SPDX-License-Identifier: MIT */
/* record_file.c - the record in the folder of its session. */
#include "report/record_file.h"

#include "report/report.h"
#include "store/files.h"

bool record_save(const struct session *session, const char *folder, struct error *error)
{
	struct buffer record = BUFFER_EMPTY, path = BUFFER_EMPTY;

	record_write(&record, session);
	buffer_format(&path, "%s/record.yaml", folder);
	bool saved = file_replace(path.bytes, record.bytes, record.len, error);
	buffer_release(&record);
	buffer_release(&path);
	return saved;
}
