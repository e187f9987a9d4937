/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-table.h"
#include "gram-closing-rules.h"
#include "gram-registry.h"

G_BEGIN_DECLS

/**
 * GramClosingChecklist:
 * @lines: (element-type GramClosingLine): the needs that the rulebook in force lists, in its order
 * @ready: all are met
 * @refusal: (nullable): what the first line that is not met says as a refusal
 * @credits: credits that are left, hundredths of a gram, of all years; allowances are a need and never in it
 * @credits_text: the same as `delete-credits` has to name it, for example `1250.00`; `0.00` none
 *
 * What stands between an account and its closing, and what would be deleted with it.
 */
typedef struct
{
  GPtrArray *lines;
  gboolean ready;
  GramRefusal *refusal;
  gint64 credits;
  char *credits_text;
} GramClosingChecklist;

/**
 * gram_closing_checklist_read:
 * @registry: a registry
 * @account: the account
 * @error: return location
 *
 * Checks what the rulebook in force asks for. The commands `account.request-closing` and `account.close` check the same
 * inside their unit of work.
 *
 * Returns: (transfer full) (nullable): the checklist
 */
GramClosingChecklist *gram_closing_checklist_read (GramRegistry *registry,
                                                   const GramAccountRecord *account,
                                                   GError **error);

/**
 * gram_closing_checklist_check:
 * @self: a checklist
 * @refusal: (out) (optional): the first line that is not met, see gram_closing_check()
 *
 * Returns: %FALSE unless all is met
 */
gboolean gram_closing_checklist_check (const GramClosingChecklist *self, GramRefusal **refusal);

/**
 * gram_closing_checklist_confirm:
 * @self: a checklist
 * @typed: (nullable): the amount that was confirmed, as a decimal
 * @refusal: (out) (optional): `closing.amount`, `closing.credits-left`, `closing.credits-changed`
 *
 * Credits that are left are deleted only if exactly their amount was confirmed (CCS s 190).
 *
 * Returns: %FALSE unless it was
 */
gboolean gram_closing_checklist_confirm (const GramClosingChecklist *self,
                                         const char *typed,
                                         GramRefusal **refusal);

/**
 * gram_closing_checklist_free:
 * @self: (nullable): a checklist
 *
 * Frees it.
 */
void gram_closing_checklist_free (GramClosingChecklist *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramClosingChecklist, gram_closing_checklist_free)

G_END_DECLS
