/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-mapping.h"
#include "gram-row-problem.h"
#include "gram-table-reader.h"
#include "gram-vehicle-record.h"

G_BEGIN_DECLS

/**
 * GramRowContext:
 *
 * One pass over one file: a mapping bound to the columns of the file, the kind of the account, the day, and the
 * identifiers seen so far. Make a new one for each pass. Belongs to one thread at a time.
 *
 * It remembers every identifier of the rows that it took as a 64-bit keyed hash, 12 bytes a slot: a million vehicles
 * with VIN and chassis number need about 50 MB, 75 MB while the table grows (measured), and the chance of one wrong
 * "duplicate" in such a file is about 1 in 10 million. The registry need not look for duplicates within the file. A
 * second row with an identifier is rejected; a row that was rejected itself does not count as the first.
 */
typedef struct _GramRowContext GramRowContext;

/**
 * GramRowOutcome:
 * @GRAM_ROW_REJECTED: the row has problems; the record is not to be used
 * @GRAM_ROW_TAKEN: the record is filled
 * @GRAM_ROW_PASSED_OVER: the mapping does not want it (gram_mapping_set_only()); count it nowhere
 *
 * What became of a row.
 */
typedef enum
{
  GRAM_ROW_REJECTED = 0,
  GRAM_ROW_TAKEN,
  GRAM_ROW_PASSED_OVER,
} GramRowOutcome;

/**
 * gram_row_context_new:
 * @mapping: a mapping; copied
 * @columns: (array zero-terminated=1): columns of the file
 * @account_kind: kind of the account
 * @today: the scheme's local date, ISO; dates after it are rejected
 * @error: return location
 *
 * Checks the mapping as gram_mapping_check() does and begins a pass.
 *
 * Returns: (transfer full) (nullable): the context; free with gram_row_context_free()
 */
GramRowContext *gram_row_context_new (const GramMapping *mapping,
                                      const char *const *columns,
                                      GramAccountKind account_kind,
                                      const char *today,
                                      GError **error);

/**
 * gram_row_context_free:
 * @self: (nullable): a context
 *
 * Frees it.
 */
void gram_row_context_free (GramRowContext *self);

/**
 * gram_row_context_set_exclusions:
 * @self: a context
 * @words: (nullable) (array zero-terminated=1): reasons that the rulebook in force knows; %NULL takes any word
 *
 * Which words a row can give as the reason why its vehicle is outside the Clean Car Standard.
 */
void gram_row_context_set_exclusions (GramRowContext *self, const char *const *words);

/**
 * gram_row_context_has_status:
 * @self: a context
 *
 * Whether the file has a column that says `entered` or `ready`; if not, records come with status entered, and the
 * caller decides.
 *
 * Returns: whether it has
 */
gboolean gram_row_context_has_status (GramRowContext *self);

/**
 * gram_row_to_vehicle:
 * @context: the pass
 * @row: a row of the reader
 * @record: a record, used again for each row; what no file says (ids, account, instants) is left alone
 * @problems: (element-type GramRowProblem): where the problems of a rejected row are added; its free function must be
 *   gram_row_problem_free()
 *
 * Reads a row into a record. Every field that is wrong gives a problem, so a person sees all of them at once; a field
 * that is merely empty leaves the record incomplete (`missing`, `attention` are set). Nothing is converted or guessed;
 * only where a CCS row has a class and no type, the type is the one that the class has by law
 * (gram_ccs_type_of_class()).
 *
 * Rules: `row.damaged`, `row.no-identifier`, `row.not-a-vin`, `row.two-identifiers`, `row.duplicate`, `row.negative`,
 * `row.out-of-range`, `row.not-whole`, `row.saving-above-emissions` (art. 36(3); vets-order Q6), `row.zero-emission-emits`,
 * `row.date-in-future`,
 * `row.unknown-word`, `row.other-condition`, `row.too-long`, and the words of gram_rules_error_word() for a text that
 * is no number, date or identifier: `vin.letter`, `decimal.grouping`, `date.form` …
 *
 * Returns: what became of it
 */
GramRowOutcome gram_row_to_vehicle (GramRowContext *context,
                                    const GramTableRow *row,
                                    GramVehicleRecord *record,
                                    GPtrArray *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRowContext, gram_row_context_free)

G_END_DECLS
