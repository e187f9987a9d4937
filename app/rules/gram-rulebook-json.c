/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook.h"

#include "gram-rulebook-json-reader.h"
#include "gram-rulebook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT 1
#define MAX_LENGTH (1024 * 1024)
#define MAX_DEPTH 8

/* Nesting is checked on the text, before the parser builds anything from it. */
static gboolean
check_depth (const char *json, gsize length, GError **error)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = json[i];

      if (quoted)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            quoted = FALSE;
        }
      else if (c == '"')
        quoted = TRUE;
      else if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && depth > 0)
        depth--;

      if (depth > MAX_DEPTH)
        {
          g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_JSON,
                       _ ("The rulebook is nested more than %d levels deep."), MAX_DEPTH);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_text (const char *json, gsize length, GError **error)
{
  if (length > MAX_LENGTH)
    {
      g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_JSON,
                           _ ("The rulebook is larger than 1 MiB."));
      return FALSE;
    }
  if (!g_utf8_validate_len (json, length, NULL))
    {
      g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_JSON,
                           _ ("The rulebook is not UTF-8 text."));
      return FALSE;
    }

  return check_depth (json, length, error);
}

typedef struct
{
  GHashTable *seen;
  char *twice;
} Members;

/* The parser lets the last of two members with one name win. Noting them as they come tells. */
static void
object_member_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer data)
{
  Members *members = data;

  if (!g_hash_table_add (members->seen, g_strdup_printf ("%p/%s", (gpointer)object, name))
      && members->twice == NULL)
    members->twice = g_strdup (name);
}

static JsonNode *
parse_json (const char *json, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) problem = NULL;
  Members members = { .seen = seen };
  g_autofree char *twice = NULL;
  gboolean loaded;

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &members);
  loaded = json_parser_load_from_data (parser, json, (gssize)length, &problem);
  twice = members.twice;

  if (!loaded)
    g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_JSON,
                 _ ("The rulebook is not strict JSON: %s"), problem->message);
  else if (twice != NULL)
    g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_MEMBER,
                 _ ("%s: stands twice in one object"), twice);
  else if (json_parser_get_root (parser) == NULL)
    g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_JSON,
                         _ ("The rulebook is empty."));
  else
    return json_node_ref (json_parser_get_root (parser));

  return NULL;
}

GramRulebook *
gram_rulebook_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (GramRulebook) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) problem = NULL;
  GramRulebookSection section;
  gsize size;

  g_return_val_if_fail (json != NULL, NULL);

  size = length < 0 ? strlen (json) : (gsize)length;
  if (!check_text (json, size, error))
    return NULL;
  root = parse_json (json, size, error);
  if (root == NULL)
    return NULL;

  self = _gram_rulebook_new ();
  section = _gram_rulebook_section_open (root, "", &problem);
  _gram_rulebook_section_int (&section, "format", FORMAT, FORMAT);
  self->scheme = _gram_rulebook_section_word (&section, "scheme", "scheme");
  self->version = g_strdup (_gram_rulebook_section_string (&section, "version"));
  self->valid_from = _gram_rulebook_section_date (&section, "valid_from");
  self->source = g_strdup (_gram_rulebook_section_string (&section, "source"));
  /* A mistake up to here may be the scheme itself; then the rest would only tell of its consequences. */
  if (problem == NULL && self->scheme == GRAM_SCHEME_CCS)
    self->ccs = _gram_rulebook_read_ccs (&section);
  else if (problem == NULL)
    self->ccts = _gram_rulebook_read_ccts (&section);
  if (problem == NULL)
    {
      self->accounts = _gram_rulebook_read_accounts (&section, self->scheme);
      self->cases = _gram_rulebook_read_cases (&section, self->scheme);
    }
  _gram_rulebook_section_close (&section);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_steal_pointer (&self);
}
