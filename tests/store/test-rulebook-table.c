/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-rulebook-table.h"

static gint64
insert (TableFixture *self,
        const char *scheme,
        const char *version,
        const char *valid_from,
        GError **error)
{
  g_autoptr (GramRulebookRecord) record = gram_rulebook_record_new ();

  record->scheme = g_strdup (scheme);
  record->version = g_strdup (version);
  record->valid_from = g_strdup (valid_from);
  record->content = g_strdup_printf ("{\"version\":\"%s\"}", version);
  record->published_at = 3;
  table_fixture_begin (self);
  return gram_rulebook_table_insert (self->unit, record, error) ? record->id : 0;
}

/* The fixture has ccs 2026-01, in force from 2026-01-01. */
static const struct
{
  const char *scheme;
  const char *day;
  const char *version;
} days[] = {
  { "ccs", "2022-12-31", NULL },       { "ccs", "2023-01-01", "2023" },
  { "ccs", "2025-12-31", "2023" },     { "ccs", "2026-01-01", "2026-01b" },
  { "ccs", "2027-12-31", "2026-01b" }, { "ccs", "2028-01-01", "2028" },
  { "ccts", "2025-12-31", NULL },      { "ccts", "2026-06-01", "2026" },
};

static void
test_newest (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (insert (self, "ccs", "2028", "2028-01-01", &error), >, 0);
  g_assert_cmpint (insert (self, "ccs", "2023", "2023-01-01", &error), >, 0);
  g_assert_cmpint (insert (self, "ccs", "2026-01b", "2026-01-01", &error), >, 0);
  g_assert_cmpint (insert (self, "ccts", "2026", "2026-01-01", &error), >, 0);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GramRulebookRecord) found = NULL;

      gram_rulebook_table_newest (self->store, days[i].scheme, days[i].day, &found, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (found != NULL ? found->version : NULL, ==, days[i].version);
      if (found != NULL)
        {
          g_autoptr (GramRulebookRecord) again = NULL;

          gram_rulebook_table_get (self->store, found->id, &again, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (again->content, ==, found->content);
          g_assert_cmpstr (again->scheme, ==, days[i].scheme);
        }
    }
  all = gram_rulebook_table_list (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 5);
  g_assert_cmpstr (((GramRulebookRecord *)g_ptr_array_index (all, 0))->version, ==, "2028");
  g_assert_cmpstr (((GramRulebookRecord *)g_ptr_array_index (all, 0))->content, ==, "");

  g_assert_cmpint (insert (self, "ccs", "2028", "2029-01-01", &error), ==, 0);
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TABLE_TEST ("/store/rulebook/newest", test_newest);
  return g_test_run ();
}
