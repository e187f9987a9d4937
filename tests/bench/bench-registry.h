/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/* Makes a registry with one account (1), one person and one rulebook; an older file of that name goes. */
GramStore *bench_registry_create (const char *path);

/* Removes a registry that nobody has open, if it is there. */
void bench_registry_remove (const char *path);

/* Copies a registry that nobody has open. */
void bench_registry_copy (const char *from, const char *to);

G_END_DECLS
