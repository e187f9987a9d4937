/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-json.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "gram-decimal.h"
#include "gram-json-scan.h"

/* Members of all objects below a node. The depth is limited before. */
static gsize
count_members (JsonNode *node)
{
  gsize n = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *child;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &child))
        n += 1 + count_members (child);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        n += count_members (json_array_get_element (array, i));
    }
  return n;
}

static JsonNode *
set_too_large (GError **error)
{
  g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
               _ ("The JSON text is longer than %d MiB"), GRAM_JSON_MAX_SIZE / (1024 * 1024));
  return NULL;
}

JsonNode *
gram_json_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) reason = NULL;
  gsize n_bytes;
  gsize n_members;

  g_return_val_if_fail (text != NULL, NULL);

  n_bytes = length < 0 ? strlen (text) : (gsize)length;
  if (n_bytes > GRAM_JSON_MAX_SIZE)
    return set_too_large (error);
  if (!gram_json_scan (text, n_bytes, &n_members, error))
    return NULL;

  parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, (gssize)n_bytes, &reason))
    {
      g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
                   _ ("The text is not valid JSON: %s"), reason->message);
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL)
    {
      g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
                           _ ("The JSON text is empty"));
      return NULL;
    }
  if (count_members (root) != n_members)
    {
      g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
                           _ ("An object of the JSON text has the same key twice"));
      return NULL;
    }
  return g_steal_pointer (&root);
}

JsonNode *
gram_json_parse_file (const char *path, GError **error)
{
  /* One byte more than allowed, so that a file that is too large shows itself, however it grows. */
  g_autofree char *text = g_malloc (GRAM_JSON_MAX_SIZE + 1);
  g_autofd int fd = -1;
  gssize got = 1;
  gsize n = 0;

  g_return_val_if_fail (path != NULL, NULL);

  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  while (fd >= 0 && got != 0 && n <= GRAM_JSON_MAX_SIZE)
    {
      got = read (fd, text + n, GRAM_JSON_MAX_SIZE + 1 - n);
      if (got < 0 && errno != EINTR)
        break;
      n += got > 0 ? (gsize)got : 0;
    }
  if (fd < 0 || got < 0)
    {
      int code = errno;

      g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ,
                   _ ("The file “%s” cannot be read: %s"), path, g_strerror (code));
      return NULL;
    }
  if (n > GRAM_JSON_MAX_SIZE)
    return set_too_large (error);
  return gram_json_parse (text, (gssize)n, error);
}

GramJson
gram_json_root (JsonNode *node)
{
  return (GramJson){ .node = node };
}

static void
append_path (GString *path, const GramJson *at)
{
  if (at->parent == NULL)
    {
      g_string_append_c (path, '$');
      return;
    }
  append_path (path, at->parent);
  if (at->member != NULL)
    g_string_append_printf (path, ".%s", at->member);
  else
    g_string_append_printf (path, "[%u]", at->element);
}

char *
gram_json_dup_path (const GramJson *at)
{
  GString *path;

  g_return_val_if_fail (at != NULL, NULL);

  path = g_string_new (NULL);
  append_path (path, at);
  return g_string_free_and_steal (path);
}

gboolean
gram_json_set_error (const GramJson *at, GError **error, const char *format, ...)
{
  g_autofree char *path = gram_json_dup_path (at);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_MEMBER, "%s: %s", path, message);
  return FALSE;
}

gboolean
gram_json_has (const GramJson *at, const char *member)
{
  JsonNode *node;

  g_return_val_if_fail (at != NULL, FALSE);

  if (!JSON_NODE_HOLDS_OBJECT (at->node))
    return FALSE;
  node = json_object_get_member (json_node_get_object (at->node), member);
  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

gboolean
gram_json_check_members (const GramJson *at, const char *const *allowed, GError **error)
{
  JsonObjectIter iter;
  const char *name;

  g_return_val_if_fail (at != NULL, FALSE);

  if (!JSON_NODE_HOLDS_OBJECT (at->node))
    return gram_json_set_error (at, error, _ ("an object is expected"));
  json_object_iter_init_ordered (&iter, json_node_get_object (at->node));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (allowed, name))
      {
        GramJson child = { .parent = at, .member = name };

        return gram_json_set_error (&child, error, _ ("this member is not known"));
      }
  return TRUE;
}

gboolean
gram_json_get (const GramJson *at, const char *member, GramJson *value, GError **error)
{
  g_return_val_if_fail (at != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  *value = (GramJson){ .parent = at, .member = member };
  if (!JSON_NODE_HOLDS_OBJECT (at->node))
    return gram_json_set_error (at, error, _ ("an object is expected"));
  if (!gram_json_has (at, member))
    return gram_json_set_error (value, error, _ ("this member is missing"));
  value->node = json_object_get_member (json_node_get_object (at->node), member);
  return TRUE;
}

gboolean
gram_json_get_object (const GramJson *at, const char *member, GramJson *value, GError **error)
{
  if (!gram_json_get (at, member, value, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (value->node))
    return gram_json_set_error (value, error, _ ("an object is expected"));
  return TRUE;
}

gboolean
gram_json_get_array (const GramJson *at,
                     const char *member,
                     GramJson *value,
                     guint *n_elements,
                     GError **error)
{
  if (!gram_json_get (at, member, value, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (value->node))
    return gram_json_set_error (value, error, _ ("a list is expected"));
  if (n_elements != NULL)
    *n_elements = json_array_get_length (json_node_get_array (value->node));
  return TRUE;
}

GramJson
gram_json_get_element (const GramJson *at, guint element)
{
  JsonArray *array = json_node_get_array (at->node);

  g_assert (element < json_array_get_length (array));

  return (GramJson){ .node = json_array_get_element (array, element),
                     .parent = at,
                     .element = element };
}

gboolean
gram_json_as_text (const GramJson *at, const char **value, GError **error)
{
  g_return_val_if_fail (at != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (!JSON_NODE_HOLDS_VALUE (at->node) || json_node_get_value_type (at->node) != G_TYPE_STRING)
    return gram_json_set_error (at, error, _ ("a text in quotes is expected"));
  *value = json_node_get_string (at->node);
  return TRUE;
}

gboolean
gram_json_get_text (const GramJson *at, const char *member, const char **value, GError **error)
{
  GramJson child;

  return gram_json_get (at, member, &child, error) && gram_json_as_text (&child, value, error);
}

gboolean
gram_json_get_integer (const GramJson *at,
                       const char *member,
                       gint64 least,
                       gint64 most,
                       gint64 *value,
                       GError **error)
{
  GramJson child;
  gint64 number;

  g_return_val_if_fail (value != NULL, FALSE);

  if (!gram_json_get (at, member, &child, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (child.node) || json_node_get_value_type (child.node) != G_TYPE_INT64)
    return gram_json_set_error (&child, error, _ ("a whole number is expected"));
  number = json_node_get_int (child.node);
  if (number < least || number > most)
    return gram_json_set_error (&child, error,
                                _ ("the number must lie between %" PRId64 " and %" PRId64), least,
                                most);
  *value = number;
  return TRUE;
}

gboolean
gram_json_get_boolean (const GramJson *at, const char *member, gboolean *value, GError **error)
{
  GramJson child;

  g_return_val_if_fail (value != NULL, FALSE);

  if (!gram_json_get (at, member, &child, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (child.node)
      || json_node_get_value_type (child.node) != G_TYPE_BOOLEAN)
    return gram_json_set_error (&child, error, _ ("true or false is expected"));
  *value = json_node_get_boolean (child.node);
  return TRUE;
}

gboolean
gram_json_get_decimal (const GramJson *at,
                       const char *member,
                       guint places,
                       gint64 *value,
                       GError **error)
{
  g_autoptr (GError) reason = NULL;
  const char *text;

  g_return_val_if_fail (value != NULL, FALSE);

  if (!gram_json_get_text (at, member, &text, error))
    return FALSE;
  if (!gram_decimal_parse (text, places, value, &reason))
    {
      GramJson child = { .parent = at, .member = member };

      return gram_json_set_error (&child, error, "%s", reason->message);
    }
  return TRUE;
}
