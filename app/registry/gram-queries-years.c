/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-years.h"

#include "gram-check.h"
#include "gram-queries-private.h"
#include "gram-queries-years-private.h"
#include "gram-year-plan.h"
#include "gram-year-publication.h"

#include "gram-document-table.h"
#include "gram-eco-notice-table.h"
#include "gram-member-table.h"

#include <glib/gi18n-lib.h>

/* The commands of a year; the rules say when a verb can be done. */
static const struct
{
  const char *command;
  GramCctsYearVerb verb;
  gboolean when_closed;
} verbs[] = {
  { "year.measure", GRAM_CCTS_YEAR_MEASURE },
  { "allocation.post", GRAM_CCTS_YEAR_ALLOCATE },
  { "year.account", GRAM_CCTS_YEAR_ACCOUNT },
  { "payment-notice.issue", GRAM_CCTS_YEAR_ISSUE_NOTICE },
  { "year.close", GRAM_CCTS_YEAR_CLOSE },
  { "year.publish", GRAM_CCTS_YEAR_PUBLISH, TRUE },
  { "year.set-standing-rule" },
  { "baseline.set" },
  { "baseline.import" },
  { "crts.set-position" },
  { "crts.import-positions" },
  { "eco-notice.record", 0, TRUE },
  { "eco-notice.withdraw", 0, TRUE },
};

static gboolean
is_member_of_the_ccts (GramRegistry *self, gint64 person_id, gboolean *is, GError **error)
{
  g_autoptr (GPtrArray) members = gram_member_table_list_for_person (self->store, person_id, error);

  *is = FALSE;
  for (guint i = 0; members != NULL && i < members->len && !*is; i++)
    {
      const GramMember *member = members->pdata[i];
      g_autoptr (GramAccountRecord) account = NULL;

      if (!gram_account_table_get (self->store, member->account_id, &account, error))
        return FALSE;
      *is = account != NULL && gram_account_kind_scheme (account->kind) == GRAM_SCHEME_CCTS;
    }
  return members != NULL;
}

static gboolean
may_ask (GramRegistry *self,
         GramActor *actor,
         gint64 account_id,
         GramRefusal **refusal,
         GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  gboolean member;

  if (account_id != 0)
    return gram_registry_may_view (self, actor, account_id, refusal, error) == GRAM_OUTCOME_DONE;
  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE)
    return FALSE;
  if (_gram_check_administrators_side (person))
    return TRUE;
  if (self->record->kind == GRAM_REGISTRY_ADMINISTRATOR)
    return gram_registry_administers (self, actor, refusal, error) == GRAM_OUTCOME_DONE;
  if (!is_member_of_the_ccts (self, person->id, &member, error))
    return FALSE;
  return member
         || gram_refuse (refusal, "permission.role", NULL,
                         _ ("Only members of an account of the CCTS can see this"));
}

gboolean
_gram_queries_begin_years (GramRegistry *self,
                           GramActor *actor,
                           gint64 account_id,
                           GramRefusal **refusal,
                           GError **error)
{
  if (!gram_store_begin_read (self->store, error))
    return FALSE;
  if (may_ask (self, actor, account_id, refusal, error))
    return TRUE;
  gram_store_end_read (self->store);
  return FALSE;
}

void
gram_year_row_free (GramYearRow *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self);
}

static GramYearRow *
row_of (const GramYearBooks *books)
{
  const GramCctsRules *rules = books->rulebook->ccts;
  GramYearRow *row = g_new0 (GramYearRow, 1);

  row->year = books->year;
  row->state = gram_ccts_year_state (rules, &books->facts, books->today);
  row->facts = books->facts;
  row->missing = gram_ccts_year_missing (rules, &books->facts, books->today);
  row->window = gram_ccts_window (rules, books->year);
  row->publication = gram_ccts_publish_on (rules, books->year);
  row->participants = books->rows->len;
  for (guint i = 0; i < books->rows->len; i++)
    row->cars += ((GramParticipantRow *)books->rows->pdata[i])->cars;
  if (books->record == NULL)
    return row;
  row->auto_register = books->record->auto_register;
  row->measured_at = books->record->measured_at;
  row->allocated_at = books->record->allocated_at;
  row->accounted_at = books->record->accounted_at;
  row->closed_at = books->record->closed_at;
  row->published_at = books->record->published_at;
  return row;
}

static gboolean
add_year (GramRegistry *self, int year, GPtrArray *rows, GramRefusal **refusal, GError **error)
{
  g_auto (GramYearBooks) books = { 0 };

  if (!gram_year_books_read (&books, self, year, refusal, error))
    return FALSE;
  g_ptr_array_add (rows, row_of (&books));
  return TRUE;
}

/* From the year of today back to the first year of the trading period. */
static GPtrArray *
read_years (GramRegistry *self, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_year_row_free);
  g_autofree char *today = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);
  g_autoptr (GramRulebook) rulebook = NULL;
  GramDate day;

  if (!gram_date_parse (today, GRAM_DATE_ISO, &day, error)
      || !gram_participants_read_rulebook (self, &rulebook, NULL, refusal, error))
    return NULL;
  for (int year = MIN (day.year, rulebook->ccts->period.last.year);
       year >= rulebook->ccts->period.first.year; year--)
    if (!add_year (self, year, rows, refusal, error))
      return NULL;
  return g_steal_pointer (&rows);
}

GPtrArray *
gram_registry_years (GramRegistry *self, GramActor *actor, GramRefusal **refusal, GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!_gram_queries_begin_years (self, actor, 0, refusal, error))
    return NULL;
  rows = read_years (self, refusal, error);
  gram_store_end_read (self->store);
  return rows;
}

static void
document_free (gpointer data)
{
  GramYearDocument *self = data;

  g_free (self->name);
  g_free (self->media_type);
  g_free (self->sha256);
  g_free (self);
}

static void
allow_free (gpointer data)
{
  GramYearAllow *self = data;

  g_clear_pointer (&self->refusal, gram_refusal_free);
  g_free (self);
}

void
gram_year_detail_free (GramYearDetail *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->row, gram_year_row_free);
  g_clear_pointer (&self->participants, g_ptr_array_unref);
  g_clear_pointer (&self->eco_codes, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->allows, g_ptr_array_unref);
  g_free (self->today);
  g_free (self->rulebook);
  g_free (self);
}

const GramRefusal *
gram_year_detail_get_refusal (const GramYearDetail *self, const char *command)
{
  g_return_val_if_fail (self != NULL && command != NULL, NULL);

  for (guint i = 0; i < self->allows->len; i++)
    {
      const GramYearAllow *allow = self->allows->pdata[i];

      if (g_str_equal (allow->command, command))
        return allow->refusal;
    }
  return NULL;
}

/* Rights first; a command on an account is asked as if for any account. */
static gboolean
is_allowed (GramRegistry *self,
            const GramPersonRecord *person,
            const char *name,
            GramRefusal **refusal,
            GError **error)
{
  GramCommand command = *gram_command_find (name);

  command.needs_account = FALSE;
  return _gram_check_allowed (self, &command, person, NULL, refusal, error);
}

static gboolean
add_allow (GramYearDetail *self,
           const GramYearBooks *books,
           const GramPersonRecord *person,
           gsize verb,
           GError **error)
{
  GramYearAllow *allow;
  g_autoptr (GramRefusal) no = NULL;
  gboolean can;

  if (gram_command_find (verbs[verb].command) == NULL)
    return TRUE;
  can = is_allowed (books->registry, person, verbs[verb].command, &no, error);
  if (!can && no == NULL)
    return FALSE;
  if (can && verbs[verb].verb != 0)
    gram_year_books_can (books, verbs[verb].verb, &no);
  else if (can && !verbs[verb].when_closed
           && !gram_participants_check_not_closed (gram_registry_get_store (books->registry),
                                                   books->year, &no, error)
           && no == NULL)
    return FALSE;
  allow = g_new0 (GramYearAllow, 1);
  allow->command = verbs[verb].command;
  allow->refusal = g_steal_pointer (&no);
  g_ptr_array_add (self->allows, allow);
  return TRUE;
}

static gboolean
add_allows (GramYearDetail *self, const GramYearBooks *books, GramActor *actor, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;

  self->allows = g_ptr_array_new_with_free_func (allow_free);
  if (!gram_person_table_get (gram_registry_get_store (books->registry), actor->person_id, &person,
                              error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (!add_allow (self, books, person, i, error))
      return FALSE;
  return TRUE;
}

/* Publications of the year, by the name that year.publish gives them. */
static gboolean
add_documents (GramYearDetail *self, const GramYearBooks *books, GError **error)
{
  GramStore *store = gram_registry_get_store (books->registry);
  g_autofree char *prefix = gram_year_publication_name (books->year, NULL);
  g_autoptr (GPtrArray) records = gram_document_table_list (store, 0, error);

  self->documents = g_ptr_array_new_with_free_func (document_free);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const GramDocumentRecord *record = records->pdata[i];
      GramYearDocument *document;

      if (record->kind != GRAM_DOCUMENT_PUBLICATION || !g_str_has_prefix (record->name, prefix))
        continue;
      document = g_new0 (GramYearDocument, 1);
      document->id = record->id;
      document->name = g_strdup (record->name);
      document->media_type = g_strdup (record->media_type);
      document->size = record->size;
      document->sha256 = g_strdup (record->sha256);
      document->made_at = record->made_at;
      g_ptr_array_add (self->documents, document);
    }
  return records != NULL;
}

static gboolean
add_eco_codes (GramYearDetail *self, const GramYearBooks *books, GError **error)
{
  g_autoptr (GPtrArray) notices
      = gram_eco_notice_table_list (gram_registry_get_store (books->registry), error);

  self->eco_codes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const GramEcoNoticeRecord *notice = notices->pdata[i];
      GramDate given_on;

      if (notice->withdrawn_at == 0
          && gram_date_parse (notice->given_on, GRAM_DATE_ISO, &given_on, NULL)
          && gram_ccts_notice_bites (books->rulebook->ccts, given_on, books->year))
        g_ptr_array_add (self->eco_codes, g_strdup (notice->code));
    }
  return notices != NULL;
}

static GramYearDetail *
read_year (GramRegistry *self, GramActor *actor, int year, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramYearDetail) detail = g_new0 (GramYearDetail, 1);
  g_auto (GramYearBooks) books = { 0 };

  if (!gram_year_books_read (&books, self, year, refusal, error))
    return NULL;
  detail->row = row_of (&books);
  detail->today = gram_date_format (books.today);
  detail->rulebook = g_strdup (books.rulebook->version);
  detail->live = books.facts.notifications;
  detail->matched = books.facts.trades_matched;
  for (guint i = 0; i < books.rows->len; i++)
    gram_year_totals_add (&detail->totals, books.rows->pdata[i]);
  if (!add_allows (detail, &books, actor, error) || !add_documents (detail, &books, error)
      || !add_eco_codes (detail, &books, error))
    return NULL;
  detail->participants = g_steal_pointer (&books.rows);
  return g_steal_pointer (&detail);
}

GramYearDetail *
gram_registry_year (GramRegistry *self,
                    GramActor *actor,
                    int year,
                    GramRefusal **refusal,
                    GError **error)
{
  GramYearDetail *detail;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!_gram_queries_begin_years (self, actor, 0, refusal, error))
    return NULL;
  detail = read_year (self, actor, year, refusal, error);
  gram_store_end_read (self->store);
  return detail;
}

static GramYearRehearsal *
rehearse (GramRegistry *self,
          GramActor *actor,
          const char *command,
          GVariant *arguments,
          GramRefusal **refusal,
          GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_auto (GramYearPlan) plan = { 0 };

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE
      || !_gram_check_allowed (self, gram_command_find (command), person, NULL, refusal, error)
      || !gram_year_plan_init (&plan, self, command, arguments, refusal, error))
    return NULL;
  return g_steal_pointer (&plan.rehearsal);
}

GramYearRehearsal *
gram_registry_rehearse_year (GramRegistry *self,
                             GramActor *actor,
                             const char *command,
                             GVariant *arguments,
                             GramRefusal **refusal,
                             GError **error)
{
  g_autoptr (GVariant) given = NULL;
  GramYearRehearsal *rehearsal;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);
  g_return_val_if_fail (command != NULL && arguments != NULL, NULL);
  g_return_val_if_fail (gram_year_plan_knows (command), NULL);

  given = g_variant_ref_sink (arguments);
  if (!gram_store_begin_read (self->store, error))
    return NULL;
  rehearsal = rehearse (self, actor, command, given, refusal, error);
  gram_store_end_read (self->store);
  return rehearsal;
}
