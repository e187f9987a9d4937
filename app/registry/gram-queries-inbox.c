/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-inbox.h"

#include "gram-check.h"
#include "gram-notice-texts.h"
#include "gram-notices.h"
#include "gram-queries-private.h"

#include "gram-case-query.h"
#include "gram-member-table.h"
#include "gram-person-event-table.h"

#include <glib/gi18n-lib.h>

GArray *
gram_registry_notice_ids (GramRegistry *self,
                          GramActor *actor,
                          const GramNoticeQuery *query,
                          guint limit,
                          GramRefusal **refusal,
                          GError **error)
{
  GramNoticeQuery own = { 0 };
  g_autoptr (GramPersonRecord) person = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  if (query != NULL)
    own = *query;
  own.person_id = person->id;
  return gram_notice_table_ids (self->store, &own, limit, error);
}

void
gram_notice_row_free (GramNoticeRow *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->sentence);
  g_free (self->account_number);
  g_free (self->holder);
  g_free (self->subject);
  g_free (self);
}

static GramNoticeRow *
row_new (const GramNoticeRecord *record)
{
  GramNoticeRow *row = g_new0 (GramNoticeRow, 1);

  row->id = record->id;
  row->event = record->event;
  row->title = g_strdup (_ (gram_event_row (record->event)->title));
  row->sentence = gram_notice_dup_sentence (record);
  row->account_id = record->account_id;
  row->account_number = g_strdup (record->number);
  row->holder = g_strdup (record->holder);
  row->subject = g_strdup (record->subject);
  row->subject_id = record->subject_id;
  row->at = record->at;
  row->read = record->read_at != 0;
  row->archived = record->archived_at != 0;
  row->desktop = record->desktop == GRAM_NOTICE_DESKTOP_TO_SHOW;
  return row;
}

static void
add_records (GPtrArray *rows, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (rows, row_new (records->pdata[i]));
}

static gboolean
add_rows (GramRegistry *self,
          const GramPersonRecord *person,
          const gint64 *ids,
          guint n_ids,
          GPtrArray *rows,
          GError **error)
{
  g_autoptr (GPtrArray) page = gram_notice_table_page (self->store, person->id, ids, n_ids, error);

  if (page == NULL)
    return FALSE;
  add_records (rows, page);
  return TRUE;
}

GPtrArray *
gram_registry_notice_rows (GramRegistry *self,
                           GramActor *actor,
                           const gint64 *ids,
                           guint n_ids,
                           GramRefusal **refusal,
                           GError **error)
{
  return _gram_queries_rows (self, actor, ids, n_ids, add_rows,
                             (GDestroyNotify)gram_notice_row_free, refusal, error);
}

GPtrArray *
gram_registry_notices_for_desktop (GramRegistry *self,
                                   GramActor *actor,
                                   guint limit,
                                   GramRefusal **refusal,
                                   GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  records = gram_notice_table_to_show (self->store, person->id, limit, error);
  if (records == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_notice_row_free);
  add_records (rows, records);
  return rows;
}

static gboolean
count (GramRegistry *self,
       const GramPersonRecord *person,
       gint64 account_id,
       GramInboxCounts *counts,
       GError **error)
{
  g_autoptr (GramMember) member = NULL;

  if (!gram_notice_table_unread (self->store, person->id, &counts->unread, error)
      || ((person->role & GRAM_CASE_HANDLERS) != 0
          && !gram_case_table_count_to_do (self->store, person->id, &counts->cases_to_do, error)))
    return FALSE;
  if (account_id == 0)
    return TRUE;
  if (!gram_member_table_get (self->store, account_id, person->id, &member, error))
    return FALSE;
  return (member == NULL && !_gram_check_administrators_side (person))
         || gram_case_table_count_asked (self->store, account_id, &counts->disputes_to_do, error);
}

GramOutcome
gram_registry_inbox_counts (GramRegistry *self,
                            GramActor *actor,
                            gint64 account_id,
                            GramInboxCounts *counts,
                            GramRefusal **refusal,
                            GError **error)
{
  const GramInboxCounts none = { 0 };
  g_autoptr (GramPersonRecord) person = NULL;
  GramOutcome outcome;
  gboolean counted;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (counts != NULL, GRAM_OUTCOME_FAILED);

  *counts = none;
  outcome = _gram_queries_find_person (self, actor, &person, refusal, error);
  if (outcome != GRAM_OUTCOME_DONE)
    return outcome;
  if (!gram_store_begin_read (self->store, error))
    return GRAM_OUTCOME_FAILED;
  counted = count (self, person, account_id, counts, error);
  gram_store_end_read (self->store);
  return counted ? GRAM_OUTCOME_DONE : GRAM_OUTCOME_FAILED;
}

/* On which sides of a case the person can be told at all; a practice registry lets them be on both. */
static guint
sides_of (GramRegistry *self, const GramPersonRecord *person)
{
  guint sides = 0;

  if ((person->role & GRAM_CASE_HANDLERS) != 0)
    sides |= GRAM_SIDE_ADMINISTRATOR;
  if (!_gram_check_administrators_side (person)
      || self->record->kind != GRAM_REGISTRY_ADMINISTRATOR)
    sides |= GRAM_SIDE_HOLDER;
  return sides;
}

static GramEventSwitch *
switch_new (const GramEventRow *row, const GArray *chosen)
{
  GramEventSwitch *self = g_new0 (GramEventSwitch, 1);

  self->event = row->event;
  self->title = _ (row->title);
  self->sentence = _ (row->sentence);
  self->inbox = row->inbox;
  self->desktop = row->desktop;
  for (guint i = 0; i < chosen->len; i++)
    {
      const GramPersonEvent *how = &g_array_index (chosen, GramPersonEvent, i);

      if (how->event != row->event)
        continue;
      self->inbox = how->inbox;
      self->desktop = how->desktop;
      self->chosen = TRUE;
    }
  return self;
}

GPtrArray *
gram_registry_events (GramRegistry *self, GramActor *actor, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GArray) chosen = NULL;
  const GramEventRow *rows;
  GPtrArray *switches;
  gsize n_rows;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  chosen = gram_person_event_table_list (self->store, person->id, error);
  if (chosen == NULL)
    return NULL;
  switches = g_ptr_array_new_with_free_func (g_free);
  rows = gram_event_rows (&n_rows);
  for (gsize i = 0; i < n_rows; i++)
    if ((rows[i].sides & sides_of (self, person)) != 0)
      g_ptr_array_add (switches, switch_new (&rows[i], chosen));
  return switches;
}

GPtrArray *
gram_registry_snippets (GramRegistry *self,
                        GramActor *actor,
                        GramCaseKind kind,
                        GramRefusal **refusal,
                        GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (gram_registry_administers (self, actor, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  return gram_snippet_table_list (self->store, kind, error);
}
