/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-person-texts.h"

#include "gram-formats.h"
#include "gram-permissions.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

const char *
gram_role_title (GramRole role)
{
  switch (role)
    {
    case GRAM_ROLE_ADMINISTRATOR:
      return _ ("Administrator");
    case GRAM_ROLE_CASE_HANDLER:
      return _ ("Case handler");
    case GRAM_ROLE_DECISION_MAKER:
      return _ ("Decision maker");
    case GRAM_ROLE_READER:
      return _ ("Reader");
    case GRAM_ROLE_OFFICER:
      return _ ("Officer");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* As a sentence begins. */
static char *
capitalise (const char *text)
{
  g_autofree char *first = NULL;
  gunichar c = g_utf8_get_char (text);
  char buffer[7] = { 0 };

  if (*text == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (c), buffer);

  return g_strconcat (buffer, g_utf8_next_char (text), NULL);
}

char *
gram_person_text_role (guint permissions, gboolean owner)
{
  GramPreset preset = gram_permissions_preset (permissions, owner);
  gsize n_rows;
  const GramPresetRow *rows = gram_preset_rows (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    if (rows[i].preset == preset)
      return g_strdup (_ (rows[i].title));

  return gram_person_text_permissions (permissions);
}

char *
gram_person_text_permissions (guint permissions)
{
  g_autofree char *list = gram_permissions_format (permissions);

  return capitalise (list);
}

char *
gram_person_text_instant (gint64 utc_us)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (utc_us == 0)
    return g_strdup (C_ ("signed in", "Never"));

  day = gram_format_day_of_instant (utc_us);
  time = gram_format_time_of_instant (utc_us);

  /* Translators: a day, then a time of day */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

char *
gram_person_text_sign_in (gint64 last_sign_in)
{
  g_autofree char *day = NULL;

  if (last_sign_in == 0)
    return g_strdup (_ ("Never signed in"));

  day = gram_format_day_of_instant (last_sign_in);

  /* Translators: %s is a day */
  return g_strdup_printf (_ ("Last signed in on %s"), day);
}

/* A practice registry has a date of its own. */
static gint64
now (GramSession *session)
{
  const char *today = gram_session_get_practice_today (session);
  g_autofree char *text = today != NULL ? g_strconcat (today, "T12:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) noon = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return noon != NULL ? g_date_time_to_unix_usec (noon) : g_get_real_time ();
}

char *
gram_person_text_time_left (GramSession *session, gint64 lapses_at)
{
  gint64 left;
  gint64 days;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  left = lapses_at - now (session);
  if (left <= 0)
    return g_strdup (_ ("Lapsed"));

  /* A day that has begun counts: what was sent just now has all its days. */
  days = (left + G_TIME_SPAN_DAY - 1) / G_TIME_SPAN_DAY;

  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong)days), (int)days);
}

GtkWidget *
gram_person_row_new (const char *name, const char *title, const char *subtitle, gboolean button)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *avatar = adw_avatar_new (36, name, TRUE);

  g_return_val_if_fail (name != NULL, NULL);

  gtk_accessible_update_state (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  if (button)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gram_pressable_install (row);
    }

  return row;
}

void
gram_person_row_forbid (AdwActionRow *row, const char *subtitle, const char *reason)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  gtk_widget_set_sensitive (GTK_WIDGET (row), reason == NULL);
  if (reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "forbidden");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "forbidden");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), reason);
  if (reason == NULL)
    reason = subtitle;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (row, 4);
  adw_action_row_set_subtitle (row, reason != NULL ? reason : "");
}

GVariant *
gram_person_arguments (GramSession *session, const char *key, GVariant *value)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  GramAccount *account = gram_session_get_account (session);

  g_return_val_if_fail (account != NULL, NULL);

  g_variant_builder_add (&builder, "{sv}", "account",
                         g_variant_new_string (gram_account_get_number (account)));
  if (key != NULL)
    g_variant_builder_add (&builder, "{sv}", key, value);

  return g_variant_builder_end (&builder);
}
