/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-form.h"

#include "gram-identifier.h"
#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT(member) G_STRUCT_OFFSET (GramDisputeForm, member)

#define DISPUTES "CO₂ account, Disputing records"
#define CORRECTIONS "CCS facts §9.4"

#define VALUE (1 << GRAM_DISPUTE_VALUE)
#define NOT_OURS (1 << GRAM_DISPUTE_NOT_OURS)
#define MISSING (1 << GRAM_DISPUTE_MISSING)
#define EVERY (VALUE | NOT_OURS | MISSING)

static const GramDisputeRow rows[] = {
  { "field", N_ ("Field"), N_ ("What is wrong in the record."), VALUE, TRUE, 40, AT (field) },
  { "claimed", N_ ("Right value"), N_ ("What it should say."), VALUE, TRUE, 200, AT (claimed) },
  { "right-account", N_ ("Right account"),
    N_ ("The number of the account that the vehicle belongs to, if you know it."), NOT_OURS, FALSE,
    40, AT (right_account) },
  { "vin", N_ ("VIN"), N_ ("17 characters, never I, O or Q."), MISSING, FALSE, 64, AT (vin) },
  { "chassis", N_ ("Chassis number"), N_ ("For example ZVW30-1234567."), MISSING, FALSE, 64,
    AT (chassis) },
  { "reason", N_ ("Reason"), N_ ("Why, and how it can be seen."), EVERY, TRUE,
    GRAM_DISPUTE_REASON_MAX, AT (reason) },
  { "citation", N_ ("Cited explanation"), N_ ("Lines of an explanation, as Gram worked them out."),
    EVERY, FALSE, GRAM_DISPUTE_CITATION_MAX, AT (citation) },
};

#define VALUE_AT(form, row) G_STRUCT_MEMBER (char *, form, (row)->offset)

const GramDisputeRow *
gram_dispute_form_rows (gsize *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}

GramDisputeForm *
gram_dispute_form_new (GramDisputeKind kind)
{
  GramDisputeForm *self = g_new0 (GramDisputeForm, 1);

  self->kind = kind;

  return self;
}

void
gram_dispute_form_free (GramDisputeForm *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_free (VALUE_AT (self, &rows[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (self->details); i++)
    g_free (self->details[i]);
  g_free (self);
}

static gboolean
refuse_value (const char *title, GramRefusal **refusal, const char *problem)
{
  /* Translators: the first %s names a field of a form, the second says what is wrong with it */
  return gram_refuse (refusal, "dispute.value", DISPUTES, _ ("%s: %s"), title, problem);
}

gboolean
gram_dispute_form_set_detail (GramDisputeForm *self, const char *name, const char *text)
{
  const GramVehicleField *field = gram_vehicle_field_find (name);

  g_return_val_if_fail (self != NULL, FALSE);

  if (field == NULL)
    return FALSE;

  g_set_str (&self->details[field - gram_vehicle_fields ()],
             text != NULL && *text != '\0' ? text : NULL);
  return TRUE;
}

static gboolean
read_details (GramDisputeForm *self, GVariant *dictionary, GramRefusal **refusal)
{
  g_autoptr (GVariant) details = g_variant_lookup_value (dictionary, "details", NULL);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (details == NULL)
    return TRUE;
  if (!g_variant_is_of_type (details, G_VARIANT_TYPE_VARDICT))
    return refuse_value (_ ("Details"), refusal, _ ("this is a value of another type"));

  g_variant_iter_init (&iter, details);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      g_autoptr (GVariant) owned = value;

      if (!g_variant_is_of_type (owned, G_VARIANT_TYPE_STRING))
        return refuse_value (gram_vehicle_field_title (name), refusal,
                             _ ("this is a value of another type"));
      if (!gram_dispute_form_set_detail (self, name, g_variant_get_string (owned, NULL)))
        return refuse_value (name, refusal, _ ("there is no such field"));
    }

  return TRUE;
}

GramDisputeForm *
gram_dispute_form_read (GramDisputeKind kind, GVariant *dictionary, GramRefusal **refusal)
{
  g_autoptr (GramDisputeForm) self = gram_dispute_form_new (kind);

  g_return_val_if_fail (dictionary != NULL, NULL);
  g_return_val_if_fail (g_variant_is_of_type (dictionary, G_VARIANT_TYPE_VARDICT), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GVariant) value = g_variant_lookup_value (dictionary, rows[i].name, NULL);

      if (value == NULL)
        continue;
      if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        {
          refuse_value (_ (rows[i].title), refusal, _ ("this is a value of another type"));
          return NULL;
        }
      VALUE_AT (self, &rows[i]) = g_variant_dup_string (value, NULL);
    }
  if (!read_details (self, dictionary, refusal))
    return NULL;

  return g_steal_pointer (&self);
}

GVariant *
gram_dispute_form_dup_details (const GramDisputeForm *self)
{
  const GramVehicleField *fields = gram_vehicle_fields ();
  GVariantBuilder builder;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (self->details[i] != NULL)
      g_variant_builder_add (&builder, "{ss}", fields[i].name, self->details[i]);

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Line ends as one character, nothing that cannot be shown, no blanks around. */
static gboolean
clean (char **text, const char *title, int max, GramRefusal **refusal)
{
  g_autofree char *problem = NULL;
  g_autoptr (GString) lines = NULL;

  if (!g_utf8_validate (*text, -1, NULL))
    return refuse_value (title, refusal, _ ("this is not text; write it again"));

  lines = g_string_new (*text);
  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);
  g_strstrip (lines->str);
  if (_gram_has_control (lines->str, "\n\t"))
    return refuse_value (title, refusal,
                         _ ("there is a character that cannot be shown; remove it"));
  if (g_utf8_strlen (lines->str, -1) <= max)
    {
      g_set_str (text, lines->str);
      return TRUE;
    }

  return gram_refuse (refusal, "dispute.too-long", DISPUTES,
                      g_dngettext (GETTEXT_PACKAGE,
                                   /* Translators: %s names a field of a form, %d is a number */
                                   "%s: write %d character at most",
                                   "%s: write %d characters at most", (gulong)max),
                      title, max);
}

static gboolean
refuse_missing (const char *title, GramRefusal **refusal)
{
  return gram_refuse (refusal, "dispute.missing", DISPUTES,
                      /* Translators: %s names a field of a form */
                      _ ("“%s” has to be filled in"), title);
}

char *
gram_dispute_check_text (const char *text, const char *title, int max, GramRefusal **refusal)
{
  g_autofree char *checked = g_strdup (text != NULL ? text : "");

  g_return_val_if_fail (title != NULL, NULL);

  if (!clean (&checked, title, max, refusal))
    return NULL;
  if (*checked == '\0')
    {
      refuse_missing (title, refusal);
      return NULL;
    }

  return g_steal_pointer (&checked);
}

/* What every row asks for: the kind, the length, whether it is needed. Empty texts become %NULL. */
static gboolean
check_row (GramDisputeForm *self, const GramDisputeRow *row, GramRefusal **refusal)
{
  char **value = &VALUE_AT (self, row);
  const char *title = _ (row->title);

  if (*value != NULL && !clean (value, title, row->max, refusal))
    return FALSE;
  if (*value != NULL && **value == '\0')
    g_clear_pointer (value, g_free);
  if ((row->kinds & (1u << self->kind)) == 0)
    return *value == NULL
           || gram_refuse (refusal, "dispute.not-for-kind", DISPUTES,
                           /* Translators: the first %s names a field of a form, the second a kind
                              of dispute */
                           _ ("“%s” does not belong to “%s”; leave it out"), title,
                           gram_dispute_kind_title (self->kind));
  if (*value == NULL && row->required)
    return refuse_missing (title, refusal);

  return TRUE;
}

static gboolean
check_value (GramDisputeForm *self, GramAccountKind account, GramDate today, GramRefusal **refusal)
{
  const GramVehicleField *field = gram_vehicle_field_find (self->field);
  char *claimed;

  if (field == NULL || !gram_vehicle_field_is_disputable (field, account))
    return gram_refuse (
        refusal, "dispute.field-unknown", DISPUTES,
        /* Translators: %s is the name of a field that somebody typed */
        _ ("Vehicles of this account have no field “%s” that can be disputed; choose "
           "another one"),
        self->field);

  claimed = gram_vehicle_field_read (field, self->claimed, today, refusal);
  if (claimed == NULL)
    return FALSE;

  g_free (self->claimed);
  self->claimed = claimed;
  return TRUE;
}

static gboolean
check_right_account (GramDisputeForm *self, const char *account_number, GramRefusal **refusal)
{
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  g_autoptr (GError) error = NULL;

  if (self->right_account == NULL)
    return TRUE;
  if (!gram_account_number_parse (self->right_account, number, &error))
    return gram_refuse (refusal, "dispute.right-account", DISPUTES,
                        _ ("Right account: %s; leave it empty if you do not know it"),
                        error->message);
  if (g_strcmp0 (number, account_number) == 0)
    return gram_refuse (refusal, "dispute.same-account", DISPUTES,
                        _ ("Right account: this is the account that the vehicle stands on; name "
                           "another one or none"));

  g_set_str (&self->right_account, number);
  return TRUE;
}

static gboolean
check_identifier (const char *name, char **value, GramRefusal **refusal)
{
  g_autoptr (GramRefusal) problem = NULL;
  char *canonical;

  if (*value == NULL)
    return TRUE;

  canonical
      = gram_vehicle_field_read (gram_vehicle_field_find (name), *value, GRAM_DATE_NONE, &problem);
  if (canonical == NULL)
    return gram_refuse (refusal, "dispute.identifier", DISPUTES, "%s", problem->message);

  g_free (*value);
  *value = canonical;
  return TRUE;
}

static gboolean
check_missing (GramDisputeForm *self,
               GramAccountKind account,
               GramDate today,
               GramRefusal **refusal)
{
  const GramVehicleField *fields = gram_vehicle_fields ();

  if (self->vin == NULL && self->chassis == NULL)
    return gram_refuse (refusal, "dispute.identifier", DISPUTES,
                        _ ("Write the VIN or the chassis number of the missing vehicle"));
  if (!check_identifier ("vin", &self->vin, refusal)
      || !check_identifier ("chassis", &self->chassis, refusal))
    return FALSE;

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    {
      char *canonical;

      if (self->details[i] == NULL)
        continue;
      if (fields[i].kind == GRAM_VEHICLE_FIELD_IDENTIFIER
          || !gram_vehicle_field_is_disputable (&fields[i], account))
        return gram_refuse (refusal, "dispute.field-unknown", DISPUTES,
                            _ ("“%s” is no detail of a vehicle of this account; leave it out"),
                            _ (fields[i].title));
      canonical = gram_vehicle_field_read (&fields[i], self->details[i], today, refusal);
      if (canonical == NULL)
        return FALSE;
      g_free (self->details[i]);
      self->details[i] = canonical;
    }

  return TRUE;
}

static gboolean
check_no_details (const GramDisputeForm *self, GramRefusal **refusal)
{
  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (self->details[i] != NULL)
      return gram_refuse (refusal, "dispute.not-for-kind", DISPUTES,
                          _ ("“%s” does not belong to “%s”; leave it out"), _ ("Details"),
                          gram_dispute_kind_title (self->kind));

  return TRUE;
}

gboolean
gram_dispute_form_check (GramDisputeForm *self,
                         GramAccountKind account,
                         const char *account_number,
                         GramDate today,
                         GramRefusal **refusal)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!check_row (self, &rows[i], refusal))
      return FALSE;

  switch (self->kind)
    {
    case GRAM_DISPUTE_VALUE:
      return check_no_details (self, refusal) && check_value (self, account, today, refusal);
    case GRAM_DISPUTE_NOT_OURS:
      return check_no_details (self, refusal)
             && check_right_account (self, account_number, refusal);
    case GRAM_DISPUTE_MISSING:
      return check_missing (self, account, today, refusal);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
gram_dispute_form_check_vehicle (const GramDisputeForm *self,
                                 const GramVehicleRecord *record,
                                 GramRefusal **refusal)
{
  const GramVehicleField *field;
  g_autofree char *stated = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (self != NULL && record != NULL, FALSE);

  if (self->kind != GRAM_DISPUTE_VALUE)
    return TRUE;

  field = gram_vehicle_field_find (self->field);
  g_return_val_if_fail (field != NULL, FALSE);

  stated = gram_vehicle_field_get (field, record);
  if (!gram_vehicle_field_same (field, stated, self->claimed))
    return TRUE;

  shown = gram_vehicle_field_format_for_people (field->name, stated);
  return gram_refuse (refusal, "dispute.not-different", DISPUTES,
                      /* Translators: a field of a vehicle, the vehicle, the value */
                      _ ("%s of %s is %s already; say what it should be instead"), _ (field->title),
                      record->label, shown);
}

gboolean
gram_dispute_check_status (gboolean correction,
                           GramVehicleStatus status,
                           GramAttention attention,
                           GramRefusal **refusal)
{
  gboolean accepted = status == GRAM_VEHICLE_ACCEPTED;

  if (correction && !accepted)
    return gram_refuse (refusal, "correction.not-accepted", CORRECTIONS,
                        _ ("The vehicle is not accepted; dispute its record instead"));
  if (!correction && accepted)
    return gram_refuse (refusal, "dispute.accepted", DISPUTES,
                        _ ("The vehicle is accepted; ask for a correction of its record instead"));
  if (!correction && attention == GRAM_ATTENTION_DISPUTED)
    return gram_refuse (refusal, "dispute.already", DISPUTES,
                        _ ("The record is disputed already; write in that dispute, or withdraw it "
                           "first"));

  return TRUE;
}
