/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-arguments.h"
#include "gram-json-variant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const GramArgument *
find_argument (const GramCommand *command, const char *name)
{
  const GramArgument *argument = NULL;

  while ((argument = gram_command_next_argument (command, argument)) != NULL)
    if (g_str_equal (argument->name, name))
      return argument;
  return NULL;
}

/* Amounts are decimal strings: a double has lost something before it arrives here. */
static gboolean
has_double (GVariant *value)
{
  gsize n_children;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    return TRUE;
  if (!g_variant_is_container (value) || strpbrk (g_variant_get_type_string (value), "dv") == NULL)
    return FALSE;

  n_children = g_variant_n_children (value);
  for (gsize i = 0; i < n_children; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);

      if (has_double (child))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_empty_list (GVariant *value)
{
  return g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY)
         && !g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT)
         && g_variant_n_children (value) == 0;
}

/* The value in the type that the signature wants, or NULL. @types has one or two, as in `ax|as`. */
static GVariant *
fit_type (const char *types, GVariant *value)
{
  g_auto (GStrv) wanted = g_strsplit (types, "|", -1);

  for (char **type = wanted; *type != NULL; type++)
    if (g_variant_is_of_type (value, G_VARIANT_TYPE (*type)))
      return g_variant_ref (value);
  if (wanted[0][0] == 'a' && wanted[0][1] != '{' && is_empty_list (value))
    return g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE (wanted[0] + 1), NULL, 0));
  return NULL;
}

static gboolean
is_too_long (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      gsize length;

      g_variant_get_string (value, &length);
      return length > GRAM_ARGUMENT_MAX_TEXT;
    }
  if (g_variant_is_of_type (value, G_VARIANT_TYPE ("ax"))
      || g_variant_is_of_type (value, G_VARIANT_TYPE ("as")))
    return g_variant_n_children (value) > GRAM_ARGUMENT_MAX_ELEMENTS;
  return g_variant_get_size (value) > GRAM_ARGUMENT_MAX_TEXT;
}

/* Checks one argument and puts it into @fitting; what is wrong goes into @refusal. */
static gboolean
check_one (const GramCommand *command,
           const char *name,
           GVariant *value,
           GVariantDict *fitting,
           GramRefusal **refusal)
{
  const GramArgument *argument = find_argument (command, name);
  g_autoptr (GVariant) fit = NULL;

  if (argument == NULL)
    return gram_refuse (refusal, "argument.unknown", NULL, _ ("%s has no argument “%s”"),
                        command->name, name);
  if (g_variant_dict_contains (fitting, name))
    return gram_refuse (refusal, "argument.form", NULL, _ ("%s was given the argument “%s” twice"),
                        command->name, name);
  if (!has_double (value))
    fit = fit_type (argument->type, value);
  if (fit == NULL)
    return gram_refuse (refusal, "argument.type", NULL,
                        _ ("The argument “%s” of %s has to be of type %s, not %s"), name,
                        command->name, argument->type,
                        has_double (value) ? "d" : g_variant_get_type_string (value));
  if (is_too_long (fit))
    return gram_refuse (refusal, "argument.too-long", NULL,
                        _ ("The argument “%s” of %s is too long"), name, command->name);
  g_variant_dict_insert_value (fitting, name, fit);
  return TRUE;
}

GVariant *
gram_arguments_check (const GramCommand *command, GVariant *arguments, GramRefusal **refusal)
{
  g_auto (GVariantDict) fitting = G_VARIANT_DICT_INIT (NULL);
  GVariantIter iter;
  const char *name;
  GVariant *value;
  gboolean good = TRUE;

  g_return_val_if_fail (command != NULL, NULL);
  g_return_val_if_fail (arguments != NULL, NULL);

  if (!g_variant_is_of_type (arguments, G_VARIANT_TYPE_VARDICT)
      || !g_variant_is_normal_form (arguments))
    {
      gram_refuse (refusal, "argument.form", NULL, _ ("The arguments of %s are not a dictionary"),
                   command->name);
      return NULL;
    }

  g_variant_iter_init (&iter, arguments);
  while (good && g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      good = check_one (command, name, value, &fitting, refusal);
      g_variant_unref (value);
    }
  if (!good)
    return NULL;

  for (const GramArgument *argument = command->arguments; argument->name != NULL; argument++)
    if ((argument->flags & GRAM_ARGUMENT_REQUIRED) != 0
        && !g_variant_dict_contains (&fitting, argument->name))
      {
        gram_refuse (refusal, "argument.missing", NULL, _ ("%s needs the argument “%s”: %s"),
                     command->name, argument->name, _ (argument->summary));
        return NULL;
      }
  return g_variant_ref_sink (g_variant_dict_end (&fitting));
}

char *
gram_arguments_for_journal (const GramCommand *command, GVariant *arguments, GVariant *notes)
{
  g_auto (GVariantDict) kept = G_VARIANT_DICT_INIT (notes);
  g_autoptr (GVariant) all = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, arguments);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      const GramArgument *argument = find_argument (command, name);

      g_assert (argument != NULL);
      if ((argument->flags & GRAM_ARGUMENT_SECRET) != 0)
        continue;
      if ((argument->flags & GRAM_ARGUMENT_FILE) != 0)
        {
          g_autofree char *base = g_path_get_basename (g_variant_get_string (value, NULL));
          g_autofree char *text = g_utf8_make_valid (base, -1);

          g_variant_dict_insert (&kept, name, "s", text);
        }
      else
        g_variant_dict_insert_value (&kept, name, value);
    }
  all = g_variant_ref_sink (g_variant_dict_end (&kept));
  return gram_json_from_variant (all);
}

gboolean
gram_arguments_equal_journal (const GramCommand *command, GVariant *arguments, const char *journal)
{
  g_autoptr (JsonNode) node = gram_json_parse (journal, -1, NULL);
  g_autofree char *ours = gram_arguments_for_journal (command, arguments, NULL);
  g_autofree char *theirs = NULL;
  g_autoptr (GVariant) kept = NULL;
  GramJson root;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) value = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *child;

  if (node == NULL)
    return FALSE;
  root = gram_json_root (node);
  value = gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, NULL);
  if (value == NULL)
    return FALSE;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &child))
    if (find_argument (command, name) != NULL)
      g_variant_dict_insert_value (&dict, name, child);
  kept = g_variant_ref_sink (g_variant_dict_end (&dict));
  theirs = gram_json_from_variant (kept);
  return g_str_equal (ours, theirs);
}
