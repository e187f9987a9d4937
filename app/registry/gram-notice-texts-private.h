/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-notice-texts.h"

G_BEGIN_DECLS

/* What a notice is about, from its detail; what the detail does not say is 0 or empty. Texts belong to the dictionary. */
typedef struct
{
  gint64 case_id;
  gint64 n_cases;
  gint64 n_vehicles;
  gint64 permissions;
  gint64 year;
  gint64 quantity;
  gint64 posted;
  gint64 amount;
  const char *label;
  const char *day;
  const char *outcome;
  const char *state;
  gboolean handed;
} GramNoticeFacts;

/* Makes the sentence of an event. */
typedef char *(*GramNoticeTell) (const GramNoticeFacts *facts);

/* For ngettext(); what a damaged detail says is never negative. */
static inline unsigned long
_gram_notice_plural (gint64 count)
{
  return (unsigned long)MAX (count, 0);
}

/* The sentences of the CCTS (gram-notice-texts-ccts.c). */
char *_gram_notice_tell_trade_waiting (const GramNoticeFacts *facts);
char *_gram_notice_tell_trade_differs (const GramNoticeFacts *facts);
char *_gram_notice_tell_trade_matched (const GramNoticeFacts *facts);
char *_gram_notice_tell_trade_decided (const GramNoticeFacts *facts);
char *_gram_notice_tell_trade_void (const GramNoticeFacts *facts);
char *_gram_notice_tell_allocation (const GramNoticeFacts *facts);
char *_gram_notice_tell_payment (const GramNoticeFacts *facts);
char *_gram_notice_tell_overdue (const GramNoticeFacts *facts);
char *_gram_notice_tell_pool_asked (const GramNoticeFacts *facts);
char *_gram_notice_tell_pool_decided (const GramNoticeFacts *facts);
char *_gram_notice_tell_window_opens (const GramNoticeFacts *facts);
char *_gram_notice_tell_window_closes (const GramNoticeFacts *facts);

/* The sentences of the Clean Car Standard (gram-notice-texts-ccs.c). */
char *_gram_notice_tell_transfer_offered (const GramNoticeFacts *facts);
char *_gram_notice_tell_transfer_decided (const GramNoticeFacts *facts);
char *_gram_notice_tell_transfer_lapsed (const GramNoticeFacts *facts);
char *_gram_notice_tell_credits_lapse_soon (const GramNoticeFacts *facts);
char *_gram_notice_tell_credits_lapsed (const GramNoticeFacts *facts);
char *_gram_notice_tell_charge_due (const GramNoticeFacts *facts);
char *_gram_notice_tell_charge_overdue (const GramNoticeFacts *facts);
char *_gram_notice_tell_fleet_year (const GramNoticeFacts *facts);
char *_gram_notice_tell_borrowing_asked (const GramNoticeFacts *facts);
char *_gram_notice_tell_borrowing_decided (const GramNoticeFacts *facts);
char *_gram_notice_tell_payment_recorded (const GramNoticeFacts *facts);

G_END_DECLS
