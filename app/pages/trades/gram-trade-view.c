/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-view.h"

#include "gram-formats.h"
#include "gram-questions-trades.h"
#include "gram-rows.h"
#include "gram-trade-acts.h"
#include "gram-trade-dialog.h"
#include "gram-trade-parts.h"
#include "gram-trade-texts.h"

#include <glib/gi18n-lib.h>

struct _GramTradeView
{
  GramDetailDialog parent_instance;

  /* Template Widgets */
  GtkWidget *more_button;
  GtkWidget *record_button;
  GtkWidget *withdraw_button;
  GtkWidget *amend_button;
  GtkWidget *refuse_button;
  GtkWidget *register_button;
};

G_DEFINE_FINAL_TYPE (GramTradeView, gram_trade_view, GRAM_TYPE_DETAIL_DIALOG)

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
show_look (GramTradeState state, GtkImage *image)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      const char *styles[] = { looks[i].style, NULL };

      if (looks[i].state != state)
        continue;
      gtk_image_set_from_icon_name (image, looks[i].icon_name);
      gtk_widget_set_css_classes (GTK_WIDGET (image), styles);
    }
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
show_groups (GramDetailDialog *dialog, const GramTradeDetail *detail)
{
  if (detail->other_record != NULL)
    gram_detail_dialog_add (dialog,
                            gram_trade_compare_new (record_of_side (detail, GRAM_TRADE_TRANSFEROR),
                                                    record_of_side (detail,
                                                                    GRAM_TRADE_TRANSFEREE)));
  else
    {
      if (detail->differing != 0)
        gram_detail_dialog_add (dialog, gram_trade_differences_group_new (detail->row->record,
                                                                          detail->differing));
      gram_detail_dialog_add (dialog,
                              gram_trade_facts_group_new (detail->row->record, detail->is_party));
    }
  gram_detail_dialog_add (dialog, reserve_group_new (detail));
  gram_detail_dialog_add (dialog, gram_trade_changes_group_new (detail->changes));
}

static void
show_state (GramDetailDialog *dialog, const GramTradeDetail *detail)
{
  const GramTradeRow *row = detail->row;
  GramTradeState state = (GramTradeState)row->record->state;
  g_autofree char *number = gram_trade_dup_number (row->id);
  g_autofree char *sentence = gram_trade_dup_sentence (detail);
  g_autofree char *title = NULL;

  /* Each party has its own notification, with a number of its own: a trade has none that both know. */
  title = detail->administrators_side
              /* Translators: %s is a number, for example “Trade #12” */
              ? g_strdup_printf (_ ("Trade %s"), number)
              /* Translators: %s is a number, for example “Notification #12” */
              : g_strdup_printf (_ ("Notification %s"), number);
  gram_detail_dialog_set_titles (dialog, title,
                                 detail->administrators_side ? row->record->holder
                                                             : row->other_name);
  show_look (state,
             gram_detail_dialog_set_state (dialog, gram_trade_state_title (state), sentence));
}

static void
offer (GramDetailDialog *dialog, const GramTradeDetail *detail)
{
  GramTradeView *self = GRAM_TRADE_VIEW (dialog);
  guint state = detail->row->record->state;
  gboolean live = (state & GRAM_TRADE_LIVE) != 0;
  gboolean party = live && detail->is_party;
  gboolean own
      = live
        && gram_session_get_kind (gram_detail_dialog_get_session (dialog)) == GRAM_REGISTRY_OWN;
  gboolean decides = detail->administrators_side && !own && state == GRAM_TRADE_MATCHED;

  gram_detail_dialog_offer (dialog, self->amend_button, "trade.amend", party);
  gram_detail_dialog_offer (dialog, self->withdraw_button, "trade.withdraw", party);
  gtk_widget_set_visible (self->more_button, party);
  gram_detail_dialog_offer_action (dialog, "trade.save", "trade.amend", party);
  if (state == GRAM_TRADE_DIFFERING)
    gtk_widget_add_css_class (self->amend_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->amend_button, "suggested-action");
  gram_detail_dialog_offer (dialog, self->register_button, "trade.register", decides);
  gram_detail_dialog_offer (dialog, self->refuse_button, "trade.refuse", decides);
  gtk_widget_set_visible (self->record_button, own);
  gram_detail_dialog_offer_action (dialog, "trade.record-registered", "trade.register", own);
  gram_detail_dialog_offer_action (dialog, "trade.record-refused", "trade.refuse", own);
}

static void
gram_trade_view_show_detail (GramDetailDialog *dialog, gconstpointer data)
{
  const GramTradeDetail *detail = data;

  show_state (dialog, detail);
  show_groups (dialog, detail);
  offer (dialog, detail);
}

static GramTradeNotificationRecord *
record_of (GtkWidget *widget)
{
  const GramTradeDetail *detail = gram_detail_dialog_get_detail (GRAM_DETAIL_DIALOG (widget));

  return detail->row->record;
}

static GramSession *
session_of (GtkWidget *widget)
{
  return gram_detail_dialog_get_session (GRAM_DETAIL_DIALOG (widget));
}

static void
amend_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (gram_trade_dialog_new_amend (session_of (widget), record_of (widget)),
                      widget);
}

static void
withdraw_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_trade_withdraw (widget, session_of (widget), record_of (widget));
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_trade_save (widget, session_of (widget), record_of (widget));
}

static void
decide_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, record_of (widget));
  gram_trades_decide (widget, session_of (widget), records,
                      g_str_equal (action_name, "trade.register"), NULL);
}

static void
record_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_trade_record (widget, session_of (widget), record_of (widget),
                     g_str_equal (action_name, "trade.record-registered"), NULL);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GramDetailDialogClass *dialog_class = GRAM_DETAIL_DIALOG_CLASS (klass);

  dialog_class->failed_title = N_ ("Could Not Read the Trade");
  dialog_class->ask = gram_session_trade_async;
  dialog_class->answer = (GramDetailAnswer)gram_session_trade_finish;
  dialog_class->free_detail = (GDestroyNotify)gram_trade_detail_free;
  dialog_class->get_refusal = (GramDetailRefusal)gram_trade_detail_get_refusal;
  dialog_class->show_detail = gram_trade_view_show_detail;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/trades/gram-trade-view.ui");
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
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_trade_view_new (GramSession *session, gint64 notification_id)
{
  return gram_detail_dialog_new (GRAM_TYPE_TRADE_VIEW, session, notification_id);
}
