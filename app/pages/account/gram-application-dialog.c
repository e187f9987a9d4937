/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application-dialog-private.h"

#include "gram-application-rows.h"
#include "gram-failure.h"
#include "gram-form.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramApplicationDialog, gram_application_dialog, ADW_TYPE_DIALOG)

/* What happens once the draft is saved. */
typedef struct
{
  GramApplicationDialog *self;
  const char *go_to;
  gboolean submits;
  gboolean closing;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->self);
  g_free (saving);
}

/* GRAM_APPLICATION_N_STEPS: the check. */
static guint
find_step (const char *tag)
{
  const GramApplicationStep *steps = _gram_application_steps ();
  guint i = 0;

  while (i < GRAM_APPLICATION_N_STEPS && g_strcmp0 (steps[i].tag, tag) != 0)
    i++;

  return i;
}

static void
show_refusal (GramApplicationDialog *self, const char *sentence)
{
  GtkLabel *label = self->labels[find_step (gram_application_dialog_get_step (self))];

  gtk_label_set_text (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (label), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Takes what a step was given; says what is wrong at the field. */
static gboolean
read_step (GramApplicationDialog *self, guint step, gboolean show)
{
  const GramApplicationStep *asked = &_gram_application_steps ()[step];
  gboolean good = TRUE;

  for (guint field = asked->first; field <= asked->last; field++)
    {
      g_autofree char *text = gram_application_row_dup_text (self->rows[field]);
      g_autoptr (GramRefusal) refusal = NULL;

      if (gram_application_form_set (self->form, (GramApplicationField)field, text, &refusal))
        {
          gram_form_set_error (self->rows[field], NULL);
          continue;
        }
      if (show)
        gram_form_set_error (self->rows[field], refusal->message);
      if (show && good)
        gtk_widget_grab_focus (self->rows[field]);
      good = FALSE;
    }

  return good;
}

static void submit (GramApplicationDialog *self);

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  GramApplicationDialog *self = saving->self;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error);

  self->saving = FALSE;
  if (outcome != GRAM_OUTCOME_DONE)
    {
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      if (self->navigation_view != NULL)
        show_refusal (self, sentence);
    }
  else if (!saving->closing && self->navigation_view != NULL)
    {
      self->changed = FALSE;
      g_variant_lookup (value, "version", "x", &self->version);
      if (saving->submits)
        submit (self);
      else if (saving->go_to != NULL)
        adw_navigation_view_push_by_tag (self->navigation_view, saving->go_to);
    }
  saving_free (saving);
}

/* The whole form goes with every step: one draft, one version. */
static void
save (GramApplicationDialog *self, const char *go_to, gboolean submits, gboolean closing)
{
  g_autoptr (GVariant) fields = g_variant_ref_sink (gram_application_form_write (self->form));
  g_auto (GVariantDict) arguments = G_VARIANT_DICT_INIT (fields);
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->go_to = go_to;
  saving->submits = submits;
  saving->closing = closing;
  self->saving = TRUE;
  show_refusal (self, NULL);
  g_variant_dict_insert (&arguments, "account", "s", self->number);
  g_variant_dict_insert (&arguments, "version", "x", self->version);
  gram_session_perform_async (self->session, "application.save", g_variant_dict_end (&arguments),
                              NULL, NULL, NULL, saved_cb, saving);
}

static void
next_cb (GramApplicationDialog *self)
{
  const GramApplicationStep *steps = _gram_application_steps ();
  guint step = find_step (gram_application_dialog_get_step (self));
  const char *to;

  g_assert (GRAM_IS_APPLICATION_DIALOG (self));

  if (self->saving || step >= GRAM_APPLICATION_N_STEPS || !read_step (self, step, TRUE))
    return;

  /* Who came back from the answers to change one goes straight back to them. */
  if (self->checking || step + 1 == GRAM_APPLICATION_N_STEPS)
    to = GRAM_APPLICATION_CHECK;
  else
    to = steps[step + 1].tag;
  save (self, to, FALSE, FALSE);
}

static void
submitted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramApplicationDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Application submitted"));
      self->changed = FALSE;
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (self->navigation_view == NULL)
    return;

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gtk_widget_set_sensitive (self->submit_button, TRUE);
  show_refusal (self, sentence);
}

static void
submit (GramApplicationDialog *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  gtk_widget_set_sensitive (self->submit_button, FALSE);
  g_variant_builder_add (&builder, "{sv}", "account", g_variant_new_string (self->number));
  gram_session_perform_async (self->session, "application.submit", g_variant_builder_end (&builder),
                              NULL, NULL, NULL, submitted_cb, g_object_ref (self));
}

/* The step that asks for a field. */
static const char *
step_of (GramApplicationField field)
{
  const GramApplicationStep *steps = _gram_application_steps ();

  for (guint i = 0; i < GRAM_APPLICATION_N_STEPS; i++)
    if (field >= steps[i].first && field <= steps[i].last)
      return steps[i].tag;

  return GRAM_APPLICATION_CHECK;
}

static void
submit_cb (GramApplicationDialog *self)
{
  g_autoptr (GramRefusal) refusal = NULL;
  GramApplicationField field;

  g_assert (GRAM_IS_APPLICATION_DIALOG (self));

  if (self->saving)
    return;
  if (!gram_application_form_check_submit (self->form, &field, &refusal))
    {
      adw_navigation_view_replace_with_tags (self->navigation_view,
                                             (const char *[]){ step_of (field) }, 1);
      gram_form_set_error (self->rows[field], refusal->message);
      gtk_widget_grab_focus (self->rows[field]);
      return;
    }

  save (self, NULL, TRUE, FALSE);
}

static void
change_cb (GramApplicationDialog *self, GtkWidget *button)
{
  const char *tag = g_object_get_data (G_OBJECT (button), "gram-step");

  g_assert (GRAM_IS_APPLICATION_DIALOG (self));

  adw_navigation_view_replace_with_tags (self->navigation_view, (const char *[]){ tag }, 1);
}

static void
changed_cb (GramApplicationDialog *self, gpointer unused, GtkWidget *row)
{
  g_assert (GRAM_IS_APPLICATION_DIALOG (self));

  self->changed = TRUE;
}

static void
page_changed_cb (GramApplicationDialog *self)
{
  g_assert (GRAM_IS_APPLICATION_DIALOG (self));

  if (self->form == NULL
      || g_strcmp0 (gram_application_dialog_get_step (self), GRAM_APPLICATION_CHECK) != 0)
    return;

  self->checking = self->editable;
  _gram_application_dialog_fill_answers (self);
}

/* Nothing typed is lost: what can be read is saved. */
static void
gram_application_dialog_closed (AdwDialog *dialog)
{
  GramApplicationDialog *self = GRAM_APPLICATION_DIALOG (dialog);

  if (!self->editable || !self->changed || self->saving)
    return;

  for (guint i = 0; i < GRAM_APPLICATION_N_STEPS; i++)
    read_step (self, i, FALSE);
  self->changed = FALSE;
  save (self, NULL, FALSE, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _ ("Your answers were kept; you can continue at any time"));
}

static void
gram_application_dialog_dispose (GObject *object)
{
  GramApplicationDialog *self = (GramApplicationDialog *)object;

  g_clear_pointer (&self->form, gram_application_form_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_APPLICATION_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->question, g_free);

  G_OBJECT_CLASS (gram_application_dialog_parent_class)->dispose (object);
}

static void
gram_application_dialog_class_init (GramApplicationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_application_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = gram_application_dialog_closed;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-application-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramApplicationDialog, navigation_view);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
gram_application_dialog_init (GramApplicationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Resumed where something is missing first. */
static void
resume (GramApplicationDialog *self)
{
  const GramApplicationStep *steps = _gram_application_steps ();
  const char *tags[GRAM_APPLICATION_N_STEPS + 1];
  GramApplicationField field = GRAM_APPLICATION_CONTACT;
  guint n_tags = 0;
  guint last = 0;

  if (self->editable && !gram_application_form_check_submit (self->form, &field, NULL))
    last = find_step (step_of (field));
  else
    last = GRAM_APPLICATION_N_STEPS;

  for (guint i = 0; self->editable && i <= last && i < GRAM_APPLICATION_N_STEPS; i++)
    tags[n_tags++] = steps[i].tag;
  if (last == GRAM_APPLICATION_N_STEPS)
    tags[n_tags++] = GRAM_APPLICATION_CHECK;
  adw_navigation_view_replace_with_tags (self->navigation_view, tags, (int)n_tags);
}

static gboolean
is_live (GramApplicationState state)
{
  return state == GRAM_APPLICATION_DRAFT || state == GRAM_APPLICATION_INFORMATION_ASKED;
}

static gboolean
is_over (GramApplicationState state)
{
  return state == GRAM_APPLICATION_DECLINED || state == GRAM_APPLICATION_WITHDRAWN
         || state == GRAM_APPLICATION_REVOKED;
}

AdwDialog *
gram_application_dialog_new (GramSession *session, const GramAccountDetail *detail)
{
  GramApplicationDialog *self;
  const GramApplicationRecord *record;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (detail != NULL, NULL);

  self = g_object_new (GRAM_TYPE_APPLICATION_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->number = g_strdup (detail->account->number);
  record = detail->application;
  self->form = _gram_application_form_of (record != NULL ? record->content : NULL);
  self->editable = gram_session_get_permit (session, "application.save").allowed
                   && (record == NULL || is_live (record->state) || is_over (record->state));
  self->id = record != NULL ? record->id : 0;
  if (record != NULL && is_live (record->state))
    self->version = record->version;
  if (record != NULL && record->state == GRAM_APPLICATION_INFORMATION_ASKED)
    self->question = g_strdup (record->question);
  _gram_application_dialog_build (self, G_CALLBACK (next_cb), G_CALLBACK (submit_cb),
                                  G_CALLBACK (change_cb), G_CALLBACK (changed_cb));
  resume (self);
  self->changed = FALSE;

  return ADW_DIALOG (self);
}

const char *
gram_application_dialog_get_step (GramApplicationDialog *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (GRAM_IS_APPLICATION_DIALOG (self), NULL);

  page = adw_navigation_view_get_visible_page (self->navigation_view);

  return page != NULL ? adw_navigation_page_get_tag (page) : NULL;
}
