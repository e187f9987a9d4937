/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-query.h"
#include "gram-application-table.h"
#include "gram-closing-checklist.h"
#include "gram-closing-table.h"
#include "gram-effects-in-force.h"
#include "gram-journal-query.h"
#include "gram-measure-table.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Questions about accounts. If one answers %NULL, exactly one of @refusal and @error is set.
 */

/**
 * GramBalance:
 * @role: `holding` or `reserved`
 * @unit: unit, for example `ccs-credit/new/2026`, `ccts/2025`, `NZD`
 * @year: year of the unit, 0 none
 * @amount: smallest units: hundredths of a gram, whole allowances, cents
 * @text: the amount as a canonical decimal, for example `1250.00`
 *
 * One balance of an account. Strings are owned.
 */
typedef struct
{
  char *role;
  char *unit;
  int year;
  gint64 amount;
  char *text;
} GramBalance;

/**
 * GramAccountDetail:
 * @account: the record as it is stored
 * @state: the state that counts today
 * @effects: #GramEffect flags of each state by the rulebook in force: index 0 open, 1 suspended, 2 blocked, 3 closing,
 *   4 closed
 * @today: scheme's local date, ISO
 * @rulebook: (nullable): version of the rulebook in force
 * @measures: (element-type GramMeasureRecord): all suspensions and blocks, those that are not over first, then the newest
 * @suspension: (nullable): the one of @measures that is a suspension, notified or in force
 * @block: (nullable): the one of @measures that is a block in force
 * @closing: (nullable): the closing that is notified or requested, else the newest one
 * @application: (nullable): the application for Fleet Average that is not over, else the newest one
 * @charge_scheme: charge scheme that counts today (CCS)
 * @charge_scheme_from: (nullable): 1 January from which Fleet Average is approved, if that day is still to come, ISO
 * @aml: AML verification as it counts today: `expired` after its last day
 * @balances: (element-type GramBalance): balances that are not 0, holdings first
 * @owner: (nullable): name of the owner
 * @n_members: how many members there are
 * @n_requests: requests that wait for a second person
 * @entered: vehicles that are entered
 * @waiting: vehicles that are ready
 *
 * Everything about an account that its page, the administrator's page and gramctl show.
 */
typedef struct
{
  GramAccountRecord *account;
  GramAccountState state;
  guint effects[GRAM_ACCOUNT_STATE_N];
  char *today;
  char *rulebook;
  GPtrArray *measures;
  const GramMeasureRecord *suspension;
  const GramMeasureRecord *block;
  GramClosingRecord *closing;
  GramApplicationRecord *application;
  GramChargeScheme charge_scheme;
  char *charge_scheme_from;
  GramAml aml;
  GPtrArray *balances;
  char *owner;
  gint64 n_members;
  gint64 n_requests;
  gint64 entered;
  gint64 waiting;
} GramAccountDetail;

/**
 * gram_registry_account_detail:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the account in detail
 */
GramAccountDetail *gram_registry_account_detail (GramRegistry *self,
                                                 GramActor *actor,
                                                 gint64 account_id,
                                                 GramRefusal **refusal,
                                                 GError **error);

/**
 * gram_account_detail_free:
 * @self: (nullable): a detail
 *
 * Frees it.
 */
void gram_account_detail_free (GramAccountDetail *self);

/**
 * gram_registry_closing_checklist:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what stands between the account and its closing
 */
GramClosingChecklist *gram_registry_closing_checklist (GramRegistry *self,
                                                       GramActor *actor,
                                                       gint64 account_id,
                                                       GramRefusal **refusal,
                                                       GError **error);

/**
 * GramEffectsTable:
 * @effects: #GramEffect flags of each state: index 0 open, 1 suspended, 2 blocked, 3 closing, 4 closed
 * @rulebook: (nullable): version of the rulebook in force
 * @built_in: that rulebook says nothing about accounts; the built-in ones count
 *
 * What each state of an account lets happen.
 */
typedef struct
{
  guint effects[GRAM_ACCOUNT_STATE_N];
  char *rulebook;
  gboolean built_in;
} GramEffectsTable;

/**
 * gram_registry_effects_table:
 * @self: a registry
 * @kind: kind of account
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the effects of every state by the rulebook in force; %NULL on error
 */
GramEffectsTable *
gram_registry_effects_table (GramRegistry *self, GramAccountKind kind, GError **error);

/**
 * gram_effects_table_free:
 * @self: (nullable): a table
 *
 * Frees it.
 */
void gram_effects_table_free (GramEffectsTable *self);

/**
 * gram_registry_account_measures:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramMeasureRecord) (nullable): all suspensions and blocks, newest first
 */
GPtrArray *gram_registry_account_measures (GramRegistry *self,
                                           GramActor *actor,
                                           gint64 account_id,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * gram_registry_account_closings:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramClosingRecord) (nullable): all closings, newest first
 */
GPtrArray *gram_registry_account_closings (GramRegistry *self,
                                           GramActor *actor,
                                           gint64 account_id,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * gram_registry_account_applications:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramApplicationRecord) (nullable): all applications for Fleet Average, newest
 *   first
 */
GPtrArray *gram_registry_account_applications (GramRegistry *self,
                                               GramActor *actor,
                                               gint64 account_id,
                                               GramRefusal **refusal,
                                               GError **error);

/**
 * gram_registry_account_ids:
 * @self: a registry
 * @actor: who asks; the administrator's side sees all accounts, others those that they are members of
 * @query: search, kinds, charge schemes, states, order; its person and its day are set from @actor and the clock
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids that match, in order
 */
GArray *gram_registry_account_ids (GramRegistry *self,
                                   GramActor *actor,
                                   const GramAccountQuery *query,
                                   guint limit,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * GramAccountRow:
 * @id: the account
 * @account: its record
 * @charge_scheme: charge scheme that counts today (CCS; Pay As You Go otherwise)
 * @waiting: vehicles that are ready
 *
 * A row of the list of accounts.
 */
typedef struct
{
  gint64 id;
  GramAccountRecord *account;
  GramChargeScheme charge_scheme;
  gint64 waiting;
} GramAccountRow;

/**
 * gram_registry_account_rows:
 * @self: a registry
 * @actor: who asks
 * @ids: (array length=n_ids): accounts
 * @n_ids: how many
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramAccountRow) (nullable): the accounts in the order of @ids; one
 *   that there is not, or that @actor may not see, is left out
 */
GPtrArray *gram_registry_account_rows (GramRegistry *self,
                                       GramActor *actor,
                                       const gint64 *ids,
                                       guint n_ids,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_registry_account_counts:
 * @self: a registry
 * @actor: who asks
 * @query: (nullable): search; kinds and states are left out, so that each count leads to exactly its rows
 * @counts: (out caller-allocates): by kind and state
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Counts the accounts that gram_registry_account_ids() would answer for each kind and state.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_account_counts (GramRegistry *self,
                                          GramActor *actor,
                                          const GramAccountQuery *query,
                                          GramAccountCounts *counts,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * GramDirectoryEntry:
 * @holder: name of the holder
 * @number: account number
 * @kind: kind of the account
 * @contact_name: contact
 * @contact_email: e-mail of the contact
 * @contact_phone: telephone of the contact, may be empty
 *
 * What the directory tells, and nothing more.
 */
typedef struct
{
  char *holder;
  char *number;
  GramAccountKind kind;
  char *contact_name;
  char *contact_email;
  char *contact_phone;
} GramDirectoryEntry;

/**
 * gram_registry_directory:
 * @self: a registry
 * @actor: who asks: anybody who is signed in
 * @search: (nullable): words in holder, number or contact
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * The directory: open accounts whose holders agreed to be listed (CCS s 188).
 *
 * Returns: (transfer full) (element-type GramDirectoryEntry) (nullable): the entries by holder and number
 */
GPtrArray *gram_registry_directory (GramRegistry *self,
                                    GramActor *actor,
                                    const char *search,
                                    guint limit,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_registry_confirm_holder:
 * @self: a registry
 * @actor: who asks: anybody who is signed in
 * @number: an account number, as typed
 * @holder: name of the holder, as typed; case and blanks do not count
 * @yes: (out): the account is that holder's and not closed
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Confirms that a number belongs to a holder (CCS s 188). The answer is yes or no and nothing else: an unknown number,
 * another holder and a closed account are one and the same no.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_confirm_holder (GramRegistry *self,
                                          GramActor *actor,
                                          const char *number,
                                          const char *holder,
                                          gboolean *yes,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_registry_journal:
 * @self: a registry
 * @actor: who asks
 * @query: account (0: the whole registry, for the administrator's side), person, commands, instants, text, subject
 * @before: only entries before this id, 0 from the newest
 * @limit: at most so many
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * A page of the journal. With a subject it is the timeline of that one object.
 *
 * Returns: (transfer full) (element-type GramJournalEntry) (nullable): the entries with the names of their persons and
 *   accounts, newest first
 */
GPtrArray *gram_registry_journal (GramRegistry *self,
                                  GramActor *actor,
                                  const GramJournalQuery *query,
                                  gint64 before,
                                  guint limit,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_registry_journal_persons:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account, 0 the whole registry, for the administrator's side
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramPersonRecord) (nullable): who has entries there, with id, name and e-mail
 */
GPtrArray *gram_registry_journal_persons (GramRegistry *self,
                                          GramActor *actor,
                                          gint64 account_id,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_balance_free:
 * @self: (nullable): a balance
 *
 * Frees it.
 */
void gram_balance_free (GramBalance *self);

/**
 * gram_directory_entry_free:
 * @self: (nullable): an entry
 *
 * Frees it.
 */
void gram_directory_entry_free (GramDirectoryEntry *self);

/**
 * gram_account_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_account_row_free (GramAccountRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAccountDetail, gram_account_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramEffectsTable, gram_effects_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramBalance, gram_balance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDirectoryEntry, gram_directory_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAccountRow, gram_account_row_free)

G_END_DECLS
