/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dispute-fixture.h"

#include "gram-dispute-form.h"
#include "gram-notice-table.h"
#include "gram-queries-disputes.h"

#include <inttypes.h>
#include <string.h>

/* A text that only the administrator's side may ever read. */
#define SECRET "The importer is known for this"

static const char *
do_case (Fixture *f, FixturePerson who, const char *command, gint64 case_id, const char *more)
{
  return fixture_do (f, who, command, "{'account': '@', 'case': %" PRId64 "%s}", case_id, more);
}

static void
claim (Fixture *f, FixturePerson who, gint64 case_id)
{
  g_assert_cmpstr (fixture_do (f, who, "case.claim", "{'cases': [%" PRId64 "]}", case_id), ==, "");
}

static void
ask (Fixture *f, FixturePerson who, gint64 case_id)
{
  g_assert_cmpstr (do_case (f, who, "case.ask", case_id, ", 'text': 'Send the certificate.'"), ==,
                   "");
}

static GramCaseDetail *
detail_for (Fixture *f, FixturePerson who, gint64 case_id)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramCaseDetail *detail
      = gram_registry_case_detail (f->registry, f->actors[who], case_id, &refusal, &error);

  g_assert_no_error (error);
  g_assert_null (refusal);
  return detail;
}

/* A case of a vehicle in a state, claimed by the case handler where somebody holds it. */
static gint64
case_in_state (Fixture *f, GramCaseState state)
{
  static int n_vehicles = 0;
  g_autofree char *chassis = g_strdup_printf ("STATE-%d", 1000001 + n_vehicles++);
  gint64 case_id;

  life_enter_ready (f, chassis, "120");
  case_id = dispute_open_value (f, chassis);
  if (state == GRAM_CASE_WITHDRAWN)
    g_assert_cmpstr (do_case (f, ACCEPTER, "case.withdraw", case_id, ""), ==, "");
  else if (state != GRAM_CASE_OPEN)
    claim (f, CASE_HANDLER, case_id);
  if (state == GRAM_CASE_INFORMATION_ASKED)
    ask (f, CASE_HANDLER, case_id);
  if (state == GRAM_CASE_DECIDED)
    g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.decline",
                                 "{'account': '@', 'cases': [%" PRId64 "],"
                                 " 'reason': 'The certificate says 120 g/km.'}",
                                 case_id),
                     ==, "");
  return case_id;
}

#define FROZEN_IN(decided_, withdrawn_) [3] = decided_, [4] = withdrawn_

/* Every verb of the thread in every state, for the three who may meet there: what each is told. */
static const struct
{
  FixturePerson who;
  const char *command;
  const char *more;
  const char *refusals[5];
} verb_rows[] = {
  { ACCEPTER,
    "case.write",
    ", 'text': 'Look.'",
    { "", "", "", FROZEN_IN ("case.decided", "case.withdrawn") } },
  { CASE_HANDLER,
    "case.write",
    ", 'text': 'Look.'",
    { "", "", "", FROZEN_IN ("case.decided", "case.withdrawn") } },
  { DECISION_MAKER,
    "case.write",
    ", 'text': 'Look.', 'lane': 'internal'",
    { "", "", "", FROZEN_IN ("case.decided", "case.withdrawn") } },
  { VIEWER,
    "case.write",
    ", 'text': 'Look.'",
    { "permission.missing", "permission.missing", "permission.missing", "permission.missing",
      "permission.missing" } },
  { READER,
    "case.write",
    ", 'text': 'Look.'",
    { "permission.missing", "permission.missing", "permission.missing", "permission.missing",
      "permission.missing" } },
  { ACCEPTER,
    "case.attach",
    ", 'file': '/nowhere/file.pdf'",
    { "attachment.missing", "attachment.missing", "attachment.missing",
      FROZEN_IN ("case.decided", "case.withdrawn") } },
  { CASE_HANDLER,
    "case.attach",
    ", 'file': '/nowhere/file.pdf'",
    { "attachment.missing", "attachment.missing", "attachment.missing",
      FROZEN_IN ("case.decided", "case.withdrawn") } },
  { CASE_HANDLER,
    "case.answer",
    ", 'text': 'Here it is.'",
    { "permission.missing", "permission.missing", "permission.missing", "permission.missing",
      "permission.missing" } },
  { ACCEPTER,
    "case.answer",
    ", 'text': 'Here it is.'",
    { "case.not-asked", "case.not-asked", "", FROZEN_IN ("case.decided", "case.withdrawn") } },
  { CASE_HANDLER,
    "case.withdraw",
    "",
    { "permission.missing", "permission.missing", "permission.missing", "permission.missing",
      "permission.missing" } },
  { ACCEPTER,
    "case.edit-message",
    ", 'message': 99, 'text': 'Look.', 'version': 1",
    { "message.unknown", "message.unknown", "message.unknown",
      FROZEN_IN ("case.decided", "case.withdrawn") } },
  { ACCEPTER, "case.withdraw", "", { "", "", "", FROZEN_IN ("case.decided", "case.withdrawn") } },
};

static void
test_states (void)
{
  static const GramCaseState states[]
      = { GRAM_CASE_OPEN, GRAM_CASE_CLAIMED, GRAM_CASE_INFORMATION_ASKED, GRAM_CASE_DECIDED,
          GRAM_CASE_WITHDRAWN };
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize state = 0; state < G_N_ELEMENTS (states); state++)
    {
      gint64 case_id = case_in_state (f, states[state]);

      for (gsize i = 0; i < G_N_ELEMENTS (verb_rows); i++)
        {
          g_test_message ("%s, %s, person %d", verb_rows[i].command,
                          gram_word_for ("case-state", (int)states[state]), verb_rows[i].who);
          g_assert_cmpstr (do_case (f, verb_rows[i].who, verb_rows[i].command, case_id,
                                    verb_rows[i].more),
                           ==, verb_rows[i].refusals[state]);
        }
    }
  fixture_verify (f);
}

/* A case of another account is as unknown as one that is not there, in every verb. */
static void
test_other_account (void)
{
  static const char *const commands[][2] = {
    { "case.write", ", 'text': 'Look.'" },
    { "case.attach", ", 'file': '/nowhere/file.pdf'" },
    { "case.answer", ", 'text': 'Here.'" },
    { "case.withdraw", "" },
    { "case.edit-message", ", 'message': 1, 'text': 'Look.', 'version': 1" },
  };
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *message = NULL;

      g_assert_cmpstr (fixture_do (f, STRANGER, commands[i][0],
                                   "{'account': '@2', 'case': %" PRId64 "%s}", case_id,
                                   commands[i][1]),
                       ==, "case.unknown");
      message = g_strdup (f->message);
      g_assert_cmpstr (fixture_do (f, STRANGER, commands[i][0], "{'account': '@2', 'case': 99%s}",
                                   commands[i][1]),
                       ==, "case.unknown");
      {
        g_auto (GStrv) parts = g_strsplit (f->message, "99", 2);
        g_autofree char *number = g_strdup_printf ("%" PRId64, case_id);
        g_autofree char *same = g_strjoinv (number, parts);

        g_assert_cmpstr (same, ==, message);
      }
    }
}

static const struct
{
  FixturePerson who;
  const char *more;
  const char *refusal;
} text_rows[] = {
  { ACCEPTER, ", 'text': ' '", "dispute.missing" },
  { ACCEPTER, ", 'text': 'a\\u0007b'", "dispute.value" },
  { ACCEPTER, ", 'text': 'a', 'lane': 'both'", "case.lane" },
  { ACCEPTER, ", 'text': 'a', 'lane': 'internal'", "case.lane-internal" },
  { OWNER, ", 'text': 'a', 'lane': 'internal'", "case.lane-internal" },
  { ACCEPTER, ", 'text': 'Line one\\nLine two'", "" },
};

static void
test_texts (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  g_autofree char *long_text = g_strnfill (GRAM_DISPUTE_REASON_MAX + 1, 'x');
  g_autofree char *more = g_strdup_printf (", 'text': '%s'", long_text);

  for (gsize i = 0; i < G_N_ELEMENTS (text_rows); i++)
    g_assert_cmpstr (do_case (f, text_rows[i].who, "case.write", case_id, text_rows[i].more), ==,
                     text_rows[i].refusal);
  g_assert_cmpstr (do_case (f, ACCEPTER, "case.write", case_id, more), ==, "dispute.too-long");
}

/* Nobody edits what somebody else wrote, or what was edited meanwhile; earlier texts stay. */
static void
test_edit (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  g_autoptr (GramCaseDetail) detail = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  const GramCaseMessageRecord *message;
  const GramCaseMessageEdit *edit;

  g_assert_cmpstr (do_case (f, ACCEPTER, "case.write", case_id, ", 'text': 'Frist'"), ==, "");
  g_assert_cmpint (fixture_result (f, "message"), ==, 1);
  g_assert_cmpstr (do_case (f, OWNER, "case.edit-message", case_id,
                            ", 'message': 1, 'text': 'Second', 'version': 1"),
                   ==, "message.not-yours");
  g_assert_cmpstr (do_case (f, CASE_HANDLER, "case.edit-message", case_id,
                            ", 'message': 1, 'text': 'Second', 'version': 1"),
                   ==, "message.not-yours");
  g_assert_cmpstr (do_case (f, ACCEPTER, "case.edit-message", case_id,
                            ", 'message': 1, 'text': 'Frist', 'version': 1"),
                   ==, "message.unchanged");
  g_assert_cmpstr (do_case (f, ACCEPTER, "case.edit-message", case_id,
                            ", 'message': 1, 'text': 'First', 'version': 1"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "version"), ==, 2);
  g_assert_cmpstr (do_case (f, ACCEPTER, "case.edit-message", case_id,
                            ", 'message': 1, 'text': 'Third', 'version': 1"),
                   ==, "message.changed-meanwhile");
  g_assert_cmpstr (do_case (f, ACCEPTER, "case.edit-message", case_id,
                            ", 'message': 1, 'text': 'Third', 'version': 2"),
                   ==, "");

  detail = detail_for (f, VIEWER, case_id);
  g_assert_cmpuint (detail->messages->len, ==, 1);
  message = detail->messages->pdata[0];
  g_assert_cmpstr (message->text, ==, "Third");
  g_assert_cmpint (message->version, ==, 3);
  edits = gram_registry_message_edits (f->registry, f->actors[VIEWER], 1, NULL, NULL);
  g_assert_cmpuint (edits->len, ==, 2);
  edit = edits->pdata[0];
  g_assert_cmpstr (edit->old_text, ==, "Frist");
  edit = edits->pdata[1];
  g_assert_cmpstr (edit->old_text, ==, "First");
  fixture_verify (f);
}

/* Questions and answers are not edited, by whoever wrote them. */
static void
test_kinds (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  g_autoptr (GramCaseDetail) detail = NULL;
  const GramCaseMessageRecord *question;
  const GramCaseMessageRecord *answer;

  claim (f, CASE_HANDLER, case_id);
  ask (f, CASE_HANDLER, case_id);
  g_assert_cmpstr (do_case (f, OWNER, "case.answer", case_id, ", 'text': 'Attached.'"), ==, "");
  detail = detail_for (f, OWNER, case_id);
  g_assert_cmpint (detail->row->record->state, ==, GRAM_CASE_CLAIMED);
  g_assert_cmpuint (detail->messages->len, ==, 2);
  question = detail->messages->pdata[0];
  answer = detail->messages->pdata[1];
  g_assert_cmpint (question->kind, ==, GRAM_MESSAGE_QUESTION);
  g_assert_cmpint (answer->kind, ==, GRAM_MESSAGE_ANSWER);
  g_assert_cmpint (answer->lane, ==, GRAM_LANE_HOLDER);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.edit-message",
                               "{'account': '@', 'case': %" PRId64 ", 'message': %" PRId64
                               ", 'text': 'Other', 'version': 1}",
                               case_id, question->id),
                   ==, "message.kind");
  g_assert_cmpstr (fixture_do (f, OWNER, "case.edit-message",
                               "{'account': '@', 'case': %" PRId64 ", 'message': %" PRId64
                               ", 'text': 'Other', 'version': 1}",
                               case_id, answer->id),
                   ==, "message.kind");
}

/* No text that a member can get hold of has the secret in it. */
static void
check_journal (Fixture *f, FixturePerson who, gint64 case_id)
{
  const GramJournalQuery queries[] = {
    { .account_id = 1 },
    { .account_id = 1, .subject = (char *)"case", .subject_id = case_id },
    { .account_id = 1, .text = (char *)"known for this" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) entries
          = gram_registry_journal (f->registry, f->actors[who], &queries[i], 0, 0, NULL, NULL);

      g_assert_nonnull (entries);
      for (guint j = 0; j < entries->len; j++)
        {
          const GramJournalEntry *entry = entries->pdata[j];

          g_assert_null (strstr (entry->arguments, SECRET));
          g_assert_null (strstr (entry->result, SECRET));
          g_assert_null (strstr (entry->arguments, "internal"));
        }
    }
}

static void
check_notices (Fixture *f, FixturePerson who)
{
  const GramNoticeQuery query = { .person_id = gram_actor_get_person_id (f->actors[who]) };
  GramStore *store = gram_registry_get_store (f->registry);
  g_autoptr (GArray) ids = gram_notice_table_ids (store, &query, 0, NULL);
  g_autoptr (GPtrArray) notices = NULL;

  g_assert_nonnull (ids);
  notices
      = gram_notice_table_page (store, query.person_id, (const gint64 *)ids->data, ids->len, NULL);
  for (guint i = 0; i < notices->len; i++)
    {
      const GramNoticeRecord *notice = notices->pdata[i];

      g_assert_null (strstr (notice->detail, SECRET));
    }
}

/* The internal lane: the administrator's side reads it, members meet it nowhere. */
static void
test_internal (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  g_autoptr (GPtrArray) persons = NULL;
  gint64 note;

  claim (f, DECISION_MAKER, case_id);
  g_assert_cmpstr (do_case (f, CASE_HANDLER, "case.write", case_id,
                            ", 'lane': 'internal', 'text': '" SECRET "'"),
                   ==, "");
  note = fixture_result (f, "message");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.edit-message",
                               "{'account': '@', 'case': %" PRId64 ", 'message': %" PRId64
                               ", 'text': '" SECRET ", twice', 'version': 1}",
                               case_id, note),
                   ==, "");

  for (int who = 0; who < N_PERSONS; who++)
    {
      g_autoptr (GramCaseDetail) detail = NULL;
      g_autoptr (GPtrArray) edits = NULL;
      g_autoptr (GramRefusal) refusal = NULL;

      if (who == STRANGER)
        continue;
      detail = detail_for (f, (FixturePerson)who, case_id);
      edits = gram_registry_message_edits (f->registry, f->actors[who], note, &refusal, NULL);
      g_assert_cmpuint (detail->messages->len, ==, who < OWNER ? 1 : 0);
      g_assert_true ((edits != NULL) == (who < OWNER));
      if (who >= OWNER)
        {
          g_assert_cmpstr (refusal->id, ==, "message.unknown");
          check_journal (f, (FixturePerson)who, case_id);
          check_notices (f, (FixturePerson)who);
        }
    }

  /* A member who guesses its number is told what a wrong number is told. */
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.edit-message",
                               "{'account': '@', 'case': %" PRId64 ", 'message': %" PRId64
                               ", 'text': 'x', 'version': 1}",
                               case_id, note),
                   ==, "message.unknown");
  /* Nor do they learn who wrote into it. */
  persons = gram_registry_journal_persons (f->registry, f->actors[OWNER], 1, NULL, NULL);
  for (guint i = 0; i < persons->len; i++)
    {
      const GramPersonRecord *person = persons->pdata[i];

      g_assert_cmpint (person->id, !=, gram_actor_get_person_id (f->actors[CASE_HANDLER]));
    }
  /* The administrator's side finds it on the timeline of the case. */
  g_assert_cmpuint (people_count_touching (f, "case", case_id), ==, 4);
  fixture_verify (f);
}

static guint
count_notices (Fixture *f, FixturePerson who)
{
  const GramNoticeQuery query = { .person_id = gram_actor_get_person_id (f->actors[who]) };
  g_autoptr (GArray) ids
      = gram_notice_table_ids (gram_registry_get_store (f->registry), &query, 0, NULL);

  g_assert_nonnull (ids);
  return ids->len;
}

/* Who is told of a message: the other side, never who wrote it, nobody of an internal note but its claimant. */
static void
test_told (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  guint before[N_PERSONS];

  claim (f, CASE_HANDLER, case_id);
  for (int who = 0; who < N_PERSONS; who++)
    before[who] = count_notices (f, (FixturePerson)who);

  g_assert_cmpstr (do_case (f, ACCEPTER, "case.write", case_id, ", 'text': 'Look.'"), ==, "");
  for (int who = 0; who < N_PERSONS; who++)
    g_assert_cmpuint (count_notices (f, (FixturePerson)who) - before[who], ==,
                      who == CASE_HANDLER ? 1 : 0);

  g_assert_cmpstr (do_case (f, CASE_HANDLER, "case.write", case_id, ", 'text': 'I look.'"), ==, "");
  for (int who = 0; who < N_PERSONS; who++)
    g_assert_cmpuint (count_notices (f, (FixturePerson)who) - before[who], ==,
                      who == CASE_HANDLER || who == ACCEPTER || who == OWNER ? 1 : 0);

  g_assert_cmpstr (do_case (f, DECISION_MAKER, "case.write", case_id,
                            ", 'lane': 'internal', 'text': 'Hm.'"),
                   ==, "");
  g_assert_cmpuint (count_notices (f, CASE_HANDLER) - before[CASE_HANDLER], ==, 2);
  g_assert_cmpuint (count_notices (f, ACCEPTER) - before[ACCEPTER], ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/case-thread/states", test_states);
  g_test_add_func ("/registry/case-thread/other-account", test_other_account);
  g_test_add_func ("/registry/case-thread/texts", test_texts);
  g_test_add_func ("/registry/case-thread/edit", test_edit);
  g_test_add_func ("/registry/case-thread/kinds", test_kinds);
  g_test_add_func ("/registry/case-thread/internal", test_internal);
  g_test_add_func ("/registry/case-thread/told", test_told);
  return g_test_run ();
}
