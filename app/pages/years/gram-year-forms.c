/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-forms.h"

#include "gram-decimal.h"
#include "gram-form-dialog.h"
#include "gram-formats.h"
#include "gram-questions-years.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
#define FIELD(argument, title, input, needed) { argument, title, input, needed, { { NULL } } }
#define END FIELD (NULL, NULL, GRAM_FORM_LINE, NULL)
#define SOURCE FIELD ("source", N_ ("_Source"), GRAM_FORM_LINE, N_ ("Say where the figure comes from."))
#define DATED_ON \
  FIELD ("dated-on", N_ ("_Day of the Source"), GRAM_FORM_DAY, N_ ("Enter the day of the source, such as 2026-05-31."))
#define TENTHS(argument, title) \
  FIELD (argument, title, GRAM_FORM_TENTHS, N_ ("Enter an amount with one decimal at most, such as 1240.5."))

static const GramFormField baseline_fields[] = {
  FIELD ("value", N_ ("_Baseline in g/km, Such as 126.28"), GRAM_FORM_DECIMAL,
         N_ ("Enter a number with six decimals at most, such as 126.28.")),
  SOURCE, DATED_ON,
  FIELD ("reason", N_ ("_Reason"), GRAM_FORM_LINES, N_ ("Say why; it stands in the history.")),
  END,
};

static const GramFormField position_fields[] = {
  FIELD ("cars", N_ ("All _Cars of the Year (T)"), GRAM_FORM_NUMBER, N_ ("Enter a whole number, such as 12501.")),
  TENTHS ("allocated", N_ ("_Allocated (Art. 13)")), TENTHS ("activity", N_ ("Acti_vity (Art. 24)")),
  TENTHS ("held", N_ ("_Held, Borrowed Ones among Them")), TENTHS ("required", N_ ("Re_quired by Art. 27(1)")),
  TENTHS ("borrowed", N_ ("Of Those Held, B_orrowed (Art. 15)")), SOURCE, DATED_ON, END,
};

static const GramFormField eco_notice_fields[] = {
  FIELD ("code", N_ ("_Code of the Eco-Innovation"), GRAM_FORM_LINE, N_ ("Enter the code, as certificates of conformity have it.")),
  FIELD ("given-on", N_ ("_Given On"), GRAM_FORM_DAY, N_ ("Enter the day on which the notice was given, such as 2024-06-14.")),
  FIELD ("reference", N_ ("_Reference of the Notice"), GRAM_FORM_LINE, N_ ("Enter the reference of the notice.")),
  END,
};

#define NOTE_REFERENCE \
  FIELD ("reference", N_ ("_Reference at the Bank"), GRAM_FORM_LINE, N_ ("Enter what the bank calls the payment."))
#define REASON FIELD ("reason", N_ ("_Reason"), GRAM_FORM_LINES, N_ ("Say why; the holder reads it."))

static const GramFormField payment_fields[] = {
  FIELD ("amount", N_ ("_Amount in Pounds"), GRAM_FORM_AMOUNT, N_ ("Enter an amount with two decimals at most, such as 207655.60.")),
  FIELD ("paid-on", N_ ("_Paid On"), GRAM_FORM_DAY, N_ ("Enter the day of the payment, such as 2027-02-10.")),
  NOTE_REFERENCE, END,
};

static const GramFormField appeal_fields[] = {
  FIELD ("text", N_ ("_What the Appeal Says"), GRAM_FORM_LINES, N_ ("Say what the appeal says.")), END,
};

static const GramFormField end_appeal_fields[] = {
  { "outcome", N_ ("_Outcome"), GRAM_FORM_CHOICE, N_ ("Choose the outcome."),
    { { "dismissed", N_ ("Dismissed: the notice stands") }, { "allowed", N_ ("Allowed: the notice is withdrawn") } } },
  REASON, END,
};

static const GramFormField reason_fields[] = { REASON, END };

static const GramFormField end_pool_fields[] = {
  REASON,
  FIELD ("from-year", N_ ("_First Year without the Pool (Optional)"), GRAM_FORM_YEAR, NULL),
  END,
};

static const GramFormField update_pool_fields[] = {
  FIELD ("contact-name", N_ ("_Contact"), GRAM_FORM_LINE, N_ ("Enter the name of the contact.")),
  FIELD ("contact-email", N_ ("_E-Mail of the Contact"), GRAM_FORM_LINE, N_ ("Enter the e-mail of the contact.")),
  FIELD ("nominated", N_ ("_Account That Stands for the Pool"), GRAM_FORM_LINE, N_ ("Enter the number of a member’s account.")),
  END,
};

static const GramForm forms[] = {
  { "baseline.set", N_ ("Baseline"), N_ ("_Enter"),
    N_ ("B is entered, never computed: an exact decimal as its source has it (Schedule 1). What was entered before stays in the history."),
    FALSE, N_ ("Baseline entered"), baseline_fields },
  { "crts.set-position", N_ ("CRTS Position"), N_ ("_Enter"),
    N_ ("Where the participant stands in the CRTS, in tenths of an allowance. Whether it may convert unused CRTS allowances follows from it (CCTS art. 35(1))."),
    FALSE, N_ ("CRTS position entered"), position_fields },
  { "eco-notice.record", N_ ("Eco-Innovation Notice"), N_ ("_Record"),
    N_ ("A notice under Art. 12(2)(b) of Regulation (EU) 725/2011. The reduction for the eco-innovation is off in the scheme year after the one in which the notice was given (CCTS art. 36(3))."),
    FALSE, N_ ("Notice recorded"), eco_notice_fields },
  { "payment-notice.record-payment", N_ ("Record a Payment"), N_ ("_Record"),
    N_ ("What is more than owed stands in the holder’s favour."), FALSE, N_ ("Payment recorded"), payment_fields },
  { "payment-notice.forward", N_ ("Pay into the Consolidated Fund"), N_ ("_Record"),
    N_ ("What was received is paid on (CCTS art. 39(7))."), FALSE, N_ ("Onward payment recorded"), payment_fields },
  { "payment-notice.appeal", N_ ("Appeal"), N_ ("_Record Appeal"),
    N_ ("While an appeal is open, nothing is collected. A case is opened for it."), FALSE, N_ ("Appeal recorded"), appeal_fields },
  { "payment-notice.end-appeal", N_ ("End the Appeal"), N_ ("_End Appeal"),
    N_ ("If it is dismissed the notice stands as it was given; if it is allowed the notice is withdrawn."), FALSE,
    N_ ("Appeal ended"), end_appeal_fields },
  { "payment-notice.withdraw", N_ ("Withdraw the Notice"), N_ ("_Withdraw"),
    N_ ("Nothing is owed by this notice any more; what was paid stands in the holder’s favour. Another notice can be given."),
    TRUE, N_ ("Notice withdrawn"), reason_fields },
  { "payment-notice.reverse-payment", N_ ("Reverse the Entry"), N_ ("_Reverse the Entry"),
    N_ ("An opposite posting that names the entry; nothing is deleted."), TRUE, N_ ("Entry reversed"), reason_fields },
  { "pool.grant", N_ ("Grant the Application"), N_ ("_Grant"),
    N_ ("The pool stands for its members in each of its years: they are one participant (CCTS art. 32(2))."), FALSE,
    N_ ("Application granted"), reason_fields },
  { "pool.decline", N_ ("Decline the Application"), N_ ("_Decline"),
    N_ ("The members stay on their own. They can apply again."), TRUE, N_ ("Application declined"), reason_fields },
  { "pool.end", N_ ("End the Pool"), N_ ("_End Pool"),
    N_ ("From then on the members are on their own. Years that are allocated stay as they are."), TRUE, N_ ("Pool ended"),
    end_pool_fields },
  { "pool.update", N_ ("Update the Pool"), N_ ("_Save"),
    N_ ("Whom to ask, and whose account is the pool’s (CCTS art. 83(1)). With another account, what the pool holds moves there."),
    FALSE, N_ ("Pool updated"), update_pool_fields },
};
/* clang-format on */

static AdwDialog *
form_new (GramSession *session, const char *command, GVariant *arguments)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].command, command))
      return gram_form_dialog_new (session, &forms[i], arguments);

  g_return_val_if_reached (NULL);
}

static GVariant *
participant_arguments (const GramParticipantRow *row, int year)
{
  return g_variant_new_parsed ("{'account': <%s>, 'year': <%x>}", row->number, (gint64)year);
}

/* What was entered before, below the form. */
static AdwPreferencesGroup *
add_history (AdwDialog *dialog)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("History"));
  gtk_widget_set_visible (group, FALSE);
  gram_form_dialog_add_group (GRAM_FORM_DIALOG (dialog), ADW_PREFERENCES_GROUP (group));
  g_object_set_data (G_OBJECT (dialog), "gram-history", group);

  return ADW_PREFERENCES_GROUP (group);
}

/* What it was, when and by whom it was entered, and from where. */
static void
add_entry (AdwDialog *dialog,
           const char *title,
           const char *source,
           const char *dated_on,
           const char *reason,
           const char *person,
           gint64 at)
{
  AdwPreferencesGroup *group = g_object_get_data (G_OBJECT (dialog), "gram-history");
  g_autofree char *entered = gram_format_day_of_instant (at);
  g_autofree char *dated = gram_format_date (dated_on);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  /* Translators: a source and its day */
  g_string_append_printf (subtitle, C_ ("source", "%s of %s"), source, dated);
  if (reason != NULL && *reason != '\0')
    g_string_append_printf (subtitle, "\n%s", reason);
  g_string_append_c (subtitle, '\n');
  if (person != NULL)
    /* Translators: a day and a person */
    g_string_append_printf (subtitle, _ ("Entered on %s by %s"), entered, person);
  else
    g_string_append_printf (subtitle, _ ("Entered on %s"), entered);
  adw_preferences_group_add (group, gram_row_new (title, subtitle->str));
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static gboolean
is_gone (AdwDialog *dialog)
{
  return gtk_widget_get_root (GTK_WIDGET (dialog)) == NULL;
}

static void
baselines_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = user_data;
  g_autoptr (GPtrArray) rows
      = gram_session_baselines_finish (GRAM_SESSION (object), result, NULL, NULL);

  /* Without a history the form is still good. */
  if (rows == NULL || is_gone (dialog))
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      const GramBaselineRow *row = rows->pdata[i];
      g_autofree char *value = gram_format_co2 (row->value);

      add_entry (dialog, value, row->source, row->dated_on, row->reason, row->person, row->at);
    }
}

AdwDialog *
gram_baseline_dialog_new (GramSession *session, const GramParticipantRow *row, int year)
{
  AdwDialog *dialog;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  dialog = form_new (session, "baseline.set", participant_arguments (row, year));
  add_history (dialog);
  gram_session_baselines_async (session, year, row->account_id, NULL, baselines_cb,
                                g_object_ref (dialog));

  return dialog;
}

static void
set_tenths (GramFormDialog *dialog, const char *argument, gint64 tenths)
{
  g_autofree char *text = gram_decimal_format (tenths, 1, 0);

  gram_form_dialog_set_text (dialog, argument, text);
}

static void
fill_position (GramFormDialog *dialog, const GramPositionRow *row)
{
  g_autofree char *cars = gram_decimal_format (row->cars, 0, 0);

  gram_form_dialog_set_text (dialog, "cars", cars);
  set_tenths (dialog, "allocated", row->allocated);
  set_tenths (dialog, "activity", row->activity);
  set_tenths (dialog, "held", row->held);
  set_tenths (dialog, "required", row->required);
  set_tenths (dialog, "borrowed", row->borrowed);
}

static void
positions_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = user_data;
  g_autoptr (GPtrArray) rows
      = gram_session_positions_finish (GRAM_SESSION (object), result, NULL, NULL);

  if (rows == NULL || is_gone (dialog))
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      const GramPositionRow *row = rows->pdata[i];
      g_autofree char *held = gram_format_decimal (row->held, 1, 0);
      g_autofree char *required = gram_format_decimal (row->required, 1, 0);
      /* Translators: two amounts of allowances */
      g_autofree char *title = g_strdup_printf (_ ("%s held, %s required"), held, required);

      /* What somebody has begun to type stays. */
      if (row->current && adw_dialog_get_can_close (dialog))
        fill_position (GRAM_FORM_DIALOG (dialog), row);
      add_entry (dialog, title, row->source, row->dated_on, NULL, row->person, row->at);
    }
}

AdwDialog *
gram_position_dialog_new (GramSession *session, const GramParticipantRow *row, int year)
{
  AdwDialog *dialog;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  dialog = form_new (session, "crts.set-position", participant_arguments (row, year));
  add_history (dialog);
  gram_session_positions_async (session, year, row->account_id, NULL, positions_cb,
                                g_object_ref (dialog));

  return dialog;
}

AdwDialog *
gram_eco_notice_dialog_new (GramSession *session)
{
  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  return form_new (session, "eco-notice.record", NULL);
}

AdwDialog *
gram_notice_verb_dialog_new (GramSession *session,
                             const char *command,
                             const GramPaymentNoticeDetail *detail)
{
  AdwDialog *dialog;
  gint64 amount = 0;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (command != NULL && detail != NULL, NULL);

  dialog = form_new (session, command,
                     g_variant_new_parsed ("{'account': <%s>, 'notice': <%x>}",
                                           detail->row->record->account_number,
                                           detail->row->record->id));
  if (g_str_equal (command, "payment-notice.record-payment"))
    amount = detail->row->left;
  else if (g_str_equal (command, "payment-notice.forward"))
    amount = detail->to_forward;
  if (amount > 0)
    {
      g_autofree char *text = gram_decimal_format (amount, 2, 2);

      gram_form_dialog_set_text (GRAM_FORM_DIALOG (dialog), "amount", text);
    }

  return dialog;
}

AdwDialog *
gram_payment_reversal_dialog_new (GramSession *session,
                                  const GramPaymentNoticeDetail *detail,
                                  const GramNoticePaymentRecord *payment)
{
  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (detail != NULL && payment != NULL, NULL);

  return form_new (session, "payment-notice.reverse-payment",
                   g_variant_new_parsed ("{'account': <%s>, 'notice': <%x>, 'payment': <%x>}",
                                         detail->row->record->account_number,
                                         detail->row->record->id, payment->id));
}

AdwDialog *
gram_pool_verb_dialog_new (GramSession *session, const char *command, const GramPoolDetail *detail)
{
  AdwDialog *dialog;
  gboolean updates;
  const GramPoolRow *pool;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (command != NULL && detail != NULL, NULL);

  pool = detail->pool;
  updates = g_str_equal (command, "pool.update");
  dialog = form_new (session, command,
                     updates
                         ? g_variant_new_parsed ("{'account': <%s>, 'pool': <%x>, 'version': <%x>}",
                                                 pool->number, pool->id, (gint64)pool->version)
                         : g_variant_new_parsed ("{'pool': <%x>}", pool->id));
  if (!updates)
    return dialog;

  gram_form_dialog_set_text (GRAM_FORM_DIALOG (dialog), "contact-name", pool->contact_name);
  gram_form_dialog_set_text (GRAM_FORM_DIALOG (dialog), "contact-email", pool->contact_email);
  gram_form_dialog_set_text (GRAM_FORM_DIALOG (dialog), "nominated", pool->number);

  return dialog;
}
