/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-view.h"

#include "gram-case-parts.h"
#include "gram-case-texts.h"
#include "gram-case-view-private.h"
#include "gram-failure.h"
#include "gram-questions-cases.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramCaseView, gram_case_view, ADW_TYPE_NAVIGATION_PAGE)

static void
update_title (GramCaseView *self)
{
  const GramCaseRecord *record = self->detail->row->record;
  g_autofree char *number = gram_case_dup_number (self->detail->row->id);
  g_autofree char *title = NULL;

  /* Translators: kind and number of a case, for example “Dispute #17” */
  title = g_strdup_printf (C_ ("case", "%s %s"), gram_case_kind_title (record->kind), number);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, record->label);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

static void
scroll_to_top (GtkScrolledWindow *scroller)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 0);
}

static void
show_detail (GramCaseView *self, GramCaseDetail *detail)
{
  gboolean other = self->detail == NULL || self->detail->row->id != detail->row->id;
  gboolean afresh = other || self->detail->row->record->version != detail->row->record->version;

  g_clear_pointer (&self->detail, gram_case_detail_free);
  self->detail = detail;
  update_title (self);
  if (afresh)
    _gram_case_view_build_facts (self, other);
  gram_evidence_show_case (self->evidence, self->session, detail);
  gram_snippet_button_set_kind (self->snippet_button, detail->row->record->kind);
  gram_thread_show_case (self->thread, self->session, detail);
  gtk_stack_set_visible_child_name (self->stack, "case");
  _gram_case_view_actions_update (self);
  if (other)
    {
      scroll_to_top (self->wide_scroller);
      scroll_to_top (self->narrow_scroller);
    }
  if (afresh)
    _gram_case_view_ask_beside (self);
  if (self->focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gram_case_view_focus (self);
  self->focus = FALSE;
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseView) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramCaseDetail) detail
      = gram_session_case_finish (GRAM_SESSION (object), result, &refusal, &error);
  g_autofree char *sentence = NULL;

  /* Asked for in the meantime, or taken down: another answer is on its way. */
  if (gram_failure_is_cancelled (error) || self->stack == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  if (detail != NULL)
    {
      show_detail (self, g_steal_pointer (&detail));
      return;
    }
  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  g_clear_pointer (&self->detail, gram_case_detail_free);
  _gram_case_view_actions_update (self);
}

static void
ask (GramCaseView *self)
{
  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_case_async (self->session, self->case_id, self->asking, detail_cb,
                           g_object_ref (self));
}

static void
retry_cb (GramCaseView *self)
{
  g_assert (GRAM_IS_CASE_VIEW (self));

  gtk_stack_set_visible_child_name (self->stack, "loading");
  ask (self);
}

static void
sent_cb (GramCaseView *self)
{
  g_assert (GRAM_IS_CASE_VIEW (self));

  gram_case_view_refresh (self);
}

static void
snippet_cb (GramCaseView *self, const char *text)
{
  g_assert (GRAM_IS_CASE_VIEW (self));

  gram_thread_set_draft (self->thread, text);
}

static void
set_narrow (GramCaseView *self, gboolean narrow)
{
  self->narrow = narrow;
  adw_multi_layout_view_set_layout_name (self->layouts, narrow ? "narrow" : "wide");
  /* The menu has it, too. */
  gtk_widget_set_visible (self->previous_button, !narrow);
  _gram_case_view_actions_update (self);
}

static void
narrow_cb (GramCaseView *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (GramCaseView *self)
{
  set_narrow (self, FALSE);
}

static void
gram_case_view_dispose (GObject *object)
{
  GramCaseView *self = (GramCaseView *)object;

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  if (self->beside != NULL)
    g_cancellable_cancel (self->beside);
  g_clear_object (&self->asking);
  g_clear_object (&self->beside);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_case_view_parent_class)->dispose (object);
}

static void
gram_case_view_finalize (GObject *object)
{
  GramCaseView *self = GRAM_CASE_VIEW (object);

  g_clear_pointer (&self->detail, gram_case_detail_free);
  g_clear_pointer (&self->account, gram_account_detail_free);
  g_clear_pointer (&self->trade, gram_trade_sheet_free);
  g_clear_pointer (&self->borrowing, gram_borrowing_row_free);

  G_OBJECT_CLASS (gram_case_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, banner);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, next_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, previous_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, layouts);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, wide_scroller);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, narrow_scroller);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, facts_box);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, thread_header);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, thread);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, action_bar);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, claim_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, release_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, ask_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, decline_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, uphold_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, take_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseView, keep_button);
}

static void
gram_case_view_class_init (GramCaseViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_case_view_dispose;
  object_class->finalize = gram_case_view_finalize;

  g_signal_new ("step", GRAM_TYPE_CASE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_INT);
  g_signal_new ("decided", GRAM_TYPE_CASE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
  g_signal_new ("open-case", GRAM_TYPE_CASE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  g_type_ensure (GRAM_TYPE_THREAD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/cases/gram-case-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, sent_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  _gram_case_view_actions_class_init (widget_class);
}

static void
gram_case_view_init (GramCaseView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  _gram_case_view_actions_update (self);
}

GramCaseView *
gram_case_view_new (GramSession *session)
{
  GramCaseView *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_CASE_VIEW, NULL);
  self->session = g_object_ref (session);
  g_object_set (self->banner, "session", session, NULL);
  self->snippet_button = GRAM_SNIPPET_BUTTON (gram_snippet_button_new (session, 0));
  g_signal_connect_object (self->snippet_button, "chosen", G_CALLBACK (snippet_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->thread_header, GTK_WIDGET (self->snippet_button));

  return self;
}

void
gram_case_view_show (GramCaseView *self, gint64 case_id)
{
  g_return_if_fail (GRAM_IS_CASE_VIEW (self));
  g_return_if_fail (case_id != 0);

  if (self->case_id != case_id && self->detail == NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  self->case_id = case_id;
  self->focus = TRUE;
  _gram_case_view_actions_update (self);
  ask (self);
}

void
gram_case_view_refresh (GramCaseView *self)
{
  g_return_if_fail (GRAM_IS_CASE_VIEW (self));

  if (self->case_id != 0)
    ask (self);
}

gint64
gram_case_view_get_case (GramCaseView *self)
{
  g_return_val_if_fail (GRAM_IS_CASE_VIEW (self), 0);

  return self->case_id;
}

gint64
gram_case_view_get_loaded (GramCaseView *self)
{
  g_return_val_if_fail (GRAM_IS_CASE_VIEW (self), 0);

  return self->detail != NULL ? self->detail->row->id : 0;
}

void
gram_case_view_set_neighbours (GramCaseView *self, gboolean previous, gboolean next)
{
  g_return_if_fail (GRAM_IS_CASE_VIEW (self));

  self->has_previous = previous;
  self->has_next = next;
  _gram_case_view_actions_update (self);
}
