/* SPDX-License-Identifier: MIT */
/* order.c - an order that says nothing of the order in which things were said. */
#include "rule/order.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

static_assert(sizeof((struct order *)0)->key == crypto_shorthash_KEYBYTES, "the key of SipHash");

void order_init(struct order *order, const char *session)
{
	static const unsigned char purpose[] = "roundtable: order of an export";
	unsigned char key[crypto_generichash_BYTES_MIN];
	const char *id = session ? session : "";

	crypto_generichash(key, sizeof key, (const unsigned char *)id, strlen(id), purpose,
		sizeof purpose - 1);
	memcpy(order->key, key, sizeof order->key);
	sodium_memzero(key, sizeof key);
}

uint64_t order_place(const struct order *order, const char *id)
{
	unsigned char hash[crypto_shorthash_BYTES];
	uint64_t place = 0;

	crypto_shorthash(hash, (const unsigned char *)id, strlen(id), order->key);
	for (size_t i = 0; i < sizeof hash; i++)
		place = place << 8 | hash[i];
	return place;
}
