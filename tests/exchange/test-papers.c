/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decimal.h"
#include "gram-payment-notice-pdf.h"
#include "gram-publication.h"

#include <string.h>

#include "gram-test-paper.h"

#define HOW_TO_PAY                                                                                   \
  "By bank transfer to sort code 00-00-00, account 00000000, with the number of this notice as the " \
  "reference.\nA payment counts on the day on which it is credited to the account."
#define APPEAL_RIGHTS                                                                                \
  "You may appeal against this notice to the First-tier Tribunal on the ground that it is based on " \
  "an error of fact, is wrong in law, or is wrong or unreasonable for another reason (article 108)."

static GPtrArray *
derivation_new (guint n_lines)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_derivation_line_free);

  g_ptr_array_add (lines, gram_derivation_line_new ("NZE cars registered (N)", "8,200",
                                                    "of manufacturers of this account",
                                                    "CCTS art. 34(1)(a)"));
  g_ptr_array_add (lines, gram_derivation_line_new ("Activity", "1,055,345.600",
                                                    "5,000 × 127.4 + 3,200 × 130.733, further "
                                                    "decimals cut off the total",
                                                    "CCTS art. 36(4)"));
  for (guint i = 2; i < n_lines; i++)
    {
      g_autofree char *title = g_strdup_printf ("Step %u", i);

      g_ptr_array_add (lines,
                       gram_derivation_line_new (title, "1,052,931",
                                                 "995,931 allocated + 27,000 acquired + 30,000 "
                                                 "traded in",
                                                 "CCTS art. 38(1)"));
    }

  return lines;
}

static GramPaymentNoticePaper
paper_of (GPtrArray *derivation)
{
  return (GramPaymentNoticePaper){
    .number = "CCTS-2025-0001",
    .year = 2025,
    .administrator = "Vehicle Emissions Trading Schemes administrator",
    .registry = "Registry of the CCTS",
    .holder = "Beta Cars Ltd",
    .account_number = "10000024",
    .amount = 20765560,
    .activity = 1055345600,
    .surrendered = 1052931,
    .shortfall = 2414600,
    .per_unit = 8600,
    .given_on = gram_date_make (2027, 1, 15),
    .due_on = gram_date_make (2027, 2, 14),
    .payable_to = "the administrator of the Vehicle Emissions Trading Schemes",
    .how_to_pay = HOW_TO_PAY,
    .appeal_rights = APPEAL_RIGHTS,
    .reference = "VETS/2027/15",
    .rulebook = "ccts-2027-01",
    .derivation = derivation,
  };
}

static GBytes *
notice_new (const GramPaymentNoticePaper *paper)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = gram_payment_notice_pdf (paper, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

/* A number as paper has it, with plain blanks between thousands, as pdftotext writes them. */
static char *
dup_shown (gint64 value, guint scale)
{
  g_autofree char *text = gram_decimal_format_in_locale (value, scale, scale);
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : c);
    }

  return g_string_free_and_steal (plain);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* All that art. 39(5) wants, with the figures to the penny and the annex. */
static const char *const notice_parts[] = {
  "Payment notice CCTS-2025-0001",
  "15 January 2027",
  "Beta Cars Ltd",
  "10000024",
  "VETS/2027/15",
  "article 36",
  "1. Amount of the payment and how it is calculated",
  "2. Date by which payment has to be made Payment has to be made by 14 February 2027.",
  "3. To whom payment has to be made Payment has to be made to the administrator",
  "4. How payment has to be made By bank transfer to sort code 00-00-00",
  "A payment counts on the day on which it is credited",
  "5. Rights of appeal You may appeal against this notice to the First-tier Tribunal",
  "Annex: how the figures were derived",
  "further decimals cut off the total",
  "by the rulebook ccts-2027-01",
  "Page 1 of 2",
  "Page 2 of 2",
  "Registry of the CCTS",
};

static void
test_notice (void)
{
  g_autoptr (GPtrArray) derivation = derivation_new (8);
  GramPaymentNoticePaper paper = paper_of (derivation);
  g_autoptr (GBytes) pdf = notice_new (&paper);
  g_autofree char *text = gram_test_paper_words (pdf);
  g_autofree char *shown = dup_shown (20765560, 2);
  g_autofree char *activity = dup_shown (1055345600, 3);

  gram_test_paper_keep ("payment-notice.pdf", pdf);
  for (gsize i = 0; i < G_N_ELEMENTS (notice_parts); i++)
    assert_has (text, notice_parts[i]);
  assert_has (text, shown);
  assert_has (text, activity);
  g_assert_null (strstr (text, "Members of the pool"));
}

/* A reader aloud finds headings, paragraphs and tables; the file says nothing of the clock. */
static void
test_structure (void)
{
  const char *const to_structure[] = { "pdfinfo", "-struct", "-", NULL };
  const char *const to_info[] = { "pdfinfo", "-", NULL };
  g_autoptr (GPtrArray) derivation = derivation_new (8);
  GramPaymentNoticePaper paper = paper_of (derivation);
  g_autoptr (GBytes) pdf = notice_new (&paper);
  g_autoptr (GBytes) again = notice_new (&paper);
  g_autofree char *structure = gram_test_paper_ask (to_structure, pdf);
  g_autofree char *info = gram_test_paper_ask (to_info, pdf);

  assert_has (info, "Tagged:          yes");
  assert_has (info, "A4");
  assert_has (info, "Fri Jan 15");
  assert_has (info, "Payment notice CCTS-2025-0001");
  assert_has (structure, "Document\n  H1 (block)\n  Table (block)\n    TR\n      TD");
  assert_has (structure, "  H2 (block)\n  P (block)\n  Table (block)\n    TR\n      TH");
  g_assert_true (g_bytes_equal (pdf, again));
}

/* A long annex goes on over pages, with its headings on each; not a line of it is lost. */
static void
test_long (void)
{
  g_autoptr (GPtrArray) derivation = derivation_new (60);
  g_autoptr (GString) how = g_string_new (HOW_TO_PAY);
  GramPaymentNoticePaper paper = paper_of (derivation);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *layout = NULL;
  guint n_headings = 0;

  for (int i = 0; i < 80; i++)
    g_string_append_printf (how, "\nInstalment %d is taken on the first day of its month.", i);
  paper.how_to_pay = how->str;
  pdf = notice_new (&paper);
  text = gram_test_paper_words (pdf);
  layout = gram_test_paper_text (pdf);

  for (int i = 0; i < 80; i++)
    {
      g_autofree char *part = g_strdup_printf ("Instalment %d is taken on the first day of", i);

      assert_has (text, part);
    }
  for (int i = 2; i < 60; i++)
    {
      g_autofree char *part = g_strdup_printf ("Step %d", i);

      assert_has (text, part);
    }
  for (const char *at = layout; (at = strstr (at, "How it was reckoned")) != NULL; at++)
    n_headings++;
  g_assert_cmpuint (n_headings, >=, 3);
}

static const struct
{
  gboolean practice;
  gboolean recorded;
  const char *banner;
} banners[] = {
  { TRUE, FALSE, "Made in a practice registry: not a payment notice" },
  { FALSE, TRUE, "A record of what the administrator decided" },
};

static void
test_banners (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (banners); i++)
    {
      g_autoptr (GPtrArray) derivation = derivation_new (8);
      g_autoptr (GPtrArray) members = g_ptr_array_new ();
      GramPaymentNoticePaper paper = paper_of (derivation);
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;
      const char *second;

      g_ptr_array_add (members, (gpointer) "Beta Cars Ltd, 10000024");
      g_ptr_array_add (members, (gpointer) "Gamma Vans plc, 10000032");
      paper.pool = "Harbour pool";
      paper.members = members;
      paper.practice = banners[i].practice;
      paper.recorded = banners[i].recorded;
      pdf = notice_new (&paper);
      text = gram_test_paper_words (pdf);
      assert_has (text, "Gamma Vans plc, 10000032");
      assert_has (text, banners[i].banner);
      second = strstr (text, banners[i].banner) + 1;
      assert_has (second, banners[i].banner);
    }
}

/* The two participants of the end-to-end year of §11. */
static GramPublicationRow publication_rows[] = {
  { .holder = "Alpha Motors plc",
    .account_number = "10000016",
    .cars_zero_emission = 3500,
    .cars = 12501,
    .average_micro = 117408047,
    .has_baseline = TRUE,
    .baseline_micro = 126280000,
    .allocated = 1578626,
    .traded = -30000,
    .activity = 1467718000,
    .surrendered = 1467718,
    .lapsed = 80908 },
  { .holder = "=Beta Cars Ltd",
    .account_number = "10000024",
    .pool = "Harbour pool",
    .cars = 8200,
    .average_micro = 128700683,
    .allocated = 995931,
    .acquired = 27000,
    .traded = 30000,
    .activity = 1055345600,
    .surrendered = 1052931,
    .shortfall = 2414600,
    .payment = 20765560 },
};

static GramPublication
publication_of (GPtrArray *rows)
{
  return (GramPublication){
    .year = 2025,
    .administrator = "Vehicle Emissions Trading Schemes administrator",
    .registry = "Registry of the CCTS",
    .made_on = gram_date_make (2027, 3, 15),
    .closed = TRUE,
    .rulebook = "ccts-2027-01",
    .rows = rows,
  };
}

static void
test_csv (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GramPublication publication = publication_of (rows);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (rows, &publication_rows[0]);
  g_ptr_array_add (rows, &publication_rows[1]);
  g_assert_true (gram_publication_csv (&publication, stream, &error));
  g_assert_no_error (error);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_cmpstr (
      text, ==,
      "year,participant,account-number,pool,cars-zero-emission,cars,average-emissions,baseline,"
      "allocated,acquired,net-traded,activity,surrendered,converted,lapsed,shortfall,payment\r\n"
      "2025,Alpha Motors plc,10000016,,3500,12501,117.408047,126.28,1578626,0,-30000,1467718.000,"
      "1467718,0,80908,0.000,0.00\r\n"
      "2025,'=Beta Cars Ltd,10000024,Harbour pool,0,8200,128.700683,,995931,27000,30000,"
      "1055345.600,1052931,0,0,2414.600,207655.60\r\n");
}

/* A table across, on as many pages as it takes, with totals; no number of it is broken. */
static void
test_publication (void)
{
  const char *const to_info[] = { "pdfinfo", "-", NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GramPublication publication = publication_of (rows);
  g_autofree char *total = dup_shown (20 * 20765560, 2);
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 40; i++)
    g_ptr_array_add (rows, &publication_rows[i % 2]);
  publication.closed = FALSE;
  pdf = gram_publication_pdf (&publication, &error);
  g_assert_no_error (error);
  again = gram_publication_pdf (&publication, &error);
  g_assert_true (g_bytes_equal (pdf, again));
  gram_test_paper_keep ("publication.pdf", pdf);

  text = gram_test_paper_words (pdf);
  info = gram_test_paper_ask (to_info, pdf);
  assert_has (info, "841.89 x 595.28");
  assert_has (info, "Tagged:          yes");
  assert_has (text, "CCTS: final information for 2025");
  assert_has (text, "Provisional: the scheme year is not closed");
  assert_has (text, "All participants");
  assert_has (text, total);
  assert_has (text, "117.408");
  assert_has (text, "Page 2 of 2");
}

static void
test_average (void)
{
  g_assert_cmpint (gram_publication_average (0, 0), ==, 0);
  g_assert_cmpint (gram_publication_average (G_GINT64_CONSTANT (1467718000000), 12501), ==,
                   117408047);
  g_assert_cmpint (gram_publication_average (3, 2), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/papers/notice", test_notice);
  g_test_add_func ("/exchange/papers/structure", test_structure);
  g_test_add_func ("/exchange/papers/long", test_long);
  g_test_add_func ("/exchange/papers/banners", test_banners);
  g_test_add_func ("/exchange/papers/csv", test_csv);
  g_test_add_func ("/exchange/papers/publication", test_publication);
  g_test_add_func ("/exchange/papers/average", test_average);

  return g_test_run ();
}
