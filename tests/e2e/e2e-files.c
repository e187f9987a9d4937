/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "e2e-files.h"

#include "gram-test-fleet.h"

#include <string.h>

static const GramTestFleet fleet = { 2026, GRAM_ACCOUNT_CCS_USED };

/* Rows that no register should send: the first cells of good ones, with a VIN that cannot be one. */
static void
append_bad_rows (GString *text)
{
  const char *row = strchr (text->str, '\n') + 1;
  g_autofree char *rest = NULL;

  g_assert (row != NULL && strchr (row, ',') != NULL);
  rest = g_strndup (strchr (row, ','), (gsize)(strchr (row, '\n') - strchr (row, ',')));
  for (guint i = 0; i < E2E_N_REJECTED; i++)
    g_string_append_printf (text, "7AT0QQ%u?TOOSHORT%s\n", i, rest);
}

GramVehicleRecord *
e2e_vehicle (guint64 number)
{
  return gram_test_fleet_vehicle (&fleet, 1, number);
}

char *
e2e_write_extract (const char *folder)
{
  char *path = g_build_filename (folder, "register-extract.csv", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;

  gram_test_fleet_write_csv (&fleet, 0, E2E_N_VEHICLES, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new (content);
  append_bad_rows (text);
  g_file_set_contents (path, text->str, (gssize)text->len, &error);
  g_assert_no_error (error);

  return path;
}
