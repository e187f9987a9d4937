/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notices.h"

#include "gram-account-life.h"
#include "gram-documents.h"
#include "gram-figure-postings.h"
#include "gram-handlers-settlement.h"
#include "gram-notices-ccts.h"
#include "gram-settlement-arguments.h"
#include "gram-texts.h"
#include "gram-year-books.h"

#include "gram-ledger.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What a notice says, as it was typed and checked. */
typedef struct
{
  GramPaymentNoticeForm form;
  char *payable_to;
  char *how_to_pay;
  char *appeal_rights;
  char *reference;
} Sheet;

static void
sheet_clear (Sheet *self)
{
  g_clear_pointer (&self->payable_to, g_free);
  g_clear_pointer (&self->how_to_pay, g_free);
  g_clear_pointer (&self->appeal_rights, g_free);
  g_clear_pointer (&self->reference, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

/* Whether they may be empty is the rules' to say, with the article that wants them. */
static const GramText payable_to_rule
    = { .name = "payable-to", .title = N_ ("Payable to"), .max_length = 200, .lines = TRUE };
static const GramText how_to_pay_rule
    = { .name = "how-to-pay", .title = N_ ("How to pay"), .max_length = 2000, .lines = TRUE };
static const GramText appeal_rights_rule = { .name = "appeal-rights",
                                             .title = N_ ("Rights of appeal"),
                                             .max_length = 4000,
                                             .lines = TRUE };

/* Today, or the day before today on which it was given: never before the year could be accounted for. */
static gboolean
read_given_on (GramCall *call, const GramSettlement *standing, GramDate *day, GramRefusal **refusal)
{
  GramDate deadline = gram_ccts_last_surrender_day (standing->rulebook->ccts, standing->year);

  if (!gram_life_read_date (call, "given-on", day, refusal))
    return FALSE;
  if (!gram_date_is_valid (*day))
    *day = standing->today;
  return (gram_date_compare (*day, standing->today) <= 0 && gram_date_compare (*day, deadline) > 0)
         || gram_refuse (refusal, "payment-notice.given-on", "CCTS art. 39(4)",
                         _ ("A notice is given after the last day of surrender and not after "
                            "today; choose such a day"));
}

/* A notice that is recorded later than it was given still has to leave a day to pay. */
static gboolean
check_due_on (const GramSettlement *standing, GramDate due_on, GramRefusal **refusal)
{
  return !gram_date_is_valid (due_on) || gram_date_compare (due_on, standing->today) >= 0
         || gram_refuse (refusal, "payment-notice.due-over", "CCTS art. 39(5)(b)",
                         _ ("The last day to pay is over already; choose today or a day after"));
}

static gboolean
read_sheet (GramCall *call,
            const GramSettlement *standing,
            gint64 amount,
            Sheet *sheet,
            GramRefusal **refusal)
{
  if (!gram_life_read_text (call, "reference", &sheet->reference, refusal)
      || !gram_text_check (&payable_to_rule, gram_call_get_string (call, "payable-to"),
                           &sheet->payable_to, refusal)
      || !gram_text_check (&how_to_pay_rule, gram_call_get_string (call, "how-to-pay"),
                           &sheet->how_to_pay, refusal)
      || !gram_text_check (&appeal_rights_rule, gram_call_get_string (call, "appeal-rights"),
                           &sheet->appeal_rights, refusal)
      || !gram_life_read_date (call, "due-on", &sheet->form.due_on, refusal)
      || !read_given_on (call, standing, &sheet->form.given_on, refusal)
      || !check_due_on (standing, sheet->form.due_on, refusal))
    return FALSE;
  sheet->form.amount = amount;
  sheet->form.payable_to = sheet->payable_to;
  sheet->form.how_to_pay = sheet->how_to_pay;
  sheet->form.appeal_rights = sheet->appeal_rights;
  return gram_payment_notice_check (standing->rulebook->ccts, &sheet->form, NULL, refusal);
}

/* Whether notices of the year can be given at all. */
static gboolean
check_year (GramCall *call, const GramSettlement *standing, GramRefusal **refusal, GError **error)
{
  g_auto (GramYearBooks) books = { 0 };

  return gram_year_books_read (&books, call->registry, standing->year, refusal, error)
         && gram_year_books_can (&books, GRAM_CCTS_YEAR_ISSUE_NOTICE, refusal);
}

/* The notices of a year are numbered as they are given; one that is withdrawn keeps its number. */
static char *
dup_next_number (GramCall *call, int year, GError **error)
{
  gint64 count;

  if (!gram_payment_notice_table_count (call->store, year, &count, error))
    return NULL;
  return g_strdup_printf ("PN-%d-%04" PRId64, year, count + 1);
}

/* The holder owes it from now on. */
static gboolean
post (GramCall *call, gint64 amount, gint64 *posting, GError **error)
{
  const GramLedgerLine lines[] = {
    { 0, "charge", GRAM_MONEY_CCTS, -amount },
    { call->account->id, GRAM_ROLE_CHARGES, GRAM_MONEY_CCTS, amount },
  };

  return gram_ledger_post (call->unit, call->journal_id, "payment-notice", lines,
                           G_N_ELEMENTS (lines), posting, error);
}

static gboolean
keep_paper (GramCall *call,
            const GramSettlement *standing,
            const GramAccountingRecord *accounting,
            const Sheet *sheet,
            const char *number,
            gint64 *document_id,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GBytes) pdf = gram_payment_notices_paper (standing, accounting, &sheet->form, number,
                                                       sheet->reference, refusal, error);
  g_autofree char *name = NULL;

  if (pdf == NULL)
    return FALSE;
  name = g_strdup_printf ("payment-notice-%s.pdf", number);
  return gram_documents_keep (call, call->account->id, GRAM_DOCUMENT_PAYMENT_NOTICE, name,
                              "application/pdf", pdf, document_id, error);
}

static GramPaymentNoticeRecord *
record_of (const GramAccountingRecord *accounting, const Sheet *sheet, const char *number)
{
  GramPaymentNoticeRecord *record = gram_payment_notice_record_new ();

  g_set_str (&record->number, number);
  record->year = accounting->year;
  record->account_id = accounting->account_id;
  record->accounting_id = accounting->id;
  record->amount = accounting->payment;
  g_free (record->given_on);
  record->given_on = gram_date_format (sheet->form.given_on);
  g_free (record->due_on);
  record->due_on = gram_date_format (sheet->form.due_on);
  g_set_str (&record->payable_to, sheet->payable_to);
  g_set_str (&record->how_to_pay, sheet->how_to_pay);
  g_set_str (&record->appeal_rights, sheet->appeal_rights);
  g_set_str (&record->reference, sheet->reference);
  return record;
}

/* Gives the notice: number, document, charge, row; and tells the members. */
static gboolean
give (GramCall *call,
      const GramSettlement *standing,
      const GramAccountingRecord *accounting,
      const Sheet *sheet,
      GramRefusal **refusal,
      GError **error)
{
  g_autofree char *number = dup_next_number (call, standing->year, error);
  g_autoptr (GramPaymentNoticeRecord) record = NULL;

  if (number == NULL)
    return FALSE;
  record = record_of (accounting, sheet, number);
  if (!keep_paper (call, standing, accounting, sheet, number, &record->document_id, refusal, error)
      || !post (call, record->amount, &record->posting_id, error)
      || !gram_payment_notice_table_insert (call->unit, record, error)
      || !gram_notices_tell_payment (call, GRAM_EVENT_PAYMENT_NOTICE, call->account->id, record->id,
                                     number, record->amount, record->due_on, error))
    return FALSE;
  gram_call_touches (call, "payment-notice", record->id);
  gram_call_answer_int64 (call, "notice", record->id);
  gram_call_answer_string (call, "number", number);
  gram_call_answer_string (call, "due-on", record->due_on);
  gram_call_answer_int64 (call, "posting", record->posting_id);
  gram_settlement_answer_decimal (call, "amount", record->amount, GRAM_DECIMAL_SCALE_MONEY);
  return TRUE;
}

gboolean
gram_payment_notices_issue (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramSettlement) standing = { 0 };
  g_autoptr (GramAccountingRecord) accounting = NULL;
  g_auto (Sheet) sheet = { 0 };

  if (!gram_settlement_init (&standing, call->registry, call->account,
                             gram_call_get_int64 (call, "year", 0), refusal, error)
      || !check_year (call, &standing, refusal, error)
      || !gram_payment_notices_accounting (&standing, &accounting, refusal, error)
      || !read_sheet (call, &standing, accounting->payment, &sheet, refusal))
    return FALSE;
  return give (call, &standing, accounting, &sheet, refusal, error);
}
