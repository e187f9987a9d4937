/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * GRAM_SEARCH_TEXT:
 *
 * SQL expression over the columns of `vehicle`: the text of a vehicle that the search index holds and against which a
 * query is re-checked. The one place where it is defined. NULLs are left out; the values stand as stored, case is
 * folded by whoever compares.
 */
#define GRAM_SEARCH_TEXT "concat_ws (' ', vin, chassis, chassis_key, register_key, make, model)"
