/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-detail-dialog.h"

#include "gram-failure.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Template Widgets */
  AdwHeaderBar *header_bar;
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesPage *page;
  AdwActionRow *state_row;
  GtkImage *state_image;
  GtkWidget *action_bar;
  AdwWrapBox *buttons;

  /* Owned References */
  GramSession *session;
  GCancellable *asking; /* NULL while nobody waits for an answer */
  gpointer detail;
  GPtrArray *groups; /* borrowed: what was added to the page */

  gint64 id;
} GramDetailDialogPrivate;

static GtkBuildableIface *parent_buildable_iface;

static void gram_detail_dialog_add_child (GtkBuildable *buildable,
                                          GtkBuilder *builder,
                                          GObject *child,
                                          const char *type);

static void
gram_detail_dialog_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = gram_detail_dialog_add_child;
}

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (GramDetailDialog,
                                  gram_detail_dialog,
                                  ADW_TYPE_DIALOG,
                                  G_ADD_PRIVATE (GramDetailDialog)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                             gram_detail_dialog_buildable_init))

static GramDetailDialogPrivate *
priv_of (GramDetailDialog *self)
{
  return gram_detail_dialog_get_instance_private (self);
}

static void
enable (GramDetailDialog *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

/* Until there is something to do it with. */
static void
offer_nothing (GramDetailDialog *self)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (self);
  const GVariantType *parameter_type;
  const char *property_name;
  const char *action;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (widget_class, i, &owner, &action,
                                                   &parameter_type, &property_name);
       i++)
    if (g_type_is_a (owner, GRAM_TYPE_DETAIL_DIALOG))
      enable (self, action, FALSE);
  gtk_widget_set_visible (priv_of (self)->action_bar, FALSE);
}

static gboolean
has_button (AdwWrapBox *buttons)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (buttons)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (gtk_widget_get_visible (button))
      return TRUE;

  return FALSE;
}

static void
show_detail (GramDetailDialog *self)
{
  GramDetailDialogPrivate *priv = priv_of (self);

  while (priv->groups->len > 0)
    adw_preferences_page_remove (priv->page,
                                 g_ptr_array_steal_index (priv->groups, priv->groups->len - 1));
  GRAM_DETAIL_DIALOG_GET_CLASS (self)->show_detail (self, priv->detail);
  gtk_widget_set_visible (priv->action_bar, has_button (priv->buttons));
  gtk_stack_set_visible_child_name (priv->stack, "detail");
}

static void
show_failure (GramDetailDialog *self, const GramRefusal *refusal, const GError *error)
{
  GramDetailDialogPrivate *priv = priv_of (self);
  g_autofree char *sentence
      = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

  offer_nothing (self);
  adw_status_page_set_title (priv->failed_status,
                             _ (GRAM_DETAIL_DIALOG_GET_CLASS (self)->failed_title));
  adw_status_page_set_description (priv->failed_status, sentence);
  gtk_stack_set_visible_child_name (priv->stack, "failed");
}

static void
answer_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDetailDialog) self = user_data;
  GramDetailDialogClass *klass = GRAM_DETAIL_DIALOG_GET_CLASS (self);
  GramDetailDialogPrivate *priv = priv_of (self);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gpointer detail;

  /* Asked again in the meantime, or closed: nobody waits for this one. */
  if (g_task_get_cancellable (G_TASK (result)) != priv->asking)
    return;

  g_clear_object (&priv->asking);
  detail = klass->answer (GRAM_SESSION (object), result, &refusal, &error);
  if (detail != NULL)
    {
      g_clear_pointer (&priv->detail, klass->free_detail);
      priv->detail = detail;
      show_detail (self);
    }
  else if (refusal != NULL || !gram_failure_is_cancelled (error))
    show_failure (self, refusal, error);
}

/* An answer that is still on its way is to the last question no more. */
static void
give_up (GramDetailDialog *self)
{
  GramDetailDialogPrivate *priv = priv_of (self);

  g_cancellable_cancel (priv->asking);
  g_clear_object (&priv->asking);
}

static void
ask (GramDetailDialog *self)
{
  GramDetailDialogPrivate *priv = priv_of (self);

  give_up (self);
  priv->asking = g_cancellable_new ();
  GRAM_DETAIL_DIALOG_GET_CLASS (self)->ask (priv->session, priv->id, priv->asking, answer_cb,
                                            g_object_ref (self));
}

static void
changed_cb (GramDetailDialog *self)
{
  g_assert (GRAM_IS_DETAIL_DIALOG (self));

  /* Out of a window it asks when it comes into one. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ask (self);
}

static void
retry_cb (GramDetailDialog *self)
{
  g_assert (GRAM_IS_DETAIL_DIALOG (self));

  gtk_stack_set_visible_child_name (priv_of (self)->stack, "loading");
  ask (self);
}

static void
gram_detail_dialog_add_child (GtkBuildable *buildable,
                              GtkBuilder *builder,
                              GObject *child,
                              const char *type)
{
  GramDetailDialogPrivate *priv = priv_of (GRAM_DETAIL_DIALOG (buildable));

  if (g_strcmp0 (type, "button") == 0)
    adw_wrap_box_append (priv->buttons, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (priv->header_bar, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
gram_detail_dialog_root (GtkWidget *widget)
{
  GramDetailDialog *self = GRAM_DETAIL_DIALOG (widget);

  GTK_WIDGET_CLASS (gram_detail_dialog_parent_class)->root (widget);

  if (priv_of (self)->session != NULL)
    ask (self);
}

static void
gram_detail_dialog_unroot (GtkWidget *widget)
{
  give_up (GRAM_DETAIL_DIALOG (widget));

  GTK_WIDGET_CLASS (gram_detail_dialog_parent_class)->unroot (widget);
}

static void
gram_detail_dialog_dispose (GObject *object)
{
  GramDetailDialog *self = GRAM_DETAIL_DIALOG (object);

  give_up (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_DETAIL_DIALOG);
  g_clear_object (&priv_of (self)->session);

  G_OBJECT_CLASS (gram_detail_dialog_parent_class)->dispose (object);
}

static void
gram_detail_dialog_finalize (GObject *object)
{
  GramDetailDialog *self = GRAM_DETAIL_DIALOG (object);
  GramDetailDialogPrivate *priv = priv_of (self);

  g_clear_pointer (&priv->detail, GRAM_DETAIL_DIALOG_GET_CLASS (self)->free_detail);
  g_ptr_array_unref (priv->groups);

  G_OBJECT_CLASS (gram_detail_dialog_parent_class)->finalize (object);
}

static void
gram_detail_dialog_class_init (GramDetailDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_detail_dialog_dispose;
  object_class->finalize = gram_detail_dialog_finalize;

  widget_class->root = gram_detail_dialog_root;
  widget_class->unroot = gram_detail_dialog_unroot;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-detail-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, GramDetailDialog, header_bar);
  gtk_widget_class_bind_template_child_private (widget_class, GramDetailDialog, window_title);
  gtk_widget_class_bind_template_child_private (widget_class, GramDetailDialog, stack);
  gtk_widget_class_bind_template_child_private (widget_class, GramDetailDialog, failed_status);
  gtk_widget_class_bind_template_child_private (widget_class, GramDetailDialog, page);
  gtk_widget_class_bind_template_child_private (widget_class, GramDetailDialog, state_row);
  gtk_widget_class_bind_template_child_private (widget_class, GramDetailDialog, state_image);
  gtk_widget_class_bind_template_child_private (widget_class, GramDetailDialog, action_bar);
  gtk_widget_class_bind_template_child_private (widget_class, GramDetailDialog, buttons);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
gram_detail_dialog_init (GramDetailDialog *self)
{
  priv_of (self)->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_detail_dialog_new (GType type, GramSession *session, gint64 id)
{
  GramDetailDialog *self;

  g_return_val_if_fail (g_type_is_a (type, GRAM_TYPE_DETAIL_DIALOG), NULL);
  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (id != 0, NULL);

  self = g_object_new (type, NULL);
  priv_of (self)->session = g_object_ref (session);
  priv_of (self)->id = id;
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  offer_nothing (self);

  return ADW_DIALOG (self);
}

GramSession *
gram_detail_dialog_get_session (GramDetailDialog *self)
{
  g_return_val_if_fail (GRAM_IS_DETAIL_DIALOG (self), NULL);

  return priv_of (self)->session;
}

gconstpointer
gram_detail_dialog_get_detail (GramDetailDialog *self)
{
  g_return_val_if_fail (GRAM_IS_DETAIL_DIALOG (self), NULL);

  return priv_of (self)->detail;
}

void
gram_detail_dialog_set_titles (GramDetailDialog *self, const char *title, const char *subtitle)
{
  g_return_if_fail (GRAM_IS_DETAIL_DIALOG (self));

  if (title != NULL)
    adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_window_title_set_subtitle (priv_of (self)->window_title, subtitle);
}

GtkImage *
gram_detail_dialog_set_state (GramDetailDialog *self, const char *state, const char *sentence)
{
  GramDetailDialogPrivate *priv = priv_of (self);

  g_return_val_if_fail (GRAM_IS_DETAIL_DIALOG (self), NULL);
  g_return_val_if_fail (state != NULL && sentence != NULL, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (priv->state_row), state);
  adw_action_row_set_subtitle (priv->state_row, sentence);

  return priv->state_image;
}

void
gram_detail_dialog_add (GramDetailDialog *self, GtkWidget *group)
{
  g_return_if_fail (GRAM_IS_DETAIL_DIALOG (self));
  g_return_if_fail (group == NULL || ADW_IS_PREFERENCES_GROUP (group));

  if (group == NULL)
    return;

  adw_preferences_page_add (priv_of (self)->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (priv_of (self)->groups, group);
}

AdwPreferencesGroup *
gram_detail_dialog_add_group (GramDetailDialog *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gram_detail_dialog_add (self, group);

  return ADW_PREFERENCES_GROUP (group);
}

static const GramRefusal *
find_refusal (GramDetailDialog *self, const char *command)
{
  return GRAM_DETAIL_DIALOG_GET_CLASS (self)->get_refusal (priv_of (self)->detail, command);
}

void
gram_detail_dialog_offer (GramDetailDialog *self,
                          GtkWidget *button,
                          const char *command,
                          gboolean possible)
{
  const GramRefusal *refusal;

  g_return_if_fail (GRAM_IS_DETAIL_DIALOG (self));
  g_return_if_fail (GTK_IS_ACTIONABLE (button));
  g_return_if_fail (command != NULL);

  refusal = possible ? find_refusal (self, command) : NULL;
  gtk_widget_set_visible (button, possible);
  gtk_widget_set_tooltip_text (button, refusal != NULL ? refusal->message : NULL);
  enable (self, gtk_actionable_get_action_name (GTK_ACTIONABLE (button)),
          possible && refusal == NULL);
}

void
gram_detail_dialog_offer_action (GramDetailDialog *self,
                                 const char *action,
                                 const char *command,
                                 gboolean possible)
{
  g_return_if_fail (GRAM_IS_DETAIL_DIALOG (self));
  g_return_if_fail (action != NULL && command != NULL);

  enable (self, action, possible && find_refusal (self, command) == NULL);
}
