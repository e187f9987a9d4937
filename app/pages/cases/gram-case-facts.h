/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-cases.h"
#include "gram-questions-accounts.h"

G_BEGIN_DECLS

/*
 * What the view of a case tells, in groups; each function makes one, or answers %NULL if the case has nothing of it.
 */

/**
 * gram_case_facts_state_group_new:
 * @detail: a case
 *
 * Whose it is, how far it is, when it is due, since when it waits. The row of the account has the action `case.account`.
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *gram_case_facts_state_group_new (const GramCaseDetail *detail);

/**
 * gram_case_facts_decision_group_new:
 * @detail: a case
 *
 * How it was decided, why, by whom, and what moved.
 *
 * Returns: (transfer floating) (nullable): the group; %NULL while it is undecided
 */
GtkWidget *gram_case_facts_decision_group_new (const GramCaseDetail *detail);

/**
 * gram_case_facts_moved_group_new:
 * @detail: a case
 *
 * What its decision moved: what accepted vehicles counted for, before and after.
 *
 * Returns: (transfer floating) (nullable): the group; %NULL if nothing moved
 */
GtkWidget *gram_case_facts_moved_group_new (const GramCaseDetail *detail);

/**
 * gram_case_facts_vehicles_group_new:
 * @detail: a case
 * @activated: called as (user_data, row) when a vehicle is to be shown
 * @user_data: an object
 *
 * The vehicles that it is about, the first hundred.
 *
 * Returns: (transfer floating) (nullable): the group; %NULL without a vehicle
 */
GtkWidget *gram_case_facts_vehicles_group_new (const GramCaseDetail *detail,
                                               GCallback activated,
                                               gpointer user_data);

/**
 * gram_case_facts_only_vehicle:
 * @detail: a case
 *
 * Returns: the vehicle that it is about, 0 if there is none, or more than one
 */
gint64 gram_case_facts_only_vehicle (const GramCaseDetail *detail);

/**
 * gram_case_facts_vehicle_of_row:
 * @row: a row of that group
 *
 * Returns: the vehicle
 */
gint64 gram_case_facts_vehicle_of_row (GtkWidget *row);

/**
 * gram_case_facts_commands:
 * @kind: kind of a case
 *
 * The commands that decide a case about what happens to an account; their dialogs are those of the Account page.
 *
 * Returns: (transfer none) (array zero-terminated=1): names of commands, none for the other kinds
 */
const char *const *gram_case_facts_commands (GramCaseKind kind);

G_END_DECLS
