/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-journal-sentences.h"

#include "gram-formats.h"
#include "gram-json-variant.h"

#include <glib/gi18n-lib.h>

/* What an entry was asked and what it answered. */
typedef struct
{
  GVariant *arguments;
  GVariant *result;
} Facts;

typedef char *(*SentenceFunc) (const Facts *facts, char **detail);

static GVariant *
read_json (const char *text)
{
  g_autoptr (JsonNode) node = NULL;
  GramJson root;

  if (text == NULL || *text == '\0')
    return NULL;

  node = gram_json_parse (text, -1, NULL);
  if (node == NULL)
    return NULL;

  root = gram_json_root (node);

  return gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, NULL);
}

static const char *
text_of (GVariant *dictionary, const char *key)
{
  const char *text = NULL;

  if (dictionary != NULL)
    g_variant_lookup (dictionary, key, "&s", &text);

  return text != NULL ? text : "";
}

static gint64
number_of (GVariant *dictionary, const char *key)
{
  gint64 number = 0;

  if (dictionary != NULL)
    g_variant_lookup (dictionary, key, "x", &number);

  return number;
}

static char *
count_of (GVariant *dictionary, const char *key)
{
  return gram_format_count (number_of (dictionary, key));
}

static char *
registry_created (const Facts *facts, char **detail)
{
  *detail = g_strdup (text_of (facts->arguments, "title"));

  return g_strdup (_ ("The registry was created"));
}

static char *
signed_in (const Facts *facts, char **detail)
{
  return g_strdup (_ ("Signed in"));
}

static char *
sign_in_refused (const Facts *facts, char **detail)
{
  *detail = g_strdup (text_of (facts->arguments, "email"));

  return g_strdup (_ ("A sign-in with a wrong password was refused"));
}

static char *
person_added (const Facts *facts, char **detail)
{
  *detail = g_strdup (text_of (facts->arguments, "email"));

  /* Translators: %s is the name of a person */
  return g_strdup_printf (_ ("Added %s to the registry"), text_of (facts->arguments, "name"));
}

static char *
rulebook_published (const Facts *facts, char **detail)
{
  g_autofree char *day = gram_format_date (text_of (facts->result, "valid-from"));

  /* Translators: %s is a date */
  *detail = g_strdup_printf (_ ("Valid from %s"), day);

  /* Translators: %s is the version of a rulebook */
  return g_strdup_printf (_ ("Published the rulebook %s"), text_of (facts->result, "version"));
}

static char *
account_opened (const Facts *facts, char **detail)
{
  g_autofree char *number = gram_format_account_number (text_of (facts->result, "account"));

  *detail = g_strdup (text_of (facts->arguments, "holder"));

  /* Translators: %s is an account number */
  return g_strdup_printf (_ ("Opened account %s"), number);
}

static char *
account_edited (const Facts *facts, char **detail)
{
  return g_strdup (_ ("Edited the details of the account"));
}

static char *
auto_accept_set (const Facts *facts, char **detail)
{
  g_autoptr (GVariant) switches = NULL;
  gint64 accepted = number_of (facts->result, "accepted");
  gboolean on;

  if (facts->arguments != NULL)
    switches = g_variant_lookup_value (facts->arguments, "switches", G_VARIANT_TYPE_STRING_ARRAY);
  on = switches != NULL && g_variant_n_children (switches) > 0;
  if (accepted > 0)
    {
      g_autofree char *count = gram_format_count (accepted);

      *detail
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s waiting vehicle was accepted",
                                          "%s waiting vehicles were accepted", (gulong)accepted),
                             count);
    }

  return g_strdup (on ? _ ("Turned auto-accept on") : _ ("Turned auto-accept off"));
}

static char *
file_brought_in (const Facts *facts, char **detail)
{
  g_autofree char *rows = count_of (facts->result, "rows");
  g_autofree char *new_rows = count_of (facts->result, "new");
  g_autofree char *changed = count_of (facts->result, "changed");
  g_autofree char *unchanged = count_of (facts->result, "unchanged");
  g_autofree char *rejected = count_of (facts->result, "rejected");

  /* Translators: four numbers of rows */
  *detail = g_strdup_printf (_ ("%s new, %s changed, %s unchanged, %s rejected"), new_rows, changed,
                             unchanged, rejected);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Brought in %s row of “%s”",
                                       "Brought in %s rows of “%s”",
                                       (gulong)number_of (facts->result, "rows")),
                          rows, text_of (facts->arguments, "file"));
}

static char *
vehicle_entered (const Facts *facts, char **detail)
{
  /* Translators: %s is a VIN or chassis number */
  return g_strdup_printf (_ ("Entered vehicle %s"), text_of (facts->result, "vehicle"));
}

static void
note_auto_accepted (const Facts *facts, char **detail)
{
  gint64 accepted = number_of (facts->result, "auto-accepted");
  g_autofree char *count = gram_format_count (accepted);

  if (accepted > 0)
    *detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s was accepted automatically",
                                            "%s were accepted automatically", (gulong)accepted),
                               count);
}

static char *
vehicles_ready (const Facts *facts, char **detail)
{
  g_autofree char *count = count_of (facts->result, "ready");

  note_auto_accepted (facts, detail);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s vehicle became ready",
                                       "%s vehicles became ready",
                                       (gulong)number_of (facts->result, "ready")),
                          count);
}

static char *
vehicles_accepted (const Facts *facts, char **detail)
{
  gint64 skipped = number_of (facts->result, "skipped");
  g_autofree char *count = count_of (facts->result, "accepted");
  g_autofree char *left = gram_format_count (skipped);

  if (skipped > 0)
    *detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s was left out", "%s were left out",
                                            (gulong)skipped),
                               left);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Accepted %s vehicle",
                                       "Accepted %s vehicles",
                                       (gulong)number_of (facts->result, "accepted")),
                          count);
}

static const struct
{
  const char *command;
  SentenceFunc sentence;
} sentences[] = {
  { "registry.create", registry_created },    { "session.open", signed_in },
  { "session.refuse", sign_in_refused },      { "user.create", person_added },
  { "rulebook.publish", rulebook_published }, { "account.open", account_opened },
  { "account.edit", account_edited },         { "account.set-auto-accept", auto_accept_set },
  { "vehicle.import", file_brought_in },      { "vehicle.enter", vehicle_entered },
  { "vehicle.mark-ready", vehicles_ready },   { "vehicle.accept", vehicles_accepted },
};

char *
gram_journal_sentence (const GramJournalEntry *entry, char **detail)
{
  g_autoptr (GVariant) arguments = NULL;
  g_autoptr (GVariant) result = NULL;
  Facts facts;

  g_return_val_if_fail (entry != NULL && detail != NULL, NULL);

  *detail = NULL;
  arguments = read_json (entry->arguments);
  result = read_json (entry->result);
  facts = (Facts){ arguments, result };
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_strcmp0 (sentences[i].command, entry->command) == 0)
      return sentences[i].sentence (&facts, detail);

  return g_strdup (entry->command);
}
