/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-page.h"

typedef struct
{
  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;

  gboolean stale;
} GramPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GramPage, gram_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_SESSION = 1,
} GramPageProps;

static GParamSpec *properties[PROP_SESSION + 1];

/* The cancellable stays, so that an answer which asks on finds that nobody waits any more. */
static void
cancel_questions (GramPage *self)
{
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  g_cancellable_cancel (priv->cancellable);
  priv->stale = TRUE;
}

static void
refresh (GramPage *self)
{
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  cancel_questions (self);
  g_object_unref (priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  priv->stale = FALSE;
  if (priv->session != NULL && GRAM_PAGE_GET_CLASS (self)->refresh != NULL)
    GRAM_PAGE_GET_CLASS (self)->refresh (self);
}

static void
gram_page_map (GtkWidget *widget)
{
  GramPage *self = GRAM_PAGE (widget);
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  GTK_WIDGET_CLASS (gram_page_parent_class)->map (widget);

  if (priv->stale)
    refresh (self);
}

static void
gram_page_constructed (GObject *object)
{
  GramPage *self = GRAM_PAGE (object);
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  G_OBJECT_CLASS (gram_page_parent_class)->constructed (object);

  if (priv->session == NULL)
    return;

  g_signal_connect_object (priv->session, "changed", G_CALLBACK (gram_page_queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "permits-changed", G_CALLBACK (gram_page_queue_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "notify::account", G_CALLBACK (gram_page_queue_refresh),
                           self, G_CONNECT_SWAPPED);
}

static void
gram_page_dispose (GObject *object)
{
  GramPage *self = GRAM_PAGE (object);
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  cancel_questions (self);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (gram_page_parent_class)->dispose (object);
}

static void
gram_page_finalize (GObject *object)
{
  GramPage *self = GRAM_PAGE (object);
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  g_object_unref (priv->cancellable);

  G_OBJECT_CLASS (gram_page_parent_class)->finalize (object);
}

static void
gram_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramPage *self = GRAM_PAGE (object);

  switch ((GramPageProps)prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, gram_page_get_session (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GramPage *self = GRAM_PAGE (object);
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  switch ((GramPageProps)prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_page_class_init (GramPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = gram_page_constructed;
  object_class->dispose = gram_page_dispose;
  object_class->finalize = gram_page_finalize;
  object_class->get_property = gram_page_get_property;
  object_class->set_property = gram_page_set_property;

  widget_class->map = gram_page_map;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, GRAM_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_page_init (GramPage *self)
{
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  priv->stale = TRUE;
  priv->cancellable = g_cancellable_new ();
}

GramSession *
gram_page_get_session (GramPage *self)
{
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  g_return_val_if_fail (GRAM_IS_PAGE (self), NULL);

  return priv->session;
}

GCancellable *
gram_page_get_cancellable (GramPage *self)
{
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  g_return_val_if_fail (GRAM_IS_PAGE (self), NULL);

  return priv->cancellable;
}

void
gram_page_queue_refresh (GramPage *self)
{
  GramPagePrivate *priv = gram_page_get_instance_private (self);

  g_return_if_fail (GRAM_IS_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    priv->stale = TRUE;
}

void
gram_page_give_up (GramPage *self)
{
  g_return_if_fail (GRAM_IS_PAGE (self));

  cancel_questions (self);
}
