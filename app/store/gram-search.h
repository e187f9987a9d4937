/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * GRAM_SEARCH_TEXT:
 *
 * SQL expression over the columns of `vehicle`: the text of a vehicle that the search index holds: what tells it from
 * others. NULLs are left out; the values stand as stored, case is folded by whoever compares.
 */
#define GRAM_SEARCH_TEXT "concat_ws (' ', vin, chassis, chassis_key, register_key)"

/**
 * GRAM_SEARCH_WHOLE:
 *
 * The same with make and model, which the index does not hold: the text against which a query is checked. Blanks stand
 * between the values, and a word holds none, so a word occurs in one of them.
 */
#define GRAM_SEARCH_WHOLE "concat_ws (' ', vin, chassis, chassis_key, register_key, make, model)"
