/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charges-page.h"
#include "gram-charges-view-private.h"
#include "gram-fleet-view.h"
#include "gram-payments-view.h"

G_BEGIN_DECLS

/*
 * The page is cut by role: gram-charges-page.c shows the views, gram-charges-page-actions.c is what can be done.
 */

struct _GramChargesPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkWidget *record_button;
  GtkWidget *bring_in_button;
  GtkStack *stack;
  AdwViewStack *view_stack;
  GramChargesView *charges_view;
  GramPaymentsView *payments_view;
  AdwViewStackPage *fleet_page;
  GramFleetView *fleet_view;

  gint64 account_id; /* 0: none, or all on the administrator's side */
  gboolean all;      /* of all accounts: the administrator's side */
  gboolean to_fleet; /* the years were asked for before they were there */
};

GramSession *_gram_charges_page_get_session (GramChargesPage *self);

void _gram_charges_page_actions_class_init (GtkWidgetClass *widget_class);
void _gram_charges_page_actions_update (GramChargesPage *self);

G_END_DECLS
