/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-notice-item.h"
#include "gram-private-folder.h"
#include "gram-queries-inbox.h"
#include "gram-session-person.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * The session is cut by role: gram-session.c holds what it knows, gram-session-news.c takes over what a refresh brings,
 * gram-session-open.c makes and opens registries, gram-session-close.c closes them, gram-session-person.c signs in,
 * gram-session-lock.c locks, gram-session-visit.c goes to an account, gram-session-permits.c says what is allowed on the
 * current one, gram-session-perform.c sends commands, gram-session-cases.c sends one for cases of many accounts,
 * gram-session-refresh.c asks for news, gram-session-watch.c notices changes of others and the day, gram-session-today.c
 * sets that of a practice registry, gram-session-notices.c tells what the desktop is to show and goes to what a notice is
 * about, gram-session-files.c brings evidence in and out, gram-session-export.c writes files for other programs.
 * gram-question.c is how a question goes to the reader and comes back, gram-questions*.c are the questions.
 */

struct _GramSession
{
  GObject parent_instance;

  /* Owned References */
  GramWorker *writer; /* NULL once closed */
  GramWorker *reader; /* NULL once closed */
  GCancellable *closing;
  char *path;
  char *title;
  char *practice_today; /* NULL unless a practice registry */
  char *today_wanted;   /* --today */
  GramActor *actor;     /* NULL unless signed in */
  GListStore *accounts;
  GramAccount *account;
  GHashTable *permits;       /* name of a command → GramRefusal, or NULL if it is allowed */
  GArray *visits;            /* of gint64: ids of accounts gone to, the last first */
  char *days;                /* the dates of the zones, as last looked */
  GramPrivateFolder *opened; /* attachments that were opened, NULL before the first */

  GramRegistryKind kind;
  GramRole role;
  GramInboxCounts counts;
  gint64 data_version;
  gint64 wanted_account; /* becomes the current one with the next news, 0 none */
  guint n_visits;        /* rises with each */
  guint performing;      /* commands under way */
  guint poll_source;
  guint due_wait; /* looks at the clock until what is due is tried again */
  gboolean locked;
  gboolean telling; /* notices are being marked as shown */
  gboolean polling;
  gboolean refreshing;
  gboolean refresh_again;
};

/* What a refresh brings: plain data, made on the reader's thread. */
typedef struct
{
  char *title;
  char *practice_today;
  GramRegistryKind kind;
  GramRole role;
  gint64 data_version;
  gint64 account_id;
  gboolean person_gone;
  GPtrArray *accounts; /* of GramAccountRecord */
  GHashTable *permits;
  GramInboxCounts counts;
  GPtrArray *notices; /* of GramNoticeRow: for the desktop */
} GramSessionNews;

void _gram_session_news_free (GramSessionNews *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramSessionNews, _gram_session_news_free)

GramSession *_gram_session_new (const char *path);
void _gram_session_set_actor (GramSession *self, GramActor *actor);
void _gram_session_set_locked (GramSession *self, gboolean locked);
void _gram_session_emit_changed (GramSession *self);
void _gram_session_add_performing (GramSession *self, int change);
gint64 _gram_session_get_account_id (GramSession *self);
gboolean _gram_session_refuse_locked (GramRefusal **refusal);

void _gram_session_take_news (GramSession *self, GramSessionNews *news);
void _gram_session_set_kind (GramSession *self, GramRegistryKind kind);
void _gram_session_set_role (GramSession *self, GramRole role);
void _gram_session_set_title (GramSession *self, const char *title);
void _gram_session_set_practice_today (GramSession *self, const char *today);
void _gram_session_take_permits (GramSession *self, GHashTable *permits);
void _gram_session_take_counts (GramSession *self, const GramInboxCounts *counts);
void _gram_session_take_notices (GramSession *self, GPtrArray *rows);
void _gram_session_emit_permits_changed (GramSession *self);
void _gram_session_emit_notice_arrived (GramSession *self, GramNoticeItem *notice);
gboolean _gram_session_is_heard (GramSession *self); /* somebody shows notices */
void _gram_session_emit_notices_arrived (GramSession *self, guint n);
void _gram_session_emit_account_lost (GramSession *self, const char *sentence);
void _gram_session_emit_person_lost (GramSession *self, const char *sentence);

void _gram_session_add_visit (GramSession *self, gint64 account_id);
void _gram_session_push_today (GramSession *self, GramWorker *worker, GAsyncReadyCallback callback);

void _gram_session_start_polling (GramSession *self);
void _gram_session_queue_change (GramSession *self);
void
_gram_session_refresh_async (GramSession *self, GAsyncReadyCallback callback, gpointer user_data);
void
_gram_session_settle_async (GramSession *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean _gram_session_refresh_finish (GramSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
