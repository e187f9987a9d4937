/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GramProvenance:
 * @verified: the figure was read in the source it names; %FALSE: memory, inference or our own default
 * @source: where it is from, for people
 *
 * Where a figure comes from and how sure we are.
 */
typedef struct
{
  gboolean verified;
  char *source;
} GramProvenance;

G_END_DECLS
