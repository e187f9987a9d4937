/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-acts.h"

#include "gram-ccs-words.h"
#include "gram-charge-texts.h"
#include "gram-failure.h"
#include "gram-fleet-texts.h"
#include "gram-form-dialog.h"
#include "gram-formats.h"
#include "gram-questions-fleet.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
#define FIELD(argument, title, input, needed) { argument, title, input, needed, { { NULL } } }
#define END FIELD (NULL, NULL, GRAM_FORM_LINE, NULL)
#define REASON FIELD ("reason", N_ ("_Reason"), GRAM_FORM_LINES, N_ ("Say why."))

static const GramFormField invoice_fields[] = {
  FIELD ("payable-to", N_ ("_To Be Paid To"), GRAM_FORM_LINE, N_ ("Say to whom it is payable.")),
  FIELD ("how-to-pay", N_ ("_How to Pay"), GRAM_FORM_LINES, N_ ("Say how it is to be paid, with what reference.")), END,
};
static const GramFormField reason_fields[] = { REASON, END };
static const GramFormField decision_fields[] = {
  REASON, FIELD ("reference", N_ ("Reference of the _Document (Optional)"), GRAM_FORM_LINE, NULL), END,
};

static const GramForm invoice_form = {
  "fleet-year.settle", N_ ("Settle the Year"), N_ ("_Settle"),
  N_ ("Exactly what stands here is posted, and the invoice is made."), FALSE, N_ ("Year settled"), invoice_fields
};
static const GramForm credit_form = {
  "fleet-year.settle", N_ ("Settle the Year"), N_ ("_Settle"),
  N_ ("Exactly what stands here is posted, and the statement of the settlement is made."), FALSE, N_ ("Year settled"), NULL
};
static const GramForm borrow_form = {
  "borrowing.request", N_ ("Borrow the Shortfall"), N_ ("_Ask"),
  N_ ("The whole shortfall is carried into the next year, once, at its own rate. The next year has to make it good; what it "
      "does not is charged then. The administrator decides."),
  FALSE, N_ ("Asked; the administrator decides"), reason_fields
};

static const GramForm borrowing_forms[] = {
  { "borrowing.withdraw", N_ ("Withdraw the Request"), N_ ("_Withdraw"), N_ ("The charge stays due as it is."), TRUE,
    N_ ("Withdrawn"), NULL },
  { "borrowing.approve", N_ ("Approve the Borrowing"), N_ ("_Approve"),
    N_ ("The shortfall is carried into the next year and is not owed now."), FALSE, N_ ("Approved"), decision_fields },
  { "borrowing.decline", N_ ("Decline the Borrowing"), N_ ("_Decline"),
    N_ ("The charge stays due as it is; the holder reads why."), TRUE, N_ ("Declined"), decision_fields },
};
/* clang-format on */

/* A rehearsal under way. */
typedef struct
{
  GtkWidget *parent;
  char *payable_to;
  char *how_to_pay;
} Settling;

static void
settling_free (Settling *self)
{
  g_object_unref (self->parent);
  g_free (self->payable_to);
  g_free (self->how_to_pay);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Settling, settling_free)

/* What would be posted, and how it comes about. */
static AdwPreferencesGroup *
preview_new (const GramFleetRehearsal *rehearsal)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *result
      = gram_fleet_dup_comes_to (rehearsal->row->credits, rehearsal->row->amount);
  g_autofree char *day = gram_format_date (rehearsal->due_on);

  adw_preferences_group_set_title (group, _ ("What It Comes To"));
  adw_preferences_group_add (
      group, gram_row_new (result, rehearsal->charge + rehearsal->carried_charge > 0 ? day : NULL));
  for (guint i = 0; i < rehearsal->lines->len; i++)
    adw_preferences_group_add (group, gram_row_new (rehearsal->lines->pdata[i], NULL));
  if (rehearsal->early)
    adw_preferences_group_set_description (
        group, _ ("The year is not over; it may be settled because the account is being closed."));

  return group;
}

static void
rehearsed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Settling) self = user_data;
  GramSession *session = GRAM_SESSION (object);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramFleetRehearsal) rehearsal
      = gram_session_rehearse_fleet_year_finish (session, result, &refusal, &error);
  gboolean charges;
  AdwDialog *dialog;

  /* Who asked has closed the window meanwhile. */
  if (gtk_widget_get_root (self->parent) == NULL)
    return;
  if (rehearsal == NULL)
    {
      gram_failure_present (self->parent, _ ("Could Not Settle the Year"), refusal, error);
      return;
    }
  if (!rehearsal->posts)
    {
      gtk_widget_activate_action (self->parent, "win.toast", "s",
                                  _ ("The year is settled as it stands; nothing would change"));
      return;
    }

  charges = rehearsal->charge > 0 || rehearsal->carried_charge > 0;
  dialog = gram_form_dialog_new (
      session, charges ? &invoice_form : &credit_form,
      g_variant_new_parsed ("{'account': <%s>, 'year': <%x>, 'expect': <%s>}",
                            rehearsal->row->number, (gint64)rehearsal->row->year,
                            rehearsal->digest));
  gram_form_dialog_add_lead (GRAM_FORM_DIALOG (dialog), preview_new (rehearsal));
  if (charges)
    {
      gram_form_dialog_set_text (GRAM_FORM_DIALOG (dialog), "payable-to", self->payable_to);
      gram_form_dialog_set_text (GRAM_FORM_DIALOG (dialog), "how-to-pay", self->how_to_pay);
    }
  adw_dialog_present (dialog, self->parent);
}

void
gram_fleet_settle (GtkWidget *parent, GramSession *session, const GramFleetYearDetail *detail)
{
  Settling *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (detail != NULL);

  self = g_new0 (Settling, 1);
  self->parent = g_object_ref (parent);
  self->payable_to = g_strdup (detail->payable_to);
  self->how_to_pay = g_strdup (detail->how_to_pay);
  gram_session_rehearse_fleet_year_async (session, detail->row->account_id, detail->row->year, NULL,
                                          rehearsed_cb, self);
}

void
gram_fleet_borrow (GtkWidget *parent, GramSession *session, const GramFleetYearDetail *detail)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (detail != NULL);

  adw_dialog_present (
      gram_form_dialog_new (session, &borrow_form,
                            g_variant_new_parsed ("{'account': <%s>, 'charge': <%x>}",
                                                  detail->row->number, detail->borrow_charge)),
      parent);
}

AdwDialog *
gram_borrowing_act (GtkWidget *parent,
                    GramSession *session,
                    const char *command,
                    const GramBorrowingRow *row)
{
  AdwDialog *dialog = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (command != NULL && row != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (borrowing_forms) && dialog == NULL; i++)
    if (g_str_equal (borrowing_forms[i].command, command))
      dialog = gram_form_dialog_new (session, &borrowing_forms[i],
                                     g_variant_new_parsed ("{'account': <%s>, 'borrowing': <%x>}",
                                                           row->number, row->id));
  if (dialog != NULL)
    adw_dialog_present (dialog, parent);

  return dialog;
}

char *
gram_borrowing_dup_title (const GramBorrowingRow *row)
{
  g_autofree char *grams = gram_charge_dup_grams (row->grams);
  g_autofree char *value = gram_charge_dup_money (row->value);

  /* Translators: grams, an amount of money, a year */
  return g_strdup_printf (_ ("%1$s (%2$s) of %3$d"), grams, value, row->from_year);
}

char *
gram_borrowing_dup_subtitle (const GramBorrowingRow *row)
{
  GString *text = g_string_new (NULL);
  g_autofree char *asked = gram_format_day_of_instant (row->asked_at);
  g_autofree char *decided = gram_format_day_of_instant (row->decided_at);
  g_autofree char *met = gram_charge_dup_grams (row->met);
  int state = 0;

  gram_word_parse ("borrowing-state", row->state, &state);
  if (state != GRAM_BORROWING_ASKED)
    g_string_append_printf (text, "%s\n", gram_borrowing_state_title ((GramBorrowingState)state));
  /* Translators: a person, a day, a reason */
  g_string_append_printf (text, _ ("Asked for by %1$s on %2$s: %3$s"), row->asked_name, asked,
                          row->reason);
  if (row->decided_at != 0 && row->decided_name != NULL)
    /* Translators: a person, a day, a reason, perhaps empty */
    g_string_append_printf (text, _ ("\nEnded by %1$s on %2$s: %3$s"), row->decided_name, decided,
                            row->decision_reason != NULL && *row->decision_reason != '\0'
                                ? row->decision_reason
                                : "–");
  if (state == GRAM_BORROWING_SETTLED)
    /* Translators: %s is grams */
    g_string_append_printf (text, _ ("\nThe next year made %s good"), met);

  return g_string_free_and_steal (text);
}
