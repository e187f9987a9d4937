/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-accounts.h"

G_BEGIN_DECLS

#define GRAM_CONDITION_MAX_COMMANDS 2

/**
 * GramAccountCondition:
 * @icon_name: its icon
 * @style: style class: `warning`, `error` or `accent`
 * @title: what it is and since when
 * @why: (nullable): why
 * @until: (nullable): until when
 * @possible: (nullable): what is possible now
 * @next: what to do next
 * @commands: commands that go on from here, ended by %NULL
 *
 * Something that a holder has to know about an account before anything else: it is suspended, blocked, closing or closed,
 * or a notice was given. Translated; strings are owned.
 */
typedef struct
{
  const char *icon_name;
  const char *style;
  char *title;
  char *why;
  char *until;
  char *possible;
  char *next;
  const char *commands[GRAM_CONDITION_MAX_COMMANDS + 1];
} GramAccountCondition;

/**
 * gram_account_conditions:
 * @detail: an account
 *
 * Returns: (transfer full) (element-type GramAccountCondition): the weightiest first; empty if all is well
 */
GPtrArray *gram_account_conditions (const GramAccountDetail *detail);

/**
 * gram_account_condition_free:
 * @self: (nullable): a condition
 *
 * Frees it.
 */
void gram_account_condition_free (GramAccountCondition *self);

/**
 * gram_account_possible_now:
 * @detail: an account
 *
 * Returns: (transfer full): what its state leaves possible, as a translated enumeration
 */
char *gram_account_possible_now (const GramAccountDetail *detail);

/**
 * gram_account_effects_now:
 * @detail: an account
 *
 * Returns: #GramEffect flags: what its state leaves possible
 */
guint gram_account_effects_now (const GramAccountDetail *detail);

G_END_DECLS
