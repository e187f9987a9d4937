/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-forms.h"

#include "gram-exclusions.h"

#include "gram-account-life.h"
#include "gram-json-variant.h"

#include <glib/gi18n-lib.h>

static gboolean
read_kind (GramCall *call, gboolean correction, GramDisputeKind *kind, GramRefusal **refusal)
{
  const char *word = gram_call_get_string (call, "kind");
  int value;

  if (!gram_word_parse ("dispute-kind", word, &value))
    return gram_refuse (refusal, "dispute.kind", NULL,
                        _ ("“%s” is no kind of dispute: value, not-ours or missing"), word);
  if (correction && value == GRAM_DISPUTE_MISSING)
    return gram_refuse (refusal, "dispute.kind", NULL,
                        _ ("A vehicle that is missing is reported by a dispute, not corrected"));
  *kind = (GramDisputeKind)value;
  return TRUE;
}

/* The journal keeps what the word of an exclusion meant when it was claimed. */
static gboolean
note_title (GramCall *call, const GramDisputeForm *form, GError **error)
{
  g_autoptr (GHashTable) titles
      = gram_exclusions_titles (call->registry, call->account->kind, error);
  const char *title = titles != NULL && form->claimed != NULL && form->field != NULL
                              && g_str_equal (form->field, "excluded")
                          ? g_hash_table_lookup (titles, form->claimed)
                          : NULL;

  if (title != NULL)
    gram_call_note (call, "claimed-title", title);
  return titles != NULL;
}

GramDisputeForm *
gram_dispute_forms_read (GramCall *call, gboolean correction, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramDisputeForm) form = NULL;
  GramDisputeKind kind = GRAM_DISPUTE_VALUE;

  if (!read_kind (call, correction, &kind, refusal))
    return NULL;
  form = gram_dispute_form_read (kind, call->arguments, refusal);
  if (form == NULL
      || !gram_dispute_form_check (form, call->account->kind, call->account->number,
                                   gram_life_today (call), refusal)
      || !gram_exclusions_check (call->registry, call->account->kind,
                                 gram_vehicle_field_find (form->field), form->claimed, refusal,
                                 error)
      || !note_title (call, form, error))
    return NULL;
  return g_steal_pointer (&form);
}

/* What is known of a missing vehicle as JSON, empty if nothing is. */
static char *
dup_details (const GramDisputeForm *form)
{
  g_autoptr (GVariant) details = gram_dispute_form_dup_details (form);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) all = NULL;
  GVariantIter iter;
  const char *name;
  const char *text;

  if (g_variant_n_children (details) == 0)
    return g_strdup ("");
  g_variant_iter_init (&iter, details);
  while (g_variant_iter_loop (&iter, "{&s&s}", &name, &text))
    g_variant_dict_insert (&dict, name, "s", text);
  all = g_variant_ref_sink (g_variant_dict_end (&dict));
  return gram_json_from_variant (all);
}

GramDisputeRecord *
gram_dispute_forms_record (const GramDisputeForm *form)
{
  GramDisputeRecord *record = gram_dispute_record_new ();

  record->kind = form->kind;
  g_set_str (&record->field, form->field);
  g_set_str (&record->claimed, form->claimed);
  g_set_str (&record->reason, form->reason);
  g_set_str (&record->citation, form->citation);
  g_set_str (&record->right_account, form->right_account);
  g_set_str (&record->vin, form->vin);
  g_set_str (&record->chassis, form->chassis);
  g_free (record->details);
  record->details = dup_details (form);
  return record;
}

gboolean
gram_dispute_forms_is_identifier (const GramDisputeForm *form)
{
  const GramVehicleField *field = gram_vehicle_field_find (form->field);

  return field != NULL && field->kind == GRAM_VEHICLE_FIELD_IDENTIFIER;
}

char *
gram_dispute_forms_stated (const GramDisputeForm *form, const GramVehicleRecord *vehicle)
{
  const GramVehicleField *field = gram_vehicle_field_find (form->field);

  return field != NULL ? gram_vehicle_field_get (field, vehicle) : g_strdup ("");
}
