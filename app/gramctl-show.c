/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-list.h"
#include "gramctl-rows.h"
#include "gramctl-verbs.h"

#include "gram-identifier.h"
#include "gram-queries-disputes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Ids are short; numbers that long are chassis numbers. */
#define MAX_ID_DIGITS 10

static GramctlExit
refuse_unknown (const char *what)
{
  return gramctl_refused (gram_refusal_new ("thing.unknown", NULL,
                                            _ ("There is no “%s”, or you may not see it"), what));
}

static gboolean
look_up (Gramctl *self, const char *text, GramVehicleRecord **vehicle, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GramVehicleRecord) wanted = gram_vehicle_record_new ();
  GramIdentifier identifier;
  gint64 by_vin = 0;
  gint64 by_other = 0;
  guint64 id = 0;

  if (gram_identifier_parse (text, &identifier, NULL))
    {
      g_set_str (identifier.kind == GRAM_IDENTIFIER_VIN ? &wanted->vin : &wanted->chassis,
                 identifier.text);
      if (!gram_vehicle_table_find (store, wanted, &by_vin, &by_other, error))
        return FALSE;
    }
  if (by_vin == 0)
    by_vin = by_other;
  if (by_vin == 0 && strlen (text) <= MAX_ID_DIGITS
      && g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &id, NULL))
    by_vin = (gint64)id;
  return by_vin == 0 || gram_vehicle_table_get (store, by_vin, vehicle, error);
}

gboolean
gramctl_find_vehicle (Gramctl *self,
                      const char *text,
                      GramVehicleRecord **vehicle,
                      GramctlExit *exit)
{
  g_autoptr (GramVehicleRecord) found = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;
  GramOutcome outcome = GRAM_OUTCOME_REFUSED;

  if (!look_up (self, text, &found, &error))
    {
      *exit = gramctl_failed (error);
      return FALSE;
    }
  if (found != NULL)
    outcome
        = gram_registry_may_view (self->registry, self->actor, found->account_id, &refusal, &error);
  if (outcome == GRAM_OUTCOME_DONE)
    {
      *vehicle = g_steal_pointer (&found);
      return TRUE;
    }
  *exit = outcome == GRAM_OUTCOME_FAILED ? gramctl_failed (error) : refuse_unknown (text);
  return FALSE;
}

static GramctlExit
show_vehicle (Gramctl *self, const char *id)
{
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GramctlRow) row = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!gramctl_find_vehicle (self, id, &vehicle, &exit))
    return exit;
  values = gram_registry_value_history (self->registry, self->actor, vehicle->id, &refusal, &error);
  if (values != NULL)
    cases
        = gram_registry_vehicle_cases (self->registry, self->actor, vehicle->id, &refusal, &error);
  if (cases == NULL)
    return gramctl_no (refusal, error);

  row = gramctl_row_new ();
  gramctl_row_fill_vehicle (row, vehicle);
  gramctl_row_set_list (row, "values", values, (GramctlFill)gramctl_row_fill_value);
  gramctl_row_set_list (row, "cases", cases, (GramctlFill)gramctl_row_fill_case);
  gramctl_print_indented (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

static GramctlExit
show_person (Gramctl *self, const char *id)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramctlRow) row = gramctl_row_new ();
  g_autofree char *email = g_utf8_strdown (id, -1);
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  /* Oneself may always be seen. */
  if (!g_str_equal (email, gram_actor_get_email (self->actor))
      && gram_registry_administers (self->registry, self->actor, &refusal, &error)
             != GRAM_OUTCOME_DONE)
    return gramctl_no (refusal, error);
  if (!gram_person_table_get_by_email (gram_registry_get_store (self->registry), email, &person,
                                       &error))
    return gramctl_failed (error);
  if (person == NULL)
    return refuse_unknown (id);
  gramctl_row_fill_person (row, person);
  gramctl_print_indented (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

static GramctlExit
show_rulebook (Gramctl *self, const char *id)
{
  g_autoptr (GPtrArray) rulebooks = NULL;
  g_autoptr (GramRulebookRecord) rulebook = NULL;
  g_autoptr (GramctlRow) row = gramctl_row_new ();
  GramStore *store = gram_registry_get_store (self->registry);
  gint64 found = 0;
  GError *error = NULL;

  rulebooks = gram_rulebook_table_list (store, &error);
  if (rulebooks == NULL)
    return gramctl_failed (error);
  for (guint i = 0; i < rulebooks->len; i++)
    {
      const GramRulebookRecord *record = rulebooks->pdata[i];
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);

      if (g_str_equal (record->version, id) || g_str_equal (number, id))
        found = record->id;
    }
  if (found == 0)
    return refuse_unknown (id);
  if (!gram_rulebook_table_get (store, found, &rulebook, &error))
    return gramctl_failed (error);
  gramctl_row_fill_rulebook (row, rulebook);
  gramctl_row_set_text (row, "content", rulebook->content);
  gramctl_print_indented (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

static GramctlExit
show_import (Gramctl *self, const char *id)
{
  g_autoptr (GramImportRecord) import = NULL;
  g_autoptr (GramctlRow) row = gramctl_row_new ();
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  guint64 number;

  if (!g_ascii_string_to_unsigned (id, 10, 1, G_MAXINT64, &number, NULL))
    return gramctl_usage (_ ("“%s” is not the number of an import"), id);
  if (!gram_import_table_get (gram_registry_get_store (self->registry), (gint64)number, &import,
                              &error))
    return gramctl_failed (error);
  if (gram_registry_may_view (self->registry, self->actor, import != NULL ? import->account_id : 0,
                              &refusal, &error)
      != GRAM_OUTCOME_DONE)
    return gramctl_no (refusal, error);
  g_assert (import != NULL);
  gramctl_row_fill_import (row, import);
  gramctl_print_indented (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

static GramctlExit
show_journal (Gramctl *self, const char *id)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GramctlRow) row = gramctl_row_new ();
  const GramJournalEntry *entry;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  guint64 number;

  if (!g_ascii_string_to_unsigned (id, 10, 1, G_MAXINT64 - 1, &number, NULL))
    return gramctl_usage (_ ("“%s” is not the number of an entry"), id);
  entries = gram_journal_list (gram_registry_get_store (self->registry), 0, (gint64)number + 1, 1,
                               &error);
  if (entries == NULL)
    return gramctl_failed (error);
  entry = entries->len > 0 ? entries->pdata[0] : NULL;
  if (entry != NULL && entry->id != (gint64)number)
    entry = NULL;
  if (entry != NULL && entry->account_id != 0
          ? gram_registry_may_view (self->registry, self->actor, entry->account_id, &refusal,
                                    &error)
                != GRAM_OUTCOME_DONE
          : gram_registry_administers (self->registry, self->actor, &refusal, &error)
                != GRAM_OUTCOME_DONE)
    return gramctl_no (refusal, error);
  if (entry == NULL)
    return refuse_unknown (id);
  gramctl_row_fill_journal (row, entry);
  gramctl_print_indented (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_print_record (gconstpointer record,
                      GramctlFill fill,
                      void (*print) (GVariant *value),
                      GramRefusal *refusal,
                      GError *error)
{
  g_autoptr (GramctlRow) row = NULL;

  if (record == NULL)
    return gramctl_no (refusal, error);
  row = gramctl_row_new ();
  fill (row, record);
  print (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_show_record (Gramctl *self,
                     const char *id,
                     GramctlRecord ask,
                     GramctlFill fill,
                     GDestroyNotify free_func)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gpointer record;
  gint64 number;

  if (!gramctl_read_id (id, &number, &exit))
    return exit;
  record = ask (self->registry, self->actor, number, &refusal, &error);
  exit = gramctl_print_record (record, fill, gramctl_print_indented, refusal, error);
  if (record != NULL)
    free_func (record);
  return exit;
}

GramctlExit
gramctl_verb_show (Gramctl *self, char **words)
{
  static const struct
  {
    const char *name;
    GramctlExit (*run) (Gramctl *self, const char *id);
  } kinds[] = {
    { "account", gramctl_show_account },
    { "vehicle", show_vehicle },
    { "case", gramctl_show_case },
    { "person", show_person },
    { "rulebook", show_rulebook },
    { "journal", show_journal },
    { "import", show_import },
    { "year", gramctl_show_year },
    { "trade", gramctl_show_trade },
    { "pool", gramctl_show_pool },
    { "payment-notice", gramctl_show_payment_notice },
    { "charge", gramctl_show_charge },
    { "transfer", gramctl_show_transfer },
    { "fleet-year", gramctl_show_fleet_year },
    { "credits", gramctl_show_credits },
  };
  GramctlExit exit;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (words[0], kinds[i].name))
      return gramctl_sign_in (self, &exit) ? kinds[i].run (self, words[1]) : exit;
  return gramctl_usage (_ ("“%s” cannot be shown: account, vehicle, case, person, rulebook, "
                           "journal, import, year, trade, pool, payment-notice, charge, transfer, "
                           "fleet-year or credits"),
                        words[0]);
}
