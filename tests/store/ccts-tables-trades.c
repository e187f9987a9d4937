/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-tables-private.h"

#include "case-fixture.h"

#include "gram-trade-table.h"

static void
reserve (CctsFilling *self, gint64 quantity)
{
  ccts_filling_move (self, CCTS_YEAR, quantity > 0 ? "reserve" : "release", CCTS_ALPHA, "holding",
                     CCTS_ALPHA, "reserved", quantity);
}

/* A notification of a trade of Alpha with Beta, of either. */
static gint64
notify (CctsFilling *self, GramTradeSide side, GramTradeState state, gint64 quantity)
{
  g_autoptr (GramTradeNotificationRecord) record = gram_trade_notification_record_new ();

  record->year = CCTS_YEAR;
  record->side = side;
  record->account_id = side == GRAM_TRADE_TRANSFEROR ? CCTS_ALPHA : CCTS_BETA;
  record->state = state;
  g_set_str (&record->transferor_name, ccts_fixture_names[0]);
  g_set_str (&record->transferor_number, ccts_fixture_numbers[0]);
  g_set_str (&record->transferee_name, ccts_fixture_names[1]);
  g_set_str (&record->transferee_number, ccts_fixture_numbers[1]);
  record->quantity = quantity;
  record->price = quantity * 1250;
  g_set_str (&record->agreed_on, "2027-11-02");
  record->notified_by = 3;
  record->notified_at = CCTS_AT;
  gram_trade_notification_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  if (side == GRAM_TRADE_TRANSFEROR)
    reserve (self, quantity);
  return record->id;
}

static void
change (CctsFilling *self,
        gint64 id,
        GramTradeState state,
        gint64 quantity,
        gint64 other_id,
        gint64 trade_id)
{
  g_autoptr (GramTradeNotificationRecord) before = NULL;
  g_autoptr (GramTradeNotificationRecord) after = NULL;

  gram_trade_notification_table_get (self->store, id, &before, &self->error);
  CCTS_OK (self);
  after = gram_trade_notification_record_copy (before);
  after->state = state;
  after->other_id = other_id;
  after->trade_id = trade_id;
  after->ended_at = (state & GRAM_TRADE_LIVE) == 0 ? CCTS_AT : 0;
  if (quantity != 0)
    {
      after->quantity = quantity;
      after->price = quantity * 1250;
      reserve (self, quantity - before->quantity);
    }
  gram_trade_notification_table_update (self->unit, before, after, self->journal_id, &self->error);
  CCTS_OK (self);
}

/* Two notifications that say the same. */
static gint64
match (CctsFilling *self, gint64 quantity, gint64 ids[2])
{
  g_autoptr (GramTradeRecord) record = gram_trade_record_new ();

  ids[0] = notify (self, GRAM_TRADE_TRANSFEROR, GRAM_TRADE_WAITING, quantity);
  ids[1] = notify (self, GRAM_TRADE_TRANSFEREE, GRAM_TRADE_WAITING, quantity);
  record->year = CCTS_YEAR;
  record->transferor_id = CCTS_ALPHA;
  record->transferee_id = CCTS_BETA;
  record->transferor_notification = ids[0];
  record->transferee_notification = ids[1];
  record->quantity = quantity;
  record->price = quantity * 1250;
  record->matched_at = CCTS_AT;
  gram_trade_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  for (guint i = 0; i < 2; i++)
    change (self, ids[i], GRAM_TRADE_MATCHED, 0, ids[1 - i], record->id);
  return record->id;
}

static void
decide (CctsFilling *self, gint64 trade_id, GramTradeState state, const gint64 ids[2])
{
  g_autoptr (GramTradeRecord) before = NULL;
  g_autoptr (GramTradeRecord) after = NULL;

  gram_trade_table_get (self->store, trade_id, &before, &self->error);
  CCTS_OK (self);
  after = gram_trade_record_copy (before);
  if (state == GRAM_TRADE_MATCHED)
    after->case_id = case_fixture_open (self->unit, CCTS_ALPHA, GRAM_CASE_TRADE, trade_id);
  else
    {
      after->state = state;
      after->decided_by = 1;
      after->decided_at = CCTS_AT;
      g_set_str (&after->reason, "Notified by both");
      after->posting_id = ccts_filling_move (self, CCTS_YEAR, "trade", CCTS_ALPHA, "reserved",
                                             CCTS_BETA, "holding", after->quantity);
      for (guint i = 0; i < 2; i++)
        change (self, ids[i], state, 0, ids[1 - i], trade_id);
    }
  gram_trade_table_update (self->unit, before, after, &self->error);
  CCTS_OK (self);
}

void
ccts_filling_trade (CctsFilling *self)
{
  CctsFixture *made = &self->made;

  made->registered_trade_id = match (self, 30000, made->registered_ids);
  decide (self, made->registered_trade_id, GRAM_TRADE_REGISTERED, made->registered_ids);
  made->matched_trade_id = match (self, 70, made->matched_ids);
  decide (self, made->matched_trade_id, GRAM_TRADE_MATCHED, NULL);
  made->waiting_id = notify (self, GRAM_TRADE_TRANSFEROR, GRAM_TRADE_WAITING, 45);
  change (self, made->waiting_id, GRAM_TRADE_WAITING, 50, 0, 0);
  made->differing_ids[0] = notify (self, GRAM_TRADE_TRANSFEROR, GRAM_TRADE_WAITING, 60);
  made->differing_ids[1] = notify (self, GRAM_TRADE_TRANSFEREE, GRAM_TRADE_WAITING, 61);
  for (guint i = 0; i < 2; i++)
    change (self, made->differing_ids[i], GRAM_TRADE_DIFFERING, 0, made->differing_ids[1 - i], 0);
  made->withdrawn_id = notify (self, GRAM_TRADE_TRANSFEROR, GRAM_TRADE_WAITING, 80);
  change (self, made->withdrawn_id, GRAM_TRADE_WITHDRAWN, 0, 0, 0);
  reserve (self, -80);
}
