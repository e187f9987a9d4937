/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-participant-columns.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

#define SET(name) (1u << GRAM_PARTICIPANT_SET_##name)
#define EVERY ((1u << GRAM_PARTICIPANT_N_SETS) - 1)

/* A column of whole numbers, or of thousandths; in the preview of measuring, with what it was. */
#define COUNT(field)                                                                               \
  static gint64 value_##field (const GramParticipantRow *row)                                      \
  {                                                                                                \
    return row->field;                                                                             \
  }                                                                                                \
                                                                                                   \
  static char *text_##field (const GramParticipantRow *row)                                        \
  {                                                                                                \
    return gram_format_count (row->field);                                                         \
  }

#define THOUSANDTHS(field)                                                                         \
  static gint64 value_##field (const GramParticipantRow *row)                                      \
  {                                                                                                \
    return row->field;                                                                             \
  }                                                                                                \
                                                                                                   \
  static char *text_##field (const GramParticipantRow *row)                                        \
  {                                                                                                \
    return gram_format_decimal (row->field, 3, 0);                                                 \
  }

COUNT (cars)
COUNT (allocated)
COUNT (acquired)
COUNT (converted)
COUNT (traded_in)
COUNT (traded_out)
COUNT (held)
COUNT (reserved)
COUNT (surrendered)
COUNT (lapsed)
THOUSANDTHS (activity)
THOUSANDTHS (shortfall)

static char *
dash (void)
{
  return g_strdup ("–");
}

static char *
text_number (const GramParticipantRow *row)
{
  return gram_format_account_number (row->number);
}

static gint64
value_baseline (const GramParticipantRow *row)
{
  return row->has_baseline ? row->baseline : -1;
}

static char *
text_baseline (const GramParticipantRow *row)
{
  return row->has_baseline ? gram_format_decimal (row->baseline, 6, 0) : g_strdup (_ ("Missing"));
}

static gint64
value_product (const GramParticipantRow *row)
{
  return row->product;
}

static char *
text_product (const GramParticipantRow *row)
{
  return row->has_baseline ? gram_format_decimal (row->product, 6, 0) : dash ();
}

static gint64
value_due (const GramParticipantRow *row)
{
  return row->due;
}

static char *
text_due (const GramParticipantRow *row)
{
  return row->has_baseline ? gram_format_count (row->due) : dash ();
}

/* A change with its sign; nothing where nothing changes. */
static char *
text_change (gint64 change)
{
  g_autofree char *number = NULL;

  if (change == 0)
    return g_strdup ("0");

  number = gram_format_count (change < 0 ? -change : change);

  return g_strdup_printf (change < 0 ? "−%s" : "+%s", number);
}

static gint64
value_difference (const GramParticipantRow *row)
{
  return row->difference;
}

static char *
text_difference (const GramParticipantRow *row)
{
  return row->has_baseline || row->allocated > 0 ? text_change (row->difference) : dash ();
}

static gint64
value_posts (const GramParticipantRow *row)
{
  return row->posts;
}

static char *
text_posts (const GramParticipantRow *row)
{
  return text_change (row->posts);
}

static char *
text_before_cars (const GramParticipantRow *row)
{
  return row->before_cars >= 0 ? gram_format_count (row->before_cars) : dash ();
}

static gint64
value_before_cars (const GramParticipantRow *row)
{
  return row->before_cars;
}

static char *
text_before_activity (const GramParticipantRow *row)
{
  return row->before_activity >= 0 ? gram_format_decimal (row->before_activity, 3, 0) : dash ();
}

static gint64
value_before_activity (const GramParticipantRow *row)
{
  return row->before_activity;
}

static gint64
value_payment (const GramParticipantRow *row)
{
  return row->payment;
}

static char *
text_payment (const GramParticipantRow *row)
{
  /* Until the year is accounted for nothing is asked: what is missing can still be surrendered. */
  return row->accounted && row->payment > 0 ? gram_format_money (row->payment, "GBP") : dash ();
}

/* clang-format off */
static const GramParticipantColumn columns[] = {
  { "participant", N_ ("Participant"), 0, EVERY, gram_participant_dup_title, NULL },
  { "number", N_ ("Number"), 100, SET (ALLOCATION) | SET (ALL), text_number, NULL },
  { "before-cars", N_ ("Cars Before"), 110, SET (MEASURING), text_before_cars, value_before_cars },
  { "cars", N_ ("Cars (N)"), 95, SET (ALLOCATION) | SET (ALL) | SET (MEASURING) | SET (POSTING), text_cars, value_cars },
  { "baseline", N_ ("Baseline (B)"), 110, SET (ALLOCATION) | SET (ALL) | SET (POSTING), text_baseline, value_baseline },
  { "product", N_ ("N × B"), 140, SET (ALLOCATION) | SET (ALL) | SET (POSTING), text_product, value_product },
  { "due", N_ ("Entitled"), 105, SET (ALL) | SET (POSTING), text_due, value_due },
  { "allocated", N_ ("Allocated"), 105,
    SET (ALLOCATION) | SET (SETTLEMENT) | SET (ALL) | SET (POSTING) | SET (CLOSING), text_allocated, value_allocated },
  { "difference", N_ ("Difference"), 105, SET (ALLOCATION) | SET (ALL), text_difference, value_difference },
  { "posts", N_ ("To Post"), 105, SET (POSTING), text_posts, value_posts },
  { "acquired", N_ ("Acquired"), 100, SET (ALL) | SET (CLOSING), text_acquired, value_acquired },
  { "traded-in", N_ ("Traded In"), 105, SET (ALL) | SET (CLOSING), text_traded_in, value_traded_in },
  { "traded-out", N_ ("Traded Out"), 105, SET (ALL) | SET (CLOSING), text_traded_out, value_traded_out },
  { "converted", N_ ("Converted"), 105, SET (ALL) | SET (CLOSING), text_converted, value_converted },
  { "held", N_ ("Held"), 105, SET (ALL), text_held, value_held },
  { "reserved", N_ ("Reserved"), 105, SET (ALL), text_reserved, value_reserved },
  { "before-activity", N_ ("Activity Before"), 130, SET (MEASURING), text_before_activity, value_before_activity },
  { "activity", N_ ("Activity"), 125,
    SET (ALLOCATION) | SET (SETTLEMENT) | SET (ALL) | SET (MEASURING) | SET (ACCOUNTING), text_activity, value_activity },
  { "surrendered", N_ ("Surrendered"), 110,
    SET (SETTLEMENT) | SET (ALL) | SET (ACCOUNTING) | SET (CLOSING), text_surrendered, value_surrendered },
  { "shortfall", N_ ("Shortfall"), 110, SET (SETTLEMENT) | SET (ALL) | SET (ACCOUNTING), text_shortfall, value_shortfall },
  { "payment", N_ ("Payment"), 160, SET (SETTLEMENT) | SET (ALL) | SET (ACCOUNTING), text_payment, value_payment },
  { "notice", N_ ("Notice State"), 110, SET (SETTLEMENT) | SET (ALL), gram_participant_dup_notice, NULL },
  { "lapsed", N_ ("Lapsed"), 105, SET (ALL) | SET (CLOSING), text_lapsed, value_lapsed },
};
/* clang-format on */

const GramParticipantColumn *
gram_participant_columns (guint *n_columns)
{
  g_return_val_if_fail (n_columns != NULL, NULL);

  *n_columns = G_N_ELEMENTS (columns);

  return columns;
}

static int
compare_texts (const char *a, const char *b)
{
  g_autofree char *left = g_utf8_casefold (a, -1);
  g_autofree char *right = g_utf8_casefold (b, -1);

  return g_utf8_collate (left, right);
}

int
gram_participant_column_compare (const GramParticipantColumn *column,
                                 const GramParticipantRow *a,
                                 const GramParticipantRow *b)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  int order;

  g_return_val_if_fail (column != NULL && a != NULL && b != NULL, 0);

  if (column->value != NULL)
    {
      gint64 x = column->value (a);
      gint64 y = column->value (b);

      if (x != y)
        return x < y ? -1 : 1;
    }
  else
    {
      left = column->text (a);
      right = column->text (b);
      order = compare_texts (left, right);
      if (order != 0)
        return order;
    }
  order = compare_texts (a->holder, b->holder);

  return order != 0 ? order : g_strcmp0 (a->number, b->number);
}

char *
gram_participant_dup_title (const GramParticipantRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  return g_strdup (row->pool_name != NULL ? row->pool_name : row->holder);
}

char *
gram_participant_dup_notice (const GramParticipantRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  if (row->notice_id != 0)
    return g_strdup (gram_payment_notice_state_title (row->notice_state));

  return row->accounted && row->payment > 0 ? g_strdup (_ ("Missing")) : dash ();
}

/* Two columns of each set, for where there is room for no more. */
static const char *const brief[GRAM_PARTICIPANT_N_SETS][2] = {
  [GRAM_PARTICIPANT_SET_ALLOCATION] = { "allocated", "cars" },
  [GRAM_PARTICIPANT_SET_SETTLEMENT] = { "shortfall", "payment" },
  [GRAM_PARTICIPANT_SET_ALL] = { "allocated", "activity" },
  [GRAM_PARTICIPANT_SET_MEASURING] = { "cars", "activity" },
  [GRAM_PARTICIPANT_SET_POSTING] = { "due", "posts" },
  [GRAM_PARTICIPANT_SET_ACCOUNTING] = { "shortfall", "payment" },
  [GRAM_PARTICIPANT_SET_CLOSING] = { "surrendered", "lapsed" },
};

static char *
dup_cell (const GramParticipantColumn *column, const GramParticipantRow *row)
{
  g_autofree char *text = column->text (row);

  /* Translators: a figure of a participant: what it is and how much, for example “Activity 1,467,718” */
  return g_strdup_printf (_ ("%s %s"), _ (column->title), text);
}

char *
gram_participant_dup_subtitle (const GramParticipantRow *row, GramParticipantSet set)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (row != NULL, NULL);
  g_return_val_if_fail (set < GRAM_PARTICIPANT_N_SETS, NULL);

  for (guint k = 0; k < 2; k++)
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
      if (g_str_equal (columns[i].word, brief[set][k]))
        g_strv_builder_take (builder, dup_cell (&columns[i], row));
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

char *
gram_participant_dup_label (const GramParticipantRow *row, GramParticipantSet set)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (row != NULL, NULL);
  g_return_val_if_fail (set < GRAM_PARTICIPANT_N_SETS, NULL);

  g_strv_builder_take (builder, gram_participant_dup_title (row));
  for (guint i = 1; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].sets & 1u << set)
      g_strv_builder_take (builder, dup_cell (&columns[i], row));
  parts = g_strv_builder_end (builder);

  return g_strjoinv (", ", parts);
}
