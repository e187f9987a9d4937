/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rights-list.h"

#include "gram-queries-people.h"

#include <glib/gi18n-lib.h>

struct _GramRightsList
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  AdwPreferencesGroup *yes_group;
  AdwPreferencesGroup *no_group;
  GtkLabel *failed_label;

  /* Owned References */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (GramRightsList, gram_rights_list, ADW_TYPE_BIN)

static char *
dup_subtitle (const GramRight *right)
{
  const char *article = right->refusal != NULL ? right->refusal->article : right->command->article;

  if (right->refusal == NULL)
    return g_strdup (article != NULL ? article : "");
  if (article == NULL || *article == '\0')
    return g_strdup (right->refusal->message);

  /* Translators: a sentence that says why not, then the article of the law */
  return g_strdup_printf (_ ("%s (%s)"), right->refusal->message, article);
}

static GtkWidget *
row_new (const GramRight *right)
{
  gboolean may = right->refusal == NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (may ? "object-select-symbolic"
                                                       : "action-unavailable-symbolic");
  g_autofree char *subtitle = dup_subtitle (right);

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  may ? C_ ("permission", "Yes") : C_ ("permission", "No"), -1);
  gtk_widget_add_css_class (image, may ? "success" : "dimmed");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (right->command->summary));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 6);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_widget_set_tooltip_text (row, right->command->name);

  return row;
}

static void
clear (GramRightsList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
gram_rights_list_finalize (GObject *object)
{
  GramRightsList *self = (GramRightsList *)object;

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_rights_list_parent_class)->finalize (object);
}

static void
gram_rights_list_class_init (GramRightsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gram_rights_list_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-rights-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GramRightsList, stack);
  gtk_widget_class_bind_template_child (widget_class, GramRightsList, yes_group);
  gtk_widget_class_bind_template_child (widget_class, GramRightsList, no_group);
  gtk_widget_class_bind_template_child (widget_class, GramRightsList, failed_label);
}

static void
gram_rights_list_init (GramRightsList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

void
gram_rights_list_set_rights (GramRightsList *self, const GPtrArray *rights)
{
  guint n_yes = 0;

  g_return_if_fail (GRAM_IS_RIGHTS_LIST (self));
  g_return_if_fail (rights != NULL);

  clear (self);
  for (guint i = 0; i < rights->len; i++)
    {
      const GramRight *right = rights->pdata[i];
      GtkWidget *row = row_new (right);

      n_yes += right->refusal == NULL;
      adw_preferences_group_add (right->refusal == NULL ? self->yes_group : self->no_group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->yes_group), n_yes > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_group), n_yes < rights->len);
  gtk_stack_set_visible_child_name (self->stack, "rights");
}

void
gram_rights_list_set_failure (GramRightsList *self, const char *sentence)
{
  g_return_if_fail (GRAM_IS_RIGHTS_LIST (self));
  g_return_if_fail (sentence != NULL);

  gtk_label_set_text (self->failed_label, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}
