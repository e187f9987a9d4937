/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "gram-notice-list.h"

/* What a session's signals said. */
typedef struct
{
  GPtrArray *arrived; /* of GramNoticeItem */
  guint n_together;
} Heard;

static void
arrived_cb (Heard *heard, GramNoticeItem *notice)
{
  g_ptr_array_add (heard->arrived, g_object_ref (notice));
}

static void
together_cb (Heard *heard, guint n)
{
  heard->n_together += n;
}

static void
listen (Heard *heard, GramSession *session)
{
  if (heard->arrived == NULL)
    heard->arrived = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (session, "notice-arrived", G_CALLBACK (arrived_cb), heard);
  g_signal_connect_swapped (session, "notices-arrived", G_CALLBACK (together_cb), heard);
}

static void
forget (Heard *heard)
{
  g_clear_pointer (&heard->arrived, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Heard, forget)

static gboolean
has_heard (gpointer data)
{
  const Heard *heard = data;

  return heard->arrived->len > 0 || heard->n_together > 0;
}

static gint64
unread_of (GramSession *session)
{
  gint64 unread = 0;

  g_object_get (session, "unread", &unread, NULL);
  return unread;
}

static gboolean
has_unread (gpointer data)
{
  return unread_of (data) > 0;
}

static gboolean
has_none_unread (gpointer data)
{
  return unread_of (data) == 0;
}

static gint64
ask_about (Cases *self, const char *account, const char *chassis)
{
  gint64 id = cases_dispute (self->aroha, account, chassis);

  cases_claim (self, id);
  cases_ask (self, account, id);
  return id;
}

static void
changed_cb (guint *n_changed)
{
  (*n_changed)++;
}

static gboolean
has_changed (gpointer data)
{
  return *(guint *)data > 0;
}

/* Lets whatever a session may still want to tell come: it sees one change more. */
static void
let_all_come (Cases *self, GramSession *session)
{
  static guint number = 0;
  g_autoptr (GVariant) kept = NULL;
  guint n_changed = 0;
  gulong handler
      = g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), &n_changed);

  kept = fixture_must (self->base.session, "snippet.save",
                       "{'title': <'Text %u'>, 'text': <'Please wait.'>}", number++);
  g_assert_nonnull (kept);
  gram_test_wait_until (has_changed, &n_changed);
  gram_test_settle ();
  g_signal_handler_disconnect (session, handler);
}

/* Two windows of one person: a notice is shown by one of them, once. */
static void
test_once (Cases *self, gconstpointer data)
{
  g_auto (Heard) heard = { 0 };
  GramSession *second = cases_sign_in (self, AROHA);
  g_autofree char *sentence = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *account = NULL;
  gint64 subject_id = 0;
  guint event = 0;
  gint64 id;

  listen (&heard, self->aroha);
  listen (&heard, second);
  id = ask_about (self, self->harbour, "ZVW30-1234567");
  gram_test_wait_until (has_heard, &heard);
  let_all_come (self, self->aroha);
  let_all_come (self, second);
  g_assert_cmpuint (heard.arrived->len, ==, 1);
  g_assert_cmpuint (heard.n_together, ==, 0);

  g_object_get (g_ptr_array_index (heard.arrived, 0), "event", &event, "title", &title, "sentence",
                &sentence, "subject", &subject, "subject-id", &subject_id, "account-number",
                &account, NULL);
  g_assert_cmpuint (event, ==, GRAM_EVENT_INFORMATION_ASKED);
  g_assert_cmpstr (title, !=, "");
  g_assert_cmpstr (sentence, !=, "");
  g_assert_cmpstr (subject, ==, "case");
  g_assert_cmpint (subject_id, ==, id);
  g_assert_cmpstr (account, ==, self->harbour);
  fixture_close (second);
}

/* What came while nobody was there is told together; who signs in again is not told again. */
static void
test_together (Cases *self, gconstpointer data)
{
  g_auto (Heard) heard = { 0 };
  g_autofree char *in = NULL;
  g_autofree char *again = NULL;
  gint64 ids[] = {
    cases_dispute (self->aroha, self->harbour, "ZVW30-1234567"),
    cases_dispute (self->aroha, self->harbour, "ZVW30-1234568"),
    cases_dispute (self->aroha, self->quayside, "ZVW30-1234569"),
    cases_dispute (self->aroha, self->quayside, "ZVW30-1234571"),
  };

  gram_session_sign_out (self->aroha);
  listen (&heard, self->aroha);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      cases_claim (self, ids[i]);
      cases_ask (self, i < 2 ? self->harbour : self->quayside, ids[i]);
    }

  in = fixture_sign_in (self->aroha, AROHA, PASSWORD);
  g_assert_cmpstr (in, ==, "");
  gram_test_wait_until (has_heard, &heard);
  let_all_come (self, self->aroha);
  g_assert_cmpuint (heard.arrived->len, ==, 0);
  g_assert_cmpuint (heard.n_together, ==, G_N_ELEMENTS (ids));

  heard.n_together = 0;
  again = fixture_sign_in (self->aroha, AROHA, PASSWORD);
  g_assert_cmpstr (again, ==, "");
  let_all_come (self, self->aroha);
  g_assert_false (has_heard (&heard));
}

/* Where nobody shows notices they wait for somebody who does. */
static void
test_unheard (Cases *self, gconstpointer data)
{
  g_auto (Heard) heard = { 0 };

  ask_about (self, self->harbour, "ZVW30-1234567");
  gram_test_wait_until (has_unread, self->aroha);
  let_all_come (self, self->aroha);
  listen (&heard, self->aroha);
  let_all_come (self, self->aroha);
  gram_test_wait_until (has_heard, &heard);
  g_assert_cmpuint (heard.arrived->len, ==, 1);
}

/* A window that is locked tells nothing; unlocked, it does. */
static void
test_locked (Cases *self, gconstpointer data)
{
  g_auto (Heard) heard = { 0 };
  g_autoptr (GAsyncResult) unlocked = NULL;
  gint64 id = cases_dispute (self->aroha, self->harbour, "ZVW30-1234567");

  listen (&heard, self->aroha);
  gram_test_settle ();
  gram_session_lock (self->aroha);
  cases_claim (self, id);
  cases_ask (self, self->harbour, id);
  gram_test_settle ();
  g_assert_false (has_heard (&heard));

  gram_session_unlock_async (self->aroha, PASSWORD, NULL, gram_test_keep_result, &unlocked);
  gram_test_wait_result (&unlocked);
  g_assert_cmpint (gram_session_unlock_finish (self->aroha, unlocked, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_wait_until (has_heard, &heard);
  g_assert_cmpuint (heard.arrived->len, ==, 1);
}

/* A notice leads to its object: the account becomes the current one, and it is read. */
static void
test_open (Cases *self, gconstpointer data)
{
  g_auto (Heard) heard = { 0 };
  g_autofree char *visited = fixture_visit (self->aroha, self->quayside);
  GramSession *wiremu = cases_sign_in (self, WIREMU);
  g_autoptr (GramNoticeItem) opened = NULL;
  g_autoptr (GramNoticeItem) again = NULL;
  g_autoptr (GramNoticeItem) none = NULL;
  g_autoptr (GramRefusal) theirs = NULL;
  GramRefusal *refusal = NULL;
  gint64 notice;
  gint64 id;

  g_assert_cmpstr (visited, ==, "");
  listen (&heard, self->aroha);
  id = ask_about (self, self->harbour, "ZVW30-1234567");
  gram_test_wait_until (has_heard, &heard);
  gram_test_wait_until (has_unread, self->aroha);
  notice = gram_place_get_id (g_ptr_array_index (heard.arrived, 0));

  FIXTURE_ASK (opened, self->aroha, open_notice, &refusal, notice);
  g_assert_null (refusal);
  g_assert_cmpint (gram_notice_item_get_row (opened)->subject_id, ==, id);
  g_assert_cmpstr (fixture_number (self->aroha), ==, self->harbour);
  gram_test_wait_until (has_none_unread, self->aroha);
  FIXTURE_ASK (again, self->aroha, open_notice, &refusal, notice);
  g_assert_null (refusal);
  g_assert_true (gram_notice_item_get_row (again)->read);

  FIXTURE_ASK (none, wiremu, open_notice, &theirs, notice);
  g_assert_null (none);
  g_assert_cmpstr (theirs->id, ==, "notice.unknown");
  fixture_close (wiremu);
}

/* Who works the queue is taken to no account. */
static void
test_open_in_queue (Cases *self, gconstpointer data)
{
  g_auto (Heard) heard = { 0 };
  g_autoptr (GramNoticeItem) opened = NULL;
  g_autoptr (GVariant) answered = NULL;
  GramRefusal *refusal = NULL;
  gint64 id;

  listen (&heard, self->base.session);
  id = ask_about (self, self->harbour, "ZVW30-1234567");
  answered = fixture_must (self->aroha, "case.answer",
                           "{'account': <'%s'>, 'case': <int64 %" G_GINT64_FORMAT
                           ">, 'text': <'It is attached'>}",
                           self->harbour, id);
  gram_test_wait_until (has_heard, &heard);
  FIXTURE_ASK (opened, self->base.session, open_notice, &refusal,
               gram_place_get_id (g_ptr_array_index (heard.arrived, 0)));
  g_assert_null (refusal);
  g_assert_cmpuint (gram_notice_item_get_row (opened)->event, ==, GRAM_EVENT_INFORMATION_GIVEN);
  g_assert_cmpint (gram_notice_item_get_row (opened)->subject_id, ==, id);
  g_assert_null (gram_session_get_account (self->base.session));
}

static gboolean
is_loaded (gpointer data)
{
  g_autoptr (GramPlace) first = g_list_model_get_item (data, 0);

  return !gram_paged_list_get_loading (data) && first != NULL && !gram_place_get_loading (first);
}

static gboolean
is_empty (gpointer data)
{
  return !gram_paged_list_get_loading (data) && g_list_model_get_n_items (data) == 0;
}

/* The inbox as a list, which follows what is put away. */
static void
test_list (Cases *self, gconstpointer data)
{
  const GramNoticeQuery archived = { .archived = TRUE };
  const GramNoticeQuery here = { 0 };
  g_autoptr (GramNoticeList) inbox = gram_notice_list_new (self->aroha);
  g_autoptr (GramNoticeList) away = gram_notice_list_new (self->aroha);
  g_autoptr (GramNoticeItem) item = NULL;
  g_autoptr (GVariant) marked = NULL;

  ask_about (self, self->harbour, "ZVW30-1234567");
  gram_test_wait_until (has_unread, self->aroha);
  gram_notice_list_set_query (inbox, &here);
  gram_notice_list_set_query (away, &archived);
  gram_test_wait_until (is_loaded, inbox);
  gram_test_wait_until (is_empty, away);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (inbox)), ==, unread_of (self->aroha));
  item = g_list_model_get_item (G_LIST_MODEL (inbox), 0);
  g_assert_cmpuint (gram_notice_item_get_row (item)->event, ==, GRAM_EVENT_INFORMATION_ASKED);
  g_assert_false (gram_notice_item_get_row (item)->read);

  marked = fixture_must (self->aroha, "inbox.mark", "{'all': <true>, 'as': <'archived'>}");
  g_assert_nonnull (marked);
  gram_test_wait_until (is_empty, inbox);
  gram_test_wait_until (is_loaded, away);
  gram_test_wait_until (has_none_unread, self->aroha);
}

static const GramEventSwitch *
find_switch (const GPtrArray *switches, GramEvent event)
{
  for (guint i = 0; i < switches->len; i++)
    {
      const GramEventSwitch *candidate = g_ptr_array_index (switches, i);

      if (candidate->event == event)
        return candidate;
    }
  return NULL;
}

/* An event that is switched off for the desktop waits in the inbox, and no more. */
static void
test_switched_off (Cases *self, gconstpointer data)
{
  g_auto (Heard) heard = { 0 };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GVariant) set = NULL;
  GramRefusal *refusal = NULL;
  const GramEventSwitch *asked;

  FIXTURE_ASK (before, self->aroha, events, &refusal);
  g_assert_null (refusal);
  asked = find_switch (before, GRAM_EVENT_INFORMATION_ASKED);
  g_assert_nonnull (asked);
  g_assert_true (asked->inbox && asked->desktop && !asked->chosen);

  set = fixture_must (self->aroha, "inbox.set-event",
                      "{'event': <'information-asked'>, 'inbox': <true>, 'desktop': <false>}");
  FIXTURE_ASK (after, self->aroha, events, &refusal);
  asked = find_switch (after, GRAM_EVENT_INFORMATION_ASKED);
  g_assert_true (asked->inbox && !asked->desktop && asked->chosen);

  listen (&heard, self->aroha);
  ask_about (self, self->harbour, "ZVW30-1234567");
  gram_test_wait_until (has_unread, self->aroha);
  let_all_come (self, self->aroha);
  g_assert_false (has_heard (&heard));
}

/* Who signs out takes the badges along. */
static void
test_signed_out (Cases *self, gconstpointer data)
{
  ask_about (self, self->harbour, "ZVW30-1234567");
  gram_test_wait_until (has_unread, self->aroha);
  gram_session_sign_out (self->aroha);
  g_assert_cmpint (unread_of (self->aroha), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/session-inbox/" name, Cases, NULL, cases_set_up, func, cases_tear_down)
  ADD ("once", test_once);
  ADD ("together", test_together);
  ADD ("unheard", test_unheard);
  ADD ("locked", test_locked);
  ADD ("open", test_open);
  ADD ("open-in-queue", test_open_in_queue);
  ADD ("list", test_list);
  ADD ("switched-off", test_switched_off);
  ADD ("signed-out", test_signed_out);
#undef ADD
  return g_test_run ();
}
