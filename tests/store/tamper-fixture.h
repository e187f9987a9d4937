/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/* A way to tamper with a registry, and a line that verify has to have about it. */
typedef struct
{
  const char *sql;
  const char *expected;
} TamperRow;

/* Names of rows in such a table: where the number stands in what a fixture made. */
typedef struct
{
  const char *name;
  gsize offset;
} TamperName;

/* Tampers with the registry in every way, many at once, and looks whether each is found; then all is as it was. */
void tamper_fixture_run (const char *path,
                         const TamperRow *rows,
                         gsize n_rows,
                         const TamperName *names,
                         gsize n_names,
                         gconstpointer made);

G_END_DECLS
