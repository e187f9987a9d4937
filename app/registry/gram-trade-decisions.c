/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trades.h"

#include "gram-account-life.h"
#include "gram-cases.h"
#include "gram-handlers-trades.h"
#include "gram-notices-ccts.h"
#include "gram-participants.h"
#include "gram-trade-parties.h"
#include "gram-trade-postings.h"

#include "gram-member-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define SATISFIED GRAM_TRADE_ARTICLE "(6)–(7)"

/* What one command decides: trades, or notifications of an own registry that become trades on the way. */
typedef struct
{
  GPtrArray *trades;
  char *reason;
  char *reference;
} Decision;

static void
decision_clear (Decision *self)
{
  g_clear_pointer (&self->trades, g_ptr_array_unref);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->reference, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decision, decision_clear)

/* Why a party could not trade now, with the account that it is about. */
static gboolean
add_obstacle (GramRegistry *registry,
              const GramTradeRecord *trade,
              GramTradeSide side,
              GPtrArray *obstacles,
              GError **error)
{
  gint64 id = side == GRAM_TRADE_TRANSFEROR ? trade->transferor_id : trade->transferee_id;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramRefusal) why = NULL;

  if (id == 0)
    return TRUE;
  if (!gram_account_table_get (registry->store, id, &account, error))
    return FALSE;
  if (gram_trade_parties_check (registry, account, side, trade->year, &why, error))
    return TRUE;
  if (why == NULL)
    return FALSE;
  /* Translators: number of an account, holder, a sentence that says what is wrong with it */
  g_ptr_array_add (obstacles, gram_refusal_new (why->id, why->article, _ ("%s, %s: %s"),
                                                account->number, account->holder, why->message));
  return TRUE;
}

GPtrArray *
gram_trade_obstacles (GramRegistry *registry, const GramTradeRecord *trade, GError **error)
{
  g_autoptr (GPtrArray) obstacles
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_refusal_free);
  g_autoptr (GramRefusal) closed = NULL;

  if (!gram_participants_check_not_closed (registry->store, trade->year, &closed, error))
    {
      if (closed == NULL)
        return NULL;
      g_ptr_array_add (obstacles, g_steal_pointer (&closed));
    }
  if (!add_obstacle (registry, trade, GRAM_TRADE_TRANSFEROR, obstacles, error)
      || !add_obstacle (registry, trade, GRAM_TRADE_TRANSFEREE, obstacles, error))
    return NULL;
  return g_steal_pointer (&obstacles);
}

/* Ends the notifications of a trade. */
static gboolean
end_notifications (GramCall *call,
                   const GramTradeRecord *trade,
                   GramTradeState state,
                   const char *reason,
                   GError **error)
{
  g_autoptr (GPtrArray) notifications
      = gram_trade_notification_table_of_trade (call->store, trade->id, error);

  if (notifications == NULL)
    return FALSE;
  for (guint i = 0; i < notifications->len; i++)
    if (!gram_trade_end (call, notifications->pdata[i], state, reason, error)
        || !gram_trade_tell (call, GRAM_EVENT_TRADE_DECIDED, notifications->pdata[i], state, error))
      return FALSE;
  return TRUE;
}

static GramTradeRecord *
decided_copy (GramCall *call,
              const GramTradeRecord *trade,
              GramTradeState state,
              gint64 decided_by,
              const char *reason,
              const char *reference)
{
  GramTradeRecord *after = gram_trade_record_copy (trade);

  after->state = state;
  after->decided_by = decided_by;
  after->decided_at = call->now;
  g_set_str (&after->reason, reason != NULL ? reason : "");
  g_set_str (&after->reference, reference != NULL ? reference : "");
  return after;
}

gboolean
gram_trade_register (GramCall *call,
                     const GramTradeRecord *trade,
                     gint64 decided_by,
                     const char *reason,
                     const char *reference,
                     GError **error)
{
  g_autoptr (GramTradeRecord) after
      = decided_copy (call, trade, GRAM_TRADE_REGISTERED, decided_by, reason, reference);

  return gram_trade_post (call, trade->year, trade->transferor_id, trade->transferee_id,
                          trade->quantity, &after->posting_id, error)
         && gram_trade_table_update (call->unit, trade, after, error)
         && end_notifications (call, trade, GRAM_TRADE_REGISTERED, reason, error);
}

/* Who records what the administrator decided has to be of one of the parties. */
static gboolean
check_recorder (GramCall *call, const GramTradeRecord *trade, GramRefusal **refusal, GError **error)
{
  const gint64 accounts[] = { trade->transferor_id, trade->transferee_id };

  if (call->person == NULL || (call->command->roles & call->person->role) != 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autoptr (GramMember) member = NULL;

      if (accounts[i] == 0)
        continue;
      if (!gram_member_table_get (call->store, accounts[i], call->person->id, &member, error))
        return FALSE;
      if (member != NULL && (member->permissions & GRAM_PERMISSION_TRANSFER) != 0)
        return TRUE;
    }
  return gram_trade_refuse_unknown (trade->id, refusal);
}

gboolean
gram_trade_check_undecided (const GramTradeRecord *trade, GramRefusal **refusal)
{
  if (trade->state == GRAM_TRADE_MATCHED)
    return TRUE;
  return gram_refuse (refusal, "trade.decided", SATISFIED,
                      _ ("Trade %" PRId64 " is decided already: %s"), trade->id,
                      gram_trade_state_title (trade->state));
}

static gboolean
read_trade (GramCall *call, gint64 id, Decision *self, GramRefusal **refusal, GError **error)
{
  GramTradeRecord *trade = NULL;

  if (!gram_trade_table_get (call->store, id, &trade, error))
    return FALSE;
  if (trade == NULL)
    return gram_trade_refuse_unknown (id, refusal);
  g_ptr_array_add (self->trades, trade);
  return check_recorder (call, trade, refusal, error) && gram_trade_check_undecided (trade, refusal)
         && gram_cases_take_subject (call, GRAM_CASE_TRADE, trade->id, refusal, error);
}

/* The other party of a trade that is only recorded must not have an account here: it could notify itself. */
gboolean
gram_trade_check_one_sided (GramRegistry *registry,
                            const GramTradeNotificationRecord *record,
                            GramRefusal **refusal,
                            GError **error)
{
  const char *number = record->side == GRAM_TRADE_TRANSFEROR ? record->transferee_number
                                                             : record->transferor_number;
  g_autoptr (GramAccountRecord) other = NULL;

  if (gram_registry_get_kind (registry) != GRAM_REGISTRY_OWN)
    return gram_refuse (refusal, "trade.two-sided", GRAM_TRADE_ARTICLE "(3)",
                        _ ("In this registry both parties notify; name the trade that two matching "
                           "notifications make"));
  if (!gram_trade_move (record->state, GRAM_TRADE_WITHDRAW, NULL, refusal)
      || !gram_account_table_get_by_number (registry->store, number, &other, error))
    return FALSE;
  return other == NULL
         || gram_refuse (refusal, "trade.two-sided", GRAM_TRADE_ARTICLE "(3)",
                         _ ("Account %s is in this registry too; notify the trade for it as well"),
                         number);
}

/* What the administrator has decided about a notification of this registry's own is a trade of one side. */
static gboolean
read_notification (GramCall *call, gint64 id, Decision *self, GramRefusal **refusal, GError **error)
{
  gboolean gives;
  g_autoptr (GramTradeNotificationRecord) record = NULL;
  g_autoptr (GramTradeNotificationRecord) after = NULL;
  g_autoptr (GramTradeRecord) trade = gram_trade_record_new ();
  GramTradeRecord *stored = NULL;

  if (!gram_trade_notification_table_get (call->store, id, &record, error))
    return FALSE;
  if (record == NULL)
    return gram_trade_refuse_unknown (id, refusal);
  gives = record->side == GRAM_TRADE_TRANSFEROR;
  *(gives ? &trade->transferor_id : &trade->transferee_id) = record->account_id;
  *(gives ? &trade->transferor_notification : &trade->transferee_notification) = record->id;
  trade->year = record->year;
  trade->quantity = record->quantity;
  trade->price = record->price;
  trade->matched_at = call->now;
  if (!check_recorder (call, trade, refusal, error)
      || !gram_trade_check_one_sided (call->registry, record, refusal, error)
      || !gram_trade_table_insert (call->unit, trade, error))
    return FALSE;
  after = gram_trade_notification_record_copy (record);
  after->state = GRAM_TRADE_MATCHED;
  after->trade_id = trade->id;
  if (!gram_trade_notification_table_update (call->unit, record, after, call->journal_id, error)
      || !gram_trade_table_get (call->store, trade->id, &stored, error))
    return FALSE;
  g_ptr_array_add (self->trades, stored);
  return TRUE;
}

typedef gboolean (
    *ReadOne) (GramCall *call, gint64 id, Decision *self, GramRefusal **refusal, GError **error);

/* Each that an argument names, none twice. */
static gboolean
read_each (GramCall *call,
           const char *name,
           ReadOne read_one,
           Decision *self,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GArray) ids = gram_call_dup_ids (call, name);

  for (guint i = 0; i < ids->len; i++)
    if (!read_one (call, g_array_index (ids, gint64, i), self, refusal, error))
      return FALSE;
  return TRUE;
}

/* Every trade is looked at before the first is decided. */
static gboolean
decision_read (Decision *self, GramCall *call, GramRefusal **refusal, GError **error)
{
  self->trades = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_trade_record_free);
  if (!gram_life_read_text (call, "reason", &self->reason, refusal)
      || !gram_life_read_text (call, "reference", &self->reference, refusal)
      || !read_each (call, "trades", read_trade, self, refusal, error)
      || !read_each (call, "notifications", read_notification, self, refusal, error))
    return FALSE;
  return self->trades->len > 0
         || gram_refuse (refusal, "trade.none-named", NULL, _ ("Name at least one trade"));
}

static gboolean
decide_case (GramCall *call,
             const Decision *self,
             const GramTradeRecord *trade,
             GramCaseOutcome outcome,
             GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;

  return gram_cases_find_subject (call, GRAM_CASE_TRADE, trade->id, &record, error)
         && (record == NULL
             || gram_cases_decide (call, record, outcome, self->reason, self->reference, error));
}

static gboolean
check_obstacles (GramCall *call,
                 const GramTradeRecord *trade,
                 GramRefusal **refusal,
                 GError **error)
{
  g_autoptr (GPtrArray) obstacles = gram_trade_obstacles (call->registry, trade, error);

  if (obstacles == NULL)
    return FALSE;
  if (obstacles->len == 0)
    return TRUE;
  if (refusal != NULL)
    *refusal = gram_refusal_copy (obstacles->pdata[0]);
  return FALSE;
}

gboolean
gram_trades_register (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (Decision) decision = { 0 };

  if (!decision_read (&decision, call, refusal, error))
    return FALSE;
  for (guint i = 0; i < decision.trades->len; i++)
    if (!check_obstacles (call, decision.trades->pdata[i], refusal, error))
      return FALSE;
  for (guint i = 0; i < decision.trades->len; i++)
    {
      const GramTradeRecord *trade = decision.trades->pdata[i];

      if (!decide_case (call, &decision, trade, GRAM_CASE_APPROVED, error)
          || !gram_trade_register (call, trade, gram_call_person_id (call), decision.reason,
                                   decision.reference, error))
        return FALSE;
    }
  gram_call_answer_int64 (call, "registered", decision.trades->len);
  return TRUE;
}

/* The trade is treated as not having taken place (art. 37(7)). */
static gboolean
refuse_one (GramCall *call, const Decision *self, const GramTradeRecord *trade, GError **error)
{
  g_autoptr (GramTradeRecord) after
      = decided_copy (call, trade, GRAM_TRADE_REFUSED, gram_call_person_id (call), self->reason,
                      self->reference);

  return decide_case (call, self, trade, GRAM_CASE_DECLINED, error)
         && gram_trade_table_update (call->unit, trade, after, error)
         && end_notifications (call, trade, GRAM_TRADE_REFUSED, self->reason, error);
}

gboolean
gram_trades_refuse (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (Decision) decision = { 0 };

  if (!decision_read (&decision, call, refusal, error))
    return FALSE;
  for (guint i = 0; i < decision.trades->len; i++)
    if (!refuse_one (call, &decision, decision.trades->pdata[i], error))
      return FALSE;
  gram_call_answer_int64 (call, "refused", decision.trades->len);
  return TRUE;
}
