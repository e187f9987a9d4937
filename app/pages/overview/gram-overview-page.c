/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-page.h"

#include "gram-account-draft.h"
#include "gram-allowance-group.h"
#include "gram-auto-accept-group.h"
#include "gram-chart-table.h"
#include "gram-dashboard-view.h"
#include "gram-failure.h"
#include "gram-figure-tile.h"
#include "gram-overview-figures.h"
#include "gram-overview-lists.h"
#include "gram-overview-reading.h"
#include "gram-overview-stands.h"
#include "gram-permit-tip.h"
#include "gram-pressable.h"
#include "gram-questions.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

struct _GramOverviewPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkWidget *bring_in_button;
  GtkStack *stack;
  AdwStatusPage *empty_status;
  GtkWidget *set_up_button;
  AdwStatusPage *failed_status;
  AdwPreferencesGroup *draft_group;
  GramOverviewLists lists;
  GramAllowanceGroup *allowance_group;
  GramDashboardView *dashboard_view;
  GtkFlowBox *tiles_box;
  GramChart *chart;
  GtkWidget *chart_group;
  GtkWidget *stands_group;
  GramShareBar *stands_bar;
  AdwWrapBox *stands_legend;
  GramAutoAcceptGroup *auto_accept_group;

  /* Borrowed References */
  GramFigureTile *tiles[GRAM_OVERVIEW_N_FIGURES];

  /* Owned References */
  GListModel *columns;
};

G_DEFINE_FINAL_TYPE (GramOverviewPage, gram_overview_page, GRAM_TYPE_PAGE)

static GramSession *
session_of (GramOverviewPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

static void
fill_chart (GramOverviewPage *self, const GramOverview *overview)
{
  g_autofree char *summary = NULL;

  g_clear_object (&self->columns);
  self->columns = gram_overview_columns (overview, &summary);
  gram_chart_set_columns (self->chart, self->columns, summary);
  /* Without a single date there are no months to compare. */
  gtk_widget_set_visible (self->chart_group, gram_overview_has_dates (overview));
}

static GramFigureTile *
append_tile (GramOverviewPage *self)
{
  GtkWidget *tile = gram_figure_tile_new ();

  gtk_flow_box_append (self->tiles_box, tile);
  /* The tile takes the focus, not what GTK puts around it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);

  return GRAM_FIGURE_TILE (tile);
}

/* What an account of the Clean Car Standard stands on has a dashboard of its own. */
static void
fill_figures (GramOverviewPage *self, const GramOverviewReading *reading, GramAccountKind kind)
{
  gram_dashboard_view_show (self->dashboard_view, session_of (self), reading->dashboard);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles_box), reading->dashboard == NULL);
  if (reading->dashboard != NULL)
    return;

  for (guint i = 0; i < GRAM_OVERVIEW_N_FIGURES; i++)
    {
      g_autoptr (GramFigure) figure
          = gram_overview_figure (reading->overview, kind, (GramOverviewFigure)i);

      gram_figure_tile_set_figure (self->tiles[i], figure);
    }
}

static void
show_failed (GramOverviewPage *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence = refusal != NULL
                                  ? g_strdup (refusal->message)
                                  : (error != NULL ? gram_failure_sentence (error) : g_strdup (""));

  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
reading_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramOverviewPage) self = user_data;
  g_autoptr (GramOverviewReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  const GramOverview *overview;
  GramAccount *account;

  reading = gram_overview_reading_finish (GRAM_SESSION (object), result, &error);
  if (gram_failure_is_cancelled (error))
    return;

  account = gram_session_get_account (GRAM_SESSION (object));
  if (reading == NULL || reading->overview == NULL || account == NULL)
    {
      show_failed (self, reading != NULL ? reading->refusal : NULL, error);
      return;
    }

  overview = reading->overview;
  fill_figures (self, reading, gram_account_get_kind (account));
  fill_chart (self, overview);
  gram_overview_stands_fill (self->stands_group, self->stands_bar, self->stands_legend, overview);
  gram_auto_accept_group_refresh (self->auto_accept_group, GRAM_SESSION (object), reading->detail);
  gram_overview_lists_fill (&self->lists, GRAM_SESSION (object), g_steal_pointer (&reading));
  gtk_stack_set_visible_child_name (self->stack, "account");
}

/* Whether a set-up of an account was left unfinished. */
static gboolean
has_draft (GramOverviewPage *self)
{
  g_autoptr (GramAccountDraft) draft
      = gram_account_draft_new (NULL, gram_session_get_path (session_of (self)));

  return gram_account_draft_resume (draft);
}

static void
show_empty (GramOverviewPage *self, gboolean draft)
{
  GramPermit permit = gram_session_get_permit (session_of (self), "account.open");

  adw_status_page_set_title (self->empty_status,
                             draft ? _ ("Continue Setting Up?") : _ ("No Account Yet"));
  if (draft)
    adw_status_page_set_description (
        self->empty_status, _ ("You began to set up an account. What you entered was kept."));
  else if (permit.allowed)
    adw_status_page_set_description (
        self->empty_status,
        _ ("An account holds the vehicles of one importer or manufacturer. Setting one up takes "
           "less than five minutes and can be left and resumed."));
  else
    adw_status_page_set_description (
        self->empty_status,
        permit.reason != NULL
            ? permit.reason
            : _ ("Nobody has made you a member of an account in this registry yet."));
  gtk_button_set_label (GTK_BUTTON (self->set_up_button),
                        draft ? _ ("_Continue…") : _ ("_Set Up an Account…"));
  gtk_widget_set_visible (self->set_up_button, permit.allowed);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
gram_overview_page_refresh (GramPage *page)
{
  GramOverviewPage *self = GRAM_OVERVIEW_PAGE (page);
  GramAccount *account = gram_session_get_account (session_of (self));
  gboolean draft = has_draft (self);

  adw_window_title_set_subtitle (self->window_title,
                                 account != NULL ? gram_account_get_holder (account) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->draft_group), draft);
  if (account == NULL)
    {
      show_empty (self, draft);
      return;
    }

  gram_overview_reading_async (session_of (self), gram_page_get_cancellable (page), reading_cb,
                               g_object_ref (self));
  gram_allowance_group_refresh (self->allowance_group, session_of (self),
                                gram_page_get_cancellable (page));
}

static void
discard_draft_cb (GramOverviewPage *self)
{
  g_autoptr (GramAccountDraft) draft = NULL;

  g_assert (GRAM_IS_OVERVIEW_PAGE (self));

  draft = gram_account_draft_new (NULL, gram_session_get_path (session_of (self)));
  if (gram_account_draft_resume (draft))
    gram_account_draft_discard (draft);
  gtk_widget_set_visible (GTK_WIDGET (self->draft_group), FALSE);
}

static void
show_table_cb (GramOverviewPage *self)
{
  guint n_series;
  const GramChartSeries *series = gram_overview_series (&n_series);

  g_assert (GRAM_IS_OVERVIEW_PAGE (self));

  if (self->columns != NULL)
    adw_dialog_present (gram_chart_table_new (_ ("Cars by Month"), _ ("First Registration"),
                                              self->columns, series, n_series),
                        GTK_WIDGET (self));
}

static void
gram_overview_page_finalize (GObject *object)
{
  GramOverviewPage *self = (GramOverviewPage *)object;

  g_clear_object (&self->columns);
  gram_overview_lists_clear (&self->lists);

  G_OBJECT_CLASS (gram_overview_page_parent_class)->finalize (object);
}

static void
gram_overview_page_constructed (GObject *object)
{
  GramOverviewPage *self = GRAM_OVERVIEW_PAGE (object);
  GramSession *session;

  G_OBJECT_CLASS (gram_overview_page_parent_class)->constructed (object);

  session = gram_page_get_session (GRAM_PAGE (self));
  if (session != NULL)
    gram_permit_tip_install (self->bring_in_button, session, "vehicle.import");
}

static void
gram_overview_page_class_init (GramOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = gram_overview_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = gram_overview_page_finalize;
  GRAM_PAGE_CLASS (klass)->refresh = gram_overview_page_refresh;

  g_type_ensure (GRAM_TYPE_ALLOWANCE_GROUP);
  g_type_ensure (GRAM_TYPE_AUTO_ACCEPT_GROUP);
  g_type_ensure (GRAM_TYPE_CHART);
  g_type_ensure (GRAM_TYPE_DASHBOARD_VIEW);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  g_type_ensure (GRAM_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/overview/gram-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, bring_in_button);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, empty_status);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, set_up_button);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, draft_group);
  gtk_widget_class_bind_template_child_full (widget_class, "to_do_group", FALSE,
                                             G_STRUCT_OFFSET (GramOverviewPage,
                                                              lists.groups[GRAM_WORK_TO_DO]));
  gtk_widget_class_bind_template_child_full (widget_class, "in_progress_group", FALSE,
                                             G_STRUCT_OFFSET (GramOverviewPage,
                                                              lists.groups[GRAM_WORK_IN_PROGRESS]));
  gtk_widget_class_bind_template_child_full (widget_class, "awareness_group", FALSE,
                                             G_STRUCT_OFFSET (GramOverviewPage,
                                                              lists.groups[GRAM_WORK_AWARENESS]));
  gtk_widget_class_bind_template_child_full (widget_class, "deadlines_group", FALSE,
                                             G_STRUCT_OFFSET (GramOverviewPage, lists.deadlines));
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, allowance_group);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, dashboard_view);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, chart);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, chart_group);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, stands_group);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, stands_bar);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, stands_legend);
  gtk_widget_class_bind_template_child (widget_class, GramOverviewPage, auto_accept_group);
  gtk_widget_class_bind_template_callback (widget_class, discard_draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, gram_page_queue_refresh);
}

static void
gram_overview_page_init (GramOverviewPage *self)
{
  guint n_series;
  const GramChartSeries *series = gram_overview_series (&n_series);

  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));

  for (guint i = 0; i < GRAM_OVERVIEW_N_FIGURES; i++)
    self->tiles[i] = append_tile (self);
  gram_chart_set_series (self->chart, series, n_series);
}
