/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-fixture.h"

G_BEGIN_DECLS

/*
 * What tests of acceptances, of the details of CCS vehicles and of the dashboard share: account 1 of the registry's fixture
 * (used vehicles) with credits of 2024 (5.00) and 2025 (20.00), one accepted vehicle below its target (+8.00, 2026) and one
 * over it (NZ$60.00, overdue), and five that are ready: over by 26.81 (§15 row 3), +15.55 (row 2), +7.66 (row 7), one
 * without a value, one outside the standard.
 */

#define ACCEPTANCE_OWNER "owner@example.org"
#define ACCEPTANCE_ACCEPTER "accepter@example.org"
#define ACCEPTANCE_VIEWER "viewer@example.org"

/* Labels of the vehicles. */
#define ACCEPTANCE_OVER "ZVW30-2000001"
#define ACCEPTANCE_BELOW "ZVW30-2000002"
#define ACCEPTANCE_TYPE_B "ZVW30-2000003"
#define ACCEPTANCE_WITHOUT "ZVW30-2000004"
#define ACCEPTANCE_EXCLUDED "ZVW30-2000005"
#define ACCEPTANCE_CHARGED "ZVW30-2000006"
#define ACCEPTANCE_CREDITED "ZVW30-2000007"

/* Where the account stands: Pay As You Go on 16 November 2026, or Fleet Average since 1 January on 4 January 2027. */
typedef enum
{
  ACCEPTANCE_PAYG,
  ACCEPTANCE_FLEET_AVERAGE,
  ACCEPTANCE_N_STANDS,
} AcceptanceStand;

/* A registry with the owner signed in. */
void acceptance_set_up (AccountFixture *self, gconstpointer stand);
void acceptance_tear_down (AccountFixture *self, gconstpointer data);
void acceptance_end (void);

/* Somebody else signs in at the same window, on account 1. */
void acceptance_become (AccountFixture *self, const char *email);

/* Id of a vehicle by its label. */
gint64 acceptance_vehicle (const char *label);

/* Id of the account. */
gint64 acceptance_account (void);

/* A page, or a dialog above an empty window. */
GtkWidget *acceptance_show (AccountFixture *self, GType type, int width, int height);
void acceptance_present (AccountFixture *self, GtkWidget *dialog, int width, int height);
void acceptance_close_dialogs (AccountFixture *self);

G_END_DECLS
