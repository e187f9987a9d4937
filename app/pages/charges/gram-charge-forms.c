/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-forms.h"

#include "gram-charge-texts.h"
#include "gram-decimal.h"
#include "gram-form-dialog.h"
#include "gram-formats.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
#define FIELD(argument, title, input, needed) { argument, title, input, needed, { { NULL } } }
#define END FIELD (NULL, NULL, GRAM_FORM_LINE, NULL)
#define NUMBER FIELD ("account", N_ ("Account _Number"), GRAM_FORM_LINE, N_ ("Enter the number of the account."))
#define AMOUNT \
  FIELD ("amount", N_ ("_Amount in New Zealand Dollars"), GRAM_FORM_AMOUNT, \
         N_ ("Enter an amount with two decimals at most, such as 160.86."))
#define PAID_ON FIELD ("paid-on", N_ ("_Paid On"), GRAM_FORM_DAY, N_ ("Enter the day of the payment, such as 2026-11-20."))
#define PAYER FIELD ("payer", N_ ("Paid _By (Optional)"), GRAM_FORM_LINE, NULL)
#define REFERENCE \
  FIELD ("reference", N_ ("_Reference at the Bank"), GRAM_FORM_LINE, N_ ("Enter what the bank calls the payment."))
#define WHY FIELD ("reason", N_ ("_Reason"), GRAM_FORM_LINES, N_ ("Say why; the holder reads it."))

static const GramFormField payment_fields[] = { AMOUNT, PAID_ON, PAYER, REFERENCE, END };
static const GramFormField payment_of_fields[] = { NUMBER, AMOUNT, PAID_ON, PAYER, REFERENCE, END };
static const GramFormField favour_fields[] = { REFERENCE, END };
static const GramFormField favour_of_fields[] = { NUMBER, REFERENCE, END };
static const GramFormField back_fields[] = { AMOUNT, PAID_ON, REFERENCE, END };
static const GramFormField back_of_fields[] = { NUMBER, AMOUNT, PAID_ON, REFERENCE, END };
static const GramFormField reverse_fields[] = { WHY, REFERENCE, END };

/* Of an account that is known, and of one whose number is asked for. */
typedef enum { FORM_PAYMENT, FORM_FAVOUR, FORM_BACK, FORM_REVERSE } Form;

#define PAYMENT(fields) \
  { "payment.record", N_ ("Record a Payment"), N_ ("_Record"), \
    N_ ("Money that came in. It settles what it is for; what is more than owed stands in favour of the account."), \
    FALSE, N_ ("Payment recorded"), fields }
#define FAVOUR(fields) \
  { "payment.use-in-favour", N_ ("Use What Stands in Favour"), N_ ("_Use It"), \
    N_ ("Money that was more than owed settles what is outstanding, the oldest due first."), FALSE, \
    N_ ("Used"), fields }
#define BACK(fields) \
  { "payment.pay-back", N_ ("Pay Back"), N_ ("_Record"), \
    N_ ("Money that stood in favour of the account and was paid back to its holder."), FALSE, N_ ("Recorded"), fields }

static const GramForm forms[][2] = {
  [FORM_PAYMENT] = { PAYMENT (payment_fields), PAYMENT (payment_of_fields) },
  [FORM_FAVOUR] = { FAVOUR (favour_fields), FAVOUR (favour_of_fields) },
  [FORM_BACK] = { BACK (back_fields), BACK (back_of_fields) },
  [FORM_REVERSE] = { { "payment.reverse", N_ ("Reverse the Payment"), N_ ("_Reverse"),
                       N_ ("What it settled is open again, in the opposite order. An opposite posting names the payment; "
                           "nothing is deleted."),
                       TRUE, N_ ("Payment reversed"), reverse_fields } },
};
/* clang-format on */

static AdwDialog *
form_new (GramSession *session, Form form, const char *number, gint64 charge_id)
{
  GramAccount *account = gram_session_get_account (session);
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  if (number == NULL && account != NULL)
    number = gram_account_get_number (account);
  if (number != NULL)
    g_variant_dict_insert (&arguments, "account", "s", number);
  if (charge_id != 0)
    g_variant_dict_insert_value (&arguments, "charges",
                                 g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &charge_id, 1,
                                                            sizeof charge_id));

  return gram_form_dialog_new (session, &forms[form][number == NULL ? 1 : 0],
                               g_variant_dict_end (&arguments));
}

static void
set_amount (AdwDialog *dialog, gint64 cents)
{
  g_autofree char *text = gram_decimal_format (cents, GRAM_DECIMAL_SCALE_MONEY, 2);

  if (cents > 0)
    gram_form_dialog_set_text (GRAM_FORM_DIALOG (dialog), "amount", text);
}

/* What it is about, above the fields. */
static void
add_lead (AdwDialog *dialog, const char *title, const char *value)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), gram_property_row_new (title, value));
  gram_form_dialog_add_lead (GRAM_FORM_DIALOG (dialog), ADW_PREFERENCES_GROUP (group));
}

AdwDialog *
gram_payment_dialog_new (GramSession *session, const GramChargeRecord *charge)
{
  AdwDialog *dialog;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  if (charge == NULL)
    return form_new (session, FORM_PAYMENT, NULL, 0);

  dialog = form_new (session, FORM_PAYMENT, charge->number, charge->id);
  number = gram_charge_dup_number (charge->id);
  text = g_strdup_printf ("%s · %s", number, charge->holder);
  add_lead (dialog, _ ("Charge"), text);
  set_amount (dialog, charge->outstanding);

  return dialog;
}

AdwDialog *
gram_in_favour_dialog_new (GramSession *session, const GramChargeDetail *detail)
{
  AdwDialog *dialog;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  if (detail == NULL)
    return form_new (session, FORM_FAVOUR, NULL, 0);

  dialog = form_new (session, FORM_FAVOUR, detail->row->record->number, detail->row->id);
  text = gram_charge_dup_money (detail->in_favour);
  add_lead (dialog, _ ("In Favour of the Account"), text);

  return dialog;
}

AdwDialog *
gram_pay_back_dialog_new (GramSession *session, gint64 in_favour)
{
  AdwDialog *dialog;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  dialog = form_new (session, FORM_BACK, NULL, 0);
  set_amount (dialog, in_favour);

  return dialog;
}

AdwDialog *
gram_payment_reverse_dialog_new (GramSession *session, const GramPaymentRecord *record)
{
  AdwDialog *dialog;
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  dialog = gram_form_dialog_new (session, &forms[FORM_REVERSE][0],
                                 g_variant_new_parsed ("{'account': <%s>, 'payment': <%x>}",
                                                       record->number, record->id));
  amount = gram_charge_dup_money (record->amount);
  text = g_strdup_printf ("%s · %s", amount, record->holder);
  add_lead (dialog, _ ("Payment"), text);

  return dialog;
}
