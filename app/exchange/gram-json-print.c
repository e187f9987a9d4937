/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gram-json-variant.h"

typedef struct
{
  GString *text;
  gboolean indented;
  guint level;
} Printer;

static void print_value (Printer *printer, GVariant *value);

void
gram_json_append_string (GString *text, const char *string, gssize length)
{
  static const char named[] = "\"\\\b\f\n\r\t";
  static const char names[] = "\"\\bfnrt";
  const char *end = string + (length < 0 ? (gssize)strlen (string) : length);

  g_string_append_c (text, '"');
  while (string < end)
    {
      const char *from = string;
      const char *name;

      while (string < end && (guchar)*string >= 0x20 && *string != '"' && *string != '\\')
        string++;
      g_string_append_len (text, from, string - from);
      if (string == end)
        break;
      name = *string == '\0' ? NULL : strchr (named, *string);
      if (name != NULL)
        g_string_append_printf (text, "\\%c", names[name - named]);
      else
        g_string_append_printf (text, "\\u%04x", (guint)(guchar)*string);
      string++;
    }
  g_string_append_c (text, '"');
}

static void
new_line (Printer *printer)
{
  if (!printer->indented)
    return;
  g_string_append_c (printer->text, '\n');
  for (guint i = 0; i < printer->level; i++)
    g_string_append (printer->text, "  ");
}

static void
open_bracket (Printer *printer, char bracket)
{
  g_string_append_c (printer->text, bracket);
  printer->level++;
}

static void
close_bracket (Printer *printer, char bracket, gboolean empty)
{
  printer->level--;
  if (!empty)
    new_line (printer);
  g_string_append_c (printer->text, bracket);
}

static void
begin_element (Printer *printer, gsize place)
{
  if (place > 0)
    g_string_append_c (printer->text, ',');
  new_line (printer);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  g_autoptr (GVariant) first = g_variant_get_child_value (*(GVariant *const *)a, 0);
  g_autoptr (GVariant) second = g_variant_get_child_value (*(GVariant *const *)b, 0);

  return strcmp (g_variant_get_string (first, NULL), g_variant_get_string (second, NULL));
}

static void
print_dictionary (Printer *printer, GVariant *value)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    g_ptr_array_add (entries, g_variant_get_child_value (value, i));
  g_ptr_array_sort (entries, compare_entries);
  open_bracket (printer, '{');
  for (guint i = 0; i < entries->len; i++)
    {
      GVariant *entry = g_ptr_array_index (entries, i);
      g_autoptr (GVariant) key = g_variant_get_child_value (entry, 0);
      g_autoptr (GVariant) child = g_variant_get_child_value (entry, 1);

      begin_element (printer, i);
      gram_json_append_string (printer->text, g_variant_get_string (key, NULL), -1);
      g_string_append (printer->text, printer->indented ? ": " : ":");
      print_value (printer, child);
    }
  close_bracket (printer, '}', entries->len == 0);
}

static void
print_list (Printer *printer, GVariant *value)
{
  gsize n = g_variant_n_children (value);

  open_bracket (printer, '[');
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);

      begin_element (printer, i);
      print_value (printer, child);
    }
  close_bracket (printer, ']', n == 0);
}

static void
print_bytes (Printer *printer, GVariant *value)
{
  gsize n;
  const guint8 *bytes = g_variant_get_fixed_array (value, &n, 1);

  g_string_append_c (printer->text, '"');
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (printer->text, "%02x", bytes[i]);
  g_string_append_c (printer->text, '"');
}

static void
print_array (Printer *printer, GVariant *value)
{
  const GVariantType *element = g_variant_type_element (g_variant_get_type (value));

  if (g_variant_type_is_dict_entry (element))
    {
      g_return_if_fail (g_variant_type_equal (g_variant_type_key (element), G_VARIANT_TYPE_STRING));
      print_dictionary (printer, value);
    }
  else if (g_variant_type_equal (element, G_VARIANT_TYPE_BYTE))
    print_bytes (printer, value);
  else
    print_list (printer, value);
}

static void
print_child (Printer *printer, GVariant *value)
{
  g_autoptr (GVariant) child = NULL;

  if (g_variant_n_children (value) == 0)
    {
      g_string_append (printer->text, "null");
      return;
    }
  child = g_variant_get_child_value (value, 0);
  print_value (printer, child);
}

static void
print_value (Printer *printer, GVariant *value)
{
  GString *text = printer->text;

  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_STRING:
    case G_VARIANT_CLASS_OBJECT_PATH:
    case G_VARIANT_CLASS_SIGNATURE:
      gram_json_append_string (text, g_variant_get_string (value, NULL), -1);
      break;
    case G_VARIANT_CLASS_BOOLEAN:
      g_string_append (text, g_variant_get_boolean (value) ? "true" : "false");
      break;
    case G_VARIANT_CLASS_BYTE:
      g_string_append_printf (text, "%u", g_variant_get_byte (value));
      break;
    case G_VARIANT_CLASS_INT16:
      g_string_append_printf (text, "%d", g_variant_get_int16 (value));
      break;
    case G_VARIANT_CLASS_UINT16:
      g_string_append_printf (text, "%u", g_variant_get_uint16 (value));
      break;
    case G_VARIANT_CLASS_INT32:
      g_string_append_printf (text, "%d", g_variant_get_int32 (value));
      break;
    case G_VARIANT_CLASS_UINT32:
      g_string_append_printf (text, "%u", g_variant_get_uint32 (value));
      break;
    case G_VARIANT_CLASS_INT64:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, g_variant_get_int64 (value));
      break;
    case G_VARIANT_CLASS_UINT64:
      g_string_append_printf (text, "%" G_GUINT64_FORMAT, g_variant_get_uint64 (value));
      break;
    case G_VARIANT_CLASS_VARIANT:
    case G_VARIANT_CLASS_MAYBE:
      print_child (printer, value);
      break;
    case G_VARIANT_CLASS_ARRAY:
      print_array (printer, value);
      break;
    case G_VARIANT_CLASS_TUPLE:
      print_list (printer, value);
      break;
    case G_VARIANT_CLASS_DOUBLE:
    case G_VARIANT_CLASS_HANDLE:
    case G_VARIANT_CLASS_DICT_ENTRY:
    default:
      g_error ("No JSON for a value of type %s", g_variant_get_type_string (value));
    }
}

char *
gram_json_from_variant (GVariant *value)
{
  Printer printer = { .indented = FALSE };

  g_return_val_if_fail (value != NULL, NULL);

  printer.text = g_string_new (NULL);
  print_value (&printer, value);
  return g_string_free_and_steal (printer.text);
}

char *
gram_json_from_variant_indented (GVariant *value)
{
  Printer printer = { .indented = TRUE };

  g_return_val_if_fail (value != NULL, NULL);

  printer.text = g_string_new (NULL);
  print_value (&printer, value);
  g_string_append_c (printer.text, '\n');
  return g_string_free_and_steal (printer.text);
}
