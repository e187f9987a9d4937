/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-pool-page.h"

#include "gram-ccts-words.h"
#include "gram-pool-forms.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-pool-what-if-dialog.h"
#include "gram-questions-pools.h"
#include "gram-registry-banner.h"
#include "gram-rows.h"
#include "gram-year-forms.h"
#include "gram-year-texts.h"

#include <glib/gi18n-lib.h>

#define COMMAND "gram-command"
#define NUMBER "gram-number"

struct _GramPoolPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GramRegistryBanner *banner;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesGroup *state_group;
  AdwPreferencesGroup *verbs_group;
  AdwPreferencesGroup *sum_group;
  AdwPreferencesGroup *members_group;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GramPoolDetail *detail;
  GPtrArray *rows;

  gint64 pool_id;
  int year;
};

G_DEFINE_FINAL_TYPE (GramPoolPage, gram_pool_page, ADW_TYPE_NAVIGATION_PAGE)

static void
add (GramPoolPage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_text (GramPoolPage *self, AdwPreferencesGroup *group, const char *title, const char *text)
{
  if (text != NULL && *text != '\0')
    add (self, group, gram_property_row_new (title, text));
}

/* Who and when. */
static char *
dup_by (const char *name, gint64 at)
{
  g_autofree char *day = gram_format_day_of_instant (at);

  if (at == 0)
    return NULL;

  /* Translators: a day and a person */
  return name != NULL ? g_strdup_printf (_ ("%s by %s"), day, name) : g_strdup (day);
}

static void
case_cb (GtkWidget *row, GramPoolPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-case", "x", gram_row_get_id (row));
}

static void
add_case (GramPoolPage *self, gint64 case_id)
{
  GtkWidget *row;

  if (case_id == 0)
    return;

  row = gram_row_new (_ ("Case"), _ ("Messages, notes and the decision"));
  gram_row_set_id (row, case_id);
  gram_row_lead (row, "go-next-symbolic", G_CALLBACK (case_cb), self);
  add (self, self->state_group, row);
}

static void
fill_state (GramPoolPage *self)
{
  const GramPoolRow *pool = self->detail->pool;
  AdwPreferencesGroup *group = self->state_group;
  int state = GRAM_POOL_GATHERING;
  g_autofree char *number = gram_format_account_number (pool->number);
  g_autofree char *account = g_strdup_printf ("%s · %s", pool->holder, number);
  g_autofree char *contact = g_strdup_printf ("%s, %s", pool->contact_name, pool->contact_email);
  g_autofree char *years = pool->first_year == pool->last_year
                               ? g_strdup_printf ("%d", pool->first_year)
                               : g_strdup_printf ("%d–%d", pool->first_year, pool->last_year);
  g_autofree char *applied = dup_by (pool->applied_name, pool->applied_at);
  g_autofree char *decided = dup_by (pool->decided_name, pool->decided_at);

  gram_word_parse ("pool-state", pool->state, &state);
  add_text (self, group, _ ("State"), gram_pool_state_title ((GramPoolState)state));
  add_text (self, group, _ ("Scheme Years"), years);
  add_text (self, group, _ ("Account That Stands for the Pool"), account);
  add_text (self, group, _ ("Contact"), contact);
  add_text (self, group, _ ("Applied For"), applied);
  add_text (self, group, _ ("Decided"), decided);
  add_text (self, group, _ ("Reason"), pool->reason);
  add_text (self, group, _ ("Reference of the Document"), pool->reference);
  add_case (self, pool->case_id);
}

static void
verb_cb (GtkWidget *row, GramPoolPage *self)
{
  const char *command = g_object_get_data (G_OBJECT (row), COMMAND);
  AdwDialog *dialog = gram_pool_member_dialog_new (self->session, command, self->detail);

  if (dialog == NULL)
    dialog = gram_pool_verb_dialog_new (self->session, command, self->detail);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_verb (GramPoolPage *self, const char *command, const char *title, const GramRefusal *refusal)
{
  GtkWidget *row = gram_row_new (title, refusal != NULL ? refusal->message : NULL);

  gtk_widget_set_tooltip_text (row, refusal != NULL ? refusal->message : NULL);
  gtk_widget_set_sensitive (row, refusal == NULL);
  g_object_set_data (G_OBJECT (row), COMMAND, (gpointer)command);
  gram_row_lead (row, "go-next-symbolic", G_CALLBACK (verb_cb), self);
  add (self, self->verbs_group, row);
}

static void
fill_sum (GramPoolPage *self)
{
  const GramPoolDetail *detail = self->detail;
  g_autofree char *cars = gram_format_count (detail->sum.cars);
  g_autofree char *threshold = gram_format_count (detail->threshold);
  g_autofree char *activity = gram_format_decimal (detail->sum.activity, 3, 0);
  g_autofree char *baseline
      = detail->sum.baseline >= 0 ? gram_format_decimal (detail->sum.baseline, 6, 0) : NULL;
  g_autofree char *allocation
      = detail->sum.allocation >= 0 ? gram_format_count (detail->sum.allocation) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  /* Translators: %d is a year */
  title = g_strdup_printf (_ ("Together in %d"), detail->year);
  /* Translators: %s is a number of cars */
  text = g_strdup_printf (
      detail->participant
          ? _ ("A participant: together they are above %s cars (CCTS art. 32(2)).")
          : _ ("No participant: together they are not above %s cars (CCTS art. 32(2))."),
      threshold);
  adw_preferences_group_set_title (self->sum_group, title);
  adw_preferences_group_set_description (self->sum_group, text);
  add_text (self, self->sum_group, _ ("Cars (N)"), cars);
  add_text (self, self->sum_group, _ ("Activity"), activity);
  add_text (self, self->sum_group, _ ("Baseline (B)"),
            baseline != NULL ? baseline : _ ("Not entered for the pool"));
  add_text (self, self->sum_group, _ ("Allowances by Cars × Baseline"), allocation);
}

static void
member_cb (GtkWidget *row, GramPoolPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-year-vehicles", "(si)",
                              (const char *)g_object_get_data (G_OBJECT (row), NUMBER),
                              self->detail->year);
}

static void
add_member (GramPoolPage *self, const GramPoolMemberRow *member)
{
  g_autofree char *number = gram_format_account_number (member->number);
  g_autofree char *cars = gram_format_count (member->figures.cars);
  g_autofree char *activity = gram_format_decimal (member->figures.activity, 3, 0);
  g_autoptr (GString) subtitle = g_string_new (number);
  GtkWidget *row;

  if (member->nominated)
    g_string_append_printf (subtitle, " · %s", _ ("stands for the pool"));
  if (!member->agreed)
    g_string_append_printf (subtitle, " · %s", _ ("has not agreed yet"));
  if (member->told)
    {
      g_string_append_c (subtitle, '\n');
      /* Translators: cars of a member of a pool, and its activity */
      g_string_append_printf (subtitle, _ ("%s cars, activity %s"), cars, activity);
    }
  row = gram_row_new (*member->holder != '\0' ? member->holder : number, subtitle->str);
  if (member->account_id != 0)
    {
      g_object_set_data_full (G_OBJECT (row), NUMBER, g_strdup (member->number), g_free);
      gtk_widget_set_tooltip_text (row, _ ("Show the Vehicles"));
      gram_row_lead (row, "go-next-symbolic", G_CALLBACK (member_cb), self);
    }
  add (self, self->members_group, row);
}

static void
fill (GramPoolPage *self)
{
  const GramPoolDetail *detail = self->detail;
  g_autofree char *year = gram_year_dup_title (detail->year);

  gram_rows_clear (self->rows);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), detail->pool->name);
  adw_window_title_set_title (self->window_title, detail->pool->name);
  adw_window_title_set_subtitle (self->window_title, year);
  fill_state (self);
  add_verb (self, "pool.agree", _ ("Agree…"), detail->agree);
  add_verb (self, "pool.withdraw", _ ("Withdraw the Application…"), detail->withdraw);
  add_verb (self, "pool.grant", _ ("Grant…"), detail->grant);
  add_verb (self, "pool.decline", _ ("Decline…"), detail->decline);
  add_verb (self, "pool.update", _ ("Update…"), detail->update);
  add_verb (self, "pool.end", _ ("End the Pool…"), detail->end);
  fill_sum (self);
  for (guint i = 0; i < detail->members->len; i++)
    add_member (self, detail->members->pdata[i]);
  gtk_stack_set_visible_child_name (self->stack, "pool");
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPoolPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GramPoolDetail) detail
      = gram_session_pool_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  if (detail != NULL)
    {
      g_clear_pointer (&self->detail, gram_pool_detail_free);
      self->detail = g_steal_pointer (&detail);
      fill (self);
      return;
    }
  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
what_if_cb (GramPoolPage *self)
{
  g_assert (GRAM_IS_POOL_PAGE (self));

  if (self->detail != NULL)
    adw_dialog_present (gram_pool_what_if_dialog_new (self->session, self->detail),
                        GTK_WIDGET (self));
}

static void
gram_pool_page_dispose (GObject *object)
{
  GramPoolPage *self = GRAM_POOL_PAGE (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_pool_page_parent_class)->dispose (object);
}

static void
gram_pool_page_finalize (GObject *object)
{
  GramPoolPage *self = GRAM_POOL_PAGE (object);

  g_clear_pointer (&self->detail, gram_pool_detail_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_pool_page_parent_class)->finalize (object);
}

static void
gram_pool_page_class_init (GramPoolPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_pool_page_dispose;
  object_class->finalize = gram_pool_page_finalize;

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-pool-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPoolPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramPoolPage, banner);
  gtk_widget_class_bind_template_child (widget_class, GramPoolPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramPoolPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramPoolPage, state_group);
  gtk_widget_class_bind_template_child (widget_class, GramPoolPage, verbs_group);
  gtk_widget_class_bind_template_child (widget_class, GramPoolPage, sum_group);
  gtk_widget_class_bind_template_child (widget_class, GramPoolPage, members_group);
  gtk_widget_class_bind_template_callback (widget_class, gram_pool_page_refresh);
  gtk_widget_class_bind_template_callback (widget_class, what_if_cb);
}

static void
gram_pool_page_init (GramPoolPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GramPoolPage *
gram_pool_page_new (GramSession *session)
{
  GramPoolPage *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_POOL_PAGE, NULL);
  self->session = g_object_ref (session);
  gram_registry_banner_set_session (self->banner, session);

  return self;
}

void
gram_pool_page_show (GramPoolPage *self, gint64 pool_id, int year)
{
  g_return_if_fail (GRAM_IS_POOL_PAGE (self));
  g_return_if_fail (pool_id > 0);

  if (self->pool_id != pool_id)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  self->pool_id = pool_id;
  self->year = year;
  gram_pool_page_refresh (self);
}

void
gram_pool_page_refresh (GramPoolPage *self)
{
  g_return_if_fail (GRAM_IS_POOL_PAGE (self));

  if (self->pool_id == 0)
    return;

  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_pool_async (self->session, self->pool_id, self->year, self->asking, detail_cb,
                           g_object_ref (self));
}

void
gram_pool_page_present (GtkWidget *parent, GramSession *session, gint64 pool_id)
{
  GramPoolPage *page = gram_pool_page_new (session);
  GtkWidget *view = adw_navigation_view_new ();
  AdwDialog *dialog = adw_dialog_new ();

  g_return_if_fail (GTK_IS_WIDGET (parent));

  /* The window below says already what kind of registry it is. */
  gtk_widget_set_visible (GTK_WIDGET (page->banner), FALSE);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 720);
  g_object_bind_property (page, "title", dialog, "title", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (session, "changed", G_CALLBACK (gram_pool_page_refresh), page,
                           G_CONNECT_SWAPPED);
  gram_pool_page_show (page, pool_id, 0);
  adw_dialog_present (dialog, parent);
}
