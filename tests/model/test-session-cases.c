/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "gram-case-list.h"
#include "gram-session-cases.h"

static gboolean
is_loaded (gpointer data)
{
  g_autoptr (GramPlace) first = g_list_model_get_item (data, 0);

  return !gram_paged_list_get_loading (data) && (first == NULL || !gram_place_get_loading (first));
}

static gboolean
has_two (gpointer data)
{
  return g_list_model_get_n_items (data) == 2;
}

/* Everybody's cases for the administrator's side, one's own for the others; and the list follows. */
static void
test_list (Cases *self, gconstpointer data)
{
  const GramCaseQuery disputes = { .kinds = GRAM_CASE_DISPUTE };
  g_autoptr (GramCaseList) queue = gram_case_list_new (self->base.session);
  g_autoptr (GramCaseList) own = gram_case_list_new (self->aroha);
  g_autoptr (GramCaseItem) item = NULL;
  GramSession *wiremu = cases_sign_in (self, WIREMU);
  g_autofree char *label = NULL;
  g_autofree char *number = NULL;
  g_autofree char *claimed_by = NULL;
  gint64 id;
  guint kind = 0;
  guint state = 0;
  gboolean mine = FALSE;

  gram_case_list_set_query (queue, &disputes);
  gram_case_list_set_query (own, &disputes);
  g_assert_cmpuint (gram_case_list_get_query (own)->kinds, ==, GRAM_CASE_DISPUTE);
  gram_test_wait_until (is_loaded, queue);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (queue)), ==, 0);

  id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  cases_dispute (wiremu, self->northern, "ZVW30-1234570");
  gram_test_wait_until (has_two, queue);
  gram_test_wait_until (is_loaded, queue);
  gram_test_wait_until (is_loaded, own);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (own)), ==, 1);

  cases_claim (self, id);
  item = g_list_model_get_item (G_LIST_MODEL (queue), 0);
  do
    {
      gram_test_settle ();
      gram_test_wait_until (is_loaded, queue);
      g_object_get (item, "mine", &mine, NULL);
    }
  while (!mine);
  g_object_get (item, "kind", &kind, "state", &state, "label", &label, "account-number", &number,
                "claimed-by", &claimed_by, NULL);
  g_assert_cmpint (gram_place_get_id (GRAM_PLACE (item)), ==, id);
  g_assert_cmpint (gram_case_item_get_row (item)->id, ==, id);
  g_assert_cmpuint (kind, ==, GRAM_CASE_DISPUTE);
  g_assert_cmpuint (state, ==, GRAM_CASE_CLAIMED);
  g_assert_cmpstr (label, ==, "ZVW30-1234567");
  g_assert_cmpstr (number, ==, self->harbour);
  g_assert_cmpstr (claimed_by, ==, "Ngaire Tamahori");
  fixture_close (wiremu);
}

static gint64
count_in (const GramCaseCounts *counts, guint states)
{
  return gram_case_counts_cells (counts, GRAM_CASE_DISPUTE, states);
}

static gboolean
has_to_do (gpointer data)
{
  gint64 to_do = 0;

  g_object_get (data, "cases-to-do", &to_do, NULL);
  return to_do > 0;
}

static gboolean
is_asked (gpointer data)
{
  gint64 to_do = 0;

  g_object_get (data, "disputes-to-do", &to_do, NULL);
  return to_do == 1;
}

static gboolean
is_answered (gpointer data)
{
  return !is_asked (data);
}

/* A case in detail for who decides it, and what they may do with it. */
static void
test_detail (Cases *self, gconstpointer data)
{
  gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  g_autoptr (GramCaseDetail) before = NULL;
  g_autoptr (GramCaseDetail) detail = NULL;
  g_autofree GramCaseCounts *counts = NULL;
  g_autoptr (GVariant) note = NULL;
  GramRefusal *refusal = NULL;
  GramPermit permit;

  gram_test_wait_until (has_to_do, self->base.session);
  g_assert_false (has_to_do (self->aroha));
  FIXTURE_ASK (before, self->base.session, case, &refusal, id);
  g_assert_null (refusal);
  g_assert_true (gram_session_get_case_permit (self->base.session, before, "case.claim").allowed);
  permit = gram_session_get_case_permit (self->base.session, before, "dispute.uphold");
  g_assert_false (permit.allowed);
  g_assert_nonnull (permit.reason);

  cases_claim (self, id);
  note = fixture_must (self->base.session, "case.write",
                       "{'account': <'%s'>, 'case': <int64 %" G_GINT64_FORMAT
                       ">, 'text': <'Looks like a typing error'>, 'lane': <'internal'>}",
                       self->harbour, id);
  g_assert_nonnull (note);
  FIXTURE_ASK (detail, self->base.session, case, &refusal, id);
  g_assert_null (refusal);
  g_assert_true (detail->administrators_side);
  g_assert_cmpuint (detail->messages->len, ==, 1);
  g_assert_cmpuint (detail->vehicles->len, ==, 1);
  permit = gram_session_get_case_permit (self->base.session, detail, "dispute.uphold");
  g_assert_true (permit.allowed);

  FIXTURE_ASK (counts, self->base.session, case_counts, &refusal, NULL);
  g_assert_null (refusal);
  g_assert_cmpint (count_in (counts, GRAM_CASE_CLAIMED), ==, 1);
  g_assert_cmpint (count_in (counts, GRAM_CASE_OPEN), ==, 0);
}

/* The holder's side of it: what was asked and nothing internal, the badge until it is answered. */
static void
test_asked (Cases *self, gconstpointer data)
{
  gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  g_autofree char *visited = fixture_visit (self->aroha, self->harbour);
  g_autoptr (GramCaseDetail) own = NULL;
  g_autoptr (GVariant) note = NULL;
  g_autoptr (GVariant) answered = NULL;
  g_autoptr (GAsyncResult) unlocked = NULL;
  GramRefusal *refusal = NULL;
  GramPermit permit;

  g_assert_cmpstr (visited, ==, "");
  cases_claim (self, id);
  note = fixture_must (self->base.session, "case.write",
                       "{'account': <'%s'>, 'case': <int64 %" G_GINT64_FORMAT
                       ">, 'text': <'Looks like a typing error'>, 'lane': <'internal'>}",
                       self->harbour, id);
  cases_ask (self, self->harbour, id);
  gram_test_wait_until (is_asked, self->aroha);
  FIXTURE_ASK (own, self->aroha, case, &refusal, id);
  g_assert_null (refusal);
  g_assert_false (own->administrators_side);
  g_assert_cmpuint (own->messages->len, ==, 1);
  g_assert_true (gram_session_get_case_permit (self->aroha, own, "case.answer").allowed);
  g_assert_true (gram_session_get_case_permit (self->aroha, own, "case.withdraw").allowed);
  g_assert_false (gram_session_get_case_permit (self->aroha, own, "dispute.uphold").allowed);

  gram_session_lock (self->aroha);
  permit = gram_session_get_case_permit (self->aroha, own, "case.answer");
  g_assert_false (permit.allowed);
  g_assert_nonnull (strstr (permit.reason, "locked"));
  gram_session_unlock_async (self->aroha, PASSWORD, NULL, gram_test_keep_result, &unlocked);
  gram_test_wait_result (&unlocked);
  g_assert_cmpint (gram_session_unlock_finish (self->aroha, unlocked, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);

  answered = fixture_must (self->aroha, "case.answer",
                           "{'account': <'%s'>, 'case': <int64 %" G_GINT64_FORMAT
                           ">, 'text': <'It is attached'>}",
                           self->harbour, id);
  gram_test_wait_until (is_answered, self->aroha);
}

/* What is nobody's business is refused as what there is not. */
static void
test_not_theirs (Cases *self, gconstpointer data)
{
  gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  GramSession *wiremu = cases_sign_in (self, WIREMU);
  g_autoptr (GramCaseDetail) detail = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramRefusal) unknown = NULL;
  g_autoptr (GramRefusal) snippets_refused = NULL;
  g_autoptr (GPtrArray) snippets = NULL;

  FIXTURE_ASK (detail, wiremu, case, &refusal, id);
  g_assert_null (detail);
  FIXTURE_ASK (detail, wiremu, case, &unknown, (gint64)999);
  g_assert_null (detail);
  g_assert_cmpstr (refusal->id, ==, "case.unknown");
  g_assert_cmpstr (unknown->id, ==, refusal->id);
  FIXTURE_ASK (snippets, wiremu, snippets, &snippets_refused, 0);
  g_assert_null (snippets);
  g_assert_nonnull (snippets_refused);
  fixture_close (wiremu);
}

/* Where a missing vehicle stands, what its values were, and which cases are about it. */
static void
test_vehicle_questions (Cases *self, gconstpointer data)
{
  static const struct
  {
    const char *chassis;
    GramWhereabouts where;
  } rows[] = {
    { "ZVW30-7654321", GRAM_WHEREABOUTS_UNKNOWN },
    { "zvw30-1234567", GRAM_WHEREABOUTS_HERE },
    { "ZVW30-1234570", GRAM_WHEREABOUTS_ELSEWHERE },
  };
  g_autofree char *visited = fixture_visit (self->aroha, self->harbour);
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GramRefusal) no_identifier = NULL;
  GramVehicleLookUp *none = NULL;
  GramRefusal *refusal = NULL;
  gint64 vehicle_id = 0;
  gint64 id;

  g_assert_cmpstr (visited, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree GramVehicleLookUp *found = NULL;

      FIXTURE_ASK (found, self->aroha, look_up_vehicle, &refusal, NULL, rows[i].chassis);
      g_assert_null (refusal);
      g_assert_cmpint (found->where, ==, rows[i].where);
      g_assert_true ((found->vehicle_id != 0) == (rows[i].where == GRAM_WHEREABOUTS_HERE));
      vehicle_id = MAX (vehicle_id, found->vehicle_id);
    }
  FIXTURE_ASK (none, self->aroha, look_up_vehicle, &no_identifier, NULL, "?");
  g_assert_null (none);
  g_assert_nonnull (no_identifier);

  id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  FIXTURE_ASK (values, self->aroha, value_history, &refusal, vehicle_id);
  g_assert_null (refusal);
  g_assert_cmpuint (values->len, >, 0);
  FIXTURE_ASK (cases, self->aroha, vehicle_cases, &refusal, vehicle_id);
  g_assert_null (refusal);
  g_assert_cmpuint (cases->len, ==, 1);
  g_assert_cmpint (((const GramCaseRow *)g_ptr_array_index (cases, 0))->id, ==, id);
}

static void
told_cb (GramSession *session, gint64 done, gint64 total, gint64 rows, gpointer user_data)
{
  gint64 *told = user_data;

  g_assert_cmpint (done, >=, *told);
  g_assert_cmpint (done, <=, total);
  *told = done;
}

/* A decision about cases of several accounts: one command each, a refusal in one holds up none, one sum. */
static void
test_many_accounts (Cases *self, gconstpointer data)
{
  GramSession *wiremu = cases_sign_in (self, WIREMU);
  const gint64 ids[] = {
    cases_dispute (self->aroha, self->harbour, "ZVW30-1234567"),
    cases_dispute (self->aroha, self->quayside, "ZVW30-1234569"),
    cases_dispute (self->aroha, self->harbour, "ZVW30-1234568"),
    cases_dispute (wiremu, self->northern, "ZVW30-1234570"),
    4711,
  };
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramCasesReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const GramCasesPart *part;
  GramRefusal *refusal = NULL;
  gint64 told = 0;

  g_array_append_vals (chosen, ids, G_N_ELEMENTS (ids));
  /* Not the one of Northern Fleet Ltd. */
  for (guint i = 0; i < 3; i++)
    cases_claim (self, ids[i]);
  gram_session_perform_cases_async (self->base.session, "dispute.decline", chosen,
                                    g_variant_new_parsed (
                                        "{'reason': <'The certificate says 92.4 g/km'>}"),
                                    told_cb, &told, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  report = gram_session_perform_cases_finish (self->base.session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_null (refusal);
  g_assert_null (report->failure);
  g_assert_cmpint (report->n_done, ==, 3);
  g_assert_cmpint (report->n_refused, ==, 1);
  g_assert_cmpint (report->n_left, ==, 1);
  g_assert_cmpuint (report->parts->len, ==, 3);
  g_assert_cmpint (told, ==, 4);

  part = g_ptr_array_index (report->parts, 0);
  g_assert_cmpstr (part->account, ==, self->harbour);
  g_assert_cmpstr (part->holder, ==, "Harbour Street Imports Ltd");
  g_assert_cmpuint (part->cases->len, ==, 2);
  g_assert_nonnull (part->value);
  part = g_ptr_array_index (report->parts, 2);
  g_assert_cmpstr (part->account, ==, self->northern);
  g_assert_null (part->value);
  g_assert_cmpstr (part->refusal->id, ==, "case.not-claimed");
  fixture_close (wiremu);
}

/* Nothing is sent after a stop; nobody has to be signed in for a refusal. */
static void
test_many_stopped (Cases *self, gconstpointer data)
{
  const gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) nobody = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_val (chosen, id);
  g_cancellable_cancel (cancellable);
  gram_session_perform_cases_async (self->base.session, "dispute.decline", chosen,
                                    g_variant_new_parsed ("{'reason': <'No'>}"), NULL, NULL,
                                    cancellable, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_null (gram_session_perform_cases_finish (self->base.session, result, &refusal, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (refusal);
  g_clear_error (&error);

  gram_session_sign_out (self->base.session);
  gram_session_perform_cases_async (self->base.session, "dispute.decline", chosen,
                                    g_variant_new_parsed ("{'reason': <'No'>}"), NULL, NULL, NULL,
                                    gram_test_keep_result, &nobody);
  gram_test_wait_result (&nobody);
  g_assert_null (gram_session_perform_cases_finish (self->base.session, nobody, &refusal, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (refusal->id, ==, "person.not-signed-in");
}

/* What a decision would change is asked with the arguments of the command, and changes nothing. */
static void
test_consequences (Cases *self, gconstpointer data)
{
  gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  g_autoptr (GramConsequences) consequences = NULL;
  g_autoptr (GramRefusal) too_late = NULL;
  g_autoptr (GVariant) upheld = NULL;
  GramRefusal *refusal = NULL;

  cases_claim (self, id);
  FIXTURE_ASK (consequences, self->base.session, consequences, &refusal, "dispute.uphold",
               g_variant_new_parsed ("{'account': <%s>, 'cases': <[%x]>}", self->harbour, id));
  g_assert_null (refusal);
  g_assert_cmpint (consequences->vehicles, ==, 1);
  g_assert_cmpuint (consequences->lines->len, >, 0);
  upheld = fixture_must (self->base.session, "dispute.uphold",
                         "{'account': <'%s'>, 'cases': <[int64 %" G_GINT64_FORMAT
                         "]>, 'reason': <'Typing error'>, 'expect': <'%s'>}",
                         self->harbour, id, consequences->digest);
  g_clear_pointer (&consequences, gram_consequences_free);
  FIXTURE_ASK (consequences, self->base.session, consequences, &too_late, "dispute.uphold",
               g_variant_new_parsed ("{'account': <%s>, 'cases': <[%x]>}", self->harbour, id));
  g_assert_null (consequences);
  g_assert_cmpstr (too_late->id, ==, "case.decided");
}

/* Texts that are kept, people who take cases, days that wait. */
static void
test_around (Cases *self, gconstpointer data)
{
  gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");
  g_autoptr (GVariant) kept = fixture_must (
      self->base.session, "snippet.save",
      "{'title': <'Certificate'>, 'text': <'Please send the certificate of conformity.'>, "
      "'kind': <'dispute'>}");
  g_autoptr (GPtrArray) snippets = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) handlers = NULL;
  g_autoptr (GPtrArray) deadlines = NULL;
  g_autoptr (GramAccountDetail) account = NULL;
  g_autoptr (GramClosingChecklist) checklist = NULL;
  g_autoptr (GramCaseDetail) detail = NULL;
  g_autofree char *uid = g_strdup_printf ("case-%" G_GINT64_FORMAT "-due", id);
  GramRefusal *refusal = NULL;
  gboolean found = FALSE;

  FIXTURE_ASK (snippets, self->base.session, snippets, &refusal, GRAM_CASE_DISPUTE);
  g_assert_cmpuint (snippets->len, ==, 1);
  FIXTURE_ASK (others, self->base.session, snippets, &refusal, GRAM_CASE_CLOSING);
  g_assert_cmpuint (others->len, ==, 0);
  FIXTURE_ASK (handlers, self->base.session, case_handlers, &refusal);
  g_assert_cmpuint (handlers->len, ==, 1);
  /* The days of cases that one has claimed. */
  cases_claim (self, id);
  FIXTURE_ASK (deadlines, self->base.session, deadlines, &refusal, (gint64)0);
  g_assert_null (refusal);
  for (guint i = 0; i < deadlines->len; i++)
    found
        = found || g_str_equal (((const GramDeadline *)g_ptr_array_index (deadlines, i))->uid, uid);
  g_assert_true (found);

  /* The account of the case, though the administrator has gone to none. */
  g_assert_null (gram_session_get_account (self->base.session));
  FIXTURE_ASK (detail, self->base.session, case, &refusal, id);
  {
    g_autoptr (GAsyncResult) first = NULL;
    g_autoptr (GAsyncResult) second = NULL;

    gram_session_account_detail_of_async (self->base.session, detail->account->id, NULL,
                                          gram_test_keep_result, &first);
    gram_test_wait_result (&first);
    account = gram_session_account_detail_finish (self->base.session, first, &refusal, NULL);
    gram_session_closing_checklist_of_async (self->base.session, detail->account->id, NULL,
                                             gram_test_keep_result, &second);
    gram_test_wait_result (&second);
    checklist = gram_session_closing_checklist_finish (self->base.session, second, &refusal, NULL);
  }
  g_assert_null (refusal);
  g_assert_cmpstr (account->account->number, ==, self->harbour);
  g_assert_nonnull (checklist);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/session-cases/" name, Cases, NULL, cases_set_up, func, cases_tear_down)
  ADD ("list", test_list);
  ADD ("detail", test_detail);
  ADD ("asked", test_asked);
  ADD ("not-theirs", test_not_theirs);
  ADD ("vehicle-questions", test_vehicle_questions);
  ADD ("many-accounts", test_many_accounts);
  ADD ("many-stopped", test_many_stopped);
  ADD ("consequences", test_consequences);
  ADD ("around", test_around);
#undef ADD
  return g_test_run ();
}
