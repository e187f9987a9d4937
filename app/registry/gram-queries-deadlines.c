/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-check.h"
#include "gram-due.h"
#include "gram-notices.h"
#include "gram-queries-cases.h"
#include "gram-queries-deadlines-private.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"

#include "gram-closing-table.h"
#include "gram-measure-table.h"
#include "gram-member-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Cases that are read at a time. */
#define PAGE 1000

void
gram_deadline_free (GramDeadline *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->on);
  g_free (self->title);
  g_free (self->account);
  g_free (self->holder);
  g_free (self);
}

/* A day, if there is one; the row stays the same whenever it is asked for. */
static GramDeadline *
add (GPtrArray *deadlines, const char *on, const char *subject, gint64 subject_id, const char *what)
{
  GramDeadline *deadline;

  if (on == NULL || *on == '\0')
    return NULL;
  deadline = g_new0 (GramDeadline, 1);
  deadline->uid = g_strdup_printf ("%s-%" PRId64 "-%s", subject, subject_id, what);
  deadline->on = g_strdup (on);
  deadline->subject = subject;
  deadline->subject_id = subject_id;
  g_ptr_array_add (deadlines, deadline);
  return deadline;
}

void
_gram_deadline_add (GPtrArray *deadlines,
                    const GramAccountRecord *account,
                    const char *on,
                    const char *subject,
                    gint64 subject_id,
                    const char *what,
                    const char *title)
{
  GramDeadline *deadline = add (deadlines, on, subject, subject_id, what);

  if (deadline == NULL)
    return;
  deadline->title = g_strdup (title);
  deadline->account_id = account->id;
  deadline->account = g_strdup (account->number);
  deadline->holder = g_strdup (account->holder);
}

static void
add_of_case (GPtrArray *deadlines,
             const GramCaseRecord *record,
             const char *on,
             const char *what,
             const char *title)
{
  GramDeadline *deadline = add (deadlines, on, "case", record->id, what);

  if (deadline == NULL)
    return;
  deadline->title = g_strdup_printf ("%s: %s", title, record->label);
  deadline->account_id = record->account_id;
  deadline->account = g_strdup (record->number);
  deadline->holder = g_strdup (record->holder);
}

/* What the cases of a query wait for: a decision, or an answer. */
static gboolean
add_cases (GPtrArray *deadlines,
           GramStore *store,
           const GramCaseQuery *query,
           gboolean to_decide,
           GError **error)
{
  g_autoptr (GArray) ids = gram_case_table_ids (store, query, 0, error);

  if (ids == NULL)
    return FALSE;
  for (guint at = 0; at < ids->len; at += PAGE)
    {
      g_autoptr (GPtrArray) page = gram_case_table_page (store, &g_array_index (ids, gint64, at),
                                                         MIN (PAGE, ids->len - at), error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        {
          const GramCaseRecord *record = page->pdata[i];
          g_autofree char *decide
              = g_strdup_printf (_ ("Last day to decide case %" PRId64), record->id);
          g_autofree char *answer
              = g_strdup_printf (_ ("Last day to answer in case %" PRId64), record->id);

          if (to_decide)
            add_of_case (deadlines, record, record->due_on, "due", decide);
          else
            add_of_case (deadlines, record, record->answer_by, "answer", answer);
        }
    }
  return TRUE;
}

static gboolean
add_measure (GPtrArray *deadlines,
             GramStore *store,
             const GramAccountRecord *account,
             GramMeasureKind kind,
             const char *title,
             GError **error)
{
  g_autoptr (GramMeasureRecord) measure = NULL;

  if (!gram_measure_table_live (store, account->id, kind, &measure, error))
    return FALSE;
  if (measure == NULL)
    return TRUE;
  if (measure->state == GRAM_MEASURE_NOTIFIED)
    _gram_deadline_add (deadlines, account, measure->remedy_by, "measure", measure->id, "remedy",
                        _ ("Last day to put right what the notice names"));
  else
    _gram_deadline_add (deadlines, account, measure->until, "measure", measure->id, "until", title);
  return TRUE;
}

static gboolean
add_closing (GPtrArray *deadlines,
             GramStore *store,
             const GramAccountRecord *account,
             GError **error)
{
  g_autoptr (GramClosingRecord) closing = NULL;

  if (!gram_closing_table_live (store, account->id, &closing, error))
    return FALSE;
  if (closing != NULL && closing->state == GRAM_CLOSING_NOTIFIED)
    _gram_deadline_add (deadlines, account, closing->object_by, "closing", closing->id, "object",
                        _ ("Last day to object to the closing"));
  return TRUE;
}

/* The days that count for the members of an account. */
static gboolean
add_account (GPtrArray *deadlines,
             GramRegistry *self,
             const GramAccountRecord *account,
             GError **error)
{
  const GramCaseQuery asked = {
    .account_id = account->id,
    .states = GRAM_CASE_INFORMATION_ASKED,
    .order = GRAM_CASE_ORDER_NUMBER,
  };

  if (account->state == GRAM_ACCOUNT_CLOSED)
    return TRUE;
  if (gram_due_aml_today (self, account) == GRAM_AML_VERIFIED)
    _gram_deadline_add (deadlines, account, account->aml_until, "account", account->id, "aml",
                        _ ("Last day of the holder’s verification"));
  return add_measure (deadlines, self->store, account, GRAM_MEASURE_SUSPENSION,
                      _ ("Last day of the suspension"), error)
         && add_measure (deadlines, self->store, account, GRAM_MEASURE_BLOCK,
                         _ ("Last day of the block"), error)
         && add_closing (deadlines, self->store, account, error)
         && _gram_deadlines_of_ccts (deadlines, self, account, error)
         && _gram_deadlines_of_ccs (deadlines, self, account, error)
         && add_cases (deadlines, self->store, &asked, FALSE, error);
}

static gboolean
add_memberships (GPtrArray *deadlines,
                 GramRegistry *self,
                 const GramPersonRecord *person,
                 GError **error)
{
  g_autoptr (GPtrArray) members
      = gram_member_table_list_for_person (self->store, person->id, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      const GramMember *member = members->pdata[i];
      g_autoptr (GramAccountRecord) account = NULL;

      if (!gram_account_table_get (self->store, member->account_id, &account, error)
          || (account != NULL && !add_account (deadlines, self, account, error)))
        return FALSE;
    }
  return TRUE;
}

static gint
compare_days (gconstpointer a, gconstpointer b)
{
  const GramDeadline *one = *(GramDeadline *const *)a;
  const GramDeadline *other = *(GramDeadline *const *)b;
  int order = strcmp (one->on, other->on);

  return order != 0 ? order : strcmp (one->uid, other->uid);
}

static gboolean
add_all (GPtrArray *deadlines,
         GramRegistry *self,
         GramActor *actor,
         gint64 account_id,
         GramRefusal **refusal,
         GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  GramCaseQuery mine = {
    .account_id = account_id,
    .states = GRAM_CASE_OPEN | GRAM_CASE_CLAIMED,
    .claimant = GRAM_CASE_CLAIMANT_PERSON,
    .order = GRAM_CASE_ORDER_DUE,
  };

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE
      || (account_id != 0
          && !_gram_query_view (self, actor, account_id, NULL, &account, refusal, error)))
    return FALSE;
  mine.claimant_id = person->id;
  if ((person->role & GRAM_CASE_HANDLERS) != 0
      && !add_cases (deadlines, self->store, &mine, TRUE, error))
    return FALSE;
  return account != NULL ? add_account (deadlines, self, account, error)
                         : add_memberships (deadlines, self, person, error);
}

GPtrArray *
gram_registry_deadlines (GramRegistry *self,
                         GramActor *actor,
                         gint64 account_id,
                         GramRefusal **refusal,
                         GError **error)
{
  g_autoptr (GPtrArray) deadlines = NULL;
  gboolean good;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_deadline_free);
  if (!gram_store_begin_read (self->store, error))
    return NULL;
  good = add_all (deadlines, self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  if (!good)
    return NULL;
  g_ptr_array_sort (deadlines, compare_days);
  return g_steal_pointer (&deadlines);
}
