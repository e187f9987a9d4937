/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-groups.h"
#include "gram-cases.h"
#include "gram-handlers-cases.h"
#include "gram-notices.h"
#include "gram-persons.h"
#include "gram-texts.h"

#include "gram-case-query.h"
#include "gram-identifier.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* So many at once when they are claimed by kind: nobody works on more. */
#define MOST 1000

static const GramText comment_rule
    = { .name = "comment", .title = N_ ("Comment"), .max_length = 2000, .lines = TRUE };

/* Cases that change hands in one command, and those who lose them to somebody else. */
typedef struct
{
  GArray *ids;
  GramCaseGroups *losers;
  const GramPersonRecord *to;
  const char *comment;
  guint most; /* 0 all */
  gint64 skipped;
  GramRefusal *first;
} Change;

static void
change_clear (Change *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->losers, gram_case_groups_free);
  g_clear_pointer (&self->first, gram_refusal_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

/* Writes one case that changes hands; the comment stands in its internal lane. */
static gboolean
hand_over (GramCall *call,
           Change *change,
           const GramCaseRecord *record,
           const GramCaseNext *next,
           GError **error)
{
  g_autoptr (GramCaseRecord) after = gram_cases_copy_moved (call, record, next);

  if (change->to != NULL)
    {
      after->claimed_by = change->to->id;
      after->claimed_at = call->now;
    }
  if (record->claimed_by != 0 && record->claimed_by != after->claimed_by)
    gram_case_groups_add (change->losers, record->claimed_by, record->id);
  g_array_append_val (change->ids, record->id);
  return gram_cases_update (call, record, after, error)
         && gram_cases_write (call, record->id, GRAM_LANE_INTERNAL, GRAM_MESSAGE_RELEASE,
                              change->comment, NULL, error);
}

static gboolean
may_change (GramCall *call,
            const Change *change,
            const GramCaseRecord *record,
            GramCaseVerb verb,
            GramCaseNext *next,
            GramRefusal **refusal)
{
  if (!gram_cases_move (call, record, verb, next, refusal)
      || !gram_case_check_comment (next, change->comment, refusal))
    return FALSE;
  if (change->to != NULL && record->claimed_by == change->to->id)
    return gram_refuse (refusal, "case.already-claimed", NULL,
                        _ ("%s has claimed the case already"), change->to->name);
  return TRUE;
}

/* The cases one by one: those that cannot change hands are skipped and counted, unless it is the only one. Of urgent ones that
 * are looked for it goes on until there are enough. */
static gboolean
change_hands (GramCall *call,
              Change *change,
              const GArray *ids,
              GramCaseVerb verb,
              GramRefusal **refusal,
              GError **error)
{
  change->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  change->losers = gram_case_groups_new ();
  for (guint i = 0; i < ids->len && (change->most == 0 || change->ids->len < change->most); i++)
    {
      g_autoptr (GramCaseRecord) record = NULL;
      g_autoptr (GramRefusal) no = NULL;
      GramCaseNext next;

      if (!gram_cases_find (call, g_array_index (ids, gint64, i), &record, refusal, error)
          || !gram_call_progress (call, i, ids->len, i, error))
        return FALSE;
      if (may_change (call, change, record, verb, &next, &no))
        {
          if (!hand_over (call, change, record, &next, error))
            return FALSE;
          continue;
        }
      change->skipped++;
      if (change->first == NULL)
        change->first = g_steal_pointer (&no);
    }
  if (change->ids->len > 0)
    return gram_case_groups_tell (change->losers, call, GRAM_EVENT_MESSAGE, error);
  if (refusal != NULL)
    *refusal = g_steal_pointer (&change->first);
  return FALSE;
}

/* Account of a claim by kind, 0 all; an unknown one has no cases. */
static gboolean
read_account (GramCall *call, gint64 *account_id, GramRefusal **refusal, GError **error)
{
  const char *number = gram_call_get_string (call, "account");
  g_autoptr (GramAccountRecord) account = NULL;
  char digits[GRAM_ACCOUNT_NUMBER_BUFFER];

  *account_id = 0;
  if (number == NULL)
    return TRUE;
  if (gram_account_number_parse (number, digits, NULL)
      && !gram_account_table_get_by_number (call->store, digits, &account, error))
    return FALSE;
  if (account == NULL)
    return gram_refuse (refusal, "account.unknown", NULL, _ ("There is no such account"));
  *account_id = account->id;
  return TRUE;
}

/* Those of a kind that nobody has claimed, the most urgent first. All of them: who says no comment is given none that was
 * released, and as many others. */
static GArray *
find_urgent (GramCall *call, const char *word, guint *most, GramRefusal **refusal, GError **error)
{
  gint64 limit = gram_call_get_int64 (call, "limit", 1);
  GramCaseQuery query = {
    .states = GRAM_CASE_UNDECIDED,
    .claimant = GRAM_CASE_CLAIMANT_NONE,
    .order = GRAM_CASE_ORDER_DUE,
  };
  g_autoptr (GArray) ids = NULL;
  int kind;

  if (!gram_word_parse ("case-kind", word, &kind))
    {
      gram_refuse (refusal, "case.kind", NULL, _ ("“%s” is not a kind of case"), word);
      return NULL;
    }
  if (limit < 1 || limit > MOST)
    {
      gram_refuse (refusal, "case.limit", NULL, _ ("Claim at least 1 case and at most %d at once"),
                   MOST);
      return NULL;
    }
  query.kinds = (guint)kind;
  if (!read_account (call, &query.account_id, refusal, error))
    return NULL;
  *most = (guint)limit;
  ids = gram_case_table_ids (call->store, &query, 0, error);
  if (ids == NULL)
    return NULL;
  if (ids->len > 0)
    return g_steal_pointer (&ids);
  gram_refuse (refusal, "case.none-unclaimed", NULL,
               _ ("All cases of this kind are claimed or decided"));
  return NULL;
}

static gboolean
read_comment (GramCall *call, char **comment, GramRefusal **refusal)
{
  return gram_text_check (&comment_rule, gram_call_get_string (call, "comment"), comment, refusal);
}

gboolean
gram_cases_do_claim (GramCall *call, GramRefusal **refusal, GError **error)
{
  const char *kind = gram_call_get_string (call, "kind");
  g_autofree char *comment = NULL;
  g_autoptr (GArray) ids = NULL;
  g_auto (Change) change = { 0 };

  if (!read_comment (call, &comment, refusal))
    return FALSE;
  ids = kind != NULL ? find_urgent (call, kind, &change.most, refusal, error)
                     : gram_cases_read_argument (call, refusal);
  change.comment = comment;
  if (ids == NULL || !change_hands (call, &change, ids, GRAM_CASE_CLAIM, refusal, error))
    return FALSE;
  gram_call_answer_int64 (call, "claimed", change.ids->len);
  gram_call_answer_int64 (call, "skipped", change.skipped);
  gram_call_answer (call, "cases",
                    g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, change.ids->data,
                                               change.ids->len, sizeof (gint64)));
  return TRUE;
}

gboolean
gram_cases_do_release (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *comment = NULL;
  g_autoptr (GArray) ids = NULL;
  g_auto (Change) change = { 0 };

  if (!read_comment (call, &comment, refusal))
    return FALSE;
  ids = gram_cases_read_argument (call, refusal);
  change.comment = comment;
  if (ids == NULL || !change_hands (call, &change, ids, GRAM_CASE_RELEASE, refusal, error))
    return FALSE;
  gram_call_answer_int64 (call, "released", change.ids->len);
  gram_call_answer_int64 (call, "skipped", change.skipped);
  return TRUE;
}

/* Somebody who works cases. */
static gboolean
find_handler (GramCall *call, GramPersonRecord **person, GramRefusal **refusal, GError **error)
{
  g_autofree char *email = gram_persons_dup_email (gram_call_get_string (call, "person"));

  if (!gram_person_table_get_by_email (call->store, email, person, error))
    return FALSE;
  if (*person != NULL && (*person)->active && ((*person)->role & GRAM_CASE_HANDLERS) != 0)
    return TRUE;
  return gram_refuse (refusal, "case.no-handler", NULL,
                      _ ("%s does not work cases in this registry; choose a case handler, a "
                         "decision maker or an administrator"),
                      email);
}

gboolean
gram_cases_do_assign (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramCaseGroups) assigned = gram_case_groups_new ();
  g_autoptr (GramPersonRecord) person = NULL;
  g_autofree char *comment = NULL;
  g_autoptr (GArray) ids = NULL;
  g_auto (Change) change = { 0 };

  if (!read_comment (call, &comment, refusal) || !find_handler (call, &person, refusal, error))
    return FALSE;
  ids = gram_cases_read_argument (call, refusal);
  change.comment = comment;
  change.to = person;
  if (ids == NULL || !change_hands (call, &change, ids, GRAM_CASE_ASSIGN, refusal, error))
    return FALSE;
  for (guint i = 0; i < change.ids->len; i++)
    gram_case_groups_add (assigned, person->id, g_array_index (change.ids, gint64, i));
  if (!gram_case_groups_tell (assigned, call, GRAM_EVENT_CASE_ASSIGNED, error))
    return FALSE;
  gram_call_touches (call, "person", person->id);
  gram_call_answer_int64 (call, "assigned", change.ids->len);
  gram_call_answer_int64 (call, "skipped", change.skipped);
  return TRUE;
}
