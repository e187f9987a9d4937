/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-calendar.h"
#include "gram-exchange-error.h"

G_BEGIN_DECLS

/*
 * Papers: A4, in black on white, paginated, tagged, and the same bytes for the same input. Text is measured and broken by Pango,
 * pages and tags are made by Cairo. What is longer than a page goes on at the next one, line by line; nothing is cut off.
 */

/**
 * GramDerivationLine:
 * @title: what the figure is
 * @value: the figure with its unit
 * @formula: (nullable): how it was reckoned, with the numbers in it
 * @article: (nullable): the article that it rests on
 *
 * A step of a derivation. All texts are translated.
 */
typedef struct
{
  char *title;
  char *value;
  char *formula;
  char *article;
} GramDerivationLine;

/**
 * GramDocumentInfo:
 * @title: title of the document, for its metadata
 * @author: who made it, for its metadata
 * @made_on: day on which it is made, for its metadata
 * @landscape: pages lie across
 * @head_start: what stands at the head of each page, at its beginning
 * @head_end: what stands there at its end
 * @foot: what stands at the foot of each page, besides its number
 * @banner: (nullable): a warning in a frame on every page
 * @cancellable: (nullable): to stop gram_document_end(), which draws for seconds if there are thousands of rows
 *
 * What all pages have in common. The texts are borrowed until gram_document_end().
 */
typedef struct
{
  const char *title;
  const char *author;
  GramDate made_on;
  gboolean landscape;
  const char *head_start;
  const char *head_end;
  const char *foot;
  const char *banner;
  GCancellable *cancellable;
} GramDocumentInfo;

/**
 * GramDocumentColumn:
 * @title: (nullable): its heading; a table whose columns have none has no row of headings
 * @share: its share of the width; the shares of all columns need not come to a certain sum
 * @number: it holds numbers: they stand at its end
 *
 * A column of a table.
 */
typedef struct
{
  const char *title;
  guint share;
  gboolean number;
} GramDocumentColumn;

/**
 * GRAM_DOCUMENT_COLUMNS:
 *
 * The most columns that a table has.
 */
#define GRAM_DOCUMENT_COLUMNS 20

/**
 * GramDocument:
 *
 * A paper that is being made.
 */
typedef struct _GramDocument GramDocument;

/**
 * gram_derivation_line_new:
 * @title: what the figure is
 * @value: the figure with its unit
 * @formula: (nullable): how it was reckoned
 * @article: (nullable): its article
 *
 * Returns: (transfer full): a line
 */
GramDerivationLine *gram_derivation_line_new (const char *title,
                                              const char *value,
                                              const char *formula,
                                              const char *article);

/**
 * gram_derivation_line_free:
 * @self: (nullable): a line
 *
 * Frees a line.
 */
void gram_derivation_line_free (GramDerivationLine *self);

/**
 * gram_document_new:
 * @info: what all pages have in common; has to live as long as the paper
 *
 * Returns: (transfer full): an empty paper
 */
GramDocument *gram_document_new (const GramDocumentInfo *info);

/**
 * gram_document_free:
 * @self: (nullable): a paper
 *
 * Frees a paper.
 */
void gram_document_free (GramDocument *self);

/**
 * gram_document_add_heading:
 * @self: a paper
 * @level: 1 for the paper itself, 2 for a part of it
 * @text: the heading
 *
 * Adds a heading; it stays with what follows.
 */
void gram_document_add_heading (GramDocument *self, guint level, const char *text);

/**
 * gram_document_add_text:
 * @self: a paper
 * @text: a paragraph, or several parted by ends of lines
 *
 * Adds text.
 */
void gram_document_add_text (GramDocument *self, const char *text);

/**
 * gram_document_begin_table:
 * @self: a paper
 * @columns: (array length=n_columns): its columns; their titles are copied
 * @n_columns: how many
 *
 * Begins a table. Rows that are added next are its own; its headings stand on every page that it reaches.
 */
void
gram_document_begin_table (GramDocument *self, const GramDocumentColumn *columns, guint n_columns);

/**
 * gram_document_add_row:
 * @self: a paper, with a table that was begun
 * @cells: (array): a text for each column; %NULL is empty
 * @strong: the row stands out, for example a total
 *
 * Adds a row to the table.
 */
void gram_document_add_row (GramDocument *self, const char *const *cells, gboolean strong);

/**
 * gram_document_begin_facts:
 * @self: a paper
 *
 * Begins a table of names and texts, for gram_document_add_pair().
 */
void gram_document_begin_facts (GramDocument *self);

/**
 * gram_document_begin_sums:
 * @self: a paper
 *
 * Begins a table of names and numbers, for gram_document_add_pair().
 */
void gram_document_begin_sums (GramDocument *self);

/**
 * gram_document_add_pair:
 * @self: a paper, with a table that was begun by one of these
 * @title: its name
 * @value: (nullable): its value; without one there is no row
 * @strong: the row stands out
 *
 * Adds a row to the table.
 */
void
gram_document_add_pair (GramDocument *self, const char *title, const char *value, gboolean strong);

/**
 * gram_document_add_annex:
 * @self: a paper
 * @text: what stands above it
 * @derivation: (nullable) (element-type GramDerivationLine): how the figures were derived; without any there is no annex
 *
 * Adds the derivation of figures, on a page of its own.
 */
void gram_document_add_annex (GramDocument *self, const char *text, GPtrArray *derivation);

/**
 * gram_document_break:
 * @self: a paper
 *
 * Goes on at a new page.
 */
void gram_document_break (GramDocument *self);

/**
 * gram_document_end:
 * @self: a paper
 * @error: return location
 *
 * Makes the file.
 *
 * Returns: (transfer full) (nullable): a PDF, or %NULL with a %GRAM_EXCHANGE_ERROR
 */
GBytes *gram_document_end (GramDocument *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDerivationLine, gram_derivation_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDocument, gram_document_free)

G_END_DECLS
