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
  GtkBox *subjects_box;
  GtkLabel *failed_label;
};

G_DEFINE_FINAL_TYPE (GramRightsList, gram_rights_list, ADW_TYPE_BIN)

/* What a command is about, by the noun before the dot of its name; the last is for every other noun, too. */
static const struct
{
  const char *title;
  const char *nouns[5];
} subjects[] = {
  { N_ ("Vehicles"), { "vehicle" } },
  { N_ ("Disputes and Cases"), { "dispute", "correction", "difference", "case" } },
  { N_ ("Account"), { "account" } },
  { N_ ("People"), { "invitation", "member", "owner" } },
  { N_ ("Fleet Average"), { "application", "fleet-year", "borrowing" } },
  { N_ ("Four Eyes"), { "request" } },
  { N_ ("Credits"), { "credit", "transfer", "charge", "payment" } },
  { N_ ("Scheme Years"), { "year", "allocation", "baseline", "crts" } },
  { N_ ("Pools"), { "pool" } },
  { N_ ("Trades"), { "trade", "key" } },
  { N_ ("Allowances"), { "allowance", "conversion", "scenario" } },
  { N_ ("Payment Notices"), { "payment-notice" } },
  { N_ ("Inbox"), { "inbox" } },
  { N_ ("Registry"), { "user", "rulebook", "snippet" } },
};

static gsize
subject_of (const GramCommand *command)
{
  g_autofree char *noun = g_strndup (command->name, strcspn (command->name, "."));

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_strv_contains (subjects[i].nouns, noun))
      return i;

  return G_N_ELEMENTS (subjects) - 1;
}

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

/* What the scheme of the account does not know is no right that somebody lacks. */
static gboolean
is_of_other_scheme (const GramRight *right)
{
  return right->refusal != NULL && g_str_equal (right->refusal->id, "account.other-scheme");
}

static guint
add_rows (AdwPreferencesGroup *group, const GPtrArray *rights, gsize subject, gboolean may)
{
  guint n = 0;

  for (guint i = 0; i < rights->len; i++)
    {
      const GramRight *right = rights->pdata[i];

      if ((right->refusal == NULL) != may || subject_of (right->command) != subject
          || is_of_other_scheme (right))
        continue;
      adw_preferences_group_add (group, row_new (right));
      n++;
    }

  return n;
}

/* What may be done stands first, then what not with its reason; a subject without commands is left out. */
static void
add_subject (GramRightsList *self, const GPtrArray *rights, gsize subject)
{
  GtkWidget *group = g_object_ref_sink (adw_preferences_group_new ());
  AdwPreferencesGroup *rows = ADW_PREFERENCES_GROUP (group);
  guint n;

  adw_preferences_group_set_title (rows, _ (subjects[subject].title));
  n = add_rows (rows, rights, subject, TRUE);
  n += add_rows (rows, rights, subject, FALSE);
  if (n > 0)
    gtk_box_append (self->subjects_box, group);
  g_object_unref (group);
}

static void
gram_rights_list_class_init (GramRightsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-rights-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GramRightsList, stack);
  gtk_widget_class_bind_template_child (widget_class, GramRightsList, subjects_box);
  gtk_widget_class_bind_template_child (widget_class, GramRightsList, failed_label);
}

static void
gram_rights_list_init (GramRightsList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gram_rights_list_set_rights (GramRightsList *self, const GPtrArray *rights)
{
  GtkWidget *child;

  g_return_if_fail (GRAM_IS_RIGHTS_LIST (self));
  g_return_if_fail (rights != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->subjects_box))) != NULL)
    gtk_box_remove (self->subjects_box, child);
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    add_subject (self, rights, i);
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
