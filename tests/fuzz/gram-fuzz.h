/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LLVMFuzzerTestOneInput:
 * @data: any bytes
 * @size: how many
 *
 * What every fuzz target defines, so that libFuzzer can drive it (build it with `clang -fsanitize=fuzzer,address` and
 * without fuzz-main.c). The test suite drives it with fuzz-main.c: the corpus, and a bounded number of its mutations.
 * A target fails by crashing.
 *
 * Returns: always 0
 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
