/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"

#include "people-fixture.h"
#include "store-fixture.h"

#include "gram-attachment-table.h"
#include "gram-case-message-table.h"
#include "gram-difference-table.h"
#include "gram-import-table.h"
#include "gram-notice-table.h"
#include "gram-person-event-table.h"
#include "gram-snippet-table.h"
#include "gram-statement.h"
#include "gram-subject-table.h"

#include <inttypes.h>
#include <string.h>

#define OPENED_AT 1000
#define MOVED_AT 2000

gint64
case_fixture_open (GramUnit *unit, gint64 account_id, GramCaseKind kind, gint64 subject_id)
{
  g_autoptr (GramCaseRecord) record = gram_case_record_new ();
  g_autoptr (GError) error = NULL;

  record->account_id = account_id;
  record->kind = kind;
  record->subject_id = subject_id;
  record->label = g_strdup_printf ("Label %" PRId64, subject_id);
  record->opened_by = 2;
  record->opened_at = OPENED_AT;
  record->due_on = g_strdup ("2026-04-10");
  gram_case_table_insert (unit, record, &error);
  g_assert_no_error (error);
  return record->id;
}

gint64
case_fixture_dispute (GramUnit *unit,
                      gint64 account_id,
                      GramDisputeKind kind,
                      const gint64 *ids,
                      gsize n_ids)
{
  g_autoptr (GramDisputeRecord) dispute = gram_dispute_record_new ();
  g_autoptr (GError) error = NULL;

  dispute->case_id = case_fixture_open (unit, account_id, GRAM_CASE_DISPUTE, 0);
  dispute->kind = kind;
  dispute->reason = g_strdup ("The certificate says otherwise");
  if (kind == GRAM_DISPUTE_VALUE)
    {
      dispute->field = g_strdup ("co2");
      dispute->stated = g_strdup ("121.5");
      dispute->claimed = g_strdup ("112.5");
      dispute->citation = g_strdup ("CO₂ value: 121.5 g/km");
    }
  else if (kind == GRAM_DISPUTE_NOT_OURS)
    dispute->right_account = g_strdup ("10000024");
  else
    {
      dispute->chassis = g_strdup ("ZVW30-1234567");
      dispute->details = g_strdup ("{\"make\":\"TOYOTA\"}");
    }
  gram_dispute_table_insert (unit, dispute, &error);
  g_assert_no_error (error);
  gram_case_vehicle_table_add (unit, dispute->case_id, ids, n_ids, TRUE, &error);
  g_assert_no_error (error);
  return dispute->case_id;
}

void
case_fixture_move (GramUnit *unit, gint64 id, GramCaseState state, GramCaseOutcome outcome)
{
  g_autoptr (GramCaseRecord) before = NULL;
  g_autoptr (GramCaseRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  gram_case_table_get (gram_unit_get_store (unit), id, &before, &error);
  g_assert_no_error (error);
  after = gram_case_record_copy (before);
  after->state = state;
  after->outcome = outcome;
  if (state != GRAM_CASE_WITHDRAWN && before->claimed_by == 0)
    {
      after->claimed_by = 4;
      after->claimed_at = MOVED_AT;
    }
  after->asked_at = state == GRAM_CASE_INFORMATION_ASKED ? MOVED_AT : 0;
  g_set_str (&after->answer_by, state == GRAM_CASE_INFORMATION_ASKED ? "2026-04-08" : "");
  if (gram_case_record_is_decided (after))
    {
      after->decided_by = state == GRAM_CASE_WITHDRAWN ? 2 : 4;
      after->decided_at = MOVED_AT + 1000;
      g_set_str (&after->reason, "As the certificate says");
      gram_case_vehicle_table_free (unit, id, &error);
      g_assert_no_error (error);
    }
  gram_case_table_update (unit, before, after, &error);
  g_assert_no_error (error);
}

static gint64
write_message (GramUnit *unit, gint64 case_id, GramLane lane, GramMessageKind kind)
{
  g_autoptr (GramCaseMessageRecord) message = gram_case_message_record_new ();
  g_autoptr (GError) error = NULL;

  message->case_id = case_id;
  message->lane = lane;
  message->kind = kind;
  message->text = g_strdup_printf ("Text of case %" PRId64, case_id);
  message->written_by = lane == GRAM_LANE_INTERNAL ? 4 : 2;
  message->written_at = OPENED_AT;
  gram_case_message_table_insert (unit, message, &error);
  g_assert_no_error (error);
  return message->id;
}

static void
edit_message (GramUnit *unit, gint64 id, gint64 journal_id)
{
  g_autoptr (GramCaseMessageRecord) message = NULL;
  g_autoptr (GError) error = NULL;

  gram_case_message_table_get (gram_unit_get_store (unit), id, &message, &error);
  g_assert_no_error (error);
  gram_case_message_table_edit (unit, message, "Better words", MOVED_AT, journal_id, &error);
  g_assert_no_error (error);
}

static void
attach (GramUnit *unit, gint64 case_id, GramLane lane, const char *text)
{
  g_autoptr (GramAttachmentRecord) attachment = gram_attachment_record_new ();
  g_autoptr (GBytes) content = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  attachment->case_id = case_id;
  attachment->lane = lane;
  attachment->name = g_strdup ("certificate.pdf");
  attachment->media_type = g_strdup ("application/pdf");
  attachment->added_by = 2;
  attachment->added_at = MOVED_AT;
  gram_attachment_table_insert (unit, attachment, content, &error);
  g_assert_no_error (error);
}

static gint64
report (GramUnit *unit, gint64 import_id, gint64 vehicle_id)
{
  static const char *const fields[][3]
      = { { "co2", "121.5", "112.5" }, { "mass", "1310", "1320" } };
  gint64 case_id = case_fixture_open (unit, 1, GRAM_CASE_DIFFERENCE, vehicle_id);
  g_autoptr (GError) error = NULL;

  gram_case_vehicle_table_add (unit, case_id, &vehicle_id, 1, FALSE, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GramDifferenceRecord) difference = gram_difference_record_new ();

      difference->vehicle_id = vehicle_id;
      difference->import_id = import_id;
      difference->import_row = 17;
      difference->field = g_strdup (fields[i][0]);
      difference->registry_value = g_strdup (fields[i][1]);
      difference->file_value = g_strdup (fields[i][2]);
      difference->case_id = case_id;
      gram_difference_table_insert (unit, difference, &error);
      g_assert_no_error (error);
    }
  return case_id;
}

static void
fill_disputes (GramUnit *unit, gint64 journal_id)
{
  const gint64 ids[] = { 9, 10, 11, 12, 13, 1 };
  gint64 id;

  case_fixture_dispute (unit, 1, GRAM_DISPUTE_VALUE, ids, 1);
  attach (unit, 4, GRAM_LANE_HOLDER, "%PDF-1.7 the certificate");
  id = case_fixture_dispute (unit, 1, GRAM_DISPUTE_NOT_OURS, ids + 1, 2);
  case_fixture_move (unit, id, GRAM_CASE_CLAIMED, GRAM_CASE_OUTCOME_NONE);
  write_message (unit, id, GRAM_LANE_INTERNAL, GRAM_MESSAGE_PLAIN);
  id = case_fixture_dispute (unit, 2, GRAM_DISPUTE_MISSING, NULL, 0);
  case_fixture_move (unit, id, GRAM_CASE_INFORMATION_ASKED, GRAM_CASE_OUTCOME_NONE);
  edit_message (unit, write_message (unit, id, GRAM_LANE_HOLDER, GRAM_MESSAGE_QUESTION),
                journal_id);
  id = case_fixture_dispute (unit, 1, GRAM_DISPUTE_VALUE, ids + 3, 1);
  write_message (unit, id, GRAM_LANE_HOLDER, GRAM_MESSAGE_PLAIN);
  attach (unit, id, GRAM_LANE_INTERNAL, "what the register says");
  case_fixture_move (unit, id, GRAM_CASE_DECIDED, GRAM_CASE_UPHELD);
  id = case_fixture_dispute (unit, 1, GRAM_DISPUTE_VALUE, ids + 4, 1);
  case_fixture_move (unit, id, GRAM_CASE_WITHDRAWN, GRAM_CASE_OUTCOME_NONE);
}

static void
fill_correction (GramUnit *unit)
{
  const gint64 accepted = 1;
  g_autoptr (GramDisputeRecord) dispute = gram_dispute_record_new ();
  g_autoptr (GError) error = NULL;

  dispute->case_id = case_fixture_open (unit, 1, GRAM_CASE_CORRECTION, 0);
  dispute->kind = GRAM_DISPUTE_NOT_OURS;
  dispute->reason = g_strdup ("It was sold before it was registered");
  gram_dispute_table_insert (unit, dispute, &error);
  gram_case_vehicle_table_add (unit, dispute->case_id, &accepted, 1, FALSE, &error);
  g_assert_no_error (error);
}

static gint64
import_file (GramUnit *unit, gint64 journal_id, const char *name)
{
  g_autoptr (GramImportRecord) import = gram_import_record_new ();
  g_autoptr (GError) error = NULL;

  gram_import_table_next_id (unit, &import->id, &error);
  import->account_id = 1;
  import->journal_id = journal_id;
  import->file_name = g_strdup (name);
  import->sha256 = g_strdup ("");
  import->format = g_strdup ("csv");
  import->rows_read = import->rows_differing = 2;
  gram_import_table_insert (unit, import, &error);
  g_assert_no_error (error);
  return import->id;
}

static void
fill_differences (GramUnit *unit, gint64 journal_id)
{
  static const char *const mass[] = { "mass", NULL };
  gint64 import_id = import_file (unit, journal_id, "register-2026-03.csv");
  g_autoptr (GError) error = NULL;
  gint64 decided;
  gint64 id;

  id = report (unit, import_id, 2);
  gram_difference_table_decide (unit, id, mass, GRAM_DIFFERENCE_KEPT, &decided, &error);
  g_assert_cmpint (decided, ==, 1);
  id = report (unit, import_id, 3);
  gram_difference_table_decide (unit, id, NULL, GRAM_DIFFERENCE_TAKEN, &decided, &error);
  g_assert_cmpint (decided, ==, 2);
  case_fixture_move (unit, id, GRAM_CASE_DECIDED, GRAM_CASE_UPHELD);
}

static void
fill_life (GramUnit *unit)
{
  g_autoptr (GError) error = NULL;

  gram_store_exec (gram_unit_get_store (unit),
                   "INSERT INTO application (id, account_id, state, content, saved_by, saved_at,"
                   " submitted_at) VALUES (9, 3, 'submitted', '{}', 3, 8, 8)",
                   &error);
  g_assert_no_error (error);
  case_fixture_open (unit, 3, GRAM_CASE_APPLICATION, 9);
  case_fixture_open (unit, 1, GRAM_CASE_AML, 1);
}

static void
tell (GramUnit *unit, gint64 person_id, GramEvent event, const char *subject, gint64 subject_id)
{
  g_autoptr (GramNoticeRecord) notice = gram_notice_record_new ();
  g_autoptr (GError) error = NULL;

  notice->person_id = person_id;
  notice->event = event;
  notice->account_id = 1;
  notice->subject = g_strdup (subject);
  notice->subject_id = subject_id;
  notice->occasion = g_strdup ("1");
  notice->at = MOVED_AT;
  notice->desktop = GRAM_NOTICE_DESKTOP_TO_SHOW;
  gram_notice_table_insert (unit, notice, &error);
  g_assert_no_error (error);
}

static void
fill_notices (GramUnit *unit)
{
  const GramPersonEvent event = { GRAM_EVENT_MESSAGE, FALSE, TRUE };
  g_autoptr (GramSnippetRecord) snippet = gram_snippet_record_new ();
  g_autoptr (GError) error = NULL;

  snippet->title = g_strdup ("As certified");
  snippet->text = g_strdup ("The certificate of conformity decides.");
  snippet->kind = GRAM_CASE_DISPUTE;
  gram_snippet_table_insert (unit, snippet, &error);
  gram_person_event_table_set (unit, 2, &event, &error);
  g_assert_no_error (error);
  tell (unit, 2, GRAM_EVENT_DISPUTE_DECIDED, "case", 7);
  tell (unit, 2, GRAM_EVENT_VEHICLE_READY, "vehicles", 1);
  tell (unit, 4, GRAM_EVENT_CASE_ASSIGNED, "case", 5);
}

void
case_fixture_fill (GramStore *store)
{
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (store, &error);
  gint64 journal_id;

  g_assert_no_error (error);
  journal_id = store_fixture_journal (unit, "cases");
  fill_disputes (unit, journal_id);
  fill_correction (unit);
  fill_differences (unit, journal_id);
  fill_life (unit);
  fill_notices (unit);
  gram_subject_table_add (unit, "case", 7, journal_id, &error);
  g_assert_no_error (error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

void
case_fixture_set_up (TableFixture *self, gconstpointer data)
{
  table_fixture_set_up (self, data);
  people_fixture_fill (self->store);
  table_fixture_fill (self, 1, 0, CASE_FIXTURE_VEHICLES);
}

void
case_fixture_commit (TableFixture *self)
{
  table_fixture_commit (self);
  table_fixture_begin (self);
}

void
case_fixture_roll_back (TableFixture *self)
{
  gram_unit_rollback (g_steal_pointer (&self->unit));
  table_fixture_begin (self);
}

void
case_fixture_assert_refused (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (error);
}

gint64
case_fixture_import (TableFixture *self, const char *name)
{
  return import_file (self->unit, self->journal_id, name);
}
