/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-notice-table.h"
#include "gram-queries.h"
#include "gram-snippet-table.h"

G_BEGIN_DECLS

/*
 * Each person's own inbox. What somebody has no access to any more is not shown and not counted. If a question answers %NULL,
 * exactly one of @refusal and @error is set.
 */

/**
 * GramNoticeRow:
 * @id: the notice
 * @event: what happened
 * @title: title of the event, translated
 * @sentence: what happened, translated, ready to show
 * @account_id: account that it is about, 0 none
 * @account_number: (nullable): number of the account
 * @holder: (nullable): holder of the account
 * @subject: what it opens: `case`, `cases`, `vehicle`, `vehicles`, `account`, `membership`
 * @subject_id: its row
 * @at: UTC microseconds
 * @read: it was read
 * @archived: it was put away
 * @desktop: it waits to be shown on the desktop
 *
 * One thing that a person is told. Strings are owned.
 */
typedef struct
{
  gint64 id;
  GramEvent event;
  char *title;
  char *sentence;
  gint64 account_id;
  char *account_number;
  char *holder;
  char *subject;
  gint64 subject_id;
  gint64 at;
  gboolean read;
  gboolean archived;
  gboolean desktop;
} GramNoticeRow;

/**
 * gram_registry_notice_ids:
 * @self: a registry
 * @actor: who asks
 * @query: (nullable): filter; %NULL what is in the inbox
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): own notices, the newest first
 */
GArray *gram_registry_notice_ids (GramRegistry *self,
                                  GramActor *actor,
                                  const GramNoticeQuery *query,
                                  guint limit,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_registry_notice_rows:
 * @self: a registry
 * @actor: who asks
 * @ids: notices
 * @n_ids: how many
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Rows in the order of @ids; one of somebody else is left out.
 *
 * Returns: (transfer full) (element-type GramNoticeRow) (nullable): the rows
 */
GPtrArray *gram_registry_notice_rows (GramRegistry *self,
                                      GramActor *actor,
                                      const gint64 *ids,
                                      guint n_ids,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_notice_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_notice_row_free (GramNoticeRow *self);

/**
 * gram_registry_notices_for_desktop:
 * @self: a registry
 * @actor: who asks
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * What waits to be shown to who asks on the desktop. `inbox.mark` with `as` `shown` answers which of them really were not
 * shown before, so that of two windows one shows a notice.
 *
 * Returns: (transfer full) (element-type GramNoticeRow) (nullable): the rows, the oldest first
 */
GPtrArray *gram_registry_notices_for_desktop (GramRegistry *self,
                                              GramActor *actor,
                                              guint limit,
                                              GramRefusal **refusal,
                                              GError **error);

/**
 * GramInboxCounts:
 * @unread: notices of the inbox that were not read
 * @cases_to_do: for who handles cases: undecided ones that they hold or that nobody holds, and that wait for no answer
 * @disputes_to_do: cases of the account in which information is asked of the holder
 *
 * What badges count.
 */
typedef struct
{
  gint64 unread;
  gint64 cases_to_do;
  gint64 disputes_to_do;
} GramInboxCounts;

/**
 * gram_registry_inbox_counts:
 * @self: a registry
 * @actor: who asks
 * @account_id: account of @disputes_to_do, 0 none
 * @counts: (out): the counts
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Quick enough to be asked after every change.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_inbox_counts (GramRegistry *self,
                                        GramActor *actor,
                                        gint64 account_id,
                                        GramInboxCounts *counts,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * GramEventSwitch:
 * @event: an event
 * @title: its title, translated
 * @sentence: what it says, translated
 * @inbox: it is told in the inbox
 * @desktop: it is shown on the desktop, too
 * @chosen: the person has switched it; else the event's default holds
 *
 * How somebody wants to be told of an event.
 */
typedef struct
{
  GramEvent event;
  const char *title;
  const char *sentence;
  gboolean inbox;
  gboolean desktop;
  gboolean chosen;
} GramEventSwitch;

/**
 * gram_registry_events:
 * @self: a registry
 * @actor: who asks
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramEventSwitch) (nullable): the events that who asks can be told of, in the order
 *   of #GramEvent
 */
GPtrArray *
gram_registry_events (GramRegistry *self, GramActor *actor, GramRefusal **refusal, GError **error);

/**
 * gram_registry_snippets:
 * @self: a registry
 * @actor: who asks, of the administrator's side
 * @kind: kind of case that they shall fit, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramSnippetRecord) (nullable): texts that case handlers keep, by title
 */
GPtrArray *gram_registry_snippets (GramRegistry *self,
                                   GramActor *actor,
                                   GramCaseKind kind,
                                   GramRefusal **refusal,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramNoticeRow, gram_notice_row_free)

G_END_DECLS
