/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-handlers-years.h"
#include "gram-participants.h"
#include "gram-year-file.h"

#include "gram-crts-position-table.h"
#include "gram-pool-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define ARTICLE "CCTS art. 35(1)"
/* CRTS units are counted in tenths. */
#define SCALE_CRTS 1
#define TENTHS 10
/* More than all cars of the world; no CRTS allowance is for more than one. */
#define MOST_CARS G_GINT64_CONSTANT (1000000000)

/* The amounts of a position as they were typed, in the order of the columns of a file. */
enum
{
  CARS,
  ALLOCATED,
  ACTIVITY,
  HELD,
  REQUIRED_CRTS,
  BORROWED,
  N_AMOUNTS,
};

static const struct
{
  const char *name;
  const char *title;
} amounts[N_AMOUNTS] = {
  [CARS] = { "cars", N_ ("All cars") },
  [ALLOCATED] = { "allocated", N_ ("CRTS allowances allocated") },
  [ACTIVITY] = { "activity", N_ ("CRTS activity") },
  [HELD] = { "held", N_ ("CRTS allowances held") },
  [REQUIRED_CRTS] = { "required", N_ ("CRTS allowances required") },
  [BORROWED] = { "borrowed", N_ ("CRTS allowances borrowed") },
};

typedef struct
{
  GramCall *call;
  int year;
  GramDate today;
} Work;

static gboolean
work_init (Work *self, GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *today = gram_registry_dup_today (call->registry, GRAM_ACCOUNT_CCTS);
  gint64 year = gram_call_get_int64 (call, "year", 0);

  *self = (Work){ .call = call, .today = gram_life_date (today) };
  if (!gram_participants_check_year (call->registry, year, NULL, NULL, refusal, error))
    return FALSE;
  self->year = (int)year;
  return gram_participants_check_not_closed (call->store, self->year, refusal, error);
}

static gboolean
read_amount (int amount, const char *text, gint64 *value, GramRefusal **refusal)
{
  guint scale = amount == CARS ? 0 : SCALE_CRTS;
  gint64 most = amount == CARS ? MOST_CARS : MOST_CARS * TENTHS;

  if (text != NULL && gram_decimal_parse (text, scale, value, NULL) && *value >= 0
      && *value <= most)
    return TRUE;
  if (amount == CARS)
    return gram_refuse (refusal, "crts.amount", ARTICLE,
                        _ ("%s: “%s” is not a number of cars; write it like 50000"),
                        _ (amounts[amount].title), text != NULL ? text : "");
  return gram_refuse (refusal, "crts.amount", ARTICLE,
                      _ ("%s: “%s” is not an amount in tenths; write it like 9630.5"),
                      _ (amounts[amount].title), text != NULL ? text : "");
}

static gboolean
check_borrowed (const gint64 *values, GramRefusal **refusal)
{
  if (values[BORROWED] <= values[HELD])
    return TRUE;
  return gram_refuse (refusal, "crts.borrowed", "CCTS art. 35(1)(c)",
                      _ ("More CRTS allowances are borrowed than are held; those held include the "
                         "borrowed ones"));
}

/* The pool that the account acts for in the year, 0 none. */
static gboolean
find_pool (Work *self, gint64 account_id, gint64 *pool_id, GError **error)
{
  g_autoptr (GramPoolRecord) pool = NULL;

  if (!gram_pool_table_of_year (self->call->store, self->year, account_id, pool_id, error))
    return FALSE;
  if (*pool_id == 0)
    return TRUE;
  if (!gram_pool_table_get (self->call->store, *pool_id, &pool, error))
    return FALSE;
  if (pool != NULL && pool->account_id != account_id)
    *pool_id = 0;
  return TRUE;
}

static gboolean
set_position (Work *self,
              const GramAccountRecord *account,
              const char *const *typed,
              const char *source,
              const char *dated_on,
              GramRefusal **refusal,
              GError **error)
{
  GramCrtsPositionRecord record = { .year = self->year, .account_id = account->id };
  g_autofree char *text = NULL;
  gint64 values[N_AMOUNTS];
  char day[GRAM_DATE_BUFFER];
  GramDate date;

  for (int i = 0; i < N_AMOUNTS; i++)
    if (!read_amount (i, typed[i], &values[i], refusal))
      return FALSE;
  if (!check_borrowed (values, refusal)
      || !gram_year_read_source (source, dated_on, self->today, &text, &date, refusal)
      || !find_pool (self, account->id, &record.pool_id, error))
    return FALSE;
  record.cars = values[CARS];
  record.allocated = values[ALLOCATED];
  record.activity = values[ACTIVITY];
  record.held = values[HELD];
  record.required = values[REQUIRED_CRTS];
  record.borrowed = values[BORROWED];
  record.source = text;
  record.dated_on = (char *)gram_date_print (day, date);
  record.journal_id = self->call->journal_id;
  return gram_crts_position_table_insert (self->call->unit, &record, error);
}

gboolean
gram_crts_positions_set (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *cars = g_strdup_printf ("%" PRId64, gram_call_get_int64 (call, "cars", -1));
  const char *typed[N_AMOUNTS] = { cars };
  Work work;

  for (int i = CARS + 1; i < N_AMOUNTS; i++)
    typed[i] = gram_call_get_string (call, amounts[i].name);
  if (!work_init (&work, call, refusal, error)
      || !set_position (&work, call->account, typed, gram_call_get_string (call, "source"),
                        gram_call_get_string (call, "dated-on"), refusal, error))
    return FALSE;
  return TRUE;
}

static gboolean
take_row (const GramAccountRecord *account,
          const char *const *values,
          gpointer data,
          GramRefusal **refusal,
          GError **error)
{
  return set_position (data, account, values + 1, values[N_AMOUNTS + 1], values[N_AMOUNTS + 2],
                       refusal, error);
}

gboolean
gram_crts_positions_import (GramCall *call, GramRefusal **refusal, GError **error)
{
  static const char *const columns[] = { "account",  "cars",     "allocated", "activity", "held",
                                         "required", "borrowed", "source",    "date",     NULL };
  gint64 n_rows;
  Work work;

  if (!work_init (&work, call, refusal, error)
      || !gram_year_file_read (call, "crts.set-position", columns, take_row, &work, &n_rows,
                               refusal, error))
    return FALSE;
  gram_call_answer_int64 (call, "positions", n_rows);
  return TRUE;
}
