/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"

/* Answers of questions about people that the tests of the commands do not ask; above all: to whom. */

static void
test_members (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  GramMemberRow *row;

  g_assert_cmpstr (fixture_do (f, OWNER, "member.set-permissions",
                               "{'account': '@', 'person': 'viewer@example.org',"
                               " 'permissions': ['transfer']}"),
                   ==, "");
  rows = gram_registry_members (f->registry, f->actors[VIEWER], 1, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 6);
  row = rows->pdata[0];
  g_assert_true (row->owner);
  g_assert_cmpstr (row->email, ==, "owner@example.org");
  g_assert_null (row->granted_by);
  row = rows->pdata[5];
  g_assert_cmpstr (row->email, ==, "viewer@example.org");
  g_assert_true (row->you);
  g_assert_true (row->active);
  g_assert_cmpstr (row->granted_by, ==, "Somebody");
  g_assert_cmpuint (row->permissions, ==, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_TRANSFER);

  g_assert_null (gram_registry_members (f->registry, f->actors[STRANGER], 1, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "account.unknown");
}

/* Every question about an account is refused to who may not view it, with the text of a number that is none. */
static void
test_strangers (void)
{
  static GPtrArray *(*const questions[]) (GramRegistry *, GramActor *, gint64, GramRefusal **,
                                          GError **)
      = { gram_registry_members, gram_registry_invitations, gram_registry_handovers,
          gram_registry_requests };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    for (gint64 account_id = 1; account_id < 100; account_id += 98)
      {
        g_autoptr (GramRefusal) refusal = NULL;
        g_autoptr (GPtrArray) answer = NULL;
        GError *error = NULL;

        g_assert_null (
            questions[i](f->registry, f->actors[STRANGER], account_id, &refusal, &error));
        g_assert_no_error (error);
        g_assert_cmpstr (refusal->id, ==, "account.unknown");
        answer = questions[i](f->registry, f->actors[READER], 1, NULL, &error);
        g_assert_no_error (error);
        g_assert_nonnull (answer);
      }
}

static GArray *
ids_of (Fixture *f, const GramPersonQuery *query)
{
  GError *error = NULL;
  GArray *ids = gram_registry_person_ids (f->registry, f->actors[READER], query, 0, NULL, &error);

  g_assert_no_error (error);
  return ids;
}

static void
test_persons (void)
{
  static const GramPersonQuery queries[] = {
    { .order = GRAM_PERSON_ORDER_EMAIL },
    { .roles = GRAM_ROLE_OFFICER },
    { .search = (char *)"view" },
    { .active = GRAM_PERSON_REMOVED },
  };
  static const guint counts[] = { N_PERSONS, 7, 1, 1 };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GramPersonCounts cells;
  GramPersonRow *row;

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "user.remove", "{'person': 'viewer@example.org'}"),
                   ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) ids = ids_of (f, &queries[i]);

      g_assert_cmpuint (ids->len, ==, counts[i]);
    }

  all = ids_of (f, &queries[0]);
  rows = gram_registry_person_rows (f->registry, f->actors[ADMINISTRATOR],
                                    (const gint64 *)all->data, all->len, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, N_PERSONS);
  row = rows->pdata[N_PERSONS - 1];
  g_assert_cmpstr (row->email, ==, "viewer@example.org");
  g_assert_false (row->active);
  g_assert_cmpint (row->n_accounts, ==, 2);
  g_assert_cmpint (row->role, ==, GRAM_ROLE_OFFICER);

  g_assert_cmpint (gram_registry_person_counts (f->registry, f->actors[READER], NULL, &cells, NULL,
                                                NULL),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_cmpint (gram_person_counts_select (&cells, GRAM_ROLE_OFFICER, GRAM_PERSON_ACTIVE), ==,
                   6);
}

/* The persons of the registry are for the administrator's side; each may ask about themselves. */
static void
test_persons_refused (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  GramPersonQuery query = { 0 };
  GramPersonCounts cells;
  gint64 viewer = gram_actor_get_person_id (f->actors[VIEWER]);
  gint64 owner = gram_actor_get_person_id (f->actors[OWNER]);
  g_autoptr (GramPersonDetail) detail = NULL;

  for (int question = 0; question < 5; question++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GramActor *actor = f->actors[OWNER];

      if (question == 0)
        g_assert_null (gram_registry_person_ids (f->registry, actor, &query, 0, &refusal, NULL));
      if (question == 1)
        g_assert_null (gram_registry_person_rows (f->registry, actor, &viewer, 1, &refusal, NULL));
      if (question == 2)
        g_assert_null (gram_registry_person_detail (f->registry, actor, viewer, &refusal, NULL));
      if (question == 3)
        g_assert_cmpint (gram_registry_person_counts (f->registry, actor, NULL, &cells, &refusal,
                                                      NULL),
                         ==, GRAM_OUTCOME_REFUSED);
      if (question == 4)
        g_assert_null (gram_registry_rights (f->registry, actor, 0, viewer, &refusal, NULL));
      g_assert_cmpstr (refusal->id, ==, "permission.role");
    }

  detail = gram_registry_person_detail (f->registry, f->actors[OWNER], owner, NULL, NULL);
  g_assert_cmpuint (detail->accounts->len, ==, 2);
  g_assert_true (((GramAccountRecord *)detail->accounts->pdata[0])->owner);
}

static void
test_detail (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 viewer = gram_actor_get_person_id (f->actors[VIEWER]);
  g_autoptr (GramPersonDetail) detail = NULL;
  g_autoptr (GramPersonDetail) later = NULL;
  g_autoptr (GramRefusal) refusal = NULL;

  fixture_do (f, ADMINISTRATOR, "user.reset-password", "{'person': 'viewer@example.org'}");
  detail = gram_registry_person_detail (f->registry, f->actors[READER], viewer, NULL, NULL);
  g_assert_cmpstr (detail->row->email, ==, "viewer@example.org");
  g_assert_cmpint (detail->row->n_accounts, ==, 2);
  g_assert_cmpint (detail->code_lapses_at, ==, fixture_result (f, "lapses-at"));
  life_set_evening ("2026-03-18");
  later = gram_registry_person_detail (f->registry, f->actors[READER], viewer, NULL, NULL);
  g_assert_cmpint (later->code_lapses_at, ==, 0);
  g_assert_null (gram_registry_person_detail (f->registry, f->actors[READER], 99, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "user.unknown");
}

/* What one may do in the registry, without an account. */
static void
test_rights_in_registry (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) mine
      = gram_registry_rights (f->registry, f->actors[VIEWER], 0, 0, NULL, NULL);
  guint n_allowed = 0;

  for (guint i = 0; i < mine->len; i++)
    {
      const GramRight *right = mine->pdata[i];

      g_assert_false (right->command->needs_account);
      n_allowed += right->refusal == NULL;
    }
  /* To open an account, to take an invitation up, to change the password, to mark notices, to switch events. */
  g_assert_cmpuint (n_allowed, ==, 5);
}

/* Who was removed is answered nothing. */
static void
test_removed (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramRefusal) members = NULL;
  g_autoptr (GramRefusal) mine = NULL;
  g_autoptr (GramRefusal) persons = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  GramPersonQuery query = { 0 };

  fixture_do (f, ADMINISTRATOR, "user.remove", "{'person': 'viewer@example.org'}");
  fixture_do (f, ADMINISTRATOR, "user.remove", "{'person': 'reader@example.org'}");
  g_assert_null (gram_registry_members (f->registry, f->actors[VIEWER], 1, &members, NULL));
  g_assert_cmpstr (members->id, ==, "session.ended");
  g_assert_null (gram_registry_for_me (f->registry, f->actors[VIEWER], &mine, NULL));
  g_assert_cmpstr (mine->id, ==, "session.ended");
  g_assert_null (
      gram_registry_person_ids (f->registry, f->actors[READER], &query, 0, &persons, NULL));
  g_assert_cmpstr (persons->id, ==, "permission.role");
  g_assert_cmpint (gram_registry_administers (f->registry, f->actors[READER], NULL, NULL), ==,
                   GRAM_OUTCOME_REFUSED);
  accounts = gram_registry_list_accounts (f->registry, f->actors[READER], NULL);
  g_assert_cmpuint (accounts->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/queries-people/members", test_members);
  g_test_add_func ("/registry/queries-people/strangers", test_strangers);
  g_test_add_func ("/registry/queries-people/persons", test_persons);
  g_test_add_func ("/registry/queries-people/persons-refused", test_persons_refused);
  g_test_add_func ("/registry/queries-people/detail", test_detail);
  g_test_add_func ("/registry/queries-people/rights-in-registry", test_rights_in_registry);
  g_test_add_func ("/registry/queries-people/removed", test_removed);
  return g_test_run ();
}
