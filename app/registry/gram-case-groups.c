/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-groups.h"

#include "gram-case-table.h"
#include "gram-notices.h"

/* In the order in which they were added: what is told does not depend on a hash. */
typedef struct
{
  gint64 person_id;
  gint64 first;
  gint64 n_cases;
} Group;

struct _GramCaseGroups
{
  /* Owned References */
  GArray *groups;
  GHashTable *places;
};

GramCaseGroups *
gram_case_groups_new (void)
{
  GramCaseGroups *self = g_new0 (GramCaseGroups, 1);

  self->groups = g_array_new (FALSE, TRUE, sizeof (Group));
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
gram_case_groups_free (GramCaseGroups *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->groups);
  g_hash_table_unref (self->places);
  g_free (self);
}

void
gram_case_groups_add (GramCaseGroups *self, gint64 person_id, gint64 case_id)
{
  const Group new_group = { person_id, case_id, 0 };
  gpointer place;

  g_return_if_fail (self != NULL);

  if (!g_hash_table_lookup_extended (self->places, &person_id, NULL, &place))
    {
      place = GUINT_TO_POINTER (self->groups->len);
      g_hash_table_insert (self->places, g_memdup2 (&person_id, sizeof person_id), place);
      g_array_append_val (self->groups, new_group);
    }
  g_array_index (self->groups, Group, GPOINTER_TO_UINT (place)).n_cases++;
}

static gboolean
tell (GramCall *call, GramEvent event, const Group *group, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  GramTidings tidings = {
    .event = event,
    .subject = group->n_cases == 1 ? "case" : "cases",
    .recipients = group->person_id != 0 ? GRAM_RECIPIENTS_PERSON : GRAM_RECIPIENTS_HANDLERS,
    .person_id = group->person_id,
  };

  if (!gram_case_table_get (call->store, group->first, &record, error))
    return FALSE;
  if (group->n_cases == 1)
    {
      tidings.account_id = record->account_id;
      tidings.subject_id = record->id;
    }
  tidings.detail = g_variant_new_parsed (
      "{'case': <%x>, 'label': <%s>, 'day': <%s>, 'cases': <%x>, 'handed': <%b>}", record->id,
      record->label, record->due_on, group->n_cases, event == GRAM_EVENT_MESSAGE);
  return gram_notices_tell (call, &tidings, error);
}

gboolean
gram_case_groups_tell (const GramCaseGroups *self, GramCall *call, GramEvent event, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->groups->len; i++)
    if (!tell (call, event, &g_array_index (self->groups, Group, i), error))
      return FALSE;
  return TRUE;
}
