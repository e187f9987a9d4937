/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notices-ccts.h"

gboolean
gram_notices_tell_trade (GramCall *call,
                         GramEvent event,
                         gint64 account_id,
                         gint64 notification_id,
                         int year,
                         gint64 quantity,
                         const char *state,
                         GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&detail, "year", "x", (gint64)year);
  g_variant_dict_insert (&detail, "quantity", "x", quantity);
  g_variant_dict_insert (&detail, "state", "s", state != NULL ? state : "");
  return gram_notices_tell_side (call, event, account_id, notification_id != 0 ? "trade" : "trades",
                                 notification_id != 0 ? notification_id : account_id, NULL, &detail,
                                 error);
}

gboolean
gram_notices_tell_allocation (GramCall *call,
                              gint64 account_id,
                              int year,
                              gint64 allowances,
                              gint64 posted,
                              GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (account_id != 0, FALSE);

  if (posted == 0)
    return TRUE;
  g_variant_dict_insert (&detail, "year", "x", (gint64)year);
  g_variant_dict_insert (&detail, "quantity", "x", allowances);
  g_variant_dict_insert (&detail, "posted", "x", posted);
  return gram_notices_tell_side (call, GRAM_EVENT_ALLOCATION_POSTED, account_id, "year", year, NULL,
                                 &detail, error);
}

gboolean
gram_notices_tell_payment (GramCall *call,
                           GramEvent event,
                           gint64 account_id,
                           gint64 notice_id,
                           const char *number,
                           gint64 amount,
                           const char *due_on,
                           GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (number != NULL && due_on != NULL, FALSE);

  g_variant_dict_insert (&detail, "label", "s", number);
  g_variant_dict_insert (&detail, "amount", "x", amount);
  g_variant_dict_insert (&detail, "day", "s", due_on);
  return gram_notices_tell_side (call, event, account_id, "payment-notice", notice_id,
                                 event == GRAM_EVENT_PAYMENT_OVERDUE ? due_on : NULL, &detail,
                                 error);
}

gboolean
gram_notices_tell_pool (GramCall *call,
                        GramEvent event,
                        gint64 account_id,
                        gint64 pool_id,
                        const char *name,
                        const char *state,
                        GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (name != NULL && state != NULL, FALSE);

  g_variant_dict_insert (&detail, "label", "s", name);
  g_variant_dict_insert (&detail, "state", "s", state);
  return gram_notices_tell_side (call, event, account_id, "pool", pool_id, NULL, &detail, error);
}

gboolean
gram_notices_tell_window (GramCall *call,
                          GramEvent event,
                          gint64 account_id,
                          int year,
                          const char *day,
                          GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (day != NULL, FALSE);

  g_variant_dict_insert (&detail, "year", "x", (gint64)year);
  g_variant_dict_insert (&detail, "day", "s", day);
  return gram_notices_tell_side (call, event, account_id, "year", year, day, &detail, error);
}
