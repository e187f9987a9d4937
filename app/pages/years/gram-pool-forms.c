/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-pool-forms.h"

#include "gram-form-dialog.h"

#include <glib/gi18n-lib.h>

static const GramFormField apply_fields[] = {
  { .argument = "name",
    .title = N_ ("_Name of the Pool"),
    .input = GRAM_FORM_LINE,
    .needed = N_ ("Enter a name for the pool.") },
  { .argument = "members",
    .title = N_ ("_Other Members: Account Numbers, Commas Between Them"),
    .input = GRAM_FORM_ACCOUNTS,
    .needed = N_ ("Enter the account numbers of the other members, with commas between them.") },
  { .argument = "first-year",
    .title = N_ ("_First Scheme Year"),
    .input = GRAM_FORM_YEAR,
    .needed = N_ ("Enter a year such as 2026.") },
  { .argument = "last-year",
    .title = N_ ("_Last Scheme Year"),
    .input = GRAM_FORM_YEAR,
    .needed = N_ ("Enter a year such as 2026.") },
  { .argument = "contact-name",
    .title = N_ ("_Contact"),
    .input = GRAM_FORM_LINE,
    .needed = N_ ("Enter the name of the contact.") },
  { .argument = "contact-email",
    .title = N_ ("_E-Mail of the Contact"),
    .input = GRAM_FORM_LINE,
    .needed = N_ ("Enter the e-mail of the contact.") },
  { .argument = NULL },
};

static const GramFormField no_fields[] = { { .argument = NULL } };

static const GramFormField withdraw_fields[] = {
  { .argument = "reason",
    .title = N_ ("_Reason"),
    .input = GRAM_FORM_LINES,
    .needed = N_ ("Say why; the other members read it.") },
  { .argument = NULL },
};

static const GramForm apply_form = {
  .command = "pool.apply",
  .title = N_ ("Apply for a Pool"),
  .verb = N_ ("_Apply"),
  .lead = N_ (
      "This account stands for the pool: what the members are allocated is held here. Each member has to agree, then the administrator decides (CCTS art. 32(2))."),
  .done = N_ ("Applied for a pool"),
  .fields = apply_fields,
};

static const GramForm agree_form = {
  .command = "pool.agree",
  .title = N_ ("Agree to the Pool"),
  .verb = N_ ("_Agree"),
  .lead = N_ (
      "If the pool is granted, its account holds the allowances and accounts for the activity of all members in its years (CCTS Sch. 5)."),
  .done = N_ ("Agreed to the pool"),
  .fields = no_fields,
};

static const GramForm withdraw_form = {
  .command = "pool.withdraw",
  .title = N_ ("Withdraw the Application"),
  .verb = N_ ("_Withdraw"),
  .lead = N_ ("The members stay on their own. They can apply again."),
  .destructive = TRUE,
  .done = N_ ("Application withdrawn"),
  .fields = withdraw_fields,
};

AdwDialog *
gram_pool_apply_dialog_new (GramSession *session, const char *number)
{
  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (number != NULL, NULL);

  return gram_form_dialog_new (session, &apply_form,
                               g_variant_new_parsed ("{'account': <%s>}", number));
}

AdwDialog *
gram_pool_member_dialog_new (GramSession *session,
                             const char *command,
                             const GramPoolDetail *detail)
{
  const GramForm *form;
  const char *number;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (command != NULL && detail != NULL, NULL);

  if (g_str_equal (command, agree_form.command))
    {
      form = &agree_form;
      number = detail->agree_account;
    }
  else if (g_str_equal (command, withdraw_form.command))
    {
      form = &withdraw_form;
      number = detail->pool->number;
    }
  else
    return NULL;

  return gram_form_dialog_new (session, form,
                               g_variant_new_parsed ("{'account': <%s>, 'pool': <%x>}", number,
                                                     detail->pool->id));
}
