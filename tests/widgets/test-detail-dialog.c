/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-detail-dialog.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"

#define TEST_TYPE_DIALOG (test_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TestDialog, test_dialog, TEST, DIALOG, GramDetailDialog)

/* Shows a text; what it asks is answered by the test, in whatever order. */
struct _TestDialog
{
  GramDetailDialog parent_instance;

  /* Template Widgets */
  GtkWidget *mend_button;
  GtkWidget *end_button;
};

G_DEFINE_FINAL_TYPE (TestDialog, test_dialog, GRAM_TYPE_DETAIL_DIALOG)

#define NUMBER 7

static GPtrArray *questions; /* GTask, the oldest first */
static guint n_details;      /* answers that nobody has freed */
static guint n_mended;

static const char template[] = "<interface><template class='TestDialog' parent='GramDetailDialog'>"
                               "<property name='title'>Thing</property>"
                               "<child type='start'><object class='GtkMenuButton'>"
                               "<property name='tooltip-text'>More</property></object></child>"
                               "<child type='button'><object class='GtkButton' id='mend_button'>"
                               "<property name='label'>Mend</property>"
                               "<property name='action-name'>thing.mend</property></object></child>"
                               "<child type='button'><object class='GtkButton' id='end_button'>"
                               "<property name='label'>End</property>"
                               "<property name='action-name'>thing.end</property></object></child>"
                               "</template></interface>";

static void
test_ask (GramSession *session,
          gint64 id,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  g_assert_cmpint (id, ==, NUMBER);
  g_ptr_array_add (questions, g_task_new (session, cancellable, callback, user_data));
}

static gpointer
test_answer (GramSession *session, GAsyncResult *result, GramRefusal **refusal, GError **error)
{
  const GramRefusal *why = g_task_get_task_data (G_TASK (result));

  *refusal = why != NULL ? gram_refusal_copy (why) : NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
detail_free (gpointer detail)
{
  n_details--;
  g_free (detail);
}

/* A text with a question mark can be mended, but not by who asks; one with a full stop is over. */
static const GramRefusal *
test_get_refusal (gconstpointer detail, const char *command)
{
  static const GramRefusal refusal
      = { (char *)"thing.not-yours", (char *)"It is not yours.", NULL };

  return g_str_equal (command, "thing.mend") && strchr (detail, '?') != NULL ? &refusal : NULL;
}

static void
test_show_detail (GramDetailDialog *dialog, gconstpointer detail)
{
  TestDialog *self = TEST_DIALOG (dialog);
  gboolean live = strchr (detail, '.') == NULL;
  AdwPreferencesGroup *group = gram_detail_dialog_add_group (dialog, "Facts");

  gram_detail_dialog_set_titles (dialog, "Thing #7", "Somebody’s");
  g_assert_nonnull (gram_detail_dialog_set_state (dialog, detail, "It stands there."));
  adw_preferences_group_add (group, gtk_label_new (detail));
  gram_detail_dialog_add (dialog, NULL);
  gram_detail_dialog_offer (dialog, self->mend_button, "thing.mend", live);
  gram_detail_dialog_offer (dialog, self->end_button, "thing.end", live);
}

static void
mend_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_assert_nonnull (gram_detail_dialog_get_detail (GRAM_DETAIL_DIALOG (widget)));
  n_mended++;
}

static void
test_dialog_class_init (TestDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GramDetailDialogClass *dialog_class = GRAM_DETAIL_DIALOG_CLASS (klass);
  g_autoptr (GBytes) bytes = g_bytes_new_static (template, strlen (template));

  dialog_class->failed_title = "Could Not Read the Thing";
  dialog_class->ask = test_ask;
  dialog_class->answer = test_answer;
  dialog_class->free_detail = detail_free;
  dialog_class->get_refusal = test_get_refusal;
  dialog_class->show_detail = test_show_detail;

  gtk_widget_class_set_template (widget_class, bytes);
  gtk_widget_class_bind_template_child (widget_class, TestDialog, mend_button);
  gtk_widget_class_bind_template_child (widget_class, TestDialog, end_button);
  gtk_widget_class_install_action (widget_class, "thing.mend", NULL, mend_action);
  gtk_widget_class_install_action (widget_class, "thing.end", NULL, mend_action);
}

static void
test_dialog_init (TestDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

typedef struct
{
  GtkWindow *window;
  GramSession *session;
  GtkWidget *dialog; /* owned, so that it lives on when it is closed */
} World;

static void
present (World *self)
{
  adw_dialog_present (ADW_DIALOG (self->dialog), GTK_WIDGET (self->window));
  gram_test_wait_until ((GramTestCondition)gtk_widget_get_mapped, self->dialog);
}

static void
set_up (World *self, gconstpointer data)
{
  questions = g_ptr_array_new_with_free_func (g_object_unref);
  n_mended = 0;
  self->session = g_object_new (GRAM_TYPE_SESSION, NULL);
  self->window = gram_test_gtk_window_new (gtk_label_new ("behind"), 800, 600);
  self->dialog = GTK_WIDGET (gram_detail_dialog_new (TEST_TYPE_DIALOG, self->session, NUMBER));
  g_object_ref_sink (self->dialog);
  g_assert_cmpuint (questions->len, ==, 0);
  present (self);
  g_assert_cmpuint (questions->len, ==, 1);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

/* What was not answered was cancelled; nothing holds the dialog, and every answer was freed. */
static void
tear_down (World *self, gconstpointer data)
{
  gpointer left = self->dialog;

  g_object_add_weak_pointer (G_OBJECT (self->dialog), &left);
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  for (guint i = 0; i < questions->len; i++)
    if (!g_task_get_completed (questions->pdata[i]))
      g_assert_true (g_task_return_error_if_cancelled (questions->pdata[i]));
  gram_test_settle ();
  g_ptr_array_unref (questions);
  g_object_unref (self->dialog);
  gram_test_wait_until (is_gone, &left);
  g_assert_cmpuint (n_details, ==, 0);
  gram_test_gtk_window_destroy (self->window);
  g_object_unref (self->session);
}

static void
answer (guint i, const char *text)
{
  n_details++;
  g_task_return_pointer (questions->pdata[i], g_strdup (text), detail_free);
  gram_test_settle ();
}

static void
refuse (guint i, const char *message)
{
  g_task_set_task_data (questions->pdata[i], gram_refusal_new ("thing.none", NULL, "%s", message),
                        (GDestroyNotify)gram_refusal_free);
  g_task_return_pointer (questions->pdata[i], NULL, NULL);
  gram_test_settle ();
}

static void
fail (guint i, GQuark domain, int code)
{
  g_task_return_new_error_literal (questions->pdata[i], domain, code, "It broke");
  gram_test_settle ();
}

static gboolean
shows (World *self, GType type, const char *name)
{
  GtkWidget *widget = gram_test_find (self->dialog, type, name);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

typedef struct
{
  World *self;
  GType type;
  const char *name;
} Looking;

static gboolean
is_shown (gpointer data)
{
  const Looking *looking = data;

  return shows (looking->self, looking->type, looking->name);
}

static void
await (World *self, GType type, const char *name)
{
  gram_test_wait_until (is_shown, &(Looking){ self, type, name });
}

static GtkWidget *
button (World *self, const char *label)
{
  return gram_test_find (self->dialog, GTK_TYPE_BUTTON, label);
}

static gboolean
can (World *self, const char *action)
{
  guint before = n_mended;

  gtk_widget_activate_action (self->dialog, action, NULL);

  return n_mended > before;
}

/* Nothing can be done before it is known what with. */
static void
test_loading (World *self, gconstpointer data)
{
  await (self, ADW_TYPE_SPINNER, NULL);
  g_assert_false (can (self, "thing.mend"));
  g_assert_false (shows (self, GTK_TYPE_BUTTON, "Mend"));
  g_assert_null (gram_detail_dialog_get_detail (GRAM_DETAIL_DIALOG (self->dialog)));
}

/* What is not allowed says why; a bar without a button is not there. */
static void
test_shown (World *self, gconstpointer data)
{
  answer (0, "Well");
  await (self, ADW_TYPE_ACTION_ROW, "Well");
  await (self, GTK_TYPE_LABEL, "Thing #7");
  await (self, GTK_TYPE_LABEL, "Somebody’s");
  await (self, GTK_TYPE_LABEL, "It stands there.");
  await (self, GTK_TYPE_MENU_BUTTON, NULL);
  g_assert_true (gtk_widget_is_sensitive (button (self, "Mend")));
  g_assert_null (gtk_widget_get_tooltip_text (button (self, "Mend")));
  g_assert_true (can (self, "thing.mend"));

  g_signal_emit_by_name (self->session, "changed");
  answer (1, "Broken?");
  await (self, ADW_TYPE_ACTION_ROW, "Broken?");
  g_assert_false (shows (self, GTK_TYPE_LABEL, "Well"));
  g_assert_false (gtk_widget_is_sensitive (button (self, "Mend")));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button (self, "Mend")), ==, "It is not yours.");
  g_assert_true (gtk_widget_is_sensitive (button (self, "End")));

  g_signal_emit_by_name (self->session, "changed");
  answer (2, "Over.");
  g_assert_false (shows (self, GTK_TYPE_BUTTON, "Mend"));
  g_assert_false (
      gtk_widget_get_mapped (gtk_widget_get_parent (TEST_DIALOG (self->dialog)->end_button)));
  g_assert_false (can (self, "thing.end"));
}

/* It can be tried again, and nothing be done meanwhile. */
static void
test_failed (World *self, gconstpointer data)
{
  answer (0, "Well");
  g_signal_emit_by_name (self->session, "changed");
  refuse (1, "There is no such thing.");
  await (self, GTK_TYPE_LABEL, "Could Not Read the Thing");
  await (self, GTK_TYPE_LABEL, "There is no such thing.");
  g_assert_false (shows (self, GTK_TYPE_BUTTON, "Mend"));
  g_assert_false (can (self, "thing.mend"));

  g_signal_emit_by_name (button (self, "_Try Again"), "clicked");
  gram_test_settle ();
  await (self, ADW_TYPE_SPINNER, NULL);
  g_assert_cmpuint (questions->len, ==, 3);
  fail (2, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_false (shows (self, GTK_TYPE_LABEL, "There is no such thing."));
  await (self, GTK_TYPE_BUTTON, "_Try Again");

  g_signal_emit_by_name (button (self, "_Try Again"), "clicked");
  answer (3, "Well again");
  await (self, ADW_TYPE_ACTION_ROW, "Well again");
  g_assert_true (gtk_widget_is_sensitive (button (self, "Mend")));
}

/* Of two that overlap the answer to the newer question counts, whichever comes first. */
static void
test_overlapping (World *self, gconstpointer data)
{
  g_signal_emit_by_name (self->session, "changed");
  g_assert_cmpuint (questions->len, ==, 2);
  g_assert_true (g_cancellable_is_cancelled (g_task_get_cancellable (questions->pdata[0])));
  answer (0, "Old");
  await (self, ADW_TYPE_SPINNER, NULL);
  answer (1, "New");
  await (self, ADW_TYPE_ACTION_ROW, "New");

  g_signal_emit_by_name (self->session, "changed");
  g_signal_emit_by_name (self->session, "changed");
  answer (3, "Newest");
  await (self, ADW_TYPE_ACTION_ROW, "Newest");
  fail (2, G_IO_ERROR, G_IO_ERROR_FAILED);
  await (self, ADW_TYPE_ACTION_ROW, "Newest");
  g_assert_cmpstr (gram_detail_dialog_get_detail (GRAM_DETAIL_DIALOG (self->dialog)), ==, "Newest");
}

/* A dialog that is closed is not touched, and asks anew if it is shown again. */
static void
test_closed (World *self, gconstpointer data)
{
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  gram_test_settle ();
  g_assert_null (gtk_widget_get_root (self->dialog));
  g_assert_true (g_cancellable_is_cancelled (g_task_get_cancellable (questions->pdata[0])));
  answer (0, "Late");
  g_assert_null (gram_detail_dialog_get_detail (GRAM_DETAIL_DIALOG (self->dialog)));
  g_signal_emit_by_name (self->session, "changed");
  g_assert_cmpuint (questions->len, ==, 1);

  present (self);
  g_assert_cmpuint (questions->len, ==, 2);
  answer (1, "Again");
  g_assert_cmpstr (gram_detail_dialog_get_detail (GRAM_DETAIL_DIALOG (self->dialog)), ==, "Again");
}

/* Nor is one that is disposed of while somebody still holds it. */
static void
test_disposed (World *self, gconstpointer data)
{
  answer (0, "Well");
  g_signal_emit_by_name (self->session, "changed");
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  gram_test_settle ();
  g_object_run_dispose (G_OBJECT (self->dialog));
  answer (1, "Late");
  g_assert_cmpstr (gram_detail_dialog_get_detail (GRAM_DETAIL_DIALOG (self->dialog)), ==, "Well");
  g_signal_emit_by_name (self->session, "changed");
  g_assert_cmpuint (questions->len, ==, 2);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add ("/detail-dialog/loading", World, NULL, set_up, test_loading, tear_down);
  g_test_add ("/detail-dialog/shown", World, NULL, set_up, test_shown, tear_down);
  g_test_add ("/detail-dialog/failed", World, NULL, set_up, test_failed, tear_down);
  g_test_add ("/detail-dialog/overlapping", World, NULL, set_up, test_overlapping, tear_down);
  g_test_add ("/detail-dialog/closed", World, NULL, set_up, test_closed, tear_down);
  g_test_add ("/detail-dialog/disposed", World, NULL, set_up, test_disposed, tear_down);

  return g_test_run ();
}
