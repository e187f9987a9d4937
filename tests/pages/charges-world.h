/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-fixture.h"

#include "gram-charges-page-private.h"

G_BEGIN_DECLS

/*
 * What tests of charges share: a practice registry with charges under Pay As You Go, or with a Fleet Average year. Each test
 * gets a copy of it.
 */

#define CHARGES_OWNER "owner@example.org"
#define CHARGES_STRANGER "stranger@example.org"
#define CHARGES_ADMINISTRATOR "administrator@example.org"
#define CHARGES_VIEWER "viewer@example.org"
#define CHARGES_DECIDER "decider@example.org"
#define CHARGES_HANDLER "handler@example.org"
#define CHARGES_TODAY "2026-03-16"

/* Which registry. */
typedef enum
{
  CHARGES_PAYG,   /* account 1 owes, has paid, has credits; account 2 owes */
  CHARGES_FAVOUR, /* and paid more than the charge of today */
  CHARGES_FLEET,  /* accounts 1 and 2 are under Fleet Average; 2026 is over */
  CHARGES_ASKED,  /* and account 2 is settled, and asks that its shortfall be carried */
  CHARGES_N_WORLDS,
} ChargesWorld;

/* As it was made. */
typedef struct
{
  char *used; /* account numbers */
  char *new;
  gint64 settled; /* charges of account 1: with credits, … */
  gint64 partial; /* … partly paid, overdue, … */
  gint64 fresh;   /* … of today */
  gint64 payment; /* that partly paid */
  gint64 charge;  /* asked: of account 2 */
  gint64 borrowing;
  gint64 case_id;
} ChargesMade;

extern ChargesMade made;

/* Makes a registry that each test gets a copy of (what follows from it is made with it); before the first test, and when all are done. */
void charges_world_begin (ChargesWorld which);
void charges_world_end (void);

/* A copy with somebody signed in, on an account (1 or 2; 0 none) and a day. */
void charges_world_set_up (AccountFixture *self,
                           ChargesWorld which,
                           const char *email,
                           int place,
                           const char *day);
void charges_world_tear_down (AccountFixture *self);

/* Somebody else signs in at the same window, on an account (0 none). */
void charges_world_become (AccountFixture *self, const char *email, int place);

/* Shows the page in a window of its own, when its lists are there. */
GramChargesPage *charges_world_show (AccountFixture *self, int width, int height);
gboolean charges_world_is_known (gpointer page);

/* Shows a dialog above the page; all of them go. */
void charges_world_present (AccountFixture *self, AdwDialog *dialog);
void charges_world_close_dialogs (AccountFixture *self);

/* A charge as the registry has it. */
GramChargeDetail *charges_world_read (AccountFixture *self, gint64 charge_id);

G_END_DECLS
