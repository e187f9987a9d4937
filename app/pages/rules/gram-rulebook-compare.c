/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-compare.h"

#include "gram-rulebook-dialog.h"
#include "gram-rulebook-figures.h"

#include <glib/gi18n-lib.h>

void
gram_rulebook_difference_free (GramRulebookDifference *self)
{
  if (self == NULL)
    return;

  g_free (self->group);
  g_free (self->title);
  g_free (self->before);
  g_free (self->after);
  g_free (self->source);
  g_free (self);
}

static GPtrArray *
list_figures (const GramRulebookRecord *record, GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;

  if (record == NULL)
    return g_ptr_array_new ();

  rulebook = gram_rulebook_parse (record->content, -1, error);

  return rulebook != NULL ? gram_rulebook_figures (rulebook) : NULL;
}

static GHashTable *
index_figures (const GPtrArray *figures)
{
  GHashTable *by_path = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < figures->len; i++)
    {
      GramRulebookFigure *figure = figures->pdata[i];

      g_hash_table_insert (by_path, figure->path, figure);
    }

  return by_path;
}

static void
add_difference (GPtrArray *differences,
                const GramRulebookFigure *before,
                const GramRulebookFigure *after)
{
  const GramRulebookFigure *named = after != NULL ? after : before;
  GramRulebookDifference *difference = g_new0 (GramRulebookDifference, 1);

  difference->group = g_strdup (named->group);
  difference->title = g_strdup (named->title);
  difference->source = g_strdup (named->source);
  if (before != NULL)
    difference->before = gram_rulebook_figure_value (before);
  if (after != NULL)
    difference->after = gram_rulebook_figure_value (after);
  g_ptr_array_add (differences, difference);
}

GPtrArray *
gram_rulebook_differences (const GramRulebookRecord *before,
                           const GramRulebookRecord *after,
                           GError **error)
{
  g_autoptr (GPtrArray) old_figures = NULL;
  g_autoptr (GPtrArray) new_figures = NULL;
  g_autoptr (GHashTable) old_by_path = NULL;
  g_autoptr (GHashTable) new_by_path = NULL;
  GPtrArray *differences;

  g_return_val_if_fail (after != NULL, NULL);

  old_figures = list_figures (before, error);
  new_figures = old_figures != NULL ? list_figures (after, error) : NULL;
  if (new_figures == NULL)
    return NULL;

  old_by_path = index_figures (old_figures);
  new_by_path = index_figures (new_figures);
  differences = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_rulebook_difference_free);
  for (guint i = 0; i < new_figures->len; i++)
    {
      const GramRulebookFigure *figure = new_figures->pdata[i];
      const GramRulebookFigure *old = g_hash_table_lookup (old_by_path, figure->path);

      if (old == NULL || !gram_rulebook_figure_equal (old, figure)
          || g_strcmp0 (old->source, figure->source) != 0)
        add_difference (differences, old, figure);
    }
  for (guint i = 0; i < old_figures->len; i++)
    {
      const GramRulebookFigure *figure = old_figures->pdata[i];

      if (!g_hash_table_contains (new_by_path, figure->path))
        add_difference (differences, figure, NULL);
    }

  return differences;
}

/* Old value, arrow, new value; what is new or gone says so. */
static char *
dup_change (const GramRulebookDifference *difference)
{
  if (difference->before == NULL)
    /* Translators: %s is a value that a rulebook did not have before */
    return g_strdup_printf (_ ("New: %s"), difference->after);
  if (difference->after == NULL)
    /* Translators: %s is a value that a rulebook has no more */
    return g_strdup_printf (_ ("No longer there: %s"), difference->before);

  if (g_str_equal (difference->before, difference->after))
    return g_strdup_printf (
        /* Translators: a value, and the source that a rulebook names for it */
        _ ("%1$s, as before; now from: %2$s"), difference->after,
        difference->source != NULL ? difference->source : _ ("No source"));

  /* Translators: a value before and after */
  return g_strdup_printf (_ ("%1$s → %2$s"), difference->before, difference->after);
}

static GtkWidget *
difference_row_new (const GramRulebookDifference *difference)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *change = dup_change (difference);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), difference->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), change);
  gtk_widget_add_css_class (row, "property");

  return row;
}

static GtkWidget *
differences_page_new (const GramRulebookRecord *before, const GPtrArray *differences)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;
  const char *heading = NULL;
  g_autofree char *description = NULL;

  if (differences->len == 0)
    description = g_strdup_printf (
        /* Translators: %s is the version of a rulebook */
        _ ("Every figure and its source are those of %s."), before->version);
  else if (before != NULL)
    /* Translators: %s is the version of a rulebook */
    description = g_strdup_printf (_ ("What differs from %s, which is published here. Everything "
                                      "else is the same."),
                                   before->version);
  else
    description = g_strdup (_ ("No rulebook of this scheme is published here; all is new."));
  adw_preferences_page_set_description (ADW_PREFERENCES_PAGE (page), description);
  for (guint i = 0; i < differences->len; i++)
    {
      const GramRulebookDifference *difference = differences->pdata[i];

      if (heading == NULL || !g_str_equal (heading, difference->group))
        {
          heading = difference->group;
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), difference_row_new (difference));
    }

  return page;
}

AdwDialog *
gram_rulebook_compare_dialog_new (const GramRulebookRecord *before, const GramRulebookRecord *after)
{
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  GtkWidget *toolbar_view;
  AdwDialog *dialog;

  g_return_val_if_fail (after != NULL, NULL);

  differences = gram_rulebook_differences (before, after, &error);
  toolbar_view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view),
                                differences != NULL ? differences_page_new (before, differences)
                                                    : gram_rulebook_failed_page_new (error));
  /* Translators: %s is the version of a rulebook */
  title = g_strdup_printf (_ ("What Changes with %s"), after->version);
  dialog = adw_dialog_new ();
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, toolbar_view);

  return dialog;
}
