/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"
#include "gram-ccs-posting.h"

G_BEGIN_DECLS

/*
 * How figures stand in the ledger. Credits of a year go from `issue` to the holder's `holding` and back. A charge is what the
 * holder owes: the holder's `charges` grows, the system's `charge` falls by as much. A payment takes it off `charges` into the
 * system's `payment`; what is more stands in the holder's `in-favour`, its other side in the system's `due-back`. How charges of
 * the Clean Car Standard are settled and taken back: gram-charges.h.
 */

#define GRAM_ROLE_CHARGES "charges"
#define GRAM_ROLE_IN_FAVOUR "in-favour"
#define GRAM_MONEY_CCS "NZD"
#define GRAM_MONEY_CCTS "GBP"

/* The largest payment that is believed, NZ cents: a hundred million dollars. */
#define GRAM_PAYMENT_MAX G_GINT64_CONSTANT (10000000000)

/**
 * GramFigurePosting:
 * @account_id: the holder's account
 * @kind: its kind
 * @year: obligation year of the credits
 * @credits: credits into (+) or out of (−) the holding, hundredths of a gram
 * @charges: charges that come up, NZ cents
 *
 * What one posting moves on one account. All 0 is no posting.
 */
typedef struct
{
  gint64 account_id;
  GramAccountKind kind;
  int year;
  gint64 credits;
  gint64 charges;
} GramFigurePosting;

/**
 * gram_figure_posting_post:
 * @call: a call
 * @meaning: `acceptance`, `correction` or `reversal`
 * @self: what moves
 * @posting_id: (out): the posting, 0 if nothing moves
 * @error: return location
 *
 * Posts it.
 *
 * Returns: %FALSE on error
 */
gboolean gram_figure_posting_post (GramCall *call,
                                   const char *meaning,
                                   const GramFigurePosting *self,
                                   gint64 *posting_id,
                                   GError **error);

/**
 * gram_figure_posting_pay:
 * @call: a call on an account
 * @money: `NZD` or `GBP`
 * @paid: what is taken off the pending charges, cents or pence
 * @in_favour: what is more than that
 * @posting_id: (out): the posting
 * @error: return location
 *
 * Posts a payment; not both are 0.
 *
 * Returns: %FALSE on error
 */
gboolean gram_figure_posting_pay (GramCall *call,
                                  const char *money,
                                  gint64 paid,
                                  gint64 in_favour,
                                  gint64 *posting_id,
                                  GError **error);

/**
 * GramFigureStanding:
 * @credits: credits of a year in the holding of an account, hundredths of a gram
 * @charges: charges of the account that are not paid, NZ cents
 *
 * Where an account stands.
 */
typedef struct
{
  gint64 credits;
  gint64 charges;
} GramFigureStanding;

/**
 * gram_figure_postings_standing:
 * @store: a store
 * @account_id: an account
 * @kind: its kind
 * @year: a year, 0 no credits are asked for
 * @standing: (out caller-allocates): where the account stands in that year
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_figure_postings_standing (GramStore *store,
                                        gint64 account_id,
                                        GramAccountKind kind,
                                        int year,
                                        GramFigureStanding *standing,
                                        GError **error);

G_END_DECLS
