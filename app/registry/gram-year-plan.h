/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"
#include "gram-year-books.h"

G_BEGIN_DECLS

/*
 * What a command of a scheme year would do. The rehearsal answers it, the command does exactly it: both are worked out here,
 * from the books and nothing else.
 */

/**
 * GramYearPlan:
 * @books: the books that it was worked out from
 * @rehearsal: what would be done
 *
 * A plan. Rows of the rehearsal are those of the books, changed to what they would be.
 */
typedef struct
{
  GramYearBooks books;
  GramYearRehearsal *rehearsal;
} GramYearPlan;

/**
 * gram_year_plan_init:
 * @self: (out caller-allocates): the plan
 * @registry: a registry, in a unit of work or a read
 * @command: `year.measure`, `allocation.post`, `year.account` or `year.close`
 * @arguments: its arguments: `year`, `accounts`
 * @refusal: (out) (optional): why the command is refused: `year.*`, `rulebook.none`, `account.*`, `participant.none`
 * @error: return location
 *
 * Works it out.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_year_plan_init (GramYearPlan *self,
                              GramRegistry *registry,
                              const char *command,
                              GVariant *arguments,
                              GramRefusal **refusal,
                              GError **error);

/**
 * gram_year_plan_init_expected:
 * @self: (out caller-allocates): the plan
 * @call: a call of such a command
 * @refusal: (out) (optional): likewise, and `year.preview-changed`: `expect` is another digest
 * @error: return location
 *
 * Works out what the command does; what was looked at has to be what happens.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_year_plan_init_expected (GramYearPlan *self,
                                       GramCall *call,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_year_plan_clear:
 * @self: a plan
 *
 * Frees what it holds.
 */
void gram_year_plan_clear (GramYearPlan *self);

/**
 * GramYearRowFunc:
 * @row: a row
 *
 * Returns: whether it is wanted
 */
typedef gboolean (*GramYearRowFunc) (const GramParticipantRow *row);

/**
 * gram_year_plan_can:
 * @self: a plan with books
 * @verb: what is done
 * @refusal: (out) (optional): why not
 *
 * Returns: whether state and date of the year allow it
 */
gboolean
gram_year_plan_can (const GramYearPlan *self, GramCctsYearVerb verb, GramRefusal **refusal);

/**
 * gram_year_plan_take_rows:
 * @from: (element-type GramParticipantRow): rows of the books; none is left
 * @to: (element-type GramParticipantRow): rows of the rehearsal
 * @wanted: (nullable): which ones; %NULL all
 *
 * Moves rows from the books into the rehearsal.
 */
void gram_year_plan_take_rows (GPtrArray *from, GPtrArray *to, GramYearRowFunc wanted);

/**
 * gram_year_plan_knows:
 * @command: name of a command
 *
 * Returns: whether it is one that is worked out here
 */
gboolean gram_year_plan_knows (const char *command);

/**
 * gram_year_plan_measure:
 * @self: a plan with books
 * @arguments: arguments of the command
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Takes N and activity of every participant as the vehicles stand now (art. 32, art. 36). Likewise the next ones.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_year_plan_measure (GramYearPlan *self,
                                 GVariant *arguments,
                                 GramRefusal **refusal,
                                 GError **error);

/**
 * gram_year_plan_allocate:
 * @self: a plan with books
 * @arguments: `accounts` as wanted
 * @refusal: (out) (optional): why not, `participant.none` among it
 * @error: return location
 *
 * Posts the differences to what art. 34 gives; what is not held any more is not taken back.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_year_plan_allocate (GramYearPlan *self,
                                  GVariant *arguments,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_year_plan_account:
 * @self: a plan with books
 * @arguments: arguments of the command
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Takes the shortfall and the payment of every participant (art. 39(1)–(3)).
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_year_plan_account (GramYearPlan *self,
                                 GVariant *arguments,
                                 GramRefusal **refusal,
                                 GError **error);

/**
 * gram_year_plan_close:
 * @self: a plan with books
 * @arguments: arguments of the command
 * @refusal: (out) (optional): why not, `year.does-not-balance` among it
 * @error: return location
 *
 * Lets lapse what is left (art. 40(b)) and balances the books of the vintage.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_year_plan_close (GramYearPlan *self,
                               GVariant *arguments,
                               GramRefusal **refusal,
                               GError **error);

/**
 * gram_year_record_for:
 * @books: books of a year
 *
 * Returns: (transfer full): what was done about it, to be changed and saved; of a year that nothing was done about, a new one
 */
GramSchemeYearRecord *gram_year_record_for (const GramYearBooks *books);

/**
 * gram_year_save:
 * @call: a call
 * @before: (nullable): the record as it was read, %NULL there was none
 * @after: the record as it shall be
 * @error: return location
 *
 * Writes what was done about a year.
 *
 * Returns: %FALSE on error
 */
gboolean gram_year_save (GramCall *call,
                         const GramSchemeYearRecord *before,
                         GramSchemeYearRecord *after,
                         GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramYearPlan, gram_year_plan_clear)

G_END_DECLS
