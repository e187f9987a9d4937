/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry-fixture.h"

G_BEGIN_DECLS

/*
 * A registry with a year of the CCTS in it. Accounts by place, as in the arguments of fixture_do(): '@3' Alpha Motors plc
 * (OWNER, with the members of account 3), '@4' Beta Cars Ltd (STRANGER), '@5' Gamma Cars Ltd (EDITOR) and '@6' Delta Cars Ltd
 * (GRANTER); the persons in brackets own them. Its clock is a minute counter that starts where a test sets it, in
 * Europe/London; the registry starts on 2 January of the year after CCTS_YEAR.
 */

#define CCTS_YEAR 2025
#define CCTS_UNIT "ccts/2025"

/* The accounts by place. */
enum
{
  CCTS_ALPHA = 3,
  CCTS_BETA,
  CCTS_GAMMA,
  CCTS_DELTA,
};

/* The registry with its accounts and no vehicles. */
Fixture *ccts_new (GramRegistryKind kind);

/* Noon, the first second and the last second of a day in Europe/London. */
void ccts_set_day (const char *day);
void ccts_set_first_second (const char *day);
void ccts_set_last_second (const char *day);

/* Opens the same file anew; another process's view of it: both with the same clock. */
void ccts_reopen (Fixture *self);
GramRegistry *ccts_open_other (Fixture *self);

/* Another account of the CCTS at a place from 7 to 39. Answers its id. */
gint64 ccts_open (Fixture *self, FixturePerson owner, int place, const char *holder);

/* Id of the account at a place. */
gint64 ccts_account (const Fixture *self, int place);

/*
 * Registers a fleet on an account, by a register file. "7000x131-1.2; 4501x118; 1000x28": so many cars of so many g/km,
 * less a saving; "=137.5" behind that is a corrected value, "#e13 x1" eco-innovation codes, "@2025-03-01" a day (15 June of
 * CCTS_YEAR otherwise), "zero" in the place of the value a car that meets the zero-emission conditions, "?" no value.
 */
void ccts_register (Fixture *self, int place, const char *fleet);

/* Each of these commands by the administrator; it has to be done. */
void ccts_measure (Fixture *self);
void ccts_baseline (Fixture *self, int place, const char *value);
void ccts_allocate (Fixture *self);
void ccts_account_year (Fixture *self);
void ccts_close (Fixture *self);

/* Position in the CRTS; amounts as texts: "9630.5". Its CRTS allocation covers its activity, nothing is borrowed. */
void ccts_position (Fixture *self, int place, const char *held, const char *required);

/*
 * The end-to-end year of the facts §11: Alpha 12,501 cars, B 126.28, 1,578,626 allowances, activity 1,467,718; Beta 8,200 cars,
 * B 121.455, 995,931 allowances, activity 1,055,345.6; measured, allocated, and Beta holds 1,400 CRTS allowances of which
 * 1,200 are required. It is noon of 2 November of the year after, in the trading window.
 */
Fixture *ccts_new_allocated (GramRegistryKind kind);

/* A pool of the accounts at the places that a 0 ends, the first nominated, for CCTS_YEAR; written by the tables, granted. */
gint64 ccts_pool (Fixture *self, const char *name, const int *places);

/* A balance of the ledger in a unit; @place 0: of the system. */
gint64 ccts_balance (Fixture *self, int place, const char *role, const char *unit);

/* What it holds of CCTS_UNIT, and what it reserved. */
gint64 ccts_held (Fixture *self, int place);
gint64 ccts_reserved (Fixture *self, int place);

G_END_DECLS
