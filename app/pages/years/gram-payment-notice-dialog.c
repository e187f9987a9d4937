/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notice-dialog.h"

#include "gram-failure.h"
#include "gram-form-dialog.h"
#include "gram-formats.h"
#include "gram-questions-payment-notices.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const GramFormField fields[] = {
  { "given-on", N_ ("_Given On"), GRAM_FORM_DAY, N_ ("Enter the day on which the notice is given, such as 2027-01-15."),
    { { NULL } } },
  { "due-on", N_ ("(b) _Last Day to Pay"), GRAM_FORM_DAY, N_ ("Enter the last day to pay, such as 2027-02-14."),
    { { NULL } } },
  { "payable-to", N_ ("(c) _To Be Paid To"), GRAM_FORM_LINE, N_ ("Name the administrator, who is to be paid."), { { NULL } } },
  { "how-to-pay", N_ ("(d) _How to Pay"), GRAM_FORM_LINES, N_ ("Say how payment must be made."), { { NULL } } },
  { "appeal-rights", N_ ("(e) Rights of _Appeal"), GRAM_FORM_LINES, N_ ("Say which rights of appeal there are."), { { NULL } } },
  { NULL, NULL, GRAM_FORM_LINE, NULL, { { NULL } } },
};

static const GramForm form = {
  "payment-notice.issue", N_ ("Payment Notice"), N_ ("_Issue"),
  N_ ("The notice is kept as a PDF with the derivation of its figures. What it says cannot be changed any more; it can be withdrawn, "
      "and another one given."),
  FALSE, N_ ("Payment notice issued"), fields,
};
/* clang-format on */

/* For whom a draft is asked. */
typedef struct
{
  GtkWidget *parent;
  char *number;
  char *holder;
  int year;
} Asking;

static void
asking_free (Asking *self)
{
  g_object_unref (self->parent);
  g_free (self->number);
  g_free (self->holder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static GtkWidget *
amount_group_new (const Asking *asking, const GramPaymentNoticeDraft *draft)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *amount = gram_format_money (draft->amount, "GBP");
  const struct
  {
    const char *title;
    const char *value;
  } rows[] = {
    { _ ("Participant"), asking->holder },
    { _ ("Amount"), amount },
    { _ ("Calculation"), draft->calculation },
  };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   _ ("(a) Amount and How It Is Calculated"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               gram_property_row_new (rows[i].title, rows[i].value));

  return group;
}

static void
present (const Asking *asking, GramSession *session, const GramPaymentNoticeDraft *draft)
{
  AdwDialog *dialog
      = gram_form_dialog_new (session, &form,
                              g_variant_new_parsed ("{'account': <%s>, 'year': <%x>}",
                                                    asking->number, (gint64)asking->year));
  GramFormDialog *self = GRAM_FORM_DIALOG (dialog);

  gram_form_dialog_set_text (self, "given-on", draft->given_on);
  gram_form_dialog_set_text (self, "due-on", draft->due_on);
  gram_form_dialog_set_text (self, "payable-to", draft->payable_to);
  gram_form_dialog_set_text (self, "how-to-pay", draft->how_to_pay);
  gram_form_dialog_set_text (self, "appeal-rights", draft->appeal_rights);
  gram_form_dialog_add_lead (self, ADW_PREFERENCES_GROUP (amount_group_new (asking, draft)));
  adw_dialog_present (dialog, asking->parent);
}

static void
draft_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramPaymentNoticeDraft) draft
      = gram_session_payment_notice_draft_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gtk_widget_get_root (asking->parent) == NULL)
    return;
  if (draft == NULL)
    gram_failure_present (asking->parent, _ ("No Payment Notice Can Be Given"), refusal, error);
  else
    present (asking, GRAM_SESSION (object), draft);
}

void
gram_payment_notice_dialog_present (GtkWidget *parent,
                                    GramSession *session,
                                    const GramParticipantRow *row,
                                    int year)
{
  Asking *asking;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (row != NULL);

  asking = g_new0 (Asking, 1);
  asking->parent = g_object_ref (parent);
  asking->number = g_strdup (row->number);
  asking->holder = g_strdup (row->pool_name != NULL ? row->pool_name : row->holder);
  asking->year = year;
  gram_session_payment_notice_draft_async (session, row->account_id, year, NULL, draft_cb, asking);
}
