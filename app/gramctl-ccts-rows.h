/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gramctl-rows.h"

#include "gram-queries-allowances.h"
#include "gram-queries-explain-ccts.h"
#include "gram-queries-payment-notices.h"
#include "gram-queries-pools.h"
#include "gram-queries-scenarios.h"
#include "gram-queries-trades.h"
#include "gram-queries-years.h"

G_BEGIN_DECLS

/*
 * How the CCTS is told in rows. Allowances and cars are whole numbers; activity, baselines, CRTS units and money are decimal
 * strings: g/km, units of activity, CRTS units, pounds.
 */

/**
 * gramctl_row_set_scaled:
 * @self: a row
 * @key: a key
 * @value: a number times 10^@scale
 * @scale: its scale
 * @min_decimals: decimals that are always told
 *
 * An amount as a decimal string.
 */
void gramctl_row_set_scaled (GramctlRow *self,
                             const char *key,
                             gint64 value,
                             guint scale,
                             guint min_decimals);

/**
 * gramctl_row_set_date:
 * @self: a row
 * @key: a key
 * @date: a day; one that is none is told as the empty text
 *
 * A day in ISO form.
 */
void gramctl_row_set_date (GramctlRow *self, const char *key, GramDate date);

/* Scheme years, in gramctl-year-rows.c. */
void gramctl_row_fill_year (GramctlRow *self, const GramYearRow *year);
void gramctl_row_fill_participant (GramctlRow *self, const GramParticipantRow *participant);
void gramctl_row_fill_totals (GramctlRow *self, const GramYearTotals *totals);
void gramctl_row_fill_year_allow (GramctlRow *self, const GramYearAllow *allow);
void gramctl_row_fill_year_document (GramctlRow *self, const GramYearDocument *document);
void gramctl_row_fill_baseline (GramctlRow *self, const GramBaselineRow *baseline);
void gramctl_row_fill_position (GramctlRow *self, const GramPositionRow *position);
void gramctl_row_fill_eco_notice (GramctlRow *self, const GramEcoNoticeRow *notice);
void gramctl_row_fill_pool (GramctlRow *self, const GramPoolRow *pool);
void gramctl_row_fill_pool_member (GramctlRow *self, const GramPoolMemberRow *member);
void gramctl_row_fill_pool_figures (GramctlRow *self, const GramPoolFigures *figures);

/* What participants do, in gramctl-settlement-rows.c. */
void gramctl_row_fill_trade (GramctlRow *self, const GramTradeRow *trade);
void gramctl_row_fill_notification (GramctlRow *self, const GramTradeNotificationRecord *record);
void gramctl_row_fill_trade_change (GramctlRow *self, const GramTradeChange *change);
void gramctl_row_fill_allowances (GramctlRow *self, const GramAllowanceYear *year);
void gramctl_row_fill_settlement (GramctlRow *self, const GramSettlementRow *settlement);
void gramctl_row_fill_payment_notice (GramctlRow *self, const GramPaymentNoticeRow *notice);
void gramctl_row_fill_notice_payment (GramctlRow *self, const GramNoticePaymentRecord *payment);
void gramctl_row_fill_document (GramctlRow *self, const GramDocumentRecord *document);
void gramctl_row_fill_scenario (GramctlRow *self, const GramScenarioRow *scenario);
void gramctl_row_fill_explanation_line (GramctlRow *self, const GramExplanationLine *line);

G_END_DECLS
