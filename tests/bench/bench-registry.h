/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"

G_BEGIN_DECLS

/* Makes a registry with one account (1), one person and one rulebook; an older file of that name goes. */
GramStore *bench_registry_create (const char *path);

/* Removes a registry that nobody has open, if it is there. */
void bench_registry_remove (const char *path);

/* Copies a registry that nobody has open. */
void bench_registry_copy (const char *from, const char *to);

/* Signs in; dear on purpose. */
GramActor *bench_sign_in (GramRegistry *registry, const char *email, const char *password);

/* Sends a command; aborts if it is refused. How long it took, in microseconds. */
gint64 bench_time_command (GramRegistry *registry,
                           GramActor *actor,
                           const char *command,
                           GVariant *arguments);

/* Signs in and sends it. */
void bench_perform (GramRegistry *registry,
                    const char *email,
                    const char *password,
                    const char *command,
                    GVariant *arguments);

G_END_DECLS
