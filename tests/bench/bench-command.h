/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench.h"

G_BEGIN_DECLS

/* The command vehicle.import, as a button and gramctl send it. The parts: */
void bench_command_import_first (Bench *bench);
void bench_command_import_again (Bench *bench);
void bench_command_dry_run (Bench *bench);

/* Runs them and adds their rows; @least is `sqlite3 .import`. */
void bench_command_import (Bench *bench, const BenchResult *least);

G_END_DECLS
