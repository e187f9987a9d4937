/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-view.h"

#include "gram-case-claims.h"
#include "gram-charge-forms.h"
#include "gram-account-words.h"
#include "gram-charge-texts.h"
#include "gram-document-row.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-offset-dialog.h"
#include "gram-questions-charges.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

struct _GramChargeView
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesPage *page;
  AdwActionRow *state_row;
  GtkImage *state_image;
  GtkWidget *offset_button;
  GtkWidget *favour_button;
  GtkWidget *record_button;
  GtkWidget *action_bar;

  /* Owned References */
  GramSession *session;
  GramChargeDetail *detail;
  GCancellable *asking;
  GPtrArray *groups; /* borrowed: what was added to the page */

  gint64 charge_id;
};

G_DEFINE_FINAL_TYPE (GramChargeView, gram_charge_view, ADW_TYPE_DIALOG)

static AdwPreferencesGroup *
add_group (GramChargeView *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_property (AdwPreferencesGroup *group, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    adw_preferences_group_add (group, gram_property_row_new (title, value));
}

static void
add_money (AdwPreferencesGroup *group, const char *title, gint64 cents)
{
  g_autofree char *text = gram_charge_dup_money (cents);

  add_property (group, title, text);
}

static void
add_day (AdwPreferencesGroup *group, const char *title, const char *day)
{
  g_autofree char *text = gram_format_date (day);

  if (day != NULL && *day != '\0')
    add_property (group, title, text);
}

void
gram_charge_show_vehicles (GtkWidget *widget, const GramChargeRecord *record)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  GVariantDict filter;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (record != NULL);

  number = gram_charge_dup_number (record->id);
  /* Translators: %s is the number of a charge */
  title = g_strdup_printf (_ ("Charge %s"), number);
  g_variant_dict_init (&filter, NULL);
  if (record->kind == GRAM_CHARGE_PAYG)
    g_variant_dict_insert (&filter, "posting", "x", record->posting_id);
  else
    {
      g_variant_dict_insert (&filter, "obligation-year", "x", (gint64)record->year);
      g_variant_dict_insert (&filter, "charge-scheme", "s",
                             gram_word_for ("charge-scheme", GRAM_CHARGE_SCHEME_FLEET_AVERAGE));
    }
  gtk_widget_activate_action (widget, "win.show-vehicles-where", "(ss@a{sv})", record->number,
                              title, g_variant_dict_end (&filter));
}

static void
vehicles_cb (GtkWidget *row, GramChargeView *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  /* The list is below the dialog. */
  g_object_ref (self);
  adw_dialog_force_close (ADW_DIALOG (self));
  gram_charge_show_vehicles (parent != NULL ? parent : GTK_WIDGET (self),
                             self->detail->row->record);
  g_object_unref (self);
}

static void
show_vehicles (GramChargeView *self, AdwPreferencesGroup *group)
{
  const GramChargeRecord *record = self->detail->row->record;
  g_autofree char *count = gram_charge_dup_vehicles (record->vehicles);
  GtkWidget *row;

  if (record->vehicles == 0)
    return;

  row = gram_row_new (count, record->kind == GRAM_CHARGE_PAYG
                                 ? _ ("Those over their target that were accepted together")
                                 : _ ("All that were accepted under Fleet Average in the year"));
  gram_row_lead (row, "go-next-symbolic", G_CALLBACK (vehicles_cb), self);
  adw_preferences_group_add (group, row);
}

/* What corrections took off since. */
static void
show_back (AdwPreferencesGroup *group, const GramChargeRecord *record)
{
  g_autofree char *grams = gram_charge_dup_grams (record->grams_back);
  g_autofree char *amount = gram_charge_dup_money (record->amount_back);
  g_autofree char *text = g_strdup_printf ("%s, %s", grams, amount);

  if (record->grams_back != 0 || record->amount_back != 0)
    add_property (group, _ ("Taken Off by Corrections"), text);
}

static void
show_facts (GramChargeView *self)
{
  const GramChargeRecord *record = self->detail->row->record;
  AdwPreferencesGroup *group = add_group (self, _ ("What It Is For"));
  g_autofree char *number = gram_format_account_number (record->number);
  g_autofree char *account = g_strdup_printf ("%s · %s", record->holder, number);
  g_autofree char *kind = NULL;
  g_autofree char *reckoning = gram_charge_dup_reckoning (record);

  /* Translators: what a charge is of, and its obligation year */
  kind = g_strdup_printf (C_ ("charge", "%1$s %2$d"), gram_charge_kind_title (record->kind),
                          record->year);
  add_property (group, _ ("Account"), account);
  add_property (group, _ ("Charge"), kind);
  show_vehicles (self, group);
  add_money (group, _ ("Amount"), record->amount);
  add_property (group, _ ("How It Comes About"), reckoning);
  show_back (group, record);
  add_day (group, _ ("Arisen On"), record->arisen_on);
  add_day (group, _ ("Last Day to Pay"), record->due_on);
  add_property (group, _ ("Reference"), record->reference);
  add_property (group, _ ("Rulebook"), record->rulebook);
  if (record->document_id != 0 && self->detail->document != NULL)
    adw_preferences_group_add (group, gram_document_row_new (self->session, record->document_id,
                                                             self->detail->document, NULL, 0));
}

/* In the order in which it happened, each with when and by whom. */
static void
show_settlements (GramChargeView *self)
{
  const GramChargeRecord *record = self->detail->row->record;
  AdwPreferencesGroup *group = add_group (self, _ ("What Settles It"));

  for (guint i = 0; i < self->detail->settlements->len; i++)
    {
      const GramChargeSettlementRecord *settlement = self->detail->settlements->pdata[i];
      g_autofree char *title = gram_charge_settlement_dup_title (settlement);
      g_autofree char *subtitle = gram_charge_settlement_dup_subtitle (settlement);

      adw_preferences_group_add (group, gram_row_new (title, subtitle));
    }
  if (self->detail->settlements->len == 0)
    adw_preferences_group_set_description (group, _ ("Nothing has been paid yet."));
  if (record->outstanding > 0 && self->detail->settlements->len > 0)
    add_money (group, _ ("Outstanding"), record->outstanding);
}

/* What is left can be paid with so many credits, or with money. */
static void
show_ways (GramChargeView *self)
{
  const GramChargeRecord *record = self->detail->row->record;
  AdwPreferencesGroup *group;
  g_autofree char *money = gram_charge_dup_money (record->outstanding);
  g_autofree char *credits = gram_charge_dup_grams (self->detail->credits_to_clear);
  g_autofree char *favour = gram_charge_dup_money (self->detail->in_favour);

  if (record->outstanding == 0)
    return;

  group = add_group (self, _ ("What Would Settle It"));
  add_property (group, _ ("Money"), money);
  if (self->detail->credits_to_clear > 0)
    add_property (group, _ ("Or Credits"), credits);
  if (self->detail->in_favour > 0)
    add_property (group, _ ("In Favour of the Account"), favour);
}

static void
show_state (GramChargeView *self)
{
  const GramChargeRow *row = self->detail->row;
  g_autofree char *number = gram_charge_dup_number (row->id);
  g_autofree char *sentence = gram_charge_dup_sentence (self->detail);
  g_autofree char *title = NULL;

  /* Translators: %s is the number of a charge */
  title = g_strdup_printf (_ ("Charge %s"), number);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, row->record->holder);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row),
                                 gram_charge_state_title (row->state));
  adw_action_row_set_subtitle (self->state_row, sentence);
  gram_charge_show_look (row->state, self->state_image);
}

/* What is not allowed now says why. */
static void
update_button (GramChargeView *self,
               GtkWidget *button,
               const char *action,
               const char *command,
               gboolean visible)
{
  const GramRefusal *refusal
      = visible ? gram_charge_detail_get_refusal (self->detail, command) : NULL;

  gtk_widget_set_visible (button, visible);
  gtk_widget_set_tooltip_text (button, refusal != NULL ? refusal->message : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, visible && refusal == NULL);
}

static void
update_actions (GramChargeView *self)
{
  gboolean open = self->detail != NULL && self->detail->row->record->outstanding > 0;

  update_button (self, self->offset_button, "charge.offset", "charge.offset", open);
  update_button (self, self->record_button, "charge.record", "payment.record", open);
  update_button (self, self->favour_button, "charge.use-in-favour", "payment.use-in-favour",
                 open && self->detail->in_favour > 0);
  gtk_widget_set_visible (self->action_bar, open);
}

static void
show_detail (GramChargeView *self)
{
  while (self->groups->len > 0)
    adw_preferences_page_remove (self->page,
                                 g_ptr_array_steal_index (self->groups, self->groups->len - 1));
  show_state (self);
  show_ways (self);
  show_facts (self);
  show_settlements (self);
  update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "charge");
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramChargeView) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramChargeDetail) detail
      = gram_session_charge_finish (GRAM_SESSION (object), result, &refusal, &error);
  g_autofree char *sentence = NULL;

  /* Asked for in the meantime, or closed: another answer is on its way. */
  if (g_task_get_cancellable (G_TASK (result)) != self->asking || gram_failure_is_cancelled (error))
    return;
  if (detail != NULL)
    {
      g_clear_pointer (&self->detail, gram_charge_detail_free);
      self->detail = g_steal_pointer (&detail);
      show_detail (self);
      return;
    }

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* Also when the registry says that it changed. */
static void
ask (GramChargeView *self)
{
  g_assert (GRAM_IS_CHARGE_VIEW (self));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gram_session_charge_async (self->session, self->charge_id, self->asking, detail_cb,
                             g_object_ref (self));
}

static void
verb_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramChargeView *self = GRAM_CHARGE_VIEW (widget);
  AdwDialog *dialog;

  if (self->detail == NULL)
    return;

  if (g_str_equal (action_name, "charge.offset"))
    dialog = gram_offset_dialog_new (self->session, self->detail->row->record->number,
                                     self->charge_id);
  else if (g_str_equal (action_name, "charge.record"))
    dialog = gram_payment_dialog_new (self->session, self->detail->row->record);
  else
    dialog = gram_in_favour_dialog_new (self->session, self->detail);
  adw_dialog_present (dialog, widget);
}

static void
gram_charge_view_dispose (GObject *object)
{
  GramChargeView *self = GRAM_CHARGE_VIEW (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_CHARGE_VIEW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_charge_view_parent_class)->dispose (object);
}

static void
gram_charge_view_finalize (GObject *object)
{
  GramChargeView *self = GRAM_CHARGE_VIEW (object);

  g_clear_pointer (&self->detail, gram_charge_detail_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_charge_view_parent_class)->finalize (object);
}

static void
gram_charge_view_class_init (GramChargeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_charge_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_charge_view_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/charges/gram-charge-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, page);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, state_row);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, state_image);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, offset_button);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, favour_button);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, record_button);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, action_bar);
  gtk_widget_class_install_action (widget_class, "charge.offset", NULL, verb_action);
  gtk_widget_class_install_action (widget_class, "charge.record", NULL, verb_action);
  gtk_widget_class_install_action (widget_class, "charge.use-in-favour", NULL, verb_action);
}

static void
gram_charge_view_init (GramChargeView *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_charge_view_new (GramSession *session, gint64 charge_id)
{
  GramChargeView *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (charge_id != 0, NULL);

  self = g_object_new (GRAM_TYPE_CHARGE_VIEW, NULL);
  self->session = g_object_ref (session);
  self->charge_id = charge_id;
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  update_actions (self);
  ask (self);

  return ADW_DIALOG (self);
}
