/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-words.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * GramRegistryKind:
 * @GRAM_REGISTRY_ADMINISTRATOR: kept by the administrator for many holders
 * @GRAM_REGISTRY_OWN: one organisation's own books
 * @GRAM_REGISTRY_PRACTICE: made-up data, a date of its own
 *
 * What a registry file is for. Chosen at creation, never changed.
 */
typedef enum
{
  GRAM_REGISTRY_ADMINISTRATOR = 1,
  GRAM_REGISTRY_OWN,
  GRAM_REGISTRY_PRACTICE,
} GramRegistryKind;

/**
 * GramAccountKind:
 * @GRAM_ACCOUNT_CCS_USED: Clean Car Standard, used vehicles
 * @GRAM_ACCOUNT_CCS_NEW: Clean Car Standard, new vehicles
 * @GRAM_ACCOUNT_CCTS: UK Non-Zero-Emission Car CO₂ Trading Scheme
 *
 * Scheme and condition of the vehicles that an account holds. Separate accounts are required for used and new vehicles.
 */
typedef enum
{
  GRAM_ACCOUNT_CCS_USED = 1,
  GRAM_ACCOUNT_CCS_NEW,
  GRAM_ACCOUNT_CCTS,
} GramAccountKind;

/**
 * GramScheme:
 * @GRAM_SCHEME_CCS: Clean Car Standard (New Zealand)
 * @GRAM_SCHEME_CCTS: Non-Zero-Emission Car CO₂ Trading Scheme (United Kingdom)
 *
 * The two schemes.
 */
typedef enum
{
  GRAM_SCHEME_CCS = 1,
  GRAM_SCHEME_CCTS,
} GramScheme;

/**
 * GramAccountState:
 * @GRAM_ACCOUNT_OPEN: everything allowed
 * @GRAM_ACCOUNT_SUSPENDED: vehicles cannot be accepted
 * @GRAM_ACCOUNT_BLOCKED: CCTS art. 93: no trade, no conversion
 * @GRAM_ACCOUNT_CLOSING: closing was asked for
 * @GRAM_ACCOUNT_CLOSED: readable only
 *
 * State of an account, as flags so that the command table can name a set.
 */
typedef enum
{
  GRAM_ACCOUNT_OPEN = 1 << 0,
  GRAM_ACCOUNT_SUSPENDED = 1 << 1,
  GRAM_ACCOUNT_BLOCKED = 1 << 2,
  GRAM_ACCOUNT_CLOSING = 1 << 3,
  GRAM_ACCOUNT_CLOSED = 1 << 4,
} GramAccountState;

/**
 * GramPermission:
 * @GRAM_PERMISSION_VIEW: view account; implied by every other
 * @GRAM_PERMISSION_GRANT: add users, grant permissions
 * @GRAM_PERMISSION_ACCEPT: accept and dispute vehicles
 * @GRAM_PERMISSION_TRANSFER: transfer credits, notify trades
 * @GRAM_PERMISSION_EDIT: edit account details
 *
 * The five permissions of the source text, per person and per account.
 */
typedef enum
{
  GRAM_PERMISSION_VIEW = 1 << 0,
  GRAM_PERMISSION_GRANT = 1 << 1,
  GRAM_PERMISSION_ACCEPT = 1 << 2,
  GRAM_PERMISSION_TRANSFER = 1 << 3,
  GRAM_PERMISSION_EDIT = 1 << 4,
  GRAM_PERMISSION_ALL = (1 << 5) - 1,
} GramPermission;

/**
 * GramRole:
 * @GRAM_ROLE_ADMINISTRATOR: keeps the registry: persons, rulebooks, accounts, the register
 * @GRAM_ROLE_CASE_HANDLER: works cases
 * @GRAM_ROLE_DECISION_MAKER: decides cases
 * @GRAM_ROLE_READER: the administrator's side, read-only
 * @GRAM_ROLE_OFFICER: no role on the administrator's side; what the person may do comes from membership of accounts
 *
 * Role of a person in the registry, as flags so that the command table can name a set.
 */
typedef enum
{
  GRAM_ROLE_ADMINISTRATOR = 1 << 0,
  GRAM_ROLE_CASE_HANDLER = 1 << 1,
  GRAM_ROLE_DECISION_MAKER = 1 << 2,
  GRAM_ROLE_READER = 1 << 3,
  GRAM_ROLE_OFFICER = 1 << 4,
} GramRole;

/**
 * GramVehicleStatus:
 * @GRAM_VEHICLE_ENTERED: assigned to the account by the register
 * @GRAM_VEHICLE_READY: compliance or pre-delivery inspection done; waits for acceptance
 * @GRAM_VEHICLE_ACCEPTED: accepted as the holder's vehicle with correct details
 *
 * The three sequential statuses of the source text. The numbers stand in the database.
 */
typedef enum
{
  GRAM_VEHICLE_ENTERED = 0,
  GRAM_VEHICLE_READY = 1,
  GRAM_VEHICLE_ACCEPTED = 2,
} GramVehicleStatus;

/**
 * GramAttention:
 * @GRAM_ATTENTION_NONE: nothing
 * @GRAM_ATTENTION_INCOMPLETE: data needed for acceptance are missing
 * @GRAM_ATTENTION_DISPUTED: an open dispute (whether or not data are missing too)
 *
 * Why a vehicle needs a person before it can be accepted. The numbers stand in the database.
 */
typedef enum
{
  GRAM_ATTENTION_NONE = 0,
  GRAM_ATTENTION_INCOMPLETE = 1,
  GRAM_ATTENTION_DISPUTED = 2,
} GramAttention;

/**
 * GramAutoAccept:
 * @GRAM_AUTO_ACCEPT_OFF: by hand only
 * @GRAM_AUTO_ACCEPT_CREDIT: CCS: vehicles at or below their target; CCTS: every complete vehicle
 * @GRAM_AUTO_ACCEPT_CHARGE: CCS Fleet Average only: vehicles above their target
 *
 * The auto-accept switches of an account (CCS facts §9.2), as flags.
 */
typedef enum
{
  GRAM_AUTO_ACCEPT_OFF = 0,
  GRAM_AUTO_ACCEPT_CREDIT = 1 << 0,
  GRAM_AUTO_ACCEPT_CHARGE = 1 << 1,
} GramAutoAccept;

/**
 * gram_account_kind_scheme:
 * @kind: a kind of account
 *
 * Returns: the scheme that accounts of @kind belong to
 */
GramScheme gram_account_kind_scheme (GramAccountKind kind);

/**
 * gram_account_kind_title:
 * @kind: kind of account
 *
 * Returns: (transfer none): translated, for example "Clean Car Standard, used vehicles"
 */
const char *gram_account_kind_title (GramAccountKind kind);

/**
 * gram_word_for:
 * @vocabulary: one of `registry-kind`, `account-kind`, `scheme`, `account-state`, `permission`, `role`,
 *   `vehicle-status`, `attention`, `auto-accept`, `missing`, `rounding`, `date-order`, `missing-weights`, `auto-reason`,
 *   `effect`, `act`, `preset`, `charge-scheme`, `aml`, `invitation-state`, `handover-state`, `request-state`,
 *   `measure-kind`, `measure-state`, `measure-ground`, `closing-kind`, `closing-state`, `closing-need`, `application-state`,
 *   and those of gram-case-words.h
 * @value: a value of that enumeration
 *
 * The word that stands for @value in the database, in JSON and in gramctl, for example `ccs-used` or `ready`.
 *
 * Returns: (transfer none): the word; a value outside the vocabulary is a programming error
 */
const char *gram_word_for (const char *vocabulary, int value);

/**
 * gram_word_parse:
 * @vocabulary: as for gram_word_for()
 * @word: (nullable): a word
 * @value: (out): the value
 *
 * Reads a word of a vocabulary.
 *
 * Returns: %FALSE if @word is not of @vocabulary
 */
gboolean gram_word_parse (const char *vocabulary, const char *word, int *value);

/**
 * gram_words_of_set:
 * @vocabulary: a vocabulary of flags: `account-state`, `permission`, `role`, `auto-accept`, `missing`, `effect`, `act`,
 *   `closing-need`, `case-kind`, `case-state`
 * @flags: a set
 *
 * The words of a set, in the order of the vocabulary; none for the empty set.
 *
 * Returns: (transfer container) (array zero-terminated=1): the words, themselves not to be freed
 */
const char **gram_words_of_set (const char *vocabulary, guint flags);

/**
 * gram_words_of:
 * @vocabulary: a vocabulary
 *
 * All words of a vocabulary in its order, for help texts and messages.
 *
 * Returns: (transfer container) (array zero-terminated=1): the words, themselves not to be freed
 */
const char **gram_words_of (const char *vocabulary);

G_END_DECLS
