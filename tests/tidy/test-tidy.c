/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The house as a test: what shared habits forbid, and where, is read off the sources themselves. Each check is
 * first shown a source that breaks it, so that none passes because it is blind. */

#include "tidy-checks.h"

#include <string.h>

typedef struct
{
  const char *name;
  TidyCheck check;
} Check;

static const Check checks[] = {
  { "layers", tidy_check_layers },
  { "database", tidy_check_database },
  { "toolkit", tidy_check_toolkit },
  { "templates", tidy_check_templates },
  { "file-length", tidy_check_file_length },
  { "function-length", tidy_check_function_length },
  { "banned-calls", tidy_check_banned_calls },
  { "floating-point", tidy_check_floating_point },
  { "translations", tidy_check_translations },
  { "comments", tidy_check_comments },
};

/* A little tree of one file, or two, and what the check says of it; NULL where it finds it good. */
typedef struct
{
  TidyCheck check;
  const char *path;
  const char *text;
  const char *other_path;
  const char *complaint;
} Sample;

#define TEN_LINES                                                                                  \
  "  x ();\n  x ();\n  x ();\n  x ();\n  x ();\n  x ();\n  x ();\n  x ();\n  x ();\n  x ();\n"
#define SIXTY_LINES TEN_LINES TEN_LINES TEN_LINES TEN_LINES TEN_LINES TEN_LINES

static const Sample samples[] = {
  { tidy_check_layers, "app/store/a.c", "#include \"b.h\"\n", "app/rules/b.h", NULL },
  { tidy_check_layers, "app/store/a.c", "#include \"b.h\"\n", "app/store/b.h", NULL },
  { tidy_check_layers, "app/store/a.c", "#include \"b.h\"\n", "app/exchange/b.h",
    "a.c:1: must not know" },
  { tidy_check_layers, "app/rules/a.c", "\n#include \"b.h\"\n", "app/store/b.h",
    "a.c:2: must not know" },
  { tidy_check_layers, "app/rules/a.c", "#include <b.h>\n", "app/pages/x/b.h",
    "must not know app/pages/x/b.h" },
  { tidy_check_layers, "app/rules/a.c", "/* #include \"b.h\" */\n", "app/store/b.h", NULL },
  { tidy_check_layers, "app/gramctl.c", "#include \"b.h\"\n", "app/registry/b.h", NULL },
  { tidy_check_layers, "app/gramctl.c", "#include \"b.h\"\n", "app/model/b.h", "must not know" },
  { tidy_check_layers, "app/gramctl-x.c", "#include \"b.h\"\n", "app/model/b.h", "must not know" },
  { tidy_check_layers, "app/main.c", "#include \"b.h\"\n", "app/pages/b.h", NULL },
  { tidy_check_layers, "app/pages/x/b.h", "", "app/rules/b.h", "has the name of" },
  { tidy_check_layers, "app/other/a.c", "", NULL, "stands in no folder" },
  { tidy_check_database, "app/registry/a.c", "#include <sqlite3.h>\n", NULL, "only app/store" },
  { tidy_check_database, "app/registry/a.c", "// like sqlite3\n", NULL, NULL },
  { tidy_check_database, "app/store/a.c", "#include <sqlite3.h>\n", NULL, NULL },
  { tidy_check_toolkit, "app/model/a.c", "#include <gtk/gtk.h>\n", NULL, "a.c:1: " },
  { tidy_check_toolkit, "app/gramctl.c", "GtkWidget *w;\n", NULL, "gramctl.c:1: GtkWidget" },
  { tidy_check_toolkit, "app/widgets/a.c", "#include <gtk/gtk.h>\n", NULL, NULL },
  { tidy_check_templates, "ui/pages/x/a.blp", "template $GramA: Adw.Bin {}\n", "app/pages/x/a.c",
    NULL },
  { tidy_check_templates, "ui/pages/x/a.blp", "template $GramA: Adw.Bin {}\n", "app/pages/a.c",
    "no app/pages/x/a.c" },
  { tidy_check_templates, "ui/pages/x/a.blp", "Adw.Bin {}\n", "app/pages/x/a.c",
    "has no template" },
  { tidy_check_function_length, "app/a.c", "int\na (void)\n{\n" SIXTY_LINES "}\n", NULL, NULL },
  { tidy_check_function_length, "app/a.c", "int\na (void)\n{\n" SIXTY_LINES "  y ();\n}\n", NULL,
    "a.c:3: a function of 61" },
  { tidy_check_function_length, "app/a.c", "int a (void) {\n  char c = '}';\n" SIXTY_LINES "}\n",
    NULL, "of 61" },
  { tidy_check_function_length, "app/a.c", "static int a[] =\n{\n" SIXTY_LINES "1 };\n", NULL,
    NULL },
  { tidy_check_function_length, "app/a.c",
    "G_X (a,\n  { b (); })\nstruct a\n{\n" SIXTY_LINES "  b;\n};\n", NULL, NULL },
  { tidy_check_banned_calls, "app/store/a.c", "  g_print (\"x\");\n", NULL, "a.c:1: g_print" },
  { tidy_check_banned_calls, "app/gramctl.c", "  g_print (\"x\");\n", NULL, NULL },
  { tidy_check_banned_calls, "app/store/a.c", "  g_strdup_printf (\"sleep (1)\");\n", NULL, NULL },
  { tidy_check_banned_calls, "app/store/a.c", "  sqlite3_sleep (1);\n  sleep (1);\n", NULL,
    "a.c:2: sleep" },
  { tidy_check_banned_calls, "app/pages/x/a.c", "  g_thread_join (t);\n", NULL,
    "waits for no other" },
  { tidy_check_floating_point, "app/rules/a.h", "/* no double */ gint64 double_entry;\n", NULL,
    NULL },
  { tidy_check_floating_point, "app/rules/a.h", "double rate;\n", NULL, "a.h:1: double" },
  { tidy_check_floating_point, "app/registry/a.c", "x = g_ascii_strtod (s, NULL);\n", NULL,
    "integers" },
  { tidy_check_floating_point, "app/widgets/a.c", "double rate;\n", NULL, NULL },
  { tidy_check_translations, "app/rules/a.c", "x = _(\"Text\");\n", NULL, "a.c: is not in" },
  { tidy_check_translations, "app/rules/a.c", "x = foo_ (\"Text\"); /* _(\"Text\") */\n", NULL,
    NULL },
  { tidy_check_translations, "ui/a.blp", "label: _(\"Text\");\n", NULL, "a.blp: is not in" },
  { tidy_check_translations, "ui/a.blp", "label: _('Text');\n", NULL, "single quotes" },
  { tidy_check_translations, "app/rules/a.c", "x = _ (\"%s, row %\" G_GINT64_FORMAT), n;\n", NULL,
    "write PRId64" },
  { tidy_check_translations, "app/rules/a.c",
    "g_dngettext (GETTEXT_PACKAGE, \"a %\" PRId64, \"%\" G_GSIZE_FORMAT \" as\", n);\n", NULL,
    "write PRId64" },
  { tidy_check_translations, "po/POTFILES.in", "app/rules/a.c\n", "app/rules/a.c", NULL },
  { tidy_check_translations, "data/a.desktop.in.in", "Name=Gram\n", NULL, "is not in" },
  { tidy_check_translations, "po/POTFILES.in", "# list\napp/b.c\n", "app/b.c", NULL },
  { tidy_check_translations, "po/POTFILES.in", "app/a.c\n", "app/b.c", "there is no app/a.c" },
  { tidy_check_comments, "app/rules/a.h", "/**\n * gram_a:\n */\nint gram_a (int gram_b (void));\n",
    "app/store/b.c", NULL },
  { tidy_check_comments, "app/rules/a.h", "#define gram_a(x) 1\nGType gram_a_get_type (void);\n",
    "app/store/b.c", NULL },
  { tidy_check_comments, "app/rules/a.h", "int gram_a_get_b (GramA *self);\n", "app/store/b.c",
    NULL },
  { tidy_check_comments, "app/rules/a.h", "\nint gram_a_get_b (GramA *self, int b);\n",
    "app/store/b.c", "a.h:2: gram_a_get_b" },
  { tidy_check_comments, "app/rules/a.h", "\nint gram_a (void);\n", "app/store/b.c",
    "a.h:2: gram_a() has no comment" },
  { tidy_check_comments, "app/rules/a.h", "\nint gram_a (void);\n", "app/rules/b.c", NULL },
  { tidy_check_comments, "app/rules/a.h", "/* gram_a: */\nint *gram_a (void);\n", "app/store/b.c",
    "no comment" },
};

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)tidy_source_free);
  g_autoptr (GString) complaints = g_string_new (NULL);

  if (sample->other_path != NULL)
    g_ptr_array_add (sources, tidy_source_new (sample->other_path, "#include \"a.h\"\n"));
  g_ptr_array_add (sources, tidy_source_new (sample->path, sample->text));
  sample->check (sources, complaints);

  if (sample->complaint == NULL)
    g_assert_cmpstr (complaints->str, ==, "");
  else if (strstr (complaints->str, sample->complaint) == NULL)
    g_error ("“%s” is not in what the check says: “%s”", sample->complaint, complaints->str);
}

static void
test_file_length (void)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)tidy_source_free);
  g_autoptr (GString) complaints = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 600; i++)
    g_string_append (text, "\n");
  g_ptr_array_add (sources, tidy_source_new ("app/a.c", text->str));
  tidy_check_file_length (sources, complaints);
  g_assert_cmpstr (complaints->str, ==, "");

  g_string_append (text, "\n");
  g_ptr_array_add (sources, tidy_source_new ("app/b.c", text->str));
  g_ptr_array_add (sources, tidy_source_new ("app/b.h", text->str));
  tidy_check_file_length (sources, complaints);
  g_assert_cmpstr (complaints->str, ==, "app/b.c: 601 lines, at most 600\n");
}

static void
test_tree (gconstpointer data)
{
  const Check *check = data;
  g_autoptr (GPtrArray) sources = tidy_tree_load (g_getenv ("GRAM_SOURCE_ROOT"));
  g_autoptr (GString) complaints = g_string_new (NULL);

  g_assert_cmpuint (sources->len, >, 10);
  check->check (sources, complaints);
  if (complaints->len > 0)
    {
      g_printerr ("%s", complaints->str);
      g_test_fail_printf ("the tree is not tidy: %s", check->name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_assert_nonnull (g_getenv ("GRAM_SOURCE_ROOT"));

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strdup_printf ("/tidy/sample/%02" G_GSIZE_FORMAT, i);

      g_test_add_data_func (name, &samples[i], test_sample);
    }
  g_test_add_func ("/tidy/sample/file-length", test_file_length);
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *name = g_strdup_printf ("/tidy/tree/%s", checks[i].name);

      g_test_add_data_func (name, &checks[i], test_tree);
    }

  return g_test_run ();
}
