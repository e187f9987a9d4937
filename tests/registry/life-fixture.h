/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry-fixture.h"

#include "gram-due.h"
#include "gram-queries-accounts.h"

G_BEGIN_DECLS

/* The first day of the tests of an account's life: a year with published weights. */
#define LIFE_TODAY "2026-03-16"

/* An application for Fleet Average: all but the last declaration. */
#define LIFE_APPLICATION                                                                           \
  "'contact': 'Ada', 'email': 'ada@example.org', 'phone': '+64 9 555 0117', 'quantity': 1200,"     \
  " 'makes': 'Toyota, Mazda', 'models': 'Aqua, Demio', 'fuels': 'petrol hybrid, petrol',"          \
  " 'average-mass': 1320, 'bank-account': '12-3456-0123456-00', 'forecast': '48000.00',"           \
  " 'related-parties': 'none', 'insolvency': false, 'declares-business': true,"                    \
  " 'declares-related': true"

/* A registry of fixture_new() whose clock says noon in Auckland of LIFE_TODAY and goes on a microsecond a call. */
Fixture *life_new (GramRegistryKind kind);

/* Noon of that day in Auckland. */
void life_set_day (const char *day);

/* A minute before the end of that day in Auckland, and a minute after its beginning. */
void life_set_evening (const char *day);
void life_set_morning (const char *day);

/* Opens the same file anew, with the same clock. */
void life_reopen (Fixture *self);

/* Another process's view of the same file, with the same clock. */
GramRegistry *life_open_other (Fixture *self);

/* A ready vehicle of account 1 with that chassis number and value, g/km. Its target is 108 g/km. */
void life_enter_ready (Fixture *self, const char *chassis, const char *co2);

/* An account as it is stored. */
GramAccountRecord *life_account (Fixture *self, gint64 id);

/* The state of account 1. */
GramAccountState life_state (Fixture *self);

/* An account in detail, as the administrator sees it. */
GramAccountDetail *life_detail (Fixture *self, gint64 id);

/* Sends each row's command and compares the refusal's id. */
typedef struct
{
  FixturePerson who;
  const char *command;
  const char *arguments;
  const char *refusal;
  const char *article;
} LifeRow;

void life_check_rows (Fixture *self, const LifeRow *rows, gsize n_rows);

/* CPU time that this process has used, in microseconds: what something costs, however busy the machine is. */
gint64 life_cpu_time (void);

G_END_DECLS
