/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "gram-document.h"

G_BEGIN_DECLS

/* What a block of a paper is. */
typedef enum
{
  GRAM_BLOCK_TITLE = 1,
  GRAM_BLOCK_HEADING,
  GRAM_BLOCK_TEXT,
  GRAM_BLOCK_TABLE,
  GRAM_BLOCK_BREAK,
} GramBlockKind;

/* A row of a table. */
typedef struct
{
  char *cells[GRAM_DOCUMENT_COLUMNS];
  gboolean strong;
} GramBlockRow;

/* A block: a text, or a table with its rows. */
typedef struct
{
  GramBlockKind kind;
  char *text;
  GramDocumentColumn columns[GRAM_DOCUMENT_COLUMNS];
  guint n_columns;
  GPtrArray *rows;
} GramBlock;

/* Where a paper is being drawn. */
typedef struct
{
  const GramDocumentInfo *info;
  cairo_t *cr;
  PangoContext *context;
  double width;
  double height;
  double y;
  double table_size;
  guint page;
  guint n_pages;
} GramPages;

/* Draws all blocks; with n_pages 0 only to count them. Returns how many pages there are. */
guint _gram_pages_draw (cairo_surface_t *surface,
                        const GramDocumentInfo *info,
                        GPtrArray *blocks,
                        guint n_pages);

/* The width and height of a page. */
void _gram_pages_size (const GramDocumentInfo *info, double *width, double *height);

/* The first line that fits no more, and room for drawing: lower end of what holds text, and where it begins and ends. */
double _gram_pages_bottom (const GramPages *self);
double _gram_pages_top (const GramPages *self);
double _gram_pages_text_width (const GramPages *self);

/* Ends the page and begins the next. */
void _gram_pages_next (GramPages *self);

/* A layout of @text as wide as @width. */
PangoLayout *_gram_pages_layout (GramPages *self,
                                 const char *text,
                                 double size,
                                 gboolean strong,
                                 PangoAlignment align,
                                 double width);

/* Draws the lines from *@line on that fit above @bottom, at @x and @y; *@line is where to go on. Returns the height. */
double _gram_pages_draw_lines (GramPages *self,
                               PangoLayout *layout,
                               guint *line,
                               double x,
                               double y,
                               double bottom);

/* Draws a table. */
void _gram_pages_draw_table (GramPages *self, const GramBlock *block);

/* A straight line of @thickness points. */
void _gram_pages_draw_rule (GramPages *self, double x, double width, double thickness);

#define GRAM_PAGES_MARGIN 56.0

/* What a reader aloud passes over; Cairo knows the tag and has no name for it. */
#define GRAM_TAG_ARTIFACT "Artifact"

G_END_DECLS
