/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-table.h"
#include "gram-queries-cases.h"

G_BEGIN_DECLS

/**
 * _gram_deadline_add:
 * @deadlines: (element-type GramDeadline): the deadlines
 * @account: the account
 * @on: (nullable): the day, ISO; without one nothing is added
 * @subject: what it is about, a constant
 * @subject_id: its row
 * @what: which day of it, for the uid
 * @title: translated: what has to be done by then
 *
 * Adds a day of an account; it stays the same row whenever it is asked for.
 */
void _gram_deadline_add (GPtrArray *deadlines,
                         const GramAccountRecord *account,
                         const char *on,
                         const char *subject,
                         gint64 subject_id,
                         const char *what,
                         const char *title);

/**
 * _gram_deadlines_of_ccts:
 * @deadlines: (element-type GramDeadline): the deadlines
 * @self: a registry, inside gram_store_begin_read()
 * @account: an account
 * @error: return location
 *
 * Adds the last days of trading and of surrender of the years in which it is a participant (art. 31(1), 38(1)), until they
 * are over, and the last days to pay what is still owed (art. 39(5)(b)). Nothing is added to an account of another scheme.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_deadlines_of_ccts (GPtrArray *deadlines,
                                  GramRegistry *self,
                                  const GramAccountRecord *account,
                                  GError **error);

/**
 * _gram_deadlines_of_ccs:
 * @deadlines: (element-type GramDeadline): the deadlines
 * @self: a registry, inside gram_store_begin_read()
 * @account: an account
 * @error: return location
 *
 * Adds what an account of the Clean Car Standard has to answer or settle by a day (CCS facts §3, §7): offers of credits, the
 * last days of credits within a year, charges that are settled by a day, and 31 March for a Fleet Average year that is not
 * settled and short. Nothing is added to an account of another scheme.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_deadlines_of_ccs (GPtrArray *deadlines,
                                 GramRegistry *self,
                                 const GramAccountRecord *account,
                                 GError **error);

G_END_DECLS
