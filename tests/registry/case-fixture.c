/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"

#include "gram-case-states.h"

static gint64
id_of (Fixture *self, FixturePerson who)
{
  return who != NOBODY ? gram_actor_get_person_id (self->actors[who]) : 0;
}

static GramCaseRecord *
record_new (Fixture *self, const CaseShape *shape)
{
  gint64 now = _gram_registry_now (self->registry);
  gboolean frozen = (shape->state & GRAM_CASE_UNDECIDED) == 0;
  GramCaseRecord *record = gram_case_record_new ();

  record->account_id = 1;
  record->kind = shape->kind;
  record->state = shape->state;
  record->opened_at = now;
  record->claimed_by = id_of (self, shape->claimant);
  record->claimed_at = record->claimed_by != 0 || shape->released ? now : 0;
  record->asked_at = shape->state == GRAM_CASE_INFORMATION_ASKED ? now : 0;
  record->decided_at = frozen ? now : 0;
  g_set_str (&record->label, "ZVW30-1234567");
  g_set_str (&record->due_on, shape->due_on != NULL ? shape->due_on : "");
  if (shape->state == GRAM_CASE_DECIDED)
    gram_case_outcomes_of (shape->kind, &record->outcome, NULL);
  return record;
}

gint64
case_put (Fixture *self, const CaseShape *shape, guint n_cases)
{
  GError *error = NULL;
  GramUnit *unit = gram_unit_begin (gram_registry_get_store (self->registry), &error);
  gint64 first = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GramCaseRecord) record = record_new (self, shape);

      gram_case_table_insert (unit, record, &error);
      g_assert_no_error (error);
      first = i == 0 ? record->id : first;
    }
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  return first;
}

gint64
case_live (Fixture *self, GramCaseKind kind, gint64 subject_id)
{
  g_autoptr (GramCaseRecord) record = NULL;
  GError *error = NULL;

  gram_case_table_live (gram_registry_get_store (self->registry), kind, subject_id, &record,
                        &error);
  g_assert_no_error (error);
  return record != NULL ? record->id : 0;
}

GramCaseRecord *
case_get (Fixture *self, gint64 case_id)
{
  GramCaseRecord *record = NULL;
  GError *error = NULL;

  gram_case_table_get (gram_registry_get_store (self->registry), case_id, &record, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

void
case_check (Fixture *self, gint64 case_id, GramCaseState state, FixturePerson claimant)
{
  g_autoptr (GramCaseRecord) record = case_get (self, case_id);

  g_assert_cmpint (record->state, ==, state);
  g_assert_cmpint (record->claimed_by, ==, id_of (self, claimant));
}

GramCaseDetail *
case_detail (Fixture *self, FixturePerson who, gint64 case_id)
{
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;
  GramCaseDetail *detail
      = gram_registry_case_detail (self->registry, self->actors[who], case_id, &refusal, &error);

  g_assert_no_error (error);
  g_assert_true ((detail == NULL) == (refusal != NULL));
  if (refusal != NULL)
    g_assert_cmpstr (refusal->id, ==, "case.unknown");
  return detail;
}

GPtrArray *
case_notices (Fixture *self, FixturePerson who)
{
  GError *error = NULL;
  g_autoptr (GArray) ids
      = gram_registry_notice_ids (self->registry, self->actors[who], NULL, 0, NULL, &error);
  GPtrArray *rows;

  g_assert_no_error (error);
  rows = gram_registry_notice_rows (self->registry, self->actors[who],
                                    (const gint64 *)(gpointer)ids->data, ids->len, NULL, &error);
  g_assert_no_error (error);
  return rows;
}

guint
case_count_notices (Fixture *self, FixturePerson who, GramEvent event)
{
  g_autoptr (GPtrArray) rows = case_notices (self, who);
  guint n_rows = 0;

  for (guint i = 0; i < rows->len; i++)
    n_rows += event == 0 || ((const GramNoticeRow *)rows->pdata[i])->event == event;
  return n_rows;
}

void
case_run_due (Fixture *self)
{
  GError *error = NULL;

  gram_registry_run_due (self->registry, NULL, &error);
  g_assert_no_error (error);
}
