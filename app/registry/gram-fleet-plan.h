/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-fleet-years.h"

G_BEGIN_DECLS

/*
 * What settling a Fleet Average year does, worked out before it is done: the same for the rehearsal and for the command.
 */

/**
 * GramFleetTake:
 * @charge_id: a charge
 * @kind: of the year, or of what was borrowed
 * @grams: grams that are taken off it
 * @amount: cents that are taken off it
 *
 * A charge that asks for too much now.
 */
typedef struct
{
  gint64 charge_id;
  GramChargeKind kind;
  gint64 grams;
  gint64 amount;
} GramFleetTake;

/**
 * GramFleetPlan:
 * @standing: where the year stands
 * @due_on: last day to pay what is charged
 * @credits_taken: credits that are taken back out of the holding
 * @short_grams: credits that would be taken back and were used already
 * @short_amount: cents that are charged for these
 * @takes: (element-type GramFleetTake): what is taken off charges, in this order
 * @taken_back: cents of all of these
 * @money_back: of them, money that was paid
 * @credits_back: credits that were set against them
 * @carried_back: of them, what was borrowed
 * @lines: (element-type utf8): how it comes about, translated sentences
 * @digest: SHA-256 over what would be written
 *
 * What would be posted.
 */
typedef struct
{
  GramFleetStanding standing;
  GramDate due_on;
  gint64 credits_taken;
  gint64 short_grams;
  gint64 short_amount;
  GArray *takes;
  gint64 taken_back;
  gint64 money_back;
  gint64 credits_back;
  gint64 carried_back;
  GPtrArray *lines;
  char *digest;
} GramFleetPlan;

/**
 * gram_fleet_plan_init:
 * @self: (out caller-allocates): a plan
 * @registry: a registry
 * @account: an account of the Clean Car Standard
 * @year: obligation year
 * @refusal: (out) (optional): as gram_fleet_standing_can_settle()
 * @error: return location
 *
 * Works out what a settlement would post now.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_fleet_plan_init (GramFleetPlan *self,
                               GramRegistry *registry,
                               const GramAccountRecord *account,
                               int year,
                               GramRefusal **refusal,
                               GError **error);

/**
 * gram_fleet_plan_clear:
 * @self: a plan
 *
 * Frees what it holds.
 */
void gram_fleet_plan_clear (GramFleetPlan *self);

/**
 * gram_fleet_plan_charges:
 * @self: a plan
 *
 * Returns: cents that come up: of the year, of what was borrowed, and for credits that were used
 */
gint64 gram_fleet_plan_charges (const GramFleetPlan *self);

/**
 * gram_fleet_plan_posts:
 * @self: a plan
 *
 * Returns: whether anything moves on the account
 */
gboolean gram_fleet_plan_posts (const GramFleetPlan *self);

/**
 * gram_fleet_plan_say:
 * @self: a plan
 *
 * Fills in its @lines.
 */
void gram_fleet_plan_say (GramFleetPlan *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramFleetPlan, gram_fleet_plan_clear)

G_END_DECLS
