/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-vehicle-record.h"

G_BEGIN_DECLS

#define E2E_PASSWORD "four plain words here"

/* What is in the extract. */
#define E2E_N_VEHICLES 240
#define E2E_N_REJECTED 3

/* Vehicle @number of it, as the register has it. */
GramVehicleRecord *e2e_vehicle (guint64 number);

/* Writes a register extract in Gram's own template into a folder, and answers its path. */
char *e2e_write_extract (const char *folder);

G_END_DECLS
