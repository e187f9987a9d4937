/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-compare.h"

#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

struct _GramCompare
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References */
  GtkWidget *heads;

  /* Owned References */
  GtkSizeGroup *checks;
  GPtrArray *rows;
  char *left;
  char *right;

  gboolean choosing;
  gboolean even;
};

G_DEFINE_FINAL_TYPE (GramCompare, gram_compare, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A row that was added. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *check; /* NULL: nothing is chosen */
  char *name;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->name);
  g_free (line);
}

static GtkWidget *
label_new (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, classes[i]);

  return label;
}

/* Two halves of the same width, so that the values of all rows stand below their heads. */
static GtkWidget *
halves_new (GtkWidget *left, GtkWidget *right)
{
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (halves), TRUE);
  gtk_widget_set_hexpand (halves, TRUE);
  gtk_box_append (GTK_BOX (halves), left);
  gtk_box_append (GTK_BOX (halves), right);

  return halves;
}

/* The room of the check buttons, also above them. */
static GtkWidget *
line_new (GramCompare *self, GtkWidget *check, GtkWidget *content)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  if (self->choosing)
    {
      GtkWidget *place = check != NULL ? check : adw_bin_new ();

      gtk_size_group_add_widget (self->checks, place);
      gtk_box_append (GTK_BOX (box), place);
    }
  gtk_box_append (GTK_BOX (box), content);
  gtk_widget_add_css_class (row, "compare");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), check != NULL);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static void
add_heads (GramCompare *self)
{
  static const char *const classes[] = { "caption-heading", "dimmed", NULL };
  GtkWidget *left = label_new (self->left, classes);
  GtkWidget *right = label_new (self->right, classes);

  /* Each row says them in its name. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (left), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (right), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->heads = line_new (self, NULL, halves_new (left, right));
  gtk_widget_add_css_class (self->heads, "heads");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->heads);
}

static void
activated_cb (GtkListBoxRow *row, GtkWidget *check)
{
  gtk_widget_activate (check);
}

static void
toggled_cb (GramCompare *self)
{
  g_assert (GRAM_IS_COMPARE (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
check_new (GramCompare *self, const char *name)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gram_pressable_install (check);

  return check;
}

static GtkWidget *
content_new (const char *title,
             const char *left,
             const char *right,
             gboolean differs,
             gboolean even)
{
  static const char *const title_classes[] = { "caption", "dimmed", NULL };
  static const char *const plain[] = { "compared", NULL };
  static const char *const old[] = { "compared", "dimmed", NULL };
  static const char *const marked[] = { "compared", "heading", NULL };
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *first = label_new (left, !differs ? plain : even ? marked : old);
  GtkWidget *second = label_new (right, differs ? marked : plain);

  gtk_label_set_selectable (GTK_LABEL (first), TRUE);
  gtk_label_set_selectable (GTK_LABEL (second), TRUE);
  gtk_widget_set_focusable (first, FALSE);
  gtk_widget_set_focusable (second, FALSE);
  gtk_box_append (GTK_BOX (content), label_new (title, title_classes));
  gtk_box_append (GTK_BOX (content), halves_new (first, second));

  return content;
}

static void
gram_compare_finalize (GObject *object)
{
  GramCompare *self = GRAM_COMPARE (object);

  g_clear_object (&self->checks);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_free);
  g_clear_pointer (&self->right, g_free);

  G_OBJECT_CLASS (gram_compare_parent_class)->finalize (object);
}

static void
gram_compare_class_init (GramCompareClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_compare_finalize;

  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_COMPARE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gram_compare_init (GramCompare *self)
{
  self->checks = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->rows = g_ptr_array_new_with_free_func (line_free);
}

GtkWidget *
gram_compare_new (const char *left, const char *right)
{
  GramCompare *self;

  g_return_val_if_fail (left != NULL && right != NULL, NULL);

  self = g_object_new (GRAM_TYPE_COMPARE, NULL);
  gram_compare_set_heads (self, left, right);

  return GTK_WIDGET (self);
}

void
gram_compare_set_heads (GramCompare *self, const char *left, const char *right)
{
  g_return_if_fail (GRAM_IS_COMPARE (self));
  g_return_if_fail (left != NULL && right != NULL);
  g_return_if_fail (self->rows->len == 0);

  g_set_str (&self->left, left);
  g_set_str (&self->right, right);
}

void
gram_compare_set_even (GramCompare *self, gboolean even)
{
  g_return_if_fail (GRAM_IS_COMPARE (self));
  g_return_if_fail (self->rows->len == 0);

  self->even = even;
}

void
gram_compare_set_choosing (GramCompare *self, gboolean choosing)
{
  g_return_if_fail (GRAM_IS_COMPARE (self));
  g_return_if_fail (self->rows->len == 0);

  self->choosing = choosing;
}

static void
add (GramCompare *self,
     const char *name,
     const char *title,
     const char *left,
     const char *right,
     gboolean differs)
{
  const char *shown[2];
  g_autofree char *heard = NULL;
  Line *line;

  g_assert (self->left != NULL && self->right != NULL);

  if (self->heads == NULL)
    add_heads (self);
  shown[0] = *left != '\0' ? left : "–";
  shown[1] = *right != '\0' ? right : "–";
  /* Translators: a field, the head of a column and its value, that of the other column and its value; for example
   * “CO₂ value. It says: 131.4 g/km. It should say: 128 g/km” */
  heard = g_strdup_printf (_ ("%1$s. %2$s: %3$s. %4$s: %5$s"), title, self->left, shown[0],
                           self->right, shown[1]);

  line = g_new0 (Line, 1);
  line->name = g_strdup (name);
  line->check = self->choosing ? check_new (self, heard) : NULL;
  line->row
      = line_new (self, line->check, content_new (title, shown[0], shown[1], differs, self->even));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), title);
  gram_pressable_set_name (line->row, heard);
  if (line->check != NULL)
    g_signal_connect_object (line->row, "activate", G_CALLBACK (activated_cb), line->check,
                             G_CONNECT_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), line->row);
  g_ptr_array_add (self->rows, line);
}

void
gram_compare_add (GramCompare *self,
                  const char *name,
                  const char *title,
                  const char *left,
                  const char *right)
{
  g_return_if_fail (GRAM_IS_COMPARE (self));
  g_return_if_fail (name != NULL && title != NULL && left != NULL && right != NULL);

  add (self, name, title, left, right, !g_str_equal (left, right));
}

void
gram_compare_add_aside (GramCompare *self, const char *title, const char *left, const char *right)
{
  g_return_if_fail (GRAM_IS_COMPARE (self));
  g_return_if_fail (title != NULL && left != NULL && right != NULL);

  add (self, title, title, left, right, FALSE);
}

void
gram_compare_clear (GramCompare *self)
{
  g_return_if_fail (GRAM_IS_COMPARE (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Line *line = self->rows->pdata[i];

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), line->row);
    }
  g_ptr_array_set_size (self->rows, 0);
  if (self->heads != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->heads);
  self->heads = NULL;
}

GStrv
gram_compare_dup_chosen (GramCompare *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (GRAM_IS_COMPARE (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Line *line = self->rows->pdata[i];

      if (line->check != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (line->check)))
        g_strv_builder_add (names, line->name);
    }

  return g_strv_builder_end (names);
}
