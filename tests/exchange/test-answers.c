/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-answers.h"

#include <glib/gstdio.h>
#include <string.h>

#define UPHELD                                                                                     \
  "{\"account\":\"10000016\",\"case\":12,\"chassis\":\"ZVW30-1234567\",\"claimed\":\"98.5\","      \
  "\"decided_on\":\"2026-11-22\",\"dispute\":\"value\",\"field\":\"co2\",\"kind\":\"dispute\","    \
  "\"outcome\":\"upheld\",\"reason\":\"The certificate says so.\",\"stated\":\"104\","             \
  "\"values\":{\"co2\":\"98.5\",\"test_cycle\":\"WLTP\"}}"

#define DECLINED                                                                                   \
  "{\"account\":\"10000016\",\"case\":13,\"decided_on\":\"2026-11-22\",\"dispute\":\"not-ours\","  \
  "\"kind\":\"correction\",\"outcome\":\"not-upheld\",\"reason\":\"a\\nb\","                       \
  "\"vin\":\"1M8GDM9AXKP042788\"}"

#define MOVED                                                                                      \
  "{\"account\":\"10000016\",\"case\":14,\"decided_on\":\"2026-11-22\",\"dispute\":\"not-ours\","  \
  "\"kind\":\"dispute\",\"outcome\":\"upheld\",\"register_key\":\"eea:2024:118273\","              \
  "\"right_account\":\"10000024\"}"

#define MISSING                                                                                    \
  "{\"account\":\"10000016\",\"case\":15,\"decided_on\":\"2026-11-22\",\"dispute\":\"missing\","   \
  "\"kind\":\"dispute\",\"outcome\":\"upheld\",\"values\":{\"co2\":\"0\",\"make\":\"Nissan\"},"    \
  "\"vin\":\"1M8GDM9AXKP042788\"}"

/* What is written is read, and what was read is written just so. */
static void
test_round_trip (void)
{
  static const char *const lines[] = { UPHELD, DECLINED, MOVED, MISSING };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GramAnswer) answer = gram_answer_from_line (lines[i], -1, &error);
      g_autofree char *line = NULL;

      g_assert_no_error (error);
      line = gram_answer_to_line (answer);
      g_assert_cmpstr (line, ==, lines[i]);
    }
}

static void
test_fields (void)
{
  g_autoptr (GramAnswer) upheld = gram_answer_from_line (UPHELD, -1, NULL);
  g_autoptr (GramAnswer) declined = gram_answer_from_line (DECLINED, -1, NULL);
  g_autoptr (GramAnswer) moved = gram_answer_from_line (MOVED, -1, NULL);
  gsize co2 = (gsize)(gram_vehicle_field_find ("co2") - gram_vehicle_fields ());
  gsize mass = (gsize)(gram_vehicle_field_find ("mass") - gram_vehicle_fields ());

  g_assert_cmpint (upheld->number, ==, 12);
  g_assert_cmpint (upheld->kind, ==, GRAM_CASE_DISPUTE);
  g_assert_cmpint (upheld->dispute, ==, GRAM_DISPUTE_VALUE);
  g_assert_cmpint (upheld->outcome, ==, GRAM_CASE_UPHELD);
  g_assert_cmpstr (upheld->account, ==, "10000016");
  g_assert_cmpstr (upheld->chassis, ==, "ZVW30-1234567");
  g_assert_null (upheld->vin);
  g_assert_cmpstr (upheld->field, ==, "co2");
  g_assert_cmpstr (upheld->stated, ==, "104");
  g_assert_cmpstr (upheld->claimed, ==, "98.5");
  g_assert_cmpstr (upheld->values[co2], ==, "98.5");
  g_assert_null (upheld->values[mass]);
  g_assert_cmpint (gram_date_compare (upheld->decided_on, gram_date_make (2026, 11, 22)), ==, 0);
  g_assert_cmpint (declined->kind, ==, GRAM_CASE_CORRECTION);
  g_assert_cmpint (declined->outcome, ==, GRAM_CASE_NOT_UPHELD);
  g_assert_cmpstr (declined->reason, ==, "a\nb");
  g_assert_cmpstr (moved->right_account, ==, "10000024");
  g_assert_null (moved->reason);
  g_assert_false (gram_answer_set_value (moved, "colour", "red"));
}

/* A mistake made in a line that is right, and what the error has to say. */
static const struct
{
  const char *line;
  const char *from;
  const char *to;
  int code;
  const char *says;
} mistakes[] = {
  { UPHELD, "\"case\":12", "\"case\":0", GRAM_EXCHANGE_ERROR_MEMBER, "$.case" },
  { UPHELD, "\"case\":12", "\"case\":\"12\"", GRAM_EXCHANGE_ERROR_MEMBER, "$.case" },
  { UPHELD, "\"case\":12", "\"case\":1.5", GRAM_EXCHANGE_ERROR_MEMBER, "$.case" },
  { UPHELD, "\"case\":12", "\"case\":12,\"case\":13", GRAM_EXCHANGE_ERROR_SYNTAX, "" },
  { UPHELD, "\"case\":12", "\"case\":99999999999999999999", GRAM_EXCHANGE_ERROR_LIMIT, "" },
  { UPHELD, "\"case\":12,", "", GRAM_EXCHANGE_ERROR_MEMBER, "$.case" },
  { UPHELD, "\"case\":12", "\"case\":12,\"note\":\"x\"", GRAM_EXCHANGE_ERROR_MEMBER, "$.note" },
  { UPHELD, "\"account\":\"10000016\"", "\"account\":\"10000017\"", GRAM_EXCHANGE_ERROR_MEMBER,
    "$.account" },
  { UPHELD, "\"account\":\"10000016\"", "\"account\":\"1000 0016\"", GRAM_EXCHANGE_ERROR_MEMBER,
    "$.account: “1000 0016” has to be written as “10000016”" },
  { UPHELD, "2026-11-22", "22/11/2026", GRAM_EXCHANGE_ERROR_MEMBER, "$.decided_on" },
  { UPHELD, "\"dispute\":\"value\"", "\"dispute\":\"price\"", GRAM_EXCHANGE_ERROR_MEMBER,
    "$.dispute: “price” is not known" },
  { UPHELD, "\"kind\":\"dispute\"", "\"kind\":\"aml\"", GRAM_EXCHANGE_ERROR_MEMBER,
    "only disputes and corrections" },
  { UPHELD, "\"outcome\":\"upheld\"", "\"outcome\":\"approved\"", GRAM_EXCHANGE_ERROR_MEMBER,
    "upheld or not-upheld" },
  { UPHELD, "\"outcome\":\"upheld\"", "\"outcome\":\"not-upheld\"", GRAM_EXCHANGE_ERROR_MEMBER,
    "neither values nor another account" },
  { UPHELD, "\"field\":\"co2\"", "\"field\":\"colour\"", GRAM_EXCHANGE_ERROR_MEMBER,
    "no field “colour”" },
  { UPHELD, "\"field\":\"co2\",", "", GRAM_EXCHANGE_ERROR_MEMBER, "a disputed value has a field" },
  { UPHELD, "\"claimed\":\"98.5\"", "\"claimed\":\"98.50\"", GRAM_EXCHANGE_ERROR_MEMBER,
    "“98.50” has to be written as “98.5”" },
  { UPHELD, "\"claimed\":\"98.5\"", "\"claimed\":98.5", GRAM_EXCHANGE_ERROR_MEMBER, "$.claimed" },
  { UPHELD, "\"values\":{\"co2\":\"98.5\"", "\"values\":{\"co2\":\"many\"",
    GRAM_EXCHANGE_ERROR_MEMBER, "$.values.co2: CO₂ value: " },
  { UPHELD, "\"values\":{\"co2\":\"98.5\"", "\"values\":{\"colour\":\"red\"",
    GRAM_EXCHANGE_ERROR_MEMBER, "$.values.colour: vehicles have no such field" },
  { UPHELD, "\"values\":{\"co2\":\"98.5\"",
    "\"values\":{\"co2\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1", GRAM_EXCHANGE_ERROR_LIMIT, "" },
  { UPHELD, ",\"values\":{\"co2\":\"98.5\",\"test_cycle\":\"WLTP\"}", "",
    GRAM_EXCHANGE_ERROR_MEMBER, "the corrected values are missing" },
  { UPHELD, "ZVW30-1234567", "zvw30-1234567", GRAM_EXCHANGE_ERROR_MEMBER, "ZVW30-1234567" },
  { UPHELD, "\"chassis\":\"ZVW30-1234567\",", "", GRAM_EXCHANGE_ERROR_MEMBER,
    "nothing says which vehicle" },
  { UPHELD, "The certificate", "The\\u0007certificate", GRAM_EXCHANGE_ERROR_MEMBER, "Reason: " },
  { DECLINED, ",\"reason\":\"a\\nb\"", "", GRAM_EXCHANGE_ERROR_MEMBER, "the reason is missing" },
  { DECLINED, "\"dispute\":\"not-ours\"", "\"dispute\":\"missing\"", GRAM_EXCHANGE_ERROR_MEMBER,
    "a missing vehicle is disputed, not corrected" },
  { DECLINED, "\"case\":13", "\"case\":13,\"stated\":\"1\"", GRAM_EXCHANGE_ERROR_MEMBER,
    "only a disputed value has a field" },
  { MOVED, "10000024", "10000025", GRAM_EXCHANGE_ERROR_MEMBER, "$: " },
  { MOVED, "\"case\":14", "\"case\":14,\"values\":{\"co2\":\"1\"}", GRAM_EXCHANGE_ERROR_MEMBER,
    "a vehicle that is moved has no corrected values" },
  { MISSING, "\"case\":15", "\"case\":15,\"right_account\":\"10000024\"",
    GRAM_EXCHANGE_ERROR_MEMBER, "only a vehicle that is moved has another account" },
  { MISSING, "{\"account\"", "[{\"account\"", GRAM_EXCHANGE_ERROR_SYNTAX, "" },
  { MISSING, "\"vin\":\"1M8GDM9AXKP042788\"}", "\"vin\":\"1M8GDM9AXKP042788\"} {}",
    GRAM_EXCHANGE_ERROR_SYNTAX, "" },
  { MISSING, "\"vin\":\"1M8GDM9AXKP042788\"}", "\"vin\":\"1M8GDM9A\377KP042788\"}", 0, "" },
};

static void
test_mistakes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GString) line = g_string_new (mistakes[i].line);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GramAnswersReader) reader = NULL;
      g_autoptr (GramAnswer) answer = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (line, mistakes[i].from, mistakes[i].to, 1), ==, 1);
      g_string_prepend (line, "\n" UPHELD "\n");
      bytes = g_string_free_to_bytes (g_steal_pointer (&line));
      reader = gram_answers_reader_new_for_bytes (bytes);
      g_assert_true (gram_answers_reader_next (reader, &answer, &error));
      g_assert_no_error (error);
      g_clear_pointer (&answer, gram_answer_free);

      /* The line with the mistake is the third: an empty one stands first. */
      g_assert_false (gram_answers_reader_next (reader, &answer, &error));
      g_assert_null (answer);
      g_test_message ("%s", error->message);
      g_assert_true (error->domain == GRAM_EXCHANGE_ERROR);
      if (mistakes[i].code != 0)
        g_assert_cmpint (error->code, ==, mistakes[i].code);
      g_assert_true (g_str_has_prefix (error->message, "Line 3: "));
      g_assert_false (g_str_has_prefix (error->message, "Line 3: Line"));
      g_assert_nonnull (strstr (error->message, mistakes[i].says));
    }
}

/* More lines than the buffer holds, ends of every kind, a byte order mark, no end at the end. */
static void
test_reader (void)
{
  static const char *const ends[] = { "\n", "\r\n", "\n\n", " \n\t\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GString) text = g_string_new ("\357\273\277");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GramAnswersReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      GramAnswer *answer = NULL;
      guint n = 0;

      for (int j = 0; j < 3000; j++)
        g_string_append_printf (text, "%s%s", j % 2 == 0 ? UPHELD : DECLINED, ends[i]);
      g_string_append (text, MISSING);
      bytes = g_string_free_to_bytes (g_steal_pointer (&text));
      reader = gram_answers_reader_new_for_bytes (bytes);
      while (gram_answers_reader_next (reader, &answer, &error) && answer != NULL)
        {
          g_assert_cmpint (answer->number, ==, n == 3000 ? 15 : 12 + n % 2);
          gram_answer_free (answer);
          n++;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, 3001);
      g_assert_cmpuint (strlen (gram_answers_reader_get_sha256 (reader)), ==, 64);
      g_assert_cmpint (gram_answers_reader_get_line (reader), ==, i < 2 ? 3001 : 6001);
    }
}

/* A line of 64 KiB and one byte more; a file without lines that would never end. */
static void
test_long (void)
{
  for (int more = 0; more < 2; more++)
    {
      g_autoptr (GString) text = g_string_new (UPHELD);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GramAnswersReader) reader = NULL;
      g_autoptr (GramAnswer) answer = NULL;
      g_autoptr (GError) error = NULL;

      while (text->len < GRAM_ANSWER_MAX_LINE + (gsize)more)
        g_string_append_c (text, ' ');
      g_string_append (text, "\n");
      bytes = g_string_free_to_bytes (g_steal_pointer (&text));
      reader = gram_answers_reader_new_for_bytes (bytes);
      g_assert_true (gram_answers_reader_next (reader, &answer, &error) == (more == 0));
      if (more == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT);
    }
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gram-answers-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "answers.jsonl", NULL);
  g_autoptr (GramAnswersReader) none = NULL;
  g_autoptr (GramAnswersReader) reader = NULL;
  g_autoptr (GramAnswersReader) empty = NULL;
  g_autoptr (GramAnswer) answer = NULL;
  g_autoptr (GramAnswer) end = NULL;
  g_autoptr (GError) error = NULL;

  none = gram_answers_reader_new (path, &error);
  g_assert_null (none);
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, UPHELD "\n", -1, NULL));
  reader = gram_answers_reader_new (path, &error);
  g_assert_no_error (error);
  g_assert_true (gram_answers_reader_next (reader, &answer, &error));
  g_assert_cmpint (answer->number, ==, 12);
  g_assert_true (gram_answers_reader_next (reader, &end, &error));
  g_assert_null (end);
  /* And again: it stays at its end. */
  g_assert_true (gram_answers_reader_next (reader, &end, &error));
  g_assert_null (end);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  empty = gram_answers_reader_new (path, &error);
  g_assert_no_error (error);
  g_assert_true (gram_answers_reader_next (empty, &end, &error));
  g_assert_null (end);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Whatever bytes are changed in a file: an answer that can be written again, or an error with a line. */
static void
test_property (void)
{
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *text = g_strdup (UPHELD "\n" DECLINED "\n" MOVED "\n");
      gsize length = strlen (text);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GramAnswersReader) reader = NULL;
      gboolean going = TRUE;

      for (int j = g_test_rand_int_range (0, 4); j >= 0; j--)
        text[g_test_rand_int_range (0, (int)length)] = (char)g_test_rand_int_range (1, 256);
      bytes = g_bytes_new (text, length);
      reader = gram_answers_reader_new_for_bytes (bytes);
      while (going)
        {
          g_autoptr (GramAnswer) answer = NULL;
          g_autoptr (GError) error = NULL;

          going = gram_answers_reader_next (reader, &answer, &error);
          if (!going)
            g_assert_true (g_str_has_prefix (error->message, "Line "));
          else if (answer == NULL)
            going = FALSE;
          else
            {
              g_autofree char *line = gram_answer_to_line (answer);
              g_autoptr (GramAnswer) again = gram_answer_from_line (line, -1, &error);

              g_assert_no_error (error);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answers/round-trip", test_round_trip);
  g_test_add_func ("/answers/fields", test_fields);
  g_test_add_func ("/answers/mistakes", test_mistakes);
  g_test_add_func ("/answers/reader", test_reader);
  g_test_add_func ("/answers/long", test_long);
  g_test_add_func ("/answers/file", test_file);
  g_test_add_func ("/answers/property", test_property);

  return g_test_run ();
}
