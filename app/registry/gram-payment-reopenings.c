/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-reopenings.h"

#include "gram-charge-postings.h"

/* A charge with money on it that stood in favour. */
typedef struct
{
  GramChargeSheet *sheet;
  gint64 used;
} Used;

static void
used_clear (gpointer data)
{
  gram_charge_sheet_free (((Used *)data)->sheet);
}

static Used *
find (GArray *list, gint64 charge_id)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, Used, i).sheet->record->id == charge_id)
      return &g_array_index (list, Used, i);
  return NULL;
}

static Used *
add (GArray *list, GramStore *store, gint64 charge_id, GError **error)
{
  Used used = { 0 };
  GramChargeRecord *record = NULL;

  if (!gram_charge_table_get (store, charge_id, &record, error))
    return NULL;
  used.sheet = gram_charge_sheet_read (store, record, error);
  if (used.sheet == NULL)
    return NULL;
  g_array_append_val (list, used);
  return &g_array_index (list, Used, list->len - 1);
}

/* Corrections may have given back of it meanwhile. */
static void
keep_what_is_left (GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      Used *used = &g_array_index (list, Used, i);
      gint64 left = 0;

      for (guint k = 0; k < used->sheet->money->len; k++)
        {
          const GramChargeMoney *money = &g_array_index (used->sheet->money, GramChargeMoney, k);

          left += money->payment_id == 0 ? money->value : 0;
        }
      used->used = CLAMP (used->used, 0, left);
    }
}

/* The charge that it was used for last comes first. */
static GArray *
read_used (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GPtrArray) rows = gram_charge_settlement_table_in_favour (store, account_id, error);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Used));

  g_array_set_clear_func (list, used_clear);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const GramChargeSettlementRecord *row = rows->pdata[i];
      Used *used = find (list, row->charge_id);

      if (used == NULL)
        used = add (list, store, row->charge_id, error);
      if (used == NULL)
        return NULL;
      used->used += row->value;
    }
  if (rows == NULL)
    return NULL;
  keep_what_is_left (list);
  return g_steal_pointer (&list);
}

gboolean
gram_payments_can_reopen (GramStore *store, gint64 account_id, gint64 *value, GError **error)
{
  g_autoptr (GArray) list = read_used (store, account_id, error);

  *value = 0;
  for (guint i = 0; list != NULL && i < list->len; i++)
    *value += g_array_index (list, Used, i).used;
  return list != NULL;
}

static gboolean
reopen_one (GramCall *call,
            const GramCcsRules *rules,
            GramChargeSheet *sheet,
            gint64 value,
            gint64 *opened,
            GError **error)
{
  gint64 money;
  gint64 owed = gram_charge_sheet_unpay (sheet, rules, 0, value, &money);
  const GramChargePosting posting = {
    .account_id = sheet->record->account_id,
    .charges = owed,
    .payment = -money,
    .offset = money - owed,
    .in_favour = money,
  };
  GramChargeEntry entry = { .kind = GRAM_CHARGE_SETTLEMENT_IN_FAVOUR, .value = -money };

  *opened += owed;
  if (!gram_charge_posting_post (&posting, call, "in-favour", &entry.posting_id, error)
      || !gram_charge_entry_write (&entry, call, sheet->record->id, error))
    return FALSE;
  /* Without the money the last hundredth of a gram may discharge a cent more. */
  entry.kind = GRAM_CHARGE_SETTLEMENT_CREDIT;
  entry.value = money - owed;
  return gram_charge_entry_write (&entry, call, sheet->record->id, error)
         && gram_charge_sheet_write (sheet, call, error);
}

gboolean
gram_payments_reopen (GramCall *call,
                      gint64 account_id,
                      gint64 value,
                      gint64 *opened,
                      GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GArray) list = NULL;
  const GramCcsRules *rules = gram_charge_rules (call->registry, &rulebook, error);

  *opened = 0;
  list = rules != NULL ? read_used (call->store, account_id, error) : NULL;
  for (guint i = 0; list != NULL && i < list->len && value > 0; i++)
    {
      const Used *used = &g_array_index (list, Used, i);
      gint64 share = MIN (value, used->used);

      if (share == 0)
        continue;
      if (!reopen_one (call, rules, used->sheet, share, opened, error))
        return FALSE;
      value -= share;
    }
  return list != NULL;
}
