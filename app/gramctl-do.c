/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-list.h"
#include "gramctl-rows.h"
#include "gramctl-verbs.h"

#include "gram-import.h"
#include "gram-json-variant.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>

/* Standard input to its end, at most as much as one document may have. */
static char *
read_all (FILE *file)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gsize size;

  while ((size = fread (buffer, 1, sizeof buffer, file)) > 0 && text->len <= GRAM_JSON_MAX_SIZE)
    g_string_append_len (text, buffer, (gssize)size);
  return g_string_free_and_steal (text);
}

static GVariant *
parse_object (const char *text, GError **error)
{
  g_autoptr (JsonNode) node = gram_json_parse (text, -1, error);
  GramJson root;

  if (node == NULL)
    return NULL;
  root = gram_json_root (node);
  return gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, error);
}

static GramctlExit
save_rejects (Gramctl *self, GramRejectSpool *rejects)
{
  g_autoptr (GFile) file = NULL;
  GError *error = NULL;

  if (self->rejects == NULL)
    return GRAMCTL_DONE;
  file = g_file_new_for_path (self->rejects);
  if (gram_reject_spool_save (rejects, file, NULL, &error))
    return GRAMCTL_DONE;
  return gramctl_failed (error);
}

static GramctlExit
import_dry_run (Gramctl *self, const char *name, GVariant *arguments)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  g_autoptr (GramImportReport) report = NULL;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  gramctl_begin_progress ();
  report
      = gram_registry_import_dry_run (self->registry, self->actor, arguments, gramctl_show_progress,
                                      NULL, gramctl_cancellable (), &refusal, &error);
  gramctl_end_progress ();
  if (report == NULL)
    return gramctl_no (refusal, error);
  g_variant_dict_insert (&dict, "rows", "x", report->rows_read);
  g_variant_dict_insert (&dict, "new", "x", report->rows_new);
  g_variant_dict_insert (&dict, "changed", "x", report->rows_changed);
  g_variant_dict_insert (&dict, "unchanged", "x", report->rows_unchanged);
  g_variant_dict_insert (&dict, "differing", "x", report->rows_differing);
  g_variant_dict_insert (&dict, "rejected", "x", report->rows_rejected);
  g_variant_dict_insert (&dict, "auto-accepted", "x", report->auto_accepted);
  g_variant_dict_insert (&dict, "sha256", "s", report->sha256);
  gramctl_print (g_variant_dict_end (&dict));
  return save_rejects (self, report->rejects);
}

/* What a decision would do; `expect` of the command holds it to that. */
static GramctlExit
preview (Gramctl *self, const char *name, GVariant *arguments)
{
  g_autoptr (GramConsequences) consequences = NULL;
  g_autoptr (GramctlRow) row = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  consequences
      = gram_registry_consequences (self->registry, self->actor, name, arguments, &refusal, &error);
  if (consequences == NULL)
    return gramctl_no (refusal, error);
  row = gramctl_row_new ();
  gramctl_row_set_number (row, "vehicles", consequences->vehicles);
  gramctl_row_set_list (row, "lines", consequences->lines,
                        (GramctlFill)gramctl_row_fill_consequence);
  gramctl_row_set (row, "sentences",
                   g_variant_new_strv ((const char *const *)consequences->sentences->pdata,
                                       (gssize)consequences->sentences->len));
  gramctl_row_set_text (row, "expect", consequences->digest);
  gramctl_print (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

/* The commands that can say what they would do. */
static const struct
{
  const char *name;
  GramctlExit (*run) (Gramctl *self, const char *name, GVariant *arguments);
} dry_runs[] = {
  { "vehicle.import", import_dry_run },
  { "dispute.uphold", preview },
  { "difference.take", preview },
  { "year.measure", gramctl_rehearse_year },
  { "allocation.post", gramctl_rehearse_year },
  { "year.account", gramctl_rehearse_year },
  { "year.close", gramctl_rehearse_year },
  { "vehicle.accept", gramctl_preview_acceptance },
  { "fleet-year.settle", gramctl_rehearse_fleet_year },
  { "payment.import", gramctl_preview_bank },
};

static gboolean
has_dry_run (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dry_runs); i++)
    if (g_str_equal (dry_runs[i].name, name))
      return TRUE;
  return FALSE;
}

static GramctlExit
refuse_dry_run (const char *name)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (dry_runs); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", dry_runs[i].name);
  /* Translators: a command, then the commands that have one */
  return gramctl_usage (_ ("“%s” has no dry run; these have one: %s"), name, names->str);
}

static GramctlExit
dry_run (Gramctl *self, const char *name, GVariant *arguments)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dry_runs); i++)
    if (g_str_equal (dry_runs[i].name, name))
      return dry_runs[i].run (self, name, arguments);
  g_assert_not_reached ();
}

/* Whoever signed in with a password for this command line signs its commands with it, too. */
static GVariant *
sign (Gramctl *self, const char *name, GVariant *arguments)
{
  const GramCommand *command = gram_command_find (name);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (arguments);

  if (command != NULL && command->signs && self->password != NULL
      && !g_variant_dict_contains (&dict, "password"))
    g_variant_dict_insert (&dict, "password", "s", self->password);
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static GramctlExit
perform (Gramctl *self, const char *request_id, const char *name, GVariant *arguments)
{
  g_autoptr (GVariant) signed_arguments = sign (self, name, arguments);
  g_autoptr (GVariant) result = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramOutcome outcome;

  gramctl_begin_progress ();
  outcome = gram_registry_perform (self->registry, self->actor, request_id, name, signed_arguments,
                                   gramctl_show_progress, NULL, gramctl_cancellable (), &result,
                                   &refusal, &error);
  gramctl_end_progress ();
  if (outcome != GRAM_OUTCOME_DONE)
    return gramctl_no (refusal, error);
  gramctl_print (result);
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_verb_do (Gramctl *self, char **words)
{
  g_autofree char *input = NULL;
  g_autoptr (GVariant) arguments = NULL;
  g_autoptr (GError) error = NULL;
  const char *text = words[1];
  GramctlExit exit;

  if (self->dry_run && !has_dry_run (words[0]))
    return refuse_dry_run (words[0]);
  if (text != NULL && g_str_equal (text, "-"))
    text = input = read_all (stdin);
  arguments = parse_object (text != NULL ? text : "{}", &error);
  if (arguments == NULL)
    return gramctl_usage (_ ("the arguments cannot be read: %s"), error->message);
  self->acts = !self->dry_run;
  if (!gramctl_sign_in (self, &exit))
    return exit;
  return self->dry_run ? dry_run (self, words[0], arguments)
                       : perform (self, self->request_id, words[0], arguments);
}

/* One line of a batch: {"do": NAME, "with": {…}, "request": ID}. */
static GramctlExit
run_line (Gramctl *self, const char *line, guint number)
{
  static const GramJsonMember members[] = {
    { "do", "s", TRUE },
    { "with", "a{sv}", FALSE },
    { "request", "s", FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = gram_json_parse (line, -1, &error);
  g_autoptr (GVariant) parsed = NULL;
  g_autoptr (GVariant) with = NULL;
  const char *name = NULL;
  const char *request_id = NULL;
  GramJson root;

  if (node != NULL)
    {
      root = gram_json_root (node);
      parsed = gram_json_to_vardict (&root, members, G_N_ELEMENTS (members), &error);
    }
  if (parsed == NULL)
    return gramctl_usage (_ ("line %u cannot be read: %s"), number, error->message);

  g_variant_lookup (parsed, "do", "&s", &name);
  g_variant_lookup (parsed, "request", "&s", &request_id);
  with = g_variant_lookup_value (parsed, "with", G_VARIANT_TYPE_VARDICT);
  if (with == NULL)
    with = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
  return perform (self, request_id, name, with);
}

GramctlExit
gramctl_verb_batch (Gramctl *self, char **words)
{
  GramctlExit worst = GRAMCTL_DONE;
  GramctlExit exit;
  char *line = NULL;
  gsize size = 0;
  guint number = 0;

  self->acts = TRUE;
  if (!gramctl_sign_in (self, &exit))
    return exit;
  while (getline (&line, &size, stdin) >= 0)
    {
      number++;
      if (*g_strstrip (line) == '\0')
        continue;
      exit = run_line (self, line, number);
      fflush (stdout);
      worst = MAX (worst, exit);
      /* A refusal concerns its line only; what cannot be read or stored ends the batch. */
      if (exit > GRAMCTL_REFUSED || g_cancellable_is_cancelled (gramctl_cancellable ()))
        break;
    }
  free (line);
  return worst;
}
