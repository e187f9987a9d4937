/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccs-rows.h"
#include "gramctl-ccts-rows.h"
#include "gramctl-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
read_year (const char *text, int *year, GramctlExit *exit)
{
  gint64 number = 0;

  if (g_ascii_string_to_signed (text, 10, 1, 9999, &number, NULL))
    {
      *year = (int)number;
      return TRUE;
    }
  *exit = gramctl_usage (_ ("“%s” is not an obligation year"), text);
  return FALSE;
}

static void
fill_charge_detail (GramctlRow *row, const GramChargeDetail *detail)
{
  gramctl_row_fill_charge (row, detail->row);
  gramctl_row_set_decimal (row, "money", detail->money);
  gramctl_row_set_decimal (row, "credits-to-clear", detail->credits_to_clear);
  gramctl_row_set_decimal (row, "in-favour", detail->in_favour);
  gramctl_row_set_text (row, "invoice", detail->document);
  gramctl_row_set_list (row, "settlements", detail->settlements,
                        (GramctlFill)gramctl_row_fill_charge_settlement);
  gramctl_row_set_list (row, "allows", detail->allows, (GramctlFill)gramctl_row_fill_allow);
}

GramctlExit
gramctl_show_charge (Gramctl *self, const char *id)
{
  return gramctl_show_record (self, id, (GramctlRecord)gram_registry_charge_detail,
                              (GramctlFill)fill_charge_detail,
                              (GDestroyNotify)gram_charge_detail_free);
}

static void
fill_transfer_line (GramctlRow *self, const GramCreditTransferLine *line)
{
  gramctl_row_set_number (self, "year", line->year);
  gramctl_row_set_decimal (self, "credits", line->credits);
  gramctl_row_set_decimal (self, "received", line->received);
}

static void
fill_refusal (GramctlRow *self, const GramRefusal *refusal)
{
  gramctl_row_set_text (self, "id", refusal->id);
  gramctl_row_set_text (self, "message", refusal->message);
}

static void
fill_transfer_detail (GramctlRow *row, const GramCreditTransferDetail *detail)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < detail->lines->len; i++)
    g_ptr_array_add (lines, &g_array_index (detail->lines, GramCreditTransferLine, i));
  gramctl_row_fill_transfer (row, detail->row);
  gramctl_row_set_text (row, "offered-by", detail->offered_by);
  gramctl_row_set_text (row, "ended-by", detail->ended_by);
  gramctl_row_set_list (row, "years", lines, (GramctlFill)fill_transfer_line);
  gramctl_row_set_list (row, "obstacles", detail->obstacles, (GramctlFill)fill_refusal);
  gramctl_row_set_list (row, "allows", detail->allows, (GramctlFill)gramctl_row_fill_allow);
}

static gpointer
ask_transfer (GramRegistry *registry,
              GramActor *actor,
              gint64 id,
              GramRefusal **refusal,
              GError **error)
{
  return gram_registry_credit_transfer_detail (registry, actor, 0, id, refusal, error);
}

GramctlExit
gramctl_show_transfer (Gramctl *self, const char *id)
{
  return gramctl_show_record (self, id, ask_transfer, (GramctlFill)fill_transfer_detail,
                              (GDestroyNotify)gram_credit_transfer_detail_free);
}

static void
fill_credits (GramctlRow *row, const GramCredits *credits)
{
  gramctl_row_set_text (row, "account", credits->account->number);
  gramctl_row_set_text (row, "today", credits->today);
  gramctl_row_set_decimal (row, "available", credits->available);
  gramctl_row_set_decimal (row, "reserved", credits->reserved);
  gramctl_row_set_list (row, "years", credits->years, (GramctlFill)gramctl_row_fill_credit_year);
  gramctl_row_set_list (row, "lapses", credits->lapses, (GramctlFill)gramctl_row_fill_credit_lapse);
  gramctl_row_set_number (row, "to-accept", credits->to_accept);
  gramctl_row_set_number (row, "offered", credits->offered);
  gramctl_row_set_list (row, "allows", credits->allows, (GramctlFill)gramctl_row_fill_allow);
}

GramctlExit
gramctl_show_credits (Gramctl *self, const char *number)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramCredits) credits = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!gramctl_find_account (self, number, &account, &exit))
    return exit;
  credits = gram_registry_credits (self->registry, self->actor, account->id, &refusal, &error);
  return gramctl_print_record (credits, (GramctlFill)fill_credits, gramctl_print_indented, refusal,
                               error);
}

static void
fill_month (GramctlRow *self, const GramFleetMonth *month)
{
  gramctl_row_set_number (self, "month", month->period);
  gramctl_row_set_number (self, "vehicles", month->vehicles);
  gramctl_row_set_decimal (self, "below", month->credit);
  gramctl_row_set_decimal (self, "over", month->excess);
  gramctl_row_set_decimal (self, "net", month->net);
  gramctl_row_set_decimal (self, "running", month->running);
}

static void
fill_model (GramctlRow *self, const GramFleetModel *model)
{
  gramctl_row_set_text (self, "make", model->make);
  gramctl_row_set_text (self, "model", model->model);
  gramctl_row_set_number (self, "vehicles", model->vehicles);
  gramctl_row_set_decimal (self, "below", model->credit);
  gramctl_row_set_decimal (self, "over", model->excess);
  gramctl_row_set_decimal (self, "net", model->net);
}

static void
fill_forecast (GramctlRow *self, const GramFleetForecast *forecast)
{
  gramctl_row_set_number (self, "year", forecast->year);
  gramctl_row_set_number (self, "vehicles", forecast->vehicles);
  gramctl_row_set_number (self, "unknown", forecast->unknown);
  gramctl_row_set_decimal (self, "below", forecast->credit);
  gramctl_row_set_decimal (self, "over", forecast->excess);
  gramctl_row_set_decimal (self, "net", forecast->net);
  gramctl_row_set_decimal (self, "net-with", forecast->net_with);
  gramctl_row_set_decimal (self, "credits-with", forecast->credits_with);
  gramctl_row_set_decimal (self, "amount-with", forecast->amount_with);
  if (forecast->refusal != NULL)
    gramctl_row_set_text (self, "why-not", forecast->refusal->message);
}

static void
fill_run (GramctlRow *self, const GramFleetRun *run)
{
  gramctl_row_set_instant (self, "settled-at", run->settled_at);
  gramctl_row_set_number (self, "vehicles", run->vehicles);
  gramctl_row_set_decimal (self, "net", run->net);
  gramctl_row_set_decimal (self, "carried-in", run->carried_in);
  gramctl_row_set_decimal (self, "carried-met", run->carried_met);
  gramctl_row_set_decimal (self, "credits", run->credits);
  gramctl_row_set_decimal (self, "grams", run->grams);
  gramctl_row_set_decimal (self, "rate", run->rate);
  gramctl_row_set_decimal (self, "amount", run->amount);
  gramctl_row_set_text (self, "due-on", run->due_on);
  gramctl_row_set_text (self, "reference", run->reference);
  gramctl_row_set_number (self, "document", run->document_id);
}

static void
fill_fleet_year_detail (GramctlRow *self, const GramFleetYearDetail *detail)
{
  gramctl_row_fill_fleet_year (self, detail->row);
  gramctl_row_set_text (self, "today", detail->today);
  gramctl_row_set_text (self, "rulebook", detail->rulebook);
  gramctl_row_set_boolean (self, "may-settle", detail->may_settle);
  gramctl_row_set_list (self, "months", detail->months, (GramctlFill)fill_month);
  gramctl_row_set_list (self, "models", detail->models, (GramctlFill)fill_model);
  gramctl_row_set_record (self, "forecast", &detail->forecast, (GramctlFill)fill_forecast);
  gramctl_row_set_record (self, "next-year", detail->next, (GramctlFill)fill_forecast);
  gramctl_row_set_list (self, "settlements", detail->runs, (GramctlFill)fill_run);
  gramctl_row_set_list (self, "borrowings", detail->borrowings,
                        (GramctlFill)gramctl_row_fill_borrowing);
  gramctl_row_set (self, "missing",
                   g_variant_new_strv ((const char *const *)detail->missing->pdata,
                                       (gssize)detail->missing->len));
  gramctl_row_set_list (self, "allows", detail->allows, (GramctlFill)gramctl_row_fill_allow);
}

GramctlExit
gramctl_show_fleet_year (Gramctl *self, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, "/", 2);
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramFleetYearDetail) detail = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  int year = 0;

  if (g_strv_length (parts) == 0)
    return gramctl_usage (_ ("write a year of an account like 10000024/2026"));
  if ((parts[1] != NULL && !read_year (parts[1], &year, &exit))
      || !gramctl_find_account (self, parts[0], &account, &exit))
    return exit;
  detail
      = gram_registry_fleet_year (self->registry, self->actor, account->id, year, &refusal, &error);
  return gramctl_print_record (detail, (GramctlFill)fill_fleet_year_detail, gramctl_print_indented,
                               refusal, error);
}

/* One charge by its number. */
static GramctlExit
explain_one_charge (Gramctl *self, const char *id)
{
  g_autoptr (GramFigureExplanation) explanation = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 number;

  if (!gramctl_read_id (id, &number, &exit))
    return exit;
  explanation
      = gram_registry_explain_charge (self->registry, self->actor, number, &refusal, &error);
  return gramctl_print_explanation (explanation, NULL, 0, refusal, error);
}

GramctlExit
gramctl_explain_ccs (Gramctl *self, const char *figure, const char *number, const char *year)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramFigureExplanation) explanation = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  int which = 0;

  if (g_str_equal (figure, "charge") && year == NULL)
    return explain_one_charge (self, number);
  if ((year != NULL && !read_year (year, &which, &exit))
      || !gramctl_find_account (self, number, &account, &exit))
    return exit;
  explanation = gram_registry_explain_ccs (self->registry, self->actor, figure, account->id, which,
                                           &refusal, &error);
  return gramctl_print_explanation (explanation, account->number, which, refusal, error);
}

GramctlExit
gramctl_preview_acceptance (Gramctl *self, const char *name, GVariant *arguments)
{
  g_autoptr (GramAcceptBill) bill = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  bill = gram_registry_query_accept_bill (self->registry, self->actor, arguments,
                                          gramctl_cancellable (), &refusal, &error);
  return gramctl_print_record (bill, (GramctlFill)gramctl_row_fill_accept_bill, gramctl_print,
                               refusal, error);
}

static void
fill_fleet_rehearsal (GramctlRow *row, const GramFleetRehearsal *rehearsal)
{
  gramctl_row_fill_fleet_year (row, rehearsal->row);
  gramctl_row_set_boolean (row, "early", rehearsal->early);
  gramctl_row_set_boolean (row, "posts", rehearsal->posts);
  gramctl_row_set_decimal (row, "post-credits", rehearsal->credits);
  gramctl_row_set_decimal (row, "short-amount", rehearsal->short_amount);
  gramctl_row_set_decimal (row, "post-charge", rehearsal->charge);
  gramctl_row_set_decimal (row, "taken-back", rehearsal->taken_back);
  gramctl_row_set_decimal (row, "money-back", rehearsal->money_back);
  gramctl_row_set_decimal (row, "credits-back", rehearsal->credits_back);
  gramctl_row_set_decimal (row, "carried-charge", rehearsal->carried_charge);
  gramctl_row_set (row, "sentences",
                   g_variant_new_strv ((const char *const *)rehearsal->lines->pdata,
                                       (gssize)rehearsal->lines->len));
  gramctl_row_set_text (row, "expect", rehearsal->digest);
}

GramctlExit
gramctl_rehearse_fleet_year (Gramctl *self, const char *name, GVariant *arguments)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramFleetRehearsal) rehearsal = NULL;
  const char *number = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 year = 0;

  g_variant_lookup (arguments, "account", "&s", &number);
  g_variant_lookup (arguments, "year", "x", &year);
  if (!gramctl_find_account (self, number, &account, &exit))
    return exit;
  rehearsal = gram_registry_rehearse_fleet_year (self->registry, self->actor, account->id,
                                                 (int)CLAMP (year, 0, 9999), &refusal, &error);
  return gramctl_print_record (rehearsal, (GramctlFill)fill_fleet_rehearsal, gramctl_print, refusal,
                               error);
}

static void
fill_bank_problem (GramctlRow *row, const GramBankProblem *problem)
{
  gramctl_row_set_number (row, "row", problem->row);
  gramctl_row_set_text (row, "field", problem->field);
  gramctl_row_set_text (row, "value", problem->value);
  gramctl_row_set_text (row, "message", problem->message);
}

static void
fill_bank_preview (GramctlRow *row, const GramBankPreview *preview)
{
  gramctl_row_set_text (row, "file", preview->file_name);
  gramctl_row_set_text (row, "format", preview->format);
  gramctl_row_set_text (row, "from", preview->from);
  gramctl_row_set_text (row, "to", preview->to);
  gramctl_row_set_text (row, "note", preview->note);
  gramctl_row_set_list (row, "lines", preview->lines, (GramctlFill)gramctl_row_fill_bank_line);
  gramctl_row_set_list (row, "problems", preview->problems, (GramctlFill)fill_bank_problem);
  gramctl_row_set_text (row, "expect", preview->digest);
}

GramctlExit
gramctl_preview_bank (Gramctl *self, const char *name, GVariant *arguments)
{
  g_autoptr (GramBankPreview) preview = NULL;
  const char *file = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  if (!g_variant_lookup (arguments, "file", "&s", &file))
    return gramctl_usage (_ ("name the bank statement: {\"file\": …}"));
  preview = gram_registry_bank_preview (self->registry, self->actor, file, gramctl_cancellable (),
                                        &refusal, &error);
  return gramctl_print_record (preview, (GramctlFill)fill_bank_preview, gramctl_print, refusal,
                               error);
}
