/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-rows.h"

/* What gramctl tells about each kind of thing: the keys of its JSON and CSV. */

static void
set_words (GramctlRow *row, const char *key, const char *vocabulary, guint flags)
{
  g_autofree const char **words = gram_words_of_set (vocabulary, flags);

  gramctl_row_set (row, key, g_variant_new_strv (words, -1));
}

void
gramctl_row_fill_account (GramctlRow *self, const GramAccountRecord *account)
{
  gramctl_row_set_text (self, "account", account->number);
  gramctl_row_set_text (self, "kind", gram_word_for ("account-kind", (int)account->kind));
  gramctl_row_set_text (self, "holder", account->holder);
  gramctl_row_set_text (self, "state", gram_word_for ("account-state", (int)account->state));
  set_words (self, "auto-accept", "auto-accept", account->auto_accept);
  gramctl_row_set_text (self, "contact-name", account->contact_name);
  gramctl_row_set_text (self, "contact-email", account->contact_email);
  gramctl_row_set_text (self, "contact-phone", account->contact_phone);
  gramctl_row_set_text (self, "address", account->address);
  gramctl_row_set_instant (self, "opened-at", account->opened_at);
  gramctl_row_set_number (self, "version", account->version);
  gramctl_row_set_number (self, "id", account->id);
}

void
gramctl_row_fill_vehicle (GramctlRow *self, const GramVehicleRecord *vehicle)
{
  const char type[] = { vehicle->type, '\0' };

  gramctl_row_set_number (self, "id", vehicle->id);
  gramctl_row_set_text (self, "vehicle", vehicle->label);
  gramctl_row_set_text (self, "status", gram_word_for ("vehicle-status", (int)vehicle->status));
  gramctl_row_set_text (self, "attention", gram_word_for ("attention", (int)vehicle->attention));
  set_words (self, "missing", "missing", vehicle->missing);
  gramctl_row_set_text (self, "vin", vehicle->vin);
  gramctl_row_set_text (self, "chassis", vehicle->chassis);
  gramctl_row_set_text (self, "register-key", vehicle->register_key);
  gramctl_row_set_text (self, "make", vehicle->make);
  gramctl_row_set_text (self, "model", vehicle->model);
  gramctl_row_set_text (self, "variant", vehicle->variant);
  gramctl_row_set_text (self, "class", vehicle->vehicle_class);
  gramctl_row_set_text (self, "type", type);
  gramctl_row_set_number (self, "made-year", vehicle->made_year);
  gramctl_row_set_text (self, "fuel", vehicle->fuel);
  gramctl_row_set_number (self, "engine-cc", vehicle->engine_cc);
  gramctl_row_set_number (self, "mass-kg", vehicle->mass_kg);
  gramctl_row_set_text (self, "test-cycle", vehicle->test_cycle);
  gramctl_row_set_text (self, "co2-source", vehicle->co2_source);
  gramctl_row_set_grams (self, "co2-g-km", vehicle->co2_micro);
  gramctl_row_set_grams (self, "saving-g-km", vehicle->saving_micro);
  gramctl_row_set_grams (self, "corrected-g-km", vehicle->corrected_micro);
  gramctl_row_set_text (self, "eco-codes", vehicle->eco_codes);
  gramctl_row_set_number (self, "units", vehicle->units);
  gramctl_row_set_text (self, "registered-on", vehicle->registered_on);
  gramctl_row_set_instant (self, "entered-at", vehicle->entered_at);
  gramctl_row_set_instant (self, "ready-at", vehicle->ready_at);
  gramctl_row_set_instant (self, "accepted-at", vehicle->accepted_at);
  gramctl_row_set_text (self, "accepted-by", vehicle->accepted_by);
  gramctl_row_set (self, "accepted-automatically",
                   g_variant_new_boolean (vehicle->accepted_automatically));
  gramctl_row_set_number (self, "rulebook", vehicle->rulebook_id);
  gramctl_row_set_number (self, "version", vehicle->version);
}

void
gramctl_row_fill_person (GramctlRow *self, const GramPersonRecord *person)
{
  gramctl_row_set_number (self, "id", person->id);
  gramctl_row_set_text (self, "email", person->email);
  gramctl_row_set_text (self, "name", person->name);
  gramctl_row_set_text (self, "role", gram_word_for ("role", (int)person->role));
  gramctl_row_set_instant (self, "created-at", person->created_at);
  gramctl_row_set_instant (self, "last-sign-in", person->last_sign_in);
  gramctl_row_set_number (self, "failed-tries", person->failed_tries);
}

void
gramctl_row_fill_rulebook (GramctlRow *self, const GramRulebookRecord *rulebook)
{
  gramctl_row_set_number (self, "id", rulebook->id);
  gramctl_row_set_text (self, "scheme", rulebook->scheme);
  gramctl_row_set_text (self, "version", rulebook->version);
  gramctl_row_set_text (self, "valid-from", rulebook->valid_from);
  gramctl_row_set_instant (self, "published-at", rulebook->published_at);
}

void
gramctl_row_fill_journal (GramctlRow *self, const GramJournalEntry *entry)
{
  gramctl_row_set_number (self, "id", entry->id);
  gramctl_row_set_instant (self, "at", entry->at);
  gramctl_row_set_number (self, "person", entry->person_id);
  gramctl_row_set_number (self, "account-id", entry->account_id);
  gramctl_row_set_text (self, "command", entry->command);
  gramctl_row_set_text (self, "request", entry->request_id);
  gramctl_row_set_text (self, "arguments", entry->arguments);
  gramctl_row_set_text (self, "result", entry->result);
}

void
gramctl_row_fill_import (GramctlRow *self, const GramImportRecord *import)
{
  gramctl_row_set_number (self, "id", import->id);
  gramctl_row_set_instant (self, "at", import->at);
  gramctl_row_set_text (self, "person", import->person);
  gramctl_row_set_text (self, "file", import->file_name);
  gramctl_row_set_text (self, "sha256", import->sha256);
  gramctl_row_set_text (self, "format", import->format);
  gramctl_row_set_number (self, "rows", import->rows_read);
  gramctl_row_set_number (self, "new", import->rows_new);
  gramctl_row_set_number (self, "changed", import->rows_changed);
  gramctl_row_set_number (self, "unchanged", import->rows_unchanged);
  gramctl_row_set_number (self, "differing", import->rows_differing);
  gramctl_row_set_number (self, "rejected", import->rows_rejected);
}

void
gramctl_row_fill_difference (GramctlRow *self, const GramVehicleDifference *difference)
{
  gramctl_row_set_text (self, "vehicle", difference->label);
  gramctl_row_set_number (self, "vehicle-id", difference->vehicle_id);
  gramctl_row_set_text (self, "field", difference->field);
  gramctl_row_set_text (self, "registry-value", difference->registry_value);
  gramctl_row_set_text (self, "file-value", difference->file_value);
  gramctl_row_set_number (self, "import", difference->import_id);
  gramctl_row_set_number (self, "row", difference->import_row);
}
