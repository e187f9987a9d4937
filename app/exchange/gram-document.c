/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-document.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "gram-document-private.h"

struct _GramDocument
{
  const GramDocumentInfo *info;
  GPtrArray *blocks;
};

GramDerivationLine *
gram_derivation_line_new (const char *title,
                          const char *value,
                          const char *formula,
                          const char *article)
{
  GramDerivationLine *self = g_new0 (GramDerivationLine, 1);

  self->title = g_strdup (title);
  self->value = g_strdup (value);
  self->formula = g_strdup (formula);
  self->article = g_strdup (article);

  return self;
}

void
gram_derivation_line_free (GramDerivationLine *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->value);
  g_free (self->formula);
  g_free (self->article);
  g_free (self);
}

static void
row_free (GramBlockRow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->cells); i++)
    g_free (self->cells[i]);
  g_free (self);
}

static void
block_free (GramBlock *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free ((char *)self->columns[i].title);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

GramDocument *
gram_document_new (const GramDocumentInfo *info)
{
  GramDocument *self;

  g_return_val_if_fail (info != NULL, NULL);

  self = g_new0 (GramDocument, 1);
  self->info = info;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)block_free);

  return self;
}

void
gram_document_free (GramDocument *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* Text that Pango can take, whatever the registry holds. */
static char *
dup_text (const char *text)
{
  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

static GramBlock *
add_block (GramDocument *self, GramBlockKind kind, const char *text)
{
  GramBlock *block = g_new0 (GramBlock, 1);

  block->kind = kind;
  block->text = dup_text (text);
  g_ptr_array_add (self->blocks, block);

  return block;
}

void
gram_document_add_heading (GramDocument *self, guint level, const char *text)
{
  g_return_if_fail (self != NULL);

  add_block (self, level == 1 ? GRAM_BLOCK_TITLE : GRAM_BLOCK_HEADING, text);
}

void
gram_document_add_text (GramDocument *self, const char *text)
{
  g_return_if_fail (self != NULL);

  add_block (self, GRAM_BLOCK_TEXT, text);
}

void
gram_document_begin_table (GramDocument *self, const GramDocumentColumn *columns, guint n_columns)
{
  GramBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n_columns > 0 && n_columns <= GRAM_DOCUMENT_COLUMNS);

  block = add_block (self, GRAM_BLOCK_TABLE, NULL);
  block->n_columns = n_columns;
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  for (guint i = 0; i < n_columns; i++)
    {
      block->columns[i] = columns[i];
      block->columns[i].title = g_strdup (columns[i].title);
    }
}

void
gram_document_add_row (GramDocument *self, const char *const *cells, gboolean strong)
{
  GramBlock *block;
  GramBlockRow *row;

  g_return_if_fail (self != NULL && self->blocks->len > 0);

  block = self->blocks->pdata[self->blocks->len - 1];
  g_return_if_fail (block->kind == GRAM_BLOCK_TABLE);

  row = g_new0 (GramBlockRow, 1);
  row->strong = strong;
  for (guint i = 0; i < block->n_columns; i++)
    row->cells[i] = dup_text (cells[i]);
  g_ptr_array_add (block->rows, row);
}

void
gram_document_break (GramDocument *self)
{
  g_return_if_fail (self != NULL);

  add_block (self, GRAM_BLOCK_BREAK, NULL);
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* What the file says about itself; the day is given, as the clock would make each copy another file. */
static void
set_metadata (cairo_surface_t *surface, const GramDocumentInfo *info)
{
  g_autofree char *day = gram_date_format (info->made_on);
  g_autofree char *instant = g_strconcat (day, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Gram");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, instant);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, instant);
}

/* Draws once onto a surface of its own; the bytes go to @bytes. */
static guint
draw (GramDocument *self, GByteArray *bytes, guint n_pages, cairo_status_t *status)
{
  cairo_surface_t *surface;
  double width;
  double height;
  guint drawn;

  _gram_pages_size (self->info, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, width, height);
  set_metadata (surface, self->info);
  drawn = _gram_pages_draw (surface, self->info, self->blocks, n_pages);
  cairo_surface_finish (surface);
  *status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return drawn;
}

GBytes *
gram_document_end (GramDocument *self, GError **error)
{
  g_autoptr (GByteArray) counted = g_byte_array_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;
  guint n_pages;

  g_return_val_if_fail (self != NULL, NULL);

  /* Once to learn how many pages there are, once with their number on each of them. */
  n_pages = draw (self, counted, 0, &status);
  if (status == CAIRO_STATUS_SUCCESS && !g_cancellable_is_cancelled (self->info->cancellable))
    draw (self, bytes, n_pages, &status);
  if (g_cancellable_set_error_if_cancelled (self->info->cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      /* Translators: %s is what the library for PDF says */
      g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_WRITE,
                   _ ("The document cannot be made: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
