/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-reading.h"

typedef struct
{
  GramOverviewReading *reading;
  GError *error;
  guint n_pending;
} Asked;

static void
asked_free (Asked *self)
{
  gram_overview_reading_free (self->reading);
  g_clear_error (&self->error);
  g_free (self);
}

void
gram_overview_reading_free (GramOverviewReading *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->overview, gram_overview_free);
  g_clear_pointer (&self->refusal, gram_refusal_free);
  g_clear_pointer (&self->detail, gram_account_detail_free);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->invitations, g_ptr_array_unref);
  g_clear_pointer (&self->handovers, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_free);
  g_clear_pointer (&self->deadlines, g_ptr_array_unref);
  g_clear_pointer (&self->trades, g_free);
  g_clear_pointer (&self->years, g_ptr_array_unref);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_pointer (&self->dashboard, gram_dashboard_unref);
  g_free (self->email);
  g_free (self->accept_reason);
  g_free (self);
}

/* The last answer ends the task. */
static void
note_answer (GTask *task)
{
  Asked *asked = g_task_get_task_data (task);

  if (--asked->n_pending > 0)
    return;

  if (asked->error != NULL)
    g_task_return_error (task, g_steal_pointer (&asked->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&asked->reading),
                           (GDestroyNotify)gram_overview_reading_free);
}

static void
overview_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->overview = gram_session_overview_finish (GRAM_SESSION (object), result,
                                                           &asked->reading->refusal, &asked->error);
  note_answer (task);
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->detail
      = gram_session_account_detail_finish (GRAM_SESSION (object), result, NULL, NULL);
  note_answer (task);
}

static void
requests_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->requests
      = gram_session_requests_finish (GRAM_SESSION (object), result, NULL, NULL);
  note_answer (task);
}

static void
invitations_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->invitations
      = gram_session_invitations_finish (GRAM_SESSION (object), result, NULL, NULL);
  note_answer (task);
}

static void
handovers_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->handovers
      = gram_session_handovers_finish (GRAM_SESSION (object), result, NULL, NULL);
  note_answer (task);
}

static void
cases_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->cases
      = gram_session_case_counts_finish (GRAM_SESSION (object), result, NULL, NULL);
  note_answer (task);
}

static void
ask_cases (GramSession *session,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GramAccount *account = gram_session_get_account (session);
  const GramCaseQuery query = { .account_id = account != NULL ? gram_account_get_id (account) : 0 };

  gram_session_case_counts_async (session, &query, cancellable, callback, user_data);
}

static void
ask_deadlines (GramSession *session,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  GramAccount *account = gram_session_get_account (session);

  gram_session_deadlines_async (session, account != NULL ? gram_account_get_id (account) : 0,
                                cancellable, callback, user_data);
}

static void
deadlines_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->deadlines
      = gram_session_deadlines_finish (GRAM_SESSION (object), result, NULL, NULL);
  note_answer (task);
}

static void
ask_trades (GramSession *session,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  const GramTradeQuery query
      = { .account_id = gram_account_get_id (gram_session_get_account (session)) };

  gram_session_trade_counts_async (session, &query, cancellable, callback, user_data);
}

static void
trades_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->trades
      = gram_session_trade_counts_finish (GRAM_SESSION (object), result, NULL, NULL);
  note_answer (task);
}

static void
years_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->years
      = gram_session_allowance_years_finish (GRAM_SESSION (object), result, NULL, NULL);
  note_answer (task);
}

static void
ask_notices (GramSession *session,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  gram_session_payment_notices_async (session,
                                      gram_account_get_id (gram_session_get_account (session)), 0,
                                      cancellable, callback, user_data);
}

static void
notices_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->notices
      = gram_session_payment_notices_finish (GRAM_SESSION (object), result, NULL, NULL);
  note_answer (task);
}

static void
dashboard_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);

  asked->reading->dashboard
      = gram_session_dashboard_finish (GRAM_SESSION (object), result, NULL, NULL);
  note_answer (task);
}

/* Which accounts a question is asked about. */
typedef enum
{
  OF_ALL,
  OF_CCS,
  OF_CCTS,
} Of;

static gboolean
is_asked (GramSession *session, Of of)
{
  GramAccount *account = gram_session_get_account (session);
  gboolean ccts = account != NULL && gram_account_get_kind (account) == GRAM_ACCOUNT_CCTS;

  return of == OF_ALL || (of == OF_CCTS) == ccts;
}

static void
take_permits (GramOverviewReading *self, GramSession *session)
{
  GramPermit accept = gram_session_get_permit (session, "vehicle.accept");
  GramAccount *account = gram_session_get_account (session);

  self->email = g_strdup (gram_session_get_person_email (session));
  self->member = account != NULL && gram_account_get_record (account)->permissions != 0;
  self->may_grant = gram_session_get_permit (session, "invitation.create").allowed;
  self->may_apply = gram_session_get_permit (session, "application.save").allowed;
  self->decides = (gram_session_get_person_role (session)
                   & (GRAM_ROLE_ADMINISTRATOR | GRAM_ROLE_DECISION_MAKER))
                      != 0
                  && gram_session_get_kind (session) != GRAM_REGISTRY_OWN;
  self->administers = gram_session_get_person_role (session) != GRAM_ROLE_OFFICER
                      && gram_session_get_kind (session) != GRAM_REGISTRY_OWN && !self->member;
  self->may_accept = accept.allowed;
  self->accept_reason = g_strdup (accept.reason);
}

void
gram_overview_reading_async (GramSession *session,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  typedef void (*Ask) (GramSession *, GCancellable *, GAsyncReadyCallback, gpointer);
  static const struct
  {
    Ask ask;
    GAsyncReadyCallback answered;
    Of of;
  } questions[] = {
    { gram_session_overview_async, overview_cb },
    { gram_session_account_detail_async, detail_cb },
    { gram_session_requests_async, requests_cb },
    { gram_session_invitations_async, invitations_cb },
    { gram_session_handovers_async, handovers_cb },
    { ask_cases, cases_cb },
    { ask_deadlines, deadlines_cb },
    { ask_trades, trades_cb, OF_CCTS },
    { gram_session_allowance_years_async, years_cb, OF_CCTS },
    { ask_notices, notices_cb, OF_CCTS },
    { gram_session_dashboard_async, dashboard_cb, OF_CCS },
  };
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);

  g_return_if_fail (GRAM_IS_SESSION (session));

  asked->reading = g_new0 (GramOverviewReading, 1);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    asked->n_pending += is_asked (session, questions[i].of) ? 1 : 0;
  take_permits (asked->reading, session);
  g_task_set_source_tag (task, gram_overview_reading_async);
  g_task_set_task_data (task, asked, (GDestroyNotify)asked_free);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (is_asked (session, questions[i].of))
      questions[i].ask (session, cancellable, questions[i].answered, g_object_ref (task));
}

GramOverviewReading *
gram_overview_reading_finish (GramSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
