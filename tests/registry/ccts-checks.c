/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-checks.h"

#include "gram-allocation-table.h"
#include "gram-conversion-table.h"
#include "gram-participants.h"
#include "gram-surrender-table.h"
#include "gram-trade-table.h"
#include "gram-vehicle-table.h"

#define THRESHOLD 999

static const int places[] = { CCTS_ALPHA, CCTS_BETA, CCTS_GAMMA, CCTS_DELTA };

/* What a car adds to the activity, millionths, by the words of art. 36. */
static gint64
micro_of (const GramVehicleRecord *vehicle, const GramCctsSavingsOff *off)
{
  gint64 value = vehicle->corrected_micro >= 0 ? vehicle->corrected_micro : vehicle->co2_micro;
  gint64 saving = gram_ccts_savings_off_match (off, vehicle->eco_codes, NULL)
                      ? 0
                      : MIN (vehicle->saving_micro, value);

  return vehicle->co2_micro < 0 && vehicle->corrected_micro < 0 ? 0
                                                                : vehicle->units * (value - saving);
}

/* N and the sum of an account from its vehicles. */
static void
recount (Fixture *self, int place, const GramCctsSavingsOff *off, gint64 *cars, gint64 *micro)
{
  GramStore *store = gram_registry_get_store (self->registry);
  const GramVehicleQuery query = { .account_id = ccts_account (self, place) };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) vehicles = NULL;
  GError *error = NULL;

  ids = gram_vehicle_table_ids (store, &query, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, <=, 1000);
  vehicles = gram_vehicle_table_page (store, (const gint64 *)ids->data, ids->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < vehicles->len; i++)
    {
      const GramVehicleRecord *vehicle = vehicles->pdata[i];

      if (vehicle->zero_emission || !g_str_has_prefix (vehicle->registered_on, "2025-"))
        continue;
      *cars += vehicle->units;
      *micro += micro_of (vehicle, off);
    }
}

/* Every participant of the last measuring, and nobody else, with the figures of its vehicles. */
void
ccts_check_measuring (Fixture *self)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GramCctsSavingsOff) off = NULL;
  GError *error = NULL;

  gram_participants_read_rulebook (self->registry, &rulebook, NULL, NULL, &error);
  g_assert_no_error (error);
  off = gram_participants_savings_off (store, rulebook->ccts, CCTS_YEAR, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GramParticipant found;
      g_autoptr (GArray) accounts = NULL;
      gint64 cars = 0;
      gint64 micro = 0;

      gram_participants_measured (store, CCTS_YEAR, ccts_account (self, places[i]), NULL, &found,
                                  &error);
      g_assert_no_error (error);
      accounts = gram_participants_accounts (store, CCTS_YEAR, &found, &error);
      g_assert_no_error (error);
      for (gsize j = 0; j < G_N_ELEMENTS (places); j++)
        for (guint k = 0; k < accounts->len; k++)
          if (g_array_index (accounts, gint64, k) == ccts_account (self, places[j]))
            recount (self, places[j], off, &cars, &micro);
      if (found.participation == GRAM_PARTICIPATION_MEMBER)
        continue;
      g_assert_cmpint (gram_participant_is (&found), ==, cars > THRESHOLD);
      if (!gram_participant_is (&found))
        continue;
      g_assert_cmpint (found.cars, ==, cars);
      g_assert_cmpint (found.activity, ==, micro / 1000);
    }
}

/* What the rows of an account say that it has. */
static gint64
books_of (Fixture *self, int place, gint64 *made, gint64 *ended)
{
  GramStore *store = gram_registry_get_store (self->registry);
  gint64 account_id = ccts_account (self, place);
  g_autoptr (GPtrArray) runs = NULL;
  gint64 allocated = 0;
  gint64 crts;
  gint64 acquired;
  gint64 converted;
  gint64 in;
  gint64 out;
  gint64 surrendered;
  GError *error = NULL;

  runs = gram_allocation_table_list (store, CCTS_YEAR, account_id, &error);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    allocated += ((GramAllocationRecord *)runs->pdata[i])->posted;
  g_assert_true (gram_conversion_table_sums (store, CCTS_YEAR, account_id,
                                             GRAM_CONVERSION_FROM_CRTS, &crts, &acquired, &error)
                 && gram_conversion_table_sums (store, CCTS_YEAR, account_id,
                                                GRAM_CONVERSION_TO_CRTS, &crts, &converted, &error)
                 && gram_trade_table_sums (store, CCTS_YEAR, account_id, &in, &out, &error)
                 && gram_surrender_table_sum (store, CCTS_YEAR, account_id, &surrendered, &error));
  *made += allocated + acquired;
  *ended += surrendered + converted;
  return allocated + acquired + in - out - surrendered - converted;
}

/* After every step: books and ledger agree, what is promised is reserved, and the ledger sums to zero. */
void
ccts_check_books (Fixture *self, gint64 lapsed)
{
  static const char *const roles[] = { "issue", "acquisition", "surrender", "conversion", "lapse" };
  GramStore *store = gram_registry_get_store (self->registry);
  gint64 made = 0;
  gint64 ended = 0;
  gint64 held = 0;
  gint64 sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gint64 has = ccts_held (self, places[i]) + ccts_reserved (self, places[i]);
      gint64 promised;

      g_assert_cmpint (ccts_held (self, places[i]), >=, 0);
      g_assert_true (gram_trade_notification_table_reserved (store, CCTS_YEAR,
                                                             ccts_account (self, places[i]),
                                                             &promised, NULL));
      g_assert_cmpint (ccts_reserved (self, places[i]), ==, promised);
      held += has;
      if (lapsed == 0)
        g_assert_cmpint (has, ==, books_of (self, places[i], &made, &ended));
      else
        books_of (self, places[i], &made, &ended);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    sum += ccts_balance (self, 0, roles[i], CCTS_UNIT);
  g_assert_cmpint (sum + held, ==, 0);
  g_assert_cmpint (made, ==, ended + held + lapsed);
}
