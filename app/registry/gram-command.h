/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"
#include "gram-words.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GramArgumentFlags:
 * @GRAM_ARGUMENT_OPTIONAL: the command does without it
 * @GRAM_ARGUMENT_REQUIRED: the command needs it
 * @GRAM_ARGUMENT_SECRET: it never stands in the journal
 * @GRAM_ARGUMENT_FILE: path of a file; the journal has its base name only
 *
 * What is special about an argument.
 */
typedef enum
{
  GRAM_ARGUMENT_OPTIONAL = 0,
  GRAM_ARGUMENT_REQUIRED = 1 << 0,
  GRAM_ARGUMENT_SECRET = 1 << 1,
  GRAM_ARGUMENT_FILE = 1 << 2,
} GramArgumentFlags;

/**
 * GramArgument:
 * @name: key in the arguments
 * @type: GVariant type: `s`, `x`, `b`, `ax`, `as` or `a{sv}`, or two of them as in `ax|as`; amounts travel as decimal
 *   strings, never `d`
 * @flags: #GramArgumentFlags
 * @summary: one translatable line (N_())
 *
 * One argument of a command. The argument `account` is always the account's number.
 */
typedef struct
{
  const char *name;
  const char *type;
  GramArgumentFlags flags;
  const char *summary;
} GramArgument;

typedef struct _GramCall GramCall;

/**
 * GramCommandHandler:
 * @call: the call: unit of work, actor, account, arguments, clock; see gram-call.h
 * @refusal: where a refusal goes
 * @error: where an engine failure goes
 *
 * Does the work of a command inside the open unit of work. Refuses by default; after its checks nothing can be refused.
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
typedef gboolean (*GramCommandHandler) (GramCall *call, GramRefusal **refusal, GError **error);

/**
 * GramCommandActs:
 * @call: a call
 *
 * Which #GramAct a command is, where that depends on its arguments.
 *
 * Returns: #GramAct flags, 0 none
 */
typedef guint (*GramCommandActs) (GramCall *call);

/**
 * GramCommand:
 * @name: `noun.verb`
 * @summary: one translatable line (N_())
 * @article: (nullable): article or section of the source text
 * @kinds: bit set `1 << GramRegistryKind` of the registries that know it
 * @schemes: bit set `1 << GramScheme` of the accounts that know it, 0 all
 * @internal: only the program itself sends it, for example when a registry is made or a person signs in
 * @roles: #GramRole flags that may send it by their role, 0 none
 * @own_permission: permission on the account that lets a member send it in an own or practice registry although @permission
 *   is 0 ("recorded from the register"), 0 none. A command that names no account asks for it on any account of @schemes
 * @permission: #GramPermission on the account that lets a member send it anywhere, 0 none
 * @owner_only: members need to be the owner
 * @needs_account: it names an account in the argument `account`
 * @effect: #GramEffect: it starts in the states whose effects, by the rulebook in force, have it; 0: see @account_states
 * @account_states: #GramAccountState flags from which it starts, for commands that move the state; 0 if @effect is set
 * @act: #GramAct: if the account asks for four eyes for it, sending it makes a request that a second person approves
 * @acts: (nullable): instead of @act, where it depends on the arguments
 * @signs: the person signs it with the password, which is the secret argument `password`
 * @decision: a decision of the administrator's. In an own registry it is recorded, with the reference of the document
 *   that said so in the argument `reference`
 * @arguments: its arguments, ended by a %NULL name; `password` of @signs is not among them
 * @handler: what does it
 * @check: (nullable): what @handler would refuse, without writing: asked before a request for a second person is made, and
 *   again before @handler
 *
 * One row of the command table: the truth about who may do what in which state.
 */
typedef struct
{
  const char *name;
  const char *summary;
  const char *article;
  guint kinds;
  guint schemes;
  gboolean internal;
  guint roles;
  guint own_permission;
  guint permission;
  gboolean owner_only;
  gboolean needs_account;
  guint effect;
  guint account_states;
  guint act;
  GramCommandActs acts;
  gboolean signs;
  gboolean decision;
  const GramArgument *arguments;
  GramCommandHandler handler;
  GramCommandHandler check;
} GramCommand;

/**
 * gram_command_next_argument:
 * @command: a row of the command table
 * @previous: (nullable): the argument before, %NULL to begin
 *
 * Walks through all arguments that a command takes: those of its own, then `password` if the person signs it.
 *
 * Returns: (transfer none) (nullable): the next argument, %NULL after the last
 */
const GramArgument *
gram_command_next_argument (const GramCommand *command, const GramArgument *previous);

/**
 * gram_command_table:
 * @n_commands: (out): how many
 *
 * The whole table, sorted as it reads best; a constant.
 *
 * Returns: (transfer none) (array length=n_commands): the commands
 */
const GramCommand *gram_command_table (gsize *n_commands);

/**
 * gram_command_find:
 * @name: name of a command
 *
 * Looks a command up.
 *
 * Returns: (transfer none) (nullable): the command
 */
const GramCommand *gram_command_find (const char *name);

G_END_DECLS
