/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-timeline.h"

struct _GramTimeline
{
  AdwBin parent_instance;

  /* Borrowed References */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (GramTimeline, gram_timeline, ADW_TYPE_BIN)

static GtkWidget *
line_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }

  return label;
}

static GtkWidget *
rail_new (void)
{
  GtkWidget *rail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *dot = adw_bin_new ();
  GtkWidget *line = adw_bin_new ();

  gtk_widget_add_css_class (dot, "dot");
  gtk_widget_add_css_class (line, "line");
  gtk_widget_set_vexpand (line, TRUE);
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (rail), dot);
  gtk_box_append (GTK_BOX (rail), line);

  return rail;
}

static void
gram_timeline_class_init (GramTimelineClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timeline");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
gram_timeline_init (GramTimeline *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
gram_timeline_new (void)
{
  return g_object_new (GRAM_TYPE_TIMELINE, NULL);
}

void
gram_timeline_append (GramTimeline *self, const char *title, const char *detail, const char *when)
{
  GtkWidget *event;
  GtkWidget *lines;

  g_return_if_fail (GRAM_IS_TIMELINE (self));
  g_return_if_fail (title != NULL && when != NULL);

  event = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                        GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_add_css_class (event, "event");
  /* The line is as long as its event, and no longer where there is room. */
  gtk_widget_set_vexpand (event, FALSE);
  gtk_box_append (GTK_BOX (lines), line_new (title, NULL));
  if (detail != NULL && *detail != '\0')
    gtk_box_append (GTK_BOX (lines), line_new (detail, "detail"));
  gtk_box_append (GTK_BOX (lines), line_new (when, "dimmed"));
  gtk_box_append (GTK_BOX (event), rail_new ());
  gtk_box_append (GTK_BOX (event), lines);
  gtk_box_append (GTK_BOX (self->box), event);
}

void
gram_timeline_clear (GramTimeline *self)
{
  GtkWidget *child;

  g_return_if_fail (GRAM_IS_TIMELINE (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}
