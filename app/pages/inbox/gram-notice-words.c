/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-words.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

static gboolean
same_day (gint64 a, gint64 b)
{
  g_autoptr (GDateTime) utc_a = g_date_time_new_from_unix_utc_usec (a);
  g_autoptr (GDateTime) utc_b = g_date_time_new_from_unix_utc_usec (b);
  g_autoptr (GDateTime) local_a = utc_a != NULL ? g_date_time_to_local (utc_a) : NULL;
  g_autoptr (GDateTime) local_b = utc_b != NULL ? g_date_time_to_local (utc_b) : NULL;

  return local_a != NULL && local_b != NULL
         && g_date_time_get_year (local_a) == g_date_time_get_year (local_b)
         && g_date_time_get_day_of_year (local_a) == g_date_time_get_day_of_year (local_b);
}

char *
gram_notice_dup_when (gint64 at, gint64 now)
{
  return same_day (at, now) ? gram_format_time_of_instant (at) : gram_format_day_of_instant (at);
}

char *
gram_notice_dup_account (const char *holder, const char *number)
{
  g_autofree char *formatted = NULL;

  if (number == NULL || *number == '\0')
    return g_strdup ("");

  formatted = gram_format_account_number (number);
  /* Translators: the holder of an account and its number */
  return g_strdup_printf (_ ("%s · %s"), holder != NULL ? holder : "", formatted);
}

static char *
notice_when (GtkWidget *widget, gboolean loading, gint64 at)
{
  return loading ? g_strdup ("") : gram_notice_dup_when (at, g_get_real_time ());
}

static char *
notice_account (GtkWidget *widget, const char *holder, const char *number)
{
  return gram_notice_dup_account (holder, number);
}

static char *
notice_detail (GtkWidget *widget, gboolean loading, const char *holder, gint64 at)
{
  g_autofree char *when = NULL;

  if (loading)
    return g_strdup ("");
  when = gram_notice_dup_when (at, g_get_real_time ());
  if (holder == NULL || *holder == '\0')
    return g_steal_pointer (&when);

  /* Translators: when somebody was told something, and the holder of the account that it is about */
  return g_strdup_printf (_ ("%s · %s"), when, holder);
}

static gboolean
notice_unread (GtkWidget *widget, gboolean loading, gboolean read)
{
  return !loading && !read;
}

static char *
notice_row_label (GtkWidget *widget,
                  gboolean loading,
                  gboolean read,
                  const char *sentence,
                  const char *holder,
                  const char *number,
                  gint64 at)
{
  g_autofree char *when = NULL;
  g_autofree char *account = NULL;
  g_autofree char *text = NULL;

  if (loading)
    return g_strdup (_ ("Being read"));

  when = gram_notice_dup_when (at, g_get_real_time ());
  account = gram_notice_dup_account (holder, number);
  text = *account != '\0' ? g_strdup_printf ("%s; %s; %s", sentence, account, when)
                          : g_strdup_printf ("%s; %s", sentence, when);
  if (read)
    return g_steal_pointer (&text);

  /* Translators: how a screen reader names a notice that was not read: what it says, the account, when */
  return g_strdup_printf (_ ("Unread: %s"), text);
}

void
gram_notice_words_bind_closures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, notice_when);
  gtk_widget_class_bind_template_callback (widget_class, notice_account);
  gtk_widget_class_bind_template_callback (widget_class, notice_detail);
  gtk_widget_class_bind_template_callback (widget_class, notice_unread);
  gtk_widget_class_bind_template_callback (widget_class, notice_row_label);
}
