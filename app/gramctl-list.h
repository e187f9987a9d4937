/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gramctl-console.h"

G_BEGIN_DECLS

/**
 * gramctl_find_account:
 * @self: the command line, signed in
 * @number: (nullable): number of an account
 * @account: (out) (transfer full): the account, one that the person may view
 * @exit: (out): exit status if there is none
 *
 * Finds an account; says why if it cannot.
 *
 * Returns: %FALSE if there is none
 */
gboolean gramctl_find_account (Gramctl *self,
                               const char *number,
                               GramAccountRecord **account,
                               GramctlExit *exit);

/**
 * gramctl_find_vehicle:
 * @self: the command line, signed in
 * @text: VIN, chassis number, or id of a vehicle
 * @vehicle: (out) (transfer full): the vehicle, one on an account that the person may view
 * @exit: (out): exit status if there is none
 *
 * Finds a vehicle; says why if it cannot.
 *
 * Returns: %FALSE if there is none
 */
gboolean gramctl_find_vehicle (Gramctl *self,
                               const char *text,
                               GramVehicleRecord **vehicle,
                               GramctlExit *exit);

G_END_DECLS
