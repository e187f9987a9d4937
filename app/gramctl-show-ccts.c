/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccts-rows.h"
#include "gramctl-list.h"

#include <glib/gi18n-lib.h>

gboolean
gramctl_read_id (const char *text, gint64 *id, GramctlExit *exit)
{
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  /* Translators: %s is what was typed */
  *exit = gramctl_usage (_ ("“%s” is not a number"), text);
  return FALSE;
}

static gboolean
read_year (const char *text, int *year, GramctlExit *exit)
{
  gint64 number = 0;

  if (text != NULL && g_ascii_string_to_signed (text, 10, 1, 9999, &number, NULL))
    {
      *year = (int)number;
      return TRUE;
    }
  *exit = gramctl_usage (_ ("“%s” is not a scheme year"), text != NULL ? text : "");
  return FALSE;
}

static void
fill_year_detail (GramctlRow *row, const GramYearDetail *detail)
{
  gramctl_row_fill_year (row, detail->row);
  gramctl_row_set_text (row, "today", detail->today);
  gramctl_row_set_text (row, "rulebook", detail->rulebook);
  gramctl_row_set_record (row, "totals", &detail->totals, (GramctlFill)gramctl_row_fill_totals);
  gramctl_row_set_list (row, "rows", detail->participants,
                        (GramctlFill)gramctl_row_fill_participant);
  gramctl_row_set_number (row, "live-notifications", detail->live);
  gramctl_row_set_number (row, "matched-trades", detail->matched);
  gramctl_row_set_list (row, "documents", detail->documents,
                        (GramctlFill)gramctl_row_fill_year_document);
  gramctl_row_set_list (row, "allows", detail->allows, (GramctlFill)gramctl_row_fill_year_allow);
}

GramctlExit
gramctl_show_year (Gramctl *self, const char *id)
{
  g_autoptr (GramYearDetail) detail = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  int year;

  if (!read_year (id, &year, &exit))
    return exit;
  detail = gram_registry_year (self->registry, self->actor, year, &refusal, &error);
  return gramctl_print_record (detail, (GramctlFill)fill_year_detail, gramctl_print_indented,
                               refusal, error);
}

static void
fill_trade_detail (GramctlRow *row, const GramTradeDetail *detail)
{
  static const char *const others[] = { "none", "differs", "same" };

  gramctl_row_fill_trade (row, detail->row);
  gramctl_row_set_text (row, "today", detail->today);
  gramctl_row_set_text (row, "other", others[detail->other]);
  gramctl_row_set_words (row, "differing", "trade-field", detail->differing);
  gramctl_row_set_record (row, "other-notification", detail->other_record,
                          (GramctlFill)gramctl_row_fill_notification);
  gramctl_row_set_number (row, "case", detail->case_id);
  gramctl_row_set_number (row, "available", detail->available);
  gramctl_row_set_number (row, "reserved", detail->reserved);
  gramctl_row_set_list (row, "changes", detail->changes,
                        (GramctlFill)gramctl_row_fill_trade_change);
  gramctl_row_set_list (row, "allows", detail->allows, (GramctlFill)gramctl_row_fill_case_allow);
}

GramctlExit
gramctl_show_trade (Gramctl *self, const char *id)
{
  return gramctl_show_record (self, id, (GramctlRecord)gram_registry_trade_detail,
                              (GramctlFill)fill_trade_detail,
                              (GDestroyNotify)gram_trade_detail_free);
}

static void
set_pool_rights (GramctlRow *row, const GramPoolDetail *detail)
{
  const struct
  {
    const char *command;
    const GramRefusal *refusal;
  } rights[] = {
    { "pool.agree", detail->agree }, { "pool.withdraw", detail->withdraw },
    { "pool.grant", detail->grant }, { "pool.decline", detail->decline },
    { "pool.end", detail->end },     { "pool.update", detail->update },
  };
  GVariantBuilder list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (gsize i = 0; i < G_N_ELEMENTS (rights); i++)
    {
      g_autoptr (GramctlRow) one = gramctl_row_new ();

      gramctl_row_set_right (one, rights[i].command, rights[i].refusal);
      g_variant_builder_add_value (&list, gramctl_row_to_variant (one));
    }
  gramctl_row_set (row, "allows", g_variant_builder_end (&list));
}

static void
fill_pool_detail (GramctlRow *row, const GramPoolDetail *detail)
{
  gramctl_row_fill_pool (row, detail->pool);
  gramctl_row_set_number (row, "year", detail->year);
  gramctl_row_set_list (row, "accounts", detail->members,
                        (GramctlFill)gramctl_row_fill_pool_member);
  gramctl_row_set_record (row, "sum", detail->told ? &detail->sum : NULL,
                          (GramctlFill)gramctl_row_fill_pool_figures);
  gramctl_row_set_number (row, "threshold", detail->threshold);
  gramctl_row_set_boolean (row, "participant", detail->participant);
  set_pool_rights (row, detail);
}

static gpointer
ask_pool (GramRegistry *registry,
          GramActor *actor,
          gint64 id,
          GramRefusal **refusal,
          GError **error)
{
  return gram_registry_pool (registry, actor, id, 0, refusal, error);
}

GramctlExit
gramctl_show_pool (Gramctl *self, const char *id)
{
  return gramctl_show_record (self, id, ask_pool, (GramctlFill)fill_pool_detail,
                              (GDestroyNotify)gram_pool_detail_free);
}

static void
fill_accounting (GramctlRow *self, const GramAccountingRecord *accounting)
{
  gramctl_row_set_scaled (self, "activity", accounting->activity, 3, 0);
  gramctl_row_set_number (self, "surrendered", accounting->surrendered);
  gramctl_row_set_scaled (self, "shortfall", accounting->shortfall, 3, 0);
  gramctl_row_set_decimal (self, "payment", accounting->payment);
}

static void
fill_payment_notice_detail (GramctlRow *row, const GramPaymentNoticeDetail *detail)
{
  gramctl_row_fill_payment_notice (row, detail->row);
  gramctl_row_set_record (row, "accounting", detail->accounting, (GramctlFill)fill_accounting);
  gramctl_row_set_decimal (row, "to-forward", detail->to_forward);
  gramctl_row_set_decimal (row, "in-favour", detail->in_favour);
  gramctl_row_set_record (row, "file", detail->document, (GramctlFill)gramctl_row_fill_document);
  gramctl_row_set_list (row, "payments", detail->payments,
                        (GramctlFill)gramctl_row_fill_notice_payment);
  gramctl_row_set_list (row, "allows", detail->allows, (GramctlFill)gramctl_row_fill_allow);
}

GramctlExit
gramctl_show_payment_notice (Gramctl *self, const char *id)
{
  return gramctl_show_record (self, id, (GramctlRecord)gram_registry_payment_notice,
                              (GramctlFill)fill_payment_notice_detail,
                              (GDestroyNotify)gram_payment_notice_detail_free);
}

GramctlExit
gramctl_explain_ccts (Gramctl *self, const char *figure, const char *number, const char *year)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramFigureExplanation) explanation = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  int which;

  if (!read_year (year, &which, &exit) || !gramctl_find_account (self, number, &account, &exit))
    return exit;
  explanation = gram_registry_explain_ccts (self->registry, self->actor, figure, account->id, which,
                                            &refusal, &error);
  return gramctl_print_explanation (explanation, account->number, which, refusal, error);
}

static void
fill_year_rehearsal (GramctlRow *row, const GramYearRehearsal *rehearsal)
{
  gramctl_row_set_text (row, "command", rehearsal->command);
  gramctl_row_set_number (row, "year", rehearsal->year);
  gramctl_row_set_number (row, "posted", rehearsal->posted);
  gramctl_row_set_number (row, "taken-back", rehearsal->taken_back);
  gramctl_row_set_number (row, "not-held", rehearsal->not_held);
  gramctl_row_set_record (row, "totals", &rehearsal->totals, (GramctlFill)gramctl_row_fill_totals);
  gramctl_row_set_list (row, "participants", rehearsal->rows,
                        (GramctlFill)gramctl_row_fill_participant);
  gramctl_row_set_list (row, "gone", rehearsal->gone, (GramctlFill)gramctl_row_fill_participant);
  gramctl_row_set (row, "sentences",
                   g_variant_new_strv ((const char *const *)rehearsal->sentences->pdata,
                                       (gssize)rehearsal->sentences->len));
  gramctl_row_set_text (row, "expect", rehearsal->digest);
}

GramctlExit
gramctl_rehearse_year (Gramctl *self, const char *name, GVariant *arguments)
{
  g_autoptr (GramYearRehearsal) rehearsal = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  rehearsal = gram_registry_rehearse_year (self->registry, self->actor, name, arguments, &refusal,
                                           &error);
  return gramctl_print_record (rehearsal, (GramctlFill)fill_year_rehearsal, gramctl_print, refusal,
                               error);
}
