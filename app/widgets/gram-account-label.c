/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-label.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

struct _GramAccountLabel
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkLabel *holder_label;
  GtkLabel *detail_label;

  /* Owned References */
  GramAccount *account;
};

G_DEFINE_FINAL_TYPE (GramAccountLabel, gram_account_label, ADW_TYPE_BIN)

typedef enum
{
  PROP_ACCOUNT = 1,
} GramAccountLabelProps;

static GParamSpec *properties[PROP_ACCOUNT + 1];

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (GramAccountLabel *self)
{
  g_autofree char *detail = NULL;

  if (self->account == NULL)
    return;

  detail = gram_account_label_describe_in_lines (self->account);
  gtk_label_set_text (self->holder_label, gram_account_get_holder (self->account));
  gtk_label_set_text (self->detail_label, detail);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPENED], 0);
}

static void
gram_account_label_dispose (GObject *object)
{
  GramAccountLabel *self = (GramAccountLabel *)object;

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (gram_account_label_parent_class)->dispose (object);
}

static void
gram_account_label_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramAccountLabel *self = GRAM_ACCOUNT_LABEL (object);

  switch ((GramAccountLabelProps)prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_account_label_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  GramAccountLabel *self = GRAM_ACCOUNT_LABEL (object);

  switch ((GramAccountLabelProps)prop_id)
    {
    case PROP_ACCOUNT:
      gram_account_label_set_account (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_account_label_class_init (GramAccountLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_account_label_dispose;
  object_class->get_property = gram_account_label_get_property;
  object_class->set_property = gram_account_label_set_property;

  properties[PROP_ACCOUNT]
      = g_param_spec_object ("account", NULL, NULL, GRAM_TYPE_ACCOUNT,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-account-label.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountLabel, holder_label);
  gtk_widget_class_bind_template_child (widget_class, GramAccountLabel, detail_label);
}

static void
gram_account_label_init (GramAccountLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gram_account_label_set_account (GramAccountLabel *self, GramAccount *account)
{
  g_return_if_fail (GRAM_IS_ACCOUNT_LABEL (self));

  if (self->account == account)
    return;

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  g_set_object (&self->account, account);
  if (account != NULL)
    g_signal_connect_object (account, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

GramAccount *
gram_account_label_get_account (GramAccountLabel *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT_LABEL (self), NULL);

  return self->account;
}

char *
gram_account_label_describe (GramAccount *account)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (GRAM_IS_ACCOUNT (account), NULL);

  number = gram_format_account_number (gram_account_get_number (account));

  /* Translators: number of an account, then its kind */
  return g_strdup_printf (_ ("%s · %s"), number,
                          gram_account_kind_title (gram_account_get_kind (account)));
}

char *
gram_account_label_describe_in_lines (GramAccount *account)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (GRAM_IS_ACCOUNT (account), NULL);

  number = gram_format_account_number (gram_account_get_number (account));

  return g_strdup_printf ("%s\n%s", gram_account_kind_title (gram_account_get_kind (account)),
                          number);
}
