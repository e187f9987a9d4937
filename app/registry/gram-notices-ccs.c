/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notices-ccs.h"

gboolean
gram_notices_tell_transfer (GramCall *call,
                            GramEvent event,
                            gint64 account_id,
                            gint64 transfer_id,
                            const char *other,
                            gint64 credits,
                            const char *state,
                            const char *last_day,
                            GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (other != NULL && state != NULL && last_day != NULL, FALSE);

  g_variant_dict_insert (&detail, "label", "s", other);
  g_variant_dict_insert (&detail, "quantity", "x", credits);
  g_variant_dict_insert (&detail, "state", "s", state);
  g_variant_dict_insert (&detail, "day", "s", last_day);
  return gram_notices_tell_side (call, event, account_id, "transfer", transfer_id, NULL, &detail,
                                 error);
}

gboolean
gram_notices_tell_credits (GramCall *call,
                           GramEvent event,
                           gint64 account_id,
                           int year,
                           gint64 credits,
                           const char *last_day,
                           const char *occasion,
                           GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (last_day != NULL && occasion != NULL, FALSE);

  if (credits == 0)
    return TRUE;
  g_variant_dict_insert (&detail, "year", "x", (gint64)year);
  g_variant_dict_insert (&detail, "quantity", "x", credits);
  g_variant_dict_insert (&detail, "day", "s", last_day);
  return gram_notices_tell_side (call, event, account_id, "credits", account_id, occasion, &detail,
                                 error);
}

gboolean
gram_notices_tell_charge (GramCall *call,
                          GramEvent event,
                          gint64 account_id,
                          gint64 charge_id,
                          int year,
                          gint64 outstanding,
                          const char *due_on,
                          GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (due_on != NULL, FALSE);

  g_variant_dict_insert (&detail, "year", "x", (gint64)year);
  g_variant_dict_insert (&detail, "amount", "x", outstanding);
  g_variant_dict_insert (&detail, "day", "s", due_on);
  return gram_notices_tell_side (call, event, account_id, "charge", charge_id, due_on, &detail,
                                 error);
}

gboolean
gram_notices_tell_fleet_year (GramCall *call,
                              gint64 account_id,
                              int year,
                              gint64 credits,
                              gint64 amount,
                              const char *due_on,
                              GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (account_id != 0 && due_on != NULL, FALSE);

  g_variant_dict_insert (&detail, "year", "x", (gint64)year);
  g_variant_dict_insert (&detail, "quantity", "x", credits);
  g_variant_dict_insert (&detail, "amount", "x", amount);
  g_variant_dict_insert (&detail, "day", "s", due_on);
  return gram_notices_tell_side (call, GRAM_EVENT_FLEET_YEAR_SETTLED, account_id, "fleet-year",
                                 year, NULL, &detail, error);
}

gboolean
gram_notices_tell_borrowing (GramCall *call,
                             GramEvent event,
                             gint64 account_id,
                             gint64 borrowing_id,
                             const char *number,
                             int year,
                             const char *state,
                             GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (number != NULL && state != NULL, FALSE);

  g_variant_dict_insert (&detail, "label", "s", number);
  g_variant_dict_insert (&detail, "year", "x", (gint64)year);
  g_variant_dict_insert (&detail, "state", "s", state);
  return gram_notices_tell_side (call, event, account_id, "borrowing", borrowing_id, NULL, &detail,
                                 error);
}

gboolean
gram_notices_tell_payment_recorded (GramCall *call,
                                    gint64 account_id,
                                    gint64 payment_id,
                                    const char *kind,
                                    gint64 amount,
                                    gint64 pending,
                                    GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (account_id != 0 && kind != NULL, FALSE);

  g_variant_dict_insert (&detail, "amount", "x", amount);
  g_variant_dict_insert (&detail, "posted", "x", pending);
  g_variant_dict_insert (&detail, "state", "s", kind);
  return gram_notices_tell_side (call, GRAM_EVENT_PAYMENT_RECORDED, account_id, "payment",
                                 payment_id, NULL, &detail, error);
}
