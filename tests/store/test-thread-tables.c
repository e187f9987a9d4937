/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "people-fixture.h"

#include "gram-attachment-table.h"
#include "gram-case-message-table.h"
#include "gram-notice-table.h"
#include "gram-person-event-table.h"
#include "gram-snippet-table.h"
#include "gram-statement.h"

#include <inttypes.h>
#include <string.h>

#define BOTH_LANES (1u << GRAM_LANE_HOLDER | 1u << GRAM_LANE_INTERNAL)
#define LIMIT 26214400

static void
set_up (TableFixture *self, gconstpointer data)
{
  table_fixture_set_up (self, data);
  people_fixture_fill (self->store);
  table_fixture_begin (self);
  case_fixture_dispute (self->unit, 1, GRAM_DISPUTE_MISSING, NULL, 0);
}

#define CASE_ID 4
#define THREAD_TEST(path, function)                                                                \
  g_test_add (path, TableFixture, NULL, set_up, function, table_fixture_tear_down)

static gint64
write_message (TableFixture *self, GramLane lane, const char *text)
{
  g_autoptr (GramCaseMessageRecord) message = gram_case_message_record_new ();
  g_autoptr (GError) error = NULL;

  message->case_id = CASE_ID;
  message->lane = lane;
  message->text = g_strdup (text);
  message->written_by = 2;
  message->written_at = 10;
  gram_case_message_table_insert (self->unit, message, &error);
  g_assert_no_error (error);
  return message->id;
}

static GramCaseMessageRecord *
get_message (TableFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GramCaseMessageRecord *message;

  gram_case_message_table_get (self->store, id, &message, &error);
  g_assert_no_error (error);
  return message;
}

typedef struct
{
  guint lanes;
  guint n_messages;
} Lanes;

/* An internal note never leaves the engine for who may not read it. */
static const Lanes lanes[] = {
  { 0, 0 },
  { 1u << GRAM_LANE_HOLDER, 2 },
  { 1u << GRAM_LANE_INTERNAL, 1 },
  { BOTH_LANES, 3 },
};

static void
test_lanes (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  const GramCaseMessageRecord *first;

  write_message (self, GRAM_LANE_HOLDER, "See the certificate");
  write_message (self, GRAM_LANE_INTERNAL, "Ask the register first");
  write_message (self, GRAM_LANE_HOLDER, "And the invoice");
  for (gsize i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      g_autoptr (GPtrArray) messages = NULL;

      messages = gram_case_message_table_list (self->store, CASE_ID, lanes[i].lanes, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (messages->len, ==, lanes[i].n_messages);
      for (guint j = 0; j < messages->len; j++)
        g_assert_cmpuint (lanes[i].lanes >> ((GramCaseMessageRecord *)messages->pdata[j])->lane & 1,
                          ==, 1);
    }
  all = gram_case_message_table_list (self->store, CASE_ID, BOTH_LANES, &error);
  first = all->pdata[0];
  g_assert_cmpstr (first->text, ==, "See the certificate");
  g_assert_cmpint (first->kind, ==, GRAM_MESSAGE_PLAIN);
  g_assert_cmpstr (first->writer, ==, "Tom Okafor");
  g_assert_cmpstr (first->writer_email, ==, "tom@example.org");
}

static void
test_edit (TableFixture *self, gconstpointer data)
{
  gint64 id = write_message (self, GRAM_LANE_HOLDER, "See the certficate");
  g_autoptr (GramCaseMessageRecord) before = get_message (self, id);
  g_autoptr (GramCaseMessageRecord) after = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  const GramCaseMessageEdit *edit;

  g_assert_true (gram_case_message_table_edit (self->unit, before, before->text, 11,
                                               self->journal_id, &error));
  g_assert_true (gram_case_message_table_edit (self->unit, before, "See the certificate", 12,
                                               self->journal_id, &error));
  case_fixture_assert_refused (gram_case_message_table_edit (self->unit, before, "Late", 13,
                                                             self->journal_id, &error),
                               &error);
  case_fixture_assert_refused (gram_case_message_table_edit (self->unit, before, "", 13,
                                                             self->journal_id, &error),
                               &error);
  after = get_message (self, id);
  g_assert_cmpstr (after->text, ==, "See the certificate");
  g_assert_cmpint (after->edited_at, ==, 12);
  g_assert_cmpint (after->version, ==, 2);
  g_assert_true (
      gram_case_message_table_edit (self->unit, after, "See both", 14, self->journal_id, &error));
  table_fixture_commit (self);
  edits = gram_case_message_table_history (self->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (edits->len, ==, 2);
  edit = edits->pdata[0];
  g_assert_cmpstr (edit->old_text, ==, "See the certficate");
  g_assert_cmpstr (edit->person, ==, "Mere Tamihana");
  edit = edits->pdata[1];
  g_assert_cmpstr (edit->old_text, ==, "See the certificate");
}

static gboolean
attach (TableFixture *self, GramLane lane, GBytes *content, gint64 *id, GError **error)
{
  g_autoptr (GramAttachmentRecord) attachment = gram_attachment_record_new ();
  gboolean done;

  attachment->case_id = CASE_ID;
  attachment->lane = lane;
  attachment->name = g_strdup ("certificate.pdf");
  attachment->media_type = g_strdup ("application/pdf");
  attachment->added_by = 2;
  attachment->added_at = 10;
  done = gram_attachment_table_insert (self->unit, attachment, content, error);
  *id = attachment->id;
  return done;
}

static GramAttachmentRecord *
get_attachment (TableFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GramAttachmentRecord *attachment;

  gram_attachment_table_get (self->store, id, &attachment, &error);
  g_assert_no_error (error);
  return attachment;
}

static void
test_evidence (TableFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("\0\1binary\xff", 9);
  g_autoptr (GramAttachmentRecord) attachment = NULL;
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) holder = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 internal;

  g_assert_true (attach (self, GRAM_LANE_HOLDER, content, &id, &error));
  g_assert_true (attach (self, GRAM_LANE_INTERNAL, content, &internal, &error));
  table_fixture_commit (self);
  attachment = get_attachment (self, id);
  g_assert_cmpstr (attachment->name, ==, "certificate.pdf");
  g_assert_cmpint (attachment->size, ==, 9);
  g_assert_cmpstr (attachment->sha256, ==, sha256);
  g_assert_cmpstr (attachment->person, ==, "Tom Okafor");
  read = gram_attachment_table_read (self->store, attachment, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, content));
  all = gram_attachment_table_list (self->store, CASE_ID, BOTH_LANES, &error);
  g_assert_cmpuint (all->len, ==, 2);
  holder = gram_attachment_table_list (self->store, CASE_ID, 1u << GRAM_LANE_HOLDER, &error);
  g_assert_cmpuint (holder->len, ==, 1);
  g_assert_cmpint (((GramAttachmentRecord *)holder->pdata[0])->id, ==, id);
}

typedef struct
{
  gsize size;
  gboolean fits;
} Size;

static const Size sizes[] = { { 0, FALSE }, { 1, TRUE }, { LIMIT, TRUE }, { LIMIT + 1, FALSE } };

static void
test_sizes (TableFixture *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) content = g_bytes_new_take (g_malloc0 (sizes[i].size + 1), sizes[i].size);
      g_autoptr (GError) error = NULL;
      gint64 id;

      if (sizes[i].fits)
        g_assert_true (attach (self, GRAM_LANE_HOLDER, content, &id, &error));
      else
        case_fixture_assert_refused (attach (self, GRAM_LANE_HOLDER, content, &id, &error), &error);
    }
}

/* Content that is not what was attached is never handed out. */
static void
test_damaged (TableFixture *self, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE attachment_content SET content = zeroblob (9)",
    "UPDATE attachment_content SET content = zeroblob (8)",
    "DELETE FROM attachment_content",
  };
  g_autoptr (GBytes) content = g_bytes_new_static ("evidence!", 9);
  g_autoptr (GramAttachmentRecord) attachment = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (attach (self, GRAM_LANE_HOLDER, content, &id, &error));
  table_fixture_commit (self);
  attachment = get_attachment (self, id);
  g_clear_pointer (&self->store, gram_store_close);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GramStore) store = NULL;

      store_fixture_raw (self->path, damages[i]);
      store = gram_store_open (self->path, GRAM_STORE_READ_WRITE, &error);
      g_assert_no_error (error);
      g_assert_null (gram_attachment_table_read (store, attachment, &error));
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, "certificate.pdf"));
      g_clear_error (&error);
    }
  g_free (self->path);
  self->path = gram_test_dir_file (self->dir, "another.gram");
  self->store = store_fixture_create (self->path);
}

static gint64
keep_snippet (TableFixture *self, const char *title, GramCaseKind kind)
{
  g_autoptr (GramSnippetRecord) snippet = gram_snippet_record_new ();
  g_autoptr (GError) error = NULL;

  snippet->title = g_strdup (title);
  snippet->text = g_strdup ("The certificate of conformity decides.");
  snippet->kind = kind;
  gram_snippet_table_insert (self->unit, snippet, &error);
  g_assert_no_error (error);
  return snippet->id;
}

static void
assert_snippets (TableFixture *self, GramCaseKind kind, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) snippets = gram_snippet_table_list (self->store, kind, &error);
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < snippets->len; i++)
    g_string_append_printf (titles, "%s;", ((GramSnippetRecord *)snippets->pdata[i])->title);
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_snippets (TableFixture *self, gconstpointer data)
{
  gint64 id = keep_snippet (self, "certified", GRAM_CASE_DISPUTE);
  g_autoptr (GramSnippetRecord) before = NULL;
  g_autoptr (GramSnippetRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  keep_snippet (self, "Welcome", 0);
  keep_snippet (self, "Asset book", GRAM_CASE_APPLICATION);
  assert_snippets (self, 0, "Asset book;certified;Welcome;");
  assert_snippets (self, GRAM_CASE_DISPUTE, "certified;Welcome;");
  assert_snippets (self, GRAM_CASE_AML, "Welcome;");
  g_assert_true (gram_snippet_table_get (self->store, id, &before, &error));
  after = gram_snippet_record_copy (before);
  after->active = FALSE;
  g_assert_true (gram_snippet_table_update (self->unit, before, after, &error));
  case_fixture_assert_refused (gram_snippet_table_update (self->unit, before, after, &error),
                               &error);
  assert_snippets (self, GRAM_CASE_DISPUTE, "Welcome;");
}

static gint64
tell (TableFixture *self,
      gint64 person_id,
      GramEvent event,
      gint64 account_id,
      const char *occasion)
{
  g_autoptr (GramNoticeRecord) notice = gram_notice_record_new ();
  g_autoptr (GError) error = NULL;

  notice->person_id = person_id;
  notice->event = event;
  notice->account_id = account_id;
  notice->subject = g_strdup ("account");
  notice->subject_id = account_id;
  notice->occasion = g_strdup (occasion);
  notice->detail = g_strdup ("{\"n\":312}");
  notice->at = 10;
  notice->desktop = GRAM_NOTICE_DESKTOP_TO_SHOW;
  gram_notice_table_insert (self->unit, notice, &error);
  g_assert_no_error (error);
  return notice->id;
}

/* The ids that a query answers, as text. */
static char *
notices_of (TableFixture *self, const GramNoticeQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = gram_notice_table_ids (self->store, query, 0, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%" PRId64 " ", g_array_index (ids, gint64, i));
  return g_string_free_and_steal (text);
}

static void
assert_inbox (TableFixture *self, gint64 person_id, const char *all, const char *unread)
{
  const GramNoticeQuery inbox = { .person_id = person_id };
  const GramNoticeQuery new_ones = { .person_id = person_id, .unread = TRUE };
  g_autofree char *found = notices_of (self, &inbox);
  g_autofree char *found_unread = notices_of (self, &new_ones);
  g_autoptr (GError) error = NULL;
  gint64 count;
  guint n = 0;

  g_assert_cmpstr (found, ==, all);
  g_assert_cmpstr (found_unread, ==, unread);
  for (const char *c = unread; *c != '\0'; c++)
    n += *c == ' ';
  g_assert_true (gram_notice_table_unread (self->store, person_id, &count, &error));
  g_assert_cmpint (count, ==, n);
}

/* Nothing is told twice. */
static void
test_once (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) of_others = NULL;
  g_autoptr (GError) error = NULL;
  const GramNoticeRecord *notice;
  gint64 first = tell (self, 2, GRAM_EVENT_VEHICLE_READY, 1, "7");
  const gint64 ids[] = { 99, first };

  g_assert_cmpint (first, >, 0);
  g_assert_cmpint (tell (self, 2, GRAM_EVENT_VEHICLE_READY, 1, "7"), ==, 0);
  g_assert_cmpint (tell (self, 2, GRAM_EVENT_VEHICLE_READY, 1, "8"), >, first);
  g_assert_cmpint (tell (self, 2, GRAM_EVENT_AUTO_ACCEPTED, 1, "7"), >, first);
  g_assert_cmpint (tell (self, 2, GRAM_EVENT_VEHICLE_READY, 2, "7"), >, first);
  g_assert_cmpint (tell (self, 3, GRAM_EVENT_VEHICLE_READY, 1, "7"), >, first);
  page = gram_notice_table_page (self->store, 2, ids, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, 1);
  notice = page->pdata[0];
  g_assert_cmpint (notice->event, ==, GRAM_EVENT_VEHICLE_READY);
  g_assert_cmpstr (notice->detail, ==, "{\"n\":312}");
  g_assert_cmpstr (notice->number, ==, "10000008");
  g_assert_cmpstr (notice->holder, ==, "Harbour Street Imports Ltd");
  g_assert_true (notice->inbox);
  of_others = gram_notice_table_page (self->store, 3, ids, 2, &error);
  g_assert_cmpuint (of_others->len, ==, 0);
}

typedef struct
{
  GramNoticeMark mark;
  gboolean all;
  const char *marked;
  const char *inbox;
  const char *unread;
} Mark;

/* One after the other, over the notices 1 to 3 of person 2 (4 is another's); by id: 1, 3 and 4. */
static const Mark marks[] = {
  { GRAM_NOTICE_READ, FALSE, "1 3 ", "3 2 1 ", "2 " },
  { GRAM_NOTICE_READ, FALSE, "", "3 2 1 ", "2 " },
  { GRAM_NOTICE_READ, TRUE, "2 ", "3 2 1 ", "" },
  { GRAM_NOTICE_UNREAD, FALSE, "1 3 ", "3 2 1 ", "3 1 " },
  { GRAM_NOTICE_ARCHIVED, FALSE, "1 3 ", "2 ", "" },
  { GRAM_NOTICE_UNREAD, TRUE, "2 ", "2 ", "2 " },
  { GRAM_NOTICE_UNARCHIVED, TRUE, "1 3 ", "3 2 1 ", "2 " },
  { GRAM_NOTICE_ARCHIVED, TRUE, "1 2 3 ", "", "" },
  { GRAM_NOTICE_SHOWN, FALSE, "1 3 ", "", "" },
  { GRAM_NOTICE_SHOWN, TRUE, "2 ", "", "" },
  { GRAM_NOTICE_SHOWN, TRUE, "", "", "" },
};

static void
test_marks (TableFixture *self, gconstpointer data)
{
  const gint64 ids[] = { 1, 3, 4 };
  const GramNoticeQuery archived = { .person_id = 2, .archived = TRUE };
  const GramNoticeQuery ready = { .person_id = 2,
                                  .archived = TRUE,
                                  .events = GRAM_NOTICE_EVENT (GRAM_EVENT_VEHICLE_READY) };
  g_autofree char *found = NULL;
  g_autofree char *found_ready = NULL;
  g_autoptr (GError) error = NULL;

  tell (self, 2, GRAM_EVENT_VEHICLE_READY, 1, "1");
  tell (self, 2, GRAM_EVENT_AUTO_ACCEPTED, 1, "2");
  tell (self, 2, GRAM_EVENT_VEHICLE_READY, 1, "3");
  tell (self, 3, GRAM_EVENT_VEHICLE_READY, 1, "4");
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) marked = NULL;

      marked = gram_notice_table_mark (self->unit, 2, marks[i].all ? NULL : ids, 3, marks[i].mark,
                                       20, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < marked->len; j++)
        g_string_append_printf (text, "%" PRId64 " ", g_array_index (marked, gint64, j));
      g_assert_cmpstr (text->str, ==, marks[i].marked);
      assert_inbox (self, 2, marks[i].inbox, marks[i].unread);
    }
  found = notices_of (self, &archived);
  g_assert_cmpstr (found, ==, "3 2 1 ");
  found_ready = notices_of (self, &ready);
  g_assert_cmpstr (found_ready, ==, "3 1 ");
  assert_inbox (self, 3, "4 ", "4 ");
}

static char *
to_show (TableFixture *self, gint64 person_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = gram_notice_table_to_show (self->store, person_id, 0, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < notices->len; i++)
    g_string_append_printf (text, "%" PRId64 " ", ((GramNoticeRecord *)notices->pdata[i])->id);
  return g_string_free_and_steal (text);
}

typedef struct
{
  gint64 person_id;
  GramEvent event;
  gint64 account_id;
  const char *change;
  gboolean told;
} Access;

/* Nothing to people without access; what they had before is gone with it. */
static const Access access_rows[] = {
  { 2, GRAM_EVENT_VEHICLE_READY, 1, NULL, TRUE },
  { 2, GRAM_EVENT_VEHICLE_READY, 3, NULL, FALSE },
  { 3, GRAM_EVENT_DISPUTE_DECIDED, 1, NULL, TRUE },
  { 3, GRAM_EVENT_DISPUTE_DECIDED, 1,
    "DELETE FROM membership WHERE account_id = 1 AND person_id = 3", FALSE },
  { 3, GRAM_EVENT_VEHICLE_READY, 1,
    "UPDATE membership SET permissions = 1 WHERE account_id = 1 AND person_id = 3", FALSE },
  { 4, GRAM_EVENT_CASE_ASSIGNED, 1, NULL, TRUE },
  { 4, GRAM_EVENT_CASE_ASSIGNED, 1, "UPDATE person SET role = 'reader' WHERE id = 4", FALSE },
  { 4, GRAM_EVENT_OVERDUE, 1, "UPDATE person SET active = 0 WHERE id = 4", FALSE },
  { 4, GRAM_EVENT_VEHICLE_READY, 1, NULL, FALSE },
  { 2, GRAM_EVENT_CASE_ASSIGNED, 1, NULL, FALSE },
  { 2, GRAM_EVENT_PERMISSION_CHANGED, 1, NULL, TRUE },
  { 2, GRAM_EVENT_PERMISSION_CHANGED, 5, NULL, FALSE },
};

static void
test_access (TableFixture *self, gconstpointer data)
{
  table_fixture_commit (self);
  for (gsize i = 0; i < G_N_ELEMENTS (access_rows); i++)
    {
      const Access *row = &access_rows[i];
      g_autofree char *expected = NULL;
      g_autofree char *shown = NULL;
      g_autoptr (GPtrArray) page = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id;

      table_fixture_begin (self);
      id = tell (self, row->person_id, row->event, row->account_id, "1");
      if (row->change != NULL && !gram_store_exec (self->store, row->change, &error))
        g_error ("%s: %s", row->change, error->message);
      expected = row->told ? g_strdup_printf ("%" PRId64 " ", id) : g_strdup ("");
      assert_inbox (self, row->person_id, expected, expected);
      shown = to_show (self, row->person_id);
      g_assert_cmpstr (shown, ==, expected);
      page = gram_notice_table_page (self->store, row->person_id, &id, 1, &error);
      g_assert_cmpuint (page->len, ==, row->told ? 1 : 0);
      gram_unit_rollback (g_steal_pointer (&self->unit));
    }
}

/* For the desktop alone: it is shown, but does not lie in the inbox. */
static void
test_desktop_alone (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramNoticeRecord) notice = gram_notice_record_new ();
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  notice->person_id = 2;
  notice->event = GRAM_EVENT_VEHICLE_READY;
  notice->account_id = 1;
  notice->subject = g_strdup ("vehicles");
  notice->subject_id = 1;
  notice->at = 10;
  notice->inbox = FALSE;
  notice->desktop = GRAM_NOTICE_DESKTOP_TO_SHOW;
  g_assert_true (gram_notice_table_insert (self->unit, notice, &error));
  assert_inbox (self, 2, "", "");
  shown = to_show (self, 2);
  g_assert_cmpstr (shown, ==, "1 ");
}

static void
test_person_events (TableFixture *self, gconstpointer data)
{
  const GramPersonEvent quiet = { GRAM_EVENT_MESSAGE, FALSE, TRUE };
  const GramPersonEvent loud = { GRAM_EVENT_MESSAGE, TRUE, FALSE };
  GramPersonEvent asked = { GRAM_EVENT_OVERDUE, TRUE, TRUE };
  g_autoptr (GArray) events = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gram_person_event_table_set (self->unit, 2, &quiet, &error));
  g_assert_true (gram_person_event_table_set (self->unit, 2, &loud, &error));
  g_assert_true (gram_person_event_table_set (self->unit, 3, &quiet, &error));
  events = gram_person_event_table_list (self->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpint (g_array_index (events, GramPersonEvent, 0).event, ==, GRAM_EVENT_MESSAGE);
  g_assert_true (g_array_index (events, GramPersonEvent, 0).inbox);
  g_assert_false (g_array_index (events, GramPersonEvent, 0).desktop);
  /* Not switched: the default stays. */
  g_assert_true (gram_person_event_table_get (self->store, 2, &asked, &error));
  g_assert_true (asked.inbox && asked.desktop);
  asked.event = GRAM_EVENT_MESSAGE;
  g_assert_true (gram_person_event_table_get (self->store, 3, &asked, &error));
  g_assert_true (!asked.inbox && asked.desktop);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  THREAD_TEST ("/store/thread-tables/lanes", test_lanes);
  THREAD_TEST ("/store/thread-tables/edit", test_edit);
  THREAD_TEST ("/store/thread-tables/evidence", test_evidence);
  THREAD_TEST ("/store/thread-tables/sizes", test_sizes);
  THREAD_TEST ("/store/thread-tables/damaged", test_damaged);
  THREAD_TEST ("/store/thread-tables/snippets", test_snippets);
  THREAD_TEST ("/store/thread-tables/once", test_once);
  THREAD_TEST ("/store/thread-tables/marks", test_marks);
  THREAD_TEST ("/store/thread-tables/access", test_access);
  THREAD_TEST ("/store/thread-tables/desktop-alone", test_desktop_alone);
  THREAD_TEST ("/store/thread-tables/person-events", test_person_events);
  return g_test_run ();
}
