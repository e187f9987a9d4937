/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-due-label.h"

#include "gram-case-rules.h"

struct _GramDueLabel
{
  AdwBin parent_instance;

  /* Borrowed References: children */
  GtkImage *icon;
  GtkInscription *inscription;

  guint urgency;
};

G_DEFINE_FINAL_TYPE (GramDueLabel, gram_due_label, ADW_TYPE_BIN)

typedef enum
{
  PROP_URGENCY = 1,
  PROP_TEXT,
} GramDueLabelProp;

static GParamSpec *properties[PROP_TEXT + 1];

/* How each looks; the words come from the owner. */
static const struct
{
  const char *icon_name;
  const char *style;
  gboolean heavy;
} looks[] = {
  [GRAM_CASE_URGENCY_NONE] = { NULL, NULL, FALSE },
  [GRAM_CASE_URGENCY_LATER] = { NULL, NULL, FALSE },
  [GRAM_CASE_URGENCY_SOON] = { "alarm-symbolic", NULL, FALSE },
  [GRAM_CASE_URGENCY_TODAY] = { "alarm-symbolic", "warning", TRUE },
  [GRAM_CASE_URGENCY_OVERDUE] = { "dialog-warning-symbolic", "error", TRUE },
};

static void
set_urgency (GramDueLabel *self, guint urgency)
{
  const char *classes[] = { NULL, NULL, NULL };
  guint n = 0;

  if (urgency >= G_N_ELEMENTS (looks))
    urgency = GRAM_CASE_URGENCY_NONE;
  if (self->urgency == urgency)
    return;

  self->urgency = urgency;
  gtk_widget_set_visible (GTK_WIDGET (self->icon), looks[urgency].icon_name != NULL);
  gtk_image_set_from_icon_name (self->icon, looks[urgency].icon_name);
  if (looks[urgency].style != NULL)
    classes[n++] = looks[urgency].style;
  if (looks[urgency].heavy)
    classes[n] = "heading";
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_URGENCY]);
}

static void
gram_due_label_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramDueLabel *self = GRAM_DUE_LABEL (object);

  switch ((GramDueLabelProp)prop_id)
    {
    case PROP_URGENCY:
      g_value_set_uint (value, self->urgency);
      break;
    case PROP_TEXT:
      g_value_set_string (value, gtk_inscription_get_text (self->inscription));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_due_label_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GramDueLabel *self = GRAM_DUE_LABEL (object);

  switch ((GramDueLabelProp)prop_id)
    {
    case PROP_URGENCY:
      set_urgency (self, g_value_get_uint (value));
      break;
    case PROP_TEXT:
      gtk_inscription_set_text (self->inscription, g_value_get_string (value));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_due_label_class_init (GramDueLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gram_due_label_get_property;
  object_class->set_property = gram_due_label_set_property;

  properties[PROP_URGENCY]
      = g_param_spec_uint ("urgency", NULL, NULL, 0, GRAM_CASE_URGENCY_OVERDUE, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT]
      = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_due_label_init (GramDueLabel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *inscription = gtk_inscription_new (NULL);

  self->icon = GTK_IMAGE (icon);
  self->inscription = GTK_INSCRIPTION (inscription);
  gtk_widget_set_visible (icon, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_inscription_set_text_overflow (self->inscription, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (self->inscription, 6);
  gtk_widget_set_hexpand (inscription, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), inscription);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
gram_due_label_new (void)
{
  return g_object_new (GRAM_TYPE_DUE_LABEL, NULL);
}
