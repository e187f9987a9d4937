/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dispute-fixture.h"

#include "gram-attachments.h"
#include "gram-journal-query.h"
#include "gram-queries-disputes.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LIMIT GRAM_ATTACHMENT_LIMIT
#define SEVERAL_PIECES (5 * 1024 * 1024)

/* What becomes of a file that is about to be read, or is being read. */
typedef enum
{
  NOTHING,
  VANISHES,
  IS_REPLACED,
  GROWS,
  SHRINKS,
  IS_WRITTEN,
} Fate;

typedef struct
{
  char *path;
  Fate fate;
  gboolean struck;
} Strike;

static void
append_byte (const char *path)
{
  int fd = g_open (path, O_WRONLY | O_APPEND, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, "+", 1), ==, 1);
  g_close (fd, NULL);
}

static void
write_over (const char *path)
{
  const struct timespec times[] = { { 1, 0 }, { 1, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

/* Strikes once, after the first piece was read. */
static void
strike (gint64 done, gint64 total, gint64 rows, gpointer data)
{
  Strike *self = data;
  g_autofree char *other = NULL;

  g_assert_cmpint (done, <=, total);
  if (self->struck)
    return;
  self->struck = TRUE;
  switch (self->fate)
    {
    case VANISHES:
      g_assert_cmpint (g_unlink (self->path), ==, 0);
      break;
    case IS_REPLACED:
      other = g_strconcat (self->path, ".new", NULL);
      g_assert_true (g_file_set_contents (other, "another file", -1, NULL));
      g_assert_cmpint (g_rename (other, self->path), ==, 0);
      break;
    case GROWS:
      append_byte (self->path);
      break;
    case SHRINKS:
      g_assert_cmpint (truncate (self->path, 1), ==, 0);
      break;
    case IS_WRITTEN:
      write_over (self->path);
      break;
    case NOTHING:
    default:
      break;
    }
}

/* A file of so many bytes; large ones have a hole in them. */
static char *
make_file (GramTestDir *dir, const char *name, gint64 size)
{
  char *path = gram_test_dir_file (dir, name);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, size), ==, 0);
  g_close (fd, NULL);
  return path;
}

static void
check_read (const char *path, Strike *struck, const char *wanted, gint64 size)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  GError *error = NULL;

  bytes = gram_attachment_read_file (path, gram_case_rules_default (GRAM_SCHEME_CCS),
                                     struck != NULL ? strike : NULL, struck, NULL, &sha256,
                                     &refusal, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, wanted);
  g_assert_true ((bytes != NULL) == (*wanted == '\0'));
  if (bytes != NULL)
    {
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      g_assert_cmpint ((gint64)g_bytes_get_size (bytes), ==, size);
      g_assert_cmpstr (digest, ==, sha256);
    }
  else
    /* Every sentence names the file, but never where it lies. */
    g_assert_null (strchr (refusal->message, '/'));
}

static const struct
{
  const char *name;
  gint64 size;
  const char *refusal;
} size_rows[] = {
  { "none.pdf", 0, "attachment.empty" },
  { "one.pdf", 1, "" },
  { "pieces.pdf", SEVERAL_PIECES, "" },
  { "largest.pdf", LIMIT, "" },
  { "too-large.pdf", LIMIT + 1, "attachment.too-large" },
  { "far-too-large.iso", 200 * LIMIT, "attachment.too-large" },
};

static void
test_sizes (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (size_rows); i++)
    {
      g_autofree char *path = make_file (dir, size_rows[i].name, size_rows[i].size);

      check_read (path, NULL, size_rows[i].refusal, size_rows[i].size);
    }
}

static const struct
{
  Fate fate;
  const char *refusal;
} fate_rows[] = {
  { NOTHING, "" },
  { VANISHES, "attachment.vanished" },
  { IS_REPLACED, "attachment.changed" },
  { GROWS, "attachment.grew" },
  { SHRINKS, "attachment.changed" },
  { IS_WRITTEN, "attachment.changed" },
};

/* What happens while it is being read: a file of several pieces, struck after the first. */
static void
test_meanwhile (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (fate_rows); i++)
    {
      g_autofree char *path = make_file (dir, "certificate.pdf", SEVERAL_PIECES);
      Strike struck = { path, fate_rows[i].fate, FALSE };

      check_read (path, &struck, fate_rows[i].refusal, SEVERAL_PIECES);
      g_assert_true (struck.struck);
      g_unlink (path);
    }
}

/* What is no file, or not to be read: nothing of it hangs, and each has its sentence. */
static void
test_no_files (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *file = make_file (dir, "certificate.pdf", 10);
  g_autofree char *folder = gram_test_dir_file (dir, "folder");
  g_autofree char *pipe = gram_test_dir_file (dir, "pipe");
  g_autofree char *link = gram_test_dir_file (dir, "link.pdf");
  g_autofree char *inside = g_build_filename (file, "x", NULL);
  g_autofree char *none = gram_test_dir_file (dir, "none.pdf");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink (file, link), ==, 0);

  check_read (folder, NULL, "attachment.folder", 0);
  check_read (pipe, NULL, "attachment.not-a-file", 0);
  check_read ("/dev/null", NULL, "attachment.not-a-file", 0);
  check_read (link, NULL, "attachment.link", 0);
  check_read (none, NULL, "attachment.missing", 0);
  check_read (inside, NULL, "attachment.missing", 0);
  check_read ("", NULL, "attachment.missing", 0);
  if (geteuid () != 0)
    {
      g_assert_cmpint (g_chmod (file, 0), ==, 0);
      check_read (file, NULL, "attachment.no-permission", 0);
      g_assert_cmpint (g_chmod (file, 0600), ==, 0);
    }
  check_read (file, NULL, "", 10);
}

static void
test_cancelled (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = make_file (dir, "certificate.pdf", 10);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *sha256 = NULL;
  GramRefusal *refusal = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gram_attachment_read_file (path, gram_case_rules_default (GRAM_SCHEME_CCS), NULL,
                                            NULL, cancellable, &sha256, &refusal, &error));
  g_assert_null (refusal);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A name as it comes from a disk, and as it is kept. The real file always lies inside the test's folder. */
static const struct
{
  const char *name;
  const char *kept;
} name_rows[] = {
  { "certificate.pdf", "certificate.pdf" },
  { "..\\..\\boot.ini", "boot.ini" },
  { "a:b?.txt", "a_b_.txt" },
  { "NUL", "_NUL" },
  { "invoice\xe2\x80\xae"
    "fdp.exe",
    "invoice_fdp.exe" },
};

static void
attach (Fixture *f, FixturePerson who, gint64 case_id, const char *path, const char *more)
{
  g_autoptr (GString) escaped = g_string_new (path);
  g_autofree char *whole = NULL;

  g_string_replace (escaped, "\\", "\\\\", 0);
  whole = g_strdup_printf ("{'account': '@', 'case': %" PRId64 ", 'file': '%s'%s}", case_id,
                           escaped->str, more);
  fixture_do (f, who, "case.attach", "%s", whole);
}

static GBytes *
content (Fixture *f, FixturePerson who, gint64 id, const char *refused)
{
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;
  GBytes *bytes
      = gram_registry_attachment_content (f->registry, f->actors[who], id, NULL, &refusal, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, refused);
  return bytes;
}

/* Nothing is unpacked: what would be gigabytes somewhere else is its few bytes here. */
static void
test_bomb (void)
{
  static const guint8 bomb[] = { 'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 0xff, 0xff, 0xff, 0xff };
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  g_autofree char *path = gram_test_dir_file (f->dir, "bomb.zip");
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  g_assert_true (g_file_set_contents (path, (const char *)bomb, sizeof bomb, NULL));
  attach (f, ACCEPTER, case_id, path, "");
  g_assert_cmpstr (f->refusal, ==, "");
  g_assert_cmpint (fixture_result (f, "size"), ==, sizeof bomb);
  bytes = content (f, ACCEPTER, fixture_result (f, "attachment"), "");
  g_assert_cmpmem (g_bytes_get_data (bytes, &size), size, bomb, sizeof bomb);
  fixture_verify (f);
}

static void
test_names (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  g_autofree char *inner = gram_test_dir_file (f->dir, "inner");
  g_autofree char *out = g_build_filename (inner, "..", "out.pdf", NULL);
  const char *name = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (name_rows); i++)
    {
      g_autofree char *path = make_file (f->dir, name_rows[i].name, 5);

      attach (f, ACCEPTER, case_id, path, "");
      g_assert_cmpstr (f->refusal, ==, "");
      g_assert_true (g_variant_lookup (f->result, "name", "&s", &name));
      g_assert_cmpstr (name, ==, name_rows[i].kept);
      g_assert_true (gram_attachment_check_name (name, NULL));
    }
  /* A path with a step back in it is a path like any other; of it only the name is kept. */
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (out, "%PDF", -1, NULL));
  attach (f, ACCEPTER, case_id, out, "");
  g_assert_cmpstr (f->refusal, ==, "");
  g_assert_true (g_variant_lookup (f->result, "name", "&s", &name));
  g_assert_cmpstr (name, ==, "out.pdf");
}

/* The journal has name, size and digest, and nothing of what the file says or where it lay. */
static void
test_journal (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  g_autofree char *path = fixture_file (f, "certificate.pdf", "%PDF stamped by the maker");
  g_autoptr (GramJournalEntry) entry = NULL;

  attach (f, ACCEPTER, case_id, path, "");
  g_assert_cmpstr (f->refusal, ==, "");
  entry = people_last_entry (f);
  g_assert_cmpstr (entry->command, ==, "case.attach");
  g_assert_nonnull (strstr (entry->arguments, "certificate.pdf"));
  g_assert_nonnull (strstr (entry->result, "\"size\""));
  g_assert_nonnull (strstr (entry->result, "\"sha256\""));
  g_assert_null (strstr (entry->arguments, "/"));
  people_assert_not_in_journal (f, "stamped by");
  people_assert_not_in_journal (f, gram_test_dir_get_path (f->dir));
}

/* A refusal leaves nothing behind, neither an attachment nor an entry. */
static void
test_refused (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  gint64 length = fixture_journal_length (f);
  g_autofree char *empty = make_file (f->dir, "empty.pdf", 0);
  g_autofree char *large = make_file (f->dir, "large.pdf", LIMIT + 1);
  g_autofree char *good = make_file (f->dir, "good.pdf", 1);
  g_autoptr (GPtrArray) attachments = NULL;

  attach (f, ACCEPTER, case_id, empty, "");
  g_assert_cmpstr (f->refusal, ==, "attachment.empty");
  attach (f, ACCEPTER, case_id, large, "");
  g_assert_cmpstr (f->refusal, ==, "attachment.too-large");
  attach (f, ACCEPTER, case_id, "/nowhere/file.pdf", "");
  g_assert_cmpstr (f->refusal, ==, "attachment.missing");
  attach (f, ACCEPTER, case_id, good, ", 'lane': 'internal'");
  g_assert_cmpstr (f->refusal, ==, "case.lane-internal");
  attach (f, ACCEPTER, case_id, good, ", 'lane': 'secret'");
  g_assert_cmpstr (f->refusal, ==, "case.lane");
  attach (f, ACCEPTER, 99, good, "");
  g_assert_cmpstr (f->refusal, ==, "case.unknown");
  attach (f, VIEWER, case_id, good, "");
  g_assert_cmpstr (f->refusal, ==, "permission.missing");
  attach (f, READER, case_id, good, "");
  g_assert_cmpstr (f->refusal, ==, "permission.missing");
  g_assert_cmpint (fixture_journal_length (f), ==, length);

  attachments = gram_registry_attachments (f->registry, f->actors[ACCEPTER], case_id, NULL, NULL);
  g_assert_cmpuint (attachments->len, ==, 0);
  fixture_verify (f);
}

/* Who reads what: an attachment that is internal, of another account and one that is not there are the same. */
static void
test_access (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  g_autofree char *path = make_file (f->dir, "certificate.pdf", 300);
  char *commands[] = { (char *)"case.attach", NULL };
  const GramJournalQuery query = { .account_id = 1, .commands = commands };
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) handlers = NULL;
  gint64 shown;
  gint64 internal;

  attach (f, ACCEPTER, case_id, path, "");
  shown = fixture_result (f, "attachment");
  attach (f, CASE_HANDLER, case_id, path, ", 'lane': 'internal'");
  g_assert_cmpstr (f->refusal, ==, "");
  internal = fixture_result (f, "attachment");

  for (int who = 0; who < N_PERSONS; who++)
    {
      g_autoptr (GBytes) one
          = content (f, (FixturePerson)who, shown, who == STRANGER ? "attachment.unknown" : "");
      g_autoptr (GBytes) other
          = content (f, (FixturePerson)who, internal, who >= OWNER ? "attachment.unknown" : "");

      g_assert_true ((one != NULL) == (who != STRANGER));
      g_assert_true ((other != NULL) == (who < OWNER));
    }
  g_assert_null (content (f, OWNER, 99, "attachment.unknown"));

  journal = gram_registry_journal (f->registry, f->actors[OWNER], &query, 0, 0, NULL, NULL);
  g_assert_cmpuint (journal->len, ==, 1);
  members = gram_registry_attachments (f->registry, f->actors[VIEWER], case_id, NULL, NULL);
  handlers = gram_registry_attachments (f->registry, f->actors[READER], case_id, NULL, NULL);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpuint (handlers->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/attachments/sizes", test_sizes);
  g_test_add_func ("/registry/attachments/meanwhile", test_meanwhile);
  g_test_add_func ("/registry/attachments/no-files", test_no_files);
  g_test_add_func ("/registry/attachments/cancelled", test_cancelled);
  g_test_add_func ("/registry/attachments/bomb", test_bomb);
  g_test_add_func ("/registry/attachments/names", test_names);
  g_test_add_func ("/registry/attachments/journal", test_journal);
  g_test_add_func ("/registry/attachments/refused", test_refused);
  g_test_add_func ("/registry/attachments/access", test_access);
  return g_test_run ();
}
