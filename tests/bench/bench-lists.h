/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench.h"
#include "gram-paged-list.h"
#include "gram-session.h"

G_BEGIN_DECLS

/* Opens a registry of the bench and signs in, as the window does. */
GramSession *
bench_session_open (Bench *bench, const char *file, const char *email, const char *password);

/* Closes it and waits until its threads are gone. */
void bench_session_end (GramSession *session);

/* Time until the first results of a query are there, with their rows; returns when all of it is. */
gint64 bench_time_query (GramPagedList *list, gconstpointer query);

/* Prints the figures NAME-median and NAME-p99 of times (gint64, at least 100 of them). */
void bench_print_spread (const char *name, GArray *times);

G_END_DECLS
