/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notices.h"

#include "gram-explain-ccts-private.h"

#include "gram-payment-notice-pdf.h"
#include "gram-pool-table.h"

#include <glib/gi18n-lib.h>

/* The figures that the payment is made of, in the order of the annex (39(5)(a)); the second begins where the first ends. */
static const struct
{
  const char *figure;
  const char *but;
} figures[] = {
  { "activity", NULL },
  { "payment", "activity" },
};

/* A value as people read it, with its unit. */
static char *
dup_value (const GramExplanationLine *line)
{
  g_autofree char *number = NULL;

  if (!line->is_number)
    return g_strdup (line->value);
  number = gram_decimal_format_in_locale (line->amount, line->scale, line->min_decimals);
  if (*line->unit == '\0')
    return g_steal_pointer (&number);
  /* Pounds stand in front, everything else behind. */
  return g_str_equal (line->unit, "£") ? g_strconcat ("£", number, NULL)
                                       : g_strconcat (number, " ", line->unit, NULL);
}

static char *
dup_formula (const GramExplanationLine *line)
{
  if (*line->formula == '\0')
    return g_strdup (line->rounding);
  return *line->rounding == '\0' ? g_strdup (line->formula)
                                 : g_strconcat (line->formula, "; ", line->rounding, NULL);
}

static gboolean
add_figure (const GramSettlement *standing,
            const char *figure,
            const char *but,
            GPtrArray *derivation,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GramFigureExplanation) explanation
      = _gram_explain_ccts (standing, figure, refusal, error);

  for (guint i = 0; explanation != NULL && i < explanation->lines->len; i++)
    {
      const GramExplanationLine *line = explanation->lines->pdata[i];
      g_autofree char *value = dup_value (line);
      g_autofree char *formula = dup_formula (line);

      if (g_strcmp0 (line->name, but) == 0)
        continue;
      g_ptr_array_add (derivation,
                       gram_derivation_line_new (line->title, value, formula, line->article));
    }
  return explanation != NULL;
}

/* The pool that the participant is, with its members; NULL for a manufacturer. */
static gboolean
read_pool (const GramSettlement *standing, GramPoolRecord **pool, GPtrArray *names, GError **error)
{
  GramStore *store = standing->registry->store;
  g_autoptr (GPtrArray) members = NULL;

  if (standing->participant.pool_id == 0)
    return TRUE;
  if (!gram_pool_table_get (store, standing->participant.pool_id, pool, error))
    return FALSE;
  members = gram_pool_table_members (store, standing->participant.pool_id, error);
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const GramPoolMember *member = members->pdata[i];

      g_ptr_array_add (names, g_strdup_printf ("%s, %s", member->holder, member->number));
    }
  return members != NULL;
}

GBytes *
gram_payment_notices_paper (const GramSettlement *standing,
                            const GramAccountingRecord *accounting,
                            const GramPaymentNoticeForm *form,
                            const char *number,
                            const char *reference,
                            GramRefusal **refusal,
                            GError **error)
{
  GramRegistryKind kind = gram_registry_get_kind (standing->registry);
  const char *title = gram_registry_get_title (standing->registry);
  g_autoptr (GPtrArray) derivation
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_derivation_line_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GramPoolRecord) pool = NULL;
  GramPaymentNoticePaper paper;

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (!add_figure (standing, figures[i].figure, figures[i].but, derivation, refusal, error))
      return NULL;
  if (!read_pool (standing, &pool, names, error))
    return NULL;
  paper = (GramPaymentNoticePaper){
    .number = number,
    .year = standing->year,
    .administrator = kind == GRAM_REGISTRY_OWN ? form->payable_to : title,
    .registry = title,
    .practice = kind == GRAM_REGISTRY_PRACTICE,
    .recorded = kind == GRAM_REGISTRY_OWN,
    .holder = standing->account->holder,
    .account_number = standing->account->number,
    .pool = pool != NULL ? pool->name : NULL,
    .members = names->len > 0 ? names : NULL,
    .amount = form->amount,
    .activity = accounting->activity,
    .surrendered = accounting->surrendered,
    .shortfall = accounting->shortfall,
    .per_unit = standing->rulebook->ccts->payment_pence,
    .given_on = form->given_on,
    .due_on = form->due_on,
    .payable_to = form->payable_to,
    .how_to_pay = form->how_to_pay,
    .appeal_rights = form->appeal_rights,
    .reference = *reference != '\0' ? reference : NULL,
    .rulebook = standing->rulebook->version,
    .derivation = derivation,
  };
  return gram_payment_notice_pdf (&paper, error);
}
