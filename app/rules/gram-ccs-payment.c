/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-payment.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define ARTICLE "LTA 1998 s 177, s 182"

static int
by_due_day (gconstpointer a, gconstpointer b)
{
  const GramCcsDue *x = a;
  const GramCcsDue *y = b;
  int day = gram_date_compare (x->due_on, y->due_on);

  return day != 0 ? day : (x->id > y->id) - (x->id < y->id);
}

static const GramCcsDue *
find_due (const GramCcsDue *dues, gsize n_dues, gint64 id)
{
  for (gsize i = 0; i < n_dues; i++)
    if (dues[i].id == id && dues[i].outstanding > 0)
      return &dues[i];

  return NULL;
}

/* The charges to settle, in the order in which they are. */
static GArray *
dues_of (const GramCcsDue *dues,
         gsize n_dues,
         const gint64 *chosen,
         gsize n_chosen,
         GramRefusal **refusal)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (GramCcsDue));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (n_chosen == 0 && n_dues > 0)
    g_array_append_vals (list, dues, (guint)n_dues);
  for (gsize i = 0; i < n_chosen; i++)
    {
      const GramCcsDue *due = find_due (dues, n_dues, chosen[i]);

      if (due == NULL)
        {
          gram_refuse (refusal, "payment.charge", ARTICLE,
                       _ ("Charge %" PRId64 " is not outstanding on this account; choose another"),
                       chosen[i]);
          return NULL;
        }
      if (!g_hash_table_add (seen, (gpointer)&chosen[i]))
        {
          gram_refuse (refusal, "payment.twice", ARTICLE,
                       _ ("A charge was chosen twice; choose each one once"));
          return NULL;
        }
      g_array_append_vals (list, due, 1);
    }

  g_array_sort (list, by_due_day);
  return g_steal_pointer (&list);
}

GArray *
gram_payment_split (const GramCcsDue *dues,
                    gsize n_dues,
                    const gint64 *chosen,
                    gsize n_chosen,
                    gint64 amount,
                    gint64 *in_favour,
                    GramRefusal **refusal)
{
  g_autoptr (GArray) list = NULL;
  GArray *shares;

  g_return_val_if_fail (dues != NULL || n_dues == 0, NULL);
  g_return_val_if_fail (chosen != NULL || n_chosen == 0, NULL);
  g_return_val_if_fail (in_favour != NULL, NULL);

  if (amount <= 0)
    {
      gram_refuse (refusal, "payment.amount", ARTICLE,
                   _ ("A payment is more than nothing; write what was paid"));
      return NULL;
    }
  list = dues_of (dues, n_dues, chosen, n_chosen, refusal);
  if (list == NULL)
    return NULL;

  shares = g_array_new (FALSE, FALSE, sizeof (GramPaymentShare));
  for (guint i = 0; i < list->len && amount > 0; i++)
    {
      const GramCcsDue *due = &g_array_index (list, GramCcsDue, i);
      GramPaymentShare share = { .id = due->id, .amount = MIN (due->outstanding, amount) };

      if (share.amount <= 0)
        continue;
      g_array_append_val (shares, share);
      amount -= share.amount;
    }

  *in_favour = amount;
  return shares;
}
