/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-words.h"

#include "gram-acceptance.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

static const GramWord registry_kinds[] = {
  { GRAM_REGISTRY_ADMINISTRATOR, "administrator" },
  { GRAM_REGISTRY_OWN, "own" },
  { GRAM_REGISTRY_PRACTICE, "practice" },
};

static const GramWord account_kinds[] = {
  { GRAM_ACCOUNT_CCS_USED, "ccs-used" },
  { GRAM_ACCOUNT_CCS_NEW, "ccs-new" },
  { GRAM_ACCOUNT_CCTS, "ccts" },
};

static const GramWord schemes[] = {
  { GRAM_SCHEME_CCS, "ccs" },
  { GRAM_SCHEME_CCTS, "ccts" },
};

static const GramWord account_states[] = {
  { GRAM_ACCOUNT_OPEN, "open" },       { GRAM_ACCOUNT_SUSPENDED, "suspended" },
  { GRAM_ACCOUNT_BLOCKED, "blocked" }, { GRAM_ACCOUNT_CLOSING, "closing" },
  { GRAM_ACCOUNT_CLOSED, "closed" },
};

static const GramWord permissions[] = {
  { GRAM_PERMISSION_VIEW, "view" },     { GRAM_PERMISSION_GRANT, "grant" },
  { GRAM_PERMISSION_ACCEPT, "accept" }, { GRAM_PERMISSION_TRANSFER, "transfer" },
  { GRAM_PERMISSION_EDIT, "edit" },
};

static const GramWord roles[] = {
  { GRAM_ROLE_ADMINISTRATOR, "administrator" },
  { GRAM_ROLE_CASE_HANDLER, "case-handler" },
  { GRAM_ROLE_DECISION_MAKER, "decision-maker" },
  { GRAM_ROLE_READER, "reader" },
  { GRAM_ROLE_OFFICER, "officer" },
};

static const GramWord vehicle_statuses[] = {
  { GRAM_VEHICLE_ENTERED, "entered" },
  { GRAM_VEHICLE_READY, "ready" },
  { GRAM_VEHICLE_ACCEPTED, "accepted" },
};

static const GramWord attentions[] = {
  { GRAM_ATTENTION_NONE, "none" },
  { GRAM_ATTENTION_INCOMPLETE, "incomplete" },
  { GRAM_ATTENTION_DISPUTED, "disputed" },
};

static const GramWord auto_accepts[] = {
  { GRAM_AUTO_ACCEPT_OFF, "off" },
  { GRAM_AUTO_ACCEPT_CREDIT, "credit" },
  { GRAM_AUTO_ACCEPT_CHARGE, "charge" },
};

static const GramWord missing_data[] = {
  { GRAM_MISSING_CO2, "co2" },   { GRAM_MISSING_MASS, "mass" },   { GRAM_MISSING_TYPE, "type" },
  { GRAM_MISSING_MAKE, "make" }, { GRAM_MISSING_MODEL, "model" }, { GRAM_MISSING_DATE, "date" },
};

static const GramWord roundings[] = {
  { GRAM_ROUND_HALF_UP, "half-up" },
  { GRAM_ROUND_HALF_EVEN, "half-even" },
  { GRAM_ROUND_TRUNCATE, "truncate" },
};

static const GramWord date_orders[] = {
  { GRAM_DATE_ISO, "iso" },
  { GRAM_DATE_DAY_MONTH_YEAR, "day-month-year" },
  { GRAM_DATE_MONTH_DAY_YEAR, "month-day-year" },
};

static const GramWord missing_weights[] = {
  { GRAM_CCS_MISSING_WEIGHTS_REFUSE, "refuse" },
  { GRAM_CCS_MISSING_WEIGHTS_MEAN, "mean" },
};

static const GramWord auto_reasons[] = {
  { GRAM_AUTO_REASON_ACCEPTS, "accepts" },
  { GRAM_AUTO_REASON_SWITCHED_OFF, "switched-off" },
  { GRAM_AUTO_REASON_ALREADY_ACCEPTED, "already-accepted" },
  { GRAM_AUTO_REASON_NOT_READY, "not-ready" },
  { GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN, "account-not-open" },
  { GRAM_AUTO_REASON_DISPUTED, "disputed" },
  { GRAM_AUTO_REASON_INCOMPLETE, "incomplete" },
  { GRAM_AUTO_REASON_NO_TARGET, "no-target" },
  { GRAM_AUTO_REASON_CHARGE, "charge" },
  { GRAM_AUTO_REASON_CREDIT, "credit" },
  { GRAM_AUTO_REASON_EXCLUDED, "excluded" },
};

static const GramWord effects[] = {
  { GRAM_EFFECT_VIEW, "view" },           { GRAM_EFFECT_EDIT, "edit" },
  { GRAM_EFFECT_PEOPLE, "people" },       { GRAM_EFFECT_ENTER, "enter" },
  { GRAM_EFFECT_ACCEPT, "accept" },       { GRAM_EFFECT_AUTO_ACCEPT, "auto-accept" },
  { GRAM_EFFECT_DISPUTE, "dispute" },     { GRAM_EFFECT_TRANSFER_OUT, "transfer-out" },
  { GRAM_EFFECT_RECEIVE, "receive" },     { GRAM_EFFECT_CONVERT, "convert" },
  { GRAM_EFFECT_SURRENDER, "surrender" }, { GRAM_EFFECT_PAY, "pay" },
};

static const GramWord acts[] = {
  { GRAM_ACT_TRANSFER, "transfer" },
  { GRAM_ACT_SURRENDER, "surrender" },
  { GRAM_ACT_CLOSING, "closing" },
};

static const GramWord presets[] = {
  { GRAM_PRESET_OWNER, "owner" },
  { GRAM_PRESET_COMPLIANCE_OFFICER, "compliance-officer" },
  { GRAM_PRESET_TRADER, "trader" },
  { GRAM_PRESET_READ_ONLY, "read-only" },
};

static const GramWord charge_schemes[] = {
  { GRAM_CHARGE_SCHEME_PAYG, "payg" },
  { GRAM_CHARGE_SCHEME_FLEET_AVERAGE, "fleet-average" },
};

static const GramWord amls[] = {
  { GRAM_AML_NONE, "none" },
  { GRAM_AML_VERIFIED, "verified" },
  { GRAM_AML_REFUSED, "refused" },
  { GRAM_AML_EXPIRED, "expired" },
};

static const GramWord invitation_states[] = {
  { GRAM_INVITATION_PENDING, "pending" },
  { GRAM_INVITATION_USED, "used" },
  { GRAM_INVITATION_REVOKED, "revoked" },
  { GRAM_INVITATION_LAPSED, "lapsed" },
};

static const GramWord handover_states[] = {
  { GRAM_HANDOVER_PENDING, "pending" },   { GRAM_HANDOVER_ACCEPTED, "accepted" },
  { GRAM_HANDOVER_DECLINED, "declined" }, { GRAM_HANDOVER_WITHDRAWN, "withdrawn" },
  { GRAM_HANDOVER_LAPSED, "lapsed" },
};

static const GramWord request_states[] = {
  { GRAM_REQUEST_PENDING, "pending" },   { GRAM_REQUEST_APPROVED, "approved" },
  { GRAM_REQUEST_DECLINED, "declined" }, { GRAM_REQUEST_WITHDRAWN, "withdrawn" },
  { GRAM_REQUEST_LAPSED, "lapsed" },
};

static const GramWord measure_kinds[] = {
  { GRAM_MEASURE_SUSPENSION, "suspension" },
  { GRAM_MEASURE_BLOCK, "block" },
};

static const GramWord measure_states[] = {
  { GRAM_MEASURE_NOTIFIED, "notified" },
  { GRAM_MEASURE_IN_FORCE, "in-force" },
  { GRAM_MEASURE_ENDED, "ended" },
  { GRAM_MEASURE_DROPPED, "dropped" },
};

static const GramWord measure_grounds[] = {
  { GRAM_MEASURE_GROUND_FAILURE, "failure" },
  { GRAM_MEASURE_GROUND_CONVICTION, "conviction" },
  { GRAM_MEASURE_GROUND_PENALTY, "penalty" },
};

static const GramWord closing_kinds[] = {
  { GRAM_CLOSING_HOLDER, "holder" },
  { GRAM_CLOSING_ADMINISTRATOR, "administrator" },
};

static const GramWord closing_states[] = {
  { GRAM_CLOSING_NOTIFIED, "notified" },   { GRAM_CLOSING_REQUESTED, "requested" },
  { GRAM_CLOSING_WITHDRAWN, "withdrawn" }, { GRAM_CLOSING_REFUSED, "refused" },
  { GRAM_CLOSING_DROPPED, "dropped" },     { GRAM_CLOSING_DONE, "done" },
};

static const GramWord closing_needs[] = {
  { GRAM_CLOSING_NEED_CHARGES_PAID, "charges-paid" },
  { GRAM_CLOSING_NEED_NO_VEHICLES_WAITING, "no-vehicles-waiting" },
  { GRAM_CLOSING_NEED_NO_DISPUTES, "no-disputes" },
  { GRAM_CLOSING_NEED_NO_REQUESTS, "no-requests" },
  { GRAM_CLOSING_NEED_NO_TRANSFERS, "no-transfers" },
  { GRAM_CLOSING_NEED_ALLOWANCES_SETTLED, "allowances-settled" },
  { GRAM_CLOSING_NEED_FLEET_AVERAGE_SETTLED, "fleet-average-settled" },
};

static const GramWord application_states[] = {
  { GRAM_APPLICATION_DRAFT, "draft" },
  { GRAM_APPLICATION_SUBMITTED, "submitted" },
  { GRAM_APPLICATION_INFORMATION_ASKED, "information-asked" },
  { GRAM_APPLICATION_APPROVED, "approved" },
  { GRAM_APPLICATION_DECLINED, "declined" },
  { GRAM_APPLICATION_WITHDRAWN, "withdrawn" },
  { GRAM_APPLICATION_SUSPENDED, "suspended" },
  { GRAM_APPLICATION_REVOKED, "revoked" },
};

static const GramVocabulary vocabularies[] = {
  GRAM_VOCABULARY ("registry-kind", registry_kinds),
  GRAM_VOCABULARY ("account-kind", account_kinds),
  GRAM_VOCABULARY ("scheme", schemes),
  GRAM_VOCABULARY ("account-state", account_states),
  GRAM_VOCABULARY ("permission", permissions),
  GRAM_VOCABULARY ("role", roles),
  GRAM_VOCABULARY ("vehicle-status", vehicle_statuses),
  GRAM_VOCABULARY ("attention", attentions),
  GRAM_VOCABULARY ("auto-accept", auto_accepts),
  GRAM_VOCABULARY ("missing", missing_data),
  GRAM_VOCABULARY ("rounding", roundings),
  GRAM_VOCABULARY ("date-order", date_orders),
  GRAM_VOCABULARY ("missing-weights", missing_weights),
  GRAM_VOCABULARY ("auto-reason", auto_reasons),
  GRAM_VOCABULARY ("effect", effects),
  GRAM_VOCABULARY ("act", acts),
  GRAM_VOCABULARY ("preset", presets),
  GRAM_VOCABULARY ("charge-scheme", charge_schemes),
  GRAM_VOCABULARY ("aml", amls),
  GRAM_VOCABULARY ("invitation-state", invitation_states),
  GRAM_VOCABULARY ("handover-state", handover_states),
  GRAM_VOCABULARY ("request-state", request_states),
  GRAM_VOCABULARY ("measure-kind", measure_kinds),
  GRAM_VOCABULARY ("measure-state", measure_states),
  GRAM_VOCABULARY ("measure-ground", measure_grounds),
  GRAM_VOCABULARY ("closing-kind", closing_kinds),
  GRAM_VOCABULARY ("closing-state", closing_states),
  GRAM_VOCABULARY ("closing-need", closing_needs),
  GRAM_VOCABULARY ("application-state", application_states),
};

static const GramVocabulary *
find_vocabulary (const char *name)
{
  gsize n_cases;
  gsize n_ccts;
  gsize n_ccs;
  const GramVocabulary *cases = _gram_case_vocabularies (&n_cases);
  const GramVocabulary *ccts = _gram_ccts_vocabularies (&n_ccts);
  const GramVocabulary *ccs = _gram_ccs_vocabularies (&n_ccs);

  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    if (g_str_equal (vocabularies[i].name, name))
      return &vocabularies[i];
  for (gsize i = 0; i < n_cases; i++)
    if (g_str_equal (cases[i].name, name))
      return &cases[i];
  for (gsize i = 0; i < n_ccts; i++)
    if (g_str_equal (ccts[i].name, name))
      return &ccts[i];
  for (gsize i = 0; i < n_ccs; i++)
    if (g_str_equal (ccs[i].name, name))
      return &ccs[i];

  g_critical ("there is no vocabulary “%s”", name);
  return NULL;
}

GramScheme
gram_account_kind_scheme (GramAccountKind kind)
{
  return kind == GRAM_ACCOUNT_CCTS ? GRAM_SCHEME_CCTS : GRAM_SCHEME_CCS;
}

const char *
gram_word_for (const char *vocabulary, int value)
{
  const GramVocabulary *found = find_vocabulary (vocabulary);

  g_return_val_if_fail (found != NULL, "");

  for (guint i = 0; i < found->n_words; i++)
    if (found->words[i].value == value)
      return found->words[i].word;

  g_critical ("%d is not of the vocabulary “%s”", value, vocabulary);
  return "";
}

gboolean
gram_word_parse (const char *vocabulary, const char *word, int *value)
{
  const GramVocabulary *found = find_vocabulary (vocabulary);

  g_return_val_if_fail (found != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (word == NULL)
    return FALSE;

  for (guint i = 0; i < found->n_words; i++)
    if (g_str_equal (found->words[i].word, word))
      {
        *value = found->words[i].value;
        return TRUE;
      }

  return FALSE;
}

const char **
gram_words_of_set (const char *vocabulary, guint flags)
{
  const GramVocabulary *found = find_vocabulary (vocabulary);
  const char **words;
  guint n = 0;

  g_return_val_if_fail (found != NULL, NULL);

  words = g_new0 (const char *, found->n_words + 1);
  for (guint i = 0; i < found->n_words; i++)
    if ((flags & (guint)found->words[i].value) != 0)
      words[n++] = found->words[i].word;

  return words;
}

const char **
gram_words_of (const char *vocabulary)
{
  const GramVocabulary *found = find_vocabulary (vocabulary);
  const char **words;

  g_return_val_if_fail (found != NULL, NULL);

  words = g_new0 (const char *, found->n_words + 1);
  for (guint i = 0; i < found->n_words; i++)
    words[i] = found->words[i].word;

  return words;
}

const char *
_gram_title (const char *context, const GramTitle *titles, gsize n_titles, int value)
{
  for (gsize i = 0; i < n_titles; i++)
    {
      const char *title = titles[i].title;

      if (titles[i].value != value)
        continue;
      /* The empty title is not looked up: it would find the header of the catalogue. */
      if (*title == '\0')
        return title;
      return context == NULL ? _ (title) : g_dpgettext2 (GETTEXT_PACKAGE, context, title);
    }

  g_return_val_if_reached ("");
}

const char *
gram_account_kind_title (GramAccountKind kind)
{
  switch (kind)
    {
    case GRAM_ACCOUNT_CCS_USED:
      return _ ("Clean Car Standard, used vehicles");
    case GRAM_ACCOUNT_CCS_NEW:
      return _ ("Clean Car Standard, new vehicles");
    case GRAM_ACCOUNT_CCTS:
      return _ ("Car CO₂ Trading Scheme");
    default:
      return "";
    }
}
