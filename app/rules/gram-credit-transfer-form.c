/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-transfer.h"
#include "gram-rules-private.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

#define TRANSFER "LTA 1998 s 180, s 184"
#define MAX_NAME 200
#define MAX_REFERENCE 200

/* What a form is read into, and what it is checked against. */
typedef struct
{
  const GramCcsRules *rules;
  const GramCreditTransferForm *form;
  const char *own_number;
  GramCreditTransfer *transfer;
} Reading;

static const GramTitle titles[] = {
  { GRAM_CREDIT_TRANSFER_DIRECTION, N_ ("Direction") },
  { GRAM_CREDIT_TRANSFER_NUMBER, N_ ("Account number of the other holder") },
  { GRAM_CREDIT_TRANSFER_NAME, N_ ("Name of the other account") },
  { GRAM_CREDIT_TRANSFER_KIND, N_ ("Kind of the other account") },
  { GRAM_CREDIT_TRANSFER_CREDITS, N_ ("Credits") },
  { GRAM_CREDIT_TRANSFER_YEARS, N_ ("Credits by year") },
  { GRAM_CREDIT_TRANSFER_REFERENCE, N_ ("Reference for both") },
};

const char *
gram_credit_transfer_field_title (GramCreditTransferField field)
{
  return GRAM_TITLE (NULL, titles, field);
}

static gboolean
refuse (GramCreditTransferField field, const char *id, const char *problem, GramRefusal **refusal)
{
  /* Translators: the first %s names a field of a form, the second says what is wrong with it */
  return gram_refuse (refusal, id, TRANSFER, _ ("%s: %s"), gram_credit_transfer_field_title (field),
                      problem);
}

static gboolean
read_direction (Reading *r, GramRefusal **refusal)
{
  int direction = GRAM_CREDIT_TRANSFER_OUT;

  if (r->form->recorded
      && !gram_word_parse ("credit-transfer-direction", r->form->direction, &direction))
    return refuse (GRAM_CREDIT_TRANSFER_DIRECTION, "transfer.direction",
                   _ ("say whether this account gives the credits or gets them"), refusal);

  r->transfer->direction = (GramCreditTransferDirection)direction;
  return TRUE;
}

static gboolean
read_number (Reading *r, GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;

  if (!gram_account_number_parse (r->form->number, r->transfer->number, &error))
    return refuse (GRAM_CREDIT_TRANSFER_NUMBER, "transfer.number", error->message, refusal);

  return g_strcmp0 (r->transfer->number, r->own_number) != 0
         || refuse (GRAM_CREDIT_TRANSFER_NUMBER, "transfer.own-account",
                    _ ("this is the account itself; a transfer takes another account"), refusal);
}

static gboolean
read_name (Reading *r, GramRefusal **refusal)
{
  const char *problem = _gram_read_text (r->form->recorded ? r->form->name : NULL, MAX_NAME, "",
                                         &r->transfer->name);

  if (problem != NULL)
    return refuse (GRAM_CREDIT_TRANSFER_NAME, "transfer.name", problem, refusal);

  return !r->form->recorded || *r->transfer->name != '\0'
         || refuse (GRAM_CREDIT_TRANSFER_NAME, "transfer.name",
                    _ ("write the name of the other account"), refusal);
}

static gboolean
read_kind (Reading *r, GramRefusal **refusal)
{
  int kind = 0;

  if (!r->form->recorded)
    return TRUE;
  if (!gram_word_parse ("account-kind", r->form->kind, &kind)
      || (kind != GRAM_ACCOUNT_CCS_USED && kind != GRAM_ACCOUNT_CCS_NEW))
    return refuse (GRAM_CREDIT_TRANSFER_KIND, "transfer.kind",
                   _ ("say whether the other account is for used or for new vehicles"), refusal);

  r->transfer->kind = (GramAccountKind)kind;
  return TRUE;
}

static gboolean
read_credits (Reading *r, GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;
  gint64 credits;

  if (!gram_decimal_parse (r->form->credits, GRAM_DECIMAL_SCALE_MONEY, &credits, &error))
    return refuse (GRAM_CREDIT_TRANSFER_CREDITS, "transfer.credits", error->message, refusal);
  if (credits <= 0)
    return refuse (GRAM_CREDIT_TRANSFER_CREDITS, "transfer.credits",
                   _ ("a transfer is more than nothing; write how many credits"), refusal);
  if (r->rules->terms->whole_credits && !gram_decimal_parse (r->form->credits, 0, &credits, NULL))
    return refuse (GRAM_CREDIT_TRANSFER_CREDITS, "transfer.fraction",
                   _ ("only whole credits are transferred; write a whole number"), refusal);

  return gram_decimal_parse (r->form->credits, GRAM_DECIMAL_SCALE_MONEY, &r->transfer->credits,
                             NULL);
}

static gboolean
read_years (Reading *r, GramRefusal **refusal)
{
  g_autoptr (GramRefusal) why = NULL;
  GArray *lines = gram_ccs_credits_parse (r->form->years, &why);
  gint64 sum;

  if (lines == NULL)
    return refuse (GRAM_CREDIT_TRANSFER_YEARS, "transfer.years", why->message, refusal);

  g_array_unref (r->transfer->chosen);
  r->transfer->chosen = lines;
  if (lines->len == 0 && read_direction (r, NULL)
      && r->transfer->direction == GRAM_CREDIT_TRANSFER_IN)
    return refuse (GRAM_CREDIT_TRANSFER_YEARS, "transfer.years",
                   _ ("write of which years the credits are, as they were given"), refusal);
  if (lines->len == 0 || !read_credits (r, NULL))
    return TRUE;
  return (gram_ccs_credits_sum ((const GramCcsCredits *)lines->data, lines->len, &sum)
          && sum == r->transfer->credits)
         || refuse (GRAM_CREDIT_TRANSFER_YEARS, "transfer.years",
                    _ ("they do not add up to the credits of the transfer; change the one or the "
                       "other"),
                    refusal);
}

static gboolean
read_reference (Reading *r, GramRefusal **refusal)
{
  const char *problem
      = _gram_read_text (r->form->reference, MAX_REFERENCE, "", &r->transfer->reference);

  return problem == NULL
         || refuse (GRAM_CREDIT_TRANSFER_REFERENCE, "transfer.reference", problem, refusal);
}

static gboolean (*const readers[GRAM_CREDIT_TRANSFER_FIELD_N + 1]) (Reading *r,
                                                                    GramRefusal **refusal)
    = {
        [GRAM_CREDIT_TRANSFER_DIRECTION] = read_direction,
        [GRAM_CREDIT_TRANSFER_NUMBER] = read_number,
        [GRAM_CREDIT_TRANSFER_NAME] = read_name,
        [GRAM_CREDIT_TRANSFER_KIND] = read_kind,
        [GRAM_CREDIT_TRANSFER_CREDITS] = read_credits,
        [GRAM_CREDIT_TRANSFER_YEARS] = read_years,
        [GRAM_CREDIT_TRANSFER_REFERENCE] = read_reference,
      };

static GramCreditTransfer *
transfer_new (void)
{
  GramCreditTransfer *self = g_new0 (GramCreditTransfer, 1);

  self->chosen = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));
  self->direction = GRAM_CREDIT_TRANSFER_OUT;

  return self;
}

void
gram_credit_transfer_free (GramCreditTransfer *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->reference);
  g_array_unref (self->chosen);
  g_free (self);
}

gboolean
gram_credit_transfer_check_field (const GramCcsRules *rules,
                                  const GramCreditTransferForm *form,
                                  GramCreditTransferField field,
                                  const char *own_number,
                                  GramRefusal **refusal)
{
  g_autoptr (GramCreditTransfer) transfer = transfer_new ();
  Reading reading
      = { .rules = rules, .form = form, .own_number = own_number, .transfer = transfer };

  g_return_val_if_fail (rules != NULL && form != NULL, FALSE);
  g_return_val_if_fail (field >= 1 && field <= GRAM_CREDIT_TRANSFER_FIELD_N, FALSE);

  return readers[field](&reading, refusal);
}

GramCreditTransfer *
gram_credit_transfer_new (const GramCcsRules *rules,
                          const GramCreditTransferForm *form,
                          const char *own_number,
                          GramCreditTransferField *field,
                          GramRefusal **refusal)
{
  g_autoptr (GramCreditTransfer) transfer = transfer_new ();
  Reading reading
      = { .rules = rules, .form = form, .own_number = own_number, .transfer = transfer };

  g_return_val_if_fail (rules != NULL && form != NULL && own_number != NULL, NULL);

  for (int i = 1; i <= GRAM_CREDIT_TRANSFER_FIELD_N; i++)
    if (!readers[i](&reading, refusal))
      {
        if (field != NULL)
          *field = (GramCreditTransferField)i;
        return NULL;
      }

  return g_steal_pointer (&transfer);
}
