/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rules-page.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-questions.h"
#include "gram-registry-banner.h"
#include "gram-rulebook-dialog.h"
#include "gram-rulebook-offer-row.h"
#include "gram-rulebooks-shipped.h"

#include <glib/gi18n-lib.h>

struct _GramRulesPage
{
  GramPage parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GtkWidget *publish_button;
  AdwPreferencesGroup *offers_group;
  AdwPreferencesGroup *ccs_group;
  AdwPreferencesGroup *ccts_group;
  AdwStatusPage *failed_status;

  /* Owned References */
  GPtrArray *rows;
  GPtrArray *offers;
  GPtrArray *rulebooks;
};

G_DEFINE_FINAL_TYPE (GramRulesPage, gram_rules_page, GRAM_TYPE_PAGE)

static void
row_activated_cb (GtkWidget *row, GramRulesPage *self)
{
  guint position;

  g_assert (GRAM_IS_RULES_PAGE (self));

  if (g_ptr_array_find (self->rows, row, &position))
    adw_dialog_present (gram_rulebook_dialog_new (self->rulebooks->pdata[position]),
                        GTK_WIDGET (self));
}

static void
add_rulebook (GramRulesPage *self, const GramRulebookRecord *rulebook)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *from = gram_format_date (rulebook->valid_from);
  g_autofree char *published = gram_format_day_of_instant (rulebook->published_at);
  g_autofree char *subtitle = NULL;

  /* Translators: two dates */
  subtitle = g_strdup_printf (_ ("Valid from %s, published on %s"), from, published);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rulebook->version);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_DEFAULT);
  gram_pressable_install (row);
  adw_preferences_group_add (g_str_equal (rulebook->scheme, "ccs") ? self->ccs_group
                                                                   : self->ccts_group,
                             row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rulebooks (GramRulesPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->rulebooks, g_ptr_array_unref);
}

static GramRulebookRecord *
copy_record (const GramRulebookRecord *record)
{
  GramRulebookRecord *copy;

  if (record == NULL)
    return NULL;

  copy = gram_rulebook_record_new ();
  copy->scheme = g_strdup (record->scheme);
  copy->version = g_strdup (record->version);
  copy->valid_from = g_strdup (record->valid_from);
  copy->content = g_strdup (record->content);

  return copy;
}

/* What comes with the program and is newer than what is published. */
static void
fill_offers (GramRulesPage *self)
{
  g_autoptr (GPtrArray) shipped = gram_rulebooks_shipped ();
  g_autoptr (GPtrArray) offered = gram_rulebooks_offered (shipped, self->rulebooks);

  for (guint i = 0; i < self->offers->len; i++)
    adw_preferences_group_remove (self->offers_group, self->offers->pdata[i]);
  g_ptr_array_set_size (self->offers, 0);
  for (guint i = 0; i < offered->len; i++)
    {
      const GramRulebookRecord *record = offered->pdata[i];
      GtkWidget *row = gram_rulebook_offer_row_new (
          gram_page_get_session (GRAM_PAGE (self)), copy_record (record),
          copy_record (gram_rulebooks_newest (self->rulebooks, record->scheme)));

      adw_preferences_group_add (self->offers_group, row);
      g_ptr_array_add (self->offers, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->offers_group), offered->len > 0);
}

static gboolean
has_scheme (GramRulesPage *self, const char *scheme)
{
  return gram_rulebooks_newest (self->rulebooks, scheme) != NULL;
}

static void
rulebooks_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramRulesPage) self = user_data;
  g_autoptr (GPtrArray) rulebooks = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  rulebooks = gram_session_rulebooks_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (rulebooks == NULL)
    {
      g_autofree char *sentence = NULL;

      if (refusal == NULL && gram_failure_is_cancelled (error))
        return;
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  clear_rulebooks (self);
  self->rulebooks = g_steal_pointer (&rulebooks);
  for (guint i = 0; i < self->rulebooks->len; i++)
    add_rulebook (self, self->rulebooks->pdata[i]);
  fill_offers (self);
  gtk_widget_set_visible (GTK_WIDGET (self->ccs_group), has_scheme (self, "ccs"));
  gtk_widget_set_visible (GTK_WIDGET (self->ccts_group), has_scheme (self, "ccts"));
  gtk_stack_set_visible_child_name (self->stack, self->rulebooks->len + self->offers->len > 0
                                                     ? "rulebooks"
                                                     : "empty");
}

static void
gram_rules_page_refresh (GramPage *page)
{
  GramRulesPage *self = GRAM_RULES_PAGE (page);
  GramSession *session = gram_page_get_session (page);
  GramPermit permit = gram_session_get_permit (session, "rulebook.publish");

  gtk_widget_set_sensitive (self->publish_button, permit.allowed);
  gtk_widget_set_tooltip_text (self->publish_button, permit.reason);
  gram_session_rulebooks_async (session, gram_page_get_cancellable (page), rulebooks_cb,
                                g_object_ref (self));
}

static void
published_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramRulesPage) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *version = "";

  if (gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Publish the Rulebook"), refusal,
                            error);
      return;
    }

  g_variant_lookup (value, "version", "&s", &version);
  /* Translators: %s is the version of a rulebook */
  text = g_strdup_printf (_ ("Rulebook %s is published"), version);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramRulesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  if (path == NULL)
    {
      if (error != NULL)
        gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
      return;
    }

  g_variant_builder_add (&builder, "{sv}", "file", g_variant_new_string (path));
  gram_session_perform_async (gram_page_get_session (GRAM_PAGE (self)), "rulebook.publish",
                              g_variant_builder_end (&builder), NULL, NULL, NULL, published_cb,
                              g_object_ref (self));
}

static void
publish_cb (GramRulesPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_assert (GRAM_IS_RULES_PAGE (self));

  gtk_file_filter_set_name (filter, _ ("Rulebooks (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Publish a Rulebook"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Publish"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        file_chosen_cb, g_object_ref (self));
}

static void
gram_rules_page_finalize (GObject *object)
{
  GramRulesPage *self = (GramRulesPage *)object;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->rulebooks, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_rules_page_parent_class)->finalize (object);
}

static void
gram_rules_page_class_init (GramRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gram_rules_page_finalize;
  GRAM_PAGE_CLASS (klass)->refresh = gram_rules_page_refresh;

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/rules/gram-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramRulesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramRulesPage, publish_button);
  gtk_widget_class_bind_template_child (widget_class, GramRulesPage, offers_group);
  gtk_widget_class_bind_template_child (widget_class, GramRulesPage, ccs_group);
  gtk_widget_class_bind_template_child (widget_class, GramRulesPage, ccts_group);
  gtk_widget_class_bind_template_child (widget_class, GramRulesPage, failed_status);
  gtk_widget_class_bind_template_callback (widget_class, publish_cb);
  gtk_widget_class_bind_template_callback (widget_class, gram_page_queue_refresh);
}

static void
gram_rules_page_init (GramRulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->offers = g_ptr_array_new ();
}
