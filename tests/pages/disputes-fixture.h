/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-fixture.h"

#include "gram-disputes-page-private.h"
#include "gram-vehicle-record.h"

G_BEGIN_DECLS

/* What tests of disputes share. One practice registry for all; each test takes vehicles of its own. */
extern AccountFixture world;

typedef struct
{
  const char *path;
  void (*test) (void);
} DisputesTest;

/* Body of main (): the tests one after the other, in one registry. */
int disputes_run (int argc, char **argv, const DisputesTest *tests, gsize n_tests);

/* A vehicle that no test before has taken. */
gint64 disputes_take_vehicle (GramVehicleStatus status);

/* The page, in a window of its own, when its list and its counts are there; whether they are. */
GramDisputesPage *disputes_show_page (int width, int height);
gboolean disputes_is_known (gpointer page);

/* A dialog above the page; that of a dispute about a vehicle; all of them go. */
void disputes_present (AdwDialog *dialog);
void disputes_present_dispute (gint64 vehicle_id);
void disputes_close_dialogs (void);

/* The first widget of a type with a name, when it is there. */
GtkWidget *disputes_await (GType type, const char *name);

G_END_DECLS
