/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application-dialog-private.h"

#include "gram-application-rows.h"
#include "gram-json-variant.h"
#include "gram-object-timeline.h"

#include <glib/gi18n-lib.h>

static const GramApplicationStep steps[GRAM_APPLICATION_N_STEPS] = {
  { "contact", N_ ("Contact"), N_ ("Who answers questions about the application and the invoices?"),
    GRAM_APPLICATION_CONTACT, GRAM_APPLICATION_PHONE },
  { "vehicles", N_ ("Vehicles"),
    N_ ("What will be imported in a year? The answers are used to judge the application, not to hold anybody to them."),
    GRAM_APPLICATION_QUANTITY, GRAM_APPLICATION_AVERAGE_MASS },
  { "bank-account", N_ ("Bank Account"),
    N_ ("Fleet Average is invoiced after the year. What is not settled by 31 March is taken by direct debit."),
    GRAM_APPLICATION_BANK_ACCOUNT, GRAM_APPLICATION_BANK_ACCOUNT },
  { "forecast", N_ ("Forecast"),
    N_ ("What will probably be owed for a year? The administrator has to judge whether it can be paid."),
    GRAM_APPLICATION_FORECAST, GRAM_APPLICATION_FORECAST },
  { "declarations", N_ ("Declarations"),
    N_ ("For the applicant and for related parties. A false declaration is an offence."),
    GRAM_APPLICATION_RELATED_PARTIES, GRAM_APPLICATION_DECLARES_TRUE },
};

const GramApplicationStep *
_gram_application_steps (void)
{
  return steps;
}

static AdwPreferencesGroup *
group_new (const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);

  return ADW_PREFERENCES_GROUP (group);
}

/* What was asked stands where it is answered. */
static void
add_question (GramApplicationDialog *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group;
  GtkWidget *row;
  GtkWidget *icon;

  if (self->question == NULL || *self->question == '\0')
    return;

  group = group_new (NULL, NULL);
  row = adw_action_row_new ();
  icon = gtk_image_new_from_icon_name ("dialog-question-symbolic");
  gtk_widget_add_css_class (icon, "accent");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("The administrator asks"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), self->question);
  adw_preferences_group_add (group, row);
  adw_preferences_page_add (page, group);
}

static GtkWidget *
refusal_new (GramApplicationDialog *self, guint step)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "visible",
                      FALSE, "xalign", 0.0, "wrap", TRUE, "margin-start", 18, "margin-end", 18,
                      "margin-top", 6, "margin-bottom", 12, NULL);

  gtk_widget_add_css_class (label, "error");
  self->labels[step] = GTK_LABEL (label);

  return label;
}

static GtkWidget *
button_new (GramApplicationDialog *self, const char *text, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_page (GramApplicationDialog *self,
          const char *tag,
          const char *title,
          guint step,
          GtkWidget *button,
          AdwPreferencesPage *content)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  AdwNavigationPage *page;

  if (button != NULL)
    adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), refusal_new (self, step));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (content));
  page = adw_navigation_page_new_with_tag (view, title, tag);
  adw_navigation_view_add (self->navigation_view, page);
}

static gboolean
is_yes (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_autofree char *answer = gram_application_row_dup_text (user_data);

  g_value_set_boolean (to, g_str_equal (answer, "yes"));

  return TRUE;
}

/* Details are asked for only where there is something to tell. */
static void
bind_details (GramApplicationDialog *self, GtkWidget *row)
{
  GtkWidget *question = self->rows[GRAM_APPLICATION_INSOLVENCY];

  g_object_bind_property_full (question, "selected", row, "visible", G_BINDING_SYNC_CREATE, is_yes,
                               NULL, question, NULL);
}

static void
add_step (GramApplicationDialog *self, guint i, GCallback next_cb, GCallback changed_cb)
{
  const GramApplicationRow *fields = gram_application_fields ();
  AdwPreferencesPage *content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = group_new (NULL, _ (steps[i].lead));

  add_question (self, content);
  for (guint field = steps[i].first; field <= steps[i].last; field++)
    {
      GtkWidget *row = gram_application_row_new (&fields[field]);
      GtkWidget *hint = gram_application_hint_new (row, &fields[field]);

      self->rows[field] = row;
      adw_preferences_group_add (group, row);
      if (hint != NULL)
        adw_preferences_group_add (group, hint);
      if (field == GRAM_APPLICATION_INSOLVENCY_DETAILS)
        {
          bind_details (self, row);
          bind_details (self, hint);
        }
      gram_application_row_set_text (row, self->form->values[field]);
      gram_application_row_connect_changed (row, changed_cb, self);
      if (ADW_IS_ENTRY_ROW (row))
        g_signal_connect_object (row, "entry-activated", next_cb, self, G_CONNECT_SWAPPED);
    }
  adw_preferences_page_add (content, group);
  add_page (self, steps[i].tag, _ (steps[i].title), i, button_new (self, _ ("_Next"), next_cb),
            content);
}

static GtkWidget *
change_button_new (GramApplicationDialog *self, const GramApplicationStep *step, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Change"));
  /* Translators: %s is a part of a form */
  g_autofree char *name = g_strdup_printf (_ ("Change: %s"), _ (step->title));

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "gram-step", (gpointer)step->tag);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_check (GramApplicationDialog *self, GCallback submit_cb, GCallback change_cb)
{
  const GramApplicationRow *fields = gram_application_fields ();
  AdwPreferencesPage *content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  add_question (self, content);
  for (guint i = 0; i < GRAM_APPLICATION_N_STEPS; i++)
    {
      AdwPreferencesGroup *group = group_new (_ (steps[i].title), NULL);

      if (self->editable)
        adw_preferences_group_set_header_suffix (group,
                                                 change_button_new (self, &steps[i], change_cb));
      for (guint field = steps[i].first; field <= steps[i].last; field++)
        {
          GtkWidget *row = adw_action_row_new ();

          gtk_widget_add_css_class (row, "property");
          adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (fields[field].title));
          adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
          adw_preferences_group_add (group, row);
          self->answers[field] = row;
        }
      adw_preferences_page_add (content, group);
    }
  if (self->id != 0)
    adw_preferences_page_add (content, ADW_PREFERENCES_GROUP (
                                           gram_object_timeline_new (self->session, "application",
                                                                     self->id)));
  if (self->editable)
    self->submit_button = button_new (self, _ ("_Submit"), submit_cb);
  add_page (self, GRAM_APPLICATION_CHECK,
            self->editable ? _ ("Check Your Answers") : _ ("Application for Fleet Average"),
            GRAM_APPLICATION_N_STEPS, self->submit_button, content);
}

void
_gram_application_dialog_build (GramApplicationDialog *self,
                                GCallback next_cb,
                                GCallback submit_cb,
                                GCallback change_cb,
                                GCallback changed_cb)
{
  for (guint i = 0; self->editable && i < GRAM_APPLICATION_N_STEPS; i++)
    add_step (self, i, next_cb, changed_cb);
  add_check (self, submit_cb, change_cb);
}

void
_gram_application_dialog_fill_answers (GramApplicationDialog *self)
{
  const GramApplicationRow *fields = gram_application_fields ();

  for (guint field = 0; field < GRAM_APPLICATION_FIELD_N; field++)
    {
      g_autofree char *text
          = gram_application_value_text (&fields[field], self->form->values[field]);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->answers[field]), text);
    }
}

GramApplicationForm *
_gram_application_form_of (const char *content)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GVariant) fields = NULL;
  GramApplicationForm *form = NULL;
  GramJson root;

  node = content != NULL && *content != '\0' ? gram_json_parse (content, -1, NULL) : NULL;
  if (node != NULL)
    {
      root = gram_json_root (node);
      fields = gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, NULL);
    }
  if (fields != NULL)
    form = gram_application_form_read (fields, NULL);

  return form != NULL ? form : gram_application_form_new ();
}
