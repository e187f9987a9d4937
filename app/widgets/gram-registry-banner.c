/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-registry-banner.h"

#include "gram-formats.h"
#include "gram-questions.h"

#include <glib/gi18n-lib.h>

struct _GramRegistryBanner
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwBanner *banner;
  AdwBanner *for_me_banner;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (GramRegistryBanner, gram_registry_banner, ADW_TYPE_BIN)

typedef enum
{
  PROP_SESSION = 1,
} GramRegistryBannerProps;

static GParamSpec *properties[PROP_SESSION + 1];

/* A banner that is folded away would still be read out. */
static void
reveal (AdwBanner *banner, gboolean revealed)
{
  adw_banner_set_revealed (banner, revealed);
  gtk_widget_set_visible (GTK_WIDGET (banner), revealed);
}

/* One thing is named, several are counted. */
static char *
for_me_title (const GramForMe *for_me)
{
  guint n = for_me->invitations->len + for_me->handovers->len + for_me->requests->len;

  if (n != 1)
    return g_strdup_printf (ngettext ("%u matter waits for you", "%u matters wait for you", n), n);
  if (for_me->invitations->len == 1)
    /* Translators: %s is the holder of an account */
    return g_strdup_printf (_ ("You are invited to the account of %s"),
                            ((GramInvitationRow *)for_me->invitations->pdata[0])->holder);
  if (for_me->handovers->len == 1)
    /* Translators: %s is the holder of an account */
    return g_strdup_printf (_ ("You are offered the ownership of the account of %s"),
                            ((GramHandoverRow *)for_me->handovers->pdata[0])->holder);

  /* Translators: %s is the name of a person */
  return g_strdup_printf (_ ("A request of %s waits for your approval"),
                          ((GramRequestRow *)for_me->requests->pdata[0])->prepared_name);
}

static void
for_me_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramRegistryBanner) self = user_data;
  g_autoptr (GramForMe) for_me = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  for_me = gram_session_for_me_finish (GRAM_SESSION (object), result, NULL, &error);
  if (for_me == NULL || self->session != GRAM_SESSION (object))
    return;

  title = for_me_title (for_me);
  adw_banner_set_title (self->for_me_banner, title);
  reveal (self->for_me_banner,
          for_me->invitations->len + for_me->handovers->len + for_me->requests->len > 0);
}

/* Every page has a banner; only the one that is seen asks. */
static void
ask (GramRegistryBanner *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  if (self->session == NULL || !gram_session_get_signed_in (self->session)
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->cancellable = g_cancellable_new ();
  gram_session_for_me_async (self->session, self->cancellable, for_me_cb, g_object_ref (self));
}

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
  reveal (self->banner, practice);
}

static void
gram_registry_banner_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gram_registry_banner_parent_class)->map (widget);

  ask (GRAM_REGISTRY_BANNER (widget));
}

static void
gram_registry_banner_dispose (GObject *object)
{
  GramRegistryBanner *self = (GramRegistryBanner *)object;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

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

  widget_class->map = gram_registry_banner_map;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, GRAM_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-registry-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, GramRegistryBanner, banner);
  gtk_widget_class_bind_template_child (widget_class, GramRegistryBanner, for_me_banner);
}

static void
gram_registry_banner_init (GramRegistryBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
  reveal (self->for_me_banner, FALSE);
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
    {
      g_signal_connect_object (session, "notify::practice-today", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
    }
  update (self);
  reveal (self->for_me_banner, FALSE);
  ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
