/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bank-dialog-private.h"

#include "gram-charge-texts.h"
#include "gram-formats.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

#define ACCOUNT_CHARS 12

/* What stands behind the key of an item. */
static const char *
proposed_words (const GramBankLine *line)
{
  return line->choice != NULL ? strchr (line->choice, '=') + 1 : line->number;
}

static AdwPreferencesGroup *
group_of (GramBankDialog *self, GramBankLineState state)
{
  switch (state)
    {
    case GRAM_BANK_LINE_CERTAIN:
      return self->certain_group;
    case GRAM_BANK_LINE_LIKELY:
      return self->likely_group;
    case GRAM_BANK_LINE_UNKNOWN:
      return self->unknown_group;
    case GRAM_BANK_LINE_KNOWN:
      return self->known_group;
    case GRAM_BANK_LINE_OUT:
    default:
      return self->out_group;
    }
}

static gboolean
can_choose (const GramBankLine *line)
{
  return line->state == GRAM_BANK_LINE_CERTAIN || line->state == GRAM_BANK_LINE_LIKELY
         || line->state == GRAM_BANK_LINE_UNKNOWN;
}

static char *
dup_title (const GramBankLine *line)
{
  g_autofree char *amount = gram_charge_dup_money (line->amount);

  return line->payer != NULL && *line->payer != '\0'
             ? g_strdup_printf ("%s · %s", amount, line->payer)
             : g_steal_pointer (&amount);
}

/* What the bank says, then what that means here. */
static char *
dup_subtitle (const GramBankLine *line)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day = gram_format_date (line->paid_on);
  g_autofree char *number = gram_format_account_number (line->number);

  g_string_append (text, day);
  if (line->text != NULL && *line->text != '\0')
    g_string_append_printf (text, " · %s", line->text);
  if (line->holder != NULL && *line->holder != '\0')
    g_string_append_printf (text, "\n%s · %s", line->holder, number);
  if (line->why != NULL && *line->why != '\0')
    g_string_append_printf (text, "\n%s", line->why);

  return g_string_free_and_steal (text);
}

/* Who types an account means the line. */
static void
account_cb (GtkEditable *entry, GtkCheckButton *check)
{
  const char *text = gtk_editable_get_text (entry);

  gtk_check_button_set_active (check, *text != '\0');
}

static void
add_choice (GramBankDialog *self, GtkWidget *row, const GramBankLine *line, guint position)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *title = dup_title (line);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ACCOUNT_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), ACCOUNT_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Account"));
  if (proposed_words (line) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), proposed_words (line));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), line->state == GRAM_BANK_LINE_CERTAIN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Account number"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  if (line->state != GRAM_BANK_LINE_CERTAIN)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               _gram_bank_dialog_charge_button_new (self, line, entry));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (entry, "changed", G_CALLBACK (account_cb), check, G_CONNECT_DEFAULT);
  g_signal_connect_object (entry, "changed", G_CALLBACK (_gram_bank_dialog_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (check, "toggled", G_CALLBACK (_gram_bank_dialog_update), self,
                           G_CONNECT_SWAPPED);
  self->checks->pdata[position] = check;
  self->entries->pdata[position] = entry;
}

static void
add_line (GramBankDialog *self, guint position)
{
  const GramBankLine *line = self->preview->lines->pdata[position];
  AdwPreferencesGroup *group = group_of (self, line->state);
  g_autofree char *title = dup_title (line);
  g_autofree char *subtitle = dup_subtitle (line);
  GtkWidget *row = gram_row_new (title, subtitle);

  if (can_choose (line))
    add_choice (self, row, line, position);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

/* At the end of a group that is longer than what is shown. */
static void
add_rest (GramBankDialog *self, AdwPreferencesGroup *group, gint64 n, const char *what)
{
  g_autofree char *count = gram_format_count (n - GRAM_BANK_DIALOG_LINES);
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (n <= GRAM_BANK_DIALOG_LINES)
    return;

  title = g_strdup_printf (ngettext ("%s more line is not shown", "%s more lines are not shown",
                                     (gulong)(n - GRAM_BANK_DIALOG_LINES)),
                           count);
  row = gram_row_new (title, what);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill_problems (GramBankDialog *self)
{
  const GPtrArray *problems = self->preview->problems;

  gtk_widget_set_visible (GTK_WIDGET (self->problems_group), problems->len > 0);
  for (guint i = 0; i < MIN (problems->len, GRAM_BANK_DIALOG_LINES); i++)
    {
      const GramBankProblem *problem = problems->pdata[i];
      g_autofree char *number = gram_format_count (problem->row);
      g_autofree char *title = NULL;
      GtkWidget *row;

      /* Translators: place of a line in a file, name of a column, what stands there */
      title = g_strdup_printf (_ ("Line %1$s, %2$s: %3$s"), number, problem->field, problem->value);
      row = gram_row_new (title, problem->message);
      adw_preferences_group_add (self->problems_group, row);
      g_ptr_array_add (self->rows, row);
    }
  add_rest (self, self->problems_group, problems->len, NULL);
}

/* What becomes of the lines that are not shown; NULL: nothing would become of them anyway. */
static const char *
rest_of (GramBankLineState state)
{
  switch (state)
    {
    case GRAM_BANK_LINE_CERTAIN:
      return _ ("What is not shown is recorded with the others.");
    case GRAM_BANK_LINE_LIKELY:
    case GRAM_BANK_LINE_UNKNOWN:
      return _ (
          "What is not shown is not recorded. Bring in a statement of fewer days, or record it "
          "by hand.");
    case GRAM_BANK_LINE_KNOWN:
    case GRAM_BANK_LINE_OUT:
    default:
      return NULL;
    }
}

/* How many of a kind there are, and how much. */
static void
title_group (GramBankDialog *self, GramBankLineState state)
{
  AdwPreferencesGroup *group = group_of (self, state);
  gint64 n = self->preview->n_states[state];
  g_autofree char *count = gram_format_count (n);
  g_autofree char *amount = gram_charge_dup_money (self->preview->amounts[state]);
  g_autofree char *text = NULL;

  /* Translators: how many lines of a bank statement, and how much money they are in all */
  text = g_strdup_printf (ngettext ("%1$s line, %2$s", "%1$s lines, %2$s", (gulong)n), count,
                          amount);
  adw_preferences_group_set_description (group, text);
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
  add_rest (self, group, n, rest_of (state));
}

void
_gram_bank_dialog_fill (GramBankDialog *self)
{
  const GramBankPreview *preview = self->preview;
  guint shown[GRAM_BANK_LINE_OUT + 1] = { 0 };
  g_autofree char *from = gram_format_date (preview->from);
  g_autofree char *to = gram_format_date (preview->to);
  g_autofree char *text = NULL;

  gram_rows_clear (self->rows);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->entries, 0);
  g_ptr_array_set_size (self->checks, (int)preview->lines->len);
  g_ptr_array_set_size (self->entries, (int)preview->lines->len);
  for (guint i = 0; i < preview->lines->len; i++)
    {
      const GramBankLine *line = preview->lines->pdata[i];

      if (shown[line->state]++ < GRAM_BANK_DIALOG_LINES)
        add_line (self, i);
    }
  for (int state = GRAM_BANK_LINE_CERTAIN; state <= GRAM_BANK_LINE_OUT; state++)
    title_group (self, (GramBankLineState)state);
  fill_problems (self);
  /* Translators: two days */
  text = g_strdup_printf (_ ("From %1$s to %2$s"), from, to);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->summary_row), preview->file_name);
  adw_action_row_set_subtitle (self->summary_row,
                               preview->lines->len > 0 ? text : _ ("It has no lines"));
  gtk_widget_set_visible (GTK_WIDGET (self->note_row), preview->note != NULL);
  adw_action_row_set_subtitle (self->note_row, preview->note != NULL ? preview->note : "");
  _gram_bank_dialog_update (self);
}

char *
_gram_bank_dialog_dup_words (GtkEditable *entry)
{
  GString *words = g_string_new (NULL);

  for (const char *text = gtk_editable_get_text (entry); *text != '\0'; text++)
    if (!g_ascii_isspace (*text) && *text != '-' && *text != '#')
      g_string_append_c (words, *text);

  return g_string_free_and_steal (words);
}

/* The item of a line; NULL if it is not to be recorded. What was proposed stands in the field, and is sent as it stands there. */
static char *
dup_item (GramBankDialog *self, guint position)
{
  const GramBankLine *line = self->preview->lines->pdata[position];
  GtkWidget *check = self->checks->pdata[position];
  g_autofree char *words = NULL;

  if (check == NULL)
    return line->state == GRAM_BANK_LINE_CERTAIN ? g_strdup (line->choice) : NULL;
  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
    return NULL;

  words = _gram_bank_dialog_dup_words (GTK_EDITABLE (self->entries->pdata[position]));

  return *words != '\0' ? g_strdup_printf ("%s=%s", line->key, words) : NULL;
}

GStrv
_gram_bank_dialog_dup_lines (GramBankDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->preview->lines->len; i++)
    {
      char *item = dup_item (self, i);

      if (item != NULL)
        g_strv_builder_take (builder, item);
    }

  return g_strv_builder_end (builder);
}

void
_gram_bank_dialog_update (GramBankDialog *self)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  guint n;

  if (self->preview == NULL)
    return;

  lines = _gram_bank_dialog_dup_lines (self);
  n = g_strv_length (lines);
  count = gram_format_count (n);
  /* Translators: a button: records so many payments; with a mnemonic */
  label = g_strdup_printf (_ ("_Record %s"), count);
  gtk_button_set_label (GTK_BUTTON (self->send_button), label);
  gtk_widget_set_sensitive (self->send_button, n > 0 && !self->sending);
}
