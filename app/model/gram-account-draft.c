/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-draft.h"

#include <glib/gstdio.h>

#define GROUP "account"

struct _GramAccountDraft
{
  GObject parent_instance;

  /* Owned References */
  char *file;
  char *holder;
  char *contact_name;
  char *contact_email;
  char *contact_phone;
  char *address;
  char *owner_email;
  char *step;

  guint kind;
  gboolean auto_accept;
  gboolean complete;
};

G_DEFINE_FINAL_TYPE (GramAccountDraft, gram_account_draft, G_TYPE_OBJECT)

typedef enum
{
  PROP_HOLDER = 1,
  PROP_KIND,
  PROP_CONTACT_NAME,
  PROP_CONTACT_EMAIL,
  PROP_CONTACT_PHONE,
  PROP_ADDRESS,
  PROP_AUTO_ACCEPT,
  PROP_OWNER_EMAIL,
  PROP_STEP,
  PROP_COMPLETE,
} GramAccountDraftProp;

static GParamSpec *properties[PROP_COMPLETE + 1];

/* The texts of a draft: their place, their key in the file and in the command's arguments. */
static const struct
{
  GramAccountDraftProp prop;
  const char *key;
  gsize offset;
  gboolean argument;
} texts[] = {
  { PROP_HOLDER, "holder", G_STRUCT_OFFSET (GramAccountDraft, holder), TRUE },
  { PROP_CONTACT_NAME, "contact-name", G_STRUCT_OFFSET (GramAccountDraft, contact_name), TRUE },
  { PROP_CONTACT_EMAIL, "contact-email", G_STRUCT_OFFSET (GramAccountDraft, contact_email), TRUE },
  { PROP_CONTACT_PHONE, "contact-phone", G_STRUCT_OFFSET (GramAccountDraft, contact_phone), TRUE },
  { PROP_ADDRESS, "address", G_STRUCT_OFFSET (GramAccountDraft, address), TRUE },
  { PROP_OWNER_EMAIL, "owner", G_STRUCT_OFFSET (GramAccountDraft, owner_email), TRUE },
  { PROP_STEP, "step", G_STRUCT_OFFSET (GramAccountDraft, step), FALSE },
};

static char **
text_at (GramAccountDraft *self, gsize index)
{
  return G_STRUCT_MEMBER_P (self, texts[index].offset);
}

static gboolean
has_text (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return TRUE;
    }
  return FALSE;
}

static void
update_complete (GramAccountDraft *self)
{
  gboolean complete = self->kind != 0 && has_text (self->holder) && has_text (self->contact_name)
                      && has_text (self->contact_email);

  if (self->complete == complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
set_text (GramAccountDraft *self, gsize index, const char *value)
{
  if (!g_set_str (text_at (self, index), value != NULL ? value : ""))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[texts[index].prop]);
  update_complete (self);
}

static void
set_kind (GramAccountDraft *self, guint kind)
{
  if (self->kind == kind)
    return;
  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
  update_complete (self);
}

static void
set_auto_accept (GramAccountDraft *self, gboolean auto_accept)
{
  auto_accept = !!auto_accept;
  if (self->auto_accept == auto_accept)
    return;
  self->auto_accept = auto_accept;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTO_ACCEPT]);
}

static void
gram_account_draft_finalize (GObject *object)
{
  GramAccountDraft *self = GRAM_ACCOUNT_DRAFT (object);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (text_at (self, i), g_free);
  g_clear_pointer (&self->file, g_free);

  G_OBJECT_CLASS (gram_account_draft_parent_class)->finalize (object);
}

static gboolean
find_text (GramAccountDraftProp prop, gsize *index)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i].prop != prop)
        continue;
      *index = i;
      return TRUE;
    }
  return FALSE;
}

static void
gram_account_draft_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramAccountDraft *self = GRAM_ACCOUNT_DRAFT (object);
  gsize index;

  if (find_text ((GramAccountDraftProp)prop_id, &index))
    g_value_set_string (value, *text_at (self, index));
  else if ((GramAccountDraftProp)prop_id == PROP_KIND)
    g_value_set_uint (value, self->kind);
  else if ((GramAccountDraftProp)prop_id == PROP_AUTO_ACCEPT)
    g_value_set_boolean (value, self->auto_accept);
  else if ((GramAccountDraftProp)prop_id == PROP_COMPLETE)
    g_value_set_boolean (value, gram_account_draft_is_complete (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gram_account_draft_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  GramAccountDraft *self = GRAM_ACCOUNT_DRAFT (object);
  gsize index;

  if (find_text ((GramAccountDraftProp)prop_id, &index))
    set_text (self, index, g_value_get_string (value));
  else if ((GramAccountDraftProp)prop_id == PROP_KIND)
    set_kind (self, g_value_get_uint (value));
  else if ((GramAccountDraftProp)prop_id == PROP_AUTO_ACCEPT)
    set_auto_accept (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gram_account_draft_class_init (GramAccountDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = gram_account_draft_finalize;
  object_class->get_property = gram_account_draft_get_property;
  object_class->set_property = gram_account_draft_set_property;

  properties[PROP_HOLDER] = g_param_spec_string ("holder", NULL, NULL, "", flags);
  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, GRAM_ACCOUNT_CCTS, 0, flags);
  properties[PROP_CONTACT_NAME] = g_param_spec_string ("contact-name", NULL, NULL, "", flags);
  properties[PROP_CONTACT_EMAIL] = g_param_spec_string ("contact-email", NULL, NULL, "", flags);
  properties[PROP_CONTACT_PHONE] = g_param_spec_string ("contact-phone", NULL, NULL, "", flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, "", flags);
  properties[PROP_AUTO_ACCEPT] = g_param_spec_boolean ("auto-accept", NULL, NULL, FALSE, flags);
  properties[PROP_OWNER_EMAIL] = g_param_spec_string ("owner-email", NULL, NULL, "", flags);
  properties[PROP_STEP] = g_param_spec_string ("step", NULL, NULL, "", flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_account_draft_init (GramAccountDraft *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *text_at (self, i) = g_strdup ("");
}

GramAccountDraft *
gram_account_draft_new (const char *folder, const char *registry_path)
{
  GramAccountDraft *self;
  g_autofree char *own_folder = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (registry_path != NULL, NULL);

  if (folder == NULL)
    own_folder = g_build_filename (g_get_user_data_dir (), "gram", "drafts", NULL);
  /* The path of the registry is nobody's business but the draft's. */
  canonical = g_canonicalize_filename (registry_path, NULL);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  name = g_strdup_printf ("account-%.16s.ini", digest);

  self = g_object_new (GRAM_TYPE_ACCOUNT_DRAFT, NULL);
  self->file = g_build_filename (folder != NULL ? folder : own_folder, name, NULL);
  return self;
}

gboolean
gram_account_draft_resume (GramAccountDraft *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *kind = NULL;
  int value = 0;

  g_return_val_if_fail (GRAM_IS_ACCOUNT_DRAFT (self), FALSE);

  /* A draft that cannot be read is no draft; the person starts afresh. */
  if (!g_key_file_load_from_file (keys, self->file, G_KEY_FILE_NONE, NULL)
      || !g_key_file_has_group (keys, GROUP))
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_key_file_get_string (keys, GROUP, texts[i].key, NULL);

      set_text (self, i, text);
    }
  kind = g_key_file_get_string (keys, GROUP, "kind", NULL);
  set_kind (self, gram_word_parse ("account-kind", kind, &value) ? (guint)value : 0);
  set_auto_accept (self, g_key_file_get_boolean (keys, GROUP, "auto-accept", NULL));
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}

gboolean
gram_account_draft_save (GramAccountDraft *self, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *folder = NULL;
  g_autofree char *content = NULL;
  gsize length = 0;

  g_return_val_if_fail (GRAM_IS_ACCOUNT_DRAFT (self), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_key_file_set_string (keys, GROUP, texts[i].key, *text_at (self, i));
  if (self->kind != 0)
    g_key_file_set_string (keys, GROUP, "kind", gram_word_for ("account-kind", (int)self->kind));
  g_key_file_set_boolean (keys, GROUP, "auto-accept", self->auto_accept);

  folder = g_path_get_dirname (self->file);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", folder,
                   g_strerror (code));
      return FALSE;
    }
  content = g_key_file_to_data (keys, &length, NULL);
  return g_file_set_contents_full (self->file, content, (gssize)length,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

void
gram_account_draft_discard (GramAccountDraft *self)
{
  g_return_if_fail (GRAM_IS_ACCOUNT_DRAFT (self));

  g_unlink (self->file);
  g_object_freeze_notify (G_OBJECT (self));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (self, i, "");
  set_kind (self, 0);
  set_auto_accept (self, FALSE);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
gram_account_draft_is_complete (GramAccountDraft *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT_DRAFT (self), FALSE);

  return self->complete;
}

GVariant *
gram_account_draft_to_arguments (GramAccountDraft *self)
{
  static const char *const switches[] = { "credit", NULL };
  GVariantDict dict;

  g_return_val_if_fail (GRAM_IS_ACCOUNT_DRAFT (self), NULL);
  g_return_val_if_fail (self->complete, NULL);

  g_variant_dict_init (&dict, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (*text_at (self, i)));

      if (texts[i].argument && *text != '\0')
        g_variant_dict_insert (&dict, texts[i].key, "s", text);
    }
  g_variant_dict_insert (&dict, "kind", "s", gram_word_for ("account-kind", (int)self->kind));
  if (self->auto_accept)
    g_variant_dict_insert (&dict, "switches", "^as", switches);
  return g_variant_dict_end (&dict);
}
