/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-credits-private.h"

#include "gram-account-life.h"
#include "gram-check.h"
#include "gram-credit-transfers.h"
#include "gram-due.h"
#include "gram-queries-private.h"

#include "gram-ccs.h"
#include "gram-member-table.h"

#include <glib/gi18n-lib.h>

void
gram_credit_transfer_detail_free (GramCreditTransferDetail *self)
{
  if (self == NULL)
    return;
  gram_credit_transfer_row_free (self->row);
  g_clear_pointer (&self->lines, g_array_unref);
  g_strfreev (self->last_days);
  gram_account_record_free (self->from);
  gram_account_record_free (self->to);
  g_clear_pointer (&self->obstacles, g_ptr_array_unref);
  g_free (self->offered_by);
  g_free (self->ended_by);
  g_clear_pointer (&self->allows, g_ptr_array_unref);
  g_free (self);
}

const GramRefusal *
gram_credit_transfer_detail_get_refusal (const GramCreditTransferDetail *self, const char *command)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (command != NULL, NULL);

  return gram_allows_find (self->allows, command);
}

/* An account of the transfer for who may see it, in the state that counts today. */
static gboolean
read_account (GramRegistry *self,
              gint64 account_id,
              const GramPersonRecord *person,
              GramAccountRecord **account,
              GError **error)
{
  g_autoptr (GramAccountRecord) read = NULL;
  g_autoptr (GramRefusal) no = NULL;

  if (account_id == 0)
    return TRUE;
  if (!gram_account_table_get (self->store, account_id, &read, error))
    return FALSE;
  if (!_gram_check_may_view (self, person, read, &no, error))
    return no != NULL;
  *account = g_steal_pointer (&read);
  return gram_due_state_today (self, *account, &(*account)->state, error);
}

static gboolean
add_obstacle (GramRegistry *self,
              const GramAccountRecord *from,
              const GramAccountRecord *to,
              GPtrArray *obstacles,
              GError **error)
{
  const GramAccountRecord *account = from != NULL ? from : to;
  g_autoptr (GramRefusal) why = NULL;

  if (gram_credit_transfer_check_parties (self, from, to, GRAM_CREDIT_TRANSFER_READER_ADMINISTRATOR,
                                          &why, error))
    return TRUE;
  if (why == NULL)
    return FALSE;
  /* Translators: number of an account, holder, a sentence that says what is wrong with it */
  g_ptr_array_add (obstacles, gram_refusal_new (why->id, why->article, _ ("%s, %s: %s"),
                                                account->number, account->holder, why->message));
  return TRUE;
}

/* Each side by itself, exact: for the administrator's side alone. */
static gboolean
read_obstacles (GramRegistry *self,
                GramCreditTransferDetail *detail,
                const GramPersonRecord *person,
                GError **error)
{
  if (detail->row->record->state != GRAM_CREDIT_TRANSFER_OFFERED
      || !_gram_check_administrators_side (person))
    return TRUE;
  return add_obstacle (self, detail->from, NULL, detail->obstacles, error)
         && add_obstacle (self, NULL, detail->to, detail->obstacles, error);
}

/* Who asks about which transfer. */
typedef struct
{
  GramRegistry *registry;
  const GramCreditTransferDetail *detail;
  const GramPersonRecord *person;
} Asker;

typedef gboolean (*Check) (const Asker *self, GramRefusal **refusal, GError **error);

static gboolean
check_accept (const Asker *self, GramRefusal **refusal, GError **error)
{
  return gram_credit_transfer_check_accept (self->registry, self->detail->row->record,
                                            self->detail->lines,
                                            _gram_check_administrators_side (self->person)
                                                ? GRAM_CREDIT_TRANSFER_READER_ADMINISTRATOR
                                                : GRAM_CREDIT_TRANSFER_READER_RECEIVER,
                                            refusal, error);
}

static gboolean
check_move (const Asker *self, GramCreditTransferVerb verb, GramRefusal **refusal)
{
  const GramCreditTransferRecord *record = self->detail->row->record;

  return gram_credit_transfer_move (record->state, verb, gram_life_date (record->lapses_on),
                                    gram_credit_transfer_today (self->registry), NULL, refusal);
}

static gboolean
check_decline (const Asker *self, GramRefusal **refusal, G_GNUC_UNUSED GError **error)
{
  return check_move (self, GRAM_CREDIT_TRANSFER_DECLINE, refusal);
}

static gboolean
check_cancel (const Asker *self, GramRefusal **refusal, G_GNUC_UNUSED GError **error)
{
  return check_move (self, GRAM_CREDIT_TRANSFER_CANCEL, refusal);
}

/* Whose verb it is: that of who gets the credits, or of who gives them. */
static const struct
{
  const char *command;
  gboolean receiver;
  Check check;
} verbs[] = {
  { "transfer.accept", TRUE, check_accept },
  { "transfer.decline", TRUE, check_decline },
  { "transfer.cancel", FALSE, check_cancel },
};

static gboolean
add_allow (const Asker *self, gsize verb, GPtrArray *allows, GError **error)
{
  const GramAccountRecord *account = verbs[verb].receiver ? self->detail->to : self->detail->from;
  GramRefusal *why = NULL;

  if (account == NULL)
    gram_refuse (&why, "transfer.other-side", NULL,
                 verbs[verb].receiver ? _ ("Only the holder who gets the credits can do this")
                                      : _ ("Only the holder who gives the credits can do this"));
  else if (!(_gram_check_allowed (self->registry, gram_command_find (verbs[verb].command),
                                  self->person, account, &why, error)
             && verbs[verb].check (self, &why, error))
           && why == NULL)
    return FALSE;
  gram_allows_add (allows, verbs[verb].command, why);
  return TRUE;
}

static gboolean
read_allows (GramRegistry *self,
             GramCreditTransferDetail *detail,
             const GramPersonRecord *person,
             GError **error)
{
  const Asker asker = { self, detail, person };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (!add_allow (&asker, i, detail->allows, error))
      return FALSE;
  return TRUE;
}

/* The ratio is that of the credits that go over, and not of a rulebook that came later. */
static gint64
ratio_of (const GramCreditTransferRecord *record)
{
  gint64 used = record->from_kind == GRAM_ACCOUNT_CCS_NEW ? record->received : record->credits;
  gint64 fresh = record->from_kind == GRAM_ACCOUNT_CCS_NEW ? record->credits : record->received;

  return record->from_kind != record->to_kind && fresh != 0 ? used / fresh : 0;
}

static gboolean
read_lines (GramRegistry *self,
            GramCreditTransferDetail *detail,
            GramRefusal **refusal,
            GError **error)
{
  const GramCreditTransferRecord *record = detail->row->record;
  g_autoptr (GStrvBuilder) last_days = g_strv_builder_new ();
  g_autoptr (GramRulebook) rulebook = NULL;

  detail->used_per_new = ratio_of (record);
  detail->lines = gram_credit_transfer_table_lines (self->store, record->id, error);
  if (detail->lines == NULL
      || gram_credit_transfer_read_rules (self, &rulebook, refusal, error) == NULL)
    return FALSE;
  for (guint i = 0; i < detail->lines->len; i++)
    {
      int year = g_array_index (detail->lines, GramCreditTransferLine, i).year;

      g_strv_builder_take (last_days,
                           gram_date_format (gram_ccs_credit_lapse (rulebook->ccs, year)));
    }
  detail->last_days = g_strv_builder_end (last_days);
  return TRUE;
}

static gboolean
find_row (GramRegistry *self,
          const GramPersonRecord *person,
          gint64 account_id,
          gint64 transfer_id,
          GramCreditTransferRow **row,
          GramRefusal **refusal,
          GError **error)
{
  g_autoptr (GramCreditTransferRecord) record = NULL;

  if (!gram_credit_transfer_table_get (self->store, transfer_id, &record, error)
      || (record != NULL
          && !_gram_credit_transfer_row_new (self, record, person, account_id, row, error)))
    return FALSE;
  return *row != NULL || gram_credit_transfer_refuse_unknown (transfer_id, refusal);
}

static GramCreditTransferDetail *
read_detail (GramRegistry *self,
             GramActor *actor,
             gint64 account_id,
             gint64 transfer_id,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramCreditTransferDetail) detail = g_new0 (GramCreditTransferDetail, 1);
  g_autoptr (GramPersonRecord) person = NULL;
  const GramCreditTransferRecord *record;

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE
      || !find_row (self, person, account_id, transfer_id, &detail->row, refusal, error))
    return NULL;
  record = detail->row->record;
  detail->offered_by = g_strdup (record->offerer);
  detail->ended_by = g_strdup (record->ender);
  detail->obstacles = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_refusal_free);
  detail->allows = gram_allows_new ();
  if (!read_lines (self, detail, refusal, error)
      || !read_account (self, record->from_account, person, &detail->from, error)
      || !read_account (self, record->to_account, person, &detail->to, error)
      || !read_obstacles (self, detail, person, error)
      || !read_allows (self, detail, person, error))
    return NULL;
  return g_steal_pointer (&detail);
}

GramCreditTransferDetail *
gram_registry_credit_transfer_detail (GramRegistry *self,
                                      GramActor *actor,
                                      gint64 account_id,
                                      gint64 transfer_id,
                                      GramRefusal **refusal,
                                      GError **error)
{
  GramCreditTransferDetail *detail;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  detail = read_detail (self, actor, account_id, transfer_id, refusal, error);
  gram_store_end_read (self->store);
  return detail;
}
