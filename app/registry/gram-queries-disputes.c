/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-disputes.h"

#include "gram-check.h"
#include "gram-identifier.h"
#include "gram-json-variant.h"
#include "gram-queries-people-private.h"
#include "gram-vehicle-fields.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* A member may ask who could open the dispute; the administrator's side may always. */
static gboolean
check_asker (GramRegistry *self,
             GramActor *actor,
             gint64 account_id,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;

  if (!_gram_query_view (self, actor, account_id, &person, &account, refusal, error))
    return FALSE;
  return _gram_check_administrators_side (person)
         || _gram_check_allowed (self, gram_command_find ("dispute.open"), person, account, refusal,
                                 error);
}

static gboolean
read_identifier (const char *text,
                 GramIdentifierKind kind,
                 const char *title,
                 char **normal,
                 GramRefusal **refusal)
{
  GramIdentifier identifier;
  g_autoptr (GError) why = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (!gram_identifier_parse (text, &identifier, &why))
    return gram_refuse (refusal, "dispute.identifier", NULL, "%s: %s", title, why->message);
  if (identifier.kind != kind)
    return gram_refuse (refusal, "dispute.identifier", NULL,
                        _ ("“%s” does not belong here; put it into the other field: %s"), text,
                        title);
  *normal = g_strdup (identifier.text);
  return TRUE;
}

static GramVehicleRecord *
read_wanted (gint64 account_id, const char *vin, const char *chassis, GramRefusal **refusal)
{
  g_autoptr (GramVehicleRecord) wanted = gram_vehicle_record_new ();

  wanted->account_id = account_id;
  if (!read_identifier (vin, GRAM_IDENTIFIER_VIN, _ ("VIN"), &wanted->vin, refusal)
      || !read_identifier (chassis, GRAM_IDENTIFIER_CHASSIS, _ ("Chassis number"), &wanted->chassis,
                           refusal))
    return NULL;
  if (wanted->vin == NULL && wanted->chassis == NULL)
    {
      gram_refuse (refusal, "dispute.identifier", NULL,
                   _ ("Give the VIN or the chassis number of the vehicle"));
      return NULL;
    }
  return g_steal_pointer (&wanted);
}

/* Reads both rows whether or not there are any, so that all three answers cost the same. */
static gboolean
find_wanted (GramRegistry *self,
             const GramVehicleRecord *wanted,
             GramWhereabouts *where,
             gint64 *vehicle_id,
             GError **error)
{
  gint64 ids[2] = { 0 };

  *where = GRAM_WHEREABOUTS_UNKNOWN;
  *vehicle_id = 0;
  if (!gram_vehicle_table_find (self->store, wanted, &ids[0], &ids[1], error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GramVehicleRecord) found = NULL;

      if (!gram_vehicle_table_get (self->store, ids[i], &found, error))
        return FALSE;
      if (found == NULL)
        continue;
      if (found->account_id == wanted->account_id)
        {
          *where = GRAM_WHEREABOUTS_HERE;
          *vehicle_id = found->id;
        }
      else if (*where == GRAM_WHEREABOUTS_UNKNOWN)
        *where = GRAM_WHEREABOUTS_ELSEWHERE;
    }
  return TRUE;
}

gboolean
gram_registry_look_up_vehicle (GramRegistry *self,
                               GramActor *actor,
                               gint64 account_id,
                               const char *vin,
                               const char *chassis,
                               GramWhereabouts *where,
                               gint64 *vehicle_id,
                               GramRefusal **refusal,
                               GError **error)
{
  g_autoptr (GramVehicleRecord) wanted = NULL;
  gboolean good;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (actor != NULL, FALSE);
  g_return_val_if_fail (where != NULL && vehicle_id != NULL, FALSE);

  if (!gram_store_begin_read (self->store, error))
    return FALSE;
  good = check_asker (self, actor, account_id, refusal, error);
  if (good)
    wanted = read_wanted (account_id, vin, chassis, refusal);
  good = wanted != NULL && find_wanted (self, wanted, where, vehicle_id, error);
  gram_store_end_read (self->store);
  return good;
}

/* The case, if @actor may see it, and what they see of it; NULL for one that is not there as well. */
static gboolean
find_case (GramRegistry *self,
           GramActor *actor,
           gint64 case_id,
           GramCaseRecord **record,
           guint *lanes,
           GError **error)
{
  g_autoptr (GramCaseRecord) found = NULL;
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramRefusal) no = NULL;

  *record = NULL;
  if (!gram_case_table_get (self->store, case_id, &found, error))
    return FALSE;
  if (found == NULL)
    return TRUE;
  if (!_gram_query_view (self, actor, found->account_id, &person, NULL, &no, error))
    return no != NULL;
  *lanes = 1u << GRAM_LANE_HOLDER;
  if (_gram_check_administrators_side (person))
    *lanes |= 1u << GRAM_LANE_INTERNAL;
  *record = g_steal_pointer (&found);
  return TRUE;
}

static GPtrArray *
read_attachments (GramRegistry *self,
                  GramActor *actor,
                  gint64 case_id,
                  GramRefusal **refusal,
                  GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  guint lanes;

  if (!find_case (self, actor, case_id, &record, &lanes, error))
    return NULL;
  if (record != NULL)
    return gram_attachment_table_list (self->store, case_id, lanes, error);
  gram_refuse (refusal, "case.unknown", NULL, _ ("There is no case %" PRId64), case_id);
  return NULL;
}

GPtrArray *
gram_registry_attachments (GramRegistry *self,
                           GramActor *actor,
                           gint64 case_id,
                           GramRefusal **refusal,
                           GError **error)
{
  GPtrArray *attachments;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  attachments = read_attachments (self, actor, case_id, refusal, error);
  gram_store_end_read (self->store);
  return attachments;
}

/* An attachment that is not there, of another account and of the other lane get one answer. */
static gboolean
read_attachment (GramRegistry *self,
                 GramActor *actor,
                 gint64 attachment_id,
                 GramAttachmentRecord **attachment,
                 GramRefusal **refusal,
                 GError **error)
{
  g_autoptr (GramAttachmentRecord) found = NULL;
  g_autoptr (GramCaseRecord) record = NULL;
  guint lanes;

  if (!gram_attachment_table_get (self->store, attachment_id, &found, error)
      || (found != NULL && !find_case (self, actor, found->case_id, &record, &lanes, error)))
    return FALSE;
  if (record == NULL || (lanes & 1u << found->lane) == 0)
    return gram_refuse (refusal, "attachment.unknown", NULL, _ ("There is no attachment %" PRId64),
                        attachment_id);
  *attachment = g_steal_pointer (&found);
  return TRUE;
}

GBytes *
gram_registry_attachment_content (GramRegistry *self,
                                  GramActor *actor,
                                  gint64 attachment_id,
                                  GramAttachmentRecord **record,
                                  GramRefusal **refusal,
                                  GError **error)
{
  g_autoptr (GramAttachmentRecord) attachment = NULL;
  GBytes *bytes = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (read_attachment (self, actor, attachment_id, &attachment, refusal, error))
    bytes = gram_attachment_table_read (self->store, attachment, error);
  gram_store_end_read (self->store);
  if (bytes != NULL && record != NULL)
    *record = g_steal_pointer (&attachment);
  return bytes;
}

static GPtrArray *
read_edits (GramRegistry *self,
            GramActor *actor,
            gint64 message_id,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GramCaseMessageRecord) message = NULL;
  g_autoptr (GramCaseRecord) record = NULL;
  guint lanes;

  if (!gram_case_message_table_get (self->store, message_id, &message, error)
      || (message != NULL && !find_case (self, actor, message->case_id, &record, &lanes, error)))
    return NULL;
  if (record != NULL && (lanes & 1u << message->lane) != 0)
    return gram_case_message_table_history (self->store, message_id, error);
  gram_refuse (refusal, "message.unknown", NULL, _ ("There is no message %" PRId64), message_id);
  return NULL;
}

GPtrArray *
gram_registry_message_edits (GramRegistry *self,
                             GramActor *actor,
                             gint64 message_id,
                             GramRefusal **refusal,
                             GError **error)
{
  GPtrArray *edits;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  edits = read_edits (self, actor, message_id, refusal, error);
  gram_store_end_read (self->store);
  return edits;
}

GVariant *
gram_registry_dispute_details (const GramDisputeRecord *dispute)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  const GramVehicleField *fields = gram_vehicle_fields ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GVariant) known = NULL;
  GramJson root;

  g_return_val_if_fail (dispute != NULL, NULL);

  if (dispute->details != NULL && *dispute->details != '\0')
    node = gram_json_parse (dispute->details, -1, NULL);
  if (node != NULL)
    {
      root = gram_json_root (node);
      known = gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, NULL);
    }
  for (gsize i = 0; known != NULL && i < GRAM_VEHICLE_FIELD_N; i++)
    {
      const char *text;

      if (g_variant_lookup (known, fields[i].name, "&s", &text))
        g_variant_builder_add (&builder, "{ss}", fields[i].name, text);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}
