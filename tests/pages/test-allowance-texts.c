/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-allowance-texts.h"
#include "gram-ccts-figures.h"

/* What groups digits without a locale. */
#define S "\u202f"

/* Alpha of the end-to-end run: everything can be accounted for. Rows say what is different. */
static GramAllowanceYear
alpha (void)
{
  return (GramAllowanceYear){
    .year = 2025,
    .measured = TRUE,
    .participant = TRUE,
    .member_of = (char *)"",
    .cars = 12501,
    .activity = 1467718000,
    .allocated = 1578626,
    .traded_out = 30000,
    .available = 1548626,
    .surrender_limit = 1467718,
    .shortfall = 1467718000,
    .window_open = TRUE,
    .days_left = 12,
    .surrender_by = { 2026, 12, 31 },
  };
}

/* What is said about how things stand: the title, and something that has to be in the sentence. */
static void
check (const GramAllowanceYear *year, const char *article, const char *title, const char *part)
{
  g_autoptr (GramAllowanceStanding) standing = gram_allowance_standing_new (year);

  g_test_message ("%s: %s. %s", article, standing->title, standing->sentence);
  g_assert_cmpstr (standing->title, ==, title);
  g_assert_nonnull (strstr (standing->sentence, part));
}

static void
test_standing (void)
{
  GramAllowanceYear year = alpha ();

  check (&year, "art. 38", "The trading window is open: 12 days left",
         "Surrender 1" S "467" S "718");
  year.days_left = 1;
  check (&year, "art. 38", "The trading window is open: 1 day left", "31 December 2026");
  year.surrender_limit = 0;
  check (&year, "art. 40(b)", "The trading window is open: 1 day left", "lapses then");
  year.shortfall_left = 2414600;
  year.payment = 20765560;
  check (&year, "art. 39", "The trading window is open: 1 day left", "2" S "414.6");
  check (&year, "art. 39", "The trading window is open: 1 day left", "£207" S "655.60");
  year.window_in = 5;
  check (&year, "art. 37(1)", "The trading window opens in 5 days", "2" S "414.6");

  year.window_in = 0;
  year.days_left = -1;
  year.shortfall = 2414600;
  check (&year, "art. 39(4)", "The last day of surrender is over", "£207" S "655.60");
  year.accounted = TRUE;
  check (&year, "art. 39", "A payment is due", "2" S "414.6");
  year.shortfall = 0;
  check (&year, "art. 38", "Everything is accounted for", "nothing is missing");

  year.participant = FALSE;
  year.cars = 999;
  check (&year, "art. 32(1)", "No participant of this year", "999");
  year.measured = FALSE;
  check (&year, "art. 32(1)", "No participant so far", "999");
  year.member_of = (char *)"10000015";
  check (&year, "art. 32(2)", "Member of a pool", "The pool has its allowances");
}

/* Art. 39: where the notice of the year stands is what matters; another notice says nothing. */
static void
test_notices (void)
{
  static const struct
  {
    GramPaymentNoticeState state;
    gint64 left;
    const char *title;
    const char *sentence;
  } rows[] = {
    { GRAM_PAYMENT_NOTICE_ISSUED, 20765560, "A payment is due",
      "To be paid: £207" S "655.60 of £207" S
      "655.60 by 15 February 2027 (art. 39); the payment notice says how." },
    { GRAM_PAYMENT_NOTICE_PART_PAID, 765560, "A payment is due",
      "To be paid: £7" S "655.60 of £207" S
      "655.60 by 15 February 2027 (art. 39); the payment notice says how." },
    { GRAM_PAYMENT_NOTICE_OVERDUE, 765560, "A payment is overdue",
      "Still to be paid: £7" S "655.60 of £207" S
      "655.60, which were due by 15 February 2027 (art. 39)." },
    { GRAM_PAYMENT_NOTICE_APPEALED, 765560, "The payment notice is under appeal",
      "Not paid: £7" S "655.60 of £207" S
      "655.60. Nothing is collected until the appeal has ended." },
    { GRAM_PAYMENT_NOTICE_PAID, 0, "The payment is made",
      "The payment notice asked for £207" S "655.60, and all of it is paid." },
    { GRAM_PAYMENT_NOTICE_WITHDRAWN, 0, NULL, NULL },
  };
  GramAllowanceYear year = alpha ();
  g_autoptr (GPtrArray) notices = g_ptr_array_new ();
  GramPaymentNoticeRecord *record = gram_payment_notice_record_new ();
  GramPaymentNoticeRow notice = { .record = record };

  record->id = 7;
  record->amount = 20765560;
  record->due_on = g_strdup ("2027-02-15");
  g_ptr_array_add (notices, &notice);
  year.days_left = -1;
  g_assert_null (gram_allowance_standing_new_notice (notices, &year));
  year.notice_id = 7;
  g_assert_null (gram_allowance_standing_new_notice (NULL, &year));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramAllowanceStanding) standing = NULL;

      notice.state = rows[i].state;
      notice.left = rows[i].left;
      standing = gram_allowance_standing_new_notice (notices, &year);
      g_assert_cmpstr (standing != NULL ? standing->title : NULL, ==, rows[i].title);
      g_assert_cmpstr (standing != NULL ? standing->sentence : NULL, ==, rows[i].sentence);
    }
  gram_payment_notice_record_free (record);
}

/* The lines of the books add up to what is available. */
static void
test_books (void)
{
  GramAllowanceBook books[GRAM_ALLOWANCE_BOOKS];
  GramAllowanceYear year = alpha ();
  gint64 sum = 0;

  year.acquired = 27000;
  year.traded_in = 4;
  year.reserved = 500;
  year.surrendered = 1000000;
  year.converted = 334;
  year.available = 1578626 + 27000 + 4 - 30000 - 500 - 1000000 - 334;
  gram_allowance_books (&year, books);
  for (guint i = 0; i < GRAM_ALLOWANCE_BOOKS; i++)
    {
      g_assert_nonnull (books[i].article);
      if (!books[i].sum)
        sum += books[i].amount;
      else
        g_assert_cmpint (books[i].amount, ==, sum);
    }
  g_assert_true (books[GRAM_ALLOWANCE_BOOKS - 1].sum);
}

static GramExplanationLine *
line_new (const char *title, gint64 amount, guint scale, const char *unit, const char *formula)
{
  GramExplanationLine *line = g_new0 (GramExplanationLine, 1);

  line->name = g_strdup ("line");
  line->title = g_strdup (title);
  line->value = g_strdup ("");
  line->is_number = TRUE;
  line->amount = amount;
  line->scale = scale;
  line->unit = g_strdup (unit);
  line->formula = g_strdup (formula);
  line->article = g_strdup ("CCTS art. 39(2)");
  line->rounding = g_strdup (*formula != '\0' ? "to the penny" : "");
  line->account = g_strdup ("");
  return line;
}

/* A figure keeps what its tile says and takes the lines of its explanation; each article stands once. */
static void
test_figure (void)
{
  GramAllowanceYear year = alpha ();
  g_autoptr (GramFigureExplanation) explanation = g_new0 (GramFigureExplanation, 1);
  g_autoptr (GramFigure) plain = NULL;
  g_autoptr (GramFigure) figure = NULL;
  g_autoptr (GramFigure) whole = NULL;
  const char *label;
  const char *value;

  explanation->figure = "payment";
  explanation->title = g_strdup ("Payment");
  explanation->rulebook = g_strdup ("ccts-2027-01");
  explanation->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_explanation_line_free);
  g_ptr_array_add (explanation->lines, line_new ("Shortfall", 2414600, 3, "", ""));
  g_ptr_array_add (explanation->lines, line_new ("Payment", 20765560, 2, "£", "shortfall × £86"));

  year.payment = 20765560;
  year.shortfall_left = 2414600;
  plain = gram_allowance_figure_new (GRAM_ALLOWANCE_TILE_PAYMENT, &year, NULL);
  g_assert_cmpstr (gram_figure_get_value (plain), ==, "£207" S "655.60");
  g_assert_cmpuint (gram_figure_get_n_inputs (plain), ==, 0);

  figure = gram_allowance_figure_new (GRAM_ALLOWANCE_TILE_SHORTFALL, &year, explanation);
  g_assert_cmpstr (gram_figure_get_value (figure), ==, "2" S "414.6");
  gram_figure_get_input (figure, 1, &label, &value);
  g_assert_cmpstr (label, ==, "Payment");
  g_assert_cmpstr (value, ==, "£207" S "655.60");
  g_assert_cmpstr (gram_figure_get_formula (figure), ==, "shortfall × £86 (to the penny)");
  g_assert_cmpstr (gram_figure_get_article (figure), ==, "CCTS art. 39(2)");

  whole = gram_ccts_figure_new (explanation);
  g_assert_cmpstr (gram_figure_get_value (whole), ==, "£207" S "655.60");
  gram_figure_get_input (whole, 0, &label, &value);
  g_assert_cmpstr (value, ==, "2" S "414.6");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/allowance-texts/standing", test_standing);
  g_test_add_func ("/allowance-texts/books", test_books);
  g_test_add_func ("/allowance-texts/notices", test_notices);
  g_test_add_func ("/allowance-texts/figure", test_figure);

  return g_test_run ();
}
