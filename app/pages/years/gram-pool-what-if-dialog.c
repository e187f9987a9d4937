/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-pool-what-if-dialog.h"

#include "gram-compare.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-questions-pools.h"

#include <glib/gi18n-lib.h>

#define NUMBER "gram-number"
#define JOINS "gram-joins"

struct _GramPoolWhatIfDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwEntryRow *join_row;
  AdwPreferencesGroup *members_group;
  AdwEntryRow *baseline_row;
  GramCompare *compare;
  GtkLabel *refusal_label;

  /* Borrowed References */
  GPtrArray *switches;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;

  gint64 pool_id;
  int year;
};

G_DEFINE_FINAL_TYPE (GramPoolWhatIfDialog, gram_pool_what_if_dialog, ADW_TYPE_DIALOG)

/* A figure that there may be none of. */
static char *
dup_optional (gint64 value, guint scale)
{
  return value >= 0 ? gram_format_decimal (value, scale, 0) : g_strdup ("");
}

static void
add_figure (GramPoolWhatIfDialog *self,
            const char *name,
            const char *title,
            gint64 before,
            gint64 after,
            guint scale)
{
  g_autofree char *left = dup_optional (before, scale);
  g_autofree char *right = dup_optional (after, scale);

  gram_compare_add (self->compare, name, title, left, right);
}

static void
fill (GramPoolWhatIfDialog *self, const GramPoolWhatIf *answer)
{
  g_autofree char *threshold = gram_format_count (answer->threshold);
  g_autofree char *text = NULL;

  /* Translators: %s is a number of cars */
  text = g_strdup_printf (_ ("A participant has more than %s cars together (CCTS art. 32)."),
                          threshold);
  gram_compare_clear (self->compare);
  add_figure (self, "cars", _ ("Cars (N)"), answer->before.cars, answer->after.cars, 0);
  gram_compare_add (self->compare, "participant", _ ("Participant"),
                    answer->participant_before ? _ ("Yes") : _ ("No"),
                    answer->participant_after ? _ ("Yes") : _ ("No"));
  add_figure (self, "activity", _ ("Activity"), answer->before.activity, answer->after.activity, 3);
  add_figure (self, "baseline", _ ("Baseline (B)"), answer->before.baseline, answer->after.baseline,
              6);
  add_figure (self, "allocation", _ ("Allowances by Cars × Baseline"), answer->before.allocation,
              answer->after.allocation, 0);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->compare),
      answer->unassumed ? _ ("With other members the pool has another baseline. Enter one to see "
                             "what would be allocated.")
                        : text);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPoolWhatIfDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramPoolWhatIf) answer
      = gram_session_pool_what_if_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || self->compare == NULL)
    return;

  gram_form_refuse (self->refusal_label, refusal, error);
  if (answer != NULL)
    fill (self, answer);
}

/* Who joins is shown as a member; who is switched off leaves, or does not join after all. */
static GStrv
dup_numbers (GramPoolWhatIfDialog *self, gboolean joins)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->switches->len; i++)
    {
      GObject *row = self->switches->pdata[i];
      gboolean active = adw_switch_row_get_active (ADW_SWITCH_ROW (row));
      gboolean joining = g_object_get_data (row, JOINS) != NULL;

      if (joining == joins && active == joins)
        g_strv_builder_add (builder, g_object_get_data (row, NUMBER));
    }

  return g_strv_builder_end (builder);
}

static void
ask (GramPoolWhatIfDialog *self)
{
  g_auto (GStrv) joins = dup_numbers (self, TRUE);
  g_auto (GStrv) leaves = dup_numbers (self, FALSE);
  g_autofree char *baseline = gram_form_dup_text (GTK_WIDGET (self->baseline_row));

  g_strdelimit (baseline, ",", '.');
  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_pool_what_if_async (self->session, self->pool_id, self->year,
                                   (const char *const *)joins, (const char *const *)leaves,
                                   *baseline != '\0' ? baseline : NULL, self->asking, answered_cb,
                                   g_object_ref (self));
}

static void
add_switch (GramPoolWhatIfDialog *self, const char *title, const char *number, gboolean joins)
{
  GtkWidget *row = adw_switch_row_new ();
  g_autofree char *subtitle = gram_format_account_number (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), NUMBER, g_strdup (number), g_free);
  if (joins)
    g_object_set_data (G_OBJECT (row), JOINS, self);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->members_group, row);
  g_ptr_array_add (self->switches, row);
}

static void
join_cb (GramPoolWhatIfDialog *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) groups = NULL;
  g_autofree char *number = NULL;

  g_assert (GRAM_IS_POOL_WHAT_IF_DIALOG (self));

  text = gram_form_dup_text (GTK_WIDGET (self->join_row));
  groups = g_strsplit (text, " ", -1);
  number = g_strjoinv ("", groups);
  if (*number == '\0')
    return;

  add_switch (self, _ ("Would Join"), number, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->join_row), "");
  ask (self);
}

static void
gram_pool_what_if_dialog_dispose (GObject *object)
{
  GramPoolWhatIfDialog *self = GRAM_POOL_WHAT_IF_DIALOG (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_POOL_WHAT_IF_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->switches, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_pool_what_if_dialog_parent_class)->dispose (object);
}

static void
gram_pool_what_if_dialog_class_init (GramPoolWhatIfDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_pool_what_if_dialog_dispose;

  g_type_ensure (GRAM_TYPE_COMPARE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-pool-what-if-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPoolWhatIfDialog, join_row);
  gtk_widget_class_bind_template_child (widget_class, GramPoolWhatIfDialog, members_group);
  gtk_widget_class_bind_template_child (widget_class, GramPoolWhatIfDialog, baseline_row);
  gtk_widget_class_bind_template_child (widget_class, GramPoolWhatIfDialog, compare);
  gtk_widget_class_bind_template_child (widget_class, GramPoolWhatIfDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, join_cb);
}

static void
gram_pool_what_if_dialog_init (GramPoolWhatIfDialog *self)
{
  self->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_compare_set_heads (self->compare, _ ("Now"), _ ("Then"));
}

AdwDialog *
gram_pool_what_if_dialog_new (GramSession *session, const GramPoolDetail *detail)
{
  GramPoolWhatIfDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (detail != NULL, NULL);

  self = g_object_new (GRAM_TYPE_POOL_WHAT_IF_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->pool_id = detail->pool->id;
  self->year = detail->year;
  for (guint i = 0; i < detail->members->len; i++)
    {
      const GramPoolMemberRow *member = detail->members->pdata[i];

      add_switch (self, *member->holder != '\0' ? member->holder : member->number, member->number,
                  FALSE);
    }
  ask (self);

  return ADW_DIALOG (self);
}
