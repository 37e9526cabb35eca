/* SPDX-License-Identifier: MIT */
/* record_file.h - the record in the folder of its session. */
#ifndef REPORT_RECORD_FILE_H
#define REPORT_RECORD_FILE_H

#include <stdbool.h>

#include "base/problem.h"
#include "session/session.h"

/* Writes record.yaml of the session in that folder. */
bool record_save(const struct session *session, const char *folder, struct error *error);

#endif
