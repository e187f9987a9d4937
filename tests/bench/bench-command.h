/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench.h"

G_BEGIN_DECLS

/* The command vehicle.import, as a button and gramctl send it. The parts: */
void bench_command_import_first (Bench *bench);
void bench_command_import_again (Bench *bench);
void bench_command_dry_run (Bench *bench);

/* Runs them and adds their rows; @least_us is what `sqlite3 .import` takes. */
void bench_command_import (Bench *bench, gint64 least_us);

G_END_DECLS
