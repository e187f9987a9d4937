/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccts-rows.h"

#include "gram-calendar.h"
#include "gram-ccts-activity.h"
#include "gram-decimal.h"

void
gramctl_row_set_scaled (GramctlRow *self,
                        const char *key,
                        gint64 value,
                        guint scale,
                        guint min_decimals)
{
  char buffer[GRAM_DECIMAL_BUFFER];

  gramctl_row_set_text (self, key, gram_decimal_print (buffer, value, scale, min_decimals));
}

void
gramctl_row_set_date (GramctlRow *self, const char *key, GramDate date)
{
  char buffer[GRAM_DATE_BUFFER];

  gramctl_row_set_text (self, key, gram_date_is_valid (date) ? gram_date_print (buffer, date) : "");
}

#define ACTIVITY(row, key, value)                                                                  \
  gramctl_row_set_scaled (row, key, value, GRAM_CCTS_SCALE_ACTIVITY, 0)

/* What is missing to go on. */
static void
fill_need (GramctlRow *self, const GramCctsYearLine *line)
{
  gramctl_row_set_word (self, "need", "year-need", (int)line->need);
  gramctl_row_set_number (self, "count", line->count);
  gramctl_row_set_text (self, "sentence", line->sentence);
  gramctl_row_set_text (self, "article", line->article);
  gramctl_row_set_boolean (self, "blocks", line->blocks);
}

void
gramctl_row_fill_year (GramctlRow *self, const GramYearRow *year)
{
  gramctl_row_set_number (self, "year", year->year);
  gramctl_row_set_word (self, "state", "year-state", (int)year->state);
  gramctl_row_set_date (self, "window-opens", year->window.first);
  gramctl_row_set_date (self, "window-closes", year->window.last);
  gramctl_row_set_date (self, "publication", year->publication);
  gramctl_row_set_number (self, "participants", year->participants);
  gramctl_row_set_number (self, "cars", year->cars);
  gramctl_row_set_boolean (self, "standing-rule", year->auto_register);
  gramctl_row_set_instant (self, "measured-at", year->measured_at);
  gramctl_row_set_instant (self, "allocated-at", year->allocated_at);
  gramctl_row_set_instant (self, "accounted-at", year->accounted_at);
  gramctl_row_set_instant (self, "closed-at", year->closed_at);
  gramctl_row_set_instant (self, "published-at", year->published_at);
  gramctl_row_set_list (self, "missing", year->missing, (GramctlFill)fill_need);
}

static void
fill_member (GramctlRow *self, const GramParticipantMember *member)
{
  gramctl_row_set_text (self, "account", member->number);
  gramctl_row_set_text (self, "holder", member->holder);
  gramctl_row_set_number (self, "cars", member->cars);
  gramctl_row_set_number (self, "cars-zero-emission", member->cars_zero);
  ACTIVITY (self, "activity", member->activity);
}

static void
set_holdings (GramctlRow *self, const GramParticipantRow *row)
{
  gramctl_row_set_number (self, "allocated", row->allocated);
  gramctl_row_set_number (self, "difference", row->difference);
  gramctl_row_set_number (self, "acquired", row->acquired);
  gramctl_row_set_number (self, "converted", row->converted);
  gramctl_row_set_number (self, "traded-in", row->traded_in);
  gramctl_row_set_number (self, "traded-out", row->traded_out);
  gramctl_row_set_number (self, "held", row->held);
  gramctl_row_set_number (self, "reserved", row->reserved);
  gramctl_row_set_number (self, "surrendered", row->surrendered);
  gramctl_row_set_number (self, "lapsed", row->lapsed);
}

void
gramctl_row_fill_participant (GramctlRow *self, const GramParticipantRow *row)
{
  gramctl_row_set_text (self, "account", row->number);
  gramctl_row_set_text (self, "holder", row->holder);
  gramctl_row_set_number (self, "pool", row->pool_id);
  gramctl_row_set_text (self, "pool-name", row->pool_name);
  if (row->members != NULL)
    gramctl_row_set_list (self, "members", row->members, (GramctlFill)fill_member);
  gramctl_row_set_boolean (self, "measured", row->measured);
  gramctl_row_set_number (self, "cars", row->cars);
  gramctl_row_set_number (self, "live-cars", row->live_cars);
  gramctl_row_set_number (self, "cars-unknown", row->cars_unknown);
  gramctl_row_set_number (self, "cars-zero-emission", row->cars_zero);
  ACTIVITY (self, "activity", row->activity);
  ACTIVITY (self, "live-activity", row->live_activity);
  gramctl_row_set_grams (self, "baseline", row->has_baseline ? row->baseline : GRAM_CO2_UNKNOWN);
  gramctl_row_set_grams (self, "product", row->has_baseline ? row->product : GRAM_CO2_UNKNOWN);
  gramctl_row_set_number (self, "due", row->due);
  set_holdings (self, row);
  gramctl_row_set_boolean (self, "accounted", row->accounted);
  ACTIVITY (self, "shortfall", row->shortfall);
  gramctl_row_set_decimal (self, "payment", row->payment);
  gramctl_row_set_text (self, "notice", row->notice_number);
  gramctl_row_set_word (self, "notice-state", "notice-state", (int)row->notice_state);
  gramctl_row_set_number (self, "posts", row->posts);
  gramctl_row_set_text (self, "note", row->note);
}

void
gramctl_row_fill_totals (GramctlRow *self, const GramYearTotals *totals)
{
  gramctl_row_set_number (self, "participants", totals->participants);
  gramctl_row_set_number (self, "pools", totals->pools);
  gramctl_row_set_number (self, "cars", totals->cars);
  gramctl_row_set_number (self, "cars-zero-emission", totals->cars_zero);
  ACTIVITY (self, "activity", totals->activity);
  gramctl_row_set_number (self, "due", totals->due);
  gramctl_row_set_number (self, "allocated", totals->allocated);
  gramctl_row_set_number (self, "acquired", totals->acquired);
  gramctl_row_set_number (self, "converted", totals->converted);
  gramctl_row_set_number (self, "traded", totals->traded);
  gramctl_row_set_number (self, "held", totals->held);
  gramctl_row_set_number (self, "reserved", totals->reserved);
  gramctl_row_set_number (self, "surrendered", totals->surrendered);
  gramctl_row_set_number (self, "lapsed", totals->lapsed);
  ACTIVITY (self, "shortfall", totals->shortfall);
  gramctl_row_set_decimal (self, "payment", totals->payment);
  gramctl_row_set_decimal (self, "paid", totals->paid);
}

void
gramctl_row_fill_year_allow (GramctlRow *self, const GramYearAllow *allow)
{
  gramctl_row_set_right (self, allow->command, allow->refusal);
}

void
gramctl_row_fill_year_document (GramctlRow *self, const GramYearDocument *document)
{
  gramctl_row_set_number (self, "id", document->id);
  gramctl_row_set_text (self, "name", document->name);
  gramctl_row_set_text (self, "media-type", document->media_type);
  gramctl_row_set_number (self, "size", document->size);
  gramctl_row_set_text (self, "sha256", document->sha256);
  gramctl_row_set_instant (self, "made-at", document->made_at);
}

void
gramctl_row_fill_baseline (GramctlRow *self, const GramBaselineRow *baseline)
{
  gramctl_row_set_number (self, "id", baseline->id);
  gramctl_row_set_number (self, "year", baseline->year);
  gramctl_row_set_text (self, "account", baseline->number);
  gramctl_row_set_text (self, "holder", baseline->holder);
  gramctl_row_set_number (self, "pool", baseline->pool_id);
  gramctl_row_set_grams (self, "value", baseline->value);
  gramctl_row_set_text (self, "source", baseline->source);
  gramctl_row_set_text (self, "dated-on", baseline->dated_on);
  gramctl_row_set_text (self, "reason", baseline->reason);
  gramctl_row_set_boolean (self, "current", baseline->current);
  gramctl_row_set_instant (self, "at", baseline->at);
  gramctl_row_set_text (self, "person", baseline->person);
}

#define CRTS(row, key, value) gramctl_row_set_scaled (row, key, value, GRAM_CCTS_SCALE_CRTS, 0)

void
gramctl_row_fill_position (GramctlRow *self, const GramPositionRow *position)
{
  gramctl_row_set_number (self, "id", position->id);
  gramctl_row_set_number (self, "year", position->year);
  gramctl_row_set_text (self, "account", position->number);
  gramctl_row_set_text (self, "holder", position->holder);
  gramctl_row_set_number (self, "cars", position->cars);
  CRTS (self, "allocated", position->allocated);
  CRTS (self, "activity", position->activity);
  CRTS (self, "held", position->held);
  CRTS (self, "required", position->required);
  CRTS (self, "borrowed", position->borrowed);
  gramctl_row_set_text (self, "source", position->source);
  gramctl_row_set_text (self, "dated-on", position->dated_on);
  gramctl_row_set_boolean (self, "current", position->current);
  gramctl_row_set_instant (self, "at", position->at);
  gramctl_row_set_text (self, "person", position->person);
}

void
gramctl_row_fill_eco_notice (GramctlRow *self, const GramEcoNoticeRow *notice)
{
  gramctl_row_set_number (self, "id", notice->id);
  gramctl_row_set_text (self, "code", notice->code);
  gramctl_row_set_text (self, "given-on", notice->given_on);
  gramctl_row_set_text (self, "reference", notice->reference);
  gramctl_row_set_number (self, "off-in", notice->off_in);
  gramctl_row_set_instant (self, "withdrawn-at", notice->withdrawn_at);
}

void
gramctl_row_fill_pool (GramctlRow *self, const GramPoolRow *pool)
{
  gramctl_row_set_number (self, "id", pool->id);
  gramctl_row_set_text (self, "state", pool->state);
  gramctl_row_set_text (self, "name", pool->name);
  gramctl_row_set_text (self, "account", pool->number);
  gramctl_row_set_text (self, "holder", pool->holder);
  gramctl_row_set_text (self, "contact-name", pool->contact_name);
  gramctl_row_set_text (self, "contact-email", pool->contact_email);
  gramctl_row_set_number (self, "first-year", pool->first_year);
  gramctl_row_set_number (self, "last-year", pool->last_year);
  gramctl_row_set_number (self, "members", pool->n_members);
  gramctl_row_set_number (self, "agreed", pool->n_agreed);
  gramctl_row_set_number (self, "case", pool->case_id);
  gramctl_row_set_text (self, "applied-by", pool->applied_name);
  gramctl_row_set_instant (self, "applied-at", pool->applied_at);
  gramctl_row_set_text (self, "decided-by", pool->decided_name);
  gramctl_row_set_instant (self, "decided-at", pool->decided_at);
  gramctl_row_set_text (self, "reason", pool->reason);
  gramctl_row_set_text (self, "reference", pool->reference);
  gramctl_row_set_number (self, "version", pool->version);
}

void
gramctl_row_fill_pool_figures (GramctlRow *self, const GramPoolFigures *figures)
{
  gramctl_row_set_number (self, "cars", figures->cars);
  gramctl_row_set_number (self, "cars-unknown", figures->cars_unknown);
  gramctl_row_set_number (self, "cars-zero-emission", figures->cars_zero);
  ACTIVITY (self, "activity", figures->activity);
  gramctl_row_set_grams (self, "baseline", figures->baseline);
  if (figures->allocation >= 0)
    gramctl_row_set_number (self, "allowances", figures->allocation);
}

void
gramctl_row_fill_pool_member (GramctlRow *self, const GramPoolMemberRow *member)
{
  gramctl_row_set_text (self, "account", member->number);
  gramctl_row_set_text (self, "holder", member->holder);
  gramctl_row_set_boolean (self, "nominated", member->nominated);
  gramctl_row_set_boolean (self, "agreed", member->agreed);
  gramctl_row_set_text (self, "agreed-by", member->agreed_name);
  gramctl_row_set_instant (self, "agreed-at", member->agreed_at);
  if (member->told)
    gramctl_row_fill_pool_figures (self, &member->figures);
}
