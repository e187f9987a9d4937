/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-parts.h"

#include "gram-vehicle-fields.h"

#include <glib/gi18n-lib.h>

/* Why somebody cannot do that with this case; %NULL if they can. A kind of case that does not know it says nothing. */
static gboolean
is_allowed (const GramCaseDetail *detail, const char *command, const char **reason)
{
  const GramRefusal *refusal;

  if (!gram_case_detail_has_verb (detail, command))
    return FALSE;

  refusal = gram_case_detail_get_refusal (detail, command);
  if (refusal == NULL)
    return TRUE;

  if (reason != NULL)
    *reason = refusal->message;
  return FALSE;
}

static GramThreadMode
mode_of (const GramCaseDetail *detail, const char **reason)
{
  if (!detail->administrators_side && is_allowed (detail, "case.answer", NULL))
    return GRAM_THREAD_ANSWER;
  if (!is_allowed (detail, "case.write", reason))
    return GRAM_THREAD_CLOSED;

  return detail->administrators_side ? GRAM_THREAD_ADMINISTRATOR : GRAM_THREAD_HOLDER;
}

/* Questions, answers and decisions stand as they were said; only plain messages are edited. */
static GramThreadMessage
read_message (const GramCaseMessageRecord *record, const char *email, gboolean can_edit)
{
  gboolean plain = record->kind == GRAM_MESSAGE_PLAIN;
  gboolean mine = g_strcmp0 (record->writer_email, email) == 0;

  return (GramThreadMessage){
    .id = record->id,
    .internal = record->lane == GRAM_LANE_INTERNAL,
    .kind = plain ? "" : gram_message_kind_title (record->kind),
    .text = record->text,
    .author = record->writer != NULL ? record->writer : "",
    .mine = mine,
    .editable = mine && plain && can_edit,
    .written_at = record->written_at,
    .edited_at = record->edited_at,
    .version = record->version,
  };
}

void
gram_thread_show_case (GramThread *self, GramSession *session, const GramCaseDetail *detail)
{
  g_autoptr (GArray) messages = g_array_new (FALSE, FALSE, sizeof (GramThreadMessage));
  const char *email;
  const char *reason = NULL;
  GramThreadMode mode;
  gboolean can_edit;

  g_return_if_fail (GRAM_IS_THREAD (self));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (detail != NULL);

  email = gram_session_get_person_email (session);
  can_edit = is_allowed (detail, "case.edit-message", NULL);
  mode = mode_of (detail, &reason);
  gram_thread_set_case (self, session, detail->account->number, detail->row->id,
                        detail->account->holder, mode);
  gram_thread_set_closed_reason (self, reason);
  for (guint i = 0; i < detail->messages->len; i++)
    {
      GramThreadMessage message = read_message (detail->messages->pdata[i], email, can_edit);

      g_array_append_val (messages, message);
    }
  gram_thread_set_messages (self, (const GramThreadMessage *)messages->data, messages->len);
}

void
gram_evidence_show_case (GramEvidence *self, GramSession *session, const GramCaseDetail *detail)
{
  g_autofree GramEvidenceFile *files = NULL;
  const char *reason = NULL;
  gboolean allowed;

  g_return_if_fail (GRAM_IS_EVIDENCE (self));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (detail != NULL);

  files = g_new0 (GramEvidenceFile, detail->attachments->len);
  for (guint i = 0; i < detail->attachments->len; i++)
    {
      const GramAttachmentRecord *record = detail->attachments->pdata[i];

      files[i] = (GramEvidenceFile){
        .id = record->id,
        .internal = record->lane == GRAM_LANE_INTERNAL,
        .name = record->name,
        .size = record->size,
        .sha256 = record->sha256,
        .person = record->person,
        .added_at = record->added_at,
      };
    }
  allowed = is_allowed (detail, "case.attach", &reason);
  gram_evidence_set_session (self, session);
  gram_evidence_set_case (self, detail->account->number, detail->row->id,
                          detail->administrators_side);
  gram_evidence_set_refusal (self, allowed || reason != NULL ? reason : "");
  gram_evidence_set_files (self, files, detail->attachments->len);
}

void
gram_compare_add_field (GramCompare *self,
                        const GramCaseDetail *detail,
                        const char *field,
                        const char *left,
                        const char *right)
{
  g_autofree char *left_text = NULL;
  g_autofree char *right_text = NULL;

  g_return_if_fail (GRAM_IS_COMPARE (self));
  g_return_if_fail (detail != NULL && field != NULL && left != NULL && right != NULL);

  left_text = gram_case_detail_format (detail, field, left);
  right_text = gram_case_detail_format (detail, field, right);
  gram_compare_add (self, field, gram_vehicle_field_title (field), left_text, right_text);
}

/* Register file and row, case, person: whatever brought the value. */
static char *
dup_source (const GramValueRow *row)
{
  if (row->case_id != 0 && row->person != NULL)
    /* Translators: number of a case, and who decided it */
    return g_strdup_printf (_ ("Case %1$" PRId64 ", %2$s"), row->case_id, row->person);
  if (row->case_id != 0)
    return g_strdup_printf (_ ("Case %" PRId64), row->case_id);
  if (row->file != NULL && row->import_row != 0)
    /* Translators: name of a register file, and the row in it */
    return g_strdup_printf (_ ("%1$s, row %2$" PRId64), row->file, row->import_row);
  if (row->file != NULL)
    return g_strdup (row->file);
  if (row->person != NULL)
    return g_strdup (row->person);

  /* Somebody of another account, perhaps: that is not told. */
  return g_strdup (row->command != NULL ? _ ("Gram itself") : "");
}

void
gram_value_history_show (GramValueHistory *self, GPtrArray *values)
{
  g_autofree GramValue *shown = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (GRAM_IS_VALUE_HISTORY (self));
  g_return_if_fail (values != NULL);

  shown = g_new0 (GramValue, values->len);
  for (guint i = 0; i < values->len; i++)
    {
      const GramValueRow *row = values->pdata[i];
      char *value = row->text != NULL ? g_strdup (row->text)
                    : *row->value != '\0'
                        ? gram_vehicle_field_format_for_people (row->field, row->value)
                        : g_strdup ("");
      char *source = dup_source (row);

      g_ptr_array_add (texts, value);
      g_ptr_array_add (texts, source);
      shown[i] = (GramValue){ row->field, row->title, value, source, row->case_id, row->at };
    }
  gram_value_history_set_values (self, shown, values->len);
}
