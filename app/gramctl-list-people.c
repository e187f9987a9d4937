/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-list.h"

#include <glib/gi18n-lib.h>

/* A question about the people of one account. */
typedef GPtrArray *(*Question) (GramRegistry *registry,
                                GramActor *actor,
                                gint64 account_id,
                                GramRefusal **refusal,
                                GError **error);

static GramctlExit
list_of_account (Gramctl *self, Question question, GramctlFill fill)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) records = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!gramctl_find_account (self, gramctl_get_where (self, "account"), &account, &exit))
    return exit;
  records = question (self->registry, self->actor, account->id, &refusal, &error);
  return gramctl_print_all (self, records, fill, refusal, error);
}

GramctlExit
gramctl_list_members (Gramctl *self)
{
  return list_of_account (self, gram_registry_members, (GramctlFill)gramctl_row_fill_member);
}

GramctlExit
gramctl_list_invitations (Gramctl *self)
{
  return list_of_account (self, gram_registry_invitations,
                          (GramctlFill)gramctl_row_fill_invitation);
}

GramctlExit
gramctl_list_handovers (Gramctl *self)
{
  return list_of_account (self, gram_registry_handovers, (GramctlFill)gramctl_row_fill_handover);
}

GramctlExit
gramctl_list_requests (Gramctl *self)
{
  return list_of_account (self, gram_registry_requests, (GramctlFill)gramctl_row_fill_request);
}

/* What a person (oneself, if none is named) can do on an account, or in the registry if none is named. */
GramctlExit
gramctl_list_rights (Gramctl *self)
{
  const char *number = gramctl_get_where (self, "account");
  const char *email = gramctl_get_where (self, "person");
  g_autofree char *normal
      = g_utf8_strdown (email != NULL ? email : gram_actor_get_email (self->actor), -1);
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GPtrArray) rights = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (number != NULL && !gramctl_find_account (self, number, &account, &exit))
    return exit;
  if (!gram_person_table_get_by_email (gram_registry_get_store (self->registry), normal, &person,
                                       &error))
    return gramctl_failed (error);
  /* Who is not there is answered as somebody one may not ask about; 0 would be oneself. */
  rights = gram_registry_rights (self->registry, self->actor, account != NULL ? account->id : 0,
                                 person != NULL ? person->id : -1, &refusal, &error);
  return gramctl_print_all (self, rights, (GramctlFill)gramctl_row_fill_right, refusal, error);
}

static gboolean
read_query (Gramctl *self, GramPersonQuery *query, GramctlExit *exit)
{
  const char *active = gramctl_get_where (self, "active");
  int role = 0;

  if (!gramctl_read_word (self, "role", "role", &role, exit))
    return FALSE;
  if (active != NULL && !g_str_equal (active, "yes") && !g_str_equal (active, "no"))
    {
      *exit = gramctl_usage (_ ("--where active=… is yes or no"));
      return FALSE;
    }
  query->search = self->search;
  query->roles = (guint)role;
  query->active = active == NULL               ? GRAM_PERSON_ANY
                  : g_str_equal (active, "no") ? GRAM_PERSON_REMOVED
                                               : GRAM_PERSON_ACTIVE;
  return TRUE;
}

GramctlExit
gramctl_list_persons (Gramctl *self)
{
  GramPersonQuery query = { 0 };
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GArray) ids = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!read_query (self, &query, &exit))
    return exit;
  ids = gram_registry_person_ids (self->registry, self->actor, &query, (guint)self->limit, &refusal,
                                  &error);
  if (ids != NULL)
    persons = gram_registry_person_rows (self->registry, self->actor, (const gint64 *)ids->data,
                                         ids->len, &refusal, &error);
  return gramctl_print_all (self, persons, (GramctlFill)gramctl_row_fill_person_row, refusal,
                            error);
}
