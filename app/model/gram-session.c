/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-session-private.h"

G_DEFINE_FINAL_TYPE (GramSession, gram_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_TITLE,
  PROP_KIND,
  PROP_SIGNED_IN,
  PROP_PERSON_NAME,
  PROP_PERSON_EMAIL,
  PROP_PERSON_ROLE,
  PROP_IS_ADMINISTRATOR,
  PROP_PRACTICE_TODAY,
  PROP_ACCOUNTS,
  PROP_ACCOUNT,
  PROP_BUSY,
  PROP_LOCKED,
  PROP_PREVIOUS_SIGN_IN,
  PROP_FAILED_TRIES,
  PROP_UNREAD,
  PROP_CASES_TO_DO,
  PROP_DISPUTES_TO_DO,
} GramSessionProp;

static GParamSpec *properties[PROP_DISPUTES_TO_DO + 1];

enum
{
  CHANGED,
  PERMITS_CHANGED,
  ACCOUNT_LOST,
  PERSON_LOST,
  NOTICE_ARRIVED,
  NOTICES_ARRIVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
notify (GramSession *self, GramSessionProp prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
gram_session_finalize (GObject *object)
{
  GramSession *self = GRAM_SESSION (object);

  /* Closing waits for threads, so it is asked for, never left to the last reference. */
  g_assert (self->writer == NULL && self->reader == NULL);
  g_clear_object (&self->closing);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->practice_today, g_free);
  g_clear_pointer (&self->today_wanted, g_free);
  g_clear_pointer (&self->actor, gram_actor_unref);
  g_clear_object (&self->accounts);
  g_clear_object (&self->account);
  g_clear_pointer (&self->permits, g_hash_table_unref);
  g_clear_pointer (&self->visits, g_array_unref);
  g_clear_pointer (&self->days, g_free);
  g_clear_pointer (&self->opened, gram_private_folder_unref);

  G_OBJECT_CLASS (gram_session_parent_class)->finalize (object);
}

static gint64
count_of (const GramInboxCounts *counts, GramSessionProp prop)
{
  if (prop == PROP_UNREAD)
    return counts->unread;
  return prop == PROP_CASES_TO_DO ? counts->cases_to_do : counts->disputes_to_do;
}

static void
gram_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramSession *self = GRAM_SESSION (object);

  switch ((GramSessionProp)prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_SIGNED_IN:
      g_value_set_boolean (value, self->actor != NULL);
      break;
    case PROP_PERSON_NAME:
      g_value_set_string (value, gram_session_get_person_name (self));
      break;
    case PROP_PERSON_EMAIL:
      g_value_set_string (value, gram_session_get_person_email (self));
      break;
    case PROP_PERSON_ROLE:
      g_value_set_uint (value, self->role);
      break;
    case PROP_IS_ADMINISTRATOR:
      g_value_set_boolean (value, gram_session_get_is_administrator (self));
      break;
    case PROP_PRACTICE_TODAY:
      g_value_set_string (value, self->practice_today);
      break;
    case PROP_ACCOUNTS:
      g_value_set_object (value, self->accounts);
      break;
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, gram_session_get_busy (self));
      break;
    case PROP_LOCKED:
      g_value_set_boolean (value, self->locked);
      break;
    case PROP_PREVIOUS_SIGN_IN:
      g_value_set_int64 (value, gram_session_get_previous_sign_in (self));
      break;
    case PROP_FAILED_TRIES:
      g_value_set_uint (value, gram_session_get_failed_tries (self));
      break;
    case PROP_UNREAD:
    case PROP_CASES_TO_DO:
    case PROP_DISPUTES_TO_DO:
      g_value_set_int64 (value, count_of (&self->counts, (GramSessionProp)prop_id));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if ((GramSessionProp)prop_id == PROP_ACCOUNT)
    gram_session_set_account (GRAM_SESSION (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gram_session_class_init (GramSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = gram_session_finalize;
  object_class->get_property = gram_session_get_property;
  object_class->set_property = gram_session_set_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SIGNED_IN] = g_param_spec_boolean ("signed-in", NULL, NULL, FALSE, flags);
  properties[PROP_PERSON_NAME] = g_param_spec_string ("person-name", NULL, NULL, NULL, flags);
  properties[PROP_PERSON_EMAIL] = g_param_spec_string ("person-email", NULL, NULL, NULL, flags);
  properties[PROP_PERSON_ROLE]
      = g_param_spec_uint ("person-role", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_IS_ADMINISTRATOR]
      = g_param_spec_boolean ("is-administrator", NULL, NULL, FALSE, flags);
  properties[PROP_PRACTICE_TODAY] = g_param_spec_string ("practice-today", NULL, NULL, NULL, flags);
  properties[PROP_ACCOUNTS]
      = g_param_spec_object ("accounts", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_ACCOUNT]
      = g_param_spec_object ("account", NULL, NULL, GRAM_TYPE_ACCOUNT,
                             flags | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  properties[PROP_PREVIOUS_SIGN_IN]
      = g_param_spec_int64 ("previous-sign-in", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FAILED_TRIES]
      = g_param_spec_uint ("failed-tries", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_UNREAD] = g_param_spec_int64 ("unread", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_CASES_TO_DO]
      = g_param_spec_int64 ("cases-to-do", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_DISPUTES_TO_DO]
      = g_param_spec_int64 ("disputes-to-do", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[PERMITS_CHANGED] = g_signal_new ("permits-changed", GRAM_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACCOUNT_LOST] = g_signal_new ("account-lost", GRAM_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PERSON_LOST] = g_signal_new ("person-lost", GRAM_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTICE_ARRIVED] = g_signal_new ("notice-arrived", GRAM_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, GRAM_TYPE_NOTICE_ITEM);
  signals[NOTICES_ARRIVED] = g_signal_new ("notices-arrived", GRAM_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gram_session_init (GramSession *self)
{
  self->closing = g_cancellable_new ();
  self->accounts = g_list_store_new (GRAM_TYPE_ACCOUNT);
  self->visits = g_array_new (FALSE, FALSE, sizeof (gint64));
}

GramSession *
_gram_session_new (const char *path)
{
  GramSession *self = g_object_new (GRAM_TYPE_SESSION, NULL);

  self->path = g_strdup (path);
  self->writer = gram_worker_new ("gram-writer");
  self->reader = gram_worker_new ("gram-reader");
  return self;
}

void
_gram_session_add_performing (GramSession *self, int change)
{
  gboolean was_busy = self->performing > 0;

  self->performing = (guint)((int)self->performing + change);
  if (was_busy != (self->performing > 0))
    notify (self, PROP_BUSY);
}

void
_gram_session_emit_changed (GramSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
_gram_session_set_actor (GramSession *self, GramActor *actor)
{
  g_clear_pointer (&self->actor, gram_actor_unref);
  self->actor = actor != NULL ? gram_actor_ref (actor) : NULL;
  self->role = 0;
  g_clear_pointer (&self->permits, g_hash_table_unref);
  g_clear_pointer (&self->opened, gram_private_folder_unref);

  g_object_freeze_notify (G_OBJECT (self));
  notify (self, PROP_SIGNED_IN);
  notify (self, PROP_PERSON_NAME);
  notify (self, PROP_PERSON_EMAIL);
  notify (self, PROP_PERSON_ROLE);
  notify (self, PROP_IS_ADMINISTRATOR);
  notify (self, PROP_PREVIOUS_SIGN_IN);
  notify (self, PROP_FAILED_TRIES);
  _gram_session_take_counts (self, &(GramInboxCounts){ 0 });
  g_object_thaw_notify (G_OBJECT (self));
}

void
_gram_session_set_locked (GramSession *self, gboolean locked)
{
  if (self->locked == locked)
    return;

  self->locked = locked;
  notify (self, PROP_LOCKED);
  _gram_session_emit_permits_changed (self);
}

gint64
_gram_session_get_account_id (GramSession *self)
{
  return self->account != NULL ? gram_account_get_id (self->account) : 0;
}

void
_gram_session_set_title (GramSession *self, const char *title)
{
  if (g_set_str (&self->title, title))
    notify (self, PROP_TITLE);
}

void
_gram_session_set_practice_today (GramSession *self, const char *today)
{
  if (g_set_str (&self->practice_today, today))
    notify (self, PROP_PRACTICE_TODAY);
}

void
_gram_session_set_kind (GramSession *self, GramRegistryKind kind)
{
  if (self->kind == kind)
    return;

  self->kind = kind;
  notify (self, PROP_KIND);
}

void
_gram_session_set_role (GramSession *self, GramRole role)
{
  gboolean was_administrator = gram_session_get_is_administrator (self);

  if (self->role == role)
    return;

  self->role = role;
  notify (self, PROP_PERSON_ROLE);
  if (gram_session_get_is_administrator (self) != was_administrator)
    notify (self, PROP_IS_ADMINISTRATOR);
}

void
_gram_session_take_counts (GramSession *self, const GramInboxCounts *counts)
{
  const GramInboxCounts before = self->counts;

  self->counts = *counts;
  for (GramSessionProp prop = PROP_UNREAD; prop <= PROP_DISPUTES_TO_DO; prop++)
    {
      if (count_of (&before, prop) != count_of (counts, prop))
        notify (self, prop);
    }
}

void
_gram_session_emit_permits_changed (GramSession *self)
{
  g_signal_emit (self, signals[PERMITS_CHANGED], 0);
}

void
_gram_session_emit_notice_arrived (GramSession *self, GramNoticeItem *notice)
{
  g_signal_emit (self, signals[NOTICE_ARRIVED], 0, notice);
}

gboolean
_gram_session_is_heard (GramSession *self)
{
  return g_signal_has_handler_pending (self, signals[NOTICE_ARRIVED], 0, FALSE);
}

void
_gram_session_emit_notices_arrived (GramSession *self, guint n)
{
  g_signal_emit (self, signals[NOTICES_ARRIVED], 0, n);
}

void
_gram_session_emit_account_lost (GramSession *self, const char *sentence)
{
  g_signal_emit (self, signals[ACCOUNT_LOST], 0, sentence);
}

void
_gram_session_emit_person_lost (GramSession *self, const char *sentence)
{
  g_signal_emit (self, signals[PERSON_LOST], 0, sentence);
}

const char *
gram_session_get_path (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), NULL);

  return self->path;
}

const char *
gram_session_get_title (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), NULL);

  return self->title;
}

GramRegistryKind
gram_session_get_kind (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), GRAM_REGISTRY_OWN);

  return self->kind;
}

gboolean
gram_session_get_signed_in (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), FALSE);

  return self->actor != NULL;
}

const char *
gram_session_get_person_name (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), NULL);

  return self->actor != NULL ? gram_actor_get_name (self->actor) : NULL;
}

const char *
gram_session_get_person_email (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), NULL);

  return self->actor != NULL ? gram_actor_get_email (self->actor) : NULL;
}

GramRole
gram_session_get_person_role (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), 0);

  return self->role;
}

gboolean
gram_session_get_is_administrator (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), FALSE);

  return (self->role & GRAM_ROLE_ADMINISTRATOR) != 0;
}

const char *
gram_session_get_practice_today (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), NULL);

  return self->practice_today;
}

gboolean
gram_session_get_busy (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), FALSE);

  return self->performing > 0;
}

GListModel *
gram_session_get_accounts (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->accounts);
}

GramAccount *
gram_session_get_account (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), NULL);

  return self->account;
}

GramWorker *
gram_session_get_reader (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), NULL);

  return self->reader;
}

GramActor *
gram_session_get_actor (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), NULL);

  return self->actor;
}
