/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-json.h"

#include <string.h>

#include "gram-test-dir.h"

static void
test_strict (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "{}", 0 },
    { "[1, -2, \"x\", true, null]", 0 },
    { "{\"a\": {\"a\": 1}, \"b\": {\"a\": 2}}", 0 },
    { "{\"a:b\": \"c:d\\\":\"}", 0 },
    { "9223372036854775807", 0 },
    { "-9223372036854775808", 0 },
    { "1.5", 0 },
    { "", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "  ", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "{", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "{\"a\":1}{\"a\":2}", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "{\"a\":1} // x", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "/* x */ {}", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "{'a':1}", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "var x = 1", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "[1,]", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "[01]", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "[NaN]", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "[\"\377\"]", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "[\"a\\u0000b\"]", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "[\"\\ud800\"]", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "{\"a\":1,\"a\":2}", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "[{\"a\":1,\"\\u0061\":2}]", GRAM_EXCHANGE_ERROR_SYNTAX },
    { "9223372036854775808", GRAM_EXCHANGE_ERROR_LIMIT },
    { "[-9223372036854775809]", GRAM_EXCHANGE_ERROR_LIMIT },
    { "[100000000000000000000000000]", GRAM_EXCHANGE_ERROR_LIMIT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = gram_json_parse (cases[i].text, -1, &error);

      g_assert_true ((node == NULL) == (cases[i].code != 0));
      if (cases[i].code == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, GRAM_EXCHANGE_ERROR, cases[i].code);
    }
}

static char *
nested (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  return g_string_free_and_steal (text);
}

static void
test_limits (void)
{
  g_autofree char *deep = nested (GRAM_JSON_MAX_DEPTH);
  g_autofree char *deeper = nested (GRAM_JSON_MAX_DEPTH + 1);
  g_autofree char *deepest = nested (1000000);
  g_autofree char *large = g_strnfill (GRAM_JSON_MAX_SIZE + 1, ' ');
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "large.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = gram_json_parse (deep, -1, &error);

  g_assert_no_error (error);
  g_assert_null (gram_json_parse (deeper, -1, &error));
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (gram_json_parse (deepest, -1, &error));
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (gram_json_parse (large, -1, &error));
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT);
  g_clear_error (&error);

  g_file_set_contents (path, large, -1, &error);
  g_assert_no_error (error);
  g_assert_null (gram_json_parse_file (path, &error));
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (gram_json_parse_file ("/nowhere.json", &error));
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ);
}

static void
test_access (void)
{
  static const char *const members[]
      = { "text", "number", "flag", "price", "list", "nothing", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node
      = gram_json_parse ("{\"text\": \"x\", \"number\": 7, \"flag\": true, \"price\": \"12.5\", "
                         "\"list\": [{\"from\": 1.5}], \"nothing\": null}",
                         -1, &error);
  GramJson root = gram_json_root (node);
  GramJson list;
  GramJson element;
  const char *text;
  gint64 number;
  gboolean flag;
  guint n;

  g_assert_true (gram_json_check_members (&root, members, &error));
  g_assert_true (gram_json_get_text (&root, "text", &text, &error));
  g_assert_cmpstr (text, ==, "x");
  g_assert_true (gram_json_get_integer (&root, "number", 0, 7, &number, &error));
  g_assert_cmpint (number, ==, 7);
  g_assert_true (gram_json_get_boolean (&root, "flag", &flag, &error));
  g_assert_true (flag);
  g_assert_true (gram_json_get_decimal (&root, "price", 2, &number, &error));
  g_assert_cmpint (number, ==, 1250);
  g_assert_true (gram_json_get_array (&root, "list", &list, &n, &error));
  g_assert_cmpuint (n, ==, 1);
  element = gram_json_get_element (&list, 0);
  g_assert_false (gram_json_get_integer (&element, "from", 0, 9, &number, &error));
  g_assert_cmpstr (error->message, ==, "$.list[0].from: a whole number is expected");
  g_assert_false (gram_json_has (&root, "nothing"));
}

static void
test_messages (void)
{
  static const struct
  {
    const char *member;
    char kind;
    const char *message;
  } cases[] = {
    { "absent", 't', "$.absent: this member is missing" },
    { "nothing", 't', "$.nothing: this member is missing" },
    { "number", 't', "$.number: a text in quotes is expected" },
    { "text", 'i', "$.text: a whole number is expected" },
    { "flag", 'i', "$.flag: a whole number is expected" },
    { "half", 'i', "$.half: a whole number is expected" },
    { "exponent", 'i', "$.exponent: a whole number is expected" },
    { "large", 'i', "$.large: the number must lie between 0 and 9" },
    { "number", 'b', "$.number: true or false is expected" },
    { "number", 'd', "$.number: a text in quotes is expected" },
    { "text", 'o', "$.text: an object is expected" },
    { "text", 'a', "$.text: a list is expected" },
  };
  g_autoptr (JsonNode) node
      = gram_json_parse ("{\"text\": \"x\", \"number\": 7, \"flag\": true, \"half\": 0.5, "
                         "\"exponent\": 1e3, \"large\": 10, \"nothing\": null}",
                         -1, NULL);
  GramJson root = gram_json_root (node);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *member = cases[i].member;
      GramJson child;
      const char *text;
      gint64 number;
      gboolean flag;
      gboolean good
          = cases[i].kind == 't'   ? gram_json_get_text (&root, member, &text, &error)
            : cases[i].kind == 'i' ? gram_json_get_integer (&root, member, 0, 9, &number, &error)
            : cases[i].kind == 'b' ? gram_json_get_boolean (&root, member, &flag, &error)
            : cases[i].kind == 'd' ? gram_json_get_decimal (&root, member, 6, &number, &error)
            : cases[i].kind == 'o' ? gram_json_get_object (&root, member, &child, &error)
                                   : gram_json_get_array (&root, member, &child, NULL, &error);

      g_assert_false (good);
      g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_MEMBER);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_unknown_member (void)
{
  static const char *const members[] = { "a", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) object = gram_json_parse ("{\"a\": 1, \"b\": 2}", -1, NULL);
  g_autoptr (JsonNode) list = gram_json_parse ("[]", -1, NULL);
  GramJson at_object = gram_json_root (object);
  GramJson at_list = gram_json_root (list);

  g_assert_false (gram_json_check_members (&at_object, members, &error));
  g_assert_cmpstr (error->message, ==, "$.b: this member is not known");
  g_clear_error (&error);
  g_assert_false (gram_json_check_members (&at_list, members, &error));
  g_assert_cmpstr (error->message, ==, "$: an object is expected");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/strict", test_strict);
  g_test_add_func ("/json/limits", test_limits);
  g_test_add_func ("/json/access", test_access);
  g_test_add_func ("/json/messages", test_messages);
  g_test_add_func ("/json/unknown-member", test_unknown_member);
  return g_test_run ();
}
