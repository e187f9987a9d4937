/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-reader.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "gram-table-jsonl.h"
#include "gram-test-table.h"

static const GramTableLayout lines = { GRAM_TABLE_JSONL, GRAM_TABLE_UTF8, ',' };

static char *
dump (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gram_test_dump (bytes, &lines);
}

static void
test_forms (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "ERROR The file has no JSON object on a line of its own" },
    { "[1]\n7\n", "ERROR The file has no JSON object on a line of its own" },
    { "{\"a\":\"x\",\"b\":12.50}", "<a><b> | <x><12.50>" },
    { "\357\273\277{\"a\":1}\r\n\r\n{\"a\":2}\r\n", "<a> | <1> | <2>" },
    { "{\"a\":1}\n{\"b\":2,\"a\":3}", "<a><b> | <1><> | <3><2>" },
    { " { \"a\" : true , \"b\" : null , \"c\" : false } ", "<a><b><c> | <true><><false>" },
    { "{\"a\":-0.5e+10}\n{\"a\":0}", "<a> | <-0.5e+10> | <0>" },
    { "{\"a\":9223372036854775808}", "<a> | <9223372036854775808>" },
    { "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", "<a> | <\"\\/\b\f\n\r\t>" },
    { "{\"a\":\"\\u20ac\\ud83d\\udc00\"}", "<a> | <€\360\237\220\200>" },
    { "{\"a\":1}\n{\"a\":1,}\n{\"a\":2}", "<a> | <1> | <>!5 | <2>" },
    { "{\"a\":1}\n{\"a\":1} x\n", "<a> | <1> | <>!5" },
    { "{\"a\":1}\n{\"a\":{}}\n{\"a\":[]}\n", "<a> | <1> | <>!5 | <>!5" },
    { "{\"a\":1}\n{\"a\":01}\n{\"a\":+1}\n{\"a\":1.}\n{\"a\":.5}\n{\"a\":1e}\n{\"a\":-}\n",
      "<a> | <1> | <>!5 | <>!5 | <>!5 | <>!5 | <>!5 | <>!5" },
    { "{\"a\":1}\n{\"a\":\"\\u0000\"}\n{\"a\":\"\\ud800\"}\n{\"a\":\"\\udc00\"}\n{\"a\":\"\\x\"}\n",
      "<a> | <1> | <>!5 | <>!5 | <>!5 | <>!5" },
    { "{\"a\":1}\n{\"a\":tru}\n{'a':1}\n{a:1}\n{\"a\" 1}\n{\"a\":\n",
      "<a> | <1> | <>!5 | <>!5 | <>!5 | <>!5 | <>!5" },
    { "{\"a\":1}\n{\"a\":1,\"a\":2}\n", "<a> | <1> | <1>!7(a)" },
    { "{\"a\":1}\n{\"a\":\"\303\"}\n", "<a> | <1> | <>!3" },
    { "{\"a\":1}\n{}\n{\"a\":\"\t\"}\n", "<a> | <1> | <> | <>!5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dump (cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Members that appear only after the first 64 KiB are no columns: the row says so. */
static void
test_late_member (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *found = NULL;

  for (int i = 0; i < 8000; i++)
    g_string_append (text, "{\"a\":\"xyz\"}\n");
  g_string_append (text, "{\"a\":\"last\",\"late\":1}\n");
  found = dump (text->str);
  g_assert_true (g_str_has_suffix (found, " | <last>!6(late)"));
  g_string_free (text, TRUE);
}

static gboolean
glib_takes (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObjectIter iter;
  JsonNode *node;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, -1, NULL)
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, NULL, &node))
    if (!JSON_NODE_HOLDS_VALUE (node) && !JSON_NODE_HOLDS_NULL (node))
      return FALSE;
  return TRUE;
}

static gboolean
we_take (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  GramJsonlScan scan;
  GramSlice key;
  GramSlice value;
  GramTableStep step = gram_jsonl_begin (&scan, copy) ? GRAM_TABLE_ROW : GRAM_TABLE_ERROR;

  while (step == GRAM_TABLE_ROW)
    step = gram_jsonl_next (&scan, &key, &value);
  return step == GRAM_TABLE_DONE;
}

/* What our scanner takes, json-glib's strict parser takes, and the other way round. */
static void
test_like_json_glib (void)
{
  static const char *const pieces[] = {
    "}", "\"", "a",    ":",    ",",       "1",   "-", ".",       "e",
    "+", "0",  "true", "null", "\\u0041", "\\n", " ", "\"a\":1", "\"b\"",
  };
  int n_valid = 0;

  for (int round = 0; round < 100000; round++)
    {
      g_autoptr (GString) text = g_string_new ("{\"a\":");

      for (int i = g_test_rand_int_range (0, 6); i >= 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_string_append_c (text, '}');
      if (we_take (text->str) != glib_takes (text->str))
        g_error ("%s: we %d", text->str, we_take (text->str));
      n_valid += we_take (text->str);
    }
  g_assert_cmpint (n_valid, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-jsonl/forms", test_forms);
  g_test_add_func ("/table-jsonl/late-member", test_late_member);
  g_test_add_func ("/table-jsonl/like-json-glib", test_like_json_glib);
  return g_test_run ();
}
