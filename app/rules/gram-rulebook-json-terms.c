/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-terms-private.h"
#include "gram-rulebook-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DAYS 3650
#define MAX_YEARS 10
#define MAX_WORD 40
#define SCALE_MONEY GRAM_DECIMAL_SCALE_MONEY
#define WORD_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

static void
fail_value (GramRulebookSection *self, const char *name, const char *problem)
{
  _gram_rulebook_section_fail (self, name, GRAM_RULES_ERROR_RULEBOOK_VALUE, problem);
}

/* Nothing computes interest: a rulebook that has some would be shown, and not kept. */
static void
read_charges (GramRulebookSection *self, GramCcsTerms *terms)
{
  GramRulebookSection payg = _gram_rulebook_section_object (self, "pay_as_you_go");
  GramRulebookSection overdue = _gram_rulebook_section_object (self, "overdue");
  GramRulebookSection fee = _gram_rulebook_section_object (self, "admin_fee");

  terms->payg_due_days = _gram_rulebook_section_int (&payg, "due_days", 0, MAX_DAYS);
  terms->payg_provenance = _gram_rulebook_section_provenance (&payg);
  _gram_rulebook_section_close (&payg);

  terms->overdue_interest = _gram_rulebook_section_decimal (&overdue, "interest", SCALE_MONEY);
  if (terms->overdue_interest != 0)
    fail_value (&overdue, "interest",
                _ ("is not 0, while this version of Gram charges no interest"));
  terms->remind_days = _gram_rulebook_section_int (&overdue, "remind_days_before", 0, MAX_DAYS);
  terms->overdue_provenance = _gram_rulebook_section_provenance (&overdue);
  _gram_rulebook_section_close (&overdue);

  terms->admin_fee_cents = _gram_rulebook_section_decimal (&fee, "amount", SCALE_MONEY);
  terms->admin_fee_tax = (int)_gram_rulebook_section_decimal (&fee, "tax_percent", SCALE_MONEY);
  if (terms->admin_fee_cents > G_MAXINT32 || terms->admin_fee_tax > 100 * 100)
    fail_value (&fee, "tax_percent", _ ("is too large, or the amount is"));
  terms->admin_fee_provenance = _gram_rulebook_section_provenance (&fee);
  _gram_rulebook_section_close (&fee);
}

/* A shortfall keeps the rate of the year that it is from: another way would be shown, and not kept. */
static void
read_borrowing (GramRulebookSection *self, GramCcsTerms *terms)
{
  GramRulebookSection section = _gram_rulebook_section_object (self, "borrowing");
  const char *rate = _gram_rulebook_section_string (&section, "rate");

  terms->borrowing_times = _gram_rulebook_section_int (&section, "times", 0, 1);
  terms->borrowing_years = _gram_rulebook_section_int (&section, "years", 1, 1);
  if (rate != NULL && strcmp (rate, "origin") != 0)
    fail_value (&section, "rate",
                _ ("is not “origin”: a shortfall keeps the rate of its own year"));
  terms->borrowing_provenance = _gram_rulebook_section_provenance (&section);
  _gram_rulebook_section_close (&section);
}

/* Days before a lapse, most first. */
static void
read_warnings (GramRulebookSection *self, GramCcsTerms *terms)
{
  GramRulebookSection section = _gram_rulebook_section_object (self, "warnings");
  JsonArray *array = _gram_rulebook_section_array (&section, "days");
  guint n = _gram_rulebook_section_count (&section, "days", array, 1);

  if (n > GRAM_CCS_MAX_WARNINGS)
    fail_value (&section, "days", _ ("is too long"));
  n = MIN (n, GRAM_CCS_MAX_WARNINGS);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gint64 days = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
                        ? json_node_get_int (node)
                        : 0;

      if (days < 1 || days > MAX_DAYS || (i > 0 && days >= terms->warn_days[i - 1]))
        fail_value (&section, "days", _ ("are not whole numbers of days, the largest one first"));
      terms->warn_days[i] = (int)CLAMP (days, 0, MAX_DAYS);
    }
  terms->n_warn_days = n;
  terms->warn_provenance = _gram_rulebook_section_provenance (&section);
  _gram_rulebook_section_close (&section);
}

static void
read_transfers (GramRulebookSection *self, GramCcsTerms *terms)
{
  GramRulebookSection offers = _gram_rulebook_section_object (self, "offers");
  GramRulebookSection forecast = _gram_rulebook_section_object (self, "forecast");

  terms->whole_credits = _gram_rulebook_section_boolean (&offers, "whole_credits");
  terms->transfer_lapse_days
      = _gram_rulebook_section_int (&offers, "lapse_after_days", 1, MAX_DAYS);
  terms->offer_provenance = _gram_rulebook_section_provenance (&offers);
  _gram_rulebook_section_close (&offers);

  _gram_rulebook_section_month_day (&forecast, "next_year_from", &terms->forecast_month,
                                    &terms->forecast_day);
  terms->forecast_provenance = _gram_rulebook_section_provenance (&forecast);
  _gram_rulebook_section_close (&forecast);
}

static gboolean
has_word (const GramCcsTerms *terms, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (terms->exclusions[i].word, word) == 0)
      return TRUE;

  return FALSE;
}

static void
read_exclusions (GramRulebookSection *self, GramCcsTerms *terms)
{
  JsonArray *array = _gram_rulebook_section_array (self, "exclusions");
  guint n = _gram_rulebook_section_count (self, "exclusions", array, 1);

  terms->exclusions = g_new0 (GramCcsExclusion, n);
  terms->n_exclusions = n;
  for (guint i = 0; i < n; i++)
    {
      GramRulebookSection section = _gram_rulebook_section_element (self, "exclusions", array, i);
      const char *word = _gram_rulebook_section_string (&section, "word");

      if (word != NULL
          && (strspn (word, WORD_CHARACTERS) != strlen (word) || strlen (word) > MAX_WORD))
        fail_value (&section, "word", _ ("has characters other than a to z, 0 to 9 and the dash"));
      if (word != NULL && has_word (terms, i, word))
        fail_value (&section, "word", _ ("stands twice in the list"));
      terms->exclusions[i].word = g_strdup (word);
      terms->exclusions[i].title = g_strdup (_gram_rulebook_section_string (&section, "title"));
      terms->exclusions[i].provenance = _gram_rulebook_section_provenance (&section);
      _gram_rulebook_section_close (&section);
    }
}

GramCcsTerms *
_gram_rulebook_read_terms (GramRulebookSection *self)
{
  GramRulebookSection section;
  GramCcsTerms *terms;

  if (!_gram_rulebook_section_has (self, "terms"))
    return _gram_ccs_terms_copy_default ();

  terms = g_new0 (GramCcsTerms, 1);
  section = _gram_rulebook_section_object (self, "terms");
  read_charges (&section, terms);
  read_borrowing (&section, terms);
  read_transfers (&section, terms);
  read_warnings (&section, terms);
  read_exclusions (&section, terms);
  _gram_rulebook_section_close (&section);

  return terms;
}
