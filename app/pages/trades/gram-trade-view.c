/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-view.h"

#include "gram-case-claims.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions-trades.h"
#include "gram-trade-acts.h"
#include "gram-trade-dialog.h"
#include "gram-trade-parts.h"
#include "gram-trade-texts.h"

#include <glib/gi18n-lib.h>

struct _GramTradeView
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesPage *page;
  AdwActionRow *state_row;
  GtkImage *state_image;
  GtkWidget *action_bar;
  GtkWidget *more_button;
  GtkWidget *record_button;
  GtkWidget *withdraw_button;
  GtkWidget *amend_button;
  GtkWidget *refuse_button;
  GtkWidget *register_button;

  /* Owned References */
  GramSession *session;
  GramTradeDetail *detail;
  GCancellable *asking;
  GPtrArray *groups; /* borrowed: what was added to the page */

  gint64 notification_id;
};

G_DEFINE_FINAL_TYPE (GramTradeView, gram_trade_view, ADW_TYPE_DIALOG)

/* How a state looks. */
static const struct
{
  GramTradeState state;
  const char *icon_name;
  const char *style; /* NULL plain */
} looks[] = {
  { GRAM_TRADE_WAITING, "alarm-symbolic", NULL },
  { GRAM_TRADE_DIFFERING, "dialog-warning-symbolic", "warning" },
  { GRAM_TRADE_MATCHED, "object-select-symbolic", "accent" },
  { GRAM_TRADE_REGISTERED, "object-select-symbolic", "success" },
  { GRAM_TRADE_REFUSED, "window-close-symbolic", "error" },
  { GRAM_TRADE_WITHDRAWN, "edit-undo-symbolic", "dimmed" },
  { GRAM_TRADE_VOID, "window-close-symbolic", "dimmed" },
};

static void
show_look (GramTradeView *self, GramTradeState state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      const char *styles[] = { looks[i].style, NULL };

      if (looks[i].state != state)
        continue;
      gtk_image_set_from_icon_name (self->state_image, looks[i].icon_name);
      gtk_widget_set_css_classes (GTK_WIDGET (self->state_image), styles);
    }
}

static void
add (GramTradeView *self, GtkWidget *group)
{
  if (group == NULL)
    return;

  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

/* What the notification holds back of the account, for the party that gives allowances away. */
static GtkWidget *
reserve_group_new (const GramTradeDetail *detail)
{
  const GramTradeNotificationRecord *record = detail->row->record;
  GtkWidget *group;
  g_autofree char *reserved = NULL;
  g_autofree char *available = NULL;

  if (record->side != GRAM_TRADE_TRANSFEROR || (record->state & GRAM_TRADE_LIVE) == 0)
    return NULL;

  group = adw_preferences_group_new ();
  reserved = gram_format_count (detail->reserved);
  available = gram_format_count (detail->available);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Allowances of the Account"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             gram_property_row_new (_ ("Reserved for Trades"), reserved));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             gram_property_row_new (_ ("Available"), available));

  return group;
}

static const GramTradeNotificationRecord *
record_of_side (const GramTradeDetail *detail, GramTradeSide side)
{
  return detail->row->record->side == side ? detail->row->record : detail->other_record;
}

static void
show_groups (GramTradeView *self)
{
  const GramTradeDetail *detail = self->detail;

  while (self->groups->len > 0)
    adw_preferences_page_remove (self->page,
                                 g_ptr_array_steal_index (self->groups, self->groups->len - 1));
  if (detail->other_record != NULL)
    add (self, gram_trade_compare_new (record_of_side (detail, GRAM_TRADE_TRANSFEROR),
                                       record_of_side (detail, GRAM_TRADE_TRANSFEREE)));
  else
    {
      if (detail->differing != 0)
        add (self, gram_trade_differences_group_new (detail->row->record, detail->differing));
      add (self, gram_trade_facts_group_new (detail->row->record, detail->is_party));
    }
  add (self, reserve_group_new (detail));
  add (self, gram_trade_changes_group_new (detail->changes));
}

static void
show_state (GramTradeView *self)
{
  const GramTradeRow *row = self->detail->row;
  g_autofree char *number = gram_trade_dup_number (row->id);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *sentence = gram_trade_dup_sentence (self->detail);

  /* Each party has its own notification, with a number of its own: a trade has none that both know. */
  title = self->detail->administrators_side
              /* Translators: %s is a number, for example “Trade #12” */
              ? g_strdup_printf (_ ("Trade %s"), number)
              /* Translators: %s is a number, for example “Notification #12” */
              : g_strdup_printf (_ ("Notification %s"), number);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, self->detail->administrators_side
                                                         ? row->record->holder
                                                         : row->other_name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row),
                                 gram_trade_state_title ((GramTradeState)row->record->state));
  adw_action_row_set_subtitle (self->state_row, sentence);
  show_look (self, (GramTradeState)row->record->state);
}

static gboolean
is_live (GramTradeView *self)
{
  return self->detail != NULL && (self->detail->row->record->state & GRAM_TRADE_LIVE) != 0;
}

/* What can be done at all has a button; what is not allowed now says why. */
static void
update_button (GramTradeView *self,
               GtkWidget *button,
               const char *action,
               const char *command,
               gboolean visible)
{
  GramPermit permit = { FALSE, NULL };

  if (self->detail != NULL)
    permit = gram_session_get_trade_permit (self->session, self->detail, command);
  gtk_widget_set_visible (button, visible);
  gtk_widget_set_tooltip_text (button, permit.allowed ? NULL : permit.reason);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, visible && permit.allowed);
}

static void
update_actions (GramTradeView *self)
{
  gboolean live = is_live (self);
  gboolean party = live && self->detail->is_party;
  gboolean own = gram_session_get_kind (self->session) == GRAM_REGISTRY_OWN;
  gboolean decides = live && self->detail->administrators_side && !own
                     && self->detail->row->record->state == GRAM_TRADE_MATCHED;

  update_button (self, self->amend_button, "trade.amend", "trade.amend", party);
  update_button (self, self->withdraw_button, "trade.withdraw", "trade.withdraw", party);
  gtk_widget_set_visible (self->more_button, party);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "trade.save",
      party && gram_session_get_trade_permit (self->session, self->detail, "trade.amend").allowed);
  if (live && self->detail->row->record->state == GRAM_TRADE_DIFFERING)
    gtk_widget_add_css_class (self->amend_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->amend_button, "suggested-action");
  update_button (self, self->register_button, "trade.register", "trade.register", decides);
  update_button (self, self->refuse_button, "trade.refuse", "trade.refuse", decides);
  gtk_widget_set_visible (self->record_button, live && own);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "trade.record-registered",
      live && own
          && gram_session_get_trade_permit (self->session, self->detail, "trade.register").allowed);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "trade.record-refused",
      live && own
          && gram_session_get_trade_permit (self->session, self->detail, "trade.refuse").allowed);
  gtk_widget_set_visible (self->action_bar, party || decides || (live && own));
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramTradeView) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTradeDetail) detail
      = gram_session_trade_finish (GRAM_SESSION (object), result, &refusal, &error);
  g_autofree char *sentence = NULL;

  /* Asked for in the meantime, or closed: another answer is on its way. */
  if (g_task_get_cancellable (G_TASK (result)) != self->asking || gram_failure_is_cancelled (error))
    return;
  if (detail != NULL)
    {
      g_clear_pointer (&self->detail, gram_trade_detail_free);
      self->detail = g_steal_pointer (&detail);
      show_state (self);
      show_groups (self);
      update_actions (self);
      gtk_stack_set_visible_child_name (self->stack, "trade");
      return;
    }

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* Also when the registry says that it changed. */
static void
ask (GramTradeView *self)
{
  g_assert (GRAM_IS_TRADE_VIEW (self));

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gram_session_trade_async (self->session, self->notification_id, self->asking, detail_cb,
                            g_object_ref (self));
}

static void
amend_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradeView *self = GRAM_TRADE_VIEW (widget);

  if (self->detail != NULL)
    adw_dialog_present (gram_trade_dialog_new_amend (self->session, self->detail->row->record),
                        widget);
}

static void
withdraw_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradeView *self = GRAM_TRADE_VIEW (widget);

  if (self->detail != NULL)
    gram_trade_withdraw (widget, self->session, self->detail->row->record);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradeView *self = GRAM_TRADE_VIEW (widget);

  if (self->detail != NULL)
    gram_trade_save (widget, self->session, self->detail->row->record);
}

static void
decide_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradeView *self = GRAM_TRADE_VIEW (widget);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  if (self->detail == NULL || self->detail->row->record->trade_id == 0)
    return;

  g_ptr_array_add (records, self->detail->row->record);
  gram_trades_decide (widget, self->session, records, g_str_equal (action_name, "trade.register"),
                      NULL);
}

static void
record_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradeView *self = GRAM_TRADE_VIEW (widget);

  if (self->detail != NULL)
    gram_trade_record (widget, self->session, self->detail->row->record,
                       g_str_equal (action_name, "trade.record-registered"), NULL);
}

static void
gram_trade_view_dispose (GObject *object)
{
  GramTradeView *self = GRAM_TRADE_VIEW (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_TRADE_VIEW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_trade_view_parent_class)->dispose (object);
}

static void
gram_trade_view_finalize (GObject *object)
{
  GramTradeView *self = GRAM_TRADE_VIEW (object);

  g_clear_pointer (&self->detail, gram_trade_detail_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_trade_view_parent_class)->finalize (object);
}

static void
gram_trade_view_class_init (GramTradeViewClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "trade.amend", amend_action },
    { "trade.withdraw", withdraw_action },
    { "trade.save", save_action },
    { "trade.register", decide_action },
    { "trade.refuse", decide_action },
    { "trade.record-registered", record_action },
    { "trade.record-refused", record_action },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_trade_view_dispose;
  object_class->finalize = gram_trade_view_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/trades/gram-trade-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, page);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, state_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, state_image);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, action_bar);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, more_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, record_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, amend_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, refuse_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradeView, register_button);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
gram_trade_view_init (GramTradeView *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_trade_view_new (GramSession *session, gint64 notification_id)
{
  GramTradeView *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (notification_id != 0, NULL);

  self = g_object_new (GRAM_TYPE_TRADE_VIEW, NULL);
  self->session = g_object_ref (session);
  self->notification_id = notification_id;
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  update_actions (self);
  ask (self);

  return ADW_DIALOG (self);
}
