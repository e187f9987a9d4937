/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-fixture.h"

#include "gram-account-table.h"
#include "gram-person-table.h"

static const char *const given[]
    = { "Aroha", "Māia", "Tom", "Siân", "Łucja", "Zoë", "hana", "Bjørn", "OLGA", "Priya" };
static const char *const family[]
    = { "Ngata", "Te Kanawa", "Okafor", "O’Brien", "Šimić", "Walker", "Müller" };
static const char *const firms[]
    = { "Kauri Motors Ltd", "rata motors ltd", "Ōtaki Imports", "Harbour Street Imports Ltd" };
static const GramRole roles[] = { GRAM_ROLE_OFFICER, GRAM_ROLE_OFFICER, GRAM_ROLE_CASE_HANDLER,
                                  GRAM_ROLE_DECISION_MAKER, GRAM_ROLE_READER };
static const GramAccountState states[]
    = { GRAM_ACCOUNT_OPEN, GRAM_ACCOUNT_OPEN, GRAM_ACCOUNT_SUSPENDED, GRAM_ACCOUNT_CLOSED };

#define PICK(array, stream, i) (array)[gram_test_random (stream, i, G_N_ELEMENTS (array))]

void
list_fixture_persons (TableFixture *self, guint64 first, guint64 n)
{
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  for (guint64 i = first; i < first + n; i++)
    {
      g_autoptr (GramPersonRecord) person = gram_person_record_new ();

      person->email = g_strdup_printf ("person%" G_GUINT64_FORMAT "@example.org", i);
      person->name = g_strdup_printf ("%s %s", PICK (given, 1, i), PICK (family, 2, i));
      person->role = PICK (roles, 3, i);
      person->active = gram_test_random (4, i, 5) > 0;
      gram_person_table_insert (self->unit, person, &error);
      g_assert_no_error (error);
    }
}

void
list_fixture_accounts (TableFixture *self, guint64 first, guint64 n)
{
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  for (guint64 i = first; i < first + n; i++)
    {
      g_autoptr (GramAccountRecord) account = gram_account_record_new ();

      account->number = g_strdup_printf ("3%07" G_GUINT64_FORMAT, i);
      account->kind = (GramAccountKind)(1 + gram_test_random (5, i, 3));
      account->holder = g_strdup (PICK (firms, 6, i));
      account->contact_name = g_strdup_printf ("%s %s", PICK (given, 7, i), PICK (family, 8, i));
      account->contact_email = g_strdup_printf ("contact%" G_GUINT64_FORMAT "@example.org", i);
      account->state = PICK (states, 9, i);
      account->listed = gram_test_random (10, i, 3) == 0;
      gram_account_table_insert (self->unit, account, &error);
      g_assert_no_error (error);
    }
}

void
list_fixture_tear_down (TableFixture *self, gconstpointer data)
{
  g_clear_pointer (&self->unit, gram_unit_rollback);
  g_clear_pointer (&self->store, gram_store_close);
  g_free (self->path);
  g_clear_pointer (&self->dir, gram_test_dir_free);
}
