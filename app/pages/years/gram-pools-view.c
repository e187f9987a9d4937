/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-pools-view.h"

#include "gram-ccts-words.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions-pools.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

struct _GramPoolsView
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesGroup *undecided_group;
  AdwPreferencesGroup *granted_group;
  AdwPreferencesGroup *over_group;

  /* Owned References */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (GramPoolsView, gram_pools_view, ADW_TYPE_BIN)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activated_cb (GtkWidget *row, GramPoolsView *self)
{
  g_signal_emit (self, signals[OPEN], 0, gram_row_get_id (row));
}

static char *
dup_subtitle (const GramPoolRow *pool, GramPoolState state)
{
  g_autofree char *members = gram_format_count (pool->n_members);
  g_autofree char *agreed = gram_format_count (pool->n_agreed);
  g_autofree char *years = pool->first_year == pool->last_year
                               ? g_strdup_printf ("%d", pool->first_year)
                               : g_strdup_printf ("%d–%d", pool->first_year, pool->last_year);

  if (state == GRAM_POOL_GATHERING)
    /* Translators: years, how many members have agreed, how many there are */
    return g_strdup_printf (_ ("%s · %s of %s members have agreed"), years, agreed, members);

  /* Translators: state of a pool, years, how many members */
  return g_strdup_printf (ngettext ("%s · %s · %s member", "%s · %s · %s members",
                                    (gulong)pool->n_members),
                          gram_pool_state_title (state), years, members);
}

static AdwPreferencesGroup *
group_of (GramPoolsView *self, GramPoolState state)
{
  if (state & GRAM_POOL_UNDECIDED)
    return self->undecided_group;

  return state == GRAM_POOL_GRANTED ? self->granted_group : self->over_group;
}

static void
add_pool (GramPoolsView *self, const GramPoolRow *pool)
{
  g_autofree char *subtitle = NULL;
  GtkWidget *row;
  int state = GRAM_POOL_GATHERING;

  gram_word_parse ("pool-state", pool->state, &state);
  subtitle = dup_subtitle (pool, (GramPoolState)state);
  row = gram_row_new (pool->name, subtitle);
  gram_row_set_id (row, pool->id);
  gram_row_lead (row, "go-next-symbolic", G_CALLBACK (activated_cb), self);
  adw_preferences_group_add (group_of (self, (GramPoolState)state), row);
  g_ptr_array_add (self->rows, row);
}

static void
clear (GramPoolsView *self)
{
  AdwPreferencesGroup *groups[] = { self->undecided_group, self->granted_group, self->over_group };

  gram_rows_clear (self->rows);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_widget_set_visible (GTK_WIDGET (groups[i]), FALSE);
}

static void
pools_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPoolsView) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) pools
      = gram_session_pools_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error))
    return;
  if (pools == NULL)
    {
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  clear (self);
  for (guint i = 0; i < pools->len; i++)
    add_pool (self, pools->pdata[i]);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (gtk_widget_get_ancestor (self->rows->pdata[i],
                                                     ADW_TYPE_PREFERENCES_GROUP),
                            TRUE);
  gtk_stack_set_visible_child_name (self->stack, pools->len > 0 ? "pools" : "empty");
}

static void
gram_pools_view_finalize (GObject *object)
{
  g_clear_pointer (&GRAM_POOLS_VIEW (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_pools_view_parent_class)->finalize (object);
}

static void
gram_pools_view_class_init (GramPoolsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gram_pools_view_finalize;

  signals[OPEN] = g_signal_new ("open", GRAM_TYPE_POOLS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-pools-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPoolsView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramPoolsView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramPoolsView, undecided_group);
  gtk_widget_class_bind_template_child (widget_class, GramPoolsView, granted_group);
  gtk_widget_class_bind_template_child (widget_class, GramPoolsView, over_group);
}

static void
gram_pools_view_init (GramPoolsView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gram_pools_view_refresh (GramPoolsView *self,
                         GramSession *session,
                         int year,
                         GCancellable *cancellable)
{
  g_return_if_fail (GRAM_IS_POOLS_VIEW (self));
  g_return_if_fail (GRAM_IS_SESSION (session));

  gram_session_pools_async (session, 0, year, cancellable, pools_cb, g_object_ref (self));
}
