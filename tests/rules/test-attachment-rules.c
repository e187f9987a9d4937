/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-attachment-rules.h"

#include <string.h>

/* A name, what is made of it where it is not safe (%NULL: it is), and what is said. Issue 4, proof: attachments. */
static const struct
{
  const char *name;
  const char *cleaned;
  const char *says;
} names[] = {
  { "certificate.pdf", NULL, NULL },
  { "Prüfbericht 2026 – Prius.pdf", NULL, NULL },
  { "証明書.jpg", NULL, NULL },
  { ".htaccess", NULL, NULL },
  { "archive.tar.gz", NULL, NULL },
  { "console.txt", NULL, NULL },
  { "", "attachment", "is empty" },
  { NULL, "attachment", "is empty" },
  { ".", "attachment", "is a path" },
  { "..", "attachment", "is a path" },
  { "../../etc/passwd", "passwd", "is a path" },
  { "..\\..\\boot.ini", "boot.ini", "is a path" },
  { "/etc/passwd", "passwd", "is a path" },
  { "C:\\evidence\\a.pdf", "a.pdf", "is a path" },
  { "folder/", "attachment", "is a path" },
  { "a\nb.pdf", "a_b.pdf", "holds a character" },
  { "a\177.pdf", "a_.pdf", "holds a character" },
  { "invoice\u202Efdp.exe", "invoice_fdp.exe", "holds a character" },
  { "a\u2066b\u2069.pdf", "a_b_.pdf", "holds a character" },
  { "a\ufeff.pdf", "a_.pdf", "holds a character" },
  { "a:b?.pdf", "a_b_.pdf", "holds a character" },
  { "a|b*<>\".pdf", "a_b____.pdf", "holds a character" },
  { " a.pdf", "a.pdf", "begins or ends" },
  { "a.pdf ", "a.pdf", "begins or ends" },
  { "a.pdf...", "a.pdf", "begins or ends" },
  { "CON", "_CON", "is kept for devices" },
  { "nul.txt", "_nul.txt", "is kept for devices" },
  { "com1 .log", "_com1 .log", "is kept for devices" },
  { "LPT9.pdf", "_LPT9.pdf", "is kept for devices" },
  { "a\377.pdf", "a\ufffd.pdf", "is not text" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean safe = gram_attachment_check_name (names[i].name, &refusal);
      g_autofree char *cleaned = gram_attachment_clean_name (names[i].name);

      g_assert_true (safe == (names[i].says == NULL));
      g_assert_cmpstr (cleaned, ==, safe ? names[i].name : names[i].cleaned);
      if (safe)
        continue;
      g_assert_cmpstr (refusal->id, ==, "attachment.name");
      g_assert_nonnull (strstr (refusal->message, names[i].says));
    }
}

static void
test_length (void)
{
  g_autofree char *base = g_strnfill (GRAM_ATTACHMENT_NAME_MAX - 4, 'x');
  g_autofree char *fits = g_strconcat (base, ".pdf", NULL);
  g_autofree char *long_one = g_strconcat (base, "x.pdf", NULL);
  g_autofree char *many = g_strnfill (GRAM_ATTACHMENT_NAME_MAX, 'y');
  g_autofree char *without = g_strconcat ("a.", many, NULL);
  g_autofree char *cleaned = gram_attachment_clean_name (long_one);
  g_autofree char *cut = gram_attachment_clean_name (without);
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *characters = NULL;

  g_assert_true (gram_attachment_check_name (fits, NULL));
  g_assert_false (gram_attachment_check_name (long_one, NULL));
  g_assert_cmpstr (cleaned, ==, fits);
  g_assert_cmpuint (strlen (cut), ==, GRAM_ATTACHMENT_NAME_MAX);
  /* Characters of three bytes are not cut in two. */
  g_string_append (wide, "a");
  for (int i = 0; i < 90; i++)
    g_string_append (wide, "証");
  g_string_append (wide, ".jpeg");
  characters = gram_attachment_clean_name (wide->str);
  g_assert_true (g_utf8_validate (characters, -1, NULL));
  g_assert_true (g_str_has_suffix (characters, "証.jpeg"));
  g_assert_cmpuint (strlen (characters), >, GRAM_ATTACHMENT_NAME_MAX - 3);
  g_assert_cmpuint (strlen (characters), <=, GRAM_ATTACHMENT_NAME_MAX);
}

/* Whatever bytes a name has: what is made of it is safe, and cleaning it again changes nothing. */
static void
test_property (void)
{
  static const char pieces[][5] = { "/", "\\", "..",           ".",    " ", "a",  "C", "CON", "\n",
                                    "é", "証", "\xe2\x80\xae", "\xff", ":", "pdf" };

  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *cleaned = NULL;
      g_autofree char *again = NULL;
      int n = g_test_rand_int_range (0, 120);

      for (int j = 0; j < n; j++)
        g_string_append (name, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      cleaned = gram_attachment_clean_name (name->str);
      g_assert_true (gram_attachment_check_name (cleaned, NULL));
      again = gram_attachment_clean_name (cleaned);
      g_assert_cmpstr (again, ==, cleaned);
      if (gram_attachment_check_name (name->str, NULL))
        g_assert_cmpstr (cleaned, ==, name->str);
    }
}

/* Between 1 byte and 25 MB, or what the rulebook says. */
static const struct
{
  gint64 limit;
  gint64 size;
  const char *id;
} sizes[] = {
  { GRAM_ATTACHMENT_LIMIT, 1, NULL },
  { GRAM_ATTACHMENT_LIMIT, GRAM_ATTACHMENT_LIMIT, NULL },
  { GRAM_ATTACHMENT_LIMIT, GRAM_ATTACHMENT_LIMIT + 1, "attachment.too-large" },
  { GRAM_ATTACHMENT_LIMIT, G_MAXINT64, "attachment.too-large" },
  { GRAM_ATTACHMENT_LIMIT, 0, "attachment.empty" },
  { GRAM_ATTACHMENT_LIMIT, -1, "attachment.empty" },
  { 1000, 1000, NULL },
  { 1000, 1001, "attachment.too-large" },
};

static void
test_sizes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GramCaseRules rules = *gram_case_rules_default (GRAM_SCHEME_CCS);
      g_autoptr (GramRefusal) refusal = NULL;

      rules.attachment_limit = sizes[i].limit;
      g_assert_true (gram_attachment_check_size (&rules, sizes[i].size, &refusal)
                     == (sizes[i].id == NULL));
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, sizes[i].id);
      if (sizes[i].size == GRAM_ATTACHMENT_LIMIT + 1)
        g_assert_nonnull (strstr (refusal->message, "larger than 25.0\u00a0MiB"));
    }
}

static const struct
{
  const char *name;
  const char *type;
} types[] = {
  { "certificate.PDF", "application/pdf" },
  { "a.tar.gz", "application/gzip" },
  { "bomb.zip", "application/zip" },
  { "photo.jpeg", "image/jpeg" },
  { "letter.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { "program.exe", "application/octet-stream" },
  { "README", "application/octet-stream" },
  { ".pdf", "application/octet-stream" },
  { "a.", "application/octet-stream" },
  { "", "application/octet-stream" },
};

static void
test_types (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpstr (gram_attachment_media_type (types[i].name), ==, types[i].type);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachment-rules/names", test_names);
  g_test_add_func ("/attachment-rules/length", test_length);
  g_test_add_func ("/attachment-rules/property", test_property);
  g_test_add_func ("/attachment-rules/sizes", test_sizes);
  g_test_add_func ("/attachment-rules/types", test_types);

  return g_test_run ();
}
