/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account.h"

#include "gram-account-rules.h"

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
  PROP_FOUR_EYES,
  PROP_LISTED,
  PROP_AML,
  PROP_AML_UNTIL,
} GramAccountProp;

static GParamSpec *properties[PROP_AML_UNTIL + 1];

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
  { PROP_AML_UNTIL, G_STRUCT_OFFSET (GramAccountRecord, aml_until) },
};

/* The numbers, enumerations and flags likewise, and the property whose text depends on one, or 0. */
static const struct
{
  GramAccountProp prop;
  gsize offset;
  GramAccountProp title;
} numbers[] = {
  { PROP_KIND, G_STRUCT_OFFSET (GramAccountRecord, kind), PROP_KIND_TITLE },
  { PROP_STATE, G_STRUCT_OFFSET (GramAccountRecord, state), PROP_STATE_TITLE },
  { PROP_AUTO_ACCEPT, G_STRUCT_OFFSET (GramAccountRecord, auto_accept), 0 },
  { PROP_OWNER, G_STRUCT_OFFSET (GramAccountRecord, owner), 0 },
  { PROP_PERMISSIONS, G_STRUCT_OFFSET (GramAccountRecord, permissions), 0 },
  { PROP_FOUR_EYES, G_STRUCT_OFFSET (GramAccountRecord, four_eyes), 0 },
  { PROP_LISTED, G_STRUCT_OFFSET (GramAccountRecord, listed), 0 },
  { PROP_AML, G_STRUCT_OFFSET (GramAccountRecord, aml), 0 },
};

static const char *
text_at (const GramAccountRecord *record, gsize offset)
{
  const char *text = G_STRUCT_MEMBER (const char *, record, offset);

  return text != NULL ? text : "";
}

static guint
number_at (const GramAccountRecord *record, gsize offset)
{
  return G_STRUCT_MEMBER (guint, record, offset);
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

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (numbers[i].prop != (GramAccountProp)prop_id)
        continue;
      if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
        g_value_set_boolean (value, number_at (record, numbers[i].offset) != 0);
      else
        g_value_set_uint (value, number_at (record, numbers[i].offset));
      return;
    }

  if (prop_id == PROP_ID)
    g_value_set_int64 (value, record->id);
  else if (prop_id == PROP_KIND_TITLE)
    g_value_set_string (value, gram_account_kind_title (record->kind));
  else if (prop_id == PROP_STATE_TITLE)
    g_value_set_string (value, gram_account_state_title (record->state));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
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
  properties[PROP_FOUR_EYES] = g_param_spec_uint ("four-eyes", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LISTED] = g_param_spec_boolean ("listed", NULL, NULL, FALSE, flags);
  properties[PROP_AML] = g_param_spec_uint ("aml", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_AML_UNTIL] = g_param_spec_string ("aml-until", NULL, NULL, "", flags);
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
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gboolean moved
          = number_at (before, numbers[i].offset) != number_at (record, numbers[i].offset);

      differs |= notify_if (self, moved, numbers[i].prop);
      if (numbers[i].title != 0)
        notify_if (self, moved, numbers[i].title);
    }
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
