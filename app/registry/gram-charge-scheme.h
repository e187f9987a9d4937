/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-words.h"
#include "gram-application-table.h"
#include "gram-registry.h"

G_BEGIN_DECLS

/**
 * gram_charge_scheme_of:
 * @application: (nullable): the application of the account that is not over
 * @today: scheme's local date, ISO
 *
 * Every account is under Pay As You Go unless Fleet Average is approved, from 1 January on and not while the approval is
 * suspended (CCS facts §3).
 *
 * Returns: charge scheme of vehicles accepted today
 */
GramChargeScheme
gram_charge_scheme_of (const GramApplicationRecord *application, const char *today);

/**
 * gram_charge_scheme_today:
 * @registry: a registry
 * @account: an account
 * @scheme: (out): charge scheme of vehicles accepted today; Pay As You Go under the CCTS
 * @error: return location
 *
 * Reads the charge scheme that counts today.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_scheme_today (GramRegistry *registry,
                                   const GramAccountRecord *account,
                                   GramChargeScheme *scheme,
                                   GError **error);

/**
 * gram_charge_scheme_at:
 * @registry: a registry
 * @account: an account
 * @at: UTC microseconds at which a vehicle was accepted
 * @scheme: (out): charge scheme that counted then
 * @error: return location
 *
 * The charge scheme of the past: by all approvals that the account ever had, and by the entries of the journal that
 * suspended and resumed them.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_scheme_at (GramRegistry *registry,
                                const GramAccountRecord *account,
                                gint64 at,
                                GramChargeScheme *scheme,
                                GError **error);

G_END_DECLS
