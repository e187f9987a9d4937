/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gram-document-private.h"

/* A4, in points. */
#define SHORT_SIDE 595.28
#define LONG_SIDE 841.89
#define HEAD_ROOM 40.0
#define FOOT_ROOM 30.0
#define SIZE_SMALL 8.5
#define SIZE_TEXT 10.5
#define SIZE_HEADING 12.5
#define SIZE_TITLE 19.0
#define BANNER_ROOM 28.0
/* A heading does not stand alone at the foot of a page. */
#define KEEP_WITH_NEXT 72.0

void
_gram_pages_size (const GramDocumentInfo *info, double *width, double *height)
{
  *width = info->landscape ? LONG_SIDE : SHORT_SIDE;
  *height = info->landscape ? SHORT_SIDE : LONG_SIDE;
}

double
_gram_pages_top (const GramPages *self)
{
  return GRAM_PAGES_MARGIN + HEAD_ROOM + (self->info->banner != NULL ? BANNER_ROOM : 0);
}

double
_gram_pages_bottom (const GramPages *self)
{
  return self->height - GRAM_PAGES_MARGIN - FOOT_ROOM;
}

double
_gram_pages_text_width (const GramPages *self)
{
  return self->width - 2 * GRAM_PAGES_MARGIN;
}

PangoLayout *
_gram_pages_layout (GramPages *self,
                    const char *text,
                    double size,
                    gboolean strong,
                    PangoAlignment align,
                    double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font
      = pango_font_description_from_string ("Adwaita Sans, Inter, DejaVu Sans, sans-serif");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  /* Figures of one width, so that columns of numbers stand below each other. */
  if (align == PANGO_ALIGN_RIGHT)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, align);
  pango_layout_set_line_spacing (layout, 1.2f);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

double
_gram_pages_draw_lines (GramPages *self,
                        PangoLayout *layout,
                        guint *line,
                        double x,
                        double y,
                        double bottom)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  double first = -1;
  double used = 0;
  guint at = 0;

  do
    {
      PangoRectangle extents;
      double top;
      double end;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      top = (double)extents.y / PANGO_SCALE;
      end = top + (double)extents.height / PANGO_SCALE;
      if (at++ < *line)
        continue;
      if (first < 0)
        first = top;
      if (y + end - first > bottom && used > 0)
        return used;

      used = end - first;
      cairo_move_to (self->cr, x + (double)extents.x / PANGO_SCALE,
                     y - first + (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
      (*line)++;
    }
  while (pango_layout_iter_next_line (iter));

  return used;
}

void
_gram_pages_draw_rule (GramPages *self, double x, double width, double thickness)
{
  cairo_tag_begin (self->cr, GRAM_TAG_ARTIFACT, NULL);
  cairo_set_line_width (self->cr, thickness);
  cairo_move_to (self->cr, x, self->y);
  cairo_line_to (self->cr, x + width, self->y);
  cairo_stroke (self->cr);
  cairo_tag_end (self->cr, GRAM_TAG_ARTIFACT);
}

static void
draw_line_at (GramPages *self, const char *text, double y, double size, PangoAlignment align)
{
  double width = _gram_pages_text_width (self);
  g_autoptr (PangoLayout) layout
      = _gram_pages_layout (self, text, size, FALSE, align, width * 2 / 3);
  guint line = 0;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  _gram_pages_draw_lines (self, layout, &line,
                          GRAM_PAGES_MARGIN + (align == PANGO_ALIGN_RIGHT ? width / 3 : 0), y,
                          self->height);
}

static void
draw_banner (GramPages *self)
{
  double width = _gram_pages_text_width (self);
  double y = GRAM_PAGES_MARGIN + HEAD_ROOM - 12;
  g_autoptr (PangoLayout) layout = _gram_pages_layout (self, self->info->banner, SIZE_SMALL, TRUE,
                                                       PANGO_ALIGN_CENTER, width - 12);
  guint line = 0;

  cairo_set_line_width (self->cr, 1);
  cairo_rectangle (self->cr, GRAM_PAGES_MARGIN, y, width, BANNER_ROOM - 8);
  cairo_stroke (self->cr);
  _gram_pages_draw_lines (self, layout, &line, GRAM_PAGES_MARGIN + 6, y + 4, self->height);
}

/* What stands on every page: nothing that a reader aloud should say again. */
static void
begin_page (GramPages *self)
{
  /* Translators: both %u are numbers of pages */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), self->page, self->n_pages);
  double foot = self->height - GRAM_PAGES_MARGIN - 10;

  cairo_tag_begin (self->cr, GRAM_TAG_ARTIFACT, NULL);
  draw_line_at (self, self->info->head_start, GRAM_PAGES_MARGIN, SIZE_SMALL, PANGO_ALIGN_LEFT);
  draw_line_at (self, self->info->head_end, GRAM_PAGES_MARGIN, SIZE_SMALL, PANGO_ALIGN_RIGHT);
  draw_line_at (self, self->info->foot, foot, SIZE_SMALL, PANGO_ALIGN_LEFT);
  draw_line_at (self, number, foot, SIZE_SMALL, PANGO_ALIGN_RIGHT);
  cairo_set_line_width (self->cr, 0.75);
  cairo_move_to (self->cr, GRAM_PAGES_MARGIN, GRAM_PAGES_MARGIN + 16);
  cairo_rel_line_to (self->cr, _gram_pages_text_width (self), 0);
  cairo_move_to (self->cr, GRAM_PAGES_MARGIN, foot - 6);
  cairo_rel_line_to (self->cr, _gram_pages_text_width (self), 0);
  cairo_stroke (self->cr);
  if (self->info->banner != NULL)
    draw_banner (self);
  cairo_tag_end (self->cr, GRAM_TAG_ARTIFACT);

  self->y = _gram_pages_top (self);
}

void
_gram_pages_next (GramPages *self)
{
  cairo_show_page (self->cr);
  self->page++;
  begin_page (self);
}

/* A text, on as many pages as it takes; each part of it is tagged on its page. */
static void
draw_text (GramPages *self, const char *text, double size, gboolean strong, const char *tag)
{
  g_autoptr (PangoLayout) layout = _gram_pages_layout (self, text, size, strong, PANGO_ALIGN_LEFT,
                                                       _gram_pages_text_width (self));
  guint n_lines = (guint)pango_layout_get_line_count (layout);
  guint line = 0;

  while (line < n_lines)
    {
      if (self->y + size * 1.4 > _gram_pages_bottom (self))
        _gram_pages_next (self);
      cairo_tag_begin (self->cr, tag, NULL);
      self->y += _gram_pages_draw_lines (self, layout, &line, GRAM_PAGES_MARGIN, self->y,
                                         _gram_pages_bottom (self));
      cairo_tag_end (self->cr, tag);
      if (line < n_lines)
        _gram_pages_next (self);
    }
}

static void
draw_heading (GramPages *self, const GramBlock *block)
{
  gboolean title = block->kind == GRAM_BLOCK_TITLE;

  if (self->y + KEEP_WITH_NEXT > _gram_pages_bottom (self))
    _gram_pages_next (self);
  else if (!title && self->y > _gram_pages_top (self))
    self->y += 12;
  draw_text (self, block->text, title ? SIZE_TITLE : SIZE_HEADING, TRUE, title ? "H1" : "H2");
  self->y += title ? 10 : 5;
}

static void
draw_block (GramPages *self, const GramBlock *block)
{
  switch (block->kind)
    {
    case GRAM_BLOCK_TITLE:
    case GRAM_BLOCK_HEADING:
      draw_heading (self, block);
      break;

    case GRAM_BLOCK_TEXT:
      draw_text (self, block->text, SIZE_TEXT, FALSE, "P");
      self->y += 6;
      break;

    case GRAM_BLOCK_TABLE:
      _gram_pages_draw_table (self, block);
      self->y += 8;
      break;

    case GRAM_BLOCK_BREAK:
      _gram_pages_next (self);
      break;

    default:
      g_assert_not_reached ();
    }
}

static PangoContext *
context_new (cairo_t *cr)
{
  PangoContext *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Measured for paper, not for a screen. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

guint
_gram_pages_draw (cairo_surface_t *surface,
                  const GramDocumentInfo *info,
                  GPtrArray *blocks,
                  guint n_pages)
{
  GramPages self = { .info = info, .page = 1, .n_pages = n_pages };

  _gram_pages_size (info, &self.width, &self.height);
  self.cr = cairo_create (surface);
  self.context = context_new (self.cr);
  cairo_set_source_rgb (self.cr, 0, 0, 0);
  cairo_tag_begin (self.cr, "Document", NULL);
  begin_page (&self);
  for (guint i = 0; i < blocks->len; i++)
    draw_block (&self, blocks->pdata[i]);
  cairo_tag_end (self.cr, "Document");
  cairo_show_page (self.cr);

  g_object_unref (self.context);
  cairo_destroy (self.cr);
  return self.page;
}
