/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramSnippetRecord:
 * @id: row of the snippet, 0 before it is stored
 * @title: title, never empty
 * @text: text, never empty
 * @kind: kind of case it is for, 0 all
 * @active: is offered; one that was removed is not
 * @version: 1 for a new snippet, one more with each change
 *
 * A text that case handlers keep for reasons and questions. Strings are owned by the record.
 */
typedef struct
{
  gint64 id;
  char *title;
  char *text;
  GramCaseKind kind;
  gboolean active;
  int version;
} GramSnippetRecord;

/**
 * gram_snippet_record_new:
 *
 * Makes an empty record for all kinds of case.
 *
 * Returns: (transfer full): the record; free with gram_snippet_record_free()
 */
GramSnippetRecord *gram_snippet_record_new (void);

/**
 * gram_snippet_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramSnippetRecord *gram_snippet_record_copy (const GramSnippetRecord *self);

/**
 * gram_snippet_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_snippet_record_free (GramSnippetRecord *self);

/**
 * gram_snippet_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Keeps a new text.
 *
 * Returns: %FALSE on error
 */
gboolean gram_snippet_table_insert (GramUnit *unit, GramSnippetRecord *record, GError **error);

/**
 * gram_snippet_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change and raises the version. The snippet has moved on since @before was read:
 * %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_snippet_table_update (GramUnit *unit,
                                    const GramSnippetRecord *before,
                                    const GramSnippetRecord *after,
                                    GError **error);

/**
 * gram_snippet_table_get:
 * @store: a store
 * @id: id of a snippet
 * @record: (out) (nullable) (transfer full): the snippet, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_snippet_table_get (GramStore *store, gint64 id, GramSnippetRecord **record, GError **error);

/**
 * gram_snippet_table_list:
 * @store: a store
 * @kind: kind of case: also those for all kinds; 0 every snippet
 * @error: return location
 *
 * Snippets that are offered, by title.
 *
 * Returns: (transfer full) (element-type GramSnippetRecord) (nullable): the snippets
 */
GPtrArray *gram_snippet_table_list (GramStore *store, GramCaseKind kind, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramSnippetRecord, gram_snippet_record_free)

G_END_DECLS
