/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"

#include "gram-ccts-words.h"

G_BEGIN_DECLS

/* Accounts of the CCTS that the fixture adds: Alpha and Beta for themselves, Gamma for the pool of Gamma and Delta. */
#define CCTS_ALPHA 6
#define CCTS_BETA 7
#define CCTS_GAMMA 8
#define CCTS_DELTA 9

/* The years: one that is closed, and one that is accounted. */
#define CCTS_CLOSED 2024
#define CCTS_YEAR 2026

/* Rows that tests name. */
typedef struct
{
  gint64 rulebook_id;
  gint64 pool_id;
  gint64 measuring_id;
  gint64 alpha_id;          /* participant */
  gint64 baseline_id;       /* Alpha's */
  gint64 allocation_id;     /* Alpha's */
  gint64 position_id;       /* Beta's */
  gint64 conversion_id;     /* Beta's, from the CRTS */
  gint64 to_crts_id;        /* Alpha's */
  gint64 waiting_id;        /* notifications: of Alpha, amended once */
  gint64 differing_ids[2];  /* of Alpha and of Beta */
  gint64 matched_ids[2];    /* of Alpha and of Beta */
  gint64 registered_ids[2]; /* of Alpha and of Beta */
  gint64 withdrawn_id;      /* of Alpha */
  gint64 matched_trade_id;
  gint64 registered_trade_id;
  gint64 surrender_id;  /* Alpha's */
  gint64 accounting_id; /* Gamma's */
  gint64 document_id;
  gint64 notice_id; /* Gamma's */
  gint64
      payment_ids[4]; /* payment, payment with more than was owed, reversal of the first, onward */
  gint64 key_id;
  gint64 scenario_id;
} CctsFixture;

/* Fills a registry of store-fixture.h and people-fixture.h with two scheme years of the CCTS and all that they leave. */
CctsFixture ccts_fixture_fill (GramStore *store);

G_END_DECLS
