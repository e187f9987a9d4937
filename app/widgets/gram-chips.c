/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-chips.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkToggleButton *button; /* a child */
  char *title;
  guint group;
  guint bit;
  gint64 count;
  gboolean keep;
} Chip;

struct _GramChips
{
  AdwBin parent_instance;

  /* Borrowed References: a child */
  AdwWrapBox *box;

  /* Owned References */
  GArray *chips;

  guint chosen[GRAM_CHIPS_N_GROUPS];
  gboolean updating;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (GramChips, gram_chips, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_chip (gpointer data)
{
  g_free (((Chip *)data)->title);
}

static gboolean
is_on (GramChips *self, const Chip *chip)
{
  return chip->group == 0 ? !gram_chips_is_chosen (self)
                          : (self->chosen[chip->group] & chip->bit) != 0;
}

static void
update_chip (GramChips *self, const Chip *chip)
{
  g_autofree char *number = gram_format_count (MAX (chip->count, 0));
  g_autofree char *text = NULL;

  if (chip->count >= 0)
    /* Translators: a filter and how many it leads to, for example "Open  1,204" */
    text = g_strdup_printf (C_ ("chip", "%s  %s"), chip->title, number);
  gtk_button_set_label (GTK_BUTTON (chip->button), text != NULL ? text : chip->title);
  gtk_toggle_button_set_active (chip->button, is_on (self, chip));
  gtk_widget_set_visible (GTK_WIDGET (chip->button),
                          chip->count != 0 || chip->keep || is_on (self, chip));
}

static void
update (GramChips *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    update_chip (self, &g_array_index (self->chips, Chip, i));
  self->updating = FALSE;
}

static void
toggled_cb (GramChips *self, GtkToggleButton *button)
{
  guint chosen[GRAM_CHIPS_N_GROUPS];

  g_assert (GRAM_IS_CHIPS (self));

  if (self->updating)
    return;

  memcpy (chosen, self->chosen, sizeof (chosen));
  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = &g_array_index (self->chips, Chip, i);

      if (chip->button != button)
        continue;
      if (chip->group == 0)
        memset (chosen, 0, sizeof (chosen));
      else
        chosen[chip->group] = gtk_toggle_button_get_active (button) ? chip->bit : 0;
    }
  if (memcmp (chosen, self->chosen, sizeof (chosen)) == 0)
    update (self);
  else
    gram_chips_set (self, chosen);
}

static void
gram_chips_finalize (GObject *object)
{
  GramChips *self = GRAM_CHIPS (object);

  g_clear_pointer (&self->chips, g_array_unref);

  G_OBJECT_CLASS (gram_chips_parent_class)->finalize (object);
}

static void
gram_chips_class_init (GramChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_chips_finalize;

  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gram_chips_init (GramChips *self)
{
  self->chips = g_array_new (FALSE, TRUE, sizeof (Chip));
  g_array_set_clear_func (self->chips, clear_chip);
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
}

GtkWidget *
gram_chips_new (void)
{
  return g_object_new (GRAM_TYPE_CHIPS, NULL);
}

void
gram_chips_add (GramChips *self, guint group, guint bit, const char *title, gboolean keep)
{
  GtkWidget *button;
  Chip chip = { NULL, NULL, group, bit, -1, keep || group == 0 };

  g_return_if_fail (GRAM_IS_CHIPS (self));
  g_return_if_fail (group < GRAM_CHIPS_N_GROUPS && (group == 0) == (bit == 0));
  g_return_if_fail (title != NULL);

  button = gtk_toggle_button_new ();
  gtk_widget_add_css_class (button, "chip");
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, button);
  chip.button = GTK_TOGGLE_BUTTON (button);
  chip.title = g_strdup (title);
  g_array_append_val (self->chips, chip);
  update (self);
}

/* In one line that scrolls. */
static GtkWidget *
make_strip (GtkWidget *box)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);
  GtkWidget *strip = gtk_scrolled_window_new ();

  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (viewport), GTK_SCROLL_NATURAL);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (strip), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (strip), viewport);
  return strip;
}

void
gram_chips_set_narrow (GramChips *self, gboolean narrow)
{
  g_autoptr (GtkWidget) box = NULL;

  g_return_if_fail (GRAM_IS_CHIPS (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  box = g_object_ref (GTK_WIDGET (self->box));
  if (narrow)
    {
      adw_bin_set_child (ADW_BIN (self), NULL);
      adw_bin_set_child (ADW_BIN (self), make_strip (box));
    }
  else
    {
      gtk_viewport_set_child (GTK_VIEWPORT (gtk_widget_get_parent (box)), NULL);
      adw_bin_set_child (ADW_BIN (self), box);
    }
}

guint
gram_chips_get (GramChips *self, guint group)
{
  g_return_val_if_fail (GRAM_IS_CHIPS (self), 0);
  g_return_val_if_fail (group < GRAM_CHIPS_N_GROUPS, 0);

  return self->chosen[group];
}

void
gram_chips_set (GramChips *self, const guint chosen[GRAM_CHIPS_N_GROUPS])
{
  g_return_if_fail (GRAM_IS_CHIPS (self));
  g_return_if_fail (chosen != NULL);

  if (memcmp (chosen, self->chosen, sizeof (self->chosen)) == 0)
    return;

  memcpy (self->chosen, chosen, sizeof (self->chosen));
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
gram_chips_is_chosen (GramChips *self)
{
  g_return_val_if_fail (GRAM_IS_CHIPS (self), FALSE);

  for (guint i = 0; i < GRAM_CHIPS_N_GROUPS; i++)
    if (self->chosen[i] != 0)
      return TRUE;

  return FALSE;
}

void
gram_chips_set_count (GramChips *self, guint group, guint bit, gint64 count)
{
  g_return_if_fail (GRAM_IS_CHIPS (self));

  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = &g_array_index (self->chips, Chip, i);

      if (chip->group == group && chip->bit == bit)
        {
          chip->count = count;
          break;
        }
    }
  update (self);
}
