/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-verbs.h"

#include "gram-practice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Name of the first person where none was given: what stands before the @. */
static char *
name_of_email (const char *email)
{
  const char *at = strchr (email, '@');

  return at != NULL ? g_strndup (email, (gsize)(at - email)) : g_strdup (email);
}

static GramctlExit
told (GramRegistry *registry, GramRefusal *refusal, GError *error)
{
  GVariantDict answer;

  gramctl_end_progress ();
  if (registry == NULL)
    return gramctl_no (refusal, error);

  g_variant_dict_init (&answer, NULL);
  g_variant_dict_insert (&answer, "title", "s", gram_registry_get_title (registry));
  g_variant_dict_insert (&answer, "kind", "s",
                         gram_word_for ("registry-kind", (int)gram_registry_get_kind (registry)));
  gramctl_print (g_variant_dict_end (&answer));
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_verb_init (Gramctl *self, char **words)
{
  g_autofree char *password = NULL;
  g_autofree char *base = g_path_get_basename (words[0]);
  g_autofree char *name = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramSetup setup = { 0 };
  int kind = GRAM_REGISTRY_ADMINISTRATOR;

  if (self->kind != NULL && !gram_word_parse ("registry-kind", self->kind, &kind))
    return gramctl_usage (_ ("--kind is administrator, own or practice"));
  if (kind == GRAM_REGISTRY_PRACTICE && !self->empty)
    {
      gramctl_begin_progress ();
      self->registry = gram_practice_create (words[0], gramctl_show_progress, NULL,
                                             gramctl_cancellable (), &refusal, &error);
      return told (self->registry, refusal, error);
    }
  if (self->administrator == NULL)
    return gramctl_usage (_ ("name the first person with --administrator EMAIL"));
  if (self->today != NULL && kind != GRAM_REGISTRY_PRACTICE)
    return gramctl_usage (_ ("only a practice registry has a date of its own"));
  if (kind != GRAM_REGISTRY_PRACTICE && !gramctl_ask_password (TRUE, &password))
    return GRAMCTL_USAGE;

  name = self->name != NULL ? g_strdup (self->name) : name_of_email (self->administrator);
  setup.kind = (GramRegistryKind)kind;
  setup.title = self->title != NULL ? self->title : base;
  setup.email = self->administrator;
  setup.name = name;
  setup.password = password;
  setup.practice_today = self->today;
  self->registry = gram_registry_create (words[0], &setup, &refusal, &error);
  return told (self->registry, refusal, error);
}
