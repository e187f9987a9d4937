/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-attachments.h"

#include "gram-attachment-table.h"
#include "gram-case-thread.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-disputes.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Read at a time. */
#define PIECE (gsize) (2 * 1024 * 1024)
/* Pieces of evidence that a case has at most. */
#define MOST_ATTACHMENTS 200

/* What the system says when a file cannot be opened or read; the name of the file stands in front. */
static const struct
{
  int number;
  const char *id;
  const char *message;
} errors[] = {
  { ENOENT, "attachment.missing", N_ ("There is no such file; choose it again") },
  { ENOTDIR, "attachment.missing", N_ ("There is no such file; choose it again") },
  { ELOOP, "attachment.link", N_ ("This is a link to another file; choose the file itself") },
  { EACCES, "attachment.no-permission", N_ ("You may not read it; choose a file that you may") },
  { EPERM, "attachment.no-permission", N_ ("You may not read it; choose a file that you may") },
  { ENXIO, "attachment.not-a-file",
    N_ ("This is no file that can be attached; save what it holds as a file first") },
};

typedef struct
{
  /* The end of the path, for sentences. */
  const char *name;
  const char *path;
  const GramCaseRules *rules;
  GramProgressFunc progress;
  gpointer progress_data;
  struct stat before;
  int fd;
} Reading;

static gboolean
refuse_error (const Reading *self, int number, GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    if (errors[i].number == number)
      return gram_refuse (refusal, errors[i].id, NULL, "“%s”: %s", self->name,
                          _ (errors[i].message));
  return gram_refuse (refusal, "attachment.unreadable", NULL,
                      _ ("“%s” could not be read to its end; copy it and attach the copy"),
                      self->name);
}

static gboolean
refuse_grown (const Reading *self, GramRefusal **refusal)
{
  return gram_refuse (refusal, "attachment.grew", NULL,
                      _ ("“%s” grew while it was being read; attach it when it is complete"),
                      self->name);
}

/* Only a regular file: a pipe would never end, and what a folder holds is not said. */
static gboolean
check_kind (const Reading *self, GramRefusal **refusal)
{
  if (S_ISDIR (self->before.st_mode))
    return gram_refuse (refusal, "attachment.folder", NULL,
                        _ ("“%s” is a folder; attach the files in it one by one"), self->name);
  if (!S_ISREG (self->before.st_mode))
    return refuse_error (self, ENXIO, refusal);
  return gram_attachment_check_size (self->rules, self->before.st_size, refusal);
}

/* Opens without waiting: a pipe that nobody writes into would keep the registry waiting for ever. */
static gboolean
begin (Reading *self, GramRefusal **refusal)
{
  self->fd = g_open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0);
  if (self->fd < 0 || fstat (self->fd, &self->before) != 0)
    return refuse_error (self, errno, refusal);
  return check_kind (self, refusal);
}

static gboolean
same_instant (struct timespec one, struct timespec other)
{
  return one.tv_sec == other.tv_sec && one.tv_nsec == other.tv_nsec;
}

/* What was read is the file as it stands, whole: it is there still, and nobody wrote into it meanwhile. */
static gboolean
check_unchanged (const Reading *self, gsize n_read, GramRefusal **refusal)
{
  struct stat now;
  struct stat named;

  if (fstat (self->fd, &now) != 0)
    return refuse_error (self, errno, refusal);
  if (lstat (self->path, &named) != 0)
    return gram_refuse (refusal, "attachment.vanished", NULL,
                        _ ("“%s” was taken away while it was being read; choose it again"),
                        self->name);
  if (now.st_size > self->before.st_size)
    return refuse_grown (self, refusal);
  if ((gint64)n_read == self->before.st_size && now.st_size == self->before.st_size
      && same_instant (now.st_mtim, self->before.st_mtim) && named.st_ino == self->before.st_ino
      && named.st_dev == self->before.st_dev)
    return TRUE;
  return gram_refuse (refusal, "attachment.changed", NULL,
                      _ ("“%s” was changed while it was being read; attach it again"), self->name);
}

/* Reads to the end, or until there is more than there was at the beginning. @room is one byte more than that. */
static gboolean
read_bytes (const Reading *self,
            guint8 *bytes,
            gsize room,
            gsize *n_read,
            GChecksum *checksum,
            GCancellable *cancellable,
            GramRefusal **refusal,
            GError **error)
{
  gssize got = 1;

  for (*n_read = 0; *n_read < room && got > 0;)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      do
        got = read (self->fd, bytes + *n_read, MIN (PIECE, room - *n_read));
      while (got < 0 && errno == EINTR);
      if (got < 0)
        return refuse_error (self, errno, refusal);
      g_checksum_update (checksum, bytes + *n_read, got);
      *n_read += (gsize)got;
      if (self->progress != NULL && got > 0)
        self->progress (MIN ((gint64)*n_read, self->before.st_size), self->before.st_size, 0,
                        self->progress_data);
    }
  return *n_read < room || refuse_grown (self, refusal);
}

static GBytes *
read_all (Reading *self,
          GCancellable *cancellable,
          char **sha256,
          GramRefusal **refusal,
          GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *bytes = NULL;
  gsize room;
  gsize n_read;

  if (!begin (self, refusal))
    return NULL;
  room = (gsize)self->before.st_size + 1;
  bytes = g_malloc (room);
  if (!read_bytes (self, bytes, room, &n_read, checksum, cancellable, refusal, error)
      || !check_unchanged (self, n_read, refusal))
    return NULL;
  *sha256 = g_strdup (g_checksum_get_string (checksum));
  return g_bytes_new_take (g_steal_pointer (&bytes), n_read);
}

GBytes *
gram_attachment_read_file (const char *path,
                           const GramCaseRules *rules,
                           GramProgressFunc progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           char **sha256,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  Reading reading = {
    .path = path, .rules = rules, .progress = progress, .progress_data = progress_data, .fd = -1
  };
  GBytes *bytes;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  base = g_path_get_basename (path);
  name = g_utf8_make_valid (base, -1);
  reading.name = name;
  bytes = read_all (&reading, cancellable, sha256, refusal, error);
  g_clear_fd (&reading.fd, NULL);
  return bytes;
}

/* What the rulebook in force says about evidence. */
static gboolean
read_file (GramCall *call,
           const char *path,
           GBytes **bytes,
           char **sha256,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;

  if (gram_account_rules_in_force (call->registry, call->account->kind, &rulebook, error) == NULL)
    return FALSE;
  *bytes = gram_attachment_read_file (
      path,
      rulebook != NULL ? rulebook->cases
                       : gram_case_rules_default (gram_account_kind_scheme (call->account->kind)),
      call->progress, call->progress_data, call->cancellable, sha256, refusal, error);
  return *bytes != NULL;
}

static gboolean
check_number (GramCall *call, const GramCaseRecord *record, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) attachments
      = gram_attachment_table_list (call->store, record->id,
                                    1u << GRAM_LANE_HOLDER | 1u << GRAM_LANE_INTERNAL, error);

  if (attachments == NULL)
    return FALSE;
  return attachments->len < MOST_ATTACHMENTS
         || gram_refuse (refusal, "attachment.too-many", NULL,
                         _ ("A case has at most %d attachments; put several files into one"),
                         MOST_ATTACHMENTS);
}

/* Keeps the bytes. The journal knows name, size and digest of them, and that is enough to find out if they changed. */
static gboolean
keep (GramCall *call,
      const GramCaseRecord *record,
      GramLane lane,
      const char *path,
      GBytes *bytes,
      const char *sha256,
      GError **error)
{
  g_autoptr (GramAttachmentRecord) attachment = gram_attachment_record_new ();

  attachment->case_id = record->id;
  attachment->lane = lane;
  g_free (attachment->name);
  attachment->name = gram_attachment_clean_name (path);
  g_set_str (&attachment->media_type, gram_attachment_media_type (attachment->name));
  attachment->added_by = gram_call_person_id (call);
  attachment->added_at = call->now;
  if (!gram_attachment_table_insert (call->unit, attachment, bytes, error))
    return FALSE;
  g_assert (g_str_equal (attachment->sha256, sha256));
  gram_call_answer_int64 (call, "attachment", attachment->id);
  gram_call_answer_string (call, "name", attachment->name);
  gram_call_answer_int64 (call, "size", attachment->size);
  gram_call_answer_string (call, "sha256", attachment->sha256);
  return TRUE;
}

gboolean
gram_attachments_attach (GramCall *call, GramRefusal **refusal, GError **error)
{
  const char *path = gram_call_get_string (call, "file");
  g_autoptr (GramCaseRecord) record = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  GramLane lane;

  if (!gram_case_thread_begin (call, GRAM_CASE_ATTACH, &record, refusal, error)
      || !gram_case_thread_read_lane (call, &lane, refusal)
      || !check_number (call, record, refusal, error)
      || !read_file (call, path, &bytes, &sha256, refusal, error)
      || !keep (call, record, lane, path, bytes, sha256, error))
    return FALSE;
  gram_call_touches (call, "case", record->id);
  return gram_case_thread_tell (call, record, lane, error);
}
