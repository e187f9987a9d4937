/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramSchemeYearRecord:
 * @year: the scheme year
 * @measured_at: UTC microseconds of the last measuring, 0 never
 * @allocated_at: UTC microseconds of the last allocation run, 0 never
 * @accounted_at: UTC microseconds of the last accounting, 0 never
 * @closed_at: UTC microseconds, 0 not closed
 * @published_at: UTC microseconds of the last publication, 0 never
 * @auto_register: the standing rule: matched trades are registered at once
 * @version: 1, one more with each change
 *
 * What was done about a scheme year.
 */
typedef struct
{
  gint64 year;
  gint64 measured_at;
  gint64 allocated_at;
  gint64 accounted_at;
  gint64 closed_at;
  gint64 published_at;
  gboolean auto_register;
  int version;
} GramSchemeYearRecord;

/**
 * gram_scheme_year_record_new:
 *
 * Makes an empty record: nothing is done.
 *
 * Returns: (transfer full): the record; free with gram_scheme_year_record_free()
 */
GramSchemeYearRecord *gram_scheme_year_record_new (void);

/**
 * gram_scheme_year_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramSchemeYearRecord *gram_scheme_year_record_copy (const GramSchemeYearRecord *self);

/**
 * gram_scheme_year_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_scheme_year_record_free (GramSchemeYearRecord *self);

/**
 * gram_scheme_year_table_insert:
 * @unit: a unit of work
 * @record: the record
 * @error: return location
 *
 * Inserts a year, the one of @record. It is there already: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_scheme_year_table_insert (GramUnit *unit, GramSchemeYearRecord *record, GError **error);

/**
 * gram_scheme_year_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same year
 * @error: return location
 *
 * Writes what can change and raises the version. The year has moved on since @before was read, or is closed:
 * %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_scheme_year_table_update (GramUnit *unit,
                                        const GramSchemeYearRecord *before,
                                        const GramSchemeYearRecord *after,
                                        GError **error);

/**
 * gram_scheme_year_table_get:
 * @store: a store
 * @year: scheme year
 * @record: (out) (nullable) (transfer full): the year, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_scheme_year_table_get (GramStore *store,
                                     gint64 year,
                                     GramSchemeYearRecord **record,
                                     GError **error);

/**
 * gram_scheme_year_table_list:
 * @store: a store
 * @error: return location
 *
 * All years that anything was done about, the newest first.
 *
 * Returns: (transfer full) (element-type GramSchemeYearRecord) (nullable): the rows
 */
GPtrArray *gram_scheme_year_table_list (GramStore *store, GError **error);

/**
 * GramMeasuringRecord:
 * @id: row, 0 before it is stored
 * @year: scheme year
 * @rulebook_id: rulebook by which it was done
 * @journal_id: the journal entry that caused it
 * @measured_at: UTC microseconds
 * @rulebook: (nullable): version of the rulebook; read, not written, as are all below
 * @person: (nullable): who, %NULL the program
 * @participants: how many participants it found
 * @cars: N of all of them
 *
 * One measuring of a year. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  int year;
  gint64 rulebook_id;
  gint64 journal_id;
  gint64 measured_at;
  char *rulebook;
  char *person;
  gint64 participants;
  gint64 cars;
} GramMeasuringRecord;

/**
 * gram_measuring_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_measuring_record_free()
 */
GramMeasuringRecord *gram_measuring_record_new (void);

/**
 * gram_measuring_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramMeasuringRecord *gram_measuring_record_copy (const GramMeasuringRecord *self);

/**
 * gram_measuring_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_measuring_record_free (GramMeasuringRecord *self);

/**
 * gram_measuring_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a measuring. It is never changed.
 *
 * Returns: %FALSE on error
 */
gboolean gram_measuring_table_insert (GramUnit *unit, GramMeasuringRecord *record, GError **error);

/**
 * gram_measuring_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the measuring, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_measuring_table_get (GramStore *store,
                                   gint64 id,
                                   GramMeasuringRecord **record,
                                   GError **error);

/**
 * gram_measuring_table_last:
 * @store: a store
 * @year: scheme year
 * @record: (out) (nullable) (transfer full): the measuring, or %NULL if there is none
 * @error: return location
 *
 * The measuring of a year that counts.
 *
 * Returns: %FALSE on error
 */
gboolean gram_measuring_table_last (GramStore *store,
                                    gint64 year,
                                    GramMeasuringRecord **record,
                                    GError **error);

/**
 * gram_measuring_table_list:
 * @store: a store
 * @year: scheme year
 * @error: return location
 *
 * Measurings of a year, the newest first.
 *
 * Returns: (transfer full) (element-type GramMeasuringRecord) (nullable): the rows
 */
GPtrArray *gram_measuring_table_list (GramStore *store, gint64 year, GError **error);

/**
 * GramParticipantRecord:
 * @id: row, 0 before it is stored
 * @measuring_id: the measuring
 * @account_id: the account that art. 37(5) names: the participant's own, or the one that its pool nominated
 * @pool_id: the pool that it stands for, 0 none
 * @cars: N: NZE cars
 * @cars_zero: cars that meet the zero-emission conditions
 * @co2_sum: sum over the NZE cars, nothing taken off, millionths of g/km
 * @saving_sum: savings that were taken off, millionths of g/km
 * @activity: activity, thousandths, as art. 36(4) cuts it
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @pool: (nullable): name of the pool
 *
 * A participant as a measuring found it (arts 32, 36). Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 measuring_id;
  gint64 account_id;
  gint64 pool_id;
  gint64 cars;
  gint64 cars_zero;
  gint64 co2_sum;
  gint64 saving_sum;
  gint64 activity;
  char *number;
  char *holder;
  char *pool;
} GramParticipantRecord;

/**
 * gram_participant_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_participant_record_free()
 */
GramParticipantRecord *gram_participant_record_new (void);

/**
 * gram_participant_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramParticipantRecord *gram_participant_record_copy (const GramParticipantRecord *self);

/**
 * gram_participant_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_participant_record_free (GramParticipantRecord *self);

/**
 * gram_participant_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a participant. It is never changed.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_participant_table_insert (GramUnit *unit, GramParticipantRecord *record, GError **error);

/**
 * gram_participant_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the participant, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_participant_table_get (GramStore *store,
                                     gint64 id,
                                     GramParticipantRecord **record,
                                     GError **error);

/**
 * gram_participant_table_list:
 * @store: a store
 * @measuring_id: a measuring
 * @error: return location
 *
 * Participants that a measuring found, by holder.
 *
 * Returns: (transfer full) (element-type GramParticipantRecord) (nullable): the rows
 */
GPtrArray *gram_participant_table_list (GramStore *store, gint64 measuring_id, GError **error);

/**
 * gram_participant_table_last:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @record: (out) (nullable) (transfer full): the participant, or %NULL if there is none
 * @error: return location
 *
 * An account as the last measuring of a year found it.
 *
 * Returns: %FALSE on error
 */
gboolean gram_participant_table_last (GramStore *store,
                                      gint64 year,
                                      gint64 account_id,
                                      GramParticipantRecord **record,
                                      GError **error);

/**
 * gram_participant_table_list_last:
 * @store: a store
 * @year: scheme year
 * @error: return location
 *
 * Participants of the last measuring of a year, by holder; none if it was never measured.
 *
 * Returns: (transfer full) (element-type GramParticipantRecord) (nullable): the rows
 */
GPtrArray *gram_participant_table_list_last (GramStore *store, gint64 year, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramSchemeYearRecord, gram_scheme_year_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramMeasuringRecord, gram_measuring_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramParticipantRecord, gram_participant_record_free)

G_END_DECLS
