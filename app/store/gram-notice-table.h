/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/*
 * Nobody is told about what they have no access to: every question leaves out notices of accounts that the person may not see
 * any more (removed as a member, without the permission, of another role), by the sides and the permission of the event
 * (gram_event_row()).
 */

/**
 * GramNoticeDesktop:
 * @GRAM_NOTICE_DESKTOP_NO: not to be shown on the desktop
 * @GRAM_NOTICE_DESKTOP_TO_SHOW: to be shown
 * @GRAM_NOTICE_DESKTOP_SHOWN: was shown
 *
 * A notice and the desktop.
 */
typedef enum
{
  GRAM_NOTICE_DESKTOP_NO,
  GRAM_NOTICE_DESKTOP_TO_SHOW,
  GRAM_NOTICE_DESKTOP_SHOWN,
} GramNoticeDesktop;

/**
 * GramNoticeRecord:
 * @id: row of the notice, 0 before it is stored
 * @person_id: who is told
 * @event: what happened
 * @account_id: the account, 0 none
 * @subject: what it opens: case, vehicles, account, membership
 * @subject_id: its row
 * @occasion: tells two tidings about the same thing apart: journal id, due date
 * @detail: JSON for the sentence, may be empty
 * @at: UTC microseconds
 * @read_at: UTC microseconds, 0 not read
 * @archived_at: UTC microseconds, 0 in the inbox
 * @inbox: the person wants the event in the inbox; without it the notice is for the desktop alone
 * @desktop: whether the desktop shows it
 * @number: (nullable): number of the account; read, not written
 * @holder: (nullable): holder of the account; read, not written
 *
 * What a person is told. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 person_id;
  GramEvent event;
  gint64 account_id;
  char *subject;
  gint64 subject_id;
  char *occasion;
  char *detail;
  gint64 at;
  gint64 read_at;
  gint64 archived_at;
  gboolean inbox;
  GramNoticeDesktop desktop;
  char *number;
  char *holder;
} GramNoticeRecord;

/**
 * gram_notice_record_new:
 *
 * Makes an empty record, for the inbox.
 *
 * Returns: (transfer full): the record; free with gram_notice_record_free()
 */
GramNoticeRecord *gram_notice_record_new (void);

/**
 * gram_notice_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramNoticeRecord *gram_notice_record_copy (const GramNoticeRecord *self);

/**
 * gram_notice_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_notice_record_free (GramNoticeRecord *self);

/**
 * gram_notice_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set, 0 if the person was told the same before
 * @error: return location
 *
 * Tells a person. The same event about the same thing on the same occasion is never told twice: the second changes nothing.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notice_table_insert (GramUnit *unit, GramNoticeRecord *record, GError **error);

/**
 * GramNoticeMark:
 * @GRAM_NOTICE_READ: read
 * @GRAM_NOTICE_UNREAD: not read
 * @GRAM_NOTICE_ARCHIVED: archived; with that read
 * @GRAM_NOTICE_UNARCHIVED: back in the inbox
 * @GRAM_NOTICE_SHOWN: was shown on the desktop
 *
 * What a person does with notices.
 */
typedef enum
{
  GRAM_NOTICE_READ,
  GRAM_NOTICE_UNREAD,
  GRAM_NOTICE_ARCHIVED,
  GRAM_NOTICE_UNARCHIVED,
  GRAM_NOTICE_SHOWN,
} GramNoticeMark;

/**
 * gram_notice_table_mark:
 * @unit: a unit of work
 * @person_id: whose; notices of others are left alone
 * @ids: (array length=n_ids) (nullable): ids of notices; %NULL all of the person: of the inbox, to unarchive of the
 *   archive
 * @n_ids: how many, any number
 * @mark: what to do
 * @at: UTC microseconds
 * @error: return location
 *
 * Marks notices. What is marked already is left as it is.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): ids of those that really changed
 */
GArray *gram_notice_table_mark (GramUnit *unit,
                                gint64 person_id,
                                const gint64 *ids,
                                gsize n_ids,
                                GramNoticeMark mark,
                                gint64 at,
                                GError **error);

/**
 * GRAM_NOTICE_EVENT:
 * @event: a #GramEvent
 *
 * The event as a bit set; there are more events than an `int` has bits.
 */
#define GRAM_NOTICE_EVENT(event) (G_GUINT64_CONSTANT (1) << (event))

/**
 * GramNoticeQuery:
 * @person_id: whose
 * @unread: only those not read
 * @archived: those in the archive instead of the inbox
 * @events: bit set of GRAM_NOTICE_EVENT(); 0 means all
 *
 * A filter of notices, the newest first.
 */
typedef struct
{
  gint64 person_id;
  gboolean unread;
  gboolean archived;
  guint64 events;
} GramNoticeQuery;

/**
 * gram_notice_table_ids:
 * @store: a store
 * @query: filter
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Ids of the notices that match, the newest first; those for the desktop alone are not among them.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids
 */
GArray *
gram_notice_table_ids (GramStore *store, const GramNoticeQuery *query, guint limit, GError **error);

/**
 * gram_notice_table_page:
 * @store: a store
 * @person_id: whose; notices of others are left out
 * @ids: (array length=n_ids): ids of notices
 * @n_ids: how many, at most 1000
 * @error: return location
 *
 * Notices by id, in the order of @ids; one that is not there is left out.
 *
 * Returns: (transfer full) (element-type GramNoticeRecord) (nullable): the notices
 */
GPtrArray *gram_notice_table_page (GramStore *store,
                                   gint64 person_id,
                                   const gint64 *ids,
                                   guint n_ids,
                                   GError **error);

/**
 * gram_notice_table_unread:
 * @store: a store
 * @person_id: whose
 * @unread: (out): notices in the inbox that are not read
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_notice_table_unread (GramStore *store, gint64 person_id, gint64 *unread, GError **error);

/**
 * gram_notice_table_to_show:
 * @store: a store
 * @person_id: whose
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Notices that the desktop has still to show, the oldest first; what was read meanwhile is no news any more.
 *
 * Returns: (transfer full) (element-type GramNoticeRecord) (nullable): the notices
 */
GPtrArray *
gram_notice_table_to_show (GramStore *store, gint64 person_id, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramNoticeRecord, gram_notice_record_free)

G_END_DECLS
