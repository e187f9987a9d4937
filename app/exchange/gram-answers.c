/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-answers.h"

#include "gram-dispute-form.h"
#include "gram-identifier.h"
#include "gram-json-variant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT(member) G_STRUCT_OFFSET (GramAnswer, member)
#define TEXT_AT(answer, offset) G_STRUCT_MEMBER (char *, answer, offset)

static const char *const members[]
    = { "account", "case",   "chassis", "claimed", "decided_on",   "dispute",
        "field",   "kind",   "outcome", "reason",  "register_key", "right_account",
        "stated",  "values", "vin",     NULL };

/* Members that are texts which a line may leave out. */
static const struct
{
  const char *member;
  gsize offset;
} texts[] = {
  { "vin", AT (vin) },
  { "chassis", AT (chassis) },
  { "register_key", AT (register_key) },
  { "field", AT (field) },
  { "stated", AT (stated) },
  { "claimed", AT (claimed) },
  { "right_account", AT (right_account) },
  { "reason", AT (reason) },
};

GramAnswer *
gram_answer_new (void)
{
  return g_new0 (GramAnswer, 1);
}

void
gram_answer_free (GramAnswer *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (TEXT_AT (self, texts[i].offset));
  for (gsize i = 0; i < G_N_ELEMENTS (self->values); i++)
    g_free (self->values[i]);
  g_free (self->account);
  g_free (self);
}

gboolean
gram_answer_set_value (GramAnswer *self, const char *field, const char *text)
{
  const GramVehicleField *found = gram_vehicle_field_find (field);

  g_return_val_if_fail (self != NULL, FALSE);

  if (found == NULL)
    return FALSE;

  g_set_str (&self->values[found - gram_vehicle_fields ()], text);
  return TRUE;
}

static GVariant *
values_of (const GramAnswer *self)
{
  const GramVehicleField *fields = gram_vehicle_fields ();
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  gboolean any = FALSE;

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (self->values[i] != NULL)
      {
        g_variant_builder_add (&builder, "{ss}", fields[i].name, self->values[i]);
        any = TRUE;
      }

  return any ? g_variant_ref_sink (g_variant_builder_end (&builder)) : NULL;
}

char *
gram_answer_to_line (const GramAnswer *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) values = NULL;
  g_autoptr (GVariant) line = NULL;
  char day[GRAM_DATE_BUFFER];

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_dict_insert (&dict, "case", "x", self->number);
  g_variant_dict_insert (&dict, "kind", "s", gram_word_for ("case-kind", (int)self->kind));
  g_variant_dict_insert (&dict, "dispute", "s", gram_word_for ("dispute-kind", (int)self->dispute));
  g_variant_dict_insert (&dict, "outcome", "s", gram_word_for ("case-outcome", (int)self->outcome));
  g_variant_dict_insert (&dict, "account", "s", self->account);
  g_variant_dict_insert (&dict, "decided_on", "s", gram_date_print (day, self->decided_on));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = TEXT_AT (self, texts[i].offset);

      if (text != NULL && *text != '\0')
        g_variant_dict_insert (&dict, texts[i].member, "s", text);
    }
  values = values_of (self);
  if (values != NULL)
    g_variant_dict_insert_value (&dict, "values", values);
  line = g_variant_ref_sink (g_variant_dict_end (&dict));

  return gram_json_from_variant (line);
}

static gboolean
read_word (const GramJson *at,
           const char *member,
           const char *vocabulary,
           int *value,
           GError **error)
{
  GramJson place;
  const char *word;

  if (!gram_json_get_text (at, member, &word, error) || !gram_json_get (at, member, &place, error))
    return FALSE;
  if (gram_word_parse (vocabulary, word, value))
    return TRUE;

  return gram_json_set_error (&place, error, _ ("“%s” is not known"), word);
}

/* Kind and outcome have more words than an answer takes. */
static gboolean
read_words (GramAnswer *self, const GramJson *at, GError **error)
{
  int kind = 0;
  int dispute = 0;
  int outcome = 0;

  if (!read_word (at, "kind", "case-kind", &kind, error)
      || !read_word (at, "dispute", "dispute-kind", &dispute, error)
      || !read_word (at, "outcome", "case-outcome", &outcome, error))
    return FALSE;
  if (kind != GRAM_CASE_DISPUTE && kind != GRAM_CASE_CORRECTION)
    return gram_json_set_error (at, error, _ ("only disputes and corrections have answers"));
  if (kind == GRAM_CASE_CORRECTION && dispute == GRAM_DISPUTE_MISSING)
    return gram_json_set_error (at, error, _ ("a missing vehicle is disputed, not corrected"));
  if (outcome != GRAM_CASE_UPHELD && outcome != GRAM_CASE_NOT_UPHELD)
    return gram_json_set_error (at, error, _ ("the outcome has to be upheld or not-upheld"));

  self->kind = (GramCaseKind)kind;
  self->dispute = (GramDisputeKind)dispute;
  self->outcome = (GramCaseOutcome)outcome;
  return TRUE;
}

static gboolean
read_day (GramAnswer *self, const GramJson *at, GError **error)
{
  GramJson place;
  const char *text;

  if (!gram_json_get_text (at, "decided_on", &text, error)
      || !gram_json_get (at, "decided_on", &place, error))
    return FALSE;
  if (gram_date_parse (text, GRAM_DATE_ISO, &self->decided_on, NULL))
    return TRUE;

  return gram_json_set_error (&place, error, _ ("“%s” is no day such as 2026-02-14"), text);
}

static gboolean
read_texts (GramAnswer *self, const GramJson *at, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text;

      if (!gram_json_has (at, texts[i].member))
        continue;
      if (!gram_json_get_text (at, texts[i].member, &text, error))
        return FALSE;
      TEXT_AT (self, texts[i].offset) = *text != '\0' ? g_strdup (text) : NULL;
    }

  return TRUE;
}

/* The canonical text of a field, nothing else. */
static gboolean
check_value (const GramJson *at, const GramVehicleField *field, const char *text, GError **error)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autofree char *canonical = gram_vehicle_field_read (field, text, GRAM_DATE_NONE, &refusal);

  if (canonical == NULL)
    return gram_json_set_error (at, error, "%s", refusal->message);
  if (strcmp (canonical, text) != 0)
    return gram_json_set_error (at, error, _ ("“%s” has to be written as “%s”"), text, canonical);

  return TRUE;
}

static gboolean
check_field (const GramJson *at, const char *name, const char *text, GError **error)
{
  return text == NULL || check_value (at, gram_vehicle_field_find (name), text, error);
}

static gboolean
check_account (const GramJson *at, const char *text, GError **error)
{
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  g_autoptr (GError) problem = NULL;

  if (!gram_account_number_parse (text, number, &problem))
    return gram_json_set_error (at, error, "%s", problem->message);
  if (!g_str_equal (number, text))
    return gram_json_set_error (at, error, _ ("“%s” has to be written as “%s”"), text, number);

  return TRUE;
}

static gboolean
read_values (GramAnswer *self, const GramJson *at, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  GramJson values;

  if (!gram_json_has (at, "values"))
    return TRUE;
  if (!gram_json_get_object (at, "values", &values, error))
    return FALSE;

  json_object_iter_init_ordered (&iter, json_node_get_object (values.node));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      const GramVehicleField *field = gram_vehicle_field_find (name);
      const char *text;
      GramJson place;

      if (!gram_json_get_text (&values, name, &text, error)
          || !gram_json_get (&values, name, &place, error))
        return FALSE;
      if (field == NULL)
        return gram_json_set_error (&place, error, _ ("vehicles have no such field"));
      if (!check_value (&place, field, text, error))
        return FALSE;
      gram_answer_set_value (self, name, text);
    }

  return TRUE;
}

static gboolean
check_disputed (const GramAnswer *self, const GramJson *at, GError **error)
{
  gboolean value = self->dispute == GRAM_DISPUTE_VALUE;
  const GramVehicleField *field = gram_vehicle_field_find (self->field);

  if (value != (self->field != NULL) || value != (self->claimed != NULL)
      || (!value && self->stated != NULL))
    return gram_json_set_error (at, error,
                                value ? _ ("a disputed value has a field and what it should be")
                                      : _ ("only a disputed value has a field"));
  if (!value)
    return TRUE;
  if (field == NULL)
    return gram_json_set_error (at, error, _ ("vehicles have no field “%s”"), self->field);

  return check_value (at, field, self->claimed, error);
}

/* What goes together: values and another account only where something was upheld. */
static gboolean
check_outcome (const GramAnswer *self, const GramJson *at, GError **error)
{
  g_autoptr (GVariant) values = values_of (self);
  gboolean upheld = self->outcome == GRAM_CASE_UPHELD;

  if (!upheld && (values != NULL || self->right_account != NULL))
    return gram_json_set_error (at, error,
                                _ ("what was not upheld has neither values nor another account"));
  if (upheld && self->dispute == GRAM_DISPUTE_VALUE && values == NULL)
    return gram_json_set_error (at, error, _ ("the corrected values are missing"));
  if (self->dispute == GRAM_DISPUTE_NOT_OURS && values != NULL)
    return gram_json_set_error (at, error, _ ("a vehicle that is moved has no corrected values"));
  if (self->dispute != GRAM_DISPUTE_NOT_OURS && self->right_account != NULL)
    return gram_json_set_error (at, error, _ ("only a vehicle that is moved has another account"));
  if (!upheld && self->reason == NULL)
    return gram_json_set_error (at, error, _ ("the reason is missing"));

  return self->right_account == NULL || check_account (at, self->right_account, error);
}

static gboolean
check_reason (GramAnswer *self, const GramJson *at, GError **error)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autofree char *reason = NULL;

  if (self->reason == NULL)
    return TRUE;

  reason = gram_dispute_check_text (self->reason, _ ("Reason"), GRAM_DISPUTE_REASON_MAX, &refusal);
  if (reason == NULL)
    return gram_json_set_error (at, error, "%s", refusal->message);

  g_set_str (&self->reason, reason);
  return TRUE;
}

static gboolean
read_answer (GramAnswer *self, const GramJson *at, GError **error)
{
  const char *account;
  GramJson place;

  if (!gram_json_check_members (at, members, error)
      || !gram_json_get_integer (at, "case", 1, G_MAXINT64, &self->number, error)
      || !read_words (self, at, error) || !read_day (self, at, error)
      || !gram_json_get_text (at, "account", &account, error)
      || !gram_json_get (at, "account", &place, error) || !check_account (&place, account, error)
      || !read_texts (self, at, error) || !read_values (self, at, error))
    return FALSE;

  self->account = g_strdup (account);
  if (self->vin == NULL && self->chassis == NULL && self->register_key == NULL)
    return gram_json_set_error (at, error, _ ("nothing says which vehicle it is about"));

  return check_field (at, "vin", self->vin, error)
         && check_field (at, "chassis", self->chassis, error)
         && check_field (at, "register_key", self->register_key, error)
         && check_disputed (self, at, error) && check_outcome (self, at, error)
         && check_reason (self, at, error);
}

GramAnswer *
gram_answer_from_line (const char *line, gssize length, GError **error)
{
  g_autoptr (GramAnswer) self = gram_answer_new ();
  g_autoptr (JsonNode) node = NULL;
  GramJson root;

  g_return_val_if_fail (line != NULL, NULL);

  node = gram_json_parse (line, length, error);
  if (node == NULL)
    return NULL;

  root = gram_json_root (node);
  if (!read_answer (self, &root, error))
    return NULL;

  return g_steal_pointer (&self);
}
