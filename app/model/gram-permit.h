/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"

G_BEGIN_DECLS

/**
 * GramPermit:
 * @allowed: the person signed in could send the command now, for the current account
 * @reason: (nullable): if not, a translated sentence that says why: the tooltip of the button
 *
 * What the command table says about a command. Owned by the session; valid until its next `permits-changed`.
 */
typedef struct
{
  gboolean allowed;
  const char *reason;
} GramPermit;

G_END_DECLS
