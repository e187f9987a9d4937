/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "credit-fixture.h"

#include "case-fixture.h"

#include "gram-credit-balances.h"

#include <inttypes.h>
#include <stdlib.h>

#define SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"

FixturePerson
credit_owner (int place)
{
  return place == CREDIT_NEW || place == CREDIT_OTHER ? STRANGER : OWNER;
}

static void
open_account (Fixture *self, int place, const char *kind, const char *holder)
{
  g_assert_cmpstr (fixture_do (self, credit_owner (place), "account.open",
                               "{'kind': '%s', 'holder': '%s', 'contact-name': 'Ada',"
                               " 'contact-email': 'ada@example.org'}",
                               kind, holder),
                   ==, "");
  g_free (self->numbers[place]);
  self->numbers[place] = g_strdup (credit_result (self, "account"));
}

void
credit_set_aml (Fixture *self, int place, const char *result, const char *more)
{
  FixturePerson who = gram_registry_get_kind (self->registry) == GRAM_REGISTRY_OWN
                          ? credit_owner (place)
                          : ADMINISTRATOR;

  g_assert_cmpstr (fixture_do (self, who, "account.set-aml",
                               "{'account': '@%d', 'result': '%s', 'reference': 'AML 7'%s}", place,
                               result, more),
                   ==, "");
}

/* The accounts are opened once for each kind of registry; each test gets a copy of the file. */
static Fixture *masters[GRAM_REGISTRY_PRACTICE + 1];

static void
free_masters (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (masters); i++)
    g_clear_pointer (&masters[i], fixture_free);
}

static Fixture *
master_new (GramRegistryKind kind)
{
  static const int places[] = { CREDIT_USED, CREDIT_NEW, CREDIT_OTHER, CREDIT_FRESH };
  Fixture *self = life_new (kind);

  open_account (self, CREDIT_OTHER, "ccs-used", "Harbour Street Imports Ltd");
  open_account (self, CREDIT_FRESH, "ccs-new", "Alpha Motors plc");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    credit_set_aml (self, places[i], "verified", "");
  g_clear_pointer (&self->registry, gram_registry_close);
  return self;
}

Fixture *
credit_new (GramRegistryKind kind)
{
  static gsize once = 0;
  Fixture *self;

  if (g_once_init_enter (&once))
    {
      atexit (free_masters);
      g_once_init_leave (&once, 1);
    }
  if (masters[kind] == NULL)
    masters[kind] = master_new (kind);
  self = fixture_copy (masters[kind]);
  life_set_day (LIFE_TODAY);
  life_reopen (self);
  return self;
}

void
credit_carry_in (Fixture *self, int place, int year, const char *amount)
{
  FixturePerson who = gram_registry_get_kind (self->registry) == GRAM_REGISTRY_OWN
                          ? credit_owner (place)
                          : ADMINISTRATOR;

  g_assert_cmpstr (fixture_do (self, who, "credit.carry-in",
                               "{'account': '@%d', 'year': %d, 'amount': '%s',"
                               " 'reference': 'Statement of 2025'}",
                               place, year, amount),
                   ==, "");
}

const char *
credit_offer (Fixture *self, int from, int to, const char *credits, const char *more)
{
  return fixture_do (self, credit_owner (from), "transfer.offer",
                     "{'account': '@%d', 'number': '@%d', 'credits': '%s'%s" SIGNATURE "}", from,
                     to, credits, more);
}

gint64
credit_do_offer (Fixture *self, int from, int to, const char *credits, const char *more)
{
  g_assert_cmpstr (credit_offer (self, from, to, credits, more), ==, "");
  return fixture_result (self, "transfer");
}

const char *
credit_answer (Fixture *self, int place, const char *command, gint64 transfer_id)
{
  gboolean accepts = g_str_equal (command, "transfer.accept");

  return fixture_do (self, credit_owner (place), command,
                     "{'account': '@%d', 'transfer': %" PRId64 "%s}", place, transfer_id,
                     accepts ? SIGNATURE : "");
}

const char *
credit_result (Fixture *self, const char *name)
{
  const char *text = NULL;

  g_assert_true (g_variant_lookup (self->result, name, "&s", &text));
  return text;
}

void
credit_check (Fixture *self, int place, int year, gint64 held, gint64 reserved)
{
  g_autoptr (GramAccountRecord) account = life_account (self, place);
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GArray) holding = gram_credit_balances_read (store, account, "holding", NULL);
  g_autoptr (GArray) promised = gram_credit_balances_read (store, account, "reserved", NULL);

  g_assert_cmpint (gram_credit_balances_of (holding, year), ==, held);
  g_assert_cmpint (gram_credit_balances_of (promised, year), ==, reserved);
}

GramCreditTransferRecord *
credit_get (Fixture *self, gint64 id)
{
  GramCreditTransferRecord *record = NULL;

  g_assert_true (
      gram_credit_transfer_table_get (gram_registry_get_store (self->registry), id, &record, NULL));
  g_assert_nonnull (record);
  return record;
}

void
credit_check_state (Fixture *self, gint64 id, GramCreditTransferState state)
{
  g_autoptr (GramCreditTransferRecord) record = credit_get (self, id);

  g_assert_cmpint (record->state, ==, state);
  g_assert_cmpint (record->ended_at != 0, ==, state != GRAM_CREDIT_TRANSFER_OFFERED);
}

void
credit_run_due (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  gram_registry_run_due (self->registry, NULL, &error);
  g_assert_no_error (error);
}

GramCredits *
credit_read (Fixture *self, FixturePerson who, int place)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramCredits *credits
      = gram_registry_credits (self->registry, self->actors[who], place, &refusal, &error);

  g_assert_no_error (error);
  g_assert_null (refusal);
  return credits;
}

GramCreditOffer *
credit_preview (Fixture *self, int place, const char *format, ...)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) arguments = NULL;
  g_autofree char *json = NULL;
  GramCreditOffer *offer;
  va_list list;

  va_start (list, format);
  json = g_strdup_vprintf (format, list);
  va_end (list);
  arguments = fixture_arguments (self, json);
  offer = gram_registry_preview_credit_transfer (self->registry, self->actors[credit_owner (place)],
                                                 place, arguments, &refusal, &error);
  g_assert_no_error (error);
  g_assert_null (refusal);
  return offer;
}

GramCreditTransferDetail *
credit_detail (Fixture *self, FixturePerson who, gint64 id)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramCreditTransferDetail *detail
      = gram_registry_credit_transfer_detail (self->registry, self->actors[who], 0, id, &refusal,
                                              &error);

  g_assert_no_error (error);
  g_assert_null (refusal);
  return detail;
}

guint
credit_count_notices (Fixture *self, FixturePerson who, GramEvent event)
{
  return case_count_notices (self, who, event);
}
