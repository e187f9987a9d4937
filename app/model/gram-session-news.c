/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-session-private.h"

#include <glib/gi18n-lib.h>

static GramAccount *
find_by_id (GramSession *self, gint64 id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->accounts));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GramAccount) account = g_list_model_get_item (G_LIST_MODEL (self->accounts), i);

      if (gram_account_get_id (account) == id)
        return account;
    }
  return NULL;
}

static gboolean
same_at (GramSession *self, guint position, GramAccount *account)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->accounts), position);

  return item == G_OBJECT (account);
}

/* Keeps the objects that are there, and changes only the middle of the list that differs. */
static void
take_accounts (GramSession *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->accounts));
  guint start = 0;
  guint end = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const GramAccountRecord *record = g_ptr_array_index (records, i);
      GramAccount *account = find_by_id (self, record->id);

      if (account != NULL)
        gram_account_refresh (account, record);
      g_ptr_array_add (wanted,
                       account != NULL ? g_object_ref (account) : gram_account_new (record));
    }

  while (start < MIN (before, wanted->len)
         && same_at (self, start, g_ptr_array_index (wanted, start)))
    start++;
  while (end < MIN (before, wanted->len) - start
         && same_at (self, before - 1 - end, g_ptr_array_index (wanted, wanted->len - 1 - end)))
    end++;
  if (before - start - end > 0 || wanted->len - start - end > 0)
    g_list_store_splice (self->accounts, start, before - start - end, wanted->pdata + start,
                         wanted->len - start - end);
}

/* The one that was asked for, else the one before if it is still there, else the first. */
static void
choose_account (GramSession *self)
{
  g_autoptr (GramAccount) lost = NULL;
  g_autoptr (GramAccount) first = NULL;
  GramAccount *wanted = NULL;
  g_autofree char *sentence = NULL;

  if (self->wanted_account != 0)
    wanted = find_by_id (self, self->wanted_account);
  self->wanted_account = 0;
  if (wanted != NULL)
    {
      gram_session_set_account (self, wanted);
      return;
    }
  if (self->account != NULL
      && find_by_id (self, gram_account_get_id (self->account)) == self->account)
    return;

  if (self->account != NULL)
    lost = g_object_ref (self->account);
  first = g_list_model_get_item (G_LIST_MODEL (self->accounts), 0);
  gram_session_set_account (self, first);
  if (lost == NULL)
    return;
  sentence = g_strdup_printf (_ ("You may no longer see the account %s of %s. Ask its owner if you "
                                 "need it."),
                              gram_account_get_number (lost), gram_account_get_holder (lost));
  _gram_session_emit_account_lost (self, sentence);
}

static void
take_person (GramSession *self, GramSessionNews *news)
{
  if (news->person_gone)
    {
      gram_session_sign_out (self);
      _gram_session_emit_person_lost (
          self, _ ("You were removed from this registry and signed out. Ask its administrator if "
                   "you need it."));
      return;
    }

  take_accounts (self, news->accounts);
  if (news->account_id == _gram_session_get_account_id (self))
    {
      _gram_session_take_permits (self, news->permits);
      _gram_session_take_counts (self, &news->counts);
    }
  choose_account (self);
  _gram_session_take_notices (self, news->notices);
}

void
_gram_session_take_news (GramSession *self, GramSessionNews *news)
{
  self->data_version = news->data_version;

  g_object_freeze_notify (G_OBJECT (self));
  _gram_session_set_title (self, news->title);
  _gram_session_set_practice_today (self, news->practice_today);
  _gram_session_set_kind (self, news->kind);
  _gram_session_set_role (self, news->role);
  g_object_thaw_notify (G_OBJECT (self));

  /* Whose session is locked is told when it is unlocked. */
  if (self->actor != NULL && !self->locked)
    take_person (self, news);
}
