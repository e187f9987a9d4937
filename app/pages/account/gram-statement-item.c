/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-statement-item.h"

#include "gram-account-books-group.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

struct _GramStatementItem
{
  GObject parent_instance;

  char *title;
  char *detail;
  char *amount; /* NULL for a balance */
  char *balance;
};

G_DEFINE_FINAL_TYPE (GramStatementItem, gram_statement_item, G_TYPE_OBJECT)

/* The labels of a row, kept with it. */
typedef struct
{
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *amount;
  GtkLabel *balance;
} Row;

static void
gram_statement_item_finalize (GObject *object)
{
  GramStatementItem *self = (GramStatementItem *)object;

  g_free (self->title);
  g_free (self->detail);
  g_free (self->amount);
  g_free (self->balance);

  G_OBJECT_CLASS (gram_statement_item_parent_class)->finalize (object);
}

static void
gram_statement_item_class_init (GramStatementItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_statement_item_finalize;
}

static void
gram_statement_item_init (GramStatementItem *self)
{
}

/* A sign tells apart what comes and what goes, also for who sees no colours. */
static char *
signed_amount (const GramBalance *change)
{
  g_autofree char *amount = gram_account_amount_text (change);

  return change->amount > 0 ? g_strconcat ("+", amount, NULL) : g_steal_pointer (&amount);
}

static char *
describe (const GramStatementLine *line, const GramBalance *change)
{
  g_autofree char *day = gram_format_day_of_instant (line->at);
  g_autofree char *unit = gram_account_unit_title (change);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s", day, unit);
  if (line->reference != NULL && *line->reference != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is the reference of a document */
      g_string_append_printf (text, _ ("Reference: %s"), line->reference);
    }
  if (line->reverses != 0)
    {
      g_string_append_c (text, '\n');
      /* Translators: the number of an earlier posting */
      g_string_append_printf (text, _ ("Reverses posting %" PRId64), line->reverses);
    }
  if (line->case_id != 0)
    {
      g_string_append_c (text, '\n');
      /* Translators: the number of a case */
      g_string_append_printf (text, _ ("By case %" PRId64), line->case_id);
    }

  return g_string_free_and_steal (text);
}

GramStatementItem *
gram_statement_item_new_line (const GramStatementLine *line)
{
  GramStatementItem *self;
  GramBalance change;
  GramBalance after;

  g_return_val_if_fail (line != NULL, NULL);

  change = (GramBalance){ .role = line->role,
                          .unit = line->unit,
                          .year = line->year,
                          .amount = line->amount,
                          .text = line->amount_text };
  after = change;
  after.amount = line->balance_after;
  after.text = line->balance_text;

  self = g_object_new (GRAM_TYPE_STATEMENT_ITEM, NULL);
  self->title = g_strdup (line->sentence);
  self->detail = describe (line, &change);
  self->amount = signed_amount (&change);
  self->balance = gram_account_amount_text (&after);

  return self;
}

GramStatementItem *
gram_statement_item_new_balance (const GramBalance *balance, const char *title)
{
  GramStatementItem *self;

  g_return_val_if_fail (balance != NULL && title != NULL, NULL);

  self = g_object_new (GRAM_TYPE_STATEMENT_ITEM, NULL);
  self->title = g_strdup (title);
  self->detail = gram_account_unit_title (balance);
  self->balance = gram_account_amount_text (balance);

  return self;
}

GramStatementItem *
gram_statement_item_new_note (const char *text)
{
  GramStatementItem *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (GRAM_TYPE_STATEMENT_ITEM, NULL);
  self->title = g_strdup (text);
  self->detail = g_strdup ("");
  self->balance = g_strdup ("");

  return self;
}

static GtkLabel *
label_new (GtkWidget *box, gboolean dim, gboolean end)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), end ? 1 : 0);
  if (!end)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  else
    {
      gtk_widget_add_css_class (label, "numeric");
    }
  if (dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
    }
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  row->title = label_new (lines, FALSE, FALSE);
  row->detail = label_new (lines, TRUE, FALSE);
  row->amount = label_new (figures, FALSE, TRUE);
  row->balance = label_new (figures, TRUE, TRUE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (figures, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), figures);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  g_object_set_data_full (G_OBJECT (box), "gram-row", row, g_free);
}

/* A line has what came or went, and the balance below it; a balance stands alone, where the eye looks for it. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GramStatementItem *line = gtk_list_item_get_item (item);
  const Row *row = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "gram-row");
  g_autofree char *after = NULL;
  g_autofree char *description = NULL;

  if (line->amount != NULL)
    /* Translators: %s is an amount: what the account has after a line of its statement */
    after = g_strdup_printf (_ ("Balance %s"), line->balance);
  gtk_label_set_text (row->title, line->title);
  gtk_label_set_text (row->detail, line->detail);
  gtk_label_set_text (row->amount, line->amount != NULL ? line->amount : line->balance);
  gtk_label_set_text (row->balance, after != NULL ? after : "");
  gtk_widget_set_visible (GTK_WIDGET (row->balance), after != NULL);
  if (line->amount == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row->title), "heading");
      gtk_widget_add_css_class (GTK_WIDGET (row->amount), "heading");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row->title), "heading");
      gtk_widget_remove_css_class (GTK_WIDGET (row->amount), "heading");
    }

  description = g_strdup_printf ("%s, %s%s%s", line->detail,
                                 line->amount != NULL ? line->amount : line->balance,
                                 after != NULL ? ", " : "", after != NULL ? after : "");
  gtk_list_item_set_accessible_label (item, line->title);
  gtk_list_item_set_accessible_description (item, description);
}

GtkListItemFactory *
gram_statement_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
