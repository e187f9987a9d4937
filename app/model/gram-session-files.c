/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session-files.h"

#include "gram-attachment-rules.h"
#include "gram-private-folder.h"
#include "gram-queries-disputes.h"
#include "gram-queries-payment-notices.h"
#include "gram-question.h"
#include "gram-session-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GramOutcome outcome;
  gint64 attachment_id;
  GramRefusal *refusal;
} Attaching;

static void
attaching_free (gpointer data)
{
  Attaching *attaching = data;

  g_clear_pointer (&attaching->refusal, gram_refusal_free);
  g_free (attaching);
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  Attaching *attaching = g_task_get_task_data (outer);
  g_autoptr (GVariant) value = NULL;
  GError *error = NULL;

  attaching->outcome = gram_session_perform_finish (GRAM_SESSION (source), result, &value,
                                                    &attaching->refusal, &error);
  if (attaching->outcome == GRAM_OUTCOME_FAILED)
    {
      g_task_return_error (outer, error);
      return;
    }
  if (value != NULL)
    g_variant_lookup (value, "attachment", "x", &attaching->attachment_id);
  g_task_return_boolean (outer, TRUE);
}

static GVariant *
attach_arguments (const char *account, gint64 case_id, const char *path, GramLane lane)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "account", "s", account);
  g_variant_dict_insert (&dict, "case", "x", case_id);
  g_variant_dict_insert (&dict, "file", "s", path);
  g_variant_dict_insert (&dict, "lane", "s", gram_word_for ("lane", lane));
  return g_variant_dict_end (&dict);
}

void
gram_session_attach_async (GramSession *self,
                           const char *account,
                           gint64 case_id,
                           GFile *file,
                           GramLane lane,
                           GramSessionProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) outer = NULL;
  g_autofree char *path = NULL;
  Attaching *attaching;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (account != NULL && case_id > 0);
  g_return_if_fail (G_IS_FILE (file));

  attaching = g_new0 (Attaching, 1);
  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, gram_session_attach_async);
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_task_data (outer, attaching, attaching_free);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      attaching->outcome = GRAM_OUTCOME_REFUSED;
      gram_refuse (&attaching->refusal, "attachment.elsewhere", NULL,
                   _ ("This file is not on this computer. Copy it to a folder here, and add it "
                      "from there."));
      g_task_return_boolean (outer, TRUE);
      return;
    }
  gram_session_perform_async (self, "case.attach", attach_arguments (account, case_id, path, lane),
                              progress, progress_data, cancellable, attached_cb,
                              g_steal_pointer (&outer));
}

GramOutcome
gram_session_attach_finish (GramSession *self,
                            GAsyncResult *result,
                            gint64 *attachment_id,
                            GramRefusal **refusal,
                            GError **error)
{
  Attaching *attaching;

  g_return_val_if_fail (g_task_is_valid (result, self), GRAM_OUTCOME_FAILED);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return GRAM_OUTCOME_FAILED;

  attaching = g_task_get_task_data (G_TASK (result));
  if (attachment_id != NULL)
    *attachment_id = attaching->attachment_id;
  if (refusal != NULL)
    *refusal = g_steal_pointer (&attaching->refusal);
  return attaching->outcome;
}

/* The person has chosen the file, so what is there is replaced. */
static GFile *
replace_file (GFile *file, GBytes *content, GCancellable *cancellable, GError **error)
{
  gsize size = 0;
  const char *bytes = g_bytes_get_data (content, &size);

  if (!g_file_replace_contents (file, bytes, size, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                NULL, cancellable, error))
    return NULL;
  return g_object_ref (file);
}

/* Where a file goes: into the folder under its own name, or to a file. */
typedef struct
{
  GramPrivateFolder *folder;
  GFile *file;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_clear_pointer (&place->folder, gram_private_folder_unref);
  g_clear_object (&place->file);
  g_free (place);
}

/* Documents and attachments have numbers of their own: in the folder they must not meet. */
static GFile *
write_out (const Place *place,
           gint64 id,
           const char *title,
           GBytes *content,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *name = gram_attachment_clean_name (title);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (place->folder == NULL)
    return replace_file (place->file, content, cancellable, error);
  return gram_private_folder_write (place->folder, id, name, content, error);
}

static gpointer
bring_attachment (const GramQuestion *question,
                  GramRegistry *registry,
                  GCancellable *cancellable,
                  GramRefusal **refusal,
                  GError **error)
{
  g_autoptr (GramAttachmentRecord) record = NULL;
  g_autoptr (GBytes) content
      = gram_registry_attachment_content (registry, question->actor, question->number, &record,
                                          refusal, error);

  if (content == NULL)
    return NULL;
  return write_out (question->input, record->id, record->name, content, cancellable, error);
}

static gpointer
bring_document (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  g_autoptr (GramDocumentRecord) row = NULL;
  g_autoptr (GBytes) content
      = gram_registry_document_content (registry, question->actor, question->number, &row, refusal,
                                        error);

  if (content == NULL)
    return NULL;
  return write_out (question->input, -row->id, row->name, content, cancellable, error);
}

static Place *
place_new (GramPrivateFolder *folder, GFile *file)
{
  Place *place = g_new0 (Place, 1);

  place->folder = folder != NULL ? gram_private_folder_ref (folder) : NULL;
  place->file = file != NULL ? g_object_ref (file) : NULL;
  return place;
}

/* What the session brought out goes with it. */
static GramPrivateFolder *
ensure_folder (GramSession *self)
{
  if (self->opened == NULL)
    self->opened = gram_private_folder_new ();
  return self->opened;
}

static void
ask_for_content (GramSession *self,
                 GramQuestionFunc func,
                 gint64 id,
                 Place *place,
                 gpointer tag,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  const GramQuestion question = { .func = func,
                                  .free_answer = g_object_unref,
                                  .input = place,
                                  .free_input = place_free,
                                  .number = id,
                                  .apart = TRUE,
                                  .writes = TRUE };

  gram_question_ask (self, &question, tag, cancellable, callback, user_data);
}

void
gram_session_open_attachment_async (GramSession *self,
                                    gint64 attachment_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  ask_for_content (self, bring_attachment, attachment_id, place_new (ensure_folder (self), NULL),
                   gram_session_open_attachment_async, cancellable, callback, user_data);
}

GFile *
gram_session_open_attachment_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

void
gram_session_save_attachment_async (GramSession *self,
                                    gint64 attachment_id,
                                    GFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  ask_for_content (self, bring_attachment, attachment_id, place_new (NULL, file),
                   gram_session_save_attachment_async, cancellable, callback, user_data);
}

GFile *
gram_session_save_attachment_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

void
gram_session_open_document_async (GramSession *self,
                                  gint64 document_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  ask_for_content (self, bring_document, document_id, place_new (ensure_folder (self), NULL),
                   gram_session_open_document_async, cancellable, callback, user_data);
}

GFile *
gram_session_open_document_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

void
gram_session_save_document_async (GramSession *self,
                                  gint64 document_id,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  ask_for_content (self, bring_document, document_id, place_new (NULL, file),
                   gram_session_save_document_async, cancellable, callback, user_data);
}

GFile *
gram_session_save_document_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
