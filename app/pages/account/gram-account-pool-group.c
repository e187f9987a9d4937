/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-pool-group.h"

#include "gram-ccts-words.h"
#include "gram-failure.h"
#include "gram-pool-forms.h"
#include "gram-pool-page.h"
#include "gram-questions-pools.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

struct _GramAccountPoolGroup
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References */
  GtkWidget *apply_row;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GPtrArray *rows;
  char *number;
};

G_DEFINE_FINAL_TYPE (GramAccountPoolGroup, gram_account_pool_group, ADW_TYPE_PREFERENCES_GROUP)

static void
apply_cb (GtkWidget *row, GramAccountPoolGroup *self)
{
  adw_dialog_present (gram_pool_apply_dialog_new (self->session, self->number), GTK_WIDGET (self));
}

static void
pool_cb (GtkWidget *row, GramAccountPoolGroup *self)
{
  gram_pool_page_present (GTK_WIDGET (self), self->session, gram_row_get_id (row));
}

static void
add_pool (GramAccountPoolGroup *self, const GramPoolRow *pool)
{
  int state = GRAM_POOL_GATHERING;
  g_autofree char *years = pool->first_year == pool->last_year
                               ? g_strdup_printf ("%d", pool->first_year)
                               : g_strdup_printf ("%d–%d", pool->first_year, pool->last_year);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  gram_word_parse ("pool-state", pool->state, &state);
  subtitle = g_strdup_printf ("%s · %s", gram_pool_state_title ((GramPoolState)state), years);
  row = gram_row_new (pool->name, subtitle);
  gram_row_set_id (row, pool->id);
  gram_row_lead (row, "go-next-symbolic", G_CALLBACK (pool_cb), G_OBJECT (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
pools_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountPoolGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pools
      = gram_session_pools_finish (GRAM_SESSION (object), result, NULL, &error);

  if (gram_failure_is_cancelled (error) || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  gram_rows_clear (self->rows);
  for (guint i = 0; pools != NULL && i < pools->len; i++)
    add_pool (self, pools->pdata[i]);
}

static void
gram_account_pool_group_dispose (GObject *object)
{
  GramAccountPoolGroup *self = GRAM_ACCOUNT_POOL_GROUP (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->session);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (gram_account_pool_group_parent_class)->dispose (object);
}

static void
gram_account_pool_group_finalize (GObject *object)
{
  GramAccountPoolGroup *self = GRAM_ACCOUNT_POOL_GROUP (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (gram_account_pool_group_parent_class)->finalize (object);
}

static void
gram_account_pool_group_class_init (GramAccountPoolGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gram_account_pool_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_account_pool_group_finalize;
}

static void
gram_account_pool_group_init (GramAccountPoolGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Pool"));
  self->apply_row = gram_row_new (_ ("Apply for a Pool…"), NULL);
  gram_row_lead (self->apply_row, "go-next-symbolic", G_CALLBACK (apply_cb), G_OBJECT (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->apply_row);
}

void
gram_account_pool_group_show (GramAccountPoolGroup *self,
                              GramSession *session,
                              const GramAccountDetail *detail)
{
  gboolean ccts;
  GramPermit permit;

  g_return_if_fail (GRAM_IS_ACCOUNT_POOL_GROUP (self));
  g_return_if_fail (GRAM_IS_SESSION (session) && detail != NULL);

  ccts = detail->account->kind == GRAM_ACCOUNT_CCTS;
  gtk_widget_set_visible (GTK_WIDGET (self), ccts);
  if (!ccts)
    return;

  g_set_object (&self->session, session);
  g_set_str (&self->number, detail->account->number);
  permit = gram_session_get_permit (session, "pool.apply");
  gtk_widget_set_sensitive (self->apply_row, permit.allowed);
  gtk_widget_set_tooltip_text (self->apply_row, permit.reason);
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self->apply_row),
      permit.allowed ? _ ("Manufacturers that are one participant together (CCTS art. 32(2))")
                     : permit.reason);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gram_session_pools_async (session, detail->account->id, 0, self->asking, pools_cb,
                            g_object_ref (self));
}
