/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gramctl-console.h"
#include "gramctl-rows.h"

#include "gram-figure-explanation.h"

G_BEGIN_DECLS

/**
 * gramctl_find_account:
 * @self: the command line, signed in
 * @number: (nullable): number of an account
 * @account: (out) (transfer full): the account, one that the person may view
 * @exit: (out): exit status if there is none
 *
 * Finds an account; says why if it cannot.
 *
 * Returns: %FALSE if there is none
 */
gboolean gramctl_find_account (Gramctl *self,
                               const char *number,
                               GramAccountRecord **account,
                               GramctlExit *exit);

/**
 * gramctl_find_vehicle:
 * @self: the command line, signed in
 * @text: VIN, chassis number, or id of a vehicle
 * @vehicle: (out) (transfer full): the vehicle, one on an account that the person may view
 * @exit: (out): exit status if there is none
 *
 * Finds a vehicle; says why if it cannot.
 *
 * Returns: %FALSE if there is none
 */
gboolean gramctl_find_vehicle (Gramctl *self,
                               const char *text,
                               GramVehicleRecord **vehicle,
                               GramctlExit *exit);

/**
 * gramctl_get_where:
 * @self: the command line
 * @key: a key
 *
 * Returns: (transfer none) (nullable): value of `--where KEY=…`
 */
const char *gramctl_get_where (Gramctl *self, const char *key);

/**
 * gramctl_check_where:
 * @self: the command line
 * @known: (array zero-terminated=1): the keys that are known here
 * @exit: (out): exit status if there is another one
 *
 * Every filter is one that the kind knows: a mistyped one would show too much.
 *
 * Returns: %FALSE if there is another one; it has been said
 */
gboolean gramctl_check_where (Gramctl *self, const char *const *known, GramctlExit *exit);

/**
 * gramctl_read_word:
 * @self: the command line
 * @key: a key of `--where`
 * @vocabulary: its vocabulary
 * @value: (inout): the value, left alone if there is none
 * @exit: (out): exit status if it is not a word
 *
 * Returns: %FALSE if it is not a word; it has been said
 */
gboolean gramctl_read_word (Gramctl *self,
                            const char *key,
                            const char *vocabulary,
                            int *value,
                            GramctlExit *exit);

/**
 * gramctl_read_number:
 * @self: the command line
 * @key: a key of `--where`
 * @number: (out): the number, 0 if there is none
 * @exit: (out): exit status if it is not a number from 1
 *
 * Returns: %FALSE if it is not a number; it has been said
 */
gboolean gramctl_read_number (Gramctl *self, const char *key, gint64 *number, GramctlExit *exit);

/**
 * gramctl_read_id:
 * @text: what was typed
 * @id: (out): the number
 * @exit: (out): exit status if it is not a number from 1
 *
 * Returns: %FALSE if it is not a number; it has been said
 */
gboolean gramctl_read_id (const char *text, gint64 *id, GramctlExit *exit);

/**
 * gramctl_read_account_year:
 * @self: the command line, signed in
 * @account_id: (out): account of the filter `account`, 0 all
 * @year: (out): the filter `year`, 0 all
 * @exit: (out): exit status if one of them is not right
 *
 * Returns: %FALSE if one of them is not right; it has been said
 */
gboolean
gramctl_read_account_year (Gramctl *self, gint64 *account_id, int *year, GramctlExit *exit);

/**
 * gramctl_read_one_account:
 * @self: the command line, signed in
 * @account_id: (out): account of the filter `account`
 * @year: (out): the filter `year`, 0 all
 * @exit: (out): exit status if there is no account
 *
 * For a list that is about one account.
 *
 * Returns: %FALSE if there is no account; it has been said
 */
gboolean gramctl_read_one_account (Gramctl *self, gint64 *account_id, int *year, GramctlExit *exit);

/**
 * gramctl_read_order:
 * @self: the command line
 * @orders: (array zero-terminated=1): words of the orders that the list has, as their enum counts them
 * @order: (inout): the order, left alone if there is none
 * @descending: (out): it is the other way round
 * @exit: (out): exit status if it is not one of them
 *
 * Reads `--order`; a dash before it turns it round.
 *
 * Returns: %FALSE if the list has no such order; it has been said
 */
gboolean gramctl_read_order (Gramctl *self,
                             const char *const *orders,
                             int *order,
                             gboolean *descending,
                             GramctlExit *exit);

/**
 * GramctlQuestion:
 * @registry: the registry
 * @actor: who asks
 * @ids: ids
 * @n_ids: how many
 * @refusal: return location
 * @error: return location
 *
 * Asks for a page of rows.
 *
 * Returns: (transfer full) (nullable): the rows, in the order of @ids
 */
typedef GPtrArray *(*GramctlQuestion) (GramRegistry *registry,
                                       GramActor *actor,
                                       const gint64 *ids,
                                       guint n_ids,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gramctl_print_ids:
 * @self: the command line
 * @ids: (nullable): ids, in order
 * @question: how rows are asked for
 * @fill: how a row tells one
 * @refusal: (transfer full) (nullable): why there are no ids
 * @error: (transfer full) (nullable): or what failed
 *
 * Prints the rows of ids, a page at a time.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_print_ids (Gramctl *self,
                               const GArray *ids,
                               GramctlQuestion question,
                               GramctlFill fill,
                               GramRefusal *refusal,
                               GError *error);

/**
 * gramctl_print_all:
 * @self: the command line
 * @records: (nullable): records
 * @fill: how a row tells one
 * @refusal: (transfer full) (nullable): why there are none
 * @error: (transfer full) (nullable): or what failed
 *
 * Prints the records, at most `--limit`.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_print_all (Gramctl *self,
                               const GPtrArray *records,
                               GramctlFill fill,
                               GramRefusal *refusal,
                               GError *error);

/**
 * GramctlAccountYears:
 * @registry: the registry
 * @actor: who asks
 * @account_id: an account, 0 all
 * @year: a year, 0 all
 * @refusal: return location
 * @error: return location
 *
 * Asks for what accounts have of years.
 *
 * Returns: (transfer full) (nullable): records
 */
typedef GPtrArray *(*GramctlAccountYears) (GramRegistry *registry,
                                           GramActor *actor,
                                           gint64 account_id,
                                           int year,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * gramctl_list_account_years:
 * @self: the command line, signed in
 * @ask: how records are asked for
 * @fill: how a row tells one
 *
 * Lists what accounts have of years, with the filters `account` and `year`.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_list_account_years (Gramctl *self, GramctlAccountYears ask, GramctlFill fill);

/**
 * GramctlRecord:
 * @registry: the registry
 * @actor: who asks
 * @id: a number
 * @refusal: return location
 * @error: return location
 *
 * Asks for one record.
 *
 * Returns: (transfer full) (nullable): the record
 */
typedef gpointer (*GramctlRecord) (GramRegistry *registry,
                                   GramActor *actor,
                                   gint64 id,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * gramctl_show_record:
 * @self: the command line, signed in
 * @id: what was typed
 * @ask: how the record is asked for
 * @fill: how a row tells it
 * @free_func: frees it
 *
 * Shows what has a number.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_show_record (Gramctl *self,
                                 const char *id,
                                 GramctlRecord ask,
                                 GramctlFill fill,
                                 GDestroyNotify free_func);

/**
 * gramctl_print_record:
 * @record: (nullable): a record
 * @fill: how a row tells it
 * @print: gramctl_print() or gramctl_print_indented()
 * @refusal: (transfer full) (nullable): why there is none
 * @error: (transfer full) (nullable): or what failed
 *
 * Prints one record.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_print_record (gconstpointer record,
                                  GramctlFill fill,
                                  void (*print) (GVariant *value),
                                  GramRefusal *refusal,
                                  GError *error);

/**
 * gramctl_print_explanation:
 * @explanation: (nullable): the explanation of a figure
 * @number: (nullable): number of the account that it is of
 * @year: its year, 0 none
 * @refusal: (transfer full) (nullable): why there is none
 * @error: (transfer full) (nullable): or what failed
 *
 * Prints how a figure comes about.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_print_explanation (const GramFigureExplanation *explanation,
                                       const char *number,
                                       int year,
                                       GramRefusal *refusal,
                                       GError *error);

/* The lists about accounts and about people, in gramctl-list-accounts.c and gramctl-list-people.c. */
GramctlExit gramctl_list_accounts (Gramctl *self);
GramctlExit gramctl_list_applications (Gramctl *self);
GramctlExit gramctl_list_measures (Gramctl *self);
GramctlExit gramctl_list_closings (Gramctl *self);
GramctlExit gramctl_list_directory (Gramctl *self);
GramctlExit gramctl_list_statement (Gramctl *self);
GramctlExit gramctl_list_journal (Gramctl *self);
GramctlExit gramctl_list_history (Gramctl *self);
GramctlExit gramctl_list_persons (Gramctl *self);
GramctlExit gramctl_list_members (Gramctl *self);
GramctlExit gramctl_list_invitations (Gramctl *self);
GramctlExit gramctl_list_handovers (Gramctl *self);
GramctlExit gramctl_list_requests (Gramctl *self);
GramctlExit gramctl_list_rights (Gramctl *self);

/* The lists about cases, in gramctl-list-cases.c. */
GramctlExit gramctl_list_cases (Gramctl *self);
GramctlExit gramctl_list_inbox (Gramctl *self);
GramctlExit gramctl_list_snippets (Gramctl *self);
GramctlExit gramctl_list_attachments (Gramctl *self);
GramctlExit gramctl_list_differences (Gramctl *self);
GramctlExit gramctl_list_answers (Gramctl *self);
GramctlExit gramctl_list_deadlines (Gramctl *self);

/* The lists about the CCTS, in gramctl-list-ccts.c. */
GramctlExit gramctl_list_years (Gramctl *self);
GramctlExit gramctl_list_participants (Gramctl *self);
GramctlExit gramctl_list_trades (Gramctl *self);
GramctlExit gramctl_list_pools (Gramctl *self);
GramctlExit gramctl_list_payment_notices (Gramctl *self);
GramctlExit gramctl_list_allowances (Gramctl *self);
GramctlExit gramctl_list_conversions (Gramctl *self);
GramctlExit gramctl_list_baselines (Gramctl *self);
GramctlExit gramctl_list_positions (Gramctl *self);
GramctlExit gramctl_list_eco_notices (Gramctl *self);
GramctlExit gramctl_list_documents (Gramctl *self);
GramctlExit gramctl_list_scenarios (Gramctl *self);

/* The lists about the money of the Clean Car Standard, in gramctl-list-ccs.c. */
GramctlExit gramctl_list_charges (Gramctl *self);
GramctlExit gramctl_list_payments (Gramctl *self);
GramctlExit gramctl_list_credits (Gramctl *self);
GramctlExit gramctl_list_credit_lapses (Gramctl *self);
GramctlExit gramctl_list_transfers (Gramctl *self);
GramctlExit gramctl_list_fleet_years (Gramctl *self);
GramctlExit gramctl_list_borrowings (Gramctl *self);

/* What is shown of it, in gramctl-show-ccs.c: a charge, a transfer of credits, the credits of an account, a Fleet Average year. */
GramctlExit gramctl_show_charge (Gramctl *self, const char *id);
GramctlExit gramctl_show_transfer (Gramctl *self, const char *id);
GramctlExit gramctl_show_credits (Gramctl *self, const char *number);
GramctlExit gramctl_show_fleet_year (Gramctl *self, const char *id);

/**
 * gramctl_explain_ccs:
 * @self: the command line, signed in
 * @figure: a figure of the Clean Car Standard
 * @number: number of an account; of a charge with the figure `charge` and no year
 * @year: (nullable): obligation year
 *
 * Explains a figure, as the window does.
 *
 * Returns: the exit status
 */
GramctlExit
gramctl_explain_ccs (Gramctl *self, const char *figure, const char *number, const char *year);

/* Dry runs: what acceptance would charge, what the settlement of a year would post, what a bank statement would bring in. */
GramctlExit gramctl_preview_acceptance (Gramctl *self, const char *name, GVariant *arguments);
GramctlExit gramctl_rehearse_fleet_year (Gramctl *self, const char *name, GVariant *arguments);
GramctlExit gramctl_preview_bank (Gramctl *self, const char *name, GVariant *arguments);

/* What is shown of the CCTS, in gramctl-show-ccts.c: a year, a notification of a trade, a pool, a payment notice. */
GramctlExit gramctl_show_year (Gramctl *self, const char *id);
GramctlExit gramctl_show_trade (Gramctl *self, const char *id);
GramctlExit gramctl_show_pool (Gramctl *self, const char *id);
GramctlExit gramctl_show_payment_notice (Gramctl *self, const char *id);

/**
 * gramctl_explain_ccts:
 * @self: the command line, signed in
 * @figure: a figure of the CCTS
 * @number: number of an account
 * @year: (nullable): scheme year
 *
 * Explains a figure of a scheme year, as the window does.
 *
 * Returns: the exit status
 */
GramctlExit
gramctl_explain_ccts (Gramctl *self, const char *figure, const char *number, const char *year);

/**
 * gramctl_rehearse_year:
 * @self: the command line, signed in
 * @name: a command of a scheme year
 * @arguments: its arguments
 *
 * Says what the command would do; `expect` of the command holds it to that.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_rehearse_year (Gramctl *self, const char *name, GVariant *arguments);

/**
 * gramctl_show_account:
 * @self: the command line, signed in
 * @id: number of an account
 *
 * Shows an account: details, members, vehicles, measures, closing, application, balances, what its state lets happen and
 * what stands between it and its closing.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_show_account (Gramctl *self, const char *id);

/**
 * gramctl_show_case:
 * @self: the command line, signed in
 * @id: number of a case
 *
 * Shows a case: the record, what is claimed, its vehicles, the thread and the evidence that the person may read, the
 * differences, what its decision moved, and what can be done with it.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_show_case (Gramctl *self, const char *id);

G_END_DECLS
