/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-draft.h"

#include "gram-import-draft-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramImportDraft, gram_import_draft, G_TYPE_OBJECT)

typedef enum
{
  PROP_FILE = 1,
  PROP_ACCOUNT_KIND,
  PROP_PRESET,
  PROP_FORMAT,
  PROP_ENCODING,
  PROP_DELIMITER,
  PROP_DATE_ORDER,
  PROP_DECIMAL,
  PROP_STATUS,
  PROP_ONLY_COLUMN,
  PROP_ONLY_VALUE,
  PROP_SKIP_REJECTED,
  PROP_READY,
} GramImportDraftProp;

static GParamSpec *properties[PROP_READY + 1];

static void
notify (GramImportDraft *self, GramImportDraftProp prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

void
_gram_import_draft_update_ready (GramImportDraft *self)
{
  g_autofree char *lacking = NULL;
  gboolean ready = FALSE;

  if (self->columns != NULL)
    {
      lacking = gram_import_draft_check (self);
      ready = lacking == NULL;
    }
  if (self->ready == ready)
    return;
  self->ready = ready;
  notify (self, PROP_READY);
}

static const char *
get_preset (GramImportDraft *self)
{
  const char *name = gram_mapping_get_name (self->mapping);

  return g_str_equal (name, "custom") ? "" : name;
}

/* What the mapping says, after it was replaced or changed. */
static void
notify_mapping (GramImportDraft *self)
{
  notify (self, PROP_PRESET);
  notify (self, PROP_DATE_ORDER);
  notify (self, PROP_DECIMAL);
  notify (self, PROP_ONLY_COLUMN);
  notify (self, PROP_ONLY_VALUE);
  _gram_import_draft_update_ready (self);
}

void
_gram_import_draft_take_mapping (GramImportDraft *self, GramMapping *mapping)
{
  const char *only_column = gram_mapping_get_only_column (mapping);
  const char *only_value = gram_mapping_get_only_value (mapping);

  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->mapping, gram_mapping_free);
  self->mapping = mapping;
  g_set_str (&self->only_column, only_column != NULL ? only_column : "");
  g_set_str (&self->only_value, only_value != NULL ? only_value : "");
  notify_mapping (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
_gram_import_draft_take_layout (GramImportDraft *self, const GramTableLayout *layout)
{
  self->layout = *layout;
  notify (self, PROP_FORMAT);
  notify (self, PROP_ENCODING);
  notify (self, PROP_DELIMITER);
}

/* Another preset; how dates and decimals are written, and which rows are taken, is the person's choice and stays. */
static void
set_preset (GramImportDraft *self, const char *preset)
{
  GramMapping *mapping = NULL;

  if (g_strcmp0 (preset, get_preset (self)) == 0)
    return;
  if (preset != NULL && *preset != '\0')
    mapping = gram_mapping_new_preset (preset);
  else if (self->columns != NULL)
    mapping = gram_mapping_new_proposal ((const char *const *)self->columns);
  else
    mapping = gram_mapping_new ();
  g_return_if_fail (mapping != NULL);

  gram_mapping_set_date_order (mapping, gram_mapping_get_date_order (self->mapping));
  gram_mapping_set_decimal_separator (mapping, gram_mapping_get_decimal_separator (self->mapping));
  gram_mapping_set_only (mapping, gram_mapping_get_only_column (self->mapping),
                         gram_mapping_get_only_value (self->mapping));
  _gram_import_draft_take_mapping (self, mapping);
}

static void
set_layout_word (GramImportDraft *self, GramImportDraftProp prop, const char *word)
{
  GramTableLayout before = self->layout;
  gboolean known;

  if (prop == PROP_FORMAT)
    known = gram_table_format_parse (word, &self->layout.format);
  else if (prop == PROP_ENCODING)
    known = gram_table_encoding_parse (word, &self->layout.encoding);
  else
    known = gram_table_delimiter_parse (word, &self->layout.delimiter);
  g_return_if_fail (known);

  if (before.format == self->layout.format && before.encoding == self->layout.encoding
      && before.delimiter == self->layout.delimiter)
    return;
  /* A person's choice; the next preview does not find it out anew. */
  self->layout_chosen = TRUE;
  notify (self, prop);
}

static void
set_date_order (GramImportDraft *self, const char *word)
{
  int order = 0;

  g_return_if_fail (gram_word_parse ("date-order", word, &order));
  if (order == (int)gram_mapping_get_date_order (self->mapping))
    return;
  gram_mapping_set_date_order (self->mapping, (GramDateOrder)order);
  notify (self, PROP_DATE_ORDER);
}

static void
set_decimal (GramImportDraft *self, const char *word)
{
  char separator = 0;

  g_return_if_fail (gram_decimal_separator_parse (word, &separator));
  if (separator == gram_mapping_get_decimal_separator (self->mapping))
    return;
  gram_mapping_set_decimal_separator (self->mapping, separator);
  notify (self, PROP_DECIMAL);
}

static void
set_only (GramImportDraft *self, GramImportDraftProp prop, const char *text)
{
  char **place = prop == PROP_ONLY_COLUMN ? &self->only_column : &self->only_value;

  if (!g_set_str (place, text != NULL ? text : ""))
    return;
  /* Half a condition is none. */
  if (*self->only_column != '\0' && *self->only_value != '\0')
    gram_mapping_set_only (self->mapping, self->only_column, self->only_value);
  else
    gram_mapping_set_only (self->mapping, NULL, NULL);
  notify (self, prop);
  _gram_import_draft_update_ready (self);
}

static void
set_account_kind (GramImportDraft *self, guint kind)
{
  if (self->account_kind == (GramAccountKind)kind)
    return;
  self->account_kind = (GramAccountKind)kind;
  notify (self, PROP_ACCOUNT_KIND);
  _gram_import_draft_update_ready (self);
}

static void
gram_import_draft_finalize (GObject *object)
{
  GramImportDraft *self = GRAM_IMPORT_DRAFT (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->mapping, gram_mapping_free);
  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->fingerprint, g_free);
  g_clear_pointer (&self->only_column, g_free);
  g_clear_pointer (&self->only_value, g_free);

  G_OBJECT_CLASS (gram_import_draft_parent_class)->finalize (object);
}

static void
gram_import_draft_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramImportDraft *self = GRAM_IMPORT_DRAFT (object);

  switch ((GramImportDraftProp)prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_ACCOUNT_KIND:
      g_value_set_uint (value, self->account_kind);
      break;
    case PROP_PRESET:
      g_value_set_string (value, get_preset (self));
      break;
    case PROP_FORMAT:
      g_value_set_string (value, gram_table_format_word (self->layout.format));
      break;
    case PROP_ENCODING:
      g_value_set_string (value, gram_table_encoding_word (self->layout.encoding));
      break;
    case PROP_DELIMITER:
      g_value_set_string (value, gram_table_delimiter_word (self->layout.delimiter));
      break;
    case PROP_DATE_ORDER:
      g_value_set_string (value, gram_word_for ("date-order",
                                                (int)gram_mapping_get_date_order (self->mapping)));
      break;
    case PROP_DECIMAL:
      g_value_set_string (value, gram_decimal_separator_word (
                                     gram_mapping_get_decimal_separator (self->mapping)));
      break;
    case PROP_STATUS:
      g_value_set_uint (value, self->status);
      break;
    case PROP_ONLY_COLUMN:
      g_value_set_string (value, self->only_column);
      break;
    case PROP_ONLY_VALUE:
      g_value_set_string (value, self->only_value);
      break;
    case PROP_SKIP_REJECTED:
      g_value_set_boolean (value, self->skip_rejected);
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_status (GramImportDraft *self, guint status)
{
  if (self->status == (GramVehicleStatus)status)
    return;
  self->status = (GramVehicleStatus)status;
  notify (self, PROP_STATUS);
}

static void
set_skip_rejected (GramImportDraft *self, gboolean skip)
{
  if (self->skip_rejected == skip)
    return;
  self->skip_rejected = skip;
  notify (self, PROP_SKIP_REJECTED);
}

static void
gram_import_draft_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  GramImportDraft *self = GRAM_IMPORT_DRAFT (object);

  switch ((GramImportDraftProp)prop_id)
    {
    case PROP_FILE:
      gram_import_draft_set_file (self, g_value_get_object (value));
      break;
    case PROP_ACCOUNT_KIND:
      set_account_kind (self, g_value_get_uint (value));
      break;
    case PROP_PRESET:
      set_preset (self, g_value_get_string (value));
      break;
    case PROP_FORMAT:
    case PROP_ENCODING:
    case PROP_DELIMITER:
      set_layout_word (self, (GramImportDraftProp)prop_id, g_value_get_string (value));
      break;
    case PROP_DATE_ORDER:
      set_date_order (self, g_value_get_string (value));
      break;
    case PROP_DECIMAL:
      set_decimal (self, g_value_get_string (value));
      break;
    case PROP_STATUS:
      set_status (self, g_value_get_uint (value));
      break;
    case PROP_ONLY_COLUMN:
    case PROP_ONLY_VALUE:
      set_only (self, (GramImportDraftProp)prop_id, g_value_get_string (value));
      break;
    case PROP_SKIP_REJECTED:
      set_skip_rejected (self, g_value_get_boolean (value));
      break;
    case PROP_READY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_import_draft_class_init (GramImportDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = gram_import_draft_finalize;
  object_class->get_property = gram_import_draft_get_property;
  object_class->set_property = gram_import_draft_set_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_ACCOUNT_KIND]
      = g_param_spec_uint ("account-kind", NULL, NULL, GRAM_ACCOUNT_CCS_USED, GRAM_ACCOUNT_CCTS,
                           GRAM_ACCOUNT_CCS_USED, flags);
  properties[PROP_PRESET] = g_param_spec_string ("preset", NULL, NULL, "", flags);
  properties[PROP_FORMAT] = g_param_spec_string ("format", NULL, NULL, "csv", flags);
  properties[PROP_ENCODING] = g_param_spec_string ("encoding", NULL, NULL, "utf-8", flags);
  properties[PROP_DELIMITER] = g_param_spec_string ("delimiter", NULL, NULL, "comma", flags);
  properties[PROP_DATE_ORDER] = g_param_spec_string ("date-order", NULL, NULL, "iso", flags);
  properties[PROP_DECIMAL] = g_param_spec_string ("decimal", NULL, NULL, "point", flags);
  properties[PROP_STATUS] = g_param_spec_uint ("status", NULL, NULL, GRAM_VEHICLE_ENTERED,
                                               GRAM_VEHICLE_READY, GRAM_VEHICLE_ENTERED, flags);
  properties[PROP_ONLY_COLUMN] = g_param_spec_string ("only-column", NULL, NULL, "", flags);
  properties[PROP_ONLY_VALUE] = g_param_spec_string ("only-value", NULL, NULL, "", flags);
  properties[PROP_SKIP_REJECTED] = g_param_spec_boolean ("skip-rejected", NULL, NULL, FALSE, flags);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_import_draft_init (GramImportDraft *self)
{
  self->account_kind = GRAM_ACCOUNT_CCS_USED;
  self->mapping = gram_mapping_new ();
  self->layout = (GramTableLayout){ .format = GRAM_TABLE_CSV,
                                    .encoding = GRAM_TABLE_UTF8,
                                    .delimiter = ',' };
  self->only_column = g_strdup ("");
  self->only_value = g_strdup ("");
}

GramImportDraft *
gram_import_draft_new (const char *folder)
{
  GramImportDraft *self = g_object_new (GRAM_TYPE_IMPORT_DRAFT, NULL);

  self->folder = folder != NULL
                     ? g_strdup (folder)
                     : g_build_filename (g_get_user_config_dir (), "gram", "mappings", NULL);
  return self;
}

GFile *
gram_import_draft_get_file (GramImportDraft *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_DRAFT (self), NULL);

  return self->file;
}

void
gram_import_draft_set_file (GramImportDraft *self, GFile *file)
{
  g_return_if_fail (GRAM_IS_IMPORT_DRAFT (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (!g_set_object (&self->file, file))
    return;
  /* Another file may be written another way. */
  self->layout_chosen = FALSE;
  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->fingerprint, g_free);
  notify (self, PROP_FILE);
  _gram_import_draft_update_ready (self);
}

void
gram_import_draft_set_column (GramImportDraft *self, const char *field, const char *header)
{
  GramField parsed;

  g_return_if_fail (GRAM_IS_IMPORT_DRAFT (self));
  g_return_if_fail (gram_field_parse (field, &parsed));

  if (g_strcmp0 (gram_mapping_get_column (self->mapping, parsed), header) == 0)
    return;
  gram_mapping_set_column (self->mapping, parsed, header);
  g_object_freeze_notify (G_OBJECT (self));
  notify_mapping (self);
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
gram_import_draft_get_column (GramImportDraft *self, const char *field)
{
  GramField parsed;

  g_return_val_if_fail (GRAM_IS_IMPORT_DRAFT (self), NULL);
  g_return_val_if_fail (gram_field_parse (field, &parsed), NULL);

  return gram_mapping_get_column (self->mapping, parsed);
}

char *
gram_import_draft_dup_source (GramImportDraft *self, const char *field)
{
  GramField parsed;

  g_return_val_if_fail (GRAM_IS_IMPORT_DRAFT (self), NULL);
  g_return_val_if_fail (gram_field_parse (field, &parsed), NULL);

  return gram_mapping_dup_source (self->mapping, parsed);
}

GArray *
gram_import_draft_list_fields (GramImportDraft *self)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (GramImportField));
  guint kind;

  g_return_val_if_fail (GRAM_IS_IMPORT_DRAFT (self), fields);

  kind = 1u << self->account_kind;
  for (GramField field = GRAM_FIELD_IDENTIFIER; field < GRAM_N_FIELDS; field++)
    {
      const GramFieldInfo *info = gram_field_info (field);
      const GramImportField shown = { .name = info->key,
                                      .title = gram_field_title (field),
                                      .hint = _ (info->hint),
                                      .needed = (info->needed_by & kind) != 0 };

      if ((info->accounts & kind) != 0)
        g_array_append_val (fields, shown);
    }
  return fields;
}

char *
gram_import_draft_check (GramImportDraft *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (GRAM_IS_IMPORT_DRAFT (self), NULL);

  if (self->columns == NULL)
    return g_strdup (_ ("Choose a file first."));
  if (!gram_mapping_check (self->mapping, (const char *const *)self->columns, self->account_kind,
                           &error))
    return g_strdup (error->message);
  return NULL;
}

gboolean
gram_import_draft_is_ready (GramImportDraft *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_DRAFT (self), FALSE);

  return self->ready;
}

GVariant *
gram_import_draft_to_arguments (GramImportDraft *self, const char *account_number)
{
  GVariantDict dict;
  g_autofree char *mapping = NULL;

  g_return_val_if_fail (GRAM_IS_IMPORT_DRAFT (self), NULL);
  g_return_val_if_fail (self->file != NULL, NULL);
  g_return_val_if_fail (account_number != NULL, NULL);

  /* The mapping's text names a preset as well, and holds what was chosen beside it. */
  mapping = gram_mapping_to_json (self->mapping);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "account", "s", account_number);
  g_variant_dict_insert (&dict, "file", "s", g_file_peek_path (self->file));
  g_variant_dict_insert (&dict, "mapping", "s", mapping);
  g_variant_dict_insert (&dict, "format", "s", gram_table_format_word (self->layout.format));
  g_variant_dict_insert (&dict, "encoding", "s", gram_table_encoding_word (self->layout.encoding));
  if (self->layout.format == GRAM_TABLE_CSV)
    g_variant_dict_insert (&dict, "delimiter", "s",
                           gram_table_delimiter_word (self->layout.delimiter));
  g_variant_dict_insert (&dict, "status", "s", gram_word_for ("vehicle-status", (int)self->status));
  if (self->skip_rejected)
    g_variant_dict_insert (&dict, "skip-rejected", "b", TRUE);
  return g_variant_dict_end (&dict);
}
