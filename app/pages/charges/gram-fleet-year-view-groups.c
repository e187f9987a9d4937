/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-year-view-private.h"

#include "gram-account-words.h"
#include "gram-charge-texts.h"
#include "gram-charge-view.h"
#include "gram-document-row.h"
#include "gram-fleet-acts.h"
#include "gram-formats.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

/* So many models are shown; the list of vehicles has them all. */
#define MODELS 12

static void
add (GramFleetYearView *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_figure (GtkWidget *row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
settle_cb (GtkWidget *row, GramFleetYearView *self)
{
  gram_fleet_settle (GTK_WIDGET (self), self->session, self->detail);
}

static void
borrow_cb (GtkWidget *row, GramFleetYearView *self)
{
  gram_fleet_borrow (GTK_WIDGET (self), self->session, self->detail);
}

static void
add_verb (GramFleetYearView *self,
          AdwPreferencesGroup *group,
          const char *title,
          const char *sentence,
          const GramRefusal *refusal,
          GCallback callback)
{
  GtkWidget *row = gram_row_new (title, refusal != NULL ? refusal->message : sentence);

  gtk_widget_set_tooltip_text (row, refusal != NULL ? refusal->message : NULL);
  gtk_widget_set_sensitive (row, refusal == NULL);
  gram_row_lead (row, "go-next-symbolic", callback, self);
  add (self, group, row);
}

static void
fill_actions (GramFleetYearView *self)
{
  const GramFleetYearDetail *detail = self->detail;

  add_verb (self, self->actions_group, _ ("Settle the Year…"),
            _ ("Credits are posted, or a charge with its invoice; you see all of it first"),
            gram_fleet_year_detail_get_refusal (detail, "fleet-year.settle"),
            G_CALLBACK (settle_cb));
  add_verb (self, self->actions_group, _ ("Borrow the Shortfall…"),
            _ ("Carry it into the next year, once; the administrator decides"),
            gram_fleet_year_detail_get_refusal (detail, "borrowing.request"),
            G_CALLBACK (borrow_cb));
}

static void
charge_cb (GtkWidget *row, GramFleetYearView *self)
{
  adw_dialog_present (gram_charge_view_new (self->session, gram_row_get_id (row)),
                      GTK_WIDGET (self));
}

static void
fill_charges (GramFleetYearView *self)
{
  const GArray *charges = self->detail->charges;

  gtk_widget_set_visible (GTK_WIDGET (self->charges_group), charges->len > 0);
  for (guint i = 0; i < charges->len; i++)
    {
      gint64 id = g_array_index (charges, gint64, i);
      g_autofree char *number = gram_charge_dup_number (id);
      g_autofree char *title = NULL;
      GtkWidget *row;

      /* Translators: %s is the number of a charge */
      title = g_strdup_printf (_ ("Charge %s"), number);
      row = gram_row_new (title, _ ("What it is for, what settles it, how it can be paid"));
      gram_row_set_id (row, id);
      gram_row_lead (row, "go-next-symbolic", G_CALLBACK (charge_cb), self);
      add (self, self->charges_group, row);
    }
}

#define BORROWING "gram-borrowing"
#define COMMAND "gram-command"

static void
borrowing_cb (GtkWidget *button, GramFleetYearView *self)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), BORROWING));

  if (position < self->detail->borrowings->len)
    gram_borrowing_act (GTK_WIDGET (self), self->session,
                        g_object_get_data (G_OBJECT (button), COMMAND),
                        self->detail->borrowings->pdata[position]);
}

/* What can be done with one that waits; what cannot says why. */
static const struct
{
  const char *command;
  const char *title;
} borrowing_verbs[] = {
  { "borrowing.approve", N_ ("Approve the Borrowing…") },
  { "borrowing.decline", N_ ("Decline the Borrowing…") },
  { "borrowing.withdraw", N_ ("Withdraw the Request…") },
};

static void
add_borrowing_verbs (GramFleetYearView *self, guint position)
{
  const GramBorrowingRow *borrowing = self->detail->borrowings->pdata[position];

  for (gsize i = 0; i < G_N_ELEMENTS (borrowing_verbs); i++)
    {
      const GramRefusal *refusal
          = gram_borrowing_row_get_refusal (borrowing, borrowing_verbs[i].command);
      GtkWidget *row
          = gram_row_new (_ (borrowing_verbs[i].title), refusal != NULL ? refusal->message : NULL);

      g_object_set_data (G_OBJECT (row), BORROWING, GUINT_TO_POINTER (position));
      g_object_set_data (G_OBJECT (row), COMMAND, (gpointer)borrowing_verbs[i].command);
      gtk_widget_set_sensitive (row, refusal == NULL);
      gram_row_lead (row, "go-next-symbolic", G_CALLBACK (borrowing_cb), self);
      add (self, self->borrowings_group, row);
    }
}

static void
fill_borrowings (GramFleetYearView *self)
{
  const GPtrArray *borrowings = self->detail->borrowings;

  gtk_widget_set_visible (GTK_WIDGET (self->borrowings_group), borrowings->len > 0);
  for (guint i = 0; i < borrowings->len; i++)
    {
      const GramBorrowingRow *borrowing = borrowings->pdata[i];
      g_autofree char *title = gram_borrowing_dup_title (borrowing);
      g_autofree char *subtitle = gram_borrowing_dup_subtitle (borrowing);

      add (self, self->borrowings_group, gram_row_new (title, subtitle));
      if (g_str_equal (borrowing->state, "asked"))
        add_borrowing_verbs (self, i);
    }
}

static void
model_cb (GtkWidget *row, GramFleetYearView *self)
{
  const GramFleetModel *model = self->detail->models->pdata[gram_row_get_id (row)];
  g_autofree char *title = g_strdup_printf ("%s %s", model->make, model->model);
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "obligation-year", "x", (gint64)self->detail->row->year);
  g_variant_dict_insert (&filter, "charge-scheme", "s",
                         gram_word_for ("charge-scheme", GRAM_CHARGE_SCHEME_FLEET_AVERAGE));
  g_variant_dict_insert (&filter, "make", "s", model->make);
  g_variant_dict_insert (&filter, "model", "s", model->model);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-vehicles-where", "(ss@a{sv})",
                              self->detail->row->number, title, g_variant_dict_end (&filter));
}

/* Those with the most grams over target first; each leads to its vehicles. */
static void
fill_models (GramFleetYearView *self)
{
  const GPtrArray *models = self->detail->models;
  g_autofree char *all = gram_format_count (models->len);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->models_group), models->len > 0);
  /* Translators: %s is a number of models */
  text = g_strdup_printf (_ ("Of %s models, those with the most grams over target"), all);
  adw_preferences_group_set_description (self->models_group,
                                         models->len > MODELS
                                             ? text
                                             : _ ("Those with the most grams over target first"));
  for (guint i = 0; i < MIN (models->len, MODELS); i++)
    {
      const GramFleetModel *model = models->pdata[i];
      g_autofree char *title = g_strdup_printf ("%s %s", model->make, model->model);
      g_autofree char *vehicles = gram_charge_dup_vehicles (model->vehicles);
      g_autofree char *net = gram_fleet_dup_net (model->net);
      GtkWidget *row = gram_row_new (title, vehicles);

      gram_row_set_id (row, i);
      add_figure (row, net);
      gram_row_lead (row, "go-next-symbolic", G_CALLBACK (model_cb), self);
      add (self, self->models_group, row);
    }
}

static void
add_forecast (GramFleetYearView *self, const GramFleetForecast *forecast, const char *title)
{
  g_autofree char *vehicles = gram_charge_dup_vehicles (forecast->vehicles);
  g_autofree char *net = gram_fleet_dup_net (forecast->net);
  g_autofree char *result = gram_fleet_dup_comes_to (forecast->credits_with, forecast->amount_with);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (forecast->refusal != NULL)
    subtitle = g_strdup (forecast->refusal->message);
  else
    /* Translators: “3 vehicles”, a year, credits or money */
    subtitle = g_strdup_printf (_ ("%1$s; with them %2$d would come to: %3$s"), vehicles,
                                forecast->year, result);
  row = gram_row_new (title, subtitle);
  if (forecast->refusal == NULL)
    add_figure (row, net);
  add (self, self->forecast_group, row);
}

static void
fill_forecast (GramFleetYearView *self)
{
  const GramFleetYearDetail *detail = self->detail;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->forecast_group),
                          detail->forecast.vehicles + detail->forecast.unknown > 0
                              || detail->next != NULL);
  if (detail->forecast.vehicles + detail->forecast.unknown > 0)
    add_forecast (self, &detail->forecast, _ ("If they are accepted today"));
  if (detail->next != NULL)
    {
      /* Translators: %d is a year */
      title = g_strdup_printf (_ ("If they are accepted from 1 January %d"), detail->next->year);
      add_forecast (self, detail->next, title);
    }
}

static void
fill_runs (GramFleetYearView *self)
{
  const GPtrArray *runs = self->detail->runs;

  gtk_widget_set_visible (GTK_WIDGET (self->runs_group), runs->len > 0);
  for (guint i = 0; i < runs->len; i++)
    {
      const GramFleetRun *run = runs->pdata[i];
      g_autofree char *title = gram_fleet_dup_comes_to (run->credits, run->amount);
      g_autofree char *day = gram_format_day_of_instant (run->settled_at);
      g_autofree char *vehicles = gram_charge_dup_vehicles (run->vehicles);
      g_autofree char *net = gram_fleet_dup_net (run->net);
      g_autofree char *subtitle = NULL;

      /* Translators: a day, “3 vehicles”, a net position */
      subtitle = g_strdup_printf (_ ("Settled on %1$s: %2$s, net %3$s"), day, vehicles, net);
      add (self, self->runs_group, gram_row_new (title, subtitle));
      if (run->document_id != 0)
        add (self, self->runs_group,
             gram_document_row_new (self->session, run->document_id,
                                    run->amount > 0 ? _ ("Invoice")
                                                    : _ ("Statement of the Settlement"),
                                    NULL, 0));
    }
}

void
_gram_fleet_year_view_fill_groups (GramFleetYearView *self)
{
  gram_rows_clear (self->rows);
  fill_actions (self);
  fill_charges (self);
  fill_borrowings (self);
  fill_models (self);
  fill_forecast (self);
  fill_runs (self);
}
