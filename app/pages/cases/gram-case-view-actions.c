/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-view.h"

#include "gram-case-dialog.h"
#include "gram-case-view-private.h"
#include "gram-failure.h"
#include "gram-questions-cases.h"
#include "gram-snippets-dialog.h"

#include <glib/gi18n-lib.h>

/* What is sent about the case: by a dialog, except a plain claim. */
static const struct
{
  const char *action;
  const char *command;
  gsize button; /* offset, 0 none */
  gboolean decides;
} verbs[] = {
  { "case.claim", "case.claim", G_STRUCT_OFFSET (GramCaseView, claim_button), FALSE },
  { "case.release", "case.release", G_STRUCT_OFFSET (GramCaseView, release_button), FALSE },
  { "case.assign", "case.assign", 0, FALSE },
  { "case.ask", "case.ask", G_STRUCT_OFFSET (GramCaseView, ask_button), FALSE },
  { "case.uphold", "dispute.uphold", G_STRUCT_OFFSET (GramCaseView, uphold_button), TRUE },
  { "case.decline", "dispute.decline", G_STRUCT_OFFSET (GramCaseView, decline_button), TRUE },
  { "case.take", "difference.take", G_STRUCT_OFFSET (GramCaseView, take_button), TRUE },
  { "case.keep", "difference.keep", G_STRUCT_OFFSET (GramCaseView, keep_button), TRUE },
};

static GtkWidget *
button_of (GramCaseView *self, gsize i)
{
  return verbs[i].button != 0 ? G_STRUCT_MEMBER (GtkWidget *, self, verbs[i].button) : NULL;
}

static void
decided_cb (GramCaseView *self)
{
  g_assert (GRAM_IS_CASE_VIEW (self));

  g_signal_emit_by_name (self, "decided");
}

static void
done_cb (GramCaseView *self)
{
  g_assert (GRAM_IS_CASE_VIEW (self));

  self->focus = TRUE;
  gram_case_view_refresh (self);
}

static void
present (GramCaseView *self, gsize i)
{
  AdwDialog *dialog = gram_case_dialog_new (self->session, verbs[i].command, self->detail);

  if (g_str_equal (verbs[i].command, "difference.take") && self->differences != NULL
      && self->detail->differences->len > 1)
    {
      g_auto (GStrv) chosen = gram_compare_dup_chosen (self->differences);

      gram_case_dialog_set_fields (GRAM_CASE_DIALOG (dialog), (const char *const *)chosen);
    }
  g_signal_connect_object (dialog, "done", G_CALLBACK (verbs[i].decides ? decided_cb : done_cb),
                           self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
claimed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseView) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Claim"), refusal, error);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("This case is yours now"));
  if (self->stack != NULL)
    done_cb (self);
}

static void
claim (GramCaseView *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert_value (&dict, "cases",
                               g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &self->case_id, 1,
                                                          sizeof (gint64)));
  gram_session_perform_async (self->session, "case.claim", g_variant_dict_end (&dict), NULL, NULL,
                              NULL, claimed_cb, g_object_ref (self));
}

static void
verb_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramCaseView *self = GRAM_CASE_VIEW (widget);

  /* Another case is on its way: nobody decides one that they do not see. */
  if (self->detail == NULL || self->detail->row->id != self->case_id)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (verbs[i].action, action_name))
        continue;
      if (g_str_equal (verbs[i].command, "case.claim")
          && !gram_case_detail_needs_comment (self->detail, "case.claim"))
        claim (self);
      else
        present (self, i);
    }
}

static void
step_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "step", g_str_equal (action_name, "case.next") ? 1 : -1);
}

static void
write_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_thread_focus (GRAM_CASE_VIEW (widget)->thread, g_str_equal (action_name, "case.note"));
}

static void
account_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramCaseView *self = GRAM_CASE_VIEW (widget);

  if (self->detail != NULL)
    gtk_widget_activate_action (widget,
                                g_str_equal (action_name, "case.account")
                                    ? "win.open-account"
                                    : "win.open-account-in-window",
                                "s", self->detail->account->number);
}

static void
snippets_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (gram_snippets_dialog_new (GRAM_CASE_VIEW (widget)->session), widget);
}

/* An application is asked about by its own dialog, which stands among the decisions. */
static gboolean
knows (GramCaseView *self, const char *command)
{
  return self->detail != NULL && self->detail->row->id == self->case_id
         && gram_case_detail_has_verb (self->detail, command)
         && !(g_str_equal (command, "case.ask")
              && self->detail->row->record->kind == GRAM_CASE_APPLICATION);
}

/* A verb that this kind of case does not know has no button; one that is not allowed says why. */
static void
update_verb (GramCaseView *self, gsize i)
{
  gboolean known = knows (self, verbs[i].command);
  gboolean decided = known && gram_case_record_is_decided (self->detail->row->record);
  GtkWidget *button = button_of (self, i);
  GramPermit permit = { FALSE, NULL };

  if (known)
    permit = gram_session_get_case_permit (self->session, self->detail, verbs[i].command);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), verbs[i].action, permit.allowed);
  if (button == NULL)
    return;

  gtk_widget_set_tooltip_text (button, permit.allowed ? NULL : permit.reason);
  gtk_widget_set_visible (button, known && !decided);
}

/* What comes next is what stands out. */
static void
update_claim (GramCaseView *self)
{
  gboolean mine = self->detail != NULL && self->detail->row->mine;
  gboolean over = self->detail != NULL && gram_case_detail_has_verb (self->detail, "case.claim")
                  && gram_case_detail_needs_comment (self->detail, "case.claim");
  GtkWidget *deciding[] = { self->uphold_button, self->take_button };

  gtk_button_set_label (GTK_BUTTON (self->claim_button), over ? _ ("_Take Over…") : _ ("_Claim"));
  if (mine)
    gtk_widget_set_visible (self->claim_button, FALSE);
  gtk_widget_set_visible (self->release_button,
                          mine && !self->narrow && gtk_widget_get_visible (self->release_button));
  gtk_widget_remove_css_class (self->claim_button, "suggested-action");
  if (!mine && !over)
    gtk_widget_add_css_class (self->claim_button, "suggested-action");
  for (gsize i = 0; i < G_N_ELEMENTS (deciding); i++)
    {
      gtk_widget_remove_css_class (deciding[i], "suggested-action");
      if (mine)
        gtk_widget_add_css_class (deciding[i], "suggested-action");
    }
}

void
_gram_case_view_actions_update (GramCaseView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean shown = self->detail != NULL;
  gboolean any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    update_verb (self, i);
  update_claim (self);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    any = any || (button_of (self, i) != NULL && gtk_widget_get_visible (button_of (self, i)));
  gtk_action_bar_set_revealed (GTK_ACTION_BAR (self->action_bar), any);
  gtk_widget_action_set_enabled (widget, "case.next", self->has_next);
  gtk_widget_action_set_enabled (widget, "case.previous", self->has_previous);
  gtk_widget_action_set_enabled (widget, "case.message", shown);
  gtk_widget_action_set_enabled (widget, "case.note", shown);
  gtk_widget_action_set_enabled (widget, "case.account", shown);
  gtk_widget_action_set_enabled (widget, "case.account-in-window", shown);
}

void
gram_case_view_focus (GramCaseView *self)
{
  GtkWidget *wanted[] = { self->claim_button, self->uphold_button, self->take_button };

  g_return_if_fail (GRAM_IS_CASE_VIEW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (gtk_widget_get_visible (wanted[i]) && gtk_widget_is_sensitive (wanted[i])
        && gtk_widget_grab_focus (wanted[i]))
      return;
  for (guint i = 0; i < GRAM_CASE_VIEW_MAX_COMMANDS && self->commands[i] != NULL; i++)
    if (gtk_widget_is_sensitive (self->commands[i]) && gtk_widget_grab_focus (self->commands[i]))
      return;
  if (gtk_widget_is_sensitive (self->next_button) && gtk_widget_grab_focus (self->next_button))
    return;
  gtk_widget_child_focus (GTK_WIDGET (self->facts_box), GTK_DIR_TAB_FORWARD);
}

void
_gram_case_view_actions_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "case.next", step_action },         { "case.previous", step_action },
    { "case.message", write_action },     { "case.note", write_action },
    { "case.account", account_action },   { "case.account-in-window", account_action },
    { "case.snippets", snippets_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_install_action (widget_class, verbs[i].action, NULL, verb_action);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}
