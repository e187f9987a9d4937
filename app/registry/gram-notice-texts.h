/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-notice-table.h"

G_BEGIN_DECLS

/**
 * gram_notice_dup_sentence:
 * @record: a notice
 *
 * What it tells, made of its event and of the facts in its detail, so that everybody reads it in their own language. A
 * detail of another version that says less is told in fewer words.
 *
 * Returns: (transfer full): a sentence, translated, without the account
 */
char *gram_notice_dup_sentence (const GramNoticeRecord *record);

G_END_DECLS
