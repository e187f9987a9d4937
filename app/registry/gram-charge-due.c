/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-due.h"

#include "gram-account-life.h"
#include "gram-charge-table.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-fleet.h"
#include "gram-notices-ccs.h"

#include <glib/gi18n-lib.h>

/* Charges of one unit of work; what is left comes with the next one. */
#define PAGE 500

/* What the column says of a charge that was told of. */
#define DUE_SOON 1
#define OVERDUE 2

/* Days before the last day to pay on which people are reminded, by the rulebook in force. */
static gboolean
read_remind_days (GramRegistry *registry, int *days, GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;

  if (gram_account_rules_in_force (registry, GRAM_ACCOUNT_CCS_NEW, &rulebook, error) == NULL)
    return FALSE;
  *days = rulebook != NULL ? rulebook->ccs->terms->remind_days
                           : gram_ccs_terms_default ()->remind_days;
  return TRUE;
}

/* Charges whose last day is over come first: whoever was not reminded before is not reminded of what is over. */
static gboolean
find (GramRegistry *registry, guint limit, int *told, GPtrArray **charges, GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCS_NEW);
  g_autofree char *soon = NULL;
  GramDate day = gram_life_date (today);
  int remind_days;

  *told = OVERDUE;
  *charges = gram_charge_table_remind (registry->store, OVERDUE, today, limit, error);
  if (*charges == NULL)
    return FALSE;
  if ((*charges)->len > 0)
    return TRUE;
  g_clear_pointer (charges, g_ptr_array_unref);
  if (!read_remind_days (registry, &remind_days, error))
    return FALSE;
  /* Due on that day or before, which the table reads as before the day after. */
  if (!gram_date_add_days (day, remind_days + 1, &day))
    g_return_val_if_reached (FALSE);
  soon = gram_date_format (day);
  *told = DUE_SOON;
  *charges = gram_charge_table_remind (registry->store, DUE_SOON, soon, limit, error);
  return *charges != NULL;
}

/* Its members; of what is overdue the administrator's side as well. */
static gboolean
tell (GramCall *call, const GramChargeRecord *before, int told, GError **error)
{
  GramEvent event = told == OVERDUE ? GRAM_EVENT_CHARGE_OVERDUE : GRAM_EVENT_CHARGE_DUE;
  const gint64 readers[] = { before->account_id, 0 };
  g_autoptr (GramChargeRecord) after = gram_charge_record_copy (before);

  for (gsize i = 0; i < (told == OVERDUE ? 2 : 1); i++)
    if (!gram_notices_tell_charge (call, event, readers[i], before->id, before->year,
                                   before->outstanding, before->due_on, error))
      return FALSE;
  after->overdue_told = told;
  gram_call_touches (call, "charge", before->id);
  return gram_charge_table_update (call->unit, before, after, error);
}

gboolean
gram_charge_due_run (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) charges = NULL;
  int told;

  if (!find (call->registry, PAGE, &told, &charges, error))
    return FALSE;
  /* Another process has been quicker. */
  if (charges->len == 0)
    return gram_refuse (refusal, "due.nothing", NULL, _ ("Nobody has to be reminded of a charge"));
  for (guint i = 0; i < charges->len; i++)
    if (!tell (call, charges->pdata[i], told, error))
      return FALSE;
  gram_call_answer_int64 (call, told == OVERDUE ? "overdue" : "due-soon", charges->len);
  return TRUE;
}

gboolean
_gram_charge_due_run_all (GramRegistry *self, GError **error)
{
  const GramSender sender = { .internal = TRUE };
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_parsed ("@a{sv} {}"));
  g_autoptr (GPtrArray) charges = NULL;
  GramOutcome outcome = GRAM_OUTCOME_DONE;
  int told;

  if (!find (self, 1, &told, &charges, error))
    return FALSE;
  /* Asked without a lock: whoever opens a registry does not wait for somebody who imports. */
  if (charges->len == 0)
    return TRUE;
  while (outcome == GRAM_OUTCOME_DONE)
    outcome = _gram_registry_send (self, &sender, "charge.run-due", none, NULL, NULL, error);
  return outcome == GRAM_OUTCOME_REFUSED;
}
