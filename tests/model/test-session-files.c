/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "gram-session-export.h"
#include "gram-session-files.h"

#include <glib/gstdio.h>

static char *
make_file (Cases *self, const char *name, const char *text)
{
  char *path = gram_test_dir_file (self->base.dir, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* Attaches a file; answers the id of the refusal. */
static char *
attach (GramSession *session, const char *account, gint64 case_id, GFile *file, gint64 *attachment)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  gram_session_attach_async (session, account, case_id, file, GRAM_LANE_HOLDER, NULL, NULL, NULL,
                             gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  outcome = gram_session_attach_finish (session, result, attachment, &refusal, &error);
  g_assert_no_error (error);
  g_assert_true ((outcome == GRAM_OUTCOME_REFUSED) == (refusal != NULL));
  return g_strdup (refusal != NULL ? refusal->id : "");
}

static gboolean
is_removed (gpointer data)
{
  return !g_file_test (data, G_FILE_TEST_EXISTS);
}

/* Evidence goes in as a file and comes out as one that nobody else reads, for as long as the person is signed in. */
static void
test_evidence (Cases *self, gconstpointer data)
{
  gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  g_autofree char *path = make_file (self, "Certificate of conformity.txt", "CO2 88 g/km\n");
  g_autofree char *empty_path = make_file (self, "empty.txt", "");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) empty = g_file_new_for_path (empty_path);
  g_autoptr (GFile) remote = g_file_new_for_uri ("smb://files.example.org/scan.pdf");
  g_autofree char *attached = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *elsewhere = NULL;
  g_autoptr (GFile) opened = NULL;
  g_autoptr (GFile) saved = NULL;
  g_autoptr (GFile) nothing = NULL;
  g_autoptr (GFile) target = NULL;
  g_autofree char *target_path = gram_test_dir_file (self->base.dir, "copy.txt");
  g_autofree char *opened_path = NULL;
  g_autofree char *base = NULL;
  g_autofree char *text = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GramRefusal) unknown = NULL;
  GramRefusal *refusal = NULL;
  GStatBuf status;
  gint64 attachment = 0;

  attached = attach (self->aroha, self->harbour, id, file, &attachment);
  g_assert_cmpstr (attached, ==, "");
  g_assert_cmpint (attachment, >, 0);
  refused = attach (self->aroha, self->harbour, id, empty, NULL);
  g_assert_cmpstr (refused, ==, "attachment.empty");
  elsewhere = attach (self->aroha, self->harbour, id, remote, NULL);
  g_assert_cmpstr (elsewhere, ==, "attachment.elsewhere");

  FIXTURE_ASK (opened, self->base.session, open_attachment, &refusal, attachment);
  g_assert_null (refusal);
  opened_path = g_file_get_path (opened);
  base = g_path_get_basename (opened_path);
  g_assert_cmpstr (base, ==, "Certificate of conformity.txt");
  g_assert_no_errno (g_stat (opened_path, &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (opened_path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "CO2 88 g/km\n");

  target = g_file_new_for_path (target_path);
  FIXTURE_ASK (saved, self->base.session, save_attachment, &refusal, attachment, target);
  g_assert_null (refusal);
  g_assert_true (g_file_equal (saved, target));
  g_assert_true (g_file_get_contents (target_path, &copy, NULL, NULL));
  g_assert_cmpstr (copy, ==, "CO2 88 g/km\n");
  FIXTURE_ASK (nothing, self->base.session, open_attachment, &unknown, (gint64)4711);
  g_assert_null (nothing);
  g_assert_cmpstr (unknown->id, ==, "attachment.unknown");

  gram_session_sign_out (self->base.session);
  gram_test_wait_until (is_removed, opened_path);
  g_assert_true (g_file_test (target_path, G_FILE_TEST_EXISTS));
}

static GFile *
export_deadlines (GramSession *session,
                  gint64 account_id,
                  GFile *file,
                  gint64 *n_days,
                  GramRefusal **refusal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GFile *written;

  gram_session_export_deadlines_async (session, account_id, file, NULL, gram_test_keep_result,
                                       &result);
  gram_test_wait_result (&result);
  written = gram_session_export_deadlines_finish (session, result, n_days, refusal, &error);
  g_assert_no_error (error);
  return written;
}

/* The days as a calendar: of all one's accounts or of one; a refusal touches no file. */
static void
test_calendar (Cases *self, gconstpointer data)
{
  g_autofree char *path = gram_test_dir_file (self->base.dir, "deadlines.ics");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) written = NULL;
  g_autoptr (GFile) nothing = NULL;
  g_autoptr (GramRefusal) refused = NULL;
  g_autoptr (GramCaseDetail) theirs = NULL;
  g_autofree char *text = NULL;
  g_autofree char *summary = NULL;
  GramRefusal *refusal = NULL;
  gint64 n_days = 0;
  gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");

  cases_claim (self, id);
  cases_ask (self, self->harbour, id);
  written = export_deadlines (self->aroha, 0, file, &n_days, &refusal);
  g_assert_cmpint (n_days, ==, 1);
  g_assert_null (refusal);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  summary = g_strdup_printf ("SUMMARY:Last day to answer in case %" G_GINT64_FORMAT, id);
  g_assert_nonnull (strstr (text, summary));
  g_assert_nonnull (strstr (text, "Harbour Street Imports Ltd"));

  FIXTURE_ASK (theirs, self->base.session, case, &refusal, id);
  g_assert_no_errno (g_unlink (path));
  {
    GramSession *wiremu = cases_sign_in (self, WIREMU);

    nothing = export_deadlines (wiremu, theirs->account->id, file, NULL, &refused);
    fixture_close (wiremu);
  }
  g_assert_null (nothing);
  g_assert_nonnull (refused);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What was decided goes out as a file, for the holder's own registry. */
static void
test_answers (Cases *self, gconstpointer data)
{
  g_autofree char *path = gram_test_dir_file (self->base.dir, "answers.jsonl");
  g_autofree char *nowhere = gram_test_dir_file (self->base.dir, "nowhere/answers.jsonl");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) lost = g_file_new_for_path (nowhere);
  g_autoptr (GFile) written = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GramCaseDetail) detail = NULL;
  g_autoptr (GVariant) declined = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GramRefusal *refusal = NULL;
  gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  gint64 n_answers = 0;

  cases_claim (self, id);
  declined = fixture_must (self->base.session, "dispute.decline",
                           "{'account': <'%s'>, 'cases': <[int64 %" G_GINT64_FORMAT
                           "]>, 'reason': <'The certificate says 92.4 g/km'>}",
                           self->harbour, id);
  FIXTURE_ASK (detail, self->aroha, case, &refusal, id);
  gram_session_export_answers_async (self->aroha, detail->account->id, NULL, NULL, file, NULL,
                                     gram_test_keep_result, &first);
  gram_test_wait_result (&first);
  written = gram_session_export_answers_finish (self->aroha, first, &n_answers, &refusal, &error);
  g_assert_no_error (error);
  g_assert_null (refusal);
  g_assert_true (g_file_equal (written, file));
  g_assert_cmpint (n_answers, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"outcome\":\"not-upheld\""));

  gram_session_export_answers_async (self->aroha, detail->account->id, NULL, NULL, lost, NULL,
                                     gram_test_keep_result, &second);
  gram_test_wait_result (&second);
  g_assert_null (gram_session_export_answers_finish (self->aroha, second, NULL, &refusal, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A stop before the file is read: nothing is attached. */
static void
test_attach_stopped (Cases *self, gconstpointer data)
{
  gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  g_autofree char *path = make_file (self, "letter.txt", "Dear Sir or Madam");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramCaseDetail) detail = NULL;
  g_autoptr (GError) error = NULL;
  GramRefusal *refusal = NULL;

  g_cancellable_cancel (cancellable);
  gram_session_attach_async (self->aroha, self->harbour, id, file, GRAM_LANE_HOLDER, NULL, NULL,
                             cancellable, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_attach_finish (self->aroha, result, NULL, &refusal, &error), ==,
                   GRAM_OUTCOME_FAILED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  FIXTURE_ASK (detail, self->aroha, case, &refusal, id);
  g_assert_null (refusal);
  g_assert_cmpuint (detail->attachments->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/session-files/" name, Cases, NULL, cases_set_up, func, cases_tear_down)
  ADD ("evidence", test_evidence);
  ADD ("attach-stopped", test_attach_stopped);
  ADD ("answers", test_answers);
  ADD ("calendar", test_calendar);
#undef ADD
  return g_test_run ();
}
