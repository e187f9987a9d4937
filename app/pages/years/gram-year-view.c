/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-view.h"

#include "gram-checklist.h"
#include "gram-document-row.h"
#include "gram-figure-tile.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-rows.h"
#include "gram-state-track.h"
#include "gram-year-texts.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

struct _GramYearView
{
  AdwBin parent_instance;

  /* Template Widgets */
  GramStateTrack *track;
  GramChecklist *next_list;
  GtkWidget *next_button;
  GtkFlowBox *tiles_box;
  AdwPreferencesGroup *steps_group;
  GtkWidget *baselines_row;
  GtkWidget *positions_row;
  AdwActionRow *eco_row;
  AdwSwitchRow *rule_row;
  AdwPreferencesGroup *publication_group;

  /* Borrowed References */
  GramFigureTile *tiles[GRAM_YEAR_N_TILES];
  GPtrArray *step_rows;

  /* Owned References */
  GPtrArray *documents;

  gboolean auto_register;
};

G_DEFINE_FINAL_TYPE (GramYearView, gram_year_view, ADW_TYPE_BIN)

static void
fill_track (GramYearView *self, const GramYearRow *row)
{
  gram_state_track_clear (self->track);
  for (guint i = 1; i <= GRAM_CCTS_YEAR_STATE_N; i++)
    {
      GramCctsYearState state = (GramCctsYearState)i;
      gboolean now = state == row->state && state != GRAM_CCTS_YEAR_CLOSED;
      g_autofree char *day = gram_year_dup_state_day (row, state);

      gram_state_track_add (self->track, gram_ccts_year_state_title (state), day,
                            now                   ? GRAM_STEP_NOW
                            : state <= row->state ? GRAM_STEP_DONE
                                                  : GRAM_STEP_COMING);
    }
}

static const char *
reason_of (const GramYearDetail *detail, const char *command)
{
  const GramRefusal *refusal = gram_year_detail_get_refusal (detail, command);

  return refusal != NULL ? refusal->message : NULL;
}

static char *
dup_need_title (const GramYearNeedText *text, gint64 count)
{
  g_autofree char *number = gram_format_count (count);

  /* Translators: what is missing, and how many of it */
  return count > 0 ? g_strdup_printf (_ ("%s: %s"), _ (text->title), number)
                   : g_strdup (_ (text->title));
}

/* What is missing, each line with the way to its place, and the step that all of it is about. */
static void
fill_next (GramYearView *self, const GramYearDetail *detail)
{
  const GramYearStep *next = gram_year_step_find (gram_ccts_year_next (detail->row->state));
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self->next_list);
  g_autofree char *waiting = gram_year_dup_waiting (detail->row);
  g_autofree char *heading = NULL;

  gram_checklist_clear (self->next_list);
  gtk_widget_set_visible (self->next_button, next != NULL);
  adw_preferences_group_set_description (group, next != NULL ? _ (next->sentence) : waiting);
  if (next != NULL)
    {
      /* Translators: %s is a step, for example “Allocate” */
      heading = g_strdup_printf (_ ("Next: %s"), _ (next->title));
      gtk_button_set_label (GTK_BUTTON (self->next_button), _ (next->button));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next_button), next->action);
      gtk_widget_set_tooltip_text (self->next_button, reason_of (detail, next->command));
    }
  adw_preferences_group_set_title (group, heading != NULL
                                              ? heading
                                              : gram_ccts_year_state_title (detail->row->state));
  for (guint i = 0; i < detail->row->missing->len; i++)
    {
      const GramCctsYearLine *line = detail->row->missing->pdata[i];
      const GramYearNeedText *text = gram_year_need_find (line->need);
      g_autofree char *title = NULL;

      /* That the step itself is missing, or that one has to wait, is said above. */
      if (next != NULL ? line->verb == next->verb : text->fix == NULL)
        continue;
      title = dup_need_title (text, line->count);
      gram_checklist_add (self->next_list, gram_word_for ("year-need", (int)line->need), title,
                          line->sentence, line->article, FALSE,
                          text->fix != NULL ? _ (text->fix) : NULL);
    }
}

static void
fix_cb (GramYearView *self, const char *id)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;
  const GramYearNeedText *text;
  int need;

  g_assert (GRAM_IS_YEAR_VIEW (self));

  if (!gram_word_parse ("year-need", id, &need))
    return;

  text = gram_year_need_find ((GramCctsYearNeed)need);
  if (text->action != NULL && g_action_parse_detailed_name (text->action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static void
fill_tiles (GramYearView *self, const GramYearDetail *detail)
{
  for (guint i = 0; i < GRAM_YEAR_N_TILES; i++)
    {
      g_autoptr (GramFigure) figure
          = gram_year_figure ((GramYearTile)i, detail->row, &detail->totals);

      gram_figure_tile_set_figure (self->tiles[i], figure);
    }
}

static void
fill_step (GtkWidget *row, const GramYearStep *step, const GramYearDetail *detail)
{
  gint64 at = gram_year_step_done_at (step, detail->row);
  const char *reason = reason_of (detail, step->command);
  g_autofree char *day = at != 0 ? gram_format_day_of_instant (at) : NULL;
  g_autofree char *done = NULL;

  if (day != NULL)
    /* Translators: %s is a day */
    done = g_strdup_printf (_ ("Done on %s"), day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 at != 0 ? _ (step->again) : _ (step->title));
  /* Why not, where it cannot be done; else when it was done, or what it does. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), done != NULL     ? done
                                                     : reason != NULL ? reason
                                                                      : _ (step->sentence));
  gtk_widget_set_tooltip_text (row, reason);
}

static void
fill_steps (GramYearView *self, const GramYearDetail *detail)
{
  guint n;
  const GramYearStep *steps = gram_year_steps (&n);

  for (guint i = 0; i < n; i++)
    fill_step (self->step_rows->pdata[i], &steps[i], detail);
  gtk_widget_set_tooltip_text (self->baselines_row, reason_of (detail, "baseline.import"));
  gtk_widget_set_tooltip_text (self->positions_row, reason_of (detail, "crts.import-positions"));
}

static void
fill_entries (GramYearView *self, const GramYearDetail *detail)
{
  const char *reason = reason_of (detail, "year.set-standing-rule");
  guint n = detail->eco_codes->len;
  g_autofree char *number = gram_format_count (n);
  g_autofree char *text
      = g_strdup_printf (ngettext ("The reduction of %s eco-innovation is off in this year",
                                   "The reductions of %s eco-innovations are off in this year", n),
                         number);

  adw_action_row_set_subtitle (self->eco_row,
                               n > 0 ? text : _ ("No reduction is off in this year"));
  self->auto_register = detail->row->auto_register;
  adw_switch_row_set_active (self->rule_row, self->auto_register);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rule_row), reason == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->rule_row), reason);
}

/* The switch follows the registry; a person who moves it asks for it. */
static void
rule_toggled_cb (GramYearView *self)
{
  gboolean active;

  g_assert (GRAM_IS_YEAR_VIEW (self));

  active = adw_switch_row_get_active (self->rule_row);
  if (active != self->auto_register)
    gtk_widget_activate_action (GTK_WIDGET (self), "years.set-rule", "b", active);
}

static void
fill_publication (GramYearView *self, GramSession *session, const GramYearDetail *detail)
{
  g_autofree char *day = gram_year_dup_day (detail->row->publication);
  g_autofree char *text = NULL;

  gram_rows_clear (self->documents);
  /* Translators: %s is a day */
  text = g_strdup_printf (
      _ ("The table of participants and the rows of their vehicles are published by %s (CCTS art. "
         "80). The rows name no VIN, and have no columns for what the register does not hold, such "
         "as footprint, power, test mass, road load, frontal area and tyre class."),
      day);
  adw_preferences_group_set_description (self->publication_group, text);
  for (guint i = 0; i < detail->documents->len; i++)
    {
      const GramYearDocument *document = detail->documents->pdata[i];
      GtkWidget *row = gram_document_row_new (session, document->id, document->name,
                                              document->sha256, document->made_at);

      adw_preferences_group_add (self->publication_group, row);
      g_ptr_array_add (self->documents, row);
    }
}

static void
gram_year_view_finalize (GObject *object)
{
  GramYearView *self = GRAM_YEAR_VIEW (object);

  g_clear_pointer (&self->step_rows, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_year_view_parent_class)->finalize (object);
}

static void
gram_year_view_class_init (GramYearViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gram_year_view_finalize;

  g_type_ensure (GRAM_TYPE_CHECKLIST);
  g_type_ensure (GRAM_TYPE_STATE_TRACK);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-year-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramYearView, track);
  gtk_widget_class_bind_template_child (widget_class, GramYearView, next_list);
  gtk_widget_class_bind_template_child (widget_class, GramYearView, next_button);
  gtk_widget_class_bind_template_child (widget_class, GramYearView, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, GramYearView, steps_group);
  gtk_widget_class_bind_template_child (widget_class, GramYearView, baselines_row);
  gtk_widget_class_bind_template_child (widget_class, GramYearView, positions_row);
  gtk_widget_class_bind_template_child (widget_class, GramYearView, eco_row);
  gtk_widget_class_bind_template_child (widget_class, GramYearView, rule_row);
  gtk_widget_class_bind_template_child (widget_class, GramYearView, publication_group);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, rule_toggled_cb);
}

static void
add_steps (GramYearView *self)
{
  guint n;
  const GramYearStep *steps = gram_year_steps (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (steps[i].title));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), steps[i].action);
      gram_pressable_install (row);
      adw_preferences_group_add (self->steps_group, row);
      g_ptr_array_add (self->step_rows, row);
    }
}

static void
gram_year_view_init (GramYearView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->step_rows = g_ptr_array_new ();
  self->documents = g_ptr_array_new ();
  for (guint i = 0; i < GRAM_YEAR_N_TILES; i++)
    {
      GtkWidget *tile = gram_figure_tile_new ();

      gtk_flow_box_append (self->tiles_box, tile);
      gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);
      self->tiles[i] = GRAM_FIGURE_TILE (tile);
    }
  add_steps (self);
  gram_pressable_install_all (GTK_WIDGET (self));
}

void
gram_year_view_set (GramYearView *self, GramSession *session, const GramYearDetail *detail)
{
  g_return_if_fail (GRAM_IS_YEAR_VIEW (self));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (detail != NULL);

  fill_track (self, detail->row);
  fill_next (self, detail);
  fill_tiles (self, detail);
  fill_steps (self, detail);
  fill_entries (self, detail);
  fill_publication (self, session, detail);
}

void
gram_year_view_set_narrow (GramYearView *self, gboolean narrow)
{
  g_return_if_fail (GRAM_IS_YEAR_VIEW (self));

  gram_state_track_set_narrow (self->track, narrow);
}
