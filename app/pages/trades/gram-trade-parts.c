/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-parts.h"

#include "gram-compare.h"
#include "gram-formats.h"
#include "gram-rows.h"
#include "gram-trade-texts.h"

#include <glib/gi18n-lib.h>

static AdwPreferencesGroup *
group_new (const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);

  return ADW_PREFERENCES_GROUP (group);
}

GtkWidget *
gram_trade_facts_group_new (const GramTradeNotificationRecord *record, gboolean note)
{
  AdwPreferencesGroup *group = group_new (_ ("Notification"), NULL);
  g_autofree char *transferor = NULL;
  g_autofree char *transferee = NULL;
  g_autofree char *year = NULL;
  g_autofree char *quantity = NULL;
  g_autofree char *price = NULL;
  g_autofree char *agreed = NULL;
  g_autofree char *notified = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  transferor = gram_trade_dup_party (record->transferor_name, record->transferor_number);
  transferee = gram_trade_dup_party (record->transferee_name, record->transferee_number);
  year = g_strdup_printf ("%d", record->year);
  quantity = gram_format_count (record->quantity);
  price = gram_trade_dup_price (record->price, record->quantity);
  agreed = gram_format_date (record->agreed_on);
  notified = gram_format_day_of_instant (record->notified_at);
  gram_rows_add_property (group, gram_trade_side_title (GRAM_TRADE_TRANSFEROR), transferor);
  gram_rows_add_property (group, gram_trade_side_title (GRAM_TRADE_TRANSFEREE), transferee);
  gram_rows_add_property (group, _ ("Scheme Year"), year);
  gram_rows_add_property (group, _ ("Allowances"), quantity);
  gram_rows_add_property (group, _ ("Price"), price);
  gram_rows_add_property (group, _ ("Why Nothing Is Paid"), record->price_reason);
  gram_rows_add_property (group, _ ("Agreed"), agreed);
  gram_rows_add_property (group, _ ("Notified"), notified);
  if (note)
    gram_rows_add_property (group, _ ("Private Note"), record->note);

  return GTK_WIDGET (group);
}

GtkWidget *
gram_trade_differences_group_new (const GramTradeNotificationRecord *record, guint fields)
{
  AdwPreferencesGroup *group = group_new (
      _ ("What Differs"),
      _ ("Your notification says the following. What the other party’s says is not shown to you, and yours not "
         "to it; neither is taken to be right. Compare with what you agreed."));

  g_return_val_if_fail (record != NULL, NULL);

  for (guint field = 1; field <= GRAM_TRADE_ALL_FIELDS; field <<= 1)
    {
      g_autofree char *value = NULL;

      if ((fields & field) == 0)
        continue;
      value = gram_trade_dup_field (record, (GramTradeField)field);
      gram_rows_add_property (group, gram_trade_field_title ((GramTradeField)field), value);
    }

  return GTK_WIDGET (group);
}

static void
compare_aside (GramCompare *compare,
               const char *title,
               const char *transferor,
               const char *transferee)
{
  gram_compare_add_aside (compare, title, transferor != NULL ? transferor : "",
                          transferee != NULL ? transferee : "");
}

/* What need not agree. */
static void
compare_more (GramCompare *compare,
              const GramTradeNotificationRecord *transferor,
              const GramTradeNotificationRecord *transferee)
{
  const GramTradeNotificationRecord *records[] = { transferor, transferee };
  char *agreed[2] = { NULL, NULL };
  char *notified[2] = { NULL, NULL };
  const char *reasons[2] = { NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      if (records[i] == NULL)
        continue;
      agreed[i] = gram_format_date (records[i]->agreed_on);
      notified[i] = gram_format_day_of_instant (records[i]->notified_at);
      reasons[i] = records[i]->price_reason;
    }
  if ((reasons[0] != NULL && *reasons[0] != '\0') || (reasons[1] != NULL && *reasons[1] != '\0'))
    compare_aside (compare, _ ("Why Nothing Is Paid"), reasons[0], reasons[1]);
  compare_aside (compare, _ ("Agreed"), agreed[0], agreed[1]);
  compare_aside (compare, _ ("Notified"), notified[0], notified[1]);
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_free (agreed[i]);
      g_free (notified[i]);
    }
}

GtkWidget *
gram_trade_compare_new (const GramTradeNotificationRecord *transferor,
                        const GramTradeNotificationRecord *transferee)
{
  GtkWidget *compare = gram_compare_new (gram_trade_side_title (GRAM_TRADE_TRANSFEROR),
                                         gram_trade_side_title (GRAM_TRADE_TRANSFEREE));

  gram_compare_set_even (GRAM_COMPARE (compare), TRUE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (compare),
                                   _ ("What Both Parties Notified"));
  for (guint field = 1; field <= GRAM_TRADE_ALL_FIELDS; field <<= 1)
    {
      g_autofree char *left
          = transferor != NULL ? gram_trade_dup_field (transferor, (GramTradeField)field) : NULL;
      g_autofree char *right
          = transferee != NULL ? gram_trade_dup_field (transferee, (GramTradeField)field) : NULL;
      const char *title = gram_trade_field_title ((GramTradeField)field);

      gram_compare_add (GRAM_COMPARE (compare), title, title, left != NULL ? left : "",
                        right != NULL ? right : "");
    }
  compare_more (GRAM_COMPARE (compare), transferor, transferee);

  return compare;
}

typedef char *(*FormatFunc) (const char *text);

static char *
format_quantity (const char *text)
{
  return gram_format_count (g_ascii_strtoll (text, NULL, 10));
}

static char *
format_price (const char *text)
{
  return gram_format_money (g_ascii_strtoll (text, NULL, 10), "GBP");
}

/* What of a notification can be changed, by the name of its column. */
static const struct
{
  const char *field;
  const char *title;
  FormatFunc format; /* NULL as it is */
} changeable[] = {
  { "transferor_name", N_ ("Name of the transferor"), NULL },
  { "transferor_number", N_ ("Account number of the transferor"), gram_format_account_number },
  { "transferee_name", N_ ("Name of the transferee"), NULL },
  { "transferee_number", N_ ("Account number of the transferee"), gram_format_account_number },
  { "quantity", N_ ("Allowances"), format_quantity },
  { "price", N_ ("Price"), format_price },
  { "price_reason", N_ ("Why Nothing Is Paid"), NULL },
  { "agreed_on", N_ ("Agreed"), gram_format_date },
  { "note", N_ ("Private Note"), NULL },
};

static char *
dup_value (gsize i, const char *text)
{
  if (text == NULL || *text == '\0')
    return g_strdup ("–");

  return changeable[i].format != NULL ? changeable[i].format (text) : g_strdup (text);
}

/* States that it went through are no changes of what it says. */
static gboolean
find_changeable (const GramTradeChange *change, gsize *found)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changeable); i++)
    if (g_strcmp0 (changeable[i].field, change->field) == 0)
      {
        *found = i;
        return TRUE;
      }

  return FALSE;
}

static void
add_change (AdwPreferencesGroup *group, const GramTradeChange *change, gsize i)
{
  g_autofree char *day = gram_format_day_of_instant (change->at);
  g_autofree char *before = dup_value (i, change->old_value);
  g_autofree char *after = dup_value (i, change->new_value);
  g_autofree char *title = NULL;
  g_autofree char *value = NULL;

  /* Translators: what was changed, and the day */
  title = g_strdup_printf (C_ ("trade", "%1$s, %2$s"), _ (changeable[i].title), day);
  /* Translators: a value before and after it was changed */
  value = g_strdup_printf (C_ ("trade", "%1$s → %2$s"), before, after);
  gram_rows_add_property (group, title, value);
}

GtkWidget *
gram_trade_changes_group_new (GPtrArray *changes)
{
  AdwPreferencesGroup *group = NULL;
  gsize found;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      if (!find_changeable (changes->pdata[i], &found))
        continue;
      if (group == NULL)
        group = group_new (_ ("Amended"), NULL);
      add_change (group, changes->pdata[i], found);
    }

  return (GtkWidget *)group;
}

GtkWidget *
gram_trade_obstacles_group_new (GPtrArray *obstacles)
{
  AdwPreferencesGroup *group;

  if (obstacles == NULL || obstacles->len == 0)
    return NULL;

  group = group_new (_ ("What Stands in the Way"), NULL);
  for (guint i = 0; i < obstacles->len; i++)
    {
      const GramRefusal *refusal = obstacles->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (image, "warning");
      gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Stands in the way"), -1);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), refusal->message);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), refusal->article);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
      adw_preferences_group_add (group, row);
    }

  return GTK_WIDGET (group);
}
