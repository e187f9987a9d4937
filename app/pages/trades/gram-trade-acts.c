/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-acts.h"

#include "gram-failure.h"
#include "gram-form-dialog.h"
#include "gram-formats.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

static const GramFormField withdraw_fields[] = {
  { .argument = "reason",
    .title = N_ ("_Reason"),
    .input = GRAM_FORM_LINES,
    .needed = N_ ("Say why; it stands in the history of the account.") },
  { NULL },
};

static const GramForm withdraw_form = {
  .command = "trade.withdraw",
  .title = N_ ("Withdraw the Notification"),
  .verb = N_ ("_Withdraw"),
  .lead = N_ (
      "What it reserved is free again. The other party is told. If the trade takes place after all, notify it anew "
      "before the window ends."),
  .destructive = TRUE,
  .done = N_ ("Withdrawn"),
  .fields = withdraw_fields,
};

static const GramFormField register_fields[] = {
  { .argument = "reason",
    .title = N_ ("_Reason"),
    .input = GRAM_FORM_LINES,
    .needed = N_ ("Say what satisfies you; both parties read it.") },
  { NULL },
};

static const GramFormField refuse_fields[] = {
  { .argument = "reason",
    .title = N_ ("_Reason"),
    .input = GRAM_FORM_LINES,
    .needed = N_ ("Say why; both parties read it.") },
  { NULL },
};

/* By whether the administrator is satisfied. */
static const GramForm decide_forms[] = {
  { .command = "trade.refuse",
    .title = N_ ("Refuse to Register"),
    .verb = N_ ("_Refuse"),
    .lead = N_ (
        "The trade is treated as not having taken place (CCTS art. 37(7)): what was reserved is free again, and both "
        "parties read the reason."),
    .destructive = TRUE,
    .fields = refuse_fields },
  { .command = "trade.register",
    .title = N_ ("Register"),
    .verb = N_ ("_Register"),
    .lead = N_ (
        "The allowances move from the transferor to the transferee, and both parties are told (CCTS art. 37(6))."),
    .fields = register_fields },
};

static void
toast (GtkWidget *parent, const char *text)
{
  gtk_widget_activate_action (parent, "win.toast", "s", text);
}

void
gram_trade_withdraw (GtkWidget *parent,
                     GramSession *session,
                     const GramTradeNotificationRecord *record)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (record != NULL);

  g_variant_dict_insert (&dict, "account", "s", record->number);
  g_variant_dict_insert (&dict, "notification", "x", record->id);
  g_variant_dict_insert (&dict, "version", "x", (gint64)record->version);
  adw_dialog_present (gram_form_dialog_new (session, &withdraw_form, g_variant_dict_end (&dict)),
                      parent);
}

/* A decision under way: who is told. */
typedef struct
{
  GtkWidget *parent; /* weak */
  GramTradeDecided decided;
  guint n;
  gboolean satisfied;
} Deciding;

static void
deciding_free (gpointer data, GClosure *closure)
{
  Deciding *deciding = data;

  g_clear_weak_pointer (&deciding->parent);
  g_free (deciding);
}

static void
decided_cb (AdwDialog *dialog, GVariant *value, gpointer user_data)
{
  Deciding *deciding = user_data;
  g_autofree char *number = gram_format_count (deciding->n);
  g_autofree char *text = NULL;

  if (deciding->parent == NULL)
    return;

  if (deciding->satisfied)
    text = g_strdup_printf (ngettext ("%s trade registered", "%s trades registered", deciding->n),
                            number);
  else
    text
        = g_strdup_printf (ngettext ("%s trade refused", "%s trades refused", deciding->n), number);
  toast (deciding->parent, text);
  if (deciding->decided != NULL)
    deciding->decided (deciding->parent);
}

/* More than anybody reads in a dialog. */
#define SHOWN 5

static void
add_trade (AdwPreferencesGroup *group, const GramTradeNotificationRecord *record)
{
  g_autofree char *count = gram_format_count (record->quantity);
  g_autofree char *price = gram_format_money (record->price, "GBP");
  g_autofree char *title = NULL;
  g_autofree char *value = NULL;

  /* Translators: who gives allowances, and who gets them */
  title = g_strdup_printf (C_ ("trade", "%1$s → %2$s"), record->transferor_name,
                           record->transferee_name);
  /* Translators: allowances, scheme year, price in all */
  value = g_strdup_printf (_ ("%1$s allowances of %2$d for %3$s"), count, record->year, price);
  adw_preferences_group_add (group, gram_property_row_new (title, value));
}

/* What is decided, before it is. */
static void
add_trades (AdwDialog *dialog, const GPtrArray *records)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *number = gram_format_count (records->len);
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%s Trade", "%s Trades", records->len), number);
  adw_preferences_group_set_title (group, title);
  for (guint i = 0; i < records->len && i < SHOWN; i++)
    add_trade (group, records->pdata[i]);
  if (records->len > SHOWN)
    {
      g_autofree char *rest = gram_format_count (records->len - SHOWN);
      g_autofree char *text
          = g_strdup_printf (ngettext ("And %s more", "And %s more", records->len - SHOWN), rest);

      adw_preferences_group_set_description (group, text);
    }
  gram_form_dialog_add_group (GRAM_FORM_DIALOG (dialog), group);
}

static void
present_decision (GtkWidget *parent,
                  GramSession *session,
                  GVariant *arguments,
                  const GPtrArray *records,
                  gboolean satisfied,
                  GramTradeDecided decided)
{
  AdwDialog *dialog = gram_form_dialog_new (session, &decide_forms[satisfied ? 1 : 0], arguments);
  Deciding *deciding = g_new0 (Deciding, 1);

  g_set_weak_pointer (&deciding->parent, parent);
  deciding->decided = decided;
  deciding->n = records->len;
  deciding->satisfied = satisfied;
  g_signal_connect_data (dialog, "done", G_CALLBACK (decided_cb), deciding, deciding_free,
                         G_CONNECT_DEFAULT);
  if (satisfied)
    gram_form_dialog_set_text (GRAM_FORM_DIALOG (dialog), "reason",
                               _ ("Both parties have notified the same."));
  add_trades (dialog, records);
  adw_dialog_present (dialog, parent);
}

void
gram_trades_decide (GtkWidget *parent,
                    GramSession *session,
                    const GPtrArray *records,
                    gboolean satisfied,
                    GramTradeDecided decided)
{
  g_autoptr (GArray) trades = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (records != NULL && records->len > 0);

  for (guint i = 0; i < records->len; i++)
    {
      const GramTradeNotificationRecord *record = records->pdata[i];

      g_array_append_val (trades, record->trade_id);
    }
  g_variant_dict_insert_value (&dict, "trades",
                               g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, trades->data,
                                                          trades->len, sizeof (gint64)));
  present_decision (parent, session, g_variant_dict_end (&dict), records, satisfied, decided);
}

void
gram_trade_record (GtkWidget *parent,
                   GramSession *session,
                   const GramTradeNotificationRecord *record,
                   gboolean satisfied,
                   GramTradeDecided decided)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (record != NULL);

  g_ptr_array_add (records, (gpointer)record);
  if (record->trade_id != 0)
    {
      gram_trades_decide (parent, session, records, satisfied, decided);
      return;
    }

  g_variant_dict_insert_value (&dict, "notifications",
                               g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &record->id, 1,
                                                          sizeof (gint64)));
  present_decision (parent, session, g_variant_dict_end (&dict), records, satisfied, decided);
}

/* A file that is chosen, written or read: for which widget. */
typedef struct
{
  GtkWidget *parent;
  GramSession *session;
  gint64 notification_id;
} Filing;

static Filing *
filing_new (GtkWidget *parent, GramSession *session, gint64 notification_id)
{
  Filing *filing = g_new0 (Filing, 1);

  filing->parent = g_object_ref (parent);
  filing->session = g_object_ref (session);
  filing->notification_id = notification_id;

  return filing;
}

static void
filing_free (Filing *filing)
{
  g_object_unref (filing->parent);
  g_object_unref (filing->session);
  g_free (filing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Filing, filing_free)

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Filing) filing = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_write_trade_finish (GRAM_SESSION (object), result, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    toast (filing->parent, _ ("Exchange file saved"));
  else
    gram_failure_present (filing->parent, _ ("Could Not Save the Exchange File"), refusal, error);
}

void
gram_trade_save_to (GtkWidget *parent, GramSession *session, gint64 notification_id, GFile *file)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (G_IS_FILE (file));

  gram_session_write_trade_async (session, notification_id, file, NULL, written_cb,
                                  filing_new (parent, session, notification_id));
}

static void
place_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Filing) filing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    gram_trade_save_to (filing->parent, filing->session, filing->notification_id, file);
  else
    gram_failure_present (filing->parent, _ ("Could Not Choose a File"), NULL, error);
}

void
gram_trade_save (GtkWidget *parent, GramSession *session, const GramTradeNotificationRecord *record)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (record != NULL);

  dialog = gtk_file_dialog_new ();
  /* Translators: name of a file with a notification of a trade: scheme year, account number; keep the ending */
  name = g_strdup_printf (_ ("Trade %1$d of %2$s.gram-trade"), record->year, record->number);
  gtk_file_dialog_set_title (dialog, _ ("Save an Exchange File"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, place_chosen_cb,
                        filing_new (parent, session, record->id));
}

static void
brought_in_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Filing) filing = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gboolean repeated = FALSE;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    {
      gram_failure_present (filing->parent, _ ("Could Not Bring In the Exchange File"), refusal,
                            error);
      return;
    }

  g_variant_lookup (value, "repeated", "b", &repeated);
  toast (filing->parent, repeated ? _ ("This file was brought in before; nothing has changed")
                                  : _ ("The exchange file is brought in"));
}

void
gram_trade_bring_in_file (GtkWidget *parent, GramSession *session, GFile *file)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    {
      toast (parent, _ ("This file is not on this computer. Copy it here first."));
      return;
    }
  g_variant_dict_insert (&dict, "file", "s", g_file_peek_path (file));
  gram_session_perform_async (session, "trade.import", g_variant_dict_end (&dict), NULL, NULL, NULL,
                              brought_in_cb, filing_new (parent, session, 0));
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Filing) filing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    gram_trade_bring_in_file (filing->parent, filing->session, file);
  else
    gram_failure_present (filing->parent, _ ("Could Not Choose a File"), NULL, error);
}

void
gram_trade_bring_in (GtkWidget *parent, GramSession *session)
{
  g_autoptr (GtkFileDialog) dialog = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));

  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Bring In an Exchange File"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, file_chosen_cb,
                        filing_new (parent, session, 0));
}
