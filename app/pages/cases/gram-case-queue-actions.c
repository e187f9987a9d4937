/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-queue.h"

#include "gram-case-dialog.h"
#include "gram-case-queue-private.h"
#include "gram-case-texts.h"
#include "gram-case-verbs.h"
#include "gram-claim-many-dialog.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-snippets-dialog.h"

#include <glib/gi18n-lib.h>

/* So many selected places are looked at to find out what can be done with them; the registry looks at all. */
#define LOOKED_AT 200

/* What is sent about the selected cases by a dialog. */
static const struct
{
  const char *action;
  const char *command;
} verbs[] = {
  { "queue.release", "case.release" },    { "queue.assign", "case.assign" },
  { "queue.decline", "dispute.decline" }, { "queue.take", "difference.take" },
  { "queue.keep", "difference.keep" },
};

/* The kinds among the selected cases, as far as they are known. */
static guint
selected_kinds (GramCaseQueue *self)
{
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, LOOKED_AT);
  guint kinds = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const GramCaseRow *row = gram_case_item_get_row (rows->pdata[i]);

      if (row != NULL)
        kinds |= row->record->kind;
    }

  return kinds;
}

/* The case that is selected alone; 0 if none is, or there are others. */
static gint64
only_case (GramCaseQueue *self)
{
  g_autoptr (GArray) cases = gram_table_dup_selected (self->table);

  return cases->len == 1 ? g_array_index (cases, gint64, 0) : 0;
}

static void
done_cb (GramCaseQueue *self)
{
  if (self->table != NULL)
    gram_table_select_all (self->table, FALSE);
}

static void
present (GramCaseQueue *self, AdwDialog *dialog)
{
  g_signal_connect_object (dialog, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
verb_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramCaseQueue *self = GRAM_CASE_QUEUE (widget);
  g_autoptr (GArray) cases = gram_table_dup_selected (self->table);

  for (gsize i = 0; i < G_N_ELEMENTS (verbs) && cases->len > 0; i++)
    if (g_str_equal (verbs[i].action, action_name))
      present (self, gram_case_dialog_new_many (self->session, verbs[i].command, cases));
}

static void
toast_claimed (GramCaseQueue *self, gint64 claimed, gint64 skipped)
{
  g_autofree char *number = gram_format_count (claimed);
  g_autofree char *rest = gram_format_count (skipped);
  g_autofree char *text = NULL;

  if (skipped == 0)
    text = g_strdup_printf (ngettext ("%s case is yours now", "%s cases are yours now",
                                      (gulong)claimed),
                            number);
  else
    /* Translators: cases that were claimed, and those that somebody else has or that are decided */
    text = g_strdup_printf (_ ("%s claimed; %s are claimed by others or decided"), number, rest);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
claimed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseQueue) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;
  gint64 claimed = 0;
  gint64 skipped = 0;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Claim"), refusal, error);
      return;
    }

  g_variant_lookup (value, "claimed", "x", &claimed);
  g_variant_lookup (value, "skipped", "x", &skipped);
  toast_claimed (self, claimed, skipped);
}

/* One that somebody else holds is taken over, with a word why; of many, those that are free are claimed. */
static gboolean
is_held_by_another (GramCaseQueue *self)
{
  g_autoptr (GramCaseItem) item = gram_table_dup_only_row (self->table);
  const GramCaseRow *row = item != NULL ? gram_case_item_get_row (item) : NULL;

  return row != NULL && row->record->claimed_by != 0 && !row->mine;
}

static void
claim_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramCaseQueue *self = GRAM_CASE_QUEUE (widget);
  g_autoptr (GArray) cases = gram_table_dup_selected (self->table);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  if (cases->len == 0)
    return;
  if (is_held_by_another (self))
    {
      present (self, gram_case_dialog_new_many (self->session, "case.claim", cases));
      return;
    }

  g_variant_dict_insert_value (&dict, "cases",
                               g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, cases->data,
                                                          cases->len, sizeof (gint64)));
  gram_session_perform_async (self->session, "case.claim", g_variant_dict_end (&dict), NULL, NULL,
                              NULL, claimed_cb, g_object_ref (self));
}

/* What was claimed is shown: it is worked off next. */
static void
claimed_many_cb (GramCaseQueue *self, guint kind)
{
  gram_case_queue_show (self, GRAM_CASE_WHOSE_MINE, 0, kind);
}

static void
claim_many_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramCaseQueue *self = GRAM_CASE_QUEUE (widget);
  GramCaseQuery query;
  AdwDialog *dialog;

  _gram_case_queue_fill_query (self, NULL, &query);
  dialog = gram_claim_many_dialog_new (self->session, &self->counts, (GramCaseKind)query.kinds);
  if (dialog == NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _ ("Every case is claimed or decided"));
      return;
    }

  g_signal_connect_object (dialog, "claimed", G_CALLBACK (claimed_many_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramCaseQueue *self = GRAM_CASE_QUEUE (widget);
  gint64 id = only_case (self);

  if (id != 0)
    g_signal_emit_by_name (self, "open", id);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *number = gram_case_dup_number (only_case (GRAM_CASE_QUEUE (widget)));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), number);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Copied"));
}

static void
snippets_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (gram_snippets_dialog_new (GRAM_CASE_QUEUE (widget)->session), widget);
}

static void
select_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_select_all (GRAM_CASE_QUEUE (widget)->table, TRUE);
}

static void
select_none_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  done_cb (GRAM_CASE_QUEUE (widget));
}

static void
clear_filters_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_case_queue_show (GRAM_CASE_QUEUE (widget), 0, 0, 0);
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_popup_menu (GRAM_CASE_QUEUE (widget)->table);
}

static void
update_selection (GramCaseQueue *self, guint n_items)
{
  guint n_selected = gram_table_get_n_selected (self->table);
  gboolean narrow = gram_table_get_narrow (self->table);
  g_autofree char *number = gram_format_count (n_selected);
  g_autofree char *all = gram_format_count (n_items);
  g_autofree char *text = NULL;
  g_autofree char *select_all = NULL;

  text = g_strdup_printf (ngettext ("%s selected", "%s selected", n_selected), number);
  gtk_label_set_label (self->selection_label, narrow ? number : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->selection_label), text);
  /* Translators: %s is how many cases match */
  select_all = g_strdup_printf (_ ("Select All %s"), all);
  gtk_button_set_label (GTK_BUTTON (self->select_all_button), select_all);
  gtk_widget_set_visible (self->select_all_button, n_selected < n_items && !narrow);
  gtk_widget_set_visible (self->release_button, !narrow);
  gtk_widget_set_visible (self->assign_button, !narrow);
  gtk_action_bar_set_revealed (self->action_bar, n_selected > 0);
}

/* An action that is not allowed keeps its button, with the reason as its tooltip. */
static void
update_action (GramCaseQueue *self, const char *action, const char *command, gboolean possible)
{
  const char *reason = NULL;
  GtkWidget *button = g_str_equal (action, "queue.claim")     ? self->claim_button
                      : g_str_equal (action, "queue.release") ? self->release_button
                      : g_str_equal (action, "queue.assign")  ? self->assign_button
                                                              : NULL;
  GramPermit permit = { FALSE, NULL };

  if (self->session != NULL)
    permit = gram_session_get_permit (self->session, command);
  if (!permit.allowed)
    reason = permit.reason;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, permit.allowed && possible);
  if (button != NULL)
    gtk_widget_set_tooltip_text (button, reason);
}

void
_gram_case_queue_actions_update (GramCaseQueue *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_selected;
  guint n_items;
  guint kinds;

  if (self->table == NULL)
    return;

  n_selected = gram_table_get_n_selected (self->table);
  kinds = n_selected > 0 ? selected_kinds (self) : 0;
  gram_table_get_n_matching (self->table, &n_items);
  update_selection (self, n_items);
  gtk_widget_action_set_enabled (widget, "queue.select-all", n_items > 0 && n_selected < n_items);
  gtk_widget_action_set_enabled (widget, "queue.select-none", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "queue.open", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "queue.copy", n_selected == 1);
  update_action (self, "queue.claim", "case.claim", n_selected > 0);
  update_action (self, "queue.claim-many", "case.claim", TRUE);
  update_action (self, "queue.snippets", "snippet.save", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const GramCaseVerb *verb = gram_case_verb_find (verbs[i].command);

      /* Whether a decision is allowed depends on each case; who works cases at all, the claim says. */
      update_action (self, verbs[i].action, verb->account ? "case.claim" : verb->command,
                     n_selected > 0 && (kinds & ~verb->kinds) == 0);
    }
}

void
_gram_case_queue_actions_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "queue.claim", claim_action },
    { "queue.claim-many", claim_many_action },
    { "queue.clear-filters", clear_filters_action },
    { "queue.copy", copy_action },
    { "queue.menu", menu_action },
    { "queue.open", open_action },
    { "queue.select-all", select_all_action },
    { "queue.select-none", select_none_action },
    { "queue.snippets", snippets_action },
  };

  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, row_menu);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_install_action (widget_class, verbs[i].action, NULL, verb_action);
  gram_row_menu_bind_keys (widget_class, "queue.menu");
}
