/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-history-item.h"

#include "gram-formats.h"
#include "gram-journal-sentences.h"

#include <glib/gi18n-lib.h>

struct _GramHistoryItem
{
  GObject parent_instance;

  char *day;
  char *time;
  char *sentence;
  char *detail;
  char *origin;
  gint64 id;
  gint64 day_number;
};

G_DEFINE_FINAL_TYPE (GramHistoryItem, gram_history_item, G_TYPE_OBJECT)

/* The labels of a row, kept with it. */
typedef struct
{
  GtkLabel *sentence;
  GtkLabel *detail;
  GtkLabel *origin;
  GtkLabel *time;
} Row;

static void
gram_history_item_finalize (GObject *object)
{
  GramHistoryItem *self = (GramHistoryItem *)object;

  g_free (self->day);
  g_free (self->time);
  g_free (self->sentence);
  g_free (self->detail);
  g_free (self->origin);

  G_OBJECT_CLASS (gram_history_item_parent_class)->finalize (object);
}

static void
gram_history_item_class_init (GramHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_history_item_finalize;
}

static void
gram_history_item_init (GramHistoryItem *self)
{
}

/* Days since 1970 in the reader's own zone. */
static gint64
day_number_of (gint64 utc_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (utc_us);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return 0;

  return (utc_us + g_date_time_get_utc_offset (local)) / G_TIME_SPAN_DAY;
}

/* Who, and where several accounts stand side by side, on which. */
static char *
origin_of (const GramJournalEntry *entry, gboolean with_account)
{
  const char *person = entry->person != NULL ? entry->person : _ ("Gram itself");
  g_autofree char *number = NULL;

  if (!with_account || entry->number == NULL)
    return g_strdup (person);

  number = gram_format_account_number (entry->number);

  /* Translators: who did it, then the number of the account */
  return g_strdup_printf (_ ("%s · Account %s"), person, number);
}

GramHistoryItem *
gram_history_item_new (const GramJournalEntry *entry, GramRegistryKind kind, gboolean with_account)
{
  GramHistoryItem *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (GRAM_TYPE_HISTORY_ITEM, NULL);
  self->id = entry->id;
  self->day = gram_format_day_of_instant (entry->at);
  self->time = gram_format_time_of_instant (entry->at);
  self->day_number = day_number_of (entry->at);
  self->sentence = gram_journal_sentence (entry, kind, &self->detail);
  self->origin = origin_of (entry, with_account);

  return self;
}

gint64
gram_history_item_get_id (GramHistoryItem *self)
{
  g_return_val_if_fail (GRAM_IS_HISTORY_ITEM (self), 0);

  return self->id;
}

const char *
gram_history_item_get_day (GramHistoryItem *self)
{
  g_return_val_if_fail (GRAM_IS_HISTORY_ITEM (self), NULL);

  return self->day;
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint64 day_a = ((const GramHistoryItem *)a)->day_number;
  gint64 day_b = ((const GramHistoryItem *)b)->day_number;

  return (day_a < day_b) - (day_a > day_b);
}

GtkSorter *
gram_history_day_sorter_new (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_days, NULL, NULL));
}

static GtkLabel *
label_new (GtkWidget *box, gboolean dim)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
    }
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  row->sentence = label_new (lines, FALSE);
  row->detail = label_new (lines, TRUE);
  row->origin = label_new (lines, TRUE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  row->time = label_new (box, TRUE);
  gtk_label_set_wrap (row->time, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (row->time), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (row->time), "numeric");
  gtk_list_item_set_child (item, box);
  g_object_set_data_full (G_OBJECT (box), "gram-row", row, g_free);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GramHistoryItem *entry = gtk_list_item_get_item (item);
  const Row *row = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "gram-row");
  gboolean has_detail = entry->detail != NULL && *entry->detail != '\0';

  gtk_label_set_text (row->sentence, entry->sentence);
  gtk_label_set_text (row->detail, has_detail ? entry->detail : "");
  gtk_widget_set_visible (GTK_WIDGET (row->detail), has_detail);
  gtk_label_set_text (row->origin, entry->origin);
  gtk_label_set_text (row->time, entry->time);
  gtk_list_item_set_accessible_label (item, entry->sentence);
  gtk_list_item_set_accessible_description (item, entry->origin);
}

GtkListItemFactory *
gram_history_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}

static void
header_setup_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 12);
  gtk_list_header_set_child (header, label);
}

static void
header_bind_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GramHistoryItem *entry = gtk_list_header_get_item (header);

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), entry->day);
}

GtkListItemFactory *
gram_history_header_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (header_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (header_bind_cb), NULL);

  return factory;
}
