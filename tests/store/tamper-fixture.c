/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tamper-fixture.h"

#include <inttypes.h>
#include <string.h>

/* At most so many ways to tamper at once. */
#define BATCH 6

typedef struct
{
  const TamperRow *rows;
  gsize n_rows;
  const TamperName *names;
  gsize n_names;
  gconstpointer made;
} Tampering;

static char *
dup_named (const Tampering *self, const char *text)
{
  g_autoptr (GString) named = g_string_new (text);

  for (gsize i = 0; i < self->n_names; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" PRId64, G_STRUCT_MEMBER (gint64, self->made,
                                                                          self->names[i].offset));

      g_string_replace (named, self->names[i].name, id, 0);
    }
  return g_strdup (named->str);
}

/* What is deleted says nothing any more about what else was done to it. */
static gboolean
deletes (const Tampering *self, gsize i)
{
  return g_str_has_prefix (self->rows[i].sql, "DELETE");
}

/* Damages what is left of the batch, and looks for all of it at once: each verify reads the whole registry. */
static gsize
tamper_batch (const Tampering *self, const char *path, gsize first)
{
  gsize last = first;
  g_autofree char *found = NULL;

  do
    {
      g_autofree char *sql = dup_named (self, self->rows[last].sql);

      store_fixture_raw (path, sql);
      last++;
    }
  while (last < self->n_rows && last < first + BATCH && !deletes (self, first)
         && !deletes (self, last));
  found = store_fixture_verify_path (path);
  for (gsize i = first; i < last; i++)
    {
      g_autofree char *expected = dup_named (self, self->rows[i].expected);

      if (strstr (found, expected) == NULL)
        g_error ("%s: expected “%s” in “%s”", self->rows[i].sql, expected, found);
    }
  return last;
}

void
tamper_fixture_run (const char *path,
                    const TamperRow *rows,
                    gsize n_rows,
                    const TamperName *names,
                    gsize n_names,
                    gconstpointer made)
{
  const Tampering self = { rows, n_rows, names, n_names, made };
  g_autoptr (GBytes) content = store_fixture_bytes (path);

  for (gsize next = 0; next < n_rows;)
    {
      g_autoptr (GError) error = NULL;

      next = tamper_batch (&self, path, next);
      g_file_set_contents_full (path, g_bytes_get_data (content, NULL),
                                (gssize)g_bytes_get_size (content), G_FILE_SET_CONTENTS_NONE, 0600,
                                &error);
      g_assert_no_error (error);
    }
}
