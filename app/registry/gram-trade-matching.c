/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trades.h"

#include "gram-cases.h"
#include "gram-notices-ccts.h"

#include "gram-scheme-year-table.h"

/* A notification that can pair, and with which one of the other side it will. */
typedef struct
{
  GramTradeNotificationRecord *record;
  /* Place on the other side, -1 none. */
  int partner;
  gboolean same;
} Place;

/* All that name the same two accounts, oldest first. */
typedef struct
{
  GArray *givers;
  GArray *takers;
} Group;

static void
place_clear (gpointer data)
{
  Place *self = data;

  gram_trade_notification_record_free (self->record);
}

static void
group_clear (Group *self)
{
  g_clear_pointer (&self->givers, g_array_unref);
  g_clear_pointer (&self->takers, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

static Place *
place_at (GArray *places, guint i)
{
  return &g_array_index (places, Place, i);
}

static GArray *
read_side (GramStore *store,
           const GramTradeNotificationRecord *about,
           GramTradeSide side,
           GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GPtrArray) records
      = gram_trade_notification_table_candidates (store, about->year, about->transferor_number,
                                                  about->transferee_number, side,
                                                  GRAM_TRADE_UNPAIRED, error);

  if (records == NULL)
    return NULL;
  g_array_set_clear_func (places, place_clear);
  for (guint i = 0; i < records->len; i++)
    {
      Place place
          = { gram_trade_notification_record_copy (records->pdata[i]), .partner = -1, FALSE };

      g_array_append_val (places, place);
    }
  return g_steal_pointer (&places);
}

static void
pair (Group *self, guint giver, guint taker, gboolean same)
{
  place_at (self->givers, giver)->partner = (int)taker;
  place_at (self->givers, giver)->same = same;
  place_at (self->takers, taker)->partner = (int)giver;
  place_at (self->takers, taker)->same = same;
}

/* Whether two that are free so far pair in a turn. */
typedef gboolean (*Fits) (const GramTradeNotificationRecord *giver,
                          const GramTradeNotificationRecord *taker);

static gboolean
fits_same (const GramTradeNotificationRecord *giver, const GramTradeNotificationRecord *taker)
{
  return gram_trade_differing (giver, taker) == 0;
}

static gboolean
fits_kept (const GramTradeNotificationRecord *giver, const GramTradeNotificationRecord *taker)
{
  return giver->other_id == taker->id;
}

static gboolean
fits_any (const GramTradeNotificationRecord *giver, const GramTradeNotificationRecord *taker)
{
  return TRUE;
}

/* The turns in their order: who says the same, who is paired already, the oldest. */
static const struct
{
  Fits fits;
  gboolean same;
} turns[] = {
  { fits_same, TRUE },
  { fits_kept, FALSE },
  { fits_any, FALSE },
};

static void
find_taker (Group *self, guint giver, Fits fits, gboolean same)
{
  for (guint i = 0; i < self->takers->len; i++)
    if (place_at (self->takers, i)->partner < 0
        && fits (place_at (self->givers, giver)->record, place_at (self->takers, i)->record))
      {
        pair (self, giver, i, same);
        return;
      }
}

static void
pair_all (Group *self)
{
  for (gsize turn = 0; turn < G_N_ELEMENTS (turns); turn++)
    for (guint i = 0; i < self->givers->len; i++)
      if (place_at (self->givers, i)->partner < 0)
        find_taker (self, i, turns[turn].fits, turns[turn].same);
}

/* Writes a notification in another state, and goes on with it as it is stored then. */
static gboolean
put (GramCall *call,
     Place *place,
     GramTradeState state,
     gint64 other_id,
     gint64 trade_id,
     GError **error)
{
  g_autoptr (GramTradeNotificationRecord) after
      = gram_trade_notification_record_copy (place->record);
  g_autoptr (GramTradeNotificationRecord) stored = NULL;

  after->state = state;
  after->other_id = other_id;
  after->trade_id = trade_id;
  gram_call_touches (call, "trade", after->id);
  if (!gram_trade_notification_table_update (call->unit, place->record, after, call->journal_id,
                                             error)
      || !gram_trade_notification_table_get (call->store, after->id, &stored, error))
    return FALSE;
  gram_trade_notification_record_free (place->record);
  place->record = g_steal_pointer (&stored);
  return TRUE;
}

/* Those that lose whom they were paired with wait again, so that nobody is in two pairs for a moment. */
static gboolean
part (GramCall *call, GArray *side, GArray *others, gint64 about_id, GError **error)
{
  for (guint i = 0; i < side->len; i++)
    {
      Place *place = place_at (side, i);
      gint64 other_id
          = place->partner >= 0 ? place_at (others, (guint)place->partner)->record->id : 0;

      if (place->record->other_id == 0 || place->record->other_id == other_id)
        continue;
      if (!put (call, place, GRAM_TRADE_WAITING, 0, 0, error)
          || (other_id == 0 && place->record->id != about_id
              && !gram_trade_tell (call, GRAM_EVENT_TRADE_WAITING, place->record,
                                   GRAM_TRADE_WAITING, error)))
        return FALSE;
    }
  return TRUE;
}

static GramTradeRecord *
trade_new (GramCall *call, const Place *giver, const Place *taker)
{
  GramTradeRecord *trade = gram_trade_record_new ();

  trade->year = giver->record->year;
  trade->transferor_id = giver->record->account_id;
  trade->transferee_id = taker->record->account_id;
  trade->transferor_notification = giver->record->id;
  trade->transferee_notification = taker->record->id;
  trade->quantity = giver->record->quantity;
  trade->price = giver->record->price;
  trade->matched_at = call->now;
  return trade;
}

/* Whether the standing rule of the year registers a trade: with nobody's decision, so nothing may stand in the way. */
static gboolean
ask_rule (GramCall *call, const GramTradeRecord *trade, gboolean *registers, GError **error)
{
  g_autoptr (GramSchemeYearRecord) year = NULL;
  g_autoptr (GPtrArray) obstacles = NULL;

  *registers = FALSE;
  if (!gram_scheme_year_table_get (call->store, trade->year, &year, error))
    return FALSE;
  if (year == NULL || !year->auto_register)
    return TRUE;
  obstacles = gram_trade_obstacles (call->registry, trade, error);
  if (obstacles == NULL)
    return FALSE;
  *registers = obstacles->len == 0;
  return TRUE;
}

/* The administrator decides. The case stands on the account whose allowances move, and names nobody of the other party. */
static gboolean
open_case (GramCall *call,
           const GramTradeRecord *trade,
           const Place *giver,
           const Place *taker,
           GError **error)
{
  g_autoptr (GramTradeRecord) after = gram_trade_record_copy (trade);
  const GramTradeNotificationRecord *record = giver->record;
  g_autofree char *label = g_strdup_printf ("%s → %s, %d", record->transferor_name,
                                            record->transferee_name, record->year);

  if (!gram_cases_open_by_program (call, trade->transferor_id, GRAM_CASE_TRADE, trade->id, label,
                                   &after->case_id, error)
      || (after->case_id != 0 && !gram_trade_table_update (call->unit, trade, after, error)))
    return FALSE;
  return gram_trade_tell (call, GRAM_EVENT_TRADE_MATCHED, record, GRAM_TRADE_MATCHED, error)
         && gram_trade_tell (call, GRAM_EVENT_TRADE_MATCHED, taker->record, GRAM_TRADE_MATCHED,
                             error)
         && gram_notices_tell_trade (call, GRAM_EVENT_TRADE_MATCHED, 0, record->id, record->year,
                                     record->quantity, "matched", error);
}

/* Two that say the same are a trade from now on. */
static gboolean
make_trade (GramCall *call, Place *giver, Place *taker, GError **error)
{
  g_autoptr (GramTradeRecord) trade = trade_new (call, giver, taker);
  g_autoptr (GramTradeRecord) stored = NULL;
  gboolean registers;

  if (!gram_trade_table_insert (call->unit, trade, error)
      || !put (call, giver, GRAM_TRADE_MATCHED, taker->record->id, trade->id, error)
      || !put (call, taker, GRAM_TRADE_MATCHED, giver->record->id, trade->id, error)
      || !gram_trade_table_get (call->store, trade->id, &stored, error)
      || !ask_rule (call, stored, &registers, error))
    return FALSE;
  return registers ? gram_trade_register (call, stored, 0, NULL, NULL, error)
                   : open_case (call, stored, giver, taker, error);
}

/* Both learn that there are two notifications, and which fields to look at. A pair that stays is told if one was amended. */
static gboolean
make_differing (GramCall *call, Place *giver, Place *taker, gint64 about_id, GError **error)
{
  if (giver->record->other_id == taker->record->id)
    {
      if (giver->record->id != about_id && taker->record->id != about_id)
        return TRUE;
    }
  else if (!put (call, giver, GRAM_TRADE_DIFFERING, taker->record->id, 0, error)
           || !put (call, taker, GRAM_TRADE_DIFFERING, giver->record->id, 0, error))
    return FALSE;
  return gram_trade_tell (call, GRAM_EVENT_TRADE_DIFFERS, giver->record, GRAM_TRADE_DIFFERING,
                          error)
         && gram_trade_tell (call, GRAM_EVENT_TRADE_DIFFERS, taker->record, GRAM_TRADE_DIFFERING,
                             error);
}

gboolean
gram_trade_match (GramCall *call, const GramTradeNotificationRecord *about, GError **error)
{
  g_auto (Group) group = { 0 };

  group.givers = read_side (call->store, about, GRAM_TRADE_TRANSFEROR, error);
  if (group.givers == NULL)
    return FALSE;
  group.takers = read_side (call->store, about, GRAM_TRADE_TRANSFEREE, error);
  if (group.takers == NULL)
    return FALSE;
  pair_all (&group);
  if (!part (call, group.givers, group.takers, about->id, error)
      || !part (call, group.takers, group.givers, about->id, error))
    return FALSE;
  for (guint i = 0; i < group.givers->len; i++)
    {
      Place *giver = place_at (group.givers, i);
      Place *taker;

      if (giver->partner < 0)
        continue;
      taker = place_at (group.takers, (guint)giver->partner);
      if (!(giver->same ? make_trade (call, giver, taker, error)
                        : make_differing (call, giver, taker, about->id, error)))
        return FALSE;
    }
  return TRUE;
}
