/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notice-pdf.h"
#include "gram-publication.h"

#include <glib/gstdio.h>
#include <string.h>

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

/* What pdftotext and pdfinfo say of a file; the test is skipped nowhere, as both are in the ground. */
static char *
ask (const char *const *command, GBytes *pdf)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;

  process
      = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                           &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

/* Kept for people to look at, where they ask for it. */
static void
keep (const char *name, GBytes *pdf)
{
  const char *folder = g_getenv ("GRAM_PICTURES");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, name, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
}

static void
test_notice (void)
{
  const char *const to_text[] = { "pdftotext", "-layout", "-", "-", NULL };
  const char *const to_info[] = { "pdfinfo", "-", NULL };
  g_autoptr (GPtrArray) derivation = derivation_new (60);
  GramPaymentNoticePaper paper = paper_of (derivation);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = gram_payment_notice_pdf (&paper, &error);
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;

  g_assert_no_error (error);
  keep ("payment-notice.pdf", pdf);
  text = ask (to_text, pdf);
  info = ask (to_info, pdf);
  g_print ("%s\n%s\n", text, info);
}

static void
test_publication (void)
{
  GPtrArray *rows = g_ptr_array_new ();
  GramPublicationRow row[] = {
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
    { .holder = "Beta Cars Ltd",
      .account_number = "10000024",
      .pool = "Harbour pool",
      .cars = 8200,
      .average_micro = 128700683,
      .has_baseline = TRUE,
      .baseline_micro = 121455000,
      .allocated = 995931,
      .acquired = 27000,
      .traded = 30000,
      .activity = 1055345600,
      .surrendered = 1052931,
      .shortfall = 2414600,
      .payment = 20765560 },
  };
  GramPublication publication
      = { .year = 2025,
          .administrator = "Vehicle Emissions Trading Schemes administrator",
          .registry = "Registry of the CCTS",
          .made_on = gram_date_make (2027, 3, 15),
          .closed = FALSE,
          .rulebook = "ccts-2027-01",
          .rows = rows };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  for (int i = 0; i < 40; i++)
    g_ptr_array_add (rows, &row[i % 2]);
  pdf = gram_publication_pdf (&publication, &error);
  g_assert_no_error (error);
  keep ("publication.pdf", pdf);
  g_ptr_array_unref (rows);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/papers/notice", test_notice);
  g_test_add_func ("/exchange/papers/publication", test_publication);

  return g_test_run ();
}
