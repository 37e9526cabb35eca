/* SPDX-License-Identifier: MIT */
/* crc32c.h - the checksum of a line. */
#ifndef LOG_CRC32C_H
#define LOG_CRC32C_H

#include <stddef.h>
#include <stdint.h>

/* CRC-32C (Castagnoli, as in RFC 3720), of the bytes. */
uint32_t crc32c(const void *bytes, size_t len);

#endif
