/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credits-page.h"

#include "gram-credits-page-private.h"
#include "gram-directory-dialog.h"
#include "gram-failure.h"
#include "gram-form-dialog.h"
#include "gram-pressable.h"
#include "gram-registry-banner.h"
#include "gram-statement-dialog.h"
#include "gram-transfer-dialog.h"
#include "gram-transfer-view.h"

#include <glib/gi18n-lib.h>

/* The newest transfers; who looks for an older one has the statement. */
#define TRANSFERS 50

G_DEFINE_FINAL_TYPE (GramCreditsPage, gram_credits_page, GRAM_TYPE_PAGE)

static GramSession *
session_of (GramCreditsPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

static void
credits_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCreditsPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GramCredits *credits
      = gram_session_credits_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error))
    return;
  if (credits == NULL)
    {
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  g_clear_pointer (&self->shown, gram_credits_free);
  self->shown = credits;
  _gram_credits_page_fill (self);
  gtk_stack_set_visible_child_name (self->stack, "credits");
}

static void
transfers_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCreditsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) transfers
      = gram_session_credit_transfers_finish (GRAM_SESSION (object), result, NULL, &error);

  if (!gram_failure_is_cancelled (error))
    _gram_credits_page_fill_transfers (self, transfers);
}

static void
gram_credits_page_refresh (GramPage *page)
{
  GramCreditsPage *self = GRAM_CREDITS_PAGE (page);
  GramAccount *account = gram_session_get_account (session_of (self));

  adw_window_title_set_subtitle (self->window_title,
                                 account != NULL ? gram_account_get_holder (account) : "");
  if (account == NULL
      || gram_account_kind_scheme (gram_account_get_kind (account)) != GRAM_SCHEME_CCS)
    return;

  gram_session_credits_async (session_of (self), gram_page_get_cancellable (page), credits_cb,
                              g_object_ref (self));
  gram_session_credit_transfers_async (session_of (self), TRANSFERS,
                                       gram_page_get_cancellable (page), transfers_cb,
                                       g_object_ref (self));
}

static void
offer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GramCreditsPage *self = GRAM_CREDITS_PAGE (widget);

  if (self->shown != NULL)
    adw_dialog_present (gram_transfer_dialog_new (session_of (self)), widget);
}

/* What the administrator's own system says came or went. */
static const GramFormField record_fields[] = {
  { "direction",
    N_ ("_Direction"),
    GRAM_FORM_CHOICE,
    N_ ("Choose whether the credits came or went."),
    { { "in", N_ ("They came in") }, { "out", N_ ("They went out") } } },
  { "number",
    N_ ("Account _Number of the Other Holder"),
    GRAM_FORM_LINE,
    N_ ("Enter the number of the other account."),
    { { NULL } } },
  { "name",
    N_ ("_Name of the Other Holder"),
    GRAM_FORM_LINE,
    N_ ("Enter the name of the other holder."),
    { { NULL } } },
  { "kind",
    N_ ("_Kind of the Other Account"),
    GRAM_FORM_CHOICE,
    N_ ("Choose what the other account is for."),
    { { "ccs-used", N_ ("Used vehicles") }, { "ccs-new", N_ ("New vehicles") } } },
  { "credits",
    N_ ("_Credits That the Sender Gives"),
    GRAM_FORM_AMOUNT,
    N_ ("Enter how many credits."),
    { { NULL } } },
  { NULL, NULL, 0, NULL, { { NULL } } },
};

static const GramForm record_form = {
  .command = "transfer.record",
  .title = N_ ("Record a Transfer"),
  .verb = N_ ("_Record"),
  .lead = N_ ("Credits that were transferred with a holder who is not in this registry."),
  .done = N_ ("Recorded"),
  .fields = record_fields,
};

static void
record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GramCreditsPage *self = GRAM_CREDITS_PAGE (widget);
  GramAccount *account = gram_session_get_account (session_of (self));
  GVariantDict arguments;

  if (account == NULL)
    return;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "account", "s", gram_account_get_number (account));
  adw_dialog_present (gram_form_dialog_new (session_of (self), &record_form,
                                            g_variant_dict_end (&arguments)),
                      widget);
}

static void
directory_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GramCreditsPage *self = GRAM_CREDITS_PAGE (widget);

  if (gram_session_get_account (session_of (self)) != NULL)
    adw_dialog_present (gram_directory_dialog_new_of_credits (session_of (self)), widget);
}

static void
statement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GramCreditsPage *self = GRAM_CREDITS_PAGE (widget);

  if (gram_session_get_account (session_of (self)) != NULL)
    adw_dialog_present (gram_statement_dialog_new (session_of (self)), widget);
}

static void
gram_credits_page_dispose (GObject *object)
{
  GramCreditsPage *self = (GramCreditsPage *)object;

  g_clear_pointer (&self->shown, gram_credits_free);

  G_OBJECT_CLASS (gram_credits_page_parent_class)->dispose (object);
}

static void
gram_credits_page_finalize (GObject *object)
{
  GramCreditsPage *self = (GramCreditsPage *)object;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->transfer_rows);

  G_OBJECT_CLASS (gram_credits_page_parent_class)->finalize (object);
}

static void
gram_credits_page_class_init (GramCreditsPageClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "credits.offer", offer_action },
    { "credits.record", record_action },
    { "credits.directory", directory_action },
    { "credits.statement", statement_action },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_credits_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_credits_page_finalize;
  GRAM_PAGE_CLASS (klass)->refresh = gram_credits_page_refresh;

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/credits/gram-credits-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, standing_row);
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, standing_icon);
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, transfers_group);
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, years_group);
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, lapses_group);
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, offer_row);
  gtk_widget_class_bind_template_child (widget_class, GramCreditsPage, record_row);
  gtk_widget_class_bind_template_callback (widget_class, gram_page_queue_refresh);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
gram_credits_page_init (GramCreditsPage *self)
{
  self->rows = g_ptr_array_new ();
  self->transfer_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));

  for (guint i = 0; i < GRAM_CREDIT_N_TILES; i++)
    {
      GtkWidget *tile = gram_figure_tile_new ();

      gtk_flow_box_append (self->tiles_box, tile);
      /* The tile takes the focus, not what GTK puts around it. */
      gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);
      self->tiles[i] = GRAM_FIGURE_TILE (tile);
    }
}

void
gram_credits_page_open_transfer (GramCreditsPage *self, gint64 transfer_id)
{
  g_return_if_fail (GRAM_IS_CREDITS_PAGE (self));
  g_return_if_fail (transfer_id != 0);

  adw_dialog_present (gram_transfer_view_new (session_of (self), transfer_id), GTK_WIDGET (self));
}
