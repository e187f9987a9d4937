/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-walk.h"

#include "gram-vehicle-columns.h"

gboolean
gram_vehicle_walk (GramStore *store,
                   gint64 account_id,
                   const char *first_on,
                   const char *last_on,
                   GramVehicleFunc func,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  static char *sql;
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  g_return_val_if_fail (first_on != NULL && last_on != NULL && func != NULL, FALSE);

  if (g_once_init_enter_pointer (&sql))
    g_once_init_leave_pointer (&sql, g_strconcat (_gram_vehicle_select (),
                                                  " WHERE v.account_id = $1"
                                                  " AND v.registered_on BETWEEN $2 AND $3"
                                                  " ORDER BY v.registered_on, v.id",
                                                  NULL));
  statement = gram_statement_prepare (store, sql, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_text (statement, 2, first_on);
  gram_statement_bind_text (statement, 3, last_on);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      g_autoptr (GramVehicleRecord) vehicle = _gram_vehicle_read (statement);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !func (vehicle, data, error))
        return FALSE;
    }
  return step == GRAM_STEP_DONE;
}
