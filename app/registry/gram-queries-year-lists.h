/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Questions about what is entered for a scheme year: baselines, positions in the CRTS, notices about eco-innovations. If one
 * answers %NULL, exactly one of @refusal and @error is set. Strings are owned by the rows.
 */

/**
 * GramBaselineRow:
 * @id: row
 * @year: scheme year
 * @account_id: the account
 * @number: its number
 * @holder: its name
 * @pool_id: pool that it is for, 0 the manufacturer itself
 * @value: B, millionths of g/km
 * @source: source
 * @dated_on: day of the source, ISO
 * @reason: reason
 * @current: it is the one that counts
 * @at: when it was entered, UTC microseconds
 * @person: (nullable): who entered it
 *
 * A baseline that was entered (Schedule 1).
 */
typedef struct
{
  gint64 id;
  int year;
  gint64 account_id;
  char *number;
  char *holder;
  gint64 pool_id;
  gint64 value;
  char *source;
  char *dated_on;
  char *reason;
  gboolean current;
  gint64 at;
  char *person;
} GramBaselineRow;

/**
 * gram_registry_baselines:
 * @self: a registry
 * @actor: who asks: the administrator's side; who may view the account
 * @year: a scheme year
 * @account_id: an account, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramBaselineRow) (nullable): baselines of a year with their history, by holder, the
 *   newest first
 */
GPtrArray *gram_registry_baselines (GramRegistry *self,
                                    GramActor *actor,
                                    int year,
                                    gint64 account_id,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_baseline_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_baseline_row_free (GramBaselineRow *self);

/**
 * GramPositionRow:
 * @id: row
 * @year: scheme year
 * @account_id: the account
 * @number: its number
 * @holder: its name
 * @cars: all cars of the year (T), whole
 * @allocated: CRTS allowances allocated, tenths; likewise the next four
 * @activity: CRTS activity (art. 24)
 * @held: CRTS allowances held, borrowed ones among them
 * @required: CRTS allowances required by art. 27(1)
 * @borrowed: of those held: borrowed (art. 15)
 * @source: source
 * @dated_on: day of the source, ISO
 * @current: it is the one that counts
 * @at: when it was entered, UTC microseconds
 * @person: (nullable): who entered it
 *
 * Where a participant stands in the CRTS.
 */
typedef struct
{
  gint64 id;
  int year;
  gint64 account_id;
  char *number;
  char *holder;
  gint64 cars;
  gint64 allocated;
  gint64 activity;
  gint64 held;
  gint64 required;
  gint64 borrowed;
  char *source;
  char *dated_on;
  gboolean current;
  gint64 at;
  char *person;
} GramPositionRow;

/**
 * gram_registry_positions:
 * @self: a registry
 * @actor: who asks: the administrator's side; who may view the account
 * @year: a scheme year
 * @account_id: an account, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramPositionRow) (nullable): positions of a year with their history, by holder, the
 *   newest first
 */
GPtrArray *gram_registry_positions (GramRegistry *self,
                                    GramActor *actor,
                                    int year,
                                    gint64 account_id,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_position_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_position_row_free (GramPositionRow *self);

/**
 * GramEcoNoticeRow:
 * @id: number of the notice
 * @code: code of the eco-innovation
 * @given_on: day on which it was given, ISO
 * @reference: its reference
 * @off_in: scheme year in which the reduction is off, 0 none (art. 36(3)(b))
 * @withdrawn_at: UTC microseconds, 0 if it stands
 *
 * A notice of the Secretary of State about an eco-innovation (Art. 12(2)(b) of Regulation (EU) 725/2011).
 */
typedef struct
{
  gint64 id;
  char *code;
  char *given_on;
  char *reference;
  int off_in;
  gint64 withdrawn_at;
} GramEcoNoticeRow;

/**
 * gram_registry_eco_notices:
 * @self: a registry
 * @actor: who asks: any person of the registry
 * @refusal: (out) (optional): `session.ended`
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramEcoNoticeRow) (nullable): the notices, the newest first
 */
GPtrArray *gram_registry_eco_notices (GramRegistry *self,
                                      GramActor *actor,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_eco_notice_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_eco_notice_row_free (GramEcoNoticeRow *self);

G_END_DECLS
