/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-date-row.h"
#include "gram-test-gtk.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What is typed, and the day that is understood; NULL: none. */
static void
test_typed (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } rows[] = {
    { "2026-12-31", "2026-12-31" },
    { "31.12.2026", "2026-12-31" },
    { "31/12/2026", "2026-12-31" },
    { " 1.2.2026 ", "2026-02-01" },
    { "31 December 2026", "2026-12-31" },
    { "", "" },
    { "31.2.2026", NULL },
    { "soon", NULL },
    { "12/31/2026", NULL },
  };
  GramDateRow *row = GRAM_DATE_ROW (g_object_ref_sink (gram_date_row_new ()));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *date = NULL;

      g_test_message ("%s", rows[i].text);
      gtk_editable_set_text (GTK_EDITABLE (row), rows[i].text);
      date = gram_date_row_dup_date (row);
      g_assert_cmpstr (date, ==, rows[i].date);
    }
  g_object_unref (row);
}

/* A day that is set stands there in words, is read back as it was, and is told once. */
static void
test_set (void)
{
  GramDateRow *row = GRAM_DATE_ROW (g_object_ref_sink (gram_date_row_new ()));
  g_autofree char *date = NULL;
  g_autofree char *property = NULL;
  guint n = 0;

  g_signal_connect_swapped (row, "notify::date", G_CALLBACK (count_cb), &n);
  gram_date_row_set_date (row, "2026-02-14");
  g_assert_cmpuint (n, ==, 1);
  gram_date_row_set_date (row, "2026-02-14");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "14 February 2026");
  date = gram_date_row_dup_date (row);
  g_assert_cmpstr (date, ==, "2026-02-14");

  g_object_set (row, "date", NULL, NULL);
  g_object_get (row, "date", &property, NULL);
  g_assert_cmpstr (property, ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  g_object_unref (row);
}

static void
test_finalize (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), gram_date_row_new ());
  gram_test_assert_finalizes (list);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/date-row/typed", test_typed);
  g_test_add_func ("/date-row/set", test_set);
  g_test_add_func ("/date-row/finalize", test_finalize);

  return g_test_run ();
}
