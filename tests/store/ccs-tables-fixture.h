/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/* Accounts of people-fixture.h: Pay As You Go, one of new vehicles, and one of Fleet Average. */
#define CCS_PAYG 1
#define CCS_NEW 3
#define CCS_FLEET 5

/* Rows that tests name. */
typedef struct
{
  gint64 credit_vehicle_id; /* Pay As You Go: a credit */
  gint64 charge_vehicle_id; /* a charge */
  gint64 corrected_id;      /* a charge that was taken back */
  gint64 excluded_id;
  gint64 fleet_vehicle_id; /* Fleet Average, of 2025 */
  gint64 acceptance_id;    /* posting */
  gint64 charge_id;        /* of the two with a charge */
  gint64 credit_id;        /* settlements of it: with credits */
  gint64 money_id;         /* by the first payment */
  gint64 back_id;          /* the correction */
  gint64 offset_id;        /* posting of the credits that were set against it */
  gint64 payment_ids
      [4]; /* payment, payment with more than was owed, reversal of the first, pay-back */
  gint64 fleet_years[2]; /* of CCS_FLEET: 2025, 2026 */
  gint64 invoice_id;
  gint64 fleet_charge_id; /* of 2025 */
  gint64 settled_id;      /* borrowings: of it */
  gint64 approved_id;     /* of CCS_NEW */
  gint64 approved_charge_id;
  gint64 carry_id; /* settlement of that charge */
  gint64 declined_id;
  gint64 offered_id; /* transfers */
  gint64 accepted_id;
  gint64 converted_id; /* used to new */
  gint64 refused_id;   /* declined */
  gint64 lapsed_id;
} CcsFixture;

/* Fills a registry of store-fixture.h and people-fixture.h with what the Clean Car Standard leaves in it. */
CcsFixture ccs_fixture_fill (GramStore *store);

G_END_DECLS
