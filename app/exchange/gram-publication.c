/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-publication.h"

#include <glib/gi18n-lib.h>

#include "gram-csv-writer.h"
#include "gram-decimal.h"

#define SCALE_ACTIVITY 3
#define TEXT (-1)

/* A column: its key in CSV, its title on paper, where it stands, and how many decimals it has. */
static const struct
{
  const char *key;
  const char *title;
  gsize offset;
  int scale;
  guint least;
  guint share;
} columns[] = {
  { "participant", N_ ("Participant"), G_STRUCT_OFFSET (GramPublicationRow, holder), TEXT, 0, 19 },
  { "account-number", N_ ("Account"), G_STRUCT_OFFSET (GramPublicationRow, account_number), TEXT, 0,
    12 },
  { "pool", N_ ("Pool"), G_STRUCT_OFFSET (GramPublicationRow, pool), TEXT, 0, 13 },
  { "cars-zero-emission", N_ ("ZE cars"), G_STRUCT_OFFSET (GramPublicationRow, cars_zero_emission),
    0, 0, 9 },
  { "cars", N_ ("NZE cars"), G_STRUCT_OFFSET (GramPublicationRow, cars), 0, 0, 9 },
  { "average-emissions", N_ ("Average"), G_STRUCT_OFFSET (GramPublicationRow, average_micro),
    GRAM_DECIMAL_SCALE_CO2, 0, 12 },
  { "baseline", N_ ("Baseline"), G_STRUCT_OFFSET (GramPublicationRow, baseline_micro),
    GRAM_DECIMAL_SCALE_CO2, 0, 12 },
  /* Translators: these headings stand in narrow columns; U+00AD says where a word may be broken */
  { "allocated", N_ ("Allo­cated"), G_STRUCT_OFFSET (GramPublicationRow, allocated), 0, 0, 12 },
  { "acquired", N_ ("Ac­quired"), G_STRUCT_OFFSET (GramPublicationRow, acquired), 0, 0, 11 },
  { "net-traded", N_ ("Net traded"), G_STRUCT_OFFSET (GramPublicationRow, traded), 0, 0, 11 },
  { "activity", N_ ("Activity"), G_STRUCT_OFFSET (GramPublicationRow, activity), SCALE_ACTIVITY, 3,
    15 },
  { "surrendered", N_ ("Surren­dered"), G_STRUCT_OFFSET (GramPublicationRow, surrendered), 0, 0,
    12 },
  { "converted", N_ ("Con­verted"), G_STRUCT_OFFSET (GramPublicationRow, converted), 0, 0, 10 },
  { "lapsed", N_ ("Lapsed"), G_STRUCT_OFFSET (GramPublicationRow, lapsed), 0, 0, 10 },
  { "shortfall", N_ ("Short­fall"), G_STRUCT_OFFSET (GramPublicationRow, shortfall), SCALE_ACTIVITY,
    3, 12 },
  { "payment", N_ ("Payment, £"), G_STRUCT_OFFSET (GramPublicationRow, payment),
    GRAM_DECIMAL_SCALE_MONEY, 2, 15 },
};

/* What can be added up over all participants. */
static gboolean
is_total (gsize column)
{
  return columns[column].scale != TEXT
         && columns[column].offset != G_STRUCT_OFFSET (GramPublicationRow, average_micro)
         && columns[column].offset != G_STRUCT_OFFSET (GramPublicationRow, baseline_micro);
}

static gboolean
is_average (gsize column)
{
  return columns[column].offset == G_STRUCT_OFFSET (GramPublicationRow, average_micro);
}

/* On paper an average is rounded to the decimals of an activity; the file has all of them. */
static char *
dup_average (gint64 micro)
{
  gint64 shown;

  if (!gram_decimal_rescale (micro, GRAM_DECIMAL_SCALE_CO2, SCALE_ACTIVITY, GRAM_ROUND_HALF_UP,
                             &shown))
    return g_strdup ("");

  return gram_decimal_format_in_locale (shown, SCALE_ACTIVITY, SCALE_ACTIVITY);
}

static gboolean
is_unknown (const GramPublicationRow *row, gsize column)
{
  return columns[column].offset == G_STRUCT_OFFSET (GramPublicationRow, baseline_micro)
         && !row->has_baseline;
}

static char *
dup_cell (const GramPublicationRow *row, gsize column, gboolean for_people)
{
  gint64 value;

  if (columns[column].scale == TEXT)
    return g_strdup (G_STRUCT_MEMBER (const char *, row, columns[column].offset));
  if (is_unknown (row, column))
    return g_strdup ("");

  value = G_STRUCT_MEMBER (gint64, row, columns[column].offset);
  if (!for_people)
    return gram_decimal_format (value, (guint)columns[column].scale, columns[column].least);

  return is_average (column) ? dup_average (value)
                             : gram_decimal_format_in_locale (value, (guint)columns[column].scale,
                                                              columns[column].least);
}

gint64
gram_publication_average (gint64 exact_micro, gint64 cars)
{
  gint64 average = 0;

  g_return_val_if_fail (exact_micro >= 0 && cars >= 0, 0);

  return cars > 0 && gram_decimal_divide (exact_micro, cars, GRAM_ROUND_HALF_UP, &average) ? average
                                                                                           : 0;
}

gboolean
gram_publication_csv (const GramPublication *self, GOutputStream *stream, GError **error)
{
  g_autoptr (GramCsvWriter) writer = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  writer = gram_csv_writer_new (stream, GRAM_CSV_GUARD);
  gram_csv_writer_add (writer, "year");
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gram_csv_writer_add (writer, columns[i].key);
  if (!gram_csv_writer_end_row (writer, NULL, error))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", self->year);

      gram_csv_writer_add (writer, year);
      for (gsize j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          g_autofree char *cell = dup_cell (self->rows->pdata[i], j, FALSE);

          gram_csv_writer_add (writer, cell);
        }
      if (!gram_csv_writer_end_row (writer, NULL, error))
        return FALSE;
    }

  return gram_csv_writer_finish (writer, NULL, error);
}

static void
add_row (GramDocument *document, const GramPublicationRow *row)
{
  char *cells[G_N_ELEMENTS (columns)];

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    cells[i] = dup_cell (row, i, TRUE);
  gram_document_add_row (document, (const char *const *)cells, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (cells[i]);
}

/* A sum that does not fit is left out: it is none of the books, only a help to the reader. */
static char *
dup_total (const GramPublication *self, gsize column)
{
  gint64 total = 0;

  if (!is_total (column))
    return g_strdup (column == 0 ? _ ("All participants") : "");
  for (guint i = 0; i < self->rows->len; i++)
    if (!gram_decimal_add (total,
                           G_STRUCT_MEMBER (gint64, self->rows->pdata[i], columns[column].offset),
                           &total))
      return g_strdup ("");

  return gram_decimal_format_in_locale (total, (guint)columns[column].scale, columns[column].least);
}

static void
add_totals (GramDocument *document, const GramPublication *self)
{
  char *cells[G_N_ELEMENTS (columns)];

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    cells[i] = dup_total (self, i);
  gram_document_add_row (document, (const char *const *)cells, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (cells[i]);
}

static void
add_table (GramDocument *document, const GramPublication *self)
{
  GramDocumentColumn titled[G_N_ELEMENTS (columns)];

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    titled[i]
        = (GramDocumentColumn){ _ (columns[i].title), columns[i].share, columns[i].scale != TEXT };
  gram_document_begin_table (document, titled, G_N_ELEMENTS (titled));
  for (guint i = 0; i < self->rows->len; i++)
    add_row (document, self->rows->pdata[i]);
  add_totals (document, self);
}

static const char *
banner_of (const GramPublication *self)
{
  if (self->practice)
    return _ ("Made in a practice registry: nothing here is true");
  if (!self->closed)
    return _ ("Provisional: the scheme year is not closed");

  return NULL;
}

GBytes *
gram_publication_pdf (const GramPublication *self, GError **error)
{
  g_autoptr (GramDocument) document = NULL;
  g_autofree char *title = NULL;
  g_autofree char *made_on = NULL;
  g_autofree char *text = NULL;
  GramDocumentInfo info = { 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (gram_date_is_valid (self->made_on), NULL);

  /* Translators: %d is a year */
  title = g_strdup_printf (_ ("CCTS: final information for %d"), self->year);
  made_on = gram_date_format_for_people (self->made_on);
  info.title = title;
  info.author = self->administrator;
  info.made_on = self->made_on;
  info.landscape = TRUE;
  info.head_start = self->administrator;
  info.head_end = made_on;
  info.foot = self->registry;
  info.banner = banner_of (self);

  document = gram_document_new (&info);
  gram_document_add_heading (document, 1, title);
  /* Translators: %d is a year, %s the name of a rulebook */
  text = g_strdup_printf (
      _ ("Participants of the Non-Zero-Emission Car CO₂ Trading Scheme in %d "
         "(article 80 of the Vehicle Emissions Trading Schemes Order 2023), by "
         "the rulebook %s. Averages, baselines, allowances and units of activity are g/km."),
      self->year, self->rulebook);
  gram_document_add_text (document, text);
  gram_document_add_text (
      document,
      _ ("The rows of their vehicles are a file beside this one. It names no VIN, and has "
         "no columns for what the register does not hold, such as footprint, power, test "
         "mass, road load, frontal area and tyre class."));
  add_table (document, self);

  return gram_document_end (document, error);
}
