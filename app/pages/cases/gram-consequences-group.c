/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-consequences-group.h"

#include "gram-compare.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

struct _GramConsequencesGroup
{
  AdwBin parent_instance;

  /* Borrowed References: children */
  GtkWidget *box;
  GramCompare *compare;
  GtkWidget *spinner;
  GtkWidget *sentences;
};

G_DEFINE_FINAL_TYPE (GramConsequencesGroup, gram_consequences_group, ADW_TYPE_BIN)

static void
add_sentence (GramConsequencesGroup *self, const char *icon_name, const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = gtk_label_new (sentence);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "dimmed");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->sentences), box);
}

static void
clear (GramConsequencesGroup *self)
{
  GtkWidget *child;

  gram_compare_clear (self->compare);
  while ((child = gtk_widget_get_first_child (self->sentences)) != NULL)
    gtk_box_remove (GTK_BOX (self->sentences), child);
}

/* A value with its unit, where there is one; an account's number in its two groups, as it stands everywhere. */
static char *
dup_value (const GramConsequence *line, const char *value)
{
  const char *unit = line->unit;

  if (g_strcmp0 (line->name, "account") == 0 && *value != '\0')
    return gram_format_account_number (value);
  if (*value == '\0' || unit == NULL || *unit == '\0')
    return g_strdup (value);

  /* Translators: a figure and its unit */
  return g_strdup_printf (C_ ("figure", "%s %s"), value, unit);
}

static void
add_line (GramConsequencesGroup *self, const GramConsequence *line)
{
  g_autofree char *before = dup_value (line, line->before);
  g_autofree char *after = dup_value (line, line->after);

  gram_compare_add (self->compare, line->name, line->title, before, after);
}

static void
gram_consequences_group_class_init (GramConsequencesGroupClass *klass)
{
}

static void
gram_consequences_group_init (GramConsequencesGroup *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->compare = GRAM_COMPARE (gram_compare_new (_ ("Before"), _ ("After")));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->compare), _ ("What Changes"));
  self->spinner = adw_spinner_new ();
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->compare), self->spinner);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Working it out"), -1);
  self->sentences = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->compare));
  gtk_box_append (GTK_BOX (self->box), self->sentences);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
gram_consequences_group_new (void)
{
  return g_object_new (GRAM_TYPE_CONSEQUENCES_GROUP, NULL);
}

void
gram_consequences_group_wait (GramConsequencesGroup *self)
{
  g_return_if_fail (GRAM_IS_CONSEQUENCES_GROUP (self));

  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_widget_set_opacity (self->sentences, 0.5);
}

void
gram_consequences_group_show (GramConsequencesGroup *self,
                              const GramConsequences *consequences,
                              const char *sentence)
{
  g_return_if_fail (GRAM_IS_CONSEQUENCES_GROUP (self));

  clear (self);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_opacity (self->sentences, 1);
  for (guint i = 0; consequences != NULL && i < consequences->lines->len; i++)
    add_line (self, g_ptr_array_index (consequences->lines, i));
  for (guint i = 0; consequences != NULL && i < consequences->sentences->len; i++)
    add_sentence (self, "dialog-information-symbolic",
                  g_ptr_array_index (consequences->sentences, i));
  if (consequences != NULL && consequences->lines->len == 0 && consequences->sentences->len == 0)
    add_sentence (self, "object-select-symbolic", _ ("No figure changes."));
  if (sentence != NULL)
    add_sentence (self, "dialog-warning-symbolic", sentence);
}
