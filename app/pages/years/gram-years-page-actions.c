/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-years-page.h"

#include "gram-eco-notices-dialog.h"
#include "gram-failure.h"
#include "gram-form-dialog.h"
#include "gram-formats.h"
#include "gram-questions-years.h"
#include "gram-run-dialog.h"
#include "gram-years-page-private.h"

#include <glib/gi18n-lib.h>

/* The actions that have a command: sensitive as the registry says. */
static const struct
{
  const char *action;
  const char *command;
} verbs[] = {
  { "years.measure", "year.measure" },
  { "years.allocate", "allocation.post" },
  { "years.account", "year.account" },
  { "years.close", "year.close" },
  { "years.publish", "year.publish" },
  { "years.issue-notices", "payment-notice.issue" },
  { "years.import-baselines", "baseline.import" },
  { "years.import-positions", "crts.import-positions" },
};

/* What is read from files. */
static const GramForm imports[] = {
  { "baseline.import", N_ ("Import Baselines"), N_ ("_Import"), NULL, FALSE,
    N_ ("Baselines imported"), NULL },
  { "crts.import-positions", N_ ("Import CRTS Positions"), N_ ("_Import"), NULL, FALSE,
    N_ ("CRTS positions imported"), NULL },
};

static const GramForm *
find_import (const char *command)
{
  for (guint i = 0; i < G_N_ELEMENTS (imports); i++)
    if (g_str_equal (imports[i].command, command))
      return &imports[i];

  g_return_val_if_reached (NULL);
}

static GramSession *
session_of (GramYearsPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

static void
toast (GramYearsPage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static const char *
command_of (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].action, action))
      return verbs[i].command;

  g_return_val_if_reached (NULL);
}

static void
run_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramYearsPage *self = GRAM_YEARS_PAGE (widget);

  adw_dialog_present (gram_run_dialog_new (session_of (self), command_of (action_name), self->year),
                      widget);
}

static void
show_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramYearsPage *self = GRAM_YEARS_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, g_variant_get_string (parameter, NULL));
}

static void
show_participants_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramYearsPage *self = GRAM_YEARS_PAGE (widget);

  gram_participants_view_show (self->participants_view, parameter != NULL
                                                            ? g_variant_get_string (parameter, NULL)
                                                            : "notice-missing");
  adw_view_stack_set_visible_child_name (self->view_stack, "participants");
}

static void
performed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramYearsPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    return;

  gram_failure_present (GTK_WIDGET (self), _ ("That Was Not Possible"), refusal, error);
  /* A switch shows again what is. */
  gram_page_queue_refresh (GRAM_PAGE (self));
}

static void
set_rule_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramYearsPage *self = GRAM_YEARS_PAGE (widget);
  GVariant *arguments = g_variant_new_parsed ("{'year': <%x>, 'on': <%b>}", (gint64)self->year,
                                              g_variant_get_boolean (parameter));

  gram_session_perform_async (session_of (self), "year.set-standing-rule", arguments, NULL, NULL,
                              NULL, performed_cb, g_object_ref (self));
}

static void
published_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramYearsPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    toast (self, _ ("Publication made"));
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Publish the Year"), refusal, error);
}

static void
publish_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramYearsPage *self = GRAM_YEARS_PAGE (widget);

  gram_session_perform_async (session_of (self), "year.publish",
                              g_variant_new_parsed ("{'year': <%x>}", (gint64)self->year), NULL,
                              NULL, NULL, published_cb, g_object_ref (self));
}

static void
eco_notices_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramYearsPage *self = GRAM_YEARS_PAGE (widget);

  adw_dialog_present (gram_eco_notices_dialog_new (session_of (self), self->year), widget);
}

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramYearsPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    toast (self, _ ("File imported"));
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Nothing Was Imported"), refusal, error);
}

void
gram_years_page_import (GramYearsPage *self, const char *command, const char *path)
{
  GVariant *arguments;

  g_return_if_fail (GRAM_IS_YEARS_PAGE (self));
  g_return_if_fail (command != NULL && path != NULL);

  arguments = g_variant_new_parsed ("{'year': <%x>, 'file': <%s>}", (gint64)self->year, path);
  /* In a registry of one's own the document that says so is asked for. */
  if (gram_session_get_kind (session_of (self)) == GRAM_REGISTRY_OWN)
    adw_dialog_present (gram_form_dialog_new (session_of (self), find_import (command), arguments),
                        GTK_WIDGET (self));
  else
    gram_session_perform_async (session_of (self), command, arguments, NULL, NULL, NULL,
                                imported_cb, g_object_ref (self));
}

/* A file that is asked for, and for what. */
typedef struct
{
  GramYearsPage *page;
  const char *command;
} Choosing;

static void
import_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr (GramYearsPage) self = choosing->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    gram_years_page_import (self, choosing->command, path);
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->page = GRAM_YEARS_PAGE (g_object_ref (widget));
  choosing->command = command_of (action_name);
  gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ (find_import (choosing->command)->title));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, import_chosen_cb,
                        choosing);
}

void
_gram_years_page_class_actions_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "years.measure", NULL, run_action },
    { "years.allocate", NULL, run_action },
    { "years.account", NULL, run_action },
    { "years.close", NULL, run_action },
    { "years.publish", NULL, publish_action },
    { "years.issue-notices", NULL, show_participants_action },
    { "years.import-baselines", NULL, import_action },
    { "years.import-positions", NULL, import_action },
    { "years.eco-notices", NULL, eco_notices_action },
    { "years.set-rule", "b", set_rule_action },
    { "years.show", "s", show_action },
    { "years.show-participants", "s", show_participants_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type,
                                     actions[i].func);
  _gram_years_page_class_exports_init (widget_class);
}

void
_gram_years_page_actions_update (GramYearsPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), verbs[i].action,
                                   self->detail != NULL
                                       && gram_year_detail_get_refusal (self->detail,
                                                                        verbs[i].command)
                                              == NULL);
  _gram_years_page_exports_update (self);
}
