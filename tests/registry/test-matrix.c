/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-matrix.h"

/* The matrix without a registry: that it reads a row of the command table rightly, and what it prints. */

/* Rows that the table does not have, and what the matrix has to read in them. */
static const struct
{
  const char *name;
  GramCommand command;
  GramMatrixCell cell;
  const char *refusal;
} readings[] = {
  { "nobody",
    { .kinds = ~0u },
    { GRAM_REGISTRY_OWN, GRAM_ACCOUNT_CCTS, { GRAM_ROLE_ADMINISTRATOR } },
    "permission.role" },
  { "role",
    { .kinds = ~0u, .roles = GRAM_ROLE_READER },
    { GRAM_REGISTRY_OWN, GRAM_ACCOUNT_CCTS, { GRAM_ROLE_READER } },
    "" },
  { "other-kind",
    { .kinds = 1u << GRAM_REGISTRY_PRACTICE, .roles = GRAM_ROLE_READER },
    { GRAM_REGISTRY_OWN, GRAM_ACCOUNT_CCTS, { GRAM_ROLE_READER } },
    "command.other-kind" },
  { "internal",
    { .kinds = ~0u, .internal = TRUE, .roles = GRAM_ROLE_READER },
    { GRAM_REGISTRY_OWN, GRAM_ACCOUNT_CCTS, { GRAM_ROLE_READER } },
    "command.internal" },
  { "own-permission-own",
    { .kinds = ~0u, .own_permission = GRAM_PERMISSION_EDIT, .needs_account = TRUE, .effect = 1 },
    { GRAM_REGISTRY_OWN, GRAM_ACCOUNT_CCTS, { GRAM_ROLE_OFFICER, TRUE, FALSE, 17 }, 1, 1 },
    "" },
  { "own-permission-administrator",
    { .kinds = ~0u, .own_permission = GRAM_PERMISSION_EDIT, .needs_account = TRUE, .effect = 1 },
    { GRAM_REGISTRY_ADMINISTRATOR,
      GRAM_ACCOUNT_CCTS,
      { GRAM_ROLE_OFFICER, TRUE, FALSE, 17 },
      1,
      1 },
    "permission.role" },
  { "own-permission-no-account",
    { .kinds = ~0u, .own_permission = GRAM_PERMISSION_EDIT },
    { GRAM_REGISTRY_OWN, GRAM_ACCOUNT_CCTS, { GRAM_ROLE_OFFICER, TRUE, FALSE, 17 } },
    "" },
  { "own-permission-no-account-viewer",
    { .kinds = ~0u, .own_permission = GRAM_PERMISSION_EDIT },
    { GRAM_REGISTRY_OWN, GRAM_ACCOUNT_CCTS, { GRAM_ROLE_OFFICER, TRUE, FALSE, 1 } },
    "permission.missing" },
  { "own-permission-no-account-administrator",
    { .kinds = ~0u, .own_permission = GRAM_PERMISSION_EDIT },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCTS, { GRAM_ROLE_OFFICER, TRUE, FALSE, 17 } },
    "permission.role" },
  { "scheme",
    { .kinds = ~0u,
      .schemes = 1u << GRAM_SCHEME_CCTS,
      .roles = 1,
      .needs_account = TRUE,
      .effect = 1 },
    { GRAM_REGISTRY_OWN, GRAM_ACCOUNT_CCS_NEW, { GRAM_ROLE_ADMINISTRATOR }, 1, 1 },
    "account.other-scheme" },
  { "effect-beats-states",
    { .kinds = ~0u, .roles = 1, .needs_account = TRUE, .effect = 2, .account_states = ~0u },
    { GRAM_REGISTRY_OWN,
      GRAM_ACCOUNT_CCS_NEW,
      { GRAM_ROLE_ADMINISTRATOR },
      GRAM_ACCOUNT_CLOSED,
      1 },
    "account.closed" },
  { "owner-only",
    { .kinds = ~0u, .owner_only = TRUE, .needs_account = TRUE, .account_states = ~0u },
    { GRAM_REGISTRY_OWN, GRAM_ACCOUNT_CCS_NEW, { GRAM_ROLE_OFFICER, TRUE, FALSE, 31 }, 1 },
    "permission.owner-only" },
};

static void
test_readings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_test_message ("%s", readings[i].name);
      g_assert_cmpstr (gram_matrix_refusal (&readings[i].command, &readings[i].cell), ==,
                       readings[i].refusal);
    }
}

/* What `gramctl commands --matrix` prints: spot checks against the law and the issue, not against the table. */
static void
test_printed (void)
{
  static const struct
  {
    GramRegistryKind registry;
    GramAccountKind account;
    const char *command;
    const char *sender;
    const char *states; /* empty: never */
  } rows[] = {
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCS_USED, "vehicle.accept", "member-accept",
      "open" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCTS, "vehicle.accept", "member-accept",
      "open blocked" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCS_USED, "vehicle.accept", "administrator", "" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCS_USED, "member.remove", "member-view", "" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCS_USED, "member.remove", "member-grant",
      "open suspended closing" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCS_USED, "account.suspend", "decision-maker",
      "open" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCS_USED, "account.suspend", "case-handler", "" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCS_USED, "account.suspend", "member-edit", "" },
    { GRAM_REGISTRY_OWN, GRAM_ACCOUNT_CCS_USED, "account.suspend", "member-edit", "open" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCS_USED, "account.block", "administrator", "" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCTS, "account.block", "administrator", "open" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCTS, "user.create", "administrator", "any" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCTS, "user.create", "owner", "" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCTS, "account.request-closing", "owner", "open" },
    { GRAM_REGISTRY_ADMINISTRATOR, GRAM_ACCOUNT_CCTS, "request.approve", "stranger", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GVariant) matrix
          = g_variant_ref_sink (gram_matrix (rows[i].registry, rows[i].account, NULL, NULL));
      g_autofree char *found = g_strdup ("no such command");

      for (gsize row = 0; row < g_variant_n_children (matrix); row++)
        {
          g_autoptr (GVariant) child = g_variant_get_child_value (matrix, row);
          g_autoptr (GVariant) who = g_variant_lookup_value (child, "who", NULL);
          g_autofree const char **states_there = NULL;
          const char *name = NULL;

          g_variant_lookup (child, "name", "&s", &name);
          if (!g_str_equal (name, rows[i].command))
            continue;
          g_variant_lookup (who, rows[i].sender, "^a&s", &states_there);
          g_free (found);
          found = states_there != NULL ? g_strjoinv (" ", (char **)states_there) : g_strdup ("");
        }
      g_test_message ("%s, %s", rows[i].command, rows[i].sender);
      g_assert_cmpstr (found, ==, rows[i].states);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/matrix/readings", test_readings);
  g_test_add_func ("/registry/matrix/printed", test_printed);
  return g_test_run ();
}
