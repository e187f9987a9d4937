/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-payment-notices.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"
#include "gram-settlement.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static GPtrArray *
read_documents (GramRegistry *self,
                GramActor *actor,
                gint64 account_id,
                GramRefusal **refusal,
                GError **error)
{
  if (!gram_settlement_may_ask (self, actor, account_id, refusal, error))
    return NULL;
  return gram_document_table_list (self->store, account_id, error);
}

GPtrArray *
gram_registry_documents (GramRegistry *self,
                         GramActor *actor,
                         gint64 account_id,
                         GramRefusal **refusal,
                         GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  rows = read_documents (self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  return rows;
}

/* Those of an account are for who may view it, the others for everybody who is still in the registry. */
static gboolean
may_read (GramRegistry *self,
          GramActor *actor,
          const GramDocumentRecord *record,
          gboolean *may,
          GramRefusal **refusal,
          GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramRefusal) no = NULL;

  *may = FALSE;
  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE)
    return FALSE;
  if (record == NULL)
    return TRUE;
  *may = record->account_id == 0
         || _gram_query_view (self, actor, record->account_id, NULL, NULL, &no, error);
  return *may || no != NULL;
}

static GBytes *
read_content (GramRegistry *self,
              GramActor *actor,
              gint64 document_id,
              GramDocumentRecord **record,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GramDocumentRecord) found = NULL;
  g_autoptr (GBytes) content = NULL;
  gboolean may;

  if (!gram_document_table_get (self->store, document_id, &found, error)
      || !may_read (self, actor, found, &may, refusal, error))
    return NULL;
  if (!may)
    {
      gram_refuse (refusal, "document.unknown", NULL, _ ("There is no document %" PRId64),
                   document_id);
      return NULL;
    }
  content = gram_document_table_read (self->store, found, error);
  if (content != NULL && record != NULL)
    *record = g_steal_pointer (&found);
  return g_steal_pointer (&content);
}

GBytes *
gram_registry_document_content (GramRegistry *self,
                                GramActor *actor,
                                gint64 document_id,
                                GramDocumentRecord **record,
                                GramRefusal **refusal,
                                GError **error)
{
  GBytes *content;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  content = read_content (self, actor, document_id, record, refusal, error);
  gram_store_end_read (self->store);
  return content;
}
