/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-matrix.h"

#include "gram-effects.h"

#include <glib/gi18n-lib.h>

#define EVERY_STATE                                                                                \
  (GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_BLOCKED | GRAM_ACCOUNT_CLOSING        \
   | GRAM_ACCOUNT_CLOSED)

/* A member who has one permission besides that to view. */
#define MEMBER(permission_)                                                                        \
  { GRAM_ROLE_OFFICER, TRUE, FALSE, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_##permission_ }

static const GramMatrixSender senders[] = {
  { "administrator", N_ ("Administrator"), { GRAM_ROLE_ADMINISTRATOR } },
  { "case-handler", N_ ("Case handler"), { GRAM_ROLE_CASE_HANDLER } },
  { "decision-maker", N_ ("Decision maker"), { GRAM_ROLE_DECISION_MAKER } },
  { "reader", N_ ("Reader"), { GRAM_ROLE_READER } },
  { "owner", N_ ("Owner"), { GRAM_ROLE_OFFICER, TRUE, TRUE, GRAM_PERMISSION_ALL } },
  { "member-grant", N_ ("Member who may add people"), MEMBER (GRANT) },
  { "member-accept", N_ ("Member who may accept vehicles"), MEMBER (ACCEPT) },
  { "member-transfer", N_ ("Member who may transfer credits"), MEMBER (TRANSFER) },
  { "member-edit", N_ ("Member who may edit the details"), MEMBER (EDIT) },
  { "member-view", N_ ("Member who may only view"), MEMBER (VIEW) },
  { "stranger", N_ ("Officer who is no member"), { GRAM_ROLE_OFFICER } },
};

static const char *
refusal_of_state (GramAccountState state)
{
  switch (state)
    {
    case GRAM_ACCOUNT_SUSPENDED:
      return "account.suspended";
    case GRAM_ACCOUNT_BLOCKED:
      return "account.blocked";
    case GRAM_ACCOUNT_CLOSING:
      return "account.closing";
    case GRAM_ACCOUNT_CLOSED:
      return "account.closed";
    case GRAM_ACCOUNT_OPEN:
    default:
      return "account.state";
    }
}

static const char *
refusal_of_membership (const GramCommand *command, const GramMatrixCell *cell)
{
  guint rights = command->permission;

  if (cell->registry_kind != GRAM_REGISTRY_ADMINISTRATOR)
    rights |= command->own_permission;
  if (command->owner_only)
    return cell->standing.owner ? "" : "permission.owner-only";
  if (cell->standing.member && (cell->standing.permissions & rights) != 0)
    return "";
  return rights != 0 ? "permission.missing" : "permission.role";
}

const char *
gram_matrix_refusal (const GramCommand *command, const GramMatrixCell *cell)
{
  GramScheme scheme;
  gboolean by_role;

  g_return_val_if_fail (command != NULL, NULL);
  g_return_val_if_fail (cell != NULL, NULL);

  scheme = gram_account_kind_scheme (cell->account_kind);
  by_role = (command->roles & cell->standing.role) != 0;
  if (command->internal)
    return "command.internal";
  if ((command->kinds & (1u << cell->registry_kind)) == 0)
    return "command.other-kind";
  if (!command->needs_account && by_role)
    return "";
  if (!command->needs_account)
    return cell->registry_kind != GRAM_REGISTRY_ADMINISTRATOR && command->own_permission != 0
               ? refusal_of_membership (command, cell)
               : "permission.role";
  if (!cell->standing.member && cell->standing.role == GRAM_ROLE_OFFICER)
    return "account.unknown";
  if (!by_role && *refusal_of_membership (command, cell) != '\0')
    return refusal_of_membership (command, cell);
  if (command->schemes != 0 && (command->schemes & (1u << scheme)) == 0)
    return "account.other-scheme";
  if (command->effect != 0 ? (cell->effects & command->effect) != 0
                           : (command->account_states & cell->state) != 0)
    return "";
  return refusal_of_state (cell->state);
}

const GramMatrixSender *
gram_matrix_senders (gsize *n_senders)
{
  g_return_val_if_fail (n_senders != NULL, NULL);

  *n_senders = G_N_ELEMENTS (senders);
  return senders;
}

static guint
built_in_effects (GramAccountKind account_kind, GramAccountState state, gpointer data)
{
  return gram_effects_of (gram_account_rules_default (gram_account_kind_scheme (account_kind)),
                          state);
}

/* The states in which somebody may send a command, 0 none. */
static guint
states_of (const GramCommand *command,
           GramMatrixCell *cell,
           GramMatrixEffects effects,
           gpointer data)
{
  guint states = 0;

  for (guint state = GRAM_ACCOUNT_OPEN; state <= GRAM_ACCOUNT_CLOSED; state <<= 1)
    {
      if ((state & gram_account_states_of (gram_account_kind_scheme (cell->account_kind))) == 0)
        continue;
      cell->state = (GramAccountState)state;
      cell->effects = effects (cell->account_kind, cell->state, data);
      if (*gram_matrix_refusal (command, cell) == '\0')
        states |= state;
    }
  return states;
}

static GVariant *
words_of_states (const GramCommand *command, guint states)
{
  static const char *const any[] = { "any", NULL };
  g_autofree const char **words = NULL;

  if (!command->needs_account)
    return g_variant_new_strv (any, -1);
  words = gram_words_of_set ("account-state", states & EVERY_STATE);
  return g_variant_new_strv (words, -1);
}

GVariant *
gram_matrix (GramRegistryKind registry_kind,
             GramAccountKind account_kind,
             GramMatrixEffects effects,
             gpointer data)
{
  GVariantBuilder rows = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  const GramCommand *commands;
  gsize n_commands;

  if (effects == NULL)
    effects = built_in_effects;
  commands = gram_command_table (&n_commands);
  for (gsize i = 0; i < n_commands; i++)
    {
      g_auto (GVariantDict) row = G_VARIANT_DICT_INIT (NULL);
      GVariantBuilder who = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sas}"));

      for (gsize s = 0; s < G_N_ELEMENTS (senders); s++)
        {
          GramMatrixCell cell = { registry_kind, account_kind, senders[s].standing };
          guint states = states_of (&commands[i], &cell, effects, data);

          if (states != 0)
            g_variant_builder_add (&who, "{s@as}", senders[s].id,
                                   words_of_states (&commands[i], states));
        }
      g_variant_dict_insert (&row, "name", "s", commands[i].name);
      g_variant_dict_insert (&row, "does", "s", _ (commands[i].summary));
      g_variant_dict_insert_value (&row, "who", g_variant_builder_end (&who));
      if (!commands[i].internal)
        g_variant_builder_add_value (&rows, g_variant_dict_end (&row));
    }
  return g_variant_builder_end (&rows);
}
