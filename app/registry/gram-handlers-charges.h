/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of charges and payments of the Clean Car Standard (LTA 1998 s 177, s 182); see gram-handlers.h. */

gboolean gram_charges_offset (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_payments_record (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_payments_reverse (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_payments_use_in_favour (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_payments_pay_back (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
