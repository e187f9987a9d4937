/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"

G_BEGIN_DECLS

/**
 * GramConsequence:
 * @name: stable word: `vehicles`, `account`, `target`, `difference`, `charge`, `credits`, `charges`, `in-favour`,
 *   `activity`, `acceptance`, or the name of a vehicle field
 * @title: translated title
 * @before: how it stands, as people read it; empty: nothing
 * @after: how it would stand
 * @unit: translated unit, empty none
 *
 * One line of a preview. Strings are owned.
 */
typedef struct
{
  char *name;
  char *title;
  char *before;
  char *after;
  char *unit;
} GramConsequence;

/**
 * gram_consequence_free:
 * @self: (nullable): a line
 *
 * Frees it.
 */
void gram_consequence_free (GramConsequence *self);

/**
 * GramConsequences:
 * @lines: (element-type GramConsequence): before and after
 * @sentences: (element-type utf8): what a person should know besides, translated: nothing to reverse, credits used
 *   already, the holder has to accept
 * @vehicles: how many vehicles it touches
 * @digest: SHA-256 over what would be written: the argument `expect` of the command
 *
 * What a decision would do.
 */
typedef struct
{
  GPtrArray *lines;
  GPtrArray *sentences;
  gint64 vehicles;
  char *digest;
} GramConsequences;

/**
 * gram_consequences_free:
 * @self: (nullable): a preview
 *
 * Frees it.
 */
void gram_consequences_free (GramConsequences *self);

/**
 * gram_registry_consequences:
 * @self: a registry
 * @actor: who asks: the administrator's side, or who may record decisions in an own registry
 * @command: `dispute.uphold` or `difference.take`
 * @arguments: the arguments that the command would get: `account`, `cases`, `values`, `right-account`, `fields`; the
 *   others are ignored
 * @refusal: (out) (optional): what the command would answer about the decision: `decision.*`, `case.*`, `identifier.*` …
 * @error: return location
 *
 * Target, charge, credits and activity before and after a decision, without deciding anything.
 *
 * Returns: (transfer full) (nullable): the preview; %NULL with one of @refusal and @error set
 */
GramConsequences *gram_registry_consequences (GramRegistry *self,
                                              GramActor *actor,
                                              const char *command,
                                              GVariant *arguments,
                                              GramRefusal **refusal,
                                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramConsequence, gram_consequence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramConsequences, gram_consequences_free)

G_END_DECLS
