/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-evidence.h"

G_BEGIN_DECLS

/* How files get into the list: by the button, by dropping, by pasting. */

void _gram_evidence_add_class_init (GtkWidgetClass *widget_class);
void _gram_evidence_add_init (GramEvidence *self);

/* Takes files of the person's; asks first who may see them if there are two lanes. */
void _gram_evidence_arrive (GramEvidence *self, GPtrArray *files, gboolean temporary);

gboolean _gram_evidence_can_add (GramEvidence *self);
gboolean _gram_evidence_get_both_lanes (GramEvidence *self);
void _gram_evidence_take (GramEvidence *self, GFile *file, gboolean temporary, gboolean internal);

G_END_DECLS
