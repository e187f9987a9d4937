/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-participants-view.h"

#include "gram-chips.h"
#include "gram-participants-table.h"

#include <glib/gi18n-lib.h>

#define GROUP 1

struct _GramParticipantsView
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkWidget *filter_box;
  GtkSearchEntry *search_entry;
  AdwToggleGroup *set_group;
  AdwToggle *all_toggle;
  GramChips *chips;
  GtkStack *stack;
  GramParticipantsTable *table;

  /* Owned References */
  GPtrArray *rows;
  char *search; /* folded, without the blanks of a number */

  gboolean chosen; /* which figures are shown was decided */
};

G_DEFINE_FINAL_TYPE (GramParticipantsView, gram_participants_view, ADW_TYPE_BIN)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
lacks_baseline (const GramParticipantRow *row)
{
  return !row->has_baseline;
}

static gboolean
lacks_co2 (const GramParticipantRow *row)
{
  return row->cars_unknown > 0;
}

static gboolean
has_changed (const GramParticipantRow *row)
{
  return row->measured && (row->cars != row->live_cars || row->activity != row->live_activity);
}

static gboolean
differs (const GramParticipantRow *row)
{
  return row->difference != 0 && (row->has_baseline || row->allocated > 0);
}

static gboolean
has_shortfall (const GramParticipantRow *row)
{
  return row->shortfall > 0;
}

static gboolean
lacks_notice (const GramParticipantRow *row)
{
  return row->accounted && row->payment > 0 && row->notice_id == 0;
}

static gboolean
is_pool (const GramParticipantRow *row)
{
  return row->pool_id != 0;
}

/* The chips, by bit. */
static const struct
{
  const char *word;
  const char *title;
  gboolean (*shows) (const GramParticipantRow *row);
} filters[] = {
  { "baseline-missing", N_ ("Baseline Missing"), lacks_baseline },
  { "cars-unknown", N_ ("Cars without CO₂"), lacks_co2 },
  { "changed", N_ ("Changed Since"), has_changed },
  { "differs", N_ ("Allocation Differs"), differs },
  { "shortfall", N_ ("Shortfall"), has_shortfall },
  { "notice-missing", N_ ("Notice Missing"), lacks_notice },
  { "pools", N_ ("Pools"), is_pool },
};

static const struct
{
  const char *name;
  GramParticipantSet set;
} sets[] = {
  { "allocation", GRAM_PARTICIPANT_SET_ALLOCATION },
  { "settlement", GRAM_PARTICIPANT_SET_SETTLEMENT },
  { "all", GRAM_PARTICIPANT_SET_ALL },
};

static gboolean
contains (const char *text, const char *search)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, search) != NULL;
}

static gboolean
is_found (GramParticipantsView *self, const GramParticipantRow *row)
{
  if (self->search == NULL || contains (row->holder, self->search)
      || contains (row->number, self->search) || contains (row->pool_name, self->search))
    return TRUE;
  for (guint i = 0; row->members != NULL && i < row->members->len; i++)
    {
      const GramParticipantMember *member = row->members->pdata[i];

      if (contains (member->holder, self->search) || contains (member->number, self->search))
        return TRUE;
    }

  return FALSE;
}

static gboolean
shows (const GramParticipantRow *row, gpointer user_data)
{
  GramParticipantsView *self = user_data;
  guint bits = gram_chips_get (self->chips, GROUP);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if ((bits & 1u << i) != 0 && !filters[i].shows (row))
      return FALSE;

  return is_found (self, row);
}

static void
show_state (GramParticipantsView *self)
{
  gboolean any = self->rows != NULL && self->rows->len > 0;

  gtk_widget_set_visible (self->filter_box, any);
  gtk_stack_set_visible_child_name (self->stack, !any ? "empty"
                                                 : gram_participants_table_count (self->table) > 0
                                                     ? "table"
                                                     : "nothing");
}

/* A number may be typed in the groups in which it is shown. */
static char *
dup_search (GramParticipantsView *self)
{
  g_autofree char *text
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  g_auto (GStrv) groups = NULL;

  if (*text == '\0')
    return NULL;
  if (strspn (text, "0123456789 ") < strlen (text))
    return g_utf8_casefold (text, -1);

  groups = g_strsplit (text, " ", -1);

  return g_strjoinv ("", groups);
}

static void
filter_changed_cb (GramParticipantsView *self)
{
  g_assert (GRAM_IS_PARTICIPANTS_VIEW (self));

  g_free (self->search);
  self->search = dup_search (self);
  gram_participants_table_set_filter (self->table, shows, self);
  show_state (self);
}

static void
stop_search_cb (GramParticipantsView *self)
{
  g_assert (GRAM_IS_PARTICIPANTS_VIEW (self));

  if (self->search != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (gram_participants_table_get_view (self->table));
}

static void
clear_cb (GramParticipantsView *self)
{
  g_assert (GRAM_IS_PARTICIPANTS_VIEW (self));

  gram_participants_view_show (self, "");
}

static void
set_changed_cb (GramParticipantsView *self)
{
  const char *name;

  g_assert (GRAM_IS_PARTICIPANTS_VIEW (self));

  name = adw_toggle_group_get_active_name (self->set_group);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (g_strcmp0 (name, sets[i].name) == 0)
      gram_participants_table_set_set (self->table, sets[i].set);
}

static void
open_cb (GramParticipantsView *self, gint64 account_id)
{
  g_assert (GRAM_IS_PARTICIPANTS_VIEW (self));

  g_signal_emit (self, signals[OPEN], 0, account_id);
}

/* Before the window is over, everybody has one. */
static gboolean
is_chip (guint i, const GramYearRow *year)
{
  return filters[i].shows != has_shortfall || year->state >= GRAM_CCTS_YEAR_WINDOW_CLOSED;
}

static void
count (GramParticipantsView *self, const GramYearRow *year)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      gint64 n = 0;

      for (guint k = 0; k < self->rows->len; k++)
        if (is_chip (i, year) && filters[i].shows (self->rows->pdata[k]))
          n++;
      gram_chips_set_count (self->chips, GROUP, 1u << i, n);
    }
  gram_chips_set_count (self->chips, 0, 0, self->rows->len);
}

static void
gram_participants_view_dispose (GObject *object)
{
  GramParticipantsView *self = GRAM_PARTICIPANTS_VIEW (object);

  /* The table asks nobody any more. */
  if (self->table != NULL)
    gram_participants_table_set_filter (self->table, NULL, NULL);
  self->table = NULL;

  G_OBJECT_CLASS (gram_participants_view_parent_class)->dispose (object);
}

static void
gram_participants_view_finalize (GObject *object)
{
  GramParticipantsView *self = GRAM_PARTICIPANTS_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->search);

  G_OBJECT_CLASS (gram_participants_view_parent_class)->finalize (object);
}

static void
gram_participants_view_class_init (GramParticipantsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_participants_view_dispose;
  object_class->finalize = gram_participants_view_finalize;

  signals[OPEN] = g_signal_new ("open", GRAM_TYPE_PARTICIPANTS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (GRAM_TYPE_CHIPS);
  g_type_ensure (GRAM_TYPE_PARTICIPANTS_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-participants-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramParticipantsView, filter_box);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantsView, set_group);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantsView, all_toggle);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantsView, chips);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantsView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantsView, table);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
gram_participants_view_init (GramParticipantsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_chips_add (self->chips, 0, 0, _ ("All"), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    gram_chips_add (self->chips, GROUP, 1u << i, _ (filters[i].title), FALSE);
  /* The actions of the table are for the menu beside it, too. */
  gram_participants_table_install (self->table, GTK_WIDGET (self));
  gram_participants_table_set_filter (self->table, shows, self);
  /* Who types in the table searches. */
  gtk_search_entry_set_key_capture_widget (self->search_entry,
                                           gram_participants_table_get_view (self->table));
  show_state (self);
}

void
gram_participants_view_set (GramParticipantsView *self, const GramYearDetail *detail)
{
  g_return_if_fail (GRAM_IS_PARTICIPANTS_VIEW (self));
  g_return_if_fail (detail != NULL);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_ref (detail->participants);
  gram_participants_table_set_rows (self->table, self->rows);
  count (self, detail->row);
  /* What matters now; after that, what the person wants to see. */
  if (!self->chosen)
    adw_toggle_group_set_active_name (self->set_group,
                                      detail->row->state >= GRAM_CCTS_YEAR_WINDOW_OPEN
                                          ? "settlement"
                                          : "allocation");
  self->chosen = TRUE;
  show_state (self);
}

void
gram_participants_view_show (GramParticipantsView *self, const char *filter)
{
  guint chosen[GRAM_CHIPS_N_GROUPS] = { 0 };

  g_return_if_fail (GRAM_IS_PARTICIPANTS_VIEW (self));
  g_return_if_fail (filter != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_str_equal (filters[i].word, filter))
      chosen[GROUP] = 1u << i;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gram_chips_set (self->chips, chosen);
  filter_changed_cb (self);
}

void
gram_participants_view_set_narrow (GramParticipantsView *self, gboolean narrow)
{
  g_return_if_fail (GRAM_IS_PARTICIPANTS_VIEW (self));

  gram_participants_table_set_narrow (self->table, narrow);
  gram_chips_set_narrow (self->chips, narrow);
  adw_toggle_set_enabled (self->all_toggle, !narrow);
  if (narrow && g_strcmp0 (adw_toggle_group_get_active_name (self->set_group), "all") == 0)
    adw_toggle_group_set_active_name (self->set_group, "settlement");
}

void
gram_participants_view_find (GramParticipantsView *self)
{
  g_return_if_fail (GRAM_IS_PARTICIPANTS_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
