/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-label.h"

#include <glib/gi18n-lib.h>

struct _GramNoticeLabel
{
  AdwBin parent_instance;

  /* Borrowed References: children */
  GtkWidget *dot;
  GtkInscription *text;
  GtkLabel *detail;

  gboolean unread;
};

G_DEFINE_FINAL_TYPE (GramNoticeLabel, gram_notice_label, ADW_TYPE_BIN)

typedef enum
{
  PROP_TEXT = 1,
  PROP_DETAIL,
  PROP_LINES,
  PROP_UNREAD,
} GramNoticeLabelProp;

static GParamSpec *properties[PROP_UNREAD + 1];

/* Where a dot is not seen its place stays, so that sentences begin below each other. */
static void
show_unread (GramNoticeLabel *self)
{
  gtk_widget_set_opacity (self->dot, self->unread ? 1 : 0);
  gtk_widget_set_tooltip_text (self->dot, self->unread ? _ ("Unread") : NULL);
  if (self->unread)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "heading");
}

static void
set_unread (GramNoticeLabel *self, gboolean unread)
{
  if (self->unread == unread)
    return;

  self->unread = unread;
  show_unread (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}

static void
set_detail (GramNoticeLabel *self, const char *detail)
{
  gtk_label_set_text (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL && *detail != '\0');
}

static void
gram_notice_label_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramNoticeLabel *self = GRAM_NOTICE_LABEL (object);

  switch ((GramNoticeLabelProp)prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, gtk_inscription_get_text (self->text));
      break;
    case PROP_DETAIL:
      g_value_set_string (value, gtk_label_get_text (self->detail));
      break;
    case PROP_LINES:
      g_value_set_uint (value, gtk_inscription_get_min_lines (self->text));
      break;
    case PROP_UNREAD:
      g_value_set_boolean (value, self->unread);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_notice_label_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  GramNoticeLabel *self = GRAM_NOTICE_LABEL (object);

  switch ((GramNoticeLabelProp)prop_id)
    {
    case PROP_TEXT:
      gtk_inscription_set_text (self->text, g_value_get_string (value));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), g_value_get_string (value));
      break;
    case PROP_DETAIL:
      set_detail (self, g_value_get_string (value));
      break;
    case PROP_LINES:
      gtk_inscription_set_min_lines (self->text, g_value_get_uint (value));
      gtk_inscription_set_nat_lines (self->text, g_value_get_uint (value));
      break;
    case PROP_UNREAD:
      set_unread (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_notice_label_class_init (GramNoticeLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gram_notice_label_get_property;
  object_class->set_property = gram_notice_label_set_property;

  properties[PROP_TEXT]
      = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINES] = g_param_spec_uint ("lines", NULL, NULL, 1, 3, 1,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNREAD]
      = g_param_spec_boolean ("unread", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_notice_label_init (GramNoticeLabel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->dot = gtk_image_new_from_icon_name ("gram-unread-symbolic");
  gtk_widget_add_css_class (self->dot, "accent");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->dot), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->detail = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->detail, 0);
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dimmed");
  /* In a table a label that wraps would be as wide as it can be. */
  self->text = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (self->text, 10);
  gtk_inscription_set_yalign (self->text, 0);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), self->dot);
  gtk_box_append (GTK_BOX (box), lines);
  adw_bin_set_child (ADW_BIN (self), box);
  set_detail (self, NULL);
  show_unread (self);
}

GtkWidget *
gram_notice_label_new (void)
{
  return g_object_new (GRAM_TYPE_NOTICE_LABEL, NULL);
}
