/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-person-row.h"

struct _GramPersonItem
{
  GObject parent_instance;

  char *name;
  char *email;
  char *detail;
};

G_DEFINE_FINAL_TYPE (GramPersonItem, gram_person_item, G_TYPE_OBJECT)

/* The widgets of a row, kept with it. */
typedef struct
{
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *email;
  GtkLabel *detail;
} Row;

static void
gram_person_item_finalize (GObject *object)
{
  GramPersonItem *self = (GramPersonItem *)object;

  g_free (self->name);
  g_free (self->email);
  g_free (self->detail);

  G_OBJECT_CLASS (gram_person_item_parent_class)->finalize (object);
}

static void
gram_person_item_class_init (GramPersonItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_person_item_finalize;
}

static void
gram_person_item_init (GramPersonItem *self)
{
}

GramPersonItem *
gram_person_item_new (const char *name, const char *email, const char *detail)
{
  GramPersonItem *self;

  g_return_val_if_fail (name != NULL && email != NULL && detail != NULL, NULL);

  self = g_object_new (GRAM_TYPE_PERSON_ITEM, NULL);
  self->name = g_strdup (name);
  self->email = g_strdup (email);
  self->detail = g_strdup (detail);

  return self;
}

static GtkLabel *
label_new (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
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

  row->avatar = ADW_AVATAR (adw_avatar_new (36, NULL, TRUE));
  gtk_accessible_update_state (GTK_ACCESSIBLE (row->avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  row->name = label_new (lines, NULL);
  row->email = label_new (lines, "caption");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->avatar));
  gtk_box_append (GTK_BOX (box), lines);
  row->detail = label_new (box, "caption");
  gtk_list_item_set_child (item, box);
  g_object_set_data_full (G_OBJECT (box), "gram-row", row, g_free);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GramPersonItem *person = gtk_list_item_get_item (item);
  const Row *row = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "gram-row");

  adw_avatar_set_text (row->avatar, person->name);
  gtk_label_set_text (row->name, person->name);
  gtk_label_set_text (row->email, person->email);
  gtk_label_set_text (row->detail, person->detail);
  gtk_list_item_set_accessible_label (item, person->name);
  gtk_list_item_set_accessible_description (item, person->detail);
}

GtkListItemFactory *
gram_person_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
