/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-allowances-page.h"

#include "gram-allowance-texts.h"
#include "gram-allowances-page-private.h"
#include "gram-formats.h"
#include "gram-payment-notice-page.h"
#include "gram-queries-payment-notices.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

static AdwActionRow *
add_property (GramAllowancesPage *self,
              AdwPreferencesGroup *group,
              const char *title,
              const char *value,
              const char *note)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);

  return ADW_ACTION_ROW (row);
}

static void
clear_rows (GramAllowancesPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
fill_standing (GramAllowancesPage *self, const GPtrArray *notices)
{
  g_autoptr (GramAllowanceStanding) standing
      = gram_allowance_standing_new_notice (notices, self->shown);

  if (standing == NULL)
    standing = gram_allowance_standing_new (self->shown);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->standing_row), standing->title);
  adw_action_row_set_subtitle (self->standing_row, standing->sentence);
  gram_allowance_standing_show (standing, self->standing_icon);
}

static void
fill_books (GramAllowancesPage *self)
{
  GramAllowanceBook books[GRAM_ALLOWANCE_BOOKS];

  gram_allowance_books (self->shown, books);
  for (guint i = 0; i < GRAM_ALLOWANCE_BOOKS; i++)
    {
      g_autofree char *amount = NULL;
      AdwActionRow *row;

      if (books[i].amount == 0 && !books[i].always)
        continue;
      amount = gram_format_count (books[i].amount);
      row = add_property (self, self->books_group, books[i].title, amount, books[i].article);
      if (books[i].sum)
        gtk_widget_add_css_class (GTK_WIDGET (row), "sum");
    }
}

/* The three tests of art. 35(1) with their numbers, and what they leave. */
static void
fill_crts (GramAllowancesPage *self)
{
  const GramCrtsStanding *crts = &self->shown->crts;
  g_autofree char *text = NULL;

  gram_checklist_clear (self->crts_list);
  gtk_widget_set_visible (GTK_WIDGET (self->crts_list), self->shown->participant);
  if (!crts->known)
    {
      adw_preferences_group_set_description (
          ADW_PREFERENCES_GROUP (self->crts_list),
          _ ("Where this participant stands in the CRTS has not been entered for this year. The "
             "administrator enters it; then unused CRTS allowances can be converted (art. 35)."));
      return;
    }

  for (guint i = 0; i < crts->tests->len; i++)
    {
      const GramCctsTestResult *test = g_ptr_array_index (crts->tests, i);

      gram_checklist_add (self->crts_list, test->article, test->title, test->sentence,
                          test->article, test->ok, NULL);
    }
  if (crts->most.most > 0)
    {
      g_autofree char *most = gram_format_count (crts->most.most);
      g_autofree char *allowances = gram_format_count (crts->most.allowances);

      text = g_strdup_printf (
          /* Translators: two numbers of allowances */
          _ ("At most %s CRTS allowances can be converted; they give %s CCTS allowances."), most,
          allowances);
    }
  else
    text = g_strdup (_ ("No CRTS allowance can be converted."));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->crts_list), text);
}

void
_gram_allowances_page_fill (GramAllowancesPage *self)
{
  clear_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self->posted_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->notices_group), FALSE);
  fill_standing (self, NULL);
  fill_books (self);
  fill_crts (self);
  _gram_allowances_page_fill_actions (self);
}

static char *
settlement_title (const GramSettlementRow *row)
{
  g_autofree char *allowances = gram_format_count (row->allowances);
  g_autofree char *crts = gram_format_decimal (row->crts, GRAM_CCTS_SCALE_CRTS, 0);

  if (g_str_equal (row->kind, "from-crts"))
    /* Translators: two numbers of allowances */
    return g_strdup_printf (_ ("%s CRTS allowances converted into %s"), crts, allowances);
  if (g_str_equal (row->kind, "to-crts"))
    /* Translators: a number of allowances, a number of credits */
    return g_strdup_printf (_ ("%s allowances turned into %s CRTS credits"), allowances, crts);
  /* Translators: %s is a number of allowances */
  return g_strdup_printf (_ ("%s surrendered"), allowances);
}

void
_gram_allowances_page_fill_posted (GramAllowancesPage *self, const GPtrArray *settlements)
{
  gtk_widget_set_visible (GTK_WIDGET (self->posted_group),
                          settlements != NULL && settlements->len > 0);
  if (settlements == NULL)
    return;

  for (guint i = 0; i < settlements->len; i++)
    {
      const GramSettlementRow *row = g_ptr_array_index (settlements, i);
      g_autofree char *title = settlement_title (row);
      g_autofree char *day = gram_format_day_of_instant (row->at);

      add_property (self, self->posted_group, title, day, row->reference);
    }
}

static void
notice_cb (GtkWidget *row, GramAllowancesPage *self)
{
  gram_payment_notice_page_present (GTK_WIDGET (self), gram_page_get_session (GRAM_PAGE (self)),
                                    gram_row_get_id (row));
}

static char *
notice_subtitle (const GramPaymentNoticeRow *row)
{
  g_autofree char *amount = gram_format_money (row->record->amount, "GBP");
  g_autofree char *paid = gram_format_money (row->record->paid, "GBP");
  g_autofree char *due = gram_format_date (row->record->due_on);

  if (row->state == GRAM_PAYMENT_NOTICE_WITHDRAWN)
    return g_strdup (gram_payment_notice_state_title (row->state));
  if (row->record->paid == 0)
    /* Translators: where a payment notice stands, an amount of money, a day */
    return g_strdup_printf (_ ("%1$s; %2$s to be paid by %3$s"),
                            gram_payment_notice_state_title (row->state), amount, due);
  /* Translators: where a payment notice stands, an amount of money, a day, the part of it that was paid */
  return g_strdup_printf (_ ("%1$s; %2$s to be paid by %3$s, %4$s paid so far"),
                          gram_payment_notice_state_title (row->state), amount, due, paid);
}

void
_gram_allowances_page_fill_notices (GramAllowancesPage *self, const GPtrArray *notices)
{
  gtk_widget_set_visible (GTK_WIDGET (self->notices_group), notices != NULL && notices->len > 0);
  fill_standing (self, notices);
  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const GramPaymentNoticeRow *notice = g_ptr_array_index (notices, i);
      g_autofree char *subtitle = notice_subtitle (notice);
      g_autofree char *title = NULL;
      GtkWidget *row;

      /* Translators: %s is the number of a payment notice */
      title = g_strdup_printf (_ ("Payment Notice %s"), notice->record->number);
      row = gram_row_new (title, subtitle);
      gram_row_set_id (row, notice->record->id);
      gram_row_lead (row, "go-next-symbolic", G_CALLBACK (notice_cb), G_OBJECT (self));
      adw_preferences_group_add (self->notices_group, row);
      g_ptr_array_add (self->rows, row);
    }
}
