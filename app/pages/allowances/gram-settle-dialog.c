/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-settle-dialog.h"

#include "gram-allowance-texts.h"
#include "gram-discard.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-questions-allowances.h"
#include "gram-sign-dialog.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 5
#define THOUSANDTHS 1000

/* How each of the three is asked for. */
static const struct
{
  const char *command;
  const char *argument;
  const char *direction;
  const char *title;
  const char *verb;
  const char *sign;
  const char *lead;
  const char *quantity;
  const char *explanation;
  const char *done;
} kinds[] = {
  [GRAM_SETTLEMENT_SURRENDER]
  = { "allowance.surrender", "quantity", NULL, N_ ("Surrender Allowances"), N_ ("_Surrender…"),
      N_ ("_Sign and Surrender"),
      N_ ("Surrendered allowances account for the activity of the year (art. 38). They are gone "
          "then: a surrender cannot be undone."),
      N_ ("_Allowances to Surrender"),
      N_ ("The allowances are surrendered at once. This cannot be undone."), N_ ("Surrendered") },
  [GRAM_SETTLEMENT_FROM_CRTS]
  = { "conversion.request", "crts", "from-crts", N_ ("Convert CRTS Allowances"), N_ ("_Convert…"),
      N_ ("_Sign and Convert"),
      N_ ("Unused CRTS allowances become CCTS allowances of this year (art. 35). Whole CRTS "
          "allowances only; they are used up."),
      N_ ("_CRTS Allowances to Convert"),
      N_ ("The CRTS allowances are converted at once. This cannot be undone."), N_ ("Converted") },
  [GRAM_SETTLEMENT_TO_CRTS]
  = { "conversion.to-crts", "allowances", "to-crts", N_ ("Turn Into CRTS Credits"),
      N_ ("_Convert…"), N_ ("_Sign and Convert"),
      N_ ("Allowances that are not needed become CRTS credits (art. 23). Only whole credits are "
          "made; what is left over stays as it is."),
      N_ ("_Allowances to Convert"),
      N_ ("The allowances are turned into CRTS credits at once. This cannot be undone."),
      N_ ("Turned into CRTS credits") },
};

/* What it leaves: a line of the preview. */
typedef struct
{
  const char *title;
  char *value;
} Line;

struct _GramSettleDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *send_button;
  AdwPreferencesGroup *lead_group;
  AdwEntryRow *quantity_row;
  AdwActionRow *most_row;
  GtkWidget *most_button;
  AdwPreferencesGroup *preview_group;
  GtkLabel *refusal_label;

  /* Borrowed References */
  GtkLabel *values[MAX_LINES];
  AdwActionRow *lines[MAX_LINES];

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  char *number;

  GramSettlement settlement;
  gint64 most;
  gint64 missing;
  gint64 counted;
  int year;
};

G_DEFINE_FINAL_TYPE (GramSettleDialog, gram_settle_dialog, ADW_TYPE_DIALOG)

static void
show_lines (GramSettleDialog *self, const Line *lines, guint n_lines)
{
  for (guint i = 0; i < MAX_LINES; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->lines[i]), i < n_lines);
      if (i >= n_lines)
        continue;
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->lines[i]), lines[i].title);
      gtk_label_set_text (self->values[i], lines[i].value);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->preview_group), n_lines > 0);
}

/* FALSE: the registry would refuse; the sentence stands where it belongs. */
static gboolean
take_answer (GramSettleDialog *self, gpointer preview, GramRefusal *refusal, GError *error)
{
  if (preview != NULL)
    {
      gram_form_refuse (self->refusal_label, NULL, NULL);
      gram_form_set_error (GTK_WIDGET (self->quantity_row), NULL);
      gtk_widget_set_sensitive (self->send_button, TRUE);
      return TRUE;
    }
  show_lines (self, NULL, 0);
  gtk_widget_set_sensitive (self->send_button, FALSE);
  if (refusal != NULL)
    gram_form_set_error (GTK_WIDGET (self->quantity_row), refusal->message);
  else
    gram_form_refuse (self->refusal_label, NULL, error);
  return FALSE;
}

static void
surrender_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramSettleDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree GramSurrenderPreview *preview
      = gram_session_preview_surrender_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (self->send_button == NULL || gram_failure_is_cancelled (error)
      || !take_answer (self, preview, refusal, error))
    return;

  {
    g_autofree char *available = gram_format_count (preview->available);
    g_autofree char *missing = gram_allowance_dup_amount (preview->shortfall);
    g_autofree char *money = gram_format_money (preview->payment, "GBP");
    const Line lines[] = {
      { _ ("Allowances left"), available },
      { _ ("Activity not accounted for"), missing },
      { _ ("Payment for that (art. 39)"), money },
    };

    self->counted = preview->quantity;
    show_lines (self, lines, G_N_ELEMENTS (lines));
  }
}

static void
conversion_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramSettleDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree GramConversionPreview *preview
      = gram_session_preview_conversion_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (self->send_button == NULL || gram_failure_is_cancelled (error)
      || !take_answer (self, preview, refusal, error))
    return;

  {
    gboolean gets = self->settlement == GRAM_SETTLEMENT_FROM_CRTS;
    g_autofree char *allowances = gram_format_count (preview->allowances);
    g_autofree char *crts = gram_format_count (preview->crts);
    g_autofree char *left = gram_format_count (preview->left);
    g_autofree char *available = gram_format_count (preview->available);
    gint64 moved = (gets ? preview->allowances : -preview->allowances) * THOUSANDTHS;
    g_autofree char *missing = gram_allowance_dup_amount (MAX (0, self->missing - moved));
    const Line lines[] = {
      { gets ? _ ("CCTS allowances got") : _ ("CRTS credits made"), gets ? allowances : crts },
      { gets ? _ ("CRTS allowances used up") : _ ("Allowances used up"), gets ? crts : allowances },
      { gets ? _ ("CRTS allowances that can still be converted")
             : _ ("Allowances named that stay as they are"),
        left },
      { _ ("Allowances available then"), available },
      { _ ("Missing if all of them are surrendered"), missing },
    };

    self->counted = gets ? preview->crts : preview->allowances + preview->left;
    show_lines (self, lines, G_N_ELEMENTS (lines));
  }
}

static void
ask (GramSettleDialog *self, const char *quantity)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  if (self->settlement == GRAM_SETTLEMENT_SURRENDER)
    gram_session_preview_surrender_async (self->session, self->year, quantity, self->asking,
                                          surrender_cb, g_object_ref (self));
  else
    gram_session_preview_conversion_async (self->session, self->year,
                                           kinds[self->settlement].direction, quantity,
                                           self->asking, conversion_cb, g_object_ref (self));
}

static void
changed_cb (GramSettleDialog *self)
{
  g_autofree char *quantity = NULL;

  g_assert (GRAM_IS_SETTLE_DIALOG (self));

  quantity = gram_form_dup_text (GTK_WIDGET (self->quantity_row));
  adw_dialog_set_can_close (ADW_DIALOG (self), *quantity == '\0');
  gtk_widget_set_sensitive (self->send_button, FALSE);
  if (*quantity == '\0')
    {
      g_cancellable_cancel (self->asking);
      gram_form_set_error (GTK_WIDGET (self->quantity_row), NULL);
      show_lines (self, NULL, 0);
      return;
    }
  ask (self, quantity);
}

static void
most_cb (GramSettleDialog *self)
{
  g_autofree char *text = NULL;

  g_assert (GRAM_IS_SETTLE_DIALOG (self));

  text = g_strdup_printf ("%" G_GINT64_FORMAT, self->most);
  gtk_editable_set_text (GTK_EDITABLE (self->quantity_row), text);
  gtk_editable_set_position (GTK_EDITABLE (self->quantity_row), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->quantity_row));
}

static void
signed_cb (GramSettleDialog *self, GVariant *result)
{
  gboolean pending = FALSE;

  g_assert (GRAM_IS_SETTLE_DIALOG (self));

  g_variant_lookup (result, "pending", "b", &pending);
  if (!pending)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ (kinds[self->settlement].done));
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* What is signed are the lines of the preview. */
static void
sign (GramSettleDialog *self, GVariant *arguments)
{
  AdwDialog *dialog
      = gram_sign_dialog_new (self->session, kinds[self->settlement].command, arguments,
                              _ (kinds[self->settlement].title), _ (kinds[self->settlement].sign));
  g_autofree char *title
      = g_strdelimit (g_strdup (_ (kinds[self->settlement].quantity)), "_", '\x7f');
  g_auto (GStrv) parts = g_strsplit (title, "\x7f", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  g_autofree char *count = gram_format_count (self->counted);

  gram_sign_dialog_set_explanation (GRAM_SIGN_DIALOG (dialog),
                                    _ (kinds[self->settlement].explanation));
  gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (dialog), _ ("Scheme Year"), year);
  gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (dialog), plain, count);
  for (guint i = 0; i < MAX_LINES; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->lines[i])))
      gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (dialog),
                                 adw_preferences_row_get_title (
                                     ADW_PREFERENCES_ROW (self->lines[i])),
                                 gtk_label_get_text (self->values[i]));
  g_signal_connect_object (dialog, "done", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
send_cb (GramSettleDialog *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *quantity = NULL;

  g_assert (GRAM_IS_SETTLE_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->send_button))
    return;
  quantity = gram_form_dup_text (GTK_WIDGET (self->quantity_row));

  g_variant_builder_add (&builder, "{sv}", "account", g_variant_new_string (self->number));
  g_variant_builder_add (&builder, "{sv}", "year", g_variant_new_int64 (self->year));
  g_variant_builder_add (&builder, "{sv}", kinds[self->settlement].argument,
                         g_variant_new_string (quantity));
  sign (self, g_variant_builder_end (&builder));
}

static void
gram_settle_dialog_dispose (GObject *object)
{
  GramSettleDialog *self = (GramSettleDialog *)object;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_SETTLE_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (gram_settle_dialog_parent_class)->dispose (object);
}

static void
gram_settle_dialog_class_init (GramSettleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_settle_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_discard_ask;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/allowances/gram-settle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramSettleDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, GramSettleDialog, lead_group);
  gtk_widget_class_bind_template_child (widget_class, GramSettleDialog, quantity_row);
  gtk_widget_class_bind_template_child (widget_class, GramSettleDialog, most_row);
  gtk_widget_class_bind_template_child (widget_class, GramSettleDialog, most_button);
  gtk_widget_class_bind_template_child (widget_class, GramSettleDialog, preview_group);
  gtk_widget_class_bind_template_child (widget_class, GramSettleDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, most_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
gram_settle_dialog_init (GramSettleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < MAX_LINES; i++)
    {
      GtkWidget *value = gtk_label_new (NULL);

      gtk_widget_add_css_class (value, "numeric");
      self->values[i] = GTK_LABEL (value);
      self->lines[i] = ADW_ACTION_ROW (adw_action_row_new ());
      adw_action_row_add_suffix (self->lines[i], value);
      adw_preferences_group_add (self->preview_group, GTK_WIDGET (self->lines[i]));
    }
  show_lines (self, NULL, 0);
}

/* At most what is there and what can be accounted for. */
static void
fill_most (GramSettleDialog *self, const GramAllowanceYear *year)
{
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (self->settlement == GRAM_SETTLEMENT_SURRENDER)
    self->most = MIN (year->available, year->surrender_limit);
  else if (self->settlement == GRAM_SETTLEMENT_FROM_CRTS)
    self->most = year->crts.most.most;
  else
    self->most = MIN (year->available, MAX (0, year->crts.credit_cap) * year->crts.credit_ratio);
  count = gram_format_count (self->most);
  /* Translators: %s is a number of allowances */
  text = g_strdup_printf (_ ("At most %s"), count);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->most_row), text);
  gtk_widget_set_sensitive (self->most_button, self->most > 0);
}

AdwDialog *
gram_settle_dialog_new (GramSession *session,
                        GramSettlement settlement,
                        const GramAllowanceYear *year)
{
  GramSettleDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (year != NULL, NULL);

  self = g_object_new (GRAM_TYPE_SETTLE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->settlement = settlement;
  self->year = year->year;
  self->number = g_strdup (gram_account_get_number (gram_session_get_account (session)));
  adw_dialog_set_title (ADW_DIALOG (self), _ (kinds[settlement].title));
  gtk_button_set_label (GTK_BUTTON (self->send_button), _ (kinds[settlement].verb));
  adw_preferences_group_set_description (self->lead_group, _ (kinds[settlement].lead));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->quantity_row),
                                 _ (kinds[settlement].quantity));
  /* What is available and not needed is spare: turning that into credits leaves nothing missing. */
  self->missing = year->shortfall_left > 0
                      ? year->shortfall_left
                      : (year->surrender_limit - year->available) * THOUSANDTHS;
  fill_most (self, year);

  return ADW_DIALOG (self);
}

const char *
gram_settlement_command (GramSettlement settlement)
{
  g_return_val_if_fail (settlement < G_N_ELEMENTS (kinds), NULL);

  return kinds[settlement].command;
}
