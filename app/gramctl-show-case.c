/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-list.h"

#include <glib/gi18n-lib.h>

/* A vehicle of the case; how it stands is told only while it is on the account of the case. */
static GVariant *
tell_vehicle (const GramVehicleRecord *vehicle, const GramAccountRecord *account)
{
  g_autoptr (GramctlRow) row = gramctl_row_new ();

  gramctl_row_set_number (row, "id", vehicle->id);
  gramctl_row_set_text (row, "vehicle", vehicle->label);
  gramctl_row_set_text (row, "vin", vehicle->vin);
  gramctl_row_set_text (row, "chassis", vehicle->chassis);
  gramctl_row_set_text (row, "make", vehicle->make);
  gramctl_row_set_text (row, "model", vehicle->model);
  gramctl_row_set_boolean (row, "here", vehicle->account_id == account->id);
  if (vehicle->account_id == account->id)
    {
      gramctl_row_set_text (row, "status", gram_word_for ("vehicle-status", (int)vehicle->status));
      gramctl_row_set_text (row, "attention", gram_word_for ("attention", (int)vehicle->attention));
      gramctl_row_set_grams (row, "co2-g-km", vehicle->co2_micro);
      gramctl_row_set_number (row, "version", vehicle->version);
    }
  return gramctl_row_to_variant (row);
}

static void
set_vehicles (GramctlRow *row, const GramCaseDetail *detail)
{
  GVariantBuilder list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < detail->vehicles->len; i++)
    g_variant_builder_add_value (&list, tell_vehicle (detail->vehicles->pdata[i], detail->account));
  gramctl_row_set (row, "first-vehicles", g_variant_builder_end (&list));
}

GramctlExit
gramctl_show_case (Gramctl *self, const char *id)
{
  g_autoptr (GramCaseDetail) detail = NULL;
  g_autoptr (GramctlRow) row = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  gint64 case_id;

  if (!g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &case_id, NULL))
    return gramctl_usage (_ ("“%s” is not the number of a case"), id);
  detail = gram_registry_case_detail (self->registry, self->actor, case_id, &refusal, &error);
  if (detail == NULL)
    return gramctl_no (refusal, error);

  row = gramctl_row_new ();
  gramctl_row_fill_case (row, detail->row);
  gramctl_row_set_text (row, "today", detail->today);
  gramctl_row_set_record (row, "dispute", detail->dispute, (GramctlFill)gramctl_row_fill_dispute);
  set_vehicles (row, detail);
  gramctl_row_set_list (row, "messages", detail->messages, (GramctlFill)gramctl_row_fill_message);
  gramctl_row_set_list (row, "edits", detail->edits, (GramctlFill)gramctl_row_fill_message_edit);
  gramctl_row_set_list (row, "attachments", detail->attachments,
                        (GramctlFill)gramctl_row_fill_attachment);
  gramctl_row_set_list (row, "differences", detail->differences,
                        (GramctlFill)gramctl_row_fill_difference);
  gramctl_row_set_list (row, "corrections", detail->corrections,
                        (GramctlFill)gramctl_row_fill_correction);
  gramctl_row_set_list (row, "allows", detail->allows, (GramctlFill)gramctl_row_fill_case_allow);
  gramctl_print_indented (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}
