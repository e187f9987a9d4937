/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-list.h"

#include "gram-deadlines-file.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

static gboolean
is_format (Gramctl *self, const char *format)
{
  return g_strcmp0 (self->format, format) == 0;
}

/* The number of the case that `--where case=…` names. */
static gboolean
case_of (Gramctl *self, gint64 *case_id, GramctlExit *exit)
{
  if (!gramctl_read_number (self, "case", case_id, exit))
    return FALSE;
  if (*case_id != 0)
    return TRUE;
  *exit = gramctl_usage (_ ("name the case with --where case=NUMBER"));
  return FALSE;
}

/* The account that `--where account=…` names, if any. */
static gboolean
optional_account (Gramctl *self, gint64 *account_id, GramctlExit *exit)
{
  const char *number = gramctl_get_where (self, "account");
  g_autoptr (GramAccountRecord) account = NULL;

  *account_id = 0;
  if (number == NULL)
    return TRUE;
  if (!gramctl_find_account (self, number, &account, exit))
    return FALSE;
  *account_id = account->id;
  return TRUE;
}

static gboolean
read_yes_no (Gramctl *self, const char *key, gboolean *value, GramctlExit *exit)
{
  const char *word = gramctl_get_where (self, key);

  *value = g_strcmp0 (word, "yes") == 0;
  if (word == NULL || *value || g_str_equal (word, "no"))
    return TRUE;
  *exit = gramctl_usage (_ ("--where %s=… is yes or no"), key);
  return FALSE;
}

static gboolean
read_due (Gramctl *self, GramCaseQuery *query, GramctlExit *exit)
{
  static const char *const words[] = { "any", "overdue", "today", "week" };
  const char *word = gramctl_get_where (self, "due");

  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        query->due = (GramCaseDue)i;
        return TRUE;
      }
  if (word == NULL)
    return TRUE;
  *exit = gramctl_usage (_ ("--where due=… is overdue, today or week"));
  return FALSE;
}

/* `none`, `me`, or an e-mail. Who works a case is told to the administrator's side only. */
static gboolean
read_claimant (Gramctl *self, GramCaseQuery *query, GramctlExit *exit)
{
  const char *word = gramctl_get_where (self, "claimant");
  g_autofree char *email = word != NULL ? g_utf8_strdown (word, -1) : NULL;
  g_autoptr (GramPersonRecord) person = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  if (word == NULL)
    return TRUE;
  if (gram_registry_administers (self->registry, self->actor, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    {
      *exit = gramctl_no (refusal, error);
      return FALSE;
    }
  query->claimant = GRAM_CASE_CLAIMANT_PERSON;
  if (g_str_equal (word, "none"))
    query->claimant = GRAM_CASE_CLAIMANT_NONE;
  else if (!g_str_equal (word, "me"))
    {
      if (!gram_person_table_get_by_email (gram_registry_get_store (self->registry), email, &person,
                                           &error))
        {
          *exit = gramctl_failed (error);
          return FALSE;
        }
      /* Nobody holds cases of a person that is not there. */
      query->claimant_id = person != NULL ? person->id : -1;
    }
  return TRUE;
}

static gboolean
read_query (Gramctl *self, GramCaseQuery *query, GramctlExit *exit)
{
  static const char *const orders[] = { "due", "number", "kind", "opened", "holder", NULL };
  int kind = 0;
  int state = 0;
  int order = GRAM_CASE_ORDER_DUE;

  if (!optional_account (self, &query->account_id, exit)
      || !gramctl_read_word (self, "kind", "case-kind", &kind, exit)
      || !gramctl_read_word (self, "state", "case-state", &state, exit)
      || !read_claimant (self, query, exit) || !read_due (self, query, exit)
      || !gramctl_read_order (self, orders, &order, &query->descending, exit))
    return FALSE;
  query->kinds = (guint)kind;
  query->states = (guint)state;
  query->order = (GramCaseOrder)order;
  query->search = self->search;
  return TRUE;
}

GramctlExit
gramctl_list_cases (Gramctl *self)
{
  GramCaseQuery query = { 0 };
  g_autoptr (GArray) ids = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!read_query (self, &query, &exit))
    return exit;
  ids = gram_registry_case_ids (self->registry, self->actor, &query, (guint)self->limit, &refusal,
                                &error);
  return gramctl_print_ids (self, ids, gram_registry_case_rows, (GramctlFill)gramctl_row_fill_case,
                            refusal, error);
}

GramctlExit
gramctl_list_inbox (Gramctl *self)
{
  GramNoticeQuery query = { 0 };
  g_autoptr (GArray) ids = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  int event = 0;

  if (!gramctl_read_word (self, "event", "event", &event, &exit)
      || !read_yes_no (self, "unread", &query.unread, &exit)
      || !read_yes_no (self, "archived", &query.archived, &exit))
    return exit;
  query.events = event != 0 ? GRAM_NOTICE_EVENT (event) : 0;
  ids = gram_registry_notice_ids (self->registry, self->actor, &query, (guint)self->limit, &refusal,
                                  &error);
  return gramctl_print_ids (self, ids, gram_registry_notice_rows,
                            (GramctlFill)gramctl_row_fill_notice, refusal, error);
}

GramctlExit
gramctl_list_snippets (Gramctl *self)
{
  g_autoptr (GPtrArray) snippets = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  int kind = 0;

  if (!gramctl_read_word (self, "kind", "case-kind", &kind, &exit))
    return exit;
  snippets
      = gram_registry_snippets (self->registry, self->actor, (GramCaseKind)kind, &refusal, &error);
  return gramctl_print_all (self, snippets, (GramctlFill)gramctl_row_fill_snippet, refusal, error);
}

GramctlExit
gramctl_list_attachments (Gramctl *self)
{
  g_autoptr (GPtrArray) attachments = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 case_id;

  if (!case_of (self, &case_id, &exit))
    return exit;
  attachments = gram_registry_attachments (self->registry, self->actor, case_id, &refusal, &error);
  return gramctl_print_all (self, attachments, (GramctlFill)gramctl_row_fill_attachment, refusal,
                            error);
}

/* Of one case, or of the vehicles of an account. */
GramctlExit
gramctl_list_differences (Gramctl *self)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramCaseDetail) detail = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 case_id;

  if (!gramctl_read_number (self, "case", &case_id, &exit))
    return exit;
  if (case_id != 0)
    {
      detail = gram_registry_case_detail (self->registry, self->actor, case_id, &refusal, &error);
      return gramctl_print_all (self, detail != NULL ? detail->differences : NULL,
                                (GramctlFill)gramctl_row_fill_difference, refusal, error);
    }
  if (!gramctl_find_account (self, gramctl_get_where (self, "account"), &account, &exit))
    return exit;
  differences = gram_difference_table_list (gram_registry_get_store (self->registry), account->id,
                                            0, (guint)self->limit, &error);
  return gramctl_print_all (self, differences, (GramctlFill)gramctl_row_fill_difference, NULL,
                            error);
}

/* Answers as they come, no more than `--limit`. */
typedef struct
{
  GramctlTable *table;
  int left;
} Answers;

static gboolean
print_answer (const GramAnswer *answer, gpointer data, GError **error)
{
  g_autoptr (GramctlRow) row = NULL;
  Answers *answers = data;

  if (answers->left == 0)
    return TRUE;
  answers->left--;
  row = gramctl_row_new ();
  gramctl_row_fill_answer (row, answer);
  gramctl_table_add (answers->table, row);
  return TRUE;
}

GramctlExit
gramctl_list_answers (Gramctl *self)
{
  const char *from = gramctl_get_where (self, "from");
  const char *to = gramctl_get_where (self, "to");
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GramctlTable) table = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gboolean done;

  if (!gramctl_find_account (self, gramctl_get_where (self, "account"), &account, &exit))
    return exit;
  if (is_format (self, "jsonl"))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      done = gram_registry_write_answers (self->registry, self->actor, account->id, from, to,
                                          stream, NULL, gramctl_cancellable (), &refusal, &error);
    }
  else
    {
      Answers answers = { NULL, self->limit > 0 ? self->limit : -1 };

      answers.table = table = gramctl_table_new (is_format (self, "csv"));
      done = gram_registry_each_answer (self->registry, self->actor, account->id, from, to,
                                        print_answer, &answers, gramctl_cancellable (), &refusal,
                                        &error)
             && gramctl_table_finish (table, &error);
    }
  return done ? GRAMCTL_DONE : gramctl_no (refusal, error);
}

GramctlExit
gramctl_list_deadlines (Gramctl *self)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GPtrArray) deadlines = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 account_id;

  if (!optional_account (self, &account_id, &exit))
    return exit;
  if (is_format (self, "ics"))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return gram_registry_write_deadlines (self->registry, self->actor, account_id, stream, NULL,
                                            gramctl_cancellable (), &refusal, &error)
                 ? GRAMCTL_DONE
                 : gramctl_no (refusal, error);
    }
  deadlines = gram_registry_deadlines (self->registry, self->actor, account_id, &refusal, &error);
  return gramctl_print_all (self, deadlines, (GramctlFill)gramctl_row_fill_deadline, refusal,
                            error);
}
