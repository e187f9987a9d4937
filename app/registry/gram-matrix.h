/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/*
 * What the command table says, worked out without a registry: the permission matrix. The test of the matrix compares
 * every cell with what a registry answers.
 */

/**
 * GramStanding:
 * @role: role in the registry
 * @member: member of the account
 * @owner: the owner of the account
 * @permissions: #GramPermission flags on the account, 0 unless @member
 *
 * What somebody is to a registry and to an account of it.
 */
typedef struct
{
  GramRole role;
  gboolean member;
  gboolean owner;
  guint permissions;
} GramStanding;

/**
 * GramMatrixCell:
 * @registry_kind: kind of the registry
 * @account_kind: kind of the account
 * @standing: who sends it
 * @state: state of the account
 * @effects: #GramEffect flags of that state
 *
 * Everything that decides whether a command may start.
 */
typedef struct
{
  GramRegistryKind registry_kind;
  GramAccountKind account_kind;
  GramStanding standing;
  GramAccountState state;
  guint effects;
} GramMatrixCell;

/**
 * gram_matrix_refusal:
 * @command: a row of the command table
 * @cell: a cell
 *
 * What the command table says to somebody in a cell of the matrix.
 *
 * Returns: (transfer none): id of the refusal, empty if the command may start
 */
const char *gram_matrix_refusal (const GramCommand *command, const GramMatrixCell *cell);

/**
 * GramMatrixSender:
 * @id: word for it, for example `member-accept`
 * @title: what people read (N_())
 * @standing: what the sender is
 *
 * A column of the printed matrix.
 */
typedef struct
{
  const char *id;
  const char *title;
  GramStanding standing;
} GramMatrixSender;

/**
 * gram_matrix_senders:
 * @n_senders: (out): how many
 *
 * The five roles, the owner, a member with each permission alone, and a stranger.
 *
 * Returns: (transfer none) (array length=n_senders): the columns
 */
const GramMatrixSender *gram_matrix_senders (gsize *n_senders);

/**
 * GramMatrixEffects:
 * @account_kind: kind of account
 * @state: a state
 * @data: closure
 *
 * Returns: #GramEffect flags of the state
 */
typedef guint (*GramMatrixEffects) (GramAccountKind account_kind,
                                    GramAccountState state,
                                    gpointer data);

/**
 * gram_matrix:
 * @registry_kind: kind of the registry
 * @account_kind: kind of the account
 * @effects: (nullable) (scope call): effects of the states; %NULL: the built-in ones
 * @data: closure of @effects
 *
 * The whole matrix, as `gramctl commands --matrix` prints it: one dictionary for each command that a person may send, with
 * `name` (`s`), `does` (`s`) and `who` (`a{sas}`): for each sender the words of the states in which it may start; for
 * commands on no account the single word `any`. Senders that may never send it are left out.
 *
 * Returns: (transfer floating): `aa{sv}`
 */
GVariant *gram_matrix (GramRegistryKind registry_kind,
                       GramAccountKind account_kind,
                       GramMatrixEffects effects,
                       gpointer data);

G_END_DECLS
