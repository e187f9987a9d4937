/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gramctl-rows.h"

#include "gram-queries-bank.h"
#include "gram-queries-charges.h"
#include "gram-queries-credits.h"
#include "gram-queries-dashboard.h"
#include "gram-queries-explain-ccs.h"
#include "gram-queries-fleet.h"

G_BEGIN_DECLS

/*
 * How charges, payments, credits and Fleet Average years are told in rows. Grams, credits and money are decimal strings with two
 * decimals: grams, NZ dollars.
 */

void gramctl_row_fill_charge (GramctlRow *self, const GramChargeRow *charge);
void
gramctl_row_fill_charge_settlement (GramctlRow *self, const GramChargeSettlementRecord *settlement);
void gramctl_row_fill_payment (GramctlRow *self, const GramPaymentRow *payment);
void gramctl_row_fill_accept_bill (GramctlRow *self, const GramAcceptBill *bill);
void gramctl_row_fill_credit_year (GramctlRow *self, const GramCreditYear *year);
void gramctl_row_fill_credit_lapse (GramctlRow *self, const GramCreditLapse *lapse);
void gramctl_row_fill_transfer (GramctlRow *self, const GramCreditTransferRow *transfer);
void gramctl_row_fill_fleet_year (GramctlRow *self, const GramFleetYearRow *year);
void gramctl_row_fill_borrowing (GramctlRow *self, const GramBorrowingRow *borrowing);
void gramctl_row_fill_bank_line (GramctlRow *self, const GramBankLine *line);
void gramctl_row_fill_figure (GramctlRow *self, const GramCcsFigure *figure);

G_END_DECLS
