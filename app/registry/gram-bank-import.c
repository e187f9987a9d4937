/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-bank-lines.h"
#include "gram-charges.h"
#include "gram-handlers-fleet.h"

#include "gram-identifier.h"
#include "gram-payment-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define MAX_REFERENCE 200

/* A line as somebody chose it. */
typedef struct
{
  char *number;
  gint64 charge_id;
  gboolean used;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_free (self->number);
  g_free (self);
}

/* What is under way. */
typedef struct
{
  GramCall *call;
  GramDate today;

  /* Owned References */
  GramBankStatement *statement;
  GHashTable *choices;
  GHashTable *accounts;
  char *base_name;

  gboolean again; /* a line is named whose payment was reversed */
  gint64 recorded;
  gint64 skipped;
  gint64 amount;
  gint64 settled;
  gint64 in_favour;
} Work;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->statement, gram_bank_statement_free);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->accounts, g_hash_table_unref);
  g_clear_pointer (&self->base_name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
refuse_form (const char *item, GramRefusal **refusal)
{
  return gram_refuse (refusal, "bank.choice", NULL,
                      _ ("“%s” does not say where a line belongs; write key=number of the account, "
                         "or key=number/charge"),
                      item);
}

static gboolean
read_charge (const char *text, gint64 *charge_id)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;
  *charge_id = (gint64)number;
  return TRUE;
}

/* "key=number" or "key=number/charge" */
static gboolean
read_choice (Work *self, const char *item, GramRefusal **refusal)
{
  const char *equals = strchr (item, '=');
  g_autofree char *key = equals != NULL ? g_strndup (item, (gsize)(equals - item)) : NULL;
  g_auto (GStrv) parts = equals != NULL ? g_strsplit (equals + 1, "/", 2) : NULL;
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  gint64 charge_id = 0;
  Choice *choice;

  if (parts == NULL || parts[0] == NULL || !gram_account_number_parse (parts[0], number, NULL)
      || (parts[1] != NULL && !read_charge (parts[1], &charge_id)))
    return refuse_form (item, refusal);
  if (g_hash_table_contains (self->choices, key))
    return gram_refuse (refusal, "bank.twice", NULL,
                        _ ("Line %s is named twice; name one account for it"), key);
  choice = g_new0 (Choice, 1);
  choice->number = g_strdup (number);
  choice->charge_id = charge_id;
  self->again = self->again || strchr (key, '~') != NULL;
  g_hash_table_insert (self->choices, g_steal_pointer (&key), choice);
  return TRUE;
}

static gboolean
read_choices (Work *self, GramRefusal **refusal)
{
  g_autoptr (GVariant) value = gram_call_dup_value (self->call, "lines");
  g_autofree const char **items = g_variant_get_strv (value, NULL);

  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, choice_free);
  for (gsize i = 0; items[i] != NULL; i++)
    if (!read_choice (self, items[i], refusal))
      return FALSE;
  return g_hash_table_size (self->choices) > 0
         || gram_refuse (refusal, "bank.none-chosen", NULL,
                         _ ("No line was chosen; choose the lines to bring in"));
}

static gboolean
read_file (Work *self, GramRefusal **refusal)
{
  const char *path = gram_call_get_string (self->call, "file");
  const char *expect = gram_call_get_string (self->call, "expect");

  self->base_name = g_path_get_basename (path);
  self->statement = gram_bank_file_read (path, refusal);
  if (self->statement == NULL)
    return FALSE;
  gram_call_note (self->call, "sha256", self->statement->sha256);
  return expect == NULL || g_str_equal (expect, self->statement->sha256)
         || gram_refuse (refusal, "bank.changed", NULL,
                         _ ("The file is not the one of the preview any more; look at it again"));
}

static gboolean
find_account (Work *self,
              const GramBankStatementLine *line,
              const Choice *choice,
              GramAccountRecord **account,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GramRefusal) no = NULL;

  if (!gram_account_table_get_by_number (self->call->store, choice->number, account, error))
    return FALSE;
  if (gram_bank_may_take (self->call->registry, self->call->person, *account, &no, error))
    return TRUE;
  if (no != NULL)
    /* Translators: place of a line in a file, why it cannot be brought in */
    gram_refuse (refusal, no->id, no->article, _ ("Line %" PRId64 ": %s"), line->row, no->message);
  return FALSE;
}

/* What the payer wrote; without that, which file says so. */
static char *
dup_reference (const Work *self, const GramBankStatementLine *line)
{
  if (*line->text == '\0')
    return g_strdup_printf ("%s, %" PRId64, self->base_name, line->row);
  return g_utf8_substring (line->text, 0, MIN (g_utf8_strlen (line->text, -1), MAX_REFERENCE));
}

/* The charge that was chosen, unless an earlier line of the file has settled it: what came in is money all the same. */
static gboolean
add_chosen (Work *self, const Choice *choice, GArray *charges, GError **error)
{
  g_autoptr (GramChargeRecord) charge = NULL;

  if (choice->charge_id == 0)
    return TRUE;
  if (!gram_charge_table_get (self->call->store, choice->charge_id, &charge, error))
    return FALSE;
  if (charge == NULL || charge->outstanding > 0)
    g_array_append_val (charges, choice->charge_id);
  return TRUE;
}

/* The history of each account that is credited tells of it. */
static void
touch (Work *self, gint64 account_id)
{
  if (g_hash_table_add (self->accounts, g_memdup2 (&account_id, sizeof account_id)))
    gram_call_touches (self->call, "account", account_id);
}

static gboolean
record (Work *self,
        const GramBankStatementLine *line,
        const char *key,
        const Choice *choice,
        const GramAccountRecord *account,
        GramRefusal **refusal,
        GError **error)
{
  g_autofree char *reference = dup_reference (self, line);
  g_autofree char *payer
      = g_utf8_substring (line->payer, 0, MIN (g_utf8_strlen (line->payer, -1), MAX_REFERENCE));
  g_autoptr (GArray) charges = g_array_new (FALSE, FALSE, sizeof (gint64));
  const GramChargesPayment payment = {
    .account_id = account->id,
    .amount = line->amount,
    .paid_on = line->date,
    .reference = reference,
    .payer = payer,
    .bank_key = key,
    .charges = charges,
  };
  GramChargesPaid paid;

  if (!add_chosen (self, choice, charges, error)
      || !gram_charges_settle_with_money (self->call, &payment, &paid, refusal, error))
    return FALSE;
  touch (self, account->id);
  self->recorded++;
  self->amount += line->amount;
  self->settled += paid.settled;
  self->in_favour += paid.in_favour;
  return TRUE;
}

/* The same statement, or one that overlaps it, was brought in before. */
static void
skip (Work *self, const char *key)
{
  Choice *choice = g_hash_table_lookup (self->choices, key);

  if (choice == NULL)
    return;
  choice->used = TRUE;
  self->skipped++;
}

/* Under which key a line can be recorded: its own; anew after a reversal under the next one, which only a person names. */
static gboolean
find_key (Work *self, const GramBankStatementLine *line, char **key, GError **error)
{
  g_autoptr (GramPaymentRecord) known = NULL;

  *key = NULL;
  if (!gram_payment_table_find (self->call->store, line->key, &known, error))
    return FALSE;
  if (known == NULL)
    {
      *key = g_strdup (line->key);
      return TRUE;
    }
  skip (self, line->key);
  if (known->reversed_by != 0)
    *key = gram_payment_next_bank_key (known->bank_key);
  else if (!g_str_equal (known->bank_key, line->key))
    skip (self, known->bank_key);
  return TRUE;
}

static gboolean
take_line (Work *self, const GramBankStatementLine *line, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autofree char *key = NULL;
  Choice *choice;

  if (!self->again && !g_hash_table_contains (self->choices, line->key))
    return TRUE;
  if (!find_key (self, line, &key, error))
    return FALSE;
  choice = key != NULL ? g_hash_table_lookup (self->choices, key) : NULL;
  if (choice == NULL)
    return TRUE;
  choice->used = TRUE;
  return gram_bank_check_line (line, self->today, refusal)
         && find_account (self, line, choice, &account, refusal, error)
         && record (self, line, key, choice, account, refusal, error);
}

static gboolean
take_lines (Work *self, GramRefusal **refusal, GError **error)
{
  const GPtrArray *lines = self->statement->lines;

  for (guint i = 0; i < lines->len; i++)
    if (!take_line (self, lines->pdata[i], refusal, error)
        || !gram_call_progress (self->call, i + 1, lines->len, i + 1, error))
      return FALSE;
  return TRUE;
}

/* A key that the file does not have is a mistake, and not a line that was forgotten. */
static gboolean
check_used (Work *self, GramRefusal **refusal)
{
  GHashTableIter iter;
  gpointer key;
  gpointer choice;

  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, &key, &choice))
    if (!((Choice *)choice)->used)
      return gram_refuse (refusal, "bank.unknown-line", NULL,
                          _ ("The file has no line %s; look at the preview again"), (char *)key);
  return TRUE;
}

static void
answer_money (Work *self, const char *name, gint64 cents)
{
  g_autofree char *text
      = gram_decimal_format (cents, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);

  gram_call_answer_string (self->call, name, text);
}

gboolean
gram_bank_import (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *today = gram_registry_dup_today (call->registry, GRAM_ACCOUNT_CCS_NEW);
  g_auto (Work) work
      = { .call = call,
          .today = gram_life_date (today),
          .accounts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };

  if (!read_choices (&work, refusal) || !read_file (&work, refusal)
      || !take_lines (&work, refusal, error) || !check_used (&work, refusal))
    return FALSE;
  gram_call_answer_int64 (call, "recorded", work.recorded);
  gram_call_answer_int64 (call, "skipped", work.skipped);
  answer_money (&work, "amount", work.amount);
  answer_money (&work, "settled", work.settled);
  answer_money (&work, "in-favour", work.in_favour);
  return TRUE;
}
