/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-date-row.h"

#include "gram-calendar.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

struct _GramDateRow
{
  AdwEntryRow parent_instance;

  /* Borrowed References: children */
  GtkMenuButton *button;
  GtkCalendar *calendar;

  /* Owned References */
  char *date;

  gboolean writing;  /* the program writes the text, not the person */
  gboolean choosing; /* the calendar is brought in line with the text */
};

G_DEFINE_FINAL_TYPE (GramDateRow, gram_date_row, ADW_TYPE_ENTRY_ROW)

typedef enum
{
  PROP_DATE = 1,
} GramDateRowProps;

static GParamSpec *properties[PROP_DATE + 1];

static gboolean
has_letter (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/* A month in words is read as the locale writes it; figures are read day first, unless the year stands first. */
static char *
read_day (const char *text)
{
  GramDate date;
  GDate words;

  if (*text == '\0')
    return g_strdup ("");
  if (!gram_date_parse (text, GRAM_DATE_ISO, &date, NULL)
      && !gram_date_parse (text, GRAM_DATE_DAY_MONTH_YEAR, &date, NULL))
    {
      if (!has_letter (text))
        return NULL;
      g_date_clear (&words, 1);
      g_date_set_parse (&words, text);
      if (!g_date_valid (&words))
        return NULL;
      date = gram_date_make (g_date_get_year (&words), (int)g_date_get_month (&words),
                             g_date_get_day (&words));
    }

  return gram_date_format (date);
}

static void
take (GramDateRow *self, const char *date)
{
  if (g_set_str (&self->date, date))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

static void
text_changed_cb (GramDateRow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));
  g_autofree char *date = NULL;

  if (self->writing)
    return;

  date = read_day (g_strstrip (text));
  take (self, date);
}

static void
write_out (GramDateRow *self)
{
  g_autofree char *words = NULL;

  if (self->date == NULL)
    return;

  words = *self->date != '\0' ? gram_format_date (self->date) : g_strdup ("");
  if (g_str_equal (words, gtk_editable_get_text (GTK_EDITABLE (self))))
    return;
  self->writing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), words);
  self->writing = FALSE;
}

static void
day_selected_cb (GramDateRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *iso = NULL;

  if (self->choosing)
    return;

  day = gtk_calendar_get_date (self->calendar);
  iso = g_date_time_format (day, "%Y-%m-%d");
  gram_date_row_set_date (self, iso);
  gtk_menu_button_popdown (self->button);
}

/* The calendar opens at the day of the field. */
static void
popover_shown_cb (GramDateRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  GramDate date;

  if (self->date == NULL || !gram_date_parse (self->date, GRAM_DATE_ISO, &date, NULL))
    return;

  day = g_date_time_new_local (date.year, date.month, date.day, 0, 0, 0);
  self->choosing = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->choosing = FALSE;
}

static void
gram_date_row_finalize (GObject *object)
{
  GramDateRow *self = (GramDateRow *)object;

  g_free (self->date);

  G_OBJECT_CLASS (gram_date_row_parent_class)->finalize (object);
}

static void
gram_date_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramDateRow *self = GRAM_DATE_ROW (object);

  switch ((GramDateRowProps)prop_id)
    {
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_date_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GramDateRow *self = GRAM_DATE_ROW (object);

  switch ((GramDateRowProps)prop_id)
    {
    case PROP_DATE:
      gram_date_row_set_date (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_date_row_class_init (GramDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gram_date_row_finalize;
  object_class->get_property = gram_date_row_get_property;
  object_class->set_property = gram_date_row_set_property;

  properties[PROP_DATE]
      = g_param_spec_string ("date", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_date_row_init (GramDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->date = g_strdup ("");
  self->button = GTK_MENU_BUTTON (button);
  self->calendar = GTK_CALENDAR (calendar);

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a Day"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);

  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (write_out), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (text_changed_cb), NULL);
}

GtkWidget *
gram_date_row_new (void)
{
  return g_object_new (GRAM_TYPE_DATE_ROW, NULL);
}

char *
gram_date_row_dup_date (GramDateRow *self)
{
  g_return_val_if_fail (GRAM_IS_DATE_ROW (self), NULL);

  return g_strdup (self->date);
}

void
gram_date_row_set_date (GramDateRow *self, const char *date)
{
  g_return_if_fail (GRAM_IS_DATE_ROW (self));

  take (self, date != NULL ? date : "");
  write_out (self);
}
