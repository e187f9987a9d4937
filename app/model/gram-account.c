/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account.h"

#include <glib/gi18n-lib.h>

struct _GramAccount
{
  GObject parent_instance;

  /* Owned References */
  GramAccountRecord *record;
};

G_DEFINE_FINAL_TYPE (GramAccount, gram_account, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_NUMBER,
  PROP_HOLDER,
  PROP_KIND,
  PROP_KIND_TITLE,
  PROP_CONTACT_NAME,
  PROP_CONTACT_EMAIL,
  PROP_CONTACT_PHONE,
  PROP_ADDRESS,
  PROP_STATE,
  PROP_STATE_TITLE,
  PROP_AUTO_ACCEPT,
  PROP_OWNER,
  PROP_PERMISSIONS,
} GramAccountProp;

static GParamSpec *properties[PROP_PERMISSIONS + 1];

/* The texts that can differ after a change, and where they stand in a record. */
static const struct
{
  GramAccountProp prop;
  gsize offset;
} texts[] = {
  { PROP_NUMBER, G_STRUCT_OFFSET (GramAccountRecord, number) },
  { PROP_HOLDER, G_STRUCT_OFFSET (GramAccountRecord, holder) },
  { PROP_CONTACT_NAME, G_STRUCT_OFFSET (GramAccountRecord, contact_name) },
  { PROP_CONTACT_EMAIL, G_STRUCT_OFFSET (GramAccountRecord, contact_email) },
  { PROP_CONTACT_PHONE, G_STRUCT_OFFSET (GramAccountRecord, contact_phone) },
  { PROP_ADDRESS, G_STRUCT_OFFSET (GramAccountRecord, address) },
};

static const char *
text_at (const GramAccountRecord *record, gsize offset)
{
  const char *text = G_STRUCT_MEMBER (const char *, record, offset);

  return text != NULL ? text : "";
}

static gboolean
notify_if (GramAccount *self, gboolean differs, GramAccountProp prop)
{
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  return differs;
}

static void
gram_account_finalize (GObject *object)
{
  GramAccount *self = GRAM_ACCOUNT (object);

  g_clear_pointer (&self->record, gram_account_record_free);

  G_OBJECT_CLASS (gram_account_parent_class)->finalize (object);
}

static void
gram_account_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramAccount *self = GRAM_ACCOUNT (object);
  const GramAccountRecord *record = self->record;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i].prop == (GramAccountProp)prop_id)
        {
          g_value_set_string (value, text_at (record, texts[i].offset));
          return;
        }
    }

  switch ((GramAccountProp)prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, record->id);
      break;
    case PROP_KIND:
      g_value_set_uint (value, record->kind);
      break;
    case PROP_KIND_TITLE:
      g_value_set_string (value, gram_account_kind_title (record->kind));
      break;
    case PROP_STATE:
      g_value_set_uint (value, record->state);
      break;
    case PROP_STATE_TITLE:
      g_value_set_string (value, gram_account_state_title (record->state));
      break;
    case PROP_AUTO_ACCEPT:
      g_value_set_uint (value, record->auto_accept);
      break;
    case PROP_OWNER:
      g_value_set_boolean (value, record->owner);
      break;
    case PROP_PERMISSIONS:
      g_value_set_uint (value, record->permissions);
      break;
    case PROP_NUMBER:
    case PROP_HOLDER:
    case PROP_CONTACT_NAME:
    case PROP_CONTACT_EMAIL:
    case PROP_CONTACT_PHONE:
    case PROP_ADDRESS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_account_class_init (GramAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = gram_account_finalize;
  object_class->get_property = gram_account_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, "", flags);
  properties[PROP_HOLDER] = g_param_spec_string ("holder", NULL, NULL, "", flags);
  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_KIND_TITLE] = g_param_spec_string ("kind-title", NULL, NULL, "", flags);
  properties[PROP_CONTACT_NAME] = g_param_spec_string ("contact-name", NULL, NULL, "", flags);
  properties[PROP_CONTACT_EMAIL] = g_param_spec_string ("contact-email", NULL, NULL, "", flags);
  properties[PROP_CONTACT_PHONE] = g_param_spec_string ("contact-phone", NULL, NULL, "", flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, "", flags);
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STATE_TITLE] = g_param_spec_string ("state-title", NULL, NULL, "", flags);
  properties[PROP_AUTO_ACCEPT]
      = g_param_spec_uint ("auto-accept", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_OWNER] = g_param_spec_boolean ("owner", NULL, NULL, FALSE, flags);
  properties[PROP_PERMISSIONS]
      = g_param_spec_uint ("permissions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_account_init (GramAccount *self)
{
}

GramAccount *
gram_account_new (const GramAccountRecord *record)
{
  GramAccount *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GRAM_TYPE_ACCOUNT, NULL);
  self->record = gram_account_record_copy (record);
  return self;
}

gboolean
gram_account_refresh (GramAccount *self, const GramAccountRecord *record)
{
  g_autoptr (GramAccountRecord) before = NULL;
  gboolean differs = FALSE;

  g_return_val_if_fail (GRAM_IS_ACCOUNT (self), FALSE);
  g_return_val_if_fail (record != NULL && record->id == self->record->id, FALSE);

  before = g_steal_pointer (&self->record);
  self->record = gram_account_record_copy (record);

  g_object_freeze_notify (G_OBJECT (self));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *old_text = text_at (before, texts[i].offset);
      const char *new_text = text_at (record, texts[i].offset);

      differs |= notify_if (self, !g_str_equal (old_text, new_text), texts[i].prop);
    }
  differs |= notify_if (self, before->kind != record->kind, PROP_KIND);
  notify_if (self, before->kind != record->kind, PROP_KIND_TITLE);
  differs |= notify_if (self, before->state != record->state, PROP_STATE);
  notify_if (self, before->state != record->state, PROP_STATE_TITLE);
  differs |= notify_if (self, before->auto_accept != record->auto_accept, PROP_AUTO_ACCEPT);
  differs |= notify_if (self, before->owner != record->owner, PROP_OWNER);
  differs |= notify_if (self, before->permissions != record->permissions, PROP_PERMISSIONS);
  g_object_thaw_notify (G_OBJECT (self));
  return differs;
}

const GramAccountRecord *
gram_account_get_record (GramAccount *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT (self), NULL);

  return self->record;
}

gint64
gram_account_get_id (GramAccount *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT (self), 0);

  return self->record->id;
}

const char *
gram_account_get_number (GramAccount *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT (self), NULL);

  return self->record->number;
}

const char *
gram_account_get_holder (GramAccount *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT (self), NULL);

  return self->record->holder;
}

GramAccountKind
gram_account_get_kind (GramAccount *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT (self), GRAM_ACCOUNT_CCS_USED);

  return self->record->kind;
}

GramAccountState
gram_account_get_state (GramAccount *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT (self), GRAM_ACCOUNT_CLOSED);

  return self->record->state;
}

guint
gram_account_get_auto_accept (GramAccount *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT (self), GRAM_AUTO_ACCEPT_OFF);

  return self->record->auto_accept;
}

gboolean
gram_account_is_owner (GramAccount *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT (self), FALSE);

  return self->record->owner;
}

const char *
gram_account_kind_title (GramAccountKind kind)
{
  switch (kind)
    {
    case GRAM_ACCOUNT_CCS_USED:
      return _ ("Clean Car Standard, used vehicles");
    case GRAM_ACCOUNT_CCS_NEW:
      return _ ("Clean Car Standard, new vehicles");
    case GRAM_ACCOUNT_CCTS:
      return _ ("Car CO₂ Trading Scheme");
    default:
      return "";
    }
}

const char *
gram_account_state_title (GramAccountState state)
{
  switch (state)
    {
    case GRAM_ACCOUNT_OPEN:
      return C_ ("account state", "Open");
    case GRAM_ACCOUNT_SUSPENDED:
      return C_ ("account state", "Suspended");
    case GRAM_ACCOUNT_BLOCKED:
      return C_ ("account state", "Blocked");
    case GRAM_ACCOUNT_CLOSING:
      return C_ ("account state", "Closing");
    case GRAM_ACCOUNT_CLOSED:
      return C_ ("account state", "Closed");
    default:
      return "";
    }
}
