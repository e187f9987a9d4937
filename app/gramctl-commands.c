/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-list.h"
#include "gramctl-verbs.h"

#include "gram-effects-in-force.h"
#include "gram-matrix.h"

#include <glib/gi18n-lib.h>

static void
add_word_flags (GVariantBuilder *arguments, const GramArgument *argument)
{
  g_autoptr (GStrvBuilder) flags = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if ((argument->flags & GRAM_ARGUMENT_REQUIRED) != 0)
    g_strv_builder_add (flags, "required");
  if ((argument->flags & GRAM_ARGUMENT_SECRET) != 0)
    g_strv_builder_add (flags, "secret");
  if ((argument->flags & GRAM_ARGUMENT_FILE) != 0)
    g_strv_builder_add (flags, "file");
  words = g_strv_builder_end (flags);
  g_variant_builder_add_parsed (arguments,
                                "{'name': <%s>, 'type': <%s>, 'flags': <%^as>, 'is': <%s>}",
                                argument->name, argument->type, words, _ (argument->summary));
}

/* The words of a bit set `1 << value`. */
static GVariant *
words_of_bits (const char *vocabulary, guint bits)
{
  g_autofree const char **all = gram_words_of (vocabulary);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (const char **word = all; *word != NULL; word++)
    {
      int value;

      if (gram_word_parse (vocabulary, *word, &value) && (bits & (1u << value)) != 0)
        g_ptr_array_add (words, (gpointer)*word);
    }
  return g_variant_new_strv ((const char *const *)words->pdata, words->len);
}

static GVariant *
words_of_set (const char *vocabulary, guint flags)
{
  g_autofree const char **words = gram_words_of_set (vocabulary, flags);

  return g_variant_new_strv (words, -1);
}

/* A row of the command table as it stands. */
static GVariant *
describe (const GramCommand *command)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  GVariantBuilder arguments = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  g_variant_dict_insert (&dict, "name", "s", command->name);
  g_variant_dict_insert (&dict, "does", "s", _ (command->summary));
  if (command->article != NULL)
    g_variant_dict_insert (&dict, "article", "s", command->article);
  g_variant_dict_insert_value (&dict, "kinds", words_of_bits ("registry-kind", command->kinds));
  if (command->internal)
    g_variant_dict_insert (&dict, "internal", "b", TRUE);
  g_variant_dict_insert_value (&dict, "roles", words_of_set ("role", command->roles));
  g_variant_dict_insert_value (&dict, "permission",
                               words_of_set ("permission", command->permission));
  g_variant_dict_insert_value (&dict, "permission-in-own-registry",
                               words_of_set ("permission", command->own_permission));
  g_variant_dict_insert (&dict, "owner-only", "b", command->owner_only);
  if (command->schemes != 0)
    g_variant_dict_insert_value (&dict, "schemes", words_of_bits ("scheme", command->schemes));
  if (command->effect != 0)
    g_variant_dict_insert_value (&dict, "effect", words_of_set ("effect", command->effect));
  else
    g_variant_dict_insert_value (&dict, "account-states",
                                 words_of_set ("account-state", command->account_states));
  if (command->act != 0)
    g_variant_dict_insert_value (&dict, "four-eyes", words_of_set ("act", command->act));
  if (command->acts != NULL)
    g_variant_dict_insert_value (&dict, "four-eyes", words_of_set ("act", GRAM_ACT_ALL));
  if (command->signs)
    g_variant_dict_insert (&dict, "signed", "b", TRUE);
  if (command->decision)
    g_variant_dict_insert (&dict, "decision", "b", TRUE);
  for (const GramArgument *argument = gram_command_next_argument (command, NULL); argument != NULL;
       argument = gram_command_next_argument (command, argument))
    add_word_flags (&arguments, argument);
  g_variant_dict_insert_value (&dict, "arguments", g_variant_builder_end (&arguments));
  return g_variant_dict_end (&dict);
}

/* The effects by the rulebook in force in the registry that was named. */
static guint
effects_of (GramAccountKind kind, GramAccountState state, gpointer data)
{
  Gramctl *self = data;
  guint effects = 0;

  if (!gram_effects_in_force (self->registry, kind, state, &effects, NULL))
    return 0;
  return effects;
}

/* Who may send what in which state: by the table alone, or by the rulebook in force in a registry. */
static GramctlExit
print_matrix (Gramctl *self)
{
  static const char *const known[] = { "kind", NULL };
  const char *account_word = gramctl_get_where (self, "kind");
  int kind = GRAM_REGISTRY_ADMINISTRATOR;
  int account_kind = GRAM_ACCOUNT_CCS_NEW;
  GramctlExit exit;

  if (self->kind != NULL && !gram_word_parse ("registry-kind", self->kind, &kind))
    return gramctl_usage (_ ("--kind is administrator, own or practice"));
  if (!gramctl_check_where (self, known, &exit))
    return exit;
  if (account_word != NULL && !gram_word_parse ("account-kind", account_word, &account_kind))
    return gramctl_usage (_ ("“%s” is not a word for --where %s=…"), account_word, "kind");
  if (self->registry_path != NULL)
    {
      if (!gramctl_open (self, &exit))
        return exit;
      if (self->kind == NULL)
        kind = (int)gram_registry_get_kind (self->registry);
    }
  gramctl_print_indented (gram_matrix ((GramRegistryKind)kind, (GramAccountKind)account_kind,
                                       self->registry != NULL ? effects_of : NULL, self));
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_verb_commands (Gramctl *self, char **words)
{
  GVariantBuilder all = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  const GramCommand *commands;
  gsize n_commands;

  if (words[0] != NULL || self->matrix)
    {
      const GramCommand *command = words[0] != NULL ? gram_command_find (words[0]) : NULL;

      g_variant_builder_clear (&all);
      if (words[0] == NULL)
        return print_matrix (self);
      if (command == NULL)
        return gramctl_usage (_ ("there is no command “%s”"), words[0]);
      gramctl_print_indented (describe (command));
      return GRAMCTL_DONE;
    }
  commands = gram_command_table (&n_commands);
  for (gsize i = 0; i < n_commands; i++)
    g_variant_builder_add_value (&all, describe (&commands[i]));
  gramctl_print_indented (g_variant_builder_end (&all));
  return GRAMCTL_DONE;
}
