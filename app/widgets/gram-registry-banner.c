/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-registry-banner.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

struct _GramRegistryBanner
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwBanner *banner;

  /* Owned References */
  GramSession *session;
};

G_DEFINE_FINAL_TYPE (GramRegistryBanner, gram_registry_banner, ADW_TYPE_BIN)

typedef enum
{
  PROP_SESSION = 1,
} GramRegistryBannerProps;

static GParamSpec *properties[PROP_SESSION + 1];

static void
update (GramRegistryBanner *self)
{
  gboolean practice
      = self->session != NULL && gram_session_get_kind (self->session) == GRAM_REGISTRY_PRACTICE;
  const char *today = practice ? gram_session_get_practice_today (self->session) : NULL;
  g_autofree char *title = NULL;

  if (today != NULL)
    {
      g_autofree char *day = gram_format_date (today);

      /* Translators: %s is a date */
      title = g_strdup_printf (_ ("Practice registry · today is %s"), day);
    }
  else
    {
      title = g_strdup (_ ("Practice registry: made-up data"));
    }
  adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner, practice);
  /* A banner that is folded away would still be read out. */
  gtk_widget_set_visible (GTK_WIDGET (self), practice);
}

static void
gram_registry_banner_dispose (GObject *object)
{
  GramRegistryBanner *self = (GramRegistryBanner *)object;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_registry_banner_parent_class)->dispose (object);
}

static void
gram_registry_banner_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramRegistryBanner *self = GRAM_REGISTRY_BANNER (object);

  switch ((GramRegistryBannerProps)prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_registry_banner_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  GramRegistryBanner *self = GRAM_REGISTRY_BANNER (object);

  switch ((GramRegistryBannerProps)prop_id)
    {
    case PROP_SESSION:
      gram_registry_banner_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_registry_banner_class_init (GramRegistryBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_registry_banner_dispose;
  object_class->get_property = gram_registry_banner_get_property;
  object_class->set_property = gram_registry_banner_set_property;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, GRAM_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-registry-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, GramRegistryBanner, banner);
}

static void
gram_registry_banner_init (GramRegistryBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

GtkWidget *
gram_registry_banner_new (void)
{
  return g_object_new (GRAM_TYPE_REGISTRY_BANNER, NULL);
}

void
gram_registry_banner_set_session (GramRegistryBanner *self, GramSession *session)
{
  g_return_if_fail (GRAM_IS_REGISTRY_BANNER (self));
  g_return_if_fail (session == NULL || GRAM_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "notify::practice-today", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
