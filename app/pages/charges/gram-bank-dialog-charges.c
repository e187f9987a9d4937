/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bank-dialog-private.h"

#include "gram-charge-texts.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-identifier.h"
#include "gram-questions-charges.h"

#include <glib/gi18n-lib.h>

/* So many charges are listed; another one is typed. */
#define CHARGES_LISTED 40

#define CHOOSE "charge.choose"

/* The number of the account that was typed, whatever stands behind it. */
static gboolean
read_number (GtkEditable *entry, char number[GRAM_ACCOUNT_NUMBER_BUFFER])
{
  g_autofree char *words = _gram_bank_dialog_dup_words (entry);
  char *slash = strchr (words, '/');

  if (slash != NULL)
    *slash = '\0';

  return gram_account_number_parse (words, number, NULL);
}

static void
take_item (GMenu *menu, const char *label, const char *words)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, CHOOSE, g_variant_new_string (words));
  g_menu_append_item (menu, item);
}

/* No action has this name: the item is read, and not chosen. */
static void
take_note (GMenu *menu, const char *text)
{
  g_menu_append (menu, text, "charge.none");
}

static void
take_charge (GMenu *menu, const GramChargeRow *row)
{
  const GramChargeRecord *record = row->record;
  g_autofree char *number = gram_charge_dup_number (row->id);
  g_autofree char *outstanding = gram_charge_dup_money (record->outstanding);
  g_autofree char *standing
      = gram_charge_dup_standing (row->state, record->due_on, row->overdue_days);
  g_autofree char *label = g_strdup_printf ("%s · %s · %s", number, outstanding, standing);
  g_autofree char *words = g_strdup_printf ("%s/%" G_GINT64_FORMAT, record->number, row->id);

  take_item (menu, label, words);
}

static void
charges_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramBankDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) charges
      = gram_session_open_charges_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error)
      || g_task_get_cancellable (G_TASK (result)) != self->asking_charges)
    return;

  g_menu_remove_all (self->charges);
  if (charges == NULL)
    {
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      take_note (self->charges, sentence);
      return;
    }

  for (guint i = 0; i < MIN (charges->len, CHARGES_LISTED); i++)
    take_charge (self->charges, charges->pdata[i]);
  if (charges->len > CHARGES_LISTED)
    take_note (self->charges, _ ("For another one, type / and its number after the account"));
  if (charges->len == 0)
    take_note (self->charges, _ ("No charge of this account is open"));
}

void
_gram_bank_dialog_forget_charges (GramBankDialog *self)
{
  g_cancellable_cancel (self->asking_charges);
  g_clear_object (&self->asking_charges);
  g_clear_object (&self->charges);
}

static void
choose_cb (GSimpleAction *action, GVariant *words, GtkEditable *entry)
{
  g_simple_action_set_state (action, words);
  gtk_editable_set_text (entry, g_variant_get_string (words, NULL));
}

static void
add_action (GtkWidget *button, GtkEditable *entry)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autofree char *words = _gram_bank_dialog_dup_words (entry);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING,
                                                                   g_variant_new_string (words));

  g_signal_connect_object (action, "activate", G_CALLBACK (choose_cb), entry, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (button, "charge", G_ACTION_GROUP (group));
}

/* Asked when it is looked at, and anew each time: what an account owes changes. */
static void
popup_cb (GtkMenuButton *button, gpointer user_data)
{
  GramBankDialog *self = user_data;
  GtkEditable *entry = g_object_get_data (G_OBJECT (button), "entry");
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];

  if (!read_number (entry, number))
    return;

  _gram_bank_dialog_forget_charges (self);
  self->charges = g_menu_new ();
  self->asking_charges = g_cancellable_new ();
  take_item (first, _ ("The oldest due first"), number);
  take_note (self->charges, _ ("Looking for open charges…"));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->charges));
  add_action (GTK_WIDGET (button), entry);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  gram_session_open_charges_async (self->session, number, CHARGES_LISTED + 1, self->asking_charges,
                                   charges_cb, g_object_ref (self));
}

/* There is nothing to choose from before the account is known. */
static void
entry_cb (GtkEditable *entry, GtkWidget *button)
{
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];

  gtk_widget_set_sensitive (button, read_number (entry, number));
}

GtkWidget *
_gram_bank_dialog_charge_button_new (GramBankDialog *self,
                                     const GramBankLine *line,
                                     GtkWidget *entry)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *row = gram_format_count (line->row);
  /* Translators: a button; %s is the place of a line in a file */
  g_autofree char *name = g_strdup_printf (_ ("Charge for line %s"), row);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "entry", g_object_ref (entry), g_object_unref);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popup_cb, self, NULL);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_cb), button, G_CONNECT_DEFAULT);
  entry_cb (GTK_EDITABLE (entry), button);

  return button;
}
