/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bank-lines.h"

#include "gram-account-life.h"
#include "gram-charges.h"
#include "gram-check.h"
#include "gram-figure-postings.h"

#include "gram-account-query.h"
#include "gram-charge-query.h"
#include "gram-decimal.h"
#include "gram-payment-match.h"
#include "gram-payment-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* So many charges are read at once. */
#define PAGE 1000

#define ARTICLE "LTA 1998 s 177"

#define CCS_KINDS (1u << GRAM_ACCOUNT_CCS_USED | 1u << GRAM_ACCOUNT_CCS_NEW)
#define NOT_CLOSED                                                                                 \
  (GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_BLOCKED | GRAM_ACCOUNT_CLOSING)

gboolean
gram_bank_may_take (GramRegistry *registry,
                    const GramPersonRecord *person,
                    const GramAccountRecord *account,
                    GramRefusal **refusal,
                    GError **error)
{
  return _gram_check_allowed (registry, gram_command_find ("payment.record"), person, account,
                              refusal, error);
}

GramBankStatement *
gram_bank_file_read (const char *path, GramRefusal **refusal)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GError) problem = NULL;
  GramBankStatement *statement = gram_bank_statement_read (path, &problem);

  if (statement == NULL)
    /* Translators: name of a file, what is wrong with it */
    gram_refuse (refusal, "bank.file", NULL, _ ("The bank statement “%s” cannot be read: %s"), base,
                 problem->message);
  return statement;
}

gboolean
gram_bank_check_line (const GramBankStatementLine *line, GramDate today, GramRefusal **refusal)
{
  if (line->out)
    return gram_refuse (refusal, "bank.out", ARTICLE,
                        _ ("Line %" PRId64 " is money that went out; leave it out"), line->row);
  if (line->amount > GRAM_PAYMENT_MAX)
    return gram_refuse (refusal, "payment.amount", ARTICLE,
                        _ ("The amount of line %" PRId64 " is too large to be believed; leave it "
                           "out"),
                        line->row);
  return gram_date_compare (line->date, today) <= 0
         || gram_refuse (refusal, "payment.day", ARTICLE,
                         _ ("The day of line %" PRId64 " lies in the future; bring it in once it "
                            "has come"),
                         line->row);
}

/* What a preview is made with. */
typedef struct
{
  GramRegistry *registry;
  const GramPersonRecord *person;
  GramDate today;

  /* Owned References */
  GramPaymentMatcher *matcher;
  GHashTable *accounts;
} Work;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->matcher, gram_payment_matcher_free);
  g_clear_pointer (&self->accounts, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
add_account (Work *self, gint64 id, GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramRefusal) no = NULL;
  gint64 key = id;

  if (!gram_account_table_get (self->registry->store, id, &account, error))
    return FALSE;
  if (!gram_bank_may_take (self->registry, self->person, account, &no, error))
    return no != NULL;
  gram_payment_matcher_add_account (self->matcher, id, account->number, account->holder);
  g_hash_table_insert (self->accounts, g_memdup2 (&key, sizeof key), g_steal_pointer (&account));
  return TRUE;
}

static gboolean
add_accounts (Work *self, GError **error)
{
  const GramAccountQuery query = { .kinds = CCS_KINDS, .states = NOT_CLOSED };
  g_autoptr (GArray) ids = gram_account_table_ids (self->registry->store, &query, 0, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!add_account (self, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}

/* Only charges of accounts that who asks may bring money in for. */
static gboolean
add_page (Work *self, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) charges = gram_charge_table_page (self->registry->store, ids, n_ids, error);

  for (guint i = 0; charges != NULL && i < charges->len; i++)
    {
      const GramChargeRecord *charge = charges->pdata[i];

      if (g_hash_table_contains (self->accounts, &charge->account_id))
        gram_payment_matcher_add_charge (self->matcher, charge->id, charge->account_id,
                                         charge->reference, charge->outstanding);
    }
  return charges != NULL;
}

static gboolean
add_charges (Work *self, GError **error)
{
  g_autofree char *today = gram_registry_dup_today (self->registry, GRAM_ACCOUNT_CCS_NEW);
  const GramChargeQuery query = { .states = GRAM_CHARGE_DUE | GRAM_CHARGE_OVERDUE, .today = today };
  g_autoptr (GArray) ids = gram_charge_table_ids (self->registry->store, &query, 0, error);

  for (guint at = 0; ids != NULL && at < ids->len; at += PAGE)
    if (!add_page (self, &g_array_index (ids, gint64, at), MIN (PAGE, ids->len - at), error))
      return FALSE;
  return ids != NULL;
}

static const GramBankLineState states_of_match[] = {
  [GRAM_PAYMENT_MATCH_NONE] = GRAM_BANK_LINE_UNKNOWN,
  [GRAM_PAYMENT_MATCH_LIKELY] = GRAM_BANK_LINE_LIKELY,
  [GRAM_PAYMENT_MATCH_CERTAIN] = GRAM_BANK_LINE_CERTAIN,
};

/* By hand, or by a file of another format, whose lines have other keys: nothing is certain then. */
static gboolean
check_alike (Work *self, GramBankLine *line, GError **error)
{
  g_autoptr (GramPaymentRecord) alike = NULL;

  if (!gram_payment_table_find_alike (self->registry->store, line->account_id, line->paid_on,
                                      line->amount, &alike, error))
    return FALSE;
  if (alike == NULL)
    return TRUE;
  line->state = GRAM_BANK_LINE_LIKELY;
  g_free (line->why);
  line->why
      = g_strdup_printf (_ ("Payment %" PRId64
                            " of this account has the same day and amount; bring this line in only "
                            "if it is another one"),
                         alike->id);
  return TRUE;
}

static gboolean
propose (Work *self, GramBankLine *line, GError **error)
{
  const GramAccountRecord *account;
  GramPaymentMatch match;

  gram_payment_matcher_match (self->matcher, line->amount, line->text, line->payer, &match);
  line->state = states_of_match[match.certainty];
  line->why = g_strdup (gram_payment_reason_title (match.reason));
  account = match.account != 0 ? g_hash_table_lookup (self->accounts, &match.account) : NULL;
  if (account == NULL)
    return TRUE;
  line->account_id = account->id;
  line->number = g_strdup (account->number);
  line->holder = g_strdup (account->holder);
  line->charge_id = match.charge;
  line->choice = match.charge != 0
                     ? g_strdup_printf ("%s=%s/%" PRId64, line->key, account->number, match.charge)
                     : g_strdup_printf ("%s=%s", line->key, account->number);
  return gram_charges_outstanding (self->registry->store, account->id, &line->outstanding, NULL,
                                   error)
         && check_alike (self, line, error);
}

/* A line that was brought in stands on some account; who may not see that one is only told so. */
static void
set_known (Work *self, const GramPaymentRecord *payment, GramBankLine *line)
{
  const GramAccountRecord *account = g_hash_table_lookup (self->accounts, &payment->account_id);

  line->state = GRAM_BANK_LINE_KNOWN;
  line->why = g_strdup (_ ("This line was brought in before"));
  if (account == NULL)
    return;
  line->payment_id = payment->id;
  line->account_id = account->id;
  line->number = g_strdup (account->number);
  line->holder = g_strdup (account->holder);
}

/* The line was brought in, and the payment reversed: it may belong elsewhere, and only a person knows. */
static gboolean
propose_again (Work *self, const GramPaymentRecord *payment, GramBankLine *line, GError **error)
{
  const GramAccountRecord *before = g_hash_table_lookup (self->accounts, &payment->account_id);

  g_free (line->key);
  line->key = gram_payment_next_bank_key (payment->bank_key);
  if (!propose (self, line, error))
    return FALSE;
  if (line->state == GRAM_BANK_LINE_CERTAIN)
    line->state = GRAM_BANK_LINE_LIKELY;
  g_free (line->why);
  if (before == NULL)
    line->why = g_strdup (_ ("It was brought in before, and the payment was reversed; choose the "
                             "right account to record it anew"));
  else
    line->why = g_strdup_printf (_ ("Payment %1$" PRId64 " of this line on account %2$s was "
                                    "reversed; choose the right account to record it anew"),
                                 payment->id, before->number);
  return TRUE;
}

static gboolean
judge (Work *self, const GramBankStatementLine *from, GramBankLine *line, GError **error)
{
  g_autoptr (GramPaymentRecord) payment = NULL;
  g_autoptr (GramRefusal) no = NULL;

  if (from->out)
    {
      line->state = GRAM_BANK_LINE_OUT;
      line->why = g_strdup (_ ("Money that went out is not brought in"));
      return TRUE;
    }
  if (!gram_payment_table_find (self->registry->store, from->key, &payment, error))
    return FALSE;
  if (payment != NULL && payment->reversed_by == 0)
    {
      set_known (self, payment, line);
      return TRUE;
    }
  if (payment != NULL)
    return propose_again (self, payment, line, error);
  if (gram_bank_check_line (from, self->today, &no))
    return propose (self, line, error);
  /* One that would be refused, and all the others with it, is proposed for nobody. */
  line->state = GRAM_BANK_LINE_UNKNOWN;
  line->why = g_strdup (no->message);
  return TRUE;
}

static GramBankLine *
line_of (Work *self, const GramBankStatementLine *from, GError **error)
{
  GramBankLine *line = g_new0 (GramBankLine, 1);

  line->key = g_strdup (from->key);
  line->row = from->row;
  line->paid_on = gram_date_format (from->date);
  line->amount = from->amount;
  line->payer = g_strdup (from->payer);
  line->text = g_strdup (from->text);
  if (judge (self, from, line, error))
    return line;
  _gram_bank_line_free (line);
  return NULL;
}

static void
note_day (char **place, const char *day, gboolean later)
{
  int order = *place != NULL ? strcmp (day, *place) : 0;

  if (*place == NULL || (later ? order > 0 : order < 0))
    g_set_str (place, day);
}

static gboolean
add_lines (Work *self, const GramBankStatement *statement, GramBankPreview *preview, GError **error)
{
  for (guint i = 0; i < statement->lines->len; i++)
    {
      GramBankLine *line = line_of (self, statement->lines->pdata[i], error);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (preview->lines, line);
      preview->n_states[line->state]++;
      if (!gram_decimal_add (preview->amounts[line->state], line->amount,
                             &preview->amounts[line->state]))
        preview->amounts[line->state] = G_MAXINT64;
      note_day (&preview->from, line->paid_on, FALSE);
      note_day (&preview->to, line->paid_on, TRUE);
    }
  return TRUE;
}

static void
add_problems (const GramBankStatement *statement, GramBankPreview *preview)
{
  for (guint i = 0; i < statement->problems->len; i++)
    {
      const GramBankStatementProblem *from = statement->problems->pdata[i];
      GramBankProblem *problem = g_new0 (GramBankProblem, 1);

      *problem = (GramBankProblem){ from->row, g_strdup (from->field), g_strdup (from->value),
                                    g_strdup (from->message) };
      g_ptr_array_add (preview->problems, problem);
    }
}

GramBankPreview *
gram_bank_preview_new (GramRegistry *registry,
                       const GramPersonRecord *person,
                       const char *path,
                       const GramBankStatement *statement,
                       GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCS_NEW);
  g_autoptr (GramBankPreview) preview = _gram_bank_preview_new ();
  g_auto (Work) work = {
    .registry = registry,
    .person = person,
    .today = gram_life_date (today),
    .matcher = gram_payment_matcher_new (),
    .accounts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify)gram_account_record_free),
  };

  preview->file_name = g_path_get_basename (path);
  preview->format = g_strdup (gram_bank_format_to_word (statement->format));
  preview->digest = g_strdup (statement->sha256);
  if (statement->day_first)
    preview->note = g_strdup (_ (
        "The dates of this file do not tell the day from the month; they were read with the day first, as banks in New "
        "Zealand write them. If that is wrong, ask the bank for CAMT.053, or for dates that begin with the year."));
  add_problems (statement, preview);
  if (!add_accounts (&work, error) || !add_charges (&work, error)
      || !add_lines (&work, statement, preview, error))
    return NULL;
  return g_steal_pointer (&preview);
}
