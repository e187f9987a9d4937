/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccs-rows.h"
#include "gramctl-ccts-rows.h"
#include "gramctl-list.h"
#include "gramctl-rows.h"
#include "gramctl-verbs.h"

#include "gram-queries-explain-ccts.h"
#include "gram-queries.h"

#include <glib/gi18n-lib.h>

static GVariant *
inputs_of (const GramTargetExplanation *explanation)
{
  const GramCcsFigure *figure = &explanation->figure;
  const char type[] = { explanation->vehicle->type, '\0' };
  g_autoptr (GramctlRow) row = gramctl_row_new ();

  gramctl_row_set_number (row, "year", figure->year);
  gramctl_row_set_text (row, "type", type);
  gramctl_row_set_number (row, "weight-kg", figure->weight_taken_kg);
  gramctl_row_set_grams (row, "annual-target-g-km", figure->annual_target_micro);
  gramctl_row_set_grams (row, "slope-g-km-per-kg", figure->slope_micro);
  gramctl_row_set_number (row, "mean-weight-kg", figure->mean_weight_kg);
  gramctl_row_set_grams (row, "co2-g-km", explanation->vehicle->co2_micro);
  gramctl_row_set_decimal (row, "rate-nzd-per-g", figure->rate_cents);
  return gramctl_row_to_variant (row);
}

static void
fill_forecast (GramctlRow *self, const GramVehicleForecast *forecast)
{
  gramctl_row_set_boolean (self, "known", forecast->known);
  if (forecast->known)
    gramctl_row_fill_figure (self, &forecast->figure);
  if (forecast->refusal != NULL)
    gramctl_row_set_text (self, "why-not", forecast->refusal->message);
}

/* Why it is of its type, what it is from 1 January, and the charge that it is part of. */
static gboolean
add_standing (Gramctl *self, gint64 vehicle_id, GramctlRow *row, GramctlExit *exit)
{
  g_autoptr (GramVehicleStanding) standing = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  standing
      = gram_registry_vehicle_standing (self->registry, self->actor, vehicle_id, &refusal, &error);
  if (standing == NULL)
    {
      *exit = gramctl_no (refusal, error);
      return FALSE;
    }
  gramctl_row_set_text (row, "type-reason", standing->type_reason);
  gramctl_row_set_boolean (row, "fleet-average", standing->fleet_average);
  gramctl_row_set_number (row, "charge", standing->charge_id);
  if (!standing->has_next)
    return TRUE;
  gramctl_row_set_text (row, "next-from", standing->next_from);
  gramctl_row_set_record (row, "next", &standing->next, (GramctlFill)fill_forecast);
  return TRUE;
}

static GramctlExit
explain_target (Gramctl *self, char **words)
{
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GramTargetExplanation) explanation = NULL;
  g_autoptr (GramctlRow) row = gramctl_row_new ();
  const GramCcsFigure *figure;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!gramctl_find_vehicle (self, words[0], &vehicle, &exit))
    return exit;
  explanation
      = gram_registry_explain_target (self->registry, self->actor, vehicle->id, &refusal, &error);
  if (explanation == NULL)
    return gramctl_no (refusal, error);

  figure = &explanation->figure;
  gramctl_row_set_text (row, "figure", "target");
  gramctl_row_set_text (row, "vehicle", vehicle->label);
  gramctl_row_set (row, "inputs", inputs_of (explanation));
  gramctl_row_set_text (row, "formula",
                        _ ("target = annual target + slope × (weight − mean weight); "
                           "difference = target − CO₂ value; charge = grams over target × rate"));
  gramctl_row_set_grams (row, "exact-target-g-km", figure->exact_target_micro);
  gramctl_row_set_text (row, "rounding",
                        _ ("the target to 2 decimals, half away from zero; money to the cent, "
                           "likewise"));
  gramctl_row_set_decimal (row, "target-g-km", figure->target);
  gramctl_row_set_decimal (row, "difference-g-km", figure->difference);
  gramctl_row_set_decimal (row, "credit-g", figure->credit);
  gramctl_row_set_decimal (row, "charge-g", figure->charge);
  gramctl_row_set_decimal (row, "amount-nzd", figure->amount_cents);
  gramctl_row_set_text (row, "section", "reg. 10(1); LTA 1998 s 177, s 182");
  gramctl_row_set_text (row, "rulebook", explanation->rulebook);
  gramctl_row_set (row, "frozen", g_variant_new_boolean (explanation->frozen));
  gramctl_row_set (row, "verified", g_variant_new_boolean (figure->verified));
  if (!add_standing (self, vehicle->id, row, &exit))
    return exit;
  gramctl_print_indented (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

static GVariant *
reasons_of (const GramRehearsal *rehearsal)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (int reason = 0; reason < GRAM_AUTO_REASON_N; reason++)
    if (rehearsal->n_by_reason[reason] > 0)
      g_variant_builder_add_parsed (&builder, "{%s, <%x>}", gram_word_for ("auto-reason", reason),
                                    rehearsal->n_by_reason[reason]);
  return g_variant_builder_end (&builder);
}

static GVariant *
skipped_of (const GramRehearsal *rehearsal)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < rehearsal->skipped->len; i++)
    {
      const GramRehearsalRow *row = rehearsal->skipped->pdata[i];

      g_variant_builder_add_parsed (&builder, "{'vehicle': <%s>, 'model': <%s>, 'reason': <%s>}",
                                    row->label, row->model, row->reason);
    }
  return g_variant_builder_end (&builder);
}

static GramctlExit
explain_auto_accept (Gramctl *self, char **words)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramRehearsal) rehearsal = NULL;
  g_autoptr (GramctlRow) row = gramctl_row_new ();
  int switches = GRAM_AUTO_ACCEPT_CREDIT;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (words[1] != NULL && !gram_word_parse ("auto-accept", words[1], &switches))
    return gramctl_usage (_ ("“%s” is not a switch of auto-accept: credit, charge"), words[1]);
  if (!gramctl_find_account (self, words[0], &account, &exit))
    return exit;
  rehearsal = gram_registry_rehearse_auto_accept (self->registry, self->actor, account->id,
                                                  (guint)switches, gramctl_cancellable (), &refusal,
                                                  &error);
  if (rehearsal == NULL)
    return gramctl_no (refusal, error);
  gramctl_row_set_text (row, "figure", "auto-accept");
  gramctl_row_set_text (row, "account", account->number);
  gramctl_row_set_number (row, "would-accept", rehearsal->would_accept);
  gramctl_row_set_number (row, "units", rehearsal->units);
  gramctl_row_set_number (row, "would-skip", rehearsal->n_skipped);
  gramctl_row_set (row, "by-reason", reasons_of (rehearsal));
  gramctl_row_set (row, "skipped", skipped_of (rehearsal));
  gramctl_row_set_text (row, "section", "CO₂ account, Accepting vehicles");
  gramctl_print_indented (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_print_explanation (const GramFigureExplanation *explanation,
                           const char *number,
                           int year,
                           GramRefusal *refusal,
                           GError *error)
{
  g_autoptr (GramctlRow) row = NULL;

  if (explanation == NULL)
    return gramctl_no (refusal, error);
  row = gramctl_row_new ();
  gramctl_row_set_text (row, "figure", explanation->figure);
  gramctl_row_set_text (row, "title", explanation->title);
  if (number != NULL)
    gramctl_row_set_text (row, "account", number);
  if (year != 0)
    gramctl_row_set_number (row, "year", year);
  gramctl_row_set_text (row, "rulebook", explanation->rulebook);
  gramctl_row_set_boolean (row, "provisional", explanation->provisional);
  gramctl_row_set_list (row, "lines", explanation->lines,
                        (GramctlFill)gramctl_row_fill_explanation_line);
  gramctl_print_indented (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_verb_explain (Gramctl *self, char **words)
{
  static const struct
  {
    const char *name;
    GramctlExit (*run) (Gramctl *self, char **words);
  } figures[] = {
    { "target", explain_target },
    { "auto-accept", explain_auto_accept },
  };
  const char *const *ccs = gram_registry_ccs_figures ();
  const char *const *ccts = gram_registry_ccts_figures ();
  g_autofree char *ccs_names = NULL;
  g_autofree char *ccts_names = NULL;
  GramctlExit exit;

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (words[0], figures[i].name))
      return gramctl_sign_in (self, &exit) ? figures[i].run (self, words + 1) : exit;
  if (g_strv_contains (ccs, words[0]))
    return gramctl_sign_in (self, &exit) ? gramctl_explain_ccs (self, words[0], words[1], words[2])
                                         : exit;
  if (g_strv_contains (ccts, words[0]))
    return gramctl_sign_in (self, &exit) ? gramctl_explain_ccts (self, words[0], words[1], words[2])
                                         : exit;
  ccs_names = g_strjoinv (", ", (char **)ccs);
  ccts_names = g_strjoinv (", ", (char **)ccts);
  /* Translators: %s is what was typed, then words that are not translated */
  return gramctl_usage (_ ("there is no figure “%s”: target, auto-accept, %s, %s"), words[0],
                        ccs_names, ccts_names);
}

GramctlExit
gramctl_verb_verify (Gramctl *self, char **words)
{
  g_autoptr (GramVerifyReport) report = NULL;
  g_autoptr (GramctlRow) row = gramctl_row_new ();
  GVariantBuilder findings = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  GError *error = NULL;

  if (self->registry_path == NULL)
    return gramctl_usage (_ ("name the registry with -r FILE"));
  /* The engine checks its own rules on a connection that may write only; a file that cannot be written is read. */
  self->registry = gram_registry_open (self->registry_path, GRAM_STORE_READ_WRITE, &error);
  if (g_error_matches (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_READ_ONLY))
    {
      g_clear_error (&error);
      self->registry = gram_registry_open (self->registry_path, GRAM_STORE_READ_ONLY, &error);
    }
  if (self->registry != NULL)
    report = gram_verify (gram_registry_get_store (self->registry), gramctl_cancellable (), &error);
  if (report == NULL)
    return gramctl_failed (error);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const GramVerifyFinding *finding = report->findings->pdata[i];

      g_variant_builder_add_parsed (&findings, "{'where': <%s>, 'message': <%s>}", finding->where,
                                    finding->message);
    }
  gramctl_row_set (row, "good", g_variant_new_boolean (report->findings->len == 0));
  gramctl_row_set_number (row, "journal-entries", report->journal_entries);
  gramctl_row_set_number (row, "ledger-entries", report->ledger_entries);
  gramctl_row_set_number (row, "totals", report->totals);
  gramctl_row_set_number (row, "vehicles", report->vehicles);
  gramctl_row_set (row, "findings", g_variant_builder_end (&findings));
  gramctl_print_indented (gramctl_row_to_variant (row));
  return report->findings->len == 0 ? GRAMCTL_DONE : GRAMCTL_FAILED;
}
