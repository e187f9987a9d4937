/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-document-private.h"

#define GAP 8.0
#define PADDING 3.0
#define SIZE_TABLE 9.5
/* Tables whose numbers would not fit take smaller letters: a number is never broken. */
#define SIZE_LEAST 5.0
#define SIZE_STEP 0.5
#define DENSE_COLUMNS 7
#define SIZE_DENSE 7.5

/* A row that is being drawn: a layout for each cell, and how far each has come. */
typedef struct
{
  PangoLayout *layouts[GRAM_DOCUMENT_COLUMNS];
  guint lines[GRAM_DOCUMENT_COLUMNS];
  double height;
} RowDrawing;

static guint
shares_of (const GramBlock *block)
{
  guint shares = 0;

  for (guint i = 0; i < block->n_columns; i++)
    shares += block->columns[i].share;

  return MAX (shares, 1);
}

/* Where a column begins and how wide its text is. */
static void
column_at (GramPages *self, const GramBlock *block, guint column, double *x, double *width)
{
  double unit = (_gram_pages_text_width (self) + GAP) / shares_of (block);
  guint before = 0;

  for (guint i = 0; i < column; i++)
    before += block->columns[i].share;
  *x = GRAM_PAGES_MARGIN + unit * before;
  *width = unit * block->columns[column].share - GAP;
}

/* Whether a number stands on one line in letters of @size. */
static gboolean
number_fits (GramPages *self,
             const GramBlock *block,
             guint column,
             const GramBlockRow *row,
             double size)
{
  g_autoptr (PangoLayout) layout = NULL;
  double x;
  double width;

  if (row->cells[column] == NULL)
    return TRUE;

  column_at (self, block, column, &x, &width);
  layout
      = _gram_pages_layout (self, row->cells[column], size, row->strong, PANGO_ALIGN_RIGHT, width);
  return pango_layout_get_line_count (layout) == 1;
}

/* The largest letters in which all numbers of a table fit. */
static double
size_of (GramPages *self, const GramBlock *block)
{
  double size = block->n_columns > DENSE_COLUMNS ? SIZE_DENSE : SIZE_TABLE;

  for (guint i = 0; i < block->n_columns; i++)
    for (guint j = 0; block->columns[i].number && j < block->rows->len; j++)
      while (size > SIZE_LEAST && !g_cancellable_is_cancelled (self->info->cancellable)
             && !number_fits (self, block, i, block->rows->pdata[j], size))
        size -= SIZE_STEP;

  return size;
}

static void
row_begin (RowDrawing *row,
           GramPages *self,
           const GramBlock *block,
           const char *const *cells,
           gboolean strong)
{
  row->height = 0;
  for (guint i = 0; i < block->n_columns; i++)
    {
      PangoAlignment align = block->columns[i].number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
      double x;
      double width;
      int height;

      column_at (self, block, i, &x, &width);
      row->layouts[i] = _gram_pages_layout (self, cells[i] != NULL ? cells[i] : "",
                                            self->table_size, strong, align, width);
      row->lines[i] = 0;
      pango_layout_get_size (row->layouts[i], NULL, &height);
      row->height = MAX (row->height, (double)height / PANGO_SCALE);
    }
}

static void
row_clear (RowDrawing *row, const GramBlock *block)
{
  for (guint i = 0; i < block->n_columns; i++)
    g_clear_object (&row->layouts[i]);
}

static gboolean
row_is_done (const RowDrawing *row, const GramBlock *block)
{
  for (guint i = 0; i < block->n_columns; i++)
    if (row->lines[i] < (guint)pango_layout_get_line_count (row->layouts[i]))
      return FALSE;

  return TRUE;
}

/* The lines of all cells that fit on the page. */
static void
draw_slice (GramPages *self, const GramBlock *block, RowDrawing *row, const char *tag)
{
  double bottom = _gram_pages_bottom (self) - PADDING;
  double used = 0;

  cairo_tag_begin (self->cr, "TR", NULL);
  for (guint i = 0; i < block->n_columns; i++)
    {
      double x;
      double width;
      double height;

      column_at (self, block, i, &x, &width);
      cairo_tag_begin (self->cr, tag, NULL);
      height = _gram_pages_draw_lines (self, row->layouts[i], &row->lines[i], x, self->y + PADDING,
                                       bottom);
      cairo_tag_end (self->cr, tag);
      used = MAX (used, height);
    }
  cairo_tag_end (self->cr, "TR");
  self->y += used + 2 * PADDING;
}

static void
draw_headings (GramPages *self, const GramBlock *block)
{
  const char *titles[GRAM_DOCUMENT_COLUMNS];
  gboolean titled = FALSE;
  RowDrawing row;

  for (guint i = 0; i < block->n_columns; i++)
    {
      titles[i] = block->columns[i].title;
      titled = titled || titles[i] != NULL;
    }
  if (!titled)
    return;

  row_begin (&row, self, block, titles, TRUE);
  draw_slice (self, block, &row, "TH");
  row_clear (&row, block);
  _gram_pages_draw_rule (self, GRAM_PAGES_MARGIN, _gram_pages_text_width (self), 1);
}

/* A table that goes on is a table of its own there, with the same headings. */
static void
go_on (GramPages *self, const GramBlock *block)
{
  cairo_tag_end (self->cr, "Table");
  _gram_pages_next (self);
  cairo_tag_begin (self->cr, "Table", NULL);
  draw_headings (self, block);
}

static void
draw_row (GramPages *self, const GramBlock *block, const GramBlockRow *cells)
{
  RowDrawing row;
  double room = _gram_pages_bottom (self) - _gram_pages_top (self) - 60;

  row_begin (&row, self, block, (const char *const *)cells->cells, cells->strong);
  /* A row stays together unless no page would hold it. */
  if (self->y + row.height + 2 * PADDING > _gram_pages_bottom (self) && row.height < room)
    go_on (self, block);
  draw_slice (self, block, &row, "TD");
  while (!row_is_done (&row, block))
    {
      go_on (self, block);
      draw_slice (self, block, &row, "TD");
    }
  row_clear (&row, block);
  _gram_pages_draw_rule (self, GRAM_PAGES_MARGIN, _gram_pages_text_width (self),
                         cells->strong ? 1 : 0.35);
}

void
_gram_pages_draw_table (GramPages *self, const GramBlock *block)
{
  if (self->y + 48 > _gram_pages_bottom (self))
    _gram_pages_next (self);

  self->table_size = size_of (self, block);
  cairo_tag_begin (self->cr, "Table", NULL);
  draw_headings (self, block);
  for (guint i = 0; i < block->rows->len && !g_cancellable_is_cancelled (self->info->cancellable);
       i++)
    draw_row (self, block, block->rows->pdata[i]);
  cairo_tag_end (self->cr, "Table");
}
