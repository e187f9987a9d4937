/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-field-history.h"

#include "gram-account-rules.h"
#include "gram-account.h"
#include "gram-formats.h"
#include "gram-timeline.h"

#include <glib/gi18n-lib.h>

struct _GramFieldHistory
{
  AdwBin parent_instance;

  /* Borrowed References */
  GtkWidget *button;
  GtkWidget *timeline;

  /* Owned References */
  char *field;
  char *title;
};

G_DEFINE_FINAL_TYPE (GramFieldHistory, gram_field_history, ADW_TYPE_BIN)

typedef enum
{
  PROP_FIELD = 1,
  PROP_TITLE,
} GramFieldHistoryProps;

static GParamSpec *properties[PROP_TITLE + 1];

static char *
flags_text (const char *value, const char *one, const char *two, const char *three)
{
  const char *titles[] = { one, two, three };
  guint64 flags = g_ascii_strtoull (value, NULL, 10);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if ((flags & (1u << i)) != 0 && titles[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", titles[i]);
  if (text->len == 0)
    g_string_append (text, _ ("Off"));

  return g_string_free_and_steal (text);
}

char *
gram_account_change_text (const char *field, const char *value)
{
  int word;

  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL || *value == '\0')
    return g_strdup (_ ("nothing"));
  if (g_str_equal (field, "state") && gram_word_parse ("account-state", value, &word))
    return g_strdup (gram_account_state_title ((GramAccountState)word));
  if (g_str_equal (field, "auto-accept"))
    return flags_text (value, _ ("below target"), _ ("above target"), NULL);
  if (g_str_equal (field, "four-eyes"))
    return flags_text (value, _ ("transfer"), _ ("surrender"), _ ("closing"));
  if (g_str_equal (field, "listed"))
    return g_strdup (g_str_equal (value, "1") ? _ ("On") : _ ("Off"));
  if (g_str_equal (field, "aml-on") || g_str_equal (field, "aml-until"))
    return gram_format_date (value);

  return g_strdup (value);
}

static void
add_change (GramFieldHistory *self, const GramAccountChange *change)
{
  g_autofree char *before = gram_account_change_text (change->field, change->old_value);
  g_autofree char *after = gram_account_change_text (change->field, change->new_value);
  g_autofree char *day = gram_format_day_of_instant (change->at);
  g_autofree char *hour = gram_format_time_of_instant (change->at);
  /* Translators: the value before and the value after */
  g_autofree char *title = g_strdup_printf (_ ("%1$s → %2$s"), before, after);
  /* Translators: a day, a time, and the name of a person */
  g_autofree char *when
      = g_strdup_printf (_ ("%1$s, %2$s, %3$s"), day, hour,
                         change->person != NULL ? change->person : _ ("Gram itself"));

  gram_timeline_append (GRAM_TIMELINE (self->timeline), title, NULL, when);
}

static void
set_title (GramFieldHistory *self, const char *title)
{
  g_autofree char *tip = NULL;

  if (!g_set_str (&self->title, title))
    return;

  /* Translators: %s is a field of an account, for example “Holder” */
  tip = g_strdup_printf (_ ("History: %s"), title != NULL ? title : "");
  gtk_widget_set_tooltip_text (self->button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
gram_field_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramFieldHistory *self = GRAM_FIELD_HISTORY (object);

  switch ((GramFieldHistoryProps)prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_field_history_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  GramFieldHistory *self = GRAM_FIELD_HISTORY (object);

  switch ((GramFieldHistoryProps)prop_id)
    {
    case PROP_FIELD:
      if (g_set_str (&self->field, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_field_history_finalize (GObject *object)
{
  GramFieldHistory *self = GRAM_FIELD_HISTORY (object);

  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (gram_field_history_parent_class)->finalize (object);
}

static void
gram_field_history_class_init (GramFieldHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gram_field_history_get_property;
  object_class->set_property = gram_field_history_set_property;
  object_class->finalize = gram_field_history_finalize;

  properties[PROP_FIELD]
      = g_param_spec_string ("field", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_field_history_init (GramFieldHistory *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->timeline = gram_timeline_new ();
  gtk_widget_set_margin_start (self->timeline, 6);
  gtk_widget_set_margin_end (self->timeline, 6);
  gtk_widget_set_margin_top (self->timeline, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_widget_set_size_request (scrolled, 260, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->timeline);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "document-open-recent-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  adw_bin_set_child (ADW_BIN (self), self->button);
}

void
gram_field_history_set_changes (GramFieldHistory *self, GPtrArray *changes, gint64 opened)
{
  gboolean any = FALSE;

  g_return_if_fail (GRAM_IS_FIELD_HISTORY (self));
  g_return_if_fail (changes != NULL);

  gram_timeline_clear (GRAM_TIMELINE (self->timeline));
  for (guint i = 0; i < changes->len; i++)
    {
      const GramAccountChange *change = changes->pdata[i];

      if (g_strcmp0 (change->field, self->field) == 0)
        {
          add_change (self, change);
          any = TRUE;
        }
    }
  if (!any)
    {
      g_autofree char *day = gram_format_day_of_instant (opened);

      gram_timeline_append (GRAM_TIMELINE (self->timeline),
                            _ ("Never changed since the account was opened"), NULL, day);
    }
}
