/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-evidence.h"

#include "gram-evidence-private.h"
#include "gram-evidence-row.h"

#include <glib/gi18n-lib.h>

struct _GramEvidence
{
  AdwPreferencesGroup parent_instance;

  /* Template Widgets */
  GtkWidget *paste_button;
  GtkWidget *add_button;
  GtkWidget *empty_row;

  /* Owned References */
  GramSession *session;
  GPtrArray *files;   /* rows of what the registry has */
  GPtrArray *waiting; /* rows of what waits, is on its way, or was refused */
  GCancellable *cancellable;
  char *account;
  char *description;

  gint64 case_id;
  gboolean both_lanes;
  gboolean refused;
};

G_DEFINE_FINAL_TYPE (GramEvidence, gram_evidence, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  ATTACHED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

gboolean
_gram_evidence_can_add (GramEvidence *self)
{
  return self->session != NULL && !self->refused;
}

static void
update (GramEvidence *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.add", _gram_evidence_can_add (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.paste",
                                 _gram_evidence_can_add (self));
  gtk_widget_set_visible (self->empty_row, self->files->len == 0 && self->waiting->len == 0);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _gram_evidence_can_add (self) ? self->description : NULL);
}

static void
drop_row (GramEvidence *self, GtkWidget *row)
{
  if (!g_ptr_array_remove (self->waiting, row))
    return;

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_attached_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEvidence) self = user_data;

  if (!gram_evidence_row_attach_finish (GRAM_EVIDENCE_ROW (object), result))
    return;

  drop_row (self, GTK_WIDGET (object));
  g_signal_emit (self, signals[ATTACHED], 0);
}

static gboolean
has_file (GramEvidence *self, GFile *file)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (gram_evidence_row_equal (self->waiting->pdata[i], file))
      return TRUE;

  return FALSE;
}

gboolean
_gram_evidence_get_both_lanes (GramEvidence *self)
{
  return self->both_lanes;
}

void
_gram_evidence_take (GramEvidence *self, GFile *file, gboolean temporary, gboolean internal)
{
  GtkWidget *row;

  if (has_file (self, file))
    return;

  row = gram_evidence_row_new_waiting (self->session, file, temporary, internal);
  g_signal_connect_object (row, "remove", G_CALLBACK (drop_row), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->waiting, row);
  update (self);
  if (self->case_id != 0)
    gram_evidence_row_attach_async (GRAM_EVIDENCE_ROW (row), self->account, self->case_id,
                                    self->cancellable, row_attached_cb, g_object_ref (self));
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
gram_evidence_dispose (GObject *object)
{
  g_cancellable_cancel (GRAM_EVIDENCE (object)->cancellable);

  G_OBJECT_CLASS (gram_evidence_parent_class)->dispose (object);
}

static void
gram_evidence_finalize (GObject *object)
{
  GramEvidence *self = GRAM_EVIDENCE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (gram_evidence_parent_class)->finalize (object);
}

static void
gram_evidence_class_init (GramEvidenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_evidence_dispose;
  object_class->finalize = gram_evidence_finalize;

  signals[ATTACHED] = g_signal_new ("attached", GRAM_TYPE_EVIDENCE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_EVIDENCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-evidence.ui");
  gtk_widget_class_bind_template_child (widget_class, GramEvidence, paste_button);
  gtk_widget_class_bind_template_child (widget_class, GramEvidence, add_button);
  gtk_widget_class_bind_template_child (widget_class, GramEvidence, empty_row);
  _gram_evidence_add_class_init (widget_class);
}

static void
gram_evidence_init (GramEvidence *self)
{
  self->files = g_ptr_array_new ();
  self->waiting = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->description
      = g_strdup (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (self)));
  _gram_evidence_add_init (self);
  update (self);
}

GtkWidget *
gram_evidence_new (void)
{
  return g_object_new (GRAM_TYPE_EVIDENCE, NULL);
}

void
gram_evidence_set_session (GramEvidence *self, GramSession *session)
{
  g_return_if_fail (GRAM_IS_EVIDENCE (self));
  g_return_if_fail (GRAM_IS_SESSION (session));

  g_set_object (&self->session, session);
  update (self);
}

void
gram_evidence_set_case (GramEvidence *self,
                        const char *account,
                        gint64 case_id,
                        gboolean both_lanes)
{
  g_return_if_fail (GRAM_IS_EVIDENCE (self));
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (account != NULL && case_id != 0);

  g_set_str (&self->account, account);
  self->case_id = case_id;
  self->both_lanes = both_lanes;
}

void
gram_evidence_set_refusal (GramEvidence *self, const char *reason)
{
  g_return_if_fail (GRAM_IS_EVIDENCE (self));

  self->refused = reason != NULL;
  gtk_widget_set_tooltip_text (self->add_button, reason != NULL ? reason : _ ("Add Files"));
  gtk_widget_set_tooltip_text (self->paste_button,
                               reason != NULL ? reason : _ ("Paste a File or a Picture"));
  update (self);
}

void
gram_evidence_set_files (GramEvidence *self, const GramEvidenceFile *files, gsize n_files)
{
  g_return_if_fail (GRAM_IS_EVIDENCE (self));
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (files != NULL || n_files == 0);

  /* What waits stands below: it goes away and comes back. */
  for (guint i = 0; i < self->files->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->files->pdata[i]);
  g_ptr_array_set_size (self->files, 0);
  for (guint i = 0; i < self->waiting->len; i++)
    {
      g_object_ref (self->waiting->pdata[i]);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->waiting->pdata[i]);
    }
  for (gsize i = 0; i < n_files; i++)
    {
      GtkWidget *row = gram_evidence_row_new (self->session, &files[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->files, row);
    }
  for (guint i = 0; i < self->waiting->len; i++)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->waiting->pdata[i]);
      g_object_unref (self->waiting->pdata[i]);
    }
  update (self);
}

void
gram_evidence_add_file (GramEvidence *self, GFile *file)
{
  g_autoptr (GPtrArray) files = NULL;

  g_return_if_fail (GRAM_IS_EVIDENCE (self));
  g_return_if_fail (G_IS_FILE (file));

  files = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (files, g_object_ref (file));
  _gram_evidence_arrive (self, files, FALSE);
}

guint
gram_evidence_get_n_waiting (GramEvidence *self)
{
  g_return_val_if_fail (GRAM_IS_EVIDENCE (self), 0);

  return self->waiting->len;
}

/* Attaching what waits to the cases that were opened: file by file, and of each case by case. */
typedef struct
{
  char *account;
  GArray *cases;
  GPtrArray *rows;
  guint row;
  guint next;
  gboolean refused;
  guint n_refused;
} Attaching;

static void
attaching_free (gpointer data)
{
  Attaching *self = data;

  g_free (self->account);
  g_array_unref (self->cases);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void attach_next (GTask *task);

static void
one_attached_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Attaching *self = g_task_get_task_data (task);

  if (!gram_evidence_row_attach_finish (GRAM_EVIDENCE_ROW (object), result))
    self->refused = TRUE;
  else
    self->next++;
  attach_next (task);
}

static void
attach_next (GTask *task)
{
  GramEvidence *evidence = g_task_get_source_object (task);
  Attaching *self = g_task_get_task_data (task);

  if (self->row < self->rows->len && (self->refused || self->next == self->cases->len))
    {
      if (self->refused)
        self->n_refused++;
      else
        drop_row (evidence, self->rows->pdata[self->row]);
      self->row++;
      self->next = 0;
      self->refused = FALSE;
    }
  if (self->row == self->rows->len)
    {
      g_task_return_int (task, self->n_refused);
      return;
    }

  gram_evidence_row_attach_async (self->rows->pdata[self->row], self->account,
                                  g_array_index (self->cases, gint64, self->next),
                                  g_task_get_cancellable (task), one_attached_cb,
                                  g_object_ref (task));
}

void
gram_evidence_attach_async (GramEvidence *self,
                            const char *account,
                            const gint64 *case_ids,
                            gsize n_cases,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Attaching *attaching;

  g_return_if_fail (GRAM_IS_EVIDENCE (self));
  g_return_if_fail (account != NULL && case_ids != NULL && n_cases > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, gram_evidence_attach_async);
  g_task_set_check_cancellable (task, FALSE);
  attaching = g_new0 (Attaching, 1);
  attaching->account = g_strdup (account);
  attaching->cases = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint)n_cases);
  g_array_append_vals (attaching->cases, case_ids, (guint)n_cases);
  attaching->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->waiting->len; i++)
    g_ptr_array_add (attaching->rows, g_object_ref (self->waiting->pdata[i]));
  g_task_set_task_data (task, attaching, attaching_free);
  attach_next (task);
}

guint
gram_evidence_attach_finish (GramEvidence *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  return (guint)g_task_propagate_int (G_TASK (result), NULL);
}
