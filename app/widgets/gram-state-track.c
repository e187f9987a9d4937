/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-state-track.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *title;
  char *detail;
  GramStepState state;
} Step;

struct _GramStateTrack
{
  AdwBin parent_instance;

  /* Owned References */
  GPtrArray *steps;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (GramStateTrack, gram_state_track, ADW_TYPE_BIN)

/* How each looks. */
static const struct
{
  const char *style;
  const char *icon_name;
} looks[] = {
  [GRAM_STEP_DONE] = { "done", "object-select-symbolic" },
  [GRAM_STEP_NOW] = { "now", NULL },
  [GRAM_STEP_COMING] = { "coming", NULL },
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->title);
  g_free (step->detail);
  g_free (step);
}

static GtkWidget *
line_new (GtkOrientation orientation, gboolean shown, gboolean passed)
{
  GtkWidget *line = gtk_separator_new (orientation);

  gtk_widget_set_hexpand (line, orientation == GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_vexpand (line, orientation == GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_valign (line, orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_ALIGN_CENTER
                                                                         : GTK_ALIGN_FILL);
  gtk_widget_set_halign (line, orientation == GTK_ORIENTATION_VERTICAL ? GTK_ALIGN_CENTER
                                                                       : GTK_ALIGN_FILL);
  gtk_widget_set_opacity (line, shown ? 1 : 0);
  gtk_widget_add_css_class (line, passed ? "passed" : "ahead");

  return line;
}

static GtkWidget *
dot_new (GramStepState state)
{
  GtkWidget *dot = looks[state].icon_name != NULL
                       ? gtk_image_new_from_icon_name (looks[state].icon_name)
                       : gtk_image_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (dot), 12);
  gtk_widget_add_css_class (dot, "dot");
  gtk_widget_add_css_class (dot, looks[state].style);
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);

  return dot;
}

/* The dot between the lines that lead to its neighbours. */
static GtkWidget *
mark_new (GramStateTrack *self, guint position)
{
  const Step *step = self->steps->pdata[position];
  const Step *next = position + 1 < self->steps->len ? self->steps->pdata[position + 1] : NULL;
  GtkOrientation orientation = self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  GtkWidget *box = gtk_box_new (orientation, 0);

  gtk_box_append (GTK_BOX (box),
                  line_new (orientation, position > 0, step->state != GRAM_STEP_COMING));
  gtk_box_append (GTK_BOX (box), dot_new (step->state));
  gtk_box_append (GTK_BOX (box), line_new (orientation, next != NULL,
                                           next != NULL && next->state != GRAM_STEP_COMING));

  return box;
}

static GtkWidget *
label_new (GramStateTrack *self, const char *text, const char *const *styles)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), self->narrow ? 0 : 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), self->narrow ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (label), self->narrow ? -1 : 6);
  gtk_label_set_max_width_chars (GTK_LABEL (label), self->narrow ? 40 : 14);
  for (guint i = 0; styles[i] != NULL; i++)
    gtk_widget_add_css_class (label, styles[i]);

  return label;
}

static char *
dup_name (const Step *step)
{
  /* Translators: a step and its day, for a screen reader */
  g_autofree char *text = step->detail != NULL && *step->detail != '\0'
                              ? g_strdup_printf (_ ("%s, %s"), step->title, step->detail)
                              : g_strdup (step->title);

  switch (step->state)
    {
    case GRAM_STEP_DONE:
      return g_strdup_printf (_ ("Done: %s"), text);
    case GRAM_STEP_NOW:
      return g_strdup_printf (_ ("Now: %s"), text);
    case GRAM_STEP_COMING:
    default:
      return g_strdup_printf (_ ("Later: %s"), text);
    }
}

static GtkWidget *
step_new (GramStateTrack *self, guint position)
{
  static const char *const now[] = { "heading", NULL };
  static const char *const other[] = { "body", NULL };
  static const char *const coming[] = { "body", "dimmed", NULL };
  static const char *const caption[] = { "caption", "dimmed", "numeric", NULL };
  const Step *step = self->steps->pdata[position];
  const char *const *styles = step->state == GRAM_STEP_NOW    ? now
                              : step->state == GRAM_STEP_DONE ? other
                                                              : coming;
  GtkOrientation across = self->narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
  GtkWidget *box
      = g_object_new (GTK_TYPE_BOX, "orientation", across, "spacing", self->narrow ? 12 : 3,
                      "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = dup_name (step);

  gtk_box_append (GTK_BOX (box), mark_new (self, position));
  gtk_box_append (GTK_BOX (texts), label_new (self, step->title, styles));
  if (step->detail != NULL && (*step->detail != '\0' || !self->narrow))
    gtk_box_append (GTK_BOX (texts), label_new (self, step->detail, caption));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (texts, "texts");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return box;
}

static void
build (GramStateTrack *self)
{
  GtkWidget *box
      = g_object_new (GTK_TYPE_BOX, "orientation",
                      self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                      "homogeneous", !self->narrow, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                      NULL);

  gtk_widget_add_css_class (box, self->narrow ? "narrow" : "wide");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("States"),
                                  -1);
  for (guint i = 0; i < self->steps->len; i++)
    gtk_box_append (GTK_BOX (box), step_new (self, i));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
gram_state_track_finalize (GObject *object)
{
  g_clear_pointer (&GRAM_STATE_TRACK (object)->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_state_track_parent_class)->finalize (object);
}

static void
gram_state_track_class_init (GramStateTrackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_state_track_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statetrack");
}

static void
gram_state_track_init (GramStateTrack *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
}

GtkWidget *
gram_state_track_new (void)
{
  return g_object_new (GRAM_TYPE_STATE_TRACK, NULL);
}

void
gram_state_track_clear (GramStateTrack *self)
{
  g_return_if_fail (GRAM_IS_STATE_TRACK (self));

  g_ptr_array_set_size (self->steps, 0);
  build (self);
}

void
gram_state_track_add (GramStateTrack *self,
                      const char *title,
                      const char *detail,
                      GramStepState state)
{
  Step *step;

  g_return_if_fail (GRAM_IS_STATE_TRACK (self));
  g_return_if_fail (title != NULL);
  g_return_if_fail (state <= GRAM_STEP_COMING);

  step = g_new0 (Step, 1);
  step->title = g_strdup (title);
  step->detail = g_strdup (detail);
  step->state = state;
  g_ptr_array_add (self->steps, step);
  build (self);
}

void
gram_state_track_set_narrow (GramStateTrack *self, gboolean narrow)
{
  g_return_if_fail (GRAM_IS_STATE_TRACK (self));

  if (self->narrow == !!narrow)
    return;

  self->narrow = !!narrow;
  build (self);
}

guint
gram_state_track_count (GramStateTrack *self, guint *n_done)
{
  guint n = 0;

  g_return_val_if_fail (GRAM_IS_STATE_TRACK (self), 0);

  for (guint i = 0; i < self->steps->len; i++)
    if (((const Step *)self->steps->pdata[i])->state == GRAM_STEP_DONE)
      n++;
  if (n_done != NULL)
    *n_done = n;

  return self->steps->len;
}
