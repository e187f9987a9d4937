/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-rows.h"

#include "gram-answers.h"

/* What gramctl tells about cases and what belongs to them: the keys of its JSON and CSV. */

void
gramctl_row_fill_case (GramctlRow *self, const GramCaseRow *row)
{
  const GramCaseRecord *record = row->record;

  gramctl_row_set_number (self, "case", row->id);
  gramctl_row_set_text (self, "kind", gram_word_for ("case-kind", (int)record->kind));
  gramctl_row_set_text (self, "state", gram_word_for ("case-state", (int)record->state));
  gramctl_row_set_word (self, "outcome", "case-outcome", (int)record->outcome);
  gramctl_row_set_text (self, "account", record->number);
  gramctl_row_set_text (self, "holder", record->holder);
  gramctl_row_set_text (self, "label", record->label);
  gramctl_row_set_number (self, "subject-id", record->subject_id);
  gramctl_row_set_word (self, "dispute-kind", "dispute-kind", (int)record->dispute_kind);
  gramctl_row_set_text (self, "field", record->field);
  gramctl_row_set_number (self, "vehicles", record->vehicles);
  gramctl_row_set_text (self, "vehicle", record->vehicle);
  gramctl_row_set_text (self, "make", record->make);
  gramctl_row_set_text (self, "model", record->model);
  gramctl_row_set_text (self, "opened-by", record->opener);
  gramctl_row_set_instant (self, "opened-at", record->opened_at);
  gramctl_row_set_number (self, "age-days", row->age_days);
  gramctl_row_set_text (self, "due-on", record->due_on);
  gramctl_row_set_boolean (self, "overdue", row->urgency == GRAM_CASE_URGENCY_OVERDUE);
  gramctl_row_set_text (self, "answer-by", record->answer_by);
  gramctl_row_set_instant (self, "asked-at", record->asked_at);
  gramctl_row_set_text (self, "claimed-by", record->claimant);
  gramctl_row_set_text (self, "claimant", record->claimant_email);
  gramctl_row_set_instant (self, "claimed-at", record->claimed_at);
  gramctl_row_set_boolean (self, "mine", row->mine);
  gramctl_row_set_text (self, "decided-by", record->decider);
  gramctl_row_set_instant (self, "decided-at", record->decided_at);
  gramctl_row_set_text (self, "reason", record->reason);
  gramctl_row_set_text (self, "reference", record->reference);
  gramctl_row_set_number (self, "version", record->version);
}

void
gramctl_row_fill_dispute (GramctlRow *self, const GramDisputeRecord *dispute)
{
  g_autoptr (GVariant) details = gram_registry_dispute_details (dispute);

  gramctl_row_set_text (self, "kind", gram_word_for ("dispute-kind", (int)dispute->kind));
  gramctl_row_set_text (self, "field", dispute->field);
  gramctl_row_set_text (self, "stated", dispute->stated);
  gramctl_row_set_text (self, "claimed", dispute->claimed);
  gramctl_row_set_text (self, "reason", dispute->reason);
  gramctl_row_set_text (self, "citation", dispute->citation);
  gramctl_row_set_text (self, "right-account", dispute->right_account);
  gramctl_row_set_text (self, "vin", dispute->vin);
  gramctl_row_set_text (self, "chassis", dispute->chassis);
  gramctl_row_set (self, "details", details);
}

void
gramctl_row_fill_message (GramctlRow *self, const GramCaseMessageRecord *message)
{
  gramctl_row_set_number (self, "message", message->id);
  gramctl_row_set_text (self, "lane", gram_word_for ("lane", (int)message->lane));
  gramctl_row_set_text (self, "kind", gram_word_for ("message-kind", (int)message->kind));
  gramctl_row_set_text (self, "text", message->text);
  gramctl_row_set_text (self, "written-by", message->writer);
  gramctl_row_set_instant (self, "written-at", message->written_at);
  gramctl_row_set_instant (self, "edited-at", message->edited_at);
  gramctl_row_set_number (self, "version", message->version);
}

void
gramctl_row_fill_message_edit (GramctlRow *self, const GramCaseMessageEdit *edit)
{
  gramctl_row_set_number (self, "message", edit->message_id);
  gramctl_row_set_instant (self, "at", edit->at);
  gramctl_row_set_text (self, "person", edit->person);
  gramctl_row_set_text (self, "old", edit->old_text);
}

void
gramctl_row_fill_attachment (GramctlRow *self, const GramAttachmentRecord *attachment)
{
  gramctl_row_set_number (self, "attachment", attachment->id);
  gramctl_row_set_number (self, "case", attachment->case_id);
  gramctl_row_set_text (self, "lane", gram_word_for ("lane", (int)attachment->lane));
  gramctl_row_set_text (self, "name", attachment->name);
  gramctl_row_set_text (self, "media-type", attachment->media_type);
  gramctl_row_set_number (self, "size", attachment->size);
  gramctl_row_set_text (self, "sha256", attachment->sha256);
  gramctl_row_set_text (self, "added-by", attachment->person);
  gramctl_row_set_instant (self, "added-at", attachment->added_at);
}

/* Which account it went to is told where the holder named it, never here. */
void
gramctl_row_fill_correction (GramctlRow *self, const GramCorrectionRecord *correction)
{
  gramctl_row_set_number (self, "vehicle-id", correction->vehicle_id);
  gramctl_row_set_number (self, "vehicle-version", correction->version);
  gramctl_row_set_boolean (self, "moved", correction->account_before != correction->account_after);
  gramctl_row_set_number (self, "year-before", correction->year_before);
  gramctl_row_set_decimal (self, "difference-before", correction->difference_before);
  gramctl_row_set_decimal (self, "charge-before", correction->charge_before);
  gramctl_row_set_number (self, "year-after", correction->year_after);
  gramctl_row_set_decimal (self, "difference-after", correction->difference_after);
  gramctl_row_set_decimal (self, "charge-after", correction->charge_after);
  gramctl_row_set_number (self, "reverses", correction->reverses);
  gramctl_row_set_number (self, "reversal", correction->reversal);
  gramctl_row_set_number (self, "posting", correction->posting);
}

void
gramctl_row_fill_case_allow (GramctlRow *self, const GramCaseAllow *allow)
{
  gramctl_row_set_right (self, allow->command, allow->refusal);
  gramctl_row_set_boolean (self, "needs-comment", allow->needs_comment);
}

void
gramctl_row_fill_notice (GramctlRow *self, const GramNoticeRow *notice)
{
  gramctl_row_set_number (self, "notice", notice->id);
  gramctl_row_set_text (self, "event", gram_word_for ("event", (int)notice->event));
  gramctl_row_set_instant (self, "at", notice->at);
  gramctl_row_set_boolean (self, "read", notice->read);
  gramctl_row_set_boolean (self, "archived", notice->archived);
  gramctl_row_set_text (self, "title", notice->title);
  gramctl_row_set_text (self, "sentence", notice->sentence);
  gramctl_row_set_text (self, "account", notice->account_number);
  gramctl_row_set_text (self, "holder", notice->holder);
  gramctl_row_set_text (self, "subject", notice->subject);
  gramctl_row_set_number (self, "subject-id", notice->subject_id);
}

void
gramctl_row_fill_snippet (GramctlRow *self, const GramSnippetRecord *snippet)
{
  gramctl_row_set_number (self, "snippet", snippet->id);
  gramctl_row_set_text (self, "title", snippet->title);
  gramctl_row_set_text (self, "text", snippet->text);
  gramctl_row_set_word (self, "kind", "case-kind", (int)snippet->kind);
  gramctl_row_set_number (self, "version", snippet->version);
}

void
gramctl_row_fill_answer (GramctlRow *self, const GramAnswer *answer)
{
  const GramVehicleField *fields = gram_vehicle_fields ();
  g_auto (GVariantDict) values = G_VARIANT_DICT_INIT (NULL);
  char decided_on[GRAM_DATE_BUFFER];

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (answer->values[i] != NULL)
      g_variant_dict_insert (&values, fields[i].name, "s", answer->values[i]);
  gramctl_row_set_number (self, "case", answer->number);
  gramctl_row_set_text (self, "kind", gram_word_for ("case-kind", (int)answer->kind));
  gramctl_row_set_text (self, "dispute", gram_word_for ("dispute-kind", (int)answer->dispute));
  gramctl_row_set_text (self, "account", answer->account);
  gramctl_row_set_text (self, "vin", answer->vin);
  gramctl_row_set_text (self, "chassis", answer->chassis);
  gramctl_row_set_text (self, "register-key", answer->register_key);
  gramctl_row_set_text (self, "field", answer->field);
  gramctl_row_set_text (self, "stated", answer->stated);
  gramctl_row_set_text (self, "claimed", answer->claimed);
  gramctl_row_set_text (self, "outcome", gram_word_for ("case-outcome", (int)answer->outcome));
  gramctl_row_set (self, "values", g_variant_dict_end (&values));
  gramctl_row_set_text (self, "right-account", answer->right_account);
  gramctl_row_set_text (self, "reason", answer->reason);
  gramctl_row_set_text (self, "decided-on", gram_date_print (decided_on, answer->decided_on));
}

void
gramctl_row_fill_deadline (GramctlRow *self, const GramDeadline *deadline)
{
  gramctl_row_set_text (self, "uid", deadline->uid);
  gramctl_row_set_text (self, "on", deadline->on);
  gramctl_row_set_text (self, "title", deadline->title);
  gramctl_row_set_text (self, "account", deadline->account);
  gramctl_row_set_text (self, "holder", deadline->holder);
  gramctl_row_set_text (self, "subject", deadline->subject);
  gramctl_row_set_number (self, "subject-id", deadline->subject_id);
}

void
gramctl_row_fill_value (GramctlRow *self, const GramValueRow *value)
{
  gramctl_row_set_text (self, "field", value->field);
  gramctl_row_set_text (self, "value", value->value);
  gramctl_row_set_boolean (self, "current", value->current);
  gramctl_row_set_number (self, "version", value->version);
  gramctl_row_set_instant (self, "at", value->at);
  gramctl_row_set_text (self, "person", value->person);
  gramctl_row_set_text (self, "command", value->command);
  gramctl_row_set_text (self, "file", value->file);
  gramctl_row_set_number (self, "row", value->import_row);
  gramctl_row_set_number (self, "case", value->case_id);
}

void
gramctl_row_fill_consequence (GramctlRow *self, const GramConsequence *line)
{
  gramctl_row_set_text (self, "name", line->name);
  gramctl_row_set_text (self, "title", line->title);
  gramctl_row_set_text (self, "before", line->before);
  gramctl_row_set_text (self, "after", line->after);
  gramctl_row_set_text (self, "unit", line->unit);
}
