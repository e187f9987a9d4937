/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-cases-private.h"

#include "gram-cases.h"
#include "gram-check.h"

#include "gram-application-form.h"
#include "gram-application-table.h"

#include <string.h>

#define ALL GRAM_CASE_ALL_KINDS
#define DISPUTED (GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION)

/* Which commands are about which kinds of case, and what they do to it. */
static const struct
{
  const char *command;
  guint kinds;
  GramCaseVerb verb;
} verbs[] = {
  { "case.claim", ALL, GRAM_CASE_CLAIM },
  { "case.release", ALL, GRAM_CASE_RELEASE },
  { "case.assign", ALL, GRAM_CASE_ASSIGN },
  { "case.ask", ALL, GRAM_CASE_ASK },
  { "case.write", ALL, GRAM_CASE_WRITE },
  { "case.edit-message", ALL, GRAM_CASE_WRITE },
  { "case.attach", ALL, GRAM_CASE_ATTACH },
  /* What is asked about an application is answered in it. */
  { "case.answer", ALL & ~GRAM_CASE_APPLICATION, GRAM_CASE_ANSWER },
  { "case.withdraw", DISPUTED, GRAM_CASE_WITHDRAW },
  { "dispute.uphold", DISPUTED, GRAM_CASE_DECIDE },
  { "dispute.decline", DISPUTED, GRAM_CASE_DECIDE },
  { "difference.take", GRAM_CASE_DIFFERENCE, GRAM_CASE_DECIDE },
  { "difference.keep", GRAM_CASE_DIFFERENCE, GRAM_CASE_DECIDE },
  { "application.ask", GRAM_CASE_APPLICATION, GRAM_CASE_ASK },
  { "application.approve", GRAM_CASE_APPLICATION, GRAM_CASE_DECIDE },
  { "application.decline", GRAM_CASE_APPLICATION, GRAM_CASE_DECIDE },
  { "trade.register", GRAM_CASE_TRADE, GRAM_CASE_DECIDE },
  { "trade.refuse", GRAM_CASE_TRADE, GRAM_CASE_DECIDE },
  { "account.set-aml", GRAM_CASE_AML, GRAM_CASE_DECIDE },
  { "account.suspend", GRAM_CASE_SUSPENSION, GRAM_CASE_DECIDE },
  { "account.drop-notice", GRAM_CASE_SUSPENSION, GRAM_CASE_DECIDE },
  { "account.close", GRAM_CASE_CLOSING, GRAM_CASE_DECIDE },
  { "account.refuse-closing", GRAM_CASE_CLOSING, GRAM_CASE_DECIDE },
  { "account.drop-closing-notice", GRAM_CASE_CLOSING, GRAM_CASE_DECIDE },
  { "pool.grant", GRAM_CASE_POOL, GRAM_CASE_DECIDE },
  { "pool.decline", GRAM_CASE_POOL, GRAM_CASE_DECIDE },
  { "borrowing.approve", GRAM_CASE_BORROWING, GRAM_CASE_DECIDE },
  { "borrowing.decline", GRAM_CASE_BORROWING, GRAM_CASE_DECIDE },
};

void
_gram_case_allow_free (GramCaseAllow *self)
{
  gram_refusal_free (self->refusal);
  g_free (self);
}

/* An application has states of its own. */
static gboolean
check_application (const GramApplicationRecord *application,
                   const char *command,
                   GramRefusal **refusal)
{
  if (application == NULL || !g_str_has_prefix (command, "application."))
    return TRUE;
  return gram_application_move (application->state, command + strlen ("application."), NULL,
                                refusal);
}

static GramCaseAllow *
allow_new (GramRegistry *self,
           const GramCommand *command,
           GramCaseVerb verb,
           const GramCaseRecord *record,
           const GramAccountRecord *account,
           const GramApplicationRecord *application,
           const GramPersonRecord *person,
           GError **error)
{
  GramCaseFacts facts = gram_cases_facts (record, person->id);
  GramCaseActor actor = gram_cases_actor_of (self, command, person);
  GramCaseAllow *allow = g_new0 (GramCaseAllow, 1);
  GramCaseNext next = { 0 };

  allow->command = command->name;
  if (!_gram_check_allowed (self, command, person, account, &allow->refusal, error)
      || !gram_cases_check_recorder (self, command, record, person, &allow->refusal, error))
    {
      if (allow->refusal != NULL)
        return allow;
      _gram_case_allow_free (allow);
      return NULL;
    }
  if (gram_case_move (&facts, verb, actor, &next, &allow->refusal))
    check_application (application, command->name, &allow->refusal);
  allow->needs_comment = next.needs_comment;
  return allow;
}

GPtrArray *
_gram_case_allows (GramRegistry *self,
                   const GramCaseRecord *record,
                   const GramAccountRecord *account,
                   const GramPersonRecord *person,
                   GError **error)
{
  g_autoptr (GPtrArray) allows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)_gram_case_allow_free);
  g_autoptr (GramApplicationRecord) application = NULL;

  if (record->kind == GRAM_CASE_APPLICATION
      && !gram_application_table_get (self->store, record->subject_id, &application, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const GramCommand *command = gram_command_find (verbs[i].command);
      GramCaseAllow *allow;

      if (command == NULL || (verbs[i].kinds & record->kind) == 0)
        continue;
      allow = allow_new (self, command, verbs[i].verb, record, account, application, person, error);
      if (allow == NULL)
        return NULL;
      g_ptr_array_add (allows, allow);
    }
  return g_steal_pointer (&allows);
}

static const GramCaseAllow *
find_allow (const GramCaseDetail *self, const char *command)
{
  for (guint i = 0; i < self->allows->len; i++)
    {
      const GramCaseAllow *allow = self->allows->pdata[i];

      if (g_str_equal (allow->command, command))
        return allow;
    }
  return NULL;
}

gboolean
gram_case_detail_has_verb (const GramCaseDetail *self, const char *command)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (command != NULL, FALSE);

  return find_allow (self, command) != NULL;
}

const GramRefusal *
gram_case_detail_get_refusal (const GramCaseDetail *self, const char *command)
{
  const GramCaseAllow *allow;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (command != NULL, NULL);

  allow = find_allow (self, command);
  g_return_val_if_fail (allow != NULL, NULL);
  return allow->refusal;
}

gboolean
gram_case_detail_needs_comment (const GramCaseDetail *self, const char *command)
{
  const GramCaseAllow *allow;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (command != NULL, FALSE);

  allow = find_allow (self, command);
  return allow != NULL && allow->needs_comment;
}
