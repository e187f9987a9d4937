/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-json-variant.h"

static void
test_plain (void)
{
  static const struct
  {
    const char *json;
    const char *variant;
  } cases[] = {
    { "\"x\"", "'x'" },
    { "7", "int64 7" },
    { "true", "true" },
    { "[]", "@as []" },
    { "[\"a\",\"b\"]", "['a', 'b']" },
    { "[1,2]", "[int64 1, 2]" },
    { "[true]", "[true]" },
    { "[1,\"a\"]", "[<int64 1>, <'a'>]" },
    { "[[1]]", "[<[int64 1]>]" },
    { "[{\"a\":1}]", "[{'a': <int64 1>}]" },
    { "{\"a\":{\"b\":[\"c\"]}}", "{'a': <{'b': <['c']>}>}" },
    { "{\"a\":null}", "@a{sv} {}" },
    { "1.5", "$: a number with a fraction or an exponent may not stand here; write amounts as a "
             "text, for example \"12.50\"" },
    { "{\"a\":{\"b\":1e3}}", "$.a.b: a number with a fraction or an exponent may not stand here; "
                             "write amounts as a text, for example \"12.50\"" },
    { "[1,null]", "$[1]: null may not stand here" },
    { "null", "$: null may not stand here" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = gram_json_parse (cases[i].json, -1, NULL);
      GramJson root = gram_json_root (node);
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = gram_json_to_variant (&root, NULL, &error);
      g_autofree char *text
          = value == NULL ? g_strdup (error->message) : g_variant_print (value, TRUE);

      g_assert_cmpstr (text, ==, cases[i].variant);
      g_assert_true (value == NULL || !g_variant_is_floating (value));
    }
}

static void
test_signature (void)
{
  static const GramJsonMember members[] = {
    { "account", "s", TRUE },     { "ids", "ax", FALSE },      { "names", "as", FALSE },
    { "flag", "b", FALSE },       { "count", "i", FALSE },     { "size", "u", FALSE },
    { "filter", "a{sv}", FALSE }, { "words", "a{ss}", FALSE }, { "any", "v", FALSE },
  };
  static const struct
  {
    const char *json;
    const char *variant;
  } cases[] = {
    { "{\"account\":\"1\"}", "{'account': <'1'>}" },
    { "{\"names\":[],\"account\":\"1\",\"ids\":[]}",
      "{'account': <'1'>, 'ids': <@ax []>, 'names': <@as []>}" },
    { "{\"account\":\"1\",\"count\":-7,\"size\":7}",
      "{'account': <'1'>, 'count': <-7>, 'size': <uint32 7>}" },
    { "{\"account\":\"1\",\"filter\":{\"x\":1},\"words\":{\"k\":\"v\"}}",
      "{'account': <'1'>, 'filter': <{'x': <int64 1>}>, 'words': <{'k': 'v'}>}" },
    { "{\"account\":\"1\",\"any\":[\"q\"],\"flag\":null}", "{'account': <'1'>, 'any': <['q']>}" },
    { "{}", "$.account: this member is missing" },
    { "{\"account\":1}", "$.account: a text in quotes is expected" },
    { "{\"account\":\"1\",\"other\":1}", "$.other: this member is not known" },
    { "{\"account\":\"1\",\"ids\":[1,2.5]}", "$.ids[1]: a whole number is expected" },
    { "{\"account\":\"1\",\"ids\":\"1\"}", "$.ids: a list is expected" },
    { "{\"account\":\"1\",\"size\":-1}", "$.size: the number is out of range" },
    { "{\"account\":\"1\",\"count\":2147483648}", "$.count: the number is out of range" },
    { "{\"account\":\"1\",\"words\":{\"k\":1}}", "$.words.k: a text in quotes is expected" },
    { "{\"account\":\"1\",\"flag\":1}", "$.flag: true or false is expected" },
    { "[]", "$: an object is expected" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = gram_json_parse (cases[i].json, -1, NULL);
      GramJson root = gram_json_root (node);
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value
          = gram_json_to_vardict (&root, members, G_N_ELEMENTS (members), &error);
      g_autofree char *text
          = value == NULL ? g_strdup (error->message) : g_variant_print (value, TRUE);

      g_assert_cmpstr (text, ==, cases[i].variant);
    }
}

static void
test_print (void)
{
  static const struct
  {
    const char *variant;
    const char *json;
  } cases[] = {
    { "{'b': <1>, 'a': <int64 -9223372036854775808>, 'B': <uint64 18446744073709551615>}",
      "{\"B\":18446744073709551615,\"a\":-9223372036854775808,\"b\":1}" },
    { "@a{sv} {}", "{}" },
    { "@as []", "[]" },
    { "['x', 'é€', '\\\"\\\\\\n\\t\\u0001/']", "[\"x\",\"é€\",\"\\\"\\\\\\n\\t\\u0001/\"]" },
    { "(1, 'x', true)", "[1,\"x\",true]" },
    { "@ms nothing", "null" },
    { "@ms 'x'", "\"x\"" },
    { "<<7>>", "7" },
    { "[byte 0x00, 0xff]", "\"00ff\"" },
    { "{'k': {'z': 1, 'y': 2}}", "{\"k\":{\"y\":2,\"z\":1}}" },
    { "[int16 -1]", "[-1]" },
    { "[uint16 1]", "[1]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = g_variant_parse (NULL, cases[i].variant, NULL, NULL, &error);
      g_autofree char *json = NULL;

      g_assert_no_error (error);
      json = gram_json_from_variant (value);
      g_assert_cmpstr (json, ==, cases[i].json);
    }
}

static void
test_indented (void)
{
  g_autoptr (GVariant) value
      = g_variant_parse (NULL, "{'b': <[1, 2]>, 'a': <@as []>}", NULL, NULL, NULL);
  g_autofree char *json = gram_json_from_variant_indented (value);

  g_assert_cmpstr (json, ==, "{\n  \"a\": [],\n  \"b\": [\n    1,\n    2\n  ]\n}\n");
}

/* The journal hashes canonical text: it must survive being read and written again. */
static void
test_round_trip (void)
{
  static const char text[]
      = "{\"account\":\"10000018\",\"filter\":{\"search\":\"„zv\\\"w\\u0001“\","
        "\"statuses\":[\"ready\"]},\"n\":-7,\"vehicles\":[1,2,3],\"yes\":true}";
  g_autoptr (JsonNode) node = gram_json_parse (text, -1, NULL);
  GramJson root = gram_json_root (node);
  g_autoptr (GVariant) value = gram_json_to_variant (&root, NULL, NULL);
  g_autofree char *again = gram_json_from_variant (value);

  g_assert_cmpstr (again, ==, text);
}

static void
test_double (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_double (1));
      g_autofree char *json = gram_json_from_variant (value);

      g_assert_nonnull (json);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*No JSON for a value of type d*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-variant/plain", test_plain);
  g_test_add_func ("/json-variant/signature", test_signature);
  g_test_add_func ("/json-variant/print", test_print);
  g_test_add_func ("/json-variant/indented", test_indented);
  g_test_add_func ("/json-variant/round-trip", test_round_trip);
  g_test_add_func ("/json-variant/double", test_double);
  return g_test_run ();
}
