/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-case-groups.h"

#include "gram-case-parts.h"
#include "gram-case-texts.h"
#include "gram-dispute-texts.h"
#include "gram-dispute-view.h"
#include "gram-pressable.h"
#include "gram-questions-disputes.h"

#include <glib/gi18n-lib.h>

#define CASE "gram-vehicle-case"

/* Where an answer is to be shown. The group may be gone by then; the task keeps what is needed. */
typedef struct
{
  GtkWidget *group;
  GramSession *session;
} Asker;

static Asker *
asker_new (GtkWidget *group, GramSession *session)
{
  Asker *self = g_new (Asker, 1);

  self->group = g_object_ref_sink (group);
  self->session = g_object_ref (session);

  return self;
}

static void
asker_free (Asker *self)
{
  g_object_unref (self->group);
  g_object_unref (self->session);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asker, asker_free)

void
gram_vehicle_open_case (GtkWidget *widget, GramSession *session, gint64 case_id)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GRAM_IS_SESSION (session));

  if (gram_session_get_person_role (session) == GRAM_ROLE_OFFICER
      || gram_session_get_kind (session) == GRAM_REGISTRY_OWN)
    {
      adw_dialog_present (gram_dispute_view_new_for_id (session, case_id), widget);
      return;
    }

  gtk_widget_activate_action (widget, "win.open-case", "x", case_id);
}

static void
case_activated_cb (GtkWidget *row, GramSession *session)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), CASE);

  gram_vehicle_open_case (row, session, *id);
}

static GtkWidget *
case_row_new (GramSession *session, const GramCaseRow *shown)
{
  const GramCaseRecord *record = shown->record;
  gboolean undecided = (record->state & GRAM_CASE_UNDECIDED) != 0;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (undecided ? "gram-dispute-symbolic"
                                                            : "object-select-symbolic");
  g_autofree char *number = gram_case_dup_number (record->id);
  g_autofree char *what = gram_dispute_dup_what (record->kind, record->dispute_kind, record->field);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  gint64 *id = g_new (gint64, 1);

  /* Translators: what is in dispute, and the number of the case */
  title = undecided && record->kind == GRAM_CASE_DISPUTE
              ? g_strdup_printf (_ ("Disputed: %1$s (%2$s)"), what, number)
              : g_strdup_printf (_ ("%1$s (%2$s)"), what, number);
  subtitle = g_strdup (gram_dispute_state_text (record->state, record->outcome));
  *id = record->id;
  g_object_set_data_full (G_OBJECT (row), CASE, id, g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (undecided)
    gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (case_activated_cb), session,
                           G_CONNECT_DEFAULT);
  gram_pressable_install (row);

  return row;
}

/* Without an answer there is nothing to show: the vehicle itself says that it is disputed. */
static void
cases_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asker) asker = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases
      = gram_session_vehicle_cases_finish (GRAM_SESSION (object), result, &refusal, &error);

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (asker->group),
                               case_row_new (asker->session, cases->pdata[i]));
  gtk_widget_set_visible (asker->group, cases != NULL && cases->len > 0);
}

GtkWidget *
gram_vehicle_cases_group_new (GramSession *session, gint64 vehicle_id)
{
  GtkWidget *group;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Disputes"));
  gtk_widget_set_visible (group, FALSE);
  gram_session_vehicle_cases_async (session, vehicle_id, NULL, cases_cb,
                                    asker_new (group, session));

  return group;
}

static void
values_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asker) asker = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values
      = gram_session_value_history_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (values != NULL)
    gram_value_history_show (GRAM_VALUE_HISTORY (asker->group), values);
  gtk_widget_set_visible (asker->group, values != NULL && values->len > 0);
}

static void
open_case_cb (GtkWidget *group, gint64 case_id, GramSession *session)
{
  gram_vehicle_open_case (group, session, case_id);
}

GtkWidget *
gram_vehicle_values_group_new (GramSession *session, gint64 vehicle_id)
{
  GtkWidget *group;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  group = gram_value_history_new ();
  gtk_widget_set_visible (group, FALSE);
  g_signal_connect_object (group, "open-case", G_CALLBACK (open_case_cb), session,
                           G_CONNECT_DEFAULT);
  gram_session_value_history_async (session, vehicle_id, NULL, values_cb,
                                    asker_new (group, session));

  return group;
}
