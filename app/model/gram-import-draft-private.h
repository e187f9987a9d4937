/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-import-draft.h"

#include "gram-mapping.h"
#include "gram-table-layout.h"

G_BEGIN_DECLS

/*
 * The draft is cut in two: gram-import-draft.c is what a person chose, gram-import-draft-file.c reads the beginning of the
 * file and remembers mappings.
 */

struct _GramImportDraft
{
  GObject parent_instance;

  /* Owned References */
  GFile *file;
  char *folder; /* where mappings are remembered */
  GramMapping *mapping;
  char **columns;    /* of the file, NULL until its beginning was read */
  char *fingerprint; /* of the columns */
  char *only_column;
  char *only_value;

  GramTableLayout layout;
  GramAccountKind account_kind;
  GramVehicleStatus status;
  gboolean layout_chosen; /* by a person, not found out */
  gboolean skip_rejected;
  gboolean ready;
};

void _gram_import_draft_update_ready (GramImportDraft *self);
void _gram_import_draft_take_mapping (GramImportDraft *self, GramMapping *mapping);
void _gram_import_draft_take_layout (GramImportDraft *self, const GramTableLayout *layout);

G_END_DECLS
