/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-history-filter.h"

#include "gram-calendar.h"
#include "gram-formats.h"
#include "gram-journal-sentences.h"

#include <glib/gi18n-lib.h>

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

void
gram_history_filter_copy (const GramHistoryFilter *self, GramHistoryFilter *to)
{
  g_return_if_fail (self != NULL && to != NULL);

  to->group = self->group;
  to->person_id = self->person_id;
  g_set_str (&to->person, self->person);
  g_set_str (&to->from, self->from);
  g_set_str (&to->to, self->to);
}

void
gram_history_filter_clear (GramHistoryFilter *self)
{
  g_return_if_fail (self != NULL);

  self->group = GRAM_HISTORY_BUT_SIGN_INS;
  self->person_id = 0;
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
}

static gboolean
same_text (const char *a, const char *b)
{
  return g_str_equal (a != NULL ? a : "", b != NULL ? b : "");
}

gboolean
gram_history_filter_equal (const GramHistoryFilter *a, const GramHistoryFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->group == b->group && a->person_id == b->person_id && same_text (a->from, b->from)
         && same_text (a->to, b->to);
}

gboolean
gram_history_filter_is_empty (const GramHistoryFilter *self)
{
  const GramHistoryFilter empty = GRAM_HISTORY_FILTER_INIT;

  return gram_history_filter_equal (self, &empty);
}

/* Midnight at which a day of the reader's zone begins, some days later; 0 if there is no day. */
static gint64
instant_of (const char *iso, int days_later)
{
  g_autoptr (GDateTime) midnight = NULL;
  g_autoptr (GDateTime) later = NULL;
  GramDate date;

  if (!has_text (iso) || !gram_date_parse (iso, GRAM_DATE_ISO, &date, NULL))
    return 0;

  midnight = g_date_time_new_local (date.year, date.month, date.day, 0, 0, 0);
  later = midnight != NULL ? g_date_time_add_days (midnight, days_later) : NULL;

  return later != NULL ? g_date_time_to_unix_usec (later) : 0;
}

GramJournalQuery *
gram_history_filter_to_query (const GramHistoryFilter *self, gint64 account_id, const char *text)
{
  g_autofree const char **commands = NULL;
  GramJournalQuery query = { .account_id = account_id };

  g_return_val_if_fail (self != NULL, NULL);

  if (self->group >= 0)
    commands = gram_journal_group_commands ((GramJournalGroup)self->group);
  if (self->group == GRAM_HISTORY_BUT_SIGN_INS)
    query.without = (char *)"session.open";
  query.person_id = self->person_id;
  query.commands = (char **)commands;
  query.from = instant_of (self->from, 0);
  query.to = instant_of (self->to, 1);
  query.text = has_text (text) ? (char *)text : NULL;

  return gram_journal_query_copy (&query);
}

char *
gram_history_filter_describe_period (const GramHistoryFilter *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  from = has_text (self->from) ? gram_format_date (self->from) : NULL;
  to = has_text (self->to) ? gram_format_date (self->to) : NULL;
  if (from != NULL && to != NULL)
    /* Translators: two dates */
    return g_strdup_printf (_ ("%s – %s"), from, to);
  if (from != NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("From %s"), from);
  if (to != NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Until %s"), to);

  return NULL;
}
