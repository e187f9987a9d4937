/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-borrowings.h"

#include "gram-account-life.h"
#include "gram-cases.h"
#include "gram-charge-sheets.h"
#include "gram-charges.h"
#include "gram-handlers-fleet.h"
#include "gram-notices-ccs.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define ARTICLE GRAM_BORROWINGS_ARTICLE

/* A charge of the account with all that settled it. */
static gboolean
read_sheet (GramRegistry *registry,
            const GramAccountRecord *account,
            gint64 charge_id,
            GramChargeSheet **sheet,
            GramRefusal **refusal,
            GError **error)
{
  GramStore *store = gram_registry_get_store (registry);
  g_autoptr (GramChargeRecord) charge = NULL;

  if (!gram_charge_table_get (store, charge_id, &charge, error))
    return FALSE;
  if (charge == NULL || charge->account_id != account->id)
    return gram_refuse (refusal, "charge.unknown", NULL,
                        _ ("Account %s has no charge %" PRId64 "; look at its charges"),
                        account->number, charge_id);
  *sheet = gram_charge_sheet_read (store, g_steal_pointer (&charge), error);
  return *sheet != NULL;
}

static gboolean
read_facts (GramRegistry *registry,
            const GramAccountRecord *account,
            const GramChargeSheet *sheet,
            gint64 borrowing_id,
            GramBorrowingFacts *facts,
            GError **error)
{
  GramStore *store = gram_registry_get_store (registry);
  int next = sheet->record->year + 1;
  g_autoptr (GramBorrowingRecord) live = NULL;
  g_autoptr (GramFleetYearRecord) settled = NULL;

  *facts = (GramBorrowingFacts){ .kind = sheet->record->kind, .charge = sheet->facts };
  if (!gram_borrowing_table_of_charge (store, sheet->record->id, &live, error)
      || !gram_fleet_year_table_last (store, account->id, next, &settled, error)
      || !gram_fleet_years_approved (registry, account, next, &facts->fleet_average_next, error))
    return FALSE;
  facts->live = live != NULL && live->id != borrowing_id;
  facts->next_settled = settled != NULL;
  return TRUE;
}

/* The rules that count today; a charge cannot be without a rulebook. */
static gboolean
read_rules (GramRegistry *registry,
            const GramAccountRecord *account,
            const GramChargeSheet *sheet,
            GramFleetStanding *standing,
            GramRefusal **refusal,
            GError **error)
{
  if (!gram_fleet_standing_init (standing, registry, account, sheet->record->year, error))
    return FALSE;
  return standing->rulebook != NULL
         || gram_refuse (refusal, standing->no_figures->id, NULL, "%s",
                         standing->no_figures->message);
}

gboolean
gram_borrowings_check (GramRegistry *registry,
                       const GramAccountRecord *account,
                       gint64 charge_id,
                       gint64 borrowing_id,
                       GramRefusal **refusal,
                       GError **error)
{
  g_auto (GramFleetStanding) standing = { 0 };
  g_autoptr (GramChargeSheet) sheet = NULL;
  GramBorrowingFacts facts;

  return read_sheet (registry, account, charge_id, &sheet, refusal, error)
         && read_rules (registry, account, sheet, &standing, refusal, error)
         && read_facts (registry, account, sheet, borrowing_id, &facts, error)
         && gram_borrowing_check (standing.rulebook->ccs, &facts, refusal);
}

gboolean
gram_borrowings_would_carry (GramRegistry *registry,
                             const GramAccountRecord *account,
                             gint64 charge_id,
                             GramFleetCarried *carried,
                             GError **error)
{
  g_auto (GramFleetStanding) standing = { 0 };
  g_autoptr (GramChargeSheet) sheet = NULL;
  g_autoptr (GramRefusal) none = NULL;

  *carried = (GramFleetCarried){ 0 };
  if (!read_sheet (registry, account, charge_id, &sheet, &none, error)
      || !read_rules (registry, account, sheet, &standing, &none, error))
    return none != NULL;
  gram_borrowing_carries (standing.rulebook->ccs, &sheet->facts, carried);
  return TRUE;
}

static void
answer (GramCall *call, const GramBorrowingRecord *record, int version)
{
  gram_call_touches (call, "borrowing", record->id);
  gram_call_touches (call, "charge", record->charge_id);
  gram_call_answer_int64 (call, "borrowing", record->id);
  gram_call_answer_string (call, "state", gram_word_for ("borrowing-state", (int)record->state));
  gram_call_answer_int64 (call, "version", version);
}

static gboolean
update (GramCall *call,
        const GramBorrowingRecord *before,
        const GramBorrowingRecord *after,
        GError **error)
{
  answer (call, after, before->version + 1);
  return gram_borrowing_table_update (call->unit, before, after, error);
}

static gboolean
tell (GramCall *call,
      GramEvent event,
      gint64 account_id,
      const GramBorrowingRecord *record,
      GError **error)
{
  return gram_notices_tell_borrowing (call, event, account_id, record->id, call->account->number,
                                      record->from_year,
                                      gram_word_for ("borrowing-state", (int)record->state), error);
}

/* The case of the administrator; an own registry keeps none. */
static gboolean
open_case (GramCall *call, const GramBorrowingRecord *record, GError **error)
{
  g_autoptr (GramBorrowingRecord) after = gram_borrowing_record_copy (record);

  if (!gram_cases_open (call, GRAM_CASE_BORROWING, record->id, call->account->holder,
                        &after->case_id, error))
    return FALSE;
  if (after->case_id == 0)
    {
      answer (call, record, record->version);
      return TRUE;
    }
  gram_call_answer_int64 (call, "case", after->case_id);
  return update (call, record, after, error);
}

gboolean
gram_borrowings_request (GramCall *call, GramRefusal **refusal, GError **error)
{
  gint64 charge_id = gram_call_get_int64 (call, "charge", 0);
  g_autoptr (GramBorrowingRecord) record = gram_borrowing_record_new ();
  g_autoptr (GramChargeRecord) charge = NULL;
  g_autofree char *reason = NULL;

  if (!gram_borrowing_check_text (gram_call_get_string (call, "reason"), &reason, refusal)
      || !gram_borrowings_check (call->registry, call->account, charge_id, 0, refusal, error)
      || !gram_charge_table_get (call->store, charge_id, &charge, error))
    return FALSE;
  record->account_id = call->account->id;
  record->charge_id = charge_id;
  record->state = GRAM_BORROWING_ASKED;
  record->from_year = charge->year;
  g_set_str (&record->reason, reason);
  record->asked_by = gram_call_person_id (call);
  record->asked_at = call->now;
  return gram_borrowing_table_insert (call->unit, record, error) && open_case (call, record, error)
         && tell (call, GRAM_EVENT_BORROWING_ASKED, 0, record, error);
}

/* The borrowing that a command is about, and a copy of it in the state that the verb leads to. */
static gboolean
begin (GramCall *call,
       GramBorrowingVerb verb,
       GramBorrowingRecord **before,
       GramBorrowingRecord **after,
       GramRefusal **refusal,
       GError **error)
{
  gint64 id = gram_call_get_int64 (call, "borrowing", 0);
  GramBorrowingState to;

  if (!gram_borrowing_table_get (call->store, id, before, error))
    return FALSE;
  if (*before == NULL || (*before)->account_id != call->account->id)
    return gram_refuse (refusal, "borrowing.unknown", ARTICLE,
                        _ ("Account %s has no borrowing %" PRId64), call->account->number, id);
  if (!gram_borrowing_move ((*before)->state, verb, &to, refusal))
    return FALSE;
  *after = gram_borrowing_record_copy (*before);
  (*after)->state = to;
  (*after)->decided_by = gram_call_person_id (call);
  (*after)->decided_at = call->now;
  return TRUE;
}

gboolean
gram_borrowings_withdraw (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramBorrowingRecord) before = NULL;
  g_autoptr (GramBorrowingRecord) after = NULL;

  return begin (call, GRAM_BORROWING_WITHDRAW, &before, &after, refusal, error)
         && gram_cases_withdraw_subject (call, GRAM_CASE_BORROWING, before->id, error)
         && update (call, before, after, error);
}

static gboolean
begin_decision (GramCall *call,
                GramBorrowingVerb verb,
                GramBorrowingRecord **before,
                GramBorrowingRecord **after,
                GramRefusal **refusal,
                GError **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;

  if (!begin (call, verb, before, after, refusal, error)
      || !gram_borrowing_check_text (gram_call_get_string (call, "reason"), &reason, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal))
    return FALSE;
  g_set_str (&(*after)->decision_reason, reason);
  g_set_str (&(*after)->reference, reference);
  return TRUE;
}

static gboolean
decide_case (GramCall *call,
             const GramBorrowingRecord *after,
             GramCaseOutcome outcome,
             GramRefusal **refusal,
             GError **error)
{
  return gram_cases_decide_subject (call, GRAM_CASE_BORROWING, after->id, outcome,
                                    after->decision_reason, after->reference, refusal, error);
}

static void
answer_carried (GramCall *call, const GramBorrowingRecord *record)
{
  g_autofree char *grams = gram_decimal_format (record->grams, 2, 2);
  g_autofree char *value = gram_decimal_format (record->value, 2, 2);

  gram_call_answer_string (call, "grams", grams);
  gram_call_answer_string (call, "value", value);
}

gboolean
gram_borrowings_approve (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramBorrowingRecord) before = NULL;
  g_autoptr (GramBorrowingRecord) after = NULL;
  GramFleetCarried carried;

  if (!begin_decision (call, GRAM_BORROWING_APPROVE, &before, &after, refusal, error)
      || !gram_borrowings_check (call->registry, call->account, before->charge_id, before->id,
                                 refusal, error)
      || !decide_case (call, after, GRAM_CASE_APPROVED, refusal, error)
      || !gram_charges_carry (call, before->charge_id, &carried, error))
    return FALSE;
  after->grams = carried.grams;
  after->value = carried.value;
  after->rate = carried.rate;
  answer_carried (call, after);
  return update (call, before, after, error)
         && tell (call, GRAM_EVENT_BORROWING_DECIDED, call->account->id, after, error);
}

gboolean
gram_borrowings_decline (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramBorrowingRecord) before = NULL;
  g_autoptr (GramBorrowingRecord) after = NULL;

  return begin_decision (call, GRAM_BORROWING_DECLINE, &before, &after, refusal, error)
         && decide_case (call, after, GRAM_CASE_DECLINED, refusal, error)
         && update (call, before, after, error)
         && tell (call, GRAM_EVENT_BORROWING_DECIDED, call->account->id, after, error);
}

static gboolean
settle_one (GramCall *call, const GramBorrowingRecord *before, gint64 fleet_year_id, GError **error)
{
  g_autoptr (GramBorrowingRecord) after = gram_borrowing_record_copy (before);

  if (!gram_borrowing_move (before->state, GRAM_BORROWING_SETTLE, &after->state, NULL))
    return TRUE;
  after->fleet_year_id = fleet_year_id;
  gram_call_touches (call, "borrowing", after->id);
  return gram_borrowing_table_update (call->unit, before, after, error);
}

/* A correction of the year may have taken something off a charge that is borrowed. */
static gboolean
follow_one (GramCall *call, const GramBorrowingRecord *before, GError **error)
{
  g_autoptr (GramBorrowingRecord) after = gram_borrowing_record_copy (before);
  g_autoptr (GPtrArray) rows
      = gram_charge_settlement_table_list (call->store, before->charge_id, error);

  if (rows == NULL)
    return FALSE;
  after->grams = after->value = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const GramChargeSettlementRecord *row = rows->pdata[i];

      if (row->kind != GRAM_CHARGE_SETTLEMENT_CARRY)
        continue;
      after->grams += row->grams;
      after->value += row->value;
    }
  if (after->grams == before->grams && after->value == before->value)
    return TRUE;
  gram_call_touches (call, "borrowing", after->id);
  return gram_borrowing_table_update (call->unit, before, after, error);
}

gboolean
gram_borrowings_settle (GramCall *call,
                        const GramFleetStanding *standing,
                        gint64 fleet_year_id,
                        GError **error)
{
  g_autoptr (GPtrArray) own = NULL;

  for (guint i = 0; i < standing->borrowings->len; i++)
    if (!settle_one (call, standing->borrowings->pdata[i], fleet_year_id, error))
      return FALSE;
  own = gram_borrowing_table_list (call->store, standing->account->id, standing->year, error);
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const GramBorrowingRecord *record = own->pdata[i];

      if (record->state == GRAM_BORROWING_APPROVED && !follow_one (call, record, error))
        return FALSE;
    }
  return own != NULL;
}

gboolean
gram_borrowings_end_all (GramCall *call, const char *reason, GError **error)
{
  g_autoptr (GPtrArray) all = gram_borrowing_table_list (call->store, call->account->id, 0, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const GramBorrowingRecord *before = all->pdata[i];
      g_autoptr (GramBorrowingRecord) after = NULL;

      if (before->state != GRAM_BORROWING_ASKED)
        continue;
      after = gram_borrowing_record_copy (before);
      after->state = GRAM_BORROWING_WITHDRAWN;
      after->decided_by = gram_call_person_id (call);
      after->decided_at = call->now;
      g_set_str (&after->decision_reason, reason);
      gram_call_touches (call, "borrowing", after->id);
      if (!gram_borrowing_table_update (call->unit, before, after, error))
        return FALSE;
    }
  return all != NULL;
}
