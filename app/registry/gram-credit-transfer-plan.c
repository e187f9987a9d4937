/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-transfers.h"

#include "gram-account-life.h"
#include "gram-credit-balances.h"
#include "gram-due.h"
#include "gram-effects-in-force.h"

#include <glib/gi18n-lib.h>

void
gram_credit_transfer_plan_clear (GramCreditTransferPlan *self)
{
  g_clear_pointer (&self->rulebook, gram_rulebook_unref);
  g_clear_pointer (&self->form, gram_credit_transfer_free);
  g_clear_pointer (&self->other, gram_account_record_free);
  g_clear_pointer (&self->lines, g_array_unref);
}

GramDate
gram_credit_transfer_today (GramRegistry *registry)
{
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCS_NEW);

  return gram_life_date (today);
}

const GramAccountRules *
gram_credit_transfer_read_rules (GramRegistry *registry,
                                 GramRulebook **rulebook,
                                 GramRefusal **refusal,
                                 GError **error)
{
  const GramAccountRules *accounts
      = gram_account_rules_in_force (registry, GRAM_ACCOUNT_CCS_NEW, rulebook, error);

  if (accounts == NULL)
    return NULL;
  if (*rulebook != NULL)
    return accounts;
  gram_refuse (refusal, "rulebook.none", NULL,
               _ ("No rulebook of this scheme is in force; the administrator has to publish one"));
  return NULL;
}

/* A side as it counts today. */
static gboolean
read_side (GramRegistry *registry,
           const GramAccountRecord *account,
           GramCreditTransferSide *side,
           GError **error)
{
  if (account == NULL)
    return TRUE;
  side->aml = gram_due_aml_today (registry, account);
  return gram_due_state_today (registry, account, &side->state, error);
}

gboolean
gram_credit_transfer_check_parties (GramRegistry *registry,
                                    const GramAccountRecord *from,
                                    const GramAccountRecord *to,
                                    GramCreditTransferReader reader,
                                    GramRefusal **refusal,
                                    GError **error)
{
  const GramAccountRules *rules
      = gram_account_rules_in_force (registry, GRAM_ACCOUNT_CCS_NEW, NULL, error);
  GramCreditTransferSide sender;
  GramCreditTransferSide receiver;

  return rules != NULL && read_side (registry, from, &sender, error)
         && read_side (registry, to, &receiver, error)
         && gram_credit_transfer_check_sides (rules, from != NULL ? &sender : NULL,
                                              to != NULL ? &receiver : NULL, reader, refusal);
}

/* An account that is not there, or of another scheme, is told from one that cannot by nobody. */
static gboolean
refuse_other (GramRegistry *registry,
              const GramAccountRecord *account,
              GramRefusal **refusal,
              GError **error)
{
  const GramAccountRules *rules
      = gram_account_rules_in_force (registry, GRAM_ACCOUNT_CCS_NEW, NULL, error);
  const GramCreditTransferSide none = { GRAM_ACCOUNT_CLOSED, GRAM_AML_NONE };
  GramCreditTransferSide sender;

  if (rules == NULL || !read_side (registry, account, &sender, error))
    return FALSE;
  return gram_credit_transfer_check_sides (rules, &sender, &none,
                                           GRAM_CREDIT_TRANSFER_READER_SENDER, refusal);
}

/* Both holders are in this registry; in an own one the other may be elsewhere. */
static GramAccountRecord *
read_other (GramRegistry *registry,
            const GramAccountRecord *account,
            const char *number,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GramAccountRecord) other = NULL;

  if (!gram_account_table_get_by_number (registry->store, number, &other, error))
    return NULL;
  if (other == NULL && gram_registry_get_kind (registry) == GRAM_REGISTRY_OWN)
    {
      gram_refuse (refusal, "transfer.elsewhere", GRAM_CREDIT_TRANSFER_ARTICLE,
                   _ ("Account %s is not in this registry; record the transfer once the "
                      "administrator has confirmed it"),
                   number);
      return NULL;
    }
  if (other == NULL || other->unassigned
      || gram_account_kind_scheme (other->kind) != GRAM_SCHEME_CCS)
    {
      refuse_other (registry, account, refusal, error);
      return NULL;
    }
  return gram_credit_transfer_check_parties (registry, account, other,
                                             GRAM_CREDIT_TRANSFER_READER_SENDER, refusal, error)
             ? g_steal_pointer (&other)
             : NULL;
}

static gboolean
plan_other (GramRegistry *registry,
            const GramAccountRecord *account,
            GramCreditTransferPlan *plan,
            GramRefusal **refusal,
            GError **error)
{
  plan->other = read_other (registry, account, plan->form->number, refusal, error);
  if (plan->other == NULL)
    return FALSE;
  plan->from_kind = account->kind;
  plan->to_kind = plan->other->kind;
  return TRUE;
}

gboolean
gram_credit_transfer_find_kind (GramRegistry *registry,
                                const GramAccountRecord *account,
                                const char *number,
                                GramAccountKind *kind,
                                GError **error)
{
  g_autoptr (GramAccountRecord) other = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  char canonical[GRAM_ACCOUNT_NUMBER_BUFFER];

  *kind = 0;
  if (number == NULL || !gram_account_number_parse (number, canonical, NULL)
      || g_str_equal (canonical, account->number))
    return TRUE;
  other = read_other (registry, account, canonical, &refusal, error);
  if (other != NULL)
    *kind = other->kind;
  return other != NULL || refusal != NULL;
}

/* The other one must not have an account here: it could be offered to. */
static gboolean
check_elsewhere (GramRegistry *registry,
                 const GramAccountRecord *account,
                 GramCreditTransferPlan *plan,
                 GramRefusal **refusal,
                 GError **error)
{
  gboolean gives = plan->form->direction == GRAM_CREDIT_TRANSFER_OUT;
  g_autoptr (GramAccountRecord) other = NULL;

  if (!gram_account_table_get_by_number (registry->store, plan->form->number, &other, error))
    return FALSE;
  if (other != NULL)
    return gram_refuse (refusal, "transfer.two-sided", GRAM_CREDIT_TRANSFER_ARTICLE,
                        _ ("Account %s is in this registry too; offer the transfer, and accept it "
                           "there"),
                        plan->form->number);
  plan->from_kind = gives ? account->kind : plan->form->kind;
  plan->to_kind = gives ? plan->form->kind : account->kind;
  return gram_credit_transfer_check_parties (registry, gives ? account : NULL,
                                             gives ? NULL : account,
                                             gives ? GRAM_CREDIT_TRANSFER_READER_SENDER
                                                   : GRAM_CREDIT_TRANSFER_READER_RECEIVER,
                                             refusal, error);
}

static gboolean
sum_received (GramCreditTransferPlan *plan, GramRefusal **refusal)
{
  plan->received = 0;
  for (guint i = 0; i < plan->lines->len; i++)
    if (__builtin_add_overflow (plan->received,
                                g_array_index (plan->lines, GramCreditTransferLine, i).received,
                                &plan->received))
      return gram_refuse (refusal, "transfer.too-large", NULL,
                          _ ("So many credits cannot be counted; transfer fewer"));
  return TRUE;
}

/* Of credits that come from elsewhere there is no balance to choose from: they have to be said. */
static gboolean
read_holdings (GramRegistry *registry,
               const GramAccountRecord *account,
               GramCreditTransferPlan *plan,
               GArray **holdings,
               GramRefusal **refusal,
               GError **error)
{
  if (plan->form->direction != GRAM_CREDIT_TRANSFER_IN)
    {
      *holdings = gram_credit_balances_read (registry->store, account, "holding", error);
      return *holdings != NULL;
    }
  if (plan->form->chosen->len == 0)
    return gram_refuse (refusal, "transfer.years", NULL,
                        _ ("Say of which years the credits are, such as 2025=10"));
  for (guint i = 0; i < plan->form->chosen->len; i++)
    if (!gram_credit_check_year (g_array_index (plan->form->chosen, GramCcsCredits, i).year,
                                 gram_credit_transfer_today (registry), refusal))
      return FALSE;
  *holdings = g_array_ref (plan->form->chosen);
  return TRUE;
}

static gboolean
plan_lines (GramRegistry *registry,
            const GramAccountRecord *account,
            GramCreditTransferPlan *plan,
            GramRefusal **refusal,
            GError **error)
{
  const GramCcsRules *rules = plan->rulebook->ccs;
  GramDate today = gram_credit_transfer_today (registry);
  g_autoptr (GArray) holdings = NULL;

  if (!read_holdings (registry, account, plan, &holdings, refusal, error))
    return FALSE;
  plan->lines
      = gram_credit_transfer_lines (rules, plan->from_kind, plan->to_kind, plan->form->credits,
                                    (const GramCcsCredits *)plan->form->chosen->data,
                                    plan->form->chosen->len, (const GramCcsCredits *)holdings->data,
                                    holdings->len, today, refusal);
  if (plan->lines == NULL)
    return FALSE;
  plan->lapses_on
      = gram_credit_transfer_lapses_on (rules, (const GramCreditTransferLine *)plan->lines->data,
                                        plan->lines->len, today);
  return sum_received (plan, refusal);
}

gboolean
gram_credit_transfer_plan (GramRegistry *registry,
                           const GramAccountRecord *account,
                           const GramCreditTransferForm *form,
                           GramCreditTransferPlan *plan,
                           GramRefusal **refusal,
                           GError **error)
{
  *plan = (GramCreditTransferPlan){ 0 };
  if (gram_credit_transfer_read_rules (registry, &plan->rulebook, refusal, error) == NULL)
    return FALSE;
  plan->form = gram_credit_transfer_new (plan->rulebook->ccs, form, account->number, NULL, refusal);
  if (plan->form == NULL)
    return FALSE;
  if (!(form->recorded ? check_elsewhere : plan_other) (registry, account, plan, refusal, error))
    return FALSE;
  return plan_lines (registry, account, plan, refusal, error);
}

GramDate
gram_credit_transfer_last_day (const GramCcsRules *rules,
                               const GramCreditTransferRecord *record,
                               const GArray *lines)
{
  GramDate last = gram_life_date (record->lapses_on);

  for (guint i = 0; i < lines->len; i++)
    {
      GramDate day
          = gram_ccs_credit_lapse (rules, g_array_index (lines, GramCreditTransferLine, i).year);

      if (gram_date_compare (day, last) < 0)
        last = day;
    }
  return last;
}

gboolean
gram_credit_transfer_check_accept (GramRegistry *registry,
                                   const GramCreditTransferRecord *record,
                                   const GArray *lines,
                                   GramCreditTransferReader reader,
                                   GramRefusal **refusal,
                                   GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GramAccountRecord) from = NULL;
  g_autoptr (GramAccountRecord) to = NULL;

  if (gram_credit_transfer_read_rules (registry, &rulebook, refusal, error) == NULL
      || !gram_credit_transfer_move (record->state, GRAM_CREDIT_TRANSFER_ACCEPT,
                                     gram_credit_transfer_last_day (rulebook->ccs, record, lines),
                                     gram_credit_transfer_today (registry), NULL, refusal)
      || !gram_account_table_get (registry->store, record->from_account, &from, error)
      || !gram_account_table_get (registry->store, record->to_account, &to, error))
    return FALSE;
  return gram_credit_transfer_check_parties (registry, from, to, reader, refusal, error);
}
