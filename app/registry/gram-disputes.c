/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-vehicle-table.h"
#include "gram-cases.h"
#include "gram-dispute-forms.h"
#include "gram-handlers-disputes.h"
#include "gram-selection.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Cases that one command opens at most; more vehicles share one. */
#define MOST_CASES 10000

/* A vehicle that gets a dispute of its own. */
typedef struct
{
  gint64 id;
  char *label;
  char *stated;
} Disputed;

/* What a selection comes to, vehicle by vehicle. */
typedef struct
{
  const GramDisputeForm *form;
  gboolean correction;
  gboolean shared;

  /* Of a shared dispute: the first vehicle, and what all of them say. */
  char *label;
  char *stated;
  gboolean differ;

  /* Else. */
  GArray *each;
} Opening;

static void
disputed_clear (gpointer data)
{
  Disputed *self = data;

  g_free (self->label);
  g_free (self->stated);
}

static void
opening_clear (Opening *self)
{
  g_free (self->label);
  g_free (self->stated);
  g_clear_pointer (&self->each, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opening, opening_clear)

static void
share (Opening *self, const GramVehicleRecord *vehicle, char *stated)
{
  if (self->label == NULL)
    {
      self->label = g_strdup (vehicle->label);
      self->stated = stated;
      return;
    }
  self->differ = self->differ || !g_str_equal (self->stated, stated);
  g_free (stated);
}

/* Whether a vehicle can be disputed (or corrected) as the form says; remembers what its case will say. */
static gboolean
check_vehicle (GramCall *call,
               const GramVehicleRecord *vehicle,
               gpointer data,
               GramRefusal **refusal)
{
  Opening *self = data;
  char *stated;

  if (!gram_dispute_check_status (self->correction, vehicle->status, vehicle->attention, refusal)
      || !gram_dispute_form_check_vehicle (self->form, vehicle, refusal))
    return FALSE;
  stated = gram_dispute_forms_stated (self->form, vehicle);
  if (self->shared)
    share (self, vehicle, stated);
  else if (self->each->len < MOST_CASES)
    {
      Disputed each = { vehicle->id, g_strdup (vehicle->label), stated };

      g_array_append_val (self->each, each);
    }
  else
    /* Too many, which is said once all are counted. */
    g_free (stated);
  return TRUE;
}

/* Opens one case with what it says and the vehicles that it is about. */
static gboolean
open_case (GramCall *call,
           GramCaseKind kind,
           GramDisputeRecord *says,
           const char *label,
           const char *due_on,
           const gint64 *ids,
           guint n_ids,
           gint64 *case_id,
           GError **error)
{
  gboolean corrects = kind == GRAM_CASE_CORRECTION;

  if (!gram_cases_open_due (call, kind, corrects ? ids[0] : 0, label, due_on, case_id, error))
    return FALSE;
  says->case_id = *case_id;
  return gram_dispute_table_insert (call->unit, says, error)
         && (n_ids == 0
             || gram_case_vehicle_table_add (call->unit, *case_id, ids, n_ids, !corrects, error));
}

/* One case about all of them. Its label is no sentence, so that it reads alike in every language. */
static gboolean
open_shared (GramCall *call,
             const Opening *opening,
             const GArray *ids,
             const char *due_on,
             GArray *cases,
             GError **error)
{
  g_autoptr (GramDisputeRecord) says = gram_dispute_forms_record (opening->form);
  g_autofree char *label = ids->len > 1 ? g_strdup_printf ("%s +%u", opening->label, ids->len - 1)
                                        : g_strdup (opening->label);
  gint64 case_id;

  /* Where the records say different things, each of them says its own. */
  g_set_str (&says->stated, opening->differ ? "" : opening->stated);
  if (!open_case (call, GRAM_CASE_DISPUTE, says, label, due_on, (const gint64 *)ids->data, ids->len,
                  &case_id, error))
    return FALSE;
  g_array_append_val (cases, case_id);
  return TRUE;
}

static gboolean
open_each (GramCall *call,
           const Opening *opening,
           const char *due_on,
           GArray *cases,
           GError **error)
{
  g_autoptr (GramDisputeRecord) says = gram_dispute_forms_record (opening->form);

  for (guint i = 0; i < opening->each->len; i++)
    {
      const Disputed *each = &g_array_index (opening->each, Disputed, i);
      gint64 case_id;

      g_set_str (&says->stated, each->stated);
      if (!open_case (call, GRAM_CASE_DISPUTE, says, each->label, due_on, &each->id, 1, &case_id,
                      error)
          || !gram_call_progress (call, i, opening->each->len, i, error))
        return FALSE;
      g_array_append_val (cases, case_id);
    }
  return TRUE;
}

static void
answer_cases (GramCall *call, const GArray *cases, gint64 vehicles, gint64 skipped)
{
  gram_call_answer (call, "cases",
                    g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, cases->data, cases->len,
                                               sizeof (gint64)));
  gram_call_answer_int64 (call, "vehicles", vehicles);
  gram_call_answer_int64 (call, "skipped", skipped);
}

/* All that a filter means; it was read, so that what cannot be disputed is left out, and counted. */
static GArray *
named_ids (GramCall *call, GramSelection *selection, GError **error)
{
  return selection->query != NULL ? gram_vehicle_table_ids (call->store, selection->query, 0, error)
                                  : g_array_ref (selection->ids);
}

static gboolean
check_number (const Opening *opening, guint n_vehicles, GramRefusal **refusal)
{
  if (n_vehicles == 0)
    return gram_refuse (refusal, "dispute.none", NULL,
                        _ ("None of these vehicles can be disputed like this now"));
  if (n_vehicles > 1 && gram_dispute_forms_is_identifier (opening->form))
    return gram_refuse (refusal, "dispute.one-vehicle", NULL,
                        _ ("No two vehicles have the same identifier; dispute it for one vehicle "
                           "at a time"));
  if (!opening->shared && n_vehicles > MOST_CASES)
    return gram_refuse (refusal, "dispute.too-many", NULL,
                        _ ("One command opens at most %d disputes; let the vehicles share one"),
                        MOST_CASES);
  return TRUE;
}

static gboolean
open_selected (GramCall *call, const GramDisputeForm *form, GramRefusal **refusal, GError **error)
{
  g_auto (GramSelection) selection = { 0 };
  g_auto (Opening) opening = { .form = form, .shared = gram_call_get_boolean (call, "shared") };
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) named = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *due_on = NULL;

  opening.each = g_array_new (FALSE, FALSE, sizeof (Disputed));
  g_array_set_clear_func (opening.each, disputed_clear);
  if (!gram_selection_read (&selection, call, refusal, error))
    return FALSE;
  named = named_ids (call, &selection, error);
  if (named == NULL)
    return FALSE;
  ids = gram_selection_check (call, named, check_vehicle, &opening,
                              selection.query != NULL || gram_call_get_boolean (call, "skip"),
                              refusal, error);
  if (ids == NULL || !check_number (&opening, ids->len, refusal)
      || !gram_cases_due (call, GRAM_CASE_DISPUTE, &due_on, error)
      || !(opening.shared ? open_shared (call, &opening, ids, due_on, cases, error)
                          : open_each (call, &opening, due_on, cases, error)))
    return FALSE;
  answer_cases (call, cases, ids->len, named->len - ids->len);
  return TRUE;
}

/* A vehicle that stands on this account is not missing; of one that stands elsewhere nothing is said, nor of one that the
 * registry does not know: both get the same answer. */
static gboolean
check_missing (GramCall *call, const GramDisputeForm *form, GramRefusal **refusal, GError **error)
{
  const char *const names[] = { form->vin, form->chassis };
  gint64 live;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 here = 0;

      if (names[i] != NULL && *names[i] != '\0'
          && !gram_vehicle_find_on_account (call->store, call->account->id, names[i], &here, error))
        return FALSE;
      if (here != 0)
        return gram_refuse (refusal, "dispute.here", NULL,
                            _ ("Vehicle %s stands on account %s already; look for it in the list"),
                            names[i], call->account->number);
    }
  if (!gram_dispute_table_find_missing (call->store, call->account->id, form->vin, form->chassis,
                                        &live, error))
    return FALSE;
  return live == 0
         || gram_refuse (refusal, "dispute.already", NULL,
                         _ ("This vehicle was reported as missing already: case %" PRId64), live);
}

static gboolean
open_missing (GramCall *call, const GramDisputeForm *form, GramRefusal **refusal, GError **error)
{
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramDisputeRecord) says = gram_dispute_forms_record (form);
  g_autoptr (GVariant) vehicles = gram_call_dup_value (call, "vehicles");
  g_autoptr (GVariant) filter = gram_call_dup_value (call, "filter");
  const char *label = form->vin != NULL && *form->vin != '\0' ? form->vin : form->chassis;
  g_autofree char *due_on = NULL;
  gint64 case_id;

  if (vehicles != NULL || filter != NULL)
    return gram_refuse (refusal, "dispute.not-for-kind", NULL,
                        _ ("A missing vehicle is named by its identifier, not by a selection"));
  if (!check_missing (call, form, refusal, error)
      || !gram_cases_due (call, GRAM_CASE_DISPUTE, &due_on, error)
      || !open_case (call, GRAM_CASE_DISPUTE, says, label, due_on, NULL, 0, &case_id, error))
    return FALSE;
  g_array_append_val (cases, case_id);
  answer_cases (call, cases, 0, 0);
  return TRUE;
}

gboolean
gram_disputes_open (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramDisputeForm) form = gram_dispute_forms_read (call, FALSE, refusal, error);

  if (form == NULL)
    return FALSE;
  return form->kind == GRAM_DISPUTE_MISSING ? open_missing (call, form, refusal, error)
                                            : open_selected (call, form, refusal, error);
}

/* One correction at a time, or the second would be about what the first has changed. */
static gboolean
check_no_correction (GramCall *call,
                     const GramVehicleRecord *vehicle,
                     GramRefusal **refusal,
                     GError **error)
{
  gint64 live;

  if (!gram_case_vehicle_table_live (call->store, vehicle->id, GRAM_CASE_CORRECTION, &live, error))
    return FALSE;
  return live == 0
         || gram_refuse (refusal, "correction.already", NULL,
                         _ ("A correction of %s was asked for already: case %" PRId64),
                         vehicle->label, live);
}

gboolean
gram_disputes_open_correction (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramDisputeForm) form = gram_dispute_forms_read (call, TRUE, refusal, error);
  g_auto (Opening) opening = { .form = form, .correction = TRUE, .shared = TRUE };
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GramDisputeRecord) says = NULL;
  g_autofree char *due_on = NULL;
  gint64 id = gram_call_get_int64 (call, "vehicle", 0);
  gint64 case_id;

  if (form == NULL || !gram_vehicle_table_get (call->store, id, &vehicle, error))
    return FALSE;
  if (vehicle == NULL || vehicle->account_id != call->account->id)
    return gram_selection_refuse_unknown (call, refusal);
  if (!check_vehicle (call, vehicle, &opening, refusal)
      || !check_no_correction (call, vehicle, refusal, error))
    return FALSE;
  says = gram_dispute_forms_record (form);
  g_set_str (&says->stated, opening.stated);
  if (!gram_cases_due (call, GRAM_CASE_CORRECTION, &due_on, error)
      || !open_case (call, GRAM_CASE_CORRECTION, says, vehicle->label, due_on, &vehicle->id, 1,
                     &case_id, error))
    return FALSE;
  gram_call_answer_int64 (call, "case", case_id);
  return TRUE;
}
