/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-books-group.h"

#include "gram-check-number-dialog.h"
#include "gram-directory-dialog.h"
#include "gram-formats.h"
#include "gram-posting-sentences.h"
#include "gram-pressable.h"
#include "gram-statement-dialog.h"

#include <glib/gi18n-lib.h>

struct _GramAccountBooksGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template Widgets */
  AdwActionRow *charges_row;
  AdwActionRow *favour_row;
  AdwActionRow *balance_row;
  AdwActionRow *statement_row;
  AdwActionRow *check_row;
  AdwActionRow *directory_row;

  /* Borrowed References */
  GramSession *session;
};

G_DEFINE_FINAL_TYPE (GramAccountBooksGroup, gram_account_books_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_unit (const GramBalance *balance, const char *prefix)
{
  return g_str_has_prefix (balance->unit, prefix);
}

static gboolean
is_role (const GramBalance *balance, const char *role)
{
  return g_strcmp0 (balance->role, role) == 0;
}

char *
gram_account_unit_title (const GramBalance *balance)
{
  g_return_val_if_fail (balance != NULL, NULL);

  return gram_posting_unit_title (balance->role, balance->unit);
}

char *
gram_account_amount_text (const GramBalance *balance)
{
  g_autofree char *amount = NULL;

  g_return_val_if_fail (balance != NULL, NULL);

  if (is_unit (balance, "NZD") || is_unit (balance, "GBP"))
    return gram_format_money (balance->amount, balance->unit);
  if (!is_unit (balance, "ccs-credit/"))
    return g_strdup (balance->text);

  amount = gram_format_decimal (balance->amount, 2, 2);

  /* Translators: %s is an amount of credits */
  return g_strdup_printf (_ ("%s g"), amount);
}

/* What the account has in money of one role, NZ cents. */
static void
show_money (AdwActionRow *row, const GramAccountDetail *detail, const char *role, gboolean always)
{
  g_autofree char *text = NULL;
  gint64 amount = 0;

  for (guint i = 0; i < detail->balances->len; i++)
    {
      const GramBalance *balance = detail->balances->pdata[i];

      if (is_role (balance, role))
        amount += balance->amount;
    }
  text = gram_format_money (amount, "NZD");
  adw_action_row_set_subtitle (row, text);
  gtk_widget_set_visible (GTK_WIDGET (row), always || amount != 0);
}

/* A line for each unit; a holder has a few. Money has rows of its own. */
static char *
dup_balances (const GramAccountDetail *detail)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < detail->balances->len; i++)
    {
      const GramBalance *balance = detail->balances->pdata[i];
      g_autofree char *title = gram_account_unit_title (balance);
      g_autofree char *amount = gram_account_amount_text (balance);

      if (is_role (balance, "charges") || is_role (balance, "in-favour"))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: what it is, and how much of it */
      g_string_append_printf (text, _ ("%1$s: %2$s"), title, amount);
    }
  if (text->len == 0)
    g_string_append (text, _ ("Nothing yet"));

  return g_string_free_and_steal (text);
}

static void
statement_cb (GramAccountBooksGroup *self)
{
  g_assert (GRAM_IS_ACCOUNT_BOOKS_GROUP (self));

  if (self->session != NULL)
    adw_dialog_present (gram_statement_dialog_new (self->session), GTK_WIDGET (self));
}

static void
check_cb (GramAccountBooksGroup *self)
{
  g_assert (GRAM_IS_ACCOUNT_BOOKS_GROUP (self));

  if (self->session != NULL)
    adw_dialog_present (gram_check_number_dialog_new (self->session), GTK_WIDGET (self));
}

static void
directory_cb (GramAccountBooksGroup *self)
{
  g_assert (GRAM_IS_ACCOUNT_BOOKS_GROUP (self));

  if (self->session != NULL)
    adw_dialog_present (gram_directory_dialog_new (self->session), GTK_WIDGET (self));
}

static void
gram_account_books_group_class_init (GramAccountBooksGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-account-books-group.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountBooksGroup, charges_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountBooksGroup, favour_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountBooksGroup, balance_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountBooksGroup, statement_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountBooksGroup, check_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountBooksGroup, directory_row);
  gtk_widget_class_bind_template_callback (widget_class, statement_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, directory_cb);
}

static void
gram_account_books_group_init (GramAccountBooksGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install (GTK_WIDGET (self->statement_row));
  gram_pressable_install (GTK_WIDGET (self->check_row));
  gram_pressable_install (GTK_WIDGET (self->directory_row));
}

void
gram_account_books_group_show (GramAccountBooksGroup *self,
                               GramSession *session,
                               const GramAccountDetail *detail)
{
  g_autofree char *balances = NULL;

  g_return_if_fail (GRAM_IS_ACCOUNT_BOOKS_GROUP (self));
  g_return_if_fail (detail != NULL);

  self->session = session;
  balances = dup_balances (detail);
  adw_action_row_set_subtitle (self->balance_row, balances);
  show_money (self->charges_row, detail, "charges",
              gram_account_kind_scheme (detail->account->kind) == GRAM_SCHEME_CCS);
  show_money (self->favour_row, detail, "in-favour", FALSE);
}
