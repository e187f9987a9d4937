/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-words.h"

G_BEGIN_DECLS

/**
 * GRAM_STORE_ERROR:
 *
 * Error domain of the store: what the *caller* can do about a failure. A cancelled operation is %G_IO_ERROR_CANCELLED.
 */
#define GRAM_STORE_ERROR (gram_store_error_quark ())
GQuark gram_store_error_quark (void);

/**
 * GramStoreError:
 * @GRAM_STORE_ERROR_NOT_FOUND: there is no such file
 * @GRAM_STORE_ERROR_EXISTS: the file to be created is there already
 * @GRAM_STORE_ERROR_NOT_A_REGISTRY: the file is no Gram registry
 * @GRAM_STORE_ERROR_NEWER: written by a newer Gram
 * @GRAM_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @GRAM_STORE_ERROR_FULL: the disk is full
 * @GRAM_STORE_ERROR_BUSY: another process holds the lock
 * @GRAM_STORE_ERROR_CORRUPT: the file is damaged
 * @GRAM_STORE_ERROR_CONSTRAINT: a rule of the schema refused the row
 * @GRAM_STORE_ERROR_ENGINE: anything else; the message has the engine's code and the SQL
 */
typedef enum
{
  GRAM_STORE_ERROR_NOT_FOUND,
  GRAM_STORE_ERROR_EXISTS,
  GRAM_STORE_ERROR_NOT_A_REGISTRY,
  GRAM_STORE_ERROR_NEWER,
  GRAM_STORE_ERROR_READ_ONLY,
  GRAM_STORE_ERROR_FULL,
  GRAM_STORE_ERROR_BUSY,
  GRAM_STORE_ERROR_CORRUPT,
  GRAM_STORE_ERROR_CONSTRAINT,
  GRAM_STORE_ERROR_ENGINE,
} GramStoreError;

/**
 * GramStoreMode:
 * @GRAM_STORE_READ_WRITE: one writer; migrates an older file first, after a verified backup
 * @GRAM_STORE_READ_ONLY: reads on a connection of its own; never waits for the writer
 */
typedef enum
{
  GRAM_STORE_READ_WRITE,
  GRAM_STORE_READ_ONLY,
} GramStoreMode;

/**
 * GramStore:
 *
 * A connection to one registry. It belongs to the thread that opened it (asserted). Writes happen inside a
 * #GramUnit only.
 *
 * While a process has a registry open, it must not open and close the file by other means (to copy or hash it, say):
 * closing any descriptor of a file drops the POSIX locks that the engine holds on it.
 */
typedef struct _GramStore GramStore;

/**
 * gram_store_create:
 * @path: the file to make; it must not exist
 * @error: return location
 *
 * Makes an empty registry file (0600, WAL, application id, newest schema) and opens it for writing. The row in
 * `registry` is written by the registry's set-up command.
 *
 * Returns: (transfer full) (nullable): the open store
 */
GramStore *gram_store_create (const char *path, GError **error);

/**
 * gram_store_open:
 * @path: a registry file
 * @mode: how
 * @error: return location
 *
 * Opens a registry. Changes nothing when it refuses.
 *
 * Returns: (transfer full) (nullable): the open store
 */
GramStore *gram_store_open (const char *path, GramStoreMode mode, GError **error);

/**
 * gram_store_close:
 * @self: (nullable): a store
 *
 * Closes the connection. An open unit of work is rolled back.
 */
void gram_store_close (GramStore *self);

/**
 * gram_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the file
 */
const char *gram_store_get_path (GramStore *self);

/**
 * gram_store_watch:
 * @self: a store
 * @cancellable: (nullable): polled while statements run
 *
 * Lets @cancellable interrupt the statements of this connection; %NULL ends that. An interrupted statement fails with
 * %G_IO_ERROR_CANCELLED.
 */
void gram_store_watch (GramStore *self, GCancellable *cancellable);

/**
 * gram_store_data_version:
 * @self: a store
 *
 * A number that differs once another connection or process has committed, so that a window can notice.
 *
 * Returns: the number
 */
gint64 gram_store_data_version (GramStore *self);

/**
 * gram_store_begin_read:
 * @self: a store
 * @error: return location
 *
 * From now on all statements of this connection see one state of the registry, whoever commits meanwhile. May be
 * nested, and used inside a unit, which is such a state already. Keep it short: the write-ahead log grows meanwhile.
 *
 * Returns: %FALSE on error
 */
gboolean gram_store_begin_read (GramStore *self, GError **error);

/**
 * gram_store_end_read:
 * @self: a store after gram_store_begin_read()
 *
 * Ends it.
 */
void gram_store_end_read (GramStore *self);

/**
 * GramUnit:
 *
 * A unit of work: one IMMEDIATE transaction. Before COMMIT it writes the search index for the vehicles that were
 * touched, adds up the totals that changed, and re-checks every ledger account it touched. Freed without
 * gram_unit_commit(), it is rolled back.
 */
typedef struct _GramUnit GramUnit;

/**
 * gram_unit_begin:
 * @store: a store opened for writing, with no unit open
 * @error: return location
 *
 * Begins a unit of work; waits for another writer for the busy time-out only.
 *
 * Returns: (transfer full) (nullable): the unit
 */
GramUnit *gram_unit_begin (GramStore *store, GError **error);

/**
 * gram_unit_get_store:
 * @self: a unit
 *
 * Returns: (transfer none): its store
 */
GramStore *gram_unit_get_store (GramUnit *self);

/**
 * gram_unit_touch_vehicle:
 * @self: a unit
 * @vehicle_id: a vehicle whose searchable text is new or changed
 * @is_new: it was inserted in this unit
 *
 * Notes a vehicle for the search index.
 */
void gram_unit_touch_vehicle (GramUnit *self, gint64 vehicle_id, gboolean is_new);

/**
 * GramTotalKey:
 * @account_id: account
 * @period: year * 100 + month of registration, 0 unknown
 * @status: #GramVehicleStatus
 * @attention: #GramAttention
 *
 * Which cell of the kept totals.
 */
typedef struct
{
  gint64 account_id;
  int period;
  int status;
  int attention;
} GramTotalKey;

/**
 * GramTotalAmount:
 * @records: records
 * @units: cars
 * @units_co2: cars whose CO₂ is known
 * @co2_sum: sum of cars × effective CO₂, millionths of g/km
 *
 * What a cell of the kept totals holds, or a change of it.
 */
typedef struct
{
  gint64 records;
  gint64 units;
  gint64 units_co2;
  gint64 co2_sum;
} GramTotalAmount;

/**
 * gram_unit_add_total:
 * @self: a unit
 * @key: which cell
 * @change: what is added; negative parts take away
 *
 * Adds to a kept total; written once, before COMMIT.
 */
void gram_unit_add_total (GramUnit *self, const GramTotalKey *key, const GramTotalAmount *change);

/**
 * GramRegistrationKey:
 * @account_id: an account of the CCTS
 * @registered_on: day of registration, ISO
 * @eco_codes: codes of the eco-innovations as the record has them; empty none
 *
 * Which cell of the kept totals of registered cars. The strings are borrowed.
 */
typedef struct
{
  gint64 account_id;
  const char *registered_on;
  const char *eco_codes;
} GramRegistrationKey;

/**
 * GramRegistrationAmount:
 * @records: records
 * @units: NZE cars
 * @units_unknown: of these: without a CO₂ value
 * @units_zero: cars that meet the zero-emission conditions, which are none of @units
 * @co2_sum: NZE cars: sum of cars × (corrected, else specific emissions), millionths of g/km
 * @saving_sum: NZE cars that are not corrected: sum of cars × saving, millionths of g/km
 * @saving_corrected: NZE cars that are corrected: sum of cars × saving, millionths of g/km
 *
 * What a cell of the kept totals of registered cars holds (arts 34, 36), or a change of it.
 */
typedef struct
{
  gint64 records;
  gint64 units;
  gint64 units_unknown;
  gint64 units_zero;
  gint64 co2_sum;
  gint64 saving_sum;
  gint64 saving_corrected;
} GramRegistrationAmount;

/**
 * gram_unit_add_registration:
 * @self: a unit
 * @key: which cell
 * @change: what is added; negative parts take away
 *
 * Adds to a kept total of registered cars; written once, before COMMIT.
 */
void gram_unit_add_registration (GramUnit *self,
                                 const GramRegistrationKey *key,
                                 const GramRegistrationAmount *change);

/**
 * GramAcceptanceKey:
 * @account_id: an account of the CCS
 * @year: obligation year
 * @period: month of acceptance in New Zealand, year × 100 + month
 * @fleet_average: accepted under Fleet Average
 * @make: make
 * @model: model
 *
 * Which cell of the kept totals of accepted vehicles. The strings are borrowed.
 */
typedef struct
{
  gint64 account_id;
  int year;
  int period;
  gboolean fleet_average;
  const char *make;
  const char *model;
} GramAcceptanceKey;

/**
 * GramAcceptanceAmount:
 * @records: records
 * @credit: sum of the differences above 0, hundredths of a gram
 * @excess: sum of those below 0, without sign
 * @charge: charges as they are frozen on the vehicles, NZ cents; 0 under Fleet Average
 *
 * What a cell of the kept totals of accepted vehicles holds (CCS facts §4, §7), or a change of it.
 */
typedef struct
{
  gint64 records;
  gint64 credit;
  gint64 excess;
  gint64 charge;
} GramAcceptanceAmount;

/**
 * gram_unit_add_acceptance:
 * @self: a unit
 * @key: which cell
 * @change: what is added; negative parts take away
 *
 * Adds to a kept total of accepted vehicles; written once, before COMMIT.
 */
void gram_unit_add_acceptance (GramUnit *self,
                               const GramAcceptanceKey *key,
                               const GramAcceptanceAmount *change);

/**
 * gram_unit_commit:
 * @self: (transfer full): the unit; gone afterwards in either case
 * @error: return location
 *
 * Commits whole, or rolls back and leaves no trace.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean gram_unit_commit (GramUnit *self, GError **error);

/**
 * gram_unit_rollback:
 * @self: (transfer full) (nullable): the unit
 *
 * Gives the unit up.
 */
void gram_unit_rollback (GramUnit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramStore, gram_store_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramUnit, gram_unit_rollback)

G_END_DECLS
