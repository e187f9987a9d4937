/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-json-variant.h"
#include "gram-member-table.h"
#include "gram-selection.h"

#include <inttypes.h>
#include <string.h>

static const struct
{
  const char *email;
  const char *role;
} persons[N_PERSONS] = {
  [ADMINISTRATOR] = { "administrator@example.org", "administrator" },
  [CASE_HANDLER] = { "handler@example.org", "case-handler" },
  [DECISION_MAKER] = { "decider@example.org", "decision-maker" },
  [READER] = { "reader@example.org", "reader" },
  [OWNER] = { "owner@example.org", "officer" },
  [STRANGER] = { "stranger@example.org", "officer" },
  [VIEWER] = { "viewer@example.org", "officer" },
  [ACCEPTER] = { "accepter@example.org", "officer" },
  [EDITOR] = { "editor@example.org", "officer" },
  [GRANTER] = { "granter@example.org", "officer" },
  [TRADER] = { "trader@example.org", "officer" },
};

static Fixture *
fixture_create (GramRegistryKind kind)
{
  Fixture *self = g_new0 (Fixture, 1);
  GramSetup setup = {
    .kind = kind,
    .title = "Test",
    .email = persons[ADMINISTRATOR].email,
    .name = "First Person",
    .password = kind == GRAM_REGISTRY_PRACTICE ? NULL : FIXTURE_PASSWORD,
    .practice_today = kind == GRAM_REGISTRY_PRACTICE ? FIXTURE_TODAY : NULL,
  };
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "registry.gram");
  self->registry = gram_registry_create (self->path, &setup, &refusal, &error);
  g_assert_no_error (error);
  g_assert_null (refusal);
  self->refusal = g_strdup ("");
  self->message = g_strdup ("");
  self->article = g_strdup ("");
  return self;
}

/* Signed in without a password, which would take time; how sign-in works has its own test. */
static GramActor *
actor_for (Fixture *self, const char *email)
{
  g_autoptr (GramPersonRecord) person = NULL;
  GError *error = NULL;

  gram_person_table_get_by_email (gram_registry_get_store (self->registry), email, &person, &error);
  g_assert_no_error (error);
  g_assert_nonnull (person);
  return _gram_actor_new (person);
}

static void
open_account (Fixture *self, FixturePerson who, guint place, const char *kind)
{
  const char *number = NULL;

  g_assert_cmpstr (fixture_do (self, who, "account.open",
                               "{'kind': '%s', 'holder': 'Harbour Street Imports Ltd',"
                               " 'contact-name': 'Ada', 'contact-email': 'ada@example.org'}",
                               kind),
                   ==, "");
  g_variant_lookup (self->result, "account", "&s", &number);
  self->numbers[place] = g_strdup (number);
}

static void
add_member (GramUnit *unit, Fixture *self, gint64 account_id, FixturePerson who, guint permissions)
{
  GramMember member = {
    .account_id = account_id,
    .person_id = gram_actor_get_person_id (self->actors[who]),
    .permissions = permissions | GRAM_PERMISSION_VIEW,
  };
  GError *error = NULL;

  gram_member_table_insert (unit, &member, &error);
  g_assert_no_error (error);
}

Fixture *
fixture_new (GramRegistryKind kind)
{
  Fixture *self = fixture_create (kind);
  GramUnit *unit;
  GError *error = NULL;

  self->actors[ADMINISTRATOR] = actor_for (self, persons[ADMINISTRATOR].email);
  for (int who = ADMINISTRATOR + 1; who < N_PERSONS; who++)
    {
      g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "user.create",
                                   "{'email': '%s', 'name': 'Somebody', 'role': '%s',"
                                   " 'password': '" FIXTURE_PASSWORD "'}",
                                   persons[who].email, persons[who].role),
                       ==, "");
      self->actors[who] = actor_for (self, persons[who].email);
    }
  open_account (self, OWNER, 1, "ccs-used");
  open_account (self, STRANGER, 2, "ccs-new");
  open_account (self, OWNER, 3, "ccts");

  unit = gram_unit_begin (gram_registry_get_store (self->registry), &error);
  g_assert_no_error (error);
  for (gint64 account_id = 1; account_id <= 3; account_id += 2)
    {
      add_member (unit, self, account_id, VIEWER, 0);
      add_member (unit, self, account_id, ACCEPTER, GRAM_PERMISSION_ACCEPT);
      add_member (unit, self, account_id, EDITOR, GRAM_PERMISSION_EDIT);
      add_member (unit, self, account_id, GRANTER, GRAM_PERMISSION_GRANT);
      add_member (unit, self, account_id, TRADER, GRAM_PERMISSION_TRANSFER);
    }
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  return self;
}

Fixture *
fixture_new_with_account (GramAccountKind kind)
{
  Fixture *self = fixture_create (GRAM_REGISTRY_PRACTICE);

  self->actors[ADMINISTRATOR] = actor_for (self, persons[ADMINISTRATOR].email);
  open_account (self, ADMINISTRATOR, 1, gram_word_for ("account-kind", (int)kind));
  return self;
}

Fixture *
fixture_copy (const Fixture *master)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GFile) source = g_file_new_for_path (master->path);
  g_autoptr (GFile) copy = NULL;
  GError *error = NULL;

  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "registry.gram");
  self->refusal = g_strdup ("");
  self->message = g_strdup ("");
  self->article = g_strdup ("");
  for (int who = 0; who < N_PERSONS; who++)
    self->actors[who] = gram_actor_ref (master->actors[who]);
  for (gsize i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    self->numbers[i] = g_strdup (master->numbers[i]);
  copy = g_file_new_for_path (self->path);
  g_file_copy (source, copy, G_FILE_COPY_ALL_METADATA, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
fixture_free (Fixture *self)
{
  if (self == NULL)
    return;
  for (int who = 0; who < N_PERSONS; who++)
    gram_actor_unref (self->actors[who]);
  for (gsize i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    g_free (self->numbers[i]);
  gram_registry_close (self->registry);
  g_clear_pointer (&self->result, g_variant_unref);
  g_free (self->refusal);
  g_free (self->message);
  g_free (self->article);
  g_free (self->path);
  gram_test_dir_free (self->dir);
  g_free (self);
}

void
fixture_reopen (Fixture *self)
{
  GError *error = NULL;

  gram_registry_close (self->registry);
  self->registry = gram_registry_open (self->path, GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* What a person is to accounts 1 and 3. */
static const GramStanding standing[N_PERSONS] = {
  [ADMINISTRATOR] = { GRAM_ROLE_ADMINISTRATOR },
  [CASE_HANDLER] = { GRAM_ROLE_CASE_HANDLER },
  [DECISION_MAKER] = { GRAM_ROLE_DECISION_MAKER },
  [READER] = { GRAM_ROLE_READER },
  [OWNER] = { GRAM_ROLE_OFFICER, TRUE, TRUE, GRAM_PERMISSION_ALL },
  [STRANGER] = { GRAM_ROLE_OFFICER },
  [VIEWER] = { GRAM_ROLE_OFFICER, TRUE, FALSE, GRAM_PERMISSION_VIEW },
  [ACCEPTER] = { GRAM_ROLE_OFFICER, TRUE, FALSE, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_ACCEPT },
  [EDITOR] = { GRAM_ROLE_OFFICER, TRUE, FALSE, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_EDIT },
  [GRANTER] = { GRAM_ROLE_OFFICER, TRUE, FALSE, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_GRANT },
  [TRADER] = { GRAM_ROLE_OFFICER, TRUE, FALSE, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_TRANSFER },
};

const GramStanding *
fixture_standing (FixturePerson who)
{
  return &standing[who];
}

/* Puts the number of an account in the place of its mark. */
static void
put_number (GString *text, const char *mark, const char *number)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", number != NULL ? number : "");

  g_string_replace (text, mark, quoted, 0);
}

GVariant *
fixture_arguments (Fixture *self, const char *json)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GString) text = g_string_new (quoted);
  g_autoptr (JsonNode) node = NULL;
  GError *error = NULL;
  GVariant *arguments;
  GramJson root;

  put_number (text, "\"@\"", self->numbers[1]);
  for (gsize place = 1; place < G_N_ELEMENTS (self->numbers); place++)
    {
      g_autofree char *mark = g_strdup_printf ("\"@%zu\"", place);

      put_number (text, mark, self->numbers[place]);
    }
  node = gram_json_parse (text->str, -1, &error);
  g_assert_no_error (error);
  root = gram_json_root (node);
  arguments = gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, &error);
  g_assert_no_error (error);
  return arguments;
}

const char *
fixture_do_request (Fixture *self,
                    FixturePerson who,
                    const char *request_id,
                    const char *command,
                    const char *json)
{
  g_autoptr (GVariant) arguments = fixture_arguments (self, json);
  g_autoptr (GVariant) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_registry_perform (self->registry, self->actors[who], request_id, command,
                                   arguments, NULL, NULL, NULL, &result, &refusal, &error);
  g_assert_no_error (error);
  /* Exactly one of result and refusal. */
  g_assert_true ((outcome == GRAM_OUTCOME_DONE) == (result != NULL));
  g_assert_true ((outcome == GRAM_OUTCOME_REFUSED) == (refusal != NULL));
  g_clear_pointer (&self->result, g_variant_unref);
  self->result = g_steal_pointer (&result);
  g_set_str (&self->refusal, refusal != NULL ? refusal->id : "");
  g_set_str (&self->message, refusal != NULL ? refusal->message : "");
  g_set_str (&self->article, refusal != NULL && refusal->article != NULL ? refusal->article : "");
  return self->refusal;
}

const char *
fixture_do (Fixture *self, FixturePerson who, const char *command, const char *format, ...)
{
  g_autofree char *json = NULL;
  va_list list;

  va_start (list, format);
  json = g_strdup_vprintf (format, list);
  va_end (list);
  return fixture_do_request (self, who, NULL, command, json);
}

gint64
fixture_result (Fixture *self, const char *name)
{
  gint64 value = -1;

  g_assert_nonnull (self->result);
  g_assert_true (g_variant_lookup (self->result, name, "x", &value));
  return value;
}

void
fixture_set_state (Fixture *self, gint64 account_id, GramAccountState state)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GramAccountRecord) before = NULL;
  g_autoptr (GramAccountRecord) after = NULL;
  GramUnit *unit;
  GError *error = NULL;

  gram_account_table_get (store, account_id, &before, &error);
  g_assert_no_error (error);
  after = gram_account_record_copy (before);
  after->state = state;
  unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  gram_account_table_update (unit, before, after, 1, &error);
  g_assert_no_error (error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

void
fixture_dispute (Fixture *self, gint64 vehicle_id)
{
  FixturePerson who = self->actors[OWNER] != NULL ? OWNER : ADMINISTRATOR;

  g_assert_cmpstr (fixture_do (self, who, "dispute.open",
                               "{'account': '@', 'kind': 'not-ours', 'reason': 'Not imported by "
                               "us.', 'vehicles': [%" PRId64 "]}",
                               vehicle_id),
                   ==, "");
}

static GramOverview *
overview_of (Fixture *self)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramOverview *overview
      = gram_registry_overview (self->registry, self->actors[ADMINISTRATOR], 1, &refusal, &error);

  g_assert_no_error (error);
  g_assert_nonnull (overview);
  return overview;
}

gint64
fixture_count_attention (Fixture *self, GramVehicleStatus status, GramAttention attention)
{
  g_autoptr (GramOverview) overview = overview_of (self);

  return overview->counts[status][attention];
}

gint64
fixture_count (Fixture *self, GramVehicleStatus status)
{
  return fixture_count_attention (self, status, GRAM_ATTENTION_NONE)
         + fixture_count_attention (self, status, GRAM_ATTENTION_INCOMPLETE)
         + fixture_count_attention (self, status, GRAM_ATTENTION_DISPUTED);
}

gint64
fixture_journal_length (Fixture *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  GError *error = NULL;

  entries = gram_journal_list (gram_registry_get_store (self->registry), 0, 0, 1, &error);
  g_assert_no_error (error);
  return entries->len > 0 ? ((const GramJournalEntry *)entries->pdata[0])->id : 0;
}

GramVehicleRecord *
fixture_vehicle (Fixture *self, const char *text)
{
  GramStore *store = gram_registry_get_store (self->registry);
  GramVehicleRecord *vehicle = NULL;
  GError *error = NULL;
  gint64 id = 0;

  for (gsize place = 1; place < G_N_ELEMENTS (self->numbers) && id == 0; place++)
    if (self->numbers[place] != NULL)
      gram_vehicle_find_on_account (store, (gint64)place, text, &id, &error);
  g_assert_no_error (error);
  if (id != 0)
    gram_vehicle_table_get (store, id, &vehicle, &error);
  g_assert_no_error (error);
  return vehicle;
}

char *
fixture_file (Fixture *self, const char *name, const char *content)
{
  return gram_test_dir_write (self->dir, name, content);
}

void
fixture_verify (Fixture *self)
{
  g_autoptr (GramVerifyReport) report = NULL;
  GError *error = NULL;

  report = gram_verify (gram_registry_get_store (self->registry), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const GramVerifyFinding *finding = report->findings->pdata[i];

      g_test_message ("%s: %s", finding->where, finding->message);
    }
  g_assert_cmpuint (report->findings->len, ==, 0);
}
