/* SPDX-License-Identifier: MIT */
/* order.c - an order that says nothing of the order in which things were said. */
#include "rule/order.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

static_assert(sizeof((struct secret *)0)->bytes == crypto_kdf_KEYBYTES, "the master key of crypto_kdf");
static_assert(sizeof((struct order *)0)->key == crypto_generichash_KEYBYTES, "a key of BLAKE2b");
static_assert(sizeof((struct order_place *)0)->bytes == crypto_generichash_BYTES_MIN,
	"a short hash of BLAKE2b");

enum { KEY_OF_ORDER = 1 };

void order_init(struct order *order, const struct secret *secret)
{
	static const char context[crypto_kdf_CONTEXTBYTES] = {'r', 't', '-', 'o', 'r', 'd', 'e', 'r'};

	crypto_kdf_derive_from_key(
		order->key, sizeof order->key, KEY_OF_ORDER, context, secret->bytes);
}

void content_text(struct buffer *content, const char *text)
{
	buffer_char(content, text ? '\1' : '\2');
	if (text)
		buffer_bytes(content, text, strlen(text));
	buffer_char(content, '\0');
}

struct order_place order_place(const struct order *order, const struct buffer *content)
{
	struct order_place place;

	crypto_generichash(place.bytes, sizeof place.bytes, (const unsigned char *)content->bytes,
		content->len, order->key, sizeof order->key);
	return place;
}

int order_compare(const struct order_place *a, const struct order_place *b)
{
	return memcmp(a->bytes, b->bytes, sizeof a->bytes);
}
