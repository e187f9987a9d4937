/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-verbs.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const struct
{
  const char *name;
  GramctlExit (*run) (Gramctl *self, char **words);
  guint least;
  guint most;
  const char *usage;
} verbs[] = {
  { "init", gramctl_verb_init, 1, 1,
    "init FILE --administrator EMAIL [--kind administrator|own|practice] [--name NAME]" },
  { "commands", gramctl_verb_commands, 0, 1, "commands [NAME | --matrix [-r FILE] [--kind KIND]]" },
  { "do", gramctl_verb_do, 1, 2, "-r FILE -u EMAIL do NAME ['{\"json\": …}' | -] [--dry-run]" },
  { "batch", gramctl_verb_batch, 0, 0, "-r FILE -u EMAIL batch < LINES" },
  { "list", gramctl_verb_list, 1, 1,
    "-r FILE -u EMAIL list KIND [--where KEY=VALUE]… [--search TEXT] [--limit N] [--format csv]" },
  { "show", gramctl_verb_show, 2, 2, "-r FILE -u EMAIL show KIND ID" },
  { "save", gramctl_verb_save, 2, 3,
    "-r FILE -u EMAIL save attachment|document ID FILE, or statement FILE.csv|.pdf --where "
    "account=NUMBER [--where from=DAY] [--where to=DAY], or publication|published-vehicles FILE "
    "--where year=YEAR" },
  { "explain", gramctl_verb_explain, 2, 3,
    "-r FILE -u EMAIL explain target|auto-accept|charge ID, or FIGURE ACCOUNT [YEAR]" },
  { "confirm", gramctl_verb_confirm, 2, 2, "-r FILE -u EMAIL confirm NUMBER HOLDER" },
  { "join", gramctl_verb_join, 1, 2, "-r FILE join EMAIL [CODE] --name NAME" },
  { "use-code", gramctl_verb_use_code, 1, 2, "-r FILE use-code EMAIL [CODE]" },
  { "template", gramctl_verb_template, 1, 1, "template ccs-used|ccs-new|ccts > FILE" },
  { "verify", gramctl_verb_verify, 0, 0, "-r FILE verify" },
};

static char *
describe_verbs (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "\n  gramctl %s", verbs[i].usage);
  g_string_append_printf (
      text, "\n\n%s\n%s",
      _ ("JSON goes to standard output, messages to standard error. The password comes from "
         "GRAM_PASSWORD or is asked for."),
      _ ("Exit status: 0 done, 1 refused, 2 wrong usage, 3 the store failed."));
  return g_string_free_and_steal (text);
}

static GramctlExit
run_verb (Gramctl *self, char **words)
{
  guint n_words = g_strv_length (words);

  if (n_words == 0)
    return gramctl_usage (_ ("say what to do; see gramctl --help"));
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (words[0], verbs[i].name))
        continue;
      if (n_words - 1 < verbs[i].least || n_words - 1 > verbs[i].most)
        return gramctl_usage ("gramctl %s", verbs[i].usage);
      return verbs[i].run (self, words + 1);
    }
  return gramctl_usage (_ ("there is nothing called “%s”; see gramctl --help"), words[0]);
}

/* There is nothing else to do then. */
static gboolean
tell_version (GramctlExit *exit)
{
  puts ("gramctl " PACKAGE_VERSION);
  *exit = GRAMCTL_DONE;
  return FALSE;
}

static gboolean
parse_options (Gramctl *self, char ***words, GramctlExit *exit)
{
  gboolean version = FALSE;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "registry", 'r', 0, G_OPTION_ARG_FILENAME, &self->registry_path, N_ ("The registry"),
      "FILE" },
    { "user", 'u', 0, G_OPTION_ARG_STRING, &self->user, N_ ("Who you are"), "EMAIL" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &self->today, N_ ("Date of a practice registry"),
      "DATE" },
    { "request", 0, 0, G_OPTION_ARG_STRING, &self->request_id,
      N_ ("Request id: sent twice, it has one effect"), "ID" },
    { "administrator", 0, 0, G_OPTION_ARG_STRING, &self->administrator,
      N_ ("init: e-mail of the first person"), "EMAIL" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &self->kind, N_ ("init: kind of the registry"), "KIND" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &self->name, N_ ("init, join: name of the person"),
      "NAME" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &self->title, N_ ("init: what it is called"), "TITLE" },
    { "empty", 0, 0, G_OPTION_ARG_NONE, &self->empty, N_ ("init: a practice registry without data"),
      NULL },
    { "matrix", 0, 0, G_OPTION_ARG_NONE, &self->matrix,
      N_ ("commands: who may send what in which state"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run,
      N_ ("do vehicle.import, vehicle.accept, dispute.uphold, difference.take, payment.import, "
          "fleet-year.settle, year.measure, allocation.post, year.account, year.close: say what it "
          "would do"),
      NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &self->rejects,
      N_ ("do --dry-run vehicle.import: save every rejected row as CSV"), "FILE" },
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->where, N_ ("list: a filter"), "KEY=VALUE" },
    { "search", 0, 0, G_OPTION_ARG_STRING, &self->search, N_ ("list: words to find"), "TEXT" },
    { "order", 0, 0, G_OPTION_ARG_STRING, &self->order,
      N_ ("list vehicles: newest, label, make, co2 or status; accounts: holder, number or newest; "
          "cases: due, number, kind, opened or holder; trades: notified, quantity, price, agreed, "
          "counterparty or state; -co2 the other way round"),
      "ORDER" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &self->limit, N_ ("list: at most so many"), "N" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format,
      N_ ("list: json or csv; answers: jsonl, deadlines: ics, the file for others"), "FORMAT" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &rest, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("WHAT …"));
  g_autofree char *description = describe_verbs ();
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, description);
  if (!g_option_context_parse_strv (context, words, &error))
    {
      *exit = gramctl_usage ("%s", error->message);
      return FALSE;
    }
  if (version)
    return tell_version (exit);
  g_strfreev (*words);
  *words = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);
  return TRUE;
}

static void
gramctl_clear (Gramctl *self)
{
  gram_actor_unref (self->actor);
  gram_registry_close (self->registry);
  g_free (self->registry_path);
  g_free (self->user);
  g_free (self->today);
  g_free (self->request_id);
  g_free (self->administrator);
  g_free (self->kind);
  g_free (self->name);
  g_free (self->title);
  g_strfreev (self->where);
  g_free (self->search);
  g_free (self->order);
  g_free (self->format);
  g_free (self->rejects);
  if (self->password != NULL)
    explicit_bzero (self->password, strlen (self->password));
  g_free (self->password);
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) words = NULL;
  Gramctl self = { 0 };
  GramctlExit exit;

  /* A file that may not grow is told as a full disk, not by a signal that kills. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("gramctl");

  words = g_strdupv (argv);
  if (parse_options (&self, &words, &exit))
    exit = run_verb (&self, words);
  gramctl_clear (&self);
  return (int)exit;
}
