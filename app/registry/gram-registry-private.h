/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"
#include "gram-registry-table.h"
#include "gram-registry.h"

G_BEGIN_DECLS

/**
 * GramClockFunc:
 * @data: closure
 *
 * Tells the time. Only the registry knows a clock; tests give it one of their own.
 *
 * Returns: UTC microseconds
 */
typedef gint64 (*GramClockFunc) (gpointer data);

/**
 * GramRulebookCache:
 *
 * The rulebook of a scheme that was in force when it was asked for last, parsed; see gram-effects-in-force.h.
 */
typedef struct _GramRulebookCache GramRulebookCache;

struct _GramRegistry
{
  /* Owned References */
  GramStore *store;
  GramRegistryRecord *record;
  char *today;
  GramRulebookCache *rulebooks[2];

  /* Borrowed References */
  gpointer clock_data;
  /* When the command in hand was sent, 0 none: all that it asks of the clock is that moment. */
  gint64 moment;

  GramClockFunc clock;
};

struct _GramActor
{
  gatomicrefcount references;
  gint64 person_id;
  gint64 previous_sign_in;
  int failed_tries;
  char *name;
  char *email;
};

/**
 * GramSender:
 * @actor: (nullable): who; %NULL is the program itself
 * @request_id: (nullable): request id
 * @signature: (nullable): hash of the password that was right before the transaction; set by the one command path
 * @internal: the program sends it, on behalf of @actor if there is one
 * @progress: (nullable): told while a long command works
 * @progress_data: closure of @progress
 * @cancellable: (nullable): to stop it
 *
 * Who sends a command, and how.
 */
typedef struct
{
  GramActor *actor;
  const char *request_id;
  const char *signature;
  gboolean internal;
  GramProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} GramSender;

/**
 * _gram_registry_send:
 * @self: a registry
 * @sender: who sends it
 * @name: name of the command
 * @arguments: (transfer none): arguments, not floating
 * @result: (out) (optional) (transfer full): what it did
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * What gram_registry_perform() does, for the program's own commands as well.
 *
 * Returns: the outcome
 */
GramOutcome _gram_registry_send (GramRegistry *self,
                                 const GramSender *sender,
                                 const char *name,
                                 GVariant *arguments,
                                 GVariant **result,
                                 GramRefusal **refusal,
                                 GError **error);

/**
 * _gram_registry_reload:
 * @self: a registry
 * @error: return location
 *
 * Reads again what the registry says about itself.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_registry_reload (GramRegistry *self, GError **error);

/**
 * _gram_registry_now:
 * @self: a registry
 *
 * The instant that commands write. In a practice registry it lies on its own date.
 *
 * Returns: UTC microseconds
 */
gint64 _gram_registry_now (GramRegistry *self);

/**
 * _gram_registry_clock:
 * @self: a registry
 *
 * The real instant, in a practice registry as well: how long a sign-in has to wait.
 *
 * Returns: UTC microseconds
 */
gint64 _gram_registry_clock (GramRegistry *self);

/**
 * _gram_registry_set_clock:
 * @self: a registry
 * @clock: (nullable): a clock, %NULL the real one
 * @data: its closure
 *
 * Gives the registry another clock, for tests.
 */
void _gram_registry_set_clock (GramRegistry *self, GramClockFunc clock, gpointer data);

/**
 * _gram_rulebook_cache_free:
 * @self: (nullable): a cache
 *
 * Frees it.
 */
void _gram_rulebook_cache_free (GramRulebookCache *self);

/**
 * _gram_actor_new:
 * @person: a person
 *
 * Returns: (transfer full): the person, signed in
 */
GramActor *_gram_actor_new (const GramPersonRecord *person);

/**
 * _gram_registry_remove_files:
 * @path: a file that this process made and never finished
 *
 * Takes it away, with what the engine keeps beside it.
 */
void _gram_registry_remove_files (const char *path);

G_END_DECLS
