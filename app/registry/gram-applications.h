/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/**
 * gram_applications_ask_more:
 * @call: a call on an account
 * @text: what is asked
 * @reference: document that asks it, may be empty
 * @refusal: (out) (optional): `application.none`, `application.state`
 * @error: return location
 *
 * Asks the applicant for more, so that the application can be written again. Its case is the caller's.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_applications_ask_more (GramCall *call,
                                     const char *text,
                                     const char *reference,
                                     GramRefusal **refusal,
                                     GError **error);

G_END_DECLS
