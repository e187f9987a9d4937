/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-journal-sentences-cases.h"

#include "gram-decimal.h"
#include "gram-formats.h"
#include "gram-vehicle-fields.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Marks both forms for the translators. */
#define NP_(singular, plural) singular, plural
/* Cases that are told by their numbers; more are told by their count. */
#define MOST_NUMBERS 10

void
_gram_journal_add_line (GString *detail, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (detail->len > 0)
    g_string_append_c (detail, '\n');
  g_string_append (detail, line);
}

char *
_gram_journal_count_line (gint64 n, const char *one, const char *many)
{
  g_autofree char *number = gram_format_count (n);
  const char *format = g_dngettext (GETTEXT_PACKAGE, one, many, (gulong)n);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return n > 0 ? g_strjoinv (number, parts) : NULL;
}

/* The cases of an entry, from its arguments or else from its result. */
static GVariant *
dup_cases (const GramJournalFacts *facts)
{
  const GVariantType *type = G_VARIANT_TYPE ("ax");
  GVariant *cases = NULL;

  if (facts->arguments != NULL)
    cases = g_variant_lookup_value (facts->arguments, "cases", type);
  if (cases == NULL && facts->result != NULL)
    cases = g_variant_lookup_value (facts->result, "cases", type);
  return cases;
}

/* “Case 17” or “Cases 17, 18, 20”; a line without end would help nobody. */
static void
add_cases (const GramJournalFacts *facts, GString *detail)
{
  g_autoptr (GVariant) cases = dup_cases (facts);
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *line = NULL;
  const gint64 *ids;
  gsize n_ids;

  if (cases == NULL)
    return;
  ids = g_variant_get_fixed_array (cases, &n_ids, sizeof (gint64));
  if (n_ids == 0 || n_ids > MOST_NUMBERS)
    return;
  for (gsize i = 0; i < n_ids; i++)
    g_string_append_printf (numbers, i > 0 ? ", %" PRId64 : "%" PRId64, ids[i]);
  /* Translators: the number of a case, or several */
  line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Case %s", "Cases %s", (gulong)n_ids),
                          numbers->str);
  _gram_journal_add_line (detail, line);
}

/* A sentence about as many cases as the entry has. */
static char *
count_cases (const GramJournalFacts *facts, GString *detail, const char *one, const char *many)
{
  g_autoptr (GVariant) cases = dup_cases (facts);
  gint64 n = gram_journal_facts_number (facts, "claimed");

  if (cases != NULL && g_variant_n_children (cases) > 0)
    n = (gint64)g_variant_n_children (cases);
  add_cases (facts, detail);
  return _gram_journal_count_line (MAX (n, 1), one, many);
}

/* What a dispute of a value says the value should be. */
static void
add_claim (const GramJournalFacts *facts, GString *detail)
{
  const char *field = gram_journal_facts_text (facts, "field");
  const char *claimed = gram_journal_facts_text (facts, "claimed");
  const char *title = gram_journal_facts_text (facts, "claimed-title");
  g_autofree char *line = NULL;

  if (*field == '\0' || *claimed == '\0')
    return;
  /* Translators: a field of a vehicle and the value that somebody says it should have */
  line = g_strdup_printf (_ ("%s should be: %s"), gram_vehicle_field_title (field),
                          *title != '\0' ? title : claimed);
  _gram_journal_add_line (detail, line);
}

static char *
report_missing (const GramJournalFacts *facts)
{
  const char *vin = gram_journal_facts_text (facts, "vin");
  const char *name = *vin != '\0' ? vin : gram_journal_facts_text (facts, "chassis");

  return g_strdup_printf (_ ("Reported that vehicle %s is missing"), name);
}

char *
_gram_journal_dispute_opened (const GramJournalFacts *facts, GString *detail)
{
  const char *kind = gram_journal_facts_text (facts, "kind");
  gint64 n = MAX (gram_journal_facts_number (facts, "vehicles"), 1);

  add_claim (facts, detail);
  add_cases (facts, detail);
  if (g_str_equal (kind, "missing"))
    return report_missing (facts);
  if (g_str_equal (kind, "not-ours"))
    return _gram_journal_count_line (n, NP_ ("Disputed %s vehicle: not the holder’s",
                                             "Disputed %s vehicles: not the holder’s"));
  return _gram_journal_count_line (n, NP_ ("Disputed a value of %s vehicle",
                                           "Disputed a value of %s vehicles"));
}

char *
_gram_journal_message_written (const GramJournalFacts *facts, GString *detail)
{
  gboolean internal = g_str_equal (gram_journal_facts_text (facts, "lane"), "internal");

  return gram_journal_facts_fill (facts, internal ? _ ("Wrote an internal note in case {case}")
                                                  : _ ("Wrote a message in case {case}"));
}

char *
_gram_journal_file_attached (const GramJournalFacts *facts, GString *detail)
{
  g_autofree char *size = g_format_size ((guint64)gram_journal_facts_number (facts, "size"));
  g_autofree char *line
      = g_strdup_printf ("%s, SHA-256 %s", size, gram_journal_facts_text (facts, "sha256"));
  gboolean internal = g_str_equal (gram_journal_facts_text (facts, "lane"), "internal");

  _gram_journal_add_line (detail, line);
  return gram_journal_facts_fill (facts, internal
                                             ? _ ("Attached “{name}” internally to case {case}")
                                             : _ ("Attached “{name}” to case {case}"));
}

char *
_gram_journal_answers_imported (const GramJournalFacts *facts, GString *detail)
{
  gint64 decided = gram_journal_facts_number (facts, "decided");
  g_autofree char *unmatched
      = _gram_journal_count_line (gram_journal_facts_number (facts, "unmatched"),
                                  NP_ ("%s answer belongs to no open dispute",
                                       "%s answers belong to no open dispute"));
  g_autofree char *differing
      = _gram_journal_count_line (gram_journal_facts_number (facts, "differing"),
                                  NP_ ("%s answer says something else than was disputed",
                                       "%s answers say something else than was disputed"));

  _gram_journal_add_line (detail, unmatched);
  _gram_journal_add_line (detail, differing);
  return _gram_journal_count_line (decided,
                                   NP_ ("Brought in the administrator’s answer to %s dispute",
                                        "Brought in the administrator’s answers to %s disputes"));
}

char *
_gram_journal_cases_claimed (const GramJournalFacts *facts, GString *detail)
{
  return count_cases (facts, detail, NP_ ("Claimed %s case", "Claimed %s cases"));
}

char *
_gram_journal_cases_released (const GramJournalFacts *facts, GString *detail)
{
  return count_cases (facts, detail, NP_ ("Released %s case", "Released %s cases"));
}

char *
_gram_journal_cases_upheld (const GramJournalFacts *facts, GString *detail)
{
  return count_cases (facts, detail, NP_ ("Upheld %s dispute", "Upheld %s disputes"));
}

char *
_gram_journal_cases_declined (const GramJournalFacts *facts, GString *detail)
{
  return count_cases (facts, detail,
                      NP_ ("Did not uphold %s dispute", "Did not uphold %s disputes"));
}

char *
_gram_journal_differences_taken (const GramJournalFacts *facts, GString *detail)
{
  return count_cases (facts, detail,
                      NP_ ("Took the register file’s values in %s case",
                           "Took the register file’s values in %s cases"));
}

char *
_gram_journal_differences_kept (const GramJournalFacts *facts, GString *detail)
{
  return count_cases (facts, detail,
                      NP_ ("Kept the registry’s values in %s case",
                           "Kept the registry’s values in %s cases"));
}

char *
_gram_journal_payment_recorded (const GramJournalFacts *facts, GString *detail)
{
  g_autofree char *amount = NULL;
  gint64 cents;

  if (!gram_decimal_parse (gram_journal_facts_text (facts, "amount"), 2, &cents, NULL))
    return NULL;
  amount = gram_format_money (cents, "NZD");
  /* Translators: %s is an amount of money */
  return g_strdup_printf (_ ("Recorded a payment of %s"), amount);
}
