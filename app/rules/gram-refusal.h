/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GramRefusal:
 * @id: (not nullable): stable identifier, `noun.reason`, for example `vehicle.not-ready`; never translated
 * @message: (not nullable): a translated sentence that says what is wrong and what to do next
 * @article: (nullable): the article or section of the source text that it rests on, for example `art. 37(1)`
 *
 * The law, a permission or a state said no. A refusal is a *result*, not an engine error: nothing changed, and the
 * person can act on the sentence. Engine failures (disk full, file corrupt) are #GError.
 */
typedef struct
{
  char *id;
  char *message;
  char *article;
} GramRefusal;

/**
 * gram_refusal_new:
 * @id: stable identifier, `noun.reason`
 * @article: (nullable): the article it rests on
 * @format: printf format of the translated sentence
 * @...: its arguments
 *
 * Makes a refusal.
 *
 * Returns: (transfer full): the refusal; free with gram_refusal_free()
 */
GramRefusal *gram_refusal_new (const char *id, const char *article, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/**
 * gram_refusal_copy:
 * @self: a refusal
 *
 * Copies a refusal, so that it can cross to another thread.
 *
 * Returns: (transfer full): the copy
 */
GramRefusal *gram_refusal_copy (const GramRefusal *self);

/**
 * gram_refusal_free:
 * @self: (nullable): a refusal
 *
 * Frees a refusal and its texts.
 */
void gram_refusal_free (GramRefusal *self);

/**
 * gram_refuse:
 * @refusal: (out) (optional): where to put the refusal
 * @id: stable identifier
 * @article: (nullable): the article
 * @format: printf format of the translated sentence
 * @...: its arguments
 *
 * Sets @refusal and answers %FALSE, so that a check can end in `return gram_refuse (…)`. An earlier refusal in
 * @refusal is a programming error.
 *
 * Returns: always %FALSE
 */
gboolean
gram_refuse (GramRefusal **refusal, const char *id, const char *article, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRefusal, gram_refusal_free)

G_END_DECLS
