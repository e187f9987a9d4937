/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gram-fuzz.h"

/* Mutations of a run of the suite; GRAM_FUZZ_ROUNDS asks for more. */
#define ROUNDS 4000
/* Longest input that is made. */
#define LONGEST (16 * 1024)

static GPtrArray *corpus;

/* Pieces of the formats, so that mutations get past the first characters. */
static const char *const pieces[] = {
  "\"",
  "\"\"",
  ",",
  ";",
  "\t",
  "\r\n",
  "\r",
  "\n",
  "\357\273\277",
  "\377\376",
  "\303",
  "\0",
  "{",
  "}",
  "[",
  "]",
  ":",
  "\\u0000",
  "\\ud800",
  "\\",
  "null",
  "true",
  "-1",
  "1e99",
  "-0.5",
  "999999999999999999999",
  "=",
  "'",
  "{\"a\":",
  "vin",
  "Mk",
  "r",
  "year",
  "co2_g_km",
  "2025-02-29",
  "\"accounts\":",
  "\"effects\":[",
  "\"view\"",
  "\"verified\":",
};

static void
read_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *content;
      gsize length;

      g_assert_true (g_file_get_contents (path, &content, &length, &error));
      g_ptr_array_add (corpus, g_bytes_new_take (content, length));
    }
  g_assert_cmpuint (corpus->len, >, 0);
}

/* At most @most bytes from @place on. */
static gsize
random_length (GByteArray *input, gsize place, int most)
{
  gsize length = (gsize)g_test_rand_int_range (1, most);

  return MIN (length, input->len - place);
}

static gsize
random_place (GByteArray *input)
{
  return (gsize)g_test_rand_int_range (0, (gint32)input->len + 1);
}

static void
insert (GByteArray *input, gsize place, const guint8 *bytes, gsize n_bytes)
{
  g_autofree guint8 *tail = g_memdup2 (input->data + place, input->len - place);
  gsize n_tail = input->len - place;

  g_byte_array_set_size (input, (guint)place);
  g_byte_array_append (input, bytes, (guint)n_bytes);
  if (n_tail > 0)
    g_byte_array_append (input, tail, (guint)n_tail);
}

static void
mutate (GByteArray *input)
{
  gsize place = random_place (input);
  GBytes *other;
  const char *piece;
  gsize n;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      if (place < input->len)
        input->data[place] = (guint8)g_test_rand_int ();
      break;
    case 1:
      if (place < input->len)
        input->data[place] ^= (guint8)(1 << g_test_rand_int_range (0, 8));
      break;
    case 2:
      n = random_length (input, place, 40);
      if (n > 0)
        g_byte_array_remove_range (input, (guint)place, (guint)n);
      break;
    case 3:
      piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];
      insert (input, place, (const guint8 *)piece, MAX (strlen (piece), 1));
      break;
    case 4:
      n = random_length (input, place, 200);
      if (n > 0)
        {
          g_autofree guint8 *copy = g_memdup2 (input->data + place, n);

          insert (input, random_place (input), copy, n);
        }
      break;
    default:
      other = g_ptr_array_index (corpus, g_test_rand_int_range (0, (gint32)corpus->len));
      n = g_bytes_get_size (other);
      g_byte_array_set_size (input, (guint)place);
      if (n > 0)
        g_byte_array_append (input, (const guint8 *)g_bytes_get_data (other, NULL) + n / 2,
                             (guint)(n - n / 2));
      break;
    }
  if (input->len > LONGEST)
    g_byte_array_set_size (input, LONGEST);
}

/* In memory of exactly its size, so that AddressSanitizer sees the first byte read too far. */
static void
run_input (const guint8 *data, gsize size)
{
  g_autofree guint8 *copy = g_malloc (MAX (size, 1));

  if (size > 0)
    memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
}

static void
test_corpus (void)
{
  for (guint i = 0; i < corpus->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (corpus, i), &size);

      run_input (data, size);
    }
  run_input (NULL, 0);
}

static void
test_mutations (void)
{
  const char *asked = g_getenv ("GRAM_FUZZ_ROUNDS");
  gint64 rounds = asked == NULL ? ROUNDS : g_ascii_strtoll (asked, NULL, 10);
  g_autoptr (GByteArray) input = g_byte_array_new ();

  for (gint64 round = 0; round < rounds; round++)
    {
      /* A few generations from one ancestor, then a new one. */
      if (round % 20 == 0)
        {
          GBytes *ancestor
              = g_ptr_array_index (corpus, g_test_rand_int_range (0, (gint32)corpus->len));

          g_byte_array_set_size (input, 0);
          if (g_bytes_get_size (ancestor) > 0)
            g_byte_array_append (input, g_bytes_get_data (ancestor, NULL),
                                 (guint)MIN (g_bytes_get_size (ancestor), LONGEST));
        }
      mutate (input);
      run_input (input->data, input->len);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);
  corpus = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  for (int i = 1; i < argc; i++)
    read_folder (argv[i]);
  g_test_add_func ("/fuzz/corpus", test_corpus);
  g_test_add_func ("/fuzz/mutations", test_mutations);
  status = g_test_run ();
  g_ptr_array_unref (corpus);
  return status;
}
