/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-credits.h"
#include "gram-ccs-payment.h"
#include "gram-ccs.h"

#include "rulebooks.h"

static GramDate
day (const char *text)
{
  GramDate date;

  g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &date, NULL));
  return date;
}

static char *
print_credits (const GArray *lines)
{
  g_autoptr (GString) text = g_string_new ("");
  char credits[GRAM_DECIMAL_BUFFER];

  for (guint i = 0; i < lines->len; i++)
    {
      const GramCcsCredits *line = &g_array_index (lines, GramCcsCredits, i);

      g_string_append_printf (text, "%s%d=%s", i > 0 ? " " : "", line->year,
                              gram_decimal_print (credits, line->credits, 2, 2));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What somebody chose, by year. */
static const struct
{
  const char *texts;
  const char *lines; /* NULL: refused */
  const char *refusal;
} forms[] = {
  { "", "", NULL },
  { "2025=15.55", "2025=15.55", NULL },
  { "2026=1 2023=0.01", "2023=0.01 2026=1.00", NULL },
  { "2025=1 2025=2", NULL, "credits.twice" },
  { "2025=0", NULL, "credits.form" },
  { "2025=-1", NULL, "credits.form" },
  { "2025=", NULL, "credits.form" },
  { "2025", NULL, "credits.form" },
  { "=1", NULL, "credits.form" },
  { "25=1", NULL, "credits.form" },
  { "-999=1", NULL, "credits.form" },
  { "20255=1", NULL, "credits.form" },
  { "1999=1", NULL, "credits.form" },
  { "2025=1.555", NULL, "credits.form" },
  { "2025=1,5", NULL, "credits.form" },
  { "2025=1e5", NULL, "credits.form" },
  { "2025=99999999999999999999", NULL, "credits.form" },
};

static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto (GStrv) texts
          = *forms[i].texts != '\0' ? g_strsplit (forms[i].texts, " ", -1) : g_new0 (char *, 1);
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GArray) lines = gram_ccs_credits_parse ((const char *const *)texts, &refusal);
      g_autofree char *text = NULL;

      g_test_message ("%s", forms[i].texts);
      if (forms[i].lines == NULL)
        {
          g_assert_null (lines);
          g_assert_cmpstr (refusal->id, ==, forms[i].refusal);
          continue;
        }
      text = print_credits (lines);
      g_assert_cmpstr (text, ==, forms[i].lines);
    }
  {
    g_autoptr (GArray) none = gram_ccs_credits_parse (NULL, NULL);

    g_assert_cmpuint (none->len, ==, 0);
  }
}

/* Sums that do not fit are none. */
static void
test_sum (void)
{
  const GramCcsCredits lines[] = { { 2025, G_MAXINT64 }, { 2026, 1 } };
  gint64 sum = -1;

  g_assert_true (gram_ccs_credits_sum (lines, 1, &sum));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  g_assert_false (gram_ccs_credits_sum (lines, 2, &sum));
}

/* What comes back, comes back newest year first: the opposite of the order of use (CCS facts §7). */
static const struct
{
  gint64 credits;
  const char *lines;
} backs[] = {
  { 0, "" },
  { 100, "2026=1.00" },
  { 500, "2026=5.00" },
  { 501, "2026=5.00 2025=0.01" },
  { 99999, "2026=5.00 2025=3.00 2023=2.00" },
};

static void
test_give_back (void)
{
  static const GramCcsCredits used[] = { { 2023, 200 }, { 2026, 500 }, { 2024, 0 }, { 2025, 300 } };

  for (gsize i = 0; i < G_N_ELEMENTS (backs); i++)
    {
      g_autoptr (GArray) lines
          = gram_ccs_credits_give_back (used, G_N_ELEMENTS (used), backs[i].credits);
      g_autofree char *text = print_credits (lines);

      g_assert_cmpstr (text, ==, backs[i].lines);
    }
}

/* Row 27 of §15: credits of 2023 and 2024 lapse at the end of 31 December 2028, of 2025 a year later; warned 90 and 30 days before. */
static const struct
{
  const char *today;
  const char *calendar; /* day, credits, years, days left, warning */
} calendars[] = {
  { "2026-11-22",
    "2028-12-31 5.00 2023-2024 770 0; 2029-12-31 10.00 2025-2025 1135 0; 2030-12-31 0.01 2026-2026 "
    "1500 0" },
  { "2028-10-01",
    "2028-12-31 5.00 2023-2024 91 0; 2029-12-31 10.00 2025-2025 456 0; 2030-12-31 0.01 2026-2026 821 "
    "0" },
  { "2028-10-02",
    "2028-12-31 5.00 2023-2024 90 90; 2029-12-31 10.00 2025-2025 455 0; 2030-12-31 0.01 2026-2026 "
    "820 0" },
  { "2028-12-01",
    "2028-12-31 5.00 2023-2024 30 30; 2029-12-31 10.00 2025-2025 395 0; 2030-12-31 0.01 2026-2026 "
    "760 0" },
  { "2028-12-31",
    "2028-12-31 5.00 2023-2024 0 30; 2029-12-31 10.00 2025-2025 365 0; 2030-12-31 0.01 2026-2026 730 "
    "0" },
  { "2029-01-01",
    "2028-12-31 5.00 2023-2024 -1 0; 2029-12-31 10.00 2025-2025 364 0; 2030-12-31 0.01 2026-2026 729 "
    "0" },
};

static void
test_calendar (void)
{
  static const GramCcsCredits holdings[]
      = { { 2026, 1 }, { 2024, 300 }, { 2023, 200 }, { 2025, 1000 }, { 2022, 0 } };
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      g_autoptr (GArray) lapses
          = gram_ccs_lapse_calendar (rulebook->ccs, holdings, G_N_ELEMENTS (holdings),
                                     day (calendars[i].today));
      g_autoptr (GString) text = g_string_new ("");

      for (guint j = 0; j < lapses->len; j++)
        {
          const GramCcsLapse *lapse = &g_array_index (lapses, GramCcsLapse, j);
          g_autofree char *on = gram_date_format (lapse->on);
          char credits[GRAM_DECIMAL_BUFFER];

          g_string_append_printf (text, "%s%s %s %d-%d %d %d", j > 0 ? "; " : "", on,
                                  gram_decimal_print (credits, lapse->credits, 2, 2),
                                  lapse->first_year, lapse->last_year, (int)lapse->days_left,
                                  lapse->warning);
        }
      g_assert_cmpstr (text->str, ==, calendars[i].calendar);
    }
}

static void
test_live (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  g_assert_true (gram_ccs_credits_live (rulebook->ccs, 2023, day ("2028-12-31")));
  g_assert_false (gram_ccs_credits_live (rulebook->ccs, 2023, day ("2029-01-01")));
  g_assert_true (gram_ccs_credits_live (rulebook->ccs, 2026, day ("2030-12-31")));
}

/* Which charges money settles: LTA 1998 s 177, s 182. */
static const GramCcsDue dues[] = {
  { 7, { 2026, 11, 20 }, 5000 },
  { 5, { 2026, 11, 20 }, 2000 },
  { 9, { 2026, 3, 31 }, 1000 },
  { 3, { 2027, 3, 31 }, 0 },
};

static const struct
{
  const char *what;
  gint64 amount;
  gint64 chosen[3];
  gsize n_chosen;
  const char *shares; /* NULL: refused */
  gint64 in_favour;
  const char *refusal;
} payments[] = {
  { "oldest due first, then the first that arose", 3500, { 0 }, 0, "9:1000 5:2000 7:500", 0, NULL },
  { "exactly all", 8000, { 0 }, 0, "9:1000 5:2000 7:5000", 0, NULL },
  { "more than is owed", 8001, { 0 }, 0, "9:1000 5:2000 7:5000", 1, NULL },
  { "one cent", 1, { 0 }, 0, "9:1", 0, NULL },
  { "chosen ones only", 6000, { 7, 9 }, 2, "9:1000 7:5000", 0, NULL },
  { "more than the chosen ones", 3000, { 5 }, 1, "5:2000", 1000, NULL },
  { "nothing", 0, { 0 }, 0, NULL, 0, "payment.amount" },
  { "less than nothing", -1, { 0 }, 0, NULL, 0, "payment.amount" },
  { "a charge of another account", 100, { 77 }, 1, NULL, 0, "payment.charge" },
  { "one that is settled", 100, { 3 }, 1, NULL, 0, "payment.charge" },
  { "the same one twice", 100, { 5, 7, 5 }, 3, NULL, 0, "payment.twice" },
};

static void
test_payments (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (payments); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GString) text = g_string_new ("");
      gint64 in_favour = 0;
      g_autoptr (GArray) shares
          = gram_payment_split (dues, G_N_ELEMENTS (dues), payments[i].chosen, payments[i].n_chosen,
                                payments[i].amount, &in_favour, &refusal);

      g_test_message ("%s", payments[i].what);
      if (payments[i].shares == NULL)
        {
          g_assert_null (shares);
          g_assert_cmpstr (refusal->id, ==, payments[i].refusal);
          continue;
        }
      for (guint j = 0; j < shares->len; j++)
        {
          const GramPaymentShare *share = &g_array_index (shares, GramPaymentShare, j);

          g_string_append_printf (text, "%s%d:%d", j > 0 ? " " : "", (int)share->id,
                                  (int)share->amount);
        }
      g_assert_cmpstr (text->str, ==, payments[i].shares);
      g_assert_cmpint (in_favour, ==, payments[i].in_favour);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccs-credits/forms", test_forms);
  g_test_add_func ("/ccs-credits/sum", test_sum);
  g_test_add_func ("/ccs-credits/give-back", test_give_back);
  g_test_add_func ("/ccs-credits/calendar", test_calendar);
  g_test_add_func ("/ccs-credits/live", test_live);
  g_test_add_func ("/ccs-credits/payments", test_payments);

  return g_test_run ();
}
