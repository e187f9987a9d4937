/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-texts-private.h"

#include "gram-calendar.h"
#include "gram-decimal.h"
#include "gram-json-variant.h"
#include "gram-permissions.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static GVariant *
parse_detail (const char *detail)
{
  g_autoptr (JsonNode) node
      = detail != NULL && *detail != '\0' ? gram_json_parse (detail, -1, NULL) : NULL;
  GramJson root;

  if (node == NULL)
    return NULL;
  root = gram_json_root (node);
  return gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, NULL);
}

static GramNoticeFacts
read_facts (GVariant *detail)
{
  GramNoticeFacts facts
      = { .n_cases = 1, .n_vehicles = 1, .label = "", .day = "", .outcome = "", .state = "" };

  if (detail == NULL)
    return facts;
  g_variant_lookup (detail, "case", "x", &facts.case_id);
  g_variant_lookup (detail, "cases", "x", &facts.n_cases);
  g_variant_lookup (detail, "vehicles", "x", &facts.n_vehicles);
  g_variant_lookup (detail, "permissions", "x", &facts.permissions);
  g_variant_lookup (detail, "year", "x", &facts.year);
  g_variant_lookup (detail, "quantity", "x", &facts.quantity);
  g_variant_lookup (detail, "posted", "x", &facts.posted);
  g_variant_lookup (detail, "amount", "x", &facts.amount);
  g_variant_lookup (detail, "label", "&s", &facts.label);
  g_variant_lookup (detail, "day", "&s", &facts.day);
  g_variant_lookup (detail, "outcome", "&s", &facts.outcome);
  g_variant_lookup (detail, "state", "&s", &facts.state);
  g_variant_lookup (detail, "handed", "b", &facts.handed);
  return facts;
}

static char *
tell_ready (const GramNoticeFacts *facts)
{
  g_autofree char *number = gram_decimal_format_in_locale (facts->n_vehicles, 0, 0);

  return g_strdup_printf (ngettext ("%s vehicle has become ready", "%s vehicles have become ready",
                                    _gram_notice_plural (facts->n_vehicles)),
                          number);
}

static char *
tell_auto_accepted (const GramNoticeFacts *facts)
{
  g_autofree char *number = gram_decimal_format_in_locale (facts->n_vehicles, 0, 0);

  return g_strdup_printf (ngettext ("Auto-accept has accepted %s vehicle",
                                    "Auto-accept has accepted %s vehicles",
                                    _gram_notice_plural (facts->n_vehicles)),
                          number);
}

static const char *
outcome_title (const GramNoticeFacts *facts)
{
  int outcome;

  if (!gram_word_parse ("case-outcome", facts->outcome, &outcome))
    return facts->outcome;
  return gram_case_outcome_title ((GramCaseOutcome)outcome);
}

static char *
tell_decided (const GramNoticeFacts *facts)
{
  g_autofree char *number = gram_decimal_format_in_locale (facts->n_cases, 0, 0);

  if (facts->n_cases == 1)
    /* Translators: number of a case, what it is about, how it was decided */
    return g_strdup_printf (_ ("Case %" PRId64 ", %s, is decided: %s"), facts->case_id,
                            facts->label, outcome_title (facts));
  /* Translators: how many, and how they were decided */
  return g_strdup_printf (ngettext ("%s case is decided: %s", "%s cases are decided: %s",
                                    _gram_notice_plural (facts->n_cases)),
                          number, outcome_title (facts));
}

static char *
tell_asked (const GramNoticeFacts *facts)
{
  /* Translators: number of a case, what it is about, a day */
  return g_strdup_printf (_ ("The administrator asks for information in case %" PRId64
                             ", %s; answer by %s"),
                          facts->case_id, facts->label, facts->day);
}

static char *
tell_given (const GramNoticeFacts *facts)
{
  /* Translators: number of a case, what it is about */
  return g_strdup_printf (_ ("The holder has answered in case %" PRId64 ", %s"), facts->case_id,
                          facts->label);
}

static char *
tell_message (const GramNoticeFacts *facts)
{
  g_autofree char *number = gram_decimal_format_in_locale (facts->n_cases, 0, 0);

  if (!facts->handed)
    /* Translators: number of a case, what it is about */
    return g_strdup_printf (_ ("There is news in the thread of case %" PRId64 ", %s"),
                            facts->case_id, facts->label);
  if (facts->n_cases == 1)
    /* Translators: number of a case, what it is about */
    return g_strdup_printf (_ ("Case %" PRId64 ", %s, is not yours any more"), facts->case_id,
                            facts->label);
  return g_strdup_printf (ngettext ("%s case is not yours any more",
                                    "%s cases are not yours any more",
                                    _gram_notice_plural (facts->n_cases)),
                          number);
}

static char *
tell_assigned (const GramNoticeFacts *facts)
{
  g_autofree char *number = gram_decimal_format_in_locale (facts->n_cases, 0, 0);

  if (facts->n_cases == 1)
    /* Translators: number of a case, what it is about */
    return g_strdup_printf (_ ("Case %" PRId64 ", %s, is assigned to you"), facts->case_id,
                            facts->label);
  return g_strdup_printf (ngettext ("%s case is assigned to you", "%s cases are assigned to you",
                                    _gram_notice_plural (facts->n_cases)),
                          number);
}

static char *
tell_due_soon (const GramNoticeFacts *facts)
{
  g_autofree char *number = gram_decimal_format_in_locale (facts->n_cases, 0, 0);

  if (facts->n_cases == 1)
    /* Translators: number of a case, what it is about, a day */
    return g_strdup_printf (_ ("Case %" PRId64 ", %s, is due on %s"), facts->case_id, facts->label,
                            facts->day);
  return g_strdup_printf (ngettext ("%s case is due soon", "%s cases are due soon",
                                    _gram_notice_plural (facts->n_cases)),
                          number);
}

static char *
tell_overdue (const GramNoticeFacts *facts)
{
  g_autofree char *number = gram_decimal_format_in_locale (facts->n_cases, 0, 0);

  if (facts->n_cases == 1)
    /* Translators: number of a case, what it is about, a day */
    return g_strdup_printf (_ ("Case %" PRId64 ", %s, is overdue since %s"), facts->case_id,
                            facts->label, facts->day);
  return g_strdup_printf (ngettext ("%s case is overdue", "%s cases are overdue",
                                    _gram_notice_plural (facts->n_cases)),
                          number);
}

static char *
tell_permissions (const GramNoticeFacts *facts)
{
  g_autofree char *names = gram_permissions_format ((guint)facts->permissions);

  /* Translators: %s are names of permissions, separated by commas */
  return g_strdup_printf (_ ("Your permissions are now: %s"), names);
}

/* By the state that the account is in now. */
static const struct
{
  const char *word;
  const char *sentence;
} states[] = {
  { "suspended", N_ ("The account is suspended; no vehicle can be accepted") },
  { "blocked", N_ ("The account is blocked; it cannot trade or convert") },
  { "open", N_ ("The account is open again") },
};

static char *
tell_state (const GramNoticeFacts *facts)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].word, facts->state))
      return g_strdup (_ (states[i].sentence));
  return g_strdup (_ ("The state of the account has changed"));
}

static const GramNoticeTell tells[] = {
  [GRAM_EVENT_VEHICLE_READY] = tell_ready,
  [GRAM_EVENT_AUTO_ACCEPTED] = tell_auto_accepted,
  [GRAM_EVENT_DISPUTE_DECIDED] = tell_decided,
  [GRAM_EVENT_INFORMATION_ASKED] = tell_asked,
  [GRAM_EVENT_INFORMATION_GIVEN] = tell_given,
  [GRAM_EVENT_MESSAGE] = tell_message,
  [GRAM_EVENT_CASE_ASSIGNED] = tell_assigned,
  [GRAM_EVENT_DUE_SOON] = tell_due_soon,
  [GRAM_EVENT_OVERDUE] = tell_overdue,
  [GRAM_EVENT_PERMISSION_CHANGED] = tell_permissions,
  [GRAM_EVENT_ACCOUNT_SUSPENDED] = tell_state,
  [GRAM_EVENT_TRADE_WAITING] = _gram_notice_tell_trade_waiting,
  [GRAM_EVENT_TRADE_DIFFERS] = _gram_notice_tell_trade_differs,
  [GRAM_EVENT_TRADE_MATCHED] = _gram_notice_tell_trade_matched,
  [GRAM_EVENT_TRADE_DECIDED] = _gram_notice_tell_trade_decided,
  [GRAM_EVENT_TRADE_VOID] = _gram_notice_tell_trade_void,
  [GRAM_EVENT_ALLOCATION_POSTED] = _gram_notice_tell_allocation,
  [GRAM_EVENT_PAYMENT_NOTICE] = _gram_notice_tell_payment,
  [GRAM_EVENT_PAYMENT_OVERDUE] = _gram_notice_tell_overdue,
  [GRAM_EVENT_POOL_ASKED] = _gram_notice_tell_pool_asked,
  [GRAM_EVENT_POOL_DECIDED] = _gram_notice_tell_pool_decided,
  [GRAM_EVENT_WINDOW_OPENS] = _gram_notice_tell_window_opens,
  [GRAM_EVENT_WINDOW_CLOSES] = _gram_notice_tell_window_closes,
  [GRAM_EVENT_TRANSFER_OFFERED] = _gram_notice_tell_transfer_offered,
  [GRAM_EVENT_TRANSFER_DECIDED] = _gram_notice_tell_transfer_decided,
  [GRAM_EVENT_TRANSFER_LAPSED] = _gram_notice_tell_transfer_lapsed,
  [GRAM_EVENT_CREDITS_LAPSE_SOON] = _gram_notice_tell_credits_lapse_soon,
  [GRAM_EVENT_CREDITS_LAPSED] = _gram_notice_tell_credits_lapsed,
  [GRAM_EVENT_CHARGE_DUE] = _gram_notice_tell_charge_due,
  [GRAM_EVENT_CHARGE_OVERDUE] = _gram_notice_tell_charge_overdue,
  [GRAM_EVENT_FLEET_YEAR_SETTLED] = _gram_notice_tell_fleet_year,
  [GRAM_EVENT_BORROWING_ASKED] = _gram_notice_tell_borrowing_asked,
  [GRAM_EVENT_BORROWING_DECIDED] = _gram_notice_tell_borrowing_decided,
  [GRAM_EVENT_PAYMENT_RECORDED] = _gram_notice_tell_payment_recorded,
};

G_STATIC_ASSERT (G_N_ELEMENTS (tells) == GRAM_EVENT_N + 1);

/* A day in words; what is no day is told as it is. */
static char *
dup_day (const char *iso)
{
  GramDate day;

  return gram_date_parse (iso, GRAM_DATE_ISO, &day, NULL) ? gram_date_format_for_people (day)
                                                          : g_strdup (iso);
}

char *
gram_notice_dup_sentence (const GramNoticeRecord *record)
{
  g_autoptr (GVariant) detail = NULL;
  g_autofree char *day = NULL;
  GramNoticeFacts facts;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (record->event >= 1 && record->event <= GRAM_EVENT_N, NULL);

  detail = parse_detail (record->detail);
  facts = read_facts (detail);
  day = dup_day (facts.day);
  facts.day = day;
  return tells[record->event](&facts);
}
