/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ccs-tables-fixture.h"

#include "gram-ledger.h"

G_BEGIN_DECLS

/* What the files of the fixture share. */

/* 12 November 2025; 1 January 2026 before the journal entry, and its instant. */
#define CCS_AT_2025 G_GINT64_CONSTANT (1762905600000000)
#define CCS_AT_2026 G_GINT64_CONSTANT (1767220000000000)
#define CCS_AT G_GINT64_CONSTANT (1767222000000000)
#define CCS_DAY "2026-01-01"
#define CCS_RATE 1800

/* What is being filled. */
typedef struct
{
  GramUnit *unit;
  GramStore *store;
  gint64 journal_id;
  gint64 rulebook_id;
  CcsFixture made;
  GError *error;

  /* Of the acceptance under way: differences by vehicle, and how many were asked for. */
  const gint64 *differences;
  guint n_asked;
  int year;
  gboolean fleet_average;
  gint64 account_id;
  gint64 posting_id;
} CcsFilling;

#define CCS_OK(self) g_assert_no_error ((self)->error)

gint64 ccs_filling_post (CcsFilling *self,
                         const char *meaning,
                         const GramLedgerLine *lines,
                         gsize n_lines);

/* Accepts vehicles with these differences, hundredths; the id of the first. */
gint64 ccs_filling_accept (CcsFilling *self,
                           gint64 account_id,
                           const gint64 *differences,
                           guint n_differences,
                           int year,
                           gboolean fleet_average);

/* What charges an account, what settles it, what it pays. */
void ccs_filling_pay (CcsFilling *self);

/* Fleet Average years and what was borrowed. */
void ccs_filling_years (CcsFilling *self);

/* Transfers in every state. */
void ccs_filling_transfer (CcsFilling *self);

G_END_DECLS
