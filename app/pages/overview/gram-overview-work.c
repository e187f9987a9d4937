/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-work.h"

#include "gram-account-conditions.h"
#include "gram-formats.h"
#include "gram-overview-figures.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

/* Marks a text and its plural for translators; po/meson.build names the keyword. */
#define NP_(singular, plural) singular, plural

#define STATUS(name) (1u << GRAM_VEHICLE_##name)
#define ATTENTION(name) (1u << GRAM_ATTENTION_##name)

static const GramWorkRow table[] = {
  { GRAM_WORK_TO_DO, NP_ ("%s vehicle awaits acceptance", "%s vehicles await acceptance"),
    N_ ("Complete and undisputed: check them and accept"), "object-select-symbolic", STATUS (READY),
    ATTENTION (NONE), TRUE },
  { GRAM_WORK_TO_DO, NP_ ("%s ready vehicle lacks data", "%s ready vehicles lack data"),
    N_ ("Acceptance is possible once the data are there: bring in a newer extract"),
    "dialog-warning-symbolic", STATUS (READY), ATTENTION (INCOMPLETE), FALSE },
  { GRAM_WORK_IN_PROGRESS, NP_ ("%s vehicle is not ready yet", "%s vehicles are not ready yet"),
    N_ ("Entered by the register; compliance or pre-delivery inspection comes next"),
    "content-loading-symbolic", STATUS (ENTERED), 0, FALSE },
  { GRAM_WORK_IN_PROGRESS,
    NP_ ("%s vehicle has an open dispute", "%s vehicles have an open dispute"),
    N_ ("Acceptance waits for the decision"), "dialog-question-symbolic",
    STATUS (ENTERED) | STATUS (READY), ATTENTION (DISPUTED), FALSE },
  { GRAM_WORK_AWARENESS, NP_ ("%s vehicle is accepted", "%s vehicles are accepted"),
    N_ ("Their data and rulebook are frozen"), "security-high-symbolic", STATUS (ACCEPTED), 0,
    FALSE },
};

const GramWorkRow *
gram_work_get_table (gsize *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (table);

  return table;
}

/* A state in which nothing is accepted, and what ends it. */
static const struct
{
  GramAccountState state;
  const char *reason;
} standstills[] = {
  { GRAM_ACCOUNT_SUSPENDED,
    N_ ("They wait for the reinstatement: nothing is accepted while the account is suspended") },
  { GRAM_ACCOUNT_BLOCKED, N_ ("They wait until the block is lifted") },
  { GRAM_ACCOUNT_CLOSING,
    N_ ("Nothing is accepted while the account is closing; it cannot be closed with them, either") },
  { GRAM_ACCOUNT_CLOSED, N_ ("The account is closed") },
};

const char *
gram_work_accept_reason (const GramOverviewReading *reading)
{
  const GramAccountDetail *detail;

  g_return_val_if_fail (reading != NULL, NULL);

  detail = reading->detail;
  for (guint i = 0; detail != NULL && i < G_N_ELEMENTS (standstills); i++)
    if (standstills[i].state == detail->state
        && (gram_account_effects_now (detail) & GRAM_EFFECT_ACCEPT) == 0)
      return _ (standstills[i].reason);

  return reading->may_accept || !reading->member ? NULL : reading->accept_reason;
}

GramWorkGroup
gram_work_group_now (const GramWorkRow *work, const GramOverviewReading *reading)
{
  g_return_val_if_fail (work != NULL && reading != NULL, GRAM_WORK_AWARENESS);

  if (work->group != GRAM_WORK_TO_DO)
    return work->group;

  return !reading->member || (work->accepts && gram_work_accept_reason (reading) != NULL)
             ? GRAM_WORK_IN_PROGRESS
             : GRAM_WORK_TO_DO;
}

static char *
dup_subtitle (const GramWorkRow *work, const GramOverviewReading *reading)
{
  const char *reason = work->accepts ? gram_work_accept_reason (reading) : NULL;
  g_autofree char *day = NULL;

  if (reason != NULL)
    return g_strdup (reason);
  if (!work->accepts || reading->overview->oldest_ready_at == 0)
    return g_strdup (_ (work->subtitle));

  day = gram_format_day_of_instant (reading->overview->oldest_ready_at);

  /* Translators: %s is a day */
  return g_strdup_printf (_ ("The one that was entered first became ready on %s"), day);
}

GtkWidget *
gram_work_row_new (const GramWorkRow *work, gint64 count, const GramOverviewReading *reading)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *icon = gtk_image_new_from_icon_name (work->icon_name);
  g_autofree char *number = gram_format_count (count);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = dup_subtitle (work, reading);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  title
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, work->singular, work->plural, (gulong)count),
                         number);
#pragma GCC diagnostic pop

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gram_pressable_install (row);

  return row;
}

static GtkWidget *
first_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("document-open-symbolic");
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Bring in a register extract"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("The account has no vehicle yet; they come from the register"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.bring-in");
  gram_pressable_install (row);

  return row;
}

GtkWidget *
gram_work_nothing_row_new (const GramOverview *overview)
{
  GtkWidget *row;
  GtkWidget *icon;

  if (gram_overview_sum (overview->counts, 0, 0) == 0)
    return first_row_new ();

  row = adw_action_row_new ();
  icon = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_add_css_class (icon, "success");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nothing waits for you"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               gram_overview_sum (overview->counts, STATUS (READY), 0) == 0
                                   ? _ ("No vehicle of this account is ready")
                                   : _ ("Vehicles are ready, but not for you to accept now"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}
