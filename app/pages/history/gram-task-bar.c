/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-task-bar.h"

struct _GramTaskBar
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkRevealer *revealer;
  GtkStack *icon_stack;
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkProgressBar *progress_bar;
  GtkStack *button_stack;
};

G_DEFINE_FINAL_TYPE (GramTaskBar, gram_task_bar, ADW_TYPE_BIN)

enum
{
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_detail (GramTaskBar *self, const char *detail)
{
  gtk_label_set_text (self->detail_label, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), detail != NULL && *detail != '\0');
}

static void
cancel_cb (GramTaskBar *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
gram_task_bar_class_init (GramTaskBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CANCELLED] = g_signal_new ("cancelled", GRAM_TYPE_TASK_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/history/gram-task-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GramTaskBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, GramTaskBar, icon_stack);
  gtk_widget_class_bind_template_child (widget_class, GramTaskBar, icon);
  gtk_widget_class_bind_template_child (widget_class, GramTaskBar, title_label);
  gtk_widget_class_bind_template_child (widget_class, GramTaskBar, detail_label);
  gtk_widget_class_bind_template_child (widget_class, GramTaskBar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, GramTaskBar, button_stack);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, gram_task_bar_hide);
}

static void
gram_task_bar_init (GramTaskBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_task_bar_hide (self);
}

GtkWidget *
gram_task_bar_new (void)
{
  return g_object_new (GRAM_TYPE_TASK_BAR, NULL);
}

static void
show (GramTaskBar *self, const char *title, const char *detail)
{
  gtk_label_set_text (self->title_label, title);
  set_detail (self, detail);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
gram_task_bar_work (GramTaskBar *self, const char *title)
{
  g_return_if_fail (GRAM_IS_TASK_BAR (self));
  g_return_if_fail (title != NULL);

  gtk_stack_set_visible_child_name (self->icon_stack, "work");
  gtk_stack_set_visible_child_name (self->button_stack, "work");
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  show (self, title, NULL);
}

void
gram_task_bar_set_progress (GramTaskBar *self, gint64 done, gint64 total, const char *detail)
{
  g_return_if_fail (GRAM_IS_TASK_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), total > 0);
  if (total > 0)
    /* Thousandths are enough for a bar. */
    gtk_progress_bar_set_fraction (self->progress_bar,
                                   (guint)(MIN (done, total) * 1000 / total) / 1000.0);
  set_detail (self, detail);
}

void
gram_task_bar_finish (GramTaskBar *self, gboolean good, const char *title, const char *detail)
{
  g_return_if_fail (GRAM_IS_TASK_BAR (self));
  g_return_if_fail (title != NULL);

  gtk_image_set_from_icon_name (self->icon,
                                good ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), good ? "error" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), good ? "success" : "error");
  gtk_stack_set_visible_child_name (self->icon_stack, "result");
  gtk_stack_set_visible_child_name (self->button_stack, "result");
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  show (self, title, detail);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
gram_task_bar_hide (GramTaskBar *self)
{
  g_return_if_fail (GRAM_IS_TASK_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
