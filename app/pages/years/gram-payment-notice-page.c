/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notice-page.h"

#include "gram-document-row.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions-payment-notices.h"
#include "gram-registry-banner.h"
#include "gram-rows.h"
#include "gram-year-forms.h"

#include <glib/gi18n-lib.h>

#define COMMAND "gram-command"

struct _GramPaymentNoticePage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GramRegistryBanner *banner;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesGroup *state_group;
  AdwPreferencesGroup *verbs_group;
  AdwPreferencesGroup *payments_group;
  AdwPreferencesGroup *says_group;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GramPaymentNoticeDetail *detail;
  GPtrArray *rows;

  gint64 notice_id;
};

G_DEFINE_FINAL_TYPE (GramPaymentNoticePage, gram_payment_notice_page, ADW_TYPE_NAVIGATION_PAGE)

/* What can be done, in the order in which it happens. */
static const struct
{
  const char *command;
  const char *title;
} verbs[] = {
  { "payment-notice.record-payment", N_ ("Record a Payment…") },
  { "payment-notice.forward", N_ ("Pay into the Consolidated Fund…") },
  { "payment-notice.appeal", N_ ("Appeal…") },
  { "payment-notice.end-appeal", N_ ("End the Appeal…") },
  { "payment-notice.withdraw", N_ ("Withdraw the Notice…") },
};

static void
add (GramPaymentNoticePage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_text (GramPaymentNoticePage *self,
          AdwPreferencesGroup *group,
          const char *title,
          const char *text)
{
  if (text != NULL && *text != '\0')
    add (self, group, gram_property_row_new (title, text));
}

static void
add_money (GramPaymentNoticePage *self, AdwPreferencesGroup *group, const char *title, gint64 pence)
{
  g_autofree char *text = gram_format_money (pence, "GBP");

  add_text (self, group, title, text);
}

static void
add_day (GramPaymentNoticePage *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *day)
{
  g_autofree char *text = gram_format_date (day);

  if (day != NULL && *day != '\0')
    add_text (self, group, title, text);
}

/* The last day, and how far it is. */
static char *
dup_due (const GramPaymentNoticeRow *row)
{
  g_autofree char *day = gram_format_date (row->record->due_on);
  guint n = (guint)ABS (row->days_left);

  switch (row->state)
    {
    case GRAM_PAYMENT_NOTICE_ISSUED:
    case GRAM_PAYMENT_NOTICE_PART_PAID:
      /* Translators: a day, and how many days it is until then */
      return g_strdup_printf (ngettext ("%s, %u day left", "%s, %u days left", n), day, n);
    case GRAM_PAYMENT_NOTICE_OVERDUE:
      /* Translators: a day, and how many days ago it was */
      return g_strdup_printf (ngettext ("%s, %u day ago", "%s, %u days ago", n), day, n);
    case GRAM_PAYMENT_NOTICE_PAID:
    case GRAM_PAYMENT_NOTICE_APPEALED:
    case GRAM_PAYMENT_NOTICE_WITHDRAWN:
    default:
      return g_steal_pointer (&day);
    }
}

static void
fill_state (GramPaymentNoticePage *self)
{
  const GramPaymentNoticeDetail *detail = self->detail;
  const GramPaymentNoticeRecord *record = detail->row->record;
  AdwPreferencesGroup *group = self->state_group;
  g_autofree char *due = dup_due (detail->row);

  add_text (self, group, _ ("State"), gram_payment_notice_state_title (detail->row->state));
  add_money (self, group, _ ("Amount"), record->amount);
  add_text (self, group, _ ("Last Day to Pay"), due);
  if (record->paid > 0)
    add_money (self, group, _ ("Paid"), record->paid);
  if (detail->row->left > 0 && record->paid > 0)
    add_money (self, group, _ ("Still Owed"), detail->row->left);
  if (detail->row->forwarded > 0)
    add_money (self, group, _ ("Paid into the Consolidated Fund"), detail->row->forwarded);
  if (detail->in_favour > 0)
    add_money (self, group, _ ("In the Holder’s Favour"), detail->in_favour);
  add_day (self, group, _ ("Appealed On"), record->appealed_on);
  add_text (self, group, _ ("What the Appeal Says"), record->appeal_text);
  add_day (self, group, _ ("Appeal Ended On"), record->appeal_ended_on);
  add_day (self, group, _ ("Withdrawn On"), record->withdrawn_on);
  add_text (self, group, _ ("Why It Was Withdrawn"), record->withdrawn_reason);
}

static void
fill_says (GramPaymentNoticePage *self)
{
  const GramPaymentNoticeDetail *detail = self->detail;
  const GramPaymentNoticeRecord *record = detail->row->record;
  AdwPreferencesGroup *group = self->says_group;
  g_autofree char *activity = gram_format_decimal (detail->accounting->activity, 3, 0);
  g_autofree char *surrendered = gram_format_count (detail->accounting->surrendered);
  g_autofree char *shortfall = gram_format_decimal (detail->accounting->shortfall, 3, 0);

  add (self, group,
       gram_document_row_new (self->session, detail->document->id, detail->document->name,
                              detail->document->sha256, detail->document->made_at));
  add_text (self, group, _ ("Activity"), activity);
  add_text (self, group, _ ("Surrendered"), surrendered);
  add_text (self, group, _ ("Not Accounted For"), shortfall);
  add_day (self, group, _ ("Given On"), record->given_on);
  add_text (self, group, _ ("To Be Paid To"), record->payable_to);
  add_text (self, group, _ ("How to Pay"), record->how_to_pay);
  add_text (self, group, _ ("Rights of Appeal"), record->appeal_rights);
  add_text (self, group, _ ("Reference of the Document"), record->reference);
}

static void
verb_cb (GtkWidget *row, GramPaymentNoticePage *self)
{
  adw_dialog_present (gram_notice_verb_dialog_new (self->session,
                                                   g_object_get_data (G_OBJECT (row), COMMAND),
                                                   self->detail),
                      GTK_WIDGET (self));
}

static void
fill_verbs (GramPaymentNoticePage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const GramRefusal *refusal
          = gram_payment_notice_detail_get_refusal (self->detail, verbs[i].command);
      GtkWidget *row = gram_row_new (_ (verbs[i].title), refusal != NULL ? refusal->message : NULL);

      gtk_widget_set_tooltip_text (row, refusal != NULL ? refusal->message : NULL);
      gtk_widget_set_sensitive (row, refusal == NULL);
      g_object_set_data (G_OBJECT (row), COMMAND, (gpointer)verbs[i].command);
      gram_row_lead (row, "go-next-symbolic", G_CALLBACK (verb_cb), self);
      add (self, self->verbs_group, row);
    }
}

static void
reverse_cb (GtkWidget *button, GramPaymentNoticePage *self)
{
  guint position = (guint)gram_row_get_id (button);

  adw_dialog_present (gram_payment_reversal_dialog_new (self->session, self->detail,
                                                        self->detail->payments->pdata[position]),
                      GTK_WIDGET (self));
}

static GtkWidget *
reverse_button_new (GramPaymentNoticePage *self, guint position)
{
  const GramRefusal *refusal
      = gram_payment_notice_detail_get_refusal (self->detail, "payment-notice.reverse-payment");
  GtkWidget *button = gram_row_undo_button_new (_ ("Reverse the Entry"),
                                                refusal != NULL ? refusal->message : NULL);

  gram_row_set_id (button, position);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reverse_cb), self, G_CONNECT_DEFAULT);

  return button;
}

static void
add_payment (GramPaymentNoticePage *self, guint position)
{
  const GramNoticePaymentRecord *payment = self->detail->payments->pdata[position];
  GtkWidget *row;
  g_autofree char *amount = gram_format_money (payment->amount, "GBP");
  g_autofree char *day = gram_format_date (payment->paid_on);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  /* Translators: what a movement of money is, and the amount */
  title = g_strdup_printf (_ ("%s: %s"), gram_notice_payment_kind_title (payment->kind), amount);
  subtitle = payment->reversed_by != 0
                 ? g_strdup_printf (_ ("%s, %s, reversed"), day, payment->reference)
                 : g_strdup_printf (_ ("%s, %s"), day, payment->reference);
  row = gram_row_new (title, subtitle);
  if (payment->reversed_by == 0 && payment->kind != GRAM_NOTICE_REVERSAL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), reverse_button_new (self, position));
  add (self, self->payments_group, row);
}

static void
fill (GramPaymentNoticePage *self)
{
  const GramPaymentNoticeRecord *record = self->detail->row->record;
  g_autofree char *number = gram_format_account_number (record->account_number);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", record->holder, number);
  g_autofree char *title = NULL;

  /* Translators: %s is the number of a payment notice */
  title = g_strdup_printf (_ ("Payment Notice %s"), record->number);
  gram_rows_clear (self->rows);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  fill_state (self);
  fill_verbs (self);
  for (guint i = 0; i < self->detail->payments->len; i++)
    add_payment (self, i);
  adw_preferences_group_set_description (self->payments_group,
                                         self->detail->payments->len > 0
                                             ? NULL
                                             : _ ("Nothing has come in yet."));
  fill_says (self);
  gtk_stack_set_visible_child_name (self->stack, "notice");
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPaymentNoticePage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GramPaymentNoticeDetail) detail
      = gram_session_payment_notice_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  if (detail != NULL)
    {
      g_clear_pointer (&self->detail, gram_payment_notice_detail_free);
      self->detail = g_steal_pointer (&detail);
      fill (self);
      return;
    }
  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
gram_payment_notice_page_dispose (GObject *object)
{
  GramPaymentNoticePage *self = GRAM_PAYMENT_NOTICE_PAGE (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_payment_notice_page_parent_class)->dispose (object);
}

static void
gram_payment_notice_page_finalize (GObject *object)
{
  GramPaymentNoticePage *self = GRAM_PAYMENT_NOTICE_PAGE (object);

  g_clear_pointer (&self->detail, gram_payment_notice_detail_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_payment_notice_page_parent_class)->finalize (object);
}

static void
gram_payment_notice_page_class_init (GramPaymentNoticePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_payment_notice_page_dispose;
  object_class->finalize = gram_payment_notice_page_finalize;

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-payment-notice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPaymentNoticePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentNoticePage, banner);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentNoticePage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentNoticePage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentNoticePage, state_group);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentNoticePage, verbs_group);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentNoticePage, payments_group);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentNoticePage, says_group);
  gtk_widget_class_bind_template_callback (widget_class, gram_payment_notice_page_refresh);
}

static void
gram_payment_notice_page_init (GramPaymentNoticePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GramPaymentNoticePage *
gram_payment_notice_page_new (GramSession *session)
{
  GramPaymentNoticePage *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_PAYMENT_NOTICE_PAGE, NULL);
  self->session = g_object_ref (session);
  gram_registry_banner_set_session (self->banner, session);

  return self;
}

void
gram_payment_notice_page_show (GramPaymentNoticePage *self, gint64 notice_id)
{
  g_return_if_fail (GRAM_IS_PAYMENT_NOTICE_PAGE (self));
  g_return_if_fail (notice_id > 0);

  if (self->notice_id != notice_id)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  self->notice_id = notice_id;
  gram_payment_notice_page_refresh (self);
}

void
gram_payment_notice_page_refresh (GramPaymentNoticePage *self)
{
  g_return_if_fail (GRAM_IS_PAYMENT_NOTICE_PAGE (self));

  if (self->notice_id == 0)
    return;

  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_payment_notice_async (self->session, self->notice_id, self->asking, detail_cb,
                                     g_object_ref (self));
}

void
gram_payment_notice_page_present (GtkWidget *parent, GramSession *session, gint64 notice_id)
{
  GramPaymentNoticePage *page = gram_payment_notice_page_new (session);
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
  g_signal_connect_object (session, "changed", G_CALLBACK (gram_payment_notice_page_refresh), page,
                           G_CONNECT_SWAPPED);
  gram_payment_notice_page_show (page, notice_id);
  adw_dialog_present (dialog, parent);
}
