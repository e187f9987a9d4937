/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-match.h"

#include "gram-identifier.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NUMBER_DIGITS (GRAM_ACCOUNT_NUMBER_BUFFER - 1)
/* Shorter ones would be found in any text. */
#define MIN_REFERENCE 4
#define SEVERAL -1

/* An open charge. */
typedef struct
{
  gint64 id;
  gint64 account;
  gint64 outstanding;
} Charge;

struct _GramPaymentMatcher
{
  GHashTable *numbers;    /* eight digits → account */
  GHashTable *names;      /* folded name → account, or SEVERAL */
  GHashTable *references; /* folded reference → Charge, or one of SEVERAL */
  GHashTable *amounts;    /* cents → Charge, or one of SEVERAL */
  GHashTable *owed;       /* account → list of Charge */
  GPtrArray *charges;
};

static gint64 *
key_of (gint64 value)
{
  return g_memdup2 (&value, sizeof value);
}

GramPaymentMatcher *
gram_payment_matcher_new (void)
{
  GramPaymentMatcher *self = g_new0 (GramPaymentMatcher, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->amounts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->owed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                      (GDestroyNotify)g_ptr_array_unref);
  self->charges = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
gram_payment_matcher_free (GramPaymentMatcher *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->references);
  g_hash_table_unref (self->amounts);
  g_hash_table_unref (self->owed);
  g_ptr_array_unref (self->charges);
  g_free (self);
}

/* Words of letters and digits, folded, one blank between them. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  GString *words = g_string_new ("");
  gboolean gap = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalnum (c))
        {
          gap = words->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (words, ' ');
      gap = FALSE;
      g_string_append_unichar (words, c);
    }

  return g_string_free_and_steal (words);
}

void
gram_payment_matcher_add_account (GramPaymentMatcher *self,
                                  gint64 account,
                                  const char *number,
                                  const char *name)
{
  g_autofree char *folded = fold (name);
  gint64 *there;

  g_return_if_fail (self != NULL && number != NULL);

  g_hash_table_replace (self->numbers, g_strdup (number), key_of (account));
  there = g_hash_table_lookup (self->names, folded);
  if (there == NULL)
    g_hash_table_insert (self->names, g_steal_pointer (&folded), key_of (account));
  else if (*there != account)
    *there = SEVERAL;
}

/* What two charges share tells neither of them apart. */
static Charge several = { .id = SEVERAL, .account = SEVERAL };

/* An invoice can ask for more than one charge: it tells the account all the same. */
static Charge *
share_reference (GramPaymentMatcher *self, const Charge *there, const Charge *other)
{
  const Charge both = { SEVERAL, other->account, 0 };
  Charge *shared;

  if (there->account != other->account)
    return &several;
  shared = g_memdup2 (&both, sizeof both);
  g_ptr_array_add (self->charges, shared);
  return shared;
}

void
gram_payment_matcher_add_charge (GramPaymentMatcher *self,
                                 gint64 charge,
                                 gint64 account,
                                 const char *reference,
                                 gint64 outstanding)
{
  const Charge record = { charge, account, outstanding };
  g_autofree char *folded = fold (reference);
  Charge *kept;
  GPtrArray *owed;

  g_return_if_fail (self != NULL);

  kept = g_memdup2 (&record, sizeof record);
  g_ptr_array_add (self->charges, kept);
  if (strlen (folded) >= MIN_REFERENCE)
    {
      const Charge *there = g_hash_table_lookup (self->references, folded);

      g_hash_table_replace (self->references, g_steal_pointer (&folded),
                            there != NULL ? share_reference (self, there, kept) : kept);
    }
  g_hash_table_replace (self->amounts, key_of (outstanding),
                        g_hash_table_contains (self->amounts, &outstanding) ? &several : kept);

  owed = g_hash_table_lookup (self->owed, &account);
  if (owed == NULL)
    {
      owed = g_ptr_array_new ();
      g_hash_table_insert (self->owed, key_of (account), owed);
    }
  g_ptr_array_add (owed, kept);
}

/* What a text names: the one thing, nothing, or more than one. */
typedef struct
{
  gint64 account; /* 0 nothing, SEVERAL more than one */
  gint64 charge;
} Named;

static void
name_account (Named *named, gint64 account)
{
  named->account = named->account == 0 || named->account == account ? account : SEVERAL;
}

static void
name_charge (Named *named, const Charge *charge)
{
  named->charge = named->charge == 0 || named->charge == charge->id ? charge->id : SEVERAL;
  name_account (named, charge->account);
}

/* Digits that stand together. */
typedef struct
{
  const char *digits;
  gsize n;
  gboolean joined; /* a single blank or dash stands between it and the one before */
  gboolean dashed; /* it is a dash */
  gboolean alone;  /* no letter touches it */
} Group;

static GArray *
groups_of (const char *text)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
  const char *end = NULL;

  for (const char *at = text; *at != '\0';)
    {
      Group group = { .digits = at, .n = strspn (at, "0123456789") };

      if (group.n == 0)
        {
          at++;
          continue;
        }
      group.dashed = end != NULL && at == end + 1 && *end == '-';
      group.joined = group.dashed || (end != NULL && at == end + 1 && *end == ' ');
      end = at = at + group.n;
      group.alone = (group.digits == text || !g_ascii_isalpha (group.digits[-1]))
                    && !g_ascii_isalpha (*end);
      g_array_append_val (groups, group);
    }

  return groups;
}

/* Whether what these groups write goes on before or behind them: bank accounts have dashes, cards have blanks. Behind a number
   in one piece a blank begins something else. */
static gboolean
is_part (const GArray *groups, guint first, guint end)
{
  const Group *begin = &g_array_index (groups, Group, first);
  const Group *next = end < groups->len ? &g_array_index (groups, Group, end) : NULL;

  if (end == first + 1)
    return begin->dashed || (next != NULL && next->dashed);
  return begin->joined || (next != NULL && next->joined);
}

/* Eight digits that a check digit ends, in one group or in several, that an account has. */
static Named
find_numbers (GramPaymentMatcher *self, const char *text)
{
  g_autoptr (GArray) groups = groups_of (text);
  Named named = { 0 };

  for (guint first = 0; first < groups->len; first++)
    {
      char digits[NUMBER_DIGITS + 1] = "";
      char number[GRAM_ACCOUNT_NUMBER_BUFFER];
      const gint64 *account;
      gsize n = 0;
      guint i = first;

      for (; i < groups->len && n < NUMBER_DIGITS; i++)
        {
          const Group *group = &g_array_index (groups, Group, i);

          if (!group->alone || (i > first && !group->joined) || n + group->n > NUMBER_DIGITS)
            break;
          memcpy (digits + n, group->digits, group->n);
          n += group->n;
        }
      if (n < NUMBER_DIGITS || is_part (groups, first, i)
          || !gram_account_number_parse (digits, number, NULL))
        continue;
      account = g_hash_table_lookup (self->numbers, number);
      if (account != NULL)
        name_account (&named, *account);
    }

  return named;
}

/* Any run of words can be an invoice number: “FA-2026-0001” is three. */
static Named
find_references (GramPaymentMatcher *self, const char *text)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_words = g_strv_length (words);
  Named named = { 0 };

  for (guint first = 0; first < n_words; first++)
    {
      g_autoptr (GString) run = g_string_new ("");

      for (guint i = first; i < MIN (n_words, first + 6); i++)
        {
          const Charge *charge;

          if (i > first)
            g_string_append_c (run, ' ');
          g_string_append (run, words[i]);
          charge = g_hash_table_lookup (self->references, run->str);
          if (charge != NULL)
            name_charge (&named, charge);
        }
    }

  return named;
}

static void
set (GramPaymentMatch *match,
     GramPaymentCertainty certainty,
     GramPaymentReason reason,
     gint64 account,
     gint64 charge)
{
  gboolean none = certainty == GRAM_PAYMENT_MATCH_NONE;

  *match = (GramPaymentMatch){ .certainty = certainty,
                               .reason = reason,
                               .account = none ? 0 : account,
                               .charge = none ? 0 : charge };
}

/* The one charge of an account that is exactly paid, 0 if there is none, or more than one. */
static gint64
exactly_paid (GramPaymentMatcher *self, gint64 account, gint64 amount)
{
  GPtrArray *owed = g_hash_table_lookup (self->owed, &account);
  gint64 found = 0;

  for (guint i = 0; owed != NULL && i < owed->len; i++)
    {
      const Charge *charge = owed->pdata[i];

      if (charge->outstanding != amount)
        continue;
      if (found != 0)
        return 0;
      found = charge->id;
    }

  return found;
}

/* Nothing is named: amount and payer may still fit one. */
static void
match_likely (GramPaymentMatcher *self, gint64 amount, const char *payer, GramPaymentMatch *match)
{
  g_autofree char *folded = fold (payer);
  const gint64 *account = *folded != '\0' ? g_hash_table_lookup (self->names, folded) : NULL;
  const Charge *charge = g_hash_table_lookup (self->amounts, &amount);
  gboolean payer_known = account != NULL && *account != SEVERAL;
  gboolean charge_known = charge != NULL && charge->id != SEVERAL;

  if (payer_known)
    set (match, GRAM_PAYMENT_MATCH_LIKELY, GRAM_PAYMENT_REASON_PAYER, *account,
         exactly_paid (self, *account, amount));
  else if (account != NULL || (charge != NULL && !charge_known))
    set (match, GRAM_PAYMENT_MATCH_NONE, GRAM_PAYMENT_REASON_SEVERAL, 0, 0);
  else if (charge_known)
    set (match, GRAM_PAYMENT_MATCH_LIKELY, GRAM_PAYMENT_REASON_AMOUNT, charge->account, charge->id);
  else
    set (match, GRAM_PAYMENT_MATCH_NONE, GRAM_PAYMENT_REASON_NOTHING, 0, 0);
}

void
gram_payment_matcher_match (GramPaymentMatcher *self,
                            gint64 amount,
                            const char *text,
                            const char *payer,
                            GramPaymentMatch *match)
{
  Named number;
  Named invoice;

  g_return_if_fail (self != NULL && match != NULL);

  number = find_numbers (self, text != NULL ? text : "");
  invoice = find_references (self, text);
  if (number.account == SEVERAL || invoice.account == SEVERAL)
    set (match, GRAM_PAYMENT_MATCH_NONE, GRAM_PAYMENT_REASON_SEVERAL, 0, 0);
  else if (number.account != 0 && invoice.account != 0 && number.account != invoice.account)
    set (match, GRAM_PAYMENT_MATCH_NONE, GRAM_PAYMENT_REASON_CONTRADICTION, 0, 0);
  else if (invoice.account != 0)
    set (match, GRAM_PAYMENT_MATCH_CERTAIN, GRAM_PAYMENT_REASON_INVOICE, invoice.account,
         invoice.charge == SEVERAL ? 0 : invoice.charge);
  else if (number.account != 0)
    set (match, GRAM_PAYMENT_MATCH_CERTAIN, GRAM_PAYMENT_REASON_NUMBER, number.account,
         exactly_paid (self, number.account, amount));
  else
    match_likely (self, amount, payer, match);
}

static const GramTitle reason_titles[] = {
  { GRAM_PAYMENT_REASON_NOTHING, N_ ("No account number, invoice, amount or payer fits") },
  { GRAM_PAYMENT_REASON_SEVERAL, N_ ("It fits more than one; choose") },
  { GRAM_PAYMENT_REASON_CONTRADICTION,
    N_ ("Account number and invoice are of different accounts; choose") },
  { GRAM_PAYMENT_REASON_NUMBER, N_ ("The account number is in the text") },
  { GRAM_PAYMENT_REASON_INVOICE, N_ ("The number of the invoice is in the text") },
  { GRAM_PAYMENT_REASON_AMOUNT, N_ ("One charge alone has exactly this amount outstanding") },
  { GRAM_PAYMENT_REASON_PAYER, N_ ("One account alone has the payer’s name") },
};

const char *
gram_payment_reason_title (GramPaymentReason reason)
{
  return GRAM_TITLE (NULL, reason_titles, reason);
}
