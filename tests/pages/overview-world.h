/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-overview-news.h"

G_BEGIN_DECLS

#define DAY (G_TIME_SPAN_DAY)
/* The evening of 2026-11-22 in Auckland, the morning of that day in UTC. */
#define NOW G_GINT64_CONSTANT (1795330800000000)

/* A reading in which nothing is told: an open account, verified without an end. */
typedef struct
{
  GramAccountRecord *account;
  GramAccountDetail detail;
  GramMeasureRecord *measure;
  GramClosingRecord *closing;
  GramApplicationRecord *application;
  GramRequestRow request;
  GramHandoverRow handover;
  GramInvitationRow invitations[2];
  GramCaseCounts cases;
  GramDeadline deadline;
  GramTradeStanding trades;
  GramAllowanceYear year;
  GramPaymentNoticeRecord *record;
  GramPaymentNoticeRow notice;
  GramOverviewReading reading;
} World;

/* Makes such a reading, and frees it. */
void world_set_up (World *self);
void world_tear_down (World *self);

/* A measure; a suspension in force. */
void world_add_measure (World *self, GramMeasureKind kind, GramMeasureState state);
void world_suspend (World *self);

G_END_DECLS
