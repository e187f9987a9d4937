/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trade-fixture.h"

#include "case-fixture.h"

#include <inttypes.h>
#include <stdlib.h>

#define SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"

static const struct
{
  FixturePerson owner;
  const char *holder;
} parties[] = {
  [CCTS_ALPHA] = { OWNER, "Alpha Motors plc" },
  [CCTS_BETA] = { STRANGER, "Beta Cars Ltd" },
  [CCTS_GAMMA] = { EDITOR, "Gamma Cars Ltd" },
  [CCTS_DELTA] = { GRANTER, "Delta Cars Ltd" },
};

/* The year is made once for each kind of registry; each test gets a copy of the file. */
static Fixture *masters[GRAM_REGISTRY_PRACTICE + 1];

static void
free_masters (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (masters); i++)
    g_clear_pointer (&masters[i], fixture_free);
}

static Fixture *
get_master (GramRegistryKind kind)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      atexit (free_masters);
      g_once_init_leave (&once, 1);
    }
  if (masters[kind] == NULL)
    {
      masters[kind] = ccts_new_allocated (kind);
      g_clear_pointer (&masters[kind]->registry, gram_registry_close);
    }
  return masters[kind];
}

Fixture *
trade_new (GramRegistryKind kind)
{
  Fixture *self = fixture_copy (get_master (kind));

  ccts_set_day (TRADE_DAY);
  ccts_reopen (self);
  if (kind == GRAM_REGISTRY_PRACTICE)
    g_assert_true (gram_registry_set_today (self->registry, TRADE_DAY, NULL));
  return self;
}

FixturePerson
trade_owner (int place)
{
  return parties[place].owner;
}

const char *
trade_holder (int place)
{
  return parties[place].holder;
}

static const char *
or_usual (const char *text, const char *usual)
{
  return text != NULL ? text : usual;
}

static const char *
notify (Fixture *self, int place, const char *side, int other, const TradeTerms *terms)
{
  static const TradeTerms usual;
  g_autofree char *number = g_strdup_printf ("@%d", other);

  if (terms == NULL)
    terms = &usual;
  return fixture_do (self, trade_owner (place), "trade.notify",
                     "{'account': '@%d', 'year': %d, 'side': '%s', 'name': '%s', 'number': '%s',"
                     " 'quantity': '%s', 'price': '%s', 'agreed-on': '2026-11-01'%s" SIGNATURE "}",
                     place, CCTS_YEAR, side, or_usual (terms->other_name, trade_holder (other)),
                     or_usual (terms->number, number), or_usual (terms->quantity, "30000"),
                     or_usual (terms->price, "375000.00"), or_usual (terms->more, ""));
}

const char *
trade_gives (Fixture *self, int from, int to, const TradeTerms *terms)
{
  return notify (self, from, "transferor", to, terms);
}

const char *
trade_takes (Fixture *self, int from, int to, const TradeTerms *terms)
{
  return notify (self, to, "transferee", from, terms);
}

gint64
trade_do_give (Fixture *self, int from, int to, const TradeTerms *terms)
{
  g_assert_cmpstr (trade_gives (self, from, to, terms), ==, "");
  return fixture_result (self, "notification");
}

gint64
trade_do_take (Fixture *self, int from, int to, const TradeTerms *terms)
{
  g_assert_cmpstr (trade_takes (self, from, to, terms), ==, "");
  return fixture_result (self, "notification");
}

const char *
trade_result (Fixture *self, const char *name)
{
  const char *text = NULL;

  g_variant_lookup (self->result, name, "&s", &text);
  return text;
}

const char *
trade_amend (Fixture *self, int place, gint64 id, const char *changes)
{
  return fixture_do (self, trade_owner (place), "trade.amend",
                     "{'account': '@%d', 'notification': %" PRId64 ", %s" SIGNATURE "}", place, id,
                     changes);
}

const char *
trade_withdraw (Fixture *self, int place, gint64 id)
{
  return fixture_do (self, trade_owner (place), "trade.withdraw",
                     "{'account': '@%d', 'notification': %" PRId64 "}", place, id);
}

gint64
trade_match (Fixture *self)
{
  g_autoptr (GramTradeNotificationRecord) record = NULL;

  trade_do_give (self, CCTS_ALPHA, CCTS_BETA, NULL);
  record = trade_get (self, trade_do_take (self, CCTS_ALPHA, CCTS_BETA, NULL));
  g_assert_cmpint (record->trade_id, !=, 0);
  return record->trade_id;
}

GramTradeNotificationRecord *
trade_get (Fixture *self, gint64 id)
{
  GramTradeNotificationRecord *record = NULL;
  GError *error = NULL;

  gram_trade_notification_table_get (gram_registry_get_store (self->registry), id, &record, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

GramTradeRecord *
trade_get_trade (Fixture *self, gint64 id)
{
  GramTradeRecord *record = NULL;
  GError *error = NULL;

  gram_trade_table_get (gram_registry_get_store (self->registry), id, &record, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

void
trade_check (Fixture *self, gint64 id, GramTradeState state, gint64 other_id)
{
  g_autoptr (GramTradeNotificationRecord) record = trade_get (self, id);

  g_assert_cmpstr (gram_word_for ("trade-state", (int)record->state), ==,
                   gram_word_for ("trade-state", (int)state));
  g_assert_cmpint (record->other_id, ==, other_id);
}

void
trade_check_balances (Fixture *self, int place, gint64 held, gint64 reserved)
{
  g_assert_cmpint (ccts_held (self, place), ==, held);
  g_assert_cmpint (ccts_reserved (self, place), ==, reserved);
}

GramTradeDetail *
trade_detail (Fixture *self, FixturePerson who, gint64 id)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramTradeDetail *detail
      = gram_registry_trade_detail (self->registry, self->actors[who], id, &refusal, &error);

  g_assert_no_error (error);
  g_assert_null (refusal);
  g_assert_nonnull (detail);
  return detail;
}

void
trade_set_rule (Fixture *self)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "year.set-standing-rule",
                               "{'year': %d, 'on': true}", CCTS_YEAR),
                   ==, "");
}

void
trade_claim (Fixture *self, gint64 trade_id)
{
  gint64 case_id = case_live (self, GRAM_CASE_TRADE, trade_id);

  g_assert_cmpint (case_id, !=, 0);
  g_assert_cmpstr (fixture_do (self, CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}",
                               case_id),
                   ==, "");
}

const char *
trade_decide (Fixture *self, FixturePerson who, const char *command, gint64 trade_id)
{
  return fixture_do (self, who, command,
                     "{'trades': [%" PRId64 "], 'reason': 'As both notified.',"
                     " 'reference': 'VETS 2026/17'}",
                     trade_id);
}
