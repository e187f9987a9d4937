/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-rows.h"

#include "gram-decimal.h"

/* What gramctl tells about each kind of thing: the keys of its JSON and CSV. */

void
gramctl_row_fill_account (GramctlRow *self, const GramAccountRecord *account)
{
  gramctl_row_set_text (self, "account", account->number);
  gramctl_row_set_text (self, "kind", gram_word_for ("account-kind", (int)account->kind));
  gramctl_row_set_text (self, "holder", account->holder);
  gramctl_row_set_text (self, "state", gram_word_for ("account-state", (int)account->state));
  gramctl_row_set_words (self, "auto-accept", "auto-accept", account->auto_accept);
  gramctl_row_set_text (self, "contact-name", account->contact_name);
  gramctl_row_set_text (self, "contact-email", account->contact_email);
  gramctl_row_set_text (self, "contact-phone", account->contact_phone);
  gramctl_row_set_text (self, "address", account->address);
  gramctl_row_set_instant (self, "opened-at", account->opened_at);
  gramctl_row_set_number (self, "version", account->version);
  gramctl_row_set_number (self, "id", account->id);
  gramctl_row_set_words (self, "four-eyes", "act", account->four_eyes);
  gramctl_row_set (self, "listed", g_variant_new_boolean (account->listed));
  gramctl_row_set_text (self, "aml", gram_word_for ("aml", (int)account->aml));
  gramctl_row_set_text (self, "aml-on", account->aml_on);
  gramctl_row_set_text (self, "aml-until", account->aml_until);
}

void
gramctl_row_fill_account_row (GramctlRow *self, const GramAccountRow *row)
{
  gramctl_row_fill_account (self, row->account);
  gramctl_row_set_text (self, "charge-scheme",
                        gram_word_for ("charge-scheme", (int)row->charge_scheme));
  gramctl_row_set_number (self, "waiting", row->waiting);
}

void
gramctl_row_fill_measure (GramctlRow *self, const GramMeasureRecord *measure)
{
  gramctl_row_set_number (self, "id", measure->id);
  gramctl_row_set_text (self, "kind", gram_word_for ("measure-kind", (int)measure->kind));
  gramctl_row_set_text (self, "state", gram_word_for ("measure-state", (int)measure->state));
  gramctl_row_set_text (self, "ground",
                        measure->ground != GRAM_MEASURE_GROUND_NONE
                            ? gram_word_for ("measure-ground", (int)measure->ground)
                            : "");
  gramctl_row_set_text (self, "reason", measure->reason);
  gramctl_row_set_text (self, "reference", measure->reference);
  gramctl_row_set_instant (self, "notified-at", measure->notified_at);
  gramctl_row_set_text (self, "remedy-by", measure->remedy_by);
  gramctl_row_set_instant (self, "began-at", measure->began_at);
  gramctl_row_set_text (self, "until", measure->until);
  gramctl_row_set_instant (self, "ended-at", measure->ended_at);
  gramctl_row_set_text (self, "end-reason", measure->end_reason);
}

void
gramctl_row_fill_closing (GramctlRow *self, const GramClosingRecord *closing)
{
  g_autofree char *credits = gram_decimal_format (closing->delete_credits, 2, 2);

  gramctl_row_set_number (self, "id", closing->id);
  gramctl_row_set_text (self, "kind", gram_word_for ("closing-kind", (int)closing->kind));
  gramctl_row_set_text (self, "state", gram_word_for ("closing-state", (int)closing->state));
  gramctl_row_set_text (self, "reason", closing->reason);
  gramctl_row_set_text (self, "reference", closing->reference);
  gramctl_row_set_text (self, "opened-by", closing->opener);
  gramctl_row_set_instant (self, "opened-at", closing->opened_at);
  gramctl_row_set_text (self, "object-by", closing->object_by);
  gramctl_row_set_text (self, "objection", closing->objection);
  gramctl_row_set_text (self, "delete-credits", credits);
  gramctl_row_set_text (self, "decided-by", closing->decider);
  gramctl_row_set_instant (self, "decided-at", closing->decided_at);
  gramctl_row_set_text (self, "decision-reason", closing->decision_reason);
}

void
gramctl_row_fill_application (GramctlRow *self, const GramApplicationRecord *application)
{
  gramctl_row_set_number (self, "id", application->id);
  gramctl_row_set_text (self, "account", application->number);
  gramctl_row_set_text (self, "holder", application->holder);
  gramctl_row_set_text (self, "state",
                        gram_word_for ("application-state", (int)application->state));
  gramctl_row_set_text (self, "saved-by", application->saver);
  gramctl_row_set_instant (self, "saved-at", application->saved_at);
  gramctl_row_set_instant (self, "submitted-at", application->submitted_at);
  gramctl_row_set_text (self, "question", application->question);
  gramctl_row_set_text (self, "valid-from", application->valid_from);
  gramctl_row_set_text (self, "decided-by", application->decider);
  gramctl_row_set_instant (self, "decided-at", application->decided_at);
  gramctl_row_set_text (self, "reason", application->reason);
  gramctl_row_set_text (self, "reference", application->reference);
  gramctl_row_set_text (self, "ended-on", application->ended_on);
  gramctl_row_set_text (self, "content", application->content);
  gramctl_row_set_number (self, "version", application->version);
}

void
gramctl_row_fill_directory (GramctlRow *self, const GramDirectoryEntry *entry)
{
  gramctl_row_set_text (self, "holder", entry->holder);
  gramctl_row_set_text (self, "account", entry->number);
  gramctl_row_set_text (self, "contact-name", entry->contact_name);
  gramctl_row_set_text (self, "contact-email", entry->contact_email);
  gramctl_row_set_text (self, "contact-phone", entry->contact_phone);
}

void
gramctl_row_fill_balance (GramctlRow *self, const GramBalance *balance)
{
  gramctl_row_set_text (self, "role", balance->role);
  gramctl_row_set_text (self, "unit", balance->unit);
  gramctl_row_set_text (self, "amount", balance->text);
}

void
gramctl_row_fill_statement_line (GramctlRow *self, const GramStatementLine *line)
{
  gramctl_row_set_number (self, "posting", line->posting);
  gramctl_row_set_instant (self, "at", line->at);
  gramctl_row_set_text (self, "meaning", line->meaning);
  gramctl_row_set_text (self, "sentence", line->sentence);
  gramctl_row_set_text (self, "role", line->role);
  gramctl_row_set_text (self, "unit", line->unit);
  gramctl_row_set_text (self, "amount", line->amount_text);
  gramctl_row_set_text (self, "balance", line->balance_text);
  gramctl_row_set_text (self, "person", line->person);
  gramctl_row_set_text (self, "reference", line->reference);
  gramctl_row_set_number (self, "reverses", line->reverses);
  gramctl_row_set_number (self, "case", line->case_id);
  gramctl_row_set_number (self, "journal", line->journal_id);
}

void
gramctl_row_fill_change (GramctlRow *self, const GramAccountChange *change)
{
  gramctl_row_set_instant (self, "at", change->at);
  gramctl_row_set_text (self, "person", change->person);
  gramctl_row_set_text (self, "command", change->command);
  gramctl_row_set_text (self, "field", change->field);
  gramctl_row_set_text (self, "old", change->old_value);
  gramctl_row_set_text (self, "new", change->new_value);
}

void
gramctl_row_fill_vehicle (GramctlRow *self, const GramVehicleRecord *vehicle)
{
  const char type[] = { vehicle->type, '\0' };

  gramctl_row_set_number (self, "id", vehicle->id);
  gramctl_row_set_text (self, "vehicle", vehicle->label);
  gramctl_row_set_text (self, "status", gram_word_for ("vehicle-status", (int)vehicle->status));
  gramctl_row_set_text (self, "attention", gram_word_for ("attention", (int)vehicle->attention));
  gramctl_row_set_words (self, "missing", "missing", vehicle->missing);
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
  gramctl_row_set_text (self, "excluded", vehicle->excluded);
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
  gramctl_row_set (self, "active", g_variant_new_boolean (person->active));
}

void
gramctl_row_fill_person_row (GramctlRow *self, const GramPersonRow *person)
{
  gramctl_row_set_number (self, "id", person->id);
  gramctl_row_set_text (self, "email", person->email);
  gramctl_row_set_text (self, "name", person->name);
  gramctl_row_set_text (self, "role", gram_word_for ("role", (int)person->role));
  gramctl_row_set (self, "active", g_variant_new_boolean (person->active));
  gramctl_row_set_instant (self, "last-sign-in", person->last_sign_in);
  gramctl_row_set_number (self, "accounts", person->n_accounts);
}

void
gramctl_row_fill_member (GramctlRow *self, const GramMemberRow *member)
{
  gramctl_row_set_text (self, "email", member->email);
  gramctl_row_set_text (self, "name", member->name);
  gramctl_row_set (self, "owner", g_variant_new_boolean (member->owner));
  gramctl_row_set_words (self, "permissions", "permission", member->permissions);
  gramctl_row_set_text (self, "granted-by", member->granted_by);
  gramctl_row_set_instant (self, "last-sign-in", member->last_sign_in);
  gramctl_row_set (self, "active", g_variant_new_boolean (member->active));
}

void
gramctl_row_fill_invitation (GramctlRow *self, const GramInvitationRow *invitation)
{
  gramctl_row_set_number (self, "id", invitation->id);
  gramctl_row_set_text (self, "account", invitation->account);
  gramctl_row_set_text (self, "email", invitation->email);
  gramctl_row_set_words (self, "permissions", "permission", invitation->permissions);
  gramctl_row_set_text (self, "state", gram_word_for ("invitation-state", (int)invitation->state));
  gramctl_row_set_text (self, "invited-by", invitation->invited_by);
  gramctl_row_set_instant (self, "invited-at", invitation->invited_at);
  gramctl_row_set_instant (self, "lapses-at", invitation->lapses_at);
  gramctl_row_set_number (self, "times-sent", invitation->times_sent);
}

void
gramctl_row_fill_handover (GramctlRow *self, const GramHandoverRow *handover)
{
  gramctl_row_set_number (self, "id", handover->id);
  gramctl_row_set_text (self, "account", handover->account);
  gramctl_row_set_text (self, "to", handover->to_email);
  gramctl_row_set_text (self, "state", gram_word_for ("handover-state", (int)handover->state));
  gramctl_row_set_text (self, "offered-by", handover->offered_by);
  gramctl_row_set_instant (self, "offered-at", handover->offered_at);
  gramctl_row_set_instant (self, "lapses-at", handover->lapses_at);
}

void
gramctl_row_fill_request (GramctlRow *self, const GramRequestRow *request)
{
  gramctl_row_set_number (self, "id", request->id);
  gramctl_row_set_text (self, "act", gram_word_for ("act", (int)request->act));
  gramctl_row_set_text (self, "command", request->command);
  gramctl_row_set_text (self, "state", gram_word_for ("request-state", (int)request->state));
  gramctl_row_set_text (self, "prepared-by", request->prepared_name);
  gramctl_row_set_instant (self, "prepared-at", request->prepared_at);
  gramctl_row_set_instant (self, "lapses-at", request->lapses_at);
  gramctl_row_set (self, "approvers",
                   g_variant_new_strv ((const char *const *)request->approvers, -1));
  gramctl_row_set_text (self, "decided-by", request->decided_name);
  gramctl_row_set_instant (self, "decided-at", request->decided_at);
  gramctl_row_set_text (self, "reason", request->reason);
}

void
gramctl_row_fill_right (GramctlRow *self, const GramRight *right)
{
  gramctl_row_set_right (self, right->command->name, right->refusal);
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
  gramctl_row_set_text (self, "person-name", entry->person);
  gramctl_row_set_text (self, "account", entry->number);
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
gramctl_row_fill_difference (GramctlRow *self, const GramDifferenceRecord *difference)
{
  gramctl_row_set_text (self, "vehicle", difference->label);
  gramctl_row_set_number (self, "vehicle-id", difference->vehicle_id);
  gramctl_row_set_text (self, "field", difference->field);
  gramctl_row_set_text (self, "registry-value", difference->registry_value);
  gramctl_row_set_text (self, "file-value", difference->file_value);
  gramctl_row_set_number (self, "import", difference->import_id);
  gramctl_row_set_number (self, "row", difference->import_row);
  gramctl_row_set_text (self, "file", difference->file_name);
  gramctl_row_set_number (self, "case", difference->case_id);
  if (difference->decision != GRAM_DIFFERENCE_OPEN)
    gramctl_row_set_text (self, "decision",
                          gram_word_for ("difference-decision", (int)difference->decision));
}
