/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-fixture.h"

#include "ccts-fixture.h"
#include "gram-years-page-private.h"

G_BEGIN_DECLS

/*
 * What tests of the scheme year share: registries in which 2025 stands somewhere, copied for each test, and the page in a
 * window with the administrator signed in.
 */

#define YEARS_ADMINISTRATOR "administrator@example.org"
#define YEARS_HANDLER "handler@example.org"

/* Where 2025 stands. */
typedef enum
{
  YEARS_COLLECTED, /* cars of Alpha, Beta and a pool of Gamma and Delta; nothing measured, no baselines: 4 May 2026 */
  YEARS_MEASURED,  /* measured, only Alpha has a baseline: 4 May 2026 */
  YEARS_ALLOCATED, /* §11 in its window, nothing surrendered: 19 December 2026 */
  YEARS_OVER, /* the window is over, Alpha and Beta have surrendered, Beta not enough: 11 January 2027 */
  YEARS_ACCOUNTED, /* and accounted: Beta owes £2,787,655.60 without the trade of §11 */
  YEARS_MANY,      /* 100 participants, measured */
  YEARS_N_STANDS,
} YearsStand;

/* When all tests are done. */
void years_end (void);

/* A copy with the administrator signed in. */
void years_set_up (AccountFixture *self, gconstpointer stand);
void years_tear_down (AccountFixture *self, gconstpointer data);

/* Number of an account by its place in the fixture of the registry. */
const char *years_number (YearsStand stand, int place);

/* Somebody else signs in at the same window. */
void years_become (AccountFixture *self, const char *email);

/* Shows the page in a window of its own, when the year is there. */
GramYearsPage *years_show (AccountFixture *self, int width, int height);

/* Waits until the year that is shown is in a state. */
void years_wait_state (GramYearsPage *page, GramCctsYearState state);

/* Opens a participant by name; waits until all of it is there. */
void years_open (AccountFixture *self, GramYearsPage *page, const char *name);

/* Gives an account the payment notice for 2025 that it is due. */
void years_issue_notice (AccountFixture *self, const char *number);

G_END_DECLS
